"""A consolidation against a published report or a former one: what differs, and which child alone explains it."""

from __future__ import annotations

from decimal import Decimal

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gongkai.report import AnnualReport, CellKey, Scope, State
from gongkai.report.consolidation.children import children_of_text
from gongkai.report.consolidation.consolidate import consolidate
from gongkai.report.consolidation.consolidated import Consolidation
from gongkai.report.consolidation.explain import Against, FormerChild, against
from gongkai.samples.regions import InventedRegion, region
from gongkai.writers.consolidation.text import differing, told
from tests.comparable import BLANK, report, with_cells, zero

REGIONS = st.builds(
    lambda seed, children: region(seed, children=children, size="small"), st.integers(0, 2**32), st.integers(2, 8)
)


def of(one: InventedRegion, reports: list[tuple[str, AnnualReport]], *, listed: bool = True) -> Consolidation:
    children = children_of_text(one.listed) if listed else None
    return consolidate(reports, organ=one.organ, year=one.year, children=children)


def held(found: Consolidation, published: AnnualReport) -> Against:
    return against(found, published, source="published.html")


def causes(found: Against) -> dict[str, tuple[str, ...]]:
    return {cause.code: cause.organs for cause in found.causes}


def former(found: Consolidation) -> tuple[FormerChild, ...]:
    return tuple(
        FormerChild(organ=one.organ, scope=one.scope, values=tuple(cell.value for cell in one.report.cells))
        for one in found.addends
    )


def other_than_zero(report: AnnualReport) -> bool:
    return any(cell.value for cell in report.cells)


@given(REGIONS)
def test_the_true_sum_differs_in_nothing(one: InventedRegion) -> None:
    found = held(of(one, list(one.reports)), one.total)
    assert found.same
    assert (found.open, found.causes) == (0, ())


@given(REGIONS, st.data())
def test_a_child_that_the_published_report_leaves_out_or_counts_twice_is_named(
    one: InventedRegion, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(one.reports) - 1))
    child = one.reports[at][1]
    assume(other_than_zero(child))
    rest = [*one.reports[:at], *one.reports[at + 1 :]]
    full, without = of(one, list(one.reports)), of(one, rest, listed=False)
    assert child.organ in causes(held(full, without.report))["left_out"]
    twice = of(
        one,
        [
            *one.reports,
            ("x.html", msgspec.structs.replace(child, organ="澄霁县人民政府", scope=Scope.CONSOLIDATED)),
        ],
        listed=False,
    )
    assert child.organ in causes(held(full, twice.report))["twice"]


@given(REGIONS, st.data())
def test_the_one_child_that_is_missing_explains_what_is_published_beside_the_others(
    one: InventedRegion, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(one.reports) - 1))
    assume(other_than_zero(one.reports[at][1]))
    rest = [*one.reports[:at], *one.reports[at + 1 :]]
    assert causes(held(of(one, rest), one.total)) == {"missing": (one.reports[at][1].organ,)}


@given(REGIONS, st.data(), st.integers(1, 50))
def test_a_child_that_was_altered_in_a_cell_of_the_balanced_tables_is_named(
    one: InventedRegion, data: st.DataObject, more: int
) -> None:
    at = data.draw(st.integers(0, len(one.reports) - 1))
    source, child = one.reports[at]
    key = data.draw(st.sampled_from([key for key in child.form.keys if key[0] != "2"]))
    altered = with_cells(child, {key: (child.cell(*key).value or 0) + more})
    reports = [*one.reports[:at], (source, altered), *one.reports[at + 1 :]]
    found = held(of(one, reports), one.total)
    assert [(one.key, one.difference) for one in found.differences] == [(key, -more)]
    assert causes(found)["altered"] == (child.organ,)


@given(REGIONS, st.data(), st.integers(1, 50))
def test_against_a_former_consolidation_every_altered_child_is_named_with_its_cell(
    one: InventedRegion, data: st.DataObject, more: int
) -> None:
    before = of(one, list(one.reports))
    at = data.draw(st.integers(0, len(one.reports) - 1))
    source, child = one.reports[at]
    key = data.draw(st.sampled_from(child.form.keys))
    value = child.cell(*key).value or 0
    altered = with_cells(child, {key: value + more})
    now = of(one, [*one.reports[:at], (source, altered), *one.reports[at + 1 :]])
    found = against(now, before.report, source="before.json", former=former(before))
    assert [(change.code, change.organ, change.cells) for change in found.changes] == [
        ("changed", child.organ, ((key, value, value + more),))
    ]


