"""Signing in and out: each verb is one use case, with one event.

What was typed as a name never enters the log in plain: only its keyed digest does.
"""

from __future__ import annotations

from axes.handlers.proxy import AxesProxyHandler
from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.db import transaction
from django.http import HttpRequest

from gongkai_office.accounts import words_signing_in as words
from gongkai_office.accounts.backends import is_usable
from gongkai_office.accounts.gate import Action
from gongkai_office.accounts.lockout import is_locked, locked_until
from gongkai_office.accounts.models import User
from gongkai_office.accounts.passwords import one_time_password_too_old
from gongkai_office.accounts.reach import require_whole
from gongkai_office.accounts.sessions import End, begin
from gongkai_office.accounts.signing_in_errors import LockedOut, NotUsable, WrongNameOrPassword
from gongkai_office.audit.chain import personal
from gongkai_office.audit.context import origin
from gongkai_office.audit.record import record

BY_PASSWORD, BY_SINGLE_SIGN_ON = "password", "single_sign_on"


def sign_in(request: HttpRequest, *, username: str, password: str) -> User:
    """Sign somebody in by name and password.

    Raises WrongNameOrPassword, LockedOut, and, only where the password is right, NotUsable.
    """
    user = prove(request, username=username, password=password)
    enter(request, user, how=BY_PASSWORD)
    return user


def prove(request: HttpRequest, *, username: str, password: str) -> User:
    """Return whose name and password these are; a failure is counted and recorded. Raises as sign_in does."""
    if is_locked(request, username):
        raise LockedOut(locked_until(request, username))
    user = authenticate(request, username=username, password=password)
    if isinstance(user, User):
        return user
    record_failure(username, how=BY_PASSWORD)
    if is_locked(request, username):
        _record_lock(username)
        raise LockedOut(locked_until(request, username))
    raise WrongNameOrPassword


def enter(request: HttpRequest, user: User, *, how: str) -> None:
    """Begin a session of somebody who proved who they are, under a new key. Raises NotUsable."""
    _refuse_unusable(user, how=how)
    with transaction.atomic():
        login(request, user)
        begin(request.session, address=origin.get().address, agent=request.headers.get("user-agent", ""))
        record("accounts.sign_in", user, by=user, organ=user.organ_id, after={"how": how})


def _refuse_unusable(user: User, *, how: str) -> None:
    """Refuse an account that may not sign in, and record that."""
    if not user.is_active:
        refused = NotUsable("disabled", words.DISABLED)
    elif not is_usable(user):
        refused = NotUsable("expired", words.EXPIRED.format(day=user.expires_on))
    elif how == BY_PASSWORD and one_time_password_too_old(user):
        hours = settings.GONGKAI_ONE_TIME_PASSWORD_HOURS
        refused = NotUsable("stale", words.ONE_TIME_PASSWORD_TOO_OLD.format(hours=hours))
    else:
        return
    with transaction.atomic():
        after = {"how": how, "why": refused.why}
        record("accounts.sign_in_refused", user, by=None, organ=user.organ_id, after=after)
    raise refused


@transaction.atomic
def record_failure(name: str, *, how: str) -> None:
    """Record that somebody failed to sign in under a name."""
    user = User.objects.filter(username=name).first() or User()
    record(
        "accounts.sign_in_failed", user, by=None, organ=user.organ_id, after={"name": personal(name), "how": how}
    )


@transaction.atomic
def _record_lock(name: str) -> None:
    user = User.objects.filter(username=name).first() or User()
    record("accounts.lock", user, by=None, organ=user.organ_id, after={"name": personal(name)})


@transaction.atomic
def sign_out(request: HttpRequest, *, because: End | None = None) -> None:
    """End the session, and record whether somebody left or the session ran out."""
    user = request.user
    logout(request)
    if isinstance(user, User):
        verb = "accounts.time_out" if because else "accounts.sign_out"
        record(verb, user, by=user, organ=user.organ_id, after={"why": because.value} if because else {})


@transaction.atomic
def unlock(user: User, *, by: User) -> None:
    """Let somebody sign in again before the lock ends (解除锁定). Raises OutOfReach."""
    require_whole(by, Action.UNLOCK_PEOPLE, user)
    forgotten = AxesProxyHandler.reset_attempts(username=personal(user.username))
    record("accounts.unlock", user, by=by, organ=user.organ_id, before={"failures": forgotten})
