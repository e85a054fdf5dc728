"""The list of people as a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai_office.accounts.models import Appointment, User
from gongkai_office.accounts.rules import masked_email, masked_phone
from gongkai_office.accounts.words import Role
from gongkai_office.administration.people import words
from gongkai_office.administration.workbooks import Sheet
from gongkai_office.pages.templatetags.pages import day, moment


def people_sheet(people: Iterable[User]) -> Sheet:
    """Return people with what they hold (queries.with_roles); numbers and addresses masked."""
    return Sheet(words.SHEET, words.COLUMNS, _rows(people))


def role_text(role: str, organ: str, *, below: bool) -> str:
    """Return a role as a list prints it."""
    return words.ROLE.format(role=Role(role).label, organ=organ, below=words.BELOW if below else "")


def _rows(people: Iterable[User]) -> Iterator[tuple[str, ...]]:
    for one in people:
        held: list[Appointment] = one.held  # type: ignore[attr-defined]  # prefetched
        yield (
            one.username,
            one.name,
            one.organ.name,
            masked_phone(one.phone),
            masked_email(one.email),
            words.ACTIVE if one.is_active else words.DISABLED_STATE,
            day(one.expires_on),
            moment(one.last_login),
            words.SEPARATOR.join(role_text(each.role, each.organ.name, below=each.below) for each in held),
        )
