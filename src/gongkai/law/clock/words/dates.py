"""How sentences about the clock write days (日期写法)."""

from __future__ import annotations

import datetime as dt

_WEEKDAYS = "一二三四五六日"


def date_words(on: dt.date) -> str:
    """Return a day as letters write it."""
    return f"{on.year}年{on.month}月{on.day}日"


def date_and_weekday(on: dt.date) -> str:
    """Return a day with its day of the week."""
    return f"{date_words(on)}（星期{_WEEKDAYS[on.weekday()]}）"


def span_words(first: dt.date, last: dt.date) -> str:
    """Return a run of days, or the one day that it is."""
    return date_words(first) if first == last else f"{date_words(first)}至{date_words(last)}"
