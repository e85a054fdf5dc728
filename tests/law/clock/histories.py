"""Histories of requests for tests: built in a word, drawn by hypothesis, and reckoned again day by day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import msgspec
from hypothesis import strategies as st

from gongkai.law.calendar.days import NATIONAL
from gongkai.law.clock.clock import Clock
from gongkai.law.clock.reckon import reckon
from gongkai.law.conventions import Conventions
from gongkai.law.events import KINDS, AnyEvent, Channel, Party, Service

ONE_DAY = dt.timedelta(days=1)
LATER = "2026-12-01"


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def at(on: str, kind: str, **fields: Any) -> AnyEvent:
    """Return an event: at("2026-03-06", "extended", days=20)."""
    return KINDS[kind](on=day(on), **fields)


def counter(on: str) -> AnyEvent:
    return at(on, "submitted", channel=Channel.COUNTER)


def sent(on: str, name: str = "甲公司", party: Party = Party.THIRD_PARTY) -> AnyEvent:
    return at(on, "consulted", consultation=name, party=party)


def delivered(on: str, name: str = "甲公司") -> AnyEvent:
    return at(on, "consultation_delivered", consultation=name)


def opinion(on: str, name: str = "甲公司") -> AnyEvent:
    return at(on, "consultation_answered", consultation=name)


def asked_organ(on: str, until: str, name: str = "乙局") -> list[AnyEvent]:
    """Return a consultation of another organ that was answered."""
    return [sent(on, name, Party.OTHER_ORGAN), opinion(until, name)]


def clock(events: Sequence[AnyEvent], today: str = LATER, **conventions: Any) -> Clock:
    return reckon(events, day(today), conventions=chosen(conventions))


def codes(found: Clock) -> list[str]:
    return [doubt.code for doubt in found.doubts]


def due_day_by_day(received: dt.date, days: int, paused: Callable[[dt.date], bool]) -> dt.date:
    """Return the last day of a period, one day after the other, as data 3.2 has it."""
    reached = received
    while days > 0:
        reached += ONE_DAY
        days -= NATIONAL.is_working(reached) and not paused(reached)
    return reached


class Lawful(NamedTuple):
    """A history in which everything is done as it should be, what it leads to, and a day after all of it."""

    events: list[AnyEvent]
    received: dt.date
    due: dt.date
    today: dt.date


STARTS = st.dates(dt.date(2016, 1, 1), dt.date(2025, 9, 30))
FEW = st.integers(0, 12)


@st.composite
def receipts(draw: st.DrawFn, on: dt.date) -> tuple[list[AnyEvent], dt.date]:
    """Draw how a request came, and the day of receipt by article 31."""
    channel = draw(st.sampled_from(Channel))
    events: list[AnyEvent] = [KINDS["submitted"](on=on, channel=channel)]
    if channel in (Channel.COUNTER, Channel.ORAL):
        return events, on
    came = on + draw(FEW) * ONE_DAY
    if channel in (Channel.SIGNED_MAIL, Channel.PLAIN_MAIL):
        events.append(KINDS["arrived"](on=came))
    if channel is not Channel.SIGNED_MAIL:
        events.append(KINDS["confirmed"](on=came))
    return events, came


@st.composite
def consultations(draw: st.DrawFn, start: dt.date) -> tuple[list[AnyEvent], list[tuple[dt.date, dt.date]]]:
    """Draw consultations, and for each the first and last day that the default conventions do not count."""
    events: list[AnyEvent] = []
    runs = []
    for name in ("甲公司", "乙局", "丙厅")[: draw(st.integers(0, 3))]:
        party = draw(st.sampled_from(Party))
        on = start + draw(FEW) * ONE_DAY
        came = on + draw(FEW) * ONE_DAY
        answered = came + draw(st.integers(0, 40)) * ONE_DAY
        events += [sent(str(on), name, party), delivered(str(came), name), opinion(str(answered), name)]
        by = due_day_by_day(came, 15, lambda _: False)
        runs.append((on + ONE_DAY, answered if party is Party.OTHER_ORGAN else min(answered, by)))
    return events, runs


@st.composite
def lawful(draw: st.DrawFn) -> Lawful:
    """Draw a request that may be corrected, consulted about, extended and paid for, each in its time."""
    events, received = draw(receipts(draw(STARTS)))
    start = received
    if draw(st.booleans()):
        asked = NATIONAL.after(received, draw(st.integers(0, 7)))
        start = asked + draw(FEW) * ONE_DAY
        events += [at(str(asked), "correction_asked", days=15), at(str(start), "correction_received")]
    asked_for, runs = draw(consultations(start))
    events += asked_for
    granted = 0
    if draw(st.booleans()):
        granted = draw(st.integers(1, 20))
        # Nothing has run out on the fifth working day, whatever pauses.
        events.append(at(str(NATIONAL.after(start, 5)), "extended", days=granted))
    if draw(st.booleans()):
        asked, granted = NATIONAL.after(start, draw(st.integers(5, 19))), 0
        start = asked + draw(FEW) * ONE_DAY
        events += [at(str(asked), "fee_asked"), at(str(start), "fee_paid")]
    due = due_day_by_day(start, 20 + granted, lambda one: any(first <= one <= last for first, last in runs))
    last = max(due, *(event.on for event in events), *(last for _, last in runs))
    return Lawful(draw(st.permutations(events)), received, due, last + draw(FEW) * ONE_DAY)


# What often follows each other; each alone, and in any order besides, comes from the last ones.
STORIES: list[tuple[str, ...]] = [
    ("correction_asked", "correction_notice_served", "correction_received"),
    ("correction_asked", "correction_notice_served", "lapsed"),
    ("consulted", "consultation_delivered", "consultation_answered"),
    ("consulted", "consulted", "consultation_answered"),
    ("reason_asked", "reason_given", "delay_set"),
    ("fee_asked", "fee_notice_served", "fee_paid"),
    ("fee_asked", "fee_notice_served", "lapsed"),
    ("extended",),
    ("answered", "served", "reopened"),
    ("withdrawn", "reopened"),
    *((kind,) for kind in KINDS),
]
# A gap to the event before, a length or other day, and what else an event may say.
DETAILS = st.tuples(
    st.integers(0, 12) | st.integers(0, 40),
    st.integers(-1, 30),
    st.sampled_from(Party),
    st.sampled_from(Channel),
    st.integers(0, 7),
)


# What an order may leave, and may be recorded to.
ORDERED = [("days",), ("calendar_days",), ("until",), (), ("days", "calendar_days"), ("calendar_days", "until")]


def made(kind: str, on: dt.date, details: tuple[int, int, Party, Channel, int]) -> AnyEvent:
    """Return an event of a kind out of some details."""
    _, days, party, channel, bits = details
    told: dict[str, Any] = {
        "days": days,
        "calendar_days": days,
        "until": on + 5 * days * ONE_DAY,
        "consultation": "甲公司" if bits & 1 else "乙局",
        "party": party,
        "channel": channel,
        "to_another": bool(bits & 2),
        "service": [*Service, None][days % 4],
        "note": "注" if bits & 4 else "",
    }
    if kind == "reopened":
        left = ORDERED[days % len(ORDERED)]
        told = {key: one for key, one in told.items() if key in left or key == "note"}
    fields = KINDS[kind].__struct_fields__
    return KINDS[kind](on=on, **{key: one for key, one in told.items() if key in fields})


def after(first: dt.date) -> st.SearchStrategy[AnyEvent]:
    """Draw any event on a day or after it."""
    drawn = st.tuples(st.sampled_from(tuple(KINDS)), DETAILS)
    return drawn.map(lambda one: made(one[0], first + one[1][0] * ONE_DAY, one[1]))


@st.composite
def arbitrary(draw: st.DrawFn, received: bool | None = None) -> list[AnyEvent]:
    """Draw any history; most begin at the counter, for the others seldom come to anything."""
    on = draw(st.dates(dt.date(2016, 1, 1), dt.date(2026, 3, 1)))
    begins = 1 if received else draw(st.integers(0, 4))
    events: list[AnyEvent] = [counter(str(on))] if begins in (1, 2) else []
    by_letter = [("submitted", "arrived", "confirmed")] if begins > 2 else []
    for story in by_letter + draw(st.lists(st.sampled_from(STORIES), max_size=6)):
        for kind, details in zip(story, draw(st.tuples(*[DETAILS] * len(story))), strict=True):
            on += details[0] * ONE_DAY
            events.append(made(kind, on, details))
    return events


def days_around(events: Sequence[AnyEvent]) -> st.SearchStrategy[dt.date]:
    """Draw a day on which a history may be looked at."""
    first = min((event.on for event in events), default=dt.date(2026, 3, 2))
    return st.integers(-3, 250).map(lambda ahead: first + ahead * ONE_DAY)


def clocks_today() -> st.SearchStrategy[tuple[list[AnyEvent], dt.date]]:
    """Draw any history and a day to look at it."""
    return arbitrary().flatmap(lambda events: st.tuples(st.just(events), days_around(events)))


CHOICES: list[dict[str, Any]] = [
    {"mail_to_another": "confirmed"},
    {"confirmation_alarm_days": 3},
    {"late_correction_notice": "restart"},
    {"longest_correction_days": 5},
    {"pause_starts": "dispatch_day"},
    {"pause_starts": "day_after_delivery"},
    {"pause_ends": "day_before_answer"},
    {"extension_notice": "before_due_day"},
    {"extension_after_restart": "kept"},
    {"reasons_pause_clock": True},
    {"after_payment": "resume"},
    {"ordered_period": "statutory"},
    {"charge_fees": True},
    {"roll_over": "never"},
    {"roll_over": "weekend_or_day_off"},
]


def chosen(choice: dict[str, Any]) -> Conventions:
    """Return conventions out of plain values, as a file would have them."""
    return msgspec.convert(choice, Conventions)
