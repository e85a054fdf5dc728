"""The first page."""

from __future__ import annotations

import datetime as dt

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from gongkai_office.accounts.models import AccessReview, ReviewedAccount
from gongkai_office.accounts.words import Role
from gongkai_office.jobs.models import Job
from gongkai_office.jobs.words import State
from gongkai_office.notices.actions import notify
from tests.office.city import City, person


def home(client: Client, user: object) -> str:
    client.force_login(user)
    return client.get(reverse("administration:home")).content.decode()


def test_who_has_nothing_to_do_is_told_so(city: City, client: Client) -> None:
    page = home(client, person(city.county, Role.HANDLER))
    assert "目前没有待办事项" in page
    assert "没有未读的通知" in page
    assert "承办人：萤台县人民政府" in page


def test_an_open_review_waits_for_the_security_administrator_and_presses_when_late(
    city: City, client: Client
) -> None:
    security = person(city.city, Role.SECURITY_ADMINISTRATOR, below=True)
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    review = AccessReview.objects.create(organ=city.county, due_on=yesterday, unused_days=90, opened_by=security)
    ReviewedAccount.objects.create(review=review, user=person(city.county))
    page = home(client, security)
    assert f"萤台县人民政府：还有 1 个账号没有决定，{yesterday} 截止" in page
    assert "请尽快" in page
    assert "还有 1 个账号" not in home(client, person(city.county, Role.UNIT_HEAD, below=True))


def test_a_failed_job_waits_for_who_queued_it_and_nobody_else(city: City, client: Client) -> None:
    who = person(city.county, Role.HANDLER)
    Job.objects.create(
        name="organs.import", by=who, organ=city.county.pk, state=State.FAILED, ended_at=timezone.now()
    )
    assert "一周内有 1 个任务失败" in home(client, who)
    assert "任务失败" not in home(client, person(city.county, Role.HANDLER))


def test_a_password_that_soon_grows_too_old_is_told(city: City, client: Client, settings) -> None:
    settings.GONGKAI_PASSWORD_DAYS = 90
    changed = timezone.now() - dt.timedelta(days=80)
    assert "请先行更换" in home(client, person(city.county, Role.HANDLER, password_changed_at=changed))


def test_unread_reminders_stand_on_the_first_page(city: City, client: Client) -> None:
    who = person(city.county, Role.HANDLER)
    notify(to=[who], subject="年度报告催报", text="请于月底前报送。", urgent=True)
    page = home(client, who)
    assert "年度报告催报" in page
    assert "紧急" in page
