"""Requests for tests, built in a word, and a strategy that makes any of them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from gongkai.law.conventions import (
    DEFAULT,
    AwaitingCorrection,
    Conventions,
    LawyerColumn,
    MixedRow,
    SplitRequest,
)
from gongkai.law.counting.request import Applicant, Awaited, Matter, Part, Request, Wait
from gongkai.law.counting.table_3 import counted
from gongkai.law.outcomes.outcome import Item, Outcome
from gongkai.law.outcomes.rows import Reply

YEARS = range(2019, 2031)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def reply(on: str, *outcomes: Outcome) -> Reply:
    """Return an end with its outcomes, a full disclosure if none is named."""
    return Reply(day(on), tuple(Item(one) for one in outcomes or (Outcome.GRANTED,)))


def correction(since: str, until: str | None = None) -> Wait:
    return Wait(Awaited.CORRECTION, day(since), day(until) if until else None)


def payment(since: str, until: str | None = None) -> Wait:
    return Wait(Awaited.PAYMENT, day(since), day(until) if until else None)


def part(*replies: Reply, orders: tuple[str, ...] = (), waits: tuple[Wait, ...] = ()) -> Part:
    return Part(replies=replies, orders=tuple(day(one) for one in orders), waits=waits)


def request(received: str | None, *parts: Part, **more: Any) -> Request:
    """Return a request of a natural person, open in one part if nothing else is said."""
    fields = {"applicant": Applicant.NATURAL, "parts": parts or (Part(),), **more}
    return Request(received_on=day(received) if received else None, **fields)


def where(one: Request, year: int, chosen: Conventions = DEFAULT) -> str:
    """Return the rows by which a request enters and leaves a year, or a dash."""
    return " ".join(f"{count.entry}>{count.result}" for count in counted(one, year, chosen).counts) or "-"


def history(one: Request, *years: int, chosen: Conventions = DEFAULT) -> list[str]:
    return [where(one, year, chosen) for year in years]


def texts(one: Request, year: int, chosen: Conventions = DEFAULT) -> list[str]:
    return [step.text for step in counted(one, year, chosen).steps]


def codes(one: Request, year: int) -> list[str]:
    return [doubt.code for doubt in counted(one, year).doubts]


conventions = st.builds(
    Conventions,
    mixed_row=st.sampled_from(MixedRow),
    withdrawn_row=st.sampled_from(["3.6.3", "3.6.1"]),
    counts_reopened_anew=st.booleans(),
    awaiting_correction_at_year_end=st.sampled_from(AwaitingCorrection),
    split_request=st.sampled_from(SplitRequest),
    lawyer_in_own_name=st.sampled_from(LawyerColumn),
)
days = st.dates(dt.date(2019, 1, 1), dt.date(2026, 12, 31))
# Near the turn of a year most often, for there it matters.
turns = st.integers(2019, 2026).flatmap(
    lambda year: st.integers(-30, 30).map(lambda off: dt.date(year, 12, 31) + dt.timedelta(days=off))
)
any_day = days | turns
items = st.lists(st.sampled_from(list(Outcome)).map(Item), max_size=3).map(tuple)
waits = st.builds(Wait, st.sampled_from(Awaited), any_day, st.none() | any_day)
parts = st.builds(
    Part,
    replies=st.lists(st.builds(Reply, any_day, items), max_size=3).map(tuple),
    orders=st.lists(any_day, max_size=2).map(tuple),
    waits=st.lists(waits, max_size=2).map(tuple),
)


@st.composite
def any_requests(draw: st.DrawFn) -> Request:
    """Draw anything that may be recorded, impossible dates among it."""
    applicant = draw(st.sampled_from(Applicant))
    return Request(
        number=draw(st.sampled_from(["", "1", "2"])),
        matter=draw(st.sampled_from([*[Matter.REQUEST] * 8, *Matter])),
        applicant=applicant,
        is_lawyer=applicant is Applicant.NATURAL and draw(st.booleans()),
        by_agent=draw(st.booleans()),
        received_on=draw(st.none() | any_day | any_day | any_day),
        parts=tuple(draw(st.lists(parts, min_size=1, max_size=3))),
    )


@st.composite
def lawful(draw: st.DrawFn, orders: int = 2) -> Request:
    """Draw a request in one part: received, perhaps ended, perhaps replied to anew by order, each in its time."""
    on = draw(any_day)
    received, replies, ordered = on, [], []
    if draw(st.booleans()):
        for number in range(draw(st.integers(1, orders + 1))):
            if number:
                on += dt.timedelta(days=draw(st.integers(1, 400)))
                ordered.append(on)
            on += dt.timedelta(days=draw(st.integers(0, 90)))
            replies.append(Reply(on, draw(items.filter(bool))))
    return Request(
        applicant=draw(st.sampled_from(Applicant)),
        received_on=received,
        parts=(
            Part(
                replies=tuple(draw(st.permutations(replies))),
                orders=tuple(draw(st.permutations(ordered))),
                waits=tuple(draw(st.lists(waits, max_size=2))),
            ),
        ),
    )
