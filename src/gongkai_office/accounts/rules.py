"""What people, accounts and roles must keep to; functions that only look and say what speaks against something."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from gongkai_office.accounts import people_words as words
from gongkai_office.accounts.words import ADMINISTRATORS, Role
from gongkai_office.organs.checks import PHONE, clean_name
from gongkai_office.organs.errors import BadName

USERNAME = re.compile(r"[a-z][a-z0-9._-]{2,39}")
PERSONAL_NUMBER = re.compile(r"1\d{10}|\d{17}[\dx]|\d{15}")


def username_of(typed: str) -> str:
    """Return a name of account as it is kept: without space around it, in small letters."""
    return typed.strip().lower()


def username_problem(username: str) -> str | None:
    """Return why a name of account cannot be; it stays in the log for ever, so it must not be a personal number."""
    if PERSONAL_NUMBER.search(username):
        return words.USERNAME_PERSONAL
    return None if USERNAME.fullmatch(username) else words.USERNAME_FORM


def person_problems(*, name: str, phone: str, email: str) -> dict[str, str]:
    """Return what is wrong with what is written about a person, by field."""
    problems = {}
    try:
        clean_name(name)
    except BadName:
        problems["name"] = words.NAME_SIGNS if name.strip() else words.NO_NAME
    if phone and not PHONE.fullmatch(phone):
        problems["phone"] = words.PHONE_FORM.format(phone=phone)
    try:
        if email:
            validate_email(email)
    except ValidationError:
        problems["email"] = words.EMAIL_FORM.format(email=email)
    return problems


def role_problem(name: str, held: Collection[Role], wanted: Role) -> str | None:
    """Return why somebody who holds some roles cannot have another besides.

    One person is never two of the three administrators; nor an administrator with a role of the office, where
    the setting ADMINISTRATORS_ONLY_ADMINISTER is on.
    """
    administers = [role for role in ADMINISTRATORS if role in held and role != wanted]
    office = [role for role in Role if role in held and role not in ADMINISTRATORS]
    if wanted in ADMINISTRATORS:
        if administers:
            return words.TWO_ADMINISTRATORS.format(name=name, held=administers[0].label, wanted=wanted.label)
        if office and settings.GONGKAI_ADMINISTRATORS_ONLY_ADMINISTER:
            return words.ADMINISTRATOR_AND_OFFICE.format(name=name, held=office[0].label, wanted=wanted.label)
    elif administers and settings.GONGKAI_ADMINISTRATORS_ONLY_ADMINISTER:
        return words.ADMINISTRATOR_AND_OFFICE.format(name=name, held=administers[0].label, wanted=wanted.label)
    return None


def change_problem(name: str, former: Iterable[tuple[Role, dt.date]], wanted: Role, start: dt.date) -> str | None:
    """Return why somebody cannot be an administrator from a day on: until lately they were one of another kind.

    `former` are the roles that they no longer hold, each with its last day. Otherwise somebody could come to audit
    what they did themselves. The setting ADMINISTRATOR_CHANGE_DAYS says how many days must lie between; 0: none.
    """
    term = dt.timedelta(days=settings.GONGKAI_ADMINISTRATOR_CHANGE_DAYS)
    others = [(last, role) for role, last in former if role in ADMINISTRATORS and role != wanted]
    if wanted not in ADMINISTRATORS or not others:
        return None
    last, held = max(others)
    if start >= last + term:
        return None
    said = {"held": held.label, "wanted": wanted.label, "last": last, "until": last + term, "days": term.days}
    return words.CHANGED_TOO_SOON.format(name=name, **said)


def masked_phone(phone: str) -> str:
    """Return a telephone number that is known again, not called: 138****0000."""
    if len(phone) < 8:
        return "*" * len(phone)
    return f"{phone[:3]}****{phone[-4:]}"


def masked_email(email: str) -> str:
    """Return an address of e-mail that is known again, not written to: w***@example.cn."""
    before, at, host = email.partition("@")
    return f"{before[:1]}***{at}{host}" if at else "*" * len(email)
