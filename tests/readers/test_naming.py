"""Organ, year, scope and unit are read as printed, wherever a report names them."""

from __future__ import annotations

import pytest

from gongkai.readers import read
from gongkai.report import AnnualReport, Scope
from tests.terms import printed

ORGAN = printed.ORGAN
TITLE = printed.title()
# Nothing in the rest of the text names the organ or the year.
REST = printed.text().partition("\n")[2].replace("本局", "本机构")
PAGE = printed.page()


def titled(head: str, foot: str = "") -> AnnualReport:
    return read(f"{head}\n{REST}{foot}".encode())


@pytest.mark.parametrize(
    "head",
    [
        TITLE,
        f"《{TITLE}》",
        f"{ORGAN}\n2023年政府信息公开工作年度报告",
        f"{ORGAN}2023年\n政府信息公开工作年度报告",
        f"{ORGAN}二〇二三年政府信息公开工作年度报告",
        f"{ORGAN}二○二三年度政府信息公开工作年度报告",
        f"{ORGAN}二零二三年政府信息公开工作年度报告",
        f"{ORGAN}２０２３年政府信息公开工作年度报告",
        " ".join(TITLE),
        f"2023年{ORGAN}政府信息公开工作年度报告",
        f"2023年度{ORGAN}政府信息公开年度报告",
        f"{ORGAN}关于2023年度政府信息公开工作情况的报告",
        f"{ORGAN}关于2023年政府信息公开工作年度报告",
        f"{ORGAN}政府信息公开工作年度报告（2023年）",
        f"{ORGAN}政府信息公开工作年度报告(2023年度)",
        f"{ORGAN}2023年政府信息公开年报",
        f"标题：{TITLE}",
        f"首页 > 政务公开 > 年度报告 > {TITLE}",
        f"上一篇：松塔市档案馆2021年政府信息公开工作年度报告\n{TITLE}",
        f"上一篇:松塔市气象局2020年政府信息公开工作年度报告 下一篇:无\n{TITLE}",
        f"发布日期：2024年1月18日\n{TITLE}",
        f"{TITLE}\n2021年、2022年、2022年、2022年的情况见往年报告。",
    ],
)
def test_a_title_names_organ_and_year_in_any_of_its_forms(head: str) -> None:
    report = titled(head)
    assert ((report.organ or "").replace(" ", ""), report.year) == (ORGAN, 2023)


@pytest.mark.parametrize(
    "organ",
    [
        "云杉县人民政府",
        "云杉县人民政府办公室",
        "云杉高新技术产业开发区管理委员会",
        "云杉县松塔街道办事处",
        "雲杉縣水文管理局",
        "云杉县水文管理局（云杉县防汛办公室）",
    ],
)
def test_an_organ_is_named_as_printed(organ: str) -> None:
    assert titled(f"{organ}2023年政府信息公开工作年度报告").organ == organ


@pytest.mark.parametrize(
    "head",
    [
        f"<h1>{ORGAN}</h1><h2>2023年政府信息公开工作年度报告</h2>",
        f"<h1>{ORGAN}<br>2023年政府信息公开工作年度报告</h1>",
        f"<div><span>{ORGAN}</span><span>2023年</span>政府信息公开工作年度报告</div>",
    ],
)
def test_a_page_s_title_may_stand_on_two_lines_or_in_pieces(head: str) -> None:
    report = read(PAGE.replace(f"<p>{TITLE}</p>", head).encode())
    assert (report.organ, report.year) == (ORGAN, 2023)


@pytest.mark.parametrize(
    "head",
    [
        f"<title>{TITLE}-云杉县门户网站</title>",
        f"<meta name='ArticleTitle' content='{TITLE}'><title>云杉县门户网站</title>",
    ],
)
def test_the_head_of_a_page_names_it_where_its_body_does_not(head: str) -> None:
    report = read(PAGE.replace(f"<p>{TITLE}</p>", "").replace("<head>", f"<head>{head}").encode())
    assert (report.organ, report.year) == (ORGAN, 2023)


def test_a_signature_names_the_organ_where_no_title_does_and_the_year_before_its_date() -> None:
    report = titled("", f"2023年的水位平稳。\n{ORGAN}\n2024年1月20日\n")
    assert (report.organ, report.year) == (ORGAN, 2023)


@pytest.mark.parametrize("where", ["head", "foot"])
def test_the_sentence_that_says_whom_to_ask_names_the_organ(where: str) -> None:
    sentence = f"如对本报告有疑问，请与{ORGAN}联系。"
    assert titled(**({"head": sentence} if where == "head" else {"head": "", "foot": sentence})).organ == ORGAN


def test_the_period_told_is_the_report_s_year() -> None:
    assert titled("统计期限为2023年1月1日至2023年12月31日，比2022年、2022年多。").year == 2023


def test_a_report_that_names_neither_organ_nor_year_has_none() -> None:
    report = titled("")
    assert (report.organ, report.year, report.unit, report.scope) == (None, None, None, Scope.UNKNOWN)
    assert printed.wrong(report) == {}


def test_a_department_reports_its_own_work_and_of_a_government_nobody_knows() -> None:
    assert titled(TITLE).scope is Scope.OWN
    assert titled("云杉县人民政府办公室2023年政府信息公开工作年度报告").scope is Scope.OWN
    assert titled("云杉县人民政府2023年政府信息公开工作年度报告").scope is Scope.UNKNOWN


@pytest.mark.parametrize(
    "sentence",
    ["本报告汇总了各乡镇、各部门的数据。", "本报告由县政府办公室综合各乡镇、县政府各部门年度报告编制。"],
)
def test_a_preface_that_speaks_of_units_below_makes_a_report_consolidated(sentence: str) -> None:
    head = f"云杉县人民政府2023年政府信息公开工作年度报告\n{sentence}"
    assert titled(head).scope is Scope.CONSOLIDATED


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("来源：云杉县人民政府办公室  发布时间：2024-01-20", "云杉县人民政府办公室"),
        ("信息来源：云杉县水文管理局办公室", "云杉县水文管理局办公室"),
        ("发布机构：云杉县水文管理局 索引号：X/2024-1", "云杉县水文管理局"),
    ],
)
def test_the_unit_is_what_the_page_names_as_its_source(line: str, unit: str) -> None:
    report = titled(f"{TITLE}\n{line}")
    assert (report.organ, report.unit) == (ORGAN, unit)
