"""A request is counted by what its clock says: received, ended, waiting, ordered anew."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.clock.case import Phase
from gongkai.law.clock.reckon import reckon
from gongkai.law.conventions import Conventions
from gongkai.law.counting.clocks import part_of, request_of
from gongkai.law.counting.request import Applicant, Awaited, Part, Request
from gongkai.law.counting.table_3 import counted, table_3
from gongkai.law.events import Channel
from gongkai.law.outcomes.outcome import Item, Outcome
from gongkai.law.outcomes.rows import Reply
from tests.law.clock.histories import arbitrary, at, clock, counter
from tests.law.counting.requests import conventions, correction, day, payment

GRANTED, SECRET = (Item(Outcome.GRANTED),), (Item(Outcome.STATE_SECRET),)
MANY = [GRANTED] * 9


def natural(*events, items=MANY, **conventions) -> Request:
    return request_of(clock(events, "2026-12-01", **conventions), items, Applicant.NATURAL)


def test_a_request_is_taken_over_from_its_clock() -> None:
    events = [counter("2025-12-15"), at("2026-01-13", "answered")]
    found = request_of(clock(events), [SECRET], Applicant.BUSINESS, number="2025-9", by_agent=True)
    assert found == Request(
        number="2025-9",
        applicant=Applicant.BUSINESS,
        by_agent=True,
        received_on=day("2025-12-15"),
        parts=(Part(replies=(Reply(day("2026-01-13"), SECRET),)),),
    )
    rows = {(count.entry, count.result) for year in (2025, 2026) for count in counted(found, year).counts}
    assert rows == {("1", "4"), ("2", "3.3.1")}
    lawyer = request_of(clock(events), [SECRET], Applicant.NATURAL, is_lawyer=True)
    assert (lawyer.is_lawyer, lawyer.by_agent, lawyer.number) == (True, False, "")


def test_what_was_not_confirmed_is_not_received() -> None:
    submitted = at("2025-12-28", "submitted", channel=Channel.INTERNET)
    assert natural(submitted).received_on is None
    assert natural(submitted, at("2026-01-05", "confirmed")).received_on == day("2026-01-05")
    withdrawn = natural(submitted, at("2025-12-30", "withdrawn"))
    assert table_3([withdrawn], 2025).counts == ()
    assert table_3([withdrawn], 2025).doubts == ()


@pytest.mark.parametrize(
    ("events", "outcome"),
    [
        ([at("2026-03-09", "withdrawn")], Outcome.WITHDRAWN),
        (
            [
                at("2026-03-03", "correction_asked", days=5),
                at("2026-03-04", "correction_notice_served"),
                at("2026-03-12", "lapsed"),
            ],
            Outcome.NOT_CORRECTED,
        ),
        (
            [at("2026-03-03", "fee_asked"), at("2026-03-04", "fee_notice_served"), at("2026-04-02", "lapsed")],
            Outcome.FEE_UNPAID,
        ),
    ],
)
def test_a_withdrawal_and_a_lapse_tell_their_outcome_themselves(events, outcome) -> None:
    (part,) = natural(counter("2026-03-02"), *events, items=[]).parts
    assert part.replies == (Reply(events[-1].on, (Item(outcome),)),)


def test_each_reply_has_its_items_and_one_without_is_doubted() -> None:
    events = [
        counter("2026-03-02"),
        at("2026-03-09", "answered"),
        at("2026-06-01", "reopened", days=20),
        at("2026-07-20", "answered"),
    ]
    (part,) = natural(*events, items=[SECRET, GRANTED]).parts
    assert part.replies == (Reply(day("2026-03-09"), SECRET), Reply(day("2026-07-20"), GRANTED))
    assert part.orders == (day("2026-06-01"),)
    bare = natural(*events[:2], items=[])
    assert bare.parts == (Part(replies=(Reply(day("2026-03-09"), ()),)),)
    assert [doubt.code for doubt in counted(bare, 2026).doubts] == ["counting.no_outcome"]
    withdrawn_first = [events[0], at("2026-03-05", "withdrawn"), *events[2:]]
    (part,) = natural(*withdrawn_first, items=[SECRET]).parts
    assert [reply.items for reply in part.replies] == [(Item(Outcome.WITHDRAWN),), SECRET]


def test_an_order_after_silence_counts_the_reply_as_the_first() -> None:
    one = natural(counter("2026-03-02"), at("2026-06-01", "reopened", days=20), at("2026-06-08", "answered"))
    for anew in (True, False):
        counts = counted(one, 2026, Conventions(counts_reopened_anew=anew)).counts
        assert [(count.entry, count.result) for count in counts] == [("1", "3.1")]


ASKED = at("2026-03-03", "correction_asked", days=15)
LATE = at("2026-03-20", "correction_asked", days=15)


@pytest.mark.parametrize(
    ("events", "chosen", "waits"),
    [
        ([ASKED], {}, (correction("2026-03-03"),)),
        ([ASKED, at("2026-03-10", "correction_received")], {}, (correction("2026-03-03", "2026-03-10"),)),
        # A late notice keeps the period running, so that nothing waits; by the other convention it does.
        ([LATE], {}, ()),
        ([LATE], {"late_correction_notice": "restart"}, (correction("2026-03-20"),)),
        ([at("2026-03-10", "fee_asked")], {}, (payment("2026-03-10"),)),
        (
            [at("2026-03-10", "fee_asked"), at("2026-03-12", "fee_paid")],
            {},
            (payment("2026-03-10", "2026-03-12"),),
        ),
        (
            [at("2026-03-10", "fee_asked"), at("2026-03-12", "fee_paid")],
            {"after_payment": "resume"},
            (payment("2026-03-10", "2026-03-12"),),
        ),
        (
            [ASKED, at("2026-03-10", "answered"), at("2026-06-01", "reopened", days=20)],
            {},
            (correction("2026-03-03", "2026-06-01"),),
        ),
        (
            [
                ASKED,
                at("2026-03-10", "correction_received"),
                at("2026-03-16", "fee_asked"),
                at("2026-03-18", "fee_paid"),
            ],
            {},
            (correction("2026-03-03", "2026-03-10"), payment("2026-03-16", "2026-03-18")),
        ),
    ],
)
def test_the_waits_are_those_of_the_clock(events, chosen, waits) -> None:
    (part,) = natural(counter("2026-03-02"), *events, **chosen).parts
    assert part.waits == waits


def test_the_end_of_a_request_ends_its_waits() -> None:
    (part,) = natural(counter("2026-03-02"), ASKED, at("2026-03-10", "withdrawn")).parts
    assert part.awaits(Awaited.CORRECTION, day("2026-03-09"))
    assert not part.awaits(Awaited.CORRECTION, day("2026-03-10"))
    assert not part.awaits(Awaited.PAYMENT, day("2026-03-09"))
    assert not part.awaits(Awaited.CORRECTION, day("2026-03-02"))
    (part,) = natural(counter("2026-03-02"), ASKED, at("2026-03-03", "withdrawn")).parts
    assert not part.awaits(Awaited.CORRECTION, day("2026-03-03"))


def test_parts_of_one_letter_have_each_its_own_clock() -> None:
    open_still = clock([counter("2026-03-02")])
    answered = clock([counter("2026-03-02"), at("2026-03-09", "answered")])
    parts = (part_of(open_still), part_of(answered, [GRANTED]))
    one = Request(applicant=Applicant.NATURAL, received_on=open_still.received_on, parts=parts)
    assert [(count.entry, count.result) for count in counted(one, 2026).counts] == [("1", "4"), ("1", "3.1")]


END = st.integers(2016, 2026).map(lambda year: dt.date(year, 12, 31))


@given(arbitrary(), END)
def test_a_request_stands_at_the_end_of_a_year_as_its_clock_does(events, last) -> None:
    then = reckon(events, last)
    later = request_of(reckon(events, dt.date(2026, 12, 31)), MANY, Applicant.NATURAL)
    (part,) = later.parts
    assert part.awaits(Awaited.CORRECTION, last) is (then.phase is Phase.AWAITING_CORRECTION)
    if then.phase is not Phase.AWAITING_CORRECTION:
        assert part.awaits(Awaited.PAYMENT, last) is (then.phase is Phase.AWAITING_PAYMENT)
    if last.year >= 2019 and not part.orders:
        open_then = then.received_on is not None and then.is_open
        found = counted(later, last.year).counts
        assert (bool(found) and found[0].result == "4") is open_then
        if then.received_on and then.received_on.year == last.year:
            assert [count.entry for count in found] == ["1"]


@given(arbitrary(), END.filter(lambda last: last.year >= 2019), conventions)
def test_a_table_does_not_change_when_more_happens(events, last, chosen) -> None:
    then, later = (
        request_of(reckon(events, today), MANY, Applicant.NATURAL) for today in (last, dt.date(2026, 12, 31))
    )
    assert counted(then, last.year, chosen).counts == counted(later, last.year, chosen).counts
