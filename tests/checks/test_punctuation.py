"""Marks stand in pairs; what a scrape took of them is damage and not the author's."""

from __future__ import annotations

import msgspec
import pytest

from gongkai.checks.evidence import Evidence
from gongkai.checks.punctuation import punctuation_is_there, signs_stand_in_pairs
from gongkai.report import AnnualReport, Damage
from tests.checks.examples import Example, model, with_prose
from tests.checks.yielded import quoted, told, yielded

GLUED = "一是规范动态管理。及时标注。二是严守底线,规范公开流程严格落实审查制度。三是加强巡检。"
QUOTED = "落实三审三校和谁起草谁解读要求,坚持先审查后公开。"


def lost(text: str) -> AnnualReport:
    return msgspec.structs.replace(with_prose(5, text), damage=(Damage("lost", "申请?024"),))


def example(text: str, passing: str) -> Example:
    return Example(passing=Evidence(with_prose(5, passing)), failing=Evidence(with_prose(5, text)))


EXAMPLES = {
    "punctuation.unpaired": example("落实《条例规定。又按《条例》办理。", "落实《条例》规定。"),
    "punctuation.doubled": example("更新不及时,,已整改。", "更新不及时,已整改。"),
    "punctuation.sentence_ends": example(GLUED, GLUED.replace("流程严格", "流程。严格")),
    "punctuation.quotation_marks": example(QUOTED, "落实“三审三校”和谁起草谁解读要求。"),
}


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("落实《条例规定。又按《条例》办理。", "《"),
        ("落实条例》规定。又按《条例》办理。", "》"),
        ("坚持“公开为常态原则。又坚持“应公开尽公开”。", "“"),
        ("坚持公开为常态”原则。又坚持“应公开尽公开”。", "”"),
        ("收到申请9件（其中自然人8件。另有上年结转（1件）。", "("),
        ("收到申请9件,其中自然人8件）。另有上年结转（1件）。", ")"),
    ],
)
def test_half_a_pair_is_a_warning_at_its_place(text: str, sign: str) -> None:
    (finding,) = yielded(signs_stand_in_pairs, with_prose(5, text))
    assert (finding.code, finding.severity.value) == ("punctuation.unpaired", "warning")
    assert f"“{sign}”没有" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "落实《国务院办公厅关于印发〈办法〉的通知》（国办函〔2020〕109号）。",
        "问题有:1)更新不及时;2)解读单一。一)压实责任。",
        "坚持“公开为常态、不公开为例外”原则,落实“三审三校”。",
        "收到申请9件（自然人8件（含上年1件）、商业企业1件）。",
        "公开“双随机、一公开”信息(含“双公示”)。",
    ],
)
def test_pairs_numbering_and_nested_brackets_are_right(text: str) -> None:
    assert told(signs_stand_in_pairs, with_prose(5, text)) == set()


def test_a_pair_may_be_parted_by_a_page() -> None:
    assert told(signs_stand_in_pairs, model(prose={5: ("问题(更新不及时、", "解读单一)已整改。")})) == set()


def test_where_a_scrape_left_traces_or_took_one_half_everywhere_nothing_is_said() -> None:
    assert told(signs_stand_in_pairs, lost("坚持“公开为常态原则。又坚持“应公开”。")) == set()
    assert told(signs_stand_in_pairs, with_prose(5, "坚持“公开为常态原则,落实“三审三校。")) == set()


@pytest.mark.parametrize("text", ["更新不及时,,已整改。", "已整改。。", "更新、,解读。", "已整改;;下一步。"])
def test_marks_that_follow_each_other_are_a_note(text: str) -> None:
    assert told(signs_stand_in_pairs, with_prose(5, text)) == {("punctuation.doubled", "note")}


def test_lost_ends_of_sentences_are_told_in_a_text_that_lost_characters() -> None:
    text = "努力推进公开 (一)主动公开方面 抓好发布。"
    findings = yielded(punctuation_is_there, lost(text))
    assert quoted(findings, "punctuation.sentence_ends") == ["推进公开 (一)主", "公开方面 抓好发布"]
    assert told(punctuation_is_there, with_prose(5, text)) == set()


@pytest.mark.parametrize(
    "text",
    [
        GLUED,
        "一是规范动态管理。及时标注。二是完善审核机制认真落实三审。三是加强巡检。",
        "一是压实主体责任。逐级落实。二是提升解读质量持续推进图解。",
    ],
)
def test_a_heading_run_into_its_sentence_is_told_where_others_are_not(text: str) -> None:
    assert told(punctuation_is_there, with_prose(5, text)) == {("punctuation.sentence_ends", "damage")}


@pytest.mark.parametrize(
    "text",
    [
        "一是规范动态管理。及时标注。二是各部门严格落实审查制度。",
        "一是规范管理,二是完善机制全面推进公开。",
        "通过机制全面推进公开。",
        "一是规范动态管理。二是严守底线。三是加强巡检。",
        "一是建立审核机制,全面落实责任。二是提升能力,认真组织培训。",
    ],
)
def test_other_sentences_are_whole(text: str) -> None:
    assert told(punctuation_is_there, with_prose(5, text)) == set()


def test_words_usually_quoted_in_a_text_without_any_quotation_mark_are_told() -> None:
    findings = yielded(punctuation_is_there, with_prose(5, QUOTED))
    assert quoted(findings, "punctuation.quotation_marks") == ["三审三校", "谁起草谁解读", "先审查后公开"]


@pytest.mark.parametrize(
    "text",
    [
        "落实三审三校制度。",
        "落实“三审三校”和先审后发、一网通办。",
        '落实"三审三校"和一网通办。',
        "按时更新栏目。",
        "三审三校,三审三校。",
    ],
)
def test_one_such_word_or_any_quotation_mark_proves_nothing(text: str) -> None:
    assert told(punctuation_is_there, with_prose(5, text)) == set()
