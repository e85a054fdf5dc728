"""Where a result goes (输出): the terminal, a pipe, or a file that is written whole or not at all."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from rich.console import Console

from gongkai.cli import messages
from gongkai.cli.failures import CannotWrite, WrongUse
from gongkai.cli.inputs import display_name

_WIDTH = 110
# Bytes that a terminal cannot show.
_NOT_FOR_A_SCREEN = ("xlsx", "docx", "pdf", "parquet")
TABLE = "table"


def chosen_form(form: str | None, output: Path | None, forms: Sequence[str]) -> str:
    """Return the form asked for, or the one that the file's suffix names, or a table."""
    if form is not None:
        return form
    suffix = output.suffix[1:].lower() if output else ""
    return suffix if suffix in forms else TABLE


def check_destination(form: str, output: Path | None) -> None:
    """Refuse what a terminal cannot show, before any work is done."""
    if form in _NOT_FOR_A_SCREEN and output is None and sys.stdout.isatty():
        raise WrongUse(messages.NOT_FOR_A_SCREEN.format(form=form))


def put(data: bytes, output: Path | None) -> None:
    """Write a result to a file, or to standard output; CannotWrite where the file cannot be written."""
    if output is None:
        sys.stdout.buffer.write(data)
        return
    part = output.with_name(output.name + ".part")
    try:
        part.write_bytes(data)
        part.replace(output)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        reason = messages.reason_of(error)
        raise CannotWrite(messages.CANNOT_WRITE.format(path=display_name(str(output)), reason=reason)) from error


def show(print_on: Callable[[Console], None], output: Path | None) -> None:
    """Print on the terminal, or write to a file what would be printed."""
    if output is None:
        print_on(_console())
        return
    buffer = io.StringIO()
    print_on(Console(file=buffer, width=_WIDTH))
    put(buffer.getvalue().encode(), output)


def tell(print_on: Callable[[Console], None]) -> None:
    """Print beside the result, where errors are printed."""
    console = Console(stderr=True)
    print_on(console if console.is_terminal else Console(stderr=True, width=_WIDTH))


class _Screen(Console):
    """A console whose reader (head, less) may leave when it has seen enough."""

    def on_broken_pipe(self) -> None:
        self.quiet = True
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0)


def _console() -> Console:
    """Return the terminal; a pipe or file is as wide as the tables need."""
    console = _Screen()
    return console if console.is_terminal else _Screen(width=_WIDTH)
