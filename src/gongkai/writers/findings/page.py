"""Findings as one whole page (标注网页): reports as printed, with marks, and the findings beside them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from jinja2 import Template

from gongkai.report import Severity
from gongkai.writers import words
from gongkai.writers.findings.checked import Checked, Unread
from gongkai.writers.findings.report_view import report_view
from gongkai.writers.findings.spots import place_words, verdict_words
from gongkai.writers.templating import template


def page(several: Sequence[Checked], unread: Sequence[Unread] = ()) -> bytes:
    """Return a page of reports, with an index where there are several; it needs no script and no other file."""
    views = [report_view(checked, number) for number, checked in enumerate(several, 1)]
    return _template().render(views=views, unread=unread, words=words, severities=list(Severity)).encode()


@cache
def _template() -> Template:
    return template("page.html", place_words=place_words, verdict_words=verdict_words)
