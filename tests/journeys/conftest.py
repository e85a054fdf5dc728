"""A browser, and the demonstration's city as a user would have it. A process has one site for all its journeys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.looking import chromium, opened
from tests.journeys.site import demonstration
from tests.journeys.windows import Windows
from tests.office.installation import Installation

City = tuple[Installation, dict[str, int]]


@pytest.fixture(scope="session")
def program() -> str:
    """The browser's program; skipped where none is installed."""
    return chromium() or pytest.skip("no browser is installed: apt install chromium")


@pytest.fixture(scope="module")
def browser(program: str) -> Iterator[Browser]:
    """A browser without a screen. It ends with its module: while it lives, no other test may ask a database."""
    with sync_playwright() as playwright, opened(playwright, program) as browser:
        yield browser


@pytest.fixture(scope="session")
def city(program: str) -> Iterator[City]:
    """The city, running, and the keys of what its pages show; without a browser none is needed."""
    with demonstration() as city:
        yield city


@pytest.fixture(scope="session")
def site(city: City) -> Installation:
    """The installation that serves the city."""
    return city[0]


@pytest.fixture(scope="session")
def things(city: City) -> dict[str, int]:
    """The keys of what the city's pages show."""
    return city[1]


@pytest.fixture
def windows(browser: Browser, site: Installation) -> Iterator[Windows]:
    """Windows of the browser; a journey that made the browser complain fails."""
    with Windows(browser, site.address) as windows:
        yield windows
    assert windows.complaints == []
