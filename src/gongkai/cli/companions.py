"""What a report is held against (比对依据): last year's report, those of other organs, and local rules."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import NamedTuple

import click

from gongkai.checks.check import rules_from
from gongkai.checks.local_rules import NATIONWIDE, LocalRules
from gongkai.checks.same_organ import one_house, scopes_agree
from gongkai.cli import messages
from gongkai.cli.failures import WrongUse
from gongkai.cli.inputs import STDIN, VERDICTS, display_name, load
from gongkai.errors import BrokenRules, BrokenVerdicts, UnreadableInput
from gongkai.report import AnnualReport
from gongkai.report.verdicts import Verdict, decode

Read = tuple[str, AnnualReport]


class Companions(NamedTuple):
    """The reports that others are held against, with the files they are from, and the local rules."""

    last_year: tuple[Read, ...]
    peers: tuple[Read, ...]
    rules: LocalRules

    def year_before(self, report: AnnualReport, *, alone: bool) -> tuple[AnnualReport, ...]:
        """Return the reports of the year before that belong to a report.

        To one report belong all that were named, whatever organs they are of: an organ may have taken in others.
        Among several reports, each has the one of its own organ, if there is one.
        """
        if alone:
            return tuple(one for _, one in self.last_year)
        fit = [one for _, one in self.last_year if _may_precede(one, report)]
        own = [one for one in fit if one.organ == report.organ]
        # Two that fit, as a department and its namesake elsewhere, are none.
        return tuple(own[:1] or (fit if len(fit) == 1 else ()))

    def others(self, source: str, report: AnnualReport) -> tuple[tuple[str, AnnualReport], ...]:
        """Return the reports of others, each by its organ, or by its file where no organ is printed."""
        return tuple(
            (one.organ or PurePath(display_name(name)).name, one)
            for name, one in self.peers
            if not _is_same_file(name, source) and one != report
        )

    def tell_unused(self, reports: Sequence[AnnualReport]) -> None:
        """Say which report of the year before belongs to none of several reports."""
        used = [one for report in reports for one in self.year_before(report, alone=False)]
        for source, one in self.last_year:
            if not any(one is other for other in used):
                click.echo(messages.UNUSED.format(source=display_name(source)), err=True)


def local_rules(path: Path | None) -> LocalRules:
    """Return the local rules of a file; WrongUse where it cannot be read or followed."""
    if path is None:
        return NATIONWIDE
    try:
        return rules_from(load(str(path)))
    except (BrokenRules, UnreadableInput) as error:
        name = display_name(str(path))
        raise WrongUse(messages.FAILED.format(source=name, reason=error.reason)) from error


def verdicts_beside(source: str) -> tuple[Verdict, ...]:
    """Return the verdicts that lie beside a report; UnreadableInput where the file is no such file."""
    path = Path(source + VERDICTS)
    if source == STDIN or not path.is_file():
        return ()
    try:
        return decode(load(str(path)))
    except BrokenVerdicts as error:
        raise UnreadableInput(messages.BROKEN_VERDICTS) from error


def _may_precede(one: AnnualReport, report: AnnualReport) -> bool:
    if one.year is None or report.year is None or not (one.organ and report.organ):
        return False
    return one.year == report.year - 1 and one_house(one.organ, report.organ) and scopes_agree(one, report)


def _is_same_file(name: str, other: str) -> bool:
    return STDIN not in {name, other} and Path(name).resolve() == Path(other).resolve()
