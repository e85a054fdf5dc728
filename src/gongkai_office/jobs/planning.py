"""Queue the jobs whose time has come: each time once, however many workers look; what was missed, once together."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from gongkai_office.jobs.actions import enqueue, key_of
from gongkai_office.jobs.models import Job, Schedule
from gongkai_office.jobs.registry import KINDS, PLANS


def plan(now: datetime) -> list[Job]:
    """Queue what is due, and return it. Safe to be called by any number of workers at the same time."""
    known = set(Schedule.objects.values_list("name", flat=True))
    for name, planned in PLANS.items():
        if name not in known:
            Schedule.objects.get_or_create(name=name, defaults={"next_at": planned.rhythm.after(now)})
    due = Schedule.objects.filter(name__in=PLANS.keys() & KINDS.keys(), enabled=True, next_at__lte=now)
    return [job for one in due if (job := _queue(one, now))]


@transaction.atomic
def _queue(schedule: Schedule, now: datetime) -> Job | None:
    """Move a schedule on and queue its job; None where another worker was first, or there is nothing to do.

    Only one worker finds `next_at` as it was read.
    """
    planned = PLANS[schedule.name]
    mine = Schedule.objects.filter(pk=schedule.pk, enabled=True, next_at=schedule.next_at)
    if not mine.update(next_at=planned.rhythm.after(now)):
        return None
    if planned.wanted is not None and not planned.wanted():
        return None
    job = enqueue(schedule.name, by=None, key=key_of(schedule.name))
    Schedule.objects.filter(pk=schedule.pk).update(last_at=now, last_job=job)
    return job
