"""What makes figures that look certain doubtful (存疑): signs that a whole row or table is not where it seems.

Each function yields rows or cells of one table that must carry a mark, with what else they could be. None of them
corrects anything: an author's wrong sum alone is no sign.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, combinations

import msgspec

from gongkai.readers.labels import HEAD_ORDERS, TOTAL_FIRST, TOTAL_LAST
from gongkai.readers.patterns import OTHER_COLUMNS
from gongkai.readers.tables.fields import TOKEN, kind
from gongkai.readers.tables.locate import Located
from gongkai.readers.tables.row_reading import RowReading, sums_hold
from gongkai.readers.tables.slots import Slot
from gongkai.readers.tape import Tape
from gongkai.report import EDITION_2021, State, Value

# So many rows whose sums fail are no slips of the author: the columns are not what they seem.
_MOST_WRONG_SUMS = 3
# So many rows that lost a cell make every blank of the table doubtful.
_MOST_LOST = 3

Doubt = tuple[int, int, tuple[Value | None, ...]]


class TableReading(msgspec.Struct, frozen=True):
    """One table as read: the slots of its rows, and what each printed row says (None: the row is absent)."""

    tape: Tape
    located: Located
    slots: tuple[Slot, ...]
    rows: tuple[RowReading | None, ...]
    group: int
    begin: int


def doubts(table: TableReading, copies: Sequence[RowReading]) -> dict[tuple[int, int], tuple[Value | None, ...]]:
    """Return every doubtful cell by row and column, with its other possible values."""
    found: dict[tuple[int, int], tuple[Value | None, ...]] = {}
    for row, column, others in chain(*(rule(table) for rule in _RULES), _differing(table, copies)):
        found[row, column] = (*found.get((row, column), ()), *others)
    return found


def _whole_row(table: TableReading, number: int) -> Iterator[Doubt]:
    """Doubt all cells of a row: each could be any other of it, or blank."""
    row = table.rows[number]
    if row:
        others = (*dict.fromkeys(cell.value for cell in row.cells if cell.value is not None), None)
        yield from ((number, column, others) for column in range(len(row.cells)))


def _differing(table: TableReading, copies: Sequence[RowReading]) -> Iterator[Doubt]:
    """Doubt cells that a second copy of their row prints otherwise."""
    for copy in copies:
        row = table.rows[copy.row]
        if row and row.cells and len(row.cells) == len(copy.cells) and shows_something(copy):
            for column, (one, other) in enumerate(zip(row.cells, copy.cells, strict=True)):
                if one.value != other.value:
                    yield copy.row, column, (other.value,)


def shows_something(row: RowReading) -> bool:
    """Say whether a row shows any figure or sign."""
    return bool(row.rows or row.loose or any(cell.state is not State.BLANK for cell in row.cells))


def _crowded(table: TableReading) -> Iterator[Doubt]:
    """Doubt a row with more figures behind it than rows lack their labels, where no line parts them."""
    for number, row in enumerate(table.rows):
        if row and row.orphans and (row.crowded or len(row.cells) == 1):
            missing = 0
            while number + missing + 1 < len(table.rows) and table.rows[number + missing + 1] is None:
                missing += 1
            if missing != len(row.orphans):
                yield from _whole_row(table, number)


def _glued_to_another_row(table: TableReading) -> Iterator[Doubt]:
    """Doubt figures that nothing firm parts from those of a row beside them that is lost or shows nothing."""
    for number, row in enumerate(table.rows):
        if not row or len(row.cells) != 1 or kind(row.slot.text) != "soft":
            continue
        text = row.cells[0].text
        after, before = table.rows[number + 1 : number + 2], table.rows[number - 1] if number else row
        lost = None in after or not before or not shows_something(before)
        if lost and "\n" not in row.slot.text and text.isdigit() and len(text) > 1:
            yield number, 0, tuple(int(text[:end]) for end in range(1, len(text)))


def _before_the_labels(table: TableReading) -> Iterator[Doubt]:
    """Doubt every row where a row's worth of figures stands before the first label: they may be its own."""
    first = table.slots[0]
    bare = table.located.skeleton.labels[first.label.label].bare
    at = first.label.start - first.lead
    if table.tape.han[:at].endswith(bare):
        return
    before = table.tape.text[max(table.begin, table.tape.end_on_tape(at)) : table.tape.on_tape(at)]
    width = len(row.cells) if (row := table.rows[first.row]) else 0
    if width > 1 and sum(token.isdigit() for token in TOKEN.findall(before.replace("|", " "))) >= width:
        for number in range(len(table.rows)):
            yield from _whole_row(table, number)


