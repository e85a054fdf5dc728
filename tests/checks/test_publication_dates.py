"""Publication and signature lie between the year's end and the organ's deadline."""

from __future__ import annotations

import pytest

from gongkai.checks.evidence import Evidence
from gongkai.checks.local_rules import Deadlines, LocalRules, MonthDay
from gongkai.checks.publication_dates import days_exist, published_in_time
from gongkai.report import AnnualReport
from tests.checks.examples import Example, model, with_prose
from tests.checks.yielded import told, yielded

GOVERNMENT, BUREAU = "絮泉县人民政府", "絮泉县财政局"


def signed(day: str, organ: str = GOVERNMENT) -> AnnualReport:
    return model(organ=organ, closing=(organ, day))


def published(line: str, organ: str = GOVERNMENT) -> AnnualReport:
    return model(organ=organ, preface=(f"{organ}2024年政府信息公开工作年度报告", line))


PASSING = Evidence(signed("2025年3月6日"))
EXAMPLES = {
    "publication_dates.late": Example(passing=PASSING, failing=Evidence(signed("2025年4月2日"))),
    "publication_dates.early": Example(passing=PASSING, failing=Evidence(signed("2024年3月6日"))),
    "publication_dates.undated": Example(passing=PASSING, failing=Evidence(model())),
    "publication_dates.impossible": Example(
        passing=Evidence(with_prose(1, "2024年2月29日启用。")),
        failing=Evidence(with_prose(1, "2024年2月30日启用。")),
    ),
}


@pytest.mark.parametrize(
    ("report", "deadline"),
    [
        (signed("2025年4月1日"), "2025年3月31日"),
        (signed("2025年2月1日", BUREAU), "2025年1月31日"),
        (signed("2025年2月10日", "絮泉县人民政府办公室"), "2025年1月31日"),
        (published("发布时间:2025-04-15 09:30"), "2025年3月31日"),
        (published("发布日期：2025年2月8日", BUREAU), "2025年1月31日"),
        (published("日期:2025-05-01"), "2025年3月31日"),
    ],
)
def test_a_date_behind_the_deadline_is_a_warning(report: AnnualReport, deadline: str) -> None:
    (finding,) = yielded(published_in_time, report)
    assert (finding.code, finding.severity.value, finding.expected) == (
        "publication_dates.late",
        "warning",
        deadline,
    )


@pytest.mark.parametrize(
    "report",
    [
        signed("2025年3月31日"),
        signed("2025年1月31日", BUREAU),
        signed("2025年6月1日", "絮泉县杏霭镇人民政府"),
        signed("2025年6月1日", "株洲市天元区泰山路街道办事处"),
        signed("2025年2月8日", "霁湾综合实验区"),
        signed("2025年2月8日", "栖霓市霁湾经济开发区管理委员会"),
        signed("2025年6月1日", "365bet(中国)官方网站"),
        published("发布时间:2025-01-23 17:13"),
        published("更新于2025-06-01,浏览12次"),
        with_prose(1, "2025年6月1日公布预算。"),
    ],
)
def test_dates_in_time_organs_without_a_date_and_other_dates_are_right(report: AnnualReport) -> None:
    assert told(published_in_time, report) <= {("publication_dates.undated", "note")}


@pytest.mark.parametrize(
    "report", [signed("2024年3月6日"), signed("2024年12月31日"), published("发布时间:2024-01-20")]
)
def test_a_date_before_the_years_end_is_a_warning(report: AnnualReport) -> None:
    assert told(published_in_time, report) == {("publication_dates.early", "warning")}


def test_a_place_may_ask_for_it_earlier() -> None:
    rules = LocalRules(deadlines=Deadlines(departments=MonthDay(1, 20), governments=MonthDay(2, 28)))
    assert [one.expected for one in yielded(published_in_time, signed("2025年3月6日"), rules)] == ["2025年2月28日"]
    assert [one.expected for one in yielded(published_in_time, signed("2025年1月25日", BUREAU), rules)] == [
        "2025年1月20日"
    ]


def test_a_report_without_signature_and_date_is_noted() -> None:
    assert told(published_in_time, model()) == {("publication_dates.undated", "note")}
    assert told(published_in_time, signed("2025年3月6日")) == set()


@pytest.mark.parametrize(
    "text", ["2024年2月30日启用。", "2023年2月29日启用。", "2024年13月1日启用。", "2024年4月31日启用。"]
)
def test_a_day_that_is_in_no_calendar_is_an_error(text: str) -> None:
    assert told(days_exist, with_prose(1, text)) == {("publication_dates.impossible", "error")}


@pytest.mark.parametrize(
    "text",
    ["2024年2月29日启用。", "2024年12月31日。", "?024年2月30日。", "版本2024.13.1,编号2024-31-12。", "2024年2月"],
)
def test_days_of_the_calendar_and_other_numbers_are_right(text: str) -> None:
    assert told(days_exist, with_prose(1, text)) == set()
