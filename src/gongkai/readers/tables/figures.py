"""What one cell of a source says (单元格文字): a figure with its unit or sign, nothing, or something else."""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from gongkai.readers.patterns import SIGN_WORD, UNIT_WORDS
from gongkai.readers.words import NOT_APPLICABLE, fold
from gongkai.report import Column, State, Value
from gongkai.terms import marks

UNIT = "\ue000"
# What stands in a cell for 无, and for the marks that are words.
NONE, ABSENT, OPEN = SIGNS = "\ue001\ue002\ue003"
_SIGN_OF = {marks.ABSENT: ABSENT, marks.OPEN: OPEN}
_NUMBER = re.compile(r"([-+]?)\s?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*\ue000*\s*", re.ASCII)
_MOST_DIGITS = 18
# A character that stands where a digit was: lost, or the letter O for a zero.
LOST = re.compile("[?\ufffdoO]")

# An open figure, by what bounds it from both sides, or from below.
_FIGURE = r"(-?\d[\d.]*)"
_BETWEEN = re.compile(fold(marks.BETWEEN).format(low=_FIGURE, high=_FIGURE), re.ASCII)
_AT_LEAST = re.compile(fold(marks.AT_LEAST).format(low=_FIGURE), re.ASCII)

# A figure in running text of a table, with its sign; thousands parted by commas are one figure.
TOKEN = re.compile(r"[-+]?(?:(?<![\d,])\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?", re.ASCII)


class Reading(msgspec.Struct, frozen=True):
    """What a cell's text says, before any arithmetic. `candidates` are the bounds of an open figure."""

    text: str
    state: State
    value: Value | None = None
    start: int = 0
    end: int = 0
    candidates: tuple[Value, ...] = ()


def hide_units(folded: str) -> str:
    """Replace units behind figures, and words alone in a cell that stand for one, by characters not Chinese."""
    folded = UNIT_WORDS.sub(lambda match: UNIT * len(match[0]), folded)
    return SIGN_WORD.sub(lambda match: _SIGN_OF.get(match[0], NONE) * len(match[0]), folded)


def reading(folded: str, raw: str, column: Column, start: int = 0) -> Reading:
    """Read one cell's text. Two figures in one cell, or anything but a figure, are unreadable."""
    text = folded.strip(" \n\t\x00\x1f\x1e|")
    if not text:
        return Reading("", State.BLANK, None, start, start)
    lead = folded.index(text)
    start, end = start + lead, start + lead + len(text)
    printed = raw[lead : lead + len(text)].strip()
    if text in NOT_APPLICABLE or text == NONE:
        return Reading(printed, State.NOT_APPLICABLE, None, start, end)
    if not text.strip(ABSENT):
        return Reading("", State.ABSENT, None, start, end)
    if not text.strip(OPEN):
        return Reading(printed, State.AMBIGUOUS, None, start, end)
    if bounds := _bounds(text, column):
        return Reading(printed, State.AMBIGUOUS, None, start, end, bounds)
    match = _NUMBER.fullmatch(text)
    value = number(match[1] + match[2], column) if match else None
    if value is None:
        return Reading(printed, State.UNREADABLE, None, start, end)
    return Reading(printed, State.PRINTED, value, start, end)


def _bounds(text: str, column: Column) -> tuple[Value, ...]:
    """Return the figures between which an open one lies, or than which it is no less; nothing for other texts."""
    match = _BETWEEN.fullmatch(text) or _AT_LEAST.fullmatch(text)
    values = [number(digits, column) for digits in match.groups()] if match else []
    return tuple(value for value in values if value is not None) if None not in values else ()


def number(digits: str, column: Column) -> Value | None:
    """Return the value of a figure in a column, or None where the column cannot hold it."""
    if digits.isdecimal() and digits[0] != "0" and len(digits) <= _MOST_DIGITS:
        return Decimal(digits) if column.money else int(digits)
    digits = digits.replace(",", "").removeprefix("+")
    if len(digits) > _MOST_DIGITS or (digits.startswith("-") and not column.signed):
        return None
    unsigned = digits.lstrip("-")
    if len(unsigned) > 1 and unsigned[0] == "0" and not unsigned.startswith("0."):
        return None
    if column.money:
        return Decimal(digits)
    return int(digits) if "." not in digits else None
