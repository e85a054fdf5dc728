"""What holds in a place (本地规定): its conventions, its calendar, and what day is today, as options."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from gongkai.cli import law_messages as messages
from gongkai.cli.failures import WrongUse
from gongkai.cli.inputs import display_name, load
from gongkai.errors import BrokenConventions, BrokenNotice, UnreadableInput
from gongkai.law.calendar.days import Calendar
from gongkai.law.calendar.doubts import contradictions, doubts_of
from gongkai.law.calendar.notice_data import local_holidays_from_json, notice_from_json
from gongkai.law.calendar.notice_text import read_notice
from gongkai.law.calendar.notices import HolidayNotice
from gongkai.law.conventions import Conventions
from gongkai.law.identifiers.dates import typed_date
from gongkai.law.local_conventions.reading import local_conventions

_Command = Callable[..., int]


def conventions_option(command: _Command) -> _Command:
    """Add `--conventions`; the command gets `conventions`, None where no file is named."""

    @wraps(command)
    def with_conventions(*args: Any, conventions_file: str | None, **options: Any) -> int:
        return command(*args, conventions=conventions_in(conventions_file), **options)

    named = click.option("--conventions", "conventions_file", metavar="FILE", help=messages.CONVENTIONS_HELP)
    return named(with_conventions)


def calendar_option(command: _Command) -> _Command:
    """Add `--notice`, `--holidays` and `--division`; the command gets `calendar`."""

    @wraps(command)
    def with_calendar(
        *args: Any, notices: tuple[str, ...], holidays: str | None, division: str, **options: Any
    ) -> int:
        return command(*args, calendar=_calendar(notices, holidays, division), **options)

    for option in (
        click.option("--division", default="", metavar=messages.DIVISION, help=messages.DIVISION_HELP),
        click.option("--holidays", metavar="FILE", help=messages.HOLIDAYS_HELP),
        click.option("--notice", "notices", multiple=True, metavar="FILE", help=messages.NOTICE_HELP),
    ):
        with_calendar = option(with_calendar)
    return with_calendar


def calendar_options(command: _Command) -> _Command:
    """Add `--today` and the options of the calendar; the command gets `today` and `calendar`."""
    named = click.option("--today", metavar=messages.DAY, callback=_today, help=messages.TODAY_HELP)
    return named(calendar_option(command))


def a_day(text: str, option: str) -> dt.date:
    """Return a day as it is typed for an option; WrongUse where it is none."""
    try:
        found = typed_date(text)
    except ValueError as error:
        raise WrongUse(messages.NO_SUCH_DAY.format(day=text)) from error
    if found is None:
        raise WrongUse(messages.BAD_DAY.format(option=option, text=text))
    return found


def _today(_context: click.Context, _option: click.Parameter, text: str | None) -> dt.date:
    return a_day(text, "--today") if text is not None else dt.datetime.now(messages.SHANGHAI).date()


def conventions_in(name: str | None) -> Conventions | None:
    """Return the conventions of a file; WrongUse with all that is wrong with it."""
    if name is None:
        return None
    try:
        return local_conventions(_bytes(name))
    except BrokenConventions as error:
        raise WrongUse(_told(name, error.problems)) from error


def _calendar(notices: tuple[str, ...], holidays: str | None, division: str) -> Calendar:
    """Return the calendar of a place, with the notices that were imported; WrongUse with all that is wrong."""
    if division and not messages.A_DIVISION.fullmatch(division):
        raise WrongUse(messages.BAD_DIVISION.format(code=division))
    if bool(holidays) != bool(division):
        raise WrongUse(messages.HOLIDAYS_WHERE if holidays else messages.NO_HOLIDAYS)
    taken: tuple[HolidayNotice, ...] = ()
    for name in notices:
        taken = (*taken, _notice(name, taken))
    for doubt in (*(one for notice in taken for one in doubts_of(notice)), *contradictions(taken)):
        click.echo(messages.TO_NOTE.format(text=doubt.text), err=True)
    try:
        local = local_holidays_from_json(_bytes(holidays)) if holidays else ()
    except BrokenNotice as error:
        raise WrongUse(_told(str(holidays), error.problems)) from error
    return Calendar(notices=taken, local=local, division=division)


def _notice(name: str, known: tuple[HolidayNotice, ...]) -> HolidayNotice:
    data = _bytes(name)
    try:
        if data.lstrip().startswith(b"{"):
            return notice_from_json(data, known)
        return read_notice(data.decode("utf-8-sig"), known=known)
    except UnicodeDecodeError as error:
        raise WrongUse(_told(name, (messages.NOT_UTF8,))) from error
    except BrokenNotice as error:
        raise WrongUse(_told(name, error.problems)) from error


def _bytes(name: str) -> bytes:
    try:
        return load(name)
    except UnreadableInput as error:
        raise WrongUse(_told(name, (error.reason,))) from error


def _told(name: str, problems: tuple[str, ...]) -> str:
    return "\n".join((messages.IN_FILE.format(file=display_name(name)), *(f"  {problem}" for problem in problems)))
