"""Tell people that a job failed: who queued it, or who looks after the installation."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.dispatch import receiver
from django.urls import reverse
from django.utils import timezone

from gongkai_office.accounts.gate import Action, may
from gongkai_office.accounts.models import User
from gongkai_office.accounts.words import Role
from gongkai_office.administration.jobs import words
from gongkai_office.administration.notices.people import people_at
from gongkai_office.jobs.models import Job
from gongkai_office.jobs.signals import job_failed
from gongkai_office.jobs.words import State
from gongkai_office.notices.actions import notify
from gongkai_office.organs.models import Organ

NO_NEWS_FOR = timedelta(hours=20)  # less than the day between two runs of what runs daily


@receiver(job_failed)
def tell_of_failure(job: Job, **_: Any) -> None:
    """Send a notice of a job that failed, with the reason and a link to it."""
    people = _concerned(job)
    if people:
        notify(
            to=people,
            subject=words.FAILED_SUBJECT.format(title=job.title),
            text=words.FAILED_TEXT.format(error=job.error),
            outside=words.FAILED_OUTSIDE.format(title=job.title),
            link=reverse("administration:job", args=[job.pk]),
        )


def _concerned(job: Job) -> list[User]:
    """Return who queued a job; where that is nobody who still works here, the administrators of the system."""
    if job.by_id is not None and (who := User.objects.filter(pk=job.by_id, is_active=True).first()):
        return [who]
    if _is_known(job):
        return []
    administrators = people_at(Organ.objects.filter(depth=1), roles=[Role.SYSTEM_ADMINISTRATOR])
    return [one for one in administrators if may(one, Action.SEE_JOBS)]


def _is_known(job: Job) -> bool:
    """Tell whether the run before failed too, not long ago: what fails every minute is told once."""
    if not job.key:
        return False
    ended = Job.objects.filter(key=job.key, state__in=[State.DONE, State.FAILED]).exclude(pk=job.pk)
    last = ended.order_by("ended_at").last()
    return last is not None and last.state == State.FAILED and _is_lately(last.ended_at)


def _is_lately(moment: datetime | None) -> bool:
    return moment is not None and timezone.now() - moment < NO_NEWS_FOR
