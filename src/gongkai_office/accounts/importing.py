"""A list of people as a file: what each of its lines would make, and what is wrong with it."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection
from typing import Any, NamedTuple

from gongkai.law.identifiers.dates import typed_date
from gongkai_office.accounts import people_words as words
from gongkai_office.accounts.errors import Refused
from gongkai_office.accounts.gate import Action, organs_for
from gongkai_office.accounts.models import User
from gongkai_office.accounts.rules import person_problems, username_of, username_problem
from gongkai_office.accounts.sheets import Row
from gongkai_office.organs.models import Organ


class Line(NamedTuple):
    """A line of the file: what would be added, and the sentences that say what is wrong with it."""

    number: int
    username: str
    name: str
    organ: Organ | None
    phone: str
    email: str
    expires_on: dt.date | None
    problems: tuple[str, ...]

    def fields(self) -> dict[str, Any]:
        """Return what add_person takes."""
        return {name: getattr(self, name) for name in ("username", "name", "organ", "phone", "email", "expires_on")}


def read_people(rows: list[Row], *, by: User, today: dt.date, made: Collection[str] = ()) -> list[Line]:
    """Return what a file's lines would make, good or not, but for those that made an account already.

    `made` are the usernames of these. Raises Refused where the file has no head, or nothing below.
    """
    if not rows:
        raise Refused(words.EMPTY_SHEET, field="file")
    places = _places(rows[0])
    if len(rows) == 1:
        raise Refused(words.EMPTY_SHEET, field="file")
    texts = [_said(row, places) for row in rows[1:]]
    usernames = [username_of(said["username"]) for said in texts]
    taken = set(User.objects.filter(username__in=usernames).values_list("username", flat=True))
    twice = {name for name, count in Counter(usernames).items() if count > 1}
    organs = _organs(by)
    return [
        _line(row.number, said, organs, taken=taken, twice=twice, today=today)
        for row, said, username in zip(rows[1:], texts, usernames, strict=True)
        if username not in made
    ]


def _places(head: Row) -> dict[str, int]:
    titles = [words.AROUND_HEADS.sub("", text) for text in head.texts]
    places = {}
    for field, known in words.IMPORT_COLUMNS.items():
        place = next((number for number, title in enumerate(titles) if title in known), None)
        if place is not None:
            places[field] = place
    missing = [words.IMPORT_COLUMNS[field][0] for field in ("username", "name", "organ") if field not in places]
    if missing:
        raise Refused(words.NO_COLUMN.format(missing=words.AND.join(missing)), field="file")
    return places


def _said(row: Row, places: dict[str, int]) -> dict[str, str]:
    return {
        field: row.texts[places[field]] if field in places and places[field] < len(row.texts) else ""
        for field in words.IMPORT_COLUMNS
    }


def _organs(by: User) -> dict[str, list[Organ]]:
    """Return the living organs to which somebody may add people, by name and by credit code."""
    found = defaultdict(list)
    for organ in organs_for(by, Action.EDIT_PEOPLE).filter(abolished_on=None):
        found[organ.name].append(organ)
        if organ.credit_code:
            found[organ.credit_code].append(organ)
    return found


def _line(
    number: int,
    said: dict[str, str],
    organs: dict[str, list[Organ]],
    *,
    taken: set[str],
    twice: set[str],
    today: dt.date,
) -> Line:
    username = username_of(said["username"])
    problems = list(person_problems(name=said["name"], phone=said["phone"], email=said["email"]).values())
    problem = username_problem(username)
    if problem:
        problems.insert(0, problem)
    if username in taken:
        problems.append(words.USERNAME_TAKEN.format(username=username))
    if username in twice:
        problems.append(words.USERNAME_TWICE.format(username=username))
    meant = organs.get(said["organ"], [])
    if len(meant) != 1:
        sentence = words.SEVERAL_ORGANS if meant else words.NO_ORGAN if said["organ"] else words.ORGAN_MISSING
        problems.append(sentence.format(organ=said["organ"], count=len(meant)))
    day, bad_day = _day(said["expires_on"], today)
    if bad_day:
        problems.append(bad_day)
    organ = meant[0] if len(meant) == 1 else None
    return Line(number, username, said["name"], organ, said["phone"], said["email"], day, tuple(problems))


def _day(text: str, today: dt.date) -> tuple[dt.date | None, str]:
    if not text:
        return None, ""
    try:
        day = typed_date(text)
    except ValueError:
        day = None
    if day is None:
        return None, words.NO_DAY.format(text=text)
    return day, words.EXPIRY_IN_THE_PAST.format(day=day) if day < today else ""
