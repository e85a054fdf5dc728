"""The second factor: who needs it, setting it up, showing it, losing it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import pytest
import time_machine
from django.core.checks import run_checks
from django.test import Client
from django.urls import reverse
from django_otp.oath import totp
from django_otp.plugins.otp_static.models import StaticToken

from gongkai_office.accounts.models import Phone, User
from gongkai_office.accounts.seals import seal
from gongkai_office.accounts.second_factor_actions import remove_second_factor
from gongkai_office.accounts.words import Role
from gongkai_office.audit.models import Event
from tests.office.accounts.doors import PROFILE, enter, is_in, text_of, verbs
from tests.office.city import City, person

VERIFY, RECOVERY = reverse("accounts:second_factor"), reverse("accounts:recovery")
SET_UP, RENEW = reverse("accounts:set_up_second_factor"), reverse("accounts:renew_recovery_codes")
START = dt.datetime.fromisoformat("2026-03-02T09:00:00+08:00")


@pytest.fixture(autouse=True)
def clock(settings: Any) -> Iterator[time_machine.Traveller]:
    """The second factor is on, and a clock is moved by hand."""
    settings.GONGKAI_SECOND_FACTOR = True
    with time_machine.travel(START, tick=False) as traveller:
        yield traveller


def code_of(user: User, later: int = 0) -> str:
    """Return what somebody's phone shows now, or some steps of half a minute later."""
    return f"{totp(Phone.objects.get(user=user).bin_key, drift=later):06d}"


def set_up(client: Client) -> tuple[Any, list[str]]:
    """Set a phone up as its owner would, and return the last page and the recovery codes on it."""
    page = client.get(SET_UP)
    key = re.sub(r"\s", "", text_of(page).split("密钥填：")[1])[:32]
    import base64

    answer = client.post(SET_UP, {"token": f"{totp(base64.b32decode(key)):06d}"})
    return answer, answer.context["codes"]


def with_phone(city: City, *roles: Role) -> tuple[User, list[str]]:
    user, browser = person(city.county, *roles), Client()
    enter(browser, user.username)
    return user, set_up(browser)[1]


@pytest.mark.parametrize("role", list(Role))
def test_who_must_have_it_is_a_matter_of_role(city: City, client: Client, role: Role) -> None:
    needs = {"system_administrator", "security_administrator", "audit_administrator", "unit_head", "leader"}
    enter(client, person(city.county, role).username)
    answer = client.get(PROFILE)
    if role in needs:
        assert answer.url.startswith(SET_UP)
    else:
        assert answer.status_code == 200


def test_it_can_be_switched_off_and_asked_of_other_roles(city: City, client: Client, settings: Any) -> None:
    user = person(city.county, Role.HANDLER)
    enter(client, user.username)
    settings.GONGKAI_SECOND_FACTOR_ROLES = ("handler",)
    assert client.get(PROFILE).url.startswith(SET_UP)
    settings.GONGKAI_SECOND_FACTOR = False
    assert is_in(client)
    assert client.get(SET_UP).url == PROFILE


def test_a_role_that_has_ended_asks_for_nothing(city: City, client: Client) -> None:
    user = person(city.county, Role.LEADER)
    user.appointments.update(valid_to=dt.date(2026, 3, 1))
    enter(client, user.username)
    assert is_in(client)


def test_a_phone_is_set_up_with_the_key_on_the_page(city: City, client: Client) -> None:
    user = person(city.county, Role.LEADER)
    enter(client, user.username)
    page = client.get(SET_UP)
    assert 'src="data:image/svg+xml;base64,' in page.content.decode()
    assert page["Cache-Control"].count("no-store")
    answer, codes = set_up(client)
    assert len(set(codes)) == 10
    assert "只显示这一次" in text_of(answer)
    assert all(code in unquote(answer.context["file"]) for code in codes)
    assert is_in(client)
    assert verbs() == ["accounts.sign_in", "accounts.set_up_second_factor"]
    assert user.totpdevice_set.get().confirmed


