"""Every layout and every damage of `gongkai.samples`, read and held against its truth."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from gongkai.readers import read
from gongkai.samples import DAMAGES, LAYOUTS, applies, sample
from tests.readers.verdict import verdict
from tests.strategies import samples

GLUED = ("one_line_glued", "one_line_mixed")
PARTED = tuple(layout for layout in LAYOUTS if layout not in GLUED)
# What a damage may cost the cells it did not touch, over all samples of a layout.
LEAST_CLEAN = 0.98
ROUNDS = 6


@pytest.mark.parametrize("layout", PARTED)
def test_an_undamaged_layout_with_separators_is_read_right_and_unmarked(layout: str) -> None:
    @given(samples(layouts=(layout,), damages=(None,)))
    @settings(max_examples=12)
    def check(one) -> None:
        seen = verdict(one)
        assert seen.wrong == ()
        assert seen.clean == seen.untouched == len(seen.report.cells)

    check()


@pytest.mark.parametrize("layout", GLUED)
def test_glued_figures_are_right_or_keep_the_truth_among_their_candidates(layout: str) -> None:
    @given(samples(layouts=(layout,), damages=(None,)))
    @settings(max_examples=25)
    def check(one) -> None:
        seen = verdict(one)
        assert seen.wrong == ()
        assert seen.strayed == ()

    check()


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damage_costs_little_and_hides_nothing(damage: str, record_property) -> None:
    twins = 0
    for layout in (layout for layout in LAYOUTS if applies(layout, damage)):
        clean = untouched = 0
        for seed in range(ROUNDS):
            one = sample(seed * 7919 + 1, layout=layout, damage=damage)
            seen = verdict(one)
            assert not seen.wrong or seen.is_twin, (one, seen.wrong)
            twins += seen.is_twin
            clean += seen.clean
            untouched += seen.untouched
        assert layout in GLUED or clean >= LEAST_CLEAN * untouched, (layout, clean, untouched)
    record_property("twins", twins)
    print(f"{damage}: {twins} twins")


@given(samples())
@settings(max_examples=60)
def test_nothing_is_ever_wrong_without_a_mark(one) -> None:
    seen = verdict(one)
    assert not seen.wrong or seen.is_twin


@given(samples(damages=(None,)))
@settings(max_examples=30)
def test_organ_year_and_edition_are_those_of_the_sample(one) -> None:
    report = read(one.data)
    assert report.edition == one.report.edition
    assert report.year == one.report.year
