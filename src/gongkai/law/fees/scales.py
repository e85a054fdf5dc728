"""The progressive scales of the fee (超额累进标准), as data: 国办函〔2020〕109号 articles 4 and 5.

Amounts are whole yuan. The unit that exceeds a tier pays the rate of the next one; those before it keep theirs.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from gongkai.law.conventions import DEFAULT, Conventions, FeeBasis

# The first day that the measures hold (their date: 2020-11-17).
HOLDS_FROM = dt.date(2021, 1, 1)


class Tier(msgspec.Struct, frozen=True):
    """A tier: the units from `first` to `last` pay `rate` yuan each; `article` is a key of `words.ARTICLES`.

    Where a tier has no last unit, the rate may rise: by `rise` yuan after every `step` units.
    """

    first: int
    rate: int
    article: str
    last: int | None = None
    step: int | None = None
    rise: int = 0


class Part(msgspec.Struct, frozen=True):
    """Some units one after the other that pay one rate."""

    first: int
    last: int
    rate: int
    article: str

    @property
    def count(self) -> int:
        return self.last - self.first + 1

    @property
    def amount(self) -> int:
        return self.count * self.rate


Scale = tuple[Tier, ...]

PIECES: Scale = (
    Tier(1, 0, "4.1", last=10),
    Tier(11, 100, "4.2", last=30),
    Tier(31, 200, "4.3", step=10, rise=100),
)
PAGES: Scale = (
    Tier(1, 0, "5.1", last=30),
    Tier(31, 10, "5.2", last=100),
    Tier(101, 20, "5.3", last=200),
    Tier(201, 40, "5.4"),
)


def scale_of(basis: FeeBasis, conventions: Conventions = DEFAULT) -> Scale:
    """Return the scale of a basis; what the first ten pieces above thirty pay is a convention."""
    if basis is FeeBasis.PAGES:
        return PAGES
    return (*PIECES[:-1], msgspec.structs.replace(PIECES[-1], rate=conventions.first_step_above_thirty))


def parts_of(scale: Scale, first: int, last: int) -> Iterator[Part]:
    """Yield the units from `first` to `last`, both included and counted from 1, by the rate they pay."""
    while first <= last:
        tier = next(tier for tier in reversed(scale) if tier.first <= first)
        steps = (first - tier.first) // tier.step if tier.step else 0
        end = tier.first + (steps + 1) * tier.step - 1 if tier.step else tier.last
        until = last if end is None else min(last, end)
        yield Part(first, until, tier.rate + steps * tier.rise, tier.article)
        first = until + 1


def rate_of(scale: Scale, unit: int) -> int:
    """Return what the unit with a number pays, in yuan."""
    return next(parts_of(scale, unit, unit)).rate
