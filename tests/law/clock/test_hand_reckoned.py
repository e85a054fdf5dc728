"""Histories as an applicant's lawyer or a late and careless clerk brings them, reckoned by hand (手工推算的时限).

Every day was counted on paper from the notices of holidays, before the clock was asked. For 2026 the paper says: no
holiday in March, so that 2 March leads to the 30th; 6 April off; 1, 4 and 5 May off, Saturday 9 May worked; 19 June
off; Sunday 20 September and Saturday 10 October worked, 25 September and 1 to 7 October off.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from gongkai.law.clock.case import Phase
from gongkai.law.clock.deadlines import DeadlineKind
from gongkai.law.events import AnyEvent, Channel, Party, Service
from tests.law.clock.histories import asked_organ, at, clock, codes, counter, day, delivered, opinion, sent

MARCH = counter("2026-03-02")
DUE = "2026-03-30"


def by(channel: str, on: str, *, to_another: bool = False) -> AnyEvent:
    return at(on, "submitted", channel=Channel(channel), to_another=to_another)


class Told(NamedTuple):
    """A history in words, its events, and what paper says: the last day, and the doubts."""

    words: str
    events: list[AnyEvent]
    due: str | None
    doubts: tuple[str, ...] = ()
    conventions: dict[str, Any] | None = None
    today: str = "2026-12-01"


LETTER = [
    by("signed_mail", "2026-02-27", to_another=True),
    at("2026-03-02", "arrived"),
    at("2026-03-05", "confirmed"),
]
EIGHTH_DAY = [MARCH, at("2026-03-12", "correction_asked", days=10), at("2026-03-25", "correction_received")]
FOUR_DAYS = [MARCH, sent("2026-03-06", "乙局", Party.OTHER_ORGAN), delivered("2026-03-09", "乙局")]
FOUR_DAYS.append(opinion("2026-03-11", "乙局"))
FEE = [MARCH, at("2026-03-06", "fee_asked"), at("2026-03-09", "fee_notice_served"), at("2026-03-12", "fee_paid")]
ASKED_WHY = [MARCH, at("2026-03-04", "reason_asked", days=5), at("2026-03-06", "reason_given")]
REPLIED = [MARCH, at("2026-03-20", "answered"), at("2026-06-01", "reopened", days=15)]

HISTORIES = [
    # The day of receipt, article 31, and the calendar.
    Told("the Friday before a Spring Festival with two Saturdays worked", [counter("2026-02-13")], "2026-03-19"),
    Told(
        "a request from the internet, confirmed on the Saturday of that holiday",
        [by("internet", "2026-02-18"), at("2026-02-21", "confirmed")],
        "2026-03-20",
    ),
    Told("between a Sunday and a Saturday that are worked", [counter("2026-09-18")], "2026-10-22"),
    Told(
        "a plain letter that came on Friday, the applicant called on Monday only",
        [by("plain_mail", "2026-05-28"), at("2026-05-29", "arrived"), at("2026-06-01", "confirmed")],
        "2026-06-30",
        ("receipt.confirmed_late",),
    ),
    Told("a signed letter to a person inside the organ", LETTER, DUE),
    Told(
        "the same, where the office goes by 207号",
        LETTER,
        "2026-04-02",
        (),
        {"mail_to_another": "confirmed"},
    ),
    Told("a fax that nobody confirmed", [by("fax", "2026-03-02")], None),
    # Correction, article 30.
    Told(
        "a notice on the seventh working day, corrected after two weeks",
        [MARCH, at("2026-03-11", "correction_asked", days=10), at("2026-03-25", "correction_received")],
        "2026-04-23",
    ),
    Told("a notice on the eighth", EIGHTH_DAY, DUE, ("correction.notice_late",)),
    Told(
        "a notice on the eighth, where the office begins anew all the same",
        EIGHTH_DAY,
        "2026-04-23",
        ("correction.notice_late",),
        {"late_correction_notice": "restart"},
    ),
    Told(
        "a second notice of correction, to gain time",
        [
            MARCH,
            at("2026-03-04", "correction_asked", days=10),
            at("2026-03-10", "correction_received"),
            at("2026-03-12", "correction_asked", days=10),
            at("2026-03-20", "correction_received"),
        ],
        "2026-04-08",
        ("correction.twice", "correction.received_twice"),
    ),
    # Consultations, articles 32 to 34.
    Told(
        "a third party whose opinion comes a week after its fifteen days",
        [MARCH, sent("2026-03-06"), delivered("2026-03-09"), opinion("2026-04-08")],
        "2026-04-22",
    ),
    Told(
        "another organ, which has no fifteen days, with the same dates",
        [MARCH, *asked_organ("2026-03-06", "2026-04-08")],
        "2026-04-30",
    ),
    Told(
        "two organs, one after the other",
        [MARCH, *asked_organ("2026-03-06", "2026-03-11"), *asked_organ("2026-03-16", "2026-03-19", "丙厅")],
        "2026-04-08",
    ),
    Told(
        "one consultation inside another",
        [MARCH, *asked_organ("2026-03-06", "2026-03-20"), *asked_organ("2026-03-09", "2026-03-12", "丙厅")],
        "2026-04-14",
    ),
    Told(
        "an organ that was asked before a holiday and answered in it",
        [counter("2026-03-16"), *asked_organ("2026-04-03", "2026-04-05")],
        "2026-04-14",
    ),
    Told("four days from dispatch to opinion", FOUR_DAYS, "2026-04-02"),
    Told("with the day of dispatch", FOUR_DAYS, "2026-04-03", (), {"pause_starts": "dispatch_day"}),
    Told("from delivery", FOUR_DAYS, "2026-04-01", (), {"pause_starts": "day_after_delivery"}),
    Told("without the day of the opinion", FOUR_DAYS, "2026-04-01", (), {"pause_ends": "day_before_answer"}),
    # Extension, article 33.
    Told("told on the last day", [MARCH, at(DUE, "extended")], "2026-04-28"),
    Told(
        "told on the last day, where the day before is the last",
        [MARCH, at(DUE, "extended")],
        DUE,
        ("extension.late",),
        {"extension_notice": "before_due_day"},
    ),
    Told(
        "ten days, and ten more",
        [MARCH, at("2026-03-20", "extended", days=10), at("2026-04-10", "extended", days=10)],
        "2026-04-14",
        ("extension.twice",),
    ),
    Told("thirty days", [MARCH, at("2026-03-20", "extended", days=30)], "2026-04-28", ("extension.too_long",)),
    Told(
        "told in a pause, after what would have been the last day",
        [MARCH, *asked_organ("2026-03-27", "2026-04-15"), at("2026-04-09", "extended")],
        "2026-05-18",
    ),
    # The fee, 109号 articles 6 and 7; reasons, article 35.
    Told("paid within a week", FEE, "2026-04-10"),
    Told("paid within a week, where the period goes on", FEE, "2026-04-03", (), {"after_payment": "resume"}),
    Told(
        "a notice of a fee on the last day",
        [MARCH, at(DUE, "fee_asked"), at("2026-03-31", "fee_notice_served"), at("2026-04-10", "fee_paid")],
        "2026-05-12",
    ),
    Told("a notice of a fee one day later", [MARCH, at("2026-03-31", "fee_asked")], DUE, ("fee.late",)),
    Told(
        "a later day that is a Saturday",
        [*ASKED_WHY, at("2026-03-09", "delay_set", until=day("2026-05-30"))],
        "2026-06-01",
    ),
    Told(
        "a later day although no reasons came",
        [MARCH, at("2026-03-09", "delay_set", until=day("2026-05-29"))],
        DUE,
        ("delay.without_reasons",),
    ),
    # An order for a new reply.
    Told("fifteen days by order", REPLIED, "2026-06-23"),
    Told(
        "an organ asked, and the period extended, in the time of an order",
        [*REPLIED, *asked_organ("2026-06-03", "2026-06-10"), at("2026-06-11", "extended", days=5)],
        "2026-06-23",
        ("order.fixed_period", "order.fixed_period"),
    ),
    Told(
        "an extension by five, where an order's period is like any other",
        [*REPLIED, at("2026-06-11", "extended", days=5)],
        "2026-06-30",
        (),
        {"ordered_period": "statutory"},
    ),
]


@pytest.mark.parametrize("told", HISTORIES, ids=lambda told: told.words)
def test_the_last_day_is_as_on_paper_in_whatever_order_it_was_recorded(told: Told) -> None:
    found = clock(told.events, told.today, **(told.conventions or {}))
    assert found.due == (day(told.due) if told.due else None)
    assert tuple(codes(found)) == told.doubts
    backwards = clock(told.events[::-1], told.today, **(told.conventions or {}))
    assert (backwards.due, backwards.doubts, backwards.pauses) == (found.due, found.doubts, found.pauses)


@pytest.mark.parametrize("told", HISTORIES, ids=lambda told: told.words)
def test_what_a_clerk_records_twice_counts_once(told: Told) -> None:
    once, twice = (
        clock(events, told.today, **(told.conventions or {})) for events in (told.events, told.events * 2)
    )
    assert (twice.due, twice.pauses, twice.case.turns) == (once.due, once.pauses, once.case.turns)
    assert codes(twice).count("history.duplicate") == len(told.events)


# One history seen on each of its days: the last day as it was known then, and whether it was only expected.
SEEN = [
    ("2026-03-01", None, False, Phase.NOT_RECEIVED),
    ("2026-03-02", DUE, False, Phase.RUNNING),
    ("2026-03-06", DUE, True, Phase.RUNNING),
    ("2026-03-10", "2026-04-01", True, Phase.PAUSED),
    ("2026-03-18", "2026-04-10", False, Phase.PAUSED),
    ("2026-03-19", "2026-04-10", False, Phase.RUNNING),
    ("2026-04-10", "2026-05-12", False, Phase.RUNNING),
    ("2026-05-13", "2026-05-12", False, Phase.ANSWERED),
]


@pytest.mark.parametrize(("today", "due", "expected", "phase"), SEEN)
def test_a_history_is_seen_as_it_stood_on_a_day(today, due, expected, phase) -> None:
    events = [
        MARCH,
        *asked_organ("2026-03-06", "2026-03-18"),
        at("2026-04-10", "extended"),
        at("2026-05-12", "answered", service=Service.POSTED),
    ]
    found = clock(events, today)
    assert (found.due, found.phase) == (day(due) if due else None, phase)
    assert found.is_expected is expected
    assert set(codes(found)) <= {"history.after_today"}


CORRECTION_SERVED = [
    MARCH,
    at("2026-03-06", "correction_asked", days=10),
    at("2026-03-09", "correction_notice_served"),
]
FEE_SERVED = [counter("2026-06-01"), at("2026-06-11", "fee_asked"), at("2026-06-12", "fee_notice_served")]


@pytest.mark.parametrize(
    ("events", "on", "phase", "doubts"),
    [
        (CORRECTION_SERVED, "2026-03-23", Phase.AWAITING_CORRECTION, ["lapse.not_due"]),
        (CORRECTION_SERVED, "2026-03-24", Phase.LAPSED, []),
        (FEE_SERVED, "2026-07-13", Phase.AWAITING_PAYMENT, ["lapse.not_due"]),
        (FEE_SERVED, "2026-07-14", Phase.LAPSED, []),
    ],
)
def test_a_request_lapses_on_the_day_after_the_applicants_last(events, on, phase, doubts) -> None:
    found = clock([*events, at(on, "lapsed")])
    assert (found.phase, codes(found)) == (phase, doubts)


WAITING = {
    "for another organ that never answers": [sent("2026-03-06", "乙局", Party.OTHER_ORGAN)],
    "for a correction that the court found needless": CORRECTION_SERVED[1:],
    "for a fee that the court found wrong": [at("2026-03-06", "fee_asked")],
    "for nothing, and is late": [],
}


@pytest.mark.parametrize("meanwhile", WAITING.values(), ids=WAITING)
def test_a_court_is_obeyed_whatever_the_office_was_waiting_for(meanwhile) -> None:
    # The fifteenth working day after Monday 3 August 2026: no holiday in August.
    found = clock([MARCH, *meanwhile, at("2026-08-03", "reopened", days=15)], "2026-08-10")
    assert (found.due, found.is_expected, found.days_left) == (day("2026-08-24"), False, 10)


def test_an_order_is_obeyed_even_where_nobody_ever_confirmed_the_request() -> None:
    found = clock([by("internet", "2026-03-02"), at("2026-08-03", "reopened", days=15)], "2026-08-10")
    assert found.due == day("2026-08-24")


@pytest.mark.parametrize("received", [[], [at("2026-04-20", "correction_received")]])
def test_a_notice_of_correction_after_the_last_day_does_not_undo_the_delay(received) -> None:
    # Article 30 begins a period anew; one that ran out on 30 March it does not bring back.
    events = [MARCH, at("2026-04-16", "correction_asked", days=15), *received]
    found = clock(events, "2026-04-20", late_correction_notice="restart")
    assert (found.due, found.days_overdue) == (day(DUE), 14)
    assert found.doubts


def test_options_say_that_their_days_are_provisional() -> None:
    asked = [counter("2026-12-10"), at("2026-12-17", "correction_asked", days=15)]
    served = [*asked, at("2026-12-18", "correction_notice_served")]
    paying = [counter("2026-12-01"), at("2026-12-10", "fee_asked"), at("2026-12-11", "fee_notice_served")]
    for events, kind, until, since in (
        ([counter("2026-12-15")], "answered", "2027-01-13", None),
        (served, "correction_received", "2027-01-11", None),
        (served, "lapsed", None, "2027-01-12"),
        (paying, "fee_paid", "2027-01-11", None),
    ):
        option = next(one for one in clock(events, "2026-12-20").options if one.event == kind)
        assert (str(option.until), str(option.since)) == (str(until), str(since))
        assert option.is_provisional, kind


def test_every_last_day_in_2027_is_marked_among_the_deadlines() -> None:
    events = [counter("2026-12-01"), sent("2026-12-15"), delivered("2026-12-18")]
    found = clock(events, "2026-12-20")
    marks = {one.kind: (str(one.by), one.is_expected, one.is_provisional) for one in found.deadlines}
    assert marks[DeadlineKind.OPINION] == ("2027-01-11", False, True)
    assert marks[DeadlineKind.REPLY] == ("2027-01-25", True, True)
    assert marks[DeadlineKind.EXTENSION_NOTICE] == ("2027-01-25", True, True)
    assert (found.is_expected, found.is_provisional) == (True, True)


def test_an_extension_after_the_twenty_days_does_not_lengthen_a_delay() -> None:
    # The period of article 33 ran out on 30 March; what still runs is the day told under article 35.
    delayed = [*ASKED_WHY, at("2026-03-09", "delay_set", until=day("2026-04-15"))]
    found = clock([*delayed, at("2026-04-10", "extended")], "2026-04-13")
    assert found.due == day("2026-04-15")
    assert found.doubts
