"""What is written into a field of a letter (字段的值): read from a form or from JSON, and shown on paper.

A value that cannot be meant is told in a sentence, never guessed. Signs that no page shows are taken out.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import NamedTuple

import msgspec

from gongkai.law.identifiers.dates import printed, typed_date
from gongkai.letters.texts import as_list, has_gap, says_something


class Kind(StrEnum):
    """What sort of thing a field holds."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    DATE = "date"
    MONEY = "money"
    COUNT = "count"
    LIST = "list"
    CHOICE = "choice"
    ROWS = "rows"


# A table's rows are tuples of words, in the order of the field's columns.
Value = str | dt.date | Decimal | int | tuple[str, ...] | tuple[tuple[str, ...], ...]


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """A field of letters (字段): its Chinese name, what it holds, what to write, and an example.

    `choices` are what may be chosen, as it is printed, each with other words for it. `columns` are those of a
    table. `usual` is printed where nothing is written. `quoted` holds another's words, which are not judged.
    `most` is the highest count. `several` of the choices may be taken at once.
    """

    name: str
    kind: Kind = Kind.TEXT
    hint: str
    example: str = ""
    choices: Mapping[str, tuple[str, ...]] = {}
    columns: tuple[str, ...] = ()
    usual: str = ""
    quoted: bool = False
    most: int = 100_000
    several: bool = False


class Mistake(NamedTuple):
    """Why a value cannot be taken: the end of a sentence that begins with the field's name."""

    reason: str


KINDS = {
    Kind.TEXT: "一行文字",
    Kind.LONG_TEXT: "文字，可以分段",
    Kind.DATE: "日期",
    Kind.MONEY: "金额（元）",
    Kind.COUNT: "数目",
    Kind.LIST: "一项或者几项文字",
    Kind.CHOICE: "从几项中选一项",
    Kind.ROWS: "一行或者几行，每行几栏",
}
_LONGEST, _MOST_THINGS = 20_000, 500
_YEARS = range(1949, 2100)
_LINES = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_MONEY = re.compile(r"[¥￥]?\s*(\d{1,9}(?:\.\d{1,2})?)\s*元?")
_COUNT = re.compile(r"(\d{1,9})")
# Control characters, signs that are not seen, halves of characters.
_UNSEEN = {"Cc", "Cf", "Cs"}
_NO_CHARACTERS = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")
_AMONG = re.compile("[、，；,;\n]+")
_BLANKS = re.compile("[ \t\u00a0]+")


def read_value(field: Field, raw: object) -> Value | Mistake | None:
    """Return what is written into a field; None where nothing is.

    Dates: a date, or words that `typed_date` reads. Money in 元. A list: several words, or their lines.
    """
    if raw is None or raw == "" or raw == [] or raw == ():
        return None
    if isinstance(raw, str) and not cleaned(raw):
        return None
    match field.kind:
        case Kind.DATE:
            return _date(raw)
        case Kind.MONEY:
            return _money(raw)
        case Kind.COUNT:
            return _count(raw, field.most)
        case Kind.LIST:
            return _list(raw)
        case Kind.ROWS:
            return _rows(raw, field.columns)
        case Kind.CHOICE:
            return (_choices if field.several else _choice)(raw, field.choices)
        case Kind.TEXT:
            return _text(raw, one_line=True)
        case Kind.LONG_TEXT:
            return _text(raw, one_line=False)


def shown(value: Value) -> str:
    """Return a value as it is printed; a list as one that the text can take apart."""
    match value:
        case str():
            return value
        case dt.date():
            return printed(value)
        case Decimal():
            return f"{_plain(value)}元"
        case int():
            return str(value)
        case _:
            return as_list("，".join(one) if isinstance(one, tuple) else one for one in value)


def cleaned(text: str) -> str:
    """Return words without what no page shows: control characters, bidirectional marks, halves of characters."""
    lines = _LINES.sub("\n", text).split("\n")
    return "\n".join(_BLANKS.sub(" ", _seen(line)).strip() for line in lines).strip()


def _seen(line: str) -> str:
    spaced = _NO_CHARACTERS.sub("", line).replace("\t", " ")
    return "".join(sign for sign in spaced if unicodedata.category(sign) not in _UNSEEN)


