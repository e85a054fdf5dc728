"""Every page is looked at: its picture, what keeps people out of it, whether it fits, what it complains of."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page

from tests.journeys.looking import fits, look
from tests.journeys.tour import MORE, STOPS, Stop
from tests.journeys.windows import Windows
from tests.office.installation import Installation
from tests.office.walk.routes import WALK

NARROW, HALF = 375, 640  # a phone; a window of 1280 points at 200 %
LOOKED_AT = {name.partition(":")[2]: (name, stop) for name, stop in STOPS.items() if isinstance(stop, Stop)} | MORE


class Tour:
    """One window a person, opened when first asked for."""

    def __init__(self, windows: Windows) -> None:
        self.windows = windows
        self.pages: dict[str, Page] = {}

    def page_of(self, who: str) -> Page:
        """Return somebody's window."""
        if who not in self.pages:
            self.pages[who] = self.windows.of(who)
        return self.pages[who]


@pytest.fixture(scope="module")
def tour(browser: Browser, site: Installation) -> Iterator[Tour]:
    """Windows that stay open from page to page."""
    with Windows(browser, site.address) as windows:
        yield Tour(windows)


def test_every_route_is_looked_at_or_has_its_reason() -> None:
    assert sorted(STOPS) == sorted(WALK)
    assert all(STOPS.values())


@pytest.mark.parametrize("name", LOOKED_AT)
def test_a_page_is_whole_on_a_desk_a_phone_and_twice_as_large(
    name: str, tour: Tour, things: dict[str, int]
) -> None:
    route, stop = LOOKED_AT[name]
    tour.windows.complaints.clear()
    page = tour.page_of(stop.who)
    page.goto(address(route, stop, things))
    assert stop.says in page.inner_text("main")
    look(page, name)
    assert fits(page, NARROW, picture=name) == []
    assert fits(page, HALF) == []
    assert tour.windows.complaints == []


def address(route: str, stop: Stop, things: dict[str, int]) -> str:
    """Return where a page is; the things that are named are those of the city."""
    named = {name: things.get(str(thing), thing) for name, thing in stop.things.items()}
    return f"{reverse(route, kwargs=named)}?{stop.query.format(**things)}"
