"""Laws of the rules about figures, for every lawful report and every change of one."""

from __future__ import annotations

from itertools import chain

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.checks import disputes, outliers, plausibility, publications, repair, requests, sameness, tables, years
from gongkai.checks.catalogue import Check
from gongkai.checks.evidence import Evidence
from gongkai.report import AnnualReport, CellKey, Finding, Method, Severity, State, identities
from gongkai.samples import SIZES, lawful_report
from tests.checks.changed_cells import with_cells, with_values, without
from tests.strategies import EDITION_KEYS, SEEDS, reports

SUMS: tuple[Check, ...] = (requests.requests_add_up, disputes.disputes_add_up)
TABLES: tuple[Check, ...] = (
    tables.tables_are_there,
    tables.no_row_is_missing,
    tables.no_cell_is_blank,
    tables.counts_are_whole_and_not_negative,
)
ALONE: tuple[Check, ...] = (
    *SUMS,
    *TABLES,
    repair.unread_cells_have_repairs,
    publications.what_was_made_is_in_force,
    publications.what_was_published_is_public,
    publications.fees_are_in_their_unit,
    publications.fees_are_not_printed_in_yuan,
    plausibility.regulations_are_made_by_those_who_may,
    plausibility.disputes_are_about_requests,
)
AGAINST_LAST_YEAR: tuple[Check, ...] = (
    years.last_year_is_the_right_report,
    years.carried_in_is_what_was_carried_out,
    years.stock_follows_from_last_year,
    years.items_follow_from_last_year,
    outliers.figures_do_not_jump,
    sameness.text_is_of_this_year,
    sameness.figures_are_of_this_year,
    plausibility.litigation_follows_reconsideration,
)
BLANK = {"text": "", "value": None, "state": State.BLANK}


def found(report: AnnualReport, rules: tuple[Check, ...], *last_year: AnnualReport) -> list[Finding]:
    evidence = Evidence(report, last_year)
    return list(chain.from_iterable(rule(evidence) for rule in rules))


def grave(findings: list[Finding]) -> list[str]:
    return [finding.code for finding in findings if finding.severity in (Severity.ERROR, Severity.WARNING)]


def summed(report: AnnualReport) -> list[CellKey]:
    return [key for key in report.form.keys if key[0] != "2"]


@given(report=reports())
def test_the_sums_of_a_lawful_report_are_not_mentioned(report: AnnualReport) -> None:
    assert found(report, (*SUMS, *TABLES, repair.unread_cells_have_repairs)) == []


@given(report=reports())
def test_a_lawful_report_has_no_error_and_no_warning(report: AnnualReport) -> None:
    assert grave(found(report, ALONE)) == []


@pytest.mark.parametrize("edition", EDITION_KEYS)
@pytest.mark.parametrize("size", SIZES)
def test_no_size_of_a_lawful_report_has_an_error(edition: str, size: str) -> None:
    for seed in range(10):
        findings = found(lawful_report(seed, edition=edition, size=size), ALONE)
        assert [finding.code for finding in findings if finding.severity is Severity.ERROR] == []


@given(report=reports(), data=st.data(), change=st.integers(1, 10**6), less=st.booleans())
def test_every_change_of_one_cell_is_an_error_at_its_row_or_column(
    report: AnnualReport, data: st.DataObject, change: int, less: bool
) -> None:
    table, row, column = key = data.draw(st.sampled_from(summed(report)))
    value = int(report.cell(*key).value or 0)
    other = max(0, value - change) if less and value else value + change
    findings = found(with_values(report, {key: other}), SUMS)
    assert findings
    assert {finding.severity for finding in findings} == {Severity.ERROR}
    named = {cell for finding in findings for cell in finding.cells if cell[0] == table}
    assert any(cell[1] == row or cell[2] == column for cell in named)
    if table == "3":
        (finding,) = findings
        assert finding.cells[0] == key
        assert finding.correction == str(value)


@given(report=reports(), data=st.data())
def test_every_wrong_cell_of_table_four_is_among_those_that_could_be_wrong(
    report: AnnualReport, data: st.DataObject
) -> None:
    key = data.draw(st.sampled_from([key for key in report.form.keys if key[0] == "4"]))
    value = int(report.cell(*key).value or 0)
    (finding,) = found(with_values(report, {key: value + 1}), SUMS)
    assert key in finding.cells
    assert {cell[1] for cell in finding.cells} == {key[1]}


