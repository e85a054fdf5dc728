"""The preface announces the parts that follow, all of them and no more."""

from __future__ import annotations

import pytest

from gongkai.checks.evidence import Evidence
from gongkai.checks.preface import announced_parts_are_there
from gongkai.report import AnnualReport
from gongkai.terms import form
from tests.checks.examples import Example, model
from tests.checks.yielded import told, yielded

TITLE = "絮泉县人民政府2024年政府信息公开工作年度报告"
ALL = "、".join(form.HEADINGS_2021)
FIVE = "、".join(form.HEADINGS_2021[:3] + form.HEADINGS_2021[4:])


def with_preface(text: str, **more: object) -> AnnualReport:
    return model(preface=(TITLE, text), **more)  # type: ignore[arg-type]  # what model takes


def example(text: str) -> Example:
    return Example(passing=Evidence(with_preface(f"全文由{ALL}六部分组成。")), failing=Evidence(with_preface(text)))


OLD = f"全文包括{ALL.replace(form.HEADINGS_2021[3], form.HEADINGS_2019[3])}。"
EXAMPLES = {
    "preface.parts": example(f"全文由{FIVE}组成。"),
    "preface.count": example(f"全文由{ALL}五部分组成。"),
    "preface.old_names": example(OLD),
}


@pytest.mark.parametrize("number", range(6))
def test_a_part_left_out_of_a_whole_list_is_an_error_that_names_it(number: int) -> None:
    parts = [words for n, words in enumerate(form.HEADINGS_2021) if n != number]
    (finding,) = yielded(announced_parts_are_there, with_preface(f"本年度报告由{'、'.join(parts)}组成。"))
    assert (finding.code, finding.severity.value) == ("preface.parts", "error")
    assert form.HEADINGS_2021[number] in finding.message


@pytest.mark.parametrize(
    ("text", "code", "severity"),
    [
        (f"本报告包括{FIVE}。", "preface.parts", "warning"),
        (f"本报告包括{'、'.join(form.HEADINGS_2021[:5])},并附相关说明的表格。", "preface.parts", "note"),
        (f"全文由{FIVE}五部分组成。", "preface.parts", "error"),
        (f"全文由{ALL}五个部分组成。", "preface.count", "error"),
        (f"全文分为7个部分:{ALL}。", "preface.count", "error"),
        (f"全文由{ALL}等七大部分组成。", "preface.count", "error"),
    ],
)
def test_lists_that_do_not_fit_are_found(text: str, code: str, severity: str) -> None:
    assert (code, severity) in told(announced_parts_are_there, with_preface(text))


@pytest.mark.parametrize(
    "text",
    [
        f"全文由{ALL}六部分组成。",
        f"本报告由{ALL.replace('、行政诉讼', '及行政诉讼')}等六部分组成,涵盖各乡镇。",
        f"本报告包括:一、{'；'.join(form.HEADINGS_2021)}。",
        "本报告由信息公开工作总体情况、主动公开政府信息情况、依申请公开政府信息情况、行政复议和诉讼情况、存在问题、其他事项组成。",
        "本报告由总体情况、主动公开政府信息情况、依申请公开情况等六部分组成。",
        "本报告包括主动公开、依申请公开等内容。",
        "按照总体情况、主动公开、依申请公开要求编制,现予公布。",
        f"本报告由{FIVE.replace('主要', '?要')}组?成。",
    ],
)
def test_lists_that_fit_are_shortened_or_damaged_are_right(text: str) -> None:
    assert told(announced_parts_are_there, with_preface(text)) == set()


def test_where_a_heading_is_missing_the_list_is_not_held_against_the_rest() -> None:
    assert told(announced_parts_are_there, with_preface(f"全文由{FIVE}组成。", headings={4: None})) == set()


def test_old_names_are_a_note_and_quoted() -> None:
    (finding,) = yielded(announced_parts_are_there, with_preface(OLD))
    assert (finding.severity.value, finding.quotes[0].text) == ("note", form.HEADINGS_2019[3])
