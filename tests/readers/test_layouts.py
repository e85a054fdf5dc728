"""Every layout and every damage of `gongkai.samples`, read and held against its truth."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings

from gongkai.readers import read
from gongkai.samples import DAMAGES, LAYOUTS, Sample, applies, sample
from tests.readers.verdict import verdict
from tests.strategies import samples

GLUED = ("one_line_glued", "one_line_mixed")
PARTED = tuple(layout for layout in LAYOUTS if layout not in GLUED)
# What a damage may cost the cells it did not touch, over all samples of a layout.
LEAST_CLEAN = 0.98
# Pages of paper take a hundred times as long as a text.
PAPER = tuple(layout for layout in LAYOUTS if layout.startswith("pdf"))
ROUNDS = {layout: 1 if layout in PAPER else 6 for layout in LAYOUTS}
EXAMPLES = {layout: 4 if layout in PAPER else 12 for layout in LAYOUTS}
QUICK = tuple(layout for layout in LAYOUTS if layout not in PAPER)
# Where neither rules nor signs part the cells, a damage may cost more, but nothing may be wrong.
UNRULED = ("pdf_bare",)


@pytest.mark.parametrize("layout", PARTED)
def test_an_undamaged_layout_with_separators_is_read_right_and_unmarked(layout: str) -> None:
    @given(samples(layouts=(layout,), damages=(None,)))
    @settings(max_examples=EXAMPLES[layout])
    def check(one: Sample) -> None:
        seen = verdict(one)
        assert seen.wrong == ()
        assert seen.clean == seen.untouched == len(seen.report.cells)

    check()


@pytest.mark.parametrize("layout", GLUED)
def test_glued_figures_are_right_or_keep_the_truth_among_their_candidates(layout: str) -> None:
    @given(samples(layouts=(layout,), damages=(None,)))
    @settings(max_examples=25)
    def check(one: Sample) -> None:
        seen = verdict(one)
        assert seen.wrong == ()
        assert seen.strayed == ()

    check()


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damage_costs_little_and_hides_nothing(damage: str) -> None:
    """Count over all layouts; what one layout alone may lose is twice as much."""
    twins = 0
    clean: Counter[str] = Counter()
    untouched: Counter[str] = Counter()
    for layout in (layout for layout in LAYOUTS if applies(layout, damage)):
        for seed in range(ROUNDS[layout]):
            one = sample(seed * 7919 + 1, layout=layout, damage=damage)
            seen = verdict(one)
            assert not seen.wrong or seen.is_twin, (one, seen.wrong)
            twins += seen.is_twin
            if layout not in (*GLUED, *UNRULED):
                clean[layout] += seen.clean
                untouched[layout] += seen.untouched
    assert clean.total() >= LEAST_CLEAN * untouched.total()
    assert all(clean[layout] >= (2 * LEAST_CLEAN - 1) * untouched[layout] for layout in clean)
    print(f"{damage}: {twins} samples equal another lawful report's text")


@given(samples(layouts=QUICK))
@settings(max_examples=60)
def test_nothing_is_ever_wrong_without_a_mark(one: Sample) -> None:
    seen = verdict(one)
    assert not seen.wrong or seen.is_twin


@given(samples(layouts=QUICK, damages=(None,)))
@settings(max_examples=30)
def test_the_year_is_that_of_the_report_or_unknown_where_no_date_names_it(one: Sample) -> None:
    report = read(one.data)
    assert report.edition == one.report.edition
    assert report.year in {one.report.year, None}
