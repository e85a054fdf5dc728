"""Report → findings: the one door of this package (检查)."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache

import msgspec

from gongkai import checks
from gongkai.checks.catalogue import RULES, Kind, Rule
from gongkai.checks.evidence import Evidence
from gongkai.checks.local_rules import NATIONWIDE, LocalRules, local_rules
from gongkai.report import CLOSING, PREFACE, AnnualReport, CellKey, Finding, Quote, Severity

_GRAVEST_FIRST = tuple(Severity)
_PARTS = (PREFACE, *"123456", CLOSING)

Position = tuple[int, ...]


def check(
    report: AnnualReport,
    *,
    last_year: tuple[AnnualReport, ...] = (),
    peers: tuple[tuple[str, AnnualReport], ...] = (),
    rules: LocalRules = NATIONWIDE,
) -> tuple[Finding, ...]:
    """Return everything the rules find in a report, the gravest first, then in the order of the document."""
    return findings_of(Evidence(report, last_year, peers, rules))


def findings_of(evidence: Evidence) -> tuple[Finding, ...]:
    """Return what every rule yields for some evidence and local rules let stand, in the order of `check`."""
    return tuple(sorted(_found(evidence), key=lambda finding: _order(finding, evidence.report)))


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule of this package, by the codes of its kinds.

    Every module is imported: those of rules enter them into the catalogue, and no list of modules is kept.
    """
    for module in pkgutil.walk_packages(checks.__path__, f"{checks.__name__}."):
        importlib.import_module(module.name)
    return tuple(sorted(RULES, key=lambda rule: [kind.code for kind in rule.kinds]))


@cache
def all_kinds() -> tuple[Kind, ...]:
    """Return every kind of finding there is, by its code."""
    kinds = {kind.code: kind for rule in all_rules() for kind in rule.kinds}
    return tuple(kinds[code] for code in sorted(kinds))


def rules_from(data: bytes) -> LocalRules:
    """Return the local rules that a TOML file states; BrokenRules where one of them is unknown or broken."""
    return local_rules(data, {kind.code for kind in all_kinds()})


def _found(evidence: Evidence) -> Iterator[Finding]:
    for rule in all_rules():
        for finding in rule.check(evidence):
            severity = evidence.rules.severity(finding.code, finding.severity)
            if severity is finding.severity:
                yield finding
            elif severity is not None:
                yield msgspec.structs.replace(finding, severity=severity)


def _order(finding: Finding, report: AnnualReport) -> tuple[object, ...]:
    """Return what sorts findings; those that point nowhere are about the whole report and come first."""
    quotes = [_quote_position(one) for one in finding.quotes]
    places = [*quotes[:1], *(_cell_position(key, report) for key in finding.cells), *quotes[1:]]
    return _GRAVEST_FIRST.index(finding.severity), places, finding.code, finding.message


def _quote_position(quote: Quote) -> Position:
    """Return where words stand: the prose of a section comes before its table."""
    return _PARTS.index(quote.part), 0, quote.number, quote.start, quote.end


def _cell_position(key: CellKey, report: AnnualReport) -> Position:
    table, position = key[0], report.form.positions.get(key, len(report.cells))
    return _PARTS.index(table), 1, position, 0, 0
