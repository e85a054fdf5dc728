"""Consultations (征求意见): third parties, article 32; co-producing organs, 34; other organs, 33 ¶3.

Third parties and co-producers have fifteen working days from delivery, and what comes later does not lengthen the
pause; other organs are waited for until they answer.
"""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from gongkai.law.clock.case import Case, Consultation, doubted, told
from gongkai.law.clock.effects import Effect
from gongkai.law.clock.pauses import ONE_DAY, first_day, opinion_by
from gongkai.law.clock.period import standing_period
from gongkai.law.clock.rules import Rules
from gongkai.law.clock.words.doubts import DELIVERY_MISSING
from gongkai.law.conventions import PauseStart
from gongkai.law.events import ConsultationAnswered, ConsultationDelivered, Consulted, Party

_CONSULTED = {
    Party.THIRD_PARTY: Effect.CONSULTED_THIRD_PARTY,
    Party.CO_PRODUCER: Effect.CONSULTED_CO_PRODUCER,
    Party.OTHER_ORGAN: Effect.CONSULTED_OTHER_ORGAN,
}


def consulted(case: Case, event: Consulted, rules: Rules) -> Case:
    """Begin a consultation; where no day of it can lie inside the period, it no longer pauses it.

    One that begins before the day of receipt is known pauses from that day on.
    """
    known = case.consultation(event.consultation)
    if known:
        return doubted(case, "consultation.twice", event, name=known.name, first=known.sent)
    begun = Consultation(event.consultation, event.party, event.on)
    effect = _CONSULTED[event.party]
    if rules.conventions.pause_starts is PauseStart.DAY_AFTER_DELIVERY:
        effect = Effect.CONSULTED_UNTIL_DELIVERY
    period = standing_period(case, event.on, rules)
    if case.ordered:
        effect, case = Effect.CONSULTED_WITHOUT_PAUSE, doubted(case, "order.fixed_period", event)
    elif case.start is None:
        case = doubted(case, "consultation.before_receipt", event, name=begun.name)
    elif period and (first_day(begun, rules) or event.on + ONE_DAY) > period.last:
        effect = Effect.CONSULTED_WITHOUT_PAUSE
        code = "consultation.late" if event.on > period.last else "consultation.last_day"
        case = doubted(case, code, event, name=begun.name, due=period.last)
    return told(case, effect, event, consultations=(*case.consultations, begun))


def consultation_delivered(case: Case, event: ConsultationDelivered, rules: Rules) -> Case:
    """Let the time for an opinion begin."""
    known = case.consultation(event.consultation)
    if known is None:
        return doubted(case, "consultation.unknown", event, name=event.consultation)
    if known.delivered:
        return doubted(case, "consultation.delivered_twice", event, name=known.name, first=known.delivered)
    if known.answered:
        return doubted(case, "consultation.delivered_after", event, name=known.name, answered=known.answered)
    case = _delivered_in_time(case, known, event, rules)
    delivered = replace(known, delivered=event.on)
    by = opinion_by(delivered, rules)
    effect = Effect.DELIVERED if by else Effect.DELIVERED_WITHOUT_PERIOD
    return told(case, effect, event, by, **_with(case, delivered))


def _delivered_in_time(case: Case, known: Consultation, event: ConsultationDelivered, rules: Rules) -> Case:
    """Return the case, with a doubt where the pause would begin with a delivery that is too late for it."""
    from_delivery = rules.conventions.pause_starts is PauseStart.DAY_AFTER_DELIVERY
    period = standing_period(case, event.on, rules)
    if case.ordered or not from_delivery or period is None or not known.sent < period.last <= event.on:
        return case
    return doubted(case, "consultation.delivered_late", event, name=known.name, due=period.last)


def consultation_answered(case: Case, event: ConsultationAnswered, rules: Rules) -> Case:
    """End a consultation with an opinion."""
    known = case.consultation(event.consultation)
    if known is None:
        return doubted(case, "consultation.unknown", event, name=event.consultation)
    if known.answered:
        return doubted(case, "consultation.answered_twice", event, name=known.name, first=known.answered)
    by = opinion_by(known, rules)
    late = by is not None and event.on > by
    from_delivery = rules.conventions.pause_starts is PauseStart.DAY_AFTER_DELIVERY
    if known.delivered is None and (late or from_delivery):
        effect = DELIVERY_MISSING[from_delivery]
        case = doubted(case, "consultation.delivery_missing", event, name=known.name, effect=effect)
    answered = replace(known, answered=event.on)
    return told(case, Effect.OPINION_LATE if late else Effect.OPINION, event, by, **_with(case, answered))


def _with(case: Case, changed: Consultation) -> dict[str, Any]:
    same_name = (changed if one.name == changed.name else one for one in case.consultations)
    return {"consultations": tuple(same_name)}
