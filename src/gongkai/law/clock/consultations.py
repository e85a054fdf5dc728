"""Consultations (征求意见): third parties, article 32; co-producing organs, 34; other organs, 33 ¶3.

Third parties and co-producers have fifteen working days from delivery, and what comes later does not lengthen the
pause; other organs are waited for until they answer.
"""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from gongkai.law.clock.case import Case, Consultation, doubted, told
from gongkai.law.clock.effects import Effect
from gongkai.law.clock.pauses import opinion_by
from gongkai.law.clock.period import period_of
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
    """Begin a consultation; one that begins after the last day of the period no longer pauses it."""
    known = case.consultation(event.consultation)
    if known:
        return doubted(case, "consultation.twice", event, name=known.name, first=known.sent)
    effect = _CONSULTED[event.party]
    period = period_of(case, event.on, rules, closing=False)
    if case.ordered:
        effect, case = Effect.CONSULTED_WITHOUT_PAUSE, doubted(case, "order.fixed_period", event)
    elif period and event.on > period.last:
        effect = Effect.CONSULTED_WITHOUT_PAUSE
        if event.on > period.due:
            case = doubted(case, "consultation.late", event, name=event.consultation, due=period.due)
    begun = Consultation(event.consultation, event.party, event.on)
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
    delivered = replace(known, delivered=event.on)
    by = opinion_by(delivered, rules)
    effect = Effect.DELIVERED if by else Effect.DELIVERED_WITHOUT_PERIOD
    return told(case, effect, event, by, **_with(case, delivered))


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
