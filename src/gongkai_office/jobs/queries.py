"""What is asked about background work: how long the queue is, who works on it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from django.db.models import Count, Min, Q, QuerySet
from django.utils import timezone

from gongkai_office.jobs.limits import limits
from gongkai_office.jobs.models import Job, Schedule, Worker
from gongkai_office.jobs.registry import PLANS, Plan
from gongkai_office.jobs.words import State

A_DAY = timedelta(days=1)
LONGEST_SILENCE = timedelta(seconds=45)


class Queue(NamedTuple):
    """The state of the queue: due jobs, since when the oldest is due, running ones, failures of a day, workers."""

    waiting: int
    oldest: datetime | None
    later: int
    running: int
    failed: int
    workers: int

    @property
    def stuck(self) -> bool:
        """Tell whether jobs wait and nobody is there to run them."""
        return bool(self.waiting) and not self.workers


def queue_state() -> Queue:
    """Return the state of the queue of the whole installation, in one question and one for the workers."""
    now = timezone.now()
    due = Q(state=State.WAITING, run_after__lte=now)
    asked = Job.objects.aggregate(
        waiting=Count("pk", filter=due),
        oldest=Min("run_after", filter=due),
        later=Count("pk", filter=Q(state=State.WAITING, run_after__gt=now)),
        running=Count("pk", filter=Q(state=State.RUNNING)),
        failed=Count("pk", filter=Q(state=State.FAILED, ended_at__gte=now - A_DAY)),
    )
    return Queue(**asked, workers=living_workers().count())


def living_workers() -> QuerySet[Worker]:
    """Return the workers that gave a sign of life lately."""
    silence = max(LONGEST_SILENCE, timedelta(seconds=limits().hold))
    return Worker.objects.filter(seen_at__gte=timezone.now() - silence)


def schedules() -> list[tuple[Plan, Schedule | None]]:
    """Return what is queued by itself, with its row; none where no worker has seen it yet."""
    rows = {row.name: row for row in Schedule.objects.select_related("last_job")}
    return [(planned, rows.get(name)) for name, planned in sorted(PLANS.items())]
