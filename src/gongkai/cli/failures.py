"""What goes wrong at the command line, each in a Chinese sentence of its own (命令行错误)."""

from __future__ import annotations

import click

from gongkai.cli import messages


class WrongUse(click.UsageError):
    """The words of the command are off."""


class CannotWrite(click.ClickException):
    """The result has no place to go."""


def sentence(error: click.ClickException) -> str:
    """Return what to tell the user: our own words, or Chinese ones for what click says in English."""
    if isinstance(error, WrongUse):
        return messages.SEE_HELP.format(message=error.message)
    if isinstance(error, CannotWrite):
        return error.message
    return messages.SEE_HELP.format(message=_translated(error))


def _translated(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        return messages.NO_OPTION.format(name=error.option_name)
    if isinstance(error, click.BadOptionUsage):
        return messages.BAD_VALUE.format(name=error.option_name)
    if isinstance(error, click.MissingParameter) and isinstance(error.param, click.Argument):
        return messages.MISSING.format(name=error.param.metavar or "")
    if isinstance(error, click.BadParameter):
        return messages.BAD_VALUE.format(name=error.param.opts[0] if error.param and error.param.opts else "")
    named = error.message.split("'")
    return messages.NO_COMMAND.format(name=named[1]) if len(named) > 1 else messages.WRONG_USE
