"""A comparison as data in long form, one line a figure (比较长表): as JSON, versioned, and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from gongkai.report import Method, Scope, State, Value
from gongkai.report.compare import Block, Break, Comparison, Group, Line, Total
from gongkai.report.figure import Change, Figure
from gongkai.report.lineup import Entry, Kind, Note
from gongkai.report.long_table import harmless
from gongkai.writers.comparison.text import name, noted, title

VERSION = 1


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """One figure of one report; or the total of several (`reports`), which has no organ and no source.

    `measure` is the key, `label` its name in Chinese; `unit` is percent, or number for counts and amounts. `value`
    is None where a cell is unknown: then `missing` cells are in the `states`, and `low` and `high` bound it.
    `difference` and `percent` are the change since the year `since`; that of percentages is in points.
    """

    group: int
    kind: Kind
    organ: str | None
    year: int
    edition: str | None
    scope: Scope
    source: str | None
    reports: int
    section: str
    measure: str
    label: str
    unit: str
    value: Value | None
    low: Value | None
    high: Value | None
    missing: int
    states: tuple[State, ...]
    method: Method
    since: int | None = None
    difference: Value | None = None
    percent: Value | None = None


COLUMNS = Compared.__struct_fields__


class ToldNote(msgspec.Struct, frozen=True):
    """A note with its sentence."""

    code: str
    sources: tuple[str, ...]
    message: str


class ComparedGroup(msgspec.Struct, frozen=True):
    """A group as data."""

    number: int
    kind: Kind
    title: str
    breaks: tuple[Break, ...]
    notes: tuple[ToldNote, ...]
    figures: tuple[Compared, ...]


class ComparisonData(msgspec.Struct, frozen=True):
    """A comparison as data."""

    version: int
    groups: tuple[ComparedGroup, ...]
    notes: tuple[ToldNote, ...]


_encoder = msgspec.json.Encoder(decimal_format="number")


def comparison_json(comparison: Comparison) -> bytes:
    """Return a comparison as JSON with line ends."""
    groups = tuple(
        ComparedGroup(number, one.kind, title(one), one.breaks, _told(one.notes), tuple(_of_group(number, one)))
        for number, one in enumerate(comparison.groups, 1)
    )
    data = ComparisonData(VERSION, groups, _told(comparison.notes))
    return msgspec.json.format(_encoder.encode(data)) + b"\n"


def comparison_csv(comparison: Comparison) -> str:
    """Return a comparison as CSV with a head line. What is unknown is empty, never 0, and no text is a formula."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([_safe(value) for value in row] for row in rows_of(comparison))
    return buffer.getvalue()


def rows_of(comparison: Comparison) -> Iterator[tuple[Value | str | None, ...]]:
    """Yield a row for every figure, in the order of `COLUMNS`; None where there is nothing."""
    for number, group in enumerate(comparison.groups, 1):
        for one in _of_group(number, group):
            fields = msgspec.structs.astuple(one)
            yield tuple("|".join(value) if isinstance(value, tuple) else value for value in fields)


def _of_group(number: int, group: Group) -> Iterator[Compared]:
    for block in group.blocks:
        for line in block.lines:
            spot = _Spot(number, group, block, line)
            changes = line.changes or (None,) * len(line.figures)
            for at, figure, change in zip(block.entries, line.figures, changes, strict=True):
                # An edition without the measure has nothing to say of it.
                if figure is not None:
                    yield _compared(spot, group.entries[at], figure, change)
            for total, figure in zip(block.totals, line.totals, strict=True):
                yield _compared(spot, total, figure, None)


class _Spot(NamedTuple):
    """Where a figure stands."""

    number: int
    group: Group
    block: Block
    line: Line


def _compared(spot: _Spot, of: Entry | Total, figure: Figure, change: Change | None) -> Compared:
    measure, entry = spot.line.measure, of if isinstance(of, Entry) else None
    return Compared(
        group=spot.number,
        kind=spot.group.kind,
        organ=entry.organ if entry else None,
        year=entry.year if entry else spot.group.entries[0].year,
        edition=entry.report.edition if entry else spot.block.edition,
        scope=of.scope,
        source=entry.source if entry else None,
        reports=len(of.entries) if isinstance(of, Total) else 1,
        section=measure.section,
        measure=measure.key,
        label=" ".join(filter(None, name(measure, spot.block.edition))),
        unit="percent" if measure.over else "number",
        value=figure.value,
        low=figure.low,
        high=figure.high,
        missing=figure.missing,
        states=figure.states,
        method=figure.method,
        since=change.since if change else None,
        difference=change.difference if change else None,
        percent=change.percent if change else None,
    )


def _told(notes: tuple[Note, ...]) -> tuple[ToldNote, ...]:
    return tuple(ToldNote(note.code, note.sources, noted(note)) for note in notes)


def _safe(value: Value | str | None) -> Value | str:
    if value is None:
        return ""
    return harmless(value) if isinstance(value, str) else value
