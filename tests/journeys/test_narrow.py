"""A telephone's window: where one is in the menu, rows of tables as cards, branches of the tree."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.journeys.looking import look
from tests.journeys.windows import Windows

PHONE = 375
CARDS = ["/people/", "/files/", "/access-review/{review}/", "/organs/import/{list}/", "/log/", "/jobs/"]
WHO = {"/files/": "wen", "/access-review/{review}/": "security-admin", "/log/": "audit-admin"}
# What of the current entry of the menu is out of sight, and what of a table can only be reached by swiping.
MENU_HIDDEN = """() => {
  const side = document.querySelector(".side").getBoundingClientRect();
  const here = document.querySelector(".side [aria-current=page]").getBoundingClientRect();
  return Math.max(side.left - here.left, here.right - side.right);
}"""
CUT = (
    """() => [...document.querySelectorAll(".table-responsive")].map((one) => one.scrollWidth - one.clientWidth)"""
)


def label_of(page: Page, place: int) -> str:
    """Return what is written before a cell of the first row of the first table."""
    cell = page.locator("table.cards > tbody > tr").first.locator("> *").nth(place)
    said: str = cell.evaluate("(cell) => getComputedStyle(cell, '::before').content")
    return said.strip('"')


@pytest.mark.parametrize("address", CARDS)
def test_rows_are_cards_with_the_names_of_their_columns(
    windows: Windows, things: dict[str, int], address: str
) -> None:
    page = windows.of(WHO.get(address, "system-admin"), width=PHONE)
    page.goto(address.format(**things))
    assert set(page.evaluate(CUT)) <= {0}
    assert page.evaluate(MENU_HIDDEN) < 1
    heads = page.locator("table.cards").first.locator("thead th")
    assert label_of(page, 2) == heads.nth(2).text_content()
    look(page, f"cards-{CARDS.index(address)}")


def test_without_script_tables_are_swiped(windows: Windows) -> None:
    page = windows.of("system-admin", script=False, width=PHONE)
    page.goto("/people/")
    assert page.locator("table.cards").count() == 0
    assert page.locator("thead").first.is_visible()


def test_all_rows_can_still_be_marked(windows: Windows) -> None:
    page = windows.of("system-admin", width=PHONE)
    page.goto("/people/")
    page.get_by_label("勾选本页全部").check()
    boxes = page.locator("tbody input[type=checkbox]")
    assert all(box.is_checked() for box in boxes.all())
