"""A report with what was found in it, numbered as every form of output shows it (检查结果)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import msgspec

from gongkai.checks.catalogue import Kind
from gongkai.checks.check import all_kinds
from gongkai.report import AnnualReport, Finding, Severity
from gongkai.report.verdicts import Decision, Judgement, Verdict, judged

_GRAVEST_FIRST = tuple(Severity)


class Unread(msgspec.Struct, frozen=True):
    """A file that is no report, and the sentence that says why."""

    name: str
    reason: str


class Numbered(msgspec.Struct, frozen=True):
    """A finding with its number in the report, its verdict if it has one, and its kind if that is known."""

    number: int
    judgement: Judgement
    kind: Kind | None = None

    @property
    def finding(self) -> Finding:
        return self.judgement.finding

    @property
    def verdict(self) -> Verdict | None:
        return self.judgement.verdict


class Checked(msgspec.Struct, frozen=True, dict=True):
    """A report, the name of its file, and what was found in it, with what a person made of that.

    `stale` are verdicts on what is no longer found as it was (失效的复核意见).
    """

    name: str
    report: AnnualReport
    judgements: tuple[Judgement, ...] = ()
    stale: tuple[Verdict, ...] = ()

    @cached_property
    def numbered(self) -> tuple[Numbered, ...]:
        """All findings, the gravest first, numbered from 1: a number stays when another finding is dismissed."""
        kinds = {kind.code: kind for kind in all_kinds()}
        ordered = sorted(self.judgements, key=lambda one: _GRAVEST_FIRST.index(one.finding.severity))
        return tuple(Numbered(n, one, kinds.get(one.finding.code)) for n, one in enumerate(ordered, 1))

    @cached_property
    def findings(self) -> tuple[Numbered, ...]:
        """The findings that stand."""
        return tuple(one for one in self.numbered if one.judgement.decision is not Decision.DISMISSED)

    @cached_property
    def dismissed(self) -> tuple[Numbered, ...]:
        """The findings that a person dismissed (复核排除)."""
        return tuple(one for one in self.numbered if one.judgement.decision is Decision.DISMISSED)

    @cached_property
    def counts(self) -> Mapping[Severity, int]:
        """How many findings of each severity stand."""
        return {severity: len(self.of(severity)) for severity in Severity}

    def of(self, severity: Severity) -> tuple[Numbered, ...]:
        """Return the findings of one severity that stand."""
        return tuple(one for one in self.findings if one.finding.severity is severity)


def checked(
    name: str, report: AnnualReport, findings: Sequence[Finding], verdicts: Iterable[Verdict] = ()
) -> Checked:
    """Return a report with its findings and the verdicts that hold for them."""
    both = judged(findings, report, verdicts)
    return Checked(name, report, both.judgements, both.stale)
