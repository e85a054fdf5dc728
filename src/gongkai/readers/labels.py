"""The form's labels as a reader meets them: Chinese characters alone, in reading order (标签).

Brackets, quotes, digits, blanks and the ordinals before a label differ from source to source; its Chinese
characters do not, so labels are matched by them. A skeleton lists what a table prints from top to bottom.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

import msgspec

from gongkai.readers.words import ORDINALS
from gongkai.report import EDITIONS, Row
from gongkai.terms import form

_NOT_HAN = re.compile("[^\u4e00-\u9fff]+")
_ORDINAL = re.compile(r"^(?:[一二三四五六七]、|（[一二三四五六七]）|\d\.)")


class Label(msgspec.Struct, frozen=True):
    """One label of a skeleton. `row` is the index of the table's row it names; None for heads and groups.

    `bare` is the label without its ordinal; `full` is what the form prints; `ordinal` is the digit before it.
    """

    bare: str
    full: str
    row: int | None = None
    ordinal: str = ""
    depth: int = 1

    def lead_before(self, text: str, start: int) -> int:
        """Return how many characters of the label's Chinese ordinal stand before `start`: all of them or none."""
        length = len(self.full) - len(self.bare)
        return length if length and text.endswith(self.full[:length], 0, start) else 0


class Skeleton(msgspec.Struct, frozen=True):
    """A table's labels in reading order and, as one string, everything the clean form prints."""

    edition: str
    table: str
    labels: tuple[Label, ...]
    whole: str
    ends: tuple[int, ...]
    marks: tuple[str, ...]


def han(text: str) -> str:
    """Return the Chinese characters of a text."""
    return _NOT_HAN.sub("", text)


def _label(text: str, row: int | None = None, depth: int = 1) -> Label:
    ordinal = _ORDINAL.match(text)
    bare = text[ordinal.end() :] if ordinal else text
    digit = ordinal[0][0] if ordinal and ordinal[0][0].isdigit() else ""
    return Label(han(bare), han(text), row, digit, depth)


def _table_2(rows: tuple[Row, ...]) -> list[Label]:
    labels: list[Label] = []
    block = ""
    for number, row in enumerate(rows):
        if row.labels[0] != block:
            block = row.labels[0]
            labels += [_label(text) for text in (block, form.CONTENT, *(c.label for c in row.columns))]
        labels.append(_label(row.label, number))
    return labels


def _table_3(rows: tuple[Row, ...]) -> list[Label]:
    labels: list[Label] = []
    groups: tuple[str, ...] = ()
    for number, row in enumerate(rows):
        labels += [
            _label(text)
            for depth, text in enumerate(row.labels[:-1])
            if row.labels[: depth + 1] != groups[: depth + 1]
        ]
        groups = row.labels[:-1]
        labels.append(_label(row.label, number, len(row.labels)))
    return labels


def _table_4(rows: tuple[Row, ...]) -> list[Label]:
    columns = [_label(column.label) for column in rows[0].columns]
    heads = [_label(form.RECONSIDERATION), _label(form.LITIGATION), *columns]
    heads += [_label(form.LITIGATION_DIRECT), _label(form.LITIGATION_AFTER), *columns, *columns]
    *heads, last = heads
    return [*heads, Label(last.bare, last.full, 0)]


_BUILDERS = {"2": _table_2, "3": _table_3, "4": _table_4}

# What only this table prints, and what betrays where it begins even when its head is damaged.
_MARKS = {
    "2": (
        form.CONTENT,
        form.MADE_2021,
        form.MADE_2019,
        form.REPEALED,
        form.IN_FORCE,
        form.PUBLISHED,
        form.PUBLISHED_TOTAL,
    ),
    "3": (
        form.RECEIVED,
        form.CARRIED_IN,
        form.PARTLY_GRANTED,
        *form.DENIALS,
        *form.UNAVAILABILITIES,
        form.CARRIED_OUT,
    ),
    "4": (form.PENDING, form.UPHELD, form.CORRECTED, form.LITIGATION_DIRECT),
}


@cache
def skeleton(edition_key: str, table_key: str) -> Skeleton:
    """Return the skeleton of one table of an edition."""
    table = EDITIONS[edition_key].table(table_key)
    labels = tuple(_BUILDERS[table_key](table.rows))
    whole, ends = "", []
    for label in labels:
        whole += label.full
        ends.append(len(whole))
    marks = tuple(_label(text).bare for text in _MARKS[table_key])
    return Skeleton(edition_key, table_key, labels, whole, tuple(ends), marks)


# Words of the heads, which may stand again in the middle of a table after a page break.
HEAD_WORDS = tuple(
    han(text)
    for text in (
        form.BALANCE_NOTE,
        form.APPLICANTS,
        form.NATURAL_PERSON,
        form.LEGAL_PERSONS,
        form.BUSINESS,
        form.RESEARCH,
        form.WELFARE,
        form.LEGAL_SERVICES,
        form.OTHER,
        form.TOTAL,
        form.RESULTS,
        form.DENIED,
        form.UNAVAILABLE,
        form.NOT_HANDLED,
        form.OTHERWISE_HANDLED,
        form.CONTENT,
        form.RECONSIDERATION,
        form.LITIGATION,
        form.UPHELD,
        form.CORRECTED,
        form.OTHER_RESULT,
        form.PENDING,
        form.LITIGATION_DIRECT,
        form.LITIGATION_AFTER,
    )
)
# The first words of table 3's head, short enough to have lost a character.
HEAD_STARTS = (han(form.BALANCE_NOTE)[:4], han(form.APPLICANTS)[:4])
HEAD_TEXT = "".join(HEAD_WORDS)

