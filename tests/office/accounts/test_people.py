"""Accounts of people: added, changed, moved, disabled, enabled, expired."""

from __future__ import annotations

import datetime as dt
import json
import re

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from gongkai_office.accounts.actions.people import (
    add_person,
    change_person,
    disable_person,
    enable_person,
    move_person,
    set_expiry,
)
from gongkai_office.accounts.backends import is_usable
from gongkai_office.accounts.errors import OutOfReach, Refused
from gongkai_office.accounts.gate import appointments
from gongkai_office.accounts.models import Appointment, User
from gongkai_office.accounts.queries import people_for
from gongkai_office.accounts.rules import masked_email, masked_phone, username_problem
from gongkai_office.accounts.words import ADMINISTRATORS, Role
from gongkai_office.audit.models import Event
from gongkai_office.organs.models import Organ
from tests.office.city import City, person

DAY = dt.timedelta(days=1)
PRIVATE = {"name": "甄虚构", "phone": "13800000000", "email": "zhen@example.cn"}


@pytest.fixture
def keeper(city: City) -> User:
    """The county's system administrator."""
    return person(city.county, Role.SYSTEM_ADMINISTRATOR, below=True)


def test_a_new_account_has_a_password_for_once_and_no_roles(city: City, keeper: User) -> None:
    added = add_person(username=" MZ-Zhen ", organ=city.county_bureau, by=keeper, **PRIVATE)
    user = User.objects.get(username="mz-zhen")
    assert user.check_password(added.password)
    assert user.must_change_password
    assert appointments(user) == ()
    event = Event.objects.get(verb="people.add")
    assert (event.actor, event.organ, event.subject_id) == (keeper.pk, city.county_bureau.pk, str(user.pk))


def test_the_log_holds_nothing_personal(city: City, keeper: User) -> None:
    user = add_person(username="mz-zhen", organ=city.county, by=keeper, **PRIVATE).user
    change_person(user, name="甄假名", phone="13900000000", email="jia@example.cn", by=keeper)
    move_person(user, to=city.county_bureau, by=keeper)
    said = json.dumps([[e.before, e.after, e.verb] for e in Event.objects.all()], ensure_ascii=False, default=str)
    for value in (*PRIVATE.values(), "甄假名", "13900000000", "jia@example.cn", "zhen@", "password"):
        assert value not in said
    change = Event.objects.get(verb="people.change")
    assert set(change.before) == set(change.after) == {"name", "phone", "email"}
    assert all(value.startswith("hmac-") for value in change.after.values())


@pytest.mark.parametrize(
    "username",
    ["", "a", "1abc", "王某", "a b", "13800000000", "x13800000000", "110105199001010022", "a" * 41, "ａbc"],
)
def test_names_of_accounts_are_plain_and_not_personal(city: City, keeper: User, username: str) -> None:
    with pytest.raises(Refused) as refused:
        add_person(username=username, organ=city.county, by=keeper, **PRIVATE)
    assert refused.value.field == "username"
    assert not Event.objects.exists()


@given(st.from_regex(r"[a-z][a-z._-]{2,39}", fullmatch=True))
def test_a_name_of_small_letters_and_signs_is_taken(username: str) -> None:
    assert username_problem(username) is None


def test_a_name_of_account_is_taken_for_ever(city: City, keeper: User) -> None:
    user = add_person(username="mz-zhen", organ=city.county, by=keeper, **PRIVATE).user
    disable_person(user, because="调离", by=keeper)
    with pytest.raises(Refused, match="mz-zhen"):
        add_person(username="MZ-ZHEN", organ=city.county, by=keeper, **PRIVATE)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", " "), ("name", "\u200b"), ("name", "甄\u200b虚构"), ("name", "甄\u202e虚构"), ("name", "甄\n虚构"),
        ("phone", "12345"), ("email", "zhen@"),
    ],
)  # fmt: skip
def test_what_is_written_about_a_person_is_checked(city: City, keeper: User, field: str, value: str) -> None:
    with pytest.raises(Refused) as refused:
        add_person(username="mz-zhen", organ=city.county, by=keeper, **{**PRIVATE, field: value})
    assert refused.value.field == field


