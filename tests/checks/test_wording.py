"""Remarks, placeholders and misprints are found wherever they stand; words that only look like them are not."""

from __future__ import annotations

import msgspec
import pytest

from gongkai.checks.evidence import Evidence
from gongkai.checks.misprints import MISPRINTS
from gongkai.checks.wording import nothing_of_the_draft_is_left, words_are_whole
from gongkai.report import Method
from tests.checks.examples import Example, model, with_prose
from tests.checks.yielded import quoted, told, yielded

SENTENCE = "按季度对照清单排查错漏,及时改正。"


def example(text: str, passing: str = SENTENCE) -> Example:
    return Example(passing=Evidence(with_prose(1, passing)), failing=Evidence(with_prose(1, text)))


EXAMPLES = {
    "wording.remark": example("按季度对照清单上述表格修改错漏排查。", "对上述内容修改完善后发布。"),
    "wording.placeholder": example("全年举办培训XX次。", "全年举办培训2次。"),
    "wording.lost_character": example("对部门户网站逐一核查。", "对部门门户网站逐一核查。"),
    "wording.misprint": example("及时布署年度任务。", "及时部署年度任务。"),
}


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("全年公开信息此处待核实120条。", "此处待核实"),
        ("公开信息120条(请核实)。", "(请核实)"),
        ("公开信息120条【待补充数据】。", "【待补充数据】"),
        ("这段需要补充。", "这段需要补充"),
        ("见批注。", "批注"),
        ("请办公室审核。", "请办公室审核"),
        ("该表格有误,栏目按时更新。", "该表格有误"),
        ("标红部分由法规科确认。", "标红部分"),
        ("以下是为您生成的年度报告:", "以下是为您生成的年度报告:"),
        ("希望以上内容对您有所帮助。", "希望以上内容对您有所帮助"),
        ("絮泉县2024年政府信息公开工作年度报告（初稿）", "（初稿）"),
    ],
)
def test_a_remark_of_whoever_mended_the_draft_is_found(text: str, quote: str) -> None:
    findings = yielded(nothing_of_the_draft_is_left, with_prose(1, text))
    assert quoted(findings, "wording.remark") == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "对上述内容修改完善后再次发布。",
        "根据审核意见对上述表格修改情况作了说明。",
        "部分栏目有待补充,解读形式尚待完善。",
        "修改完善办理规程,补充图解。",
        "批注式审核在全县推行。",
        "印发《信息公开规定(修改稿)》等文件。",
        "印发《信息公开规定（初稿）》征求意见。",
        "请申请人填写申请表。",
        "此项工作由办公室补充完善。",
        "领导意见建议办理工作按时完成。",
    ],
)
def test_words_of_a_sentence_are_no_remark(text: str) -> None:
    assert told(nothing_of_the_draft_is_left, with_prose(1, text)) == set()


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("XX局组织培训XX次。", ["XX", "XX"]),
        ("全年公开信息××条。", ["××"]),
        ("报告日期为2025年X月X日。", ["X月", "X日"]),
        ("(文字描述)", ["(文字描述)"]),
        ("（此处填写收取信息处理费情况）", ["（此处填写收取信息处理费情况）"]),
        ("收费情况:待核实。", ["待核实"]),
        ("同上年", ["同上年"]),
        ("公开信息____条。", ["____"]),
        ("○○街道办事处", ["○○"]),
        ("公开信息此处填写条。", ["此处填写"]),
        ("**主动公开**", ["**", "**"]),
    ],
)
def test_what_is_still_to_be_filled_in_is_found_in_one_finding(text: str, quotes: list[str]) -> None:
    findings = yielded(nothing_of_the_draft_is_left, with_prose(1, text))
    assert [finding.code for finding in findings] == ["wording.placeholder"]
    assert quoted(findings, "wording.placeholder") == quotes


