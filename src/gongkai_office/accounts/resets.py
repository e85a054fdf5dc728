"""Resets of administrators' accounts (双人办理): one administrator asks, one of another kind confirms.

Whoever gets a one-time password of an administrator who has no phone could set up their own, and become that
administrator; so nobody comes to it alone.
"""

from __future__ import annotations

from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.utils import timezone

from gongkai_office.accounts.gate import TABLE, Action, administering, holds_on, may_somewhere
from gongkai_office.accounts.models import AccountReset, Appointment, User
from gongkai_office.accounts.queries import STATES, people_for
from gongkai_office.accounts.reach import actions_on, is_administrator
from gongkai_office.accounts.words import ADMINISTRATORS, Reset, ResetState, Role
from gongkai_office.organs.models import Organ

# Who may ask for what: who resets it for everybody else.
ASKING = {Reset.PASSWORD: Action.EDIT_PEOPLE, Reset.SECOND_FACTOR: Action.RESET_SECOND_FACTOR}


OPEN = (ResetState.WAITING, ResetState.CONFIRMED)


class FourEyes(NamedTuple):
    """Whether an act on an account may be done now, and the open reset that it hangs on, where there is one."""

    ready: bool
    reset: AccountReset | None


def four_eyes(user: User, what: Reset, *, by: User) -> FourEyes:
    """Return how it stands with the reset of an account; of one's own nothing, for the act itself refuses that."""
    if user.pk == by.pk or not is_administrator(user):
        return FourEyes(ready=True, reset=None)
    reset = open_resets().filter(user=user, what=what).first()
    confirmed = reset is not None and reset.state == ResetState.CONFIRMED and reset.asked_by_id == by.pk
    return FourEyes(ready=confirmed, reset=reset)


def open_resets() -> QuerySet[AccountReset]:
    """Return the resets that wait for somebody and whose term is not over."""
    found = AccountReset.objects.filter(state__in=OPEN, until__gt=timezone.now())
    return found.select_related("user__organ", "asked_by", "confirmed_by")


def is_open(reset: AccountReset) -> bool:
    """Tell whether a reset waits for somebody still."""
    return reset.state in OPEN and reset.until > timezone.now()


def resets_for(user: User) -> QuerySet[AccountReset]:
    """Return the open resets of the accounts that somebody may see as an administrator."""
    people = people_for(user, Action.CONFIRM_RESETS)
    return open_resets().filter(user__in=people.values("pk"))


def is_of_asking_kind(user: User, what: Reset) -> bool:
    """Tell whether somebody has a role that could ask for such a reset, and so must not confirm one."""
    return may_somewhere(user, ASKING[what])


def may_confirm(reset: AccountReset, user: User) -> bool:
    """Tell whether somebody may confirm a reset: of another kind, not the owner, reaching all it holds."""
    if user.pk in (reset.user_id, reset.asked_by_id) or is_of_asking_kind(user, Reset(reset.what)):
        return False
    return Action.CONFIRM_RESETS in actions_on(reset.user, by=user)


def confirmers(user: User, what: Reset, *, asker: User) -> list[User]:
    """Return who could confirm a reset of an account that somebody asks for."""
    kinds = TABLE[Action.CONFIRM_RESETS] - TABLE[ASKING[what]]
    reset = AccountReset(user=user, what=what, asked_by=asker)
    return [one for one in administrators_over(user.organ, kinds) if may_confirm(reset, one)]


def administrators_over(organ: Organ, roles: frozenset[Role] = frozenset(ADMINISTRATORS)) -> QuerySet[User]:
    """Return the administrators whose roles of today reach an organ."""
    today = timezone.localdate()
    above = [organ.path[:end] for end in range(Organ.steplen, len(organ.path), Organ.steplen)]
    reaching = Q(organ=organ) | Q(organ__path__in=above, below=True) | administering(today)
    held = Appointment.objects.filter(holds_on(today), reaching, role__in=roles)
    return User.objects.filter(STATES["active"](today), pk__in=held.values("user"))
