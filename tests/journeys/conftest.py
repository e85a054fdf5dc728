"""A browser, and the demonstration's city served as a user would have it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.journeys.looking import HEIGHT, WIDTH, chromium, opened
from tests.office.installation import Installation, installed


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser without a screen; skipped where none is installed."""
    program = chromium()
    if program is None:
        pytest.skip("no browser is installed: apt install chromium")
    with sync_playwright() as playwright, opened(playwright, program) as browser:
        yield browser


@pytest.fixture(scope="session")
def site() -> Iterator[Installation]:
    """The site with the demonstration's city, running."""
    with installed() as site:
        site.environment["GONGKAI_DEMO"] = "1"
        site.run("demo", "--fill")
        site.start()
        yield site


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained of: errors of scripts, refused loads, pages that failed."""
    return []


@pytest.fixture
def open_page(browser: Browser, site: Installation, complaints: list[str]) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a browser window for somebody, signed in where a name is given."""
    contexts = []

    def opened_for(username: str = "", *, script: bool = True, width: int = WIDTH) -> Page:
        context = browser.new_context(
            base_url=site.address,
            java_script_enabled=script,
            viewport={"width": width, "height": HEIGHT},
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("response", lambda answer: complaints.append(f"{answer.status} {answer.url}") if answer.status >= 500 else None)
        if username:
            page.goto("/account/sign-in/")
            page.fill("[name=username]", username)
            page.fill("[name=password]", os.environ.get("GONGKAI_DEMO_PASSWORD", PASSWORDS))
            page.click("main button[type=submit]")
        return page

    yield opened_for
    for context in contexts:
        context.close()


PASSWORDS = ""
