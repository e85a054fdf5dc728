"""Changing and resetting passwords: each verb is one use case, in one transaction, with one event."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from gongkai_office.accounts import people_words as words
from gongkai_office.accounts.errors import AccountError, Refused
from gongkai_office.accounts.gate import Action
from gongkai_office.accounts.models import PastPassword, User
from gongkai_office.accounts.passwords import make_one_time_password
from gongkai_office.accounts.reach import require_whole
from gongkai_office.accounts.reset_actions import tell_done, use_confirmation
from gongkai_office.accounts.session_actions import drop_sessions
from gongkai_office.accounts.words import Reset
from gongkai_office.audit.record import record


class Given(NamedTuple):
    """What came of giving passwords to several: each with theirs, and who was refused with what sentence."""

    passwords: list[tuple[User, str]]
    refused: list[tuple[User, str]]


def change_password(user: User, *, new: str, session_key: str | None, by: User) -> None:
    """Give somebody the password they chose, and end all their sessions but the one that they are in.

    That the new one keeps the rules was seen before (forms.PasswordForm). The caller lets the session that goes on
    know of the change: django.contrib.auth.update_session_auth_hash.
    """
    digest = make_password(new)  # slow by intent: outside of the transaction, which keeps others from writing
    with transaction.atomic():
        replace_password(user, digest, one_time=False)
        ended = drop_sessions(user, keep=session_key)
        record("accounts.change_password", user, by=by, organ=user.organ_id, after={"sessions_ended": ended})


def reset_password(user: User, *, by: User | None) -> str:
    """Give somebody a password for one sign-in and return it, to be shown once; it must be changed then (重置口令).

    All their sessions end. Nothing but this answer ever holds the password in plain. Raises OutOfReach, and Refused
    for one's own: who finds a screen unlocked must not come to a password without knowing the old one; and for an
    administrator's, until another administrator confirmed it (reset_actions).
    """
    require_whole(by, Action.EDIT_PEOPLE, user)
    if by is not None and by.pk == user.pk:
        raise Refused(words.ONESELF_PASSWORD)
    password = make_one_time_password()
    digest = make_password(password)  # as above
    with transaction.atomic():
        reset = use_confirmation(user, what=Reset.PASSWORD, by=by)
        replace_password(user, digest, one_time=True)
        after = {"sessions_ended": drop_sessions(user)}
        if reset is not None:
            after["reset"] = reset.pk
            tell_done(reset, by=reset.asked_by)
        record("accounts.reset_password", user, by=by, organ=user.organ_id, after=after)
    return password


def reset_passwords(users: Iterable[User], *, by: User) -> Given:
    """Give each of several a password for one sign-in: who is refused keeps nobody else from theirs."""
    passwords, refused = [], []
    for user in users:
        try:
            passwords.append((user, reset_password(user, by=by)))
        except AccountError as error:
            refused.append((user, error.sentence))
    return Given(passwords, refused)


def replace_password(user: User, digest: str, *, one_time: bool) -> None:
    """Give somebody a password by its digest, as a part of another act, which records it."""
    if user.has_usable_password() and user.password:
        PastPassword.objects.create(user=user, password=user.password)
    kept = user.past_passwords.values_list("pk", flat=True)[: max(settings.GONGKAI_PASSWORDS_REMEMBERED - 1, 0)]
    user.past_passwords.exclude(pk__in=list(kept)).delete()
    user.password = digest
    user.must_change_password = one_time
    user.password_changed_at = timezone.now()
    user.save(update_fields=["password", "must_change_password", "password_changed_at"])
