"""Notices of holidays: taken in, withdrawn, and which calendar holds for an organ."""

from __future__ import annotations

import datetime as dt
from importlib import import_module

import msgspec
import pytest
from django.apps import apps

from gongkai.law.calendar.day import DayKind
from gongkai.law.calendar.notices import DaysOff, DayWorked, HolidayNotice, LocalHoliday
from gongkai_office.audit.chain import personal
from gongkai_office.audit.models import Event
from gongkai_office.local_law import models
from gongkai_office.local_law.actions import enter_local_holiday, enter_notice, withdraw_notice
from gongkai_office.local_law.errors import AlreadyEntered, AlreadyWithdrawn
from gongkai_office.local_law.queries import calendar, calendar_for, division_of, notices_in_force
from tests.office.city import City, person

FRIDAY, SATURDAY = dt.date(2026, 7, 3), dt.date(2026, 7, 4)
NOTICE = HolidayNotice(
    number="国办发明电〔2026〕9号",
    issued=dt.date(2026, 6, 1),
    year=2026,
    off=(DaysOff("纪念日", FRIDAY),),
    on=(DayWorked(SATURDAY, "纪念日"),),
)
FESTIVAL = LocalHoliday(division="650000", source="鹭汀市人民政府2026年公告", off=(DaysOff("萤火节", FRIDAY),))


def test_a_notice_counts_from_the_moment_it_is_taken_in_until_it_is_withdrawn(city: City) -> None:
    user = person(city.city)
    assert calendar_for(city.county).is_working(FRIDAY)
    row = enter_notice(notice=NOTICE, text="全文", by=user)
    assert not calendar_for(city.county).is_working(FRIDAY)
    assert calendar_for(city.county).day(SATURDAY).kind is DayKind.MAKE_UP
    assert calendar().notices == (NOTICE,)
    withdraw_notice(row, because="重复", by=user)
    assert calendar_for(city.county).is_working(FRIDAY)
    assert not notices_in_force().exists()
    assert Event.objects.get(verb="calendar.withdraw_notice").after == {"because": personal("重复")}
    events = list(Event.objects.order_by("number").values_list("verb", "actor"))
    assert events == [("calendar.enter_notice", user.pk), ("calendar.withdraw_notice", user.pk)]
    with pytest.raises(AlreadyWithdrawn):
        withdraw_notice(row, because="重复", by=user)


@pytest.mark.django_db
def test_a_notice_counts_once_and_can_be_taken_in_again_when_it_was_withdrawn() -> None:
    row = enter_notice(notice=NOTICE, text="", by=None)
    with pytest.raises(AlreadyEntered, match="国办发明电〔2026〕9号已经导入"):
        enter_notice(notice=NOTICE, text="", by=None)
    withdraw_notice(row, because="错", by=None)
    assert enter_notice(notice=NOTICE, text="", by=None).pk != row.pk


def test_a_local_holiday_holds_in_its_division_and_below_only(city: City) -> None:
    city.county.division_code = "650121"
    city.county.save(update_fields=["division_code"])
    enter_local_holiday(holiday=FESTIVAL, by=None)
    assert division_of(city.county_bureau) == "650121"
    assert division_of(city.other_county) == ""
    assert calendar_for(city.county_bureau).day(FRIDAY).kind is DayKind.LOCAL
    assert calendar_for(city.other_county).is_working(FRIDAY)
    with pytest.raises(AlreadyEntered):
        enter_local_holiday(holiday=FESTIVAL, by=None)
    enter_local_holiday(holiday=msgspec.structs.replace(FESTIVAL, off=(DaysOff("萤火节", SATURDAY),)), by=None)


@pytest.mark.django_db
def test_a_holiday_that_stood_twice_before_an_upgrade_counts_once_after_it() -> None:
    data = {"division": "650000", "source": "公告", "off": [], "on": []}
    said = {"number": "公告", "year": 2026, "division": "650000", "data": data}
    for digest in ("", "not yet reckoned"):
        models.HolidayNotice.objects.create(**said, digest=digest)
    upgrade = import_module("gongkai_office.local_law.migrations.0002_counts_once")
    upgrade.tell_local_holidays_apart(apps, None)
    first, second = models.HolidayNotice.objects.order_by("pk")
    assert first.digest == second.digest == models.digest_of(data)
    assert (first.withdrawn_at, second.withdrawn_at) == (None, second.entered_at)


@pytest.mark.django_db
def test_the_same_notices_share_one_calendar_and_its_reckoned_years() -> None:
    enter_notice(notice=NOTICE, text="", by=None)
    assert calendar() is calendar()
