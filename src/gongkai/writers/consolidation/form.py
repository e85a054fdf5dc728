"""A consolidation as JSON: the report's own JSON, with its children and notes beside it (汇总数据).

Whoever reads a report's JSON reads this one too. `children_of` gives back what a former consolidation counted.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from gongkai.errors import BrokenReportData
from gongkai.report import AnnualReport, CellKey, Scope, Value
from gongkai.report.consolidation.consolidated import Consolidation, Status
from gongkai.report.consolidation.explain import Against, FormerChild
from gongkai.report.consolidation.sums import amount, columns
from gongkai.report.json_form import Report
from gongkai.writers.consolidation.text import noted, told, why

CONSOLIDATION_VERSION = 1


class ToldChild(msgspec.Struct, frozen=True, kw_only=True):
    """A file, or an organ without one, and its part.

    `values` are those that count, in the order of the form; None where the figure is not sure. They are there only
    for what is taken. `message` says why another is not.
    """

    organ: str | None
    scope: Scope
    source: str | None
    status: Status
    message: str = ""
    values: tuple[Value | None, ...] | None = None


class ToldNote(msgspec.Struct, frozen=True):
    """A note with its sentence."""

    code: str
    sources: tuple[str, ...]
    organs: tuple[str, ...]
    message: str


class ToldAgainst(msgspec.Struct, frozen=True):
    """What was found against another report: sentences, and the cells that differ by their keys."""

    source: str
    messages: tuple[str, ...]
    causes: tuple[tuple[str, tuple[str, ...]], ...]
    differences: tuple[tuple[CellKey, str, str, Value | None], ...]


class ConsolidatedReport(Report, frozen=True, kw_only=True):
    """A consolidated report with what it was made of."""

    consolidation_version: int = CONSOLIDATION_VERSION
    blank_is_zero: bool = False
    children: tuple[ToldChild, ...] = ()
    notes: tuple[ToldNote, ...] = ()
    against: ToldAgainst | None = None


class _Former(msgspec.Struct, frozen=True, kw_only=True):
    consolidation_version: int
    children: tuple[ToldChild, ...]


_encoder = msgspec.json.Encoder(decimal_format="number")
_former = msgspec.json.Decoder(_Former)


def consolidation_json(consolidation: Consolidation, against: Against | None = None) -> bytes:
    """Return a consolidation as one line of JSON."""
    report = consolidation.report
    fields = {name: getattr(report, name) for name in AnnualReport.__struct_fields__}
    notes = tuple(
        ToldNote(note.code, note.sources, note.organs, noted(note, whole=True)) for note in consolidation.notes
    )
    data = ConsolidatedReport(
        **fields,
        blank_is_zero=consolidation.blank_is_zero,
        children=tuple(_children(consolidation)),
        notes=notes,
        against=_told(against, report.edition) if against else None,
    )
    return _encoder.encode(data) + b"\n"


def children_of(data: bytes) -> tuple[FormerChild, ...] | None:
    """Return the children that a former consolidation counted; None where the JSON is not one of these.

    Raises BrokenReportData where it is one of another version.
    """
    try:
        former = _former.decode(data)
    except (msgspec.DecodeError, UnicodeError):
        return None
    if former.consolidation_version != CONSOLIDATION_VERSION:
        raise BrokenReportData(f"version {former.consolidation_version} is not {CONSOLIDATION_VERSION}")
    return tuple(
        FormerChild(organ=child.organ or "", scope=child.scope, values=child.values)
        for child in former.children
        if child.values is not None
    )


def _children(consolidation: Consolidation) -> Iterator[ToldChild]:
    places = columns(consolidation.report.edition)
    for member in consolidation.members:
        values = None
        if member.status is Status.TAKEN and member.report:
            cells = zip(places, member.report.cells, strict=True)
            values = tuple(amount(cell, column) for (_, column), cell in cells)
        yield ToldChild(
            organ=member.organ,
            scope=member.scope,
            source=member.source,
            status=member.status,
            message=why(member),
            values=values,
        )


def _told(against: Against, edition: str) -> ToldAgainst:
    return ToldAgainst(
        against.source,
        tuple(told(against, edition)),
        tuple((cause.code, cause.organs) for cause in against.causes),
        tuple((one.key, one.here.text, one.there.text, one.difference) for one in against.differences),
    )
