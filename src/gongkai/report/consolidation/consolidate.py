"""Reports of the organs of a region → the region's consolidated report (年报汇总), with all it is made of.

What counts, and what does not, is settled here in this order: of whom and when a report is; who is on the list; who
is left out by rule or by the list; which of a child's reports counts; who lies in whom. Sums are in `sums`.

Sources: articles 49 and 50 of the Regulations (条例); facts B.4 (5) and B.7.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from gongkai.places.bodies import OrganKind
from gongkai.places.organs import Organ, organ_of
from gongkai.report.annual_report import AnnualReport, Scope
from gongkai.report.cells import Method, State
from gongkai.report.consolidation.child_reports import Choice, Found, choose
from gongkai.report.consolidation.children import Child, Children
from gongkai.report.consolidation.consolidated import Addend, Consolidation, Member, Note, Status
from gongkai.report.consolidation.doubts import Counted, doubts
from gongkai.report.consolidation.organ_names import Region, parted_by_places, region_of, shown_name
from gongkai.report.consolidation.overlaps import Placed, overlapping
from gongkai.report.consolidation.register import Register, register_of
from gongkai.report.consolidation.sums import columns, in_other_unit, sums
from gongkai.report.editions import edition_of_year
from gongkai.report.lineup import Named


class _Group(msgspec.Struct):
    """The reports of one organ, with what the list says of it, and what its name says."""

    name: str
    key: str
    entry: Child | None
    organ: Organ
    found: list[Found]
    choice: Choice | None = None

    @property
    def told(self) -> Scope:
        return self.entry.scope if self.entry else Scope.UNKNOWN


class _Work(msgspec.Struct):
    """What a consolidation finds on its way."""

    region: Region
    year: int
    own_key: str
    register: Register | None
    members: list[Member]
    notes: list[Note]


def consolidate(
    reports: Named, *, organ: str, year: int, children: Children | None = None, blank_is_zero: bool = False
) -> Consolidation:
    """Return the consolidated report of a region for a year, of some named reports; their order does not matter.

    `organ` is the government whose report it is. `children` are the organs whose reports it needs; without a list
    all reports at hand are taken for them. `blank_is_zero` counts blanks and what does not apply as 0. Raises
    BrokenChildren where the list contradicts itself.
    """
    region = region_of(organ, year)
    register = register_of(children, region) if children else None
    work = _Work(region, year, region.key(organ), register, [], [])
    groups = _groups(work, reports)
    candidates = [group for group in groups if _may_count(work, group)]
    for group in candidates:
        _choose(work, group)
    taken = _without_overlaps(work, candidates)
    addends = tuple(group.choice.addend for group in taken if group.choice and group.choice.addend)
    missing = sum(member.status is Status.MISSING for member in work.members)
    edition = edition_of_year(year).key
    cells = sums(edition, [addend.report.cells for addend in addends], missing=missing, blank_is_zero=blank_is_zero)
    report = AnnualReport(organ=organ, year=year, edition=edition, scope=Scope.CONSOLIDATED, cells=cells)
    notes = (
        *_conventions(children, work.members, blank_is_zero=blank_is_zero),
        *work.notes,
        *_of_choices(taken),
        *doubts(
            [_counted(group, addend) for group, addend in zip(taken, addends, strict=True)],
            work.own_key,
            region.place,
        ),
        *_of_cells(addends, report),
    )
    order = {group.name: number for number, group in enumerate(groups)}
    return Consolidation(
        report=report,
        addends=addends,
        members=tuple(
            sorted(work.members, key=lambda one: (order.get(one.organ or "", len(order)), one.source or ""))
        ),
        notes=notes,
        blank_is_zero=blank_is_zero,
    )


def _groups(work: _Work, reports: Named) -> list[_Group]:
    """Return the reports of each organ; the organs of the list first, in its order, also those without reports."""
    by_key: defaultdict[str, list[Found]] = defaultdict(list)
    for source, report in sorted(reports, key=lambda one: one[0]):
        name = shown_name(report.organ or "")
        if not name or report.year is None:
            work.members.append(_left_out(Status.NO_ORGAN if not name else Status.NO_YEAR, name, (source, report)))
        else:
            by_key[work.region.key(name)].append((source, report))
    listed: dict[int, _Group] = {}
    for key, entry in work.register.by_key.items() if work.register else ():
        if entry.line not in listed:
            listed[entry.line] = _Group(entry.organ, key, entry, organ_of(entry.organ, work.year), [])
    others: list[_Group] = []
    longer = work.register.longer_or_shorter(by_key) if work.register else {}
    for key, found in by_key.items():
        entries = (
            [work.register.by_key[key]] if work.register and key in work.register.by_key else longer.get(key, [])
        )
        if len({entry.line for entry in entries}) > 1:
            names = "\n".join(entry.organ for entry in entries)
            work.members += [_left_out(Status.SEVERAL_NAMES, one[1].organ, one, beside=names) for one in found]
        elif entries:
            listed[entries[0].line].found += found
            if key in longer:
                _note(work, "name_taken", [source for source, _ in found], entries[0].organ)
        else:
            name = shown_name(found[0][1].organ or "")
            others.append(_Group(name, key, None, organ_of(name, work.year), found))
    if not work.register:
        _note_doubles(work, others)
    return [*listed.values(), *others]


def _may_count(work: _Work, group: _Group) -> bool:
    """Say whether an organ's report is to count, and settle the part of those that are not."""
    if group.key == work.own_key:
        return _region_s_own(work, group)
    entry = group.entry
    vertical = group.organ.kind is OrganKind.VERTICAL
    if entry is not None and entry.included is False:
        return _settle(work, group, Status.EXCLUDED)
    if entry is not None and entry.within is not None:
        return _settle(work, group, Status.CONTAINED, beside=entry.within)
    if vertical and not (entry and entry.included):
        return _settle(work, group, Status.VERTICAL)
    if vertical:
        _note(work, "vertical_taken", [source for source, _ in group.found], group.name)
    if work.register and entry is None:
        return _settle(work, group, Status.NOT_LISTED)
    return True


