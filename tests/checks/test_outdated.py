"""What has ended is found in reports of later years, not in titles, and not where it is called former."""

from __future__ import annotations

import pytest

from gongkai.checks.evidence import Evidence
from gongkai.checks.outdated import nothing_is_out_of_date
from gongkai.report import AnnualReport
from tests.checks.examples import PROSE, Example, model
from tests.checks.yielded import quoted, told, yielded


def of(text: str, year: int = 2024, organ: str = "絮泉县人民政府") -> AnnualReport:
    return model(organ=organ, year=year, prose={1: (*PROSE[1], text)})


def example(text: str, passing: str) -> Example:
    return Example(passing=Evidence(of(passing)), failing=Evidence(of(text)))


EXAMPLES = {
    "outdated.rules": example(
        "根据通知(国办公开办函〔2019〕60号)编制。", "根据通知(国办公开办函〔2021〕30号)编制。"
    ),
    "outdated.organ": example("县工商局按时更新。", "县市场监督管理局按时更新。"),
    "outdated.congress": example("全面贯彻党的十九大精神。", "全面贯彻党的十九大和二十大精神。"),
    "outdated.indicator": example("全文电子化率达100%。", "网站公开120条。"),
}


@pytest.mark.parametrize(
    ("text", "year", "code", "severity"),
    [
        ("依据国办公开办函〔2019〕60号编写。", 2021, "outdated.rules", "warning"),
        ("根据《条例》第三十二条规定编制年度报告。", 2024, "outdated.rules", "warning"),
        ("县国土资源局、县质监局按时更新。", 2021, "outdated.organ", "warning"),
        ("县卫计委公开信息。", 2020, "outdated.organ", "warning"),
        ("县安监局公开信息。", 2024, "outdated.organ", "warning"),
        ("县扶贫办公开信息。", 2024, "outdated.organ", "warning"),
        ("贯彻党的十九届六中全会精神。", 2023, "outdated.congress", "warning"),
        ("贯彻党的十九大精神。", 2022, "outdated.congress", "note"),
        ("全文电子化达100%。", 2019, "outdated.indicator", "note"),
    ],
)
def test_what_has_ended_is_found_in_later_reports(text: str, year: int, code: str, severity: str) -> None:
    assert (code, severity) in told(nothing_is_out_of_date, of(text, year))


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("依据国办公开办函〔2019〕60号编写。", 2020),
        ("县国土资源局按时更新。", 2018),
        ("县扶贫办公开信息。", 2022),
        ("原县工商局、由国土局等整合组建。", 2024),
        ("执行《县工商局职责规定》。", 2024),
        ("国土资源城乡建设类信息120条。", 2024),
        ("环保局长信箱按时回复。", 2024),
        ("国家税务总局、县税务局按时更新。", 2024),
        ("贯彻党的十九大精神。", 2021),
        ("贯彻党的十九大和二十大精神。", 2024),
        ("根据《条例》第三十六条答复,依据第五十条编制。", 2024),
    ],
)
def test_what_was_right_in_its_time_and_other_words_are_left_alone(text: str, year: int) -> None:
    assert told(nothing_is_out_of_date, of(text, year)) == set()


def test_a_zone_may_have_bureaus_of_old_names() -> None:
    found = told(nothing_is_out_of_date, of("区安监局按时更新。", organ="栖霓市霁湾经济开发区管理委员会"))
    assert found == {("outdated.organ", "note")}


def test_all_places_of_one_organ_are_one_finding() -> None:
    findings = yielded(nothing_is_out_of_date, of("县工商局更新。县工商行政管理局培训。"))
    assert quoted(findings, "outdated.organ") == ["工商局", "工商行政管理局"]
