"""A report as it is printed: one text, and what each piece of it is (印出的文字)."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from gongkai.report import CellKey
from gongkai.samples.content import Content, Role, RowKey


class Span(NamedTuple):
    """A piece of the printed text: `key` names the cell of a value, `row` the row of a label or a value."""

    start: int
    end: int
    role: Role
    key: CellKey | None = None
    row: RowKey | None = None


class Rendered(msgspec.Struct, frozen=True, kw_only=True):
    """A printed report: its text with the spans in order, what it was printed from, and how it is encoded.

    `glued`: the layout leaves nothing between some cells. `suffix` says what the text becomes: "txt", "html",
    "docx" (it is the main part of a Word document) "xlsx" (the sheets of a
    workbook) or "pdf" (the drawing of its pages). `written`: the text is the report as JSON, to be written so.
    """

    content: Content
    text: str
    spans: tuple[Span, ...]
    encoding: str = "utf-8"
    glued: bool = False
    suffix: str = "txt"
    written: bool = False

    @property
    def page(self) -> bool:
        return self.suffix == "html"


class Ink:
    """Collects a text piece by piece and remembers the spans."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._spans: list[Span] = []
        self._at = 0

    def gap(self, text: str) -> None:
        """Print what belongs to no piece: blanks, line ends, bars, tags."""
        self._pieces.append(text)
        self._at += len(text)

    def put(self, text: str, role: Role, key: CellKey | None = None, row: RowKey | None = None) -> None:
        """Print a piece of the report."""
        start = self._at
        self.gap(text)
        self._spans.append(Span(start, self._at, role, key, row))

    def dry(
        self, content: Content, *, glued: bool = False, suffix: str = "txt", encoding: str = "utf-8"
    ) -> Rendered:
        """Return what was printed."""
        return Rendered(
            content=content,
            text="".join(self._pieces),
            spans=tuple(self._spans),
            encoding=encoding,
            glued=glued,
            suffix=suffix,
        )
