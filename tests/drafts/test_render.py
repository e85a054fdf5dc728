"""A draft becomes the report: fields are the figures of the tables, and whatever cannot be filled in is told."""

from __future__ import annotations

from decimal import Decimal

import msgspec
import pytest
from hypothesis import given

from gongkai.drafts import preview, render
from gongkai.errors import BrokenDraft
from gongkai.report import AnnualReport, CellKey, Method, Paragraph, Section, State, TextPlace, Value
from gongkai.samples import lawful_report
from tests import strategies
from tests.drafts.filling import with_cells, with_text, with_values

RECEIVED: CellKey = ("3", "1", "total")
CARRIED_IN: CellKey = ("3", "2", "total")
GRANTED: CellKey = ("3", "3.1", "total")
CLOSED: CellKey = ("3", "3.7", "total")
FEE: CellKey = ("2", "20.8.fees", "amount")
VALUES: dict[CellKey, Value | None] = {
    RECEIVED: 200,
    CARRIED_IN: 10,
    GRANTED: 69,
    ("3", "3.2", "total"): 31,
    CLOSED: 199,
    ("3", "1", "natural"): 0,
    ("3", "3.4.1", "total"): 5,
    ("3", "3.4.2", "total"): 0,
    ("3", "3.4.3", "total"): 2,
    FEE: Decimal("4749.8700"),
}
REPORT = with_values(
    msgspec.structs.replace(lawful_report(3, edition="2021"), organ="萤台县人民政府", year=2024), VALUES
)
BEFORE = with_values(msgspec.structs.replace(REPORT, year=2023), {RECEIVED: 160, CLOSED: 200, GRANTED: 100})


def said(text: str, report: AnnualReport = REPORT, last_year: AnnualReport | None = None) -> str:
    """Return what a paragraph says once its fields are filled in."""
    return render(with_text(report, text), last_year=last_year).sections[0].paragraphs[0].text


def problem(text: str, report: AnnualReport = REPORT, last_year: AnnualReport | None = None) -> str:
    """Return the one thing that is wrong with a paragraph."""
    with pytest.raises(BrokenDraft) as broken:
        render(with_text(report, text), last_year=last_year)
    (told,) = broken.value.problems
    return told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新收{本年新收}件", "新收200件"),
        ("｛本年新收　＋　上年结转｝件", "210件"),
        ("{本年新收 - 办理结果}", "1"),
        ("{上年结转 - 本年新收}", "-190"),
        ("{无法提供}", "7"),
        ("{本年新收.自然人}", "0"),
        ("占{予以公开 / 办理结果}", "占34.7%"),
        ("{予以公开 / 办理结果:2}", "34.67%"),
        ("{予以公开 / 办理结果:0}", "35%"),
        ("{（予以公开＋部分公开）／本年新收}", "50.0%"),
        ("{行政事业性收费}万元", "4749.87万元"),
        ("{行政事业性收费:1}万元", "4749.9万元"),
        ("{机关}{年度}年，{上一年度}年，{下一年度}年", "萤台县人民政府2024年，2023年，2025年"),
        ("{{本年新收}}", "{本年新收}"),
    ],
)
def test_a_field_says_what_its_cells_say(text: str, expected: str) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [(160, "增长25.0%"), (250, "下降20.0%"), (200, "持平"), (199, "增长0.5%"), (200_000, "下降99.9%")],
)
def test_a_change_since_last_year_is_told_in_percent(before: int, expected: str) -> None:
    assert said("{本年新收 同比}", last_year=with_values(BEFORE, {RECEIVED: before})) == expected


def test_a_change_too_small_to_be_seen_is_not_told_as_nothing() -> None:
    report, before = with_values(REPORT, {RECEIVED: 100_001}), with_values(BEFORE, {RECEIVED: 100_000})
    assert said("{本年新收 同比}", report, before) == "基本持平"
    assert said("{本年新收 同比:3}", report, before) == "增长0.001%"


