"""Two administrators who act at the same moment, on a database that is committed to."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db.models.signals import post_save

from gongkai_office.accounts.actions.people import add_person, disable_person
from gongkai_office.accounts.actions.roles import end_appointment, grant_role
from gongkai_office.accounts.errors import Refused
from gongkai_office.accounts.models import Appointment, User
from gongkai_office.accounts.password_actions import reset_password
from gongkai_office.accounts.reset_actions import ask_reset, confirm_reset
from gongkai_office.accounts.words import ADMINISTRATORS, Reset, Role
from tests.office.at_once import LONGEST_S, at_once
from tests.office.city import make_city, person
from tests.office.cloned import Clone


@pytest.mark.parametrize("how", ["disable", "end"])
def test_two_security_administrators_cannot_remove_each_other(clone: Clone, how: str) -> None:
    city = make_city()
    one, other = (person(city.city, Role.SECURITY_ADMINISTRATOR, below=True) for _ in range(2))

    def removing(user: User) -> Callable[[], object]:
        if how == "disable":
            return lambda: disable_person(user, because="调离", by=None)
        return lambda: end_appointment(user.appointments.get(), by=None)

    assert [type(error) for error in at_once(removing(one), removing(other))] == [Refused]
    left = Appointment.objects.filter(ended_at=None, user__is_active=True, role=Role.SECURITY_ADMINISTRATOR)
    assert left.count() == 1


def test_nobody_becomes_two_administrators_by_two_grants_at_once(clone: Clone) -> None:
    city = make_city()
    user = person(city.county)
    acts = [
        lambda role=role: grant_role(user=user, role=role, organ=city.county, by=None) for role in ADMINISTRATORS
    ]
    assert [type(error) for error in at_once(*acts)] == [Refused, Refused]
    assert user.appointments.count() == 1


def test_one_confirmation_gives_one_password_to_two_clicks_at_once(clone: Clone) -> None:
    city = make_city()
    system, security, audit = (person(city.city, role, below=True) for role in ADMINISTRATORS)
    confirm_reset(ask_reset(audit, what=Reset.PASSWORD, because="忘记口令", by=system), by=security)
    acts = [lambda: reset_password(audit, by=system) for _ in range(2)]
    assert [type(error) for error in at_once(*acts)] == [Refused]


def test_two_requests_at_once_are_one(clone: Clone) -> None:
    city = make_city()
    system, _, audit = (person(city.city, role, below=True) for role in ADMINISTRATORS)
    acts = [lambda: ask_reset(audit, what=Reset.PASSWORD, because="忘记口令", by=system) for _ in range(2)]
    assert [type(error) for error in at_once(*acts)] == [Refused]
    assert audit.resets.count() == 1


@pytest.mark.only_on("postgresql")
def test_two_security_administrators_grant_each_other_a_role_at_once(clone: Clone) -> None:
    city = make_city()
    one, other = (person(city.city, Role.SECURITY_ADMINISTRATOR, below=True) for _ in range(2))
    both = threading.Barrier(2, timeout=LONGEST_S)

    def meet(**_said: object) -> None:
        both.wait()

    def granting(user: User, by: User) -> Callable[[], object]:
        return lambda: grant_role(user=user, role=Role.SECURITY_ADMINISTRATOR, organ=city.county, by=by)

    post_save.connect(meet, sender=Appointment)
    try:
        assert at_once(granting(one, other), granting(other, one)) == []
    finally:
        post_save.disconnect(meet, sender=Appointment)
    assert Appointment.objects.filter(organ=city.county).count() == 2


def test_two_new_accounts_of_one_name_at_once_are_one(clone: Clone) -> None:
    city = make_city()
    acts = [lambda: add_person(username="mz-yi", name="测一", organ=city.county, by=None) for _ in range(2)]
    [refused] = at_once(*acts)
    assert isinstance(refused, Refused)
    assert (refused.field, User.objects.filter(username="mz-yi").count()) == ("username", 1)
