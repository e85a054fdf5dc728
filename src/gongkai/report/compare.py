"""Reports → what they say beside each other (年报比较): the years of one organ, or the organs of one year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from gongkai.report.annual_report import Scope
from gongkai.report.cells import Value
from gongkai.report.editions import APPLICANT_COLUMNS
from gongkai.report.figure import Change, Figure, Said, change, figure
from gongkai.report.lineup import Entry, Kind, Lineup, Named, Note, line_up
from gongkai.report.measures import ALL_SECTIONS, DISCLOSURE, KEY_SECTIONS, RECEIVED, Measure, measures


class Line(msgspec.Struct, frozen=True):
    """A measure over the entries of a block: what each says, the change from the entry before, and totals.

    A figure is None where the entry's edition has no such measure.
    """

    measure: Measure
    figures: tuple[Figure | None, ...]
    changes: tuple[Change | None, ...] = ()
    totals: tuple[Figure, ...] = ()


class Total(msgspec.Struct, frozen=True):
    """What stands in a total: the entries of one scope, two or more, as numbers in the group."""

    scope: Scope
    entries: tuple[int, ...]


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """Lines of one section over some entries of a group, by their number; `edition` where only one has them."""

    section: str
    edition: str | None = None
    entries: tuple[int, ...]
    lines: tuple[Line, ...]
    totals: tuple[Total, ...] = ()


class Break(msgspec.Struct, frozen=True):
    """A year that does not begin with what the year before carried over (结转不一致), in a column of table 3."""

    year: int
    column: str
    carried_out: Value
    carried_in: Value


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """Reports side by side: years of one organ from the first, or organs of one year by requests received."""

    kind: Kind
    entries: tuple[Entry, ...]
    blocks: tuple[Block, ...]
    breaks: tuple[Break, ...] = ()
    notes: tuple[Note, ...] = ()

    def line(self, key: str) -> Line:
        """Return the line of a measure that all entries have."""
        return next(line for block in self.blocks for line in block.lines if line.measure.key == key)


class Comparison(msgspec.Struct, frozen=True):
    """All groups that some reports make, and what must be said about the rest."""

    groups: tuple[Group, ...]
    notes: tuple[Note, ...]


def compare(reports: Named, *, full: bool = False, total: bool = False) -> Comparison:
    """Return the comparison of some named reports; their order does not matter.

    `full` adds every cell of tables 3 and 4; `total` adds totals over organs, one for each scope.
    """
    lineups, notes = line_up(reports)
    return Comparison(tuple(_group(lineup, full=full, total=total) for lineup in lineups), tuple(notes))


def _group(lineup: Lineup, *, full: bool, total: bool) -> Group:
    by_year = lineup.kind is Kind.YEARS
    entries = lineup.entries if by_year else _largest_first(lineup.entries)
    blocks: list[Block] = []
    for section in ALL_SECTIONS if full else KEY_SECTIONS:
        for edition, numbers in _comparable(section, entries):
            totals = _totals(entries, numbers) if total and not by_year else ()
            lines = tuple(_lines(section, entries, numbers, totals, by_year=by_year))
            blocks.append(Block(section=section, edition=edition, entries=numbers, lines=lines, totals=totals))
    return Group(
        kind=lineup.kind,
        entries=entries,
        blocks=tuple(blocks),
        breaks=tuple(_breaks(entries)) if by_year else (),
        notes=tuple(_notes(lineup.kind, entries)),
    )


def _largest_first(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return entries by requests received, from the most; those that nobody knows last."""

    def received(entry: Entry) -> tuple[bool, Value]:
        value = figure(_said(entry, RECEIVED)).value
        return value is not None, value or 0

    return tuple(sorted(entries, key=received, reverse=True))


def _said(entry: Entry, key: str) -> Said:
    return entry.report, _measures(entry)[key]


def _measures(entry: Entry) -> dict[str, Measure]:
    return {measure.key: measure for measure in measures(entry.report.edition)}


def _comparable(section: str, entries: Sequence[Entry]) -> list[tuple[str | None, tuple[int, ...]]]:
    """Return the runs of entries that a section may be compared over: table 2 only within an edition."""
    if section != DISCLOSURE:
        return [(None, tuple(range(len(entries))))]
    editions: defaultdict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        editions[entry.report.edition].append(number)
    return [(edition, tuple(numbers)) for edition, numbers in sorted(editions.items())]


def _totals(entries: Sequence[Entry], numbers: Sequence[int]) -> tuple[Total, ...]:
    scopes = {scope: tuple(n for n in numbers if entries[n].scope is scope) for scope in Scope}
    return tuple(Total(scope, some) for scope, some in scopes.items() if len(some) > 1)


def _lines(
    section: str, entries: Sequence[Entry], numbers: Sequence[int], totals: Sequence[Total], *, by_year: bool
) -> Iterator[Line]:
    newest = max((entries[number].report.edition for number in numbers), default="")
    known = {number: _measures(entries[number]) for number in numbers}
    for measure in measures(newest):
        if measure.section != section:
            continue
        said = {n: (entries[n].report, known[n][measure.key]) for n in numbers if measure.key in known[n]}
        yield Line(
            measure,
            tuple(figure(said[n]) if n in said else None for n in numbers),
            _changes(said, numbers) if by_year else (),
            tuple(figure(*(said[n] for n in one.entries if n in said)) for one in totals),
        )


def _changes(said: dict[int, Said], numbers: Sequence[int]) -> tuple[Change | None, ...]:
    both = ((old, new) for old, new in pairwise(numbers))
    return (None, *(change(said[old], said[new]) if old in said and new in said else None for old, new in both))


def _breaks(entries: Sequence[Entry]) -> Iterator[Break]:
    for before, after in pairwise(entries):
        if after.year != before.year + 1:
            continue
        for column in APPLICANT_COLUMNS:
            carried_out = before.report.cell("3", "4", column.key).value
            carried_in = after.report.cell("3", "2", column.key).value
            if carried_out is not None and carried_in is not None and carried_out != carried_in:
                yield Break(after.year, column.key, carried_out, carried_in)


def _notes(kind: Kind, entries: Sequence[Entry]) -> Iterator[Note]:
    for scope in (Scope.OWN, Scope.CONSOLIDATED):
        taken = [entry for entry in entries if entry.scope is scope and entry.report.scope is not scope]
        if taken:
            yield Note(code="scope_taken", sources=tuple(sorted(entry.source for entry in taken)), scope=scope)
    years = {entry.year for entry in entries}
    if kind is Kind.YEARS and (missing := tuple(sorted(set(range(min(years), max(years))) - years))):
        yield Note(code="missing_years", organ=entries[0].organ, years=missing)
    if len({entry.report.edition for entry in entries}) > 1:
        yield Note(code="editions", years=tuple(sorted(years)))
