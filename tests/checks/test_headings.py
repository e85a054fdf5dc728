"""The six headings are there, in order, in the form's words; what a scrape did to them is damage."""

from __future__ import annotations

import msgspec
import pytest

from gongkai.checks.evidence import Evidence
from gongkai.checks.headings import headings_are_those_of_the_form, inner_numbers_are_of_the_second_level
from gongkai.report import EDITION_2019, AnnualReport, Damage, Section, TextPlace
from gongkai.terms import form
from tests.checks.examples import NUMERALS, Example, cell, model, paragraphs
from tests.checks.yielded import quoted, told, yielded

SIGNED = ("絮泉县人民政府", "2025年3月6日")


def headed(number: int, words: str | None, **more: object) -> Evidence:
    return Evidence(model(headings={number: words}, **more))  # type: ignore[arg-type]  # what model takes


def moved() -> Evidence:
    """Return a report whose fifth heading stands behind the sixth, as a reader finds it."""
    prose = {5: (), 6: ("本年度未收取信息处理费。", "五、存在的主要问题及改进情况", "更新不及时,已整改。")}
    return Evidence(model(headings={5: None}, prose=prose))


def of_2019(headings: tuple[str, ...]) -> AnnualReport:
    return AnnualReport(
        organ="絮泉县人民政府",
        year=2019,
        edition=EDITION_2019.key,
        preface=paragraphs(("絮泉县人民政府2019年政府信息公开工作年度报告",)),
        sections=tuple(Section(n, f"{NUMERALS[n - 1]}、{words}") for n, words in enumerate(headings, 1)),
        cells=tuple(cell(key, 0) for key in EDITION_2019.keys),
    )


INNER = ("一、存在的问题:更新不及时。", "二、改进措施:已整改。")
PASSING = Evidence(model())
EXAMPLES = {
    "headings.missing": Example(passing=PASSING, failing=headed(4, None)),
    "headings.order": Example(passing=PASSING, failing=moved()),
    "headings.wording": Example(passing=PASSING, failing=headed(5, "五、存在的主要问题及改进措施")),
    "headings.ordinal": Example(passing=PASSING, failing=headed(3, "四、收到和处理政府信息公开申请情况")),
    "headings.damaged": Example(passing=PASSING, failing=headed(4, "四、政府信息公开行政复议、行政诉讼情")),
    "headings.numbering": Example(
        passing=Evidence(model(prose={5: ("(一)问题:更新不及时。", "(二)改进:已整改。")})),
        failing=Evidence(model(prose={5: INNER})),
    ),
}


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "一、概述"),
        (2, "二、政府信息主动公开情况"),
        (3, "三、依申请公开政府信息情况"),
        (4, "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"),
        (4, "四、政府信息公开行政法复议、行政诉讼情况"),
        (5, "五、存在的主要问题及明年工作计划"),
        (6, "六、其他需要说明的事项"),
        (6, "六、需要报告的其他情况"),
    ],
)
def test_another_wording_is_a_warning_with_the_forms_own(number: int, words: str) -> None:
    (finding,) = headings_are_those_of_the_form(headed(number, words))
    right = f"{NUMERALS[number - 1]}、{form.HEADINGS_2021[number - 1]}"
    assert (finding.code, finding.severity.value, finding.correction) == ("headings.wording", "warning", right)
    assert finding.quotes[0].text == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "一、 总体情况"),
        (1, "总体情况"),
        (1, "一、總體情況"),
        (3, "三、收到和处理政府信息公开申请的情况"),
        (4, "四、政府信息公开行政复议和行政诉讼情况"),
        (4, "四、政府信息公开行政复议行政诉讼情况:"),
        (5, "五．存在的主要问题和改进情况"),
        (6, "六、其它需要报告事项"),
    ],
)
def test_harmless_variants_are_right(number: int, words: str) -> None:
    assert list(headings_are_those_of_the_form(headed(number, words))) == []


def test_the_preface_is_quoted_where_it_has_the_heading_right() -> None:
    preface = ("絮泉县人民政府2024年政府信息公开工作年度报告", "包括总体情况、存在的主要问题及改进情况等部分。")
    evidence = headed(5, "五、存在的主要问题及改进措施", preface=preface)
    findings = list(headings_are_those_of_the_form(evidence))
    assert quoted(findings, "headings.wording") == ["五、存在的主要问题及改进措施", "存在的主要问题及改进情况"]


@pytest.mark.parametrize("headings", [form.HEADINGS_2019, form.HEADINGS_2021])
def test_reports_of_2019_and_2020_have_either_wording(headings: tuple[str, ...]) -> None:
    assert told(headings_are_those_of_the_form, of_2019(headings)) == set()


@pytest.mark.parametrize("number", [2, 3, 4, 5])
def test_a_heading_missing_between_others_is_an_error(number: int) -> None:
    assert told(headings_are_those_of_the_form, model(headings={number: None})) == {("headings.missing", "error")}


