"""Workers as processes: killed, crashed, stopped, several at once; on SQLite in a file, or on PostgreSQL."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.office.jobs.workshop import Workshop, is_alive, stop, until
from tests.office.site import database

PEOPLE = 2000
LIST_OF_PEOPLE = f"""
from django.core.files.uploadedfile import SimpleUploadedFile
from gongkai_office.accounts.words import Role
from gongkai_office.files.actions import accept
from gongkai_office.jobs.actions import enqueue
from tests.office.city import make_city, person
city = make_city()
by = person(city.city, Role.SYSTEM_ADMINISTRATOR, below=True)
lines = ["账号,姓名,所在机关", *(f"new-{{one}},测试人员,{{city.county.name}}" for one in range({PEOPLE}))]
file = accept(SimpleUploadedFile("人员.csv", "\\n".join(lines).encode()), by=by, organ=None, purpose="people.list")
print(enqueue("people.import", by=by, file=file.pk, lines=list(range(2, {PEOPLE} + 2))).pk)
"""
ADDED = """
import json
from gongkai_office.accounts.models import User
from gongkai_office.audit.models import Event
added = Event.objects.filter(verb="people.add").values_list("subject_id", flat=True)
people = User.objects.filter(username__startswith="new-").values_list("pk", flat=True)
print(json.dumps([sorted(map(int, added)), sorted(people)]))
"""


@pytest.fixture(scope="module")
def shop() -> Iterator[Workshop]:
    """A workshop for all tests here: each uses names of its own."""
    with (
        tempfile.TemporaryDirectory(prefix="gongkai-workshop-") as folder,
        database() as address,
        Workshop(Path(folder), address) as made,
    ):
        yield made


def test_a_job_whose_worker_is_killed_in_the_middle_is_done_exactly_once(shop: Workshop) -> None:
    job = shop.enqueue("trial.once", name="萤泽市", seconds=3)
    first = shop.work()
    until(lambda: shop.starts("萤泽市"))
    first.kill()
    first.wait()
    until(lambda: not is_alive(shop.starts("萤泽市")[0]), 5)
    second = shop.work()
    until(lambda: shop.job(job)["state"] == "done")
    stop(second)
    row = shop.job(job)
    assert (row["interruptions"], row["attempts"], row["result"]) == (1, 0, {"name": "萤泽市"})
    assert len(shop.starts("萤泽市")) == 2
    assert shop.effects("萤泽市") == 1


def test_a_job_over_which_every_worker_dies_is_given_up_with_a_reason(shop: Workshop) -> None:
    job = shop.enqueue("trial.once", name="鹭汀市", seconds=60)
    for number in range(1, 3):
        worker = shop.work()
        until(lambda number=number: len(shop.starts("鹭汀市")) == number)
        worker.kill()
        worker.wait()
    last = shop.work()
    until(lambda: shop.job(job)["state"] == "failed")
    stop(last)
    assert shop.job(job)["error"].startswith("运行期间工作进程中断2次")
    assert shop.effects("鹭汀市") == 0


def test_a_stopped_worker_gives_its_job_back_and_another_does_it(shop: Workshop) -> None:
    job = shop.enqueue("trial.once", name="砚萤县", seconds=4)
    worker = shop.work()
    until(lambda: shop.starts("砚萤县"))
    stop(worker)
    row = shop.job(job)
    assert (row["state"], row["attempts"], row["interruptions"], row["hold"]) == ("waiting", 0, 0, "")
    shop.work_off()
    assert shop.job(job)["state"] == "done"
    assert shop.effects("砚萤县") == 1


def test_a_stopped_worker_lets_a_short_job_end(shop: Workshop) -> None:
    job = shop.enqueue("trial.once", name="萤台县", seconds=0.6)
    worker = shop.work()
    until(lambda: shop.starts("萤台县"))
    stop(worker)
    assert shop.job(job)["state"] == "done"


def test_time_memory_and_crashes_end_the_job_and_not_the_worker(shop: Workshop) -> None:
    slow = shop.enqueue("trial.deaf", name="deaf")
    greedy = shop.enqueue("trial.greedy", name="greedy")
    crash = shop.enqueue("trial.crash", name="crash")
    after = shop.enqueue("trial.once", name="之后")
    worker = shop.work("--at-once", "1")
    until(lambda: shop.job(crash)["state"] == "failed")
    until(lambda: shop.job(after)["state"] == "done")
    assert worker.poll() is None
    stop(worker)
    assert shop.job(slow)["error"].startswith("运行超过2秒的时限")
    assert not is_alive(shop.starts("deaf")[0])
    assert shop.job(greedy)["error"].startswith("所需内存超过上限（1024 MB）")
    assert "MemoryError" in shop.job(greedy)["details"]
    assert shop.job(crash)["error"].startswith("运行任务的进程异常退出（信号11），已尝试2次")
    assert [len(shop.starts(name)) for name in ("deaf", "greedy", "crash")] == [1, 1, 2]


def test_what_a_killed_job_had_started_ends_with_it(shop: Workshop) -> None:
    shop.enqueue("trial.deaf", name="parent")
    shop.work_off()
    groups = [line.split() for line in _processes()]
    assert not [pid for pid, group in groups if int(group) == shop.starts("parent")[0]]


def test_a_fault_that_passes_is_tried_again_and_a_refusal_is_not(shop: Workshop) -> None:
    flaky = shop.enqueue("trial.flaky", name="flaky", failures=2)
    hopeless = shop.enqueue("trial.flaky", name="hopeless", failures=9)
    refused = shop.enqueue("trial.refuse", name="refused")
    worker = shop.work()
    until(lambda: shop.job(hopeless)["state"] == "failed" and shop.job(flaky)["state"] == "done")
    stop(worker)
    assert (shop.job(flaky)["attempts"], shop.job(flaky)["error"]) == (2, "")
    assert shop.job(hopeless)["error"].startswith("运行时程序出错，已尝试3次")
    assert "ConnectionError: hopeless" in shop.job(hopeless)["details"]
    assert shop.job(refused)["error"] == "第3行没有机关名称，请补上后重新导入。"
    assert [len(shop.starts(name)) for name in ("flaky", "hopeless", "refused")] == [3, 3, 1]


def test_a_running_job_is_cancelled_at_its_next_word(shop: Workshop) -> None:
    job = shop.enqueue("trial.once", name="听招呼", seconds=60)
    worker = shop.work()
    until(lambda: shop.starts("听招呼"))
    shop.cancel(job)
    until(lambda: shop.job(job)["state"] == "cancelled")
    stop(worker)
    assert shop.effects("听招呼") == 0


def test_progress_is_seen_while_the_job_runs(shop: Workshop) -> None:
    job = shop.enqueue("trial.once", name="进度", seconds=60)
    worker = shop.work()
    until(lambda: shop.job(job)["done"] > 2)
    row = shop.job(job)
    assert (row["total"], row["says"]) == (1200, f"第{row['done']}步")
    shop.cancel(job)
    until(lambda: shop.job(job)["state"] == "cancelled")
    stop(worker)


def test_three_workers_do_each_of_twenty_jobs_once_and_a_due_schedule_once(shop: Workshop) -> None:
    before = len(shop.starts("tick"))
    shop.python(
        "from gongkai_office.jobs.actions import enqueue; from gongkai_office.jobs.models import Schedule, Job;"
        "from gongkai_office.jobs.planning import plan;"
        "from django.utils import timezone; from datetime import timedelta; plan(timezone.now());"
        "Schedule.objects.filter(name='trial.tick').update(next_at=timezone.now() - timedelta(days=3));"
        "[enqueue('trial.once', by=None, name=f'二十之{n}') for n in range(20)]"
    )
    workers = [shop.work("--until-idle", hold=60) for _ in range(3)]
    assert [worker.wait(120) for worker in workers] == [0, 0, 0]
    assert {len(shop.starts(f"二十之{number}")) for number in range(20)} == {1}
    assert {shop.effects(f"二十之{number}") for number in range(20)} == {1}
    assert len(shop.starts("tick")) - before in (1, 2)  # two where an hour began meanwhile


def test_a_list_of_people_whose_worker_is_killed_in_the_middle_is_written_once(shop: Workshop) -> None:
    job = int(shop.python(LIST_OF_PEOPLE))
    first = shop.work()
    until(lambda: _people(shop)[1])
    first.kill()
    first.wait()
    events, people = _people(shop)
    assert events == people
    assert 0 < len(people) < PEOPLE
    second = shop.work(hold=60)
    until(lambda: shop.job(job)["state"] == "done")
    stop(second)
    events, people = _people(shop)
    assert events == people
    assert len(people) == PEOPLE
    row = shop.job(job)
    assert (row["state"], row["interruptions"], row["attempts"]) == ("done", 1, 0)
    assert row["result"].startswith(f"已新增 {PEOPLE} 人，")


def _people(shop: Workshop) -> tuple[list[int], list[int]]:
    """Return the keys of whom a list brought: by the log, and by the people."""
    events, people = json.loads(shop.python(ADDED))
    return events, people


def _processes() -> Iterator[str]:
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal() and is_alive(int(entry.name)):
            stat = (entry / "stat").read_text()
            yield f"{entry.name} {stat.rpartition(')')[2].split()[2]}"