@given(REGIONS, st.data())
def test_against_a_former_consolidation_children_that_come_and_go_are_named(
    one: InventedRegion, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(one.reports) - 1))
    all_of_them = of(one, list(one.reports), listed=False)
    fewer = of(one, [*one.reports[:at], *one.reports[at + 1 :]], listed=False)
    organ = one.reports[at][1].organ
    gone = against(fewer, all_of_them.report, source="x", former=former(all_of_them)).changes
    new = against(all_of_them, fewer.report, source="x", former=former(fewer)).changes
    assert ([(one.code, one.organ) for one in gone], [(one.code, one.organ) for one in new]) == (
        [("gone", organ)],
        [("new", organ)],
    )


def test_what_no_child_explains_is_not_laid_on_one() -> None:
    one = region(3, edition="2021", size="small")
    key: CellKey = ("2", "20.6.penalties", "decisions")
    published = with_cells(one.total, {key: (one.total.cell(*key).value or 0) + 100_000})
    found = held(of(one, list(one.reports)), published)
    assert [(one.key, one.difference) for one in found.differences] == [(key, 100_000)]
    assert found.causes == ()


def test_a_published_report_whose_own_sums_do_not_hold_is_told() -> None:
    one = region(3, edition="2021", size="small")
    key: CellKey = ("3", "1", "total")
    published = with_cells(one.total, {key: (one.total.cell(*key).value or 0) + 1})
    assert causes(held(of(one, list(one.reports)), published)) == {"own_sums": ()}


def test_a_cell_without_a_sure_figure_is_open_and_a_bound_that_is_broken_differs() -> None:
    one = region(3, edition="2021", size="small")
    key: CellKey = ("3", "1", "natural")
    source, child = one.reports[0]
    blank = of(one, [(source, with_cells(child, {key: BLANK})), *one.reports[1:]])
    assert (held(blank, one.total).open, held(blank, one.total).same) == (1, True)
    low = blank.report.cell(*key)
    assert low.state is State.AMBIGUOUS
    too_low = with_cells(one.total, {key: (low.candidates[0] or 0) - 1})
    assert [one.key for one in held(blank, too_low).differences] == [key]


@pytest.mark.parametrize(
    ("changed", "unfit"),
    [
        ({"organ": "松塔县人民政府"}, ("organ",)),
        ({"year": 2030}, ("year",)),
        ({"organ": None, "year": None}, ()),
    ],
)
def test_a_report_of_another_organ_or_year_is_not_held_against_in_silence(
    changed: dict[str, object], unfit: tuple[str, ...]
) -> None:
    one = region(3, edition="2021", size="small")
    found = held(of(one, list(one.reports)), msgspec.structs.replace(one.total, **changed))
    assert (found.unfit, found.same) == (unfit, not unfit)


def test_a_report_of_another_edition_is_not_held_against() -> None:
    one, older = region(3, edition="2021"), region(3, edition="2019")
    found = held(of(one, list(one.reports)), older.total)
    assert "edition" in found.unfit
    assert found.differences == ()


# Never a wrong accusation.

COUNTY, BUREAU, SCHOOLS = "萤台县人民政府", "萤台县财政局", "萤台县教育局"
PENALTIES: CellKey = ("2", "20.6.penalties", "decisions")
FEES: CellKey = ("2", "20.8.fees", "amount")
UPHELD: CellKey = ("4", "reconsideration", "upheld")


def sum_of(*reports: AnnualReport, **asked: bool) -> Consolidation:
    named = [(f"{report.organ}.html", report) for report in reports]
    return consolidate(named, organ=COUNTY, year=2023, **asked)


