"""`gongkai letter`: a document of a request → a form to fill in; a form that is filled in → the letter."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.text import Text

from gongkai.cli import law_messages as messages
from gongkai.cli.clock_terminal import show_lines, show_steps
from gongkai.cli.failures import CannotWrite, WrongUse
from gongkai.cli.inputs import STDIN, display_name, load
from gongkai.cli.letter_form import Kind, Written, example, form_of, kind_called, unknown_letter, written
from gongkai.cli.local_law import calendar_option, conventions_option
from gongkai.cli.output import put, show
from gongkai.errors import BrokenWording, CannotPrint, UnreadableInput
from gongkai.law.calendar.days import Calendar
from gongkai.law.conventions import DEFAULT, Conventions
from gongkai.law.steps import Step
from gongkai.layout.blocks import Manuscript
from gongkai.letters import STANDARD, Composed, Wordings, compose, compose_reply, wordings, wordings_toml
from gongkai.letters.catalogue import ANSWERS, FORMS, LETTERS

WRITTEN, NOT_WHOLE = 0, 1
PRINTED, _FORM = ("docx", "pdf"), ".toml"


@click.command("letter", help=messages.LETTER_HELP)
@click.argument("what", nargs=-1, metavar=messages.WHAT_ARGUMENT)
@click.option(
    "--output",
    "-o",
    "outputs",
    multiple=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help=messages.LETTER_OUTPUT_HELP,
)
@click.option("--draft", is_flag=True, help=messages.DRAFT_HELP)
@click.option("--example", "is_example", is_flag=True, help=messages.EXAMPLE_HELP)
@click.option("--force", is_flag=True, help=messages.FORCE_HELP)
@click.option("--wordings", "wordings_file", metavar="FILE", help=messages.WORDINGS_HELP)
@calendar_option
@conventions_option
def letter_command(
    what: tuple[str, ...],
    outputs: tuple[Path, ...],
    draft: bool,
    is_example: bool,
    force: bool,
    wordings_file: str | None,
    **where: Any,
) -> int:
    """List what can be written, hand out a form, or write the letter that a filled one is.

    `where` is what holds in a place: its conventions and its calendar.
    """
    if what == (messages.WORDINGS,):
        return _hand_out(wordings_toml(), outputs, force=force)
    if not what:
        if is_example:
            raise WrongUse(messages.EXAMPLE_OF_WHAT)
        show(_show_list, None)
        return WRITTEN
    kinds = _kinds(what)
    if is_example and not kinds:
        raise WrongUse(messages.EXAMPLE_OF_WHAT)
    if kinds and not is_example:
        return _hand_out(form_of(kinds), outputs, force=force)
    filled = example(kinds) if kinds else _filled(what)
    made = _made(filled, _wordings(wordings_file), where["conventions"] or DEFAULT, where["calendar"])
    return _finish(made, outputs, draft=draft)


def _hand_out(form: str, outputs: tuple[Path, ...], *, force: bool) -> int:
    """Write what is to be filled in or changed; never over a file that may have been."""
    if not outputs:
        put(form.encode(), None)
    for output in outputs:
        shown = display_name(str(output))
        if output.suffix.lower() != _FORM:
            raise WrongUse(messages.TOML_ONLY.format(path=shown))
        if output.exists() and not force:
            raise CannotWrite(messages.EXISTS.format(path=shown))
        put(form.encode(), output)
        click.echo(messages.WRITTEN_LETTER.format(path=shown))
    return WRITTEN


def _kinds(what: tuple[str, ...]) -> tuple[Kind, ...]:
    """Return the documents or outcomes that are named; none where a file is; WrongUse for several documents."""
    kinds = tuple(kind for name in what if (kind := kind_called(name)))
    if len(kinds) not in (0, len(what)) or (not kinds and len(what) > 1):
        raise WrongUse(unknown_letter(next(name for name in what if kind_called(name) is None)))
    if len(kinds) > 1 and not all(kind in ANSWERS for kind in kinds):
        raise WrongUse(messages.ONE_LETTER)
    return kinds


def _filled(what: tuple[str, ...]) -> Written:
    """Return what a form says that was filled in."""
    name = what[0]
    if name != STDIN and not Path(name).is_file():
        raise WrongUse(unknown_letter(name))
    try:
        return written(load(name), display_name(name))
    except UnreadableInput as error:
        raise WrongUse(error.reason) from error


def _wordings(name: str | None) -> Wordings:
    if name is None:
        return STANDARD
    try:
        return wordings(load(name))
    except UnreadableInput as error:
        raise WrongUse(error.reason) from error
    except BrokenWording as error:
        told = (messages.IN_FILE.format(file=display_name(name)), *(f"  {problem}" for problem in error.problems))
        raise WrongUse("\n".join(told)) from error


def _made(filled: Written, texts: Wordings, conventions: Conventions, calendar: Calendar) -> Composed:
    if filled.document:
        return compose(filled.document, filled.values, wordings=texts, conventions=conventions, calendar=calendar)
    return compose_reply(filled.answers, filled.values, wordings=texts, conventions=conventions, calendar=calendar)


def _finish(made: Composed, outputs: tuple[Path, ...], *, draft: bool) -> int:
    """Write what may go out, or a draft that was asked for; say what is missing in it."""
    for output in outputs:
        if output.suffix[1:].lower() not in PRINTED:
            raise WrongUse(messages.DOCX_OR_PDF.format(path=display_name(str(output))))
    if made.is_whole or draft:
        files = [(output, _printed(made.manuscript, output.suffix[1:].lower())) for output in outputs]
        for output, data in files:
            put(data, output)
            click.echo(messages.WRITTEN_LETTER.format(path=display_name(str(output))))
    show(lambda console: _show(console, made, written=bool(outputs), draft=draft), None)
    return WRITTEN if made.is_whole else NOT_WHOLE


def _printed(manuscript: Manuscript, form: str) -> bytes:
    # The library of each form takes longer to load than a letter to write.
    try:
        if form == "pdf":
            from gongkai.layout.pdf import pdf

            return pdf(manuscript)
        from gongkai.layout.word import word_document

        return word_document(manuscript)
    except CannotPrint as error:
        raise CannotWrite(error.reason) from error


def _show(console: Console, made: Composed, *, written: bool, draft: bool) -> None:
    """Print what a letter lacks; where it goes to no file, its text as well."""
    if not written:
        for block in made.manuscript.blocks:
            if text := getattr(block, "text", ""):
                console.print(Text(text))
        console.print()
    if not made.is_whole:
        told = messages.NOT_ISSUED_DRAFT if written and draft else messages.NOT_ISSUED
        console.print(Text(told, style="bold red"))
    lacks = [Step(one.text) for one in made.missing]
    show_steps(console, messages.MISSING_TITLE, lacks, "red")
    for title, doubts, style in (
        (messages.PROBLEMS_TITLE, made.problems, "red"),
        (messages.DOUBTS_TITLE, made.remarks, "yellow"),
    ):
        show_steps(console, title, [Step(one.text, one.on, one.source) for one in doubts], style)


def _show_list(console: Console) -> None:
    documents = sorted((*LETTERS, *FORMS))
    show_lines(console, messages.LETTERS_TITLE, [(str(one), Text(one.label)) for one in documents])
    show_lines(console, messages.REPLIES_TITLE, [(str(one), Text(one.label)) for one in ANSWERS])
    console.print(Text(messages.LETTER_NEXT, style="dim"))
