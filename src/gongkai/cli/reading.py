"""Inputs → reports (读入): one by one or by many processes, with progress, and a sentence for each failure."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

import click
from rich.console import Console
from rich.progress import Progress

from gongkai.cli import messages
from gongkai.cli.conversion import as_docx
from gongkai.cli.failures import WrongUse
from gongkai.cli.inputs import STDIN, display_name, find_inputs, load
from gongkai.errors import NeedsConversion, UnreadableInput
from gongkai.readers import read
from gongkai.readers.documents.paper import PageProgress
from gongkai.report import AnnualReport

# Fewer files than this are read sooner than a second process starts.
_WORTH_A_PROCESS = 24

# A source, and its report or the sentence that says why there is none.
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
    """Return the report, or the sentence that says why there is none."""
    try:
        data = load(source)
        try:
            return read(data, _told_by_page(source))
        except NeedsConversion:
            return read(as_docx(data))
    except UnreadableInput as error:
        return error.reason


def read_all(sources: Sequence[str], jobs: int | None) -> dict[str, AnnualReport | str]:
    """Return the report of each file, or the sentence that says why there is none, which is told at once."""
    found: dict[str, AnnualReport | str] = {}
    for source, result in for_each(list(dict.fromkeys(sources)), jobs):
        found[source] = result
        if isinstance(result, str):
            tell_failure(source, result)
    return found


def tell_failure(source: str, reason: str) -> None:
    """Say in a line why a file could not be used."""
    click.echo(messages.FAILED.format(source=display_name(source), reason=reason), err=True)


def for_each(sources: Sequence[str], jobs: int | None) -> Iterator[Reading]:
    """Yield every source with its report or failure, in order; one that kills its process fails alone."""
    return _with_progress(_results(sources, jobs), len(sources))


def _results(sources: Sequence[str], jobs: int | None) -> Iterator[Reading]:
    workers = min(jobs or os.cpu_count() or 1, len(sources))
    if workers < 2 or (jobs is None and len(sources) < _WORTH_A_PROCESS):
        yield from ((source, read_one(source)) for source in sources)
        return
    pool = ProcessPoolExecutor(workers)
    # Workers have no standard input.
    futures = [(source, None if source == STDIN else pool.submit(read_one, source)) for source in sources]
    for source, future in futures:
        yield source, _outcome(source, future) if future else read_one(source)
    pool.shutdown()


def _outcome(source: str, future: Future[AnnualReport | str]) -> AnnualReport | str:
    try:
        return future.result()
    except BrokenProcessPool:
        with ProcessPoolExecutor(1) as alone:
            try:
                return alone.submit(read_one, source).result()
            except BrokenProcessPool:
                return messages.BROKEN


def _with_progress(results: Iterator[Reading], count: int) -> Iterator[Reading]:
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
