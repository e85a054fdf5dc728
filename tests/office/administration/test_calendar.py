"""Pages of the working calendar."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from gongkai_office.accounts.models import User
from gongkai_office.accounts.words import Role
from gongkai_office.local_law.models import HolidayNotice
from gongkai_office.local_law.queries import calendar
from tests.office.city import City, person

ENTER = "administration:enter_notice"
TEXT = """国务院办公厅关于2027年部分节假日安排的通知
国办发明电〔2026〕9号
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月20日（周六）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。4月25日（周日）、5月8日（周六）上班。
五、端午节：6月9日（周三）放假，共1天。
六、中秋节：9月15日（周三）放假，共1天。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。
国务院办公厅
2026年11月20日
"""


@pytest.fixture
def keeper(city: City, client: Client) -> User:
    """Who keeps the calendar, signed in."""
    user = person(city.city, Role.SYSTEM_ADMINISTRATOR, below=True)
    client.force_login(user)
    return user


def page(client: Client, route: str, *args: object) -> str:
    """Return what a page says."""
    answer = client.get(reverse(f"administration:{route}", args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def test_everybody_sees_a_year_with_its_days_off_and_only_the_keeper_changes_it(city: City, client: Client) -> None:
    client.force_login(person(city.county, Role.HANDLER))
    shown = page(client, "calendar_year", 2026)
    assert "全年 248 个工作日" in shown
    assert shown.count('<table class="month">') == 12
    assert 'title="国庆节放假"' in shown
    assert "国办发明电〔2025〕7号" in shown
    assert "导入放假通知" not in shown
    assert client.get(reverse(ENTER)).status_code == 403
    assert "由系统管理员导入" in page(client, "holiday_notices")
    assert client.get(reverse("administration:calendar"))["Location"].endswith(f"/{dt.date.today().year}/")  # noqa: DTZ011  # as the server's clock


def test_a_year_without_a_notice_is_marked_provisional_and_one_without_a_calendar_does_not_exist(
    keeper: User, client: Client
) -> None:
    assert "暂定" in page(client, "calendar_year", 2030)
    for year in (2003, 2100):
        assert client.get(reverse("administration:calendar_year", args=[year])).status_code == 404


def test_a_pasted_notice_is_read_shown_day_by_day_confirmed_and_withdrawn(
    keeper: User, client: Client, time_machine
) -> None:
    time_machine.move_to(dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC))
    client.force_login(keeper)
    assert "取消" in page(client, "enter_notice")
    assert "在这里导入" in page(client, "holiday_notices")
    wanted = "2027 年的放假安排还没有导入"
    assert wanted in page(client, "home")
    read = client.post(reverse(ENTER), {"text": TEXT})
    preview, mark = read.content.decode(), read.context["preview"].mark
    assert "读到的安排：国办发明电〔2026〕9号" in preview
    assert "共 27 天放假，6 天调休上班" in preview
    assert "2027-10-09 星期六" in preview
    assert not HolidayNotice.objects.exists()
    other = client.post(
        reverse(ENTER), {"text": TEXT.replace("9月26日（周日）", "9月19日（周日）"), "confirm": mark}
    )
    assert "2027-09-19 星期日" in other.content.decode()  # what was not seen is shown first
    assert not HolidayNotice.objects.exists()
    answer = client.post(reverse(ENTER), {"text": TEXT, "confirm": mark}, follow=True)
    assert "《国办发明电〔2026〕9号》已导入" in answer.content.decode()
    assert "还没有导入" not in answer.content.decode()
    assert calendar().is_working(dt.date(2027, 10, 9))
    assert wanted not in page(client, "home")
    row = HolidayNotice.objects.get()
    assert (row.entered_by, row.text) == (keeper, TEXT.strip())
    assert "国庆节" in page(client, "holiday_notice", row.pk)
    mark = client.post(reverse(ENTER), {"text": TEXT}).context["preview"].mark
    again = client.post(reverse(ENTER), {"text": TEXT, "confirm": mark}).content.decode()
    assert "已经导入，不必再次导入" in again
    withdraw = reverse("administration:withdraw_notice", args=[row.pk])
    assert "请填写撤回的原因。" in client.post(withdraw, {"because": ""}).content.decode()
    assert "已撤回" in client.post(withdraw, {"because": "文号有误"}, follow=True).content.decode()
    assert not calendar().is_working(dt.date(2027, 10, 9))
    assert wanted in page(client, "home")
    assert "文号有误" in page(client, "holiday_notices")


def test_every_contradiction_in_a_notice_is_named_and_nothing_is_taken_in(keeper: User, client: Client) -> None:
    wrong = TEXT.replace("1月1日（周五）", "1月1日（周四）").replace("共7天。9月26日", "共6天。9月26日")
    shown = client.post(reverse(ENTER), {"text": wrong, "confirm": "1"}).content.decode()
    assert "周四" in shown
    assert "这一天是周五" in shown
    assert "共6天" in shown
    assert not HolidayNotice.objects.exists()
    assert "请粘贴通知的全文" in client.post(reverse(ENTER), {"text": ""}).content.decode()


def test_a_local_holiday_is_taken_in_for_its_place(keeper: User, city: City, client: Client) -> None:
    city.county.division_code = "650121"
    city.county.save(update_fields=["division_code"])
    said = {"division": "650000", "name": "萤火节", "source": "公告〔2026〕3号"}
    said |= {"first": "2027-07-02", "last": "2027-07-02", "worked": "2027-07-03"}
    url = reverse("administration:enter_local_holiday")
    wrong = client.post(url, said | {"worked": "七月三日"}).content.decode()
    assert "第1行“七月三日”不是日期" in wrong
    assert "周末" in client.post(url, said | {"worked": "2027-07-06"}).content.decode()
    assert client.post(url, said).status_code == 302
    client.force_login(person(city.county, Role.HANDLER))
    assert 'title="萤火节地方节日放假"' in page(client, "calendar_year", 2027)
    client.force_login(person(city.other_county, Role.HANDLER))
    assert "萤火节" not in page(client, "calendar_year", 2027)
