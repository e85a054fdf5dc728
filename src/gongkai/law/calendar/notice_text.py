"""Reads the text of a notice of holidays that somebody pasted (放假通知原文), and believes what it proves itself.

«一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。» Every weekday in brackets must be that
of its day, and every number of days that of the days named. Prose around is passed over; a clause with a date, or
about days off, that is not understood is a problem.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import cn2an

from gongkai.errors import BrokenNotice
from gongkai.law.calendar.notice_clauses import read_section
from gongkai.law.calendar.notices import HolidayNotice
from gongkai.law.calendar.proof import problems_of
from gongkai.law.calendar.words import notices as words
from gongkai.law.calendar.words import patterns
from gongkai.law.calendar.words.days import day_told

_LONGEST = 100_000
_BLANK = re.compile(r"[\s\u200b\ufeff]+")


class _Text(NamedTuple):
    """The text of a notice, taken apart: what it says of each holiday, its number and date, and what follows."""

    holidays: tuple[tuple[str, str], ...]
    number: str
    issued: dt.date | None
    rest: str


def read_notice(
    text: str, *, number: str = "", issued: dt.date | None = None, known: Iterable[HolidayNotice] = ()
) -> HolidayNotice:
    """Return the notice that a text is; BrokenNotice where it does not prove itself, with every problem.

    `number` and `issued` give what the text leaves out; if it says otherwise, that is a problem. `known` are the
    notices that were imported before, which a notice of some of the holidays may correct.
    """
    if len(text) > _LONGEST:
        raise BrokenNotice((words.TOO_LONG_A_TEXT.format(limit=_LONGEST),))
    squeezed = _BLANK.sub("", unicodedata.normalize("NFKC", text))
    year = _year(squeezed)
    parts = _taken_apart(squeezed)
    sections = [read_section(name, told, year) for name, told in parts.holidays]
    problems = [*_document(parts, number, issued), *(one for section in sections for one in section.problems)]
    notice = HolidayNotice(
        number=number or parts.number,
        issued=issued or parts.issued or dt.date(year, 1, 1),
        year=year,
        off=tuple(run for section in sections for run in section.off),
        on=tuple(worked for section in sections for worked in section.on),
    )
    # What is incomplete already would be told again as missing.
    problems = problems or list(problems_of(notice, known))
    if problems:
        raise BrokenNotice(tuple(dict.fromkeys(problems)))
    return notice


def _year(squeezed: str) -> int:
    years = sorted(set(patterns.TITLE_YEAR.findall(squeezed)))
    if not years:
        raise BrokenNotice((words.NO_YEAR,))
    if len(years) > 1:
        raise BrokenNotice((words.SEVERAL_YEARS.format(years="、".join(years)),))
    return int(years[0])


def _taken_apart(squeezed: str) -> _Text:
    corrected = patterns.CORRECTED.search(squeezed)
    first = patterns.HEADING.search(squeezed)
    start = first.start() if first else max(squeezed.find(patterns.AS_FOLLOWS), 0)
    signed = patterns.SIGNATURE.search(squeezed, start) or patterns.SIGNATURE_IN_NUMERALS.search(squeezed, start)
    body = squeezed[start : signed.start()] if signed else squeezed[start:]
    if first:
        holidays = tuple(_holidays(body))
    else:
        holidays = ((corrected[1], body),) if corrected else ()
    number = patterns.NUMBER.search(squeezed)
    return _Text(
        holidays=holidays,
        number=patterns.NUMBER_FORM.format(*number.groups()) if number else "",
        issued=_signed(signed) if signed else None,
        rest=squeezed[signed.end() :] if signed else "",
    )


def _holidays(body: str) -> Iterator[tuple[str, str]]:
    """Yield the name of every heading, and what stands below it."""
    headings = list(patterns.HEADING.finditer(body))
    ends = [heading.start() for heading in headings[1:]] + [len(body)]
    for heading, end in zip(headings, ends, strict=True):
        yield heading["numbered"] or heading["bare"], body[heading.end() : end]


def _signed(signature: re.Match[str]) -> dt.date | None:
    year, month, day = signature.groups()
    if not year.isascii():
        year, month, day = year.translate(patterns.NUMERAL_DIGITS), cn2an.cn2an(month), cn2an.cn2an(day)
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _document(parts: _Text, number: str, issued: dt.date | None) -> Iterator[str]:
    if not (number or parts.number):
        yield words.NO_NUMBER
    if number and parts.number and number != parts.number:
        yield words.OTHER_NUMBER.format(found=parts.number, given=number)
    if not (issued or parts.issued):
        yield words.NO_ISSUED
    if issued and parts.issued and issued != parts.issued:
        yield words.OTHER_ISSUED.format(found=day_told(parts.issued), given=day_told(issued))
    if not parts.holidays:
        yield words.NO_HOLIDAYS
    if any(pattern.search(parts.rest) for pattern in (patterns.OFF, patterns.MADE_UP, patterns.ON_DUTY)):
        yield words.AFTER_SIGNATURE
