"""The page of a comparison: all figures, what is open in them, charts one can hear, and nothing from elsewhere."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from gongkai.report import AnnualReport, Method, Scope
from gongkai.report.compare import compare
from gongkai.writers.comparison.page import comparison_page
from gongkai.writers.comparison.pictures import MOST_ROWS
from tests.comparable import BLANK, CARRIED_IN, CARRIED_OUT, CLOSED, ORGAN, RECEIVED, named, one_of, report, zero

HOSTILE = [
    "<script>alert(1)</script>局",
    "<img src=x onerror=alert(1)>局",
    "\"'><a href=x>局",
    "{{ 7*7 }}局",
    "]]>&lt;局",
]
FROM_ELSEWHERE = re.compile(
    r"https?://(?!www\.w3\.org/)|@import|url\(|<script|<link|<iframe|<img| src=", re.IGNORECASE
)


def written(*several: AnnualReport, full: bool = False, total: bool = False) -> bytes:
    return comparison_page(compare(named(*several), full=full, total=total))


def parsed(*several: AnnualReport, full: bool = False, total: bool = False) -> LexborHTMLParser:
    return LexborHTMLParser(written(*several, full=full, total=total).decode())


def row(tree: LexborHTMLParser, name: str) -> list[str]:
    """Return the first row of a name, with blanks between what stands in a cell."""
    for node in tree.css("tbody tr"):
        if texts(node, "th") == [name]:
            return texts(node, "td")
    raise AssertionError(name)


def texts(node: LexborNode | LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(found.text(separator=" ").split()) for found in node.css(selector)]


def drawn(tree: LexborHTMLParser, chart: int) -> list[str]:
    return [node.text() for node in tree.css("svg")[chart].css("text")]


YEARS = (report(2019, seed=3), report(2020, seed=4), report(2021, seed=5))
ORGANS = (report(organ="甲局", seed=1), report(organ="乙局", seed=2, scope=Scope.UNKNOWN))
MIXED = (*YEARS, report(2021, organ="乙局"), report(None, organ="丙局"))


@pytest.mark.parametrize("several", [YEARS, ORGANS, MIXED, (zero(2022), zero(2023))])
@pytest.mark.parametrize("full", [False, True])
def test_the_page_needs_nothing_from_elsewhere_and_no_script(several: tuple[AnnualReport, ...], full: bool) -> None:
    page = written(*several, full=full, total=True).decode()
    assert FROM_ELSEWHERE.search(page) is None
    assert page.startswith('<!DOCTYPE html>\n<html lang="zh-Hans">')
    tree = LexborHTMLParser(page)
    ids = Counter(node.attributes["id"] for node in tree.css("[id]"))
    assert [name for name, count in ids.items() if count > 1] == []
    targets = {node.attributes["href"] for node in tree.css("a[href]")}
    assert targets <= {f"#{name}" for name in ids}
    assert len(tree.css("h1")) == 1


def test_the_same_reports_give_the_same_bytes() -> None:
    assert written(*MIXED, full=True, total=True) == written(*MIXED, full=True, total=True)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_text_wherever_it_stands(name: str) -> None:
    several = [report(year, organ=organ) for year in (2022, 2023) for organ in (name, "乙局")]
    page = comparison_page(compare([(f"{name}{number}", one) for number, one in enumerate(several)])).decode()
    tree = LexborHTMLParser(page)
    # The name of an organ has no blanks.
    shown = "".join(name.split())
    assert not tree.css("script, img, [src], [onerror]")
    assert shown in texts(tree, "table.files th")
    assert any(node.text().startswith(shown[:4]) for node in tree.css("svg text"))


def test_years_are_columns_with_their_changes_below_the_figures() -> None:
    before = zero(2022, cells={RECEIVED: 40, CLOSED: 40, CARRIED_IN: 3})
    after = zero(2023, cells={RECEIVED: 50, CLOSED: 39})
    tree = parsed(before, after)
    assert row(tree, "本年新收") == ["40", "50 +10 (+25.0%)"]
    assert row(tree, "（七）总计") == ["40", "39 -1 (-2.5%)"]
    assert row(tree, "上年结转") == ["3", "0 -3 (-100.0%)"]
    assert row(tree, "（一）予以公开") == ["0", "0"]
    same = parsed(zero(2022, cells={RECEIVED: 4}), zero(2023, cells={RECEIVED: 4}))
    assert row(same, "本年新收") == ["4", "4 持平"]


def test_organs_are_rows_and_their_totals_say_what_is_in_them() -> None:
    organs = [zero(organ=name, cells={RECEIVED: n}) for name, n in (("甲局", 1), ("乙局", 20))]
    tree = parsed(*organs, zero(organ="丙县人民政府", scope=Scope.CONSOLIDATED, cells={RECEIVED: 300}), total=True)
    table = tree.css_first("table.organs")
    assert table is not None
    assert texts(table, "tbody th") == [
        "丙县人民政府（汇总）",
        "乙局（本机关）",
        "甲局（本机关）",
        "合计（本机关 2 份）",
    ]
    assert [cells[0] for cells in (row(tree, name) for name in texts(table, "tbody th"))] == [
        "300",
        "20",
        "1",
        "21",
    ]
    assert not any("合计" in name for name in texts(parsed(*organs), "th"))


def test_what_is_unknown_says_so_and_why_and_is_never_a_nothing() -> None:
    cells = {RECEIVED: BLANK, CLOSED: one_of(8, 88), ("3", "3.3.1", "total"): BLANK, ("3", "3.3.2", "total"): 2}
    tree = parsed(zero(2022), zero(2023, cells=cells))
    assert [row(tree, name)[1] for name in ("本年新收", "（七）总计", "（三）不予公开")] == ["空", "? 8–88", "≥2"]
    open_cells = {node.text(strip=True): node.attributes["title"] for node in tree.css("td.open")}
    assert open_cells["空"] == "1 格未知：原文为空"
    assert open_cells["? 8–88"] == "1 格未知：原文不能确定是哪个数"
    assert texts(tree, ".cards b")[:2] == ["空", "? 8–88"]


def test_an_unknown_figure_has_no_bar_in_the_charts_but_a_word() -> None:
    tree = parsed(zero(2022, cells={RECEIVED: 5}), zero(2023, cells={RECEIVED: BLANK}))
    assert "空" in drawn(tree, 0)
    # One bar besides the three of the legend.
    assert len(tree.css("svg")[0].css("rect")) == 4


def test_a_value_that_was_not_simply_read_bears_its_sign() -> None:
    tree = parsed(zero(2022), zero(2023, cells={RECEIVED: {"value": 7, "method": Method.OCR}}))
    assert row(tree, "本年新收")[1] == "7 ~ +7"


def test_a_break_between_years_is_marked_in_its_cell_and_told_in_a_sentence() -> None:
    tree = parsed(zero(2022, cells={CARRIED_OUT: 3}), zero(2023, cells={CARRIED_IN: 2}))
    assert row(tree, "上年结转")[1] == "2 ≠ 上年 3 +2"
    assert texts(tree, ".notes li") == ["结转不一致：2023 年度“上年结转”不等于 2022 年度“结转下年度”，总计 2≠3。"]


def test_table_2_stands_apart_by_edition_and_the_page_says_why() -> None:
    tree = parsed(*(zero(year) for year in (2020, 2021)))
    heads = [title for title in texts(tree, "h2") if title.startswith("主动公开")]
    assert heads == ["主动公开政府信息（2019 版格式）", "主动公开政府信息（2021 版格式）"]
    assert any("不跨版比较" in note for note in texts(tree, ".notes li"))
    assert row(tree, "本年处理决定数量") == ["0"]


def test_every_chart_can_be_heard_and_its_figures_stand_in_the_tables() -> None:
    for tree in (parsed(*YEARS), parsed(*ORGANS)):
        charts = tree.css("svg")
        assert len(charts) == 3
        for chart in charts:
            named_by = (chart.attributes["aria-labelledby"] or "").split()
            assert chart.attributes["role"] == "img"
            assert [node.tag for node in chart.css("[id]")] == ["title", "desc"]
            assert [node.attributes["id"] for node in chart.css("[id]")] == named_by
            assert all(node.text() for node in chart.css("title, desc"))
        figures = set(re.findall(r"(?<![\d.])\d+(?![\d.%])", " ".join(texts(tree, "td .value"))))
        written_on = {text for text in drawn(tree, 0) if text.isdigit()}
        assert written_on
        assert written_on <= figures


def test_parts_that_do_not_make_up_their_printed_total_are_told_at_their_bar() -> None:
    wrong = zero(2022, cells={CLOSED: 7, ("3", "3.1", "total"): 3, ("3", "3.2", "total"): 2})
    assert "7（各项之和 5）" in drawn(parsed(wrong, zero(2023)), 1)
    right = zero(2022, cells={CLOSED: 5, ("3", "3.1", "total"): 3, ("3", "3.2", "total"): 2})
    assert "5" in drawn(parsed(right, zero(2023)), 1)


def test_shares_of_an_unknown_total_are_not_drawn() -> None:
    known = {CLOSED: 1000, ("3", "3.1", "total"): 996, ("3", "3.2", "total"): 4}
    tree = parsed(zero(organ="甲局", cells=known), zero(organ="乙局", cells={**known, CLOSED: one_of(8, 88)}))
    shares = tree.css("svg")[1]
    # Two parts of one organ, besides the six of the legend.
    assert len(shares.css("rect")) == 8
    assert {"100%", "共 1000", "? 8–88"} <= set(drawn(tree, 1))
    description = shares.css_first("desc")
    assert description is not None
    assert "（一）予以公开 100%，（二）部分公开 <1%" in description.text()


def test_a_chart_of_disputes_is_drawn_only_where_there_are_any_or_may_be() -> None:
    assert len(parsed(zero(2022), zero(2023)).css("svg")) == 2
    assert len(parsed(zero(2022), zero(2023, cells={("4", "reconsideration", "total"): BLANK})).css("svg")) == 3
    assert len(parsed(zero(organ="甲局"), zero(organ="乙局")).css("svg")) == 2


def test_more_organs_than_a_chart_bears_are_all_in_the_table_and_the_page_says_so() -> None:
    tree = parsed(*(zero(organ=f"第{number}局") for number in range(MOST_ROWS + 3)))
    assert sum(text.endswith("局（本机关）") for text in drawn(tree, 0)) == MOST_ROWS
    table = tree.css_first("table.organs")
    assert table is not None
    assert len(table.css("tbody tr")) == MOST_ROWS + 3
    assert f"图中只画前 {MOST_ROWS} 个机关，全部见表。" in texts(tree, "figure .remark")


def test_many_years_make_tables_of_about_as_many_columns() -> None:
    tree = parsed(*(zero(year) for year in range(2021, 2032)))
    heads = [len(texts(table, "thead th")) - 1 for table in tree.css("table.years")]
    assert heads[:2] == [6, 5]
    assert row(tree, "本年新收")[0] == "0"


def test_a_figure_beyond_all_reason_leaves_the_charts_as_wide_as_they_are() -> None:
    for pair in (
        (zero(2022), zero(2023, cells={RECEIVED: 10**90})),
        (zero(organ="甲" * 60), zero(organ="乙局", cells={RECEIVED: 10**90, CLOSED: 10**90})),
    ):
        for bar in parsed(*pair).css("svg rect"):
            assert float(bar.attributes["width"] or 0) > 0
            assert float(bar.attributes["x"] or 0) + float(bar.attributes["width"] or 0) <= 840


def test_several_groups_have_an_index_and_reports_left_out_are_named() -> None:
    tree = parsed(*MIXED)
    assert texts(tree, ".contents a") == [f"{ORGAN}（本机关） 2019—2021 年度", "2021 年度 2 个机关"]
    assert "5.html：读不出年度，没有参加比较。" in texts(tree, ".notes li")


def test_every_report_is_listed_with_its_file() -> None:
    tree = parsed(*YEARS)
    assert texts(tree, "table.files tbody tr")[0] == f"{ORGAN} 2019 本机关 2019 版 1.html"