def _region_s_own(work: _Work, group: _Group) -> bool:
    """Keep the region's own consolidated report out of its sum; what the government does alone may count."""
    wholes = [one for one in group.found if one[1].scope is not Scope.OWN]
    work.members += [_left_out(Status.TOTAL, group.name, one) for one in wholes]
    group.found = [one for one in group.found if one[1].scope is Scope.OWN]
    if work.register and group.entry is None:
        return _settle(work, group, Status.NOT_LISTED)
    if group.entry and group.entry.included is False:
        return _settle(work, group, Status.EXCLUDED)
    if group.entry:
        group.entry = msgspec.structs.replace(group.entry, scope=Scope.OWN)
        return group.entry.within is None or _settle(work, group, Status.CONTAINED, beside=group.entry.within)
    group.entry = Child(organ=group.name, scope=Scope.OWN)
    return bool(group.found)


def _settle(work: _Work, group: _Group, status: Status, beside: str | None = None) -> bool:
    """Give all reports of an organ one part in the whole, or the organ itself where it has none; return False."""
    for one in group.found:
        work.members.append(_left_out(status, group.name, one, beside=beside))
    if not group.found and group.entry:
        work.members.append(Member(status=status, organ=group.name, scope=group.told, beside=beside))
    return False


def _choose(work: _Work, group: _Group) -> None:
    """Choose the report of an organ that counts; the organ is missing where there is none."""
    edition = edition_of_year(work.year).key
    fit: list[Found] = []
    for one in group.found:
        if one[1].year != work.year:
            work.members.append(_left_out(Status.WRONG_YEAR, group.name, one))
        elif one[1].edition != edition:
            work.members.append(_left_out(Status.OTHER_EDITION, group.name, one))
        else:
            fit.append(one)
    group.choice = choose(group.name, group.organ, group.told, fit) if fit else Choice(None, ())
    work.members += group.choice.others
    if group.choice.addend is None and (work.register or fit):
        work.members.append(Member(status=Status.MISSING, organ=group.name, scope=group.told))


