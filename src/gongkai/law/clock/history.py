"""The events of a case in their order (事件次序): by day, and on one day as a procedure takes its course.

In which order they were recorded does not matter, and what was recorded twice counts once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

import msgspec

from gongkai.law.clock.words.doubts import doubt_about
from gongkai.law.events import AnyEvent
from gongkai.law.steps import Doubt

# An order for a new reply opens the day, for the new reply may go out on it.
_COURSE = (
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
)
_RANK = {kind: rank for rank, kind in enumerate(_COURSE)}


def in_order(events: Iterable[AnyEvent], today: dt.date) -> tuple[list[AnyEvent], tuple[Doubt, ...]]:
    """Return each event up to today once, in order, and a doubt for each that is left out."""
    found: list[AnyEvent] = []
    doubts: list[Doubt] = []
    last: Any = None
    for event in sorted(events, key=_place):
        content = _content(event)
        if content == last:
            doubts.append(doubt_about("history.duplicate", event))
        elif event.on > today:
            doubts.append(doubt_about("history.after_today", event, today=today))
        else:
            found.append(event)
        last = content
    return found, tuple(doubts)


def _place(event: AnyEvent) -> Any:
    return (*_content(event), event.note)


def _content(event: AnyEvent) -> Any:
    """Return what tells events apart: day, place in the course of a day, and all but the note."""
    on, _, *rest = msgspec.structs.astuple(event)
    return on, _RANK[event.kind], *((one is not None, one) for one in rest)
