"""Signing in at a city's provider, over real HTTP and with real signatures, and all that can be wrong with it."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from django.test import Client
from django.urls import reverse

from gongkai_office.accounts.models import User
from gongkai_office.accounts.words import Role
from gongkai_office.audit.chain import personal
from gongkai_office.audit.models import Event
from tests.office.accounts.doors import PROFILE, SIGN_IN, is_in, text_of, verbs
from tests.office.accounts.provider import CLIENT, SECRET, Provider, another_key, running
from tests.office.city import City, person

START, CALLBACK = reverse("accounts:single_sign_on"), reverse("accounts:single_sign_on_callback")


@pytest.fixture
def provider(settings: Any) -> Iterator[Provider]:
    """A provider that this site is told of."""
    with running() as one:
        settings.GONGKAI_OIDC = True
        settings.GONGKAI_OIDC_ISSUER = one.address
        settings.OIDC_RP_CLIENT_ID, settings.OIDC_RP_CLIENT_SECRET = CLIENT, SECRET
        settings.OIDC_OP_AUTHORIZATION_ENDPOINT = f"{one.address}/authorize"
        settings.OIDC_OP_TOKEN_ENDPOINT = f"{one.address}/token"
        settings.OIDC_OP_USER_ENDPOINT = f"{one.address}/userinfo"
        settings.OIDC_OP_JWKS_ENDPOINT = f"{one.address}/keys"
        backend = "gongkai_office.accounts.single_sign_on.SingleSignOn"
        settings.AUTHENTICATION_BACKENDS = [*settings.AUTHENTICATION_BACKENDS, backend]
        yield one


def go(client: Client, place: str = "") -> Any:
    """Walk there and back as a browser does, and return this site's answer."""
    away = client.get(START, {"next": place} if place else {})
    back = requests.get(away.url, allow_redirects=False, timeout=5).headers["Location"]
    return client.get(back.removeprefix("http://testserver"))


def test_whoever_the_provider_vouches_for_gets_in_to_the_account_that_is_theirs(
    city: City, client: Client, provider: Provider
) -> None:
    user = person(city.county, single_sign_on="u-1001")
    person(city.county, single_sign_on="u-1002")
    answer = go(client, PROFILE)
    assert (answer.status_code, answer.url) == (302, PROFILE)
    assert client.get(PROFILE).context["user"] == user
    event = Event.objects.get(verb="accounts.sign_in")
    assert (event.actor, event.after) == (user.pk, {"how": "single_sign_on"})
    assert user.sessions.get().address == "127.0.0.1"