@pytest.mark.parametrize(
    "text",
    [
        "依法处理待核实的申请2件。",
        "网址www.xxgk.gov.cn,邮箱XXGK_2024@x.gov.cn。",
        "咨询电话0000-5550000,编号2024-XXGK-0001。",
        "XX",
        "办件量与同上年度相比增长。",
        "填写申请表时请填写《申请表》。",
        "12345热线接听X光检查咨询。",
    ],
)
def test_letters_of_addresses_and_words_of_sentences_are_no_placeholder(text: str) -> None:
    expected = {("wording.placeholder", "error")} if text == "XX" else set()
    assert told(nothing_of_the_draft_is_left, with_prose(1, text)) == expected


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("对部门户网站逐一核查。", "部门户网站", "部门门户网站"),
        ("各县直部门户网站均已整改。", "部门户网站", "部门门户网站"),
        ("将政务公开工作为重点任务。", "工作为", "工作作为"),
        ("围绕信息公开展了培训。", "公开展", "公开开展"),
        ("做好政府信公开工作。", "政府信公开", "政府信息公开"),
        ("更新政府信息公指南。", "政府信息公", "政府信息公开"),
        ("依申公开渠道畅通。", "依申公开", "依申请公开"),
        ("未收取信息理费。", "信息理费", "信息处理费"),
        ("没有行政诉案件。", "诉", "诉讼"),
        ("按照国务办公厅要求。", "国务办公厅", "国务院办公厅"),
        ("以习近平新时代中国特色会主义思想为指导。", "习近平新时代中国特色会主义思想", None),
        ("执行《中华人民共和国政府信公开条例》。", "《中华人民共和国政府信公开条例》", None),
    ],
)
def test_a_lost_character_is_found_and_given_back(text: str, wrong: str, right: str | None) -> None:
    findings = [one for one in yielded(words_are_whole, with_prose(1, text)) if one.quotes[0].text == wrong]
    assert [one.code for one in findings] == ["wording.lost_character"]
    assert right is None or findings[0].correction == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("布署年度任务。", "部署"),
        ("没有行政法复议案件。", "行政复议"),
        ("政物公开专区。", "政务公开"),
        ("申请均己办结。", "已"),
        ("本年度末收取信息处理费。", "未"),
        ("水平参差,残差不齐。", "参差不齐"),
        ("执行《中华人民共和国政府信息公布条例》。", "《中华人民共和国政府信息公开条例》"),
    ],
)
def test_a_wrong_character_is_found_and_mended(text: str, right: str) -> None:
    (finding,) = yielded(words_are_whole, with_prose(1, text))
    assert (finding.code, finding.correction) == ("wording.misprint", right)


@pytest.mark.parametrize(
    "text",
    [
        "教育部门户网站、财政部门户网站、全部门户网站均已适配。",
        "以政务公开工作为重点,将公开工作为民办好。",
        "信息公开展示区、公开展板和门户站点。",
        "围绕规范围绕重点。",
        "市政信息公开、财政信息公开、行政信息公开。",
        "年末收到申请2件,期末收取情况见表。",
        "自己公开,克己奉公。",
        "政府信息公开放日、政府信息公平竞争审查。",
        "深入学习习近平法治思想和习近平新时代中国特色社会主义经济思想。",
        "执行《中华人民共和国政府采购法实施条例》《中华人民共和国行政许可法》。",
        "行政复核、行政诉求和责任追溯。",
    ],
)
def test_whole_words_and_other_words_are_left_alone(text: str) -> None:
    assert told(words_are_whole, with_prose(1, text)) == set()


def test_beside_lost_characters_nothing_is_held_against_the_author() -> None:
    assert told(words_are_whole, with_prose(1, "对部门户网站?024年逐一核查。")) == set()


def test_a_heading_is_left_to_the_rule_about_headings() -> None:
    report = model(headings={4: "四、政府信息公开行政法复议、行政诉讼情况"})
    assert told(words_are_whole, report) == set()


def test_what_was_recognised_in_a_picture_is_a_note() -> None:
    report = with_prose(1, "布署年度任务。")
    cells = tuple(msgspec.structs.replace(cell, method=Method.OCR) for cell in report.cells)
    assert told(words_are_whole, msgspec.structs.replace(report, cells=cells)) == {("wording.misprint", "note")}


@pytest.mark.parametrize("misprint", MISPRINTS, ids=lambda one: one.wrong[0])
def test_no_right_word_is_a_misprint_itself(misprint) -> None:
    assert told(words_are_whole, with_prose(1, f"做好{misprint.right}工作,{misprint.right}。")) == set()
