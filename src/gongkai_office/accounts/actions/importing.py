"""Adding many people from a file."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from gongkai_office.accounts.actions.people import new_person, record_added
from gongkai_office.accounts.importing import Line
from gongkai_office.accounts.models import User


@transaction.atomic
def import_people(lines: Iterable[Line], *, by: User) -> list[User]:
    """Add the people of lines with nothing wrong, all or none, each with an event of its own.

    They have no password yet: it is given out when they come for it. Raises Refused and OutOfReach.
    """
    made = [new_person(**line.fields(), by=by) for line in lines if not line.problems]
    for user in made:
        user.save(force_insert=True)
    for user in made:  # last, and not between: who records keeps all others from acting until the end
        record_added(user, by=by)
    return made
