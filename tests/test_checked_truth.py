"""The findings in the real reports are those of a careful person, and the check that says so can fail."""

from __future__ import annotations

import json

from gongkai.report import Finding, Quote, Severity, TextPlace
from tests.checked_truth import cells_of, claim_failure, judge, judgements, missing, stands_for

EXPECTED = {"id": "001-03", "severity": "E", "kind": "区 for 县", "lines": [34], "quote": "全区"}


def finding(
    code: str = "areas.other", severity: Severity = Severity.ERROR, line: int = 34, text: str = "全区"
) -> Finding:
    quote = Quote("1", 9, 0, len(text), text, TextPlace(line, 0, len(text)))
    return Finding(code=code, severity=severity, message="", quotes=(quote,))


def test_every_fault_is_found_and_nothing_else_in_the_real_reports(shared_reports):
    found = list(judgements(shared_reports))
    assert {one.name: one.failures for one in found if one.failures} == {}
    assert [one.expected for one in found] == [8, 5, 2, 6, 1]


def test_a_fault_is_found_only_with_its_kind_its_severity_and_its_place():
    assert stands_for(finding(), EXPECTED)
    assert not stands_for(finding(code="wording.doubled"), EXPECTED)
    assert not stands_for(finding(severity=Severity.WARNING), EXPECTED)
    assert not stands_for(finding(line=33, text="全区各部门"), EXPECTED)
    assert missing(EXPECTED, (finding(),)) is None
    assert "001-03 not found" in (missing(EXPECTED, ()) or "")


def test_the_cells_that_the_truth_names_are_read():
    assert cells_of("table3 一、本年新收 总计") == {("3", "1", "total")}
    assert cells_of("table3 (七)总计 自然人 (missing)") == {("3", "3.7", "natural")}
    assert cells_of("table2 行政规范性文件 现行有效件数") == {("2", "20.1.normative_documents", "in_force")}
    assert len(cells_of("table4 未经复议直接起诉 总计 + 复议后起诉 总计") or ()) == 2
    assert cells_of("table3 (missing)") is None
    assert claim_failure({"quote": "办结5件", "value": 5}, ()) == "claim not found: 办结5件"


def test_a_finding_that_nobody_expects_breaks_the_judgement(shared_reports):
    truth = json.loads(next((shared_reports / "truth").glob("001_*.json")).read_text(encoding="utf-8"))
    file = shared_reports / truth["file"]
    without = {**truth, "findings": [one for one in truth["findings"] if one["id"] != "001-01"]}
    assert any("further error statements.parts" in failure for failure in judge(file, without).failures)
    tied = [one for one in truth["claims"] if one["value"] != 28]
    assert any("the truth ties it to none" in one for one in judge(file, {**truth, "claims": tied}).failures)
