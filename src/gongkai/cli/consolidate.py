"""`gongkai consolidate`: the reports of a region's organs → its consolidated report, and what it is made of."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click
import msgspec
from rich.console import Console

from gongkai.cli import consolidation_messages as messages
from gongkai.cli.children_list import children_in
from gongkai.cli.consolidation_terminal import show_against, show_consolidation, show_outcome
from gongkai.cli.failures import CannotWrite, WrongUse
from gongkai.cli.inputs import STDIN, display_name, load
from gongkai.cli.messages import JOBS_HELP, OUTPUT_HELP
from gongkai.cli.output import TABLE, check_destination, chosen_form, put, show, tell
from gongkai.cli.reading import named_inputs, read_all, read_one, tell_failure
from gongkai.drafts.skeleton import with_prose
from gongkai.errors import BrokenChildren, BrokenReportData, CannotPrint, UnreadableInput
from gongkai.report import AnnualReport, json_form
from gongkai.report.consolidation.children import Children
from gongkai.report.consolidation.consolidate import consolidate
from gongkai.report.consolidation.consolidated import Consolidation, Note
from gongkai.report.consolidation.explain import Against, FormerChild, against
from gongkai.report.consolidation.region_name import region_name, same_region
from gongkai.report.lineup import Named
from gongkai.writers.consolidation.form import children_of

COMPLETE, SOMETHING_TO_LOOK_AT, SOMETHING_UNREADABLE = 0, 1, 3
_FORMS = (TABLE, "json", "xlsx", "docx", "html", "pdf", "csv", "parquet")

_WITHOUT_PROSE = (TABLE, "csv", "parquet")

# A report to be held against, its file, and the children it was made of, where that is known.
Held = tuple[AnnualReport, str, tuple[FormerChild, ...] | None]


@click.command("consolidate", help=messages.CONSOLIDATE_HELP)
@click.argument("paths", nargs=-1, metavar="PATHS...")
@click.option("--children", type=click.Path(dir_okay=False, path_type=Path), help=messages.CHILDREN_HELP)
@click.option("--organ", help=messages.ORGAN_HELP)
@click.option("--year", type=click.IntRange(2019, 2100), help=messages.YEAR_HELP)
@click.option("--against", "published", type=click.Path(dir_okay=False, path_type=Path), help=messages.AGAINST_HELP)
@click.option("--blank-as-zero", is_flag=True, help=messages.BLANK_HELP)
@click.option("--format", "form", type=click.Choice(_FORMS), help=messages.FORMAT_HELP)
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help=OUTPUT_HELP)
@click.option("--jobs", "-j", type=click.IntRange(1, 256), help=JOBS_HELP)
def consolidate_command(  # noqa: PLR0913  # one for each option
    paths: tuple[str, ...],
    children: Path | None,
    organ: str | None,
    year: int | None,
    published: Path | None,
    blank_as_zero: bool,
    form: str | None,
    output: Path | None,
    jobs: int | None,
) -> int:
    """Consolidate reports and say how it went in the exit code."""
    form = chosen_form(form, output, _FORMS)
    check_destination(form, output)
    listed = children_in(children) if children else None
    sources, failed = named_inputs(paths)
    aside = {path.resolve() for path in (children, published, output) if path}
    wanted = [name for name in sources if name == STDIN or Path(name).resolve() not in aside]
    with _uncollected():
        results = read_all(wanted, jobs)
    reports = [(display_name(name), one) for name, one in results.items() if isinstance(one, AnnualReport)]
    unread = tuple(display_name(name) for name, one in results.items() if isinstance(one, str))
    held = _held(published) if published else None
    found = _consolidated(reports, organ, year, listed, held, blank_is_zero=blank_as_zero)
    found = _with_unread(found, unread)
    checked = against(found, held[0], source=held[1], former=held[2]) if held else None
    _write(form, found, checked, output)
    if form != TABLE or output is not None:
        tell(lambda console: _tell(console, found, checked))
    if form not in _WITHOUT_PROSE:
        click.echo(messages.IS_A_DRAFT, err=True)
    if failed or unread or (published and held is None):
        return SOMETHING_UNREADABLE
    return COMPLETE if found.complete and (checked is None or checked.same) else SOMETHING_TO_LOOK_AT


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the collector of cycles out of sight: values have none, and it would look at millions of cells again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _consolidated(
    reports: Named,
    organ: str | None,
    year: int | None,
    children: Children | None,
    held: Held | None,
    *,
    blank_is_zero: bool,
) -> Consolidation:
    """Return the consolidation; WrongUse where its organ or year cannot be told, or nothing counts."""
    year = year or _year(reports)
    told = organ or (held[0].organ if held else None)
    by_names = region_name(_names(reports, children), year)
    name = told or by_names
    if name is None:
        raise WrongUse(messages.NO_ORGAN)
    try:
        found = consolidate(reports, organ=name, year=year, children=children, blank_is_zero=blank_is_zero)
    except BrokenChildren as error:
        raise WrongUse(error.reason) from error
    if not found.addends:
        # Why nothing counts stands with every file.
        tell(lambda console: show_outcome(console, found))
        raise WrongUse(messages.NOTHING_TO_ADD)
    if told is None:
        note = Note(code="organ_taken", organs=(name,))
        found = msgspec.structs.replace(found, notes=(note, *found.notes))
    elif by_names and not same_region(told, by_names, year):
        note = Note(code="other_region", organs=(by_names,))
        found = msgspec.structs.replace(found, notes=(note, *found.notes))
    return found


def _names(reports: Named, children: Children | None) -> list[str]:
    listed = [child.organ for child in children.entries] if children else []
    return [*listed, *(report.organ for _, report in reports if report.organ)]


def _year(reports: Named) -> int:
    """Return the year of most reports; WrongUse where there is none, or two are as common."""
    common = Counter(report.year for _, report in reports if report.year is not None).most_common(2)
    if not common:
        raise WrongUse(messages.NO_YEAR)
    if len(common) == 2 and common[0][1] == common[1][1]:
        raise WrongUse(messages.TWO_YEARS.format(years="、".join(str(year) for year, _ in sorted(common))))
    return common[0][0]


def _held(path: Path) -> Held | None:
    """Return the report to hold the sums against; None where it cannot be read, which is told."""
    source = str(path)
    try:
        data = load(source)
        former = children_of(data)
        if former is not None:
            return json_form.decode(data), display_name(source), former
    except UnreadableInput as error:
        tell_failure(source, error.reason)
        return None
    except BrokenReportData:
        tell_failure(source, messages.BROKEN_JSON)
        return None
    try:
        return json_form.decode(data), display_name(source), None
    except BrokenReportData:
        report = read_one(source)
    if isinstance(report, str):
        tell_failure(source, report)
        return None
    return report, display_name(source), None


def _with_unread(found: Consolidation, unread: Sequence[str]) -> Consolidation:
    """Return a consolidation that also names the files that could not be read; why was told when they were."""
    if not unread:
        return found
    return msgspec.structs.replace(found, notes=(*found.notes, Note(code="not_read", sources=tuple(unread))))


def _write(form: str, found: Consolidation, checked: Against | None, output: Path | None) -> None:
    if form == TABLE:
        show(lambda console: show_consolidation(console, found, checked), output)
        return
    try:
        data = _data(form, found, checked)
    except CannotPrint as error:
        raise CannotWrite(messages.CANNOT_PRINT.format(form=form, reason=error.reason)) from error
    put(data, output)


def _data(form: str, found: Consolidation, checked: Against | None) -> bytes:
    """Return the consolidation in a form; the library of each is loaded only where it is asked for."""
    if form == "json":
        from gongkai.writers.consolidation.form import consolidation_json

        return consolidation_json(_with_prose(found), checked)
    if form == "xlsx":
        from gongkai.writers.consolidation.book import consolidation_book

        return consolidation_book(_with_prose(found), checked)
    from gongkai.writers.write import write

    return write(found.report if form in _WITHOUT_PROSE else _with_prose(found).report, form)


def _with_prose(found: Consolidation) -> Consolidation:
    """Return a consolidation whose report is a draft: headings and sentences of the form around its tables."""
    return msgspec.structs.replace(found, report=with_prose(found.report))


def _tell(console: Console, found: Consolidation, checked: Against | None) -> None:
    """Say what was consolidated, and what must be looked at, where the result itself is not in sight."""
    show_outcome(console, found)
    if checked is not None:
        show_against(console, checked, found.report.edition)
