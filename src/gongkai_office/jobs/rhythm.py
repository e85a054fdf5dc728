"""When a job runs by itself: at a time of day, on some days, or every so many minutes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from gongkai_office.jobs import words

LONGEST_MONTH_WITHOUT_DAY = 62  # two months in a row always hold a given day from 1 to 28


@dataclass(frozen=True)
class Rhythm:
    """A daily, weekly or monthly time in the site's time zone, or a number of minutes (定时)."""

    at: dt.time | None = None
    every: int = 0
    weekday: int | None = None
    day: int | None = None

    @classmethod
    def read(cls, *, at: str, every: int, weekday: int | None, day: int | None) -> Rhythm:
        """Read what `scheduled` was told; raises ValueError where it is neither or both, or no such day."""
        if bool(at) == bool(every) or (every and (weekday or day)) or not 0 <= every <= 1440:
            raise ValueError(at, every)
        if weekday not in (None, *range(1, 8)) or day not in (None, *range(1, 29)):
            raise ValueError(weekday, day)
        return cls(dt.time.fromisoformat(at) if at else None, every, weekday, day)

    def after(self, moment: dt.datetime) -> dt.datetime:
        """Return the first time after a moment, strictly; minutes are counted from midnight."""
        local = timezone.localtime(moment)
        if self.at is None:
            midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
            rounds = int((local - midnight).total_seconds() // (self.every * 60)) + 1
            tomorrow = midnight + dt.timedelta(days=1)
            return min(midnight + dt.timedelta(minutes=rounds * self.every), tomorrow)
        times = (
            dt.datetime.combine(local.date() + dt.timedelta(days=days), self.at, local.tzinfo)
            for days in range(LONGEST_MONTH_WITHOUT_DAY)
        )
        return next(time for time in times if time > local and self._holds_on(time.date()))

    def _holds_on(self, on: dt.date) -> bool:
        return self.weekday in (None, on.isoweekday()) and self.day in (None, on.day)

    def __str__(self) -> str:
        if self.at is None:
            return words.EVERY.format(minutes=self.every)
        at = self.at.strftime("%H:%M")
        if self.weekday:
            return words.WEEKLY.format(day=words.WEEKDAYS[self.weekday - 1], at=at)
        return words.MONTHLY.format(day=self.day, at=at) if self.day else words.DAILY.format(at=at)
