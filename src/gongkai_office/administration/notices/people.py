"""Who the people of an organ are, and which days are worked: what the settings of notices name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.utils import timezone

from gongkai_office.accounts.gate import holds_on
from gongkai_office.accounts.models import Appointment, User
from gongkai_office.local_law.queries import calendar
from gongkai_office.organs.models import Organ


def people_of(organ: int, *, below: bool = False, roles: Iterable[str] = ()) -> QuerySet[User]:
    """Return the people in use of an organ, or of all below it as well; those with one of some roles there."""
    place = Organ.objects.filter(pk=organ).first()
    if place is None:
        return User.objects.none()
    organs = Organ.objects.filter(path__startswith=place.path) if below else Organ.objects.filter(pk=organ)
    return people_at(organs, roles=roles)


def people_at(organs: QuerySet[Organ], *, roles: Iterable[str] = ()) -> QuerySet[User]:
    """Return the people in use of some organs: who work there; where roles are given, who have one over them."""
    today = timezone.localdate()
    living = Q(is_active=True) & (Q(expires_on=None) | Q(expires_on__gte=today))
    wanted = tuple(roles)
    if not wanted:
        return User.objects.filter(living, organ__in=organs.values("pk")).select_related("organ")
    held = Appointment.objects.filter(holds_on(today), role__in=wanted, organ__in=organs.values("pk"))
    return User.objects.filter(living, pk__in=held.values("user")).select_related("organ")


def is_worked(day: dt.date) -> bool:
    """Tell whether a day is worked, by the published calendar and the notices that were entered here."""
    return calendar().is_working(day)
