"""`gongkai compare`: years of one organ, or organs of one year, beside each other in tables, charts or data."""

from __future__ import annotations

from pathlib import Path

import click

from gongkai.cli import messages
from gongkai.cli.comparison_terminal import show_comparison
from gongkai.cli.failures import WrongUse
from gongkai.cli.inputs import display_name
from gongkai.cli.output import TABLE, check_destination, chosen_form, put, show
from gongkai.cli.reading import named_inputs, read_all
from gongkai.report import AnnualReport
from gongkai.report.compare import Comparison, compare
from gongkai.report.lineup import Note
from gongkai.writers.comparison.text import noted, title

ALL_COMPARED, SOMETHING_UNREADABLE = 0, 3
_FORMS = (TABLE, "html", "xlsx", "json", "csv")


@click.command("compare", help=messages.COMPARE_HELP)
@click.argument("paths", nargs=-1, metavar="PATHS...")
@click.option("--format", "form", type=click.Choice(_FORMS), help=messages.COMPARE_FORMAT_HELP)
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help=messages.OUTPUT_HELP)
@click.option("--full", is_flag=True, help=messages.COMPARE_FULL_HELP)
@click.option("--total", is_flag=True, help=messages.COMPARE_TOTAL_HELP)
@click.option("--jobs", "-j", type=click.IntRange(1, 256), help=messages.JOBS_HELP)
def compare_command(
    paths: tuple[str, ...], form: str | None, output: Path | None, full: bool, total: bool, jobs: int | None
) -> int:
    """Compare reports and say how it went in the exit code."""
    form = chosen_form(form, output, _FORMS)
    check_destination(form, output)
    sources, failed = named_inputs(paths)
    results = read_all(sources, jobs)
    reports = [(display_name(name), one) for name, one in results.items() if isinstance(one, AnnualReport)]
    unread = tuple(display_name(name) for name, one in results.items() if isinstance(one, str))
    failed = failed or bool(unread)
    comparison = compare(reports, full=full, total=total)
    if not comparison.groups:
        _tell(comparison)
        if failed:
            click.echo(messages.NOTHING_TO_COMPARE, err=True)
            return SOMETHING_UNREADABLE
        raise WrongUse(messages.NOTHING_TO_COMPARE)
    _write(form, _with_unread(comparison, unread), output)
    if form != TABLE or output is not None:
        _tell(comparison)
    return SOMETHING_UNREADABLE if failed else ALL_COMPARED


def _with_unread(comparison: Comparison, unread: tuple[str, ...]) -> Comparison:
    """Return a comparison that also names the files that are missing from it; why was told when they were read."""
    notes = (Note(code="not_read", sources=unread),) if unread else ()
    return Comparison(comparison.groups, (*comparison.notes, *notes))


def _write(form: str, comparison: Comparison, output: Path | None) -> None:
    if form == TABLE:
        show(lambda console: show_comparison(console, comparison), output)
    else:
        put(_data(form, comparison, to_file=output is not None), output)


def _tell(comparison: Comparison) -> None:
    """Say what was compared, and what was not, where the result itself is not in sight."""
    for group in comparison.groups:
        click.echo(messages.COMPARED.format(title=title(group), count=len(group.entries)), err=True)
    for note in comparison.notes:
        click.echo(noted(note), err=True)


def _data(form: str, comparison: Comparison, *, to_file: bool) -> bytes:
    """Return the comparison in a form; the library of each is loaded only where it is asked for."""
    if form == "html":
        from gongkai.writers.comparison.page import comparison_page

        return comparison_page(comparison)
    if form == "xlsx":
        from gongkai.writers.comparison.book import comparison_book

        return comparison_book(comparison)
    from gongkai.writers.comparison.rows import comparison_csv, comparison_json

    if form == "json":
        return comparison_json(comparison)
    # Excel takes a CSV file for UTF-8 only where it begins with the mark.
    return comparison_csv(comparison).encode("utf-8-sig" if to_file else "utf-8")
