"""A clock → how it came to its dates, line by line (时限说明), with articles and the conventions that decided.

First what happened, day by day; then what is not counted, holidays, the last day, and how it stands today.
Of a period that an order for a new reply ended, only what happened in it is told.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import groupby

from gongkai.law import convention_words
from gongkai.law.calendar.days import Day, DayKind
from gongkai.law.clock.case import Phase, Turn
from gongkai.law.clock.clock import Clock
from gongkai.law.clock.closing import days_late
from gongkai.law.clock.deadlines import DeadlineKind
from gongkai.law.clock.effects import Effect
from gongkai.law.clock.pauses import ONE_DAY, Run, opinion_by, runs_of
from gongkai.law.clock.period import period_of
from gongkai.law.clock.rules import LONGEST_EXTENSION, Rules
from gongkai.law.clock.words import steps as words
from gongkai.law.clock.words.dates import date_and_weekday, span_words
from gongkai.law.conventions import DEFAULT, ExtensionAfterRestart, PauseStart
from gongkai.law.events import (
    Answered,
    ConsultationAnswered,
    ConsultationDelivered,
    Consulted,
    CorrectionAsked,
    DelaySet,
    Extended,
    Reopened,
    Submitted,
)
from gongkai.law.identifiers.dates import printed
from gongkai.law.steps import Step


def explain(clock: Clock) -> tuple[Step, ...]:
    """Return how a clock came to its dates, in the order of days, and then about the period as a whole."""
    rules = Rules(clock.calendar, clock.conventions)
    happened = [*_turns(clock, rules), *_silences(clock, rules), *_late_ends(clock, rules)]
    happened.sort(key=lambda step: step.on or dt.date.min)
    steps = (*happened, *_open_ends(clock, rules), *_pauses(clock), *_period(clock), *_standing(clock, rules))
    return (*steps, *_conventions(clock, steps))


def _step(told: words.Words, on: dt.date | None = None, /, **values: dt.date | str | int) -> Step:
    written = {key: printed(one) if isinstance(one, dt.date) else one for key, one in values.items()}
    return Step(told.text.format(**written), on, told.source, told.convention)


def _day(on: dt.date, rules: Rules) -> str:
    """Return a day that was counted, marked where the holidays of its year are not fixed."""
    return printed(on) + _unsure(on, rules)


def _unsure(until: dt.date, rules: Rules) -> str:
    return words.UNSURE if rules.calendar.is_provisional(until, until) else ""


def _turns(clock: Clock, rules: Rules) -> Iterator[Step]:
    source = words.BEGINS.source
    for turn in clock.case.turns:
        on = turn.event.on
        if turn.days is not None:
            source = turn.source
        told = words.EFFECTS[_key(turn)]
        if turn.effect in (Effect.ANSWERED, Effect.ANSWERED_LATE):
            told = told._replace(source=source)
        yield _step(told, on, on=on, **_values(turn, rules))
        if turn.ends:
            yield from (Step(one.text + words.STOP, on, one.source, one.convention) for one in turn.ends.steps)
        elif turn.days is not None:
            due = _day(clock.calendar.after(on, turn.days), rules)
            yield _step(words.BEGINS._replace(source=source), on, on=on, days=turn.days, due=due)
        if turn.extended:
            kept = clock.conventions.extension_after_restart is ExtensionAfterRestart.KEPT
            yield _step(words.EXTENSION_KEPT if kept else words.EXTENSION_LAPSED, on, extended=turn.extended)


def _key(turn: Turn) -> str:
    match turn.event:
        case DelaySet(until=until) if turn.by != until:
            return words.DELAYED_ROLLED
        case Reopened(until=until) if turn.ends:
            return words.REOPENED_UNTIL if turn.by == until else words.REOPENED_FOR_CALENDAR_DAYS
    return turn.effect.value


def _values(turn: Turn, rules: Rules) -> dict[str, dt.date | str | int]:
    """Return what the sentence of a turn quotes besides its day."""
    quoted: dict[str, dt.date | str | int] = {"by": _day(turn.by, rules)} if turn.by else {}
    if turn.days is not None:
        quoted["days"] = turn.days
    match turn.event:
        case Submitted(channel=channel):
            quoted["channel"] = channel.label
        case Consulted(consultation=name) | ConsultationDelivered(consultation=name):
            quoted["name"] = name
        case ConsultationAnswered(consultation=name):
            quoted["name"] = name
        case CorrectionAsked(days=days):
            quoted["days"] = max(days, 1)
        case Reopened(until=dt.date() as until) if turn.by == until:
            quoted["until"] = until
        case Reopened(calendar_days=int(days)) if turn.ends:
            quoted["days"] = max(days, 1)
        case Extended(days=days):
            quoted["granted"] = min(days, LONGEST_EXTENSION)
        case DelaySet(until=until):
            quoted["until"] = until
        case Answered(service=service):
            quoted["service"] = service.label if service else words.NO_SERVICE
            quoted |= {"late": days_late(turn.by, turn.event.on, rules), "unsure": _unsure(turn.event.on, rules)}
    return quoted


def _silences(clock: Clock, rules: Rules) -> Iterator[Step]:
    """Yield how consultations ended on which nobody answered in time: articles 32 and 34 differ."""
    until = clock.ended_on or clock.today
    for one in clock.case.consultations:
        by = opinion_by(one, rules)
        if one.delivered and by and by < until and (one.answered is None or one.answered > by):
            yield _step(words.SILENT[one.party.value], by, by=_day(by, rules), name=one.name)


def _late_ends(clock: Clock, rules: Rules) -> Iterator[Step]:
    """Yield which ends were late that say nothing of it: a withdrawal, a lapse, silence before an order."""
    for one in (*clock.earlier, clock.case.closed):
        if one and one.due and one.days_late and one.phase is not Phase.ANSWERED:
            told = words.SILENCE_LATE if one.phase is Phase.RUNNING else words.ENDED_LATE
            due, unsure = _day(one.due, rules), _unsure(one.on, rules)
            yield _step(told, one.on, due=due, late=one.days_late, unsure=unsure)


def _open_ends(clock: Clock, rules: Rules) -> Iterator[Step]:
    """Yield what is assumed of consultations and reasons that are not over."""
    period = period_of(clock.case, clock.today, rules)
    if period is None or clock.ended_on:
        return
    for run in runs_of(clock.case, clock.today, rules):
        if run.is_open and run.first <= period.last:
            yield _open_end(run, clock, rules)
    if clock.conventions.pause_starts is PauseStart.DAY_AFTER_DELIVERY:
        for one in clock.case.consultations:
            if one.delivered is None and one.answered is None:
                yield _step(words.UNDELIVERED_COUNTS, name=one.name)


def _open_end(run: Run, clock: Clock, rules: Rules) -> Step:
    one = clock.case.consultation(run.consultation)
    if one is None:
        return _step(words.AWAITING_REASONS, by=_day(run.last, rules))
    by = opinion_by(one, rules)
    if by is None:
        return _step(words.AWAITING, name=one.name, today=clock.today)
    if one.delivered is None:
        return _step(words.UNDELIVERED, name=one.name, sent=one.sent, by=_day(by, rules))
    return _step(words.AWAITING_OPINION, name=one.name, by=_day(by, rules))


def _pauses(clock: Clock) -> Iterator[Step]:
    for pause in clock.pauses:
        causes = words.BETWEEN.join(cause.label for cause in pause.causes)
        told = words.PAUSE._replace(source=words.PAUSE_SOURCES[pause.causes[0].value])
        yield _step(told, span=span_words(pause.first, pause.last), causes=causes, days=pause.working_days)


def _period(clock: Clock) -> Iterator[Step]:
    if clock.due is None or clock.started_on is None or clock.days_granted is None:
        return
    if clock.case.ends is None:
        yield from _days_off(clock, clock.started_on, clock.due)
    granted, source = clock.case.granted, clock.case.period_source
    if clock.case.ends:
        yield _step(words.DUE_ORDERED, due=clock.due)
    elif clock.case.delay == clock.due:
        yield _step(words.DUE_DELAYED, due=clock.due)
    elif granted:
        base = clock.days_granted - granted
        told = words.DUE_EXTENDED._replace(source=source)
        yield _step(told, base=base, granted=granted, days=clock.days_granted, due=clock.due)
    else:
        yield _step(words.DUE._replace(source=source), days=clock.days_granted, due=clock.due)
    if clock.is_expected:
        yield _step(words.DUE_EXPECTED)
    if clock.is_provisional:
        unknown = next(
            year for year in range(clock.started_on.year, 10000) if not clock.calendar.is_published(year)
        )
        yield _step(words.DUE_PROVISIONAL, year=unknown)


def _days_off(clock: Clock, start: dt.date, due: dt.date) -> Iterator[Step]:
    """Yield the holidays between, and the days of weekends that are worked."""
    days = [clock.calendar.day(start + ahead * ONE_DAY) for ahead in range(1, (due - start).days + 1)]
    spans = [
        f"{name}{span_words(run[0].on, run[-1].on)}"
        for (free, name), run in ((key, list(run)) for key, run in groupby(days, key=_holiday))
        if free
    ]
    if spans:
        yield _step(
            words.DAYS_OFF._replace(source=_notices(days, DayKind.HOLIDAY, DayKind.LOCAL)),
            spans=words.BETWEEN.join(spans),
        )
    worked = [date_and_weekday(day.on) for day in days if day.kind is DayKind.MAKE_UP]
    if worked:
        yield _step(
            words.DAYS_WORKED._replace(source=_notices(days, DayKind.MAKE_UP)), days=words.BETWEEN.join(worked)
        )


def _holiday(day: Day) -> tuple[bool, str]:
    return day.kind in (DayKind.HOLIDAY, DayKind.LOCAL), day.name


def _notices(days: list[Day], *kinds: DayKind) -> str:
    named = dict.fromkeys(day.source or words.HOLIDAY_NOTICE for day in days if day.kind in kinds)
    return words.BETWEEN_SOURCES.join(named)


def _standing(clock: Clock, rules: Rules) -> Iterator[Step]:
    if clock.ended_on:
        return
    for one in clock.deadlines:
        if one.is_over and one.kind.value in words.OVER:
            yield _step(words.OVER[one.kind.value], by=_day(one.by, rules))
    if clock.due is None:
        is_new = clock.phase is Phase.UNCONFIRMED and not clock.unconfirmed_days
        told = words.NO_DUE[words.UNCONFIRMED_YET if is_new else clock.phase.value]
        yield _step(told, today=clock.today, days=clock.unconfirmed_days or 0)
    elif clock.is_overdue:
        told = words.OVERDUE._replace(source=_reply_source(clock))
        yield _step(told, today=clock.today, overdue=clock.days_overdue, unsure=_unsure(clock.today, rules))
    elif clock.today == clock.due:
        yield _step(words.LAST_DAY, today=clock.today, used=clock.days_used or 0)
    else:
        yield _step(words.LEFT, today=clock.today, used=clock.days_used or 0, left=clock.days_left or 0)


def _reply_source(clock: Clock) -> str:
    """Return the article behind the last day for the reply."""
    return next(one.source for one in clock.deadlines if one.kind is DeadlineKind.REPLY)


def _conventions(clock: Clock, steps: tuple[Step, ...]) -> Iterator[Step]:
    """Yield the conventions that decided something and that the office chose otherwise than the default."""
    for key in dict.fromkeys(step.convention for step in steps if step.convention):
        value = getattr(clock.conventions, key)
        if value != getattr(DEFAULT, key):
            told = convention_words.CONVENTIONS[key]
            chosen = told.values.get(str(value).lower()) or words.WORKING_DAYS.format(days=value)
            question = told.question.rstrip(words.QUESTION_MARK)
            text = words.CONVENTION.text.format(question=question, value=chosen)
            yield Step(text, None, told.source, key)
