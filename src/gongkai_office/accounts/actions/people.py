"""What is done to accounts of people."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from gongkai_office.accounts import people_words as words
from gongkai_office.accounts.errors import Refused
from gongkai_office.accounts.gate import Action
from gongkai_office.accounts.models import User
from gongkai_office.accounts.passwords import make_one_time_password
from gongkai_office.accounts.reach import (
    ending_with_move,
    is_administrator,
    require,
    require_another_guard,
    require_living,
    require_whole,
)
from gongkai_office.accounts.rules import person_problems, username_of, username_problem
from gongkai_office.accounts.session_actions import drop_sessions
from gongkai_office.audit.record import changes, fields_of, record
from gongkai_office.organs.checks import clean_name
from gongkai_office.organs.models import Organ

PERSONAL = ("name", "phone", "email", "single_sign_on")
RECORDED = ("username", *PERSONAL, "organ", "is_active", "expires_on", "disabled_because")


class Added(NamedTuple):
    """A new account, and its one-time password: shown once, kept nowhere; empty where none was given out yet."""

    user: User
    password: str


@transaction.atomic
def add_person(  # noqa: PLR0913  # what an account is made of
    *,
    username: str,
    name: str,
    organ: Organ,
    by: User | None,
    phone: str = "",
    email: str = "",
    expires_on: dt.date | None = None,
    with_password: bool = True,
) -> Added:
    """Give a person an account at an organ. It has no roles yet.

    Without a password it can be used once one was given out, or through the city's single sign-on.
    Raises Refused and OutOfReach.
    """
    said = {"username": username, "name": name, "phone": phone, "email": email, "expires_on": expires_on}
    user = new_person(**said, organ=organ, by=by)  # type: ignore[arg-type]  # its own
    password = make_one_time_password() if with_password else ""
    user.set_password(password or None)
    user.password_changed_at = timezone.now() if password else None
    insert_person(user)
    record_added(user, by=by)
    return Added(user, password)


def new_person(
    *,
    username: str,
    name: str,
    organ: Organ,
    by: User | None,
    phone: str = "",
    email: str = "",
    expires_on: dt.date | None = None,
) -> User:
    """Return an account that may be made, not saved and without a password. Raises Refused and OutOfReach.

    Whether its name is free is seen when it is written (insert_person).
    """
    require(by, Action.EDIT_PEOPLE, organ)
    require_living(organ)
    user = User(username=username_of(username), organ=organ, expires_on=expires_on)
    user.set_unusable_password()
    if problem := username_problem(user.username):
        raise Refused(problem, field="username")
    _describe(user, name=name, phone=phone, email=email)
    _check_expiry(expires_on)
    return user


def insert_person(user: User) -> None:
    """Write a new account, as a part of another act, which records it. Raises Refused where the name is taken."""
    try:
        with transaction.atomic():
            user.save(force_insert=True)
    except IntegrityError:
        raise Refused(words.USERNAME_TAKEN.format(username=user.username), field="username") from None


def record_added(user: User, *, by: User | None, file: int | None = None) -> None:
    """Tell the log of a new account, and of the stored list that it was in (queries.made_from)."""
    source = {"file": file} if file is not None else {}
    record("people.add", user, by=by, organ=user.organ_id, after=_fields(user) | source)


@transaction.atomic
def record_people_export(*, count: int, by: User) -> None:
    """Tell the log that a list of people was taken out of the house."""
    record("people.export", by, by=by, organ=by.organ_id, after={"count": count})


@transaction.atomic
def change_person(
    user: User, *, name: str, phone: str, email: str, single_sign_on: str | None = None, by: User | None
) -> User:
    """Change what is written about a person; nothing is recorded where nothing differs.

    `single_sign_on` is who they are to the city's single sign-on; it stays as it is where None. Raises Refused.
    """
    user = _locked(user)
    require_whole(by, Action.EDIT_PEOPLE, user)
    before = _fields(user)
    _describe(user, name=name, phone=phone, email=email)
    if single_sign_on is not None:
        _set_single_sign_on(user, single_sign_on.strip() or None, by=by)
    return _saved("people.change", user, before, by=by)


@transaction.atomic
def move_person(user: User, *, to: Organ, by: User | None) -> User:
    """Move a person to another organ; what they hold over the former one, and below it, ends (ending_with_move)."""
    user = _locked(user)
    require_whole(by, Action.EDIT_PEOPLE, user)
    require(by, Action.EDIT_PEOPLE, to)
    require_living(to)
    if user.organ_id == to.pk:
        raise Refused(words.SAME_ORGAN.format(name=user.name, organ=to), field="organ")
    ending = list(ending_with_move(user, to))
    require_another_guard(user, losing=[one.pk for one in ending])
    for one in ending:
        one.ended_at, one.ended_by = timezone.now(), by
        one.save(update_fields=["ended_at", "ended_by"])
    before = {**_fields(user), "appointments": [one.pk for one in ending]}
    user.organ = to
    user.save(update_fields=["organ"])
    was, became = changes(before, {**_fields(user), "appointments": []})
    record("people.move", user, by=by, organ=to.pk, before=was, after=became)
    return user


@transaction.atomic
def disable_person(
    user: User,
    *,
    because: str,
    by: User | None,
    verb: str = "people.disable",
    action: Action = Action.DISABLE_PEOPLE,
) -> User:
    """Disable an account at once, sessions that are open included. What it holds stays, and gives nothing."""
    user = _locked(user)
    require_whole(by, action, user)
    if by is not None and by.pk == user.pk:
        raise Refused(words.ONESELF_DISABLE)
    if not user.is_active:
        raise Refused(words.ALREADY_DISABLED.format(name=user.name))
    if not because.strip():
        raise Refused(words.NO_REASON, field="because")
    require_another_guard(user)
    before = _fields(user)
    user.is_active, user.disabled_at, user.disabled_because = False, timezone.now(), because.strip()
    drop_sessions(user)
    return _saved(verb, user, before, by=by, besides=("disabled_at",))


@transaction.atomic
def enable_person(user: User, *, by: User | None) -> User:
    """Enable a disabled account again; all that it still holds counts again. Its time without use begins anew."""
    user = _locked(user)
    require_whole(by, Action.EDIT_PEOPLE, user)
    if user.is_active:
        raise Refused(words.ALREADY_ENABLED.format(name=user.name))
    require_living(user.organ)
    before = _fields(user)
    user.is_active, user.disabled_at, user.disabled_because = True, None, ""
    user.confirmed_at, user.warned_at = timezone.now(), None
    return _saved("people.enable", user, before, by=by, besides=("disabled_at", "confirmed_at", "warned_at"))


@transaction.atomic
def set_expiry(user: User, *, on: dt.date | None, by: User | None) -> User:
    """Set the last day on which an account may be used, or that it has none."""
    user = _locked(user)
    require_whole(by, Action.EDIT_PEOPLE, user)
    _check_expiry(on)
    if on is not None:
        require_another_guard(user)
    before = _fields(user)
    user.expires_on = on
    return _saved("people.set_expiry", user, before, by=by)


def _locked(user: User) -> User:
    return User.objects.select_for_update(no_key=True).get(pk=user.pk)


def _fields(user: User) -> dict[str, object]:
    known = (*words.REASONS, words.REASON_OF_REVIEW, words.UNUSED_BECAUSE.format(days=settings.GONGKAI_UNUSED_DAYS))
    typed = () if user.disabled_because in known else ("disabled_because",)  # may be about a person
    return fields_of(user, RECORDED, about_a_person=(*PERSONAL, *typed))


def _saved(
    verb: str, user: User, before: dict[str, object], *, by: User | None, besides: tuple[str, ...] = ()
) -> User:
    was, became = changes(before, _fields(user))
    if became:
        try:
            with transaction.atomic():
                user.save(update_fields=[*became, *besides])
        except IntegrityError:  # one of these fields alone must not be another's
            raise Refused(words.SINGLE_SIGN_ON_TAKEN, field="single_sign_on") from None
        record(verb, user, by=by, organ=user.organ_id, before=was, after=became)
    return user


def _describe(user: User, *, name: str, phone: str, email: str) -> None:
    phone, email = phone.strip(), email.strip()
    for field, problem in person_problems(name=name, phone=phone, email=email).items():
        raise Refused(problem, field=field)
    user.name, user.phone, user.email = clean_name(name), phone, email


def _set_single_sign_on(user: User, said: str | None, *, by: User | None) -> None:
    """Refuse to let one person alone open an administrator's account to somebody else."""
    if by is not None and said != user.single_sign_on and is_administrator(user):
        raise Refused(words.SINGLE_SIGN_ON_OF_ADMINISTRATOR.format(name=user.name), field="single_sign_on")
    user.single_sign_on = said


def _check_expiry(day: dt.date | None) -> None:
    if day is not None and day < timezone.localdate():
        raise Refused(words.EXPIRY_IN_THE_PAST.format(day=day), field="expires_on")
