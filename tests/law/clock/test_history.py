"""The events of a case in their order (事件次序)."""

from __future__ import annotations

from gongkai.law.clock.history import in_order
from gongkai.law.events import KINDS, Channel, Party
from tests.law.clock.histories import at, clock, codes, counter, day, sent


def test_events_stand_in_the_order_of_their_days() -> None:
    later, earlier = at("2026-03-09", "arrived"), at("2026-03-06", "confirmed")
    assert in_order([later, earlier], day("2026-03-20")) == ([earlier, later], ())


def test_on_one_day_they_stand_as_a_procedure_takes_its_course() -> None:
    more = {
        "submitted": {"channel": Channel.FAX},
        "correction_asked": {"days": 5},
        "reason_asked": {"days": 5},
        "delay_set": {"until": day("2026-06-01")},
        "consulted": {"consultation": "乙局", "party": Party.OTHER_ORGAN},
        "consultation_delivered": {"consultation": "乙局"},
        "consultation_answered": {"consultation": "乙局"},
    }
    events = [at("2026-03-06", kind, **more.get(kind, {})) for kind in KINDS]
    found, doubts = in_order(reversed(events), day("2026-03-06"))
    assert doubts == ()
    assert [event.kind for event in found] == [
        "submitted",
        "arrived",
        "confirmed",
        "reopened",
        "correction_asked",
        "correction_notice_served",
        "correction_received",
        "reason_asked",
        "reason_given",
        "consulted",
        "consultation_delivered",
        "consultation_answered",
        "extended",
        "delay_set",
        "fee_asked",
        "fee_notice_served",
        "fee_paid",
        "answered",
        "served",
        "withdrawn",
        "lapsed",
    ]


def test_what_differs_only_in_its_note_is_recorded_twice() -> None:
    one, two = at("2026-03-06", "arrived", note="收发室"), at("2026-03-06", "arrived")
    found, (doubt,) = in_order([one, two, one], day("2026-03-20"))[0], in_order([one, two], day("2026-03-20"))[1]
    assert found == [two]
    assert (doubt.code, doubt.on) == ("history.duplicate", day("2026-03-06"))
    assert len(in_order([one, two, one], day("2026-03-20"))[1]) == 2


def test_what_differs_in_anything_else_is_not() -> None:
    events = [sent("2026-03-06"), sent("2026-03-06", "乙局"), sent("2026-03-06", "乙局", Party.CO_PRODUCER)]
    found, doubts = in_order(events, day("2026-03-20"))
    assert (len(found), doubts) == (3, ())


def test_an_event_of_today_counts_and_one_of_tomorrow_does_not() -> None:
    events = [counter("2026-03-02"), at("2026-03-12", "answered")]
    assert clock(events, "2026-03-12").in_time is True
    before = clock(events, "2026-03-11")
    assert (before.in_time, codes(before)) == (None, ["history.after_today"])


def test_what_is_recorded_twice_and_not_yet_due_is_said_once_each() -> None:
    twice = [counter("2026-03-02"), *[at("2026-03-12", "answered")] * 2]
    assert codes(clock(twice, "2026-03-11")) == ["history.after_today", "history.duplicate"]