def test_the_request_asks_for_state_nonce_and_a_challenge(city: City, client: Client, provider: Provider) -> None:
    asked = parse_qs(urlsplit(client.get(START).url).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["redirect_uri"] == [f"http://testserver{CALLBACK}"]
    assert {"state", "nonce", "code_challenge"} <= set(asked)


def test_the_key_of_the_session_changes(city: City, client: Client, provider: Provider) -> None:
    person(city.county, single_sign_on="u-1001")
    client.get(START)
    before = client.session.session_key
    go(client)
    assert client.session.session_key != before


def test_the_account_may_be_found_by_another_claim_and_by_its_name(
    city: City, client: Client, provider: Provider, settings: Any
) -> None:
    user = person(city.county, username="chengban")
    settings.GONGKAI_OIDC_MATCH, settings.GONGKAI_OIDC_CLAIM = "username", "employee_number"
    provider.told = {"employee_number": "chengban"}
    assert go(client).status_code == 302
    assert client.get(PROFILE).context["user"] == user


def from_yingze(said: dict[str, Any]) -> dict[str, Any]:
    """Turn a city's own claims into those that are asked for."""
    return {"sub": said["extra"]["workNo"].removeprefix("YZ-")}


def test_a_city_may_translate_its_claims(city: City, client: Client, provider: Provider, settings: Any) -> None:
    person(city.county, single_sign_on="77")
    provider.told = {"extra": {"workNo": "YZ-77"}}
    settings.GONGKAI_OIDC_CLAIMS = "tests.office.accounts.test_single_sign_on.from_yingze"
    assert go(client).status_code == 302
    assert is_in(client)


def test_without_a_user_endpoint_the_token_is_enough(
    city: City, client: Client, provider: Provider, settings: Any
) -> None:
    person(city.county, single_sign_on="u-1001")
    settings.OIDC_OP_USER_ENDPOINT = ""
    go(client)
    assert is_in(client)


def test_who_has_no_account_is_told_so_and_none_is_made(city: City, client: Client, provider: Provider) -> None:
    before = User.objects.count()
    answer = go(client)
    assert answer.status_code == 403
    assert "没有与您对应的账号" in text_of(answer)
    assert "u-1001" in text_of(answer)
    assert User.objects.count() == before
    assert not is_in(client)
    event = Event.objects.get(verb="accounts.sign_in_failed")
    assert event.after == {"name": personal("u-1001"), "how": "single_sign_on"}


@pytest.mark.parametrize("claim", [None, "", "U-1001", " u-1001", ["u-1001"], {"u-1001": 1}, True])
def test_a_claim_is_compared_exactly(
    city: City, client: Client, provider: Provider, settings: Any, claim: object
) -> None:
    person(city.county, single_sign_on="u-1001")
    person(city.county, single_sign_on=None)
    for like_another in ("['u-1001']", "{'u-1001': 1}", "True", "None"):
        person(city.county, single_sign_on=like_another)
    settings.GONGKAI_OIDC_CLAIM = "number"
    provider.told = {"number": claim}
    assert go(client).status_code == 403
    assert not is_in(client)


@pytest.mark.parametrize(
    ("fields", "says"),
    [({"is_active": False}, "您的账号已停用"), ({"expires_on": dt.date(2020, 1, 1)}, "已于2020-01-01到期")],
)
def test_who_may_not_sign_in_may_not_this_way_either(
    city: City, client: Client, provider: Provider, fields: dict[str, Any], says: str
) -> None:
    person(city.county, single_sign_on="u-1001", **fields)
    answer = go(client)
    assert answer.status_code == 403
    assert says in text_of(answer)
    assert not is_in(client)
    assert verbs() == ["accounts.sign_in_refused"]


NOW = int(time.time())


@pytest.mark.parametrize(
    "wrong",
    [
        {"nonce": "of another request"},
        {"nonce": None},
        {"aud": "another site"},
        {"aud": [CLIENT, "another site"]},
        {"aud": None},
        {"iss": "https://another.example"},
        {"iss": None},
        {"exp": NOW - 3600},
        {"exp": None},
        {"iat": NOW + 36000},
        {"sub": None},
        {"sub": "u-2"},
    ],
    ids=lambda wrong: ", ".join(f"{name} {type(value).__name__}" for name, value in wrong.items()),
)
def test_a_token_that_says_something_wrong_lets_nobody_in(
    city: City, client: Client, provider: Provider, wrong: dict[str, Any]
) -> None:
    person(city.county, single_sign_on="u-1001")
    person(city.county, single_sign_on="u-2")
    provider.wrong = wrong
    answer = go(client)
    assert answer.status_code == 403
    assert "不能通过核验" in text_of(answer)
    assert not is_in(client)
    assert verbs() == ["accounts.sign_in_failed"]


def test_a_token_for_several_is_taken_where_it_was_issued_to_this_site(
    city: City, client: Client, provider: Provider
) -> None:
    person(city.county, single_sign_on="u-1001")
    provider.wrong = {"aud": [CLIENT, "another"], "azp": CLIENT}
    go(client)
    assert is_in(client)


def test_a_signature_of_another_key_lets_nobody_in(city: City, client: Client, provider: Provider) -> None:
    person(city.county, single_sign_on="u-1001")
    provider.signs_with = another_key()
    assert "不能通过核验" in text_of(go(client))
    assert not is_in(client)


def test_a_token_without_a_signature_lets_nobody_in(city: City, client: Client, provider: Provider) -> None:
    person(city.county, single_sign_on="u-1001")
    provider.algorithm = "none"
    assert "不能通过核验" in text_of(go(client))
    assert not is_in(client)


def test_the_two_answers_must_speak_of_one_person(city: City, client: Client, provider: Provider) -> None:
    person(city.county, single_sign_on="u-2")
    provider.told = {"sub": "u-2"}
    assert "不能通过核验" in text_of(go(client))
    assert not is_in(client)


def test_a_code_counts_once_and_only_in_the_browser_that_asked(
    city: City, client: Client, provider: Provider
) -> None:
    person(city.county, single_sign_on="u-1001")
    back = requests.get(client.get(START).url, allow_redirects=False, timeout=5).headers["Location"]
    back = back.removeprefix("http://testserver")
    thief = Client()
    assert thief.get(back).status_code == 403
    assert not is_in(thief)
    assert client.get(back).status_code == 302
    client.post(reverse("accounts:sign_out"))
    assert client.get(back).status_code == 403
    assert not is_in(client)


def test_a_provider_that_is_out_of_order_is_told_from_one_that_says_no(
    city: City, client: Client, provider: Provider, settings: Any
) -> None:
    person(city.county, single_sign_on="u-1001")
    provider.token_status = 503
    assert "暂时连不上" in text_of(go(client))
    provider.token_status = 400
    assert "不能通过核验" in text_of(go(client))
    settings.OIDC_OP_TOKEN_ENDPOINT = "http://127.0.0.1:9/token"
    assert "暂时连不上" in text_of(go(client))
    assert verbs() == []


def test_who_breaks_it_off_there_is_told_how_to_begin_again(city: City, client: Client, provider: Provider) -> None:
    state = parse_qs(urlsplit(client.get(START).url).query)["state"][0]
    assert "您取消了登录" in text_of(client.get(CALLBACK, {"error": "access_denied", "state": state}))
    assert "您取消了登录" in text_of(client.get(CALLBACK, {"code": "x", "state": "made up"}))
    assert client.get(CALLBACK).status_code == 403


def test_no_link_to_the_way_back_signs_anybody_out(city: City, client: Client, provider: Provider) -> None:
    person(city.county, single_sign_on="u-1001")
    go(client)
    assert client.get(CALLBACK, {"error": "access_denied"}).url == "/"
    assert is_in(client)


def test_failures_there_shut_nobody_out_here(city: City, client: Client, provider: Provider) -> None:
    provider.signs_with = another_key()
    for _ in range(7):
        assert go(client).status_code == 403
    provider.signs_with = provider.key
    person(city.county, single_sign_on="u-1001")
    assert go(client).status_code == 302


def test_passwords_of_this_site_do_not_concern_who_comes_this_way(
    city: City, client: Client, provider: Provider
) -> None:
    person(city.county, single_sign_on="u-1001", must_change_password=True)
    go(client)
    assert is_in(client)


def test_the_second_factor_is_asked_for_unless_the_provider_is_one(
    city: City, client: Client, provider: Provider, settings: Any
) -> None:
    person(city.county, Role.LEADER, single_sign_on="u-1001")
    settings.GONGKAI_SECOND_FACTOR = True
    go(client)
    assert client.get(PROFILE).url.startswith(reverse("accounts:set_up_second_factor"))
    settings.GONGKAI_OIDC_IS_SECOND_FACTOR = True
    assert is_in(client)


def test_the_sign_in_page_offers_it_only_where_it_is_set_up(
    city: City, client: Client, provider: Provider, settings: Any
) -> None:
    assert f'href="{START}?next=/account/"' in client.get(SIGN_IN, {"next": PROFILE}).content.decode()
    assert "统一身份认证" in text_of(client.get(SIGN_IN))
    settings.GONGKAI_OIDC = False
    assert "统一身份认证" not in text_of(client.get(SIGN_IN))
    assert client.get(START).status_code == 404
    assert client.get(CALLBACK, {"code": "x", "state": "y"}).status_code == 404


def test_nobody_is_sent_to_another_site_afterwards(city: City, client: Client, provider: Provider) -> None:
    person(city.county, single_sign_on="u-1001")
    assert go(client, "https://evil.example/").url == "/"
