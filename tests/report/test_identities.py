"""Lawful reports balance, and no cell of tables 3 and 4 can change without breaking a sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.report import EDITIONS, AnnualReport, CellKey, Identity, Value, identities
from tests.strategies import reports

BOTH = pytest.mark.parametrize("edition", EDITIONS)
Values = Mapping[CellKey, Value]


def values(report: AnnualReport) -> dict[CellKey, Value]:
    return {cell.key: cell.value for cell in report.cells if cell.value is not None}


def broken(edition: str, found: Values) -> list[Identity]:
    return [
        identity
        for identity in identities(edition)
        if sum(found[key] for key in identity.left) != sum(found[key] for key in identity.right)
    ]


@pytest.mark.parametrize(("edition", "rows"), [("2021", 25), ("2019", 23)])
def test_an_edition_has_a_sum_for_every_row_column_and_group(edition: str, rows: int) -> None:
    assert Counter(identity.kind for identity in identities(edition)) == {
        "row": rows,
        "results": 7,
        "balance": 7,
        "disputes": 3,
    }


@BOTH
def test_identities_speak_of_every_cell_of_tables_3_and_4_and_of_no_other(edition: str) -> None:
    used = {key for identity in identities(edition) for key in (*identity.left, *identity.right)}
    assert used == {key for key in EDITIONS[edition].keys if key[0] in {"3", "4"}}


@BOTH
def test_the_balance_is_received_and_carried_in_against_done_and_carried_out(edition: str) -> None:
    found = [identity for identity in identities(edition) if identity.kind == "balance"]
    assert found[0].left == (("3", "1", "natural"), ("3", "2", "natural"))
    assert found[0].right == (("3", "3.7", "natural"), ("3", "4", "natural"))


@given(reports())
@settings(max_examples=40)
def test_every_identity_holds_for_a_lawful_report(report: AnnualReport) -> None:
    assert broken(report.edition, values(report)) == []


@BOTH
def test_every_single_cell_of_a_lawful_report_is_guarded_by_a_sum(edition: str) -> None:
    @given(reports(edition), st.integers(min_value=1, max_value=10**6), st.booleans())
    @settings(max_examples=15)
    def check(report: AnnualReport, by: int, less: bool) -> None:
        own = values(report)
        for key in (key for key in own if key[0] in {"3", "4"}):
            assert broken(edition, {**own, key: own[key] + (-by if less else by)}) != [], key

    check()


@given(reports(), st.data())
@settings(max_examples=40)
def test_a_change_is_found_only_in_sums_of_its_own_cell(report: AnnualReport, data: st.DataObject) -> None:
    own = values(report)
    key = data.draw(st.sampled_from([key for key in own if key[0] in {"3", "4"}]))
    for identity in broken(report.edition, {**own, key: own[key] + 1}):
        assert key in (*identity.left, *identity.right)
