"""What the table says of the clock is what the clock does: every event of time on a small history of its own."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.law import events as on
from gongkai.law.clock.case import Phase
from gongkai.law.clock.clock import Clock
from gongkai.law.clock.reckon import reckon
from gongkai.law.conventions import (
    DEFAULT,
    AfterPayment,
    Conventions,
    ExtensionNotice,
    LateCorrectionNotice,
    MailToAnother,
    PauseEnd,
    PauseStart,
)
from gongkai.law.events import Channel, Party
from gongkai.law.life_cycle.happenings import Happening
from gongkai.law.life_cycle.procedures import ClockEffect, Procedure
from gongkai.law.life_cycle.table import TRANSITIONS

N = ClockEffect


def march(day: int) -> dt.date:
    """A day of March 2026, which has no holiday; the 2nd is a Monday."""
    return dt.date(2026, 3, day)


TODAY = march(30)
RECEIVED = [on.Submitted(on=march(2), channel=Channel.COUNTER)]
CORRECTING = [*RECEIVED, on.CorrectionAsked(on=march(4), days=5), on.CorrectionNoticeServed(on=march(5))]
ASKED_WHY = [*RECEIVED, on.ReasonAsked(on=march(4), days=20)]
PAYING = [*RECEIVED, on.FeeAsked(on=march(4))]
ANSWERED = [*RECEIVED, on.Answered(on=march(20))]


def consulted(party: Party = Party.THIRD_PARTY, *, delivered: bool = True) -> list[on.AnyEvent]:
    sent = on.Consulted(on=march(17), consultation="1", party=party)
    arrived = [on.ConsultationDelivered(on=march(18), consultation="1")] if delivered else []
    return [*RECEIVED, sent, *arrived]


OPINION = on.ConsultationAnswered(on=march(25), consultation="1")
SENT_LETTER = {
    Procedure.THIRD_PARTY: Party.THIRD_PARTY,
    Procedure.CO_PRODUCER: Party.CO_PRODUCER,
    Procedure.OTHER_ORGAN: Party.OTHER_ORGAN,
}
# What went before and what then happens, by event; where it depends on the procedure or state, by these too.
HISTORIES: dict[tuple[str, ...], tuple[list[on.AnyEvent], on.AnyEvent]] = {
    ("submitted",): ([], RECEIVED[0]),
    ("arrived",): ([on.Submitted(on=march(2), channel=Channel.SIGNED_MAIL)], on.Arrived(on=march(3))),
    ("confirmed",): ([on.Submitted(on=march(2), channel=Channel.INTERNET)], on.Confirmed(on=march(3))),
    ("correction_asked",): (RECEIVED, CORRECTING[1]),
    ("correction_notice_served",): (CORRECTING[:2], CORRECTING[2]),
    ("correction_received",): (CORRECTING, on.CorrectionReceived(on=march(10))),
    ("reason_asked",): (RECEIVED, ASKED_WHY[1]),
    ("reason_given",): (ASKED_WHY, on.ReasonGiven(on=march(10))),
    ("delay_set",): (
        [*ASKED_WHY, on.ReasonGiven(on=march(10))],
        on.DelaySet(on=march(12), until=dt.date(2026, 4, 20)),
    ),
    **{(procedure, "consulted"): (RECEIVED, consulted(party)[1]) for procedure, party in SENT_LETTER.items()},
    **{
        (procedure, "consultation_delivered"): (consulted(party, delivered=False), consulted(party)[2])
        for procedure, party in SENT_LETTER.items()
    },
    **{
        (procedure, state, "consultation_answered"): (consulted(party, delivered=state != "sent"), OPINION)
        for procedure, party in SENT_LETTER.items()
        for state in ("sent", "waiting", "expiry_proposed")
    },
    ("extended",): (RECEIVED, on.Extended(on=march(20), days=10)),
    ("fee_asked",): (RECEIVED, PAYING[1]),
    ("fee_notice_served",): (PAYING, on.FeeNoticeServed(on=march(5))),
    ("fee_paid",): (PAYING, on.FeePaid(on=march(10))),
    ("answered",): (RECEIVED, ANSWERED[1]),
    ("served",): (ANSWERED, on.Served(on=march(24))),
    ("withdrawn",): (RECEIVED, on.Withdrawn(on=march(10))),
    ("lapsed",): (CORRECTING, on.Lapsed(on=march(20))),
    # After a period that ended on 30 March without a reply, and after one.
    ("reopened",): (RECEIVED, on.Reopened(on=dt.date(2026, 4, 1), days=15)),
    **{
        ("request", state, "reopened"): (ANSWERED, on.Reopened(on=march(27), days=15))
        for state in ("sent", "undelivered", "served", "archived")
    },
    ("request", "withdrawn", "reopened"): (
        [*RECEIVED, on.Withdrawn(on=march(10))],
        on.Reopened(on=march(27), days=15),
    ),
    # Fifteen working days after delivery on 3 March are over on the 24th; an opinion of the 26th is late.
    **{
        (procedure, "expired", "consultation_answered"): (
            [
                *RECEIVED,
                on.Consulted(on=march(3), consultation="1", party=SENT_LETTER[procedure]),
                on.ConsultationDelivered(on=march(3), consultation="1"),
            ],
            on.ConsultationAnswered(on=march(26), consultation="1"),
        )
        for procedure in (Procedure.THIRD_PARTY, Procedure.CO_PRODUCER)
    },
}


def effect_of(
    history: list[on.AnyEvent], event: on.AnyEvent, conventions: Conventions = DEFAULT
) -> ClockEffect | None:
    """Return what an event does to a clock, seen from outside; None if it is more than the table has a word for."""
    today = max(event.on, TODAY)
    before = reckon(history, today, conventions=conventions)
    after = reckon([*history, event], today, conventions=conventions)
    if (before.due, before.started_on, before.pauses) == (after.due, after.started_on, after.pauses):
        return N.STOPS if after.ended_on != before.ended_on else N.NONE
    if after.ended_on and not before.ended_on:
        return N.STOPS
    return _moved(before, after, event)


def _moved(before: Clock, after: Clock, event: on.AnyEvent) -> ClockEffect | None:
    if after.due is None:
        return N.STOPS
    if after.started_on == event.on:
        return N.STARTS if before.received_on is None else N.RESTARTS
    if before.phase is Phase.AWAITING_PAYMENT:
        return N.RESUMES
    if isinstance(event, on.DelaySet):
        return N.SETS if after.due == event.until else None
    if after.days_granted > before.days_granted:
        return N.EXTENDS if after.due > before.due else None
    if len(after.pauses) > len(before.pauses):
        return N.PAUSES if after.due > before.due else None
    if before.pauses[0].is_open and after.pauses[0].is_open:
        return N.NONE  # a delivery moves the day on which the pause is expected to end
    return N.RESUMES if before.pauses[0].is_open else None


TIMED = [
    row
    for row in TRANSITIONS
    if row.event in on.KINDS and not row.follows and row.procedure is not Procedure.RECORD_CORRECTION
]


def history_of(row) -> tuple[list[on.AnyEvent], on.AnyEvent]:
    places = ((row.procedure, row.state, row.event), (row.procedure, row.event), (row.event,))
    return next(HISTORIES[place] for place in places if place in HISTORIES)


@pytest.mark.parametrize("row", TIMED, ids=lambda row: f"{row.procedure}-{row.state}-{row.event}")
def test_the_effect_that_the_table_names_is_what_the_clock_does(row) -> None:
    history, event = history_of(row)
    assert event.kind == row.event
    assert effect_of(history, event) is row.clock


def test_every_event_of_time_was_looked_at() -> None:
    assert {row.event for row in TIMED} == set(on.KINDS)


@pytest.mark.parametrize("channel", Channel)
def test_the_period_starts_with_the_event_that_the_table_names_for_the_channel(channel: Channel) -> None:
    submitted = on.Submitted(on=march(2), channel=channel)
    steps = {"submitted": ([], submitted)}
    if channel not in (Channel.COUNTER, Channel.ORAL):
        steps["arrived"] = ([submitted], on.Arrived(on=march(3)))
        steps["confirmed"] = ([submitted], on.Confirmed(on=march(3)))
    starts = {kind for kind, (history, event) in steps.items() if effect_of(history, event) is N.STARTS}
    named = {row.event for row in TRANSITIONS if channel in row.channels and row.clock is N.STARTS}
    assert starts == named


def test_steps_of_the_office_have_no_effect_but_that_of_a_period_that_is_over() -> None:
    """The fifteen working days end the pause by themselves, which an officer confirms."""
    own = {row.event for row in TRANSITIONS if row.event not in on.KINDS and row.clock is not N.NONE}
    assert own == {Happening.EXPIRY_CONFIRMED}
    rows = [row for row in TRANSITIONS if row.event is Happening.EXPIRY_CONFIRMED and row.clock is N.RESUMES]
    assert {row.procedure for row in rows} == {Procedure.THIRD_PARTY, Procedure.CO_PRODUCER}
    for party in (Party.THIRD_PARTY, Party.CO_PRODUCER):
        last = dt.date(2026, 4, 9)
        assert reckon(consulted(party), last).phase is Phase.PAUSED
        assert reckon(consulted(party), last + dt.timedelta(days=1)).phase is Phase.RUNNING
    assert reckon(consulted(Party.OTHER_ORGAN), dt.date(2026, 6, 1)).phase is Phase.PAUSED


TO_ANOTHER = [on.Submitted(on=march(2), channel=Channel.SIGNED_MAIL, to_another=True)]
LATE_NOTICE = [*RECEIVED, on.CorrectionAsked(on=march(17), days=5)]


@pytest.mark.parametrize(
    ("convention", "chosen", "history", "event", "effects"),
    [
        (
            "mail_to_another",
            MailToAnother.CONFIRMED,
            TO_ANOTHER,
            on.Arrived(on=march(3)),
            (N.STARTS, N.NONE),
        ),
        (
            "mail_to_another",
            MailToAnother.CONFIRMED,
            TO_ANOTHER,
            on.Confirmed(on=march(3)),
            (N.NONE, N.STARTS),
        ),
        (
            "late_correction_notice",
            LateCorrectionNotice.RESTART,
            RECEIVED,
            LATE_NOTICE[1],
            (N.NONE, N.STOPS),
        ),
        (
            "late_correction_notice",
            LateCorrectionNotice.RESTART,
            LATE_NOTICE,
            on.CorrectionReceived(on=march(19)),
            (N.NONE, N.RESTARTS),
        ),
        ("reasons_pause_clock", True, RECEIVED, ASKED_WHY[1], (N.NONE, N.PAUSES)),
        ("reasons_pause_clock", True, ASKED_WHY, on.ReasonGiven(on=march(25)), (N.NONE, N.RESUMES)),
        ("pause_starts", PauseStart.DAY_AFTER_DELIVERY, RECEIVED, consulted()[1], (N.PAUSES, N.NONE)),
        (
            "pause_starts",
            PauseStart.DAY_AFTER_DELIVERY,
            consulted(delivered=False),
            consulted()[2],
            (N.NONE, N.PAUSES),
        ),
        ("after_payment", AfterPayment.RESUME, PAYING, on.FeePaid(on=march(10)), (N.RESTARTS, N.RESUMES)),
        (
            "extension_notice",
            ExtensionNotice.BEFORE_DUE_DAY,
            RECEIVED,
            on.Extended(on=march(30)),
            (N.EXTENDS, N.NONE),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else getattr(value, "kind", None),
)
def test_the_convention_that_a_step_names_decides_on_its_effect(
    convention, chosen, history, event, effects
) -> None:
    other = Conventions(**{convention: chosen})
    assert (effect_of(history, event), effect_of(history, event, other)) == effects
    assert convention in {row.convention for row in TRANSITIONS if row.event == event.kind}


def test_the_convention_on_the_end_of_a_pause_moves_its_last_day() -> None:
    day_before = Conventions(pause_ends=PauseEnd.DAY_BEFORE_ANSWER)
    usual = reckon([*consulted(), OPINION], TODAY)
    other = reckon([*consulted(), OPINION], TODAY, conventions=day_before)
    assert (usual.pauses[0].last, other.pauses[0].last) == (march(25), march(24))
    named = {row.event for row in TRANSITIONS if row.convention == "pause_ends"}
    assert named == {Happening.CONSULTATION_ANSWERED, Happening.EXPIRY_CONFIRMED}


def test_an_order_to_reply_begins_a_period_whatever_was_recorded_before() -> None:
    internet = [on.Submitted(on=march(2), channel=Channel.INTERNET)]
    order = on.Reopened(on=march(27), days=15)
    effects = [effect_of(history, order) for history in (internet, RECEIVED, CORRECTING, PAYING, ANSWERED)]
    assert effects == [N.STARTS, N.RESTARTS, N.RESTARTS, N.RESTARTS, N.RESTARTS]
