"""Which children lie in another child whose consolidated report counts (重复包含), by what their names say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from gongkai.places.areas import names_above
from gongkai.places.bodies import OrganKind
from gongkai.places.divisions import of_code
from gongkai.places.organs import Organ
from gongkai.report.annual_report import Scope

_WITH_ALL_BELOW = (OrganKind.GOVERNMENT, OrganKind.ZONE)


class Placed(msgspec.Struct, frozen=True):
    """A child with what its name says, and the scope of the report that counts."""

    organ: Organ
    scope: Scope


def overlapping(children: Sequence[Placed]) -> dict[int, int]:
    """Return for each child that lies in another one, by number, the one it lies in."""
    containers: defaultdict[str, list[int]] = defaultdict(list)
    above: defaultdict[str, set[str]] = defaultdict(set)
    for number, child in enumerate(children):
        organ = child.organ
        place = organ.division or organ.zone
        if place and child.scope is Scope.CONSOLIDATED and organ.kind in _WITH_ALL_BELOW:
            containers[place].append(number)
        if organ.division and organ.parent:
            above[organ.division].add(organ.parent)
    found: dict[int, int] = {}
    for number, child in enumerate(children) if containers else ():
        for place in _places(child.organ, above):
            inside = [
                at for at in containers.get(place, ()) if at != number and _agree(child.organ, children[at].organ)
            ]
            if inside:
                found[number] = inside[0]
                break
    return found


def _places(organ: Organ, above: dict[str, set[str]]) -> Iterator[str]:
    """Yield the places that an organ lies in, from the nearest; a government does not lie in what it governs."""
    if organ.kind in _WITH_ALL_BELOW:
        nearest: tuple[str | None, ...] = (organ.parent,)
    elif organ.kind in (OrganKind.TOWNSHIP, OrganKind.STREET_OFFICE):
        nearest = (organ.zone, organ.parent)
    else:
        nearest = (organ.zone, organ.division, organ.parent)
    known = names_above(of_code(organ.codes[0])) if len(organ.codes) == 1 else ()
    seen: set[str] = set()
    for place in (*nearest, *known):
        at = place
        while at and at not in seen:
            yield at
            seen.add(at)
            wider = above.get(at, set())
            # A name that several places bear says nothing of where it lies.
            at = next(iter(wider)) if len(wider) == 1 else None


def _agree(inner: Organ, outer: Organ) -> bool:
    """Say whether the codes of two organs let one lie in the other; what has no code does not deny it."""
    if not inner.codes or not outer.codes:
        return True
    return any(of_code(wide).covers(of_code(code)) for wide in outer.codes for code in inner.codes)
