"""Inputs → reports (读入): one by one or by many processes, with progress, and a sentence for each failure."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress

from gongkai.cli import messages
from gongkai.cli.conversion import as_docx
from gongkai.cli.failures import WrongUse
from gongkai.cli.inputs import STDIN, display_name, find_inputs, load
from gongkai.errors import NeedsConversion, UnreadableInput
from gongkai.readers import read
from gongkai.readers import read_all as read_data
from gongkai.readers.documents.paper import PageProgress
from gongkai.report import AnnualReport

# Fewer files than this are read sooner than a second process starts.
_WORTH_A_PROCESS = 24
_DATA = (".json", ".jsonl", ".csv", ".parquet")

# A source, and its report or the sentence that says why there is none; a file of data is a source for each report.
Reading = tuple[str, AnnualReport | str]


def named_inputs(paths: Sequence[str]) -> tuple[list[str], bool]:
    """Return the files that were named, and whether some name meant none, which is told.

    WrongUse where nothing is named, or none of it means a file.
    """
    if not paths:
        raise WrongUse(messages.NOTHING_GIVEN)
    sources, missing = find_inputs(paths)
    if not sources:
        raise WrongUse(messages.NO_FILES.format(path=" ".join(missing)))
    for name in missing:
        click.echo(messages.NO_FILES.format(path=display_name(name)), err=True)
    return sources, bool(missing)


def read_one(source: str) -> AnnualReport | str:
    """Return the report, or the sentence that says why there is none, or not only one."""
    try:
        data = load(source)
        try:
            return read(data, _told_by_page(source))
        except NeedsConversion:
            return read(as_docx(data))
    except UnreadableInput as error:
        return error.reason


def read_each(source: str) -> tuple[Reading, ...]:
    """Return the reports of a file, or the sentence that says why there is none."""
    try:
        data = load(source)
        try:
            found = read_data(data, _told_by_page(source))
        except NeedsConversion:
            return ((source, read(as_docx(data))),)
    except UnreadableInput as error:
        return ((source, error.reason),)
    if len(found) == 1:
        return ((source, found[0][1]),)
    names = [name for name, _ in found]
    told = len(set(names)) == len(names) and all(names)
    return tuple(
        (
            messages.IN_FILE.format(file=source, name=name if told else messages.NUMBERED.format(number=number)),
            report,
        )
        for number, (name, report) in enumerate(found, 1)
    )


def read_all(sources: Sequence[str], jobs: int | None) -> dict[str, AnnualReport | str]:
    """Return each report by its source, or the sentence that says why there is none, which is told at once."""
    return {name: result for found in read_files(sources, jobs).values() for name, result in found}


def read_files(sources: Sequence[str], jobs: int | None) -> dict[str, tuple[Reading, ...]]:
    """Return what each file holds: mostly one report; or the sentence that says why none, which is told at once."""
    found: dict[str, tuple[Reading, ...]] = {}
    different = list(dict.fromkeys(sources))
    for source, readings in zip(different, _with_progress(_results(different, jobs), len(different)), strict=True):
        found[source] = readings
        for name, result in readings:
            if isinstance(result, str):
                tell_failure(name, result)
    return found


def tell_failure(source: str, reason: str) -> None:
    """Say in a line why a file could not be used."""
    click.echo(messages.FAILED.format(source=display_name(source), reason=reason), err=True)


def for_each(sources: Sequence[str], jobs: int | None) -> Iterator[Reading]:
    """Yield every report with its source, or a failure, in order; a file that kills its process fails alone."""
    for readings in _with_progress(_results(sources, jobs), len(sources)):
        yield from readings


def _results(sources: Sequence[str], jobs: int | None) -> Iterator[tuple[Reading, ...]]:
    slow = [source for source in sources if _is_slow(source)]
    workers = min(jobs or os.cpu_count() or 1, len(slow))
    if workers < 2 or (jobs is None and len(slow) < _WORTH_A_PROCESS):
        yield from (read_each(source) for source in sources)
        return
    pool = ProcessPoolExecutor(workers)
    futures = [(source, pool.submit(read_each, source) if _is_slow(source) else None) for source in sources]
    for source, future in futures:
        yield _outcome(source, future) if future else read_each(source)
    pool.shutdown()


def _is_slow(source: str) -> bool:
    """Say whether a file is worth another process: data are read sooner than handed over; none has our input."""
    return source != STDIN and Path(source).suffix.lower() not in _DATA


def _outcome(source: str, future: Future[tuple[Reading, ...]]) -> tuple[Reading, ...]:
    try:
        return future.result()
    except BrokenProcessPool:
        with ProcessPoolExecutor(1) as alone:
            try:
                return alone.submit(read_each, source).result()
            except BrokenProcessPool:
                return ((source, messages.BROKEN),)


def _with_progress(results: Iterator[tuple[Reading, ...]], count: int) -> Iterator[tuple[Reading, ...]]:
    console = Console(stderr=True)
    if count < _WORTH_A_PROCESS or not console.is_terminal:
        yield from results
        return
    with Progress(console=console, transient=True) as progress:
        yield from progress.track(results, total=count, description=messages.READING)


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
