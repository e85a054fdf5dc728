"""Period and years are those of the report; what was left from another year is found."""

from __future__ import annotations

import msgspec
import pytest

from gongkai.checks.evidence import Evidence
from gongkai.checks.periods import (
    a_damaged_period_is_repaired,
    plans_are_for_the_next_year,
    the_period_is_the_report_year,
    years_are_the_reports,
)
from gongkai.damage import lose
from gongkai.report import AnnualReport, Damage
from tests.checks.examples import OVERVIEW, Example, model
from tests.checks.yielded import quoted, told, yielded

TITLE = "絮泉县人民政府2024年政府信息公开工作年度报告"
RIGHT = "2024年1月1日至2024年12月31日"


def preface(text: str) -> AnnualReport:
    return model(preface=(TITLE, text))


def prose(number: int, *texts: str) -> AnnualReport:
    return model(prose={number: texts})


def damaged(period: str) -> AnnualReport:
    text = lose(f"本年报中所列数据的统计期限{period}。\n").strip()
    return msgspec.structs.replace(preface(text), damage=(Damage("lost", "期限?024"),))


FULL = "自2024年1月1日起至2024年12月31日止"
EXAMPLES = {
    "periods.year": Example(
        passing=Evidence(preface(f"统计期限:{RIGHT}。")),
        failing=Evidence(preface("统计期限:2023年1月1日至2023年12月31日。")),
    ),
    "periods.span": Example(
        passing=Evidence(preface(f"统计期限:{RIGHT}。")),
        failing=Evidence(preface("统计期限:2024年1月1日至2024年11月30日。")),
    ),
    "periods.lost": Example(passing=Evidence(preface(f"统计期限{FULL}。")), failing=Evidence(damaged(FULL))),
    "periods.title": Example(
        passing=Evidence(preface("现公布絮泉县人民政府2024年政府信息公开工作年度报告。")),
        failing=Evidence(preface("现公布絮泉县人民政府2023年政府信息公开工作年度报告。")),
    ),
    "periods.opening": Example(
        passing=Evidence(prose(5, "2024年,公开工作取得成效,但更新不及时,已整改。")),
        failing=Evidence(prose(5, "2023年,公开工作取得成效,但更新不及时,已整改。")),
    ),
    "periods.plan": Example(
        passing=Evidence(prose(5, "更新不及时。2025年,我县将继续加强培训。")),
        failing=Evidence(prose(5, "更新不及时。2024年,我县将继续加强培训。")),
    ),
}


@pytest.mark.parametrize(
    ("text", "code", "severity"),
    [
        ("统计期限:2023年1月1日至2023年12月31日。", "periods.year", "error"),
        ("统计期限自2023年1月1日起至12月31日止。", "periods.year", "error"),
        ("所列数据的统计期限为2024年1月1日至2023年12月31日。", "periods.year", "error"),
        ("统计时段 2025 年 1 月 1 日至 2025 年 12 月 31 日。", "periods.year", "error"),
        ("数据截至2023年12月31日。", "periods.year", "error"),
        ("统计期限:2024年1月1日至2024年11月30日。", "periods.span", "warning"),
        ("统计期限:2024年1月10日至12月31日。", "periods.span", "warning"),
    ],
)
def test_another_period_is_found(text: str, code: str, severity: str) -> None:
    assert told(the_period_is_the_report_year, preface(text)) == {(code, severity)}


@pytest.mark.parametrize(
    "text",
    [
        f"统计期限:{RIGHT}。",
        "统计时限为2024年1月1日至12月31日。",
        "统计期限自 2024 年 1 月 1 日起至 2024 年 12 月 31 日止。",
        "数据截至2024年12月31日。",
        "试点工作自2023年6月1日至2024年5月31日开展。",
        "统计期限?023年1月1日至2023年12月31日。",
        "条例自2019年5月15日起施行。",
    ],
)
def test_the_report_year_other_spans_and_damage_are_right(text: str) -> None:
    assert told(the_period_is_the_report_year, preface(text)) == set()


@pytest.mark.parametrize("period", [FULL, "为2024年1月1日至2024年12月31日"])
def test_a_damaged_period_is_given_back_by_proof(period: str) -> None:
    (finding,) = yielded(a_damaged_period_is_repaired, damaged(period))
    assert (finding.code, finding.severity.value, finding.correction) == ("periods.lost", "damage", period)


