from __future__ import annotations

from gongkai.checks.evidence import Evidence
from gongkai.checks.sums import broken_sums, sums_of, sums_touching
from gongkai.report import EDITIONS, AnnualReport
from tests.checks.changed_cells import with_values
from tests.checks.examples import model

ROW = ("3", "3.1", "total")


def broken(report: AnnualReport, table: str = "3") -> list[tuple[str, str, bool]]:
    found = broken_sums(report.edition, table, Evidence(report).values)
    return [(one.identity.kind, one.calculation(Evidence(report).values), one.complete) for one in found]


def test_each_table_has_its_own_sums() -> None:
    for key in EDITIONS:
        assert {one.kind for one in sums_of(key, "3")} == {"row", "results", "balance"}
        assert {one.kind for one in sums_of(key, "4")} == {"disputes"}
        assert sums_of(key, "2") == ()


def test_every_cell_of_tables_three_and_four_stands_in_a_sum() -> None:
    for key, edition in EDITIONS.items():
        assert set(sums_touching(key)) == {cell for cell in edition.keys if cell[0] != "2"}


def test_a_lawful_report_breaks_none() -> None:
    assert broken(model()) == []


def test_a_sum_is_written_out_with_what_is_printed() -> None:
    assert broken(with_values(model(), {ROW: 8})) == [("row", "6+1=7≠8", True), ("results", "8+1=9≠8", True)]


def test_a_blank_is_unknown_and_never_zero() -> None:
    assert broken(with_values(model(), {("3", "3.1", "business"): None})) == []


def test_known_parts_that_are_more_than_the_whole_cannot_be_right_whatever_the_blanks_are() -> None:
    report = with_values(model(), {("3", "3.1", "business"): None, ("3", "3.1", "natural"): 9})
    kinds = {(kind, complete) for kind, _, complete in broken(report)}
    assert kinds == {("row", False), ("results", True)}


def test_the_balance_is_held_from_both_sides() -> None:
    more_in = with_values(model(), {("3", "2", "natural"): None, ("3", "1", "natural"): 50})
    more_out = with_values(model(), {("3", "4", "natural"): None, ("3", "3.7", "natural"): 50})
    assert ("balance", "50>7+2=9", False) in broken(more_in)
    assert ("balance", "8+1=9<50", False) in broken(more_out)


def test_where_both_sides_are_unknown_nothing_is_said() -> None:
    blanks = {("3", row, "natural"): None for row in ("1", "2", "3.7", "4")}
    assert [kind for kind, _, _ in broken(with_values(model(), blanks)) if kind == "balance"] == []
