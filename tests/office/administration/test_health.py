"""How the installation fares: for people, for probes, for a monitoring system."""

from __future__ import annotations

import datetime as dt
import ipaddress

import pytest
import time_machine
from django.db import DatabaseError, connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from gongkai_office.accounts.words import Role
from gongkai_office.administration.health import checks, measuring, migrations
from gongkai_office.administration.health.checks import all_checks
from gongkai_office.administration.health.words import State
from gongkai_office.audit.models import Head
from gongkai_office.audit.record import record
from gongkai_office.jobs.actions import switch_off, switch_on
from gongkai_office.jobs.models import Job, Worker
from gongkai_office.jobs.planning import plan
from gongkai_office.notices.models import Delivery, Notice, Sending
from tests.office.city import City, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def working(settings, tmp_path, monkeypatch) -> None:
    """An installation in which everything is as it should be."""
    settings.DATA, settings.GONGKAI_BACKUPS, settings.GONGKAI_MIN_DISK = tmp_path, tmp_path / "backups", 0
    Worker.objects.create(name="one")


def found(key: str) -> checks.Check:
    return next(check for check in all_checks() if check.key == key)


def tell(verb: str, at: dt.datetime | None = None, **after: object) -> None:
    from django.db import transaction

    with time_machine.travel(at or timezone.now(), tick=False), transaction.atomic():
        record(verb, Head.objects.get(), by=None, after=after)


def test_the_process_lives_whatever_else_is_wrong(client: Client) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


def test_a_working_installation_is_ready(client: Client, working) -> None:
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["reasons"]) == (200, [])


def test_without_a_worker_it_is_not_ready_and_says_so(client: Client, working) -> None:
    Worker.objects.update(seen_at=timezone.now() - dt.timedelta(hours=1))
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["reasons"] == ["后台任务进程：没有在运行的"]


def test_its_readiness_is_worked_out_again_after_some_seconds(
    client: Client, working, settings, tmp_path, django_assert_num_queries
) -> None:
    memory = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": str(tmp_path)}
    settings.CACHES = {"default": memory}
    asked = timezone.now()
    with time_machine.travel(asked, tick=False):
        assert client.get("/readyz").status_code == 200
    settings.GONGKAI_MIN_DISK = 10**9
    with time_machine.travel(asked + dt.timedelta(seconds=4), tick=False), django_assert_num_queries(0):
        assert client.get("/readyz").status_code == 200
    with time_machine.travel(asked + dt.timedelta(seconds=6), tick=False):
        assert client.get("/readyz").status_code == 503


def test_a_queue_that_waits_too_long_is_a_reason(working, settings) -> None:
    Job.objects.create(name="audit.export_head", run_after=timezone.now() - dt.timedelta(minutes=14, seconds=30))
    assert found("queue").state == State.GOOD
    Job.objects.create(name="audit.export_head", run_after=timezone.now() - dt.timedelta(minutes=16))
    assert found("queue").state == State.BAD
    assert "最早的已等 16 分钟" in found("queue").says


def test_a_full_disk_and_a_folder_that_cannot_be_written_are_reasons(working, settings, tmp_path) -> None:
    assert found("disk").state == State.GOOD
    settings.GONGKAI_MIN_DISK = 10**9
    assert found("disk").state == State.BAD
    settings.DATA = tmp_path / "none"
    assert found("disk").says == "数据文件夹不可写"


def test_a_database_that_does_not_answer_is_a_reason_and_ends_the_checks(working, monkeypatch, client) -> None:
    def fails() -> None:
        raise DatabaseError("password=secret")

    monkeypatch.setattr(checks, "migrations_apart", fails)
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert "secret" not in answer.content.decode()
    assert answer.json()["reasons"] == ["数据库：连不上"]


def test_an_older_and_a_newer_database_are_told_apart(working, monkeypatch) -> None:
    needed, known, squashed = migrations._on_disk()
    monkeypatch.setattr(migrations, "_on_disk", lambda: (needed | {("organs", "9999_new")}, known, squashed))
    assert found("migrated").says == "比程序旧，缺 1 步"
    gone = max(key for key in known if key[0] == "audit")  # which has another before it
    monkeypatch.setattr(migrations, "_on_disk", lambda: (needed - {gone}, known - {gone}, squashed))
    assert found("migrated").says == "比程序新"