def test_a_few_cells_that_are_all_of_a_child_s_figures_may_as_well_be_another_s_altered() -> None:
    little, other = zero(organ=BUREAU, cells={PENALTIES: 3}), report(organ=SCHOOLS)
    published = sum_of(little, other).report
    raised = with_cells(other, {PENALTIES: (other.cell(*PENALTIES).value or 0) + 3})
    (cause,) = held(sum_of(little, raised), published).causes
    assert (cause.code, cause.organs, cause.doubtful) == ("left_out", (BUREAU,), True)
    assert "也可能只是个别数字改动" in next(told(held(sum_of(little, raised), published), "2021"))
    (sure,) = held(sum_of(little, other), sum_of(little).report).causes
    assert (sure.code, sure.organs, sure.doubtful) == ("left_out", (SCHOOLS,), False)


def test_children_with_the_same_figures_are_all_named() -> None:
    one, same, other = report(organ=BUREAU), report(organ=SCHOOLS), report(organ="萤台县民政局", seed=2)
    found = held(sum_of(one, same, other), sum_of(one, other).report)
    assert causes(found)["left_out"] == (SCHOOLS, BUREAU)
    assert any("其中之一" in sentence for sentence in told(found, "2021"))


def test_a_blank_is_no_sum_that_does_not_hold() -> None:
    hidden = with_cells(report(organ=BUREAU, cells={UPHELD: 5}), {UPHELD: BLANK})
    other = zero(
        organ=SCHOOLS, cells={("4", "reconsideration", "total"): 3, ("4", "reconsideration", "pending"): 3}
    )
    true = sum_of(hidden, other)
    lower = with_cells(other, {("4", "reconsideration", "pending"): 1})
    assert BUREAU not in causes(held(sum_of(hidden, lower), true.report)).get("altered", ())
    published = with_cells(true.report, {UPHELD: BLANK, PENALTIES: (true.report.cell(*PENALTIES).value or 0) + 1})
    assert "own_sums" not in causes(held(true, published))


def test_a_child_whose_amount_is_in_another_unit_or_whose_blanks_are_zeros_is_named_too() -> None:
    yuan = {"value": Decimal(35000), "text": "35000元", "state": State.PRINTED}
    one, other = zero(organ=BUREAU, cells={FEES: yuan}), report(organ=SCHOOLS)
    found = held(sum_of(one, other), sum_of(other).report)
    assert causes(found) == {"left_out": (BUREAU,)}
    assert next(differing(found, "2021")).endswith("相差 -3.5")
    blank = with_cells(report(organ=BUREAU, seed=2), {UPHELD: BLANK})
    found = held(sum_of(blank, other, blank_is_zero=True), sum_of(other).report)
    assert causes(found) == {"left_out": (BUREAU,)}


def test_an_organ_counted_twice_is_not_laid_on_one_that_is_not_here() -> None:
    one, other = report(organ=BUREAU), report(organ=SCHOOLS, seed=2)
    twice = sum_of(one, other, msgspec.structs.replace(one, organ="萤台县民政局"))
    assert causes(held(sum_of(one, other), twice.report)) == {"twice": (BUREAU,)}


def test_what_an_altered_child_does_to_table_2_is_not_proved() -> None:
    one, other = report(organ=BUREAU), report(organ=SCHOOLS, seed=2)
    published = sum_of(one, other).report
    key: CellKey = ("3", "1", "natural")
    changed = with_cells(one, {key: (one.cell(*key).value or 0) + 1, PENALTIES: 99_999})
    (cause,) = held(sum_of(changed, other), published).causes
    assert (cause.code, cause.organs, cause.doubtful) == ("altered", (BUREAU,), True)


def test_children_that_are_missing_here_and_there_are_named() -> None:
    one, other = report(organ=BUREAU), report(organ=SCHOOLS, seed=2)
    listed = children_of_text(f"{BUREAU}\n{SCHOOLS}\n萤台县民政局\n萤台县司法局\n")
    named = [("1", one), ("2", other)]
    found = held(consolidate(named, organ=COUNTY, year=2023, children=listed), sum_of(one, other).report)
    assert causes(found) == {"also_missing": ("萤台县民政局", "萤台县司法局")}
    assert next(told(found, "2021")).startswith("没有一格能够核对")
