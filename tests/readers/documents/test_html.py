"""A page is read as a browser shows it: spans, paragraphs, runs, notes, hidden parts, frames and menus."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from gongkai.readers import Grid, Line, read
from gongkai.readers.documents.html import read_page
from gongkai.report import AnnualReport, State
from tests.terms import printed

PAGE = printed.page()
FIGURE = printed.figures()[printed.LICENCES]
CELL = re.compile(r"<td([^>]*)>([^<]*)</td>")
MENU = (
    "<div class=menu><ul><li><a href=a>首页</a></li><li>总体情况</li><li>主动公开政府信息情况</li>"
    "<li>规章</li><li>行政许可 99</li><li>其他需要报告的事项</li></ul></div>"
)
OTHER_COPY = printed.html_table(printed.sheets(shown={printed.LICENCES: "77"})["2"])


def cleanly_read(page: str) -> AnnualReport:
    """Read a page and hold every cell against the figures printed in it."""
    report = read(page.encode())
    assert printed.wrong(report) == {}
    assert list(report.marked()) == []
    return report


def cell_of(markup: str, old: str = FIGURE) -> tuple[State, object]:
    """Return what a page's cell says whose content is some mark-up; all others must be right."""
    page = PAGE.replace(f">{old}<", f">{markup}<")
    assert page != PAGE
    report = read(page.encode())
    assert set(printed.wrong(report)) <= {printed.LICENCES}
    cell = report.cell(*printed.LICENCES)
    return cell.state, cell.value


def rewritten(make: Callable[[str], str]) -> str:
    """Return the page with the content of every cell rewritten."""
    return CELL.sub(lambda found: f"<td{found[1]}>{make(found[2])}</td>", PAGE)


def row_tags(table: str) -> list[str]:
    return re.findall(r"<tr>.*?</tr>", table, re.DOTALL)


@pytest.mark.parametrize("edition", ["2021", "2019"])
def test_a_plain_page_is_read_whole(edition: str) -> None:
    report = cleanly_read(printed.page(edition))
    assert (report.organ, report.year, report.edition) == (printed.ORGAN, printed.YEAR[edition], edition)
    assert report.leftovers == ()


def test_spans_that_cover_rows_and_columns_leave_each_cell_its_column() -> None:
    grids = [block for block in read_page(PAGE).blocks if isinstance(block, Grid)]
    granted = next(row for row in grids[1].rows if any("予以公开" in cell.text for cell in row))
    assert [(cell.column, cell.colspan) for cell in granted[:3]] == [(0, 1), (1, 2), (3, 1)]
    partly = grids[1].rows[granted[0].row + 1]
    assert [cell.column for cell in partly] == [1, *range(3, 10)]


@pytest.mark.parametrize("value", ["{};", " {} ", "{}px", "'{}'"])
def test_a_malformed_span_counts_by_its_digits(value: str) -> None:
    page = re.sub(r'(col|row)span="(\d+)"', lambda span: f'{span[1]}span="{value.format(span[2])}"', PAGE)
    cleanly_read(page)


@pytest.mark.parametrize("value", ["0", "", "two", "-1"])
def test_a_span_without_a_sense_counts_as_one_column(value: str) -> None:
    cleanly_read(re.sub(r'(col|row)span="\d+"', rf'\1span="{value}"', PAGE))


def test_a_table_cut_into_several_is_one_table() -> None:
    table = printed.html_table(printed.sheets()["3"])
    rows = row_tags(table)
    parts = "</table><p>&nbsp;</p><table>".join("".join(part) for part in (rows[:9], rows[9:17], rows[17:]))
    cleanly_read(PAGE.replace(table, f"<table>{parts}</table>"))


def test_a_table_cut_at_a_page_s_end_with_its_head_printed_again_is_one_table() -> None:
    table = printed.html_table(printed.sheets()["3"])
    rows = row_tags(table)
    again = "".join(rows[:3] + rows[12:])
    cut = f"<table>{''.join(rows[:12])}</table><p>— 3 —</p><table>{again}</table>"
    cleanly_read(PAGE.replace(table, cut))


def test_table_2_may_be_a_table_for_each_item() -> None:
    table = printed.html_table(printed.sheets()["2"])
    parts = table.replace('<tr><td colspan="4">', '</table><table><tr><td colspan="4">')
    cleanly_read(PAGE.replace(table, parts))


