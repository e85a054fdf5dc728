from __future__ import annotations

from decimal import Decimal

from gongkai.checks import tables
from gongkai.checks.catalogue import Check
from gongkai.checks.evidence import Evidence
from gongkai.report import (
    EDITION_2019,
    EDITION_2021,
    AnnualReport,
    Damage,
    Finding,
    Leftover,
    Method,
    Severity,
    State,
)
from gongkai.samples import lawful_report
from gongkai.terms import form
from tests.checks.changed_cells import with_cells, with_values, without
from tests.checks.examples import Example, model, renamed

TABLE_4 = tuple(("4", row.key) for row in EDITION_2021.table("4").rows)
NO_TABLE_4 = without(model(), *TABLE_4)
AS_PROSE = without(
    model(prose={4: ("行政复议行政诉讼未经复议直接起诉复议后起诉结果维持结果纠正其他结果尚未审结总计",)}), *TABLE_4
)
NATURAL = ("3", "3.1", "natural")
UNREAD = {"text": "3.5", "value": None, "state": State.UNREADABLE}
BLANK_FORM = with_values(model(), dict.fromkeys(EDITION_2021.keys))
EXAMPLES = {
    "tables.missing": Example(Evidence(model()), Evidence(NO_TABLE_4)),
    "tables.unread": Example(Evidence(NO_TABLE_4), Evidence(AS_PROSE)),
    "tables.missing_row": Example(Evidence(model()), Evidence(without(model(), ("3", "3.2"), ("3", "3.3.1")))),
    "tables.blank": Example(Evidence(model()), Evidence(with_values(model(), {NATURAL: None}))),
    "tables.blank_form": Example(Evidence(model()), Evidence(BLANK_FORM)),
    "tables.not_a_count": Example(Evidence(model()), Evidence(with_values(model(), {NATURAL: -1}))),
}


def found(rule: Check, report: AnnualReport) -> list[Finding]:
    return list(rule(Evidence(report)))


def test_a_table_that_is_not_there_is_an_error_at_the_heading_of_its_section() -> None:
    (finding,) = found(tables.tables_are_there, NO_TABLE_4)
    assert finding.severity is Severity.ERROR
    assert finding.quotes[0].text == f"四、{form.HEADINGS_2021[3]}"
    assert len(finding.cells) == 15


def test_where_the_heading_is_missing_too_nothing_is_said_of_the_table() -> None:
    assert found(tables.tables_are_there, without(model(headings={4: None}), *TABLE_4)) == []


def test_a_table_of_blanks_is_there() -> None:
    assert found(tables.tables_are_there, BLANK_FORM) == []


def test_words_of_a_table_that_was_not_read_are_no_missing_table() -> None:
    (finding,) = found(tables.tables_are_there, AS_PROSE)
    assert (finding.code, finding.severity) == ("tables.unread", Severity.NOTE)


def test_prose_that_tells_results_is_no_table() -> None:
    words = "收到申请9件,予以公开7件,部分公开0件,不予公开0件,无法提供1件,重复申请0件,自然人申请8件。"
    rows = tuple(("3", row.key) for row in EDITION_2021.table("3").rows)
    (finding,) = found(tables.tables_are_there, without(model(prose={3: (words,)}), *rows))
    assert finding.code == "tables.missing"


def test_rows_missing_one_after_another_are_one_finding() -> None:
    report = without(model(), ("3", "3.2"), ("3", "3.3.1"), ("3", "4"))
    first, second = found(tables.no_row_is_missing, report)
    assert (len(first.cells), len(second.cells)) == (14, 7)
    assert "“（二）部分公开”、“（三）不予公开1.属于国家秘密”" in first.message
    assert first.severity is Severity.ERROR


def test_every_missing_row_is_named_by_a_finding() -> None:
    for edition in (EDITION_2019, EDITION_2021):
        report = lawful_report(1, edition=edition.key)
        for table in edition.tables:
            for row in table.rows:
                (finding,) = found(tables.no_row_is_missing, without(report, (table.key, row.key)))
                assert finding.cells == tuple((table.key, row.key, column.key) for column in row.columns)


