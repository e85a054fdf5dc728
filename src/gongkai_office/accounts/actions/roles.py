"""What is done to roles: granting and ending them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from gongkai_office.accounts import people_words as words
from gongkai_office.accounts.errors import AccountError, Refused
from gongkai_office.accounts.gate import Action
from gongkai_office.accounts.models import Appointment, User
from gongkai_office.accounts.reach import open_appointments, require, require_another_guard, require_living
from gongkai_office.accounts.rules import change_problem, role_problem
from gongkai_office.accounts.words import Role
from gongkai_office.audit.record import fields_of, record
from gongkai_office.organs.models import Organ

RECORDED = ("user", "role", "organ", "below", "valid_from", "valid_to")


class Granted(NamedTuple):
    """What came of granting a role to several: the appointments, and who was refused with what sentence."""

    appointments: list[Appointment]
    refused: list[tuple[User, str]]


@transaction.atomic
def grant_role(
    *,
    user: User,
    role: Role,
    organ: Organ,
    below: bool = False,
    valid_from: dt.date | None = None,
    valid_to: dt.date | None = None,
    by: User | None,
) -> Appointment:
    """Appoint a person to a role over an organ, and over all below it where `below`, from one day to another.

    Raises OutOfReach where who grants does not reach all of that, and Refused where a rule speaks against it.
    """
    user = User.objects.select_for_update(no_key=True).get(pk=user.pk)
    start = valid_from or timezone.localdate()
    require(by, Action.GRANT_ROLES, organ, below=below)
    require_living(organ)
    _check_person(user, by)
    _check_days(start, valid_to)
    _check_roles(user, Role(role), organ, start)
    # Over but never ended: its place is free, and what was granted from when to when stays to be seen.
    user.appointments.filter(role=role, organ=organ, ended_at=None).update(ended_at=timezone.now(), ended_by=by)
    one = Appointment(user=user, role=role, organ=organ, below=below, valid_from=start, valid_to=valid_to)
    one.granted_by = by
    one.save(force_insert=True)
    record("people.grant", one, by=by, organ=organ.pk, after=fields_of(one, RECORDED))
    return one


def grant_to_several(users: Iterable[User], *, by: User | None, **what: object) -> Granted:
    """Grant the same role to several, each for itself: who is refused keeps nobody else from theirs."""
    appointments, refused = [], []
    for user in users:  # each in a transaction of its own: nothing may be locked after an event
        try:
            appointments.append(grant_role(user=user, by=by, **what))  # type: ignore[arg-type]  # grant_role's own
        except AccountError as error:
            refused.append((user, error.sentence))
    return Granted(appointments, refused)


@transaction.atomic
def end_appointment(one: Appointment, *, by: User | None, action: Action = Action.GRANT_ROLES) -> Appointment:
    """End a role now. Raises OutOfReach, and Refused where the last security administrator would go."""
    one = Appointment.objects.select_related("organ", "user").get(pk=one.pk)
    require_another_guard(one.user, losing=[one.pk])
    one = Appointment.objects.select_for_update(of=("self",)).select_related("organ", "user").get(pk=one.pk)
    require(by, action, one.organ, below=one.below)
    if by is not None and by.pk == one.user_id:
        raise Refused(words.ONESELF_GRANT)
    if one.ended_at is not None:
        raise Refused(words.ALREADY_ENDED)
    one.ended_at, one.ended_by = timezone.now(), by
    one.save(update_fields=["ended_at", "ended_by"])
    record("people.end", one, by=by, organ=one.organ_id, before=fields_of(one, RECORDED))
    return one


def _check_person(user: User, by: User | None) -> None:
    if by is not None and by.pk == user.pk:
        raise Refused(words.ONESELF_GRANT)
    if not user.is_active:
        raise Refused(words.DISABLED_PERSON.format(name=user.name))


def _check_days(start: dt.date, end: dt.date | None) -> None:
    if end is not None and end < start:
        raise Refused(words.ENDS_BEFORE_IT_BEGINS.format(start=start, end=end), field="valid_to")
    if end is not None and end < timezone.localdate():
        raise Refused(words.ENDS_IN_THE_PAST.format(end=end), field="valid_to")


def _check_roles(user: User, role: Role, organ: Organ, start: dt.date) -> None:
    held = list(open_appointments(user))
    if any(one.role == role and one.organ_id == organ.pk for one in held):
        raise Refused(words.ALREADY_HELD.format(name=user.name, organ=organ, role=role.label), field="role")
    problem = role_problem(user.name, {Role(one.role) for one in held}, role)
    problem = problem or change_problem(user.name, _former(user), role, start)
    if problem is not None:
        raise Refused(problem, field="role")


def _former(user: User) -> Iterator[tuple[Role, dt.date]]:
    """Yield somebody's roles that have an end, each with its last day; none that ended before it began."""
    for one in user.appointments.exclude(ended_at=None, valid_to=None):
        ended = timezone.localdate(one.ended_at) if one.ended_at else None
        last = min(day for day in (ended, one.valid_to) if day is not None)
        if one.valid_from <= last:
            yield Role(one.role), last