@pytest.mark.parametrize("organ", ["city", "other_county", "foreign"])
def test_nobody_adds_people_beyond_their_reach(city: City, keeper: User, organ: str) -> None:
    with pytest.raises(OutOfReach):
        add_person(username="mz-zhen", organ=getattr(city, organ), by=keeper, **PRIVATE)


def test_a_name_is_kept_in_one_form(city: City, keeper: User) -> None:
    said = {**PRIVATE, "name": " Jose\u0301 甄 "}
    user = add_person(username="mz-zhen", organ=city.county, by=keeper, **said).user
    assert User.objects.get(pk=user.pk).name == "Jos\u00e9 甄"
    assert change_person(user, **said, by=keeper).name == "Jos\u00e9 甄"
    assert not Event.objects.filter(verb="people.change").exists()


def test_nobody_is_added_to_an_abolished_organ(city: City, keeper: User) -> None:
    Organ.objects.filter(pk=city.county_bureau.pk).update(abolished_on=dt.date(2020, 1, 1))
    city.county_bureau.refresh_from_db()
    with pytest.raises(Refused):
        add_person(username="mz-zhen", organ=city.county_bureau, by=keeper, **PRIVATE)


def test_who_somebody_is_to_single_sign_on_is_nobody_else(city: City, keeper: User) -> None:
    person(city.county, single_sign_on="u-1001")
    user = person(city.county)
    with pytest.raises(Refused) as refused:
        change_person(user, **PRIVATE, single_sign_on=" u-1001 ", by=keeper)
    assert refused.value.field == "single_sign_on"
    assert User.objects.get(pk=user.pk).name != PRIVATE["name"]
    assert not Event.objects.exists()


def test_nothing_is_recorded_where_nothing_changes(city: City, keeper: User) -> None:
    user = add_person(username="mz-zhen", organ=city.county, by=keeper, **PRIVATE).user
    change_person(user, **PRIVATE, by=keeper)
    assert not Event.objects.filter(verb="people.change").exists()


@pytest.mark.parametrize("act", ["change", "disable", "expiry", "move"])
def test_who_holds_more_is_not_taken_over_from_below(city: City, keeper: User, act: str) -> None:
    user = person(city.county)
    Appointment.objects.create(user=user, role=Role.SUPERVISOR, organ=city.city, below=True)
    with pytest.raises(OutOfReach):
        {
            "change": lambda: change_person(user, **PRIVATE, by=keeper),
            "disable": lambda: disable_person(user, because="调离", by=keeper),
            "expiry": lambda: set_expiry(user, on=None, by=keeper),
            "move": lambda: move_person(user, to=city.county_bureau, by=keeper),
        }[act]()


def test_a_move_ends_what_was_held_there_and_nothing_else(city: City) -> None:
    keeper = person(city.city, Role.SYSTEM_ADMINISTRATOR, below=True)
    user = person(city.county, Role.HANDLER, Role.REVIEWER, below=True)
    Appointment.objects.create(user=user, role=Role.LIAISON, organ=city.county_bureau)
    Appointment.objects.create(user=user, role=Role.LIAISON, organ=city.bureau)
    move_person(user, to=city.bureau, by=keeper)
    user.refresh_from_db()
    assert user.organ == city.bureau
    assert [one.organ for one in user.appointments.filter(ended_at=None)] == [city.bureau]
    event = Event.objects.get(verb="people.move")
    assert len(event.before["appointments"]) == 3
    assert user.appointments.exclude(ended_at=None).filter(ended_by=keeper).count() == 3


def test_a_disabled_account_needs_a_reason_and_comes_back_with_its_roles(city: City, keeper: User) -> None:
    user = person(city.county_bureau, Role.HANDLER)
    with pytest.raises(Refused):
        disable_person(user, because=" ", by=keeper)
    disable_person(user, because="借调", by=keeper)
    user = User.objects.get(pk=user.pk)
    assert not is_usable(user)
    assert appointments(user) == ()
    with pytest.raises(Refused):
        disable_person(user, because="借调", by=keeper)
    enable_person(user, by=keeper)
    user = User.objects.get(pk=user.pk)
    assert is_usable(user)
    assert len(appointments(user)) == 1
    assert (user.disabled_at, user.disabled_because) == (None, "")
    assert [event.verb for event in Event.objects.order_by("number")] == ["people.disable", "people.enable"]


def test_nobody_disables_themselves(keeper: User) -> None:
    with pytest.raises(Refused):
        disable_person(keeper, because="离职", by=keeper)


