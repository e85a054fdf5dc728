"""What hands do on a page: press, fill in, choose an organ, read what is said."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

# Both with and without JavaScript.
BOTH = pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])


def press(page: Page, name: str) -> None:
    """Press a button of the page by its whole name."""
    page.locator("main").get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str) -> None:
    """Follow a link of the page by its whole name."""
    page.locator("main").get_by_role("link", name=name, exact=True).first.click()


def fill(page: Page, **fields: str) -> None:
    """Fill fields in by their names."""
    for name, text in fields.items():
        page.fill(f"main [name={name}]", text)


def choose_organ(page: Page, organ: str, *, script: bool, field: str = "organ") -> None:
    """Find an organ by its name and choose it: without JavaScript with the button beside the field."""
    page.locator(f"[name={field}_search]").press_sequentially(organ)
    if not script:
        page.click(f"main button[name=find][value={field}]")
    page.select_option(f"main select[name={field}]", label=organ)


def says(page: Page, text: str) -> None:
    """See that a page says something."""
    expect(page.locator("main")).to_contain_text(text)


def headed(page: Page, text: str) -> None:
    """See what the page is called."""
    expect(page.locator("h1")).to_contain_text(text)


def says_within(page: Page, text: str, seconds: int = 60) -> None:
    """See that a page comes to say something by itself, or, without JavaScript, when it is loaded anew."""
    pattern = re.compile(re.escape(text))
    for _ in range(seconds):
        if pattern.search(page.inner_text("main")):
            return
        page.wait_for_timeout(1000)
        if page.locator("main").get_by_role("link", name="刷新", exact=True).count():
            page.reload()
    raise AssertionError(page.inner_text("main"))
