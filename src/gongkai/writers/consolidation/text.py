"""What a consolidation says, in words (年报汇总的文字): parts, notes, differences and what explains them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from gongkai.report import EDITIONS, Cell, CellKey, State, Value, plain
from gongkai.report.bounds import bounds
from gongkai.report.consolidation.consolidated import Consolidation, Member, Note
from gongkai.report.consolidation.explain import Against, Change
from gongkai.terms import marks
from gongkai.writers.consolidation import words


def title(consolidation: Consolidation) -> str:
    """Return what was consolidated."""
    report = consolidation.report
    return words.TITLE.format(organ=report.organ, year=report.year, count=len(consolidation.addends))


def why(member: Member) -> str:
    """Return why a file or an organ has the part it has; "" for one that simply counts."""
    report = member.report
    return words.WHY[member.status].format(
        beside=words.LIST.join((member.beside or "").split("\n")),
        count=member.count,
        scope=words.SCOPES[member.scope],
        year=report.year if report else "",
        edition=report.edition if report else "",
    )


def noted(note: Note, *, whole: bool = False) -> str:
    """Return a note as a sentence; of many names only the first few, unless the whole is asked for."""
    return words.NOTES[note.code].format(
        sources=listed(note.sources, whole=whole),
        organs=listed(note.organs, whole=whole),
        scope=words.SCOPES[note.scope],
        count=note.count,
    )


def listed(names: Sequence[str], *, whole: bool = False) -> str:
    """Return names in a row, each once; of many only the first few and their number."""
    once = list(dict.fromkeys(names))
    if whole or len(once) <= words.MOST_NAMED:
        return words.LIST.join(once)
    return words.AND_MORE.format(listed=words.LIST.join(once[: words.MOST_NAMED]), count=len(once))


@cache
def labels(edition: str) -> dict[CellKey, tuple[str, str, str]]:
    """Return the words for every cell: its table, its row with the group it stands in, its column."""
    return {
        (table.key, row.key, column.key): (
            words.TABLES[table.key],
            " ".join(row.labels[-2:] if len(row.labels) > 2 else row.labels[-1:]),
            column.label,
        )
        for table in EDITIONS[edition].tables
        for row in table.rows
        for column in row.columns
    }


def cell_name(key: CellKey, edition: str) -> str:
    """Return what a cell is called in a sentence."""
    table, row, column = labels(edition)[key]
    return words.CELL.format(table=table, row=row, column=column)


def shown(cell: Cell) -> str:
    """Return what a cell holds: its value, its bounds, or the sign that says why there is no value."""
    if cell.state is State.PRINTED and cell.value is not None:
        return plain(cell.value)
    low, high = bounds(cell, None)
    if low is None:
        return words.STATE_SIGNS[cell.state]
    if high is None:
        return marks.AT_LEAST.format(low=plain(low))
    return marks.BETWEEN.format(low=plain(low), high=plain(high))


def told(against: Against, edition: str) -> Iterator[str]:
    """Yield all that is found against another report, in sentences; the differing cells are not among them."""
    yield from (words.UNFIT[code] for code in against.unfit)
    if against.same and not against.open:
        yield words.SAME
    elif not against.differences and not against.unfit:
        compared = len(EDITIONS[edition].keys) - against.open
        yield words.SAME_SO_FAR.format(count=compared) if compared else words.NOTHING_COMPARED
    if against.open and against.open < len(EDITIONS[edition].keys):
        yield words.OPEN.format(count=against.open)
    for cause in against.causes:
        organs = listed(cause.organs)
        if len(cause.organs) > 1 and cause.code != "also_missing":
            organs = words.ONE_OF.format(organs=organs)
        sentences = words.DOUBTFUL if cause.doubtful else words.CAUSES
        yield sentences[cause.code].format(organs=organs, sources=listed(cause.sources))
    yield from (changed(change, edition) for change in against.changes)
    if against.differences and not against.causes and not against.changes:
        yield words.UNTRACED


def changed(change: Change, edition: str) -> str:
    """Return a change since a former consolidation as a sentence."""
    cells = words.LIST.join(
        words.CHANGED_CELL.format(cell=cell_name(key, edition), before=_value(before), after=_value(after))
        for key, before, after in change.cells[: words.MOST_CELLS]
    )
    return words.CHANGES[change.code].format(organ=change.organ, count=len(change.cells), cells=cells)


def differing(against: Against, edition: str) -> Iterator[str]:
    """Yield a line for every cell that differs."""
    for one in against.differences:
        here, there = shown(one.here), shown(one.there)
        text = words.DIFFERENCE.format(cell=cell_name(one.key, edition), here=here, there=there)
        if one.difference is not None:
            sign = "+" if one.difference > 0 else ""
            text = words.WITH_GAP.format(text=text, sign=sign, gap=plain(one.difference))
        yield text


def _value(value: Value | None) -> str:
    return words.NO_VALUE if value is None else plain(value)
