"""The printed form is the form: set out a second time in tests/terms/printed.py, it has the same cells."""

from __future__ import annotations

import pytest

from gongkai.report import EDITIONS
from gongkai.writers.report.form_tables import head_rows, printed
from tests.terms import printed as by_hand

EDITION_TABLES = [(edition.key, table) for edition in EDITIONS.values() for table in edition.tables]
IDS = [f"{edition}-{table.key}" for edition, table in EDITION_TABLES]


@pytest.mark.parametrize(("edition", "table"), EDITION_TABLES, ids=IDS)
def test_every_cell_of_the_form_is_printed_once_in_order(edition, table) -> None:
    keys = [box.key for row in printed(table) for box in row if box.key]
    assert keys == [key for key in EDITIONS[edition].keys if key[0] == table.key]


@pytest.mark.parametrize(("edition", "table"), EDITION_TABLES, ids=IDS)
def test_the_boxes_are_those_of_the_printed_form(edition, table) -> None:
    figures = by_hand.figures(edition)
    found = [[box.label if box.key is None else figures[box.key] for box in row] for row in printed(table)]
    assert found == [[box.text for box in row] for row in by_hand.sheets(edition)[table.key]]


@pytest.mark.parametrize(("edition", "table"), EDITION_TABLES, ids=IDS)
def test_the_spans_fill_the_grid_without_holes(edition, table) -> None:
    rows = printed(table)
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for box in row:
            while (number, column) in taken:
                column += 1
            spots = {(number + down, column + across) for down in range(box.down) for across in range(box.across)}
            assert not spots & taken
            taken |= spots
    widths = {max(column for row, column in taken if row == number) for number in range(len(rows))}
    assert len(widths) == 1
    assert len(taken) == len(rows) * (widths.pop() + 1)


@pytest.mark.parametrize(("edition", "table"), EDITION_TABLES, ids=IDS)
def test_every_label_says_what_it_stands_over(edition, table) -> None:
    rows = printed(table)
    silent = [box.label for row in rows for box in row if box.key is None and not box.scope]
    assert len(silent) == (1 if table.key == "3" else 0)
    assert all(box.key is None for row in rows[: head_rows(table)] for box in row)
