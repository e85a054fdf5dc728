"""Gongkai (公开): the law and the annual report of government information disclosure, as a library."""

__version__ = "0.1.0"
