"""Which reports stand beside each other (分组): years of one organ, organs of one year, and which were left out."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

import msgspec

from gongkai.report.annual_report import AnnualReport, Scope
from gongkai.report.json_form import encode

Named = Sequence[tuple[str, AnnualReport]]


class Kind(StrEnum):
    """What is compared: the years of one organ, or the organs of one year."""

    YEARS = "years"
    ORGANS = "organs"


class Entry(msgspec.Struct, frozen=True):
    """A report in a comparison: its source, who and when, and whose work it is taken to count.

    `organ` is the name without blanks; `scope` is the report's own, or that of the organ's other reports where it
    does not say.
    """

    source: str
    organ: str
    year: int
    scope: Scope
    report: AnnualReport


class Lineup(msgspec.Struct, frozen=True):
    """Reports to be compared: of one organ by year, or of one year by name and scope."""

    kind: Kind
    entries: tuple[Entry, ...]


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader must know of some reports: a stable code, and the reports it speaks of.

    no_organ, no_year: cannot be placed. duplicate: only the first of the sources is counted, and `count` cells
    differ. alone: nothing to compare it with. scope_taken: does not say whose work it counts, and is taken for
    `scope`. nothing_known: no cell has a value. missing_years: not at hand. editions: table 2 changed. not_read:
    could not be read, as whoever read the files may add.
    """

    code: str
    sources: tuple[str, ...] = ()
    organ: str | None = None
    years: tuple[int, ...] = ()
    scope: Scope = Scope.UNKNOWN
    count: int = 0


def line_up(reports: Named) -> tuple[list[Lineup], list[Note]]:
    """Return who is compared with whom, years first, with notes on the rest; order does not matter."""
    notes: list[Note] = []
    entries = list(_single(_placed(sorted(reports, key=_place), notes), notes))
    found = [*_years(entries), *_organs(entries)]
    compared = {(entry.source, entry.organ, entry.year) for one in found for entry in one.entries}
    for entry in entries:
        if (entry.source, entry.organ, entry.year) not in compared:
            notes.append(_note("alone", entry))
        if all(cell.value is None for cell in entry.report.cells):
            notes.append(_note("nothing_known", entry))
    return found, notes


def _place(named: tuple[str, AnnualReport]) -> tuple[str, bytes]:
    return named[0], encode(named[1])


def _placed(reports: Iterable[tuple[str, AnnualReport]], notes: list[Note]) -> Iterator[Entry]:
    """Yield an entry for each report that says who it is of and when, with the scope it is taken for."""
    organs: defaultdict[str, list[tuple[str, AnnualReport, int]]] = defaultdict(list)
    for source, report in reports:
        name = unicodedata.normalize("NFKC", _bare(report.organ or ""))
        if not name or report.year is None:
            years = () if report.year is None else (report.year,)
            notes.append(Note(code="no_year" if name else "no_organ", sources=(source,), organ=name, years=years))
        else:
            organs[name].append((source, report, report.year))
    for _, several in sorted(organs.items()):
        name = _bare(several[0][1].organ or "")
        scopes = {report.scope for _, report, _ in several} - {Scope.UNKNOWN}
        only = scopes.pop() if len(scopes) == 1 else Scope.UNKNOWN
        for source, report, year in several:
            if report.scope is Scope.UNKNOWN and not _denied(report, several):
                yield Entry(source, name, year, only, report)
            else:
                yield Entry(source, name, year, report.scope, report)


def _bare(name: str) -> str:
    """Return a name without blanks and without what would steer a terminal."""
    return "".join(char for char in name if char.isprintable() and not char.isspace())


def _denied(report: AnnualReport, several: list[tuple[str, AnnualReport, int]]) -> bool:
    """Say whether the organ has another report of the same year, with other figures, that says its scope."""
    return any(
        other.scope is not Scope.UNKNOWN and year == report.year and differing(report, other)
        for _, other, year in several
    )


def differing(one: AnnualReport, other: AnnualReport) -> int:
    """Return how many cells of two reports differ in value or in why there is none."""
    if one.edition != other.edition:
        return len(one.cells)
    pairs = zip(one.cells, other.cells, strict=True)
    return sum((left.value, left.state) != (right.value, right.state) for left, right in pairs)


def _single(entries: Iterable[Entry], notes: list[Note]) -> Iterator[Entry]:
    """Yield one entry for each organ, year and scope: the one that knows most."""
    same: defaultdict[tuple[str, int, Scope], list[Entry]] = defaultdict(list)
    for entry in entries:
        same[entry.organ, entry.year, entry.scope].append(entry)
    for several in same.values():
        best, *others = sorted(several, key=lambda entry: sum(cell.value is None for cell in entry.report.cells))
        if others:
            count = max(differing(best.report, other.report) for other in others)
            notes.append(_note("duplicate", best, *others, count=count))
        yield best


def _years(entries: list[Entry]) -> Iterator[Lineup]:
    series: defaultdict[tuple[str, Scope], list[Entry]] = defaultdict(list)
    for entry in entries:
        series[entry.organ, entry.scope].append(entry)
    for _, some in sorted(series.items()):
        if len(some) > 1:
            yield Lineup(Kind.YEARS, tuple(sorted(some, key=lambda entry: entry.year)))


def _organs(entries: list[Entry]) -> Iterator[Lineup]:
    years: defaultdict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        years[entry.year].append(entry)
    for _, some in sorted(years.items()):
        if len({entry.organ for entry in some}) > 1:
            yield Lineup(Kind.ORGANS, tuple(sorted(some, key=lambda entry: (entry.organ, entry.scope))))


def _note(code: str, first: Entry, *others: Entry, count: int = 0) -> Note:
    sources = tuple(entry.source for entry in (first, *others))
    return Note(code=code, sources=sources, organ=first.organ, years=(first.year,), scope=first.scope, count=count)
