"""Which jobs somebody may see, and which they may run again or cancel."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404

from gongkai_office.accounts.gate import Action, may, organs_for
from gongkai_office.accounts.models import User
from gongkai_office.jobs.models import Job
from gongkai_office.organs.models import Organ


def visible_jobs(user: User) -> QuerySet[Job]:
    """Return the jobs that somebody may see: their own, and those of organs whose jobs they look after."""
    jobs = Job.objects.select_related("by")
    if may(user, Action.SEE_JOBS):
        return jobs
    return jobs.filter(Q(by=user) | Q(organ__in=organs_for(user, Action.SEE_JOBS).values("pk")))


def job_or_404(user: User, key: int) -> Job:
    """Return a job that somebody may see; raises Http404 where they may not."""
    found = visible_jobs(user).filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def may_run(user: User, job: Job) -> bool:
    """Tell whether somebody may cancel a job or run it again: who queued it, and who looks after jobs there."""
    if job.by_id == user.pk:
        return True
    organ = Organ.objects.filter(pk=job.organ).first() if job.organ else None
    return may(user, Action.RUN_JOBS, organ)


def job_to_run(user: User, key: int) -> Job:
    """Return a job that somebody may cancel or run again; raises Http404 and PermissionDenied."""
    job = job_or_404(user, key)
    if not may_run(user, job):
        raise PermissionDenied
    return job


def filtered(jobs: QuerySet[Job], asked: dict[str, Any]) -> QuerySet[Job]:
    """Return the jobs that the form above the list asks for."""
    wanted = {name: asked[name] for name in ("state", "name") if asked.get(name)}
    since: date | None = asked.get("since")
    return jobs.filter(**wanted, **({"created_at__date__gte": since} if since else {}))
