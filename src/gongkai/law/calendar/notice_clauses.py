"""Reads what a notice says of one holiday, clause by clause (放假通知的一项).

A sentence is split at its commas: «1月1日至3日放假调休，共3天。1月4日（周日）上班。» has three clauses. A date
without a year is of the notice's year, one without a month of the month named before.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import NamedTuple

from gongkai.law.calendar.notices import ONE_DAY, DaysOff, DayWorked
from gongkai.law.calendar.words import notices as words
from gongkai.law.calendar.words import patterns
from gongkai.law.calendar.words.days import NEW_YEAR, day_told, weekday_told

_FRIDAY, _SATURDAY, _DECEMBER = 4, 5, 12


class Section(NamedTuple):
    """What was made of the words about one holiday so far.

    `named` are all days read, the last of which gives the month of the next; `uncounted` are free days whose number
    no «共3天» has told yet.
    """

    name: str
    year: int
    off: list[DaysOff]
    on: list[DayWorked]
    problems: list[str]
    named: list[dt.date]
    uncounted: list[dt.date]

    def doubt(self, problem: str, clause: str, **told: object) -> None:
        """Note why a clause is not believed."""
        self.problems.append(problem.format(name=self.name, words=clause.translate(patterns.FULL_WIDTH), **told))


def read_section(name: str, told: str, year: int) -> Section:
    """Return what a notice of a year says of a holiday: half-width signs, no white space, no heading."""
    section = Section(name, year, [], [], [], [], [])
    bracketed = re.sub(r"\([^()]*\)", lambda found: found[0].replace(",", "、"), told)
    for sentence in re.split("[。;]", bracketed):
        if patterns.ENCOURAGED not in sentence:
            for clause in sentence.split(","):
                _read_clause(section, patterns.ENUMERATOR.sub("", clause))
    return section


def _read_clause(section: Section, clause: str) -> None:
    for pattern, read in _CLAUSES.items():
        if found := pattern.fullmatch(clause):
            read(section, found)
            return
    if patterns.TELLS_SOMETHING.search(clause):
        section.doubt(words.NOT_UNDERSTOOD, clause)


def _read_off(section: Section, found: re.Match[str]) -> None:
    days = _dates(section, found[0])
    if days:
        section.off.append(DaysOff(section.name, days[0], days[-1] if len(days) > 1 else None))
        section.uncounted.extend(section.off[-1])
        if found["days"]:
            _count(section, found)


def _read_total(section: Section, found: re.Match[str]) -> None:
    if section.uncounted:
        _count(section, found)
    elif not section.problems:
        section.doubt(words.TOTAL_OF_NOTHING, found[0])


def _count(section: Section, found: re.Match[str]) -> None:
    if int(found["days"]) != len(section.uncounted):
        section.doubt(words.WRONG_TOTAL, found[0], count=len(section.uncounted))
    section.uncounted.clear()


def _read_weekend(section: Section, found: re.Match[str]) -> None:
    """Lengthen the free days before by the weekend that they lie beside."""
    if not section.off:
        _read_total(section, found)
        return
    run = section.off.pop()
    first, last = run.first, run.last or run.first
    if last.weekday() == _FRIDAY:
        last += 2 * ONE_DAY
    elif first.weekday() == 0:
        first -= 2 * ONE_DAY
    elif not any(day.weekday() >= _SATURDAY for day in run):
        section.doubt(words.NO_WEEKEND_BESIDE, found[0], day=day_told(first))
    section.off.append(DaysOff(run.name, first, last if last != first else None))
    section.uncounted[:] = section.off[-1]


def _read_made_up(section: Section, found: re.Match[str]) -> None:
    for day in _dates(section, found[0]):
        if day.weekday() >= _SATURDAY:
            section.doubt(words.MADE_UP_WEEKEND, found[0], day=day_told(day))
        section.off.append(DaysOff(section.name, day))
        section.uncounted.append(day)


def _read_worked(section: Section, found: re.Match[str]) -> None:
    section.on.extend(DayWorked(day, section.name) for day in _dates(section, found[0]))


def _read_nothing(section: Section, found: re.Match[str]) -> None:
    """Pass over a clause that changes no day."""


_CLAUSES: dict[re.Pattern[str], Callable[[Section, re.Match[str]], None]] = {
    patterns.OFF: _read_off,
    patterns.TOTAL: _read_total,
    patterns.WITH_WEEKEND: _read_weekend,
    patterns.MADE_UP: _read_made_up,
    patterns.ON_DUTY: _read_worked,
    patterns.NOTHING_NEW: _read_nothing,
}


def _dates(section: Section, clause: str) -> list[dt.date]:
    """Return the days that a clause names, none where one of them cannot be."""
    days = []
    for found in patterns.DATE.finditer(clause):
        day = _date(section, found)
        if day is None:
            return []
        section.named.append(day)
        days.append(day)
    return days


def _date(section: Section, found: re.Match[str]) -> dt.date | None:
    before = section.named[-1] if section.named else None
    if not (found["month"] or before):
        section.doubt(words.NO_MONTH, found[0])
        return None
    month = int(found["month"]) if found["month"] else before.month if before else 0
    try:
        day = dt.date(_year(section, found, before, month), month, int(found["day"]))
    except ValueError:
        section.doubt(words.NO_DATE, found[0])
        return None
    for sign in patterns.WEEKDAY.findall(found["remark"] or ""):
        if patterns.WEEKDAY_NUMBERS[sign] != day.weekday():
            section.doubt(words.WRONG_WEEKDAY, found[0], told=sign, real=weekday_told(day))
    return day


def _year(section: Section, found: re.Match[str], before: dt.date | None, month: int) -> int:
    if found["year"]:
        return int(found["year"])
    if before and not found["month"]:
        return before.year
    # The first of January is what moves days of the December before.
    return section.year - (month == _DECEMBER and NEW_YEAR in section.name)
