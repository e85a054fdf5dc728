"""What people, accounts and roles must keep to; functions that only look and say what speaks against something."""

from __future__ import annotations

import re
from collections.abc import Collection

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from gongkai_office.accounts import people_words as words
from gongkai_office.accounts.words import ADMINISTRATORS, Role

USERNAME = re.compile(r"[a-z][a-z0-9._-]{2,39}")
PERSONAL_NUMBER = re.compile(r"1\d{10}|\d{17}[\dx]|\d{15}")
PHONE = re.compile(r"1\d{10}|(0\d{2,3}-)?\d{7,8}(-\d{1,6})?")


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
    if not name.strip():
        problems["name"] = words.NO_NAME
    if phone and not PHONE.fullmatch(phone):
        problems["phone"] = words.PHONE_FORM.format(phone=phone)
    try:
        validate_email(email or "nobody@example.cn")
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


def masked_phone(phone: str) -> str:
    """Return a telephone number that is known again, not called: 138****0000."""
    if len(phone) < 8:
        return "*" * len(phone)
    return f"{phone[:3]}****{phone[-4:]}"


def masked_email(email: str) -> str:
    """Return an address of e-mail that is known again, not written to: w***@example.cn."""
    before, at, host = email.partition("@")
    return f"{before[:1]}***{at}{host}" if at else "*" * len(email)