def test_the_square_says_whose_phone_it_is_for_which_site(city: City, client: Client) -> None:
    user = person(city.county, Role.LEADER, username="lingdao")
    with_phone_at = Phone(user=user, key=seal(bytes(20), owner=user.pk))
    assert unquote(with_phone_at.config_url).startswith("otpauth://totp/政府信息公开:lingdao?secret=")


def test_a_wrong_first_code_sets_nothing_up_and_the_key_stays(city: City, client: Client) -> None:
    enter(client, person(city.county, Role.LEADER).username)
    before = client.get(SET_UP).context["key"]
    answer = client.post(SET_UP, {"token": "000000"})
    assert "动态口令不正确" in text_of(answer)
    assert answer.context["key"] == before
    assert not Phone.objects.exists()
    assert not is_in(client)


def test_setting_up_ends_the_sessions_that_did_without(city: City, client: Client) -> None:
    user, elsewhere = person(city.county), Client()
    enter(elsewhere, user.username)
    enter(client, user.username)
    set_up(client)
    assert is_in(client)
    assert not is_in(elsewhere)
    assert user.sessions.get().session_key == client.session.session_key


def test_after_the_password_the_code_of_the_phone_and_nothing_before_it(
    city: City, client: Client, clock: time_machine.Traveller
) -> None:
    user, _ = with_phone(city, Role.LEADER)
    clock.shift(dt.timedelta(minutes=5))
    enter(client, user.username)
    for path in ("/", PROFILE, SET_UP, RENEW, reverse("accounts:change_password")):
        assert client.get(path).url.startswith(f"{VERIFY}?next=")
    assert client.post(RENEW).url.startswith(VERIFY)
    before = client.session.session_key
    assert client.post(VERIFY, {"token": code_of(user), "next": PROFILE}).url == PROFILE
    assert client.session.session_key != before
    assert is_in(client)


def test_who_has_set_it_up_freely_is_asked_too(city: City, client: Client, clock: time_machine.Traveller) -> None:
    user, _ = with_phone(city)
    enter(client, user.username)
    assert client.get(PROFILE).url.startswith(VERIFY)


def test_a_code_with_a_blank_inside_is_taken_and_one_that_was_used_is_not(
    city: City, client: Client, clock: time_machine.Traveller
) -> None:
    user, _ = with_phone(city, Role.LEADER)
    clock.shift(dt.timedelta(minutes=5))
    code, other = code_of(user), Client()
    enter(client, user.username)
    enter(other, user.username)
    assert client.post(VERIFY, {"token": f" {code[:3]} {code[3:]}"}).status_code == 302
    assert "动态口令不正确" in text_of(other.post(VERIFY, {"token": code}))
    assert not is_in(other)


def test_wrong_codes_make_one_wait_longer_and_longer(
    city: City, client: Client, clock: time_machine.Traveller
) -> None:
    user, _ = with_phone(city, Role.LEADER)
    clock.shift(dt.timedelta(minutes=5))
    enter(client, user.username)
    wrong = "000000" if code_of(user) != "000000" else "000001"
    for wait in (1, 2, 4):
        client.post(VERIFY, {"token": wrong})
        assert f"请等{wait}秒再试" in text_of(client.post(VERIFY, {"token": code_of(user)}))
        clock.shift(dt.timedelta(seconds=wait))
    assert client.post(VERIFY, {"token": code_of(user)}).status_code == 302
    assert verbs()[-4:] == ["accounts.second_factor_failed"] * 3 + ["accounts.pass_second_factor"]


def test_a_recovery_code_lets_in_once(city: City, client: Client) -> None:
    user, codes = with_phone(city, Role.LEADER)
    enter(client, user.username)
    assert client.post(RECOVERY, {"token": codes[3].upper().replace("-", " ")}).status_code == 302
    assert "剩9个" in text_of(client.get(PROFILE))
    other = Client()
    enter(other, user.username)
    assert "已经用过" in text_of(other.post(RECOVERY, {"token": codes[3]}))
    assert Event.objects.filter(verb="accounts.pass_second_factor").get().after == {"how": "recovery_code"}


def test_recovery_codes_are_not_kept_in_plain(city: City) -> None:
    _, codes = with_phone(city, Role.LEADER)
    kept = set(StaticToken.objects.values_list("token", flat=True))
    assert len(kept) == 10
    assert not kept & {code.replace("-", "") for code in codes}
    assert not any(code in str(event.__dict__) for code in codes for event in Event.objects.all())


