"""Numbers that lost their first digit are told as open."""

from __future__ import annotations

import json
import re

import pytest

from gongkai.damage import fillings, open_digits, prove


@pytest.mark.parametrize(
    ("seen", "patterns"),
    [
        ("新闻发布?2场", ["[1-9]2"]),
        ("规范性文?件", ["[0-9]"]),
        ("期限?024??日起?024?2?1日止", ["[1-9]024", "[0-9]", "[0-9]", "[1-9]024", "[1-9]2", "[1-9]1"]),
        ("同比增?2.5%", [r"[1-9]2\.5"]),
        ("收费?.5万元", [r"[0-9]\.5"]),
        ("邮编?13022;电话?519-0000", ["[0-9]13022", "[0-9]519"]),
        ("在线访谈63次", []),
        ("http://example.invalid/list?page=2", []),
    ],
)
def test_a_lost_first_digit_is_told_as_a_pattern(seen, patterns):
    found = open_digits(seen)
    assert [opening.pattern for opening in found] == patterns
    assert all(seen[opening.start : opening.end] == "?" + opening.rest for opening in found)


def test_an_open_number_admits_what_it_can_have_been_and_nothing_else():
    (opening,) = open_digits("已答?08件")
    assert opening.admits("108")
    assert not opening.admits("08")
    assert not opening.admits("008")
    assert not opening.admits("1108")
    assert all(re.fullmatch(opening.pattern, number) for number in opening.candidates)


def test_filling_in_a_known_character_leaves_the_digit_open():
    (opening,) = open_digits("新闻发布?2场")
    proof = prove("新闻发布?2场", fillings("新闻发布?2场", opening, "会"), after="，")
    assert proof.original is None
    assert proof.candidates == tuple(f"新闻发布会{digit}2场" for digit in range(1, 10))


def test_filling_in_two_characters_is_refuted_by_the_law():
    (opening,) = open_digits("(?023年转来的11件)")
    one = fillings("（?023年转来的11件）", opening, "含")
    two = fillings("（?023年转来的11件）", opening, "其中")
    assert prove("(?023年转来的11件)", one, before="8件", after="，又").candidates == one
    assert prove("(?023年转来的11件)", two, before="8件", after="，又").candidates == ()


def test_the_open_counts_of_the_real_report_have_the_patterns_its_truth_tells(shared_reports):
    truth = json.loads((shared_reports / "truth" / "004_1d244e8061c394ae.json").read_text(encoding="utf-8"))
    told = {claim["quote"]: claim["pattern"] for claim in truth["claims"] if "pattern" in claim}
    assert told
    assert {quote: open_digits(quote)[0].pattern for quote in told} == told