def test_a_share_changes_by_percentage_points() -> None:
    # 69 of 199 this year, 100 of 200 last year.
    assert said("{予以公开 / 办理结果 同比}", last_year=BEFORE) == "下降15.3个百分点"


@pytest.mark.parametrize(
    ("name", "shown"),
    [("机关名称", "萤台县人民政府"), ("年份", "2024"), ("本年度", "2024"), ("上年度", "2023"), ("下年度", "2025")],
)
def test_organ_and_year_have_more_names_than_one(name: str, shown: str) -> None:
    assert said(f"{{{name}}}") == shown


def test_last_year_s_figures_can_be_named() -> None:
    assert said("{上年.本年新收}、{本年新收 - 上年.本年新收}", last_year=BEFORE) == "160、40"


def test_halves_are_rounded_away_from_nothing() -> None:
    report = with_values(REPORT, {GRANTED: 1, CLOSED: 2000})
    assert said("{予以公开 / 办理结果}", report) == "0.1%"


def test_an_amount_that_names_another_unit_is_told_in_the_form_s() -> None:
    cells = tuple(
        msgspec.structs.replace(cell, text="380元", value=380) if cell.key == FEE else cell for cell in REPORT.cells
    )
    assert said("{行政事业性收费}万元", with_cells(REPORT, cells)) == "0.038万元"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{本年新受}", "第一部分第 1 段：“{本年新受}”里没有“本年新受”这个名称，相近的有“本年新收”"),
        ("{湖光山色}", "没有“湖光山色”这个名称；里面写的是正文的，请去掉花括号。"),
        ("{120}", "里的“120”是数字，不是名称；要直接写数字的，请去掉花括号"),
        ("{本年新收 / 100}", "里的“100”是数字"),
        ("{全年改版网站栏目六个，把新媒体账号由九个减到四个}", "没有“全年改版网站栏目六个,把新媒体账号由"),
        ("{自然人}", "有几种意思，请写明是哪一种：“本年新收.自然人”、“上年结转.自然人”"),
        ("{其他处理.其他}", "“其他处理.其他.总计”"),
        ("{本年新收 同比}", "没有给出上年的报告"),
        ("{上年.本年新收}", "没有给出上年的报告"),
        ("{本年新收 / 本年新收.自然人}", "除数是 0"),
        ("{填写：全年情况}", "“{填写：全年情况}”还没有填写"),
        ("全年{本年新收", "“{本年新收”这里只有半个花括号"),
        ("全年办结本年新收的申请{{}件", "“…办结本年新收的申请{{}”这里只有半个花括号"),
        ("{}", "里面没有内容"),
        ("{行政事业性收费 + 本年新收}", "把金额（万元）和件数放在一起计算"),
        ("{年度 + 1}", "“年度”不是数字"),
    ],
)
def test_what_cannot_be_filled_in_is_told_with_its_place(text: str, expected: str) -> None:
    told = problem(text)
    assert expected in told
    assert told.startswith("第一部分第 1 段：“")
    assert told.endswith("。")


@pytest.mark.parametrize(
    ("state", "word"),
    [
        (State.BLANK, "是空白"),
        (State.NOT_APPLICABLE, "写明不适用"),
        (State.ABSENT, "没有这一格"),
        (State.AMBIGUOUS, "不能确定"),
        (State.UNREADABLE, "不能辨认"),
    ],
)
def test_a_cell_without_a_figure_is_never_written_as_one(state: State, word: str) -> None:
    cells = tuple(
        msgspec.structs.replace(cell, state=state, value=None) if cell.key == RECEIVED else cell
        for cell in REPORT.cells
    )
    assert f"表三“本年新收.总计”{word}，请" in problem("{本年新收 + 上年结转}", with_cells(REPORT, cells))


@pytest.mark.parametrize("method", [method for method in Method if method is not Method.DIRECT])
def test_a_figure_that_was_not_read_directly_is_not_told_as_sure(method: Method) -> None:
    cells = tuple(
        msgspec.structs.replace(cell, method=method) if cell.key == RECEIVED else cell for cell in REPORT.cells
    )
    assert "还没有核对，请核对以后把数字写进表中" in problem("{本年新收}", with_cells(REPORT, cells))


