"""One cell of the form as it was found (单元格)."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

import msgspec

from gongkai.report.places import Place

Value = int | Decimal


def plain(value: Value) -> str:
    """Return a value as digits, never with an exponent or noughts that say nothing."""
    if isinstance(value, int):
        return str(value)
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


class State(StrEnum):
    """What the source shows where the cell should be."""

    PRINTED = "printed"
    BLANK = "blank"
    NOT_APPLICABLE = "na"
    ABSENT = "absent"
    AMBIGUOUS = "ambiguous"
    UNREADABLE = "unreadable"


class Method(StrEnum):
    """How a printed value was reached."""

    DIRECT = "direct"
    OCR = "ocr"
    SPLIT = "split"
    PROVED = "proved"


class Repair(msgspec.Struct, frozen=True):
    """A value that the damage or the arithmetic proves, kept apart from what is printed."""

    value: Value
    proof: str


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """One of the 200 (2021 edition) or 198 (2019 edition) cells.

    `text` is what is printed, with its unit or sign. `value` is a count (int), an amount (`Decimal`, in the
    unit the form or the text names), or None; a blank is None, never 0. `candidates` are the values the source
    leaves open, None among them for a blank. Only a printed value read directly is unmarked.
    """

    table: str
    row: str
    column: str
    text: str = ""
    value: Value | None = None
    state: State = State.ABSENT
    method: Method = Method.DIRECT
    place: Place | None = None
    candidates: tuple[Value | None, ...] = ()
    repair: Repair | None = None

    @property
    def key(self) -> CellKey:
        return self.table, self.row, self.column

    @property
    def marked(self) -> bool:
        return self.state is not State.PRINTED or self.method is not Method.DIRECT


CellKey = tuple[str, str, str]
