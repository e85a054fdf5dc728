"""How a worker holds jobs: take one up, stay on it, give it back, bring it to its end.

A hold is a word that is new each time. Everything that a worker writes to a job asks for its hold: who was thought
dead and comes back finds another one there, and changes nothing.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.db import DatabaseError, connection, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from gongkai_office.audit.record import record
from gongkai_office.jobs import words
from gongkai_office.jobs.errors import HoldLost
from gongkai_office.jobs.limits import limits
from gongkai_office.jobs.models import Job
from gongkai_office.jobs.registry import KINDS
from gongkai_office.jobs.signals import job_failed
from gongkai_office.jobs.words import Fault, State

log = logging.getLogger(__name__)
MAY_PASS = frozenset({Fault.ERROR, Fault.CRASH})


def to_take_up(now: datetime) -> QuerySet[Job]:
    """Return the jobs that a worker may take up: those whose time has come, and those of dead workers."""
    due = Q(state=State.WAITING, run_after__lte=now)
    orphaned = Q(state=State.RUNNING, held_until__lt=now)
    return Job.objects.filter(due | orphaned).order_by("run_after", "pk")


def take_up(worker: str) -> Job | None:
    """Take up the job that has waited longest, and hold it; None where there is none.

    A job that one worker too many died over is given up, and one that was to be cancelled is cancelled.
    """
    while to_take_up(timezone.now()).exists():  # a plain look first: it locks nothing
        with transaction.atomic():
            job = _next(worker, timezone.now())
            if job is None:
                return None
            if job.cancel_asked_at:
                cancelled(job)
            elif job.interruptions > limits().interruptions:
                failed(job, Fault.INTERRUPTED)
            elif job.name not in KINDS:
                failed(job, Fault.UNKNOWN)
            else:
                return job
    return None


def _next(worker: str, now: datetime) -> Job | None:
    free = connection.features.has_select_for_update_skip_locked
    job = to_take_up(now).select_for_update(skip_locked=free).first()
    if job is not None:
        job.interruptions += job.state == State.RUNNING
        job.state, job.worker, job.hold, job.started_at = State.RUNNING, worker, uuid.uuid4().hex, now
        job.held_until = now + timedelta(seconds=limits().hold)
        job.save(update_fields=["interruptions", "state", "worker", "hold", "started_at", "held_until"])
    return job


def held(job: Job) -> QuerySet[Job]:
    """Return the job as long as it is held by this very run."""
    return Job.objects.filter(pk=job.pk, state=State.RUNNING, hold=job.hold)


class Wishes(NamedTuple):
    """What a worker learns of the jobs it runs: which are to be cancelled, and which another worker has by now."""

    unwanted: frozenset[int]
    lost: frozenset[int]


def stay_on(jobs: Collection[Job]) -> Wishes:
    """Renew the holds on jobs, and return what became of them.

    A row that is locked is left out: its own process is just writing its end.
    """
    until = timezone.now() + timedelta(seconds=limits().hold)
    holds = {job.pk: job.hold for job in jobs}
    with transaction.atomic():
        free = connection.features.has_select_for_update_skip_locked
        rows = Job.objects.select_for_update(skip_locked=free).filter(pk__in=holds, state=State.RUNNING)
        ours = [row for row in rows if row.hold == holds[row.pk]]
        Job.objects.filter(pk__in=[row.pk for row in ours]).update(held_until=until)
    others = Job.objects.filter(pk__in=holds).values_list("pk", "hold")
    return Wishes(
        frozenset(row.pk for row in ours if row.cancel_asked_at),
        frozenset(pk for pk, hold in others if hold != holds[pk]),
    )


def hold_fast(job: Job) -> None:
    """Keep a job for this run until the transaction ends; raises HoldLost where it is no longer this run's.

    The hold is renewed, too: a worker cannot do that while the row is locked (stay_on).
    """
    if not held(job).update(held_until=timezone.now() + timedelta(seconds=limits().hold)):
        raise HoldLost(job.pk)


def told(job: Job, done: int, total: int, says: str) -> None:
    """Write down how far a job is; not while its own process has it locked, which would stop the worker."""
    says = says[: Job._meta.get_field("says").max_length]  # noqa: SLF001  # Django's documented interface
    free = connection.features.has_select_for_update_skip_locked
    with transaction.atomic():
        if held(job).select_for_update(skip_locked=free).values_list("pk").first():
            held(job).update(done=done, total=total, says=says)


def finish(job: Job, result: Any) -> None:
    """Mark a job as done; raises HoldLost where it is no longer this run's."""
    changed = held(job).update(
        state=State.DONE, ended_at=timezone.now(), result=result, held_until=None, fault="", error="", details=""
    )
    if not changed:
        raise HoldLost(job.pk)


def give_back(job: Job) -> None:
    """Let another worker take a job up at once: this one is being stopped. One to be cancelled is cancelled."""
    wanted = held(job).filter(cancel_asked_at=None)
    if not wanted.update(state=State.WAITING, held_until=None, hold="", worker="", run_after=timezone.now()):
        cancelled(job)


def cancelled(job: Job) -> None:
    """Mark a job as cancelled."""
    held(job).update(state=State.CANCELLED, ended_at=timezone.now(), held_until=None)


@transaction.atomic
def failed(job: Job, fault: Fault, *, sentence: str = "", details: str = "", code: str = "") -> None:
    """Count a run that failed: try again later what may pass, give up visibly what may not.

    What somebody wants to be cancelled is not tried again.
    """
    row = held(job).select_for_update().first()
    if row is None:
        return
    if row.cancel_asked_at:
        cancelled(job)
        return
    tries = KINDS[job.name].tries if job.name in KINDS else 0
    attempts = job.attempts + 1
    now = timezone.now()
    changes: dict[str, Any] = {"attempts": attempts, "held_until": None, "fault": fault, "details": details}
    if again := fault in MAY_PASS and attempts < tries:
        pause = limits().pause_after(attempts)
        at = timezone.localtime(now + pause).strftime("%H:%M:%S")
        changes |= {"state": State.WAITING, "run_after": now + pause, "hold": "", "worker": ""}
        changes["error"] = words.TRIED_AGAIN.format(attempt=attempts, fault=fault.label, at=at)
    else:
        changes |= {"state": State.FAILED, "ended_at": now}
        changes["error"] = (sentence or _sentence(job, fault, attempts, code))[:500]
    held(job).update(**changes)
    if not again:
        row.refresh_from_db()
        _tell(row)
        record("jobs.fail", job, by=None, organ=job.organ, after={"name": job.name, "fault": fault.value})


def _tell(job: Job) -> None:
    """Tell who listens that a job failed; what goes wrong there does not keep the failure from being written."""
    try:
        with transaction.atomic():
            job_failed.send(Job, job=job)
    except DatabaseError:
        raise
    except Exception:  # whoever listens may raise anything
        log.exception("nobody could be told that job %s failed", job.pk)


def _sentence(job: Job, fault: Fault, attempts: int, code: str) -> str:
    limit = KINDS[job.name].time_limit if job.name in KINDS else 0
    return words.FAILED[fault].format(
        tries=attempts, limit=limit, memory=limits().memory, times=job.interruptions, name=job.name, code=code
    )
