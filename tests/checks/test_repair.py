from __future__ import annotations

from gongkai.checks.evidence import Evidence
from gongkai.checks.repair import unread_cells_have_repairs
from gongkai.report import AnnualReport, CellKey, Finding, Repair, Severity, State, Value
from tests.checks.changed_cells import with_cells, with_values
from tests.checks.examples import Example, model

NATURAL = ("3", "3.4.1", "natural")


def unread(key: CellKey, *candidates: Value | None, text: str = "?1", repair: Repair | None = None) -> AnnualReport:
    fields = {"text": text, "value": None, "state": State.UNREADABLE, "candidates": candidates, "repair": repair}
    return with_cells(model(), {key: fields})


def found(report: AnnualReport) -> list[Finding]:
    return list(unread_cells_have_repairs(Evidence(report)))


# The total rules out only what is more than it, as another part is blank.
UPHELD = ("4", "reconsideration", "upheld")
OPEN = with_values(
    unread(UPHELD, 1, 2, 5), {("4", "reconsideration", "corrected"): None, ("4", "reconsideration", "total"): 3}
)
EXAMPLES = {
    "repair.cell": Example(Evidence(model()), Evidence(unread(NATURAL, 1, 11, 21))),
    "repair.several": Example(Evidence(model()), Evidence(OPEN)),
}


def test_a_cell_of_whose_candidates_the_sums_allow_one_is_offered_that_one() -> None:
    (finding,) = found(unread(NATURAL, 1, 11, 21))
    assert finding.severity is Severity.NOTE
    assert finding.cells == (NATURAL,)
    assert (finding.expected, finding.correction, finding.actual) == ("1", "1", "?1")
    assert finding.calculation == "1=1；6+1=7"


def test_a_repair_that_came_with_the_cell_is_offered_with_its_sums() -> None:
    (finding,) = found(unread(NATURAL, 1, repair=Repair(1, "the row's sum leaves only this value")))
    assert finding.correction == "1"
    assert "按表内关系只能是 1" in finding.message


def test_a_repair_that_no_sum_proves_is_said_to_come_from_what_is_left() -> None:
    report = unread(("2", "20.5.licences", "decisions"), 7, repair=Repair(7, "one digit is lost"))
    (finding,) = found(report)
    assert finding.calculation is None
    assert "按残留的字只能是 7" in finding.message


def test_candidates_that_the_sums_say_nothing_about_are_passed_over() -> None:
    assert found(unread(("2", "20.5.licences", "decisions"), 1, 11)) == []
    assert found(unread(NATURAL)) == []


def test_several_candidates_that_the_sums_leave_are_named_and_none_is_chosen() -> None:
    (finding,) = found(OPEN)
    assert finding.code == "repair.several"
    assert finding.correction is None
    assert "“结果维持”列 1、2 都成立" in finding.message


def test_many_candidates_that_the_sums_leave_are_passed_over() -> None:
    many = with_values(
        unread(UPHELD, 1, 2, 3, 4, 15),
        {("4", "reconsideration", "corrected"): None, ("4", "reconsideration", "total"): 9},
    )
    assert found(many) == []


def test_candidates_none_of_which_fits_are_passed_over() -> None:
    assert found(unread(NATURAL, 5, 15)) == []


def test_values_that_fit_alone_but_not_together_are_not_offered() -> None:
    # Each fits its own column; the row that they share does not hold with both.
    both = {
        key: {"text": "", "value": None, "state": State.AMBIGUOUS, "candidates": values}
        for key, values in {("3", "3.1", "natural"): (6, 7), ("3", "3.1", "business"): (1, 2)}.items()
    }
    report = with_cells(model(), both)
    assert [finding.correction for finding in found(report)] == ["6", "1"]
    wrong = with_cells(report, {("3", "3.1", "total"): {"value": 9, "text": "9"}})
    assert found(wrong) == []


def test_printed_cells_need_no_repair() -> None:
    assert found(model()) == []
