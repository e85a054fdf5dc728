"""How long a session lasts, and sessions on other devices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from gongkai_office.accounts.models import Session
from gongkai_office.accounts.session_actions import forget_ended_sessions
from gongkai_office.accounts.sessions import device
from gongkai_office.audit.models import Event
from tests.office.accounts.doors import PROFILE, SIGN_IN, enter, is_in, text_of, verbs
from tests.office.city import City, person

START = dt.datetime.fromisoformat("2026-03-02T09:00:00+08:00")
END = reverse("accounts:end_sessions")
CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36"


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    """A clock that stands at nine, and is moved by hand."""
    with time_machine.travel(START, tick=False) as traveller:
        yield traveller


def writes(client: Client, path: str, **more: Any) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.get(path, **more)
    return sum(not one["sql"].startswith(("SELECT", "SAVEPOINT", "RELEASE", "BEGIN")) for one in asked)


def test_half_an_hour_without_a_request_ends_a_session(city: City, client: Client, clock: Any) -> None:
    enter(client, person(city.county).username)
    clock.shift(dt.timedelta(minutes=29, seconds=59))
    assert is_in(client)
    clock.shift(dt.timedelta(minutes=30))
    answer = client.get(f"{PROFILE}?page=2")
    assert answer.url == f"{SIGN_IN}?ended=idle&next=%2Faccount%2F%3Fpage%3D2"
    assert "较长时间没有操作" in text_of(client.get(answer.url))
    assert not is_in(client)
    assert verbs() == ["accounts.sign_in", "accounts.time_out"]
    assert Event.objects.get(verb="accounts.time_out").after == {"why": "idle"}


def test_work_keeps_a_session_but_not_beyond_its_twelve_hours(city: City, client: Client, clock: Any) -> None:
    enter(client, person(city.county).username)
    for _ in range(35):
        clock.shift(dt.timedelta(minutes=20))
        assert is_in(client)
    clock.shift(dt.timedelta(minutes=20))
    answer = client.get(PROFILE)
    assert "ended=age" in answer.url
    assert "最长时限" in text_of(client.get(answer.url))


def test_both_limits_can_be_switched_off(city: City, client: Client, clock: Any, settings: Any) -> None:
    settings.GONGKAI_IDLE_MINUTES = settings.GONGKAI_SESSION_HOURS = 0
    settings.SESSION_COOKIE_AGE = 30 * 24 * 3600
    enter(client, person(city.county).username)
    clock.shift(dt.timedelta(days=3))
    assert is_in(client)


def test_looking_at_pages_writes_once_a_minute_at_most(city: City, client: Client, clock: Any) -> None:
    enter(client, person(city.county).username)
    assert writes(client, PROFILE) == 0
    clock.shift(dt.timedelta(seconds=59))
    assert writes(client, PROFILE) == 0
    clock.shift(dt.timedelta(seconds=1))
    assert writes(client, PROFILE) == 1
    assert writes(client, PROFILE) == 0
    assert Session.objects.get().seen_at == START + dt.timedelta(seconds=60)


def test_a_page_that_renews_itself_keeps_nobody_signed_in(city: City, client: Client, clock: Any) -> None:
    enter(client, person(city.county).username)
    for _ in range(2):
        clock.shift(dt.timedelta(minutes=10))
        assert client.get(PROFILE, headers={"X-Background": "1"}).status_code == 200
    clock.shift(dt.timedelta(minutes=10))
    assert "ended=idle" in client.get(PROFILE, headers={"X-Background": "1"}).url


def test_one_may_stay(city: City, client: Client, clock: Any) -> None:
    enter(client, person(city.county).username)
    for _ in range(3):
        clock.shift(dt.timedelta(minutes=28))
        assert client.post(reverse("accounts:stay")).status_code == 204
    assert is_in(client)


def test_pages_know_when_to_warn_and_the_sign_in_page_does_not(city: City, client: Client) -> None:
    assert 'id="idle"' not in client.get(SIGN_IN).content.decode()
    enter(client, person(city.county).username)
    page = client.get(PROFILE).content.decode()
    assert 'data-seconds="1740"' in page
    assert f'data-stay="{reverse("accounts:stay")}"' in page


def test_a_part_of_a_page_takes_the_whole_page_to_the_sign_in_page(city: City, client: Client, clock: Any) -> None:
    enter(client, person(city.county).username)
    clock.shift(dt.timedelta(hours=1))
    htmx = {"HX-Request": "true", "HX-Current-URL": "http://testserver/organs/?page=2"}
    answer = client.get(reverse("administration:organs"), headers=htmx)
    assert (answer.status_code, answer["HX-Redirect"]) == (
        200,
        f"{SIGN_IN}?ended=idle&next=%2Forgans%2F%3Fpage%3D2",
    )
    later = client.get(PROFILE, headers=htmx)
    assert later["HX-Redirect"] == f"{SIGN_IN}?next=%2Forgans%2F%3Fpage%3D2"


@pytest.mark.parametrize("seen", ["https://evil.example/x", "//evil.example", "javascript:alert(1)"])
def test_no_header_sends_one_to_another_site(city: City, client: Client, seen: str) -> None:
    answer = client.get(PROFILE, headers={"HX-Request": "true", "HX-Current-URL": seen})
    assert answer["HX-Redirect"] == f"{SIGN_IN}?next="


def test_what_was_posted_too_late_leads_back_to_the_page_it_came_from(
    city: City, client: Client, clock: Any
) -> None:
    enter(client, person(city.county).username)
    clock.shift(dt.timedelta(hours=1))
    answer = client.post(END, headers={"referer": f"http://testserver{PROFILE}"})
    assert answer.url == f"{SIGN_IN}?ended=idle&next=%2Faccount%2F"


def test_ones_devices_are_listed_and_others_can_be_ended(city: City, client: Client) -> None:
    user, home, phone = person(city.county), Client(REMOTE_ADDR="10.1.1.1"), Client()
    enter(client, user.username, headers={"user-agent": CHROME})
    enter(home, user.username)
    enter(phone, user.username)
    page = client.get(PROFILE)
    assert "谷歌浏览器（Windows）" in text_of(page)
    assert "10.1.1.1" in text_of(page)
    home_row = Session.objects.get(address="10.1.1.1")
    named = next(one for one in page.context["sessions"] if one.row.address == "10.1.1.1")
    assert home_row.session_key not in page.content.decode()
    client.post(END, {"session": named.name})
    assert [is_in(one) for one in (client, home, phone)] == [True, False, True]
    client.post(END)
    assert [is_in(one) for one in (client, home, phone)] == [True, False, False]
    assert [one.after["sessions_ended"] for one in Event.objects.filter(verb="accounts.end_sessions")] == [1, 1]


def test_nobody_ends_the_sessions_of_another(city: City, client: Client) -> None:
    other, theirs = person(city.county), Client()
    enter(theirs, other.username)
    enter(client, person(city.county).username)
    named = theirs.get(PROFILE).context["sessions"][0].name
    client.post(END, {"session": named})
    client.post(END)
    assert is_in(theirs)
    assert not Event.objects.filter(verb="accounts.end_sessions").exists()


def test_a_session_that_is_over_is_no_longer_listed(city: City, client: Client, clock: Any) -> None:
    user = person(city.county)
    enter(Client(), user.username)
    clock.shift(dt.timedelta(minutes=31))
    enter(client, user.username)
    assert len(client.get(PROFILE).context["sessions"]) == 1


def test_the_page_of_ones_account_shows_what_happened_to_it(city: City, client: Client) -> None:
    user = person(city.county)
    enter(Client(REMOTE_ADDR="10.9.9.9"), user.username, "Wrong-Password-1")
    enter(Client(), "another", "Wrong-Password-1")
    enter(client, user.username)
    shown = [(one.title, one.event.address) for one in client.get(PROFILE).context["events"]]
    assert shown == [("登录", "127.0.0.1"), ("登录失败", "10.9.9.9")]


def test_the_session_cookie_is_for_this_site_and_this_browser_window_only(city: City, client: Client) -> None:
    enter(client, person(city.county).username)
    cookie = client.cookies["sessionid"]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"], cookie["expires"]) == (True, "Lax", "", "")


@pytest.mark.parametrize(
    ("agent", "says"),
    [
        (CHROME, "谷歌浏览器（Windows）"),
        (CHROME + " Edg/140.0", "Edge浏览器（Windows）"),
        ("Mozilla/5.0 (X11; Linux x86_64; UOS) Firefox/140.0", "火狐浏览器（统信UOS）"),
        ("", "未知浏览器"),
    ],
)
def test_a_browser_is_told_in_words(agent: str, says: str) -> None:
    assert device(agent) == says


def test_rows_of_sessions_that_are_over_are_deleted_and_others_are_not(
    city: City, client: Client, clock: Any
) -> None:
    enter(Client(), person(city.county).username)
    clock.shift(dt.timedelta(hours=11))
    enter(client, person(city.county).username)
    clock.shift(dt.timedelta(hours=1))
    assert forget_ended_sessions() == 1
    assert Session.objects.get().session_key == client.session.session_key
