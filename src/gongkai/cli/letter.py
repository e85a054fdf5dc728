"""`gongkai letter`: a document of a request → a form to fill in; a form that is filled in → the letter."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from gongkai.cli import law_messages as messages
from gongkai.cli.clock_terminal import show_lines, show_steps
from gongkai.cli.failures import CannotWrite, WrongUse
from gongkai.cli.inputs import STDIN, display_name, load
from gongkai.cli.letter_form import Kind, Written, example, form_of, kind_called, written
from gongkai.cli.local_law import conventions_option
from gongkai.cli.output import check_destination, put, show
from gongkai.errors import BrokenWording, CannotPrint, UnreadableInput
from gongkai.law.conventions import DEFAULT, Conventions
from gongkai.law.steps import Step
from gongkai.layout.blocks import Manuscript
from gongkai.letters import STANDARD, Composed, Wordings, compose, compose_reply, wordings, wordings_toml
from gongkai.letters.catalogue import ANSWERS, FORMS, LETTERS

WRITTEN, NOT_WHOLE = 0, 1
PRINTED = ("docx", "pdf")


@click.command("letter", help=messages.LETTER_HELP)
@click.argument("what", nargs=-1, metavar=messages.WHAT_ARGUMENT)
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help=messages.LETTER_OUTPUT_HELP)
@click.option("--draft", is_flag=True, help=messages.DRAFT_HELP)
@click.option("--example", "is_example", is_flag=True, help=messages.EXAMPLE_HELP)
@click.option("--wordings", "wordings_file", metavar="FILE", help=messages.WORDINGS_HELP)
@click.option("--all-wordings", is_flag=True, help=messages.ALL_WORDINGS_HELP)
@conventions_option
def letter_command(
    what: tuple[str, ...],
    output: Path | None,
    draft: bool,
    is_example: bool,
    wordings_file: str | None,
    all_wordings: bool,
    conventions: Conventions | None,
) -> int:
    """List what can be written, hand out a form to fill in, or write the letter that a filled one is."""
    if all_wordings:
        put(wordings_toml().encode(), output)
        return WRITTEN
    if not what:
        show(_show_list, output)
        return WRITTEN
    kinds = _kinds(what)
    if kinds and not is_example:
        put(form_of(kinds).encode(), output)
        return WRITTEN
    filled = example(kinds) if kinds else _filled(what)
    made = _made(filled, _wordings(wordings_file), conventions or DEFAULT)
    return _finish(made, output, draft=draft)


def _kinds(what: tuple[str, ...]) -> tuple[Kind, ...]:
    """Return the documents or outcomes that are named; none where a file is; WrongUse for several documents."""
    kinds = tuple(kind for name in what if (kind := kind_called(name)))
    if len(kinds) not in (0, len(what)) or (not kinds and len(what) > 1):
        unknown = next(name for name in what if kind_called(name) is None)
        raise WrongUse(messages.UNKNOWN_LETTER.format(name=unknown))
    if len(kinds) > 1 and not all(kind in ANSWERS for kind in kinds):
        raise WrongUse(messages.ONE_LETTER)
    return kinds


def _filled(what: tuple[str, ...]) -> Written:
    """Return what a form says that was filled in."""
    name = what[0]
    if name != STDIN and not Path(name).is_file():
        raise WrongUse(messages.UNKNOWN_LETTER.format(name=name))
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


def _made(filled: Written, texts: Wordings, conventions: Conventions) -> Composed:
    if filled.document:
        return compose(filled.document, filled.values, wordings=texts, conventions=conventions)
    return compose_reply(filled.answers, filled.values, wordings=texts, conventions=conventions)


def _finish(made: Composed, output: Path | None, *, draft: bool) -> int:
    """Write what may go out, or a draft that was asked for; say what is missing in it."""
    form = output.suffix[1:].lower() if output else ""
    if output and form not in PRINTED:
        raise WrongUse(messages.DOCX_OR_PDF.format(path=display_name(str(output))))
    check_destination(form, output)
    if output and (made.is_whole or draft):
        put(_printed(made.manuscript, form), output)
        click.echo(messages.WRITTEN_LETTER.format(path=display_name(str(output))))
    show(lambda console: _show(console, made, written=output is not None, draft=draft), None)
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