@pytest.mark.parametrize(
    "make",
    [
        lambda words: f"<p>{words}</p>",
        lambda words: f"<p></p><p>{words}</p><p>&nbsp;</p>",
        lambda words: f"<p class=MsoNormal><span lang=EN-US>{words}<o:p></o:p></span></p>",
        lambda words: "".join(f"<span>{char}</span>" for char in words),
        lambda words: f"<div><font size=2><b>{words}</b></font></div>",
        lambda words: f"&nbsp;{words}\n  ",
        lambda words: f"<!--[if !supportLists]-->{words}<!--[endif]-->",
    ],
    ids=["paragraph", "empty paragraphs", "word", "a run a character", "nested", "blanks", "conditional comments"],
)
def test_what_an_editor_wraps_around_a_cell_is_not_its_content(make: Callable[[str], str]) -> None:
    cleanly_read(rewritten(make))


def test_cells_and_rows_left_open_end_where_the_next_begins() -> None:
    cleanly_read(PAGE.replace("</td>", "").replace("</tr>", ""))


def test_upper_case_heads_and_other_cell_tags_are_the_same() -> None:
    cleanly_read(re.sub(r"</?\w+", lambda tag: tag[0].upper(), PAGE))
    cleanly_read(PAGE.replace("<td", "<th").replace("</td", "</th"))
    cleanly_read(PAGE.replace("规章", "&#35268;&#x7AE0;"))


@pytest.mark.parametrize("row", ["<td></td></tr>", "</tr><tr><td>&nbsp;</td></tr>"], ids=["column", "row"])
def test_an_empty_column_or_row_is_nothing(row: str) -> None:
    cleanly_read(PAGE.replace("</tr>", row))


@pytest.mark.parametrize("mark", ["<br>", "<br/>", "</p><p>", " ", "\n"])
def test_a_label_may_be_broken_inside(mark: str) -> None:
    page = PAGE
    for label in ("商业企业", "行政规范性文件", "1.属于国家秘密", "四、结转下年度继续办理"):
        page = page.replace(label, label[:4] + mark + label[4:])
    cleanly_read(page)


@pytest.mark.parametrize(
    "markup",
    [
        "<span>2</span><span>991</span>",
        "<span>29</span><span style='color:red'>91</span>",
        "<b>2991</b>件",
        "<p>2991</p><p></p>",
        "<p>&nbsp;</p><p>2991</p>",
        "<div><a href=x>2991</a></div>",
        "2991<sup>[1]</sup>",
        "2991<sup>1</sup>",
        "<del>12</del>2991",
        "<strike>1</strike>2991",
        "2991<!-- 7 -->",
        "<o:p></o:p>2991",
        "<span style='display:none'>7</span>2991",
        "<span style='DISPLAY: NONE'>7</span>2991",
        "<span style='visibility:hidden'>7</span>2991",
        "<span hidden>7</span>2991",
        "2\u200b991",
        "2&#8203;991",
    ],
)
def test_runs_of_a_figure_are_one_and_notes_and_struck_out_figures_none(markup: str) -> None:
    assert cell_of(markup) == (State.PRINTED, 2991)


@pytest.mark.parametrize("markup", ["<p>2</p><p>991</p>", "2<br>991", "<div>2</div><div>991</div>"])
def test_figures_of_two_paragraphs_are_not_one(markup: str) -> None:
    assert cell_of(markup) == (State.UNREADABLE, None)


@pytest.mark.parametrize(
    "markup", ["<s>2991</s>", "<!-- 2991 -->", "<input value=2991>", "<script>2991</script>", "<style>2991</style>"]
)
def test_a_figure_nobody_sees_leaves_the_cell_blank(markup: str) -> None:
    assert cell_of(markup) == (State.BLANK, None)


@pytest.mark.parametrize("style", ["mso-hide:all", "text-decoration:line-through", "display:none"])
def test_a_hidden_part_of_a_cell_is_no_part_of_its_figure(style: str) -> None:
    assert cell_of(f"<span style='{style}'>3</span>5") == (State.PRINTED, 5)


@pytest.mark.parametrize("style", ["display:none", "color:red;display: none"])
@pytest.mark.parametrize("where", ["<body>{}", "{}</body>"], ids=["before", "after"])
def test_a_hidden_copy_is_not_read(style: str, where: str) -> None:
    copy = f'<div style="{style}">{OTHER_COPY}</div>'
    edge = where.format("")
    cleanly_read(PAGE.replace(edge, where.format(copy)))


def test_a_visible_copy_that_differs_marks_the_cell_and_keeps_both_figures() -> None:
    report = read(PAGE.replace("</body>", f"{OTHER_COPY}</body>").encode())
    assert [cell.key for cell in report.marked()] == [printed.LICENCES]
    cell = report.cell(*printed.LICENCES)
    assert cell.value is None
    assert set(cell.candidates) == {int(FIGURE), 77}


