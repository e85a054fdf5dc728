"""A new report before it is one (起草): a skeleton with fields in its prose, and the fields filled in.

A draft is an `AnnualReport` whose paragraphs hold fields in braces, kept in any form that is written and read.
"""

from gongkai.drafts.fields import open_fields
from gongkai.drafts.names import cell_name
from gongkai.drafts.render import Rendered, preview, render
from gongkai.drafts.skeleton import empty_report, handed_on, usual_scope

__all__ = ["Rendered", "cell_name", "empty_report", "handed_on", "open_fields", "preview", "render", "usual_scope"]
