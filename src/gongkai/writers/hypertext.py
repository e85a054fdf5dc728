"""Manuscript → a web page (网页): one file without script, readable by ear, that prints on A4."""

from __future__ import annotations

import re
from functools import cache

from jinja2 import Template

from gongkai.layout.blocks import UNITS, Line, Manuscript, Style
from gongkai.writers.templating import template

# Control characters, which no page may hold; some of them are blanks.
_BLANK = re.compile("[\x0b-\x0d\x1c-\x1f\x85]+")
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def hypertext(manuscript: Manuscript) -> bytes:
    """Return a page of a manuscript."""
    titles = [n for n, one in enumerate(manuscript.blocks) if isinstance(one, Line) and one.style is Style.TITLE]
    return _template().render(manuscript=manuscript, titles=titles, units=UNITS).encode()


def printable(text: str) -> str:
    """Return a text with what no page may hold shown as lost."""
    return _NO_TEXT.sub("\ufffd", _BLANK.sub(" ", text))


@cache
def _template() -> Template:
    return template("manuscript.html", printable=printable)
