"""A browser, and the demonstration's city served as a user would have it. All journeys share one site."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.looking import chromium, opened
from tests.journeys.windows import Windows
from tests.office.installation import Installation, installed

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the journeys in one worker of pytest-xdist, for the site and the browser take half a minute to start."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("journeys"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser without a screen; skipped where none is installed."""
    program = chromium()
    if program is None:
        pytest.skip("no browser is installed: apt install chromium")
    with sync_playwright() as playwright, opened(playwright, program) as browser:
        yield browser


@pytest.fixture(scope="session")
def site(browser: Browser) -> Iterator[Installation]:  # noqa: ARG001  # without a browser no site is needed
    """The site with the demonstration's city, running; a second factor is for who sets one up."""
    with installed() as site:
        site.environment |= {
            "GONGKAI_DEMO": "1",
            "GONGKAI_SECOND_FACTOR": "1",
            "GONGKAI_SECOND_FACTOR_ROLES": "leader",
            "PYTHONPATH": str(ROOT),
        }
        yield site


@pytest.fixture(scope="session")
def things(site: Installation) -> dict[str, int]:
    """The keys of what the city has; the site runs."""
    said = site.python("import runpy; runpy.run_module('tests.journeys.furnished', run_name='__main__')")
    site.start()
    found: dict[str, int] = json.loads(said)
    return found


@pytest.fixture
def windows(browser: Browser, site: Installation, things: dict[str, int]) -> Iterator[Windows]:  # noqa: ARG001  # runs
    """Windows of the browser; a journey that made the browser complain fails."""
    with Windows(browser, site.address) as windows:
        yield windows
    assert windows.complaints == []
