"""A consolidated report against a published or a former one (汇总核对): what differs, and what explains it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import localcontext

import msgspec

from gongkai.report.annual_report import AnnualReport, Scope
from gongkai.report.bounds import bounds
from gongkai.report.cells import Cell, CellKey, Value
from gongkai.report.consolidation.consolidated import Consolidation, Status
from gongkai.report.consolidation.organ_names import region_of
from gongkai.report.consolidation.sums import EXACT, amount, columns, sums
from gongkai.report.editions import Column
from gongkai.report.identities import Identity, identities

Figures = Mapping[CellKey, Value]
# A difference of fewer cells than these may well be figures that somebody altered; one more request makes six.
_TELLING = 8


class FormerChild(msgspec.Struct, frozen=True, kw_only=True):
    """A child as a former consolidation counted it: its values in the order of the form, None where not sure."""

    organ: str
    scope: Scope
    values: tuple[Value | None, ...]


class Difference(msgspec.Struct, frozen=True):
    """A cell that cannot be the same in both: what the sum is here, and what is published."""

    key: CellKey
    here: Cell
    there: Cell
    difference: Value | None


class Cause(msgspec.Struct, frozen=True):
    """What explains all differences by itself, by a stable code, with the organs that would do, each alone.

    left_out: published without the organ. twice: published with the organ counted twice. added: published with a
    file that is left out here. altered: the organ's own sums do not hold, and would, if the whole difference were
    its. missing: the difference is lawful figures, and exactly one organ is missing here. also_missing: nothing is
    published besides what counts here, so all that are missing here are missing there, or nothing. lacking: the
    difference is lawful figures, and none is known to be missing. own_sums: the published report's own sums do not
    hold, those here do.
    `doubtful`: so few cells differ that some altered figures explain it as well; of "altered", that some stand in
    table 2, which no sum guards.
    """

    code: str
    organs: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    doubtful: bool = False


class Change(msgspec.Struct, frozen=True):
    """A child that a former consolidation counted otherwise: new, gone, or changed in some cells."""

    code: str
    organ: str
    cells: tuple[tuple[CellKey, Value | None, Value | None], ...] = ()


class Against(msgspec.Struct, frozen=True, kw_only=True):
    """A consolidation held against another report of the same region and year.

    `unfit` says why the two cannot be compared ("organ", "year", "edition"). `open` is the number of cells in which
    one of them has no sure figure, and which do not contradict each other.
    """

    source: str
    unfit: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    open: int = 0
    causes: tuple[Cause, ...] = ()
    former: bool = False
    changes: tuple[Change, ...] = ()

    @property
    def same(self) -> bool:
        """Whether nothing differs."""
        return not (self.unfit or self.differences or self.changes)


def against(
    consolidation: Consolidation,
    published: AnnualReport,
    *,
    source: str,
    former: Sequence[FormerChild] | None = None,
) -> Against:
    """Return what differs from a published report, or from the result of a former consolidation."""
    unfit = tuple(_unfit(consolidation.report, published))
    if "edition" in unfit:
        return Against(source=source, unfit=unfit, former=former is not None)
    with localcontext(EXACT):
        differences, open_cells = _differences(consolidation.report, published)
        changes = tuple(_changes(consolidation, former)) if former is not None else ()
        # Where it is known what changed, nothing is to be guessed.
        causes = () if changes else tuple(_causes(consolidation, published, differences))
    return Against(
        source=source,
        unfit=unfit,
        differences=differences,
        open=open_cells,
        causes=causes,
        former=former is not None,
        changes=changes,
    )


def _unfit(here: AnnualReport, there: AnnualReport) -> Iterator[str]:
    region = region_of(here.organ or "", here.year)
    if there.organ is not None and region.key(there.organ) != region.key(here.organ or ""):
        yield "organ"
    if there.year is not None and there.year != here.year:
        yield "year"
    if there.edition != here.edition:
        yield "edition"


def _differences(here: AnnualReport, there: AnnualReport) -> tuple[tuple[Difference, ...], int]:
    found: list[Difference] = []
    open_cells = 0
    for (key, column), one, other in zip(columns(here.edition), here.cells, there.cells, strict=True):
        ours, theirs = amount(one, column), amount(other, column)
        if ours is not None and theirs is not None:
            if ours != theirs:
                found.append(Difference(key, one, other, theirs - ours))
        elif _apart(one, other, column):
            found.append(Difference(key, one, other, None))
        elif (one.state, one.text) != (other.state, other.text):
            open_cells += 1
    return tuple(found), open_cells


def _apart(one: Cell, other: Cell, column: Column) -> bool:
    """Say whether the bounds of two cells leave no value that both may have."""
    (low, high), (least, most) = _reach(one, column), _reach(other, column)
    below = high is not None and least is not None and high < least
    return below or (most is not None and low is not None and most < low)


def _reach(cell: Cell, column: Column) -> tuple[Value | None, Value | None]:
    value = amount(cell, column)
    return (value, value) if value is not None else bounds(cell, None)


def _causes(one: Consolidation, published: AnnualReport, differences: Sequence[Difference]) -> Iterator[Cause]:
    if one.of_status(Status.MISSING):
        yield from _of_missing(one, published)
    gap = {found.key: found.difference for found in differences if found.difference is not None}
    if not gap or len(gap) < len(differences):
        return
    form = one.report.edition
    theirs, ours = (_figures(report.cells, form) for report in (published, one.report))
    sure = [key for key in ours if key in theirs]
    zero = one.blank_is_zero
    members = [
        Told(addend.organ, addend.sources[0], _figures(addend.report.cells, form, blank_is_zero=zero))
        for addend in one.addends
    ]
    aside = [
        Told(member.organ or "", member.source or "", _figures(member.report.cells, form, blank_is_zero=zero))
        for member in one.members
        if member.report is not None and member.report.edition == form and member.status not in _NOT_ADDED
    ]
    named = [
        *_one_of("left_out", members, {key: -value for key, value in gap.items()}, sure),
        *_one_of("twice", members, gap, sure),
        *_one_of("added", aside, gap, sure),
    ]
    if all(cause.doubtful for cause in named):
        named += _altered(members, gap, form)
    yield from named
    if not named and not one.of_status(Status.MISSING) and ("3", "1", "total") in gap and _lawful(gap, form):
        yield Cause("lacking")
    if any(_broken(law, theirs) for law in identities(form)) and all(_holds(law, ours) for law in identities(form)):
        yield Cause("own_sums")


# A copy adds what its organ adds; the rest counts already, or is the whole.
_NOT_ADDED = (Status.TAKEN, Status.TOTAL, Status.DUPLICATE)


class Told(msgspec.Struct, frozen=True):
    """An organ, its file, and its sure figures."""

    organ: str
    source: str
    figures: Figures


def _one_of(code: str, members: Iterable[Told], gap: Figures, sure: Sequence[CellKey]) -> Iterator[Cause]:
    """Yield the organs whose figures are exactly the gap, in every cell that is sure on both sides."""
    first = next(iter(gap))
    found = [
        one
        for one in members
        if one.figures.get(first) == gap[first] and all(one.figures.get(key) == gap.get(key, 0) for key in sure)
    ]
    yield from _cause(code, found, doubtful=len(gap) < _TELLING)


def _altered(members: Iterable[Told], gap: Figures, form: str) -> Iterator[Cause]:
    """Yield the organs whose own sums do not hold, and all would if the gap were theirs.

    A sum in which a figure is not known neither holds nor fails.
    """
    laws = identities(form)
    offs = [_off(law, gap) for law in laws]
    telling = [number for number, off in enumerate(offs) if off]
    if not telling:
        return
    found: list[Told] = []
    for one in members:
        figures = one.figures
        if not _known(laws[telling[0]], figures) or _off(laws[telling[0]], figures) + offs[telling[0]]:
            continue
        if any(figures.get(key, 0) + value < 0 for key, value in gap.items() if key[2] != "change"):
            continue
        pairs = zip(laws, offs, strict=True)
        if all(_off(law, figures) + off == 0 if _known(law, figures) else off == 0 for law, off in pairs):
            found.append(one)
    yield from _cause("altered", found, doubtful=any(key[0] == "2" for key in gap))


def _cause(code: str, found: Sequence[Told], *, doubtful: bool) -> Iterator[Cause]:
    if found:
        yield Cause(code, tuple(one.organ for one in found), tuple(one.source for one in found), doubtful)


def _of_missing(one: Consolidation, published: AnnualReport) -> Iterator[Cause]:
    """Yield the one organ that is missing, where what is published besides the others is lawful figures.

    Where nothing is published besides the others, all that are missing here are missing there.
    """
    missing = one.of_status(Status.MISSING)
    form = one.report.edition
    rest = sums(form, [addend.report.cells for addend in one.addends], missing=0, blank_is_zero=one.blank_is_zero)
    ours, theirs = _figures(rest, form), _figures(published.cells, form)
    if not one.addends or len(ours) < len(rest) or len(theirs) < len(rest):
        return
    gap = {key: theirs[key] - ours[key] for key in ours}
    if not any(gap.values()):
        yield Cause("also_missing", tuple(dict.fromkeys(member.organ or "" for member in missing)))
    elif len(missing) == 1 and _lawful(gap, form):
        yield Cause("missing", (missing[0].organ or "",))


def _lawful(gap: Figures, form: str) -> bool:
    """Say whether a gap could be what organs report: no count below nothing, and every sum holds."""
    negative = any(value < 0 for key, value in gap.items() if key[2] != "change")
    return not negative and not any(_off(law, gap) for law in identities(form))


def _figures(cells: Sequence[Cell], form: str, *, blank_is_zero: bool = False) -> dict[CellKey, Value]:
    """Return the sure figures of some cells, in the form's units."""
    found: dict[CellKey, Value] = {}
    for (key, column), cell in zip(columns(form), cells, strict=True):
        value = amount(cell, column, blank_is_zero=blank_is_zero)
        if value is not None:
            found[key] = value
    return found


