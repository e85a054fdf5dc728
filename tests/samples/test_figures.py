"""Figures are lawful and of the size asked for."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.report import EDITIONS
from gongkai.samples import SIZES, broken_identities, figures
from tests.strategies import reports


@given(st.integers(0, 2**32), st.sampled_from(tuple(EDITIONS)), st.sampled_from(SIZES))
def test_figures_hold_every_identity_and_fill_every_cell(seed, edition, size):
    found = figures(random.Random(seed), EDITIONS[edition], size)
    assert tuple(found) == EDITIONS[edition].keys
    assert not broken_identities(edition, found)


@given(reports())
def test_only_changes_are_negative_and_only_money_has_decimals(report):
    for table in report.form.tables:
        for row in table.rows:
            for column in row.columns:
                cell = report.cell(table.key, row.key, column.key)
                assert cell.value is not None
                assert cell.value >= 0 or column.signed
                assert isinstance(cell.value, Decimal) == column.money


@given(reports())
def test_nothing_is_taken_away_that_was_not_there(report):
    for row in report.form.table("2").rows:
        if report.edition == "2019" and row.columns[0].key == "previous":
            previous = report.cell("2", row.key, "previous").value
            change = report.cell("2", row.key, "change").value
            assert previous is not None
            assert change is not None
            assert previous + change >= 0


@pytest.mark.parametrize(("size", "least", "most"), [("zero", 0, 1), ("small", 0, 200), ("medium", 0, 9_999)])
def test_a_size_bounds_the_requests(size, least, most):
    for seed in range(20):
        found = figures(random.Random(seed), EDITIONS["2021"], size)
        assert least <= found["3", "1", "total"] <= most


def test_a_province_has_five_digit_requests_and_decisions_in_the_hundred_thousands():
    found = [figures(random.Random(seed), EDITIONS["2021"], "large") for seed in range(20)]
    assert max(one["3", "1", "total"] for one in found) > 10_000
    assert max(one["2", "20.5.licences", "decisions"] for one in found) > 100_000


def test_breaking_one_cell_breaks_its_identities():
    found = dict(figures(random.Random(1), EDITIONS["2021"], "small"))
    found["3", "3.1", "natural"] += 1
    assert {one.kind for one in broken_identities("2021", found)} == {"row", "results"}
