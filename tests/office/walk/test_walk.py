"""Every route, walked by every role from its own, a lower, a neighbouring, a higher and a foreign organ."""

from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from gongkai_office.accounts.models import User
from gongkai_office.accounts.words import Role
from gongkai_office.organs.models import Organ
from tests.office.browsing import as_
from tests.office.city import City, person
from tests.office.walk.routes import NOT_FOUND, REFUSED, WALK, Reach, Route, names

SIGN_IN = "/account/sign-in/"
ENDING_THE_SESSION = {"accounts:sign_out"}
LET_IN, ASKED_TO_SIGN_IN = "let in", "asked to sign in"


def test_every_route_has_its_entry_and_every_entry_its_route() -> None:
    assert sorted(names()) == sorted(WALK)


@pytest.mark.parametrize("name", WALK)
def test_who_has_not_signed_in_is_asked_to(name: str, city: City, client: Client) -> None:
    wanted = anybody(WALK[name]) if WALK[name].reach is Reach.OPEN else ASKED_TO_SIGN_IN
    assert ending(ask(client, name, city.county)) == wanted


@pytest.mark.parametrize("name", WALK)
def test_who_has_no_role_gets_only_what_is_their_own(name: str, city: City) -> None:
    walker = person(city.county)
    wanted = anybody(WALK[name])
    assert ending(ask(as_(walker), name, city.county, walker)) == wanted


@pytest.mark.parametrize("name", WALK)
def test_a_role_over_a_county_opens_what_it_is_for(name: str, city: City) -> None:
    found, wanted = {}, {}
    for role in Role:
        for below in (True, False):
            walker = person(city.county, role, below=below)
            browser = as_(walker)
            for place, organ in places(city).items():
                if below or place in ("own", "below"):
                    step = (str(role), place, below)
                    found[step] = ending(ask(browser, name, organ, walker))
                    wanted[step] = expected(WALK[name], role, place, below=below)
                    if name in ENDING_THE_SESSION:
                        browser.force_login(walker)
    assert found == wanted


@pytest.mark.parametrize("name", [name for name, route in WALK.items() if route.reach is Reach.EVERYWHERE])
def test_a_role_over_the_whole_installation_opens_what_concerns_it(name: str, city: City) -> None:
    for role in Role:
        walker = person(city.city, role, below=True)
        wanted = LET_IN if role in WALK[name].roles else REFUSED
        assert ending(ask(as_(walker), name, city.county, walker)) == wanted, role


def places(city: City) -> dict[str, Organ]:
    """Return what the things shown belong to, seen from a county."""
    return {
        "own": city.county,
        "below": city.county_bureau,
        "beside": city.other_county,
        "above": city.city,
        "foreign": city.foreign,
    }


def expected(route: Route, role: Role, place: str, *, below: bool) -> str:
    """Return how a role over a county must end at a thing in a place."""
    if route.reach in (Reach.OPEN, Reach.OWN):
        return anybody(route)
    if role not in route.roles or route.reach is Reach.EVERYWHERE:
        return route.otherwise
    if route.reach is Reach.SUBTREE and place == "own" and not below:
        return REFUSED
    if route.reach is Reach.SOMEWHERE or place == "own" or (place == "below" and below):
        return LET_IN
    return NOT_FOUND


def anybody(route: Route) -> str:
    """Return how a route ends for somebody who has no role at all."""
    return LET_IN if route.reach in (Reach.OPEN, Reach.OWN) and route.roles else route.otherwise


def ask(client: Client, name: str, organ: Organ, walker: User | None = None) -> HttpResponse:
    """Ask for a route, with the arguments it needs for an organ."""
    route = WALK[name]
    address = reverse(name, kwargs=route.arguments(organ, walker) if route.arguments else None)
    return getattr(client, route.method)(address, route.said)


def ending(answer: HttpResponse) -> str:
    """Return how an answer ends for who asked."""
    if answer.status_code == 302 and answer["Location"].startswith(f"{SIGN_IN}?next="):
        return ASKED_TO_SIGN_IN
    return {403: REFUSED, 404: NOT_FOUND}.get(answer.status_code, LET_IN)
