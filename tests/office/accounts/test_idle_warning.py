"""The script that warns before a session ends, in a real browser whose clock is moved by hand."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib.resources import files

import pytest
from django.template.loader import render_to_string
from playwright.sync_api import BrowserContext, Page, Route, sync_playwright

from tests.office.accounts.doors import SIGN_IN

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
SITE, LIMIT = "http://office.test", 29 * 60


class Office:
    """A site of one page with the warning on it; it counts who wants to stay, and says whether they may."""

    def __init__(self, context: BrowserContext) -> None:
        self.context, self.stays, self.answer = context, 0, 204
        static = files("gongkai_office.pages").joinpath("static/pages")
        script, style = (static.joinpath(name).read_text(encoding="utf-8") for name in ("idle.js", "office.css"))
        warning = render_to_string("accounts/idle.html", {"idle_seconds": LIMIT, "csrf_token": "a-token"})
        head = f"<!doctype html><html lang=zh><title>x</title><style>{style}</style>"
        self.page = f"{head}<body><main>…</main>{warning}</body></html>"
        context.route("**/*", lambda route: route.fulfill(body=self.page, content_type="text/html; charset=utf-8"))
        context.route(
            "**/idle*.js", lambda route: route.fulfill(body=script, content_type="text/javascript; charset=utf-8")
        )
        context.route("**/account/stay/", self._stay)

    def _stay(self, route: Route) -> None:
        assert route.request.method == "POST"
        assert route.request.headers["x-csrftoken"] == "a-token"
        self.stays += 1
        route.fulfill(status=self.answer, body="")

    def open(self) -> Page:
        """Open the page in a new tab, at a time that stands still."""
        page = self.context.new_page()
        page.clock.install(time=0)
        page.goto(SITE)
        return page


@pytest.fixture(scope="module")
def browser_context() -> Iterator[BrowserContext]:
    """A browser, started once."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser.new_context()
        browser.close()


@pytest.fixture
def office(browser_context: BrowserContext) -> Iterator[Office]:
    """A site of one page, forgotten afterwards."""
    yield Office(browser_context)
    for page in browser_context.pages:
        page.close()
    browser_context.unroute_all()


def warned(page: Page) -> bool:
    return bool(page.locator("#idle").evaluate("dialog => dialog.open"))


def test_it_warns_two_minutes_before_and_not_earlier(office: Office) -> None:
    page = office.open()
    page.clock.run_for((LIMIT - 122) * 1000)
    assert not warned(page)
    page.clock.run_for(3000)
    assert warned(page)
    assert page.locator("[data-left]").inner_text() in ("118", "119", "120")
    assert page.get_by_role("button", name="继续工作").evaluate("one => one === document.activeElement")


@pytest.mark.parametrize("how", ["button", "Escape"])
def test_one_stays_and_is_warned_again_as_long_afterwards(office: Office, how: str) -> None:
    page = office.open()
    page.clock.run_for((LIMIT - 60) * 1000)
    if how == "button":
        page.get_by_role("button", name="继续工作").click()
    else:
        page.keyboard.press("Escape")
    page.wait_for_function("!document.getElementById('idle').open")
    assert office.stays == 1
    page.clock.run_for((LIMIT - 122) * 1000)
    assert not warned(page)
    page.clock.run_for(3000)
    assert warned(page)


def test_who_does_not_answer_is_told_that_it_is_over_and_keeps_what_was_typed(office: Office) -> None:
    page = office.open()
    page.clock.run_for((LIMIT + 2) * 1000)
    assert page.get_by_text("已自动退出").is_visible()
    assert not page.get_by_text("还在吗").is_visible()
    assert page.url.rstrip("/") == SITE
    assert page.get_by_role("link", name="在新窗口登录").get_attribute("href") == SIGN_IN
    page.get_by_role("button", name="关闭提示").click()
    page.clock.run_for(5000)
    assert not warned(page)


def test_who_answers_too_late_is_told_so(office: Office) -> None:
    office.answer = 302
    page = office.open()
    page.clock.run_for((LIMIT - 60) * 1000)
    page.get_by_role("button", name="继续工作").click()
    page.wait_for_selector("#idle.idle-over")


def test_work_in_another_tab_counts(office: Office) -> None:
    first, second = office.open(), office.open()
    first.clock.run_for((LIMIT - 300) * 1000)  # one clock for both tabs
    second.reload()
    first.clock.run_for(200 * 1000)
    assert not warned(first)
