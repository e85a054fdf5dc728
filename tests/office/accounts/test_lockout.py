"""Signing in is shut after failures, for an account and for an address."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from axes.models import AccessAttempt
from django.test import Client

from gongkai_office.accounts.lockout import locked_accounts
from gongkai_office.accounts.signing_in_actions import unlock
from gongkai_office.accounts.words import Role
from gongkai_office.audit.models import Event
from tests.office.accounts.doors import enter, is_in, text_of, verbs
from tests.office.city import City, person

START = dt.datetime.fromisoformat("2026-03-02T09:00:00+08:00")
WRONG = "Wrong-Password-1"


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    """A clock that stands at nine, and is moved by hand."""
    with time_machine.travel(START, tick=False) as traveller:
        yield traveller


def fail(client: Client, name: str, times: int, **more: Any) -> Any:
    return [enter(client, name, WRONG, **more) for _ in range(times)][-1]


@pytest.mark.parametrize("whose", ["chengban", "nobody"])
def test_five_failures_shut_an_account_whether_or_not_it_exists(
    city: City, client: Client, clock: Any, whose: str
) -> None:
    person(city.county, username="chengban")
    assert fail(client, whose, 4).status_code == 200
    answer = fail(client, whose, 1)
    assert (answer.status_code, answer["Retry-After"]) == (429, "900")
    assert "15分钟后（09:15以后）" in text_of(answer)
    assert "安全管理员" in text_of(answer)
    assert enter(client, whose).status_code == 429


def test_four_failures_do_not(city: City, client: Client, clock: Any) -> None:
    user = person(city.county)
    fail(client, user.username, 4)
    enter(client, user.username)
    assert is_in(client)


def test_a_success_forgives_the_failures_before_it(city: City, client: Client, clock: Any) -> None:
    user = person(city.county)
    fail(client, user.username, 4)
    enter(client, user.username)
    assert fail(Client(), user.username, 4).status_code == 200


def test_the_account_opens_again_by_itself_and_tries_meanwhile_do_not_prolong_it(
    city: City, client: Client, clock: time_machine.Traveller
) -> None:
    user = person(city.county)
    fail(client, user.username, 5)
    clock.shift(dt.timedelta(minutes=14, seconds=59))
    answer = enter(client, user.username)
    assert answer.status_code == 429
    assert "请在1分钟后（09:15以后）" in text_of(answer)
    clock.shift(dt.timedelta(seconds=2))
    assert enter(client, user.username).status_code == 302


def test_failures_from_many_addresses_count_together_for_an_account(city: City, client: Client, clock: Any) -> None:
    user = person(city.county)
    answers = [
        enter(Client(REMOTE_ADDR=f"10.0.0.{i}", HTTP_USER_AGENT=f"b{i}"), user.username, WRONG) for i in range(5)
    ]
    assert [one.status_code for one in answers] == [200] * 4 + [429]


def test_strangers_who_guess_keep_nobody_out_of_where_they_signed_in_before(
    city: City, client: Client, clock: time_machine.Traveller
) -> None:
    user, stranger = person(city.county), Client(REMOTE_ADDR="10.0.0.9")
    enter(client, user.username)
    assert fail(stranger, user.username, 5).status_code == 429
    assert enter(Client(), user.username).status_code == 302
    assert enter(stranger, user.username).status_code == 429
    assert enter(Client(REMOTE_ADDR="10.0.0.8"), user.username).status_code == 429
    assert fail(Client(), user.username, 4).status_code == 200
    assert fail(Client(), user.username, 1).status_code == 429
    clock.shift(dt.timedelta(days=91))
    assert fail(stranger, user.username, 5).status_code == 429
    assert enter(Client(), user.username).status_code == 429


def test_others_behind_the_same_address_still_get_in(city: City, client: Client, clock: Any) -> None:
    shut, other = person(city.county), person(city.county)
    fail(client, shut.username, 5)
    assert enter(Client(), other.username).status_code == 302


def test_very_many_failures_shut_an_address_for_all_names(
    city: City, client: Client, clock: Any, settings: Any
) -> None:
    settings.GONGKAI_SIGN_IN_TRIES_OF_ADDRESS = 8
    user = person(city.county)
    answers = [enter(client, f"guess{i}", WRONG).status_code for i in range(8)]
    assert answers == [200] * 7 + [429]
    assert enter(client, user.username).status_code == 429
    assert enter(Client(REMOTE_ADDR="10.0.0.9"), user.username).status_code == 302


def test_signing_in_oneself_does_not_forgive_the_address_its_failures_with_other_names(
    city: City, client: Client, clock: Any, settings: Any
) -> None:
    settings.GONGKAI_SIGN_IN_TRIES_OF_ADDRESS = 8
    insider = person(city.county)
    for number in range(7):
        enter(client, f"guess{number}", WRONG)
    assert enter(Client(), insider.username).status_code == 302
    assert enter(client, "guess8", WRONG).status_code == 429


def test_a_lockout_is_in_the_log_once_and_tries_behind_it_are_not(city: City, client: Client, clock: Any) -> None:
    user = person(city.county)
    fail(client, user.username, 9)
    assert verbs() == ["accounts.sign_in_failed"] * 5 + ["accounts.lock"]
    assert Event.objects.get(verb="accounts.lock").subject_id == str(user.pk)


def test_what_was_typed_is_nowhere_in_plain(city: City, client: Client, clock: Any) -> None:
    fail(client, "My-Secret-Password-9", 2)
    for row in AccessAttempt.objects.values():
        assert "Secret" not in str(row)
        assert WRONG not in str(row)


def test_the_security_administrator_unlocks(city: City, client: Client, clock: Any) -> None:
    user, administrator = person(city.county), person(city.city, Role.SECURITY_ADMINISTRATOR, below=True)
    fail(client, user.username, 5)
    assert locked_accounts([user.username, administrator.username]) == {user.username}
    unlock(user, by=administrator)
    assert locked_accounts([user.username]) == set()
    assert enter(client, user.username).status_code == 302
    event = Event.objects.get(verb="accounts.unlock")
    assert (event.actor, event.subject_id, event.before) == (administrator.pk, str(user.pk), {"failures": 1})


def test_without_a_time_it_stays_shut_until_unlocked(
    city: City, client: Client, clock: time_machine.Traveller, settings: Any
) -> None:
    settings.AXES_COOLOFF_TIME = None
    user = person(city.county)
    answer = fail(client, user.username, 5)
    assert "须由安全管理员解除锁定" in text_of(answer)
    assert "Retry-After" not in answer
    clock.shift(dt.timedelta(days=30))
    assert enter(client, user.username).status_code == 429
    unlock(user, by=person(city.city, Role.SECURITY_ADMINISTRATOR, below=True))
    assert enter(client, user.username).status_code == 302


def test_a_lockout_can_be_switched_off(city: City, client: Client, clock: Any, settings: Any) -> None:
    settings.AXES_LOCK_OUT_AT_FAILURE = False
    user = person(city.county)
    fail(client, user.username, 12)
    assert enter(client, user.username).status_code == 302


def test_a_wrong_old_password_counts_and_ends_the_session_in_the_end(
    city: City, client: Client, clock: Any
) -> None:
    user = person(city.county)
    enter(client, user.username)
    data = {"old": WRONG, "new": "Qiuyue_Tianhe-86", "again": "Qiuyue_Tianhe-86"}
    answers = [client.post("/account/password/", data) for _ in range(5)]
    assert [one.status_code for one in answers] == [200] * 4 + [302]
    assert not is_in(client)
    assert "原口令连续多次不正确" in text_of(client.get(answers[-1].url))
    assert enter(client, user.username).status_code == 429
