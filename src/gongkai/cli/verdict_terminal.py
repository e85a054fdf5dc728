"""Verdicts on the terminal (复核意见显示): every finding with its own, and those on what is no longer found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from gongkai.cli import messages
from gongkai.cli.folding import folded
from gongkai.report.verdicts import Decision, Verdict
from gongkai.writers import words
from gongkai.writers.findings.checked import Checked, Numbered
from gongkai.writers.findings.spots import short_spot, verdict_words

_NUMBER = 4
_STYLES = {None: "bold", Decision.CONFIRMED: "bold green", Decision.DISMISSED: "bold dim"}


def show_verdicts(console: Console, found: Checked) -> None:
    """Print all findings, those that wait for a verdict first, and then the verdicts that rest on nothing."""
    everything = (*found.findings, *found.dismissed)
    if not everything and not found.stale:
        console.print(Text(words.NOTHING_FOUND, style="bold green"))
    for decision in (None, *Decision):
        own = [one for one in everything if one.judgement.decision is decision]
        if own:
            _title(console, decision, len(own))
        for one in own:
            _item(console, str(one.number), _lines(one, found))
    if found.stale:
        console.print(Text(f"{messages.STALE_VERDICTS} {len(found.stale)}", style="bold"))
        for verdict in found.stale:
            _item(console, "", _gone(verdict))


def show_one(console: Console, found: Checked, fingerprint: str) -> None:
    """Print the finding that was just judged, with what holds for it now."""
    own = [one for one in (*found.findings, *found.dismissed) if one.judgement.fingerprint == fingerprint]
    if not own:
        console.print(Text(messages.WITHDRAWN))
    for one in own:
        _title(console, one.judgement.decision)
        _item(console, str(one.number), _lines(one, found))


def _title(console: Console, decision: Decision | None, count: int | None = None) -> None:
    title = words.DECISIONS[decision] if decision else messages.OPEN_FINDINGS
    console.print(Text(title if count is None else f"{title} {count}", style=_STYLES[decision]))


def _item(console: Console, number: str, lines: Iterable[Text]) -> None:
    margin = Text(f"{number:>{_NUMBER}}  ")
    for line in lines:
        for part in folded(line, console.width - len(margin)):
            console.print(margin + part, no_wrap=True, overflow="ignore", crop=False)
            margin = Text(" " * len(margin))


def _lines(one: Numbered, found: Checked) -> Iterator[Text]:
    finding = one.finding
    yield Text(f"{words.SEVERITIES[finding.severity]}  {finding.message}")
    yield Text(short_spot(finding, found.report), style="cyan")
    yield Text(f"{one.judgement.fingerprint}  {finding.code}", style="dim")
    if one.verdict:
        yield Text(verdict_words(one.verdict) or "", style="green")


def _gone(verdict: Verdict) -> Iterator[Text]:
    yield Text(f"{verdict.fingerprint}  {verdict.code}", style="dim")
    yield Text(verdict_words(verdict) or "")
