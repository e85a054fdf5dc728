"""Accounts that nobody uses: their owners are warned, then the accounts are disabled (长期未用账号自动停用)."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import transaction
from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils import timezone

from gongkai_office.accounts import people_words as words
from gongkai_office.accounts.actions.people import disable_person
from gongkai_office.accounts.models import User
from gongkai_office.accounts.queries import needed_at
from gongkai_office.audit.record import record
from gongkai_office.notices.actions import notify


def to_warn(now: dt.datetime) -> QuerySet[User]:
    """Return the accounts in use whose owners are to be warned: unused for long, and not told since."""
    days = settings.GONGKAI_UNUSED_DAYS - settings.GONGKAI_UNUSED_WARNING_DAYS
    unused = _unused_for(days, now)
    return unused.exclude(warned_at__isnull=False, warned_at__gte=F("needed_at"))


def to_disable(now: dt.datetime) -> QuerySet[User]:
    """Return the accounts to be disabled: unused for too long, and their owners were told early enough."""
    today = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    told_before = today - dt.timedelta(days=settings.GONGKAI_UNUSED_WARNING_DAYS - 1)
    unused = _unused_for(settings.GONGKAI_UNUSED_DAYS, now)
    return unused.filter(warned_at__gte=F("needed_at"), warned_at__lt=told_before)


def _unused_for(days: int, now: dt.datetime) -> QuerySet[User]:
    every = User.objects.filter(is_active=True).annotate(needed_at=needed_at())
    if not settings.GONGKAI_UNUSED_DAYS:
        return every.none()
    return every.filter(needed_at__lt=now - dt.timedelta(days=days)).order_by("pk")


@transaction.atomic
def warn_unused(user: User, *, now: dt.datetime) -> dt.date | None:
    """Tell somebody that their account will be disabled, and return when; None where they used it meanwhile."""
    locked = User.objects.select_for_update(no_key=True).get(pk=user.pk)
    if not to_warn(now).filter(pk=locked.pk).exists():
        return None
    day = timezone.localdate(now) + dt.timedelta(days=settings.GONGKAI_UNUSED_WARNING_DAYS)
    locked.warned_at = now
    locked.save(update_fields=["warned_at"])
    used = settings.GONGKAI_UNUSED_DAYS - settings.GONGKAI_UNUSED_WARNING_DAYS
    subject = words.WARNING_SUBJECT.format(day=day)
    notify(
        to=[locked],
        subject=subject,
        outside=subject,
        text=words.WARNING_TEXT.format(username=locked.username, used=used, day=day),
        link=reverse("accounts:profile"),
        organ=locked.organ_id,
    )
    record("people.warn_unused", locked, by=None, organ=locked.organ_id, after={"disabled_on": str(day)})
    return day


@transaction.atomic
def disable_unused(user: User, *, now: dt.datetime) -> bool:
    """Disable an account that nobody used in spite of a warning; False where somebody did meanwhile.

    Raises Refused for the last security administrator.
    """
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    if not to_disable(now).filter(pk=user.pk).exists():
        return False
    because = words.UNUSED_BECAUSE.format(days=settings.GONGKAI_UNUSED_DAYS)
    disable_person(user, because=because, by=None, verb="people.disable_unused")
    return True
