"""How organs end and follow one another (机构沿革): merger, split, transfer, abolition, and the way back."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence

from django.db import transaction

from gongkai_office.audit.record import Actor, record
from gongkai_office.organs import checks, errors
from gongkai_office.organs import words_errors as words
from gongkai_office.organs.actions.days import start_of
from gongkai_office.organs.actions.places import move_organ
from gongkai_office.organs.endings import ChildrenGo, ending_of, parties
from gongkai_office.organs.locks import lock_organs, lock_tree
from gongkai_office.organs.models import Organ, Succession
from gongkai_office.organs.queries import ended_with, ending_rows, parent_of, removable
from gongkai_office.organs.words import Change


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
    """Let an organ live again that was abolished by mistake, and those below that ended with it (恢复).

    What went elsewhere stays there.
    """
    lock_organs()
    stored = Organ.objects.get(pk=organ.pk)
    if stored.abolished_on is None:
        raise errors.NothingToUndo(words.NOT_ABOLISHED, organ=stored.name)
    rows, below = list(ending_rows(stored)), ended_with(stored)
    acts = {row.act for row in rows} - {None}
    Succession.objects.filter(act__in=acts, predecessor__in=below).delete()
    Succession.objects.filter(pk__in=[row.pk for row in rows]).delete()
    _revive(stored, [row.successor_id for row in rows if row.successor_id], by)
    for one in below:
        _revive(one, [], by)
    organ.abolished_on = None
    return organ


@transaction.atomic
def undo_succession(organ: Organ, *, succession: Succession, by: Actor | None) -> Organ:
    """Take back a split that left the organ alive, or a transfer, which was a mistake (撤回分设、撤回划转)."""
    lock_tree()
    stored = Organ.objects.get(pk=organ.pk)
    row = removable(stored).filter(pk=succession.pk).first()
    if row is None:
        raise errors.NothingToUndo(words.NOT_FOLLOWED, field="succession", organ=stored.name)
    before = {
        "how": row.how,
        "on": str(row.on),
        "successors": [row.successor_id],
        "document_number": row.document_number,
        "note": row.note,
    }
    row.delete()
    record("organs.undo_succession", stored, by=by, organ=stored.pk, before=before)
    return organ


def _revive(organ: Organ, successors: list[int], by: Actor | None) -> None:
    before = {"abolished_on": str(organ.abolished_on), "successors": successors}
    organ.abolished_on = None
    checks.may_be_under(organ, parent_of(organ))
    checks.name_is_free(organ.name, parent_of(organ), but=organ)
    checks.credit_code_is_free(organ.credit_code, but=organ)
    organ.save(update_fields=["abolished_on"])
    record("organs.undo_abolition", organ, by=by, organ=organ.pk, before=before, after={"abolished_on": None})


def _end(
    organ: Organ,
    how: Change,
    followers: Sequence[Organ],
    on: dt.date,
    by: Actor | None,
    document_number: str,
    children: ChildrenGo,
) -> Organ:
    lock_organs()
    ending = ending_of(organ, followers=followers, on=on, children=children)
    for child in ending.moved:
        move_organ(child, under=ending.followers[0], by=by)
    stored, act = Organ.objects.get(pk=organ.pk), uuid.uuid4()
    Organ.objects.filter(path__startswith=stored.path, abolished_on=None).update(abolished_on=on)
    below = [_row(one, Change.ABOLISHED, None, on, document_number, act) for one in ending.ended[1:]]
    own = [_row(stored, how, one, on, document_number, act) for one in ending.followers or [None]]
    Succession.objects.bulk_create([*below, *own])
    for row in reversed(below):
        _say([row], by=by, ends=True)
    _say(own, by=by, ends=True)
    organ.abolished_on = on
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
    lock_tree()
    stored, fresh = parties(organ, followers, on)
    act = uuid.uuid4()
    rows = [_row(stored, how, one, on, document_number, act, note) for one in fresh]
    Succession.objects.bulk_create(rows)
    _say(rows, by=by, ends=False)
    return organ


def _row(
    organ: Organ,
    how: Change,
    follower: Organ | None,
    on: dt.date,
    document_number: str,
    act: uuid.UUID,
    note: str = "",
) -> Succession:
    return Succession(
        predecessor=organ, successor=follower, how=how, on=on, document_number=document_number, act=act, note=note
    )


_VERBS = {
    Change.ABOLISHED: "organs.abolish",
    Change.MERGED: "organs.merge",
    Change.SPLIT: "organs.split",
    Change.TRANSFERRED: "organs.transfer",
}


def _say(rows: Sequence[Succession], *, by: Actor | None, ends: bool) -> None:
    """Record what the rows of one organ say."""
    one = rows[0]
    after = {
        "on": str(one.on),
        "successors": [row.successor_id for row in rows if row.successor_id],
        "document_number": one.document_number,
        "abolished": ends,
    }
    after |= {"note": one.note} if one.note else {}
    organ, verb = one.predecessor, _VERBS[Change(one.how)]
    record(verb, organ, by=by, organ=organ.pk, after=after, happened_at=start_of(one.on))
