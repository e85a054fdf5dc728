"""What one's own account page shows: how it is kept safe, where one is signed in, what happened to it."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from django.conf import settings

from gongkai_office.accounts.models import Session, User
from gongkai_office.accounts.passwords import good_until
from gongkai_office.accounts.second_factor import is_required, phone_of, recovery_codes_left
from gongkai_office.accounts.sessions import device, live, name_of
from gongkai_office.accounts.words import VERBS
from gongkai_office.audit.models import Event

SHOWN = (
    "accounts.sign_in", "accounts.sign_in_failed", "accounts.sign_in_refused", "accounts.lock", "accounts.unlock",
    "accounts.time_out", "accounts.change_password", "accounts.reset_password", "accounts.second_factor_failed",
    "accounts.set_up_second_factor", "accounts.remove_second_factor", "accounts.end_sessions",
    "accounts.renew_recovery_codes", "accounts.recover",
)  # fmt: skip
ALARMING = (
    "accounts.sign_in_failed", "accounts.lock", "accounts.second_factor_failed", "accounts.sign_in_refused",
    "accounts.recover",
)  # fmt: skip
HOW_MANY = 12


class Security(NamedTuple):
    """How an account is kept safe."""

    by_password: bool
    password_until: dt.datetime | None
    second_factor: bool
    phone: bool
    required: bool
    codes_left: int


class Device(NamedTuple):
    """A place where somebody is signed in; `name` stands for its session."""

    name: str
    title: str
    row: Session
    here: bool


class Happened(NamedTuple):
    """One thing that happened to an account."""

    event: Event
    title: str
    alarming: bool


def security(user: User) -> Security:
    """Return how somebody's account is kept safe."""
    return Security(
        by_password=user.has_usable_password(),
        password_until=good_until(user),
        second_factor=settings.GONGKAI_SECOND_FACTOR,
        phone=phone_of(user) is not None,
        required=is_required(user),
        codes_left=recovery_codes_left(user),
    )


def sessions_of(user: User, key: str | None) -> list[Device]:
    """Return where somebody is signed in; the session with the key is the one that asks."""
    return [Device(name_of(row.pk), device(row.agent), row, row.pk == key) for row in live(user)]


def events_of_account(user: User) -> list[Happened]:
    """Return what happened last to somebody's account, the newest first."""
    events = Event.objects.filter(subject="accounts.user", subject_id=str(user.pk), verb__in=SHOWN)[:HOW_MANY]
    return [Happened(one, VERBS[one.verb], one.verb in ALARMING) for one in events]
