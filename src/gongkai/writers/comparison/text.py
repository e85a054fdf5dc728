"""What a comparison says, in words (年报比较的文字): names, figures with their signs, changes, notes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import groupby

from gongkai.report import EDITIONS, Scope
from gongkai.report.compare import Block, Break, Group
from gongkai.report.editions import APPLICANT_COLUMNS, DISPUTE_COLUMNS
from gongkai.report.figure import Change, Figure
from gongkai.report.lineup import Entry, Kind, Note
from gongkai.report.measures import Measure
from gongkai.writers.comparison import words


@cache
def names(edition: str) -> dict[str, tuple[str, str]]:
    """Return the name of every measure of an edition by its key, with the group it stands in ("" for none)."""
    found = {key: ("", label) for key, label in words.MEASURES.items()}
    for row, label in words.DISPUTE_ROWS.items():
        for column in DISPUTE_COLUMNS:
            found[f"{row}.{column.key}"] = (label, column.label)
        found[f"{row}.corrected_rate"] = (label, words.CORRECTED_RATE)
    for table in EDITIONS[edition].tables:
        for line in table.rows:
            inner = line.labels[-2:] if len(line.labels) > 2 else line.labels[-1:]
            for cell in line.columns:
                found[f"{table.key}/{line.key}/{cell.key}"] = (words.INSIDE.join(inner), cell.label)
    for column in APPLICANT_COLUMNS:
        found[f"3/3.6/{column.key}"] = (words.MEASURES["otherwise"], column.label)
    return found


def name(measure: Measure, edition: str | None = None) -> tuple[str, str]:
    """Return the group and the name of a measure; of a cell, as an edition (the newest if None) prints them."""
    return names(edition or max(EDITIONS))[measure.key]


def shown(figure: Figure | None, *, share: bool = False) -> str:
    """Return a figure as people read it: a value, what bounds it, or the sign that says why there is none."""
    if figure is None:
        return words.NOT_IN_FORM
    if figure.value is not None:
        return words.PERCENT.format(value=figure.value) if share else str(figure.value)
    if not figure.states:
        return words.NOT_IN_FORM
    sign = words.SIGNS[figure.states[0]] if len(figure.states) == 1 else words.SEVERAL_STATES
    if figure.low is None:
        return sign
    if figure.high is None:
        return words.AT_LEAST.format(low=figure.low)
    one = words.PERHAPS if figure.low == figure.high else words.BETWEEN
    return one.format(sign=sign, value=figure.low, low=figure.low, high=figure.high)


def why(figure: Figure | None) -> str:
    """Return what a reader must know of a figure: why there is no value, or how it was read; "" for a plain one."""
    if figure is None:
        return words.OTHER_EDITION
    if figure.states:
        reasons = words.LIST.join(words.WHY[state] for state in figure.states)
        return words.WHY_NOT_KNOWN.format(count=figure.missing, reasons=reasons)
    return words.HOW_READ.get(figure.method, "") if figure.known else words.SHARE_OF_NOTHING


def sign(figure: Figure | None) -> str:
    """Return what a value bears that was not simply read."""
    return words.METHOD_SIGNS[figure.method] if figure is not None and figure.known else ""


def changed(change: Change | None, *, share: bool = False) -> str:
    """Return a change as people read it, "" where there is none to tell: nothing to nothing is no news."""
    if change is None:
        return ""
    if not change.difference:
        return "" if change.percent is None else words.SAME
    difference = f"{change.difference:+}"
    if share:
        return words.POINTS.format(value=difference)
    if change.percent is None:
        return difference
    return words.WITH_PERCENT.format(difference=difference, percent=f"{change.percent:+}")


def title(group: Group) -> str:
    """Return what a group compares."""
    first, last = group.entries[0], group.entries[-1]
    if group.kind is Kind.YEARS:
        return words.YEARS_OF_ORGAN.format(organ=full_name(first), first=first.year, last=last.year)
    return words.ORGANS_OF_YEAR.format(year=first.year, count=len({entry.organ for entry in group.entries}))


def section_title(block: Block) -> str:
    """Return the title of a block, with its edition where only that has it."""
    plain = words.SECTIONS[block.section]
    return words.OF_EDITION.format(title=plain, edition=block.edition) if block.edition else plain


def full_name(entry: Entry) -> str:
    """Return an organ's name, with whose work is counted where that is known."""
    if entry.scope is Scope.UNKNOWN:
        return entry.organ
    return words.WITH_SCOPE.format(organ=entry.organ, scope=words.SCOPES[entry.scope])


def label(group: Group, entry: Entry) -> str:
    """Return what tells an entry from the others of its group."""
    return words.YEAR.format(year=entry.year) if group.kind is Kind.YEARS else full_name(entry)


def notes_of(group: Group) -> list[str]:
    """Return all that must be said of a group."""
    years = groupby(group.breaks, key=lambda one: one.year)
    return [*(broken(breaks) for _, breaks in years), *(noted(note) for note in group.notes)]


def noted(note: Note) -> str:
    """Return a note as a sentence."""
    return words.NOTES[note.code].format(
        sources=words.LIST.join(note.sources),
        first="".join(note.sources[:1]),
        others=words.LIST.join(note.sources[1:]),
        organ=note.organ,
        years=words.LIST.join(map(str, note.years)),
        scope=words.SCOPES[note.scope],
        differing=words.DIFFERENCE.format(count=note.count) if note.count else words.NO_DIFFERENCE,
    )


def broken(breaks: Iterable[Break]) -> str:
    """Return as a sentence that a year does not begin where the year before ended, in some columns."""
    found = list(breaks)
    labels = {column.key: column.label for column in APPLICANT_COLUMNS}
    columns = (
        words.BROKEN_COLUMN.format(
            column=labels[one.column], carried_in=one.carried_in, carried_out=one.carried_out
        )
        for one in found
    )
    year = found[0].year
    return words.BREAK.format(year=year, before=year - 1, columns=words.LIST.join(columns))
