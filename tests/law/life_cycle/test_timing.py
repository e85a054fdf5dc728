"""What the clock tells a case: which periods are over, and what is still in time."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.law import events as on
from gongkai.law.clock.reckon import reckon
from gongkai.law.conventions import Conventions, OrderedPeriod
from gongkai.law.events import Channel, Party
from gongkai.law.life_cycle.docket import Docket
from gongkai.law.life_cycle.timing import on_the_clock
from gongkai.law.roles import Role
from tests.law.life_cycle.cases import done, examining, submitted

MARCH = [dt.date(2026, 3, day) for day in range(1, 32)]
SUBMITTED = on.Submitted(on=MARCH[1], channel=Channel.COUNTER)


def timed(docket: Docket, today: dt.date, *events: on.AnyEvent) -> Docket:
    return on_the_clock(docket, reckon([SUBMITTED, *events], today))


def test_a_request_is_received_overdue_and_extended_as_its_clock_says() -> None:
    internet = on.Submitted(on=MARCH[1], channel=Channel.INTERNET)
    waiting = on_the_clock(submitted(), reckon([internet], MARCH[2]))
    assert (waiting.is_received, waiting.is_overdue, waiting.may_be_extended) == (False, False, False)
    due = dt.date(2026, 3, 30)
    assert timed(submitted(), due).is_received
    ordered = reckon([internet, on.Reopened(on=MARCH[10])], MARCH[12])
    assert on_the_clock(submitted(), ordered).is_received
    on_the_last_day = timed(examining(), due)
    assert (on_the_last_day.is_received, on_the_last_day.is_overdue) == (True, False)
    assert on_the_last_day.may_be_extended
    after = timed(examining(), due + dt.timedelta(days=1))
    assert (after.is_received, after.is_overdue, after.may_be_extended) == (True, True, False)
    extended = timed(examining(), due, on.Extended(on=MARCH[9]))
    assert not extended.may_be_extended


def test_a_period_is_that_of_an_order_as_the_clock_says() -> None:
    statutory = Conventions(ordered_period=OrderedPeriod.STATUTORY)
    answered, day = on.Answered(on=MARCH[9]), MARCH[19]
    for order, usual, other in (
        (on.Reopened(on=day), True, False),
        (on.Reopened(on=day, calendar_days=15), True, True),
        (on.Reopened(on=day, until=dt.date(2026, 4, 15)), True, True),
    ):
        events = [SUBMITTED, answered, order]
        assert on_the_clock(submitted(), reckon(events, day)).is_ordered is usual
        assert on_the_clock(submitted(), reckon(events, day, conventions=statutory)).is_ordered is other
    assert not timed(submitted(), day).is_ordered


CASES = {
    "correction": (
        ["correction_asked", "correction_notice_served"],
        [on.CorrectionAsked(on=MARCH[3], days=5), on.CorrectionNoticeServed(on=MARCH[4])],
        MARCH[11],
    ),
    "reasons": (["reason_asked"], [on.ReasonAsked(on=MARCH[3], days=5)], MARCH[10]),
    "third_party": (
        ["consulted", "consultation_delivered"],
        [
            on.Consulted(on=MARCH[5], consultation="1", party=Party.THIRD_PARTY),
            on.ConsultationDelivered(on=MARCH[8], consultation="1"),
        ],
        MARCH[29],
    ),
    "co_producer": (
        ["consulted", "consultation_delivered"],
        [
            on.Consulted(on=MARCH[5], consultation="1", party=Party.CO_PRODUCER),
            on.ConsultationDelivered(on=MARCH[8], consultation="1"),
        ],
        MARCH[29],
    ),
}


@pytest.mark.parametrize("procedure", CASES)
def test_a_period_is_over_on_the_day_after_its_last(procedure: str) -> None:
    steps, events, last = CASES[procedure]
    docket = examining()
    for step in steps:
        docket = done(docket, step, on=procedure)
    assert not timed(docket, last, *events).sides[0].period_over
    after = timed(docket, last + dt.timedelta(days=1), *events)
    assert after.sides[0].period_over
    proposed = done(after, "expiry_proposed", Role.SYSTEM, on=procedure)
    assert proposed.sides[0].period_over is False
    expired = done(timed(proposed, dt.date(2026, 5, 29), *events), "expiry_confirmed", on=procedure)
    assert not timed(expired, dt.date(2026, 5, 29), *events).sides[0].period_over


def test_the_time_for_a_fee_is_over_on_the_day_after_its_last() -> None:
    docket = examining()
    docket = done(docket, "fee_proposed", on="fee", conventions=Conventions(charge_fees=True))
    docket = done(done(docket, "fee_approved", Role.UNIT_HEAD, on="fee"), "fee_asked", on="fee")
    docket = done(docket, "fee_notice_served", on="fee")
    events = [on.FeeAsked(on=dt.date(2026, 6, 11)), on.FeeNoticeServed(on=dt.date(2026, 6, 12))]
    submitted_on = on.Submitted(on=dt.date(2026, 6, 1), channel=Channel.COUNTER)
    last = dt.date(2026, 7, 13)
    for day, expected in ((last, False), (last + dt.timedelta(days=1), True)):
        assert on_the_clock(docket, reckon([submitted_on, *events], day)).sides[0].period_over is expected


def test_no_time_runs_before_a_letter_is_delivered_nor_for_other_organs() -> None:
    late = dt.date(2026, 6, 1)
    sent = done(examining(), "consulted", on="third_party")
    event = on.Consulted(on=MARCH[5], consultation="1", party=Party.THIRD_PARTY)
    assert not timed(sent, late, event).sides[0].period_over
    other = done(done(examining(), "consulted", on="other_organ"), "consultation_delivered", on="other_organ")
    events = [
        on.Consulted(on=MARCH[5], consultation="1", party=Party.OTHER_ORGAN),
        on.ConsultationDelivered(on=MARCH[8], consultation="1"),
    ]
    assert not timed(other, late, *events).sides[0].period_over
    assert not timed(done(examining(), "extension_proposed", on="extension"), late).sides[0].period_over


def test_what_is_no_consultation_has_no_time_of_one() -> None:
    docket = done(done(examining(), "assistance_asked", on="assistance"), "consulted", on="third_party")
    docket = done(docket, "consultation_delivered", on="third_party")
    events = [
        on.Consulted(on=MARCH[5], consultation="1", party=Party.THIRD_PARTY),
        on.ConsultationDelivered(on=MARCH[8], consultation="1"),
    ]
    assert [
        (side.procedure.value, side.name, side.period_over) for side in timed(docket, MARCH[30], *events).sides
    ] == [
        ("assistance", "1", False),
        ("third_party", "1", True),
    ]


def test_consultations_go_by_their_names() -> None:
    docket = done(examining(), "consulted", on="third_party", name="甲")
    docket = done(docket, "consulted", on="third_party", name="乙")
    docket = done(docket, "consultation_delivered", on="third_party", name="乙")
    events = [
        on.Consulted(on=MARCH[5], consultation="甲", party=Party.THIRD_PARTY),
        on.Consulted(on=MARCH[5], consultation="乙", party=Party.THIRD_PARTY),
        on.ConsultationDelivered(on=MARCH[8], consultation="乙"),
    ]
    assert [side.period_over for side in timed(docket, MARCH[30], *events).sides] == [False, True]
