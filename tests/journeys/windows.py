"""Windows of the browser, one a person, and what the browser complained of in them."""

from __future__ import annotations

from types import TracebackType
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response

from tests.journeys.looking import HEIGHT, WIDTH

# As the demonstration tells everybody.
PASSWORD = "Yanshi-2026"


class Windows:
    """Opens windows, and closes them all at the end."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser, self.address = browser, address
        self.opened: list[BrowserContext] = []
        self.complaints: list[str] = []

    def __enter__(self) -> Windows:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        for context in self.opened:
            context.close()

    def of(self, username: str = "", *, script: bool = True, width: int = WIDTH) -> Page:
        """Open a window for somebody, signed in where a name is given."""
        context = self.browser.new_context(
            base_url=self.address, java_script_enabled=script, viewport={"width": width, "height": HEIGHT},
            locale="zh-CN", timezone_id="Asia/Shanghai", reduced_motion="reduce",
        )  # fmt: skip
        context.set_default_timeout(20_000)
        self.opened.append(context)
        page = context.new_page()
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("response", self._answered)
        page.on("requestfailed", self._failed)
        if username:
            page.goto("/account/sign-in/")
            sign_in(page, username)
        return page

    def _said(self, message: ConsoleMessage) -> None:
        # That an answer was a refusal stands in the console too; which refusals are wrong, _answered knows.
        if message.type == "error" and "status of 4" not in message.text:
            self.complaints.append(message.text)

    def _answered(self, answer: Response) -> None:
        asked_for_by_page = answer.request.resource_type != "document" and answer.status >= 400
        if answer.status >= 500 or asked_for_by_page:
            self.complaints.append(f"{answer.status} {answer.url}")

    def _failed(self, request: Any) -> None:
        # A page that is left behind ends what it was asking for.
        if request.failure not in ("net::ERR_ABORTED",):
            self.complaints.append(f"{request.failure} {request.url}")


def sign_in(page: Page, username: str, password: str = PASSWORD) -> None:
    """Fill in the form of signing in, and send it."""
    page.fill("[name=username]", username)
    page.fill("[name=password]", password)
    page.click("main button[type=submit]")
