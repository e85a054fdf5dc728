"""Roles: granted, refused, ended."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from gongkai_office.accounts.actions.roles import end_appointment, grant_role, grant_to_several
from gongkai_office.accounts.errors import OutOfReach, Refused
from gongkai_office.accounts.gate import Action, may
from gongkai_office.accounts.models import Appointment, User
from gongkai_office.accounts.rules import role_problem
from gongkai_office.accounts.words import ADMINISTRATORS, Role
from gongkai_office.audit.models import Event
from gongkai_office.organs.models import Organ
from tests.office.city import City, person

DAY = dt.timedelta(days=1)


@pytest.fixture
def granter(city: City) -> User:
    """The county's security administrator."""
    return person(city.county, Role.SECURITY_ADMINISTRATOR, below=True)


def test_a_granted_role_is_in_force_and_recorded(city: City, granter: User) -> None:
    user = person(city.county_bureau)
    one = grant_role(user=user, role=Role.SYSTEM_ADMINISTRATOR, organ=city.county, below=True, by=granter)
    assert may(user, Action.EDIT_ORGANS, city.county_bureau)
    assert (one.granted_by, one.valid_from) == (granter, timezone.localdate())
    event = Event.objects.get(verb="people.grant")
    assert (event.actor, event.organ) == (granter.pk, city.county.pk)
    assert (event.after["user"], event.after["role"]) == (user.pk, "system_administrator")


@pytest.mark.parametrize("organ", ["city", "other_county", "foreign"])
def test_nobody_grants_beyond_their_reach(city: City, granter: User, organ: str) -> None:
    with pytest.raises(OutOfReach):
        grant_role(user=person(city.county), role=Role.HANDLER, organ=getattr(city, organ), by=granter)


def test_who_reaches_one_organ_only_grants_nothing_below_it(city: City) -> None:
    granter = person(city.county, Role.SECURITY_ADMINISTRATOR)
    user = person(city.county)
    with pytest.raises(OutOfReach):
        grant_role(user=user, role=Role.HANDLER, organ=city.county, below=True, by=granter)
    assert grant_role(user=user, role=Role.HANDLER, organ=city.county, by=granter)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.SECURITY_ADMINISTRATOR])
def test_only_the_security_administrator_grants(city: City, role: Role) -> None:
    by = person(city.city, role, below=True)
    with pytest.raises(OutOfReach):
        grant_role(user=person(city.county), role=Role.HANDLER, organ=city.county, by=by)


def test_nobody_grants_to_themselves_or_ends_their_own(city: City, granter: User) -> None:
    with pytest.raises(Refused):
        grant_role(user=granter, role=Role.HANDLER, organ=city.county, by=granter)
    person(city.city, Role.SECURITY_ADMINISTRATOR, below=True)
    with pytest.raises(Refused):
        end_appointment(granter.appointments.get(), by=granter)


def test_an_abolished_organ_has_no_new_roles(city: City, granter: User) -> None:
    Organ.objects.filter(pk=city.county_bureau.pk).update(abolished_on=timezone.localdate())
    city.county_bureau.refresh_from_db()
    with pytest.raises(Refused):
        grant_role(user=person(city.county), role=Role.HANDLER, organ=city.county_bureau, by=granter)


def test_a_disabled_account_gets_nothing(city: City, granter: User) -> None:
    with pytest.raises(Refused):
        grant_role(user=person(city.county, is_active=False), role=Role.HANDLER, organ=city.county, by=granter)


@pytest.mark.parametrize(("start", "end"), [(0, -1), (2, 1), (-3, -1)])
def test_a_role_does_not_end_before_it_begins_or_before_today(
    city: City, granter: User, start: int, end: int
) -> None:
    today = timezone.localdate()
    with pytest.raises(Refused):
        grant_role(
            user=person(city.county),
            role=Role.HANDLER,
            organ=city.county,
            valid_from=today + start * DAY,
            valid_to=today + end * DAY,
            by=granter,
        )


def test_the_same_role_over_the_same_organ_is_held_once_and_again_when_it_is_over(
    city: City, granter: User
) -> None:
    user = person(city.county, Role.HANDLER)
    with pytest.raises(Refused):
        grant_role(user=user, role=Role.HANDLER, organ=city.county, by=granter)
    user.appointments.update(valid_from=timezone.localdate() - 9 * DAY, valid_to=timezone.localdate() - DAY)
    grant_role(user=user, role=Role.HANDLER, organ=city.county, by=granter)
    assert user.appointments.count() == 2
    assert may(user, Action.SEE_ORGANS, city.county)


@pytest.mark.parametrize("held", ADMINISTRATORS)
@pytest.mark.parametrize("wanted", ADMINISTRATORS)
def test_one_person_is_never_two_administrators_anywhere(city: City, held: Role, wanted: Role) -> None:
    by = person(city.city, Role.SECURITY_ADMINISTRATOR, below=True)
    user = person(city.county)
    later = timezone.localdate() + 30 * DAY
    Appointment.objects.create(user=user, role=held, organ=city.county, valid_from=later)
    if held == wanted:
        assert grant_role(user=user, role=wanted, organ=city.other_county, by=by)
        return
    with pytest.raises(Refused) as refused:
        grant_role(user=user, role=wanted, organ=city.other_county, by=by)
    assert refused.value.field == "role"


