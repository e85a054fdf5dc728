"""The government of a region by the names of its organs (汇总机关名称), where they leave no doubt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from gongkai.places.bodies import OrganKind
from gongkai.places.organs import Organ, organ_of
from gongkai.report.consolidation import words
from gongkai.report.consolidation.organ_names import region_of, shown_name

_BELOW = (OrganKind.GOVERNMENT, OrganKind.TOWNSHIP, OrganKind.STREET_OFFICE, OrganKind.ZONE)
# So many of the organs that name a place must agree.
_MOST = 0.8


def region_name(names: Iterable[str], year: int | None) -> str | None:
    """Return the government that most organs work for or lie below; None where their names leave it open."""
    found = [_above(organ_of(shown_name(name), year)) for name in dict.fromkeys(names)]
    places = Counter(place for place in found if place)
    common = places.most_common(1)
    if not common or common[0][1] < _MOST * places.total():
        return None
    return common[0][0] + words.GOVERNMENT


def same_region(one: str, other: str, year: int | None) -> bool:
    """Say whether two names mean one government, however they are written."""
    region = region_of(one, year)
    return region.key(one) == region.key(other) or region_of(other, year).key(one) == region.key(one)


def _above(organ: Organ) -> str | None:
    if organ.kind in _BELOW:
        return organ.parent
    return organ.zone or organ.division
