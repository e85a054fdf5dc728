"""A stored list of people, and what it would do."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from django.utils import timezone

from gongkai_office.accounts.errors import Refused
from gongkai_office.accounts.importing import Line, read_people
from gongkai_office.accounts.models import User
from gongkai_office.accounts.queries import made_from
from gongkai_office.accounts.sheets import rows_of
from gongkai_office.administration.people import words
from gongkai_office.files.errors import FileError
from gongkai_office.files.models import StoredFile
from gongkai_office.files.purposes import add_purpose

# The job that writes a list, and what a list is uploaded for.
IMPORT = "people.import"
PURPOSE = "people.list"
add_purpose(PURPOSE, words.PURPOSE, ("xlsx", "csv"), private=True)


class Plan(NamedTuple):
    """The lines of a list that made no account yet."""

    lines: list[Line]

    @property
    def good(self) -> list[Line]:
        """The lines that would make one."""
        return [line for line in self.lines if not line.problems]

    @property
    def bad(self) -> list[Line]:
        """The lines that cannot."""
        return [line for line in self.lines if line.problems]

    @property
    def digest(self) -> str:
        """What stands for all that would be done: another one means that something changed since it was shown."""
        return hashlib.sha256(repr(self.lines).encode()).hexdigest()


def planned(file: StoredFile, by: User) -> Plan:
    """Return what a stored list would do; raises Refused."""
    try:
        rows = rows_of(file.read())
    except FileError as error:
        raise Refused(error.reason) from error
    made = frozenset(made_from(file.pk).values_list("username", flat=True))
    return Plan(read_people(rows, by=by, today=timezone.localdate(), made=made))
