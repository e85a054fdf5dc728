"""What holds of every clock, whatever was recorded (时限的一般规律)."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from gongkai.law.calendar.days import NATIONAL
from gongkai.law.clock.case import Phase
from gongkai.law.clock.clock import Clock
from gongkai.law.clock.counted_days import Mark, counted_days
from gongkai.law.clock.explain import explain
from gongkai.law.clock.history import in_order
from gongkai.law.clock.reckon import reckon
from gongkai.law.conventions import Conventions, RollOver
from gongkai.law.events import KINDS, AnyEvent
from tests.law.clock.histories import (
    CHOICES,
    ONE_DAY,
    after,
    arbitrary,
    chosen,
    clocks_today,
    due_day_by_day,
    lawful,
)

PRACTICES = st.sampled_from([{}, *CHOICES]).map(chosen)


@given(lawful())
def test_a_lawful_history_is_due_as_counted_day_by_day(drawn) -> None:
    found = reckon(drawn.events, drawn.today)
    assert (found.received_on, found.due, found.is_expected) == (drawn.received, drawn.due, False)
    assert found.doubts == ()


@given(clocks_today(), PRACTICES, st.randoms())
def test_the_order_of_recording_does_not_matter(drawn, conventions, random) -> None:
    events, today = drawn
    shuffled = random.sample(events, len(events))
    assert reckon(shuffled, today, conventions=conventions) == reckon(events, today, conventions=conventions)


@given(clocks_today(), PRACTICES)
def test_no_history_raises_and_each_is_explained_in_whole_sentences(drawn, conventions) -> None:
    found = reckon(*drawn, conventions=conventions)
    for said in (*explain(found), *found.doubts):
        assert said.text.endswith(("。", "？"))
        assert not {"{", "}", "None"} & set(said.text.split())
        assert "{" not in said.text
    assert counted_days(found) == counted_days(found)


@given(clocks_today(), PRACTICES)
def test_every_due_date_is_a_working_day_that_no_order_sets_otherwise(drawn, conventions) -> None:
    found = reckon(*drawn, conventions=conventions)
    orders = [event for event in drawn[0] if event.kind == "reopened"]
    set_otherwise = {one.until for one in orders}
    if conventions.roll_over is RollOver.NEVER:
        set_otherwise |= {one.on + max(one.calendar_days or 1, 1) * ONE_DAY for one in orders}
    dues = [found.due, *(verdict.due for verdict in found.earlier)]
    assert all(NATIONAL.is_working(due) for due in dues if due and due not in set_otherwise)
    assert all(NATIONAL.is_working(option.due) for option in found.options if option.due)


@given(clocks_today(), PRACTICES)
def test_no_request_is_due_before_twenty_working_days_from_its_receipt(drawn, conventions) -> None:
    found = reckon(*drawn, conventions=conventions)
    assume(found.received_on and found.due and not found.earlier)
    assert found.due >= NATIONAL.after(found.received_on, 20)


@given(clocks_today(), PRACTICES, st.data())
def test_a_new_event_brings_the_due_date_forward_only_if_it_ends_an_open_pause(drawn, conventions, data) -> None:
    """A new event is one that comes after all others in order; the request was open, and today is the same.

    It may end a pause that is not over on the day of the event: only then does the date rest on it. An order for a
    new reply moves no date: it ends the period and begins its own.
    """
    events, today = drawn
    before, _ = in_order(events, today)
    last = before[-1].on if before else today
    new = data.draw(after(last))
    assume(new.on <= today)
    assume(in_order([*before, new], today)[0] == [*before, new])
    was, now = (reckon(some, today, conventions=conventions) for some in (before, [*before, new]))
    assume(was.is_open and was.due and now.due and len(now.earlier) == len(was.earlier))
    if now.due < was.due:
        assert reckon(before, new.on, conventions=conventions).is_expected
        assert new.kind in ("consultation_answered", "reason_given", "answered", "withdrawn")


@given(clocks_today(), st.integers(0, 60), PRACTICES)
def test_a_past_day_looks_as_if_later_events_were_never_recorded(drawn, back, conventions) -> None:
    events, today = drawn
    then = today - back * ONE_DAY
    known = [event for event in events if event.on <= then]
    now, alone = (reckon(some, then, conventions=conventions) for some in (events, known))
    beside = {"doubts"}
    assert _told(now, beside) == _told(alone, beside)
    late = [doubt for doubt in now.doubts if doubt.code == "history.after_today"]
    assert len(late) == len({_content(event) for event in events if event.on > then})


@given(arbitrary(received=True), st.integers(0, 40), st.integers(1, 60), PRACTICES)
def test_a_later_today_changes_only_what_depends_on_today(events, ahead, more, conventions) -> None:
    today = max(event.on for event in events) + ahead * ONE_DAY
    was, now = (reckon(events, on, conventions=conventions) for on in (today, today + more * ONE_DAY))
    passing = {"today", "unconfirmed_days", "needs_confirming"}
    if not was.is_open:
        assert _told(now, passing) == _told(was, passing)
        return
    assert (now.case, now.received_on, now.started_on) == (was.case, was.received_on, was.started_on)
    assert {doubt.code for doubt in set(now.doubts) ^ set(was.doubts)} <= {
        "correction.service_missing",
        "fee.service_missing",
    }
    assert set(was.doubts) <= set(now.doubts)
    assert (was.due is None) == (now.due is None)
    if was.due and now.due:
        assert now.due == was.due or (was.is_expected and now.due > was.due)
        assert now.days_used >= was.days_used or was.is_expected
        assert now.days_overdue >= was.days_overdue or was.is_expected


@given(clocks_today(), PRACTICES)
def test_days_used_and_left_are_the_whole_period(drawn, conventions) -> None:
    found = reckon(*drawn, conventions=conventions)
    assume(found.due and found.is_open)
    whole = len([one for one in counted_days(found) if one.mark is Mark.COUNTED])
    assert found.days_used + found.days_left == whole
    assert whole == found.days_granted or found.due == found.case.delay
    assert found.is_overdue == (found.today > found.due)
    assert found.days_left == 0 or not found.is_overdue


@given(clocks_today(), PRACTICES)
def test_the_days_of_the_calendar_are_those_of_the_clock(drawn, conventions) -> None:
    found = reckon(*drawn, conventions=conventions)
    assume(found.due and found.started_on and not found.case.ends)
    days = counted_days(found)
    paused = {one.day.on for one in days if one.mark is Mark.PAUSED}
    due = due_day_by_day(found.started_on, found.days_granted, lambda on: on in paused)
    assert found.due == max(due, found.case.delay or due)
    assert [one.number for one in days if one.number] == list(
        range(1, 1 + sum(one.number is not None for one in days))
    )
    assert days[-1].day.on == found.due
    assert days[-1].mark is Mark.COUNTED
    assert all(one.day.is_working for one in days if one.mark is Mark.COUNTED)


@given(clocks_today(), PRACTICES)
def test_an_open_request_without_a_due_date_waits_for_something(drawn, conventions) -> None:
    found = reckon(*drawn, conventions=conventions)
    waiting = (Phase.NOT_RECEIVED, Phase.UNCONFIRMED, Phase.AWAITING_CORRECTION, Phase.AWAITING_PAYMENT)
    if found.is_open:
        assert (found.due is None) == (found.phase in waiting)
        assert found.in_time is None
    else:
        assert found.in_time == (found.due is None or found.ended_on <= found.due)
        assert (found.days_late > 0) == (not found.in_time)


@given(arbitrary(received=True), PRACTICES, st.data())
def test_how_a_period_ended_stays_as_it_is(events, conventions, data) -> None:
    last = max(event.on for event in events)
    before, _ = in_order([*events, KINDS["answered"](on=last)], last)
    was = reckon(before, last, conventions=conventions)
    new = data.draw(after(last + ONE_DAY))
    now = reckon([*before, new], new.on, conventions=conventions)
    verdicts = [*now.earlier, *([now.case.closed] if now.case.closed else [])]
    assert was.case.closed
    assert len(was.earlier) < len(verdicts)
    assert replace(verdicts[len(was.earlier)], served=None) == replace(was.case.closed, served=None)


# Which events a convention is about, and what of a clock it may change where none of them is in the history.
ABOUT: dict[str, tuple[set[str], set[str]]] = {
    "mail_to_another": ({"submitted"}, set()),
    "confirmation_alarm_days": (set(), {"needs_confirming", "deadlines", "options"}),
    "late_correction_notice": ({"correction_asked"}, set()),
    "longest_correction_days": (set(), {"doubts", "case"}),
    "pause_starts": ({"consulted"}, set()),
    "pause_ends": ({"consulted"}, set()),
    "extension_notice": ({"extended"}, {"deadlines", "options"}),
    "extension_after_restart": ({"extended"}, set()),
    "reasons_pause_clock": ({"reason_asked"}, set()),
    "after_payment": ({"fee_asked"}, set()),
    "ordered_period": ({"reopened"}, set()),
    "charge_fees": (set(), {"options"}),
    "roll_over": ({"reopened"}, set()),
}


@pytest.mark.parametrize("choice", CHOICES, ids=str)
@given(drawn=clocks_today())
def test_a_convention_changes_nothing_that_it_is_not_about(choice, drawn) -> None:
    events, today = drawn
    kinds, changed = ABOUT[next(iter(choice))]
    events = [event for event in events if event.kind not in kinds or _is_plain(event)]
    usual, other = reckon(events, today), reckon(events, today, conventions=chosen(choice))
    beside = {"conventions", *changed}
    assert _told(other, beside) == _told(usual, beside)


Blind = msgspec.defstruct("Blind", [(key, Any) for key in ABOUT], frozen=True)


@given(clocks_today(), PRACTICES)
def test_no_other_convention_is_read(drawn, conventions) -> None:
    """A practice that knows nothing but what the clock may ask gives the same clock."""
    blind: Any = Blind(**{key: getattr(conventions, key) for key in ABOUT})
    usual, found = (reckon(*drawn, conventions=one) for one in (conventions, blind))
    assert _told(found, {"conventions"}) == _told(usual, {"conventions"})


def test_the_conventions_of_the_clock_are_each_tried() -> None:
    assert {key for choice in CHOICES for key in choice} == set(ABOUT) < set(Conventions.__struct_fields__)


def _told(found: Clock, beside: set[str]) -> dict[str, Any]:
    """Return what a clock shows but for some of it; a case without its doubts, which are shown by themselves."""
    shown = {key: getattr(found, key) for key in found.__struct_fields__ if key not in beside}
    if "case" in shown:
        shown["case"] = replace(shown["case"], doubts=())
    return shown


def _is_plain(event: Any) -> bool:
    return event.kind == "submitted" and not event.to_another


def _content(event: AnyEvent) -> bytes:
    return msgspec.json.encode(replace(event, note=""))
