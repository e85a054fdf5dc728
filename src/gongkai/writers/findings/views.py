"""What a page shows, piece by piece (页面内容): plain values that a template walks through."""

from __future__ import annotations

from typing import NamedTuple

from gongkai.report import Leftover, Severity, State
from gongkai.writers.findings.checked import Checked, Numbered
from gongkai.writers.findings.spots import Excerpt
from gongkai.writers.report.form_tables import Box


class Look(NamedTuple):
    """How a marked place looks: the gravest severity there, and whether it is to mend or to compare with."""

    severity: Severity
    is_first: bool


class Ref(NamedTuple):
    """The sign behind a marked place: its look, the number of its finding, its address and that of the finding."""

    look: Look
    number: int
    here: str
    there: str


class Words(NamedTuple):
    """Words under one set of marks, and the signs that stand behind them."""

    text: str
    look: Look | None
    refs: tuple[Ref, ...]


class ParagraphView(NamedTuple):
    """A paragraph, what it is ("title", "subheading" or ""), and its words."""

    role: str
    words: list[Words]


class Figure(NamedTuple):
    """A box of a printed table: its label, or the figure with its state, sign and marks."""

    box: Box
    text: str = ""
    state: State | None = None
    look: Look | None = None
    sign: str = ""
    refs: tuple[Ref, ...] = ()


class TableView(NamedTuple):
    """A printed table: head, body, and the signs behind its figures.

    Where the report holds no cell of it, `is_missing`, and `refs` are the marks it would bear.
    """

    key: str
    head: list[list[Figure]]
    body: list[list[Figure]]
    signs: list[str]
    is_missing: bool
    refs: list[Ref]


class SectionView(NamedTuple):
    """A section: its heading, or the one the form asks for, its table if it has one, and prose on both sides."""

    heading: list[Words]
    expected_heading: str
    before: list[ParagraphView]
    table: TableView | None
    after: list[ParagraphView]


class Spot(NamedTuple):
    """A place of a finding: in words, the address of its mark where there is one, and the words quoted."""

    text: str
    href: str | None
    excerpt: Excerpt | None


class FindingView(NamedTuple):
    """A finding with its address and its places."""

    one: Numbered
    address: str
    spots: list[Spot]

    @property
    def href(self) -> str | None:
        """The address of its first mark."""
        return next((spot.href for spot in self.spots if spot.href), None)


class ReportView(NamedTuple):
    """All that a page says of one report."""

    number: int
    checked: Checked
    groups: dict[Severity, list[FindingView]]
    dismissed: list[FindingView]
    preface: list[ParagraphView]
    sections: list[SectionView]
    closing: list[ParagraphView]
    leftovers: tuple[Leftover, ...]
