"""The real reports read as their truth says, and the check that says so can fail."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from gongkai.report import AnnualReport, Cell, Method, Section, State, TextPlace
from gongkai.samples import lawful_report
from tests.truth import (
    ABSENT,
    Outcome,
    demands_on,
    free_rows,
    hold,
    outcome,
    place_failures,
    section_failures,
    true_values,
    verdicts,
)

EDITIONS = ("2021", "2019")


def cell(**fields: Any) -> Cell:
    return Cell(table="3", row="1", column="natural", **fields)


def truth_of(report: AnnualReport) -> dict[str, Any]:
    """Return the truth of a report in the format of the real ones."""
    rows = {table.key: table.rows for table in report.form.tables}

    def numbers(table: str) -> dict[str, list[Any]]:
        return {
            row.label if table == "2" else row.key: [
                report.cell(table, row.key, column.key).value for column in row.columns
            ]
            for row in rows[table]
        }

    table4 = list(numbers("4").values())
    keys = {"year": report.year, "edition": report.edition}
    return {**keys, "table2": numbers("2"), "table3": numbers("3"), "table4": table4}


def with_cell(report: AnnualReport, number: int, **fields: Any) -> AnnualReport:
    cells = list(report.cells)
    cells[number] = msgspec.structs.replace(cells[number], **fields)
    return msgspec.structs.replace(report, cells=tuple(cells))


def test_every_real_report_reads_as_its_truth_says(shared_reports):
    found = list(verdicts(shared_reports))
    assert {verdict.name: verdict.failures for verdict in found if verdict.failures} == {}
    assert len(found) >= 16


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_report_that_is_its_truth_is_all_right(edition):
    report = lawful_report(3, edition=edition)
    found = hold(report, truth_of(report), "001")
    assert found.failures == []
    assert found.outcomes == {Outcome.RIGHT: len(report.form.keys)}


@pytest.mark.parametrize("edition", EDITIONS)
def test_any_one_wrong_cell_is_told(edition):
    report = lawful_report(3, edition=edition)
    truth = truth_of(report)
    for number, key in enumerate(report.form.keys):
        found = hold(with_cell(report, number, value=report.cells[number].value + 1), truth, "none")
        assert found.outcomes[Outcome.WRONG] == 1
        assert found.failures[0].startswith(" ".join(key))


def test_another_edition_or_year_is_told():
    report = lawful_report(3, edition="2021")
    assert hold(report, {**truth_of(report), "edition": "2019"}, "none").failures
    assert hold(report, {**truth_of(report), "year": 1999}, "none").failures


def test_a_cell_is_right_only_as_what_is_printed():
    assert outcome(cell(value=3, state=State.PRINTED), Decimal(3)) is Outcome.RIGHT
    assert outcome(cell(value=3, state=State.PRINTED, method=Method.SPLIT), 3) is not Outcome.WRONG
    assert outcome(cell(value=4, state=State.PRINTED), Decimal(3)) is Outcome.WRONG
    assert outcome(cell(value=4, state=State.PRINTED, method=Method.SPLIT), Decimal(3)) is Outcome.NOT_READ
    assert outcome(cell(value=0, state=State.PRINTED), None) is Outcome.WRONG
    assert outcome(cell(value=0, state=State.PRINTED), ABSENT) is Outcome.WRONG
    assert outcome(cell(state=State.BLANK), None) is Outcome.RIGHT
    assert outcome(cell(state=State.ABSENT), None) is Outcome.NOT_READ
    assert outcome(cell(state=State.ABSENT), ABSENT) is Outcome.RIGHT
    assert outcome(cell(state=State.BLANK), Decimal(0)) is Outcome.NOT_READ
    open_cell = cell(state=State.AMBIGUOUS, candidates=(1, None))
    assert outcome(open_cell, Decimal(1)) is Outcome.OPEN
    assert outcome(open_cell, None) is Outcome.OPEN
    assert outcome(open_cell, Decimal(2)) is Outcome.NOT_READ
    assert outcome(open_cell, Decimal(1), free=True) is Outcome.RIGHT_MARKED


def test_rows_that_are_not_printed_and_cells_that_are_empty_are_kept_apart():
    truth = {"edition": "2021", "table2": {"规章": [0, None, 2], "行政许可": 7}, "table3": {}, "table4": None}
    assert true_values(truth) == {
        ("2", "20.1.regulations", "made"): 0,
        ("2", "20.1.regulations", "repealed"): None,
        ("2", "20.1.regulations", "in_force"): 2,
        ("2", "20.5.licences", "decisions"): 7,
    }
    assert free_rows({**truth, "ambiguous": ["行政许可", "3.7"]}) == {"20.5.licences", "3.7"}


def test_the_demands_are_those_of_the_issue():
    assert list(demands_on("001", Counter({Outcome.RIGHT: 200}))) == []
    assert list(demands_on("001", Counter({Outcome.RIGHT: 199, Outcome.RIGHT_MARKED: 1})))
    assert list(demands_on("004", Counter({Outcome.RIGHT: 199, Outcome.RIGHT_MARKED: 1}))) == []
    assert list(demands_on("004", Counter({Outcome.RIGHT: 199, Outcome.OPEN: 1})))
    assert list(demands_on("107", Counter({Outcome.RIGHT_MARKED: 180, Outcome.OPEN: 18}))) == []
    assert list(demands_on("107", Counter({Outcome.RIGHT_MARKED: 170, Outcome.OPEN: 28})))
    assert list(demands_on("107", Counter({Outcome.RIGHT_MARKED: 197, Outcome.NOT_READ: 1})))


def test_a_section_on_other_lines_and_a_place_that_shows_something_else_are_told():
    sections = (Section(1, "一", place=TextPlace(2, 0, 3, 5)), Section(2, None))
    assert list(section_failures(sections, {"1": [2, 5], "note": "-"})) == []
    assert list(section_failures(sections, {"1": [2, 6]}))
    assert list(section_failures(sections, {"2": [7, 7]}))
    report = with_cell(lawful_report(3), 0, text="12", value=12, place=TextPlace(1, 1, 3))
    assert list(place_failures(report, "第12件".encode())) == []
    assert list(place_failures(report, "第13件".encode()))
