"""A document as readers hand it on: blocks in reading order, each with its place (文档)."""

from __future__ import annotations

import msgspec


class Line(msgspec.Struct, frozen=True):
    """One line of a text or one paragraph of a page."""

    text: str


class GridCell(msgspec.Struct, frozen=True):
    """A table cell: its text, its grid position from 0, and how far it spans."""

    text: str
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1


class Grid(msgspec.Struct, frozen=True):
    """A table, as rows of the cells that begin in them."""

    rows: tuple[tuple[GridCell, ...], ...]


class Document(msgspec.Struct, frozen=True):
    """What a file shows. `kind` is "text" or "page"; `title` is the name a page gives itself in its head."""

    kind: str
    blocks: tuple[Line | Grid, ...]
    title: str = ""
