"""A digit that recognition took for another is a candidate with its proof where it alone balances the sums."""

from __future__ import annotations

import msgspec
import pytest

from gongkai.readers.recognition import recognised
from gongkai.report import Method, PagePlace, State
from gongkai.samples import lawful_report

PLACE = PagePlace(2, 1, 1, 2, 2)
TOTAL = ("3", "1", "total")
NEW = ("3", "1", "natural")


def on_page(report, changes):
    """Return a report's cells as recognised on page 2, some with another text."""
    return [
        msgspec.structs.replace(
            cell,
            place=PLACE,
            text=changes.get(cell.key, cell.text),
            value=int(changes[cell.key]) if cell.key in changes else cell.value,
        )
        for cell in report.cells
    ]


def other_digit(text):
    return text[:-1] + str((int(text[-1]) + 3) % 10)


def found(cells, pages=frozenset({2})):
    return {cell.key: cell for cell in recognised(cells, "2021", pages)}


def test_recognised_cells_are_marked_and_keep_their_value():
    report = lawful_report(4, edition="2021", size="medium")
    cells = found(on_page(report, {}))
    assert {cell.method for cell in cells.values()} == {Method.OCR}
    assert [cell.value for cell in cells.values()] == [cell.value for cell in report.cells]


def test_cells_of_other_pages_are_as_they_were():
    report = lawful_report(4, edition="2021")
    assert {cell.method for cell in found(on_page(report, {}), frozenset({1})).values()} == {Method.DIRECT}
    assert recognised(report.cells, "2021", frozenset()) == report.cells


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("key", [NEW, ("3", "3.1", "natural"), ("3", "3.7", "total"), ("3", "2", "natural")])
def test_the_one_digit_that_balances_everything_is_a_candidate_with_its_proof(seed, key):
    report = lawful_report(seed, edition="2021", size="medium")
    true = report.cell(*key)
    wrong = other_digit(true.text)
    cell = found(on_page(report, {key: wrong}))[key]
    assert (cell.state, cell.value, cell.text) == (State.AMBIGUOUS, None, wrong)
    assert cell.candidates == (true.value, int(wrong))
    assert cell.repair.value == true.value


def test_two_wrong_digits_are_no_proof():
    report = lawful_report(1, edition="2021", size="medium")
    keys = (("3", "3.1", "natural"), ("3", "3.2", "business"))
    cells = found(on_page(report, {key: other_digit(report.cell(*key).text) for key in keys}))
    assert all(cell.repair is None for cell in cells.values())


def test_a_wrong_sum_in_table_4_has_no_single_explanation():
    report = lawful_report(1, edition="2021", size="large")
    key = ("4", "reconsideration", "total")
    cells = found(on_page(report, {key: other_digit(report.cell(*key).text)}))
    assert all(cell.repair is None for cell in cells.values())
