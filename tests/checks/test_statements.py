"""Counts of prose are held against their cells, against each other, and what cannot be checked is said."""

from __future__ import annotations

import pytest
from hypothesis import given

from gongkai.checks.check import findings_of
from gongkai.checks.evidence import Evidence
from gongkai.checks.statements import (
    rates_of_closing_are_right,
    statements_agree_with_each_other,
    statements_can_be_checked,
    statements_equal_their_cells,
)
from gongkai.report import AnnualReport, CellKey, Finding, Severity
from tests.checks.changed_cells import with_values
from tests.checks.examples import OVERVIEW, PROSE, Example, model
from tests.claims.edited import without_tables
from tests.claims.hostile import PIECES, checking, grows_with_its_length
from tests.claims.marked import ON_REQUEST, cells_of, report_of
from tests.strategies import reports

SUMS = {("3", row, "total"): None for row in ("1", "2", "3.7", "4")}


def saying(words: str, values: dict[CellKey, int | None] | None = None) -> Evidence:
    """Return the model report with other words on requests, and with other values in some cells."""
    prose = (*OVERVIEW[:1], f"（二）依申请公开。{words}", *OVERVIEW[2:])
    return Evidence(with_values(model(prose={1: prose}), values or {}))


EXAMPLES = {
    "statements.cell": Example(Evidence(model()), saying("全年收到政府信息公开申请11件。")),
    "statements.other_cell": Example(Evidence(model()), saying("全年收到政府信息公开申请10件。")),
    "statements.unchecked": Example(
        Evidence(model()), saying("全年收到政府信息公开申请9件。", {("3", "1", "total"): None})
    ),
    "statements.identity": Example(
        saying("收到申请9件，上年结转1件，办结8件，结转下年度2件。", SUMS),
        saying("收到申请9件，上年结转1件，办结9件，结转下年度2件。", SUMS),
    ),
    "statements.rate": Example(saying("申请办结率80%。"), saying("申请办结率100%。")),
    "statements.twice": Example(
        saying("已办结申请8件。办结的申请均已归档。", SUMS), saying("已办结申请8件。全年办结申请7件。", SUMS)
    ),
}


def found(evidence: Evidence) -> list[Finding]:
    return list(statements_equal_their_cells(evidence))


def codes_without_tables(words: str) -> list[str]:
    return [one.code for one in statements_agree_with_each_other(Evidence(report_of(ON_REQUEST, words)))]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("全年收到政府信息公开申请11件。", "new"),
        ("全年收到申请9件，上年结转2件。", "in"),
        ("全年共办结政府信息公开申请9件。", "closed"),
        ("结转下年度继续办理1件。", "out"),
        ("3件结转下年度继续办理。", "out"),
        ("收到申请9件，其中自然人6件。", "new.natural"),
        ("收到申请9件，其中法人或其他组织2件。", "new.legal_persons"),
        ("予以公开6件，本机关不掌握相关政府信息1件。", "granted"),
        ("予以公开7件，本机关不掌握相关政府信息2件。", "not_held"),
        ("不予公开1件。", "denied"),
        ("无法提供3件。", "unavailable"),
        ("因政府信息公开被申请行政复议1件。", "review"),
        ("因政府信息公开被提起行政诉讼2件。", "suits"),
        ("本年度未收到政府信息公开申请。", "new"),
        ("收到申请9件，上年无结转。", "in"),
        ("收到申请9件，无申请结转下年度。", "out"),
    ],
)
def test_a_wrong_count_is_an_error_at_its_cells(words: str, name: str) -> None:
    (finding,) = found(saying(words))
    assert (finding.code, finding.severity) == ("statements.cell", Severity.ERROR)
    assert finding.cells == cells_of(name)
    assert len(finding.quotes) == 1


def test_a_wrong_count_is_told_with_both_figures_and_how_they_were_reached() -> None:
    (finding,) = found(saying("全年收到申请9件，其中法人或其他组织2件。"))
    assert (finding.expected, finding.actual) == ("1", "2")
    assert finding.calculation == "1 + 0 + 0 + 0 + 0 = 1 ≠ 2"
    assert finding.quotes[0].text == "其中法人或其他组织2件"
    assert "法人或其他组织2件" in finding.message


