"""Ending sessions on other devices."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from gongkai_office.accounts.models import Session, User
from gongkai_office.accounts.sessions import name_of
from gongkai_office.audit.record import record


@transaction.atomic
def end_sessions(user: User, *, by: User | None, keep: str | None = None, only: str | None = None) -> int:
    """End somebody's sessions, but for the one with the key to `keep`; only the one so named where `only` is given.

    Returns how many there were; nothing is recorded where there was none.
    """
    ended = drop_sessions(user, keep=keep, only=only)
    if ended:
        record("accounts.end_sessions", user, by=by, organ=user.organ_id, after={"sessions_ended": ended})
    return ended


def drop_sessions(user: User, *, keep: str | None = None, only: str | None = None) -> int:
    """Delete sessions as a part of another act, which records it, and return how many there were."""
    keys = [key for key in user.sessions.values_list("pk", flat=True) if key != keep]
    chosen = [key for key in keys if only in (None, name_of(key))]
    return int(user.sessions.filter(pk__in=chosen).delete()[0])


def forget_ended_sessions() -> int:
    """Delete the rows of sessions whose time is over, and return how many; nothing that anybody could still use."""
    return int(Session.objects.filter(expire_date__lte=timezone.now()).delete()[0])
