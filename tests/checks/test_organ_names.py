"""One organ stands in title, preface and signature; short forms and offices are the same organ."""

from __future__ import annotations

import pytest

from gongkai.checks.evidence import Evidence
from gongkai.checks.organ_names import agree, one_organ_reports, the_issuing_office_is_named_exactly
from gongkai.terms import notices
from tests.checks.examples import Example, model, with_prose
from tests.checks.yielded import told, yielded

DATE = "2025年1月20日"
BUREAU = "絮泉县财政局"


def signed(name: str, organ: str = BUREAU) -> Evidence:
    return Evidence(model(organ=organ, closing=(name, DATE)))


def announced(text: str, organ: str = BUREAU) -> Evidence:
    return Evidence(model(organ=organ, preface=(f"{organ}2024年政府信息公开工作年度报告", text)))


EXAMPLES = {
    "organ_names.signature": Example(passing=signed("絮泉县财政局办公室"), failing=signed("絮泉县民政局")),
    "organ_names.announced": Example(
        passing=announced("现公布絮泉县财政局2024年度政府信息公开工作年度报告。"),
        failing=announced("现公布霁石县财政局2024年度政府信息公开工作年度报告。"),
    ),
    "organ_names.issuing_office": Example(
        passing=Evidence(with_prose(1, f"落实{notices.ISSUER}的通知。")),
        failing=Evidence(with_prose(1, "落实国务院办公厅政府信息与政府信息公开办公室的通知。")),
    ),
}


@pytest.mark.parametrize(
    ("name", "severity", "mended"),
    [
        ("絮泉县财攻局", "error", True),
        ("絮泉县民政局", "error", True),
        ("霁石县财政局", "error", False),
        ("霁石县人民政府", "warning", False),
    ],
)
def test_another_signatory_is_found(name: str, severity: str, mended: bool) -> None:
    found = list(one_organ_reports(signed(name)))
    assert [(one.code, one.severity.value) for one in found] == [("organ_names.signature", severity)]
    assert (found[0].correction == BUREAU) is mended


@pytest.mark.parametrize(
    ("organ", "name"),
    [
        ("絮泉县人民政府", "絮泉县人民政府"),
        ("絮泉县人民政府", "絮泉县政府"),
        ("絮泉县人民政府", "絮泉县人民政府办公室"),
        ("絮泉县人民政府", "絮泉县政务服务和数据管理局"),
        ("絮泉县人民政府办公室", "絮泉县人民政府"),
        ("絮泉县财政局", "絮泉县财政局政府信息公开工作领导小组办公室"),
        ("砚汀市絮泉县财政局", "絮泉县财政局"),
        ("絮泉县财政局", "砚汀市絮泉县财政局"),
        ("霁湾高新区管委会", "霁湾高新技术产业开发区管理委员会"),
        ("霁湾综合实验区", "霁湾综合实验区党工委管委会办公室"),
        ("絮泉县 财政局", "絮泉县财政局"),
        ("桐霭区国资局", "区政府国资局"),
        ("絮泉县财政局", "县财政局"),
        ("絮泉县财政局", "我县财政局"),
    ],
)
def test_short_forms_offices_and_departments_are_the_same_organ(organ: str, name: str) -> None:
    assert agree(name, organ)
    assert list(one_organ_reports(signed(name, organ))) == []


@pytest.mark.parametrize(
    "closing",
    [
        (),
        (DATE,),
        ("扫一扫在手机打开当前页",),
        ("责任编辑:霁石县财政局",),
        ("无其他需要报告的事项", DATE),
        ("365bet(中国)官方网站", DATE),
    ],
)
def test_without_another_organs_signature_nothing_is_said(closing: tuple[str, ...]) -> None:
    assert told(one_organ_reports, model(organ=BUREAU, closing=closing)) == set()


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("现公布霁石县财政局2024年度政府信息公开工作年度报告。", "error"),
        ("现将絮泉县财攻局2024年政府信息公开工作情况报告如下。", "error"),
        ("现公布霁石县人民政府2024年政府信息公开工作年度报告。", "warning"),
        ("絮泉县财攻局2024年政府信息公开工作年度报告", "error"),
        ("2024年絮泉县财致局政府信息公开工作年度报告", "error"),
    ],
)
def test_another_organ_in_the_preface_is_found(text: str, severity: str) -> None:
    found = list(one_organ_reports(announced(text)))
    assert [(one.code, one.severity.value) for one in found] == [("organ_names.announced", severity)]


@pytest.mark.parametrize(
    "text",
    [
        "现公布絮泉县财政局2024年度政府信息公开工作年度报告。",
        "现将我局2024年政府信息公开工作情况报告如下。",
        "现将全县2024年政府信息公开工作情况报告如下。",
        "霁石县教育局2024年政府信息公开工作年度报告",
        "上一篇:霁石县财政局2023年政府信息公开工作年度报告",
        "如有疑问,请与絮泉县民政局联系。",
    ],
)
def test_the_organ_itself_and_other_reports_of_the_page_are_left_alone(text: str) -> None:
    assert list(one_organ_reports(announced(text))) == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("《国务院办公厅政府信息与政府信息公开办公室关于印发格式的通知》", "error"),
        ("国务院办公厅政府信息和政务公开办公室", "error"),
        ("国务院办公厅政府信息公开办公室", "error"),
        ("国务院办公厅政府信息与政务公办公室", "error"),
        ("国务院办公厅政务公开办公室", "warning"),
    ],
)
def test_the_issuing_office_under_another_name_is_found(text: str, severity: str) -> None:
    (finding,) = yielded(the_issuing_office_is_named_exactly, with_prose(1, text))
    assert (finding.severity.value, finding.correction) == (severity, notices.ISSUER)


@pytest.mark.parametrize(
    "text",
    [
        notices.ISSUER,
        "国务院办公厅、省政府办公厅政务公开办公室",
        "国务院办公厅和县政府政务公开办公室",
        "国务院办公厅关于印发政务公开工作要点的通知",
        "省政府办公厅政务公开办公室",
        "国务院办公厅政务公开要求,办公室负责落实",
    ],
)
def test_other_offices_are_left_alone(text: str) -> None:
    assert told(the_issuing_office_is_named_exactly, with_prose(1, text)) == set()
