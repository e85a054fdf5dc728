"""What is asked about organs: their names and reviewers on a day, their history, whom a few words mean."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Replace

from gongkai_office.organs.models import Organ, Reviewer, Succession
from gongkai_office.organs.words import CIVIL_AFFAIRS, GOVERNMENT, Change, Kind, ReviewRole

Row = TypeVar("Row", bound=Any)
ENDS = (Change.ABOLISHED, Change.MERGED, Change.SPLIT)
PATH_SIGN = "/"
FULL_WIDTH = "\uff0f"
PATH_SIGNS = (PATH_SIGN, FULL_WIDTH)


def with_organs(rows: Iterable[Row]) -> list[tuple[Row, Organ | None]]:
    """Return rows that hold the key of an organ, each with that organ, by one question to the database."""
    listed = list(rows)
    organs = Organ.objects.in_bulk([row.organ for row in listed if row.organ])
    return [(row, organs.get(row.organ)) for row in listed]


def name_on(organ: Organ, day: dt.date) -> str:
    """Return what an organ was called on a day: its name of today, unless it was renamed after that day."""
    later = organ.successions.filter(how=Change.RENAMED, on__gt=day).order_by("on", "pk").first()
    return later.former_name if later else organ.name


def reviewers_on(organ: Organ, role: ReviewRole, day: dt.date) -> tuple[Reviewer, ...]:
    """Return who reviews an organ's decisions of a day: the main one first, then those beside it."""
    held = Q(valid_from__lte=day) & (Q(valid_to=None) | Q(valid_to__gte=day))
    return tuple(organ.reviewers.filter(held, role=role).order_by("beside", "valid_from", "pk"))


def reviewer_on(organ: Organ, role: ReviewRole, day: dt.date) -> Reviewer | None:
    """Return the main reviewer of an organ's decisions of a day, None where none is set."""
    return next((one for one in reviewers_on(organ, role, day) if not one.beside), None)


def history(organ: Organ) -> tuple[Succession, ...]:
    """Return all that became of an organ and all that went into it, the newest first."""
    concerned = Q(predecessor=organ) | Q(successor=organ)
    return tuple(Succession.objects.filter(concerned).select_related("predecessor", "successor"))


def first_days(organs: Iterable[int]) -> dict[int, dt.date]:
    """Return, by an organ's key, the first day on which something became of it or went into it."""
    return _days_of(organs, min)


def last_days(organs: Iterable[int]) -> dict[int, dt.date]:
    """Return, by an organ's key, the last day on which something became of it or went into it."""
    return _days_of(organs, max)


def _days_of(organs: Iterable[int], chosen: Callable[..., dt.date]) -> dict[int, dt.date]:
    keys = set(organs)
    found: dict[int, dt.date] = {}
    for predecessor, successor, on in Succession.objects.values_list("predecessor", "successor", "on"):
        for key in keys & {predecessor, successor}:
            found[key] = chosen(found.get(key, on), on)
    return found


def ending_rows(organ: Organ) -> QuerySet[Succession]:
    """Return the rows that the act wrote by which an abolished organ ended."""
    ends: QuerySet[Succession] = organ.successions.filter(how__in=ENDS, on=organ.abolished_on)
    last = ends.first()
    return ends.filter(act=last.act) if last else ends


def ended_with(organ: Organ) -> list[Organ]:
    """Return what is below an abolished organ and ended by the same act, parents first."""
    last = ending_rows(organ).first()
    if last is None or last.act is None:
        return []
    return list(descendants_of(organ).filter(abolished_on=organ.abolished_on, successions__act=last.act))


def removable(organ: Organ) -> QuerySet[Succession]:
    """Return the splits and transfers by which an organ did not end."""
    rows: QuerySet[Succession] = organ.successions.filter(
        how__in=(Change.SPLIT, Change.TRANSFERRED)
    ).select_related("successor")
    return rows.exclude(pk__in=ending_rows(organ).values("pk")) if organ.abolished_on else rows


def children_of(organ: Organ) -> QuerySet[Organ]:
    """Return what is right below an organ, in the order of the tree."""
    return Organ.objects.get_children(organ)  # type: ignore[no-any-return]  # treebeard has no types


def parent_of(organ: Organ) -> Organ | None:
    """Return what is right above an organ, None at the top."""
    return Organ.objects.get_parent(organ)  # type: ignore[no-any-return]  # treebeard has no types


def ancestors_of(organ: Organ) -> QuerySet[Organ]:
    """Return all that is above an organ, the top first."""
    return Organ.objects.get_ancestors(organ)  # type: ignore[no-any-return]  # treebeard has no types


def descendants_of(organ: Organ) -> QuerySet[Organ]:
    """Return all that is below an organ."""
    return Organ.objects.get_descendants(organ)  # type: ignore[no-any-return]  # treebeard has no types


def government_above(organ: Organ) -> Organ | None:
    """Return the nearest government that an organ is under."""
    return ancestors_of(organ).filter(kind=Kind.GOVERNMENT).last()


def searched(organs: QuerySet[Organ], text: str) -> QuerySet[Organ]:
    """Return those organs whose name, former name, short name or code has a text in it."""
    text = text.strip()
    if not text:
        return organs
    named = Q(name__icontains=text)
    if CIVIL_AFFAIRS.match(text):
        # These two signs are in the name of every government, too.
        organs = organs.alias(own=Replace("name", Value(GOVERNMENT), Value("")))
        named = Q(own__icontains=text)
    former = Succession.objects.filter(former_name__icontains=text).values("predecessor_id")
    codes = Q(credit_code__istartswith=text) | Q(site_code__istartswith=text) | Q(division_code__startswith=text)
    return organs.filter(named | Q(short_name__icontains=text) | codes | Q(pk__in=former))


def meant(organs: Iterable[Organ], text: str) -> list[Organ]:
    """Return the organs that a credit code, a name, or names down the tree set apart by "/" may stand for.

    Living ones alone, unless there is none. A name that is whole goes before one that is short.
    """
    wanted = text.strip().replace(FULL_WIDTH, PATH_SIGN)
    by_code = [one for one in organs if one.credit_code and one.credit_code == wanted.upper()]
    if by_code or not wanted:
        return _living_first(by_code)
    parts = [part.strip() for part in wanted.split(PATH_SIGN) if part.strip()]
    by_path = {one.path: one for one in organs}
    named = [one for one in by_path.values() if _ends(one, parts, by_path)]
    return _living_first(named or [one for one in by_path.values() if one.short_name == wanted])


def _ends(organ: Organ, parts: list[str], by_path: dict[str, Organ]) -> bool:
    here: Organ | None = organ
    for part in reversed(parts):
        if here is None or here.name != part:
            return False
        here = by_path.get(here.path[: -Organ.steplen])
    return bool(parts)


def _living_first(found: list[Organ]) -> list[Organ]:
    return [one for one in found if one.abolished_on is None] or found
