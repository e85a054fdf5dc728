"""The reports at hand of one child → the one that counts (取用): its scope, its copies, what they differ in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from gongkai.places.bodies import OrganKind
from gongkai.places.divisions import Level
from gongkai.places.organs import Organ
from gongkai.report.annual_report import AnnualReport, Scope
from gongkai.report.cells import Cell, State, Value
from gongkai.report.consolidation.consolidated import Addend, Member, Status
from gongkai.report.consolidation.sums import replaced
from gongkai.report.lineup import differing

# A file, and the report in it.
Found = tuple[str, AnnualReport]

_OF_WHOLE = (OrganKind.TOWNSHIP, OrganKind.STREET_OFFICE, OrganKind.ZONE)


class Choice(msgspec.Struct, frozen=True):
    """What counts of a child's reports, what part each of the others has, and whose scope was taken for granted."""

    addend: Addend | None
    others: tuple[Member, ...]
    assumed: tuple[str, ...] = ()
    wider: bool = False


def scopes_wanted(organ: Organ, told: Scope) -> tuple[Scope, ...]:
    """Return the scopes in which a child's report counts, the best first; what the list says goes before all.

    A government of a county or more is wanted with all below it, and its own report is no substitute. A township,
    street or zone has one report for the whole of it, whatever that says. A department is wanted alone; where only
    a report with all below it is there, that is taken.
    """
    if told is not Scope.UNKNOWN:
        return (told,)
    if organ.kind is OrganKind.GOVERNMENT and organ.level is not Level.TOWNSHIP:
        return (Scope.CONSOLIDATED,)
    if organ.kind in _OF_WHOLE:
        return (Scope.CONSOLIDATED, Scope.OWN)
    return (Scope.OWN, Scope.CONSOLIDATED)


def choose(name: str, organ: Organ, told: Scope, found: Sequence[Found]) -> Choice:
    """Return what counts of the reports of one child, which are of the right year and edition."""
    wanted = scopes_wanted(organ, told)
    scopes = [_scope(report, found) for _, report in found]
    taken_for = next((scope for scope in wanted if scope in scopes), None)
    if taken_for is None:
        # Nobody says that it is the wanted one; what does not say its scope is taken for it.
        same = [one for one, scope in zip(found, scopes, strict=True) if scope is Scope.UNKNOWN]
        # A whole is a whole, whatever it is called.
        taken_for = told if organ.kind in _OF_WHOLE else wanted[0]
    else:
        same = [one for one, scope in zip(found, scopes, strict=True) if scope is taken_for]
    if not same:
        return Choice(None, tuple(_other_scope(name, one, None) for one in found))
    # The first is the one that says most; of equals the first by name.
    best, *copies = sorted(same, key=_open_cells) if len(same) > 1 else same
    others = [_other_scope(name, one, best[0]) for one in found if one not in same]
    addend = Addend(
        organ=name,
        sources=(best[0], *(source for source, one in copies if differing(best[1], one))),
        scope=taken_for,
        report=merged([best[1], *(one for _, one in copies)]) if copies else best[1],
    )
    assumed = tuple(source for source, one in same if one.scope is Scope.UNKNOWN and organ.kind not in _OF_WHOLE)
    return Choice(
        addend,
        (*_copies(name, taken_for, best, copies), *others),
        assumed,
        wider=told is Scope.UNKNOWN and wanted == (Scope.OWN, Scope.CONSOLIDATED) and taken_for is wanted[1],
    )


def _open_cells(one: Found) -> tuple[int, int]:
    """Return how many cells a report says nothing sure of, and how many it says in another way than in print."""
    cells = one[1].cells
    return sum(cell.value is None for cell in cells), sum(cell.marked for cell in cells)


def merged(reports: Sequence[AnnualReport]) -> AnnualReport:
    """Return one report of several of one edition: cells that differ are open, with all that is said of them."""
    first = reports[0]
    cells = tuple(_merged(some) for some in zip(*(report.cells for report in reports), strict=True))
    return msgspec.structs.replace(first, cells=cells)


def _merged(cells: tuple[Cell, ...]) -> Cell:
    first = cells[0]
    if all(
        (cell.value, cell.state, cell.candidates) == (first.value, first.state, first.candidates) for cell in cells
    ):
        return first
    said: list[Value | None] = []
    for cell in cells:
        bounded = cell.state is State.AMBIGUOUS and len(cell.candidates) > 1 and not cell.repair
        said += cell.candidates if bounded else (cell.value,)
    return replaced(first, tuple(dict.fromkeys(said)))


def _scope(report: AnnualReport, found: Sequence[Found]) -> Scope:
    """Return a report's scope; of one that does not say it, that of a report with the same figures."""
    if report.scope is not Scope.UNKNOWN:
        return report.scope
    return next(
        (one.scope for _, one in found if one.scope is not Scope.UNKNOWN and not differing(report, one)),
        Scope.UNKNOWN,
    )


def _copies(name: str, scope: Scope, best: Found, copies: Sequence[Found]) -> Iterator[Member]:
    for source, report in copies:
        count = differing(best[1], report)
        yield Member(
            status=Status.DIFFERING if count else Status.DUPLICATE,
            organ=name,
            source=source,
            scope=scope,
            report=report,
            beside=best[0],
            count=count,
        )


def _other_scope(name: str, one: Found, beside: str | None) -> Member:
    source, report = one
    return Member(
        status=Status.OTHER_SCOPE, organ=name, source=source, scope=report.scope, report=report, beside=beside
    )