@pytest.mark.parametrize(
    "words",
    [
        "全年收到申请9件，上年结转1件，办结8件，结转下年度2件。",
        "全年收到申请约10件。",
        "全年收到申请8余件。",
        "共办理申请10件。",
        "收到申请9件，办结8件，其中自然人8件。",
        "收到申请9件，办结8件，其中自然人7件。",
        "被申请行政复议0件，行政诉讼0件。",
        "未发生因政府信息公开引起的行政复议、行政诉讼。",
        "2023年收到申请30件。",
    ],
)
def test_a_right_count_and_a_vague_one_are_not_mentioned(words: str) -> None:
    assert [one for one in found(saying(words)) if one.code == "statements.cell"] == []


def test_received_with_carried_in_is_a_note_that_names_both() -> None:
    (finding,) = found(saying("全年收到政府信息公开申请10件。"))
    assert (finding.code, finding.severity) == ("statements.other_cell", Severity.NOTE)
    assert "10件" in finding.message


def test_a_blank_cell_is_no_zero_and_cannot_be_checked() -> None:
    evidence = saying("本年度未收到政府信息公开申请。", {("3", "1", "total"): None})
    assert found(evidence) == []
    (note,) = statements_can_be_checked(evidence)
    assert note.severity is Severity.NOTE
    assert [quote.text for quote in note.quotes] == ["未收到政府信息公开申请"]
    assert note.cells == (("3", "1", "total"),)


def test_what_cannot_be_checked_is_one_note_however_much_it_is() -> None:
    words = "收到申请9件，上年结转1件，办结8件，结转下年度2件，予以公开7件，重复申请1件。被申请行政复议1件。"
    (note,) = statements_can_be_checked(Evidence(report_of(ON_REQUEST, words)))
    assert len(note.quotes) == 7
    assert note.message.count("“") == 6
    assert "7 处" in note.message


@pytest.mark.parametrize("rate", ["80%", "80.0%", "80.00％"])
def test_the_right_rate_is_not_mentioned(rate: str) -> None:
    assert list(rates_of_closing_are_right(saying(f"申请办结率{rate}。"))) == []


@pytest.mark.parametrize("words", ["申请办结率95%", "申请答复率为90%", "申请办结率81%", "申请办结率79.9%"])
def test_a_wrong_rate_is_a_warning(words: str) -> None:
    (finding,) = rates_of_closing_are_right(saying(f"{words}。"))
    assert (finding.severity, finding.expected) == (Severity.WARNING, "80.0")


@pytest.mark.parametrize(
    "words",
    [
        "申请按时办结率100%",
        "申请按期答复率100%",
        "群众满意率99%",
        "2023年申请办结率100%",
        "2025年，力争申请办结率100%",
        "下一步，确保申请办结率达100%",
        "要求各单位做到申请办结率100%",
    ],
)
def test_a_rate_of_other_things_or_times_is_not_held_against_the_year(words: str) -> None:
    assert list(rates_of_closing_are_right(saying(f"{words}。"))) == []


def test_a_rate_that_nobody_can_reckon_is_not_mentioned() -> None:
    assert list(rates_of_closing_are_right(saying("申请办结率100%。", SUMS))) == []
    none = {("3", row, "total"): 0 for row in ("1", "2", "3.7", "4")}
    assert list(rates_of_closing_are_right(saying("申请办结率100%。", none))) == []


IMPOSSIBLE = (
    "新收申请28件，上年结转2件，办结27件，结转下年度1件。",
    "新收政府信息公开申请28件，上年无结转，办结29件，无结转下年度申请。",
    "全年共收到申请28件，上年结转0件，办结28件，结转下年度2件。",
    "被申请行政复议5件，其中维持3件，纠正1件，其他结果0件，尚未审结0件。",
)


@pytest.mark.parametrize("words", IMPOSSIBLE)
def test_without_tables_counts_that_cannot_hold_together_are_an_error(words: str) -> None:
    assert codes_without_tables(words) == ["statements.identity"]


