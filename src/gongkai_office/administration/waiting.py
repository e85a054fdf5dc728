"""What waits for somebody, from all rooms, for the first page (待办)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from django.urls import reverse
from django.utils import timezone

from gongkai_office.accounts.gate import Action, appointments, may, may_somewhere, organs_for
from gongkai_office.accounts.models import AccessReview, User
from gongkai_office.accounts.passwords import good_until
from gongkai_office.accounts.resets import may_confirm, resets_for
from gongkai_office.accounts.review import decides, progress_of_each, reviewed_in, reviews_for
from gongkai_office.accounts.words import Decision, ResetState
from gongkai_office.administration import words
from gongkai_office.administration.health.checks import all_checks
from gongkai_office.administration.health.words import State
from gongkai_office.administration.jobs.queries import visible_jobs
from gongkai_office.administration.notices.queries import visible_sendings
from gongkai_office.audit.models import Event
from gongkai_office.jobs.words import State as JobState
from gongkai_office.local_law.queries import calendar
from gongkai_office.notices.models import Delivery
from gongkai_office.notices.queries import failed_lately
from gongkai_office.notices.words import DeliveryState

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
    asked = (_password, _resets, _reviews, _no_review, _chain, _jobs, _deliveries, _calendar, _health)
    found = [one for ask in asked for one in ask(user)]
    return sorted(found, key=lambda one: not one.presses)


def _password(user: User) -> Iterator[Waiting]:
    until = good_until(user)
    if until is not None and until - timezone.now() < SOON:
        says = words.PASSWORD_ENDS.format(day=timezone.localdate(until))
        yield Waiting(words.PASSWORD, says, reverse("accounts:change_password"))


def _resets(user: User) -> Iterator[Waiting]:
    if not may_somewhere(user, Action.CONFIRM_RESETS):
        return
    for one in resets_for(user):
        until = timezone.localtime(one.until).strftime("%Y-%m-%d %H:%M")
        said = {"by": one.asked_by.name, "name": one.user.name, "what": one.get_what_display(), "until": until}
        url = reverse("administration:account_reset", args=[one.pk])
        own, confirmed = one.asked_by_id == user.pk, one.state == ResetState.CONFIRMED
        if own:
            says = words.RESET_READY if confirmed else words.RESET_ASKED
            yield Waiting(words.RESET, says.format(**said), url, presses=confirmed)
        elif not confirmed and may_confirm(one, user):
            yield Waiting(words.RESET, words.RESET_WAITS.format(**said), url, presses=True)


def _reviews(user: User) -> Iterator[Waiting]:
    rounds = [
        one
        for one in reviews_for(user).filter(closed_at=None)
        if may(user, Action.DECIDE_ACCOUNTS, one.organ, below=True)
    ]
    progress = progress_of_each(rounds)
    for one in rounds:
        says = _review(user, one, progress[one.pk].waiting)
        url = reverse("administration:access_review", args=[one.pk])
        if says:
            yield Waiting(words.ACCESS_REVIEW, says, url, one.due_on <= timezone.localdate())


def _review(user: User, one: AccessReview, waiting: int) -> str:
    own = decides(user, one).filter(decision=Decision.WAITING).count()
    said = {"organ": one.organ, "count": waiting, "others": waiting - own, "day": one.due_on}
    if not may(user, Action.REVIEW_ACCESS, one.organ, below=True):
        return words.REVIEW_YOURS.format(**said | {"count": own}) if own else ""
    if not waiting:
        return words.REVIEW_DECIDED.format(**said)
    return (words.REVIEW_OF_REVIEWERS if waiting > own else words.REVIEW_OPEN).format(**said)


def _no_review(user: User) -> Iterator[Waiting]:
    year = timezone.localdate().year
    theirs = [one.organ_id for one in appointments(user)]
    for organ in organs_for(user, Action.REVIEW_ACCESS, below=True).filter(pk__in=theirs):
        if not reviewed_in(organ, year):
            says = words.NO_REVIEW.format(organ=organ)
            yield Waiting(words.ACCESS_REVIEW, says, reverse("administration:begin_review"))


def _chain(user: User) -> Iterator[Waiting]:
    if may(user, Action.VERIFY_LOG) and not Event.objects.filter(verb="audit.verify").exists():
        yield Waiting(words.LOG, words.CHAIN_UNVERIFIED, reverse("administration:log_chain"))


def _jobs(user: User) -> Iterator[Waiting]:
    failed = visible_jobs(user).filter(state=JobState.FAILED, ended_at__gte=timezone.now() - LATELY).count()
    if failed:
        everybodys = may_somewhere(user, Action.SEE_JOBS)
        url = reverse("administration:jobs" if everybodys else "administration:my_jobs")
        says = words.JOBS_FAILED.format(count=failed)
        yield Waiting(words.JOBS, says, f"{url}?state={JobState.FAILED}", presses=True)


def _deliveries(user: User) -> Iterator[Waiting]:
    if not may_somewhere(user, Action.SEND_NOTICES):
        return
    theirs = visible_sendings(user).values("pk")
    failed = Delivery.objects.filter(failed_lately(), notice__sending__in=theirs).count()
    if failed:
        url = f"{reverse('administration:sendings')}?state={DeliveryState.FAILED}"
        yield Waiting(words.NOTICES, words.DELIVERIES_FAILED.format(count=failed), url)


def _calendar(user: User) -> Iterator[Waiting]:
    today = timezone.localdate()
    if today.month >= NOTICE_COMES and may(user, Action.EDIT_CALENDAR):
        year = today.year + 1
        if not calendar().is_published(year):
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
