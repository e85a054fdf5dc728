"""Comparisons: what is compared with what, what stays unknown, and what is never added."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.readers import read
from gongkai.report import AnnualReport, Method, Scope, State
from gongkai.report.compare import Comparison, Group, compare
from gongkai.report.figure import Change, Figure, rounded
from gongkai.report.lineup import Kind
from gongkai.report.measures import ALL_SECTIONS, DISCLOSURE, KEY_SECTIONS, RESULTS, measures
from tests.comparable import (
    BLANK,
    CARRIED_IN,
    CARRIED_OUT,
    CLOSED,
    NATURAL,
    ORGAN,
    RECEIVED,
    named,
    one_of,
    report,
    with_cells,
    zero,
)
from tests.strategies import EDITION_KEYS, SEEDS, reports

GOVERNMENT = "云杉县人民政府"


def only(*several: AnnualReport, full: bool = False, total: bool = False) -> Group:
    """Return the one group that some reports make."""
    (group,) = compare(named(*several), full=full, total=total).groups
    return group


def values(group: Group, key: str) -> list[object]:
    return [figure.value if figure else figure for figure in group.line(key).figures]


def years(group: Group) -> list[int]:
    return [entry.year for entry in group.entries]


def codes(comparison: Comparison) -> list[str]:
    return [note.code for note in comparison.notes]


def noted(comparison: Comparison) -> list[tuple[str, tuple[str, ...], int]]:
    return [(note.code, note.sources, note.count) for note in comparison.notes]


# What is known, and what is not.


@given(reports())
def test_a_report_compared_with_itself_a_year_on_shows_no_change(one: AnnualReport) -> None:
    first = msgspec.structs.replace(one, organ=ORGAN, year=2019)
    again = msgspec.structs.replace(first, year=2020)
    group = only(first, again, full=True)
    for block in group.blocks:
        for line in block.lines:
            before, after = line.figures
            assert before == after
            changed = line.changes[1]
            assert line.changes[0] is None
            assert changed is None or not changed.difference
            # Only a share of nothing has no change, since it is none.
            assert (changed is None) == (before is not None and before.value is None)


@given(reports(), reports())
def test_the_six_groups_of_results_make_up_the_total_of_lawful_reports(
    one: AnnualReport, two: AnnualReport
) -> None:
    pair = [
        msgspec.structs.replace(one, organ="甲局", year=2021),
        msgspec.structs.replace(two, organ="乙局", year=2021),
    ]
    group = only(*pair)
    parts = [values(group, key) for key in RESULTS]
    assert [sum(column) for column in zip(*parts, strict=True)] == values(group, "closed")
    balance = zip(*(values(group, key) for key in ("received", "carried_in", "closed", "carried_out")), strict=True)
    assert all(received + before == closed + after for received, before, closed, after in balance)


@given(
    st.lists(
        st.tuples(
            SEEDS,
            st.sampled_from([2019, 2020, 2021, 2023]),
            st.sampled_from(["甲局", "乙局"]),
            st.sampled_from(list(Scope)),
        ),
        max_size=6,
    ),
    st.randoms(),
)
def test_the_order_of_the_files_does_not_matter(drawn, random) -> None:
    several = named(
        *(report(year, organ=organ, scope=scope, seed=seed, size="small") for seed, year, organ, scope in drawn)
    )
    shuffled = list(several)
    random.shuffle(shuffled)
    assert compare(shuffled, full=True, total=True) == compare(several, full=True, total=True)


def test_a_blank_is_unknown_and_not_nothing() -> None:
    group = only(zero(2022), zero(2023, cells={RECEIVED: BLANK}))
    assert group.line("received").figures == (Figure(value=0), Figure(states=(State.BLANK,), missing=1))
    assert group.line("received").changes == (None, None)


def test_a_sum_with_a_blank_is_unknown_but_no_less_than_the_rest() -> None:
    cells = {("3", "3.3.1", "total"): BLANK, ("3", "3.3.2", "total"): 4, ("3", "3.3.3", "total"): BLANK}
    group = only(zero(2022), zero(2023, cells=cells))
    assert group.line("denied").figures[1] == Figure(low=4, states=(State.BLANK,), missing=2)
    assert group.line("denied").changes[1] is None


def test_a_sum_of_nothing_but_blanks_has_no_bound() -> None:
    cells = {("3", f"3.4.{n}", "total"): BLANK for n in (1, 2, 3)}
    assert only(zero(2022), zero(2023, cells=cells)).line("unavailable").figures[1] == Figure(
        states=(State.BLANK,), missing=3
    )


def test_what_the_source_leaves_open_gives_a_range_and_so_do_sums_of_it() -> None:
    open_cells = {RECEIVED: one_of(12, 2, 120), ("3", "3.4.1", "total"): one_of(1, 10), ("3", "3.4.2", "total"): 5}
    group = only(zero(2022), zero(2023, cells=open_cells))
    assert group.line("received").figures[1] == Figure(low=2, high=120, states=(State.AMBIGUOUS,), missing=1)
    assert group.line("unavailable").figures[1] == Figure(low=6, high=15, states=(State.AMBIGUOUS,), missing=1)


def test_a_cell_that_may_be_blank_has_no_range() -> None:
    group = only(zero(2022), zero(2023, cells={RECEIVED: one_of(3, None)}))
    assert group.line("received").figures[1] == Figure(states=(State.AMBIGUOUS,), missing=1)


def test_a_number_that_may_be_negative_does_not_bound_a_total_from_below() -> None:
    change = ("2", "20.5.licences", "change")
    organs = (zero(2020, organ="甲局", cells={change: -3}), zero(2020, organ="乙局", cells={change: BLANK}))
    line = only(*organs, total=True).line("2/20.5.licences/change")
    assert line.totals == (Figure(states=(State.BLANK,), missing=1),)


def test_a_figure_says_how_surely_its_least_sure_cell_was_read() -> None:
    cells = {("3", "3.4.1", "total"): {"method": Method.OCR}, ("3", "3.4.2", "total"): {"method": Method.SPLIT}}
    group = only(zero(2022), zero(2023, cells=cells))
    assert group.line("unavailable").figures[1] == Figure(value=0, method=Method.OCR)
    assert group.line("granted").figures[1] == Figure(value=0)


# Changes and shares.


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (40, 50, Change(2022, 10, Decimal("25.0"))),
        (3, 1, Change(2022, -2, Decimal("-66.7"))),
        (8, 9, Change(2022, 1, Decimal("12.5"))),
        (0, 5, Change(2022, 5)),
        (5, 0, Change(2022, -5, Decimal("-100.0"))),
        (0, 0, Change(2022, 0)),
        (7, 7, Change(2022, 0, Decimal("0.0"))),
    ],
)
def test_a_change_is_absolute_and_in_percent_of_what_was_something(
    before: int, after: int, expected: Change
) -> None:
    group = only(zero(2022, cells={RECEIVED: before}), zero(2023, cells={RECEIVED: after}))
    assert group.line("received").changes == (None, expected)


@pytest.mark.parametrize("unknown", [BLANK, one_of(1, 2)])
def test_nothing_is_said_of_a_change_from_or_to_what_is_unknown(unknown) -> None:
    known, open_one = zero(2022), zero(2023, cells={RECEIVED: unknown})
    assert only(known, open_one).line("received").changes[1] is None
    later = msgspec.structs.replace(known, year=2024)
    assert only(open_one, later).line("received").changes[1] is None


def test_an_amount_keeps_its_digits_in_its_change() -> None:
    fees = ("2", "20.8.fees", "amount")
    group = only(zero(2022, cells={fees: Decimal("0.10")}), zero(2023, cells={fees: Decimal("0.30")}))
    assert group.line("2/20.8.fees/amount").changes[1] == Change(2022, Decimal("0.20"), Decimal("200.0"))


def test_a_change_from_less_than_nothing_has_no_percentage() -> None:
    key = ("2", "20.5.licences", "change")
    group = only(zero(2019, cells={key: -4}), zero(2020, cells={key: 2}))
    assert group.line("2/20.5.licences/change").changes[1] == Change(2019, 6)


def test_shares_are_of_the_total_that_is_printed_and_change_by_points() -> None:
    before = zero(2022, cells={RECEIVED: 3, NATURAL: 1, ("3", "1", "business"): 2})
    after = zero(2023, cells={RECEIVED: 3, NATURAL: 2, ("3", "1", "other"): 1})
    group = only(before, after)
    assert values(group, "natural_share") == [Decimal("33.3"), Decimal("66.7")]
    assert values(group, "legal") == [2, 1]
    assert values(group, "legal_share") == [Decimal("66.7"), Decimal("33.3")]
    assert group.line("natural_share").changes[1] == Change(2022, Decimal("33.3"))


def test_a_share_of_nothing_is_none_and_that_of_the_unknown_is_unknown() -> None:
    group = only(zero(2022), zero(2023, cells={NATURAL: BLANK, RECEIVED: 3}))
    assert group.line("natural_share").figures == (Figure(), Figure(states=(State.BLANK,), missing=1))


def test_the_rate_of_corrections_is_of_what_was_concluded() -> None:
    cells = {
        ("4", "reconsideration", column): n
        for column, n in (("upheld", 5), ("corrected", 2), ("other", 1), ("pending", 9))
    }
    direct, after = ("4", "litigation_direct", "corrected"), ("4", "litigation_after", "upheld")
    group = only(zero(2022), zero(2023, cells={**cells, direct: 1, after: 3}))
    assert values(group, "reconsideration.corrected_rate") == [None, Decimal("25.0")]
    assert values(group, "litigation.corrected_rate") == [None, Decimal("25.0")]
    assert (values(group, "litigation.corrected"), values(group, "litigation.upheld")) == ([0, 1], [0, 3])


@given(st.fractions())
def test_rounding_is_to_the_nearest_tenth_and_halves_go_away_from_zero(number: Fraction) -> None:
    found = rounded(number)
    assert abs(Fraction(found) - number) <= Fraction(1, 20)
    assert rounded(-number) == found.copy_negate()
    assert rounded(Fraction(1, 20)) == Decimal("0.1")
    assert str(rounded(Fraction(-1, 30))) == "0.0"


def test_figures_beyond_all_reason_are_compared_like_others() -> None:
    huge = 10**60
    group = only(zero(2022, cells={RECEIVED: 7}), zero(2023, cells={RECEIVED: huge, NATURAL: huge}))
    assert group.line("received").changes[1] == Change(2022, huge - 7, rounded(Fraction(huge - 7, 7) * 100))


# Editions.


def test_table_2_is_compared_within_an_edition_only() -> None:
    group = only(*(report(year, seed=year) for year in (2019, 2020, 2021, 2022)))
    blocks = [block for block in group.blocks if block.section == DISCLOSURE]
    assert [(block.edition, block.entries) for block in blocks] == [("2019", (0, 1)), ("2021", (2, 3))]
    assert [len(block.lines) for block in blocks] == [22, 10]
    for block in blocks:
        assert all(len(line.figures) == 2 and line.changes[0] is None for line in block.lines)
    assert [note.code for note in group.notes] == ["editions"]


def test_other_endings_are_compared_as_their_sum() -> None:
    old = zero(2020, cells={("3", "3.6", "total"): 5, ("3", "3.6", "natural"): 4})
    new = zero(2021, cells={("3", f"3.6.{n}", "total"): n for n in (1, 2, 3)} | {("3", "3.6.3", "natural"): 6})
    group = only(old, new, full=True)
    assert values(group, "otherwise") == [5, 6]
    assert group.line("otherwise").changes[1] == Change(2020, 1, Decimal("20.0"))
    assert values(group, "3/3.6/natural") == [4, 6]
    assert values(group, "3/3.6.3/natural") == [None, 6]


@pytest.mark.parametrize("edition", EDITION_KEYS)
def test_all_cells_are_compared_where_that_is_asked_for(edition: str) -> None:
    one = report(2019, edition=edition)
    group = only(one, report(2020, edition=edition), full=True)
    cells = {line.measure.key for block in group.blocks for line in block.lines if "/" in line.measure.key}
    assert {"/".join(key) for key in one.form.keys} <= cells
    assert [block.section for block in group.blocks] == list(ALL_SECTIONS)
    assert [block.section for block in only(one, report(2020)).blocks if block.section not in KEY_SECTIONS] == []


@pytest.mark.parametrize("edition", EDITION_KEYS)
def test_every_measure_has_a_key_of_its_own_and_cells_of_its_edition(edition: str) -> None:
    one, found = report(edition=edition), measures(edition)
    assert len({measure.key for measure in found}) == len(found)
    assert all(set(measure.cells + measure.over) <= set(one.form.keys) for measure in found)


# What was carried over.


def test_a_year_that_does_not_begin_where_the_last_ended_is_told_by_column() -> None:
    before = zero(2022, cells={CARRIED_OUT: 3, ("3", "4", "natural"): 2, ("3", "4", "business"): 1})
    after = zero(2023, cells={CARRIED_IN: 2, ("3", "2", "natural"): 2})
    found = only(before, after).breaks
    assert [(one.year, one.column, one.carried_out, one.carried_in) for one in found] == [
        (2023, "business", 1, 0),
        (2023, "total", 3, 2),
    ]


def test_years_that_agree_or_are_unknown_or_not_consecutive_are_no_break() -> None:
    before = zero(2022, cells={CARRIED_OUT: 3})
    assert only(before, zero(2023, cells={CARRIED_IN: 3})).breaks == ()
    assert only(before, zero(2023, cells={CARRIED_IN: BLANK})).breaks == ()
    assert only(before, zero(2024, cells={CARRIED_IN: 2})).breaks == ()


# Who is compared with whom.


def test_years_of_one_organ_go_from_the_first_to_the_last_and_gaps_are_told() -> None:
    group = only(zero(2024), zero(2021), zero(2020))
    assert (group.kind, years(group)) == (Kind.YEARS, [2020, 2021, 2024])
    assert [(note.code, note.years) for note in group.notes if note.code == "missing_years"] == [
        ("missing_years", (2022, 2023))
    ]
    assert group.line("received").changes[2] == Change(2021, 0)


def test_organs_of_one_year_go_by_what_they_received_and_the_unknown_come_last() -> None:
    received = {"甲局": 2, "乙局": 30, "丙局": BLANK, "丁局": 0}
    group = only(*(zero(organ=organ, cells={RECEIVED: n}) for organ, n in received.items()))
    assert (group.kind, [entry.organ for entry in group.entries]) == (Kind.ORGANS, ["乙局", "甲局", "丁局", "丙局"])
    assert all(line.changes == () for block in group.blocks for line in block.lines)


def test_an_organ_is_the_same_whatever_the_width_of_its_signs_and_blanks() -> None:
    group = only(zero(2022, organ="云杉县（高新）管委会"), zero(2023, organ="云杉县 (高新) 管委会 "))
    assert (group.kind, years(group)) == (Kind.YEARS, [2022, 2023])


def test_the_name_of_an_organ_cannot_steer_a_terminal() -> None:
    group = only(zero(2022, organ="云杉\x1b[31m局\u202e"), zero(2023, organ="云杉[31m局"))
    assert [entry.organ for entry in group.entries] == ["云杉[31m局"] * 2


def test_several_organs_and_years_make_groups_of_both_kinds() -> None:
    several = [
        zero(year, organ=organ) for organ, year in (("甲局", 2022), ("甲局", 2023), ("乙局", 2023), ("丙局", 2021))
    ]
    comparison = compare(named(*several))
    assert [(group.kind, [(one.organ, one.year) for one in group.entries]) for group in comparison.groups] == [
        (Kind.YEARS, [("甲局", 2022), ("甲局", 2023)]),
        (Kind.ORGANS, [("乙局", 2023), ("甲局", 2023)]),
    ]
    assert [(note.code, note.organ, note.years) for note in comparison.notes] == [("alone", "丙局", (2021,))]


def test_own_and_consolidated_reports_of_one_government_are_kept_apart() -> None:
    several = [
        zero(year, organ=GOVERNMENT, scope=scope)
        for year in (2022, 2023)
        for scope in (Scope.OWN, Scope.CONSOLIDATED)
    ]
    comparison = compare(named(*several))
    assert [(group.kind, group.entries[0].scope, years(group)) for group in comparison.groups] == [
        (Kind.YEARS, Scope.CONSOLIDATED, [2022, 2023]),
        (Kind.YEARS, Scope.OWN, [2022, 2023]),
    ]
    assert compare(named(*several[:2])).groups == ()


def test_a_report_that_does_not_say_whose_work_it_counts_goes_with_the_organ_s_others() -> None:
    group = only(zero(2022, scope=Scope.UNKNOWN), zero(2023, scope=Scope.CONSOLIDATED))
    assert [entry.scope for entry in group.entries] == [Scope.CONSOLIDATED] * 2
    assert [(note.code, note.sources, note.scope) for note in group.notes] == [
        ("scope_taken", ("1.html",), Scope.CONSOLIDATED)
    ]


def test_it_stays_apart_where_the_others_are_of_both_kinds_or_of_the_same_year() -> None:
    unknown = zero(2022, scope=Scope.UNKNOWN)
    both = compare(named(unknown, zero(2023, scope=Scope.OWN), zero(2024, scope=Scope.CONSOLIDATED)))
    assert (both.groups, codes(both)) == ((), ["alone"] * 3)
    same_year = compare(named(unknown, zero(2022, cells={RECEIVED: 1}), zero(2023)))
    assert [[entry.source for entry in group.entries] for group in same_year.groups] == [["2.html", "3.html"]]
    assert [(note.code, note.sources) for note in same_year.notes] == [("alone", ("1.html",))]


def test_a_report_given_twice_is_counted_once_and_named() -> None:
    organs = [zero(organ=organ, cells={RECEIVED: 4}) for organ in ("甲局", "乙局")]
    comparison = compare(named(*organs, organs[0]), total=True)
    (group,) = comparison.groups
    assert [entry.source for entry in group.entries] == ["2.html", "1.html"]
    assert group.line("received").totals == (Figure(value=8),)
    assert noted(comparison) == [("duplicate", ("1.html", "3.html"), 0)]


def test_of_two_reports_that_differ_the_one_that_knows_more_is_counted() -> None:
    poor, rich = zero(2022, cells={RECEIVED: BLANK}), zero(2022, cells={RECEIVED: 4, CLOSED: 4})
    comparison = compare(named(poor, rich, zero(2023)))
    assert noted(comparison) == [("duplicate", ("2.html", "1.html"), 2)]
    assert values(comparison.groups[0], "received") == [4, 0]


def test_two_reports_of_a_year_in_two_editions_differ_in_every_cell() -> None:
    comparison = compare(named(zero(2021), zero(2021, edition="2019"), zero(2022)))
    assert noted(comparison) == [("duplicate", ("1.html", "2.html"), 200)]


def test_a_report_without_a_name_or_a_year_is_named_and_not_compared() -> None:
    comparison = compare(named(zero(2022), zero(2023), zero(2022, organ=None), report(None)))
    assert [years(group) for group in comparison.groups] == [[2022, 2023]]
    assert [(note.code, note.sources) for note in comparison.notes] == [
        ("no_organ", ("3.html",)),
        ("no_year", ("4.html",)),
    ]


def test_a_report_of_which_nothing_could_be_read_is_compared_and_named() -> None:
    nothing = report(2023)
    absent = [(key, {"value": None, "state": State.ABSENT}) for key in nothing.form.keys]
    nothing = with_cells(nothing, dict(absent))
    comparison = compare(named(zero(2022), nothing))
    assert (codes(comparison), values(comparison.groups[0], "received")) == (["nothing_known"], [0, None])


@pytest.mark.parametrize("several", [[], [zero(2022)], [zero(2022), zero(2022)]])
def test_nothing_is_compared_with_nothing(several: list[AnnualReport]) -> None:
    assert compare(named(*several)).groups == ()


# Totals.


def test_totals_are_given_only_where_they_are_asked_for_and_over_one_scope_each() -> None:
    own = [zero(organ=organ, cells={RECEIVED: n, NATURAL: 1}) for organ, n in (("甲局", 1), ("乙局", 2))]
    whole = [
        zero(organ=organ, scope=Scope.CONSOLIDATED, cells={RECEIVED: 50})
        for organ in (GOVERNMENT, "松塔县人民政府")
    ]
    alone = zero(organ="某管委会", scope=Scope.UNKNOWN, cells={RECEIVED: 1000})
    plain = only(*own, *whole, alone)
    assert all(block.totals == () and line.totals == () for block in plain.blocks for line in block.lines)
    group = only(*own, *whole, alone, total=True)
    block = group.blocks[0]
    assert [(total.scope, len(total.entries)) for total in block.totals] == [
        (Scope.OWN, 2),
        (Scope.CONSOLIDATED, 2),
    ]
    assert [figure.value for figure in group.line("received").totals] == [3, 100]
    assert [figure.value for figure in group.line("natural_share").totals] == [Decimal("66.7"), Decimal("0.0")]


def test_a_total_with_something_unknown_is_unknown_but_no_less_than_the_rest() -> None:
    organs = (zero(organ="甲局", cells={RECEIVED: 7}), zero(organ="乙局", cells={RECEIVED: BLANK}))
    assert only(*organs, total=True).line("received").totals == (Figure(low=7, states=(State.BLANK,), missing=1),)


def test_years_have_no_totals() -> None:
    assert all(block.totals == () for block in only(zero(2022), zero(2023), total=True).blocks)


# Real reports.


def test_four_real_years_are_compared_as_their_truth_says(shared_reports: Path) -> None:
    files = sorted(shared_reports.glob("1[01][0-9]_pingtan-20*.txt"))
    (group,) = compare([(file.name, read(file.read_bytes())) for file in files]).groups
    assert years(group) == [2019, 2020, 2021, 2022]
    assert values(group, "received") == [23, 21, 70, 74]
    assert values(group, "closed") == [23, 21, 69, 75]
    assert values(group, "unavailable") == [12, 7, 25, 37]
    assert group.breaks == ()
    assert group.line("2/20.1.normative_documents/made").figures[0].states == (State.AMBIGUOUS,)
