"""Which calendar and which conventions hold for an organ, and where each comes from."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple

import msgspec
from django.db.models import QuerySet

from gongkai.law.calendar.days import Calendar
from gongkai.law.calendar.notices import HolidayNotice as Notice
from gongkai.law.calendar.notices import LocalHoliday
from gongkai.law.convention_words import CONVENTIONS, Words
from gongkai.law.conventions import Conventions
from gongkai_office.local_law.models import ConventionChoice, HolidayNotice
from gongkai_office.local_law.values import default_of, told
from gongkai_office.organs.models import Organ

A_DAY = dt.timedelta(days=1)


class InForce(NamedTuple):
    """A convention of an organ on a day: its words, its value, and the choice it comes from; None: the default."""

    key: str
    words: Words
    value: Any
    choice: ConventionChoice | None

    @property
    def told(self) -> str:
        """Return what the value means."""
        return told(self.key, self.value)

    @property
    def default_told(self) -> str:
        """Return what the default means."""
        return told(self.key, default_of(self.key))


class Period(NamedTuple):
    """Days from the first to the last, None where it has no end, with what holds now and what would hold then."""

    first: dt.date
    last: dt.date | None
    now: InForce
    then: InForce


def notices_in_force() -> QuerySet[HolidayNotice]:
    """Return the notices and local holidays that count."""
    return HolidayNotice.objects.filter(withdrawn_at=None).select_related("entered_by")


def calendar() -> Calendar:
    """Return the whole country's calendar, which knows the holidays of all places (`for_division`).

    What counts is asked for each time; the same answer gives the same calendar, with the years it has reckoned.
    """
    rows = HolidayNotice.objects.filter(withdrawn_at=None).order_by("pk").values_list("division", "data")
    return _calendar(tuple((division, json.dumps(data, sort_keys=True)) for division, data in rows))


@lru_cache(maxsize=8)
def _calendar(rows: tuple[tuple[str, str], ...]) -> Calendar:
    notices = tuple(msgspec.json.decode(data, type=Notice) for division, data in rows if not division)
    local = tuple(msgspec.json.decode(data, type=LocalHoliday) for division, data in rows if division)
    return Calendar(notices=notices, local=local)


def known_notices() -> tuple[Notice, ...]:
    """Return the national notices that were taken in, for reading another one."""
    return calendar().notices


def division_of(organ: Organ) -> str:
    """Return the division that an organ works in: its own code, or the nearest one above; none without."""
    for one in reversed(_lineage(organ)):
        if one.division_code:
            return one.division_code
    return ""


def calendar_for(organ: Organ) -> Calendar:
    """Return the working days of an organ: the country's, and the holidays of its place."""
    return calendar().for_division(division_of(organ))


def conventions_for(organ: Organ, on: dt.date) -> Conventions:
    """Return the conventions of an organ on a day; the nearest organ above that chose counts, then the default."""
    chosen = {one.key: one.value for one in in_force(organ, on) if one.choice is not None}
    return msgspec.convert(chosen, Conventions)


def in_force(organ: Organ, on: dt.date) -> list[InForce]:
    """Return every convention of an organ on a day with its origin, in the order of the law's own list."""
    by_key: dict[str, list[ConventionChoice]] = {}
    for choice in _reaching(organ).filter(valid_from__lte=on):
        by_key.setdefault(choice.key, []).append(choice)
    return [_settled(key, asked, by_key.get(key, [])) for key, asked in CONVENTIONS.items()]


def without(choice: ConventionChoice) -> list[Period]:
    """Return on which days another practice would hold were a choice withdrawn; none where that changes nothing."""
    counting = list(_reaching(choice.organ).filter(key=choice.key))
    others = [one for one in counting if one.pk != choice.pk]
    days = sorted({one.valid_from for one in counting if one.valid_from >= choice.valid_from})
    found: list[Period] = []
    for first, following in zip(days, [*days[1:], None], strict=True):
        last = following - A_DAY if following else None
        now, then = (_settled_on(first, choice.key, some) for some in (counting, others))
        before = found[-1] if found else None
        if before and (before.last, before.now, before.then) == (first - A_DAY, now, then):
            found[-1] = before._replace(last=last)
        elif now.value != then.value:
            found.append(Period(first, last, now, then))
    return found


def _reaching(organ: Organ) -> QuerySet[ConventionChoice]:
    """Return the choices that count of an organ and of all above it."""
    found = ConventionChoice.objects.filter(organ__path__in=_paths(organ), withdrawn_at=None)
    return found.select_related("organ", "set_by")


def _settled_on(day: dt.date, key: str, choices: Iterable[ConventionChoice]) -> InForce:
    return _settled(key, CONVENTIONS[key], [one for one in choices if one.valid_from <= day])


def _settled(key: str, asked: Words, choices: Iterable[ConventionChoice]) -> InForce:
    """Return what counts of the choices for one question: each organ's latest, the nearest organ's first."""
    nearest_first = sorted(choices, key=lambda one: (-len(one.organ.path), -one.valid_from.toordinal(), -one.pk))
    for _, of_organ in groupby(nearest_first, key=lambda one: one.organ_id):
        latest = next(of_organ)
        if latest.value is not None:
            return InForce(key, asked, latest.value, latest)
    return InForce(key, asked, default_of(key), None)


def history(organ: Organ, key: str) -> list[tuple[ConventionChoice, str]]:
    """Return every choice that an organ made for a question, those withdrawn too, each with what it means."""
    rows = organ.conventions.filter(key=key).select_related("set_by", "withdrawn_by")
    return [(row, told(key, row.value)) for row in rows]


def by_subject(conventions: Iterable[InForce]) -> Iterator[tuple[str, list[InForce]]]:
    """Yield the conventions of each subject, in the order of the list."""
    for subject, found in groupby(conventions, key=lambda one: one.words.subject):
        yield subject, list(found)


def _paths(organ: Organ) -> list[str]:
    step = Organ.steplen
    return [organ.path[:end] for end in range(step, len(organ.path) + 1, step)]


def _lineage(organ: Organ) -> list[Organ]:
    """Return the organs above an organ and itself, the top first."""
    if organ.division_code:
        return [organ]
    return list(Organ.objects.filter(path__in=_paths(organ)).order_by("path"))
