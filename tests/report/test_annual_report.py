"""A report's cells are found by their keys, and its marks are told apart from plain figures."""

from __future__ import annotations

from decimal import Decimal

import msgspec
import pytest

from gongkai.report import AnnualReport, BlockPlace, Cell, Method, State, TablePlace, TextPlace
from gongkai.samples import lawful_report

REPORT = lawful_report(11, edition="2021")


def test_a_cell_is_found_by_table_row_and_column() -> None:
    cell = REPORT.cell("3", "3.3.1", "total")
    assert cell.key == ("3", "3.3.1", "total")
    assert all(REPORT.cell(*own.key) is own for own in REPORT.cells)


@pytest.mark.parametrize("key", [("3", "3.6", "total"), ("2", "1", "natural"), ("5", "1", "total")])
def test_a_key_the_edition_lacks_is_a_key_error(key: tuple[str, str, str]) -> None:
    with pytest.raises(KeyError):
        REPORT.cell(*key)


@pytest.mark.parametrize("state", [state for state in State if state is not State.PRINTED])
def test_every_state_but_printed_is_a_mark(state: State) -> None:
    assert Cell(table="3", row="1", column="total", state=state).marked


@pytest.mark.parametrize("method", [method for method in Method if method is not Method.DIRECT])
def test_a_printed_value_that_was_not_read_directly_is_marked(method: Method) -> None:
    assert Cell(table="3", row="1", column="total", value=1, state=State.PRINTED, method=method).marked


def test_a_printed_value_read_directly_is_unmarked_be_it_zero_or_an_amount() -> None:
    for value in (0, Decimal("0.00"), 12):
        assert not Cell(table="3", row="1", column="total", value=value, state=State.PRINTED).marked


def test_marked_yields_the_marked_cells_in_the_order_of_the_form() -> None:
    cells = list(REPORT.cells)
    for place in (40, 7):
        cells[place] = msgspec.structs.replace(cells[place], state=State.BLANK, value=None)
    marked = list(msgspec.structs.replace(REPORT, cells=tuple(cells)).marked())
    assert marked == [cells[7], cells[40]]
    assert list(REPORT.marked()) == []


def test_a_cell_nobody_has_seen_is_absent_and_says_nothing() -> None:
    cell = Cell(table="3", row="1", column="total")
    assert (cell.state, cell.value, cell.text, cell.candidates) == (State.ABSENT, None, "", ())


def test_a_report_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        REPORT.year = 1999  # type: ignore[misc]  # that is the point


def test_places_are_told_as_a_person_counts() -> None:
    assert str(TextPlace(12, 0, 3)) == "L12:1"
    assert str(TablePlace(2, 4, 10)) == "T2R4C10"
    assert str(BlockPlace(6)) == "P6"


def test_a_report_prints_as_who_when_and_in_which_form() -> None:
    report = AnnualReport(organ="云杉县水文管理局", year=2023, edition="2021", cells=())
    assert repr(report) == "<AnnualReport '云杉县水文管理局' 2023 edition 2021>"
