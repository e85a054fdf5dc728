"""The statutory holidays of a year that no notice has fixed yet (法定节假日), by the package `holidays`.

How weekends will be moved around them nobody knows before the notice comes, so none is.
"""

from __future__ import annotations

from functools import cache

from gongkai.law.calendar.notices import NamedDay
from gongkai.law.calendar.words.days import COMMA, EVE, SPRING_FESTIVAL, STATUTE_SOURCE

# The package knows the lunar calendar up to here.
LAST = 2099


@cache
def expected_days(year: int) -> tuple[NamedDay, ...]:
    """Return the statutory holidays of a year, those on weekends too."""
    from holidays import country_holidays  # 0.15 s to load, and wanted only beyond the last notice

    named = country_holidays("CN", years=year, observed=False, language="zh_CN")
    return tuple(
        NamedDay(day, True, name.replace(EVE, SPRING_FESTIVAL).replace("; ", COMMA), STATUTE_SOURCE)
        for day, name in sorted(named.items())
    )
