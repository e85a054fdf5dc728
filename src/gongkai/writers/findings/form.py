"""Findings as JSON, versioned, with a published schema (docs/reference/findings.schema.json)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from gongkai.report import Place, Quote, Scope, Severity, State
from gongkai.report.verdicts import Verdict
from gongkai.writers.findings.checked import Checked, Numbered
from gongkai.writers.findings.spots import cell_name

VERSION = 1


class FoundCell(msgspec.Struct, frozen=True):
    """A cell of the form that a finding rests on: its key, its name in Chinese, and what is printed there."""

    table: str
    row: str
    column: str
    name: str
    text: str
    state: State
    place: Place | None = None


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """One finding. `number` is the one that every form of output shows; `title` and `source` are its kind's.

    The first of `quotes`, or of `cells` where there are none, is the place to mend first, the others are what it
    was held against. `fingerprint` is what a verdict names it by; `verdict` is the one that holds for it.
    """

    number: int
    code: str
    severity: Severity
    title: str | None
    message: str
    cells: tuple[FoundCell, ...]
    quotes: tuple[Quote, ...]
    expected: str | None
    actual: str | None
    calculation: str | None
    correction: str | None
    source: str | None
    fingerprint: str
    verdict: Verdict | None


class Summary(msgspec.Struct, frozen=True):
    """How many findings there are of each severity, and how many a person set aside."""

    error: int
    warning: int
    note: int
    damage: int
    dismissed: int


class FindingsForm(msgspec.Struct, frozen=True, kw_only=True):
    """What was found in one report."""

    version: int = VERSION
    file: str
    organ: str | None
    year: int | None
    edition: str
    scope: Scope
    summary: Summary
    findings: tuple[Found, ...]
    dismissed: tuple[Found, ...]
    stale: tuple[Verdict, ...]


def encode_findings(checked: Checked) -> bytes:
    """Return what was found in a report as one line of JSON."""
    return msgspec.json.encode(findings_form(checked))


def encode_all(several: Iterable[Checked]) -> bytes:
    """Return a line for each report; one alone is indented."""
    lines = [encode_findings(one) for one in several]
    return (msgspec.json.format(lines[0]) if len(lines) == 1 else b"\n".join(lines)) + b"\n"


def findings_form(checked: Checked) -> FindingsForm:
    """Return what was found in a report as it is published."""
    report = checked.report
    counts = {severity.value: count for severity, count in checked.counts.items()}
    return FindingsForm(
        file=checked.name,
        organ=report.organ,
        year=report.year,
        edition=report.edition,
        scope=report.scope,
        summary=Summary(**counts, dismissed=len(checked.dismissed)),
        findings=tuple(_found(one, checked) for one in checked.findings),
        dismissed=tuple(_found(one, checked) for one in checked.dismissed),
        stale=checked.stale,
    )


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the current version."""
    return msgspec.json.schema(FindingsForm)


def _found(one: Numbered, checked: Checked) -> Found:
    report, finding = checked.report, one.finding
    cells = [(key, report.cell(*key)) for key in finding.cells if key in report.form.positions]
    return Found(
        number=one.number,
        code=finding.code,
        severity=finding.severity,
        title=one.kind.title if one.kind else None,
        message=finding.message,
        cells=tuple(
            FoundCell(*key, cell_name(key, report), cell.text, cell.state, cell.place) for key, cell in cells
        ),
        quotes=finding.quotes,
        expected=finding.expected,
        actual=finding.actual,
        calculation=finding.calculation,
        correction=finding.correction,
        source=one.kind.source if one.kind else None,
        fingerprint=one.judgement.fingerprint,
        verdict=one.verdict,
    )
