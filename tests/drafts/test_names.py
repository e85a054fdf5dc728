"""Names of cells: every cell has one of its own; the form's labels are names, and people's words are."""

from __future__ import annotations

from itertools import product

import pytest

from gongkai.drafts.names import names_of, plain_name
from gongkai.report import EDITIONS, CellKey

TOTAL = "total"
LEGAL = ("business", "research", "welfare", "legal", "other")
EDITION_KEYS = tuple(EDITIONS)
# Rows by their key, and what people call their cell or the sum of their cells.
DENIED = tuple(f"3.3.{n}" for n in range(1, 9))
NAMED = {
    "本年新收": [("3", "1", TOTAL)],
    "本年新收.总计": [("3", "1", TOTAL)],
    "一、本年新收政府信息公开申请数量": [("3", "1", TOTAL)],
    "本年新收.自然人": [("3", "1", "natural")],
    "本年新收.法人或其他组织": [("3", "1", column) for column in LEGAL],
    "本年新收.法人或其他组织.其他": [("3", "1", "other")],
    "上年结转.商业企业": [("3", "2", "business")],
    "予以公开": [("3", "3.1", TOTAL)],
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）": [("3", "3.2", TOTAL)],
    "不予公开": [("3", row, TOTAL) for row in DENIED],
    "不予公开.法人或其他组织": [("3", row, column) for row, column in product(DENIED, LEGAL)],
    "不予公开.属于国家秘密": [("3", "3.3.1", TOTAL)],
    "1.属于国家秘密": [("3", "3.3.1", TOTAL)],
    "危及“三安全一稳定”": [("3", "3.3.3", TOTAL)],
    "无法提供": [("3", f"3.4.{n}", TOTAL) for n in (1, 2, 3)],
    "不予处理": [("3", f"3.5.{n}", TOTAL) for n in range(1, 6)],
    "办理结果": [("3", "3.7", TOTAL)],
    "办结": [("3", "3.7", TOTAL)],
    "三、本年度办理结果": [("3", "3.7", TOTAL)],
    "办理结果.总计.自然人": [("3", "3.7", "natural")],
    "办理结果.予以公开": [("3", "3.1", TOTAL)],
    "结转下年度": [("3", "4", TOTAL)],
    "四、结转下年度继续办理": [("3", "4", TOTAL)],
    "行政复议": [("4", "reconsideration", TOTAL)],
    "行政复议.结果维持": [("4", "reconsideration", "upheld")],
    "未经复议直接起诉.尚未审结": [("4", "litigation_direct", "pending")],
    "复议后起诉": [("4", "litigation_after", TOTAL)],
    "行政诉讼.复议后起诉.结果纠正": [("4", "litigation_after", "corrected")],
    "行政诉讼": [("4", "litigation_direct", TOTAL), ("4", "litigation_after", TOTAL)],
    "行政诉讼.结果维持": [("4", "litigation_direct", "upheld"), ("4", "litigation_after", "upheld")],
    "行政许可.处理决定": [("2", "20.5.licences", "decisions")],
}
OWN = {
    "2021": {
        "行政许可": [("2", "20.5.licences", "decisions")],
        "行政规范性文件.制发": [("2", "20.1.normative_documents", "made")],
        "规范性文件.本年废止件数": [("2", "20.1.normative_documents", "repealed")],
        "规章.现行有效": [("2", "20.1.regulations", "in_force")],
        "行政事业性收费": [("2", "20.8.fees", "amount")],
        "其他处理": [("3", f"3.6.{n}", TOTAL) for n in (1, 2, 3)],
        "其他处理.其他.总计": [("3", "3.6.3", TOTAL)],
        "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请": [("3", "3.6.2", TOTAL)],
    },
    "2019": {
        "规范性文件.新制作": [("2", "20.1.normative_documents", "made")],
        "规章.对外公开总数量": [("2", "20.1.regulations", TOTAL)],
        "行政强制.本年增/减": [("2", "20.6.coercion", "change")],
        "政府集中采购.采购总金额": [("2", "20.9.procurement", "amount")],
        "其他处理": [("3", "3.6", TOTAL)],
        "其他处理.其他": [("3", "3.6", "other")],
    },
}
SEVERAL = {
    "自然人": {"本年新收.自然人", "上年结转.自然人", "办理结果.自然人", "结转下年度.自然人"},
    "规章": {"规章.制发", "规章.废止", "规章.现行有效"},
    "其他处理.其他": {"其他处理.其他.总计", "其他处理.法人或其他组织.其他"},
}


def meant(name: str, edition: str) -> list[list[CellKey]]:
    return [list(meaning) for meaning in names_of(edition).of(name)]


@pytest.mark.parametrize("edition", EDITION_KEYS)
def test_every_cell_has_a_proper_name_that_means_it_alone(edition: str) -> None:
    names = names_of(edition)
    for key in EDITIONS[edition].keys:
        assert names.of(names.proper[(key,)]) == ((key,),)
    assert len(set(names.proper.values())) == len(names.proper)


@pytest.mark.parametrize("edition", EDITION_KEYS)
def test_every_proper_name_is_unambiguous(edition: str) -> None:
    names = names_of(edition)
    assert {name: names.of(name) for meaning, name in names.proper.items() if names.of(name) != (meaning,)} == {}


@pytest.mark.parametrize("edition", EDITION_KEYS)
def test_every_label_of_a_row_as_the_form_prints_it_is_a_name(edition: str) -> None:
    unknown = [
        row.label
        for table in EDITIONS[edition].tables
        for row in table.rows
        if not any((table.key, row.key) in {key[:2] for key in one} for one in meant(row.label, edition))
    ]
    assert unknown == []


@pytest.mark.parametrize("edition", EDITION_KEYS)
@pytest.mark.parametrize("name", NAMED)
def test_a_name_means_its_cells_in_both_editions(edition: str, name: str) -> None:
    assert meant(name, edition) == [NAMED[name]]


@pytest.mark.parametrize(("edition", "name"), [(edition, name) for edition, own in OWN.items() for name in own])
def test_a_name_of_one_edition_means_its_cells(edition: str, name: str) -> None:
    assert meant(name, edition) == [OWN[edition][name]]


@pytest.mark.parametrize("name", SEVERAL)
def test_a_name_with_several_meanings_has_them_all(name: str) -> None:
    names = names_of("2021")
    assert {names.proper[meaning] for meaning in names.of(name)} == SEVERAL[name]


@pytest.mark.parametrize(
    "written",
    [" 本年新收 . 自然人", "本年新收．自然人", "本年新收·自然人", "本年新收。自然人", "“本年新收”.自然人"],
)
def test_blanks_quotes_and_dots_of_every_kind_change_nothing(written: str) -> None:
    assert plain_name(written) == "本年新收.自然人"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("本年新受", "本年新收"),
        ("行政规范性文件.制定", "行政规范性文件.制发"),
        ("本年新收.自然", "本年新收.自然人"),
    ],
)
def test_the_nearest_name_is_named_first(wrong: str, right: str) -> None:
    assert names_of("2021").nearest(wrong)[0] == right


def test_what_is_like_no_name_has_no_nearest() -> None:
    assert names_of("2021").nearest("湖光山色") == ()