def _text(raw: object, *, one_line: bool) -> str | Mistake:
    if isinstance(raw, bool) or not isinstance(raw, str | int | Decimal | dt.date):
        return Mistake("应当是文字")
    text = cleaned(raw if isinstance(raw, str) else shown(raw) if isinstance(raw, dt.date) else str(raw))
    if len(text) > _LONGEST:
        return Mistake(f"超过 {_LONGEST} 字，请改为附件")
    if has_gap(text):
        return Mistake("还有没填的地方（“【待填：…】”）")
    if not says_something(text):
        return Mistake("没有实际内容")
    return " ".join(text.split("\n")) if one_line else re.sub("\n{2,}", "\n", text)


def _date(raw: object) -> dt.date | Mistake:
    if isinstance(raw, dt.datetime):
        raw = raw.date()
    if isinstance(raw, dt.date):
        return raw if raw.year in _YEARS else Mistake(f"的年份 {raw.year} 不合常理")
    try:
        day = typed_date(cleaned(raw)) if isinstance(raw, str) else None
    except ValueError:
        day = None
    if day is None:
        return Mistake("应当是日期，写成“2026-03-05”或者“2026年3月5日”")
    return day if day.year in _YEARS else Mistake(f"的年份 {day.year} 不合常理")


def _money(raw: object) -> Decimal | Mistake:
    text = cleaned(raw).replace(",", "") if isinstance(raw, str) else _figures(raw)
    found = _MONEY.fullmatch(text)
    try:
        return Decimal(found[1]) if found else Mistake("应当是金额，以元为单位，如“380”或者“380.50”")
    except InvalidOperation:
        return Mistake("应当是金额，以元为单位，如“380”或者“380.50”")


def _count(raw: object, most: int) -> int | Mistake:
    found = _COUNT.fullmatch(cleaned(raw) if isinstance(raw, str) else _figures(raw))
    if not found:
        return Mistake("应当是正整数")
    count = int(found[1])
    return count if 1 <= count <= most else Mistake(f"应当是 1 至 {most} 的整数")


def _figures(raw: object) -> str:
    """Return a number's figures; nothing that is no number has any."""
    return str(raw) if isinstance(raw, int | float | Decimal) and not isinstance(raw, bool) else ""


def _list(raw: object) -> tuple[str, ...] | Mistake:
    things = cleaned(raw).split("\n") if isinstance(raw, str) else raw
    if not isinstance(things, Sequence) or len(things) > _MOST_THINGS:
        return Mistake(f"应当是一项或者几项文字，每项一行，最多 {_MOST_THINGS} 项")
    read = [_text(thing, one_line=True) for thing in things if thing != ""]
    wrong = next((one for one in read if isinstance(one, Mistake)), None)
    if wrong:
        return wrong
    return tuple(one for one in read if isinstance(one, str)) or Mistake("没有实际内容")


def _rows(raw: object, columns: tuple[str, ...]) -> tuple[tuple[str, ...], ...] | Mistake:
    wrong = Mistake("应当是一行或者几行，每行依次为" + "、".join(columns))
    if isinstance(raw, str) or not isinstance(raw, Sequence) or len(raw) > _MOST_THINGS:
        return wrong
    rows: list[tuple[str, ...]] = []
    for row in raw:
        cells = [row.get(column, "") for column in columns] if isinstance(row, Mapping) else row
        if isinstance(cells, str) or not isinstance(cells, Sequence) or len(cells) != len(columns):
            return wrong
        read = [_text(cell, one_line=True) for cell in cells]
        for column, cell in zip(columns, read, strict=True):
            if isinstance(cell, Mistake):
                return Mistake(f"第 {len(rows) + 1} 行的“{column}”{cell.reason}")
        rows.append(tuple(str(one) for one in read))
    return tuple(rows)


def _choice(raw: object, choices: Mapping[str, tuple[str, ...]]) -> str | Mistake:
    asked = cleaned(raw) if isinstance(raw, str) else ""
    for choice, others in choices.items():
        if asked in (choice, *others):
            return choice
    return Mistake("只能是" + "、".join(f"“{one}”" for one in choices))


def _choices(raw: object, choices: Mapping[str, tuple[str, ...]]) -> str | Mistake:
    """Return several choices as they are printed, in the order in which the field has them."""
    parts = _AMONG.split(cleaned(raw)) if isinstance(raw, str) else raw
    if not isinstance(parts, Sequence):
        return _choice(raw, choices)
    read = [_choice(part, choices) for part in parts if part != ""]
    wrong = next((one for one in read if isinstance(one, Mistake)), None)
    return wrong or "、".join(one for one in choices if one in read) or _choice("", choices)


def _plain(money: Decimal) -> str:
    """Return an amount without needless zeros: 380, 380.50."""
    return f"{money:.0f}" if money == money.to_integral_value() else f"{money:.2f}"
