"""What a password must be like (口令规则), how old it may become, and passwords for one sign-in.

Each rule is a validator of Django's kind, named in AUTH_PASSWORD_VALIDATORS with the numbers of the settings;
`get_help_text` is the rule in a few words, and the error says what is wrong with this password.
"""

from __future__ import annotations

import datetime as dt
import re
import secrets
import string
from typing import NamedTuple

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.contrib.auth.password_validation import (
    CommonPasswordValidator,
    UserAttributeSimilarityValidator,
    get_default_password_validators,
)
from django.core.exceptions import ValidationError
from django.utils import timezone

from gongkai_office.accounts import words_signing_in as words
from gongkai_office.accounts.models import User

KINDS = tuple(re.compile(kind) for kind in ("[A-Z]", "[a-z]", "[0-9]", r"[^A-Za-z0-9\s]"))
COLUMNS = ("1qaz", "2wsx", "3edc", "4rfv", "5tgb", "6yhn", "7ujm", "8ik,", "9ol.", "0p;/")
ROWS = (string.ascii_lowercase, string.digits, "qwertyuiop", "asdfghjkl", "zxcvbnm", *COLUMNS)
UNSHIFTED = str.maketrans("!@#$%^&*()", "1234567890")
LOOKALIKES = str.maketrans("@4310$5!7", "aaeiossit")
AROUND = 8  # so many digits and signs, a date, make no common password a good one
UNMISTAKABLE = "abcdefghjkmnpqrstuvwxyz"  # no letter that is read as another or as a digit


class Length:
    """At least so many characters."""

    def __init__(self, length: int) -> None:
        self.length = length

    def validate(self, password: str, user: User | None = None) -> None:  # noqa: ARG002  # Django's signature
        if len(password) < self.length:
            raise ValidationError(words.TOO_SHORT.format(length=self.length), code="too_short")

    def get_help_text(self) -> str:
        return words.TOO_SHORT_RULE.format(length=self.length)


class Kinds:
    """Capitals, small letters, digits, signs: at least so many of the four."""

    def __init__(self, kinds: int) -> None:
        self.kinds = kinds

    def validate(self, password: str, user: User | None = None) -> None:  # noqa: ARG002  # Django's signature
        found = sum(bool(kind.search(password)) for kind in KINDS)
        if found < self.kinds:
            raise ValidationError(words.TOO_FEW_KINDS.format(kinds=self.kinds, found=found), code="too_few_kinds")

    def get_help_text(self) -> str:
        return words.TOO_FEW_KINDS_RULE.format(kinds=self.kinds)


class Rows:
    """No row of characters that follow each other, are the same, or lie side by side on the keyboard."""

    def __init__(self, length: int) -> None:
        self.length = length

    def validate(self, password: str, user: User | None = None) -> None:  # noqa: ARG002  # Django's signature
        for start in range(len(password) - self.length + 1):
            part = password[start : start + self.length]
            if _is_row(part.lower().translate(UNSHIFTED)):
                raise ValidationError(words.A_ROW.format(row=part), code="a_row")

    def get_help_text(self) -> str:
        return words.A_ROW_RULE.format(length=self.length)


def _is_row(part: str) -> bool:
    return len(set(part)) == 1 or any(part in row or part[::-1] in row for row in ROWS)


class NotAboutOneself(UserAttributeSimilarityValidator):
    """Neither like one's name, account, phone or e-mail address, nor with one of them inside."""

    def __init__(self) -> None:
        super().__init__(user_attributes=("username", "name", "phone", "email"))

    def validate(self, password: str, user: User | None = None) -> None:
        if user is None:
            return
        said = (user.username, user.name, user.phone, user.phone[-6:], user.email.partition("@")[0])
        if any(len(own) >= 3 and own.lower() in password.lower() for own in said):
            raise ValidationError(words.ABOUT_ONESELF, code="about_oneself")
        super().validate(password, user)

    def get_error_message(self) -> str:
        return words.ABOUT_ONESELF

    def get_help_text(self) -> str:
        return words.ABOUT_ONESELF_RULE


