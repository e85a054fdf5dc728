"""How sentences about the clock write days (日期写法)."""

from __future__ import annotations

import datetime as dt

from gongkai.law.calendar.words.days import weekday_told
from gongkai.law.identifiers.dates import printed


def date_and_weekday(on: dt.date) -> str:
    """Return a day with its day of the week."""
    return f"{printed(on)}（星期{weekday_told(on)}）"


def span_words(first: dt.date, last: dt.date) -> str:
    """Return a run of days, or the one day that it is."""
    return printed(first) if first == last else f"{printed(first)}至{printed(last)}"
