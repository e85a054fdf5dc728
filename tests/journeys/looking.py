"""Looking at pages in a browser: a picture of each, what keeps people with impairments out, whether it fits."""

from __future__ import annotations

import shutil
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Playwright

PICTURES = Path(__file__).resolve().parents[2] / "build" / "screenshots"
WIDTH, HEIGHT = 1280, 800
# Nothing that a browser asks for by itself leaves the machine.
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
GRAVE = {"serious", "critical"}
# What stands out of the window at the right, and is in nothing that scrolls by itself.
OUTSIDE = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")]
    .filter((one) => one.getBoundingClientRect().right > width + 1 && !one.closest(".table-responsive, pre"))
    .map((one) => one.outerHTML.slice(0, 120)).slice(0, 5).concat(String(document.documentElement.scrollWidth));
}"""


def chromium() -> str | None:
    """Return where the browser is, or None where it is not installed."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


def opened(playwright: Playwright, program: str) -> Browser:
    """Start the browser."""
    return playwright.chromium.launch(executable_path=program, args=list(QUIET))


def look(page: Page, name: str) -> None:
    """Keep a picture of a page under a name, and see that it fits and that nobody is kept out of it."""
    keep(page, name)
    found = [
        f"{one['id']}: {one['help']} {[node['html'][:160] for node in one['nodes'][:3]]}"
        for one in Axe().run(page).response["violations"]
        if one["impact"] in GRAVE
    ]
    assert found == [], f"{name} ({page.url})"
    assert page.evaluate(OUTSIDE) == [], f"{name} ({page.url})"


def keep(page: Page, name: str) -> None:
    """Keep a picture of a page under a name."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"{name}.png", full_page=True)


def fits(page: Page, width: int, picture: str = "") -> list[str]:
    """Return what stands out of a window of another width; the window is as wide as before after that."""
    before = page.viewport_size
    assert before is not None
    page.set_viewport_size({"width": width, "height": HEIGHT})
    if picture:
        keep(page, f"{picture}-{width}")
    found: list[str] = page.evaluate(OUTSIDE)
    page.set_viewport_size(before)
    return found
