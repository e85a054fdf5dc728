"""What goes wrong at the command line, each in a Chinese sentence of its own (命令行错误)."""

from __future__ import annotations

import click

from gongkai.cli import messages


class WrongUse(click.UsageError):
    """The words of the command are off."""

    def __init__(self, message: str) -> None:
        super().__init__(message, click.get_current_context(silent=True))


class CannotWrite(click.ClickException):
    """The result has no place to go."""


def sentence(error: click.ClickException) -> str:
    """Return what to tell the user: our own words, or Chinese ones for what click says in English."""
    if isinstance(error, CannotWrite):
        return error.message
    told = error.message if isinstance(error, WrongUse) else _translated(error)
    context = error.ctx if isinstance(error, click.UsageError) else None
    command = context.command_path if context else messages.PROGRAM
    return messages.SEE_HELP.format(message=told.rstrip(messages.STOPS), command=command)


def _translated(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        return messages.NO_OPTION.format(name=error.option_name)
    if isinstance(error, click.BadOptionUsage):
        return messages.BAD_VALUE.format(name=error.option_name, more="")
    if isinstance(error, click.MissingParameter) and isinstance(error.param, click.Argument):
        return messages.MISSING.format(name=error.param.metavar or "")
    if isinstance(error, click.BadParameter):
        return messages.BAD_VALUE.format(name=_name(error.param), more=_wanted(error.param))
    named = error.message.split("'")
    return messages.NO_COMMAND.format(name=named[1]) if len(named) > 1 else messages.WRONG_USE


def _name(param: click.Parameter | None) -> str:
    return param.opts[0] if param and param.opts else ""


def _wanted(param: click.Parameter | None) -> str:
    """Return what may be written for an option."""
    match param.type if param else None:
        case click.Choice(choices=choices):
            return messages.ONE_OF_THESE.format(choices=messages.BETWEEN.join(map(str, choices)))
        case click.IntRange(min=least, max=most):
            return messages.WITHIN.format(least=least, most=most)
        case click.types.IntParamType():
            return messages.WHOLE_NUMBER
        case click.Path():
            return messages.A_FILE
    return ""
