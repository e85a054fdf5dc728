"""Following a chain: every single change is found, and named rightly."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from gongkai_office.audit.chain import SAID
from gongkai_office.audit.links import Place, follow
from gongkai_office.audit.words import Flaw
from tests.office.audit.forging import rewritten

MOMENTS = st.integers(0, 10**16).map(lambda past: dt.datetime(2024, 1, 1, tzinfo=dt.UTC) + dt.timedelta(0, 0, past))
TEXTS = st.text("萤泽台ab: \"'\\\n=", max_size=12)
VALUES = st.dictionaries(TEXTS, st.one_of(TEXTS, st.integers(), st.booleans(), st.none()), max_size=3)


@st.composite
def chains(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Chains of three to eight events, with a change of method somewhere."""
    events: list[dict[str, Any]] = []
    for number in range(1, draw(st.integers(3, 8)) + 1):
        said = {
            "number": number,
            "recorded_at": draw(MOMENTS),
            "happened_at": draw(MOMENTS),
            "actor": draw(st.none() | st.integers(1, 9)),
            "organ": draw(st.none() | st.integers(1, 9)),
            "verb": draw(TEXTS),
            "subject": draw(TEXTS),
            "subject_id": draw(TEXTS),
            "before": draw(VALUES),
            "after": draw(VALUES),
            "address": draw(TEXTS),
            "request": draw(TEXTS),
            "method": draw(st.sampled_from(("sha256", "sha512"))),
            "previous": events[-1]["digest"] if events else "",
        }
        events.append(rewritten(said))
    return events


def flaws(events: list[dict[str, Any]]) -> list[tuple[Flaw, int, int]]:
    place, breaks = follow(Place(), events)
    assert place.number <= max(event["number"] for event in events)
    return [(one.flaw, one.number, one.last) for one in breaks]


def other(value: object) -> object:
    """Return a value that says something else."""
    if isinstance(value, dt.datetime):
        return value + dt.timedelta(microseconds=1)
    if isinstance(value, dict):
        return {**value, "forged": 1}
    return (
        {"sha256": "sha512", "sha512": "sha256"}.get(value, value + "x")
        if isinstance(value, str)
        else (value or 0) + 1
    )  # type: ignore[operator]  # keys and None are left


@given(chains())
def test_a_whole_chain_holds(events: list[dict[str, Any]]) -> None:
    assert flaws(events) == []


@given(chains(), st.data())
def test_any_single_altered_field_is_found_at_its_event(events: list[dict[str, Any]], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(events) - 1))
    field = data.draw(st.sampled_from([name for name in SAID if name not in ("number", "previous")]))
    events[at] = {**events[at], field: other(events[at][field])}
    assert flaws(events) == [(Flaw.ALTERED, at + 1, 0)]


@given(chains(), st.data())
def test_an_altered_link_is_found_on_both_sides(events: list[dict[str, Any]], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(events) - 2))
    field = data.draw(st.sampled_from(("previous", "digest")))
    events[at] = {**events[at], field: "0" * 64}
    expected = [(Flaw.ALTERED, at + 1, 0), (Flaw.UNLINKED, at + (1 if field == "previous" else 2), 0)]
    assert flaws(events) == expected


@given(chains(), st.data())
def test_an_event_rewritten_with_its_digest_is_found_at_the_next(
    events: list[dict[str, Any]], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(events) - 2))
    events[at] = rewritten(events[at], verb="organs.forged")
    assert flaws(events) == [(Flaw.UNLINKED, at + 2, 0)]


@given(chains(), st.data())
def test_removed_events_are_found_as_a_run(events: list[dict[str, Any]], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(events) - 2))
    last = data.draw(st.integers(first, len(events) - 2))
    del events[first : last + 1]
    assert flaws(events) == [(Flaw.MISSING, first + 1, last + 1)]


@given(chains(), st.data())
def test_swapped_events_are_both_found(events: list[dict[str, Any]], data: st.DataObject) -> None:
    one = data.draw(st.integers(0, len(events) - 2))
    two = data.draw(st.integers(one + 1, len(events) - 1))
    events[one], events[two] = (
        {**events[two], "number": one + 1},
        {**events[one], "number": two + 1},
    )
    found = {number for flaw, number, _ in flaws(events) if flaw == Flaw.ALTERED}
    assert found == {one + 1, two + 1}


@given(chains(), st.data())
def test_an_event_out_of_its_order_is_found(events: list[dict[str, Any]], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(events) - 2))
    events[at], events[at + 1] = events[at + 1], events[at]
    assert flaws(events) == [(Flaw.MISSING, at + 1, at + 1), (Flaw.STRAY, at + 1, 0)] or (
        at + 2 < len(events) and (Flaw.STRAY, at + 1, 0) in flaws(events)
    )


@given(chains(), st.data())
def test_an_event_put_in_between_is_found(events: list[dict[str, Any]], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(events) - 1))
    inserted = rewritten(events[at], verb="organs.forged")
    later = [{**event, "number": event["number"] + 1} for event in events[at:]]
    found = flaws([*events[:at], inserted, *later])
    assert (Flaw.UNLINKED, at + 2, 0) in found
    assert (Flaw.ALTERED, at + 2, 0) in found


@given(chains(), st.data())
def test_an_event_twice_is_found(events: list[dict[str, Any]], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(events) - 1))
    assert flaws([*events[: at + 1], *events[at:]]) == [(Flaw.STRAY, at + 1, 0)]


@given(chains(), st.sampled_from(("sm9", "", "shake_128")))
def test_a_method_that_the_machine_does_not_have_is_told_apart_from_tampering(
    events: list[dict[str, Any]], method: str
) -> None:
    events[1] = {**events[1], "method": method}
    assert flaws(events) == [(Flaw.UNKNOWN_METHOD, 2, 0)]
