"""What of the web page stands around the report is told once; a report without it is left alone."""

from __future__ import annotations

import pytest

from gongkai.checks.evidence import Evidence
from gongkai.checks.page_remnants import the_page_is_not_the_report
from tests.checks.examples import Example, model
from tests.checks.yielded import quoted, told, yielded

TITLE = "絮泉县人民政府2024年政府信息公开工作年度报告"
PREFACE = "根据《条例》编制本报告。"
PASSING = Evidence(model(preface=(TITLE, PREFACE), closing=("絮泉县人民政府", "2025年3月6日")))
EXAMPLES = {
    "remnants.title_lost": Example(passing=PASSING, failing=Evidence(model(preface=(PREFACE,)))),
    "remnants.title_doubled": Example(passing=PASSING, failing=Evidence(model(preface=(TITLE, TITLE, PREFACE)))),
    "remnants.furniture": Example(passing=PASSING, failing=Evidence(model(closing=("扫一扫在手机打开当前页",)))),
}


@pytest.mark.parametrize(
    "preface",
    [
        (TITLE, TITLE),
        (TITLE, "絮泉县人民政府2024年政府", "信息公开工作年度报告", PREFACE),
        ("絮泉县人民政府", "2024年政府信息公开工作年度报告", TITLE, PREFACE),
        ("2024年絮泉县人民政府政府信息公开工作年度报告", TITLE),
    ],
)
def test_a_title_that_stands_twice_is_damage_with_all_its_pieces(preface: tuple[str, ...]) -> None:
    findings = yielded(the_page_is_not_the_report, model(preface=preface))
    assert quoted(findings, "remnants.title_doubled") == [line for line in preface if line != PREFACE]


@pytest.mark.parametrize(
    "preface",
    [
        (TITLE, PREFACE),
        ("标题: " + TITLE, PREFACE),
        ("标题: " + TITLE, TITLE, PREFACE),
        ("絮泉县人民政府 2024 年政府信息公开工作年度报告", PREFACE),
        ("2024年絮泉县人民政府政府信息公开工作年度报告",),
        ("絮泉县人民政府2024年度政府信息公开年度报告", PREFACE),
        (TITLE + " " + PREFACE,),
    ],
)
def test_one_title_is_right(preface: tuple[str, ...]) -> None:
    found = told(the_page_is_not_the_report, model(preface=preface))
    assert found & {("remnants.title_lost", "damage"), ("remnants.title_doubled", "damage")} == set()


@pytest.mark.parametrize(
    "preface",
    [
        (),
        (PREFACE,),
        ("根据《中华人民共和国政府信息公开工作年度报告格式》编制。",),
        ("发布时间:2025-01-23",),
    ],
)
def test_a_text_without_title_is_damage(preface: tuple[str, ...]) -> None:
    assert ("remnants.title_lost", "damage") in told(the_page_is_not_the_report, model(preface=preface))


def test_lines_of_the_page_and_the_values_of_its_labels_are_one_finding() -> None:
    preface = (TITLE, "发布时间:", "2025-01-23 17:13", "信息来源:", "絮泉县人民政府", "分享到:", PREFACE)
    closing = ("责任编辑:絮泉县人民政府", "【关闭当前页面】", "您访问的链接即将离开本网站。")
    findings = yielded(the_page_is_not_the_report, model(preface=preface, closing=closing))
    assert quoted(findings, "remnants.furniture") == [*preface[1:6], *closing]


@pytest.mark.parametrize(
    "line", ["文件下载:", "打印本页", "上一篇:预算公开", "版权所有:絮泉县人民政府", "第3页 共8页", "当前位置:首页"]
)
def test_each_kind_of_furniture_is_known(line: str) -> None:
    assert ("remnants.furniture", "damage") in told(the_page_is_not_the_report, model(closing=(line,)))


@pytest.mark.parametrize(
    ("preface", "closing"),
    [
        ((TITLE, "发布日期：2025-01-31"), ()),
        ((TITLE, PREFACE), ("絮泉县人民政府", "2025年3月6日")),
        ((TITLE, PREFACE), ("公开方式:主动公开",)),
        ((TITLE, "本报告的电子版可在网站下载,关闭页面后仍可打印。"), ()),
        ((TITLE, PREFACE), ("联系电话:0000-5550000",)),
    ],
)
def test_lines_of_the_report_are_no_furniture(preface: tuple[str, ...], closing: tuple[str, ...]) -> None:
    assert told(the_page_is_not_the_report, model(preface=preface, closing=closing)) == set()
