from __future__ import annotations

from gongkai.checks.disputes import disputes_add_up
from gongkai.checks.evidence import Evidence
from gongkai.report import AnnualReport, Finding, Method, Severity
from tests.checks.changed_cells import with_cells, with_values
from tests.checks.examples import Example, model

UPHELD, CORRECTED, TOTAL = (("4", "reconsideration", column) for column in ("upheld", "corrected", "total"))
WRONG = with_values(model(), {UPHELD: 3, CORRECTED: 1, TOTAL: 5})
EXCEEDING = with_values(model(), {UPHELD: 3, CORRECTED: None, TOTAL: 2})
EXAMPLES = {
    "disputes.sum": Example(Evidence(model()), Evidence(WRONG)),
    "disputes.parts_exceed": Example(Evidence(model()), Evidence(EXCEEDING)),
}


def found(report: AnnualReport) -> list[Finding]:
    return list(disputes_add_up(Evidence(report)))


def test_groups_that_add_up_are_not_mentioned() -> None:
    assert found(with_values(model(), {UPHELD: 3, CORRECTED: 1, TOTAL: 4})) == []


def test_a_wrong_total_is_an_error_with_what_could_be_wrong() -> None:
    (finding,) = found(WRONG)
    assert (finding.expected, finding.actual, finding.calculation) == ("4", "5", "3+1=4≠5")
    assert finding.cells[0] == TOTAL
    assert finding.correction is None
    assert "“行政复议”行“结果维持”列改为 4、“行政复议”行“结果纠正”列改为 2" in finding.message


def test_a_blank_is_not_taken_for_zero() -> None:
    assert found(with_values(model(), {UPHELD: 3, CORRECTED: None, TOTAL: 5})) == []


def test_parts_that_are_more_than_the_total_are_wrong_whatever_the_blank_is() -> None:
    (finding,) = found(EXCEEDING)
    assert (finding.code, finding.expected, finding.actual) == ("disputes.parts_exceed", "2", "3")


def test_recognised_figures_prove_nothing() -> None:
    (finding,) = found(with_cells(WRONG, {UPHELD: {"method": Method.OCR}}))
    assert finding.severity is Severity.WARNING