@pytest.mark.parametrize("text", [f"统计期限{FULL}。", "统计期限?024年度。", "为什么??2024年?"])
def test_without_such_damage_no_period_is_given_back(text: str) -> None:
    report = msgspec.structs.replace(preface(text), damage=(Damage("lost", "期限?024"),))
    assert told(a_damaged_period_is_repaired, report) == set()


@pytest.mark.parametrize(
    "text",
    [
        "现公布絮泉县人民政府2023年政府信息公开工作年度报告。",
        "现将2023年度政府信息公开工作情况报告如下。",
        "根据要求编制了絮泉县2022年政府信息公开工作年度报告。",
        "现向社会公布2025年年度报告。",
    ],
)
def test_a_preface_of_another_year_is_an_error(text: str) -> None:
    assert told(years_are_the_reports, preface(text)) == {("periods.title", "error")}


@pytest.mark.parametrize(
    "report",
    [
        prose(1, "2023年,全县扎实推进公开。", *OVERVIEW),
        prose(5, "2022年,公开工作取得成效,但更新不及时,已整改。"),
        prose(6, "2023年,无收取信息处理费情况。"),
        prose(6, "2023年度未收取信息处理费。"),
        prose(1, *OVERVIEW, "办理规范。2023年共收到政府信息公开申请9件。"),
    ],
)
def test_a_sentence_of_an_earlier_year_is_a_warning(report: AnnualReport) -> None:
    assert told(years_are_the_reports, report) == {("periods.opening", "warning")}


@pytest.mark.parametrize(
    "report",
    [
        prose(1, "2024年,全县扎实推进公开。", *OVERVIEW, "2023年,栏目已改版。"),
        prose(1, *OVERVIEW, "2023年收到申请12件,2024年收到9件,同比下降。"),
        prose(1, *OVERVIEW, "按时公布2023年政府信息公开工作年度报告。"),
        prose(1, "2023年以来,持续推进,2024年再上台阶。", *OVERVIEW),
        prose(5, "针对2023年指出的问题,已整改到位,但仍有差距。"),
        prose(6, "2024年,无收取信息处理费情况。"),
        preface("上一篇:絮泉县人民政府2023年政府信息公开工作年度报告"),
        preface("现公布絮泉县人民政府2024年政府信息公开工作年度报告。"),
    ],
)
def test_earlier_years_may_be_mentioned(report: AnnualReport) -> None:
    assert told(years_are_the_reports, report) == set()


@pytest.mark.parametrize(
    ("text", "correction"),
    [
        ("(二)改进措施。2024年，我局将坚持公开为常态。", "2025年，我局将坚持"),
        ("2023年，我们将采取以下措施。", "2025年，我们将采取"),
        ("2024年度,全县将进一步加强培训。", "2025年度,全县将进一步"),
        ("2024年,将重点抓好培训。", "2025年,将重点"),
    ],
)
def test_a_plan_for_a_year_that_is_over_is_a_warning(text: str, correction: str) -> None:
    (finding,) = yielded(plans_are_for_the_next_year, prose(5, "更新不及时。", text))
    assert (finding.severity.value, finding.correction) == ("warning", correction)


@pytest.mark.parametrize(
    "text",
    [
        "2025年,我县将继续加强培训。",
        "2024年,我县将政务公开纳入年度考核。",
        "2024年,我县将12项任务分解到部门。",
        "2024年更新不及时,下一步将继续加强。",
        "2024年,取得成效,今后将坚持常态化。",
        "?024年,我县将继续加强培训。",
        "到2026年,将全面建成平台。",
    ],
)
def test_plans_to_come_and_things_done_are_right(text: str) -> None:
    assert told(plans_are_for_the_next_year, prose(5, "更新不及时。", text)) == set()


def test_a_year_that_nothing_states_proves_nothing() -> None:
    report = msgspec.structs.replace(prose(5, "更新不及时。2024年,将继续加强培训。"), preface=())
    assert told(plans_are_for_the_next_year, report) == {("periods.plan", "note")}


def test_without_a_year_nothing_is_said() -> None:
    report = msgspec.structs.replace(preface("统计期限:2023年1月1日至2023年12月31日。"), year=None)
    assert told(the_period_is_the_report_year, report) | told(years_are_the_reports, report) == set()


def test_every_wrong_year_is_quoted() -> None:
    findings = yielded(years_are_the_reports, prose(6, "2023年,无收取信息处理费情况。"))
    assert quoted(findings, "periods.opening")[0].startswith("2023年")
