"""A section may be as long as it likes, until a place says otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.checks.check import findings_of
from gongkai.checks.evidence import Evidence
from gongkai.checks.lengths import SECTION_LENGTH, characters
from gongkai.checks.local_rules import LocalRules
from gongkai.report import Finding
from tests.checks.examples import PROSE, Example, model, with_prose

LONG = "本年度工作情况。" * 130


def limited(number: int, text: str, limit: int) -> Evidence:
    return Evidence(with_prose(number, text), rules=LocalRules(section_limits={number: limit}))


EXAMPLES = {SECTION_LENGTH.code: Example(passing=limited(1, "", 1000), failing=limited(1, LONG, 1000))}


def found(evidence: Evidence) -> list[Finding]:
    return [one for one in findings_of(evidence) if one.code == SECTION_LENGTH.code]


def test_without_a_limit_no_section_is_too_long() -> None:
    assert found(Evidence(with_prose(1, LONG))) == []


def test_only_the_section_that_has_a_limit_is_counted() -> None:
    assert found(Evidence(with_prose(5, LONG), rules=LocalRules(section_limits={1: 1000}))) == []
    (finding,) = found(limited(5, LONG, 1000))
    assert "第五部分“存在的主要问题及改进情况”" in finding.message


@given(st.integers(min_value=-3, max_value=3))
def test_a_section_may_have_as_many_characters_as_its_limit_and_not_one_more(over: int) -> None:
    own = sum(characters(text) for text in PROSE[1])
    words = found(limited(1, "公" * (1000 - own + over), 1000))
    assert [(one.expected, one.actual) for one in words] == [("1000", str(1000 + over))] * (over > 0)


def test_the_heading_is_pointed_at_and_the_first_words_where_there_is_none() -> None:
    (quote,) = found(limited(1, LONG, 1000))[0].quotes
    assert (quote.part, quote.number, quote.text) == ("1", 0, "一、总体情况")
    bare = Evidence(model(headings={1: None}, prose={1: (LONG,)}), rules=LocalRules(section_limits={1: 9}))
    (quote,) = found(bare)[0].quotes
    assert (quote.part, quote.number, quote.text) == ("1", 1, LONG[:30])


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (" \n　", 0),
        ("全年公开信息120条。", 9),
        ("“三安全一稳定”——", 10),
        ("网址 www.example.org 见下", 5),
        ("办结率98.5%，同比", 7),
    ],
)
def test_characters_are_counted_as_word_processors_do(text: str, count: int) -> None:
    assert characters(text) == count