def test_new_recovery_codes_void_the_old_ones(city: City, client: Client) -> None:
    user, codes = with_phone(city, Role.LEADER)
    enter(client, user.username)
    client.post(RECOVERY, {"token": codes[0]})
    renewed = client.post(RENEW).context["codes"]
    other = Client()
    enter(other, user.username)
    assert other.post(RECOVERY, {"token": codes[1]}).status_code == 200
    other.post(RECOVERY, {"token": renewed[1]})
    assert not is_in(other)


def test_nobody_passes_with_the_code_of_another(city: City, client: Client, clock: time_machine.Traveller) -> None:
    user, _ = with_phone(city, Role.LEADER)
    other, others_codes = with_phone(city, Role.LEADER)
    clock.shift(dt.timedelta(minutes=5))
    enter(client, user.username)
    client.post(VERIFY, {"token": code_of(other)})
    client.post(RECOVERY, {"token": others_codes[0]})
    assert not is_in(client)


def test_a_new_phone_takes_the_place_of_the_old_one(
    city: City, client: Client, clock: time_machine.Traveller
) -> None:
    user, codes = with_phone(city, Role.LEADER)
    enter(client, user.username)
    client.post(RECOVERY, {"token": codes[0]})
    before = Phone.objects.get(user=user).key
    set_up(client)
    assert Phone.objects.get(user=user).key != before
    assert StaticToken.objects.filter(device__user=user).count() == 10


@pytest.mark.parametrize("page", [SET_UP, RENEW])
def test_an_unlocked_screen_is_not_enough_to_replace_the_phone_or_its_codes(
    city: City, client: Client, clock: time_machine.Traveller, page: str
) -> None:
    user, _ = with_phone(city, Role.LEADER)

    def kept() -> tuple[bytes, set[str]]:
        return Phone.objects.get(user=user).bin_key, set(StaticToken.objects.values_list("token", flat=True))

    clock.shift(dt.timedelta(minutes=5))
    enter(client, user.username)
    client.post(VERIFY, {"token": code_of(user)})
    assert client.post(page, {"token": "000000"}).status_code == 200
    clock.shift(dt.timedelta(minutes=5))
    before = kept()
    asks = client.post(page, {"token": "000000"}).url
    assert asks.startswith(f"{VERIFY}?next=")
    assert is_in(client)
    assert "确认是您本人" in text_of(client.get(asks))
    assert client.post(VERIFY, {"token": "000000"}).status_code == 200
    assert client.post(page).url == asks
    assert kept() == before
    if page == SET_UP:
        clock.shift(dt.timedelta(seconds=1))
        client.post(VERIFY, {"token": code_of(user)})
        set_up(client)
        assert kept() != before


def test_the_security_administrator_removes_a_lost_phone_and_the_next_sign_in_sets_up_another(
    city: City, client: Client, clock: time_machine.Traveller
) -> None:
    user, codes = with_phone(city, Role.LEADER)
    administrator = person(city.city, Role.SECURITY_ADMINISTRATOR, below=True)
    enter(client, user.username)
    client.post(RECOVERY, {"token": codes[0]})
    remove_second_factor(user, by=administrator)
    assert not is_in(client)
    enter(client, user.username)
    assert client.get(PROFILE).url.startswith(SET_UP)
    event = Event.objects.get(verb="accounts.remove_second_factor")
    assert (event.actor, event.subject_id, event.after["phones"]) == (administrator.pk, str(user.pk), 1)


def test_a_one_time_password_is_changed_before_a_phone_is_set_up(city: City, client: Client) -> None:
    user = person(city.county, Role.LEADER, must_change_password=True)
    enter(client, user.username)
    assert client.get(PROFILE).url.startswith(reverse("accounts:change_password"))


def test_a_role_that_does_not_exist_is_found_before_the_site_starts(settings: Any) -> None:
    settings.GONGKAI_SECOND_FACTOR_ROLES = ("leader", "chief")
    (error,) = run_checks(tags=["accounts"])
    assert "“chief”不存在" in error.msg
