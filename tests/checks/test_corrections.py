from __future__ import annotations

from gongkai.checks.corrections import Correction, corrections, fitting, proof, solutions, told
from gongkai.checks.evidence import Evidence
from gongkai.checks.sums import broken_sums
from gongkai.report import AnnualReport, CellKey, State, Value
from tests.checks.changed_cells import with_cells, with_values
from tests.checks.examples import model


def found_in(report: AnnualReport, table: str = "3") -> tuple[Correction, ...]:
    values = Evidence(report).values
    return solutions(report.edition, values, tuple(broken_sums(report.edition, table, values)))


def offered(report: AnnualReport) -> list[tuple[CellKey, Value]]:
    return [(one.key, one.value) for one in corrections(found_in(report))]


def unread(key: CellKey, *candidates: Value | None) -> AnnualReport:
    fields = {"value": None, "state": State.AMBIGUOUS, "candidates": candidates}
    return with_cells(model(), {key: fields})


def fits(key: CellKey, *candidates: Value | None) -> tuple[Value, ...]:
    report = unread(key, *candidates)
    return fitting(report.edition, Evidence(report).values, report.cell(*key))


def test_a_wrong_cell_that_breaks_two_sums_is_found() -> None:
    key = ("3", "3.4.1", "natural")
    assert offered(with_values(model(), {key: 4})) == [(key, 1)]


def test_a_wrong_total_that_breaks_three_sums_is_found() -> None:
    key = ("3", "3.7", "natural")
    report = with_values(model(), {key: 9})
    assert offered(report) == [(key, 7)]
    assert len(found_in(report)[0].sums) == 3


def test_two_wrong_cells_in_rows_and_columns_of_their_own_are_both_found() -> None:
    report = with_values(model(), {("3", "3.1", "natural"): 9, ("3", "3.4.1", "business"): 5})
    assert sorted(offered(report)) == [(("3", "3.1", "natural"), 6), (("3", "3.4.1", "business"), 0)]


def test_two_wrong_cells_that_could_be_two_others_are_not_offered() -> None:
    report = with_values(model(), {("3", "3.1", "natural"): 7, ("3", "3.4.1", "business"): 1})
    assert offered(report) == []
    assert len(found_in(report)) == 4


def test_a_sum_that_a_single_cell_cannot_mend_without_breaking_another_has_no_correction() -> None:
    # The results of a column and of the total column are wrong by the same: the row's sums hold.
    report = with_values(model(), {("3", "3.1", "natural"): 12, ("3", "3.1", "total"): 13})
    assert found_in(report) == ()


def test_one_broken_sum_alone_has_several_solutions_and_no_correction() -> None:
    report = with_values(model(), {("4", "reconsideration", "total"): 3})
    found = found_in(report, "4")
    assert len(found) == 5
    assert corrections(found) == ()


def test_no_count_is_corrected_to_less_than_nothing() -> None:
    report = with_values(model(), {("4", "reconsideration", "upheld"): 3})
    assert {(one.key[2], one.value) for one in found_in(report, "4")} == {("upheld", 0), ("total", 3)}


def test_a_change_is_left_out_where_another_mends_the_same_and_more() -> None:
    # The business column is unknown, so that its cell in the row could be wrong without breaking it.
    report = with_values(model(), {("3", "3.4.1", "natural"): 4, ("3", "3.7", "business"): None})
    assert offered(report) == [(("3", "3.4.1", "natural"), 1)]


def test_a_correction_may_not_make_known_parts_more_than_their_whole() -> None:
    values = {
        ("3", "3.1", "natural"): 2,
        ("3", "3.1", "total"): 3,
        ("3", "3.2", "natural"): None,
        ("3", "3.7", "natural"): 1,
    }
    report = with_values(model(), values)
    assert all(one.key != ("3", "3.1", "natural") for one in found_in(report))


def test_changes_are_told_with_row_column_and_value() -> None:
    report = with_values(model(), {("3", "3.4.1", "natural"): 4})
    assert list(told(found_in(report), "2021")) == ["“（四）无法提供1.本机关不掌握相关政府信息”行“自然人”列改为 1"]


def test_of_the_candidates_of_an_unread_cell_those_remain_that_its_sums_allow() -> None:
    assert fits(("3", "3.4.1", "natural"), 1, 7, 11) == (1,)


def test_where_no_sum_can_be_checked_no_candidate_is_chosen() -> None:
    assert fits(("2", "20.5.licences", "decisions"), 1, 7) == ()


def test_sums_do_not_tell_a_blank_from_zero() -> None:
    assert fits(("3", "3.4.1", "business"), 0, None) == ()


def test_a_cell_without_candidates_has_none_that_fit() -> None:
    assert fits(("3", "3.4.1", "natural")) == ()


def test_a_proof_writes_out_every_sum_that_holds() -> None:
    report = unread(("3", "3.4.1", "natural"), 1, 7)
    values = Evidence(report).values
    assert proof("2021", values, ("3", "3.4.1", "natural"), 1) == "1=1；6+1=7"
    assert proof("2021", values, ("3", "3.4.1", "natural"), 5) is None
    assert proof("2021", values, ("2", "20.5.licences", "decisions"), 5) is None
