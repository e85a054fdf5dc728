"""How a request ends (办结): a reply, a withdrawal, a lapse. What opens it again stands in `orders`.

A reply that was handed over, posted or sent on or before the last day is in time (235号; 民事诉讼法 85 ¶4).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from msgspec.structs import replace

from gongkai.law.clock.case import Case, Phase, Verdict, doubted, told
from gongkai.law.clock.correction import correct_by
from gongkai.law.clock.effects import Effect
from gongkai.law.clock.pauses import ONE_DAY
from gongkai.law.clock.payment import pay_by
from gongkai.law.clock.period import period_of
from gongkai.law.clock.rules import Rules
from gongkai.law.clock.words.doubts import AWAITED
from gongkai.law.events import Answered, Lapsed, Served, Service, Withdrawn


def answered(case: Case, event: Answered, rules: Rules) -> Case:
    """End the period with a reply, in time or not; where no period runs it is not late."""
    waiting = awaited(case)
    if waiting:
        case = doubted(case, "reply.while_waiting", event, awaited=AWAITED[waiting.value])
    elif case.start is None:
        case = doubted(case, "reply.before_receipt", event)
    verdict = replace(verdict_of(case, Phase.ANSWERED, event.on, rules), service=event.service)
    effect = Effect.ANSWERED if verdict.in_time else Effect.ANSWERED_LATE
    if verdict.due is None:
        effect = Effect.ANSWERED_WITHOUT_PERIOD
    return told(case, effect, event, verdict.due, closed=verdict)


def served(case: Case, event: Served, _rules: Rules) -> Case:
    """Take in that a reply, or the notice of a lapse, reached the applicant.

    What was handed over is served on the day of signature (235号), so that both days are one.
    """
    if case.closed is None or case.closed.phase is Phase.WITHDRAWN:
        return doubted(case, "served.without_reply", event)
    if case.closed.served:
        return doubted(case, "served.twice", event, first=case.closed.served)
    verdict = replace(case.closed, served=event.on)
    due, handed = verdict.due, verdict.service is Service.HANDED
    if handed and due and verdict.in_time and event.on > due:
        case = doubted(case, "served.handed_late", event, due=due)
    return told(case, Effect.SERVED, event, closed=verdict)


def withdrawn(case: Case, event: Withdrawn, rules: Rules) -> Case:
    """End the request at the applicant's will, also before it is received."""
    return told(case, Effect.WITHDRAWN, event, closed=verdict_of(case, Phase.WITHDRAWN, event.on, rules))


def lapsed(case: Case, event: Lapsed, rules: Rules) -> Case:
    """End a request that was not corrected or whose fee was not paid, if that was due."""
    for since, effect in lapses(case, rules):
        if event.on >= since:
            verdict = verdict_of(case, Phase.LAPSED, event.on, rules)
            return told(case, effect, event, since - ONE_DAY, closed=verdict)
    return doubted(case, "lapse.not_due", event)


def lapses(case: Case, rules: Rules) -> Iterator[tuple[dt.date, Effect]]:
    """Yield since when a request may be given up as lapsed, and why; nothing while its letters are not served."""
    uncorrected = case.correction is not None and case.correction.received is None
    if uncorrected and (by := correct_by(case, rules)):
        yield by + ONE_DAY, Effect.LAPSED_UNCORRECTED
    if case.awaits_payment and (by := pay_by(case, rules)):
        yield by + ONE_DAY, Effect.LAPSED_UNPAID


def awaited(case: Case) -> Phase | None:
    """Return what the applicant is to do before a period runs."""
    if case.awaits_correction:
        return Phase.AWAITING_CORRECTION
    return Phase.AWAITING_PAYMENT if case.awaits_payment else None


def days_late(due: dt.date | None, on: dt.date, rules: Rules) -> int:
    """Return by how many working days a day is after the last one; a day off counts as the working day after it."""
    if due is None or on <= due:
        return 0
    return rules.calendar.count(due, rules.calendar.next_working(on))


def verdict_of(case: Case, phase: Phase, on: dt.date, rules: Rules) -> Verdict:
    """Return how the period ends that runs on a day, if one does."""
    period = period_of(case, on, rules, closing=True)
    due = period.due if period else None
    return Verdict(phase=phase, on=on, due=due, days_late=days_late(due, on, rules))
