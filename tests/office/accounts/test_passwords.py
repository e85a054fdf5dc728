"""What a password must be like, how old it may become, and passwords for one sign-in."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
import time_machine
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from gongkai_office.accounts.models import PastPassword, User
from gongkai_office.accounts.password_actions import change_password, reset_password
from gongkai_office.accounts.passwords import NotUsedBefore, Rows, make_one_time_password
from gongkai_office.accounts.words import Role
from gongkai_office.audit.models import Event
from tests.office.accounts.doors import NEW_PASSWORD, PROFILE, enter, is_in, text_of
from tests.office.city import PASSWORD, City, person

CHANGE = reverse("accounts:change_password")


@pytest.mark.parametrize(
    ("password", "says"),
    [
        ("Kuai-9x", "至少 10 个字符"),
        ("qiuyuetianhe86", "至少 3 种，现在只有 2 种"),
        ("Qiuyue_Tian1234", "“1234”"),
        ("Qiuyue_Tian4321", "“4321”"),
        ("Qiuyue_Tian0000", "“0000”"),
        ("Qiuyue_Asdf_86", "“Asdf”"),
        ("Qiuyue_lkjh_86", "“lkjh”"),
        ("Liuyun_Qiuyue-86", "太相似"),
        ("Qiuyue-13800007654", "太相似"),
        ("Qiuyue-007654-X", "太相似"),
        ("Qiuyue_lyun2020-8", "太相似"),
        ("Password@2026", "常见口令"),
        ("P@ssw0rd!!975", "常见口令"),
        ("1qaz@WSX", "常见口令"),
        ("Admin@!97531", "常见口令"),
        ("Woaini20260308", "常见口令"),
        ("Gongkai@2026", "常见口令"),
        ("G0ngkai@2026", "常见口令"),
        ("Zhengwu@123", "常见口令"),
        ("Huawei@123", "常见口令"),
        ("Zwgk-Admin#86", "常见口令"),
        ("Yingze_2026!", "常见口令"),
        ("Qiuyue_1qaz86", "“1qaz”"),
        ("1qaz@WSX3edc", "“1qaz”"),
        ("Qiuyue_!@#$86", "“!@#$”"),
    ],
)
def test_a_weak_password_is_refused_and_told_why(password: str, says: str, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["zwgk.yingze.gov.cn"]
    user = User(username="liuyun", name="柳云", phone="13800007654", email="lyun2020@example.com")
    with pytest.raises(ValidationError) as refused:
        validate_password(password, user)
    assert says in " ".join(refused.value.messages)


@pytest.mark.parametrize(
    "password",
    [
        PASSWORD,
        NEW_PASSWORD,
        "三春日暖Kai-7花开",
        "correct Horse 7 staple",
        "Admin-83#91-77!26",
        "Gongkai_Taohua-86",
    ],
)
def test_a_good_password_is_taken(password: str) -> None:
    validate_password(
        password, User(username="liuyun", name="柳云", phone="13800007654", email="lyun2020@example.com")
    )


@given(st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=4, max_size=12))
def test_a_row_is_found_exactly_where_four_neighbours_stand_side_by_side(password: str) -> None:
    lines = ["abcdefghijklmnopqrstuvwxyz", "0123456789", "qwertyuiop", "asdfghjkl", "zxcvbnm"]
    lines += ["1qaz", "2wsx", "3edc", "4rfv", "5tgb", "6yhn", "7ujm"]
    rows = {line[i : i + 4] for whole in lines for line in (whole, whole[::-1]) for i in range(len(line) - 3)}
    rows |= {sign * 4 for sign in "abcdefghijklmnopqrstuvwxyz0123456789"}
    try:
        Rows(4).validate(password)
        found = False
    except ValidationError:
        found = True
    assert found == any(row in password for row in rows)


def test_one_time_passwords_are_strong_and_none_is_like_another() -> None:
    made = {make_one_time_password() for _ in range(200)}
    assert len(made) == 200
    for one in made:
        assert len(one) == 19
        assert not set("01lIoOi") & set(one.replace("-", ""))
        assert {True} == {any(kind(sign) for sign in one) for kind in (str.isupper, str.islower, str.isdigit)}


def change(client: Client, old: str = PASSWORD, new: str = NEW_PASSWORD, again: str = "", **more: str) -> Any:
    return client.post(CHANGE, {"old": old, "new": new, "again": again or new, **more})


def test_one_changes_ones_password_and_stays_in_while_other_devices_are_out(city: City, client: Client) -> None:
    user, elsewhere = person(city.county), Client()
    enter(client, user.username)
    enter(elsewhere, user.username)
    answer = change(client)
    assert answer.url == PROFILE
    assert "口令已修改" in text_of(client.get(PROFILE))
    assert not is_in(elsewhere)
    assert user.sessions.get().session_key == client.session.session_key
    assert enter(Client(), user.username).status_code == 200
    assert enter(Client(), user.username, NEW_PASSWORD).status_code == 302
    event = Event.objects.get(verb="accounts.change_password")
    assert (event.actor, event.subject_id, event.after) == (user.pk, str(user.pk), {"sessions_ended": 1})
    assert NEW_PASSWORD not in str(event.__dict__)


@pytest.mark.parametrize(
    ("old", "new", "again", "says"),
    [
        ("Wrong-Password-1", NEW_PASSWORD, NEW_PASSWORD, "原口令不正确"),
        (PASSWORD, NEW_PASSWORD, NEW_PASSWORD + "x", "两次输入的新口令不一样"),
        (PASSWORD, "Kuai-9x", "Kuai-9x", "至少10个字符"),
        (PASSWORD, PASSWORD, PASSWORD, "这个口令用过"),
        (PASSWORD, "", "", "请填写新口令"),
    ],
)
def test_a_change_that_is_refused_changes_nothing(
    city: City, client: Client, old: str, new: str, again: str, says: str
) -> None:
    user = person(city.county)
    enter(client, user.username)
    answer = change(client, old, new, again)
    assert says in text_of(answer)
    assert is_in(client)
    assert User.objects.get(pk=user.pk).check_password(PASSWORD)


def test_none_of_the_last_five_passwords_comes_back_and_the_sixth_may(city: City) -> None:
    user = person(city.county)
    for number in range(5):
        change_password(user, new=f"Qiuyue_Tianhe-{number}", session_key=None, by=user)
    for number in range(5):
        with pytest.raises(ValidationError, match="最近 5 次"):
            validate_password(f"Qiuyue_Tianhe-{number}", user)
    validate_password(PASSWORD, user)
    assert PastPassword.objects.filter(user=user).count() == 4
    NotUsedBefore(2).validate("Qiuyue_Tianhe-2", user)
    with pytest.raises(ValidationError):
        NotUsedBefore(2).validate("Qiuyue_Tianhe-3", user)


def test_a_one_time_password_must_be_changed_before_anything_else(city: City, client: Client) -> None:
    user = person(city.county)
    password = reset_password(user, by=None)
    enter(client, user.username, password)
    for path in ("/", PROFILE, reverse("administration:organs")):
        assert client.get(path).url.startswith(f"{CHANGE}?next=")
    assert client.post(reverse("accounts:end_sessions")).url.startswith(CHANGE)
    assert "一次性口令，请先设置自己的口令" in text_of(client.get(CHANGE))
    assert change(client, password, next=PROFILE).url == PROFILE
    assert is_in(client)


def test_who_must_change_the_password_may_also_leave(city: City, client: Client) -> None:
    user = person(city.county, must_change_password=True)
    enter(client, user.username)
    client.post(reverse("accounts:sign_out"))
    assert "_auth_user_id" not in client.session


def test_a_reset_is_in_the_log_ends_all_sessions_and_shows_the_password_once(city: City, client: Client) -> None:
    user = person(city.county)
    administrator = person(city.city, Role.SYSTEM_ADMINISTRATOR, below=True)
    enter(client, user.username)
    password = reset_password(user, by=administrator)
    assert not is_in(client)
    event = Event.objects.get(verb="accounts.reset_password")
    assert (event.actor, event.subject_id) == (administrator.pk, str(user.pk))
    assert password not in str([one.__dict__ for one in Event.objects.all()])
    assert User.objects.get(pk=user.pk).check_password(password)


def test_a_password_grows_old_after_ninety_days(city: City, client: Client, settings: Any) -> None:
    changed = dt.datetime.fromisoformat("2026-01-05T10:00:00+08:00")
    user = person(city.county, password_changed_at=changed)
    with time_machine.travel(changed + dt.timedelta(days=90, seconds=-5), tick=False):
        enter(client, user.username)
        assert is_in(client)
    with time_machine.travel(changed + dt.timedelta(days=90), tick=False):
        assert client.get(PROFILE).url.startswith(CHANGE)
        assert "已使用超过90天" in text_of(client.get(CHANGE))
        assert change(client).status_code == 302
        assert is_in(client)
    settings.GONGKAI_PASSWORD_DAYS = 0
    with time_machine.travel("2036-01-05", tick=False):
        enter(client, user.username, NEW_PASSWORD)
        assert is_in(client)


def test_the_rules_are_said_while_one_types_and_the_password_is_not_echoed(city: City, client: Client) -> None:
    user = person(city.county, username="liuyun")
    enter(client, user.username)
    answer = client.post(reverse("accounts:password_rules"), {"new": "liuyun1"})
    said = text_of(answer)
    assert "✗至少10个字符（不符合）" in said
    assert "✗不含账号、姓名、手机、邮箱（不符合）" in said
    assert "✓没有4个连续或重复的字符" in said
    assert "·不与最近5次用过的口令相同" in said
    assert "liuyun1" not in answer.content.decode()
    assert "✗" not in text_of(client.get(CHANGE))


def test_who_has_no_password_here_is_not_asked_to_change_it(city: City, client: Client) -> None:
    user = person(city.county)
    user.set_unusable_password()
    user.save()
    client.force_login(user)
    assert client.get(CHANGE).url == PROFILE
