"""How organs end and follow one another (机构沿革): merger, split, transfer, abolition, and the way back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum

from django.db import transaction

from gongkai_office.audit.record import Actor, record
from gongkai_office.organs import checks, errors
from gongkai_office.organs import words_errors as words
from gongkai_office.organs.actions.places import move_organ
from gongkai_office.organs.locks import lock_tree
from gongkai_office.organs.models import Organ, Succession
from gongkai_office.organs.queries import children_of, parent_of
from gongkai_office.organs.words import Change

_ENDS = (Change.ABOLISHED, Change.MERGED, Change.SPLIT)
_SHOWN = 5


class ChildrenGo(StrEnum):
    """What becomes of the living organs below one that ends."""

    NOWHERE = "nowhere"
    WITH_SUCCESSOR = "with_successor"
    ABOLISHED = "abolished"


@transaction.atomic
def abolish_organ(
    organ: Organ,
    *,
    on: dt.date,
    by: Actor | None,
    successor: Organ | None = None,
    document_number: str = "",
    children: ChildrenGo = ChildrenGo.NOWHERE,
) -> Organ:
    """End an organ from a day on, with a successor or none (撤销).

    Its people and all that is open stay where they are, and stay to be seen. Living organs below it refuse it,
    unless they go to the successor or end with it.
    """
    followers = [successor] if successor is not None else []
    return _end(organ, Change.ABOLISHED, followers, on, by, document_number, children)


@transaction.atomic
def merge_organs(
    organs: Sequence[Organ],
    *,
    into: Organ,
    on: dt.date,
    by: Actor | None,
    document_number: str = "",
    children: ChildrenGo = ChildrenGo.NOWHERE,
) -> None:
    """End several organs and let one follow them all (合并); where it is one of them, it lives on."""
    ending = [organ for organ in organs if organ.pk != into.pk]
    if not ending:
        raise errors.BadSuccessor(words.NO_OTHERS, field="organs", organ=into.name)
    for organ in ending:
        _end(organ, Change.MERGED, [into], on, by, document_number, children)


@transaction.atomic
def split_organ(
    organ: Organ,
    *,
    into: Sequence[Organ],
    on: dt.date,
    by: Actor | None,
    ends: bool,
    document_number: str = "",
    children: ChildrenGo = ChildrenGo.NOWHERE,
) -> Organ:
    """Let several organs come from one (分设), which ends with that or lives on beside them."""
    if ends:
        return _end(organ, Change.SPLIT, into, on, by, document_number, children)
    return _follow(organ, Change.SPLIT, into, on, by, document_number)


@transaction.atomic
def transfer_functions(
    organ: Organ, *, to: Organ, what: str, on: dt.date, by: Actor | None, document_number: str = ""
) -> Organ:
    """Let an organ take over some functions of another; both live on (职能划转)."""
    return _follow(organ, Change.TRANSFERRED, [to], on, by, document_number, what)


@transaction.atomic
def undo_abolition(organ: Organ, *, by: Actor | None) -> Organ:
    """Let an organ live again that was abolished by mistake; organs below that went elsewhere stay there (恢复)."""
    lock_tree()
    stored = Organ.objects.get(pk=organ.pk)
    if stored.abolished_on is None:
        raise errors.NothingToUndo(words.NOT_ABOLISHED, organ=stored.name)
    checks.may_be_under(parent_of(stored))
    checks.name_is_free(stored.name, parent_of(stored), but=stored)
    checks.credit_code_is_free(stored.credit_code, but=stored)
    gone = stored.successions.filter(how__in=_ENDS, on=stored.abolished_on)
    before = {"abolished_on": str(stored.abolished_on), "successors": _keys(gone)}
    gone.delete()
    stored.abolished_on = organ.abolished_on = None
    stored.save(update_fields=["abolished_on"])
    record("organs.undo_abolition", stored, by=by, organ=stored.pk, before=before, after={"abolished_on": None})
    return organ


def _end(
    organ: Organ,
    how: Change,
    followers: Sequence[Organ],
    on: dt.date,
    by: Actor | None,
    document_number: str,
    children: ChildrenGo,
) -> Organ:
    stored, followers = _ready(organ, followers, on)
    _settle_children(stored, followers, on, by, document_number, children)
    stored.refresh_from_db()
    stored.abolished_on = organ.abolished_on = on
    stored.save(update_fields=["abolished_on"])
    _write(stored, how, followers or [None], on, document_number, "")
    _say(stored, how, followers, on, by, document_number)
    return organ


def _follow(
    organ: Organ,
    how: Change,
    followers: Sequence[Organ],
    on: dt.date,
    by: Actor | None,
    document_number: str,
    note: str = "",
) -> Organ:
    if not followers:
        raise errors.BadSuccessor(words.NO_OTHERS, field="into", organ=organ.name)
    stored, followers = _ready(organ, followers, on)
    _write(stored, how, followers, on, document_number, note)
    _say(stored, how, followers, on, by, document_number, note)
    return organ


def _ready(organ: Organ, followers: Sequence[Organ], on: dt.date) -> tuple[Organ, list[Organ]]:
    """Return the rows as they are now, checked: who ends or gives lives, and who follows can."""
    lock_tree()
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
    return stored, fresh


def _settle_children(
    organ: Organ,
    followers: Sequence[Organ],
    on: dt.date,
    by: Actor | None,
    document_number: str,
    children: ChildrenGo,
) -> None:
    living = list(children_of(organ).filter(abolished_on=None))
    if not living:
        return
    if children is ChildrenGo.NOWHERE:
        names = words.AND.join(one.name for one in living[:_SHOWN])
        raise errors.LivingChildren(
            words.LIVING_CHILDREN, field="children", organ=organ.name, count=len(living), names=names
        )
    if children is ChildrenGo.WITH_SUCCESSOR and not followers:
        raise errors.BadSuccessor(words.NO_SUCCESSOR_FOR_CHILDREN, field="successor", organ=organ.name)
    for child in living:
        if children is ChildrenGo.WITH_SUCCESSOR:
            move_organ(child, under=followers[0], by=by)
        else:
            _end(child, Change.ABOLISHED, [], on, by, document_number, children)


def _write(
    organ: Organ, how: Change, followers: Sequence[Organ | None], on: dt.date, document_number: str, note: str
) -> None:
    Succession.objects.bulk_create(
        Succession(predecessor=organ, successor=one, how=how, on=on, document_number=document_number, note=note)
        for one in followers
    )


_VERBS = {
    Change.ABOLISHED: "organs.abolish",
    Change.MERGED: "organs.merge",
    Change.SPLIT: "organs.split",
    Change.TRANSFERRED: "organs.transfer",
}


def _say(
    organ: Organ,
    how: Change,
    followers: Sequence[Organ],
    on: dt.date,
    by: Actor | None,
    document_number: str,
    note: str = "",
) -> None:
    after = {
        "on": str(on),
        "successors": [one.pk for one in followers],
        "document_number": document_number,
        "abolished": organ.abolished_on is not None,
    }
    record(_VERBS[how], organ, by=by, organ=organ.pk, after=after | ({"note": note} if note else {}))


def _keys(successions: object) -> list[int]:
    return [key for key in successions.values_list("successor", flat=True) if key]  # type: ignore[attr-defined]  # a set of rows
