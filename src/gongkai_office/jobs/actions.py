"""What people do to jobs and schedules: queue, run again, cancel, switch on and off."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from gongkai_office.audit.chain import personal
from gongkai_office.audit.record import Actor, record
from gongkai_office.jobs import words
from gongkai_office.jobs.errors import CannotCancel, CannotRetry, CannotSwitchOff, NoReason, NoSuchSchedule
from gongkai_office.jobs.models import Job, Schedule
from gongkai_office.jobs.registry import KINDS, PLANS
from gongkai_office.jobs.words import State

UNFINISHED = (State.WAITING, State.RUNNING)


@transaction.atomic
def enqueue(
    name: str,
    /,
    *,
    by: Actor | None,
    organ: int | None = None,
    key: str = "",
    run_after: datetime | None = None,
    **arguments: Any,
) -> Job:
    """Queue a job in the transaction of the act that wants it, and return it.

    With a `key`, an unfinished job of that key is returned instead of a second one. Raises KeyError for a name that
    no function is registered under.
    """
    kind = KINDS[name]
    job = Job(
        name=kind.name,
        arguments=arguments,
        key=key,
        organ=organ,
        by_id=by.pk if by is not None else None,
        run_after=run_after or timezone.now(),
    )
    while key:
        if waiting := Job.objects.filter(key=key, state__in=UNFINISHED).first():
            return waiting
        try:
            with transaction.atomic():
                job.save(force_insert=True)
        except IntegrityError:  # another transaction queued the same just now: look again
            continue
        return job
    job.save(force_insert=True)
    return job


@transaction.atomic
def retry_job(job: Job, *, by: Actor | None) -> Job:
    """Queue a job that failed or was cancelled again, as if it were new.

    Raises CannotRetry where it has not ended so, or where the same work is already queued.
    """
    job = Job.objects.select_for_update().get(pk=job.pk)
    if job.state not in (State.FAILED, State.CANCELLED):
        raise CannotRetry(words.NOT_FINISHED.format(state=job.get_state_display()))
    was = job.state
    fresh: dict[str, Any] = {
        "state": State.WAITING, "attempts": 0, "interruptions": 0, "done": 0, "total": 0, "says": "", "fault": "",
        "error": "", "details": "", "run_after": timezone.now(), "started_at": None, "ended_at": None,
        "cancel_asked_at": None, "hold": "", "held_until": None, "worker": "",
    }  # fmt: skip
    for field, value in fresh.items():
        setattr(job, field, value)
    try:
        with transaction.atomic():
            job.save(update_fields=list(fresh))
    except IntegrityError:  # one_unfinished_job_a_key
        raise CannotRetry(words.ALREADY_QUEUED) from None
    record("jobs.retry", job, by=by, organ=job.organ, before={"state": was}, after={"name": job.name})
    return job


@transaction.atomic
def cancel_job(job: Job, *, by: Actor | None) -> Job:
    """Cancel a job: at once where it waits; where it runs, it is asked to stop, and stopped soon after.

    Raises CannotCancel where it has ended.
    """
    job = Job.objects.select_for_update().get(pk=job.pk)
    if job.ended:
        raise CannotCancel
    was, now = job.state, timezone.now()
    if job.state == State.WAITING:
        job.state, job.ended_at = State.CANCELLED, now
    job.cancel_asked_at = job.cancel_asked_at or now
    job.save(update_fields=["state", "ended_at", "cancel_asked_at"])
    record("jobs.cancel", job, by=by, organ=job.organ, before={"state": was}, after={"name": job.name})
    return job


@transaction.atomic
def switch_on(name: str, *, by: Actor | None) -> Schedule:
    """Switch a schedule on: it waits for its next time. Raises NoSuchSchedule."""
    schedule = _schedule(name)
    if not schedule.enabled:
        schedule.enabled, schedule.off_because = True, ""
        schedule.next_at = PLANS[name].rhythm.after(timezone.now())
        schedule.save(update_fields=["enabled", "off_because", "next_at"])
        record("jobs.switch_schedule", schedule, by=by, before={"enabled": False}, after={"enabled": True})
    return schedule


@transaction.atomic
def switch_off(name: str, *, because: str, by: Actor | None) -> Schedule:
    """Switch a schedule off, for a reason. Raises NoSuchSchedule, CannotSwitchOff and NoReason."""
    schedule = _schedule(name)
    if PLANS[name].always:
        raise CannotSwitchOff(name)
    if not because.strip():
        raise NoReason
    if schedule.enabled:
        schedule.enabled, schedule.off_because = False, because.strip()
        schedule.save(update_fields=["enabled", "off_because"])
        told = {"enabled": False, "because": personal(schedule.off_because)}
        record("jobs.switch_schedule", schedule, by=by, before={"enabled": True}, after=told)
    return schedule


@transaction.atomic
def run_schedule(name: str, *, by: Actor | None) -> Job:
    """Queue a schedule's job now; its next time stays. Raises NoSuchSchedule."""
    schedule = _schedule(name)
    job = enqueue(name, by=by, key=key_of(name))
    schedule.last_at, schedule.last_job = timezone.now(), job
    schedule.save(update_fields=["last_at", "last_job"])
    record("jobs.run_schedule", schedule, by=by, after={"job": job.pk})
    return job


def key_of(name: str) -> str:
    """Return the key that lets one unfinished job of a schedule exist at a time."""
    return f"schedule:{name}"


def _schedule(name: str) -> Schedule:
    found = Schedule.objects.select_for_update().filter(name=name).first()
    if found is None or name not in PLANS:
        raise NoSuchSchedule(name)
    return found