def test_a_sum_with_blanks_names_the_first_and_counts_them() -> None:
    report = with_values(REPORT, {("3", "3.4.1", "total"): None, ("3", "3.4.3", "total"): None})
    assert "“本机关不掌握相关政府信息.总计”是空白（这样的共 2 格），请在表中填写，没有的填 0" in problem(
        "{无法提供}", report
    )


def test_a_blank_of_last_year_is_told_as_last_year_s() -> None:
    told = problem("{本年新收 同比}", last_year=with_values(BEFORE, {RECEIVED: None}))
    assert "上年报告表三“本年新收.总计”是空白，没有可用的数字" in told


def test_a_change_from_nothing_has_no_percent() -> None:
    assert "上年的数是 0" in problem("{本年新收 同比}", last_year=with_values(BEFORE, {RECEIVED: 0}))


def test_a_report_of_another_year_is_not_last_year_s() -> None:
    before = msgspec.structs.replace(BEFORE, year=2022)
    assert "给出的上年报告却是 2022 年度的" in problem("{上年.本年新收}", last_year=before)


def test_tables_that_count_other_things_are_not_compared() -> None:
    older = msgspec.structs.replace(lawful_report(3, edition="2019"), year=2020)
    report = msgspec.structs.replace(REPORT, year=2021)
    assert "口径" in problem("{行政许可.处理决定 同比}", report, older)
    assert "上年报告的格式（2019 版）里没有" in problem("{上年.规章.现行有效}", report, older)
    assert said("{其他处理 - 上年.其他处理}", report, older).lstrip("-").isdigit()


def test_all_problems_are_told_at_once_in_the_order_of_the_text() -> None:
    draft = with_text(REPORT, "{甲乙}件，{填写：丙}", "{本年新收}件，{丁}")
    with pytest.raises(BrokenDraft) as broken:
        render(draft)
    assert [told[:9] for told in broken.value.problems] == ["第一部分第 1 段", "第一部分第 1 段", "第一部分第 2 段"]


def test_a_place_in_a_text_is_told_by_line_and_column() -> None:
    draft = with_text(REPORT)
    first, *others = draft.sections
    paragraph = Paragraph("收到{丁}件", TextPlace(12, 4, 9))
    draft = msgspec.structs.replace(
        draft, sections=(msgspec.structs.replace(first, paragraphs=(paragraph,)), *others)
    )
    assert "（第 12 行第 7 个字）：“{丁}”" in preview(draft).problems[0]


def test_fields_are_filled_in_wherever_prose_stands() -> None:
    draft = msgspec.structs.replace(
        REPORT,
        preface=(Paragraph("{年度}年"),),
        sections=(Section(1, "一、{机关}", (Paragraph("{本年新收}"),)),),
        closing=(Paragraph("{下一年度}年"),),
    )
    assert [one.text for one in render(draft).passages()] == ["2024年", "一、萤台县人民政府", "200", "2025年"]


def test_a_report_without_organ_or_year_has_none_to_tell() -> None:
    nameless = msgspec.structs.replace(REPORT, organ=None, year=None)
    assert "没有写明机关" in problem("{机关}", nameless)
    assert "没有写明年度" in problem("{下一年度}", nameless)


@given(strategies.reports())
def test_a_report_without_fields_stays_as_it_is(report: AnnualReport) -> None:
    assert render(report) == report


def test_a_preview_keeps_what_cannot_be_filled_in() -> None:
    found = preview(with_text(REPORT, "{本年新收}件，{丁}件，{{甲}}"))
    assert found.report.sections[0].paragraphs[0].text == "200件，{丁}件，{{甲}}"
    assert len(found.problems) == 1


def test_what_a_preview_leaves_can_be_filled_in_later() -> None:
    left = preview(with_text(REPORT, "{本年新收 同比}，{{甲}}"))
    assert left.problems
    filled = render(left.report, last_year=BEFORE)
    assert filled.sections[0].paragraphs[0].text == "增长25.0%，{甲}"
