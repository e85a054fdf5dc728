"""`gongkai conventions`: the file in which an office says what it chose where the law leaves it open."""

from __future__ import annotations

from pathlib import Path

import click

from gongkai.cli import law_messages as messages
from gongkai.cli.local_law import conventions_in
from gongkai.cli.output import put
from gongkai.law.conventions import DEFAULT
from gongkai.law.local_conventions.template import template

WRITTEN = 0


@click.command("conventions", help=messages.CONVENTIONS_COMMAND_HELP)
@click.argument("source", required=False, metavar="FILE")
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    help=messages.CONVENTIONS_OUTPUT_HELP,
)
def conventions_command(source: str | None, output: Path | None) -> int:
    """Write the conventions with all questions, those of a file switched on."""
    put(template(conventions_in(source) or DEFAULT).encode(), output)
    return WRITTEN
