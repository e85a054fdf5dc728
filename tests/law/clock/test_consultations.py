"""Consultations (征求意见): the days they take, by party and by convention."""

from __future__ import annotations

import pytest

from gongkai.law.clock.case import Phase
from gongkai.law.clock.deadlines import DeadlineKind
from gongkai.law.clock.pauses import Cause
from gongkai.law.events import Party
from tests.law.clock.histories import asked_organ, at, clock, codes, counter, day, delivered, opinion, sent

RECEIVED = counter("2026-03-02")
ORGAN = Party.OTHER_ORGAN
SENT, DELIVERED = sent("2026-03-06"), delivered("2026-03-09")
SILENT = [RECEIVED, SENT, DELIVERED]


def shown(found) -> list[tuple[str, str, int, bool]]:
    return [(str(one.first), str(one.last), one.working_days, one.is_open) for one in found.pauses]


def test_an_open_consultation_is_expected_to_last_until_its_period_ends() -> None:
    for today, expected in (("2026-03-29", True), ("2026-03-30", False), ("2026-06-01", False)):
        found = clock(SILENT, today)
        assert (found.due, found.is_expected) == (day("2026-04-22"), expected)
        assert shown(found) == [("2026-03-07", "2026-03-30", 16, expected)]
    assert clock(SILENT, "2026-03-20").pauses[0].causes == (Cause.CONSULTATION,)


def test_the_request_is_paused_on_the_days_that_are_not_counted() -> None:
    phases = {
        today: clock(SILENT, today).phase for today in ("2026-03-06", "2026-03-07", "2026-03-30", "2026-03-31")
    }
    assert phases == {
        "2026-03-06": Phase.RUNNING,
        "2026-03-07": Phase.PAUSED,
        "2026-03-30": Phase.PAUSED,
        "2026-03-31": Phase.RUNNING,
    }


def test_days_are_not_used_up_while_a_consultation_takes_its_time() -> None:
    used = {
        today: clock(SILENT, today).days_used for today in ("2026-03-06", "2026-03-20", "2026-03-30", "2026-03-31")
    }
    assert used == {"2026-03-06": 4, "2026-03-20": 4, "2026-03-30": 4, "2026-03-31": 5}


def test_a_letter_that_was_not_delivered_counts_as_delivered_when_it_was_sent_and_stays_open() -> None:
    # Fifteen working days after the 6th end on the 27th: the 15 days and those four make the 19th working day.
    for today in ("2026-03-20", "2026-03-27", "2026-04-01"):
        found = clock([RECEIVED, SENT], today)
        assert (found.due, found.is_expected) == (day("2026-04-21"), True)
        assert shown(found) == [("2026-03-07", "2026-03-27", 15, True)]
    assert [(one.by, one.is_expected) for one in found.deadlines if one.kind is DeadlineKind.OPINION] == [
        (day("2026-03-27"), True)
    ]


@pytest.mark.parametrize("party", [Party.THIRD_PARTY, Party.CO_PRODUCER])
def test_a_late_answer_does_not_lengthen_the_pause(party) -> None:
    events = [RECEIVED, sent("2026-03-06", party=party), DELIVERED, opinion("2026-04-15")]
    found = clock(events, "2026-04-16")
    assert (found.due, found.is_expected, found.doubts) == (day("2026-04-22"), False, ())
    on_time = clock([*events[:3], opinion("2026-03-30")], "2026-04-16")
    assert on_time.due == day("2026-04-22")
    assert clock([*events[:3], opinion("2026-03-27")], "2026-04-16").due == day("2026-04-21")


def test_another_organ_is_waited_for_until_it_answers() -> None:
    events = [RECEIVED, sent("2026-03-06", party=ORGAN), DELIVERED]
    # As if answered today: four days were used, sixteen are left.
    for today, due, pause in (
        ("2026-03-30", "2026-04-22", ("2026-03-07", "2026-03-30", 16, True)),
        ("2026-03-31", "2026-04-23", ("2026-03-07", "2026-03-31", 17, True)),
        ("2026-05-06", "2026-05-27", ("2026-03-07", "2026-05-06", 39, True)),
    ):
        found = clock(events, today)
        assert (found.due, found.is_expected, found.days_left) == (day(due), True, 16)
        assert shown(found) == [pause]
    answered = clock([*events, opinion("2026-03-31")], "2026-05-06")
    assert (answered.due, answered.is_expected) == (day("2026-04-23"), False)


