"""That no act on organs takes the last administrators of the installation, who alone could undo it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models import Q
from django.utils import timezone

from gongkai_office.accounts.gate import administering
from gongkai_office.accounts.models import Appointment
from gongkai_office.accounts.words import ADMINISTRATORS, Role
from gongkai_office.administration.organs import words
from gongkai_office.organs.errors import Unguarded


@contextmanager
def guards_stay() -> Iterator[None]:
    """Raise Unguarded where after what is done nobody is left of a kind of administrator that there was before.

    To be used inside of a transaction, which is then taken back.
    """
    before = _guards()
    yield
    if lost := before - _guards():
        labels = [role.label for role in ADMINISTRATORS if role in lost]
        raise Unguarded(words.NOBODY_LEFT, roles=words.AND.join(labels))


def _guards() -> set[Role]:
    """Return of which kinds somebody may act on the whole installation today."""
    today = timezone.localdate()
    usable = Q(user__is_active=True) & (Q(user__expires_on=None) | Q(user__expires_on__gte=today))
    held = Appointment.objects.filter(administering(today), usable)
    return {Role(role) for role in held.values_list("role", flat=True)}