def test_a_squashed_migration_counts_as_applied_where_all_it_replaces_are() -> None:
    old = [("audit", "0001_initial"), ("audit", "0002_guard")]
    assert migrations_of({("audit", "0001_squashed"): old}) == ([], [])
    assert migrations_of({("audit", "0001_squashed"): [*old, ("audit", "0003_other")]})[0] == [
        "audit.0001_squashed"
    ]


def migrations_of(squashed: dict) -> tuple[list[str], list[str]]:
    with pytest.MonkeyPatch.context() as patched:
        replaced = {key for old in squashed.values() for key in old}
        patched.setattr(migrations, "_on_disk", lambda: (set(squashed), set(squashed) | replaced, squashed))
        missing, unknown = migrations.migrations_apart()
    return missing, [name for name in unknown if name in {".".join(key) for key in replaced}]


def test_a_log_that_the_database_no_longer_guards_is_a_reason(working) -> None:
    assert found("guards").state == State.GOOD
    with connection.cursor() as cursor:
        on = " ON audit_event" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER audit_event_refuses_delete{on}")
    assert found("guards").state == State.BAD


def test_a_head_that_is_no_longer_exported_is_a_reason(working) -> None:
    now = timezone.now()
    assert found("head").says == "新装不到两天，尚未导出"
    tell("organs.add", at=now - dt.timedelta(days=3))
    assert found("head").state == State.BAD
    tell("audit.export_head", at=now - dt.timedelta(hours=50))
    assert (found("head").state, found("head").says) == (State.BAD, "最近一次：2 天前")
    tell("audit.export_head")
    assert found("head").state == State.GOOD


def test_heads_that_lie_among_the_data_are_warned_of_but_in_a_demonstration(working, settings, client) -> None:
    settings.GONGKAI_HEADS = settings.DATA / "heads.jsonl"
    assert (found("head").state, found("head").stops) == (State.WARNING, False)
    assert found("head").says.startswith("新装不到两天，尚未导出；文件与数据在同一个文件夹")
    assert "GONGKAI_HEADS" in found("head").advice
    settings.DEMO = True
    assert found("head").state == State.GOOD
    tell("organs.add", at=timezone.now() - dt.timedelta(days=3))
    assert found("head").state == State.BAD


def test_an_old_backup_and_a_failed_drill_are_shown_but_stop_nothing(working, settings, client) -> None:
    import os

    assert found("backup").state == State.WARNING
    tell("organs.add", at=timezone.now() - dt.timedelta(days=3))
    assert found("backup").state == State.BAD
    settings.GONGKAI_BACKUPS.mkdir()
    backup = settings.GONGKAI_BACKUPS / "gongkai-20260101T000000-0.1.0.tar.gz"
    backup.write_bytes(b"x")
    assert found("backup").state == State.GOOD
    assert found("drill").says == "没有做过"
    three_days = timezone.now().timestamp() - 3 * 86400
    os.utime(backup, (three_days, three_days))
    assert found("backup").state == State.BAD
    tell("data.drill", passed=False)
    assert found("drill").state == State.BAD
    tell("data.drill", passed=True)
    assert found("drill").state == State.GOOD
    tell("audit.export_head")
    assert client.get("/readyz").status_code == 200


@pytest.fixture
def delivery(city: City) -> Delivery:
    """A message outside the page, sent an hour ago, that is just due."""
    sending = Sending.objects.create(subject="催办", created_at=timezone.now() - dt.timedelta(hours=1, minutes=1))
    notice = Notice.objects.create(sending=sending, to=person(city.county))
    return Delivery.objects.create(notice=notice, channel="email")


def test_what_guards_the_installation_is_warned_of_as_long_as_it_is_off(working, settings) -> None:
    plan(timezone.now())
    switch_off("files.prune", because="硬盘更换期间", by=None)
    assert found("schedules").state == State.GOOD
    switch_off("data.back_up", because="硬盘更换期间", by=None)
    off = found("schedules")
    assert (off.state, off.says) == (State.WARNING, "每日备份已停用")
    assert off.link == reverse("administration:schedules")
    switch_on("data.back_up", by=None)
    assert found("schedules").state == State.GOOD


