"""The list of children: in the ways clerks write it, and what is wrong with it in one sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.errors import BrokenChildren
from gongkai.report import Scope
from gongkai.report.consolidation.children import children_of_rows, children_of_text
from gongkai.report.consolidation.consolidate import consolidate
from gongkai.report.consolidation.organ_names import region_of
from tests.comparable import named, report

COUNTY = "萤台县人民政府"


def told(text: str) -> list[tuple[str, Scope, bool | None, tuple[str, ...], str | None]]:
    return [(one.organ, one.scope, one.included, one.former, one.within) for one in children_of_text(text).entries]


def plain(*names: str) -> list[tuple[str, Scope, None, tuple[()], None]]:
    return [(name, Scope.UNKNOWN, None, (), None) for name in names]


@pytest.mark.parametrize(
    "text",
    [
        "县财政局\n县教育局\n",
        "\ufeff县财政局\r\n\r\n县教育局",
        "# 二〇二三年名单\n县财政局\n  # 还有\n县教育局\n",
        "机关名称\n县财政局\n县教育局\n",
        "机关名称,备注\n县财政局,\n县教育局,新设\n",
        "序号\t单位名称\n1\t县财政局\n2\t县教育局\n",
        "萤台县下级机关名单\n机关名称，范围\n县财政局，\n县教育局，\n",
        '"县财政局"\n"县教育局"\n',
    ],
)
def test_names_are_read_with_and_without_a_head(text: str) -> None:
    assert told(text) == plain("县财政局", "县教育局")


def test_columns_are_told_by_their_heads_in_any_order() -> None:
    text = "已含于,是否纳入,曾 用 名,范围,机关名称\n,纳入,甲局、乙局,本机关,县财政局\n县财政局,,,汇总,县教育局\n"
    assert told(text) == [
        ("县财政局", Scope.OWN, True, ("甲局", "乙局"), None),
        ("县教育局", Scope.CONSOLIDATED, None, (), "县财政局"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1. 县财政局\n2. 县教育局\n",
        "1、县财政局\n2、县教育局\n",
        "（1）县财政局\n（2）县教育局\n",
        "一、县财政局\n二、县教育局\n",
        "1,县财政局\n2,县教育局\n",
        "部门名称,联系电话\n县财政局,1\n县教育局,2\n",
        "序号,报送单位\n1,县财政局\n2,县教育局\n合计,2\n",
        "机关名称\n县财政局\n县教育局\n合 计\n",
    ],
)
def test_numbers_before_the_names_and_sums_below_them_are_no_names(text: str) -> None:
    assert told(text) == plain("县财政局", "县教育局")


def test_heads_that_say_nothing_to_us_are_named() -> None:
    assert children_of_text("机关名称,联系人,备注\n县财政局,某科员,\n").unused == ("联系人",)


def test_rows_of_a_workbook_are_a_list_too() -> None:
    found = children_of_rows([(1, ["", "机关名称", "范围"]), (3, ["1", "县财政局"]), (4, ["", " ", ""])])
    assert [(one.organ, one.line) for one in found.entries] == [("县财政局", 3)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "没有一个机关名称"),
        ("# 只有说明\n", "没有一个机关名称"),
        ("机关名称,范围\n", "没有一个机关名称"),
        ("范围,备注\n本机关,甲\n", "没有“机关名称”一列"),
        ("机关名称,单位\n甲局,乙局\n", "“机关名称”和“单位”是同一列"),
        ("机关名称,范围\n甲局,汇总\n,汇总\n", "第 3 行没有写机关名称"),
        ("机关名称\n甲局\n12\n", "第 3 行的机关名称写的是“12”"),
        ('机关名称,范围\n甲局,汇总\n"乙局,汇总\n丙局,汇总\n', "第 3 行的引号不成对"),
        ("机关名称,范围\n甲局,全部\n", "第 2 行“甲局”的范围写的是“全部”"),
        ("机关名称,是否纳入\n甲局,也许\n", "第 2 行“甲局”的是否纳入写的是“也许”"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, words: str) -> None:
    with pytest.raises(BrokenChildren) as caught:
        children_of_text(text)
    assert words in caught.value.reason


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("县财政局\n萤台县财政局\n", "第 2 行“萤台县财政局”与第 1 行“县财政局”是同一个名称"),
        ("机关名称,曾用名\n甲局,乙局\n乙局,\n", "第 3 行“乙局”与第 2 行“甲局”是同一个名称"),
        ("机关名称,已含于\n甲局,丙局\n", "已含于“丙局”，但名单里没有“丙局”"),
        ("机关名称,已含于\n甲局,乙局\n乙局,甲局\n", "已含于它自己"),
        ("机关名称,已含于,是否纳入\n甲局,乙局,纳入\n乙局,,\n", "既写纳入，又写已含于"),
        ("机关名称,已含于,是否纳入\n甲局,乙局,\n乙局,,不纳入\n", "两者都不会计入"),
        ("机关名称,已含于,范围\n甲局,乙局,\n乙局,,本机关\n", "两者都不会计入"),
    ],
)
def test_a_list_that_contradicts_itself_is_refused(text: str, words: str) -> None:
    with pytest.raises(BrokenChildren) as caught:
        consolidate(named(report()), organ=COUNTY, year=2023, children=children_of_text(text))
    assert words in caught.value.reason


@given(st.text(max_size=200))
def test_any_text_is_a_list_or_refused_in_a_sentence(text: str) -> None:
    try:
        found = children_of_text(text).entries
    except BrokenChildren as error:
        found = ()
        refused = error.reason
    else:
        refused = ""
    assert bool(found) != bool(refused)
    assert all(one.organ for one in found)


@given(st.text(max_size=60))
def test_the_key_of_a_name_is_its_own_key(name: str) -> None:
    region = region_of(COUNTY)
    assert region.key(f"萤台县{name}财政局") == region.key(f" 萤台县{name}财政局")