def test_an_account_may_be_used_until_its_last_day(city: City, keeper: User) -> None:
    user, today = person(city.county_bureau), timezone.localdate()
    with pytest.raises(Refused):
        set_expiry(user, on=today - DAY, by=keeper)
    user = set_expiry(user, on=today, by=keeper)
    assert is_usable(user)
    user.expires_on = today - DAY
    assert not is_usable(user)


# The last security administrator


@pytest.mark.parametrize("act", ["disable", "expiry", "move"])
def test_the_last_security_administrator_stays(city: City, act: str) -> None:
    last = person(city.city, Role.SECURITY_ADMINISTRATOR, below=True)
    keeper = person(city.city, Role.SYSTEM_ADMINISTRATOR, below=True)

    def acted() -> None:
        {
            "disable": lambda: disable_person(last, because="调离", by=keeper),
            "expiry": lambda: set_expiry(last, on=timezone.localdate() + DAY, by=keeper),
            "move": lambda: move_person(last, to=city.bureau, by=keeper),
        }[act]()

    for useless in (
        {"organ": city.county, "below": True},
        {"organ": city.foreign, "below": True},
        {"organ": city.city, "below": False},
    ):
        person(useless["organ"], Role.SECURITY_ADMINISTRATOR, below=useless["below"])
    person(city.city, Role.SECURITY_ADMINISTRATOR, below=True, is_active=False)
    person(city.city, Role.SECURITY_ADMINISTRATOR, below=True, expires_on=dt.date(2020, 1, 1))
    with pytest.raises(Refused, match=last.name):
        acted()
    person(city.city, Role.SECURITY_ADMINISTRATOR, below=True)
    acted()


def test_another_tree_is_guarded_by_who_guards_the_installation(city: City) -> None:
    theirs = person(city.foreign, Role.SECURITY_ADMINISTRATOR, below=True)
    with pytest.raises(Refused, match=theirs.name):
        disable_person(theirs, because="调离", by=None)
    ours = person(city.city, Role.SECURITY_ADMINISTRATOR, below=True)
    disable_person(theirs, because="调离", by=None)
    with pytest.raises(Refused, match=ours.name):
        disable_person(ours, because="调离", by=None)


# The first administrators


def test_the_first_administrators_are_three_and_made_once(city: City, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("create_administrators")
    printed = capsys.readouterr().out
    made = {user.username: user for user in User.objects.all()}
    held = {one.user.username: one for one in Appointment.objects.select_related("user", "organ")}
    assert len(made) == len(held) == 3
    assert {one.role for one in held.values()} == set(ADMINISTRATORS)
    assert all(one.below and one.organ.is_root() for one in held.values())
    for line in printed.splitlines()[-3:]:
        _, username, password = line.split("\t")
        assert made[username].check_password(password)
        assert made[username].must_change_password
    with pytest.raises(CommandError, match="security-admin"):
        call_command("create_administrators")
    assert User.objects.count() == 3


def test_the_first_administrators_need_an_organ(db: None) -> None:
    with pytest.raises(CommandError, match="机关"):
        call_command("create_administrators")


# Who sees whom


def test_people_are_seen_where_they_work_and_where_they_hold_a_role(city: City) -> None:
    seer = person(city.county, Role.UNIT_HEAD, below=True)
    here, there = person(city.county_bureau), person(city.other_county)
    visitor = person(city.city)
    role = Appointment.objects.create(user=visitor, role=Role.SUPERVISOR, organ=city.county_bureau)
    assert set(people_for(seer)) == {seer, here, visitor}
    role.ended_at = timezone.now()
    role.save()
    assert set(people_for(seer)) == {seer, here}
    assert there not in people_for(seer)
    assert not people_for(person(city.county, Role.HANDLER, below=True))


@given(st.from_regex(r"1[0-9]{10}", fullmatch=True))
def test_a_masked_number_hides_four_digits(phone: str) -> None:
    assert re.fullmatch(r"\d{3}\*{4}\d{4}", masked_phone(phone))


def test_masks_of_what_is_short_hide_it_all() -> None:
    assert masked_phone("13800000000") == "138****0000"
    assert masked_phone("1234567") == "*******"
    assert masked_email("zhen@example.cn") == "z***@example.cn"
    assert masked_email("") == masked_phone("") == ""
