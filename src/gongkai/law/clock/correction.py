"""Correction of an unclear request (补正): article 30, once, within seven working days of receipt."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from gongkai.law.clock.case import Case, Correction, doubted, told
from gongkai.law.clock.effects import Effect
from gongkai.law.clock.extension import after_restart
from gongkai.law.clock.period import standing_period
from gongkai.law.clock.rules import CORRECTION_NOTICE, Rules
from gongkai.law.clock.words.doubts import NOTICE_LATE, doubt_about
from gongkai.law.conventions import LateCorrectionNotice
from gongkai.law.events import CorrectionAsked, CorrectionNoticeServed, CorrectionReceived
from gongkai.law.steps import Doubt


def notice_by(case: Case, rules: Rules) -> dt.date | None:
    """Return the last day on which the applicant may be told to correct; None before receipt."""
    return rules.calendar.after(case.begun, CORRECTION_NOTICE) if case.begun else None


def correct_by(case: Case, rules: Rules) -> dt.date | None:
    """Return the applicant's last day for the correction; None until the notice is served."""
    if case.correction is None or case.correction.served is None:
        return None
    return rules.calendar.after(case.correction.served, case.correction.days)


def correction_asked(case: Case, event: CorrectionAsked, rules: Rules) -> Case:
    """Stop the period until the correction comes.

    A notice that is late does so only by convention, and none brings back a period that is over.
    """
    if case.correction:
        return doubted(case, "correction.twice", event, first=case.correction.asked)
    if case.ordered:
        return doubted(case, "order.fixed_period", event)
    by = notice_by(case, rules)
    late = by is not None and event.on > by
    restarts = not late or _restarts_late(case, event.on, rules)
    if late and by:
        case = doubted(case, "correction.notice_late", event, by=by, effect=NOTICE_LATE[restarts])
    if event.days < 1:
        case = doubted(case, "history.no_days", event, days=event.days)
    longest = rules.conventions.longest_correction_days
    if event.days > longest:
        case = doubted(case, "correction.too_long", event, days=event.days, longest=longest)
    correction = Correction(event.on, max(event.days, 1), restarts)
    return told(case, _asked(late=late, restarts=restarts), event, by, correction=correction)


def _restarts_late(case: Case, on: dt.date, rules: Rules) -> bool:
    period = standing_period(case, on, rules)
    is_over = period is not None and on > period.last
    return not is_over and rules.conventions.late_correction_notice is LateCorrectionNotice.RESTART


def _asked(*, late: bool, restarts: bool) -> Effect:
    if not late:
        return Effect.CORRECTION_ASKED
    return Effect.CORRECTION_ASKED_LATE_RESTARTS if restarts else Effect.CORRECTION_ASKED_LATE


def correction_notice_served(case: Case, event: CorrectionNoticeServed, rules: Rules) -> Case:
    """Let the applicant's time for the correction begin."""
    if case.correction is None:
        return doubted(case, "correction.not_asked", event)
    if case.correction.served:
        return doubted(case, "correction.served_twice", event, first=case.correction.served)
    if case.correction.received:
        return doubted(case, "correction.served_after", event, received=case.correction.received)
    case = replace(case, correction=replace(case.correction, served=event.on))
    return told(case, Effect.CORRECTION_SERVED, event, correct_by(case, rules))


def correction_received(case: Case, event: CorrectionReceived, rules: Rules) -> Case:
    """Let the whole period begin anew on the day after the corrected request came."""
    correction = case.correction
    if correction is None:
        return doubted(case, "correction.not_asked", event)
    if correction.received:
        return doubted(case, "correction.received_twice", event, first=correction.received)
    by = correct_by(case, rules)
    if by and event.on > by:
        case = doubted(case, "correction.received_late", event, by=by)
    correction = replace(correction, received=event.on)
    if not correction.restarts:
        return told(case, Effect.CORRECTED_WITHOUT_RESTART, event, correction=correction)
    granted = after_restart(case, rules)
    return told(case, Effect.CORRECTED, event, correction=correction, start=event.on, granted=granted)


def missing_service(case: Case, today: dt.date, rules: Rules) -> tuple[Doubt, ...]:
    """Return a doubt where nobody recorded the service of a notice whose days would be over by now."""
    asked = case.correction
    if asked is None or asked.served or not case.awaits_correction or case.closed:
        return ()
    if today <= rules.calendar.after(asked.asked, asked.days):
        return ()
    return (doubt_about("correction.service_missing", CorrectionAsked(on=asked.asked, days=asked.days)),)
