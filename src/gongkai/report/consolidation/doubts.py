"""What may be counted twice, although no name proves it (疑似重复): told, and left to whoever knows the organs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from gongkai.places.bodies import OrganKind
from gongkai.places.divisions import Level
from gongkai.places.organs import Organ
from gongkai.report.annual_report import Scope
from gongkai.report.consolidation import words
from gongkai.report.consolidation.consolidated import Addend, Note

_OF_TOWNSHIPS = (OrganKind.TOWNSHIP, OrganKind.STREET_OFFICE)
# So many figures other than zero are not the same by chance.
_TELLING = 12


class Counted(msgspec.Struct, frozen=True):
    """A child that counts: the key of its name, what that says, its addend, and whether the list takes it in."""

    key: str
    organ: Organ
    addend: Addend
    settled: bool


def doubts(counted: Sequence[Counted], own_key: str, place: str) -> Iterator[Note]:
    """Yield notes on children that may count the same work; none on those that the list takes in by name.

    `own_key` is the key of the region's own government, `place` the region's name.
    """
    open_ones = [one for one in counted if not one.settled]
    yield from _government_and_office(open_ones, own_key)
    yield from _perhaps_inside(counted, place)
    yield from _same_figures(open_ones)


def _government_and_office(counted: Sequence[Counted], own_key: str) -> Iterator[Note]:
    """Yield the government alone and its office, which often report the same work."""
    both = [one for one in counted if one.key in (own_key, *(own_key + office for office in words.OFFICES))]
    if len(both) > 1:
        yield _note("own_and_office", both)


def _perhaps_inside(counted: Sequence[Counted], place: str) -> Iterator[Note]:
    """Yield townships that do not say of which county they are, where reports of whole counties count."""
    wholes = any(
        one.organ.kind is OrganKind.GOVERNMENT
        and one.organ.level is not Level.TOWNSHIP
        and one.addend.scope is Scope.CONSOLIDATED
        for one in counted
    )
    inside = [
        one
        for one in counted
        if wholes and not one.settled and one.organ.kind in _OF_TOWNSHIPS and one.organ.parent in (None, place)
    ]
    if inside:
        yield _note("perhaps_inside", inside)


def _same_figures(counted: Sequence[Counted]) -> Iterator[Note]:
    alike: defaultdict[tuple[object, ...], list[Counted]] = defaultdict(list)
    for one in counted:
        values = tuple(cell.value for cell in one.addend.report.cells)
        if sum(map(bool, values)) >= _TELLING:
            alike[values].append(one)
    for same in alike.values():
        if len(same) > 1:
            yield _note("same_figures", same)


def _note(code: str, some: Sequence[Counted]) -> Note:
    return Note(
        code=code,
        sources=tuple(one.addend.sources[0] for one in some),
        organs=tuple(one.addend.organ for one in some),
    )
