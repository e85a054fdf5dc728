"""The jobs room's own job: keep the list of jobs short."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from gongkai_office.jobs import words
from gongkai_office.jobs.limits import limits
from gongkai_office.jobs.models import Job, Worker
from gongkai_office.jobs.registry import Run, job, scheduled
from gongkai_office.jobs.words import State


@scheduled("jobs.prune", at="03:10")
@job("jobs.prune", words.PRUNE, time_limit=300)
def prune(run: Run) -> None:
    """Delete jobs that ended long ago, failures after longer, and workers that went without a word."""
    now = timezone.now()
    with transaction.atomic():
        old = Job.objects.filter(
            state__in=[State.DONE, State.CANCELLED], ended_at__lt=now - timedelta(days=limits().kept_days)
        )
        failures = Job.objects.filter(
            state=State.FAILED, ended_at__lt=now - timedelta(days=limits().failures_kept_days)
        )
        count = old.delete()[0] + failures.delete()[0]
        Worker.objects.filter(seen_at__lt=now - timedelta(days=1)).delete()
        run.finish(words.PRUNED.format(count=count))
