"""Reasons for too many requests, and a later day for the reply (说明理由、延迟答复): article 35."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from gongkai.law.clock.case import Case, Reasons, doubted, told
from gongkai.law.clock.effects import Effect
from gongkai.law.clock.period import standing_period
from gongkai.law.clock.rules import Rules
from gongkai.law.events import DelaySet, ReasonAsked, ReasonGiven


def reasons_by(case: Case, rules: Rules) -> dt.date | None:
    """Return the applicant's last day for giving reasons, counted from the demand; None where none were asked."""
    return rules.calendar.after(case.reasons.asked, case.reasons.days) if case.reasons else None


def reason_asked(case: Case, event: ReasonAsked, rules: Rules) -> Case:
    """Ask for reasons; the period goes on unless a convention pauses it."""
    if case.reasons:
        return doubted(case, "reasons.twice", event, first=case.reasons.asked)
    if event.days < 1:
        case = doubted(case, "history.no_days", event, days=event.days)
    pauses = rules.conventions.reasons_pause_clock and not case.ordered
    case = replace(case, reasons=Reasons(event.on, max(event.days, 1)))
    effect = Effect.REASON_ASKED_PAUSES if pauses else Effect.REASON_ASKED
    return told(case, effect, event, reasons_by(case, rules))


def reason_given(case: Case, event: ReasonGiven, _rules: Rules) -> Case:
    """Take in the reasons; those that come late are taken in too, and pause nothing."""
    if case.reasons is None:
        return doubted(case, "reasons.not_asked", event)
    if case.reasons.given:
        return doubted(case, "reasons.given_twice", event, first=case.reasons.given)
    return told(case, Effect.REASON_GIVEN, event, reasons=replace(case.reasons, given=event.on))


def delay_set(case: Case, event: DelaySet, rules: Rules) -> Case:
    """Set a later day for the reply, or the working day after it; an earlier one changes nothing.

    While the last day is only expected, an earlier answer may still bring it before the day that was set.
    """
    if case.ordered:
        return doubted(case, "order.fixed_period", event)
    if case.reasons is None or case.reasons.given is None:
        return doubted(case, "delay.without_reasons", event)
    if case.delay:
        return doubted(case, "delay.twice", event, first=case.delay)
    period = standing_period(case, event.on, rules)
    if period is None:
        return doubted(case, "delay.nothing_runs", event)
    if event.on > period.due:
        return doubted(case, "delay.late", event, due=period.due)
    until = rules.calendar.next_working(event.until)
    if until <= period.due and not period.is_expected:
        return doubted(case, "delay.not_later", event, until=event.until, due=period.due)
    return told(case, Effect.DELAYED, event, until, delay=until)