def test_what_was_asked_today_already_makes_the_date_an_expected_one() -> None:
    found = clock([RECEIVED, sent("2026-03-06", party=ORGAN)], "2026-03-06")
    assert (found.due, found.is_expected, found.pauses) == (day("2026-03-30"), True, ())
    # On the last day it is too late to move it by the days after.
    late = clock([RECEIVED, sent("2026-03-30", party=ORGAN)], "2026-03-30")
    assert (late.due, late.is_expected, codes(late)) == (day("2026-03-30"), False, ["consultation.last_day"])
    before = clock([RECEIVED, sent("2026-03-29", party=ORGAN)], "2026-03-29")
    assert (before.due, before.is_expected) == (day("2026-03-30"), True)


def test_consultations_apart_make_pauses_apart() -> None:
    events = [
        RECEIVED,
        *asked_organ("2026-03-03", "2026-03-05", "乙局"),
        *asked_organ("2026-03-09", "2026-03-11", "丙厅"),
    ]
    found = clock(events, "2026-03-20")
    assert shown(found) == [("2026-03-04", "2026-03-05", 2, False), ("2026-03-10", "2026-03-11", 2, False)]
    assert (found.due, found.days_used) == (day("2026-04-03"), 10)


def test_consultations_that_touch_make_one_pause() -> None:
    events = [
        RECEIVED,
        *asked_organ("2026-03-03", "2026-03-05", "乙局"),
        *asked_organ("2026-03-05", "2026-03-11", "丙厅"),
    ]
    found = clock(events, "2026-03-20")
    assert shown(found) == [("2026-03-04", "2026-03-11", 6, False)]
    assert found.pauses[0].consultations == ("乙局", "丙厅")


def test_a_consultation_inside_another_adds_nothing() -> None:
    outer, inner = asked_organ("2026-03-03", "2026-03-20", "乙局"), asked_organ("2026-03-05", "2026-03-11", "丙厅")
    both = clock([RECEIVED, *outer, *inner], "2026-03-25")
    assert both.due == clock([RECEIVED, *outer], "2026-03-25").due == day("2026-04-17")
    assert shown(both) == [("2026-03-04", "2026-03-20", 13, False)]


def test_an_answer_on_the_day_of_the_letter_takes_no_day() -> None:
    found = clock([RECEIVED, *asked_organ("2026-03-06", "2026-03-06")], "2026-03-20")
    assert (found.due, found.pauses) == (day("2026-03-30"), ())


def test_a_pause_that_begins_before_receipt_counts_from_receipt() -> None:
    events = [RECEIVED, sent("2026-03-02", party=ORGAN), opinion("2026-03-03")]
    assert shown(clock(events, "2026-03-20")) == [("2026-03-03", "2026-03-03", 1, False)]
    dispatch = clock(events, "2026-03-20", pause_starts="dispatch_day")
    # The day of receipt is not counted anyway.
    assert shown(dispatch) == [("2026-03-03", "2026-03-03", 1, False)]


ANSWERED = [RECEIVED, sent("2026-03-06", party=ORGAN), DELIVERED, opinion("2026-03-18")]


@pytest.mark.parametrize(
    ("starts", "ends", "pause", "due"),
    [
        ("day_after_dispatch", "answer_day", ("2026-03-07", "2026-03-18", 8, False), "2026-04-10"),
        ("dispatch_day", "answer_day", ("2026-03-06", "2026-03-18", 9, False), "2026-04-13"),
        ("day_after_delivery", "answer_day", ("2026-03-10", "2026-03-18", 7, False), "2026-04-09"),
        ("day_after_dispatch", "day_before_answer", ("2026-03-07", "2026-03-17", 7, False), "2026-04-09"),
        ("dispatch_day", "day_before_answer", ("2026-03-06", "2026-03-17", 8, False), "2026-04-10"),
        ("day_after_delivery", "day_before_answer", ("2026-03-10", "2026-03-17", 6, False), "2026-04-08"),
    ],
)
def test_conventions_say_from_which_day_to_which_a_pause_goes(starts, ends, pause, due) -> None:
    found = clock(ANSWERED, "2026-03-20", pause_starts=starts, pause_ends=ends)
    assert (shown(found), found.due) == ([pause], day(due))