def _known(law: Identity, figures: Figures) -> bool:
    return all(key in figures for key in (*law.left, *law.right))


def _holds(law: Identity, figures: Figures) -> bool:
    return _known(law, figures) and not _off(law, figures)


def _broken(law: Identity, figures: Figures) -> bool:
    return _known(law, figures) and bool(_off(law, figures))


def _off(law: Identity, figures: Figures) -> Value:
    left = sum((figures.get(key, 0) for key in law.left), start=0)
    return left - sum((figures.get(key, 0) for key in law.right), start=0)


def _changes(one: Consolidation, former: Sequence[FormerChild]) -> Iterator[Change]:
    """Yield what a former consolidation counted otherwise, organ by organ."""
    region = region_of(one.report.organ or "", one.report.year)
    places = columns(one.report.edition)
    before = {region.key(child.organ): child for child in former}
    now = {region.key(addend.organ): addend for addend in one.addends}
    for key, addend in now.items():
        if key not in before:
            yield Change("new", addend.organ)
            continue
        values = [amount(cell, column) for (_, column), cell in zip(places, addend.report.cells, strict=True)]
        old = before[key].values
        if len(old) == len(values):
            cells = tuple(
                (place, was, value)
                for (place, _), was, value in zip(places, old, values, strict=True)
                if was != value
            )
            if cells:
                yield Change("changed", addend.organ, cells)
    for key, child in before.items():
        if key not in now:
            yield Change("gone", child.organ)
