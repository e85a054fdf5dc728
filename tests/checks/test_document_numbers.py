"""Document numbers are mended where their bracket is lost, and held against the notices they are given for."""

from __future__ import annotations

import pytest

from gongkai.checks.document_numbers import numbers_are_whole, numbers_belong_to_their_notices
from gongkai.checks.evidence import Evidence
from gongkai.terms import notices
from tests.checks.examples import Example, model, with_prose
from tests.checks.yielded import told, yielded


def example(text: str, passing: str) -> Example:
    return Example(passing=Evidence(with_prose(6, passing)), failing=Evidence(with_prose(6, text)))


EXAMPLES = {
    "document_numbers.unbalanced": example("依照国办函〔2020109号收费。", "依照国办函〔2020〕109号收费。"),
    "document_numbers.brackets": example("依照国办函[2020]109号收费。", "依照国办函〔2020〕109号收费。"),
    "document_numbers.form": example("依照国办函〔2020〕109 号收费。", "依照国办函〔2020〕109号收费。"),
    "document_numbers.misquoted": example(
        "依照《政府信息公开信息处理费管理办法》(国办函〔2020〕19号)收费。",
        "依照《政府信息公开信息处理费管理办法》(国办函〔2020〕109号)收费。",
    ),
    "document_numbers.later": example("依照絮政办〔2027〕3号文件。", "依照絮政办〔2025〕3号文件。"),
}


@pytest.mark.parametrize(
    ("text", "quote", "right"),
    [
        ("按照国办函〔2020109号收费。", "国办函〔2020109号", "国办函〔2020〕109号"),
        ("(国办公开办函2021〕30号)", "国办公开办函2021〕30号", "国办公开办函〔2021〕30号"),
        ("依据絮政办发〔2024]5号执行。", "絮政办发〔2024]5号", "絮政办发〔2024〕5号"),
        ("根据国办发(2016〕80号。", "国办发(2016〕80号", "国办发〔2016〕80号"),
        ("按国办发201747号建设网站。", "国办发201747号", "国办发〔2017〕47号"),
    ],
)
def test_a_lost_bracket_is_an_error_and_is_given_back(text: str, quote: str, right: str) -> None:
    (finding,) = yielded(numbers_are_whole, with_prose(6, text))
    assert (finding.code, finding.severity.value) == ("document_numbers.unbalanced", "error")
    assert (finding.quotes[0].text, finding.correction) == (quote, right)


@pytest.mark.parametrize(
    ("text", "code", "severity"),
    [
        ("国办函[2020]109号", "document_numbers.brackets", "warning"),
        ("国办函【2020】109号", "document_numbers.brackets", "warning"),
        ("国办函（2020）109号", "document_numbers.brackets", "warning"),
        ("国办函〔2020〕 109号", "document_numbers.form", "note"),
        ("国办函〔2020〕第109号", "document_numbers.form", "note"),
        ("国办函〔2020〕0109号", "document_numbers.form", "note"),
    ],
)
def test_other_brackets_are_a_warning_and_other_forms_a_note(text: str, code: str, severity: str) -> None:
    (finding,) = yielded(numbers_are_whole, with_prose(6, text))
    assert (finding.code, finding.severity.value, finding.correction) == (code, severity, "国办函〔2020〕109号")


@pytest.mark.parametrize(
    "text",
    [
        "国办函〔2020〕109号、国办公开办函〔2021〕30号",
        "法释〔2025〕8号施行",
        "(2024)絮行终12号判决",
        "自2024年起,(2024)年度共12号窗口",
        "第二十条第(一)项,2024年12号台风",
        "国令第711号、国务院令第492号",
        "电话0000-5550000号码",
    ],
)
def test_right_numbers_and_other_figures_are_left_alone(text: str) -> None:
    assert told(numbers_are_whole, with_prose(6, text)) == set()


def test_a_blank_is_no_fault_where_the_page_parts_all_figures() -> None:
    text = "2024 年共 12 件,其中 3 件来自网站,4 件来自信函。国办函〔2020〕 109 号。"
    assert told(numbers_are_whole, with_prose(6, text)) == set()


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (
            "《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》(国办发〔2020〕109号)",
            "国办发〔2020〕109号",
            "国办函〔2020〕109号",
        ),
        (
            "《关于印发<中华人民共和国政府信息公开工作年度报告格式>的通知》(国办公开办函〔2021〕31号)",
            "国办公开办函〔2021〕31号",
            "国办公开办函〔2021〕30号",
        ),
        ("《政府网站发展指引》(国办发〔2018〕47号)", "国办发〔2018〕47号", "国办发〔2017〕47号"),
        ("《中华人民共和国政府信息公开条例》(国务院令第492号)", "国务院令第492号", "国务院令第711号"),
        (
            "《关于规范政府信息公开平台有关事项的通知》(国办公开办函〔2019〕60号)",
            "国办公开办函〔2019〕60号",
            "国办公开办函〔2019〕61号",
        ),
    ],
)
def test_a_notice_with_another_number_is_a_warning(text: str, wrong: str, right: str) -> None:
    (finding,) = yielded(numbers_belong_to_their_notices, with_prose(6, text))
    assert (finding.code, finding.severity.value) == ("document_numbers.misquoted", "warning")
    assert (finding.quotes[0].text, finding.correction) == (wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        *(f"《关于{notice.title}的通知》({notice.number})" for notice in notices.NOTICES),
        "《中华人民共和国政府信息公开条例》(国令第711号)",
        "《中华人民共和国政府信息公开条例》（国务院令第 711 号）",
        "《絮泉县转发政府网站发展指引的通知》(絮政办发〔2018〕5号)",
        "落实政府网站发展指引要求。又依照国办函〔2020〕109号收费。",
        "《关于做好年度报告工作的通知》(国办公开办函〔2021〕30号)",
        "按照格式(国办公开办函〔2021〕30号)编写",
    ],
)
def test_known_numbers_and_local_ones_are_right(text: str) -> None:
    assert told(numbers_belong_to_their_notices, with_prose(6, text)) == set()


def test_a_document_can_be_of_the_year_in_which_the_report_is_written() -> None:
    text = "按照絮政办〔2020〕1号编写。"
    assert told(numbers_belong_to_their_notices, model(year=2019, prose={6: (text,)})) == set()
    assert told(numbers_belong_to_their_notices, model(year=2018, prose={6: (text,)})) == {
        ("document_numbers.later", "note")
    }


def test_beside_lost_characters_it_is_damage() -> None:
    assert told(numbers_are_whole, with_prose(6, "依照?国办函〔2020109号收费。")) <= {
        ("document_numbers.unbalanced", "damage"),
        ("document_numbers.unbalanced", "error"),
    }
