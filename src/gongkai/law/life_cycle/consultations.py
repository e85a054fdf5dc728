"""Asking others (征求意见、协办): third parties, co-producing organs, other organs, and one's own units.

Silence of a third party leaves the decision to the organ (article 32), that of a co-producer is consent (34); other
organs have no period, and the reply need not wait for them (33 ¶3).
"""

from __future__ import annotations

from gongkai.law.documents import Document
from gongkai.law.life_cycle.happenings import Happening
from gongkai.law.life_cycle.procedures import AT_WORK, IN_HAND, ClockEffect, Procedure, State
from gongkai.law.life_cycle.transition import OVER, Condition, Transition, each, ended
from gongkai.law.roles import DESK, Role

_OFFICER = (Role.OFFICER,)
_OPEN = (State.SENT, State.WAITING, State.EXPIRY_PROPOSED)


def asking(procedure: Procedure, article: str, letter: Document, party: Role) -> tuple[Transition, ...]:
    """Return the steps that all consultations share: sent with a notice to the applicant, delivered, answered."""
    return (
        Transition(
            procedure,
            State.START,
            Happening.CONSULTED,
            State.SENT,
            _OFFICER,
            article=article,
            clock=ClockEffect.PAUSES,
            convention="pause_starts",
            documents=(letter, Document.L08),
            during=AT_WORK,
        ),
        Transition(
            procedure,
            State.SENT,
            Happening.CONSULTATION_DELIVERED,
            State.WAITING,
            (party,),
            entered_by=DESK,
            article=article,
            convention="pause_starts",
            documents=(Document.L29,),
            during=IN_HAND,
        ),
        *each(
            (State.SENT, State.WAITING),
            Transition(
                procedure,
                State.WAITING,
                Happening.CONSULTATION_ANSWERED,
                State.ANSWERED,
                (party,),
                entered_by=DESK,
                article=article,
                clock=ClockEffect.RESUMES,
                convention="pause_ends",
                documents=(Document.L07,),
                during=IN_HAND,
            ),
        ),
    )


def expiring(procedure: Procedure, article: str, party: Role) -> tuple[Transition, ...]:
    """Return the steps after fifteen working days; an opinion that is late is heard, and pauses nothing."""
    return (
        Transition(
            procedure,
            State.WAITING,
            Happening.EXPIRY_PROPOSED,
            State.EXPIRY_PROPOSED,
            (Role.SYSTEM,),
            article=article,
            during=IN_HAND,
            requires=(Condition.PERIOD_OVER,),
        ),
        *each(
            (State.WAITING, State.EXPIRY_PROPOSED),
            Transition(
                procedure,
                State.WAITING,
                Happening.EXPIRY_CONFIRMED,
                State.EXPIRED,
                _OFFICER,
                article=article,
                clock=ClockEffect.RESUMES,
                convention="pause_ends",
                during=IN_HAND,
                requires=(Condition.PERIOD_OVER,),
            ),
        ),
        Transition(
            procedure,
            State.EXPIRY_PROPOSED,
            Happening.CONSULTATION_ANSWERED,
            State.ANSWERED,
            (party,),
            entered_by=DESK,
            article=article,
            clock=ClockEffect.RESUMES,
            convention="pause_ends",
            documents=(Document.L07,),
            during=IN_HAND,
        ),
        Transition(
            procedure,
            State.EXPIRED,
            Happening.CONSULTATION_ANSWERED,
            State.ANSWERED,
            (party,),
            entered_by=DESK,
            article=article,
            documents=(Document.L07,),
            during=IN_HAND,
        ),
        # The reply may go out once the period is over, confirmed or not.
        *each(
            (State.WAITING, State.EXPIRY_PROPOSED),
            Transition(procedure, State.WAITING, Happening.ANSWERED, State.EXPIRED, article=article),
        ),
    )


def judging(*states: State, event: Happening, to: State, by: tuple[Role, ...]) -> tuple[Transition, ...]:
    """Return the steps that weigh a third party's opinion; who discloses against it tells the third party why."""
    told = (Document.L09,) if to in (State.REJECTED, State.OVERRIDDEN) else ()
    row = Transition(Procedure.THIRD_PARTY, states[0], event, to, by, article="32", documents=told, during=IN_HAND)
    return each(states, row)


THIRD_PARTY = (
    *asking(Procedure.THIRD_PARTY, "32", Document.L06, Role.THIRD_PARTY),
    *expiring(Procedure.THIRD_PARTY, "32", Role.THIRD_PARTY),
    Transition(
        Procedure.THIRD_PARTY,
        State.SENT,
        Happening.UNDELIVERABLE,
        State.UNREACHABLE,
        _OFFICER,
        article="32",
        during=IN_HAND,
    ),
    *judging(State.ANSWERED, event=Happening.CONSENT_FOUND, to=State.CONSENTED, by=_OFFICER),
    *judging(State.ANSWERED, event=Happening.OBJECTION_UPHELD, to=State.UPHELD, by=_OFFICER),
    *judging(
        State.ANSWERED, State.UPHELD, event=Happening.OBJECTION_REJECTED, to=State.REJECTED, by=(Role.UNIT_HEAD,)
    ),
    *judging(
        State.ANSWERED,
        State.UPHELD,
        event=Happening.OVERRIDDEN,
        to=State.OVERRIDDEN,
        by=(Role.UNIT_HEAD, Role.LEADER),
    ),
    *ended(Procedure.THIRD_PARTY, (*_OPEN, State.ANSWERED)),
)

CO_PRODUCER = (
    *asking(Procedure.CO_PRODUCER, "34", Document.L10, Role.OTHER_ORGAN),
    *expiring(Procedure.CO_PRODUCER, "34", Role.OTHER_ORGAN),
    *ended(Procedure.CO_PRODUCER, _OPEN),
)

OTHER_ORGAN = (
    *asking(Procedure.OTHER_ORGAN, "33.3", Document.L11, Role.OTHER_ORGAN),
    *ended(Procedure.OTHER_ORGAN, (State.SENT, State.WAITING), (Happening.ANSWERED, *OVER)),
)

# Within the organ a colleague is asked, which costs no time of the applicant's.
ASSISTANCE = (
    Transition(
        Procedure.ASSISTANCE,
        State.START,
        Happening.ASSISTANCE_ASKED,
        State.WAITING,
        _OFFICER,
        documents=(Document.L11,),
        during=AT_WORK,
    ),
    Transition(
        Procedure.ASSISTANCE,
        State.WAITING,
        Happening.ASSISTANCE_GIVEN,
        State.ANSWERED,
        (Role.LIAISON,),
        entered_by=(Role.OFFICER,),
        during=IN_HAND,
    ),
    *ended(Procedure.ASSISTANCE, (State.WAITING,), (Happening.ANSWERED, *OVER)),
)
