"""`gongkai read`: files, folders, globs or standard input → a table, JSON or CSV."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import click
import msgspec
from rich.console import Console
from rich.progress import Progress

from gongkai.cli import messages
from gongkai.cli.conversion import as_docx
from gongkai.cli.failures import CannotWrite, WrongUse
from gongkai.cli.inputs import STDIN, display_name, find_inputs, load
from gongkai.cli.long_form import csv_text
from gongkai.cli.terminal import show_reports
from gongkai.errors import NeedsConversion, UnreadableInput
from gongkai.readers import read
from gongkai.readers.documents.paper import PageProgress
from gongkai.report import AnnualReport
from gongkai.report.json_form import encode

ALL_CLEAN, SOMETHING_MARKED, SOMETHING_UNREADABLE = 0, 1, 3
# Fewer files than this are read sooner than a second process starts.
_WORTH_A_PROCESS = 24
_FORMS = ("table", "json", "csv", "xlsx")
_WIDTH = 110


@click.command("read", help=messages.READ_HELP)
@click.argument("paths", nargs=-1, metavar="PATHS...")
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMS),
    help=messages.FORMAT_HELP,
)
@click.option("--jobs", "-j", type=click.IntRange(1, 256), help=messages.JOBS_HELP)
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help=messages.OUTPUT_HELP)
@click.option("--full", is_flag=True, help=messages.FULL_HELP)
def read_command(
    paths: tuple[str, ...], form: str | None, jobs: int | None, output: Path | None, full: bool
) -> int:
    """Read reports and say how it went in the exit code."""
    if form is None:
        suffix = output.suffix[1:].lower() if output else ""
        form = suffix if suffix in _FORMS else "table"
    if not paths:
        raise WrongUse(messages.NOTHING_GIVEN)
    sources, missing = find_inputs(paths)
    if not sources:
        raise WrongUse(messages.NO_FILES.format(path=" ".join(missing)))
    for name in missing:
        click.echo(messages.NO_FILES.format(path=display_name(name)), err=True)
    reports: list[tuple[str, AnnualReport]] = []
    failed = bool(missing)
    for source, result in _progress(_read_all(sources, jobs), len(sources)):
        if isinstance(result, AnnualReport):
            reports.append((display_name(source), result))
        else:
            failed = True
            click.echo(messages.FAILED.format(source=display_name(source), reason=result), err=True)
    if reports:
        _write(form, reports, output, full=full or len(sources) == 1)
    marked = any(next(report.marked(), None) for _, report in reports)
    return SOMETHING_UNREADABLE if failed else SOMETHING_MARKED if marked else ALL_CLEAN


def _read_one(source: str) -> AnnualReport | str:
    """Return the report, or the sentence that says why there is none."""
    try:
        data = load(source)
        try:
            return read(data, _told_by_page(source))
        except NeedsConversion:
            return read(as_docx(data))
    except UnreadableInput as error:
        return error.reason


def _told_by_page(source: str) -> PageProgress | None:
    """Return what says on the terminal which page is being recognised."""
    if not sys.stderr.isatty():
        return None

    def tell(page: int, count: int) -> None:
        words = messages.RECOGNISING.format(source=display_name(source), page=page, count=count)
        # The line is written over by the next one, and wiped out at the end.
        click.echo(f"\r\x1b[K{words}", nl=False, err=True)
        if page == count:
            click.echo("\r\x1b[K", nl=False, err=True)

    return tell


def _read_all(sources: list[str], jobs: int | None) -> Iterator[tuple[str, AnnualReport | str]]:
    """Yield every source with its report or failure, in order; one that kills its process fails alone."""
    workers = min(jobs or os.cpu_count() or 1, len(sources))
    if workers < 2 or (jobs is None and len(sources) < _WORTH_A_PROCESS):
        yield from ((source, _read_one(source)) for source in sources)
        return
    pool = ProcessPoolExecutor(workers)
    # Workers have no standard input.
    futures = [(source, None if source == STDIN else pool.submit(_read_one, source)) for source in sources]
    for source, future in futures:
        yield source, _outcome(source, future) if future else _read_one(source)
    pool.shutdown()


def _outcome(source: str, future: Future[AnnualReport | str]) -> AnnualReport | str:
    try:
        return future.result()
    except BrokenProcessPool:
        with ProcessPoolExecutor(1) as alone:
            try:
                return alone.submit(_read_one, source).result()
            except BrokenProcessPool:
                return messages.BROKEN


def _progress(
    results: Iterator[tuple[str, AnnualReport | str]], count: int
) -> Iterator[tuple[str, AnnualReport | str]]:
    console = Console(stderr=True)
    if count < _WORTH_A_PROCESS or not console.is_terminal:
        yield from results
        return
    with Progress(console=console, transient=True) as progress:
        yield from progress.track(results, total=count, description=messages.READING)


def _write(form: str, reports: list[tuple[str, AnnualReport]], output: Path | None, *, full: bool) -> None:
    if form == "xlsx" and output is None and sys.stdout.isatty():
        raise WrongUse(messages.NOT_FOR_A_SCREEN)
    if form == "table" and output is None:
        show_reports(_console(), reports, full=full)
        return
    data = _data(form, reports, full=full, to_file=output is not None)
    if output is None:
        sys.stdout.buffer.write(data)
        return
    part = output.with_name(output.name + ".part")
    try:
        part.write_bytes(data)
        part.replace(output)
    except OSError as error:
        part.unlink(missing_ok=True)
        reason = messages.reason_of(error)
        raise CannotWrite(messages.CANNOT_WRITE.format(path=display_name(str(output)), reason=reason)) from error


class _Screen(Console):
    """A console whose reader (head, less) may leave when it has seen enough."""

    def on_broken_pipe(self) -> None:
        self.quiet = True
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(ALL_CLEAN)


def _console() -> Console:
    """Return the terminal; a pipe or file is as wide as the tables need."""
    console = _Screen()
    return console if console.is_terminal else _Screen(width=_WIDTH)


def _data(form: str, reports: list[tuple[str, AnnualReport]], *, full: bool, to_file: bool) -> bytes:
    if form == "csv":
        # Excel takes a CSV file for UTF-8 only where it begins with the mark.
        return csv_text(reports).encode("utf-8-sig" if to_file else "utf-8")
    if form == "xlsx":
        # The library takes longer to load than a page to read.
        from gongkai.cli.workbook import workbook

        return workbook(reports)
    if form == "table":
        buffer = io.StringIO()
        show_reports(Console(file=buffer, width=_WIDTH), reports, full=full)
        return buffer.getvalue().encode()
    lines = [encode(report, source=source) for source, report in reports]
    return (msgspec.json.format(lines[0]) if len(lines) == 1 else b"\n".join(lines)) + b"\n"
