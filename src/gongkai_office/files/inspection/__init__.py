"""What is done with an uploaded file in a limited process of its own; nothing here knows Django or the site.

`child` is the process. It finds out what the file is (`recognise`), walks through all it holds (a module a family
of formats), and answers what it saw: the kind, signs, and why it must be refused.
"""