def test_a_missing_row_among_doubtful_figures_is_a_warning() -> None:
    report = without(model(), ("3", "3.2"))
    for fields in ({"state": State.AMBIGUOUS, "value": None}, {"method": Method.OCR}):
        (finding,) = found(tables.no_row_is_missing, with_cells(report, {NATURAL: fields}))
        assert finding.severity is Severity.WARNING


def test_a_missing_row_is_a_warning_where_the_table_was_read_badly() -> None:
    report = without(model(), ("3", "4"))
    for fields in (
        {"leftovers": (Leftover("2 0 2", "figures without a label"),)},
        {"damage": (Damage("kunjinkao", "锟斤拷"),)},
        {"sections": model(headings={4: f"{form.CARRIED_OUT} 2 0 0 0 0 0 2"}).sections},
    ):
        (finding,) = found(tables.no_row_is_missing, renamed(report, **fields))
        assert finding.severity is Severity.WARNING
    hidden = renamed(report, leftovers=(Leftover("2 0 2", "hidden row"),))
    assert found(tables.no_row_is_missing, hidden)[0].severity is Severity.ERROR


def test_a_table_that_is_missing_altogether_has_no_missing_rows() -> None:
    assert found(tables.no_row_is_missing, NO_TABLE_4) == []


def test_blanks_and_signs_of_a_table_are_one_warning() -> None:
    sign = {"text": "/", "value": None, "state": State.NOT_APPLICABLE}
    report = with_cells(with_values(model(), {NATURAL: None}), {("3", "3.2", "natural"): sign})
    (finding,) = found(tables.no_cell_is_blank, report)
    assert finding.severity is Severity.WARNING
    assert finding.cells == (NATURAL, ("3", "3.2", "natural"))
    assert finding.message.startswith("表三有 2 格空白、填“/”：“（一）予以公开”行“自然人”列、")


def test_each_table_with_blanks_has_its_own_warning() -> None:
    report = with_values(model(), {NATURAL: None, ("4", "reconsideration", "upheld"): None})
    assert [finding.cells[0][0] for finding in found(tables.no_cell_is_blank, report)] == ["3", "4"]


def test_blanks_in_a_recognised_table_are_a_note() -> None:
    report = with_cells(with_values(model(), {NATURAL: None}), {("3", "1", "natural"): {"method": Method.OCR}})
    (finding,) = found(tables.no_cell_is_blank, report)
    assert finding.severity is Severity.NOTE


def test_a_form_that_nobody_filled_in_is_one_warning() -> None:
    (finding,) = found(tables.no_cell_is_blank, BLANK_FORM)
    assert (finding.code, len(finding.cells)) == ("tables.blank_form", 200)


def test_a_negative_count_is_an_error() -> None:
    (finding,) = found(tables.counts_are_whole_and_not_negative, with_values(model(), {NATURAL: -1}))
    assert (finding.severity, finding.actual) == (Severity.ERROR, "-1")
    assert "件数不应为负数" in finding.message


def test_a_figure_that_was_not_taken_for_a_count_is_a_warning() -> None:
    for text in ("3.5", "-2", "－2"):
        report = with_cells(model(), {NATURAL: UNREAD | {"text": text}})
        (finding,) = found(tables.counts_are_whole_and_not_negative, report)
        assert finding.severity is Severity.WARNING


def test_what_is_no_figure_or_cannot_be_read_is_no_wrong_count() -> None:
    for text in ("?5", "约20件", "1 2", ""):
        report = with_cells(model(), {NATURAL: UNREAD | {"text": text}})
        assert found(tables.counts_are_whole_and_not_negative, report) == []


def test_an_amount_may_have_decimals_but_not_be_negative() -> None:
    fees = ("2", "20.8.fees", "amount")
    assert found(tables.counts_are_whole_and_not_negative, with_values(model(), {fees: Decimal("1.5")})) == []
    (finding,) = found(tables.counts_are_whole_and_not_negative, with_values(model(), {fees: Decimal("-1.5")}))
    assert "金额不应为负数" in finding.message


def test_a_change_of_the_2019_edition_may_be_negative() -> None:
    change = {("2", "20.5.licences", "change"): -7}
    report = with_values(lawful_report(1, edition="2019"), change)
    assert found(tables.counts_are_whole_and_not_negative, report) == []
