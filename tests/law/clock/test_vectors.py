"""The worked examples of facts D.4 and the vectors of data 3.2, as histories of events."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from gongkai.law.clock.deadlines import DeadlineKind
from gongkai.law.events import Channel
from tests.law.clock.histories import ONE_DAY, asked_organ, at, clock, counter, day, delivered, opinion, sent

# data 3.2: id, received, pauses, due after 20, due after 40, last day for a notice of correction.
VECTORS: list[tuple[int, str, list[tuple[str, str]], str, str | None, str | None]] = [
    (1, "2025-01-13", [], "2025-02-14", "2025-03-14", "2025-01-22"),
    (2, "2025-09-26", [], "2025-10-30", None, None),
    (3, "2025-09-28", [], "2025-10-31", None, None),
    (4, "2026-02-09", [], "2026-03-13", None, None),
    (5, "2026-09-21", [], "2026-10-26", None, None),
    (6, "2024-01-30", [], "2024-03-01", "2024-03-29", "2024-02-07"),
    (7, "2024-09-27", [], "2024-10-30", "2024-11-27", "2024-10-12"),
    (8, "2025-04-25", [], "2025-05-27", "2025-06-25", "2025-05-08"),
    (9, "2025-12-31", [], "2026-01-29", "2026-03-04", "2026-01-12"),
    (10, "2026-03-02", [("2026-03-06", "2026-03-30")], "2026-04-22", None, None),
    (11, "2026-03-02", [("2026-03-06", "2026-03-18")], "2026-04-10", None, None),
    (12, "2026-03-02", [("2026-03-06", "2026-03-30"), ("2026-03-10", "2026-04-01")], "2026-04-24", None, None),
    (13, "2026-04-15", [], "2026-05-15", None, None),
    (14, "2026-04-13", [], "2026-05-13", "2026-06-10", None),
    (15, "2026-06-25", [], "2026-07-23", None, None),
    (16, "2026-06-12", [], "2026-07-13", None, None),
    (17, "2026-01-30", [], "2026-03-05", None, None),
    (18, "2025-12-15", [], "2026-01-13", None, None),
    (19, "2026-09-18", [], "2026-10-22", "2026-11-19", "2026-09-29"),
    (20, "2026-10-10", [], "2026-11-06", "2026-12-04", "2026-10-20"),
    (21, "2026-11-20", [], "2026-12-18", None, None),
]


def by_kind(found: Any) -> dict[DeadlineKind, dt.date]:
    return {deadline.kind: deadline.by for deadline in found.deadlines}


@pytest.mark.parametrize(("number", "received", "pauses", "due", "extended", "notice_by"), VECTORS)
def test_a_vector_of_data_three_two(number, received, pauses, due, extended, notice_by) -> None:
    events = [counter(received)]
    for place, (on, until) in enumerate(pauses):
        events += asked_organ(on, until, f"第{place}局")
    found = clock(events, due)
    assert (found.received_on, found.due) == (day(received), day(due))
    assert (found.days_used, found.days_left, found.days_overdue) == (20, 0, 0)
    assert (found.is_expected, found.is_provisional, found.doubts) == (False, False, ())
    if extended:
        # Told on the last day that is left for it.
        assert clock([*events, at(due, "extended", days=20)], due).due == day(extended)
    if notice_by:
        assert by_kind(clock(events, received))[DeadlineKind.CORRECTION_NOTICE] == day(notice_by)


@pytest.mark.parametrize(
    ("on", "by"), [("2026-03-09", "2026-03-30"), ("2025-09-26", "2025-10-23"), ("2026-02-13", "2026-03-12")]
)
def test_a_vector_of_fifteen_working_days(on, by) -> None:
    found = clock([counter(on), sent(on), delivered(on)], on)
    assert by_kind(found)[DeadlineKind.OPINION] == day(by)


def test_row_1_a_request_at_the_counter_before_the_spring_festival() -> None:
    found = clock([counter("2025-01-13")], "2025-01-13")
    assert found.due == day("2025-02-14")
    assert by_kind(found)[DeadlineKind.CORRECTION_NOTICE] == day("2025-01-22")
    assert [option.due for option in found.options if option.event == "extended"] == [day("2025-03-14")]


def test_row_2_a_letter_is_received_when_it_is_signed_for() -> None:
    events = [at("2025-09-23", "submitted", channel=Channel.SIGNED_MAIL), at("2025-09-26", "arrived")]
    found = clock(events, "2025-10-30")
    assert (found.received_on, found.due) == (day("2025-09-26"), day("2025-10-30"))


def test_row_3_a_request_from_the_internet_is_received_when_it_is_confirmed() -> None:
    events = [at("2025-09-27", "submitted", channel=Channel.INTERNET), at("2025-09-28", "confirmed")]
    found = clock(events, "2025-10-31")
    assert (found.received_on, found.due) == (day("2025-09-28"), day("2025-10-31"))


@pytest.mark.parametrize(
    ("received", "due", "naive"),
    [
        ("2025-01-13", "2025-02-14", "2025-02-10"),
        ("2025-09-26", "2025-10-30", "2025-10-24"),
        ("2026-02-09", "2026-03-13", "2026-03-09"),
        ("2026-09-21", "2026-10-26", "2026-10-19"),
        ("2019-12-27", "2020-02-03", "2020-01-24"),
    ],
)
def test_a_naive_count_from_monday_to_friday_is_wrong(received, due, naive) -> None:
    reached, left = day(received), 20
    while left:
        reached += ONE_DAY
        left -= reached.weekday() < 5
    assert reached == day(naive)
    assert clock([counter(received)], due).due == day(due)


ROW_10 = [counter("2026-03-02"), sent("2026-03-06"), delivered("2026-03-09")]


def test_row_10_a_third_party_that_is_silent_takes_its_fifteen_days() -> None:
    before = clock(ROW_10[:1], "2026-03-06")
    assert (before.due, before.days_used) == (day("2026-03-30"), 4)
    found = clock(ROW_10, "2026-03-30")
    assert (found.due, found.is_expected, found.days_used, found.days_left) == (day("2026-04-22"), False, 4, 16)
    assert [(one.first, one.last, one.working_days) for one in found.pauses] == [
        (day("2026-03-07"), day("2026-03-30"), 16)
    ]


def test_row_11_a_third_party_that_answers_takes_no_longer() -> None:
    assert clock([*ROW_10, opinion("2026-03-18")], "2026-03-18").due == day("2026-04-10")


def test_row_12_consultations_that_overlap_count_once() -> None:
    found = clock([*ROW_10, *asked_organ("2026-03-10", "2026-04-01")], "2026-04-01")
    assert found.due == day("2026-04-24")
    assert [(one.first, one.last, one.working_days, one.consultations) for one in found.pauses] == [
        (day("2026-03-07"), day("2026-04-01"), 18, ("甲公司", "乙局"))
    ]


def test_row_13_a_correction_lets_the_period_begin_anew() -> None:
    events = [
        counter("2026-04-01"),
        at("2026-04-13", "correction_asked", days=10),
        at("2026-04-15", "correction_received"),
    ]
    found = clock(events, "2026-05-15")
    assert (found.received_on, found.started_on) == (day("2026-04-01"), day("2026-04-15"))
    assert (found.due, found.doubts) == (day("2026-05-15"), ())


def test_row_14_an_extension_in_full() -> None:
    events = [counter("2026-04-13"), at("2026-05-13", "extended", days=20)]
    assert clock(events[:1], "2026-05-13").due == day("2026-05-13")
    assert clock(events, "2026-05-13").due == day("2026-06-10")


def test_row_15_a_payment_lets_the_period_begin_anew() -> None:
    events = [
        counter("2026-06-01"),
        at("2026-06-12", "fee_asked"),
        at("2026-06-12", "fee_notice_served"),
        at("2026-06-25", "fee_paid"),
    ]
    assert clock(events[:1], "2026-06-12").due == day("2026-06-30")
    waiting = clock(events[:3], "2026-06-12")
    assert (waiting.due, by_kind(waiting)) == (None, {DeadlineKind.PAYMENT: day("2026-07-13")})
    assert clock(events, "2026-06-25").due == day("2026-07-23")


def test_row_17_a_request_of_december_is_due_in_january() -> None:
    found = clock([counter("2025-12-15")], "2025-12-31")
    assert (found.due, found.is_provisional) == (day("2026-01-13"), False)


def test_row_19_a_period_into_a_year_without_a_notice_is_provisional() -> None:
    plain = clock([counter("2026-11-20")], "2026-12-18")
    assert (plain.due, plain.is_provisional) == (day("2026-12-18"), False)
    (extension,) = [option for option in plain.options if option.event == "extended"]
    assert extension.is_provisional
    found = clock([counter("2026-11-20"), at("2026-12-18", "extended", days=20)], "2026-12-18")
    assert found.is_provisional
    assert found.due == extension.due
    assert found.due is not None
    assert found.due.year == 2027
