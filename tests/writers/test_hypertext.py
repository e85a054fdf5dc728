"""A letter as a web page: its head above its title, its addressee at the edge, its form with room."""

from __future__ import annotations

from lxml import html

from gongkai.layout.blocks import Box, Grid, Letterhead, Line, Manuscript, Style
from gongkai.writers.report.hypertext import hypertext

BODY = (Line("答复书", Style.TITLE), Line("林某某：", Style.ADDRESSEE), Line("特此答复。"))


def page(letterhead: Letterhead | None, *blocks: Line | Grid) -> html.HtmlElement:
    return html.fromstring(hypertext(Manuscript(title="答复书", blocks=blocks, letterhead=letterhead)).decode())


def told(tree: html.HtmlElement) -> list[tuple[str, str | None, str]]:
    return [(one.tag, one.get("class"), one.text_content()) for one in tree.find(".//main")]


def test_a_letter_begins_with_its_organ_and_number() -> None:
    assert told(page(Letterhead("砚汀市<数据局>", "砚数〔2026〕1号"), *BODY)) == [
        ("p", "organ", "砚汀市<数据局>"),
        ("p", "number", "砚数〔2026〕1号"),
        ("h1", None, "答复书"),
        ("p", "addressee", "林某某："),
        ("p", None, "特此答复。"),
    ]


def test_a_letter_without_a_number_has_no_line_for_it() -> None:
    assert [kind for _, kind, _ in told(page(Letterhead("砚汀\x01市"), *BODY))] == [
        "organ",
        None,
        "addressee",
        None,
    ]


def test_a_form_says_what_it_is_and_a_table_of_figures_does_not() -> None:
    row = (Box(text="姓名", scope="row"), Box())
    for is_form, name in ((True, "columns-2 form"), (False, "columns-2")):
        tree = page(None, Grid(rows=(row,), widths=(5, 10), form=is_form))
        assert tree.find(".//table").get("class") == name


def test_what_only_letters_and_forms_need_is_in_no_other_page() -> None:
    for tree, more in (
        (page(None, Line("正文")), False),
        (page(None, *BODY), True),
        (page(Letterhead("砚汀市")), True),
    ):
        assert ("p.addressee" in (tree.findtext(".//style") or "")) is more
