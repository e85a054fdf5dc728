"""The gate: who may do what to which organ, and on which days."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from gongkai_office.accounts import gate
from gongkai_office.accounts.actions.roles import grant_role
from gongkai_office.accounts.gate import (
    TABLE,
    Action,
    may,
    may_somewhere,
    organ_or_404,
    organs_for,
)
from gongkai_office.accounts.models import Appointment, User
from gongkai_office.accounts.queries import people_for
from gongkai_office.accounts.words import ACTIONS, ADMINISTRATORS, Role
from gongkai_office.organs.models import Organ
from tests.office.city import City, person

DAY = dt.timedelta(days=1)
# What gives rights or accounts, and what looks at what others did.
GRANTING = {
    Action.EDIT_PEOPLE,
    Action.GRANT_ROLES,
    Action.REVIEW_ACCESS,
    Action.RESET_SECOND_FACTOR,
    Action.UNLOCK_PEOPLE,
}
AUDITING = {Action.READ_LOG, Action.EXPORT_LOG, Action.VERIFY_LOG}
TODAY = dt.date(2026, 3, 16)
FOREVER = dt.datetime(2026, 3, 16, 9, tzinfo=dt.UTC)


def fresh(user: User) -> User:
    return User.objects.get(pk=user.pk)


# The table


def test_no_role_both_grants_and_audits() -> None:
    for role in Role:
        assert not (may_of(role) & GRANTING and may_of(role) & AUDITING), role


def test_no_role_may_do_everything_and_no_two_administrators_share_a_power() -> None:
    for role in Role:
        assert may_of(role) < set(Action)
    seeing = {action for action in Action if action.value.rpartition(".")[2].startswith(("see", "read"))}
    # Each confirms what another kind asks for, and decides on the accounts of another kind.
    shared = {Action.DISABLE_PEOPLE, Action.CONFIRM_RESETS, Action.DECIDE_ACCOUNTS}
    powers = [may_of(role) - seeing - shared for role in ADMINISTRATORS]
    for number, one in enumerate(powers):
        for other in powers[number + 1 :]:
            assert not one & other


def test_who_makes_accounts_gives_no_rights_and_cannot_take_over_an_account() -> None:
    making = may_of(Role.SYSTEM_ADMINISTRATOR)
    assert Action.EDIT_PEOPLE in making
    assert not making & {Action.GRANT_ROLES, Action.REVIEW_ACCESS, Action.RESET_SECOND_FACTOR}
    assert Action.EDIT_PEOPLE not in may_of(Role.SECURITY_ADMINISTRATOR)


def test_roles_of_the_office_neither_make_accounts_nor_grant_nor_audit() -> None:
    for role in set(Role) - set(ADMINISTRATORS):
        assert not may_of(role) & (GRANTING | AUDITING | {Action.DISABLE_PEOPLE})


def test_every_action_is_in_the_table_has_somebody_and_a_title() -> None:
    assert set(TABLE) == set(Action)
    assert all(TABLE.values())
    assert list(ACTIONS) == [action.value for action in Action]


def test_the_reference_is_the_table() -> None:
    rows = list(gate.reference())
    assert [row[0] for row in rows] == [action.value for action in Action]
    for value, _, marks in rows:
        assert {role for role, mark in zip(Role, marks, strict=True) if mark} == TABLE[Action(value)]


def test_every_action_opens_a_page_and_every_page_names_its_action() -> None:
    used = {view.action for view in views() if hasattr(view, "action")}
    assert set(Action) - used == {Action.WITHDRAW_FILES}  # asked on the page that takes back one's own files, too


def views(patterns: list[URLPattern | URLResolver] | None = None):
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            yield from views(pattern.url_patterns)
        else:
            yield pattern.callback


def may_of(role: Role) -> set[Action]:
    return {action for action, roles in TABLE.items() if role in roles}


# The subtree


@given(
    st.lists(st.integers(1, 40), min_size=1, max_size=5),
    st.lists(st.integers(1, 40), min_size=1, max_size=5),
)
def test_a_prefix_of_a_path_is_an_ancestor_and_nothing_else(one: list[int], other: list[int]) -> None:
    def path(steps: list[int]) -> str:
        found = ""
        for step in steps:
            found = Organ._get_path(found, len(found) // Organ.steplen + 1, step)
        return found

    assert path(other).startswith(path(one)) == (other[: len(one)] == one)


@pytest.mark.parametrize("below", [False, True])
def test_a_role_reaches_its_organ_and_what_is_below_only_where_it_says_so(city: City, below: bool) -> None:
    user = person(city.county, Role.SYSTEM_ADMINISTRATOR, below=below)
    wanted = {city.county, city.county_bureau} if below else {city.county}
    assert set(organs_for(user)) == set(organs_for(user, Action.EDIT_ORGANS)) == wanted
    for organ in Organ.objects.all():
        assert may(user, Action.EDIT_ORGANS, organ) == (organ in wanted)
        assert may(user, Action.EDIT_ORGANS, organ, below=True) == (below and organ in wanted)


def test_many_siblings_are_told_apart(city: City) -> None:
    siblings = [
        Organ.objects.add_child(
            city.county, {"name": f"萤台县第{number}中学", "kind": "public_body", "level": "county"}
        )
        for number in range(40)
    ]
    for organ in siblings[::7]:
        assert list(organs_for(person(organ, Role.HANDLER, below=True))) == [organ]


def test_one_list_and_one_question_say_the_same(city: City) -> None:
    for role, reach, place in itertools.product(Role, (False, True), (city.county, city.city)):
        user = person(place, role, below=reach)
        for action in Action:
            for below in (False, True):
                listed = set(organs_for(user, action, below=below))
                assert listed == {organ for organ in Organ.objects.all() if may(user, action, organ, below=below)}


def test_two_roles_do_not_lend_each_other_their_reach(city: City) -> None:
    user = person(city.county, Role.SYSTEM_ADMINISTRATOR)
    Appointment.objects.create(user=user, role=Role.HANDLER, organ=city.city, below=True)
    assert may(user, Action.EDIT_ORGANS, city.county)
    assert not may(user, Action.EDIT_ORGANS, city.other_county)
    assert not may(user, Action.EDIT_ORGANS)
    assert may(user, Action.SEE_ORGANS, city.other_county)


@pytest.mark.parametrize(
    ("organ", "below", "everywhere"),
    [("city", True, True), ("city", False, False), ("county", True, False), ("foreign", True, False)],
)
def test_the_whole_installation_needs_a_whole_tree(city: City, organ: str, below: bool, everywhere: bool) -> None:
    user = person(getattr(city, organ), Role.SYSTEM_ADMINISTRATOR, below=below)
    assert may(user, Action.SEE_HEALTH) == everywhere


def test_of_two_roots_one_runs_the_installation_the_first_or_the_one_that_the_setting_names(
    city: City, settings
) -> None:
    ours, theirs, countys = (
        person(organ, Role.SYSTEM_ADMINISTRATOR, below=True).pk for organ in (city.city, city.foreign, city.county)
    )

    def who_may() -> list[int]:
        return [user.pk for user in User.objects.order_by("pk") if may(user, Action.SEE_HEALTH)]

    assert who_may() == [ours]
    assert may(User.objects.get(pk=theirs), Action.EDIT_PEOPLE, city.foreign, below=True)
    settings.GONGKAI_ROOT_ORGAN = city.foreign.pk
    assert who_may() == [theirs]
    settings.GONGKAI_ROOT_ORGAN = city.county.pk
    assert who_may() == []
    assert may(User.objects.get(pk=countys), Action.EDIT_PEOPLE, city.county, below=True)


def test_administrators_of_the_organ_that_runs_the_installation_reach_its_other_trees(city: City, settings) -> None:
    for role, reach in itertools.product(Role, (False, True)):
        user = person(city.city, role, below=reach)
        assert (city.foreign in organs_for(user)) == (reach and role in ADMINISTRATORS), role
    granter = person(city.city, Role.SECURITY_ADMINISTRATOR, below=True)
    beyond = person(city.foreign, Role.HANDLER, below=True)
    assert may(granter, Action.GRANT_ROLES, city.foreign, below=True)
    assert beyond in people_for(granter, Action.GRANT_ROLES)
    assert grant_role(user=beyond, role=Role.LIAISON, organ=city.foreign, by=granter).organ == city.foreign
    settings.GONGKAI_ROOT_ORGAN = city.foreign.pk
    assert not may(fresh(granter), Action.GRANT_ROLES, city.foreign)
    assert set(organs_for(fresh(granter))) == set(Organ.objects.exclude(pk=city.foreign.pk))


def test_when_the_first_root_is_abolished_the_next_runs_the_installation(city: City) -> None:
    theirs = person(city.foreign, Role.SYSTEM_ADMINISTRATOR, below=True)
    for days, runs in ((1, False), (0, True)):
        gone = timezone.localdate() + days * DAY
        Organ.objects.filter(pk=city.city.pk).update(abolished_on=gone)
        assert may(User.objects.get(pk=theirs.pk), Action.SEE_HEALTH) is runs


def test_what_is_not_seen_does_not_exist_and_what_is_seen_only_is_refused(city: City) -> None:
    user = person(city.county, Role.HANDLER, below=True)
    assert organ_or_404(user, Action.SEE_ORGANS, city.county_bureau.pk) == city.county_bureau
    with pytest.raises(PermissionDenied):
        organ_or_404(user, Action.EDIT_ORGANS, city.county.pk)
    for organ in (city.city, city.other_county, city.foreign):
        with pytest.raises(Http404):
            organ_or_404(user, Action.SEE_ORGANS, organ.pk)


# Days and states


@pytest.mark.parametrize(
    ("days", "holds"),
    [
        ({"valid_from": TODAY}, True),
        ({"valid_from": TODAY + DAY}, False),
        ({"valid_from": TODAY - DAY, "valid_to": TODAY}, True),
        ({"valid_from": TODAY - DAY, "valid_to": TODAY - DAY}, False),
        ({"valid_from": TODAY - DAY, "ended_at": FOREVER}, False),
    ],
)
def test_a_role_counts_from_its_first_to_its_last_day(city: City, time_machine, days, holds: bool) -> None:
    time_machine.move_to(dt.datetime(2026, 3, 16, 12, tzinfo=dt.UTC))
    user = person(city.county)
    Appointment.objects.create(user=user, role=Role.HANDLER, organ=city.county, **days)
    assert may(user, Action.SEE_ORGANS, city.county) == may_somewhere(user, Action.SEE_ORGANS) == holds
    assert (city.county in organs_for(user)) == holds


def test_days_are_those_of_china(city: City, time_machine) -> None:
    user = person(city.county)
    Appointment.objects.create(user=user, role=Role.HANDLER, organ=city.county, valid_from=TODAY)
    time_machine.move_to(dt.datetime(2026, 3, 15, 15, 59, tzinfo=dt.UTC))
    assert not may(fresh(user), Action.SEE_ORGANS, city.county)
    time_machine.move_to(dt.datetime(2026, 3, 15, 16, 0, tzinfo=dt.UTC))
    assert may(fresh(user), Action.SEE_ORGANS, city.county)


@pytest.mark.parametrize(("abolished", "holds"), [(TODAY, False), (TODAY - DAY, False), (TODAY + DAY, True)])
def test_a_role_over_an_abolished_organ_gives_nothing(city: City, time_machine, abolished, holds: bool) -> None:
    time_machine.move_to(dt.datetime(2026, 3, 16, 12, tzinfo=dt.UTC))
    user = person(city.county, Role.HANDLER, below=True)
    Organ.objects.filter(pk=city.county.pk).update(abolished_on=abolished)
    assert may(user, Action.SEE_ORGANS, city.county_bureau) == holds


def test_an_abolished_organ_below_is_still_seen_from_above(city: City) -> None:
    Organ.objects.filter(pk=city.county_bureau.pk).update(abolished_on=dt.date(2020, 1, 1))
    city.county_bureau.refresh_from_db()
    assert may(person(city.county, Role.HANDLER, below=True), Action.SEE_ORGANS, city.county_bureau)


def test_a_disabled_or_expired_account_may_nothing(city: City, time_machine) -> None:
    time_machine.move_to(dt.datetime(2026, 3, 16, 12, tzinfo=dt.UTC))
    for fields, holds in (
        ({"is_active": False}, False),
        ({"expires_on": TODAY - DAY}, False),
        ({"expires_on": TODAY}, True),
    ):
        user = person(city.county, Role.HANDLER, **fields)
        assert may(user, Action.SEE_ORGANS, city.county) == holds
        assert bool(organs_for(user)) == holds


def test_who_is_not_signed_in_may_nothing(city: City) -> None:
    for action in Action:
        assert not may_somewhere(AnonymousUser(), action)
        assert not organs_for(AnonymousUser(), action).exists()


def test_appointments_are_asked_for_once_a_request_and_anew_in_the_next(city: City) -> None:
    user = person(city.county, Role.HANDLER)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        for _ in range(5):
            assert may(user, Action.SEE_ORGANS, city.county)
    assert len(asked) == 1
    user.appointments.update(ended_at=FOREVER)
    assert not may(fresh(user), Action.SEE_ORGANS, city.county)


def test_appointments_that_were_kept_over_midnight_are_asked_for_again(city: City, time_machine) -> None:
    time_machine.move_to(dt.datetime(2026, 3, 16, 12, tzinfo=dt.UTC))
    user = person(city.county)
    Appointment.objects.create(user=user, role=Role.HANDLER, organ=city.county, valid_from=TODAY, valid_to=TODAY)
    assert may(user, Action.SEE_ORGANS, city.county)
    time_machine.shift(DAY)
    assert not may(user, Action.SEE_ORGANS, city.county)
