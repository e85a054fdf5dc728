"""`gongkai read`: files, folders, globs or standard input → a table, or data."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec

from gongkai.cli import messages
from gongkai.cli.failures import CannotWrite
from gongkai.cli.inputs import display_name
from gongkai.cli.output import TABLE, check_destination, chosen_form, put, show
from gongkai.cli.reading import for_each, named_inputs, tell_failure
from gongkai.cli.terminal import show_reports
from gongkai.errors import CannotPrint
from gongkai.report import AnnualReport
from gongkai.report.json_form import encode
from gongkai.writers.report.long_form import csv_text

ALL_CLEAN, SOMETHING_MARKED, SOMETHING_UNREADABLE = 0, 1, 3
_FORMS = (TABLE, "json", "csv", "xlsx", "parquet")


@click.command("read", help=messages.READ_HELP)
@click.argument("paths", nargs=-1, metavar="PATHS...")
@click.option("--format", "form", type=click.Choice(_FORMS), help=messages.FORMAT_HELP)
@click.option("--jobs", "-j", type=click.IntRange(1, 256), help=messages.JOBS_HELP)
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help=messages.OUTPUT_HELP)
@click.option("--full", is_flag=True, help=messages.FULL_HELP)
def read_command(
    paths: tuple[str, ...], form: str | None, jobs: int | None, output: Path | None, full: bool
) -> int:
    """Read reports and say how it went in the exit code."""
    form = chosen_form(form, output, _FORMS)
    check_destination(form, output)
    sources, failed = named_inputs(paths)
    reports: list[tuple[str, AnnualReport]] = []
    for source, result in for_each(sources, jobs):
        if isinstance(result, AnnualReport):
            reports.append((display_name(source), result))
        else:
            failed = True
            tell_failure(source, result)
    if reports:
        _write(form, reports, output, full=full or (len(reports) == 1 and len(sources) == 1))
    marked = any(next(report.marked(), None) for _, report in reports)
    return SOMETHING_UNREADABLE if failed else SOMETHING_MARKED if marked else ALL_CLEAN


def _write(form: str, reports: list[tuple[str, AnnualReport]], output: Path | None, *, full: bool) -> None:
    if form == TABLE:
        show(lambda console: show_reports(console, reports, full=full), output)
    else:
        try:
            data = _data(form, reports, to_file=output is not None)
        except CannotPrint as error:
            raise CannotWrite(error.reason) from error
        put(data, output)


def _data(form: str, reports: list[tuple[str, AnnualReport]], *, to_file: bool) -> bytes:
    if form == "csv":
        # Excel takes a CSV file for UTF-8 only where it begins with the mark.
        return csv_text(reports).encode("utf-8-sig" if to_file else "utf-8")
    # The library of each takes longer to load than a page to read.
    if form == "xlsx":
        from gongkai.writers.report.long_book import long_book

        return long_book(reports)
    if form == "parquet":
        from gongkai.writers.report.parquet import parquet

        return parquet(reports)
    lines = [encode(report, source=source) for source, report in reports]
    return (msgspec.json.format(lines[0]) if len(lines) == 1 else b"\n".join(lines)) + b"\n"
