"""Pages of background work."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from gongkai_office.accounts.models import User
from gongkai_office.accounts.words import Role
from gongkai_office.audit.models import Event
from gongkai_office.config import background as nightly
from gongkai_office.jobs import holding
from gongkai_office.jobs.actions import enqueue, run_schedule
from gongkai_office.jobs.inline import run_waiting
from gongkai_office.jobs.models import Job, Schedule, Worker
from gongkai_office.jobs.planning import plan
from gongkai_office.jobs.registry import PLANS
from gongkai_office.jobs.words import Fault, State
from tests.office.city import City, person


def page(client: Client, route: str, *args: object) -> str:
    """Return what a page says."""
    answer = client.get(reverse(f"administration:{route}", args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def a_job(user: User | None = None, **fields: object) -> Job:
    """Queue the one kind of job that is always there."""
    one = enqueue("jobs.prune", by=user)
    Job.objects.filter(pk=one.pk).update(**fields)
    return Job.objects.get(pk=one.pk)


@pytest.fixture
def keeper(city: City, client: Client) -> User:
    """Who looks after the whole installation, signed in."""
    user = person(city.city, Role.SYSTEM_ADMINISTRATOR, below=True)
    client.force_login(user)
    return user


def test_the_list_shows_the_queue_and_says_when_nobody_works(keeper: User, client: Client) -> None:
    assert "还没有后台任务" in page(client, "jobs")
    a_job(keeper)
    shown = page(client, "jobs")
    assert "没有任务进程在运行" in shown
    assert "清理过期的任务记录" in shown
    assert keeper.name in shown
    Worker.objects.create(name="here")
    assert "没有任务进程在运行" not in page(client, "jobs")


def test_the_list_is_filtered_by_state_and_day(keeper: User, client: Client) -> None:
    failed = a_job(keeper, state=State.FAILED, error="第3行没有机关名称。")
    shown = client.get(reverse("administration:jobs"), {"state": "failed", "since": timezone.localdate()})
    assert "第3行没有机关名称。" in shown.content.decode()
    assert reverse("administration:job", args=[failed.pk]) in shown.content.decode()
    none = client.get(reverse("administration:jobs"), {"state": "done"}).content.decode()
    assert "没有符合条件的任务" in none


def test_progress_asks_again_until_the_job_has_ended(keeper: User, client: Client) -> None:
    one = a_job(keeper)
    held = holding.take_up("here")
    assert held is not None
    holding.told(held, 3, 10, "正在读第3行")
    url = reverse("administration:job_progress", args=[one.pk])
    running = client.get(url, {"whole": "1"})
    assert 'value="3" max="10"' in running.content.decode()
    assert 'hx-trigger="every 1s"' in running.content.decode()
    assert "HX-Refresh" not in running
    holding.finish(held, None)
    done = client.get(url, {"whole": "1"})
    assert "hx-get" not in done.content.decode()
    assert done["HX-Refresh"] == "true"
    assert "HX-Refresh" not in client.get(url)


def test_a_failure_shows_its_sentence_to_all_and_its_details_to_the_administrator(
    keeper: User, city: City, client: Client
) -> None:
    clerk = person(city.county, Role.HANDLER)
    one = a_job(clerk, state=State.FAILED, fault=Fault.ERROR, error="运行时程序出错", details="Traceback <x>")
    shown = page(client, "job", one.pk)
    assert "运行时程序出错" in shown
    assert "Traceback &lt;x&gt;" in shown
    client.force_login(clerk)
    own = page(client, "job", one.pk)
    assert "运行时程序出错" in own
    assert "Traceback" not in own


def test_who_queued_a_job_sees_cancels_and_repeats_it_and_nobody_else_below(city: City, client: Client) -> None:
    clerk = person(city.county, Role.HANDLER)
    one = a_job(clerk, organ=city.county.pk)
    stranger = person(city.other_county, Role.SYSTEM_ADMINISTRATOR, below=True)
    seeing = ("job", "job_progress")
    doing = ("cancel_job", "retry_job")
    client.force_login(stranger)
    for route in seeing:
        assert client.get(reverse(f"administration:{route}", args=[one.pk])).status_code == 404
    for route in doing:
        assert client.post(reverse(f"administration:{route}", args=[one.pk])).status_code == 404
    client.force_login(clerk)
    assert reverse("administration:job", args=[one.pk]) in page(client, "my_jobs")
    assert client.get(reverse("administration:jobs")).status_code == 403
    for route, state in (("cancel_job", State.CANCELLED), ("retry_job", State.WAITING)):
        assert client.post(reverse(f"administration:{route}", args=[one.pk])).status_code == 302
        one.refresh_from_db()
        assert one.state == state
    assert set(Event.objects.values_list("verb", "actor")) == {("jobs.cancel", clerk.pk), ("jobs.retry", clerk.pk)}


def test_an_administrator_of_a_county_sees_its_jobs_and_not_those_of_the_installation(
    city: City, client: Client
) -> None:
    client.force_login(person(city.county, Role.SYSTEM_ADMINISTRATOR, below=True))
    below = Job.objects.create(name="jobs.prune", organ=city.county_bureau.pk)
    beside = Job.objects.create(name="jobs.prune", organ=city.other_county.pk)
    whole = Job.objects.create(name="jobs.prune")
    shown = page(client, "jobs")
    urls = [reverse("administration:job", args=[one.pk]) in shown for one in (below, beside, whole)]
    assert urls == [True, False, False]
    assert client.get(reverse("administration:job", args=[whole.pk])).status_code == 404
    assert client.get(reverse("administration:schedules")).status_code == 403


def test_a_job_that_ended_cannot_be_cancelled_and_a_running_one_not_repeated(keeper: User, client: Client) -> None:
    one = a_job(keeper, state=State.DONE)
    answer = client.post(reverse("administration:cancel_job", args=[one.pk]), follow=True)
    assert "任务已经结束，不能取消。" in answer.content.decode()
    Job.objects.filter(pk=one.pk).update(state=State.RUNNING)
    answer = client.post(reverse("administration:retry_job", args=[one.pk]), follow=True)
    assert "任务正在运行中，不能重试。" in answer.content.decode()


def test_after_an_act_one_is_back_on_the_page_one_came_from_if_it_is_ours(keeper: User, client: Client) -> None:
    one = a_job(keeper, state=State.FAILED)
    back = reverse("administration:jobs")
    retry = reverse("administration:retry_job", args=[one.pk])
    assert client.post(retry, {"next": back})["Location"] == back
    elsewhere = client.post(retry, {"next": "https://example.org/"})["Location"]
    assert elsewhere == reverse("administration:job", args=[one.pk])


def test_schedules_are_shown_switched_and_run_by_hand(keeper: User, client: Client) -> None:
    assert "任务进程启动后生效" in page(client, "schedules")
    plan(timezone.now())
    shown = page(client, "schedules")
    assert "每天 03:10" in shown
    assert "还没有运行过" in shown
    switch = reverse("administration:switch_schedule", args=["jobs.prune"])
    asked = client.post(switch, {"on": "0"}).content.decode()
    assert "停用定时任务：清理过期的任务记录" in asked
    assert "这个字段是必填项" not in asked
    for reason in ("", "因" * 201):
        assert "停用定时任务" in client.post(switch, {"on": "0", "because": reason}).content.decode()
    assert Schedule.objects.get(name="jobs.prune").enabled
    off = client.post(switch, {"on": "0", "because": "硬盘更换期间"}, follow=True).content.decode()
    assert "已停用" in off
    assert "硬盘更换期间" in off
    assert "已启用" in client.post(switch, {"on": "1"}, follow=True).content.decode()
    run = reverse("administration:run_schedule", args=["jobs.prune"])
    assert "已排队" in client.post(run, follow=True).content.decode()
    assert Job.objects.filter(name="jobs.prune").count() == 1
    for route in ("switch_schedule", "run_schedule"):
        assert client.post(reverse(f"administration:{route}", args=["nothing"])).status_code == 404


def test_what_runs_by_itself_says_what_it_did(
    keeper: User, client: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings: Any
) -> None:
    settings.GONGKAI_HEADS = tmp_path / "heads.jsonl"
    made = SimpleNamespace(place=Path("gongkai-1.tar.gz"), manifest=SimpleNamespace(number=7), removed=[1, 2])
    tried = SimpleNamespace(place=Path("gongkai-1.tar.gz"), seconds=3, reasons=[])
    monkeypatch.setattr(nightly, "back_up", lambda: made)
    monkeypatch.setattr(nightly, "drill", lambda: tried)
    plan(timezone.now())
    jobs = {name: run_schedule(name, by=keeper) for name in sorted(PLANS)}
    run_waiting()
    ends = {name: page(client, "job", one.pk).partition('class="says">')[2][:200] for name, one in jobs.items()}
    assert [name for name, said in ends.items() if not re.match(r"已完成(，共 \d+ 项)?。\S", said)] == []
    for name, said in (
        ("data.back_up", "备份文件 gongkai-1.tar.gz，日志第 7 号，清理旧备份 2 份。"),
        ("data.drill", "备份文件 gongkai-1.tar.gz 恢复演练通过，用时 3 秒。"),
        ("audit.verify", "日志链完好"),
    ):
        assert said in ends[name]
        assert said in page(client, "schedules")


def test_an_import_of_organs_leads_to_them(keeper: User, client: Client) -> None:
    one = Job.objects.create(name="organs.import", by=keeper, state=State.DONE)
    assert f'href="{reverse("administration:organs")}">查看机关' in page(client, "job", one.pk)
    Job.objects.filter(pk=one.pk).update(state=State.FAILED)
    assert "查看机关" not in page(client, "job", one.pk)


def test_a_page_of_fifty_jobs_asks_the_database_as_often_as_one_of_two(
    keeper: User, city: City, client: Client
) -> None:
    page(client, "jobs")  # the first page of a session writes down when it began
    asked = []
    for more in (2, 48):
        for _ in range(more):
            Job.objects.create(name="jobs.prune", organ=city.county.pk, by=keeper)
        with CaptureQueriesContext(connection) as queries:
            page(client, "jobs")
        asked.append(len(queries))
    assert asked[0] == asked[1]


@pytest.mark.parametrize("name", ["audit.verify", "audit.export_head"])
def test_what_watches_over_administrators_cannot_be_switched_off(keeper: User, client: Client, name: str) -> None:
    plan(timezone.now())
    switch = reverse("administration:switch_schedule", args=[name])
    assert page(client, "schedules").count(switch) == 0
    assert "不能停用" in client.post(switch, {"on": "0"}, follow=True).content.decode()
    assert Schedule.objects.get(name=name).enabled
    assert not Event.objects.filter(verb="jobs.switch_schedule").exists()
    assert "已启用" in client.post(switch, {"on": "1"}, follow=True).content.decode()