class NotCommon(CommonPasswordValidator):
    """Not one of the twenty thousand that everybody takes, nor one of them with digits and signs around it.

    Nor words of the trade with digits and signs around or between them; the labels of the site's address are such.
    """

    def validate(self, password: str, user: User | None = None) -> None:
        super().validate(password, user)
        plain = password.lower()
        bare = plain.strip(string.digits + string.punctuation)
        for core in (bare, plain.translate(LOOKALIKES), bare.translate(LOOKALIKES)):
            if len(core) >= 4 and len(plain) - len(core) <= AROUND and core in self.passwords:
                raise ValidationError(self.get_error_message(), code="password_too_common")
        for letters in (re.sub("[^a-z]", "", plain), bare.translate(LOOKALIKES)):
            if len(plain) - len(letters) <= AROUND and _is_of_the_trade(letters):
                raise ValidationError(self.get_error_message(), code="password_too_common")

    def get_error_message(self) -> str:
        return words.TOO_COMMON

    def get_help_text(self) -> str:
        return words.TOO_COMMON_RULE


def _is_of_the_trade(letters: str) -> bool:
    labels = re.findall("[a-z]{3,}", " ".join(settings.ALLOWED_HOSTS).lower())
    return re.fullmatch(f"(?:{'|'.join((*words.OF_THE_TRADE, *labels))})+", letters) is not None


class NotUsedBefore:
    """None of the last ones, the present one among them."""

    def __init__(self, count: int) -> None:
        self.count = count

    def validate(self, password: str, user: User | None = None) -> None:
        if user is None or not (user.pk and self.count):
            return
        past = user.past_passwords.values_list("password", flat=True)[: self.count - 1]
        if any(check_password(password, one) for one in (user.password, *past)):
            raise ValidationError(words.USED_BEFORE.format(count=self.count), code="used_before")

    def get_help_text(self) -> str:
        return words.USED_BEFORE_RULE.format(count=self.count)


class Verdict(NamedTuple):
    """One rule in words, and whether a password keeps it; None where that is only told when it is set."""

    rule: str
    kept: bool | None


def verdicts(password: str, user: User) -> list[Verdict]:
    """Return for each rule whether a password that is being typed keeps it; nothing is said of an empty one."""
    return [
        Verdict(rule.get_help_text(), _kept(rule, password, user) if password else None)
        for rule in get_default_password_validators()
    ]


def _kept(rule: object, password: str, user: User) -> bool | None:
    if isinstance(rule, NotUsedBefore):
        return None  # costs as much as several sign-ins
    try:
        rule.validate(password, user)  # type: ignore[attr-defined]  # Django's validators share no class
    except ValidationError:
        return False
    return True


def why_change(user: User) -> str | None:
    """Say why somebody must change their password before all else: one_time, too_old; None where they need not."""
    if user.must_change_password:
        return "one_time"
    until = good_until(user)
    return "too_old" if until is not None and timezone.now() >= until else None


def good_until(user: User) -> dt.datetime | None:
    """Return until when a password may be used; None where passwords do not grow old."""
    if not settings.GONGKAI_PASSWORD_DAYS:
        return None
    return (user.password_changed_at or user.created_at) + dt.timedelta(days=settings.GONGKAI_PASSWORD_DAYS)


def one_time_password_too_old(user: User) -> bool:
    """Tell whether an administrator's one-time password was left unused for too long."""
    hours = settings.GONGKAI_ONE_TIME_PASSWORD_HOURS
    if not (user.must_change_password and hours and user.password_changed_at):
        return False
    return timezone.now() >= user.password_changed_at + dt.timedelta(hours=hours)


def make_one_time_password() -> str:
    """Return a password to be read out or copied from paper: letters, digits and a sign, in groups of four.

    Sixteen characters with some 66 bits of chance; none is mistaken for another.
    """
    groups = ["".join(secrets.choice(UNMISTAKABLE) for _ in range(4)) for _ in range(3)]
    digits = "".join(secrets.choice("23456789") for _ in range(4))
    return "-".join([groups[0].capitalize(), *groups[1:], digits])