def test_a_visible_copy_that_says_the_same_changes_nothing() -> None:
    copy = "".join(map(printed.html_table, printed.sheets().values()))
    cleanly_read(PAGE.replace("</body>", f"{copy}</body>"))


def test_a_table_in_a_script_or_a_comment_is_not_read() -> None:
    cleanly_read(PAGE.replace("<body>", f"<body><script>var a = '{OTHER_COPY}'</script><!-- {OTHER_COPY} -->"))


@pytest.mark.parametrize(
    "markup",
    [
        f"<xmp>{OTHER_COPY}</xmp>",
        f"<iframe>{OTHER_COPY}</iframe>",
        f"<noscript>{OTHER_COPY}</noscript>",
        f"<template>{OTHER_COPY}</template>",
        f"<select><option>1</option></select><button>{OTHER_COPY}</button>",
        f"<svg><style>a</style><title>{OTHER_COPY}</title></svg>",
        "<script>if (a<b) document.write('<table>') // <!-- </script>",
        "<style>td:before { content: '<!--' }</style>",
        "<noscript>&lt;!-- <p>1</p></noscript>",
        "<?xml version='1.0'?><![CDATA[ <table> ]]>",
    ],
    ids=lambda markup: markup[:9],
)
def test_what_no_browser_shows_is_not_read_and_hides_nothing(markup: str) -> None:
    cleanly_read(PAGE.replace("<body>", f"<body>{markup}").replace("</table>", f"</table>{markup}"))


@pytest.mark.parametrize(
    "attributes",
    [
        'title="1 > 0 </td><td>7"',
        "title='\"quoted\" <td> & more'",
        "class=a\"b c'd <e =f",
        "onclick=\"this.style.display='none'\"",
        'class="hidden" data-style="display:none"',
        'data-colspan="7" style="width:12px"',
    ],
)
def test_attributes_of_any_kind_leave_a_cell_as_it_is(attributes: str) -> None:
    cleanly_read(PAGE.replace("<td", f"<td {attributes}"))


@pytest.mark.parametrize("tag", ["br", "hr", "img", "input", "wbr", "embed", "source", "param", "track"])
def test_a_hidden_element_without_an_end_hides_nothing_else(tag: str) -> None:
    page = PAGE.replace("<body>", f"<body><{tag} hidden>")
    cleanly_read(page.replace("<td>", f"<td><{tag} style='display:none'>"))


def test_a_caption_stands_before_its_table() -> None:
    blocks = read_page("<p>甲</p><table><caption>乙 &lt;丙&gt;</caption><tr><td>1<tr><td>2</table>丁").blocks
    assert [block.text if isinstance(block, Line) else "table" for block in blocks] == [
        "甲",
        "乙 <丙>",
        "table",
        "丁",
    ]
    cleanly_read(PAGE.replace("<table>", "<table><caption>表 &amp; 附注</caption>"))


def test_the_article_stands_in_a_frame_of_tables() -> None:
    opening = "<body><table><tr><td><a href=x>首页</a></td><td>菜单</td></tr><tr><td colspan=2><table><tr><td>"
    framed = PAGE.replace("<body>", opening).replace("</body>", "</td></tr></table></td></tr></table></body>")
    cleanly_read(framed)


def test_menus_around_the_article_are_not_the_article() -> None:
    foot = f"{MENU}<div>版权所有 云杉县 备案 12345号</div></body>"
    report = cleanly_read(PAGE.replace("<body>", f"<body>{MENU}").replace("</body>", foot))
    assert report.sections[5].paragraphs[0].text == "本局第六部分所写的话，与水文监测有关。"


def test_tags_left_open_do_not_swallow_the_page() -> None:
    for tag in ("title", "select", "nav", "button", "noscript"):
        cleanly_read(PAGE.replace("<body>", f"<body><{tag}>"))


def test_a_page_s_title_is_known_from_its_head() -> None:
    page = PAGE.replace("<head>", "<head><title> 甲 \n 乙 </title><meta name='ArticleTitle' content='丙'>")
    assert read_page(page).title == "丙"
    assert read_page(page.replace("content='丙'", "content=''")).title == "甲 乙"
    assert read_page(PAGE).title == ""


def test_a_document_has_its_lines_and_tables_in_reading_order() -> None:
    blocks = read_page("<p>甲</p>乙<br>丙<table><tr><td>1<td>2<tr><td>3<td>4</table><div>丁<b>戊</b></div>").blocks
    shown = [block.text if isinstance(block, Line) else len(block.rows) for block in blocks]
    assert shown == ["甲", "乙", "丙", 2, "丁戊"]
