"""What one rule yields for a report, as tests look at it."""

from __future__ import annotations

from gongkai.checks.catalogue import Check
from gongkai.checks.evidence import Evidence
from gongkai.checks.local_rules import NATIONWIDE, LocalRules
from gongkai.report import AnnualReport, Finding


def yielded(check: Check, report: AnnualReport, rules: LocalRules = NATIONWIDE) -> list[Finding]:
    """Return all that a rule finds in a report."""
    return list(check(Evidence(report, rules=rules)))


def told(check: Check, report: AnnualReport) -> set[tuple[str, str]]:
    """Return code and severity of all that a rule finds in a report."""
    return {(finding.code, finding.severity.value) for finding in yielded(check, report)}


def quoted(findings: list[Finding], code: str) -> list[str]:
    """Return the words that the findings of a code quote."""
    return [quote.text for finding in findings if finding.code == code for quote in finding.quotes]
