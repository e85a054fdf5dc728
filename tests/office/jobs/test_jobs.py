"""Jobs in one process: queued, run, tried again, given up, cancelled, planned, pruned."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone

from gongkai_office.audit.chain import personal
from gongkai_office.audit.models import Event
from gongkai_office.jobs import holding, planning, registry
from gongkai_office.jobs.actions import cancel_job, enqueue, retry_job, run_schedule, switch_off, switch_on
from gongkai_office.jobs.background import prune
from gongkai_office.jobs.errors import CannotCancel, CannotRetry, HoldLost, NoReason, NoSuchSchedule, Refused
from gongkai_office.jobs.inline import run_waiting
from gongkai_office.jobs.models import Job, Schedule, Worker
from gongkai_office.jobs.planning import plan
from gongkai_office.jobs.queries import queue_state
from gongkai_office.jobs.registry import Run, job, scheduled
from gongkai_office.jobs.words import Fault, State
from tests.office.city import City, person

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture(autouse=True)
def own_jobs() -> Iterator[None]:
    """Only the jobs that a test makes."""
    kinds, plans = dict(registry.KINDS), dict(registry.PLANS)
    registry.KINDS.clear()
    registry.PLANS.clear()
    yield
    for kept, was in ((registry.KINDS, kinds), (registry.PLANS, plans)):
        kept.clear()
        kept.update(was)  # type: ignore[arg-type]  # each gets its own back


def a_job(does: Callable[..., Any] = lambda _run: None, **how: Any) -> None:
    """Register a job named trial."""
    job("trial", "试验", **how)(does)


def test_a_job_is_run_with_its_arguments_and_its_result_is_kept() -> None:
    a_job(lambda _run, name, count: {name: count})
    one = enqueue("trial", by=None, name="萤", count=2)
    assert [ran.pk for ran in run_waiting()] == [one.pk]
    one.refresh_from_db()
    assert (one.state, one.result, one.attempts) == (State.DONE, {"萤": 2}, 0)
    assert one.ended_at is not None
    assert run_waiting() == []


def test_what_is_rolled_back_was_never_queued() -> None:
    a_job()
    with transaction.atomic():
        enqueue("trial", by=None)
        transaction.set_rollback(True)
    assert not Job.objects.exists()


def test_a_job_that_does_not_exist_cannot_be_queued() -> None:
    with pytest.raises(KeyError):
        enqueue("nothing", by=None)


def test_a_key_lets_one_unfinished_job_exist() -> None:
    a_job()
    first = enqueue("trial", by=None, key="one")
    assert enqueue("trial", by=None, key="one") == first
    assert enqueue("trial", by=None, key="two") != first
    run_waiting()
    assert enqueue("trial", by=None, key="one") != first


def test_a_job_waits_for_its_time() -> None:
    a_job()
    enqueue("trial", by=None, run_after=timezone.now() + timedelta(hours=1))
    assert run_waiting() == []
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        assert len(run_waiting()) == 1


def test_pauses_grow_until_the_job_is_given_up_and_the_log_has_only_that() -> None:
    def does(_run: Run) -> None:
        raise OSError("没有网络")

    a_job(does, tries=3)
    with time_machine.travel(NOON, tick=False) as clock:
        one = enqueue("trial", by=None)
        pauses = []
        for _ in range(2):
            run_waiting()
            one.refresh_from_db()
            assert one.state == State.WAITING
            assert not Event.objects.exists()
            pauses.append((one.run_after - timezone.now()).total_seconds())
            clock.move_to(one.run_after)
        run_waiting()
    one.refresh_from_db()
    assert pauses == [30, 120]
    assert (one.state, one.attempts, one.fault) == (State.FAILED, 3, Fault.ERROR)
    assert one.error.startswith("运行时程序出错，已尝试3次")
    assert "OSError: 没有网络" in one.details
    event = Event.objects.get()
    assert (event.verb, event.subject_id, event.after) == (
        "jobs.fail",
        str(one.pk),
        {"name": "trial", "fault": "error"},
    )


def test_a_refusal_is_said_as_it_is_and_not_tried_again() -> None:
    def does(_run: Run) -> None:
        raise Refused("第3行没有机关名称。")

    a_job(does, tries=5)
    one = enqueue("trial", by=None)
    run_waiting()
    one.refresh_from_db()
    assert (one.state, one.attempts, one.error) == (State.FAILED, 1, "第3行没有机关名称。")


def test_a_result_that_is_no_json_is_a_fault_of_the_job() -> None:
    a_job(lambda _run: object(), tries=1)
    one = enqueue("trial", by=None)
    run_waiting()
    one.refresh_from_db()
    assert one.state == State.FAILED
    assert "not JSON serializable" in one.details


def test_a_job_whose_function_is_gone_fails_visibly() -> None:
    a_job()
    one = enqueue("trial", by=None)
    registry.KINDS.clear()
    run_waiting()
    one.refresh_from_db()
    assert (one.state, one.fault) == (State.FAILED, Fault.UNKNOWN)
    assert "“trial”" in one.error


def test_the_last_effect_and_done_stand_or_fall_together(city: City) -> None:
    def does(run: Run) -> None:
        with transaction.atomic():
            city.city.phone = "1"
            city.city.save()
            run.finish("好")
            raise ConnectionError

    a_job(does, tries=2)
    one = enqueue("trial", by=None)
    run_waiting()
    one.refresh_from_db()
    city.city.refresh_from_db()
    assert (one.state, one.result, city.city.phone) == (State.WAITING, None, "")


def test_a_worker_that_lost_its_hold_can_change_nothing() -> None:
    a_job()
    enqueue("trial", by=None)
    late = holding.take_up("slow")
    assert late is not None
    with time_machine.travel(timezone.now() + timedelta(minutes=5)):
        new = holding.take_up("quick")
        assert new is not None
        assert new.pk == late.pk
        assert new.hold != late.hold
        assert holding.stay_on([late]) == (frozenset(), frozenset({late.pk}))
        with pytest.raises(HoldLost):
            holding.hold_fast(late)
        holding.hold_fast(new)
        holding.told(late, 1, 2, "迟到")
        assert Job.objects.get().says == ""
        with pytest.raises(HoldLost):
            holding.finish(late, None)
        holding.told(late, 1, 2, "晚了")
        holding.failed(late, Fault.ERROR)
        holding.cancelled(late)
        holding.give_back(late)
    now = Job.objects.get(pk=late.pk)
    assert (now.state, now.worker, now.done, now.attempts) == (State.RUNNING, "quick", 0, 0)


def test_a_renewed_hold_is_not_taken_and_a_wish_to_cancel_is_learnt() -> None:
    a_job()
    enqueue("trial", by=None)
    mine = holding.take_up("one")
    assert mine is not None
    with time_machine.travel(timezone.now() + timedelta(seconds=25)):
        assert holding.stay_on([mine]) == (frozenset(), frozenset())
    with time_machine.travel(timezone.now() + timedelta(seconds=50)):
        assert holding.take_up("two") is None
        cancel_job(mine, by=None)
        assert holding.stay_on([mine]) == (frozenset({mine.pk}), frozenset())


def test_who_keeps_a_job_fast_renews_its_hold() -> None:
    a_job()
    enqueue("trial", by=None)
    mine = holding.take_up("one")
    assert mine is not None
    with time_machine.travel(timezone.now() + timedelta(seconds=25)):
        holding.hold_fast(mine)
    with time_machine.travel(timezone.now() + timedelta(seconds=50)):
        assert holding.take_up("two") is None


def test_a_job_to_be_cancelled_is_not_tried_again_nor_taken_up(city: City) -> None:
    a_job()
    for end in (lambda one: holding.failed(one, Fault.ERROR), holding.give_back, lambda _one: None):
        one = enqueue("trial", by=None)
        held = holding.take_up("one")
        assert held is not None
        cancel_job(one, by=person(city.city))
        end(held)
        with time_machine.travel(timezone.now() + timedelta(minutes=5)):
            assert holding.take_up("two") is None
        one.refresh_from_db()
        assert one.state == State.CANCELLED


def test_waiting_jobs_are_cancelled_at_once_and_can_be_run_again(city: City) -> None:
    a_job()
    user = person(city.city)
    one = enqueue("trial", by=user, organ=city.city.pk)
    assert cancel_job(one, by=user).state == State.CANCELLED
    assert run_waiting() == []
    with pytest.raises(CannotCancel):
        cancel_job(one, by=user)
    retry_job(one, by=user)
    assert [ran.state for ran in run_waiting()] == [State.DONE]
    with pytest.raises(CannotRetry):
        retry_job(one, by=user)
    events = [(event.verb, event.actor, event.organ) for event in Event.objects.order_by("number")]
    assert events == [("jobs.cancel", user.pk, city.city.pk), ("jobs.retry", user.pk, city.city.pk)]


def test_what_is_queued_again_meanwhile_is_not_retried() -> None:
    a_job()
    one = cancel_job(enqueue("trial", by=None, key="one"), by=None)
    enqueue("trial", by=None, key="one")
    with pytest.raises(CannotRetry, match="同样的任务已经在排队"):
        retry_job(one, by=None)


def test_a_schedule_runs_once_at_its_time_and_what_was_missed_is_made_up_for_once() -> None:
    ran: list[datetime] = []
    scheduled("trial", at="02:30")(lambda _run: None)
    a_job(lambda _run: ran.append(timezone.now()))
    with time_machine.travel(NOON, tick=False) as clock:
        assert plan(timezone.now()) == []
        clock.move_to(NOON + timedelta(days=9))
        assert len(plan(timezone.now())) == 1
        assert plan(timezone.now()) == []
        run_waiting()
        schedule = Schedule.objects.get()
        assert schedule.last_job is not None
        assert timezone.localtime(schedule.next_at).strftime("%d %H:%M") == "02 02:30"
    assert len(ran) == 1


def test_of_two_workers_that_see_the_same_time_one_queues() -> None:
    scheduled("trial", at="02:30")(lambda _run: None)
    a_job()
    Schedule.objects.create(name="trial", next_at=NOON)
    seen = Schedule.objects.get()
    assert planning._queue(seen, NOON + timedelta(minutes=1)) is not None
    run_waiting()
    assert planning._queue(seen, NOON + timedelta(minutes=1)) is None
    assert Job.objects.count() == 1


def test_a_schedule_is_switched_off_and_on_and_run_by_hand(city: City) -> None:
    user = person(city.city)
    scheduled("trial", at="02:30")(lambda _run: None)
    a_job()
    with time_machine.travel(NOON, tick=False) as clock:
        plan(timezone.now())
        switch_off("trial", because="机房停电检修", by=user)
        switch_off("trial", because="再按一次", by=user)
        assert Schedule.objects.get().off_because == "机房停电检修"
        clock.move_to(NOON + timedelta(days=3))
        assert plan(timezone.now()) == []
        assert switch_on("trial", by=user).off_because == ""
        assert plan(timezone.now()) == []
        first = run_schedule("trial", by=user)
        assert run_schedule("trial", by=user) == first
    assert [event.verb for event in Event.objects.order_by("number")] == [
        "jobs.switch_schedule", "jobs.switch_schedule", "jobs.run_schedule", "jobs.run_schedule",
    ]  # fmt: skip
    off = Event.objects.order_by("number")[0]
    assert off.after == {"enabled": False, "because": personal("机房停电检修")}
    with pytest.raises(NoSuchSchedule):
        run_schedule("nothing", by=user)


@pytest.mark.parametrize("because", ["", "  "])
def test_nothing_is_switched_off_without_a_reason(because: str) -> None:
    scheduled("trial", at="02:30")(lambda _run: None)
    a_job()
    plan(NOON)
    with pytest.raises(NoReason):
        switch_off("trial", because=because, by=None)
    assert Schedule.objects.get().enabled
    assert not Event.objects.exists()


def test_what_has_nothing_to_do_is_not_queued_and_asked_again_next_time() -> None:
    work: list[str] = []
    scheduled("trial", every=1, wanted=lambda: bool(work))(lambda _run: None)
    a_job()
    minutes = [NOON + timedelta(minutes=number) for number in range(4)]
    plan(minutes[0])
    assert plan(minutes[1]) == []
    assert not Job.objects.exists()
    assert Schedule.objects.get().last_at is None
    work.append("a message")
    assert plan(minutes[1]) == []
    assert len(plan(minutes[2])) == 1
    assert Schedule.objects.get().last_at == minutes[2]


def test_old_jobs_go_and_failures_stay_longer() -> None:
    job("jobs.prune", "清理")(prune)
    now = timezone.now()
    for state, days in (
        (State.DONE, 31),
        (State.DONE, 29),
        (State.CANCELLED, 31),
        (State.FAILED, 179),
        (State.FAILED, 181),
    ):
        Job.objects.create(name="trial", state=state, ended_at=now - timedelta(days=days))
    Job.objects.create(name="trial", run_after=now + timedelta(days=1), created_at=now - timedelta(days=400))
    Worker.objects.create(name="gone", seen_at=now - timedelta(days=2))
    enqueue("jobs.prune", by=None)
    (ran,) = run_waiting()
    assert ran.result == "已清理3条任务记录。"
    left = sorted(
        (one.state, (now - one.ended_at).days if one.ended_at else 0) for one in Job.objects.exclude(pk=ran.pk)
    )
    assert left == [("done", 29), ("failed", 179), ("waiting", 0)]
    assert not Worker.objects.exists()


def test_the_queue_tells_how_it_fares() -> None:
    a_job()
    now = timezone.now()
    enqueue("trial", by=None, run_after=now - timedelta(minutes=9))
    enqueue("trial", by=None)
    enqueue("trial", by=None, run_after=now + timedelta(minutes=9))
    Job.objects.create(name="trial", state=State.FAILED, ended_at=now - timedelta(hours=1))
    Job.objects.create(name="trial", state=State.FAILED, ended_at=now - timedelta(days=2))
    queue = queue_state()
    assert (queue.waiting, queue.later, queue.running, queue.failed, queue.workers) == (2, 1, 0, 1, 0)
    assert queue.oldest == now - timedelta(minutes=9)
    assert queue.stuck
    Worker.objects.create(name="here")
    Worker.objects.create(name="silent", seen_at=now - timedelta(minutes=2))
    assert not queue_state().stuck
