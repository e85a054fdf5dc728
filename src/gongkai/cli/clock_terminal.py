"""A clock on the terminal (期限的显示): its dates, their reasons, what may still be done, and a calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import groupby

from rich import box
from rich.cells import cell_len
from rich.columns import Columns
from rich.console import Console
from rich.table import Table
from rich.text import Text

from gongkai.cli import law_messages as messages
from gongkai.cli.folding import folded
from gongkai.law.calendar.days import DayKind
from gongkai.law.calendar.words.days import WEEKDAYS, weekday_told
from gongkai.law.clock.clock import Clock
from gongkai.law.clock.counted_days import CountedDay, Mark, counted_days
from gongkai.law.clock.deadlines import Deadline
from gongkai.law.clock.explain import explain
from gongkai.law.clock.options import Option
from gongkai.law.steps import Step

# Around the heads of lines, and the least room behind them.
_MARGIN, _NARROWEST = 2, 20
# A day of the month, and what it is.
_BOX = 7
# A calendar of more months than this is no picture.
_MOST_MONTHS = 12
_STYLES = {
    Mark.RECEIPT: "bold cyan",
    Mark.COUNTED: "green",
    Mark.OFF: "dim",
    Mark.PAUSED: "yellow",
    Mark.WAITING: "dim",
    Mark.SUPERSEDED: "dim",
}
# A day of a weekend that is worked, and counted.
_WORKED = "bold magenta"
_DUE = "bold red"


def show_clock(console: Console, clock: Clock, *, pictured: bool) -> None:
    """Print a clock: what it says first, why below."""
    console.print(_summary(clock))
    show_lines(
        console,
        messages.DOUBTS_TITLE,
        [_step(Step(one.text, one.on, one.source)) for one in clock.doubts],
        "yellow",
    )
    show_lines(console, messages.STEPS_TITLE, [_step(step) for step in explain(clock)])
    show_lines(console, messages.DEADLINES_TITLE, [_deadline(one) for one in clock.deadlines])
    show_lines(console, messages.OPTIONS_TITLE, [_option(one) for one in clock.options])
    if pictured:
        _show_calendar(console, counted_days(clock), clock.due)


def day_told(day: dt.date) -> str:
    """Return a day with its weekday."""
    return messages.ON_DAY.format(day=day.isoformat(), weekday=weekday_told(day))


def show_steps(console: Console, title: str, steps: Iterable[Step], style: str = "") -> None:
    """Print lines of an explanation below a title; nothing where there are none."""
    show_lines(console, title, [_step(step) for step in steps], style)


def _summary(clock: Clock) -> Table:
    table = Table(box=box.SIMPLE, show_header=False, pad_edge=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column()
    table.add_row(
        messages.RECEIVED, Text(day_told(clock.received_on) if clock.received_on else messages.UNKNOWN_DAY)
    )
    table.add_row(messages.DUE, _due(clock))
    table.add_row(messages.STANDING, _standing(clock))
    return table


def _due(clock: Clock) -> Text:
    if clock.due is None:
        return Text(messages.NO_DUE.format(phase=clock.phase.label), style="yellow")
    marks = ((clock.is_expected, messages.EXPECTED), (clock.is_provisional, messages.PROVISIONAL))
    told = "、".join(word for holds, word in marks if holds)
    text = Text(day_told(clock.due), style="bold red" if clock.is_overdue else "bold green")
    return text.append(f" {told}", style="yellow") if told else text


def _standing(clock: Clock) -> Text:
    if clock.ended_on:
        verdict = messages.LATE.format(days=clock.days_late) if clock.days_late else messages.IN_TIME
        told = messages.ENDED.format(phase=clock.phase.label, day=day_told(clock.ended_on), verdict=verdict)
        return Text(told, style="red" if clock.days_late else "")
    if clock.is_overdue:
        return Text(messages.OVERDUE.format(days=clock.days_overdue), style="bold red")
    if clock.days_left is None:
        return Text(clock.phase.label)
    left = messages.LEFT.format(days=clock.days_left) if clock.days_left else messages.LAST_DAY
    return Text(f"{clock.phase.label}，{left}")


def show_lines(console: Console, title: str, lines: list[tuple[str, Text]], style: str = "") -> None:
    """Print lines with a head each below a title; nothing where there are none."""
    if not lines:
        return
    console.print(Text(title, style=f"bold {style}".strip()))
    heads = max(cell_len(head) for head, _ in lines)
    room = max(console.width - heads - 2 * _MARGIN, _NARROWEST)
    for head, text in lines:
        first, *rest = folded(text, room)
        blank = " " * (_MARGIN + heads + (_MARGIN if heads else 0))
        start = Text(" " * _MARGIN).append(head, "dim").append(" " * (len(blank) - _MARGIN - cell_len(head)))
        console.print(start.append_text(first), soft_wrap=True)
        for line in rest:
            console.print(Text(blank).append_text(line), soft_wrap=True)
    console.print()


def _step(step: Step) -> tuple[str, Text]:
    text = Text(step.text)
    return step.on.isoformat() if step.on else "", _sourced(text, step.source)


def _sourced(text: Text, source: str) -> Text:
    return text.append(messages.SOURCE.format(source=source), style="dim") if source else text


def _deadline(one: Deadline) -> tuple[str, Text]:
    name = f"{one.kind.label}（{one.consultation}）" if one.consultation else one.kind.label
    text = Text(name)
    return day_told(one.by), _sourced(_marked(text, one), one.source)


def _marked(text: Text, one: Deadline | Option) -> Text:
    """Append what is to be known of the days of a line: past, expected, provisional."""
    for holds, word in (
        (one.is_over, messages.OVER),
        (one.is_expected, messages.EXPECTED),
        (one.is_provisional, messages.PROVISIONAL),
    ):
        if holds:
            text.append(f" {word}", style="yellow")
    return text


def _option(one: Option) -> tuple[str, Text]:
    when = messages.UNTIL.format(day=day_told(one.until)) if one.until else ""
    if one.since:
        when = messages.SINCE.format(day=day_told(one.since))
    text = Text(one.label)
    if one.due:
        text.append(messages.LONGEST.format(day=day_told(one.due)))
    return when, _sourced(_marked(text, one), one.source)


def _show_calendar(console: Console, days: tuple[CountedDay, ...], due: dt.date | None) -> None:
    months = [list(run) for _, run in groupby(days, key=lambda one: (one.day.on.year, one.day.on.month))]
    if not months or len(months) > _MOST_MONTHS:
        return
    console.print(Columns([_month(month, due) for month in months], padding=(1, 3)))
    console.print(_legend())


def _month(days: list[CountedDay], due: dt.date | None) -> Table:
    """Return a month as weeks from Monday; days outside the period have their number alone."""
    first = days[0].day.on.replace(day=1)
    by_day = {one.day.on: one for one in days}
    title = messages.MONTH.format(year=first.year, month=first.month)
    table = Table(box=None, title=title, title_style="bold", padding=0)
    for weekday in WEEKDAYS:
        table.add_column(weekday, width=_BOX, header_style="dim")
    week: list[Text] = [Text("")] * first.weekday()
    day = first
    while day.month == first.month:
        week.append(_box(day, by_day.get(day), due))
        if day.weekday() == len(WEEKDAYS) - 1:
            table.add_row(*week)
            week = []
        day += dt.timedelta(days=1)
    if week:
        table.add_row(*week)
    return table


def _box(day: dt.date, counted: CountedDay | None, due: dt.date | None) -> Text:
    """Return a day: its number, which working day it is, and a sign; the last day bears one of its own."""
    if counted is None:
        return Text(f"{day.day:2}", style="dim")
    is_make_up = counted.number is not None and counted.day.kind is DayKind.MAKE_UP
    sign = messages.DUE_SIGN if day == due else messages.WORKED_SIGN if is_make_up else messages.SIGNS[counted.mark]
    style = _DUE if day == due else _WORKED if is_make_up else _STYLES[counted.mark]
    return Text(f"{day.day:2}").append(f"/{counted.number}" if counted.number else "", style).append(sign, style)


def _legend() -> Text:
    text = Text()
    for style, words in (
        (_STYLES[Mark.COUNTED], messages.LEGEND_COUNTED),
        (_STYLES[Mark.RECEIPT], messages.LEGEND_RECEIPT),
        (_DUE, messages.LEGEND_DUE),
        (_WORKED, messages.LEGEND_WORKED),
        (_STYLES[Mark.OFF], messages.LEGEND_OFF),
        (_STYLES[Mark.PAUSED], messages.LEGEND_PAUSED),
    ):
        text.append(words, style).append("  ")
    return text
