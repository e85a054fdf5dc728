"""A consolidation as a workbook (汇总工作簿): the sums, what each is made of, every organ and file, notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gongkai.report import Cell, State, Value
from gongkai.report.bounds import bounds
from gongkai.report.consolidation.consolidated import Consolidation, Status
from gongkai.report.consolidation.explain import Against
from gongkai.report.consolidation.sums import amount, columns
from gongkai.writers.comparison.words import HOW_READ
from gongkai.writers.consolidation import words
from gongkai.writers.consolidation.text import labels, listed, noted, shown, title, told, why
from gongkai.writers.report.form_book import form_before
from gongkai.writers.report.manuscript import manuscript
from gongkai.writers.spreadsheet import Sheet

_Written = Value | str | None
# An organ, its cell, and whether that adds nothing sure.
_Part = tuple[str, Cell, bool]
_WIDE, _MIDDLE, _NARROW = 60, 30, 12


def consolidation_book(consolidation: Consolidation, against: Against | None = None) -> bytes:
    """Return a workbook: figures are numbers, and what is not sure is a text that no sum takes for one.

    It begins with the report in the statutory form, which is all of it that is read again.
    """
    held = (_against(consolidation, against),) if against else ()
    data = (
        _sums(consolidation),
        _parts(consolidation),
        _members(consolidation),
        *held,
        _notes(consolidation, against),
    )
    return form_before(manuscript(consolidation.report), data)


def _sums(consolidation: Consolidation) -> Sheet:
    return Sheet(
        name=words.FORM_SHEET,
        columns=words.FORM_COLUMNS,
        widths=(_NARROW, _WIDE, _MIDDLE, _NARROW, _NARROW, _NARROW, _MIDDLE, _WIDE),
        rows=list(_sum_rows(consolidation)),
    )


def _sum_rows(consolidation: Consolidation) -> Iterator[Sequence[_Written]]:
    edition = consolidation.report.edition
    for (key, column), cell in zip(columns(edition), consolidation.report.cells, strict=True):
        low, high = (cell.value, cell.value) if cell.value is not None else bounds(cell, None)
        zero = consolidation.blank_is_zero
        parts = [
            (addend.organ, one, amount(one, column, blank_is_zero=zero) is None)
            for addend, one in consolidation.addends_of(key)
        ]
        unsure = [
            f"{organ} {shown(one)}"
            for organ, one, is_open in parts
            if is_open or (one.value is not None and (one.marked or one.repair))
        ]
        yield (
            *labels(edition)[key],
            _written(cell),
            low,
            high,
            _how(consolidation, cell, parts),
            listed(unsure),
        )


def _how(consolidation: Consolidation, cell: Cell, parts: Sequence[_Part]) -> str:
    """Return why a sum is not sure, or what a reader must know of one that is; "" for a plain one."""
    if cell.value is None and cell.state is not State.AMBIGUOUS:
        return words.STATE_SIGNS[cell.state]
    told = [HOW_READ.get(cell.method, "") if cell.value is not None else ""]
    told += [words.OPEN_ONES] if cell.value is None and any(is_open for _, _, is_open in parts) else []
    told += [words.MISSING_ONES] if cell.value is None and consolidation.of_status(Status.MISSING) else []
    told += [words.REPAIRED] if any(one.value is not None and one.repair for _, one, _ in parts) else []
    return words.LIST.join(filter(None, told))


def _parts(consolidation: Consolidation) -> Sheet:
    """Return the sheet of addends: a row for each child, a column for each cell, and their sums above them."""
    edition = consolidation.report.edition
    heads = [*words.PARTS_COLUMNS, *(" ".join(names) for names in labels(edition).values())]
    rows: list[Sequence[_Written]] = [
        (words.SUM_ROW, words.SCOPES[consolidation.report.scope], "", *map(_written, consolidation.report.cells))
    ]
    places = columns(edition)
    for addend in consolidation.addends:
        pairs = zip(places, addend.report.cells, strict=True)
        figures = (amount(cell, column) for (_, column), cell in pairs)
        written = (
            shown(cell) if value is None else value
            for value, cell in zip(figures, addend.report.cells, strict=True)
        )
        rows.append((addend.organ, words.SCOPES[addend.scope], words.LIST.join(addend.sources), *written))
    return Sheet(
        name=words.PARTS_SHEET,
        # Of many columns: the organ, the head and the sums stay beside them.
        moving="B3",
        columns=heads,
        widths=(_MIDDLE, *[_NARROW] * (len(heads) - 1)),
        rows=rows,
    )


def _members(consolidation: Consolidation) -> Sheet:
    rows = [
        (
            member.organ or "",
            words.STATUSES[member.status],
            words.SCOPES[member.scope],
            member.source or "",
            why(member),
        )
        for member in consolidation.members
    ]
    return Sheet(
        name=words.MEMBERS_SHEET,
        columns=words.MEMBER_COLUMNS,
        widths=(_MIDDLE, _NARROW, _NARROW, _MIDDLE, _WIDE),
        rows=rows,
    )


def _against(consolidation: Consolidation, against: Against) -> Sheet:
    names = labels(consolidation.report.edition)
    rows = [
        (*names[one.key], _written(one.here), _written(one.there), one.difference) for one in against.differences
    ]
    return Sheet(
        name=words.AGAINST_SHEET,
        columns=words.AGAINST_COLUMNS,
        widths=(_NARROW, _WIDE, _MIDDLE, _NARROW, _NARROW, _NARROW),
        rows=rows,
    )


def _notes(consolidation: Consolidation, against: Against | None) -> Sheet:
    rows = [(title(consolidation),), *((noted(note, whole=True),) for note in consolidation.notes)]
    if against:
        rows.append((words.AGAINST.format(source=against.source),))
        rows += [(sentence,) for sentence in told(against, consolidation.report.edition)]
    return Sheet(name=words.NOTES_SHEET, columns=words.NOTES_COLUMNS, widths=(100,), rows=rows, wraps=True)


def _written(cell: Cell) -> _Written:
    return cell.value if cell.state is State.PRINTED and cell.value is not None else shown(cell)
