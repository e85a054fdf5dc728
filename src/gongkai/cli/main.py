"""`gongkai`: the group that holds every command."""

from __future__ import annotations

import click

from gongkai import __version__
from gongkai.cli.messages import GROUP_HELP
from gongkai.cli.read import read_command


@click.group(help=GROUP_HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="gongkai", message="%(prog)s %(version)s")
def main() -> None:
    """Run a command."""


main.add_command(read_command)
