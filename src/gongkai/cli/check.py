"""`gongkai check`: reports → what is wrong in them, on the terminal, as data, as a page, a workbook or comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import click

from gongkai.checks.check import check
from gongkai.cli import messages
from gongkai.cli.companions import Companions, Read, local_rules, verdicts_beside
from gongkai.cli.failures import WrongUse
from gongkai.cli.findings_terminal import show_findings
from gongkai.cli.inputs import STDIN, VERDICTS, display_name, load
from gongkai.cli.output import TABLE, check_destination, chosen_form, put, show
from gongkai.cli.reading import Reading, named_inputs, read_files, tell_failure
from gongkai.errors import UnreadableInput
from gongkai.report import AnnualReport, Severity
from gongkai.report.verdicts import Verdict
from gongkai.writers.findings.checked import Checked, Unread, checked

NOTHING_FOUND, SOMETHING_FOUND, SOMETHING_UNREADABLE = 0, 1, 3
_DOCX = "docx"
_FORMS = (TABLE, "json", "html", "xlsx", _DOCX)
_GRAVE = {"error": (Severity.ERROR,), "warning": (Severity.ERROR, Severity.WARNING)}


@click.command("check", help=messages.CHECK_HELP)
@click.argument("paths", nargs=-1, metavar="PATHS...")
@click.option("--format", "form", type=click.Choice(_FORMS), help=messages.CHECK_FORMAT_HELP)
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help=messages.OUTPUT_HELP)
@click.option("--last-year", multiple=True, metavar="FILE", help=messages.LAST_YEAR_HELP)
@click.option("--peers", multiple=True, metavar="DIR", help=messages.PEERS_HELP)
@click.option("--rules", type=click.Path(path_type=Path), metavar="FILE", help=messages.RULES_HELP)
@click.option("--fail-on", type=click.Choice(tuple(_GRAVE)), default="error", help=messages.FAIL_ON_HELP)
@click.option("--jobs", "-j", type=click.IntRange(1, 256), help=messages.JOBS_HELP)
@click.option("--full", is_flag=True, help=messages.CHECK_FULL_HELP)
def check_command(  # noqa: PLR0913  # an argument for each option
    paths: tuple[str, ...],
    form: str | None,
    output: Path | None,
    last_year: tuple[str, ...],
    peers: tuple[str, ...],
    rules: Path | None,
    fail_on: str,
    jobs: int | None,
    full: bool,
) -> int:
    """Check reports and say how it went in the exit code."""
    form = chosen_form(form, output, _FORMS)
    check_destination(form, output)
    laid_down = local_rules(rules)
    (sources, *more), missing = _all_named(paths, last_year, peers)
    if form == _DOCX and (len(sources) > 1 or STDIN in sources):
        raise WrongUse(messages.ONE_DOCUMENT)
    results = read_files([source for several in (sources, *more) for source in several], jobs)
    before, others = (_reports(several, results) for several in more)
    reports = _reports(sources, results)
    if form == _DOCX and len(reports) > 1:
        raise WrongUse(messages.ONE_DOCUMENT)
    verdicts, broken = _verdicts(name for name, _ in reports)
    alone = len(sources) == 1 and len(reports) < 2
    found = _checked(reports, Companions(before, others, laid_down), verdicts, alone=alone)
    unread = [
        Unread(display_name(name), result) for name, result in _of(sources, results) if isinstance(result, str)
    ]
    if found:
        _write(form, found, unread, sources, output, full=full)
    if missing or broken or any(isinstance(result, str) for _, result in _of(results, results)):
        return SOMETHING_UNREADABLE
    grave = any(one.counts[severity] for one in found for severity in _GRAVE[fail_on])
    return SOMETHING_FOUND if grave else NOTHING_FOUND


def _all_named(*groups: Sequence[str]) -> tuple[list[list[str]], bool]:
    """Return the files of each group of names, and whether some name meant none; only the first must mean any."""
    first, *others = groups
    named = [named_inputs(first), *(named_inputs(names) if names else ([], False) for names in others)]
    return [sources for sources, _ in named], any(missing for _, missing in named)


def _of(sources: Iterable[str], results: Mapping[str, tuple[Reading, ...]]) -> Iterator[Reading]:
    return (reading for source in sources for reading in results[source])


def _reports(sources: Iterable[str], results: Mapping[str, tuple[Reading, ...]]) -> tuple[Read, ...]:
    return tuple((name, result) for name, result in _of(sources, results) if isinstance(result, AnnualReport))


def _verdicts(sources: Iterable[str]) -> tuple[dict[str, tuple[Verdict, ...]], bool]:
    """Return the verdicts beside each file, and whether some could not be read, which is told."""
    found: dict[str, tuple[Verdict, ...]] = {}
    broken = False
    for source in sources:
        try:
            found[source] = verdicts_beside(source)
        except UnreadableInput as error:
            broken = True
            tell_failure(source + VERDICTS, error.reason)
    return found, broken


def _checked(
    reports: Sequence[Read], companions: Companions, verdicts: Mapping[str, tuple[Verdict, ...]], *, alone: bool
) -> list[Checked]:
    if not alone:
        companions.tell_unused([report for _, report in reports])
    return [
        checked(
            display_name(source),
            report,
            check(
                report,
                last_year=companions.year_before(report, alone=alone),
                peers=companions.others(source, report),
                rules=companions.rules,
            ),
            verdicts.get(source, ()),
        )
        for source, report in reports
    ]


def _write(
    form: str,
    found: Sequence[Checked],
    unread: Sequence[Unread],
    sources: Sequence[str],
    output: Path | None,
    *,
    full: bool,
) -> None:
    if form == TABLE:
        alone = len(sources) == 1 and len(found) == 1
        show(lambda console: show_findings(console, found, alone=alone, full=full), output)
    elif form == _DOCX:
        put(_with_comments(sources[0], found[0]), output)
    else:
        put(_data(form, found, unread), output)


def _data(form: str, found: Sequence[Checked], unread: Sequence[Unread]) -> bytes:
    """Return the findings in a form; the library of each is loaded only where it is asked for."""
    if form == "html":
        from gongkai.writers.findings.page import page

        return page(found, unread)
    if form == "xlsx":
        from gongkai.writers.findings.book import findings_book

        return findings_book(found, unread)
    from gongkai.writers.findings.form import encode_all

    return encode_all(found)


def _with_comments(source: str, one: Checked) -> bytes:
    from gongkai.writers.findings.word_comments import with_comments

    try:
        return with_comments(load(source), one)
    except UnreadableInput as error:
        raise WrongUse(messages.FAILED.format(source=display_name(source), reason=error.reason)) from error
