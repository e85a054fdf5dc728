"""Where in its source a thing was read (出处)."""

from __future__ import annotations

import msgspec


class TextPlace(msgspec.Struct, frozen=True, tag="text", tag_field="kind"):
    """A span of a text: `line` counts from 1, `start` and `end` are character columns from 0, end exclusive.

    A span over several lines carries the first line and, in `last_line`, the last; `end` then belongs to it.
    """

    line: int
    start: int
    end: int
    last_line: int | None = None

    def __str__(self) -> str:
        return f"L{self.line}:{self.start + 1}"


class TablePlace(msgspec.Struct, frozen=True, tag="table", tag_field="kind"):
    """A cell of a page: `table`, `row` and `column` count from 1, the column on the grid after spans."""

    table: int
    row: int
    column: int

    def __str__(self) -> str:
        return f"T{self.table}R{self.row}C{self.column}"


class BlockPlace(msgspec.Struct, frozen=True, tag="block", tag_field="kind"):
    """A line of a page, counted from 1 over all its lines and tables."""

    block: int

    def __str__(self) -> str:
        return f"P{self.block}"


class SheetPlace(msgspec.Struct, frozen=True, tag="sheet", tag_field="kind"):
    """A cell of a spreadsheet: the sheet's name, row and column from 1."""

    sheet: str
    row: int
    column: int

    def __str__(self) -> str:
        letters, rest = "", self.column
        while rest:
            rest, letter = divmod(rest - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return f"{self.sheet}!{letters}{self.row}"


class PagePlace(msgspec.Struct, frozen=True, tag="page", tag_field="kind"):
    """A box on a page of a PDF or a picture: the page from 1, and its edges in points from the top left."""

    page: int
    left: float
    top: float
    right: float
    bottom: float

    def __str__(self) -> str:
        return f"p{self.page}({self.left:.0f},{self.top:.0f})"


Place = TextPlace | TablePlace | BlockPlace | SheetPlace | PagePlace
