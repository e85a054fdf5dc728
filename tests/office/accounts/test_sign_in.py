"""Signing in and out by name and password."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
import time_machine
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from gongkai_office.accounts.password_actions import reset_password
from gongkai_office.audit.chain import personal
from gongkai_office.audit.models import Event
from tests.office.accounts.doors import PROFILE, SIGN_IN, enter, is_in, text_of, verbs
from tests.office.city import PASSWORD, City, person


def test_the_right_name_and_password_let_in_and_the_log_says_from_where(city: City, client: Client) -> None:
    user = person(city.county)
    answer = enter(client, user.username)
    assert (answer.status_code, answer.url) == (302, "/")
    assert is_in(client)
    event = Event.objects.get(verb="accounts.sign_in")
    assert (event.actor, event.organ, event.subject_id) == (user.pk, city.county.pk, str(user.pk))
    assert (event.address, event.after) == ("127.0.0.1", {"how": "password"})
    user.refresh_from_db()
    assert user.last_login is not None


def test_a_name_and_blanks_around_it_are_the_same_name(city: City, client: Client) -> None:
    user = person(city.county)
    enter(client, f"  {user.username} ")
    assert is_in(client)


def test_the_session_has_another_key_after_signing_in(city: City, client: Client) -> None:
    session = client.session
    session["planted"] = "by another"
    session.save()
    before = session.session_key
    enter(client, person(city.county).username)
    assert client.session.session_key != before
    assert not client.session.__class__().exists(before)


@pytest.mark.parametrize("whose", ["somebody's", "nobody's"])
def test_a_failure_says_the_same_whether_or_not_the_account_exists(city: City, client: Client, whose: str) -> None:
    name = person(city.county, username="chengban").username if whose == "somebody's" else "nobody"
    answer = enter(client, name, "Wrong-Password-1")
    assert answer.status_code == 200
    assert "账号或口令不正确" in text_of(answer)
    assert not is_in(client)


@pytest.mark.parametrize("whose", ["somebody's", "nobody's", "who has no password"])
def test_a_failure_costs_one_digest_whether_or_not_the_account_exists(
    city: City, client: Client, monkeypatch: pytest.MonkeyPatch, whose: str
) -> None:
    user = person(city.county, username="chengban")
    if whose == "who has no password":
        user.set_unusable_password()
        user.save()
    digests = []
    encode = MD5PasswordHasher.encode

    def counted(self: Any, password: str, salt: str) -> str:
        digests.append(password)
        return encode(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    enter(client, "nobody" if whose == "nobody's" else "chengban", "Wrong-Password-1")
    assert len(digests) == 1


def test_a_failure_is_in_the_log_without_the_typed_name(city: City, client: Client) -> None:
    user = person(city.county)
    enter(client, user.username, "Wrong-Password-1")
    enter(client, "My-Secret-Password-9", "Wrong-Password-1")
    of_nobody, of_user = Event.objects.filter(verb="accounts.sign_in_failed")
    assert (of_user.subject_id, of_user.organ) == (str(user.pk), city.county.pk)
    assert of_user.after == {"name": personal(user.username), "how": "password"}
    assert (of_nobody.subject_id, of_nobody.organ, of_nobody.actor) == ("", None, None)
    assert of_nobody.after["name"] == personal("My-Secret-Password-9")
    assert "Secret" not in str([(one.before, one.after) for one in Event.objects.all()])
    assert of_user.address == "127.0.0.1"


YESTERDAY = dt.timedelta(days=-1)


@pytest.mark.parametrize(
    ("fields", "says", "why"),
    [
        ({"is_active": False}, "您的账号已停用", "disabled"),
        ({"expires_on": "yesterday"}, "到期，不能登录", "expired"),
    ],
)
def test_who_may_not_sign_in_is_told_so_only_with_the_right_password(
    city: City, client: Client, fields: dict[str, Any], says: str, why: str
) -> None:
    if "expires_on" in fields:
        fields = {"expires_on": timezone.localdate() + YESTERDAY}
    user = person(city.county, **fields)
    assert says not in text_of(enter(client, user.username, "Wrong-Password-1"))
    assert says in text_of(enter(client, user.username))
    assert not is_in(client)
    assert Event.objects.get(verb="accounts.sign_in_refused").after == {"how": "password", "why": why}


def test_an_account_may_be_used_on_its_last_day(city: City, client: Client) -> None:
    enter(client, person(city.county, expires_on=timezone.localdate()).username)
    assert is_in(client)


@pytest.mark.parametrize("fields", [{"is_active": False}, {"expires_on": dt.date(2020, 1, 1)}])
def test_who_is_disabled_while_signed_in_is_out_at_once(city: City, client: Client, fields: dict[str, Any]) -> None:
    user = person(city.county)
    enter(client, user.username)
    for name, value in fields.items():
        setattr(user, name, value)
    user.save()
    assert not is_in(client)


def test_a_one_time_password_goes_stale(city: City, client: Client, settings: Any) -> None:
    user = person(city.county)
    with time_machine.travel("2026-03-02 09:00+08:00"):
        password = reset_password(user, by=None)
    with time_machine.travel("2026-03-05 09:00+08:00"):
        assert "一次性口令已超过72小时" in text_of(enter(client, user.username, password))
    with time_machine.travel("2026-03-05 08:59+08:00"):
        assert enter(client, user.username, password).status_code == 302
    settings.GONGKAI_ONE_TIME_PASSWORD_HOURS = 0
    with time_machine.travel("2026-04-05 08:59+08:00"):
        assert enter(Client(), user.username, password).status_code == 302


def test_one_comes_back_to_the_page_that_was_asked_for(city: City, client: Client) -> None:
    user = person(city.county)
    assert client.get(PROFILE).url == f"{SIGN_IN}?next={PROFILE}"
    answer = client.post(SIGN_IN, {"username": user.username, "password": PASSWORD, "next": PROFILE})
    assert answer.url == PROFILE


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "\\\\evil"]
)
def test_one_is_never_sent_to_another_site(city: City, client: Client, elsewhere: str) -> None:
    user = person(city.county)
    answer = client.post(SIGN_IN, {"username": user.username, "password": PASSWORD, "next": elsewhere})
    assert answer.url == "/"
    assert client.get(SIGN_IN, {"next": elsewhere}).url == "/"


def test_signing_out_ends_the_session_and_is_in_the_log(city: City, client: Client) -> None:
    user = person(city.county)
    enter(client, user.username)
    key = client.session.session_key
    answer = client.post(reverse("accounts:sign_out"))
    assert "您已安全退出" in text_of(client.get(answer.url))
    assert not is_in(client)
    assert not client.session.__class__().exists(key)
    assert verbs() == ["accounts.sign_in", "accounts.sign_out"]


def test_nobody_is_signed_out_by_a_link(city: City, client: Client) -> None:
    enter(client, person(city.county).username)
    assert client.get(reverse("accounts:sign_out")).status_code == 405
    assert is_in(client)


def test_the_sign_in_page_is_kept_by_no_cache_and_needs_its_token(city: City) -> None:
    page = Client(enforce_csrf_checks=True)
    assert "no-store" in page.get(SIGN_IN)["Cache-Control"]
    assert enter(page, person(city.county).username).status_code == 403


@pytest.mark.parametrize("name", ["", "a" * 61, "nul\x00name"])
def test_a_name_that_cannot_be_is_refused_without_a_question_to_the_database(
    city: City, client: Client, name: str
) -> None:
    assert enter(client, name).status_code == 200
    assert verbs() == []