@given(report=reports(), data=st.data())
def test_changes_of_two_cells_that_break_sums_are_errors(report: AnnualReport, data: st.DataObject) -> None:
    first, second = data.draw(st.lists(st.sampled_from(summed(report)), min_size=2, max_size=2, unique=True))
    changed = with_values(report, {key: int(report.cell(*key).value or 0) + 1 for key in (first, second)})
    values = Evidence(changed).values
    broken = [
        one
        for one in identities(report.edition)
        if sum(values[key] for key in one.left) != sum(values[key] for key in one.right)
    ]
    findings = found(changed, SUMS)
    assert bool(findings) == bool(broken)
    assert len(findings) <= len(broken)
    totals = {key for finding in findings for key in finding.cells}
    assert all(totals & {*one.left, *one.right} for one in broken)


@given(report=reports(), keys=st.data(), state=st.sampled_from((State.BLANK, State.UNREADABLE, State.AMBIGUOUS)))
def test_no_sum_is_broken_by_what_is_not_printed(report: AnnualReport, keys: st.DataObject, state: State) -> None:
    lost = keys.draw(st.lists(st.sampled_from(summed(report)), min_size=1, max_size=40))
    fields = {"text": "", "value": None, "state": state}
    assert found(with_cells(report, dict.fromkeys(lost, fields)), SUMS) == []


@given(report=reports(), data=st.data())
def test_a_blank_of_a_lawful_report_is_one_warning_and_no_error(report: AnnualReport, data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(report.form.keys))
    (finding,) = found(with_cells(report, {key: BLANK}), (*SUMS, *TABLES))
    assert (finding.code, finding.severity, finding.cells) == ("tables.blank", Severity.WARNING, (key,))


@given(report=reports(), data=st.data())
def test_a_row_that_is_missing_is_one_error_that_names_it(report: AnnualReport, data: st.DataObject) -> None:
    table = data.draw(st.sampled_from(report.form.tables))
    row = data.draw(st.sampled_from(table.rows))
    (finding,) = found(without(report, (table.key, row.key)), (*SUMS, *TABLES))
    assert (finding.code, finding.severity) == ("tables.missing_row", Severity.ERROR)
    assert set(finding.cells) == {(table.key, row.key, column.key) for column in row.columns}


@given(report=reports(), data=st.data())
def test_a_cell_of_which_one_candidate_is_true_is_repaired_to_it_and_to_nothing_else(
    report: AnnualReport, data: st.DataObject
) -> None:
    key = data.draw(st.sampled_from(summed(report)))
    value = int(report.cell(*key).value or 0)
    others = data.draw(st.lists(st.integers(0, 10**7).filter(lambda one: one != value), max_size=8, unique=True))
    fields = {"text": "?", "value": None, "state": State.AMBIGUOUS, "candidates": (*others, value)}
    (finding,) = found(with_cells(report, {key: fields}), (*SUMS, repair.unread_cells_have_repairs))
    assert (finding.code, finding.severity, finding.correction) == ("repair.cell", Severity.NOTE, str(value))


@given(report=reports(), data=st.data())
def test_nothing_that_rests_on_recognised_figures_is_an_error(report: AnnualReport, data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(summed(report)))
    recognised = with_cells(report, {cell.key: {"method": Method.OCR} for cell in report.cells})
    value = int(report.cell(*key).value or 0)
    findings = found(with_values(recognised, {key: value + 3}), (*SUMS, *TABLES))
    assert findings
    assert Severity.ERROR not in {finding.severity for finding in findings}


@given(seed=SEEDS, edition=st.sampled_from(EDITION_KEYS), size=st.sampled_from(SIZES))
def test_a_year_that_follows_from_the_one_before_has_no_error_and_no_warning(
    seed: int, edition: str, size: str
) -> None:
    before = lawful_report(seed, edition=edition, size=size)
    after = following(before)
    assert grave(found(after, AGAINST_LAST_YEAR, before)) == []


def following(report: AnnualReport) -> AnnualReport:
    """Return the next year: what was carried out comes in and is closed, and nothing else happens."""
    values = {cell.key: 0 for cell in report.cells}
    for column in report.form.table("3").rows[0].columns:
        carried = int(report.cell("3", "4", column.key).value or 0)
        values |= {("3", row, column.key): carried for row in ("2", "3.1", "3.7")}
    for row in report.form.table("2").rows:
        columns = {column.key for column in row.columns}
        if "in_force" in columns:
            values["2", row.key, "in_force"] = int(report.cell("2", row.key, "in_force").value or 0)
        if "previous" in columns:
            cells = (report.cell("2", row.key, column) for column in ("previous", "change"))
            values["2", row.key, "previous"] = sum(int(cell.value or 0) for cell in cells)
    return msgspec.structs.replace(with_values(report, values), year=(report.year or 0) + 1, sections=())
