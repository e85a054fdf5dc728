"""Laws of whole cases: nothing forbidden happens whatever people do, and every case can come to the archive."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from gongkai.errors import NotAllowed
from gongkai.law.conventions import Conventions, LeaderApproval, OrderedPeriod
from gongkai.law.life_cycle.course import advance, choices, replay
from gongkai.law.life_cycle.docket import Docket, Move
from gongkai.law.life_cycle.happenings import Happening
from gongkai.law.life_cycle.procedures import ENDS, Procedure, State
from gongkai.law.outcomes.outcome import Outcome
from gongkai.law.roles import Role
from tests.law.life_cycle.cases import done, over

CONVENTIONS = st.builds(
    Conventions,
    charge_fees=st.just(True),
    leader_approval=st.sampled_from(LeaderApproval),
    ordered_period=st.sampled_from(OrderedPeriod),
    third_party_asked_first=st.booleans(),
)
# Which of the open choices is taken, what is decided, and what the day is like.
STEPS = st.lists(
    st.tuples(
        st.integers(0, 10**6),
        st.lists(st.sampled_from(Outcome), min_size=1, max_size=2, unique=True).map(tuple),
        st.sampled_from(["", "鹿鸣", "方砚"]),
        st.booleans(),
        st.booleans(),
    ),
    max_size=40,
)


def today(docket: Docket, *, late: bool, lapsed: bool) -> Docket:
    """Return the case on some day: the reply overdue or not, the time of those asked over or not."""
    sides = tuple(replace(side, period_over=lapsed and side.is_open) for side in docket.sides)
    return replace(docket, sides=sides, is_received=True, is_overdue=late, may_be_extended=not late)


# What leads back or away is done less often, so that cases get on.
AWAY = {
    Happening.ARRIVED,
    Happening.CONFIRMED,
    Happening.ACKNOWLEDGED,
    Happening.SEARCHED,
    Happening.ASSIGNED,
    Happening.FORWARDED,
    Happening.PASSED_ON,
    Happening.RECALLED,
    Happening.REOPENED,
    Happening.RETURNED,
    Happening.SET_ASIDE,
    Happening.WITHDRAWAL_ASKED,
    Happening.WITHDRAWN,
    Happening.REPLY_CORRECTED,
    Happening.PUBLICATION_SUGGESTED,
    Happening.URGED,
}


def walked(steps, conventions: Conventions) -> tuple[Docket, list[Move]]:
    """Return a case after taking one of the open choices at each step, and what was done."""
    docket, moves = Docket(), []
    for number, outcomes, person, late, lapsed in steps:
        docket = today(docket, late=late, lapsed=lapsed)
        found = [
            (role, choice)
            for role in Role
            for choice in choices(docket, role, person=person, conventions=conventions)
            if choice.is_open
        ]
        ahead = [one for one in found if one[1].transition.event not in AWAY]
        found = ahead if ahead and number % 8 else found
        if not found:
            continue
        role, choice = found[number % len(found)]
        row = choice.transition
        move = Move(
            event=row.event,
            role=role,
            procedure=row.procedure,
            name=choice.name,
            person=person,
            outcomes=outcomes if row.decides else (),
        )
        try:
            docket = advance(docket, move, conventions=conventions)
        except NotAllowed:
            assert row.decides, "a choice that is open can only be refused for what it decides"
        else:
            moves.append(move)
    return docket, moves


@given(steps=STEPS, conventions=CONVENTIONS)
@settings(max_examples=150, deadline=None)
def test_an_open_choice_can_be_taken_and_a_history_repeated(steps, conventions: Conventions) -> None:
    docket, moves = walked(steps, conventions)
    of_today = {"is_received": False, "is_overdue": False, "may_be_extended": False}
    plain = replace(docket, **of_today, sides=tuple(replace(side, period_over=False) for side in docket.sides))
    again = replay(moves)
    assert replace(again, sides=tuple(replace(side, period_over=False) for side in again.sides)) == plain


@given(steps=STEPS, conventions=CONVENTIONS)
@settings(max_examples=150, deadline=None)
def test_nothing_is_left_open_when_the_reply_is_out(steps, conventions: Conventions) -> None:
    docket, _ = walked(steps, conventions)
    if docket.state in (State.SENT, State.UNDELIVERED, State.SERVED, State.WITHDRAWN, State.ARCHIVED):
        going_on = (Procedure.PUBLICATION, Procedure.SUPERVISION)
        assert [side for side in docket.sides if side.is_open and side.procedure not in going_on] == []
        assert docket.outcomes or docket.state in (State.WITHDRAWN, State.ARCHIVED)


@given(steps=STEPS, conventions=CONVENTIONS)
@settings(max_examples=150, deadline=None)
def test_every_case_can_be_brought_to_the_archive(steps, conventions: Conventions) -> None:
    docket, _ = walked(steps, conventions)
    docket = finished(today(docket, late=False, lapsed=False), conventions)
    assert docket.state in ENDS[Procedure.REQUEST]


ON_THE_WAY = {
    State.START: (Happening.SUBMITTED, Role.APPLICANT),
    State.SUBMITTED: (Happening.REGISTERED, Role.OFFICER),
    State.REGISTERED: (Happening.ASSIGNED, Role.OFFICER),
    State.EXAMINING: (Happening.ACCEPTED, Role.OFFICER),
    State.APPROVED: (Happening.RECALLED, Role.OFFICER),
    State.SEALED: (Happening.RECALLED, Role.OFFICER),
    State.IN_REVIEW: (Happening.RECALLED, Role.OFFICER),
    State.WITH_LEADER: (Happening.RECALLED, Role.OFFICER),
    State.DRAFTED: (Happening.RECALLED, Role.OFFICER),
    State.SENT: (Happening.SERVED, Role.APPLICANT),
    State.UNDELIVERED: (Happening.ARCHIVED, Role.OFFICER),
    State.SERVED: (Happening.ARCHIVED, Role.OFFICER),
    State.WITHDRAWN: (Happening.ARCHIVED, Role.OFFICER),
}
# How an officer settles what keeps the reply, without anybody outside.
SETTLING = {
    (Procedure.CORRECTION, State.ASKED): Happening.CORRECTION_NOTICE_SERVED,
    (Procedure.CORRECTION, State.WAITING): Happening.EXPIRY_CONFIRMED,
    (Procedure.CORRECTION, State.EXPIRY_PROPOSED): Happening.EXPIRY_CONFIRMED,
    (Procedure.REASONS, State.WAITING): Happening.EXPIRY_CONFIRMED,
    (Procedure.REASONS, State.EXPIRY_PROPOSED): Happening.EXPIRY_CONFIRMED,
    (Procedure.REASONS, State.GIVEN): Happening.REASON_ACCEPTED,
    (Procedure.THIRD_PARTY, State.SENT): Happening.UNDELIVERABLE,
    (Procedure.THIRD_PARTY, State.ANSWERED): Happening.CONSENT_FOUND,
    (Procedure.CO_PRODUCER, State.SENT): Happening.CONSULTATION_DELIVERED,
    (Procedure.FEE, State.ASKED): Happening.FEE_NOTICE_SERVED,
    (Procedure.FEE, State.WAITING): Happening.EXPIRY_CONFIRMED,
    (Procedure.FEE, State.EXPIRY_PROPOSED): Happening.EXPIRY_CONFIRMED,
}


def finished(docket: Docket, conventions: Conventions) -> Docket:
    """Return the case brought to its end in the plainest way, without anybody outside but for the service."""
    for _ in range(60):
        if docket.is_over:
            return docket
        if docket.state is State.HANDLING:
            docket = replied(settled(docket), conventions)
        else:
            event, role = ON_THE_WAY[docket.state]
            docket = done(docket, event, role)
    raise AssertionError(docket)


def settled(docket: Docket) -> Docket:
    for _ in range(3):
        for side in docket.sides:
            event = SETTLING.get((side.procedure, side.state))
            if event:
                docket = done(over(docket, side.procedure), event, on=side.procedure, name=side.name)
    return replace(docket, sides=tuple(replace(side, period_over=side.is_open) for side in docket.sides))


def replied(docket: Docket, conventions: Conventions) -> Docket:
    fees = [side for side in docket.sides_now if side.procedure is Procedure.FEE]
    unpaid = any(side.state is State.EXPIRED for side in fees)
    outcome = Outcome.FEE_UNPAID if unpaid else Outcome.NOT_RESPONSIBLE
    docket = done(docket, Happening.DRAFTED, outcomes=(outcome,), person="鹿鸣")
    docket = done(docket, Happening.SUBMITTED_FOR_REVIEW)
    docket = done(docket, Happening.REFERRED, Role.UNIT_HEAD, conventions=conventions)
    docket = done(docket, Happening.LEADER_APPROVED, Role.LEADER, person="方砚")
    docket = done(docket, Happening.SEALED)
    return done(docket, Happening.LAPSED if unpaid else Happening.ANSWERED)
