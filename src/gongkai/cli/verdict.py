"""`gongkai verdict`: a person says what to make of a finding, kept beside the report; or a list of all verdicts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import click

from gongkai.checks.check import check
from gongkai.checks.local_rules import LocalRules
from gongkai.cli import messages
from gongkai.cli.companions import Companions, local_rules, verdicts_beside
from gongkai.cli.failures import WrongUse
from gongkai.cli.inputs import STDIN, VERDICTS, display_name
from gongkai.cli.output import put, show
from gongkai.cli.reading import named_inputs, read_files, tell_failure
from gongkai.cli.verdict_terminal import show_one, show_verdicts
from gongkai.errors import UnreadableInput
from gongkai.report import AnnualReport, Finding
from gongkai.report.verdicts import Decision, Verdict, encode, with_verdict, without_verdict
from gongkai.writers.findings.checked import Checked, checked

DONE, SOMETHING_UNREADABLE = 0, 3
# A fingerprint may be cut to this, as long as it means one finding only.
_FEWEST_LETTERS = 4


class _Case(NamedTuple):
    """A report with what was found in it."""

    source: str
    report: AnnualReport
    findings: tuple[Finding, ...]

    def judged(self, verdicts: Iterable[Verdict]) -> Checked:
        return checked(display_name(self.source), self.report, self.findings, verdicts)


@click.command("verdict", help=messages.VERDICT_HELP)
@click.argument("path", metavar="FILE")
@click.argument("which", metavar="[NUMBER|FINGERPRINT]", required=False)
@click.option("--confirm", is_flag=True, help=messages.CONFIRM_HELP)
@click.option("--dismiss", is_flag=True, help=messages.DISMISS_HELP)
@click.option("--withdraw", is_flag=True, help=messages.WITHDRAW_HELP)
@click.option("--reason", metavar="TEXT", help=messages.REASON_HELP)
@click.option("--by", metavar="NAME", help=messages.BY_HELP)
@click.option("--last-year", multiple=True, metavar="FILE", help=messages.LAST_YEAR_HELP)
@click.option("--peers", multiple=True, metavar="DIR", help=messages.PEERS_HELP)
@click.option("--rules", type=click.Path(path_type=Path), metavar="FILE", help=messages.RULES_HELP)
def verdict_command(  # noqa: PLR0913  # an argument for each option
    path: str,
    which: str | None,
    confirm: bool,
    dismiss: bool,
    withdraw: bool,
    reason: str | None,
    by: str | None,
    last_year: tuple[str, ...],
    peers: tuple[str, ...],
    rules: Path | None,
) -> int:
    """Record a verdict, or list them all, and say how it went in the exit code."""
    _refuse_half_a_verdict(which, (confirm, dismiss, withdraw), reason, by)
    source, laid_down = _one_file(path), local_rules(rules)
    case, verdicts = _case(source, last_year, peers, laid_down), _verdicts(source)
    if case is None or verdicts is None:
        return SOMETHING_UNREADABLE
    found = case.judged(verdicts)
    if which is None:
        show(lambda console: show_verdicts(console, found), None)
        return DONE
    fingerprint, code = _meant(which, found)
    kept = without_verdict(verdicts, fingerprint)
    if not withdraw:
        decision = Decision.CONFIRMED if confirm else Decision.DISMISSED
        own = _verdict(fingerprint, code, decision, reason or "", by)
        kept = with_verdict(verdicts, own)
    put(encode(kept), Path(source + VERDICTS))
    show(lambda console: show_one(console, case.judged(kept), fingerprint), None)
    return DONE


def _refuse_half_a_verdict(
    which: str | None, chosen: tuple[bool, bool, bool], reason: str | None, by: str | None
) -> None:
    """Refuse a decision without a finding, a finding without a decision, a decision without a reason."""
    if which is None:
        if any(chosen) or reason is not None or by is not None:
            raise WrongUse(messages.WHICH_FINDING)
        return
    if sum(chosen) != 1:
        raise WrongUse(messages.ONE_DECISION)
    withdraw = chosen[2]
    if not withdraw and not (reason or "").strip():
        raise WrongUse(messages.NO_REASON)
    if withdraw and (reason is not None or by is not None):
        raise WrongUse(messages.NOTHING_TO_SAY)


def _one_file(path: str) -> str:
    """Return the one report that is meant; a verdict lies beside a file, and standard input lies nowhere."""
    if path == STDIN:
        raise WrongUse(messages.NO_VERDICT_ON_STDIN)
    sources, _ = named_inputs([path])
    if len(sources) > 1:
        raise WrongUse(messages.ONE_FILE)
    return sources[0]


def _case(source: str, last_year: Sequence[str], peers: Sequence[str], rules: LocalRules) -> _Case | None:
    """Return the report with its findings; None where it or what it is held against cannot be read, which is told.

    Without all that was named the findings are others, and so are their numbers.
    """
    groups = [[source], *(named_inputs(names)[0] if names else [] for names in (last_year, peers))]
    results = read_files([one for group in groups for one in group], 1)
    if len(results[source]) > 1:
        raise WrongUse(messages.ONE_FILE)
    if any(isinstance(result, str) for found in results.values() for _, result in found):
        return None
    own, before, others = (
        tuple((name, result) for one in group for name, result in results[one] if isinstance(result, AnnualReport))
        for group in groups
    )
    report = own[0][1]
    companions = Companions(before, others, rules)
    findings = check(
        report,
        last_year=companions.year_before(report, alone=True),
        peers=companions.others(source, report),
        rules=rules,
    )
    return _Case(source, report, findings)


def _verdicts(source: str) -> tuple[Verdict, ...] | None:
    """Return the verdicts beside a report; None where the file is broken, which is told."""
    try:
        return verdicts_beside(source)
    except UnreadableInput as error:
        tell_failure(source + VERDICTS, error.reason)
        return None


def _meant(which: str, found: Checked) -> tuple[str, str]:
    """Return the fingerprint and the kind of the finding that a number or the beginning of a fingerprint means."""
    if which.isascii() and which.isdecimal():
        numbered = [one for one in (*found.findings, *found.dismissed) if one.number == int(which)]
        names = {(one.judgement.fingerprint, one.finding.code) for one in numbered}
    else:
        known = [(one.fingerprint, one.finding.code) for one in found.judgements]
        known += [(one.fingerprint, one.code) for one in found.stale]
        names = {one for one in known if one[0].startswith(which) and len(which) >= _FEWEST_LETTERS}
    if len(names) != 1:
        unknown = messages.SEVERAL_FINDINGS if names else messages.NO_FINDING
        raise WrongUse(unknown.format(which=display_name(which)))
    return names.pop()


def _verdict(fingerprint: str, code: str, decision: Decision, reason: str, by: str | None) -> Verdict:
    today = datetime.now().astimezone().date().isoformat()
    signed = (by or "").strip() or None
    return Verdict(
        fingerprint=fingerprint, code=code, decision=decision, reason=reason.strip(), by=signed, on=today
    )
