"""Section six says whether information-processing fees were charged, in whatever words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gongkai.checks.evidence import Evidence
from gongkai.checks.fees import STATEMENT, TABLE_FEE, section_six_tells_of_fees
from gongkai.report import AnnualReport
from tests.checks.examples import OVERVIEW, Example, model
from tests.checks.yielded import quoted, told, yielded


def six(*texts: str, **more: object) -> AnnualReport:
    return model(prose={6: texts}, **more)  # type: ignore[arg-type]  # what model takes


FEE = {TABLE_FEE: Decimal("12.5")}
ELSEWHERE = model(prose={1: (*OVERVIEW, "全年未收取信息处理费。"), 6: ("无其他需要报告的事项。",)})
EXAMPLES = {
    "fees.missing": Example(passing=Evidence(six(STATEMENT)), failing=Evidence(six("无其他需要报告的事项。"))),
    "fees.elsewhere": Example(passing=Evidence(six(STATEMENT)), failing=Evidence(ELSEWHERE)),
    "fees.confused": Example(
        passing=Evidence(six("收取信息处理费125元。", cells=FEE)),
        failing=Evidence(six("本年度收费12.5万元。", cells=FEE)),
    ),
}


@pytest.mark.parametrize(
    "texts",
    [
        ("无其他需要报告的事项。",),
        ("无。",),
        (),
        ("公开行政事业性收费目录。",),
        ("按照《政府信息公开信息处理费管理办法》(国办函〔2020〕109号)执行。",),
        ("全县未发生泄密事件。",),
    ],
)
def test_silence_about_fees_is_a_warning_at_heading_and_paragraph(texts: tuple[str, ...]) -> None:
    findings = yielded(section_six_tells_of_fees, six(*texts))
    assert [(one.code, one.severity.value, one.correction) for one in findings] == [
        ("fees.missing", "warning", STATEMENT)
    ]
    assert quoted(findings, "fees.missing") == ["六、其他需要报告的事项", *texts[:1]]


@pytest.mark.parametrize(
    "text",
    [
        "本年度未收取信息处理费。",
        "没有产生信息公开处理费。",
        "本年度,我市无收取政府信息公开信息处理费,无其他事项。",
        "2024年,无收取信息处理费情况。",
        "未向申请人收取任何费用。",
        "全年收取政府信息公开信息处理费3940元。",
        "按照办法规定的按件、按量收费标准,本年度未产生信息处理费。",
        "发出收费通知0件,总金额0元,实际收取0元。",
        "本机关收取信息处理费?40元。",
        "依申请公开未收费。",
    ],
)
def test_every_way_of_telling_it_is_right(text: str) -> None:
    assert told(section_six_tells_of_fees, six(text)) == set()


@pytest.mark.parametrize(
    "text",
    ["全年未收取信息处理费。", "全年收取信息处理费380元,均已入库。", "依法未收取信息公开处理费。"],
)
def test_a_statement_in_another_section_is_a_note(text: str) -> None:
    report = model(prose={1: (*OVERVIEW, text), 6: ("无其他需要报告的事项。",)})
    assert told(section_six_tells_of_fees, report) == {("fees.elsewhere", "note")}


@pytest.mark.parametrize(
    "text",
    ["组织学习信息处理费管理规定。", "落实《信息处理费管理办法》,未发生差错。", "公开行政事业性收费项目2项。"],
)
def test_a_mention_of_the_rules_elsewhere_is_no_statement(text: str) -> None:
    report = model(prose={1: (*OVERVIEW, text), 6: ("无其他需要报告的事项。",)})
    assert told(section_six_tells_of_fees, report) == {("fees.missing", "warning")}


@pytest.mark.parametrize("text", ["本年度收费12.5万元。", "收取信息处理费125000元。", "收取信息处理费125,000元。"])
def test_the_fees_of_table_two_in_section_six_are_a_warning(text: str) -> None:
    (finding,) = yielded(section_six_tells_of_fees, six(text, cells=FEE))
    assert (finding.code, finding.severity.value, finding.cells) == ("fees.confused", "warning", (TABLE_FEE,))


@pytest.mark.parametrize("text", ["收取信息处理费12.5元。", "收取信息处理费125元。", "未收取信息处理费。"])
def test_another_amount_is_no_confusion(text: str) -> None:
    assert told(section_six_tells_of_fees, six(text, cells=FEE)) == set()


def test_nothing_is_asked_of_the_years_before_the_fee_nor_without_section_six() -> None:
    assert told(section_six_tells_of_fees, six("无。", year=2020)) == set()
    assert told(section_six_tells_of_fees, model(headings={6: None}, prose={6: ()})) == set()


def test_a_damaged_section_six_may_have_said_it() -> None:
    assert told(section_six_tells_of_fees, six("本年度\ufffd\ufffd\ufffd。")) == set()
