"""What a report says, before any layout: paragraphs, and tables as lines of spots (报告内容).

A spot is one cell of a printed table: a label, a column's head or a value. What a value's spot shows stands
apart, in `Content.shown`, so that the same report can be printed again with other figures.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum

import msgspec

from gongkai.report import CellKey, State, Value

RowKey = tuple[str, str]


class Role(StrEnum):
    """What a piece of the printed report is for."""

    META = "meta"
    TITLE = "title"
    PROSE = "prose"
    HEADING = "heading"
    FURNITURE = "furniture"
    BANNER = "banner"
    HEAD = "head"
    GROUP = "group"
    LABEL = "label"
    VALUE = "value"


class Form(StrEnum):
    """How a value is written."""

    PLAIN = "plain"
    PLUS = "plus"
    FULL_WIDTH = "full_width"
    THOUSANDS = "thousands"
    PARTED = "parted"


class Shown(msgspec.Struct, frozen=True):
    """What a cell shows: state, value and how that is written, with a unit; `mark` stands for a value.

    A blank that is `dropped` leaves nothing behind, not even what parts cells.
    """

    state: State = State.PRINTED
    value: Value | None = None
    form: Form = Form.PLAIN
    unit: str = ""
    mark: str = ""
    dropped: bool = False

    @property
    def text(self) -> str:
        """What is printed."""
        if self.state is not State.PRINTED or self.value is None:
            return self.mark
        return _FORMS[self.form](self.value) + self.unit


class Spot(msgspec.Struct, frozen=True):
    """One cell of a printed table. `parts` are the pieces of its text where it is broken into lines."""

    role: Role
    parts: tuple[str, ...] = ()
    key: CellKey | None = None
    across: int = 1
    down: int = 1

    @property
    def text(self) -> str:
        return "".join(self.parts)


class Group(msgspec.Struct, frozen=True):
    """A label to the left of several rows, such as (三)不予公开; `key` is the common part of their keys."""

    key: str
    spot: Spot


class Line(msgspec.Struct, frozen=True):
    """A printed row of a table: its spots from the left, without the groups, which stand in `groups`.

    `row` is the row of the form (None for heads and furniture). `breaks` tells that a page begins here, and
    `silent` that the groups open there are not named again.
    """

    spots: tuple[Spot, ...]
    row: RowKey | None = None
    groups: tuple[Group, ...] = ()
    breaks: bool = False
    silent: bool = False

    @property
    def role(self) -> Role:
        return self.spots[0].role

    @property
    def keys(self) -> tuple[CellKey, ...]:
        return tuple(spot.key for spot in self.spots if spot.key is not None)


class PrintedTable(msgspec.Struct, frozen=True):
    """A table of the form as it is printed; `head_lines` says how many lines at its top are its head."""

    key: str
    width: int
    lines: tuple[Line, ...]
    head_lines: int = 0


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph outside tables, in a section (1 to 6) or none (0).

    `runs_on`: the next block follows on the same line.
    """

    role: Role
    text: str
    section: int = 0
    runs_on: bool = False


Block = Paragraph | PrintedTable


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """A whole report before its layout, which `layout` names.

    `touched` are the cells whose printed evidence a damage touched.
    """

    organ: str
    year: int
    edition: str
    blocks: tuple[Block, ...]
    shown: dict[CellKey, Shown]
    layout: str = ""
    touched: frozenset[CellKey] = frozenset()


def plain(value: Value) -> str:
    """Return a value as digits, never with an exponent."""
    return format(value, "f") if isinstance(value, Decimal) else str(value)


_WIDE = {ord("0") + n: chr(0xFF10 + n) for n in range(10)} | {ord("."): "\uff0e", ord("-"): "\uff0d"}
_FORMS: dict[Form, Callable[[Value], str]] = {
    Form.PLAIN: plain,
    Form.PLUS: lambda value: ("+" if value > 0 else "") + plain(value),
    Form.FULL_WIDTH: lambda value: plain(value).translate(_WIDE),
    Form.THOUSANDS: lambda value: format(value, ",f" if isinstance(value, Decimal) else ","),
    Form.PARTED: lambda value: f"{plain(value)[:1]} {plain(value)[1:]}".rstrip(),
}
