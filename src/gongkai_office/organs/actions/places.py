"""Where an organ stands in the tree."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max

from gongkai_office.audit.record import Actor, record
from gongkai_office.organs import checks, errors
from gongkai_office.organs import words_errors as words
from gongkai_office.organs.locks import lock_tree
from gongkai_office.organs.models import Organ
from gongkai_office.organs.queries import descendants_of, parent_of


@transaction.atomic
def move_organ(organ: Organ, *, under: Organ | None, by: Actor | None) -> Organ:
    """Put an organ and all below it under another one, or to the top where `under` is None (调整隶属关系)."""
    lock_tree()
    stored = Organ.objects.get(pk=organ.pk)
    target = Organ.objects.get(pk=under.pk) if under is not None else None
    before = parent_of(stored)
    if (before.pk if before else None) == (target.pk if target else None):
        return organ
    _place_holds(stored, target)
    if target is None:
        Organ.objects.move(stored, Organ.objects.get_last_root_node(), pos="last-sibling")
    else:
        Organ.objects.move(stored, target, pos="last-child")
    organ.refresh_from_db()
    organ._clear_cached_attributes()  # noqa: SLF001  # it may remember the parent it had
    said = [{"under": one.pk if one else None} for one in (before, target)]
    record("organs.move", organ, by=by, organ=organ.pk, before=said[0], after=said[1])
    return organ


def _place_holds(organ: Organ, under: Organ | None) -> None:
    checks.may_be_under(organ, under)
    if under is not None and (under.pk == organ.pk or under.is_descendant_of(organ)):
        raise errors.Cycle(words.CYCLE, field="under", organ=organ.name, under=under.name)
    deepest = descendants_of(organ).aggregate(depth=Max("depth"))["depth"] or organ.depth
    checks.depth_holds(under, deepest - organ.depth + 1)
    if organ.abolished_on is None:
        checks.name_is_free(organ.name, under, but=organ)
