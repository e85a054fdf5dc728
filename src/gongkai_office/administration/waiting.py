"""What waits for somebody, from all rooms, for the first page (待办)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from django.urls import reverse
from django.utils import timezone

from gongkai_office.accounts.gate import Action, may, may_somewhere
from gongkai_office.accounts.models import User
from gongkai_office.accounts.passwords import good_until
from gongkai_office.accounts.review import progress_of_each, reviews_for
from gongkai_office.administration import words
from gongkai_office.administration.health.checks import all_checks
from gongkai_office.administration.health.words import State
from gongkai_office.administration.jobs.queries import visible_jobs
from gongkai_office.jobs.words import State as JobState
from gongkai_office.local_law.queries import calendar

SOON = dt.timedelta(days=14)
LATELY = dt.timedelta(days=7)
NOTICE_COMES = 10  # the month from which next year's notice of holidays may be expected


class Waiting(NamedTuple):
    """One thing that waits: what it is, a sentence, where it is done, and whether it presses."""

    title: str
    says: str
    url: str
    presses: bool = False


def waiting_for(user: User) -> list[Waiting]:
    """Return what waits for somebody, what presses first."""
    found = [one for ask in (_password, _reviews, _jobs, _calendar, _health) for one in ask(user)]
    return sorted(found, key=lambda one: not one.presses)


def _password(user: User) -> Iterator[Waiting]:
    until = good_until(user)
    if until is not None and until - timezone.now() < SOON:
        says = words.PASSWORD_ENDS.format(day=timezone.localdate(until))
        yield Waiting(words.PASSWORD, says, reverse("accounts:change_password"))


def _reviews(user: User) -> Iterator[Waiting]:
    if not may_somewhere(user, Action.REVIEW_ACCESS):
        return
    rounds = [
        one
        for one in reviews_for(user).filter(closed_at=None)
        if may(user, Action.REVIEW_ACCESS, one.organ, below=True)
    ]
    progress = progress_of_each(rounds)
    for one in rounds:
        says = words.REVIEW_OPEN.format(organ=one.organ, count=progress[one.pk].waiting, day=one.due_on)
        url = reverse("administration:access_review", args=[one.pk])
        yield Waiting(words.ACCESS_REVIEW, says, url, one.due_on < timezone.localdate())


def _jobs(user: User) -> Iterator[Waiting]:
    failed = visible_jobs(user).filter(state=JobState.FAILED, ended_at__gte=timezone.now() - LATELY).count()
    if failed:
        everybodys = may_somewhere(user, Action.SEE_JOBS)
        url = reverse("administration:jobs" if everybodys else "administration:my_jobs")
        says = words.JOBS_FAILED.format(count=failed)
        yield Waiting(words.JOBS, says, f"{url}?state={JobState.FAILED}", presses=True)


def _calendar(user: User) -> Iterator[Waiting]:
    today = timezone.localdate()
    if today.month >= NOTICE_COMES and may(user, Action.EDIT_CALENDAR):
        year = today.year + 1
        if calendar().is_provisional(dt.date(year, 1, 1), dt.date(year, 12, 31)):
            yield Waiting(
                words.CALENDAR, words.NOTICE_WANTED.format(year=year), reverse("administration:enter_notice")
            )


def _health(user: User) -> Iterator[Waiting]:
    if may(user, Action.SEE_HEALTH):
        checks = [one for one in all_checks() if one.state != State.GOOD]
        if checks:
            says = words.HEALTH_WANTS.format(
                count=len(checks), titles=words.AND.join(one.title for one in checks[:3])
            )
            presses = any(one.state == State.BAD for one in checks)
            yield Waiting(words.HEALTH, says, reverse("administration:health"), presses)
