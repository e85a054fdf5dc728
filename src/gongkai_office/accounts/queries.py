"""Who is to be seen by whom: people, and what they hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from django.db.models import F, Prefetch, Q, QuerySet
from django.db.models.functions import Coalesce, Greatest
from django.http import Http404
from django.utils import timezone

from gongkai_office.accounts.gate import Action, holds_on, may, within
from gongkai_office.accounts.models import Appointment, User
from gongkai_office.accounts.reach import ongoing
from gongkai_office.accounts.words import Role
from gongkai_office.audit.models import Event
from gongkai_office.organs.models import Organ


class Wanted(NamedTuple):
    """What a list of people is narrowed to; what is empty narrows nothing.

    `state` is active, disabled or expired. `unused` is a number of days without a sign-in; 0 stands for accounts
    that were never signed in to.
    """

    text: str = ""
    organ: Organ | None = None
    role: str = ""
    state: str = ""
    unused: int | None = None


def people_for(user: User, action: Action = Action.SEE_PEOPLE) -> QuerySet[User]:
    """Return on whom somebody may take an action: who work at its organs, and who hold a role over them."""
    reached = within(user, action, at="organ__")
    holders = Appointment.objects.filter(reached, ongoing(), ended_at=None).values("user")
    return User.objects.filter(reached | Q(pk__in=holders)).select_related("organ")


def person_or_404(user: User, key: int) -> User:
    """Return a person whom somebody may see. Raises Http404."""
    found = people_for(user).filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def made_from(file: int) -> QuerySet[User]:
    """Return the people whom a stored list brought, as the log says."""
    added = Event.objects.filter(verb="people.add", after__file=file).values_list("subject_id", flat=True)
    return User.objects.filter(pk__in=[int(key) for key in added])


def people_below(organ: Organ) -> QuerySet[User]:
    """Return who works at an organ or below it, and who holds a role over any of these."""
    inside = Appointment.objects.filter(ongoing(), ended_at=None, organ__path__startswith=organ.path)
    holders = inside.values("user")
    return User.objects.filter(Q(organ__path__startswith=organ.path) | Q(pk__in=holders)).select_related("organ")


def narrowed(people: QuerySet[User], wanted: Wanted, *, now: dt.datetime) -> QuerySet[User]:
    """Return those people of a list that are wanted."""
    today = timezone.localdate(now)
    if wanted.text:
        people = people.filter(Q(name__icontains=wanted.text) | Q(username__icontains=wanted.text))
    if wanted.organ is not None:
        people = people.filter(organ__path__startswith=wanted.organ.path)
    if wanted.role:
        held = Appointment.objects.filter(holds_on(today), role=wanted.role)
        people = people.filter(pk__in=held.values("user"))
    if wanted.state:
        people = people.filter(STATES[wanted.state](today))
    if wanted.unused == 0:
        people = people.filter(last_login=None)
    elif wanted.unused is not None:
        people = people.filter(unused_since(now - dt.timedelta(days=wanted.unused)))
    return people


def unused_since(moment: dt.datetime) -> Q:
    """Return the condition on a User that nobody signed in to it since a moment, nor made it since."""
    return Q(last_login__lt=moment) | Q(last_login=None, created_at__lt=moment)


def expired(today: dt.date) -> Q:
    """Return the condition on a User that its last day is over."""
    return Q(expires_on__lt=today)


STATES: dict[str, Callable[[dt.date], Q]] = {
    "active": lambda today: Q(is_active=True) & ~(Q(expires_on__isnull=False) & expired(today)),
    "disabled": lambda _today: Q(is_active=False),
    "expired": lambda today: Q(is_active=True) & expired(today),
}


def needed_at() -> Greatest:
    """Return the moment at which an account was last used, made, or said to be needed, for annotate."""
    made = F("created_at")
    return Greatest(Coalesce("last_login", made), Coalesce("confirmed_at", made))


def with_roles(people: QuerySet[User], *, on: dt.date) -> QuerySet[User]:
    """Return people with what they hold on a day in `held`, asked for once for all of them."""
    held = Appointment.objects.filter(holds_on(on)).select_related("organ")
    return people.prefetch_related(Prefetch("appointments", held, to_attr="held"))


def with_open_roles(people: QuerySet[User]) -> QuerySet[User]:
    """Return people with all that is neither ended nor over in `held`, over abolished organs too."""
    held = Appointment.objects.filter(ongoing(), ended_at=None).select_related("organ", "granted_by")
    return people.prefetch_related(Prefetch("appointments", held, to_attr="held"))


def history_of(person: User, *, seen_by: User) -> QuerySet[Appointment]:
    """Return what somebody holds and held, the newest first.

    Who sees where the person works sees it all; else only what is over organs that they see.
    """
    every = person.appointments.select_related("organ", "granted_by", "ended_by").order_by("-pk")
    if may(seen_by, Action.SEE_PEOPLE, person.organ):
        return every
    return every.filter(within(seen_by, Action.SEE_PEOPLE, at="organ__"))


def administrators() -> QuerySet[User]:
    """Return who can grant roles today, anywhere."""
    today = timezone.localdate()
    held = Appointment.objects.filter(holds_on(today), role=Role.SECURITY_ADMINISTRATOR).values("user")
    return User.objects.filter(STATES["active"](today), pk__in=held)
