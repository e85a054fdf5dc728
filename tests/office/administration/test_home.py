"""The first page."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from gongkai_office.accounts.actions.reviews import confirm_account, open_review
from gongkai_office.accounts.models import AccessReview, ReviewedAccount
from gongkai_office.accounts.words import Role
from gongkai_office.audit.actions import verify_log
from gongkai_office.jobs.models import Job
from gongkai_office.jobs.words import State
from gongkai_office.notices.actions import notify
from gongkai_office.notices.models import Delivery, Notice, Sending
from gongkai_office.notices.words import DeliveryState
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


def test_a_review_presses_on_its_last_day(city: City, client: Client) -> None:
    security = person(city.city, Role.SECURITY_ADMINISTRATOR, below=True)
    person(city.county)
    today = timezone.localdate()
    review = open_review(organ=city.county, due_on=today + dt.timedelta(days=1), by=security)
    assert "请尽快" not in home(client, security)
    AccessReview.objects.filter(pk=review.pk).update(due_on=today)
    assert "请尽快" in home(client, security)


def test_the_accounts_of_security_administrators_wait_for_the_auditing_one(city: City, client: Client) -> None:
    security = person(city.city, Role.SECURITY_ADMINISTRATOR, below=True)
    audit = person(city.city, Role.AUDIT_ADMINISTRATOR, below=True)
    review = open_review(organ=city.city, due_on=timezone.localdate(), by=security)
    assert "还有 2 个账号没有决定，其中 1 个等审计管理员决定" in home(client, security)
    assert "还有 1 个安全管理员的账号等您决定" in home(client, audit)
    confirm_account(review.accounts.get(user=security), by=audit)
    assert "等您决定" not in home(client, audit)
    confirm_account(review.accounts.get(user=audit), by=security)
    assert "账号已经全部决定，请办结" in home(client, security)


def test_a_year_without_a_review_is_told_to_who_runs_them(city: City, client: Client) -> None:
    security = person(city.county, Role.SECURITY_ADMINISTRATOR, below=True)
    says = "萤台县人民政府：今年还没有账号及权限复核"
    assert says in home(client, security)
    assert says not in home(client, person(city.county, Role.UNIT_HEAD, below=True))
    above = person(city.city, Role.SECURITY_ADMINISTRATOR, below=True)
    review = open_review(organ=city.city, due_on=timezone.localdate(), by=above)
    assert says not in home(client, security)
    long_ago = timezone.now() - dt.timedelta(days=400)
    AccessReview.objects.filter(pk=review.pk).update(opened_at=long_ago, closed_at=long_ago)
    assert says in home(client, security)


def test_a_chain_that_was_never_verified_is_told_to_who_audits(city: City, client: Client, tmp_path: Path) -> None:
    audit = person(city.city, Role.AUDIT_ADMINISTRATOR, below=True)
    assert "日志链还没有核验" in home(client, audit)
    assert "日志链还没有核验" not in home(client, person(city.city, Role.SYSTEM_ADMINISTRATOR, below=True))
    verify_log(tmp_path / "heads", by=None)
    assert "日志链还没有核验" not in home(client, audit)


def test_a_failed_job_waits_for_who_queued_it_and_nobody_else(city: City, client: Client) -> None:
    who = person(city.county, Role.HANDLER)
    Job.objects.create(
        name="organs.import", by=who, organ=city.county.pk, state=State.FAILED, ended_at=timezone.now()
    )
    assert "一周内有 1 个任务失败" in home(client, who)
    assert "任务失败" not in home(client, person(city.county, Role.HANDLER))


def test_messages_that_were_not_taken_wait_for_who_sent_them(city: City, client: Client) -> None:
    head = person(city.county, Role.UNIT_HEAD)
    sending = Sending.objects.create(subject="催办", by=head)
    notice = Notice.objects.create(sending=sending, to=head)
    delivery = Delivery.objects.create(notice=notice, channel="email", state=DeliveryState.FAILED)
    assert "一周内有 1 条邮件或短信没有发出去" in home(client, head)
    assert "没有发出去" not in home(client, person(city.county, Role.UNIT_HEAD))
    delivery.not_before -= dt.timedelta(days=8)
    delivery.save()
    assert "没有发出去" not in home(client, head)


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
