"""What can go wrong with notices of holidays and local conventions.

LocalLawError
├── AlreadyEntered      a notice of that number counts already
├── AlreadyWithdrawn    a notice or a choice was withdrawn before
├── NotAChoice          no convention has that key, or it has no such value
├── NoSource            a choice says nothing of what it rests on
└── NothingChanges      a choice says what the one in force says already
"""

from __future__ import annotations

from django.utils import timezone

from gongkai_office.local_law import words
from gongkai_office.local_law.models import ConventionChoice, HolidayNotice


class LocalLawError(Exception):
    """The root; its text is a Chinese sentence for a person."""


class AlreadyEntered(LocalLawError):
    """A notice of that number counts already."""

    def __init__(self, number: str) -> None:
        super().__init__(words.ALREADY_ENTERED.format(number=number))
        self.number = number


class AlreadyWithdrawn(LocalLawError):
    """A notice or a choice was withdrawn before."""

    def __init__(self, row: HolidayNotice | ConventionChoice) -> None:
        at = timezone.localtime(row.withdrawn_at).strftime("%Y-%m-%d %H:%M") if row.withdrawn_at else ""
        super().__init__(words.ALREADY_WITHDRAWN.format(at=at))
        self.row = row


class NotAChoice(LocalLawError):
    """No convention has that key, or it has no such value."""


class NoSource(LocalLawError):
    """A choice says nothing of what it rests on."""

    def __init__(self) -> None:
        super().__init__(words.NO_SOURCE)


class NothingChanges(LocalLawError):
    """A choice says what the one in force says already."""

    def __init__(self) -> None:
        super().__init__(words.NOTHING_CHANGES)
