"""Why somebody was not let in, or a password or code not taken; each error carries a Chinese sentence.

AccountError
└── NotLetIn
    ├── WrongNameOrPassword
    ├── LockedOut            too many failures: `until`, None where somebody has to unlock it
    ├── NotUsable            right password, but disabled, expired, or a one-time password gone stale: `why`
    ├── WrongToken           a one-time code or a recovery code is not right
    ├── SealBroken           the key of a phone cannot be opened
    ├── TooManyTokens        too many wrong codes: `seconds` to wait
    └── NotByThem            single sign-on
        ├── NoSuchAccount    who they are is certain, but they have no account here: `name` is the provider's
        ├── NotVerified      what the provider sent cannot be trusted
        ├── CodeRefused      the provider does not know the code that came back
        ├── NotReached       the provider does not answer
        └── Cancelled        it was broken off there
"""

from __future__ import annotations

import datetime as dt
import math

from django.utils import timezone

from gongkai_office.accounts import words_signing_in as words
from gongkai_office.accounts.errors import AccountError


class NotLetIn(AccountError):
    """Somebody was not let in."""


class WrongNameOrPassword(NotLetIn):
    """The name or the password is wrong; which of them is not said."""

    def __init__(self) -> None:
        super().__init__(words.WRONG_NAME_OR_PASSWORD)


class LockedOut(NotLetIn):
    """Signing in is shut after too many failures."""

    def __init__(self, until: dt.datetime | None) -> None:
        self.until = until
        self.seconds = max(1, math.ceil((until - timezone.now()).total_seconds())) if until else None
        super().__init__(self._says())

    def _says(self) -> str:
        if self.until is None or self.seconds is None:
            return words.LOCKED_UNTIL_UNLOCKED
        at = timezone.localtime(self.until) + dt.timedelta(seconds=59)
        return words.LOCKED_FOR.format(minutes=math.ceil(self.seconds / 60), until=at.strftime("%H:%M"))


class NotUsable(NotLetIn):
    """The password was right, but the account may not sign in: `why` is disabled, expired or stale."""

    def __init__(self, why: str, sentence: str) -> None:
        self.why = why
        super().__init__(sentence)


class WrongToken(NotLetIn):
    """A code of the second factor, or a recovery code, is not right."""


class SealBroken(NotLetIn):
    """The key of a phone was sealed with a secret that is gone, or for another account, or not at all."""


class TooManyTokens(NotLetIn):
    """So many wrong codes that one has to wait."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        super().__init__(words.TOO_MANY_TRIES.format(seconds=seconds))


class NotByThem(NotLetIn):
    """The city's single sign-on let nobody in.

    `recorded` tells whether the log gets an event: not where anybody could fill it who never signed in there.
    """

    sentence_of_kind = words.NOT_VERIFIED
    recorded = True

    def __init__(self) -> None:
        super().__init__(self.sentence_of_kind)


class NoSuchAccount(NotByThem):
    """Somebody proved who they are, but has no account here."""

    sentence_of_kind = words.NO_SUCH_ACCOUNT

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__()


class NotVerified(NotByThem):
    """What the provider sent cannot be trusted."""


class CodeRefused(NotByThem):
    """The provider does not know the code that came back."""

    recorded = False


class NotReached(NotByThem):
    """The provider does not answer."""

    sentence_of_kind = words.NOT_REACHED
    recorded = False


class Cancelled(NotByThem):
    """It was broken off at the provider's, or took too long."""

    sentence_of_kind = words.CANCELLED
    recorded = False