def _head_out_of_order(table: TableReading) -> Iterator[Doubt]:
    """Doubt every row where the head prints its columns in another order than the form."""
    sheet = table.located.skeleton
    start, first, last = (table.tape.in_han(table.begin), table.slots[0].label, table.slots[-1].label)
    if sheet.table == "4":
        # A head printed twice is in order twice; one in another order leaves some labels over.
        keys = {hit.label for hit in table.located.hits}
        over = {sheet.labels[copy.label].bare for copy in table.located.copies}
        wrong = any(n not in keys and label.bare in over for n, label in enumerate(sheet.labels))
        head = table.tape.han[start : first.end]
        wrong |= head.count(TOTAL_FIRST) > head.count(TOTAL_LAST)
    elif sheet.table == "3":
        head = table.tape.han[start : first.start]
        wrong = any(not _in_order(head, order) for order in HEAD_ORDERS[sheet.edition, "3"])
    else:
        whole = table.tape.han[start : last.start]
        wrong = any(_has_swapped(whole, order) for order in HEAD_ORDERS[sheet.edition, "2"])
        wrong |= _has_other_columns(table)
    if wrong:
        for number in range(len(table.rows)):
            yield from _whole_row(table, number)


def _has_other_columns(table: TableReading) -> bool:
    """Say whether table 2 prints columns that its edition does not have, such as last year's figures."""
    whole = table.tape.text[table.begin : table.slots[-1].start]
    return table.located.skeleton.edition == EDITION_2021.key and OTHER_COLUMNS.search(whole) is not None


def _in_order(head: str, words: tuple[str, ...]) -> bool:
    """Say whether the words found in a head stand in order; words that are cut or lost say nothing."""
    places = [head.find(word) for word in words]
    known = [place for place in places if place >= 0]
    return known == sorted(known)


def _has_swapped(head: str, words: tuple[str, ...]) -> bool:
    """Say whether one of a head's words stands right before one that belongs ahead of it."""
    return any(after + before in head for before, after in combinations(words, 2))


def _wrong_sums(table: TableReading) -> Iterator[Doubt]:
    """Doubt rows whose sums fail beside a lost or crowded row, and all rows where many fail."""
    if not table.group:
        return
    failing = [number for number, row in enumerate(table.rows) if row and _fails(row, table.group)]
    many = len(failing) > _MOST_WRONG_SUMS
    for number in failing if not many else range(len(table.rows)):
        row = table.rows[number]
        if row and (many or row.slot.dirty or row.orphans or _has_blanks(row) or _beside_a_gap(table, number)):
            yield from _whole_row(table, number)


def _fails(row: RowReading, group: int) -> bool:
    if not row.cells or any(cell.value is None and cell.state is not State.BLANK for cell in row.cells):
        return False
    parts = [row.cells[at : at + group] for at in range(0, len(row.cells), group)]
    return any(part[-1].value is not None and not sums_hold([cell.value for cell in part], group) for part in parts)


def _lost_cells(table: TableReading) -> Iterator[Doubt]:
    """Doubt blanks where other rows have lost cells, and a blank total among printed ones."""
    rows = [row for row in table.rows if row]
    lost = sum(not row.cells for row in rows) > _MOST_LOST
    totals = [row.cells[-1].state is not State.BLANK for row in rows if len(row.cells) == table.group > 0]
    for number, row in enumerate(table.rows):
        if not row or not row.cells or not any(cell.state is State.BLANK for cell in row.cells):
            continue
        odd = (
            len(row.cells) == table.group and row.cells[-1].state is State.BLANK and any(c.value for c in row.cells)
        )
        if (lost and len(row.cells) > 1) or (odd and sum(totals) > 4 * (len(totals) - sum(totals))):
            yield from _whole_row(table, number)


def _has_blanks(row: RowReading) -> bool:
    """Say whether a row has blanks that only their number tells from lost cells."""
    return kind(row.slot.text) != "cells" and any(cell.state is State.BLANK for cell in row.cells)


def _beside_a_gap(table: TableReading, number: int) -> bool:
    around = [n for n in (number - 1, number + 1) if 0 <= n < len(table.rows)]
    return any((row := table.rows[n]) is None or not row.cells for n in around)


_RULES = (_crowded, _glued_to_another_row, _before_the_labels, _head_out_of_order, _wrong_sums, _lost_cells)
