"""Consolidation: sums with all they are made of, and every child that is not there once is named."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.report import AnnualReport, Cell, CellKey, Method, Repair, Scope, State, Value
from gongkai.report.bounds import bounds
from gongkai.report.consolidation.children import Children, children_of_text
from gongkai.report.consolidation.consolidate import consolidate
from gongkai.report.consolidation.consolidated import Consolidation, Status
from gongkai.samples.regions import InventedRegion, region
from tests.comparable import BLANK, RECEIVED, one_of, report, with_cells, zero

COUNTY = "萤台县人民政府"
TAX, TOWN, BUREAU = "国家税务总局萤台县税务局", "萤台县杏霭镇人民政府", "萤台县财政局"
FEES: CellKey = ("2", "20.8.fees", "amount")
REGULATIONS: CellKey = ("2", "20.1.regulations", "made")
SIGNED: CellKey = ("2", "20.5.licences", "change")
SLASH = {"value": None, "text": "/", "state": State.NOT_APPLICABLE}
ABSENT = {"value": None, "text": "", "state": State.ABSENT}

REGIONS = st.builds(
    lambda seed, children: region(seed, children=children), st.integers(0, 2**32), st.integers(2, 9)
)


def files(*reports: AnnualReport) -> list[tuple[str, AnnualReport]]:
    return [(f"{number}.html", one) for number, one in enumerate(reports, 1)]


def added(*reports: AnnualReport, organ: str = COUNTY, children: str = "", **asked: Any) -> Consolidation:
    listed = children_of_text(children) if children else None
    return consolidate(files(*reports), organ=organ, year=2023, children=listed, **asked)


def statuses(found: Consolidation) -> dict[str, str]:
    """Return the status of every file, or of the organ that has none."""
    return {member.source or member.organ or "": member.status.value for member in found.members}


def codes(found: Consolidation) -> list[str]:
    return [note.code for note in found.notes]


def of(one: InventedRegion, reports: Sequence[tuple[str, AnnualReport]], *, listed: bool = True) -> Consolidation:
    children = children_of_text(one.listed) if listed else None
    return consolidate(reports, organ=one.organ, year=one.year, children=children)


def cell(found: Consolidation, key: CellKey) -> Cell:
    return found.report.cell(*key)


# The law: sums of generated regions, and every change of one child.


@given(REGIONS, st.booleans(), st.randoms())
def test_the_reports_of_a_region_add_up_to_its_report_in_any_order(
    one: InventedRegion, listed: bool, rng: Any
) -> None:
    reports = list(one.reports)
    rng.shuffle(reports)
    found = of(one, reports, listed=listed)
    assert found.report.cells == one.total.cells
    assert found.complete
    assert (found.report.organ, found.report.year, found.report.scope) == (one.organ, one.year, Scope.CONSOLIDATED)


@given(REGIONS, st.data())
def test_every_cell_can_be_followed_to_its_addends(one: InventedRegion, data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(one.total.form.keys))
    addends = list(of(one, one.reports).addends_of(key))
    assert [addend.organ for addend, _ in addends] == [report.organ for _, report in one.reports]
    assert sum(cell.value or 0 for _, cell in addends) == one.total.cell(*key).value


@given(REGIONS, st.data())
def test_a_child_that_is_left_out_is_missing_and_every_sum_is_no_more_than_a_bound(
    one: InventedRegion, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(one.reports) - 1))
    rest = [*one.reports[:at], *one.reports[at + 1 :]]
    found = of(one, rest)
    assert [member.organ for member in found.of_status(Status.MISSING)] == [one.reports[at][1].organ]
    assert not found.complete
    assert all(cell.state is State.AMBIGUOUS and cell.value is None for cell in found.report.cells)
    assert all(within(cell, one.total.cell(*cell.key).value) for cell in found.report.cells)


@given(REGIONS, st.data(), st.booleans())
def test_a_child_that_is_doubled_is_named_and_counted_once(
    one: InventedRegion, data: st.DataObject, listed: bool
) -> None:
    source, report = data.draw(st.sampled_from(one.reports))
    found = of(one, [*one.reports, ("again.html", report)], listed=listed)
    (copy,) = found.of_status(Status.DUPLICATE)
    assert (copy.organ, {copy.source, copy.beside}) == (report.organ, {source, "again.html"})
    assert found.report.cells == one.total.cells
    assert not found.complete


@given(REGIONS, st.data(), st.integers(1, 9))
def test_a_copy_with_another_figure_is_named_and_makes_a_range(
    one: InventedRegion, data: st.DataObject, more: int
) -> None:
    source, report = data.draw(st.sampled_from(one.reports))
    key = data.draw(st.sampled_from(report.form.keys))
    other = with_cells(report, {key: (report.cell(*key).value or 0) + more})
    found = of(one, [*one.reports, ("again.html", other)])
    (copy,) = found.of_status(Status.DIFFERING)
    assert (copy.organ, {copy.source, copy.beside}, copy.count) == (report.organ, {source, "again.html"}, 1)
    true = one.total.cell(*key).value or 0
    assert cell(found, key).candidates == (true, true + more)
    assert [one for one in found.report.cells if one.key != key] == [
        one for one in one.total.cells if one.key != key
    ]


@given(REGIONS, st.data())
def test_a_range_contains_the_true_value_whatever_is_unknown(one: InventedRegion, data: st.DataObject) -> None:
    changed = []
    for source, child in one.reports:
        keys = data.draw(st.lists(st.sampled_from(child.form.keys), max_size=4, unique=True))
        hidden = {key: data.draw(ways_to_hide(child.cell(*key).value or 0)) for key in keys}
        changed.append((source, with_cells(child, hidden)))
    found = of(one, changed)
    for sum_of, true in zip(found.report.cells, one.total.cells, strict=True):
        known = all(child.cell(*true.key).value is not None for _, child in changed)
        assert (sum_of.value == true.value) if known else within(sum_of, true.value)


def ways_to_hide(value: Value) -> st.SearchStrategy[dict[str, Any]]:
    """Return cells that no longer say a value, and nothing against it."""
    return st.one_of(
        st.just(BLANK),
        st.just(SLASH),
        st.just(ABSENT),
        st.just({"value": None, "text": "×", "state": State.UNREADABLE}),
        st.just({**one_of(value), "text": f"≥{value}"}),
        st.integers(1, 50).map(lambda more: one_of(value, value + more)),
        st.integers(1, 50).map(lambda more: one_of(value + more, value, None)),
        st.just(one_of(value + 3)),
    )


def within(cell: Cell, value: Value | None) -> bool:
    """Say whether a cell without a value leaves a value open."""
    low, high = bounds(cell, None)
    return (
        cell.value is None
        and value is not None
        and (low is None or low <= value)
        and (high is None or value <= high)
    )


# What a sum says of cells that are not known.


def test_a_blank_is_not_zero() -> None:
    sum_of = cell(added(zero(organ=BUREAU), zero(organ=TOWN, cells={RECEIVED: BLANK})), RECEIVED)
    assert (sum_of.state, sum_of.text, sum_of.candidates, sum_of.value) == (State.AMBIGUOUS, "≥0", (0,), None)


def test_blanks_count_as_zero_only_where_that_is_asked_for_and_said() -> None:
    reports = [
        report(organ=BUREAU, cells={RECEIVED: 103}),
        zero(organ=TOWN, cells={RECEIVED: BLANK}),
        zero(organ="萤台县教育局", cells={RECEIVED: SLASH}),
    ]
    assert cell(added(*reports), RECEIVED).text == "≥103"
    found = added(*reports, blank_is_zero=True)
    assert cell(found, RECEIVED).value == 103
    assert "blank_is_zero" in codes(found)
    absent = added(*reports, zero(organ="萤台县民政局", cells={RECEIVED: ABSENT}), blank_is_zero=True)
    assert cell(absent, RECEIVED).value is None


def test_an_open_cell_makes_a_range() -> None:
    found = added(report(organ=BUREAU, cells={RECEIVED: 100}), zero(organ=TOWN, cells={RECEIVED: one_of(3, 5)}))
    assert cell(found, RECEIVED).text == "103～105"
    assert cell(found, RECEIVED).candidates == (103, 105)
    assert next(note.count for note in found.notes if note.code == "open_cells") == 1


def test_a_bound_of_a_child_is_a_bound_of_the_sum() -> None:
    bound = {**one_of(7), "text": "≥7"}
    assert (
        cell(
            added(report(organ=BUREAU, cells={RECEIVED: 3}), zero(organ=TOWN, cells={RECEIVED: bound})), RECEIVED
        ).text
        == "≥10"
    )


def test_a_change_that_may_be_less_than_nothing_bounds_nothing() -> None:
    reports = [zero(2020, organ=BUREAU), zero(2020, organ=TOWN, cells={SIGNED: BLANK})]
    found = consolidate(files(*reports), organ=COUNTY, year=2020)
    assert (cell(found, SIGNED).text, cell(found, SIGNED).candidates) == ("待核", ())
    open_ones = [
        zero(2020, organ=BUREAU, cells={SIGNED: -4}),
        zero(2020, organ=TOWN, cells={SIGNED: one_of(-3, 2)}),
    ]
    assert cell(consolidate(files(*open_ones), organ=COUNTY, year=2020), SIGNED).candidates == (-7, -2)


@pytest.mark.parametrize("same", [BLANK, SLASH, ABSENT])
def test_what_nobody_has_to_say_the_sum_does_not_say_either(same: dict[str, Any]) -> None:
    found = added(zero(organ=BUREAU, cells={REGULATIONS: same}), zero(organ=TOWN, cells={REGULATIONS: same}))
    assert cell(found, REGULATIONS).state is same["state"]
    assert cell(found, REGULATIONS).text == same["text"]


def test_a_value_read_from_a_picture_marks_the_sum() -> None:
    read = {"value": 5, "text": "5", "state": State.PRINTED, "method": Method.OCR}
    found = added(zero(organ=BUREAU), zero(organ=TOWN, cells={RECEIVED: read}))
    assert (cell(found, RECEIVED).value, cell(found, RECEIVED).method) == (5, Method.OCR)


def test_a_repair_counts_for_nothing_but_is_named_beside_a_printed_value() -> None:
    repaired = Repair(8, "proof")
    unknown = {**one_of(8, 9), "repair": repaired}
    assert cell(added(zero(organ=BUREAU), zero(organ=TOWN, cells={RECEIVED: unknown})), RECEIVED).text == "≥0"
    printed = {"value": 5, "text": "5", "state": State.PRINTED, "repair": repaired}
    found = added(zero(organ=BUREAU), zero(organ=TOWN, cells={RECEIVED: printed}))
    assert cell(found, RECEIVED).value == 5
    assert "repaired" in codes(found)


def test_amounts_are_added_to_the_last_digit() -> None:
    large, small = Decimal("99999999999999999"), Decimal("0.0000000000000001")
    found = added(zero(organ=BUREAU, cells={FEES: large}), zero(organ=TOWN, cells={FEES: small}))
    assert str(cell(found, FEES).value) == "99999999999999999.0000000000000001"


def test_an_amount_in_yuan_is_turned_into_the_form_s_unit_and_named() -> None:
    yuan = {"value": Decimal(35000), "text": "35000元", "state": State.PRINTED}
    ten_thousands = {"value": Decimal("1.5"), "text": "1.5万元", "state": State.PRINTED}
    found = added(zero(organ=BUREAU, cells={FEES: yuan}), zero(organ=TOWN, cells={FEES: ten_thousands}))
    assert cell(found, FEES).value == 5
    assert [note.organs for note in found.notes if note.code == "other_unit"] == [(BUREAU,)]


# Who counts.


def test_a_government_s_own_report_is_not_added_in_the_place_of_its_consolidated_one() -> None:
    own = report(organ="砚汀市萤台县人民政府", scope=Scope.OWN)
    whole = report(organ="砚汀市萤台县人民政府", scope=Scope.CONSOLIDATED, seed=2)
    city = "砚汀市人民政府"
    found = added(own, whole, organ=city)
    assert statuses(found) == {"1.html": "other_scope", "2.html": "taken"}
    assert found.report.cells == whole.cells
    alone = added(own, report(organ="砚汀市财政局"), organ=city)
    assert statuses(alone) == {"1.html": "other_scope", "砚汀市萤台县人民政府": "missing", "2.html": "taken"}


def test_an_office_s_own_report_counts_and_the_region_s_own_whole_does_not() -> None:
    office = report(organ="萤台县人民政府办公室")
    whole = report(organ=COUNTY, scope=Scope.CONSOLIDATED, seed=2)
    found = added(office, whole)
    assert statuses(found) == {"1.html": "taken", "2.html": "total"}
    assert found.report.cells == office.cells
    assert found.complete


def test_a_scope_that_is_not_said_is_taken_as_wanted_and_noted() -> None:
    city = "砚汀市人民政府"
    found = added(report(organ="砚汀市萤台县人民政府", scope=Scope.UNKNOWN), organ=city)
    assert found.addends[0].scope is Scope.CONSOLIDATED
    assert [note.scope for note in found.notes if note.code == "scope_taken"] == [Scope.CONSOLIDATED]
    # A report with the figures of the own one is the own one again.
    own = report(organ="砚汀市萤台县人民政府", scope=Scope.OWN)
    again = msgspec.structs.replace(own, scope=Scope.UNKNOWN)
    assert set(statuses(added(own, again, organ=city)).values()) == {"other_scope", "missing"}


def test_a_township_inside_a_county_whose_whole_counts_is_named_and_left_out() -> None:
    county = report(organ="砚汀市萤台县人民政府", scope=Scope.CONSOLIDATED)
    town = report(organ="砚汀市萤台县杏霭镇人民政府", seed=2)
    bureau = report(organ="萤台县财政局", seed=3)
    other = report(organ="砚汀市松塔县青砚镇人民政府", seed=4)
    found = added(county, town, bureau, other, organ="砚汀市人民政府")
    assert statuses(found) == {
        "1.html": "taken",
        "2.html": "overlapping",
        "3.html": "overlapping",
        "4.html": "taken",
    }
    assert {member.beside for member in found.of_status(Status.OVERLAPPING)} == {"砚汀市萤台县人民政府"}


def test_townships_of_a_county_that_is_not_there_are_no_overlap() -> None:
    found = added(report(organ="砚汀市财政局"), report(organ="砚汀市萤台县杏霭镇人民政府"), organ="砚汀市人民政府")
    assert set(statuses(found).values()) == {"taken"}


def test_the_list_says_that_a_report_is_contained_in_another() -> None:
    listed = "机关名称,已含于\n杏霭镇人民政府,\n鹿汀街道办事处,杏霭镇人民政府\n"
    found = added(report(organ=TOWN), report(organ="鹿汀街道办事处", seed=2), children=listed)
    assert statuses(found) == {"1.html": "taken", "2.html": "contained"}
    assert found.complete


def test_organs_led_from_above_are_left_out_unless_the_list_takes_them_in() -> None:
    town, tax = report(organ=TOWN), report(organ=TAX, seed=2)
    assert statuses(added(town, tax)) == {"1.html": "taken", "2.html": "vertical"}
    assert "vertical_rule" in codes(added(town, tax))
    assert added(town, tax).complete
    taken_in = added(town, tax, children=f"机关名称,是否纳入\n{TOWN},\n{TAX},纳入\n")
    assert statuses(taken_in) == {"1.html": "taken", "2.html": "taken"}
    assert "vertical_taken" in codes(taken_in)
    left_out = added(town, tax, children=f"机关名称,是否纳入\n{TOWN},不纳入\n{TAX},纳入\n")
    assert statuses(left_out) == {"1.html": "excluded", "2.html": "taken"}
    missing = added(town, children=f"{TOWN}\n{TAX}\n")
    assert statuses(missing) == {"1.html": "taken", TAX: "vertical"}


def test_what_is_of_another_year_form_or_list_is_named_and_its_organ_is_missing() -> None:
    found = added(
        report(2022, organ=TOWN),
        report(organ=BUREAU, edition="2019"),
        report(organ="萤台县教育局"),
        report(organ="萤台县民政局"),
        children=f"{TOWN}\n{BUREAU}\n萤台县民政局\n",
    )
    assert statuses(found) == {
        "1.html": "wrong_year",
        TOWN: "missing",
        "2.html": "other_edition",
        BUREAU: "missing",
        "3.html": "not_listed",
        "4.html": "taken",
    }


def test_a_report_of_nobody_or_of_no_year_is_named() -> None:
    found = added(report(organ=None), report(None, organ=TOWN), report(organ=BUREAU))
    assert statuses(found) == {"1.html": "no_organ", "2.html": "no_year", "3.html": "taken"}


def test_without_a_list_nothing_can_be_missing_and_that_is_said() -> None:
    assert codes(added(report(organ=TOWN))) == ["no_list"]


def test_a_sum_of_nothing_is_no_form_of_zeros() -> None:
    found = added(children=f"{TOWN}\n")
    assert {cell.state for cell in found.report.cells} == {State.ABSENT}
    assert not found.complete


# Copies.


def test_figures_read_from_pictures_are_named() -> None:
    read = {"value": 5, "text": "5", "state": State.PRINTED, "method": Method.OCR}
    found = added(zero(organ=BUREAU), zero(organ=TOWN, cells={RECEIVED: read}))
    assert [note.organs for note in found.notes if note.code == "not_direct"] == [(TOWN,)]


def test_of_two_copies_the_one_read_directly_counts() -> None:
    plain = report(organ=BUREAU)
    seen = with_cells(plain, {one.key: {"method": Method.OCR} for one in plain.cells})
    found = added(seen, plain)
    assert statuses(found) == {"1.html": "duplicate", "2.html": "taken"}
    assert {cell.method for cell in found.report.cells} == {Method.DIRECT}


def test_a_repaired_cell_of_a_copy_bounds_nothing() -> None:
    open_one = {**one_of(3, 5), "repair": Repair(8, "proof")}
    found = added(zero(organ=BUREAU, cells={RECEIVED: open_one}), zero(organ=BUREAU, cells={RECEIVED: 4}))
    assert bounds(cell(found, RECEIVED), None) == (0, None)


# Names.


@pytest.mark.parametrize(
    "name",
    [
        "杏霭镇",
        "杏霭镇政府",
        "萤台县杏霭镇",
        "砚汀市萤台县杏霭镇人民政府",
        " 萤台县 杏霭镇人民政府（盖章）",
        "霁川省萤台县杏霭镇人民政府",
    ],
)
def test_a_name_may_be_written_in_other_ways(name: str) -> None:
    found = added(report(organ=TOWN), children=f"{name}\n")
    assert [member.status for member in found.members] == [Status.TAKEN]


@pytest.mark.parametrize(
    ("listed", "printed"),
    [
        ("县财政局", "萤台县财政局"),
        ("财政局", "萤台县财政局"),
        ("市场监督管理局", "萤台县市场监督管理局"),
        ("鹿汀街道", "萤台县鹿汀街道办事处"),
        ("鹿汀街道办", "萤台县人民政府鹿汀街道办事处"),
        ("县政府办", "萤台县人民政府办公室"),
        ("霁湾开发区管委会", "萤台县霁湾开发区管理委员会"),
        ("县发改委", "萤台县发展和改革委员会"),
        ("县发展改革局", "萤台县发展和改革局"),
        ("县人社局", "萤台县人力资源和社会保障局"),
        ("县市监局", "萤台县市场监督管理局"),
        ("市场监管局", "萤台县市场监督管理局"),
        ("县住建局", "萤台县住房和城乡建设局"),
        ("县卫生健康委", "萤台县卫生健康委员会"),
        ("县国资委", "萤台县人民政府国有资产监督管理委员会"),
        ("县外事办公室", "萤台县人民政府外事办公室"),
    ],
)
def test_short_names_of_a_list_mean_the_region_s_organs(listed: str, printed: str) -> None:
    found = added(report(organ=printed), children=f"{listed}\n")
    assert [member.status for member in found.members] == [Status.TAKEN]


@pytest.mark.parametrize(
    ("listed", "printed"),
    [
        ("萤台县财政局", "松塔县财政局"),
        ("市场监督管理局", "松塔县市场监督管理局"),
        ("杏霭镇人民政府", "松塔县杏霭镇人民政府"),
        ("杏霭镇人民政府", "青砚镇人民政府"),
        ("萤台县财政局", "萤台县教育局"),
        ("县发改局", "萤台县发展和改革委员会"),
        ("县政府办", "萤台县人民政府外事办公室"),
    ],
)
def test_another_organ_is_not_taken_for_the_one_on_the_list(listed: str, printed: str) -> None:
    found = added(report(organ=printed), children=f"{listed}\n")
    assert {member.status for member in found.members} == {Status.MISSING, Status.NOT_LISTED}


def test_a_county_s_bureau_is_not_taken_for_the_city_s() -> None:
    found = added(report(organ="萤台县财政局"), organ="砚汀市人民政府", children="砚汀市财政局\n")
    assert {member.status for member in found.members} == {Status.MISSING, Status.NOT_LISTED}


def test_a_former_name_is_a_name() -> None:
    listed = "机关名称,曾用名\n萤台县自然资源局,萤台县国土资源局、萤台县规划局\n"
    found = added(report(organ="萤台县国土资源局"), children=listed)
    assert [(member.organ, member.status) for member in found.members] == [("萤台县自然资源局", Status.TAKEN)]


def test_two_organs_that_differ_by_a_place_before_their_names_are_pointed_out() -> None:
    found = added(report(organ="松塔县人民政府"), report(organ="霁川省松塔县人民政府"), organ="砚汀市人民政府")
    assert "perhaps_one" in codes(found)


def test_the_list_is_what_counts_where_it_says_whose_work_is_wanted() -> None:
    listed: Children = children_of_text(f"机关名称,范围\n{BUREAU},汇总\n")
    own, whole = report(organ=BUREAU), report(organ=BUREAU, scope=Scope.CONSOLIDATED, seed=2)
    found = consolidate(files(own, whole), organ=COUNTY, year=2023, children=listed)
    assert statuses(found) == {"1.html": "other_scope", "2.html": "taken"}
    assert found.report.cells == whole.cells


def test_a_name_that_fits_two_organs_of_the_list_is_taken_for_neither() -> None:
    listed = "萤台县杏霭镇人民政府\n松塔县杏霭镇人民政府\n"
    found = added(report(organ="杏霭镇人民政府"), organ="砚汀市人民政府", children=listed)
    assert sorted(statuses(found).values()) == ["missing", "missing", "several_names"]
    one = added(report(organ="杏霭镇人民政府"), organ="砚汀市人民政府", children="萤台县杏霭镇人民政府\n")
    assert statuses(one) == {"1.html": "taken"}
    assert "name_taken" in codes(one)
