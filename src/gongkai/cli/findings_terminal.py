"""Findings on the terminal (检查结果显示): one report in full, or a line a report and then their errors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from rich import box
from rich.console import Console
from rich.table import Table as Sheet
from rich.text import Text

from gongkai.cli import messages
from gongkai.cli.folding import folded
from gongkai.report import Severity
from gongkai.writers import words
from gongkai.writers.findings.checked import Checked, Numbered
from gongkai.writers.findings.spots import excerpt, short_spot, verdict_words

_MOST = 40
_MOST_OF_ONE = 8
_STYLES = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.NOTE: "bold blue",
    Severity.DAMAGE: "bold magenta",
}
# How wide the numbers of findings are.
_NUMBER = 4


def show_findings(console: Console, several: Sequence[Checked], *, alone: bool, full: bool) -> None:
    """Print the findings of one report, or of all where that is asked for; else a summary and the errors."""
    if alone or full:
        for number, checked in enumerate(several):
            if number:
                console.print()
            _show(console, checked, full=full)
        return
    _summary(console, several)
    for checked in several:
        errors = checked.of(Severity.ERROR)
        if errors:
            console.print()
            console.print(Text(messages.OF_FILE.format(name=_name(checked), file=checked.name), style="bold"))
            _list(console, errors, checked, most=_MOST_OF_ONE)


def _show(console: Console, checked: Checked, *, full: bool) -> None:
    report = checked.report
    edition = words.EDITION.format(edition=report.edition, notice=report.form.notice)
    console.print(Text(_name(checked), style="bold"))
    console.print(Text(f"{checked.name}  {edition}  {messages.SCOPES[report.scope.value]}", style="dim"))
    if not checked.findings:
        console.print()
        console.print(Text(words.NOTHING_FOUND, style="bold green"))
    for severity in Severity:
        found = checked.of(severity)
        if not found or (severity is Severity.DAMAGE and not full):
            continue
        console.print()
        console.print(Text(f"{words.SEVERITIES[severity]} {len(found)}", style=_STYLES[severity]))
        _list(console, found, checked, most=len(found) if full else _MOST)
    if full and checked.dismissed:
        console.print()
        console.print(Text(f"{words.DISMISSED} {len(checked.dismissed)}", style="bold dim"))
        _list(console, checked.dismissed, checked, most=len(checked.dismissed))
    console.print()
    console.print(Text("  ".join(_counts(checked, full=full))))


def _name(checked: Checked) -> str:
    year = words.YEAR.format(year=checked.report.year) if checked.report.year else words.UNKNOWN_YEAR
    return f"{checked.report.organ or words.UNKNOWN_ORGAN}  {year}"


def _counts(checked: Checked, *, full: bool) -> Iterator[str]:
    for severity, count in checked.counts.items():
        folded = severity is Severity.DAMAGE and count and not full
        yield f"{words.SEVERITIES[severity]} {count}" + (messages.FOLDED if folded else "")
    if checked.dismissed:
        yield messages.DISMISSED.format(count=len(checked.dismissed))
    if checked.stale:
        yield words.STALE.format(count=len(checked.stale))


def _list(console: Console, found: Sequence[Numbered], checked: Checked, *, most: int) -> None:
    for one in found[:most]:
        number = Text(f"{one.number:>{_NUMBER}}  ", style=_STYLES[one.finding.severity])
        for line in _lines(one, checked):
            for part in folded(line, console.width - len(number)):
                console.print(number + part, no_wrap=True, overflow="ignore", crop=False)
                number = Text(" " * len(number))
    if len(found) > most:
        console.print(Text(" " * (_NUMBER + 2) + messages.MORE_FINDINGS.format(count=len(found) - most)))


def _lines(one: Numbered, checked: Checked) -> Iterator[Text]:
    """Yield what is said of a finding, line by line: the message first, with what it rests on below."""
    finding = one.finding
    yield Text(finding.message)
    yield Text(short_spot(finding, checked.report), style="cyan")
    for quote in finding.quotes[:1]:
        before, text, after = excerpt(quote, checked.report)
        yield Text.assemble((before, "dim"), (words.QUOTED.format(text=text), "bold"), (after, "dim"))
    if finding.calculation is not None:
        yield Text(words.CALCULATION.format(text=finding.calculation))
    if finding.correction is not None:
        yield Text(words.CORRECTION.format(text=finding.correction), style="green")
    if one.verdict:
        yield Text(words.REVIEWED.format(text=verdict_words(one.verdict)), style="dim")


def _summary(console: Console, several: Sequence[Checked]) -> None:
    sheet = Sheet(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in messages.FINDINGS_COLUMNS:
        sheet.add_column(name, overflow="fold")
    for severity in Severity:
        sheet.add_column(words.SEVERITIES[severity], justify="right", no_wrap=True)
    for checked in several:
        sheet.add_row(
            Text(PurePath(checked.name).name),
            Text(checked.report.organ or messages.UNKNOWN),
            str(checked.report.year or messages.UNKNOWN),
            *(_count(checked.counts[severity], severity) for severity in Severity),
        )
    console.print(sheet)
    dismissed = sum(len(checked.dismissed) for checked in several)
    if dismissed:
        console.print(messages.DISMISSED.format(count=dismissed))
    clean = sum(not checked.findings for checked in several)
    console.print(messages.OF_ALL.format(count=len(several), clean=clean))


def _count(count: int, severity: Severity) -> Text:
    return Text(str(count), style=_STYLES[severity] if count else "dim")
