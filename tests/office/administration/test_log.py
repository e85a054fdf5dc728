"""Pages of the log: who sees what, the search, one event, the export, the chain."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import time_machine
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from gongkai_office.accounts.models import AccessReview, Appointment, User
from gongkai_office.accounts.words import Role
from gongkai_office.administration.log import exports, queries
from gongkai_office.audit.chain import personal
from gongkai_office.audit.exported import verify_file
from gongkai_office.audit.models import HEAD, Event, Head
from gongkai_office.audit.record import record
from gongkai_office.jobs.actions import enqueue, run_schedule
from gongkai_office.jobs.inline import run_waiting
from gongkai_office.jobs.models import Job
from gongkai_office.jobs.planning import plan
from gongkai_office.jobs.registry import PLANS
from gongkai_office.notices.models import Notice
from gongkai_office.organs.actions import add_organ, change_organ
from gongkai_office.organs.models import Organ
from tests.office.audit.forging import forged
from tests.office.city import City, person


@pytest.fixture(autouse=True)
def heads(settings: Any, tmp_path: Path) -> Path:
    settings.GONGKAI_HEADS = tmp_path / "heads.jsonl"
    return settings.GONGKAI_HEADS  # type: ignore[no-any-return]  # set above


def auditor(*organs: Organ, below: bool = True) -> User:
    """Make a person who audits organs and all below them."""
    made = person(organs[0], Role.AUDIT_ADMINISTRATOR, below=below)
    for organ in organs[1:]:
        made.appointments.create(role=Role.AUDIT_ADMINISTRATOR, organ=organ, below=below)
    return made


def act(organ: Organ, hours: str = "第1号", by: User | None = None) -> Event:
    change_organ(organ, by=by, office_hours=hours)
    return Event.objects.filter(verb="organs.change").order_by("-number")[0]


def everywhere() -> Event:
    """Record something that concerns the whole installation."""
    with transaction.atomic():
        return record("audit.verify", Head(pk=HEAD), by=None)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def numbers(client: Client, **asked: object) -> list[int]:
    page = client.get(reverse("administration:log"), asked)
    assert page.status_code == 200
    return [int(number) for number in re.findall(r'aria-label="第 (\d+) 号记录"', page.content.decode())]


def test_an_auditor_sees_the_events_of_the_organs_in_reach_and_no_others(city: City) -> None:
    own, below, sibling, foreign = (
        act(organ).number for organ in (city.county, city.county_bureau, city.other_county, city.foreign)
    )
    whole = everywhere().number
    assert numbers(signed_in(auditor(city.county))) == [below, own]
    assert numbers(signed_in(auditor(city.county, below=False))) == [own]
    assert numbers(signed_in(auditor(city.city, below=False))) == []
    assert numbers(signed_in(auditor(city.city))) == [whole, foreign, sibling, below, own]
    assert numbers(signed_in(auditor(city.foreign))) == [foreign]
    county = signed_in(auditor(city.county))
    for number, status in ((own, 200), (below, 200), (sibling, 404), (foreign, 404), (whole, 404), (999, 404)):
        assert county.get(reverse("administration:log_event", args=[number])).status_code == status


@pytest.mark.parametrize("role", [role for role in Role if role != Role.AUDIT_ADMINISTRATOR])
def test_nobody_else_reads_the_log(city: City, role: Role) -> None:
    client = signed_in(person(city.city, role, below=True))
    number = act(city.city).number
    for name, arguments in (("log", []), ("log_event", [number]), ("export_log", []), ("log_chain", [])):
        assert client.get(reverse(f"administration:{name}", args=arguments)).status_code == 403
    for name in ("export_log", "verify_log", "export_log_head"):
        assert client.post(reverse(f"administration:{name}")).status_code == 403


def test_the_chain_is_for_who_audits_the_whole_installation(city: City) -> None:
    county, whole = signed_in(auditor(city.county)), signed_in(auditor(city.city))
    assert county.get(reverse("administration:log_chain")).status_code == 403
    assert county.post(reverse("administration:verify_log")).status_code == 403
    assert "日志链</a>" not in county.get(reverse("administration:log")).content.decode()
    assert whole.get(reverse("administration:log_chain")).status_code == 200


def test_every_condition_of_the_search_leaves_what_answers_it(city: City) -> None:
    actor = person(city.city, Role.SYSTEM_ADMINISTRATOR, below=True)
    with time_machine.travel(dt.datetime(2026, 3, 5, 1, tzinfo=dt.UTC), tick=False):
        first = act(city.county, by=actor).number
    with time_machine.travel(dt.datetime(2026, 3, 6, 1, tzinfo=dt.UTC), tick=False):
        second = act(city.county_bureau).number
    third = everywhere().number
    client = signed_in(auditor(city.city))
    assert numbers(client) == [third, second, first]
    assert numbers(client, since="2026-03-05T10:00", until="2026-03-07T00:00") == [second]
    assert numbers(client, until="2026-03-05T09:00") == []
    assert numbers(client, until="2026-03-05T09:01") == [first]
    assert numbers(client, person=actor.username) == [first]
    assert numbers(client, person=actor.name[1:]) == [first]
    assert numbers(client, person="系统") == [third, second]
    assert numbers(client, organ=city.county.pk) == [first]
    assert numbers(client, organ=city.county.pk, below="on") == [second, first]
    assert numbers(client, verb="audit.verify") == [third]
    assert numbers(client, verb="organs.none") == []
    assert numbers(client, subject="organs.organ", subject_id=city.county.pk) == [first]
    assert numbers(client, number=second) == [second]
    assert "“止”不能早于“起”" in page_of(client, since="2026-03-05T10:00", until="2026-03-04T10:00")


def page_of(client: Client, **asked: object) -> str:
    return client.get(reverse("administration:log"), asked).content.decode()


def test_a_county_cannot_ask_for_an_organ_outside_its_reach(city: City) -> None:
    act(city.other_county)
    client = signed_in(auditor(city.county))
    assert "机关不在可选的范围内" in page_of(client, organ=city.other_county.pk)
    assert numbers(client, organ=city.other_county.pk) == []


def test_long_lists_are_turned_without_loss_in_both_directions(city: City) -> None:
    made = [act(city.county, f"第{number}号").number for number in range(120)][::-1]
    client = signed_in(auditor(city.county))
    assert numbers(client) == made[:50]
    assert numbers(client, before=made[49]) == made[50:100]
    assert numbers(client, before=made[99]) == made[100:]
    assert numbers(client, after=made[100]) == made[50:100]
    assert f"before={made[49]}" in page_of(client)
    assert "更新的" not in page_of(client)
    assert "更早的" not in page_of(client, before=made[99])
    assert "共 120 条" in page_of(client)


def test_one_event_shows_both_sides_by_name_and_never_a_persons_data(city: City) -> None:
    was = {"name": personal("甲某某"), "kind": "department", "organ": city.county.pk, "below": True, "on": ""}
    became = {
        "name": personal("乙某某"),
        "kind": "zone",
        "organ": city.county_bureau.pk,
        "below": False,
        "on": None,
    }
    with transaction.atomic():
        event = record("people.change", city.county, by=None, organ=city.county.pk, before=was, after=became)
    page = signed_in(auditor(city.county)).get(reverse("administration:log_event", args=[event.number]))
    said = page.content.decode()
    for text in ("政府工作部门", "开发区管理机构", "萤台县民政局", "个人信息，只存摘要", "（空）", ">是<", ">否<"):
        assert text in said
    assert "甲某某" not in said
    assert "内容与摘要相符" in said
    assert "与上一条记录相接" in said
    assert event.digest in said


def test_what_an_event_tells_of_is_called_as_today_without_a_question_for_each_row(city: City) -> None:
    client, people = signed_in(auditor(city.city)), [person(city.county) for _ in range(12)]
    role = Appointment.objects.create(user=people[0], role=Role.HANDLER, organ=city.county)
    day = timezone.localdate()
    review = AccessReview.objects.create(organ=city.county, due_on=day, unused_days=90, opened_by=people[0])
    things = [people[0], role, review, city.county, Job.objects.create(name="jobs.prune")]
    client.get(reverse("administration:log"))  # the first page of a session writes down when it began
    asked = []
    for more in (things, people[1:]):
        with transaction.atomic():
            events = [record("people.change", one, by=None, organ=city.county.pk) for one in more]
        with CaptureQueriesContext(connection) as queries:
            said = client.get(reverse("administration:log")).content.decode()
        asked.append(len(queries))
    assert asked[1] == asked[0]
    for name in (people[0].name, f"{people[0].name} 承办人 {city.county}", people[11].name, "清理过期的任务记录"):
        assert name in said
    people[11].name = "改过的姓名"
    people[11].save()
    url = reverse("administration:log_event", args=[events[-1].number])
    page = client.get(url).content.decode()
    assert f"账号 改过的姓名 {people[11].pk}" in page
    assert "people.change" not in page.partition("摘要所依据的内容")[0]


def test_an_event_that_was_altered_says_so(city: City) -> None:
    number, last = act(city.county).number, act(city.county, "第2号").number
    client = signed_in(auditor(city.county))
    with forged():
        Event.objects.filter(number=number).update(actor=77, digest="0" * 64)
        said = client.get(reverse("administration:log_event", args=[number])).content.decode()
        assert "内容与摘要不符" in said
        said = client.get(reverse("administration:log_event", args=[last])).content.decode()
        assert "与上一条记录不相接" in said


def export(client: Client, form: str, **asked: object) -> Any:
    today = timezone.localdate()
    said = {"since": today.isoformat(), "until": today.isoformat(), "form": form, "below": "on", **asked}
    return client.post(reverse("administration:export_log"), said)


def test_whoever_gets_an_export_of_everything_can_verify_it_alone(city: City, tmp_path: Path) -> None:
    for number in range(5):
        act((city.county, city.foreign)[number % 2], f"第{number}号")
    answer = export(signed_in(auditor(city.city, city.foreign)), "jsonl")
    path = tmp_path / "log.jsonl"
    path.write_bytes(answer.getvalue())
    verdict = verify_file(path)
    assert verdict.holds
    assert (verdict.header.complete, verdict.events) == (True, 5)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:3] + lines[4:]))
    assert [one.flaw.value for one in verify_file(path).breaks] == ["missing"]


def test_a_county_exports_its_own_part_and_the_export_is_recorded_under_it(city: City, tmp_path: Path) -> None:
    for organ in (city.county, city.other_county, city.county_bureau):
        act(organ)
    user = auditor(city.county)
    answer = export(signed_in(user), "jsonl")
    path = tmp_path / "log.jsonl"
    path.write_bytes(answer.getvalue())
    verdict = verify_file(path)
    assert (verdict.holds, verdict.header.complete, verdict.events) == (True, False, 2)
    told = Event.objects.get(verb="audit.export")
    assert (told.actor, told.organ) == (user.pk, city.county.pk)
    assert (told.after["events"], told.after["form"], told.after["complete"]) == (2, "jsonl", False)
    one = export(signed_in(user), "jsonl", organ=city.county_bureau.pk)
    path.write_bytes(one.getvalue())
    assert verify_file(path).events == 1


def test_tables_have_the_names_and_no_formula(city: City) -> None:
    organ = add_organ(under=city.county, by=None, name="=1+1", kind="department", level="county")
    client = signed_in(auditor(city.county))
    answer = export(client, "csv")
    whole = answer.getvalue()
    assert whole.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(whole.decode("utf-8-sig"))))
    assert rows[0][:3] == ["序号", "记录时间", "发生时间"]
    assert rows[1][3:6] == ["系统", "'=1+1", "新增机关"]
    book = openpyxl.load_workbook(io.BytesIO(export(client, "xlsx").content))
    cell = book.active["E2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")
    assert str(organ.pk) in {str(row[8].value) for row in book.active.iter_rows(min_row=2)}


def test_a_period_without_events_and_one_too_long_for_a_workbook_are_said(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    act(city.county)
    act(city.county, "第2号")
    client = signed_in(auditor(city.county))
    page = export(client, "csv", since="2020-01-01", until="2020-01-31").content.decode()
    assert "这一时期没有您可以查看的日志。" in page
    monkeypatch.setattr(exports, "MOST_ROWS", 1)
    assert "超过一个工作簿的上限 1 条" in export(client, "xlsx").content.decode()
    assert "“止”不能早于“起”" in export(client, "csv", since="2020-02-01", until="2020-01-31").content.decode()
    assert not Event.objects.filter(verb="audit.export").exists()


def test_a_verification_is_queued_shows_how_far_it_is_and_what_it_found(city: City) -> None:
    act(city.county)
    user = auditor(city.city)
    client = signed_in(user)
    place = reverse("administration:log_chain")
    assert "还没有核验过" in client.get(place).content.decode()
    assert client.post(reverse("administration:verify_log")).status_code == 302
    client.post(reverse("administration:verify_log"))
    assert Job.objects.filter(name="audit.verify").count() == 1
    part = client.get(place, headers={"HX-Request": "true"}).content.decode()
    assert 'hx-trigger="every 1s"' in part
    assert "<html" not in part
    run_waiting()
    assert "日志链完好" in client.get(place).content.decode()
    assert 'hx-trigger="every 1s"' not in client.get(place).content.decode()
    assert Event.objects.get(verb="audit.verify").actor == user.pk


def test_a_verification_is_not_queued_beside_the_scheduled_one(city: City) -> None:
    plan(timezone.now())
    scheduled = run_schedule("audit.verify", by=None)
    signed_in(auditor(city.city)).post(reverse("administration:verify_log"))
    assert Job.objects.get(name="audit.verify") == scheduled


def test_breaks_are_shown_with_their_numbers_and_the_missing_guard(city: City) -> None:
    number = act(city.county).number
    client = signed_in(auditor(city.city))
    with forged():
        Event.objects.filter(number=number).update(actor=77)
        client.post(reverse("administration:verify_log"))
        run_waiting()
        page = client.get(reverse("administration:log_chain")).content.decode()
        assert f"第 {number} 号记录的内容与它的摘要不符" in page
        assert "数据库已不再拒绝改动日志" in page


def test_a_broken_chain_alarms_who_audits_the_whole_installation_and_the_servers_log(
    city: City, caplog: pytest.LogCaptureFixture
) -> None:
    number = act(city.county).number
    whole, county = auditor(city.city), auditor(city.county)
    enqueue("audit.verify", by=None)
    run_waiting()
    assert not Notice.objects.exists()
    with forged():
        Event.objects.filter(number=number).update(actor=77)
        enqueue("audit.verify", by=None)
        run_waiting()
        told = Notice.objects.filter(sending__urgent=True)
        assert [notice.to_id for notice in told] == [whole.pk]
        assert f"第 {number} 号" in told[0].sending.text
        Event.objects.filter(number=number).delete()
        Head.objects.all().delete()  # such a chain takes no event: the notice cannot be sent, the verdict stands
        enqueue("audit.verify", by=None)
        assert [job.state for job in run_waiting()] == ["done"]
        assert told.count() == 1
    assert [record.levelname for record in caplog.records if "chain" in record.message] == ["CRITICAL"] * 2
    assert county.pk


def test_jobs_verify_and_export_every_night_and_refuse_to_cover_a_chain_that_went_back(
    city: City, heads: Path
) -> None:
    assert {"audit.verify", "audit.export_head"} <= set(PLANS)
    act(city.county)
    enqueue("audit.export_head", by=None)
    assert [job.state for job in run_waiting()] == ["done"]
    heads.write_text(heads.read_text().replace(Event.objects.get(number=1).digest, "0" * 64))
    enqueue("audit.export_head", by=None)
    (job,) = run_waiting()
    assert job.state == "failed"
    assert "没有导出" in job.error


def test_the_head_goes_out_from_the_page_and_the_list_says_whether_the_chain_has_it(
    city: City, heads: Path
) -> None:
    act(city.county)
    client = signed_in(auditor(city.city))
    client.post(reverse("administration:export_log_head"))
    page = client.get(reverse("administration:log_chain")).content.decode()
    assert "已导出链头：第 1 号" in page
    assert "一致" in page
    assert Event.objects.get(verb="audit.export_head").actor is not None
    heads.write_text(heads.read_text().replace(Event.objects.get(number=1).digest, "0" * 64))
    assert "不一致" in client.get(reverse("administration:log_chain")).content.decode()
    client.post(reverse("administration:export_log_head"))
    assert "没有导出" in client.get(reverse("administration:log_chain")).content.decode()
    assert len(heads.read_text().splitlines()) == 1


def test_somebody_who_reaches_all_roots_sees_everything_without_asking_for_each_organ(city: City) -> None:
    assert queries.sees_everything(auditor(city.city), queries.Action.READ_LOG)
    assert not queries.sees_everything(auditor(city.foreign), queries.Action.READ_LOG)


@pytest.mark.parametrize(("since", "until"), [("0001-01-01", "2026-01-01"), ("2026-01-01", "9999-12-31")])
def test_a_year_that_cannot_be_is_told_at_its_field(city: City, since: str, until: str) -> None:
    client = signed_in(auditor(city.city))
    said = {"since": since, "until": until, "form": "csv"}
    assert "年份不对" in client.post(reverse("administration:export_log"), said).content.decode()
    moments = {"since": f"{since}T00:00", "until": f"{until}T00:00"}
    assert "年份不对" in client.get(reverse("administration:log"), moments).content.decode()
    assert not Event.objects.filter(verb="audit.export").exists()


@pytest.mark.parametrize("name", ["verb", "subject", "subject_id", "person", "organ_search"])
def test_a_sign_that_no_database_holds_finds_nothing_and_breaks_nothing(city: City, name: str) -> None:
    client = signed_in(auditor(city.city))
    assert client.get(reverse("administration:log"), {name: "\0"}).status_code == 200