@pytest.mark.parametrize("held", ADMINISTRATORS)
@pytest.mark.parametrize("wanted", ADMINISTRATORS)
def test_who_was_one_administrator_becomes_another_only_after_half_a_year(
    city: City, held: Role, wanted: Role
) -> None:
    last, later = dt.date(2026, 3, 2), dt.date(2026, 8, 29)
    with time_machine.travel("2026-08-28T23:59+08:00", tick=False):
        by, user = person(city.city, Role.SECURITY_ADMINISTRATOR, below=True), person(city.county)
        said = {"role": held, "organ": city.county, "valid_from": last - 30 * DAY, "valid_to": last}
        Appointment.objects.create(user=user, **said)
        if held != wanted:
            with pytest.raises(Refused) as refused:
                grant_role(user=user, role=wanted, organ=city.other_county, by=by)
            assert f"任{held.label}到2026-03-02，不能接着任{wanted.label}" in refused.value.sentence
            assert f"把起日定在{later}或以后" in refused.value.sentence
            assert refused.value.field == "role"
        start = later if held != wanted else None
        assert grant_role(user=user, role=wanted, organ=city.other_county, valid_from=start, by=by)


def test_after_the_term_and_for_roles_of_the_office_nothing_is_asked(city: City, granter: User) -> None:
    user, last = person(city.county), timezone.localdate() - 180 * DAY
    said = {"role": Role.SYSTEM_ADMINISTRATOR, "organ": city.county, "valid_from": last, "valid_to": last}
    Appointment.objects.create(user=user, **said)
    assert grant_role(user=user, role=Role.AUDIT_ADMINISTRATOR, organ=city.county, by=granter)
    clerk = person(city.county, Role.SYSTEM_ADMINISTRATOR)
    end_appointment(clerk.appointments.get(), by=granter)
    assert grant_role(user=clerk, role=Role.HANDLER, organ=city.county, by=granter)


def test_a_role_that_was_ended_today_counts_and_one_that_never_began_does_not(city: City, granter: User) -> None:
    ended, never = person(city.county, Role.SYSTEM_ADMINISTRATOR), person(city.county)
    end_appointment(ended.appointments.get(), by=granter)
    later = timezone.localdate() + DAY
    said = {"role": Role.SYSTEM_ADMINISTRATOR, "organ": city.county, "valid_from": later}
    end_appointment(Appointment.objects.create(user=never, **said), by=granter)
    with pytest.raises(Refused, match="审计自己"):
        grant_role(user=ended, role=Role.AUDIT_ADMINISTRATOR, organ=city.county, by=granter)
    assert grant_role(user=never, role=Role.AUDIT_ADMINISTRATOR, organ=city.county, by=granter)


def test_the_term_between_two_administrators_is_a_setting(city: City, granter: User, settings) -> None:
    user = person(city.county, Role.SYSTEM_ADMINISTRATOR)
    end_appointment(user.appointments.get(), by=granter)
    settings.GONGKAI_ADMINISTRATOR_CHANGE_DAYS = 0
    assert grant_role(user=user, role=Role.AUDIT_ADMINISTRATOR, organ=city.county, by=granter)


@pytest.mark.parametrize(("only", "refused"), [(True, True), (False, False)])
def test_administrators_only_administer_where_the_setting_says_so(settings, only: bool, refused: bool) -> None:
    settings.GONGKAI_ADMINISTRATORS_ONLY_ADMINISTER = only
    assert bool(role_problem("某", {Role.HANDLER}, Role.SYSTEM_ADMINISTRATOR)) == refused
    assert bool(role_problem("某", {Role.SYSTEM_ADMINISTRATOR}, Role.HANDLER)) == refused
    assert role_problem("某", {Role.HANDLER}, Role.REVIEWER) is None


@given(st.lists(st.sampled_from(Role), max_size=12))
def test_however_roles_are_granted_nobody_ends_up_as_two_administrators(wanted: list[Role]) -> None:
    held: set[Role] = set()
    for role in wanted:
        if role_problem("某", held, role) is None:
            held.add(role)
    assert len(held & set(ADMINISTRATORS)) <= 1
    assert not (held & set(ADMINISTRATORS) and held - set(ADMINISTRATORS))


def test_an_ended_role_ends_at_once_and_once(city: City, granter: User) -> None:
    user = person(city.county_bureau, Role.HANDLER)
    one = user.appointments.get()
    end_appointment(one, by=granter)
    assert not may(User.objects.get(pk=user.pk), Action.SEE_ORGANS, city.county_bureau)
    with pytest.raises(Refused):
        end_appointment(one, by=granter)
    event = Event.objects.get(verb="people.end")
    assert (event.before["role"], event.organ) == ("handler", city.county_bureau.pk)


def test_nobody_ends_a_role_beyond_their_reach(city: City, granter: User) -> None:
    wider = Appointment.objects.create(user=person(city.county), role=Role.LEADER, organ=city.city, below=True)
    with pytest.raises(OutOfReach):
        end_appointment(wider, by=granter)


def test_the_last_security_administrator_of_a_tree_keeps_the_role(city: City) -> None:
    last = person(city.city, Role.SECURITY_ADMINISTRATOR, below=True)
    with pytest.raises(Refused, match=last.name):
        end_appointment(last.appointments.get(), by=None)
    another = person(city.city, Role.SECURITY_ADMINISTRATOR, below=True)
    end_appointment(last.appointments.get(), by=another)
    with pytest.raises(Refused, match=another.name):
        end_appointment(another.appointments.get(), by=None)


def test_several_are_granted_each_for_itself(city: City, granter: User) -> None:
    fine, has_it, administers = (
        person(city.county_bureau),
        person(city.county_bureau, Role.LIAISON),
        person(city.county_bureau, Role.AUDIT_ADMINISTRATOR),
    )
    granted = grant_to_several(
        [has_it, fine, administers, granter], by=granter, role=Role.LIAISON, organ=city.county_bureau
    )
    assert [one.user for one in granted.appointments] == [fine]
    assert [user for user, _ in granted.refused] == [has_it, administers, granter]
    assert all(sentence for _, sentence in granted.refused)
    assert Event.objects.filter(verb="people.grant").count() == 1
