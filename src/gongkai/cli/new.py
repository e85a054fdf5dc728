"""`gongkai new`: an organ and a year → a draft with everything that the form asks for."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Sequence
from pathlib import Path

import click

from gongkai.cli import draft_messages as messages
from gongkai.cli.failures import CannotWrite, WrongUse
from gongkai.cli.inputs import STDIN, display_name
from gongkai.cli.messages import SCOPES
from gongkai.cli.output import put
from gongkai.cli.reading import read_one, tell_failure
from gongkai.drafts import empty_report, handed_on, open_fields, usual_scope
from gongkai.report import AnnualReport, Scope
from gongkai.writers import write as writers

WRITTEN, UNREADABLE = 0, 3
# The forms that a person can fill in, or a program.
FORMS = ("docx", "xlsx", "html", "json")
_SCOPES = (Scope.OWN.value, Scope.CONSOLIDATED.value)
_NOT_IN_A_NAME = frozenset("{}｛｝/\\")
_FEWEST = 2
_YEARS = range(2019, 2101)
_NEEDS_NO_QUOTES = re.compile(r"[\w@%+=:,./（）-]+")


def _year(_context: click.Context, _argument: click.Parameter, text: str) -> int:
    """Return a year as it is typed; WrongUse where it is none that has a form."""
    found = messages.A_YEAR.fullmatch(text.strip())
    if found is None or int(found[1]) not in _YEARS:
        raise WrongUse(messages.NO_YEAR)
    return int(found[1])


@click.command("new", help=messages.NEW_HELP)
@click.argument("organ", metavar=messages.ORGAN_ARGUMENT)
@click.argument("year", metavar=messages.YEAR_ARGUMENT, callback=_year)
@click.option("--scope", type=click.Choice(_SCOPES), help=messages.SCOPE_HELP)
@click.option("--last-year", metavar="FILE", help=messages.LAST_YEAR_HELP)
@click.option("--format", "form", type=click.Choice(FORMS), help=messages.NEW_FORMAT_HELP)
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help=messages.NEW_OUTPUT_HELP)
@click.option("--force", is_flag=True, help=messages.FORCE_HELP)
def new_command(
    organ: str,
    year: int,
    scope: str | None,
    last_year: str | None,
    form: str | None,
    output: Path | None,
    force: bool,
) -> int:
    """Write a draft, and say what to do with it."""
    organ = _organ(organ)
    form = chosen_form(form, output, FORMS) if output else form or FORMS[0]
    path = output or Path(messages.DRAFT_NAME.format(year=year, organ=organ, form=form))
    if os.path.lexists(path) and not force:
        raise CannotWrite(messages.EXISTS.format(path=display_name(str(path))))
    keep_last_year(last_year, path)
    taken = Scope(scope) if scope else usual_scope(organ, year)
    before = year_before(last_year, organ=organ, year=year, scope=taken) if last_year else None
    if last_year and before is None:
        return UNREADABLE
    draft = empty_report(organ, year, taken, last_year=before)
    put(writers.write(draft, form), path)
    for line in _told(draft, path, last_year, before, by_name=scope is None):
        click.echo(line)
    return WRITTEN


def year_before(source: str, *, organ: str | None, year: int | None, scope: Scope) -> AnnualReport | None:
    """Return last year's report; None where it cannot be read, which is told. WrongUse where its year is off."""
    found = read_one(source)
    if isinstance(found, str):
        tell_failure(source, found)
        return None
    if year is not None and found.year not in (None, year - 1):
        shown = display_name(source)
        raise WrongUse(messages.OTHER_YEAR.format(source=shown, actual=found.year, expected=year - 1))
    if found.organ and organ and found.organ != organ:
        click.echo(messages.OTHER_ORGAN.format(actual=found.organ, expected=organ), err=True)
    if Scope.UNKNOWN not in (found.scope, scope) and found.scope is not scope:
        words = messages.OTHER_SCOPE.format(actual=SCOPES[found.scope], expected=SCOPES[scope])
        click.echo(words, err=True)
    return found


def as_typed(source: str) -> str:
    """Return a file's name as a person types it in a command: quoted only where it must be."""
    name = source if source == STDIN else display_name(source)
    return name if _NEEDS_NO_QUOTES.fullmatch(name) else shlex.quote(name)


def _organ(name: str) -> str:
    name = name.strip()
    if len(name) < _FEWEST or not name.isprintable() or _NOT_IN_A_NAME & set(name):
        raise WrongUse(messages.NO_ORGAN_NAME)
    return name


def chosen_form(form: str | None, output: Path, forms: Sequence[str]) -> str:
    """Return the form asked for, or that of the file's suffix; WrongUse where there is none, or they contradict."""
    suffix, shown = output.suffix[1:].lower(), display_name(str(output))
    if form and suffix != form and suffix in writers.FORMS:
        raise WrongUse(messages.OTHER_SUFFIX.format(path=shown, form=form))
    if form or suffix in forms:
        return form or suffix
    raise WrongUse(messages.UNKNOWN_FORM.format(path=shown, forms=messages.SEPARATOR.join(forms)))


def keep_last_year(source: str | None, output: Path) -> None:
    """Refuse to write over last year's report."""
    if source not in (None, STDIN) and output.resolve() == Path(str(source)).resolve():
        raise WrongUse(messages.IS_LAST_YEAR.format(path=display_name(str(output))))


def _told(
    draft: AnnualReport, path: Path, source: str | None, before: AnnualReport | None, *, by_name: bool
) -> list[str]:
    """Return what was written, and what is to be done next."""
    fields = [field for _, field in open_fields(draft)]
    holes = sum(field.is_hole for field in fields)
    count = handed_on(draft)
    handed = [messages.HANDED_ON.format(count=count) if count else messages.NOT_HANDED_ON]
    finished = messages.FINISHED_NAME.format(year=draft.year, organ=draft.organ)
    more = messages.WITH_LAST_YEAR.format(path=as_typed(source)) if source else ""
    shown = display_name(str(path))
    return [
        messages.WRITTEN_DRAFT.format(path=shown, edition=draft.edition, scope=SCOPES[draft.scope]),
        *([messages.SCOPE_TAKEN] if by_name else []),
        messages.TO_FILL.format(holes=holes, fields=len(fields) - holes),
        *(handed if before is not None else []),
        messages.NEXT,
        messages.COMMAND.format(source=as_typed(str(path)), output=as_typed(finished), last_year=more),
    ]
