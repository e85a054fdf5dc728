"""The first three administrators of an installation, who make and appoint all others."""

from __future__ import annotations

from django.db import transaction

from gongkai_office.accounts import people_words as words
from gongkai_office.accounts.actions.people import Added, add_person
from gongkai_office.accounts.actions.roles import grant_role
from gongkai_office.accounts.errors import Refused
from gongkai_office.accounts.people_words import FIRST_ADMINISTRATORS
from gongkai_office.accounts.queries import administrators
from gongkai_office.organs.models import Organ


@transaction.atomic
def create_administrators(*, organ: Organ) -> list[Added]:
    """Make the system's, the security's and the auditing administrator of an organ and all below it.

    Raises Refused where somebody can grant roles already: then that person does it, on the page.
    """
    present = administrators().first()
    if present is not None:
        raise Refused(words.ADMINISTRATORS_EXIST.format(username=present.username))
    made = []
    for role, (username, name) in FIRST_ADMINISTRATORS.items():
        added = add_person(username=username, name=name, organ=organ, by=None)
        grant_role(user=added.user, role=role, organ=organ, below=True, by=None)
        made.append(added)
    return made
