"""The layouts that this program itself writes (本系统写出的版式): the statutory form, in every kind of document."""

from __future__ import annotations

import random
from collections.abc import Callable

from gongkai.report import EDITIONS
from gongkai.report.json_form import encode
from gongkai.samples.content import Content
from gongkai.samples.ink import Rendered
from gongkai.samples.reports import report_of

Layout = Callable[[Content, random.Random], Rendered]


def _written(suffix: str) -> Layout:
    def layout(content: Content, _rng: random.Random) -> Rendered:
        report = report_of(content, EDITIONS[content.edition])
        return Rendered(content=content, text=encode(report).decode(), spans=(), suffix=suffix, written=True)

    return layout


WRITTEN_LAYOUTS: dict[str, Layout] = {
    f"{suffix}_written": _written(suffix) for suffix in ("html", "docx", "xlsx", "pdf")
}
