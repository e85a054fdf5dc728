"""The list of the organs below another (下级机关名单): a text or rows → entries, each known by its line.

Columns are told by their heads in Chinese; a list of bare names, one a line, needs none. Lines that begin with #
are remarks.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

import msgspec

from gongkai.errors import BrokenChildren
from gongkai.report.annual_report import Scope
from gongkai.report.consolidation import words

_REMARK = "#"
_PARTED_BY = "\t,，;；"
# The heads stand in one of the first rows.
_HEAD = 3


class Child(msgspec.Struct, frozen=True, kw_only=True):
    """An organ that is to report: its name, and what the list says of it.

    `scope` is whose work its report is to count (UNKNOWN: as is usual for its kind). `included` is whether its
    figures count (None: by rule). `within` is the organ whose report already contains it. `line` counts from 1.
    """

    organ: str
    scope: Scope = Scope.UNKNOWN
    included: bool | None = None
    former: tuple[str, ...] = ()
    within: str | None = None
    remark: str = ""
    line: int = 0


class Children(msgspec.Struct, frozen=True):
    """A list of organs, and the heads of its columns that say nothing to us."""

    entries: tuple[Child, ...]
    unused: tuple[str, ...] = ()


Row = tuple[int, Sequence[str]]


def children_of_text(text: str) -> Children:
    """Return the list that a text holds: names one a line, or columns parted by commas, tabs or semicolons.

    Raises BrokenChildren.
    """
    lines = text.removeprefix("\ufeff").splitlines()
    reader = csv.reader(lines, delimiter=_parting(lines), strict=True)
    rows: list[Row] = []
    line = 1
    try:
        for row in reader:
            rows.append((line, row))
            line = reader.line_num + 1
    except csv.Error as error:
        raise BrokenChildren(words.BROKEN_QUOTES.format(line=line)) from error
    return children_of_rows(rows)


def _parting(lines: Sequence[str]) -> str:
    """Return what parts columns: the sign that parts the heads, or else the commonest."""
    told = [line for line in lines if line.strip() and not line.lstrip().startswith(_REMARK)]
    for line in told[:_HEAD]:
        for sign in _PARTED_BY:
            if sign in line and _is_head(line.split(sign)):
                return sign
    counts = {sign: sum(sign in line for line in told) for sign in _PARTED_BY}
    return max(_PARTED_BY, key=lambda sign: counts[sign])


def children_of_rows(rows: Iterable[Row]) -> Children:
    """Return the list that some rows hold, each with the number of its line; raises BrokenChildren."""
    filled = [
        (line, [" ".join(text.split()) for text in row])
        for line, row in rows
        if any(text.strip() for text in row) and not next(filter(None, map(str.strip, row))).startswith(_REMARK)
    ]
    at, columns, unused = _head(filled)
    entries = tuple(_child(line, row, columns) for line, row in filled[at:] if not _sums_up(row))
    if not entries:
        raise BrokenChildren(words.NO_ORGANS)
    return Children(entries, unused)


def has_head(rows: Iterable[Row]) -> bool:
    """Say whether one of the first rows holds heads of a list."""
    filled = (row for _, row in rows if any(text.strip() for text in row))
    return any(_is_head(row) for row in islice(filled, _HEAD))


def _head(rows: Sequence[tuple[int, Sequence[str]]]) -> tuple[int, Mapping[str, int], tuple[str, ...]]:
    """Return where the organs begin, where each column stands, and the heads that are not understood.

    A title may stand over the heads.
    """
    for at, (_, row) in enumerate(rows[:_HEAD]):
        if not _is_head(row):
            continue
        columns: dict[str, int] = {}
        for number, text in enumerate(row):
            if (name := _column(text)) is not None:
                if name in columns:
                    raise BrokenChildren(words.TWO_COLUMNS.format(first=row[columns[name]], second=text))
                columns[name] = number
        if "organ" not in columns:
            raise BrokenChildren(words.NO_NAME_COLUMN.format(columns="、".join(filter(None, row))))
        return at + 1, columns, tuple(text for text in row if text and _column(text) is None)
    return 0, {"organ": _names_in(rows)}, ()


def _names_in(rows: Sequence[tuple[int, Sequence[str]]]) -> int:
    """Return where the names stand in a list without heads; before them there may be numbers."""
    numbered = all(len(row) > 1 and words.ONLY_NUMBER.fullmatch(row[0]) for _, row in rows)
    return 1 if rows and numbered else 0


def _sums_up(row: Sequence[str]) -> bool:
    return next(filter(None, row)).replace(" ", "") in words.SUMS


def _is_head(row: Sequence[str]) -> bool:
    return any(_column(text) is not None for text in row)


def _column(text: str) -> str | None:
    return words.COLUMNS.get("".join(text.split()))


def _child(line: int, row: Sequence[str], columns: Mapping[str, int]) -> Child:
    def told(name: str) -> str:
        at = columns.get(name, len(row))
        return row[at] if at < len(row) else ""

    number = words.NUMBER.match(told("organ"))
    organ = told("organ")[number.end() if number else 0 :]
    if not organ:
        raise BrokenChildren(words.NO_NAME.format(line=line))
    if not words.HAN.search(organ):
        raise BrokenChildren(words.BAD_NAME.format(line=line, organ=organ))
    scope, included = told("scope"), told("included")
    if scope not in words.SCOPES:
        raise BrokenChildren(words.BAD_SCOPE.format(line=line, organ=organ, value=scope))
    if included not in words.INCLUDED:
        raise BrokenChildren(words.BAD_INCLUDED.format(line=line, organ=organ, value=included))
    return Child(
        organ=organ,
        scope=words.SCOPES[scope],
        included=words.INCLUDED[included],
        former=tuple(_names(told("former"))),
        within=told("within") or None,
        remark=told("remark"),
        line=line,
    )


def _names(text: str) -> Iterator[str]:
    return filter(None, (name.strip() for name in words.BETWEEN_NAMES.split(text)))
