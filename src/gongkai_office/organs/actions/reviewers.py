"""Who reviews what an organ decides: set, ended, and taken back where it was a mistake."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.db.models import Q

from gongkai_office.audit.record import Actor, fields_of, record
from gongkai_office.organs import errors
from gongkai_office.organs import words_errors as words
from gongkai_office.organs.locks import lock_organs, lock_tree
from gongkai_office.organs.models import Organ, Reviewer
from gongkai_office.organs.words import ReviewRole

RECORDED = ("role", "name", "address", "phone", "beside", "valid_from", "valid_to")


@transaction.atomic
def set_reviewer(  # noqa: PLR0913  # each is one fact about the reviewer
    organ: Organ,
    *,
    role: ReviewRole,
    name: str,
    valid_from: dt.date,
    by: Actor | None,
    valid_to: dt.date | None = None,
    address: str = "",
    phone: str = "",
    beside: bool = False,
    replacing: bool = False,
) -> Reviewer:
    """Say who reconsiders, or which court hears, what an organ decides from one day to another, both included.

    One that is in force when it begins is ended the day before where it is to be replaced; any other that overlaps
    refuses it. `beside` is one that the applicant may choose besides: it may overlap others of another name.
    """
    lock_organs()
    new = Reviewer(
        organ=organ, role=role, name=name.strip(), address=address, phone=phone, beside=beside,
        valid_from=valid_from, valid_to=valid_to,
    )  # fmt: skip
    if not new.name:
        raise errors.BadReviewer(words.NO_REVIEWER_NAME, field="name", role=ReviewRole(role).label)
    if valid_to and valid_to < valid_from:
        raise errors.BadReviewer(words.ENDS_BEFORE_START, field="valid_to", start=valid_from, end=valid_to)
    if replacing:
        _end_those_before(new, by)
    _stands_alone(new)
    new.save()
    record("organs.set_reviewer", new, by=by, organ=organ.pk, after=fields_of(new, RECORDED))
    return new


@transaction.atomic
def end_reviewer(reviewer: Reviewer, *, on: dt.date, by: Actor | None) -> Reviewer:
    """Let a day be the last on which a reviewer is in charge."""
    lock_tree()
    stored = Reviewer.objects.get(pk=reviewer.pk)
    if on < stored.valid_from:
        raise errors.BadReviewer(words.ENDS_BEFORE_START, field="on", start=stored.valid_from, end=on)
    if stored.valid_to is not None and stored.valid_to <= on:
        raise errors.BadReviewer(words.REVIEWER_NOT_TODAY, field="on", name=stored.name, end=stored.valid_to)
    before = stored.valid_to
    stored.valid_to = reviewer.valid_to = on
    stored.save(update_fields=["valid_to"])
    record(
        "organs.end_reviewer",
        stored,
        by=by,
        organ=stored.organ_id,
        before={"valid_to": str(before) if before else None},
        after={"valid_to": str(on)},
    )
    return reviewer


@transaction.atomic
def remove_reviewer(reviewer: Reviewer, *, by: Actor | None) -> None:
    """Take back a reviewer that was set by mistake."""
    lock_tree()
    stored = Reviewer.objects.get(pk=reviewer.pk)
    before = fields_of(stored, RECORDED)
    stored.delete()
    stored.pk = reviewer.pk  # which the log names
    record("organs.remove_reviewer", stored, by=by, organ=stored.organ_id, before=before)


def _end_those_before(new: Reviewer, by: Actor | None) -> None:
    """End the main reviewer that is in force when a new one begins, the day before."""
    in_force = Q(valid_from__lt=new.valid_from) & (Q(valid_to=None) | Q(valid_to__gte=new.valid_from))
    for one in new.organ.reviewers.filter(in_force, role=new.role, beside=new.beside):
        end_reviewer(one, on=new.valid_from - dt.timedelta(days=1), by=by)


def _stands_alone(new: Reviewer) -> None:
    """Raise BadReviewer where two would be in charge on one day."""
    others = new.organ.reviewers.filter(Q(valid_to=None) | Q(valid_to__gte=new.valid_from), role=new.role)
    if new.valid_to:
        others = others.filter(valid_from__lte=new.valid_to)
    clash = others.filter(name=new.name) if new.beside else others.filter(Q(beside=False) | Q(name=new.name))
    if one := clash.first():
        raise errors.BadReviewer(
            words.OVERLAPS,
            field="valid_from",
            organ=new.organ.name,
            role=ReviewRole(new.role).label,
            name=one.name,
            start=one.valid_from,
            end=one.valid_to or words.OPEN_END,
        )