# The first heading with its ordinal: a text that prints it twice holds two reports.
FIRST_HEADING = han(ORDINALS[0] + form.HEADINGS_2021[0])

LAST_HEADING = han(ORDINALS[5] + form.HEADINGS_2021[5])

# The labels that only one edition prints, less those that prose uses too.
ONLY_2019 = tuple(
    map(
        han,
        (
            form.MADE_2019,
            form.PUBLISHED,
            form.PUBLISHED_TOTAL,
            form.PREVIOUS_ITEMS,
            form.OTHER_SERVICES,
            form.PROJECTS,
        ),
    )
)
ONLY_2021 = (
    *map(han, (form.MADE_2021, form.REPEALED, form.IN_FORCE, form.DECISIONS_2021, form.FEE_AMOUNT)),
    *(_label(text).bare for text in form.OTHER_ENDINGS[:2]),
)


# Row labels of one edition that another does not print: in a mixed report their figures are no row of its form.
_ROW_LABELS = {
    key: {_label(row.label).bare for table in e.tables for row in table.rows} for key, e in EDITIONS.items()
}
# What rows are called, without their ordinals but with their signs.
ROW_LABELS = frozenset(
    text[match.end() :] if (match := _ORDINAL.match(text)) else text
    for text in (row.label for edition in EDITIONS.values() for table in edition.tables[:2] for row in table.rows)
)
# What a line or a cell of the form can print alone: headings with their ordinals, and every label.
OFFICIAL_WORDS = frozenset(
    [
        f"{ORDINALS[n]}、{words}"
        for headings in (form.HEADINGS_2019, form.HEADINGS_2021)
        for n, words in enumerate(headings)
    ]
    + [
        text
        for edition in EDITIONS.values()
        for table in edition.tables
        for row in table.rows
        for text in (*row.labels, *(column.label for column in row.columns))
    ]
    + [form.CONTENT, form.APPLICANTS, form.LEGAL_PERSONS, form.RECONSIDERATION, form.LITIGATION]
)
FOREIGN_LABELS = frozenset(
    label
    for labels in _ROW_LABELS.values()
    for label in labels
    if any(label not in others for others in _ROW_LABELS.values()) and len(label) > 5
) - {han(form.NORMATIVE_DOCUMENTS_2019)}


def _first_words(*texts: str) -> tuple[str, ...]:
    # Two characters tell the columns apart, and a head that cuts its labels keeps them.
    return tuple(han(text)[:2] for text in texts)


# Words of each table's head in the order they must stand, by edition and table.
_APPLICANT_ORDER = _first_words(
    form.NATURAL_PERSON, form.BUSINESS, form.RESEARCH, form.WELFARE, form.LEGAL_SERVICES
)
_PERSON_ORDER = _first_words(form.NATURAL_PERSON, form.LEGAL_PERSONS)
_TOTAL_ORDER = (han(form.NATURAL_PERSON)[:2], han(form.TOTAL))
HEAD_ORDERS: dict[tuple[str, str], tuple[tuple[str, ...], ...]] = {
    (edition.key, "3"): (_APPLICANT_ORDER, _PERSON_ORDER, _TOTAL_ORDER) for edition in EDITIONS.values()
} | {
    (edition.key, "2"): tuple(
        tuple(han(column.label) for column in columns)
        for columns in dict.fromkeys(row.columns for row in edition.table("2").rows)
        if len(columns) > 1
    )
    for edition in EDITIONS.values()
}
# The last heads of a group of table 4 in the form's order, and those that stand so where the total is moved.
TOTAL_LAST = han(form.PENDING) + han(form.TOTAL)
TOTAL_FIRST = han(form.TOTAL) + han(form.UPHELD)


class Arrangement(msgspec.Struct, frozen=True):
    """Another way to print table 4: its skeleton, and for each printed row the cells (row, column) it holds.

    `below` says that figures stand below their labels.
    """

    skeleton: Skeleton
    rows: tuple[tuple[tuple[int, int], ...], ...]
    below: bool


def _arranged(labels: list[Label], rows: Sequence[Sequence[tuple[int, int]]], *, below: bool) -> Arrangement:
    whole = "".join(label.full for label in labels)
    ends = tuple(accumulate(len(label.full) for label in labels))
    sheet = Skeleton("", "4", tuple(labels), whole, ends, tuple(_label(text).bare for text in _MARKS["4"]))
    return Arrangement(sheet, tuple(tuple(row) for row in rows), below)


@cache
def dispute_arrangements() -> tuple[Arrangement, ...]:
    """Return the other ways in which table 4 is printed: a row a group, a table a group, a row a result, a list."""
    groups = (form.RECONSIDERATION, form.LITIGATION_DIRECT, form.LITIGATION_AFTER)
    results = (form.UPHELD, form.CORRECTED, form.OTHER_RESULT, form.PENDING, form.TOTAL)
    columns = [_label(text) for text in results]
    by_group = [[(row, column) for column in range(5)] for row in range(3)]
    apart: list[Label] = []
    listed: list[Label] = []
    for row, group in enumerate(groups):
        apart += [_label(group), *columns[:-1], _label(form.TOTAL, row)]
        listed += [_label(group), *(_label(text, 5 * row + n) for n, text in enumerate(results))]
    return (
        _arranged([*columns, *(_label(text, row) for row, text in enumerate(groups))], by_group, below=False),
        _arranged(apart, by_group, below=True),
        _arranged(
            [*map(_label, groups), *(_label(text, n) for n, text in enumerate(results))],
            [[(row, column) for row in range(3)] for column in range(5)],
            below=False,
        ),
        _arranged(listed, [[(row, column)] for row in range(3) for column in range(5)], below=False),
    )
