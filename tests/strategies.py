"""Hypothesis strategies for reports and samples; a failing example names a seed, a layout and a damage."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from gongkai.report import AnnualReport
from gongkai.samples import DAMAGES, LAYOUTS, SIZES, Sample, applies, lawful_report, sample

SEEDS = st.integers(min_value=0, max_value=2**32)
EDITION_KEYS = ("2021", "2019")


def reports(edition: str | None = None) -> st.SearchStrategy[AnnualReport]:
    """Return lawful reports: every cell printed, every identity holding. Small ones come first."""
    editions = st.just(edition) if edition else st.sampled_from(EDITION_KEYS)
    return st.builds(
        lambda seed, edition, size: lawful_report(seed, edition=edition, size=size),
        SEEDS,
        editions,
        st.sampled_from(SIZES),
    )


def samples(
    layouts: Sequence[str] = tuple(LAYOUTS),
    damages: Sequence[str | None] = (None, *DAMAGES),
    edition: str | None = None,
) -> st.SearchStrategy[Sample]:
    """Return samples of the pairs of layouts and damages that go together."""
    pairs = [(layout, damage) for damage in damages for layout in layouts if applies(layout, damage)]
    editions = st.just(edition) if edition else st.sampled_from(EDITION_KEYS)
    return st.builds(
        lambda pair, seed, edition, size: sample(seed, layout=pair[0], damage=pair[1], edition=edition, size=size),
        st.sampled_from(pairs),
        SEEDS,
        editions,
        st.sampled_from(SIZES) | st.none(),
    )
