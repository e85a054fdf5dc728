"""The same thing is entered twice at the same moment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial

import pytest

from gongkai.law.calendar.notices import DaysOff, LocalHoliday
from gongkai_office.audit.models import Event
from gongkai_office.local_law.actions import choose_conventions, enter_local_holiday
from gongkai_office.local_law.errors import AlreadyEntered, NothingChanges
from gongkai_office.local_law.models import ConventionChoice, HolidayNotice
from tests.office.at_once import crossing
from tests.office.city import City, make_city
from tests.office.cloned import Clone

DAY = dt.date(2026, 7, 3)
FESTIVAL = LocalHoliday(division="650000", source="鹭汀市人民政府2026年公告", off=(DaysOff("萤火节", DAY),))


def entered(_city: City) -> None:
    enter_local_holiday(holiday=FESTIVAL, by=None)


def chosen(city: City) -> None:
    choose_conventions(city.county, {"pause_starts": "dispatch_day"}, source="办法", valid_from=DAY, by=None)


@pytest.mark.only_on("postgresql")
@pytest.mark.parametrize(
    ("act", "rows", "error"),
    [(entered, HolidayNotice, AlreadyEntered), (chosen, ConventionChoice, NothingChanges)],
    ids=["holiday", "convention"],
)
def test_what_two_people_say_at_once_stands_once(
    clone: Clone, act: Callable[[City], None], rows: type[HolidayNotice | ConventionChoice], error: type[Exception]
) -> None:
    city = make_city()
    assert [type(one) for one in crossing(partial(act, city), partial(act, city))] == [error]
    assert rows._default_manager.count() == 1
    assert Event.objects.count() == 1
