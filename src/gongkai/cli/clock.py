"""`gongkai clock`: what happened to a request → by when it must be answered, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import click
import msgspec

from gongkai.cli import law_messages as messages
from gongkai.cli.clock_terminal import show_clock
from gongkai.cli.failures import WrongUse
from gongkai.cli.history import events_in, events_of
from gongkai.cli.inputs import STDIN, display_name, load
from gongkai.cli.local_law import calendar_options, conventions_option
from gongkai.cli.output import put, show
from gongkai.errors import NoCalendar, UnreadableInput
from gongkai.law.calendar.days import Calendar
from gongkai.law.clock.clock import Clock
from gongkai.law.clock.counted_days import counted_days
from gongkai.law.clock.explain import explain
from gongkai.law.clock.reckon import reckon
from gongkai.law.conventions import DEFAULT, Conventions
from gongkai.law.events import AnyEvent
from gongkai.law.identifiers.dates import typed_date

FINE, LATE_OR_DOUBTFUL = 0, 1
# What the clock was reckoned from is not its result.
_INPUT = ("case", "calendar", "conventions")


@click.command("clock", help=messages.CLOCK_HELP)
@click.argument("words", nargs=-1, required=True, metavar=messages.EVENTS_ARGUMENT)
@calendar_options
@conventions_option
@click.option("--format", "form", type=click.Choice(("table", "json")), default="table", help=messages.FORMAT_HELP)
@click.option("--no-calendar", is_flag=True, help=messages.NO_CALENDAR_HELP)
def clock_command(
    words: tuple[str, ...],
    today: dt.date,
    calendar: Calendar,
    conventions: Conventions | None,
    form: str,
    no_calendar: bool,
) -> int:
    """Reckon a request's time and say how it was reckoned."""
    try:
        clock = reckon(_events(words), today, calendar=calendar, conventions=conventions or DEFAULT)
    except NoCalendar as error:
        raise WrongUse(error.reason) from error
    if form == "json":
        put(clock_json(clock), None)
    else:
        show(lambda console: show_clock(console, clock, pictured=not no_calendar), None)
    return LATE_OR_DOUBTFUL if clock.is_overdue or clock.days_late or clock.doubts else FINE


def clock_json(clock: Clock) -> bytes:
    """Return a clock with its explanation and its days as JSON."""
    told = {field: getattr(clock, field) for field in clock.__struct_fields__ if field not in _INPUT}
    told |= {"steps": explain(clock), "days": counted_days(clock)}
    return msgspec.json.format(msgspec.json.encode(told), indent=2) + b"\n"


def _events(words: tuple[str, ...]) -> list[AnyEvent]:
    """Return the events that words tell: lines of an event each, or a file of them."""
    name = words[0]
    if name != STDIN and not Path(name).is_file():
        return events_of(_lines(words))
    if len(words) > 1:
        raise WrongUse(messages.ONE_FILE)
    try:
        return events_in(load(name), display_name(name))
    except UnreadableInput as error:
        raise WrongUse(f"{display_name(name)}{messages.COLON}{error.reason}") from error


def _lines(words: tuple[str, ...]) -> Iterator[str]:
    """Yield words of the command line as lines: each day begins one, but for a day that says until when."""
    line: list[str] = []
    for word in words:
        if line and _is_day(word) and line[-1] not in messages.SAYS_UNTIL:
            yield " ".join(line)
            line = []
        line.append(word)
    if line:
        yield " ".join(line)


def _is_day(word: str) -> bool:
    """Say whether a word begins with a day: words in quotation marks come as one."""
    try:
        return typed_date((word.split() or [""])[0]) is not None
    except ValueError:
        return True
