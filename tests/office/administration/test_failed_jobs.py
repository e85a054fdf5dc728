"""Whoever queued a job learns by a notice that it failed; of what runs by itself, the administrators do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.db import DatabaseError
from django.dispatch import receiver
from django.test import Client
from django.utils import timezone

from gongkai_office.accounts.models import User
from gongkai_office.accounts.words import Role
from gongkai_office.audit.models import Event
from gongkai_office.jobs import holding
from gongkai_office.jobs.actions import enqueue, retry_job, run_schedule
from gongkai_office.jobs.errors import Refused
from gongkai_office.jobs.inline import run_waiting
from gongkai_office.jobs.models import Job
from gongkai_office.jobs.planning import plan
from gongkai_office.jobs.registry import KINDS, PLANS, Run, job, scheduled
from gongkai_office.jobs.signals import job_failed
from gongkai_office.jobs.words import Fault, State
from gongkai_office.notices.models import Delivery, Notice, Sending
from tests.office.city import City, person

REASON = "第3行没有机关名称。"


class Fails:
    """Whether the job on trial does."""

    now = True


@pytest.fixture(autouse=True)
def trial(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A job that is also queued by itself, and is refused as long as `Fails` says so."""
    monkeypatch.setattr(Fails, "now", True)

    def does(_run: Run) -> None:
        if Fails.now:
            raise Refused(REASON)

    scheduled("trial.fails", at="01:00")(job("trial.fails", "试验任务")(does))
    yield
    del KINDS["trial.fails"], PLANS["trial.fails"]


@pytest.fixture
def administrator(city: City) -> User:
    """Who looks after the whole installation; and others, who do not."""
    for organ, below in ((city.county, True), (city.city, False)):
        person(organ, Role.SYSTEM_ADMINISTRATOR, below=below)
    person(city.city, Role.SECURITY_ADMINISTRATOR, below=True)
    return person(city.city, Role.SYSTEM_ADMINISTRATOR, below=True)


def receivers() -> list[int]:
    """Return to whom notices went, one after the other."""
    return list(Notice.objects.order_by("pk").values_list("to", flat=True))


def by_itself() -> None:
    """Let the job run as it does by itself."""
    plan(timezone.now())
    run_schedule("trial.fails", by=None)
    Job.objects.exclude(name="trial.fails").delete()
    run_waiting()


def test_who_queued_it_gets_one_notice_with_the_reason_and_the_link(
    city: City, administrator: User, client: Client, settings: Any
) -> None:
    settings.NOTICES = {
        **settings.NOTICES,
        "CHANNELS": {"email": "gongkai_office.notices.channels.mail.Mail"},
        "DEFAULT": ["email"],
    }
    who = person(city.county, Role.HANDLER, email="a@example.cn")
    one = enqueue("trial.fails", by=who, organ=city.county.pk)
    run_waiting()
    run_waiting()
    assert receivers() == [who.pk]
    assert Delivery.objects.get().channel == "email"
    sending = Sending.objects.get()
    assert (sending.subject, sending.by, sending.link) == ("后台任务失败：试验任务", None, f"/jobs/{one.pk}/")
    assert REASON in sending.text
    assert REASON not in sending.outside
    client.force_login(who)
    assert REASON in client.get(sending.link).content.decode()
    verbs = list(Event.objects.order_by("number").values_list("verb", flat=True))
    assert verbs == ["notices.send", "jobs.fail"]


def test_run_again_and_failed_again_it_is_told_again_and_done_it_is_not(city: City, administrator: User) -> None:
    who = person(city.county, Role.HANDLER)
    one = enqueue("trial.fails", by=who)
    run_waiting()
    retry_job(one, by=who)
    run_waiting()
    assert receivers() == [who.pk, who.pk]
    Fails.now = False
    retry_job(one, by=who)
    run_waiting()
    assert len(receivers()) == 2


def test_where_who_queued_it_no_longer_works_here_the_administrators_are_told(
    city: City, administrator: User
) -> None:
    enqueue("trial.fails", by=person(city.county, is_active=False))
    run_waiting()
    assert receivers() == [administrator.pk]


def test_what_fails_by_itself_is_told_to_the_administrators_of_the_whole_once_until_it_works_again(
    city: City, administrator: User, client: Client
) -> None:
    now = timezone.now()
    with time_machine.travel(now, tick=False) as clock:
        runs = ((0, True, 1), (1, True, 1), (2, False, 1), (3, True, 2), (4, True, 2), (28, True, 3))
        for hours, fails, told in runs:
            clock.move_to(now + dt.timedelta(hours=hours))
            Fails.now = fails
            by_itself()
            assert receivers() == [administrator.pk] * told, hours
    client.force_login(administrator)
    assert client.get(Sending.objects.latest("pk").link).status_code == 200


def test_where_nobody_can_be_told_the_failure_stands(city: City) -> None:
    enqueue("trial.fails", by=None)
    run_waiting()
    assert (Job.objects.get().state, receivers()) == (State.FAILED, [])


@pytest.mark.parametrize(("fault", "state"), [(ValueError, State.FAILED), (DatabaseError, State.RUNNING)])
def test_what_goes_wrong_while_telling_undoes_the_notice_alone_but_not_where_the_database_fails(
    fault: type[Exception], state: State, city: City, administrator: User
) -> None:
    @receiver(job_failed)
    def breaks(**_: Any) -> None:
        raise fault

    who = person(city.county, Role.HANDLER)
    enqueue("trial.fails", by=who)
    held = holding.take_up("one")
    assert held is not None
    try:
        holding.failed(held, Fault.REFUSED, sentence=REASON)
    except DatabaseError:
        assert fault is DatabaseError
    finally:
        job_failed.disconnect(breaks)
    assert (Job.objects.get().state, receivers()) == (state, [])
