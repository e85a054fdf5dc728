"""What the lines of an explanation say of letters that pause the period, or do not (征求意见的说明)."""

from __future__ import annotations

from typing import Any

import pytest

from gongkai.law.clock.explain import explain
from gongkai.law.events import AnyEvent
from tests.law.clock.histories import clock, counter, delivered, opinion, sent

RECEIVED = counter("2026-03-02")
UNTIL_DELIVERY = "2026年3月6日，征求意见（甲公司），送达之前答复期限照常计算。"


def said(events: list[AnyEvent], today: str, **conventions: Any) -> list[str]:
    return [step.text for step in explain(clock(events, today, **conventions))]


def test_a_letter_that_was_answered_waits_for_no_delivery() -> None:
    events = [RECEIVED, sent("2026-03-06"), opinion("2026-03-09")]
    assert [one for one in said(events, "2026-03-10", pause_starts="day_after_delivery") if "照常" in one] == [
        UNTIL_DELIVERY
    ]
    delivery = [RECEIVED, sent("2026-03-06"), delivered("2026-03-09")]
    assert [one for one in said(delivery, "2026-03-10", pause_starts="day_after_delivery") if "照常" in one] == [
        UNTIL_DELIVERY
    ]


def test_what_nobody_answered_stands_between_what_happened() -> None:
    events = [RECEIVED, sent("2026-03-06"), delivered("2026-03-09"), opinion("2026-03-31")]
    assert said(events, "2026-04-01")[3:6] == [
        "2026年3月9日，征求意见书（甲公司）送达，最晚2026年3月30日提出意见。",
        "2026年3月30日，第三方（甲公司）逾期未提出意见，由行政机关依照条例的规定决定是否公开。",
        "2026年3月31日，收到甲公司的意见，晚于2026年3月30日，不计入的时间不因此延长。",
    ]


PAUSES, COUNTS, SAME_DAY = "所需时间不计入答复期限。", "送达之前答复期限照常计算。", "到期日不变。"


@pytest.mark.parametrize(
    ("on", "starts", "words"),
    [
        ("2026-03-29", "day_after_dispatch", PAUSES),
        ("2026-03-30", "day_after_dispatch", SAME_DAY),
        ("2026-03-30", "dispatch_day", PAUSES),
        ("2026-03-31", "dispatch_day", SAME_DAY),
        ("2026-03-29", "day_after_delivery", COUNTS),
        # Delivered on the last day at the earliest, it would pause from the day after.
        ("2026-03-30", "day_after_delivery", SAME_DAY),
    ],
)
def test_a_letter_pauses_if_its_first_day_lies_in_the_period(on, starts, words) -> None:
    lines = said([RECEIVED, sent(on)], "2026-04-01", pause_starts=starts)
    assert lines[2].endswith(words)
