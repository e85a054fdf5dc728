from __future__ import annotations

from gongkai.checks.evidence import Evidence
from gongkai.checks.requests import requests_add_up
from gongkai.report import AnnualReport, CellKey, Finding, Method, Severity, Value
from tests.checks.changed_cells import with_cells, with_values
from tests.checks.examples import Example, model


def failing(values: dict[CellKey, Value | None]) -> Evidence:
    return Evidence(with_values(model(), values))


# A row's total, and with it a column of totals, that another row makes up for.
ROWS = {("3", "3.1", "total"): 8, ("3", "3.4.1", "total"): 0}
# A result counted twice, in its row's total too.
RESULTS = {("3", "3.1", "natural"): 12, ("3", "3.1", "total"): 13}
BALANCE = {("3", "1", "natural"): 9, ("3", "1", "total"): 10}
CELL = {("3", "3.4.1", "natural"): 4}
PARTS = {("3", "3.1", "business"): None, ("3", "3.7", "natural"): None, ("3", "3.1", "natural"): 9}
EXAMPLES = {
    "requests.row_sum": Example(Evidence(model()), failing(ROWS)),
    "requests.results_sum": Example(Evidence(model()), failing(RESULTS)),
    "requests.balance": Example(Evidence(model()), failing(BALANCE)),
    "requests.wrong_cell": Example(Evidence(model()), failing(CELL)),
    "requests.parts_exceed": Example(Evidence(model()), failing(PARTS)),
}


def found(report: AnnualReport) -> list[Finding]:
    return list(requests_add_up(Evidence(report)))


def codes(values: dict[CellKey, Value | None]) -> list[str]:
    return [finding.code for finding in found(with_values(model(), values))]


def test_a_report_whose_sums_hold_is_not_mentioned() -> None:
    assert found(model()) == []


def test_a_single_wrong_cell_is_one_finding_with_its_correction() -> None:
    (finding,) = found(with_values(model(), CELL))
    assert finding.code == "requests.wrong_cell"
    assert finding.cells[0] == ("3", "3.4.1", "natural")
    assert (finding.expected, finding.actual, finding.correction) == ("1", "4", "1")
    assert finding.calculation == ("“（四）无法提供1.本机关不掌握相关政府信息”行：4≠1；“自然人”列：6+4=10≠7")
    assert "“自然人”列印为 4" in finding.message


def test_a_row_is_named_with_its_total_first() -> None:
    first, second = found(with_values(model(), ROWS))
    assert {first.code, second.code} == {"requests.row_sum"}
    assert first.cells[0] == ("3", "3.1", "total")
    assert (first.expected, first.actual, first.calculation) == ("7", "8", "“（一）予以公开”行：6+1=7≠8")
    assert first.correction is None


def test_a_column_and_the_total_that_its_row_hands_on_are_one_finding() -> None:
    (finding,) = found(with_values(model(), RESULTS))
    assert finding.code == "requests.results_sum"
    assert finding.cells[:2] == (("3", "3.7", "natural"), ("3", "3.7", "total"))
    assert "“自然人”列 13≠7，“总计”列 14≠8" in finding.message
    assert codes(BALANCE) == ["requests.balance"]


def test_columns_that_are_wrong_by_different_numbers_are_findings_of_their_own() -> None:
    values = RESULTS | {("3", "3.1", "total"): 18, ("3", "3.1", "business"): 6}
    assert codes(values | {("3", "3.7", "total"): 9}).count("requests.results_sum") == 3


def test_two_faults_that_can_be_told_apart_are_two_findings() -> None:
    values = {("3", "3.1", "natural"): 9, ("3", "3.4.1", "business"): 5}
    assert codes(values) == ["requests.wrong_cell"] * 2


def test_where_several_cells_could_be_wrong_all_are_said_and_none_is_corrected() -> None:
    findings = found(with_values(model(), {("3", "3.1", "natural"): 7, ("3", "3.4.1", "business"): 1}))
    assert len(findings) == 4
    assert all("改法不止一种" in finding.message for finding in findings)
    assert {finding.correction for finding in findings} == {None}


def test_blanks_are_not_taken_for_zeros() -> None:
    assert codes({("3", "3.1", "natural"): None, ("3", "3.7", "total"): None}) == []


def test_known_parts_that_are_more_than_the_whole_are_an_error() -> None:
    (finding,) = found(with_values(model(), PARTS))
    assert finding.code == "requests.parts_exceed"
    assert (finding.expected, finding.actual) == ("7", "9")
    assert finding.severity is Severity.ERROR
    assert "已有数字之和 9 已大于“总计”列的 7" in finding.message


def test_what_rests_on_recognised_figures_is_a_warning() -> None:
    for values in (CELL, RESULTS, PARTS):
        report = with_values(model(), values)
        ocr = with_cells(report, {("3", "3.1", "natural"): {"method": Method.OCR}})
        (finding,) = found(ocr)
        assert finding.severity is Severity.WARNING
        assert "识别所得" in finding.message


def test_figures_split_by_arithmetic_are_as_good_as_printed() -> None:
    report = with_cells(with_values(model(), CELL), {("3", "3.1", "natural"): {"method": Method.SPLIT}})
    (finding,) = found(report)
    assert finding.severity is Severity.ERROR
