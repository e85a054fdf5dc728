"""Disputes for tests, and a strategy that makes any of them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from gongkai.law.disputes.dispute import (
    Instance,
    OrganRole,
    Reconsideration,
    ReviewResult,
    Stage,
    Suit,
    SuitResult,
)

FIRST_RESULTS = list(SuitResult)[:12]


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def review(
    filed: str, decided: str | None = None, result: ReviewResult | None = None, **more: Any
) -> Reconsideration:
    """Return a reconsideration that was filed and perhaps decided."""
    return Reconsideration(filed_on=day(filed), decided_on=day(decided) if decided else None, result=result, **more)


def heard(filed: str, decided: str | None = None, result: SuitResult | None = None, **more: Any) -> Instance:
    """Return an instance of a suit."""
    return Instance(filed_on=day(filed), decided_on=day(decided) if decided else None, result=result, **more)


def appeal(filed: str, decided: str | None = None, result: SuitResult | None = None, **more: Any) -> Instance:
    """Return the second instance of a suit."""
    return heard(filed, decided, result, stage=Stage.SECOND, **more)


def retrial(filed: str, decided: str | None = None, result: SuitResult | None = None, **more: Any) -> Instance:
    """Return a retrial."""
    return heard(filed, decided, result, stage=Stage.RETRIAL, **more)


def suit(*instances: Instance, **more: Any) -> Suit:
    """Return a suit with its instances."""
    return Suit(instances=instances, **more)


_days = st.dates(dt.date(2020, 1, 1), dt.date(2025, 12, 31))
_lengths = st.integers(0, 500)


@st.composite
def reviews(draw: st.DrawFn) -> Reconsideration:
    """Draw a reconsideration, decided or not."""
    filed = draw(_days)
    if draw(st.booleans()):
        return Reconsideration(filed_on=filed, role=draw(st.sampled_from(OrganRole)))
    return Reconsideration(
        filed_on=filed,
        decided_on=filed + dt.timedelta(days=draw(_lengths)),
        result=draw(st.sampled_from(ReviewResult)),
        role=draw(st.sampled_from(OrganRole)),
    )


@st.composite
def suits(draw: st.DrawFn) -> Suit:
    """Draw a suit of one to three instances, of which the last may still be open."""
    filed, instances = draw(_days), []
    count = draw(st.integers(1, 3))
    for number in range(count):
        stage = (Stage.FIRST, Stage.SECOND, Stage.RETRIAL)[number]
        decided = filed + dt.timedelta(days=draw(_lengths))
        more = [] if number == 0 else [SuitResult.AFFIRMED, SuitResult.APPEAL_WITHDRAWN]
        result = draw(st.sampled_from([*FIRST_RESULTS, *more]))
        if number == count - 1 and draw(st.booleans()):
            instances.append(Instance(stage=stage, filed_on=filed))
        else:
            instances.append(Instance(stage=stage, filed_on=filed, decided_on=decided, result=result))
        filed = decided + dt.timedelta(days=draw(st.integers(0, 30)))
    after = draw(st.booleans())
    return Suit(
        instances=tuple(instances),
        after_reconsideration=after,
        joint=after and draw(st.booleans()),
        role=draw(st.sampled_from(OrganRole)),
        about_disclosure=draw(st.sampled_from([True, True, True, False])),
    )
