"""What would end with an organ and what would go elsewhere, and what refuses it; changes nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from gongkai_office.organs import checks, errors
from gongkai_office.organs import words_errors as words
from gongkai_office.organs.models import Organ
from gongkai_office.organs.queries import children_of, descendants_of, last_days

_SHOWN = 5


class ChildrenGo(StrEnum):
    """What becomes of the living organs below one that ends."""

    NOWHERE = "nowhere"
    WITH_SUCCESSOR = "with_successor"
    ABOLISHED = "abolished"


class Ending(NamedTuple):
    """An organ's end: what ends, itself first and parents before children; what goes to the first follower.

    All are rows as they are now.
    """

    ended: tuple[Organ, ...]
    moved: tuple[Organ, ...]
    followers: tuple[Organ, ...]


def ending_of(organ: Organ, *, followers: Sequence[Organ], on: dt.date, children: ChildrenGo) -> Ending:
    """Return what the end of an organ on a day would be; raises what refuses it."""
    stored, fresh = parties(organ, followers, on)
    living = tuple(children_of(stored).filter(abolished_on=None))
    moved: tuple[Organ, ...] = ()
    if living and children is ChildrenGo.NOWHERE:
        names = words.AND.join(one.name for one in living[:_SHOWN])
        raise errors.LivingChildren(
            words.LIVING_CHILDREN, field="children", organ=stored.name, count=len(living), names=names
        )
    if living and children is ChildrenGo.WITH_SUCCESSOR:
        moved = living
        _can_move(stored, moved, fresh)
    staying = [one for one in descendants_of(stored) if not any(one.path.startswith(up.path) for up in moved)]
    ended = (stored, *(one for one in staying if one.abolished_on is None))
    _no_later(ended, staying, on)
    return Ending(ended, moved, tuple(fresh))


def parties(organ: Organ, followers: Sequence[Organ], on: dt.date) -> tuple[Organ, list[Organ]]:
    """Return the rows as they are now, checked: who ends or gives can, and who follows can, on that day."""
    stored = Organ.objects.get(pk=organ.pk)
    checks.lives(stored)
    checks.day_holds(stored, on, words.DATE_OF_CHANGE)
    fresh = [Organ.objects.get(pk=one.pk) for one in followers]
    for one in fresh:
        if one.pk == stored.pk:
            raise errors.BadSuccessor(words.SUCCESSOR_ITSELF, field="successor", organ=stored.name)
        checks.reference_holds(one, "successor")
        if one.is_descendant_of(stored):
            raise errors.BadSuccessor(
                words.SUCCESSOR_INSIDE, field="successor", organ=stored.name, successor=one.name
            )
        checks.day_holds(one, on, words.DATE_OF_CHANGE)
    return stored, fresh


def _can_move(organ: Organ, moved: Sequence[Organ], followers: Sequence[Organ]) -> None:
    """Raise what would keep living organs from going below the first follower."""
    if not followers:
        raise errors.BadSuccessor(words.NO_SUCCESSOR_FOR_CHILDREN, field="successor", organ=organ.name)
    under = followers[0]
    deepest = max(one.depth for one in descendants_of(organ))
    checks.depth_holds(under, deepest - organ.depth)
    there = {one.pk: one.name for one in children_of(under).filter(abolished_on=None)}
    for one in moved:
        if one.pk not in there and one.name in there.values():
            raise errors.NameTaken(words.NAME_TAKEN, field="children", name=one.name, under=under.name)


def _no_later(ended: Sequence[Organ], below: Sequence[Organ], on: dt.date) -> None:
    """Raise BadDay where something became of those that end after they did."""
    last = last_days(one.pk for one in ended)
    for one in ended:
        checks.day_holds(one, on, words.DATE_OF_CHANGE)
        if one.pk in last and last[one.pk] > on:
            raise _too_early(words.BEFORE_HISTORY, one, on, last[one.pk])
    for one in below:
        if checks.outlives(one.abolished_on or on, on):
            raise _too_early(words.BEFORE_CHILD, one, on, one.abolished_on)


def _too_early(sentence: str, organ: Organ, on: dt.date, last: dt.date | None) -> errors.BadDay:
    return errors.BadDay(sentence, field="on", what=words.DATE_OF_CHANGE, on=on, organ=organ.name, last=last)
