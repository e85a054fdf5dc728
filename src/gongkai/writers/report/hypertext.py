"""Manuscript → a web page (网页): one file without script, readable by ear, that prints on A4."""

from __future__ import annotations

from functools import cache

from jinja2 import Template

from gongkai.layout.blocks import UNITS, Line, Manuscript, Style
from gongkai.layout.characters import on_page
from gongkai.layout.setting import is_of_the_desk
from gongkai.writers.templating import template


def hypertext(manuscript: Manuscript) -> bytes:
    """Return a page of a manuscript."""
    titles = [n for n, one in enumerate(manuscript.blocks) if isinstance(one, Line) and one.style is Style.TITLE]
    of_the_desk = is_of_the_desk(manuscript)
    return (
        _template().render(manuscript=manuscript, titles=titles, units=UNITS, is_of_the_desk=of_the_desk).encode()
    )


@cache
def _template() -> Template:
    return template("manuscript.html", printable=on_page)
