"""The two scales of the fee: their tiers, the rate of every unit, and the words that print them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.conventions import Conventions, FeeBasis
from gongkai.law.fees import words
from gongkai.law.fees.scales import PAGES, PIECES, Part, parts_of, rate_of, scale_of

UNITS = st.integers(1, 400)


@pytest.mark.parametrize(
    ("piece", "rate"),
    [
        (1, 0),
        (10, 0),
        (11, 100),
        (30, 100),
        (31, 200),
        (40, 200),
        (41, 300),
        (50, 300),
        (51, 400),
        (60, 400),
        (61, 500),
    ],
)
def test_a_piece_pays_the_rate_of_its_tier(piece: int, rate: int) -> None:
    assert rate_of(PIECES, piece) == rate


@pytest.mark.parametrize(
    ("page", "rate"),
    [(1, 0), (30, 0), (31, 10), (100, 10), (101, 20), (200, 20), (201, 40), (1000, 40)],
)
def test_a_page_pays_the_rate_of_its_tier(page: int, rate: int) -> None:
    assert rate_of(PAGES, page) == rate


def test_the_parts_of_a_span_are_told_by_rate_and_article() -> None:
    assert list(parts_of(PIECES, 9, 43)) == [
        Part(9, 10, 0, "4.1"),
        Part(11, 30, 100, "4.2"),
        Part(31, 40, 200, "4.3"),
        Part(41, 43, 300, "4.3"),
    ]
    assert list(parts_of(PAGES, 30, 202)) == [
        Part(30, 30, 0, "5.1"),
        Part(31, 100, 10, "5.2"),
        Part(101, 200, 20, "5.3"),
        Part(201, 202, 40, "5.4"),
    ]
    assert list(parts_of(PIECES, 35, 35)) == [Part(35, 35, 200, "4.3")]


def test_no_units_have_no_parts() -> None:
    assert list(parts_of(PAGES, 1, 0)) == []


def test_a_part_counts_both_its_ends() -> None:
    part = Part(11, 30, 100, "4.2")
    assert (part.count, part.amount) == (20, 2000)


@given(first=UNITS, count=UNITS, basis=st.sampled_from(FeeBasis))
def test_parts_cover_a_span_without_gap_and_each_has_one_rate(first: int, count: int, basis: FeeBasis) -> None:
    last = first + count - 1
    parts = list(parts_of(scale_of(basis), first, last))
    assert [unit for part in parts for unit in range(part.first, part.last + 1)] == list(range(first, last + 1))
    for part in parts:
        assert {rate_of(scale_of(basis), unit) for unit in range(part.first, part.last + 1)} == {part.rate}


@given(unit=UNITS, basis=st.sampled_from(FeeBasis))
def test_no_unit_pays_less_than_the_one_before(unit: int, basis: FeeBasis) -> None:
    scale = scale_of(basis)
    assert rate_of(scale, unit) <= rate_of(scale, unit + 1)


def test_the_first_step_above_thirty_is_a_convention_and_the_rise_is_not() -> None:
    scale = scale_of(FeeBasis.PIECES, Conventions(first_step_above_thirty=300))
    assert [rate_of(scale, piece) for piece in (10, 11, 30, 31, 40, 41, 51)] == [0, 100, 100, 300, 300, 400, 500]
    assert scale_of(FeeBasis.PAGES, Conventions(first_step_above_thirty=300)) == PAGES
    assert scale_of(FeeBasis.PIECES) == PIECES


@pytest.mark.parametrize(("basis", "scale"), [("pieces", PIECES), ("pages", PAGES)])
def test_the_printed_standard_names_every_tier_of_the_scale(basis: str, scale) -> None:
    printed = words.STANDARDS[basis]
    assert f"{scale[0].last}{words.UNITS[basis]}以下（含{scale[0].last}{words.UNITS[basis]}）的，不收费" in printed
    for tier in scale[1:]:
        span = f"{tier.first}—{tier.last}" if tier.last else f"{tier.first}{words.UNITS[basis]}以上的部分"
        assert span in printed
    rates = [int(rate) for rate in re.findall(r"(\d+)元/", printed)]
    # The last tier of pieces is printed by its rise, not by its rate.
    assert rates == [tier.rise or tier.rate for tier in scale[1:]]
    assert ("以10件为一档" in printed) == (scale[-1].step == 10)


@pytest.mark.parametrize("scale", [PIECES, PAGES])
def test_every_tier_follows_the_one_before_and_has_its_article(scale) -> None:
    assert scale[0].first == 1
    assert [tier.first for tier in scale[1:]] == [tier.last + 1 for tier in scale[:-1]]
    assert scale[-1].last is None
    assert [words.ARTICLES[tier.article][-3:] for tier in scale] == ["第一项", "第二项", "第三项", "第四项"][
        : len(scale)
    ]
