"""`gongkai`: the group that holds every command, and the one place where errors become words and exit codes."""

from __future__ import annotations

import sys

import click

from gongkai import __version__
from gongkai.cli import messages
from gongkai.cli.check import check_command
from gongkai.cli.clock import clock_command
from gongkai.cli.compare import compare_command
from gongkai.cli.consolidate import consolidate_command
from gongkai.cli.conventions import conventions_command
from gongkai.cli.failures import sentence
from gongkai.cli.fee import fee_command
from gongkai.cli.letter import letter_command
from gongkai.cli.new import new_command
from gongkai.cli.read import read_command
from gongkai.cli.verdict import verdict_command
from gongkai.cli.write import write_command

USAGE = 2


@click.group(
    help=messages.GROUP_HELP,
    no_args_is_help=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="gongkai", message="%(prog)s %(version)s")
@click.pass_context
def commands(context: click.Context) -> None:
    """Run a command; without one, show how."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


for command in (
    read_command,
    check_command,
    compare_command,
    consolidate_command,
    new_command,
    write_command,
    verdict_command,
    clock_command,
    fee_command,
    letter_command,
    conventions_command,
):
    commands.add_command(command)


def main() -> None:
    """Run the command line; every error is one Chinese line."""
    try:
        code = commands.main(prog_name="gongkai", standalone_mode=False)
    except click.ClickException as error:
        click.echo(sentence(error), err=True)
        sys.exit(USAGE)
    except click.Abort:
        click.echo(messages.ABORTED, err=True)
        sys.exit(USAGE)
    except BrokenPipeError:
        # The reader of our output (head, less) has seen enough.
        sys.stderr.close()
        sys.exit(0)
    sys.exit(code)