def test_conventions_hold_for_a_period_that_ends_in_silence_too() -> None:
    found = clock(SILENT, "2026-04-01", pause_ends="day_before_answer")
    assert (shown(found), found.due) == ([("2026-03-07", "2026-03-29", 15, False)], day("2026-04-21"))


def test_a_pause_that_begins_with_delivery_waits_for_it() -> None:
    choice = {"pause_starts": "day_after_delivery"}
    found = clock([RECEIVED, SENT], "2026-03-20", **choice)
    assert (found.due, found.is_expected, found.pauses) == (day("2026-03-30"), False, ())
    assert shown(clock(SILENT, "2026-03-30", **choice)) == [("2026-03-10", "2026-03-30", 15, False)]


def test_an_open_pause_ends_with_the_reply() -> None:
    replied = clock([*SILENT, at("2026-03-20", "answered")], "2026-06-01")
    assert (replied.is_expected, shown(replied)) == (False, [("2026-03-07", "2026-03-20", 10, False)])
    assert (replied.due, replied.in_time, replied.days_used) == (day("2026-04-14"), True, 4)


def test_an_opinion_after_the_reply_is_not_counted() -> None:
    found = clock([*SILENT, at("2026-03-20", "answered"), opinion("2026-03-25")], "2026-06-01")
    assert (found.due, codes(found)) == (day("2026-04-14"), ["history.after_closing"])


def test_the_order_of_answers_does_not_change_whose_they_are() -> None:
    events = [
        RECEIVED,
        sent("2026-03-03", "乙局", ORGAN),
        sent("2026-03-03", "丙厅", ORGAN),
        opinion("2026-03-05", "丙厅"),
    ]
    found = clock(events, "2026-03-10")
    assert [(one.name, one.answered) for one in found.case.consultations] == [
        ("丙厅", day("2026-03-05")),
        ("乙局", None),
    ]
    assert shown(found) == [("2026-03-04", "2026-03-10", 5, True)]
    assert [one for one in found.deadlines if one.kind is DeadlineKind.OPINION] == []


def test_a_delivery_without_a_letter_is_named() -> None:
    (doubt,) = clock([RECEIVED, delivered("2026-03-09")], "2026-03-10").doubts
    assert doubt.text == "2026年3月9日的“征求意见书送达”（甲公司）之前没有登记发出征求意见书，没有计入。"


FROM_DELIVERY = {"pause_starts": "day_after_delivery"}


@pytest.mark.parametrize(
    ("letter", "delivery", "found"),
    [
        ("2026-03-27", "2026-03-29", []),
        ("2026-03-27", "2026-03-30", ["consultation.delivered_late"]),
        ("2026-03-29", "2026-03-31", ["consultation.delivered_late"]),
        # That a letter went out too late is said of the letter, and not of its delivery again.
        ("2026-03-30", "2026-03-30", ["consultation.last_day"]),
        ("2026-03-30", "2026-03-31", ["consultation.last_day"]),
        ("2026-03-31", "2026-04-01", ["consultation.late"]),
    ],
)
def test_a_delivery_that_begins_the_pause_must_be_before_the_last_day(letter, delivery, found) -> None:
    history = [RECEIVED, sent(letter, party=ORGAN), delivered(delivery)]
    assert codes(clock(history, "2026-04-02", **FROM_DELIVERY)) == found


def test_a_delivery_is_late_only_where_it_begins_a_pause() -> None:
    late = delivered("2026-06-01")
    assert codes(clock([RECEIVED, SENT, late], "2026-06-02")) == []
    assert codes(clock([RECEIVED, SENT, late], "2026-06-02", **FROM_DELIVERY)) == ["consultation.delivered_late"]
    waiting = [RECEIVED, SENT, at("2026-03-10", "correction_asked", days=10), late]
    assert codes(clock(waiting, "2026-06-02", **FROM_DELIVERY)) == ["correction.service_missing"]
    order = [RECEIVED, at("2026-03-12", "answered"), at("2026-03-16", "reopened", days=5), sent("2026-03-17"), late]
    assert codes(clock(order, "2026-06-02", **FROM_DELIVERY)) == ["order.fixed_period"]
