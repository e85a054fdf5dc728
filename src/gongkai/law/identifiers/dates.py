"""Days as documents print them (2026年3月5日), as data holds them (2026-03-05), and as people type them."""

from __future__ import annotations

import datetime as dt
import re

from gongkai.errors import BrokenIdentifier
from gongkai.law.identifiers import words
from gongkai.law.identifiers.slips import plain, shown
from gongkai.terms import codes

_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_PRINTED = re.compile(
    rf"{_YEAR}{words.YEAR_SIGN}(?P<month>[1-9][0-9]?){words.MONTH_SIGN}(?P<day>[1-9][0-9]?){words.DAY_SIGN}"
)
_DATA = re.compile(rf"{_YEAR}-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})")
_TYPED = re.compile(
    rf"(?P<year>[0-9]{{4}})[{words.YEAR_SIGN}./\-](?P<month>[0-9]{{1,2}})[{words.MONTH_SIGN}./\-](?P<day>[0-9]{{1,2}})"
    rf"{words.DAY_SIGN}?"
    r"|(?P<run>[0-9]{8})"
)
_CENTURIES = range(1900, 2100)
_NUMERAL = rf"[{words.NUMERALS}{words.TEN}{words.ZEROS}]+"
_EXAMPLE = dt.date(2026, 3, 5)


def printed(day: dt.date) -> str:
    """Return a day as documents print it: Arabic figures, no zero before month and day (GB/T 9704)."""
    return codes.PRINTED_DATE.format(year=day.year, month=day.month, day=day.day)


def parse_printed_date(text: str) -> dt.date:
    """Return the day that a document prints; raise BrokenIdentifier."""
    if match := _PRINTED.fullmatch(text):
        return _day(match, text)
    meant = _meant(text)
    raise BrokenIdentifier(
        words.DATE.format(text=shown(text), example=printed(_EXAMPLE), rule=words.DATE_RULE),
        printed(meant) if meant else "",
    )


def parse_date(text: str) -> dt.date:
    """Return the day that data holds, year first and with strokes; raise BrokenIdentifier."""
    if match := _DATA.fullmatch(text):
        return _day(match, text)
    meant = _meant(text)
    raise BrokenIdentifier(
        words.DATE.format(text=shown(text), example=_EXAMPLE.isoformat(), rule=words.DATA_DATE_RULE),
        meant.isoformat() if meant else "",
    )


def typed_date(text: str) -> dt.date | None:
    """Return the day that a person typed, year first: 2026-03-05, 2026/3/5, 2026.3.5, 2026年3月5日, 20260305.

    None where a text is no day; ValueError where it is one that the calendar lacks. Full-width signs and blanks do
    not matter.
    """
    match = _TYPED.fullmatch(plain(text))
    return _date_of(match) if match else None


def is_printed_date(text: str) -> bool:
    """Tell whether a text is a day as documents print it."""
    match = _PRINTED.fullmatch(text)
    return match is not None and _day_of(match) is not None


def is_date(text: str) -> bool:
    """Tell whether a text is a day as data holds it."""
    match = _DATA.fullmatch(text)
    return match is not None and _day_of(match) is not None


def _day(match: re.Match[str], text: str) -> dt.date:
    day = _day_of(match)
    if day is None:
        raise BrokenIdentifier(words.NO_SUCH_DAY.format(text=text))
    return day


def _meant(text: str) -> dt.date | None:
    """Return the day of a text in another way of writing, None where it is none."""
    try:
        day = typed_date(re.sub(_NUMERAL, _in_figures, plain(text)))
    except ValueError:
        return None
    return day if day and day.year in _CENTURIES else None


def _day_of(match: re.Match[str]) -> dt.date | None:
    try:
        return _date_of(match)
    except ValueError:
        return None


def _date_of(match: re.Match[str]) -> dt.date:
    found = match.groupdict()
    run = found.get("run")
    year, month, day = (run[:4], run[4:6], run[6:]) if run else (found["year"], found["month"], found["day"])
    return dt.date(int(year), int(month), int(day))


def _in_figures(match: re.Match[str]) -> str:
    """Return a Chinese numeral in Arabic figures: digit by digit (二〇二六), or with 十 (二十一)."""
    numeral = re.sub(f"[{words.ZEROS}]", words.NUMERALS[0], match[0])
    if words.TEN not in numeral:
        return "".join(str(words.NUMERALS.index(sign)) for sign in numeral)
    tens, _, ones = numeral.partition(words.TEN)
    if len(tens) > 1 or len(ones) > 1 or words.TEN in ones:
        return numeral
    first, second = words.NUMERALS.index(tens or words.NUMERALS[1]), words.NUMERALS.index(ones or words.NUMERALS[0])
    return f"{first}{second}"