def test_messages_that_do_not_go_out_are_told_with_their_number_since_when_and_why(
    working, delivery: Delivery, client: Client, city: City
) -> None:
    def now(**fields: object) -> checks.Check:
        Delivery.objects.update(**fields)
        return found("deliveries")

    assert (found("deliveries").state, found("deliveries").says) == (State.GOOD, "没有发不出去的")
    soon, long_ago = timezone.now() + dt.timedelta(minutes=5), timezone.now() - dt.timedelta(minutes=16)
    tried = now(attempts=2, not_before=soon, error="邮件服务器连接不上或暂时不能受理：超过时限没有回答")
    assert tried.state == State.WARNING
    assert tried.says == (
        "1 条暂时没有发出，正在重试；最早的一条：61 分钟前；"
        "最近的原因：邮件服务器连接不上或暂时不能受理：超过时限没有回答"
    )
    assert tried.link == "/notices/?state=waiting"
    failed = now(state="failed", not_before=timezone.now(), error="不收 13900000000 和 a.b@example.cn（550）")
    assert failed.says.startswith("一周内 1 条没有发出；")
    assert failed.says.endswith("最近的原因：不收 … 和 …（550）")
    client.force_login(person(city.city, Role.SYSTEM_ADMINISTRATOR, below=True))
    page = client.get(reverse("administration:health")).content.decode()
    assert failed.says in page
    assert f'href="{failed.link}"' in page
    assert "催办" in client.get(failed.link).content.decode()
    assert now(not_before=timezone.now() - dt.timedelta(days=8)).state == State.GOOD
    late = now(state="waiting", attempts=0, not_before=long_ago, error="")
    assert late.says == "1 条到时没有发送；最早的一条：61 分钟前"
    assert now(state="sending", held_until=long_ago).says == late.says
    assert now(state="sending", held_until=soon).state == State.GOOD
    assert now(state="sent", held_until=None).state == State.GOOD


def test_the_figures_count_messages_that_were_not_sent(delivery: Delivery, client: Client) -> None:
    for state in ("waiting", "failed"):
        Delivery.objects.update(state=state)
        told = figures_of(client.get("/metrics").content.decode())
        counted = {one: told[f'gongkai_deliveries{{state="{one}"}}'] for one in ("waiting", "sending", "failed")}
        assert counted == {"waiting": 0, "sending": 0, "failed": 0} | {state: 1}


def test_every_check_that_is_not_good_says_what_to_do(settings, tmp_path) -> None:
    settings.DATA, settings.DEBUG = tmp_path / "none", True
    assert [check.key for check in all_checks() if check.state != State.GOOD and not check.advice] == []
    assert [check.key for check in all_checks() if check.state == State.GOOD and check.advice] == []


def test_the_page_is_for_the_systems_administrator_of_the_whole(city: City, client: Client, working) -> None:
    page = reverse("administration:health")
    everywhere = person(city.city, Role.SYSTEM_ADMINISTRATOR, below=True)
    one_county = person(city.county, Role.SYSTEM_ADMINISTRATOR, below=True)
    auditor = person(city.city, Role.AUDIT_ADMINISTRATOR, below=True)
    for user, status in ((everywhere, 200), (one_county, 403), (auditor, 403)):
        client.force_login(user)
        assert client.get(page).status_code == status
    client.logout()
    assert client.get(page).status_code == 302


def test_the_page_tells_every_check_and_no_secret(city: City, client: Client, working, settings) -> None:
    client.force_login(person(city.city, Role.SYSTEM_ADMINISTRATOR, below=True))
    page = client.get(reverse("administration:health")).content.decode()
    assert [check.title for check in all_checks() if check.title not in page] == []
    password = connection.settings_dict.get("PASSWORD") or "no-password-at-all"
    assert settings.SECRET_KEY not in page
    assert f":{password}@" not in page


def figures_of(text: str) -> dict[str, float]:
    rows = (line.rpartition(" ") for line in text.splitlines() if not line.startswith("#"))
    return {name: float(value) for name, _, value in rows}


