"""The long form of reports (长表), one line a cell: its columns, and how what a report holds stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from gongkai.report.cells import Value
from gongkai.report.places import BlockPlace, PagePlace, Place, SheetPlace, TablePlace, TextPlace

COLUMNS = (
    *("source", "organ", "year", "edition", "scope"),
    *("table", "row", "column", "row_label", "column_label"),
    *("text", "value", "state", "method", "place", "candidates", "repair"),
    *("unit", "proof"),
)
# What makes a table the long form; other columns may be missing.
NEEDED = ("year", "edition", "table", "row", "column", "text", "value", "state")
_KEYS, _LEAST_OF_HEAD = {"table", "row", "column"}, 4
# Tables of words. Their rows are parts of the report, or the reason of a leftover or the kind of a damage.
TEXT, LEFTOVER, DAMAGE = "text", "leftover", "damage"
WORDS = (TEXT, LEFTOVER, DAMAGE)
# What stands behind the number of a text that goes on from the line before.
MORE = "+"

# All numbers of the long form have at most so many digits before and behind the point.
WHOLE_DIGITS, DECIMAL_DIGITS = 28, 10
_LEAST_TOO_LARGE = int(10**WHOLE_DIGITS)
_NUMBER = re.compile(rf"-?[0-9]{{1,{WHOLE_DIGITS}}}(\.[0-9]{{1,{DECIMAL_DIGITS}}})?")

# What a spreadsheet would run as a formula; a signed number is none. A text that looks made harmless is, too.
_FORMULA = re.compile(r"'*(?:[=@\t\r]|[-+](?![\d.,]+[ %\u4e00-\u9fff]{0,4}$))")
_QUOTE, _BETWEEN = "'", "|"

_PLACES = re.compile(
    r"L(?P<line>\d+):(?P<start>\d+)"
    r"|T(?P<table>\d+)R(?P<row>\d+)C(?P<column>\d+)"
    r"|P(?P<block>\d+)"
    r"|p(?P<page>\d+)\((?P<left>-?\d+),(?P<top>-?\d+)\)"
    r"|(?P<sheet>.*)!(?P<letters>[A-Z]{1,3})(?P<number>\d+)",
    re.DOTALL,
)


def is_head(names: Iterable[str]) -> bool:
    """Say whether the first row of a table is that of the long form, though columns may be missing."""
    found = {name.strip() for name in names}
    return found >= _KEYS and len(found & set(NEEDED)) > _LEAST_OF_HEAD


def is_number(text: str) -> bool:
    """Say whether a text is a number as the long form writes it."""
    return _NUMBER.fullmatch(text) is not None


def is_kept(value: Value) -> bool:
    """Say whether the long form has room for all digits of a number."""
    if isinstance(value, int):
        return abs(value) < _LEAST_TOO_LARGE
    if not value.is_finite():
        return False
    exponent = value.as_tuple().exponent
    return value.adjusted() < WHOLE_DIGITS and isinstance(exponent, int) and exponent >= -DECIMAL_DIGITS


def in_full(value: Value) -> str:
    """Return a number with all its digits and without an exponent."""
    return str(value) if isinstance(value, int) else format(value, "f")


def harmless(text: str) -> str:
    """Return a text that no spreadsheet runs as a formula."""
    return _QUOTE + text if _FORMULA.match(text) else text


def as_it_was(text: str) -> str:
    """Return the text that was made harmless."""
    return text[1:] if text.startswith(_QUOTE) and _FORMULA.match(text[1:]) else text


def joined(candidates: Sequence[Value | None]) -> str:
    """Return candidates as one text; a blank among them is empty, and alone it is a bar."""
    if tuple(candidates) == (None,):
        return _BETWEEN
    return _BETWEEN.join("" if value is None else in_full(value) for value in candidates)


def parted(text: str) -> tuple[str, ...]:
    """Return the candidates of a text, each as it is written."""
    return tuple(dict.fromkeys(text.split(_BETWEEN))) if text else ()


def place_of(told: str, length: int) -> Place | None:
    """Return the place that a text tells; of a span in a text it says where it begins, and not where it ends."""
    found = _PLACES.fullmatch(told)
    if found is None:
        return None
    kind, numbers = found.lastgroup, [int(part) for part in found.groups() if part and part.lstrip("-").isdecimal()]
    if kind == "start":
        return TextPlace(numbers[0], numbers[1] - 1, numbers[1] - 1 + length)
    if kind == "column":
        return TablePlace(*numbers)
    if kind == "block":
        return BlockPlace(numbers[0])
    if kind == "top":
        page, left, top = numbers
        return PagePlace(page, left, top, left, top)
    return SheetPlace(found["sheet"], int(found["number"]), _column(found["letters"]))


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
