"""Actions on accounts hold without any page before them: beyond one's reach, and on oneself, they refuse."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from gongkai_office.accounts.actions.importing import import_people
from gongkai_office.accounts.actions.people import disable_person
from gongkai_office.accounts.actions.roles import grant_to_several
from gongkai_office.accounts.errors import OutOfReach, Refused
from gongkai_office.accounts.importing import Line
from gongkai_office.accounts.models import Appointment, User
from gongkai_office.accounts.password_actions import reset_password
from gongkai_office.accounts.queries import people_for
from gongkai_office.accounts.second_factor_actions import remove_second_factor
from gongkai_office.accounts.signing_in_actions import unlock
from gongkai_office.accounts.words import Role
from gongkai_office.audit.models import Event
from tests.office.city import City, make_city, person
from tests.office.cloned import Clone

RESETS = (
    (reset_password, Role.SYSTEM_ADMINISTRATOR),
    (remove_second_factor, Role.SECURITY_ADMINISTRATOR),
    (unlock, Role.SECURITY_ADMINISTRATOR),
)


@pytest.mark.parametrize(("act", "role"), RESETS)
def test_nobody_opens_the_account_of_somebody_beyond_their_reach(city: City, act, role: Role) -> None:
    by = person(city.county, role, below=True)
    elsewhere = person(city.other_county)
    above = person(city.county)
    Appointment.objects.create(user=above, role=Role.SECURITY_ADMINISTRATOR, organ=city.city, below=True)
    for user in (elsewhere, above):
        with pytest.raises(OutOfReach):
            act(user, by=by)
    assert not Event.objects.exists()


@pytest.mark.parametrize(("act", "role"), RESETS)
def test_a_role_of_the_office_opens_no_account(city: City, act, role: Role) -> None:
    with pytest.raises(OutOfReach):
        act(person(city.county), by=person(city.county, Role.UNIT_HEAD, below=True))


@pytest.mark.parametrize(("act", "role"), RESETS[:2])
def test_nobody_resets_their_own_password_or_second_factor(city: City, act, role: Role) -> None:
    by = person(city.city, role, below=True)
    with pytest.raises(Refused, match="不能"):
        act(by, by=by)
    by.refresh_from_db()
    assert not by.must_change_password


def test_who_held_a_role_once_is_no_longer_seen(city: City) -> None:
    seer, visitor = person(city.county, Role.UNIT_HEAD, below=True), person(city.bureau)
    held = Appointment.objects.create(user=visitor, role=Role.SUPERVISOR, organ=city.county)
    assert visitor in people_for(seer)
    held.valid_to = timezone.localdate() - dt.timedelta(days=1)
    held.save()
    assert visitor not in people_for(seer)


def test_an_import_writes_all_rows_before_its_first_event(city: City) -> None:
    by = person(city.city, Role.SYSTEM_ADMINISTRATOR, below=True)
    lines = [Line(number, f"new-{number}-x", "甲", city.county, "", "", None, ()) for number in range(2, 5)]
    with CaptureQueriesContext(connection) as asked:
        import_people(lines, file=1, by=by)
    written = [one["sql"] for one in asked if one["sql"].startswith("INSERT")]
    people = [number for number, sql in enumerate(written) if "accounts_user" in sql]
    events = [number for number, sql in enumerate(written) if "audit_event" in sql]
    assert (len(people), len(events)) == (3, 3)
    assert max(people) < min(events)


def test_between_two_of_several_grants_nothing_is_locked(clone: Clone) -> None:
    city = make_city()
    by = person(city.city, Role.SECURITY_ADMINISTRATOR, below=True)
    people = [person(city.county) for _ in range(3)]
    locked: list[bool] = []

    def one_by_one() -> Iterator[User]:
        for user in people:
            locked.append(connection.in_atomic_block)
            yield user

    granted = grant_to_several(one_by_one(), by=by, role=Role.HANDLER, organ=city.county)
    assert len(granted.appointments) == 3
    assert locked == [False] * 3


@pytest.mark.parametrize(("because", "plain"), [("调离", True), ("患病住院", False)])
def test_a_reason_in_somebodys_own_words_is_in_the_log_as_a_digest(city: City, because: str, plain: bool) -> None:
    user = disable_person(person(city.county), because=because, by=None)
    (event,) = Event.objects.filter(verb="people.disable")
    assert (event.after["disabled_because"] == because) is plain
    assert event.after["disabled_because"].startswith("hmac-") is not plain
    assert user.disabled_because == because
