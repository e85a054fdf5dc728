"""`gongkai write`: a draft → the report, in every form that people use; or why it cannot be written yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from gongkai.checks.check import check
from gongkai.cli import draft_messages as messages
from gongkai.cli.failures import CannotWrite, WrongUse
from gongkai.cli.inputs import STDIN, display_name
from gongkai.cli.new import as_typed, chosen_form, keep_last_year, year_before
from gongkai.cli.output import check_destination, put
from gongkai.cli.reading import read_one, tell_failure
from gongkai.drafts import cell_name, preview
from gongkai.errors import CannotPrint
from gongkai.report import AnnualReport, Cell, Severity, State
from gongkai.writers.write import FORMS, write

WRITTEN, NOT_FILLED, UNREADABLE = 0, 1, 3
# Forms that keep no prose: their check would be of something else.
_DATA = ("csv", "parquet")
_MOST_NAMED = 3

# Where to write (None: standard output), and in which form.
Target = tuple[Path | None, str]


@click.command("write", help=messages.WRITE_HELP)
@click.argument("source", metavar="FILE")
@click.option(
    "--output",
    "-o",
    "outputs",
    multiple=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help=messages.WRITE_OUTPUT_HELP,
)
@click.option("--format", "form", type=click.Choice(FORMS), help=messages.WRITE_FORMAT_HELP)
@click.option("--last-year", metavar="FILE", help=messages.WRITE_LAST_YEAR_HELP)
@click.option("--preview", "open_ones_stay", is_flag=True, help=messages.PREVIEW_HELP)
def write_command(
    source: str, outputs: tuple[Path, ...], form: str | None, last_year: str | None, open_ones_stay: bool
) -> int:
    """Fill in a draft and write it, or say what is wrong with it."""
    targets = _targets(source, outputs, form)
    if source == last_year == STDIN:
        raise WrongUse(messages.ONE_STDIN)
    for output in outputs:
        keep_last_year(last_year, output)
    report = read_one(source)
    if isinstance(report, str):
        tell_failure(source, report)
        return UNREADABLE
    before = _before(last_year, report) if last_year else None
    if last_year and before is None:
        return UNREADABLE
    filled = preview(report, last_year=before)
    problems = (*_contradictions(report), *filled.problems)
    _tell_problems(problems, kept=open_ones_stay)
    if problems and not open_ones_stay:
        for line in _without_figures(filled.report):
            click.echo(line, err=True)
        return NOT_FILLED
    for data, path in _written(filled.report, targets, source):
        put(data, path)
    for line in _told(filled.report, before, targets, last_year):
        click.echo(line, err=targets[0][0] is None)
    return WRITTEN


def _targets(source: str, outputs: tuple[Path, ...], form: str | None) -> list[Target]:
    """Return where to write in which form; WrongUse where that is not clear, or would do harm."""
    if form and len(outputs) > 1:
        raise WrongUse(messages.ONE_FORM)
    if not outputs:
        if form is None:
            raise WrongUse(messages.NO_FORM)
        check_destination(form, None)
        return [(None, form)]
    for number, path in enumerate(outputs):
        if source != STDIN and path.resolve() == Path(source).resolve():
            raise WrongUse(messages.OWN_INPUT.format(path=display_name(str(path))))
        if any(path.resolve() == other.resolve() for other in outputs[:number]):
            raise WrongUse(messages.TWICE.format(path=display_name(str(path))))
    return [(path, chosen_form(form, path, FORMS)) for path in outputs]


def _before(source: str, report: AnnualReport) -> AnnualReport | None:
    return year_before(source, organ=report.organ, year=report.year, scope=report.scope)


def _tell_problems(problems: tuple[str, ...], *, kept: bool) -> None:
    if problems:
        click.echo((messages.LEFT_OPEN if kept else messages.PROBLEMS).format(count=len(problems)), err=True)
    for problem in problems:
        click.echo(f"  {problem}", err=True)


def _written(report: AnnualReport, targets: list[Target], source: str) -> list[tuple[bytes, Path | None]]:
    """Return every file's bytes; CannotWrite before the first is written where one cannot be made."""
    try:
        return [(write(report, form, source=display_name(source)), path) for path, form in targets]
    except CannotPrint as error:
        raise CannotWrite(error.reason) from error


def _told(
    report: AnnualReport, before: AnnualReport | None, targets: list[Target], last_year: str | None
) -> Iterator[str]:
    """Yield what was written, what is still blank in it, and how many faults it has."""
    paths = [display_name(str(path)) for path, _ in targets if path is not None]
    if paths:
        yield messages.WRITTEN.format(paths=messages.SEPARATOR.join(paths))
    yield from _without_figures(report)
    found = Counter(one.severity for one in check(report, last_year=(before,) if before else ()))
    errors, warnings = found[Severity.ERROR], found[Severity.WARNING]
    readable = next((path for path, form in targets if path is not None and form not in _DATA), None)
    if not errors and not warnings:
        yield messages.CHECKED_CLEAN
    elif readable is None:
        yield messages.CHECKED_DATA.format(errors=errors, warnings=warnings)
    else:
        more = messages.WITH_LAST_YEAR.format(path=as_typed(last_year)) if last_year else ""
        shown = as_typed(str(readable))
        yield messages.CHECKED.format(errors=errors, warnings=warnings, path=shown, last_year=more)


def _contradictions(report: AnnualReport) -> Iterator[str]:
    """Yield what data says that somebody filled in but left marked as blank."""
    cells = [cell for cell in report.cells if _is_filled_blank(cell)]
    if cells:
        yield messages.OFF_STATE.format(tables=_by_table(cells, report.edition))


def _is_filled_blank(cell: Cell) -> bool:
    return cell.state is State.BLANK and (cell.value is not None or any(char.isdigit() for char in cell.text))


def _without_figures(report: AnnualReport) -> Iterator[str]:
    """Yield in which tables cells are blank, and in which they have no sure figure."""
    blanks = [cell for cell in report.cells if cell.state is State.BLANK and not _is_filled_blank(cell)]
    others = [cell for cell in report.cells if cell.marked and cell.state is not State.BLANK]
    for cells, words in ((blanks, messages.BLANKS), (others, messages.OTHERS)):
        if cells:
            yield words.format(count=len(cells), tables=_by_table(cells, report.edition))


def _by_table(cells: list[Cell], edition: str) -> str:
    """Return how many cells of each table they are, and what the first of them are called."""
    tables = sorted({cell.table for cell in cells})
    return messages.SEPARATOR.join(_in_table(table, cells, edition) for table in tables)


def _in_table(table: str, cells: list[Cell], edition: str) -> str:
    keys = [cell.key for cell in cells if cell.table == table]
    names = messages.SEPARATOR.join(cell_name(edition, key) for key in keys[:_MOST_NAMED])
    more = messages.AND_MORE if len(keys) > _MOST_NAMED else ""
    return messages.IN_TABLE.format(table=messages.TABLES[table], count=len(keys), names=names + more)