def _without_overlaps(work: _Work, groups: Sequence[_Group]) -> list[_Group]:
    """Return the organs that count, without those that lie in another whose consolidated report counts."""
    taken = [(group, group.choice.addend) for group in groups if group.choice and group.choice.addend]
    inside = overlapping([Placed(group.organ, addend.scope) for group, addend in taken])
    kept: list[_Group] = []
    for number, (group, addend) in enumerate(taken):
        if number in inside and not (group.entry and group.entry.included):
            outer = taken[inside[number]][0].name
            work.members += _members(addend, Status.OVERLAPPING, beside=outer)
        else:
            kept.append(group)
            work.members += _members(addend, Status.TAKEN)
    return kept


def _counted(group: _Group, addend: Addend) -> Counted:
    settled = bool(group.entry and group.entry.included)
    return Counted(group.key, group.organ, addend, settled)


def _members(addend: Addend, status: Status, beside: str | None = None) -> Iterator[Member]:
    """Yield the file that an addend counts; others that differ from it have their own part."""
    yield Member(
        status=status,
        organ=addend.organ,
        source=addend.sources[0],
        scope=addend.scope,
        report=addend.report,
        beside=beside,
    )


def _left_out(status: Status, name: str | None, one: Found, beside: str | None = None) -> Member:
    source, report = one
    return Member(
        status=status, organ=name or None, source=source, scope=report.scope, report=report, beside=beside
    )


def _note(work: _Work, code: str, sources: Sequence[str], organ: str) -> None:
    work.notes.append(Note(code=code, sources=tuple(sources), organs=(organ,)))


def _note_doubles(work: _Work, groups: Sequence[_Group]) -> None:
    """Note organs whose names differ by a place before them only."""
    by_key = {group.key: group for group in groups}
    for key, group in by_key.items():
        for prefix, rest in parted_by_places(key):
            if rest in by_key and work.region.may_leave_out(prefix, rest):
                names = (group.name, by_key[rest].name)
                sources = [source for one in (group, by_key[rest]) for source, _ in one.found]
                work.notes.append(Note(code="perhaps_one", sources=tuple(sources), organs=names))


def _conventions(children: Children | None, members: Sequence[Member], *, blank_is_zero: bool) -> Iterator[Note]:
    if children is None:
        yield Note(code="no_list")
    elif children.unused:
        yield Note(code="unused_columns", organs=children.unused)
    if vertical := tuple(dict.fromkeys(one.organ or "" for one in members if one.status is Status.VERTICAL)):
        yield Note(code="vertical_rule", organs=vertical)
    if blank_is_zero:
        yield Note(code="blank_is_zero")


def _of_choices(groups: Sequence[_Group]) -> Iterator[Note]:
    choices = [group.choice for group in groups if group.choice and group.choice.addend]
    for scope in Scope:
        assumed = [source for one in choices if one.addend and one.addend.scope is scope for source in one.assumed]
        if assumed:
            yield Note(code="scope_taken", sources=tuple(assumed), scope=scope)
    wider = [one.addend for one in choices if one.wider and one.addend]
    if wider:
        yield Note(
            code="wider_scope",
            sources=tuple(one.sources[0] for one in wider),
            organs=tuple(one.organ for one in wider),
        )


def _of_cells(addends: Sequence[Addend], report: AnnualReport) -> Iterator[Note]:
    if not addends:
        yield Note(code="no_addends")
        return
    repaired = [one for one in addends if any(cell.repair and cell.value is not None for cell in one.report.cells)]
    indirect = [
        one
        for one in addends
        if any(cell.value is not None and cell.method is not Method.DIRECT for cell in one.report.cells)
    ]
    money = [at for at, (_, column) in enumerate(columns(report.edition)) if column.money]
    other = [one for one in addends if any(in_other_unit(one.report.cells[at]) for at in money)]
    for code, some in (("repaired", repaired), ("not_direct", indirect), ("other_unit", other)):
        if some:
            yield Note(
                code=code,
                sources=tuple(source for one in some for source in one.sources),
                organs=tuple(one.organ for one in some),
            )
    if count := sum(cell.state is State.AMBIGUOUS for cell in report.cells):
        yield Note(code="open_cells", count=count)