def test_the_figures_count_requests_by_route_and_jobs_by_state(client: Client) -> None:
    Job.objects.create(name="audit.export_head")
    name = 'gongkai_requests_total{method="GET",route="account/sign-in/",status="200"}'
    before = figures_of(client.get("/metrics").content.decode()).get(name, 0)
    client.get("/account/sign-in/?next=/secret/")
    text = client.get("/metrics").content.decode()
    after = figures_of(text)
    assert after[name] == before + 1
    assert after['gongkai_jobs{state="waiting"}'] == 1
    assert after["gongkai_log_head"] == 0
    assert "secret" not in text


def test_a_made_up_method_or_path_makes_no_new_series(client: Client) -> None:
    client.generic("BREW", "/some/path/nobody/has/")
    text = client.get("/metrics").content.decode()
    assert 'method="other",route="(none)",status="404"' in text
    assert "BREW" not in text
    assert "nobody" not in text


def test_figures_are_for_monitors_and_for_who_has_the_token(client: Client, settings) -> None:
    settings.GONGKAI_MONITORS = (ipaddress.ip_network("192.0.2.0/28"),)
    assert client.get("/metrics", REMOTE_ADDR="192.0.2.3").status_code == 200
    assert client.get("/metrics", REMOTE_ADDR="192.0.2.30").status_code == 403
    assert client.get("/metrics", REMOTE_ADDR="").status_code == 403
    headers = {"Authorization": "Bearer right"}
    assert client.get("/metrics", REMOTE_ADDR="192.0.2.30", headers=headers).status_code == 403
    settings.GONGKAI_MONITOR_TOKEN = "right"
    assert client.get("/metrics", REMOTE_ADDR="192.0.2.30", headers=headers).status_code == 200
    wrong = {"Authorization": "Bearer "}
    assert client.get("/metrics", REMOTE_ADDR="192.0.2.30", headers=wrong).status_code == 403


def test_a_sender_that_an_unknown_proxy_hides_is_no_monitor(client: Client) -> None:
    assert client.get("/metrics").status_code == 200
    assert client.get("/metrics", headers={"X-Forwarded-For": "198.51.100.1"}).status_code == 403


def test_requests_of_several_processes_are_added_up(tmp_path, monkeypatch) -> None:
    import subprocess
    import sys

    program = (
        "from prometheus_client import Counter;"
        "Counter('gongkai_requests', 'x', ('route', 'method', 'status')).labels('a', 'GET', '200').inc(2)"
    )
    for _ in range(2):
        environment = {"PROMETHEUS_MULTIPROC_DIR": str(tmp_path)}
        subprocess.run([sys.executable, "-c", program], env=environment, check=True)
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", str(tmp_path))
    figures = figures_of(measuring.figures().decode())
    assert figures['gongkai_requests_total{method="GET",route="a",status="200"}'] == 4


def test_each_request_is_told_in_a_line_without_its_query(client: Client, caplog) -> None:
    with caplog.at_level("INFO", logger="gongkai.requests"):
        client.get("/account/sign-in/?next=/secret/")
    (line,) = [one for one in caplog.records if one.name == "gongkai.requests"]
    assert line.getMessage() == "GET /account/sign-in/"
    assert (line.route, line.status, line.user) == ("account/sign-in/", 200, None)


def test_probes_answer_to_reading_alone(client: Client) -> None:
    assert {client.post(path).status_code for path in ("/healthz", "/readyz", "/metrics")} == {405}


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_probes_on_the_machine_itself_need_no_domain(client: Client, settings, path) -> None:
    from gongkai_office.config.settings import ALLOWED_HOSTS

    settings.ALLOWED_HOSTS = ["gongkai.example", *ALLOWED_HOSTS]
    assert client.get(path, headers={"Host": "127.0.0.1:8000"}).status_code in (200, 503)


def test_a_probe_from_elsewhere_learns_whether_and_not_why(client: Client, working, settings) -> None:
    settings.GONGKAI_MIN_DISK = 10**9
    settings.GONGKAI_MONITOR_TOKEN = "a-token"
    answer = client.get("/readyz", REMOTE_ADDR="192.0.2.30")
    assert (answer.status_code, answer.json()) == (503, {"status": "unready"})
    told = client.get("/readyz", REMOTE_ADDR="192.0.2.30", headers={"Authorization": "Bearer a-token"})
    assert told.json()["reasons"]