POSSIBLE_OPEN = "a count that can mean other cells, or some of them, is added up"
POSSIBLE = (
    "共收到申请28件，上年结转2件，办结29件，结转下年度1件。",
    "新收政府信息公开申请28件，上年无结转，办结28件，无结转下年度申请。",
    "共收到申请28件，办结27件。",
    "共收到申请30件（含上年结转2件），办结29件，结转下年度1件。",
    "共收到申请28件，上年结转2件，按时办结29件，结转下年度1件。",
    "共收到申请28件，上年结转2件，办结29件，其中延期办结3件，结转下年度1件。",
    "共收到申请28件，上年结转2件，办结29件，未办结1件，结转下年度1件。",
    "办结29件，其中予以公开20件，部分公开3件，不予公开2件，无法提供3件，其他处理1件。",
    "被申请行政复议5件，其中维持3件，纠正1件。",
    "共收到申请约30件，上年结转2件，办结29件，结转下年度1件。",
    "共收到申请28件，上年结转2件，全年受理30件，办结29件，结转1件。",
    "办结29件，其中自然人27件，法人或其他组织2件；收到申请28件，其中自然人26件，法人或其他组织2件。",
    "收到申请28件，其中自然人26件，法人或其他组织2件；办结29件，结转下年度1件，上年结转2件，其中自然人2件。",
    "共收到申请28件，上年结转2件，办结29件，结转下年度1件，其中自然人1件。",
)


@pytest.mark.parametrize("words", POSSIBLE)
def test_without_tables_counts_that_can_hold_together_are_not_mentioned(words: str) -> None:
    assert codes_without_tables(words) == []


TOLD_TWICE_OPEN = "截至年底 is the whole year"
TOLD_TWICE = (
    "全年办结申请29件。截至年底已办结28件，结转下年度1件。",
    "结转下年度1件，另有结转下年度2件。",
    "被申请行政复议2件，行政诉讼1件。全年发生行政复议3件。",
)


@pytest.mark.parametrize("words", TOLD_TWICE)
def test_without_tables_a_cell_that_is_told_twice_is_told_the_same(words: str) -> None:
    assert "statements.twice" in codes_without_tables(words)


TOLD_ONCE_OPEN = "some of them are another count"
TOLD_ONCE = (
    "全年办结申请29件，办结率100%。办结的29件均按期答复。",
    "上年结转2件，结转下年度1件。",
    "2023年办结申请20件，2024年办结申请29件。",
    "上半年办结申请12件，全年办结申请29件。",
    "县公安局办结申请5件，全县办结申请29件。",
    "全年办结申请29件，其中延期办结3件。",
    "被申请行政复议2件，其中维持1件。",
    "全年发生行政复议2件，上年度行政复议3件。",
)


@pytest.mark.parametrize("words", TOLD_ONCE)
def test_without_tables_counts_of_other_things_are_not_the_same_told_twice(words: str) -> None:
    assert codes_without_tables(words) == []


@given(reports())
def test_without_tables_lawful_prose_holds_together(report: AnnualReport) -> None:
    assert list(statements_agree_with_each_other(Evidence(without_tables(report)))) == []


@given(reports())
def test_lawful_prose_is_never_mentioned(report: AnnualReport) -> None:
    evidence = Evidence(report)
    rules = (statements_equal_their_cells, statements_can_be_checked, rates_of_closing_are_right)
    assert [finding for rule in rules for finding in rule(evidence)] == []


@pytest.mark.parametrize("piece", PIECES)
def test_the_rules_take_a_longer_text_its_share_of_time(piece: str) -> None:
    assert grows_with_its_length(checking("gongkai.checks.statements"), piece)


@pytest.mark.parametrize(
    "words",
    [
        "上年结转1件，已答复1件；新收9件，已答复7件，结转2件。",
        "本年答复7件。",
        "申请办结率100%。",
    ],
)
def test_a_year_told_in_parts_and_a_rate_of_what_was_due_are_no_faults(words: str) -> None:
    overview = (PROSE[1][0], f"(二)依申请公开。{words}", *PROSE[1][2:])
    evidence = Evidence(model(prose={1: overview}))
    grave = {Severity.ERROR, Severity.WARNING}
    assert [one.code for one in findings_of(evidence) if one.severity in grave] == []
