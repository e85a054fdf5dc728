"""Whether who acts may do so to all that an act touches; actions ask before they change anything."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from django.db.models import Q, QuerySet
from django.utils import timezone

from gongkai_office.accounts import people_words as words
from gongkai_office.accounts.errors import OutOfReach, Refused
from gongkai_office.accounts.gate import Action, administering, holds_on, may
from gongkai_office.accounts.models import Appointment, User
from gongkai_office.accounts.words import ADMINISTRATORS, Role
from gongkai_office.organs.models import Organ


def ongoing() -> Q:
    """Return the condition on an Appointment that its last day is not over."""
    return Q(valid_to=None) | Q(valid_to__gte=timezone.localdate())


def open_appointments(user: User) -> QuerySet[Appointment]:
    """Return what somebody holds or will hold: neither ended nor past its last day."""
    return user.appointments.filter(ongoing(), ended_at=None).select_related("organ")


def is_administrator(user: User) -> bool:
    """Tell whether somebody is one of the three administrators of any organ, or will be."""
    return open_appointments(user).filter(role__in=ADMINISTRATORS).exists()


def ending_with_move(user: User, to: Organ) -> QuerySet[Appointment]:
    """Return what ends when a person moves: what they hold over their organ and below it, but for the new one."""
    return open_appointments(user).filter(organ__path__startswith=user.organ.path).exclude(organ=to)


def require(by: User | None, action: Action, organ: Organ, *, below: bool = False) -> None:
    """Raise OutOfReach unless who acts may do so to an organ, and to all below it where `below`; None may all."""
    if by is None or may(by, action, organ, below=below):
        return
    reached = below and may(by, action, organ)
    raise OutOfReach(
        (words.BEYOND_REACH_BELOW if reached else words.BEYOND_REACH).format(organ=organ), field="organ"
    )


def require_whole(by: User | None, action: Action, user: User) -> None:
    """Raise OutOfReach unless who acts reaches where somebody works and all that they hold.

    Otherwise whoever looks after a county's accounts could take over that of somebody with power over the city.
    """
    require(by, action, user.organ)
    for one in open_appointments(user):
        if by is not None and not may(by, action, one.organ, below=one.below):
            raise OutOfReach(words.HOLDS_MORE.format(name=user.name, organ=one.organ))


def actions_on(user: User, *, by: User) -> frozenset[Action]:
    """Return the actions that somebody may take on a whole account, in one question (require_whole)."""
    held = list(open_appointments(user))
    reached = {(user.organ, False), *((one.organ, one.below) for one in held)}
    return frozenset(
        action for action in Action if all(may(by, action, organ, below=below) for organ, below in reached)
    )


def require_living(organ: Organ) -> None:
    """Raise Refused where an organ no longer exists."""
    if organ.abolished_on is not None and organ.abolished_on <= timezone.localdate():
        raise Refused(words.ABOLISHED_ORGAN.format(organ=organ, day=organ.abolished_on), field="organ")


def guards(user: User, *, on: dt.date) -> QuerySet[Appointment]:
    """Return the appointments by which somebody is security administrator of a whole tree of organs."""
    return user.appointments.filter(
        holds_on(on), role=Role.SECURITY_ADMINISTRATOR, below=True, organ__depth=1
    ).select_related("organ")


def lock_guards() -> QuerySet[Appointment]:
    """Lock the security administrators' appointments until the transaction ends, and return them."""
    every = Appointment.objects.filter(role=Role.SECURITY_ADMINISTRATOR, ended_at=None)
    list(every.order_by("pk").select_for_update().values_list("pk"))
    return every


def require_another_guard(user: User, *, losing: Collection[int] | None = None) -> None:
    """Raise Refused where a tree of organs would be left without a security administrator.

    `losing` are the keys of the person's appointments that end; all of them where it is None. The security
    administrators' appointments are locked first, in one order, so that two cannot remove each other at once.
    """
    every = lock_guards()
    today = timezone.localdate()
    usable = Q(user__is_active=True) & (Q(user__expires_on=None) | Q(user__expires_on__gte=today))
    for one in guards(user, on=today):
        if losing is not None and one.pk not in losing:
            continue
        over_it = Q(organ=one.organ, below=True) | administering(today)
        if not every.filter(holds_on(today), usable, over_it).exclude(user=user).exists():
            raise Refused(words.LAST_SECURITY_ADMINISTRATOR.format(name=user.name, organ=one.organ))
