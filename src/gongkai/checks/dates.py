"""Dates as a report prints them (日期)."""

from __future__ import annotations

import re
from datetime import date

# 2025年3月6日, 2025-03-06, 2025.3.6; a digit or a trace of damage before it makes it another number.
PRINTED_DATE = (
    r"(?P<year>(?:19|20)\d\d(?<![\d?]\d\d\d\d))\s?(?:年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日"
    r"|(?P<sign>[-./])(?P<month_in_digits>\d{1,2})(?P=sign)(?P<day_in_digits>\d{1,2})(?!\d))"
)
DATE = re.compile(PRINTED_DATE)


def date_of(match: re.Match[str]) -> date | None:
    """Return the date that `PRINTED_DATE` matched; None where there is no such day (2月30日)."""
    month = match["month"] or match["month_in_digits"]
    day = match["day"] or match["day_in_digits"]
    try:
        return date(int(match["year"]), int(month), int(day))
    except ValueError:
        return None


def in_words(day: date) -> str:
    """Return a date as Chinese documents print it."""
    return f"{day.year}年{day.month}月{day.day}日"
