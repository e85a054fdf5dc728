"""The days that published notices named (已公布的放假安排), as the package `chinesecalendar` keeps them."""

from __future__ import annotations

import datetime as dt
from functools import cache

from chinese_calendar.constants import holidays, workdays  # type: ignore[import-untyped]  # has no types

from gongkai.law.calendar.notices import DaysOff, DayWorked, HolidayNotice, NamedDay
from gongkai.law.calendar.words import days as words

FIRST = min(holidays).year
LAST = max(holidays).year
# 国办发明电〔2005〕35号: «12月31日（星期六）上班». The package has left it out.
_LEFT_OUT = ((dt.date(2005, 12, 31), False, words.NEW_YEAR),)

# Notices for one occasion. The package has their days, but not that they came after the notice of their year.
SPECIAL = (
    HolidayNotice(
        number=words.VICTORY_NOTICE,
        issued=dt.date(2015, 5, 13),
        year=2015,
        off=(DaysOff(words.VICTORY, dt.date(2015, 9, 3), dt.date(2015, 9, 5)),),
        on=(DayWorked(dt.date(2015, 9, 6), words.VICTORY),),
    ),
    HolidayNotice(
        number=words.LABOUR_DAY_NOTICE,
        issued=dt.date(2019, 3, 22),
        year=2019,
        off=(DaysOff(words.LABOUR_DAY, dt.date(2019, 5, 1), dt.date(2019, 5, 4)),),
        on=(DayWorked(dt.date(2019, 4, 28), words.LABOUR_DAY), DayWorked(dt.date(2019, 5, 5), words.LABOUR_DAY)),
    ),
    HolidayNotice(
        number=words.EXTENSION_NOTICE,
        issued=dt.date(2020, 1, 26),
        year=2020,
        off=(DaysOff(words.SPRING_FESTIVAL, dt.date(2020, 1, 31), dt.date(2020, 2, 2)),),
    ),
)


@cache
def published_days(year: int) -> tuple[NamedDay, ...]:
    """Return the days of a year that its notice, or next year's, named; none for a year without a notice."""
    told = [(day, True, words.HOLIDAYS[name]) for day, name in holidays.items()]
    told += [(day, False, words.HOLIDAYS[name]) for day, name in workdays.items()]
    named = sorted([*told, *_LEFT_OUT])
    return tuple(NamedDay(day, free, name, _source(day)) for day, free, name in named if day.year == year)


def _source(day: dt.date) -> str:
    # Nothing but next year's first of January moves days of December.
    return words.NOTICES.get(day.year + (day.month == 12), "")
