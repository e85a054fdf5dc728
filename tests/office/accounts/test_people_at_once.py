"""Two administrators who act at the same moment, on a database that is committed to."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import connections

from gongkai_office.accounts.actions.people import disable_person
from gongkai_office.accounts.actions.roles import end_appointment, grant_role
from gongkai_office.accounts.errors import AccountError
from gongkai_office.accounts.models import Appointment, User
from gongkai_office.accounts.words import ADMINISTRATORS, Role
from tests.office.city import make_city, person
from tests.office.cloned import Clone


def at_once(*acts: Callable[[], object]) -> list[str]:
    """Do acts in threads that begin together, and return what each came to."""
    gate, ended = threading.Barrier(len(acts)), [""] * len(acts)

    def done(place: int, act: Callable[[], object]) -> None:
        gate.wait()
        try:
            act()
            ended[place] = "done"
        except AccountError:
            ended[place] = "refused"
        finally:
            connections.close_all()

    threads = [threading.Thread(target=done, args=(place, act)) for place, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return sorted(ended)


@pytest.mark.parametrize("how", ["disable", "end"])
def test_two_security_administrators_cannot_remove_each_other(clone: Clone, how: str) -> None:
    city = make_city()
    one, other = (person(city.city, Role.SECURITY_ADMINISTRATOR, below=True) for _ in range(2))

    def removing(user: User) -> Callable[[], object]:
        if how == "disable":
            return lambda: disable_person(user, because="调离", by=None)
        return lambda: end_appointment(user.appointments.get(), by=None)

    assert at_once(removing(one), removing(other)) == ["done", "refused"]
    left = Appointment.objects.filter(ended_at=None, user__is_active=True, role=Role.SECURITY_ADMINISTRATOR)
    assert left.count() == 1


def test_nobody_becomes_two_administrators_by_two_grants_at_once(clone: Clone) -> None:
    city = make_city()
    user = person(city.county)
    acts = [
        lambda role=role: grant_role(user=user, role=role, organ=city.county, by=None) for role in ADMINISTRATORS
    ]
    assert at_once(*acts) == ["done", "refused", "refused"]
    assert user.appointments.count() == 1