def test_the_last_heading_may_be_cut_off_unless_the_report_is_signed() -> None:
    last: dict[int, str | None] = {6: None}
    prose = {6: ()}
    unsigned = model(headings=last, prose=prose)
    signed = model(headings=last, prose={5: ("问题:更新不及时,已整改。", *SIGNED), 6: ()})
    assert told(headings_are_those_of_the_form, unsigned) == {("headings.missing", "warning")}
    assert told(headings_are_those_of_the_form, signed) == {("headings.missing", "error")}


def test_all_that_may_be_cut_off_is_one_finding() -> None:
    report = model(headings={4: None, 5: None, 6: None}, prose={5: (), 6: ()})
    (finding,) = yielded(headings_are_those_of_the_form, report)
    assert (finding.code, finding.severity.value) == ("headings.missing", "warning")
    assert all(form.HEADINGS_2021[number] in finding.message for number in (3, 4, 5))


def test_headings_missing_between_others_are_found_one_by_one() -> None:
    findings = yielded(headings_are_those_of_the_form, model(headings={2: None, 4: None}))
    assert [finding.code for finding in findings] == ["headings.missing"] * 2


def test_a_text_without_any_heading_is_not_looked_at() -> None:
    assert told(headings_are_those_of_the_form, model(headings=dict.fromkeys(range(1, 7)))) == set()


def test_a_heading_that_nobody_recognised_is_found_among_the_paragraphs() -> None:
    report = model(headings={5: None}, prose={4: ("五、不足之处和明年打算", "更新不及时,已整改。"), 5: ()})
    (finding,) = yielded(headings_are_those_of_the_form, report)
    assert (finding.code, finding.quotes[0].text) == ("headings.wording", "五、不足之处和明年打算")


@pytest.mark.parametrize(
    "words",
    [
        "五、存在的主要问题及改进情",
        "五、存在的主要问题及改进情冴/span>",
        "五、存在的?要问题及改进情况",
        "五、存在的主要问题\ufffd改进情况",
    ],
)
def test_what_a_scrape_did_to_a_heading_is_damage(words: str) -> None:
    (finding,) = headings_are_those_of_the_form(headed(5, words))
    assert (finding.code, finding.severity.value) == ("headings.damaged", "damage")
    assert finding.quotes[0].text == words


def test_in_a_text_that_lost_characters_nothing_is_held_against_the_author() -> None:
    lost = (Damage("lost", "申请?024", TextPlace(9, 1, 5)),)
    for words in (None, "五、存在的主要"):
        report = msgspec.structs.replace(model(headings={5: words}), damage=lost)
        assert {severity for _, severity in told(headings_are_those_of_the_form, report)} == {"damage"}


def test_a_heading_on_the_line_of_the_text_before_is_damage() -> None:
    report = model()
    sections = tuple(
        msgspec.structs.replace(
            section,
            heading_place=TextPlace(1 if section.number == 2 else section.number * 2, 40, 50),
            paragraphs=tuple(
                msgspec.structs.replace(one, place=TextPlace(1 if section.number == 1 else 30, 0, 30))
                for one in section.paragraphs
            ),
        )
        for section in report.sections
    )
    (finding,) = yielded(headings_are_those_of_the_form, msgspec.structs.replace(report, sections=sections))
    assert (finding.code, [quote.text for quote in finding.quotes]) == (
        "headings.damaged",
        ["二、主动公开政府信息情况"],
    )


@pytest.mark.parametrize(
    ("number", "texts"),
    [
        (1, ("一、主动公开:公开120条。", "二、依申请公开:收到9件。", "三、政府信息管理:清理2件。")),
        (5, INNER),
        (5, ("一、存在的问题:更新不及时。二、改进措施:已整改。",)),
        (6, ("一、收费情况:未收取信息处理费。", "二、其他:无。")),
    ],
)
def test_inner_numbers_of_the_first_level_are_one_warning_a_section(number: int, texts: tuple[str, ...]) -> None:
    (finding,) = yielded(inner_numbers_are_of_the_second_level, model(prose={number: texts}))
    assert (finding.code, finding.severity.value) == ("headings.numbering", "warning")
    assert [quote.part for quote in finding.quotes] == [str(number)] * len(finding.quotes)
    assert (finding.correction or "").startswith("(一)")


@pytest.mark.parametrize(
    "texts",
    [
        ("(一)存在的问题:更新不及时。", "(二)改进措施:已整改。"),
        ("一是更新不及时;二是解读单一。",),
        ("1.更新不及时。", "2.解读单一。"),
        ("第一、更新不及时。第二、解读单一。",),
        ("一、二级响应和一、二、三类事项。",),
        ("问题有:一、更新不及时;二、解读单一。",),
        ("一、更新不及时。",),
    ],
)
def test_other_numbers_and_lists_within_a_sentence_are_right(texts: tuple[str, ...]) -> None:
    assert told(inner_numbers_are_of_the_second_level, model(prose={5: texts})) == set()


def test_rows_of_table_three_are_no_sections() -> None:
    rows = ("一、本年新收政府信息公开申请数量 9", "二、上年结转政府信息公开申请数量 1")
    assert told(inner_numbers_are_of_the_second_level, model(prose={3: rows})) == set()
