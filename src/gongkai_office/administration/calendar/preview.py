"""What a notice would change, day by day, before it is taken in."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

import msgspec

from gongkai.law.calendar.days import Calendar, Day
from gongkai.law.calendar.doubts import contradictions, doubts_of
from gongkai.law.calendar.notice_data import notice_json
from gongkai.law.calendar.notices import HolidayNotice
from gongkai.law.steps import Doubt


class Change(NamedTuple):
    """A day that a notice names: what it is now, and what it would be."""

    now: Day
    then: Day

    @property
    def differs(self) -> bool:
        """Tell whether the day would be worked where it was free, or free where it was worked."""
        return self.now.is_working != self.then.is_working


class Preview(NamedTuple):
    """A notice before it is taken in: its days, and what should be looked at."""

    notice: HolidayNotice
    changes: list[Change]
    doubts: tuple[Doubt, ...]

    @property
    def mark(self) -> str:
        """Return what tells this notice from any other: only what was seen may be confirmed."""
        return hashlib.sha256(notice_json(self.notice)).hexdigest()

    @property
    def off(self) -> int:
        """Return how many days would be free."""
        return sum(not change.then.is_working for change in self.changes)


def preview(notice: HolidayNotice, calendar: Calendar) -> Preview:
    """Return what a notice would change of a calendar, and the doubts about it."""
    together = (*calendar.notices, notice)
    then = msgspec.structs.replace(calendar, notices=together)
    days = sorted({named.on for named in notice.days()})
    changes = [Change(calendar.day(day), then.day(day)) for day in days]
    return Preview(notice, changes, (*doubts_of(notice), *contradictions(together)))
