"""The long form as Parquet: typed, without loss, the same bytes each time."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import duckdb
import fsspec
import msgspec
import pytest

from gongkai.errors import CannotPrint
from gongkai.report import AnnualReport, State
from gongkai.report.long_table import COLUMNS
from gongkai.samples import lawful_report
from gongkai.writers.report.long_form import rows_of
from gongkai.writers.report.parquet import parquet

REPORT = lawful_report(4, edition="2021")
NUMBER = "DECIMAL(38,10)"


def with_first(report: AnnualReport = REPORT, **changes) -> AnnualReport:
    first = msgspec.structs.replace(report.cells[0], **changes)
    return msgspec.structs.replace(report, cells=(first, *report.cells[1:]))


def asked(data: bytes, folder: Path, query: str) -> list[tuple]:
    file = folder / "a.parquet"
    file.write_bytes(data)
    with duckdb.connect() as database:
        return database.execute(query.format(file=f"'{file}'")).fetchall()


def test_columns_have_types_of_their_own(tmp_path) -> None:
    found = asked(parquet([("甲", REPORT)]), tmp_path, "DESCRIBE SELECT * FROM {file}")
    assert {name: kind for name, kind, *_ in found} == dict.fromkeys(COLUMNS, "VARCHAR") | {
        "year": "INTEGER",
        "value": NUMBER,
        "repair": NUMBER,
    }


def test_the_rows_are_those_of_the_csv_with_null_for_nothing(tmp_path) -> None:
    reports = [("甲", REPORT), ("乙", lawful_report(5, edition="2019"))]
    found = asked(parquet(reports), tmp_path, "SELECT * FROM {file}")
    assert found == [tuple(None if value == "" else value for value in row) for row in rows_of(reports)]


@pytest.mark.parametrize("value", [Decimal("73802895.90"), Decimal("0.0000000001"), 10**28 - 1, -3])
def test_every_digit_is_kept(tmp_path, value) -> None:
    found = asked(parquet([("甲", with_first(value=value))]), tmp_path, "SELECT value FROM {file} LIMIT 1")
    assert found == [(value,)]


@pytest.mark.parametrize("value", [10**28, Decimal("0.00000000001"), Decimal("NaN"), Decimal("1E+99")])
def test_a_number_without_room_is_told_and_not_rounded(value) -> None:
    with pytest.raises(CannotPrint, match="位数太多"):
        parquet([("甲", with_first(value=value))])


def test_an_unknown_value_is_null_and_not_zero(tmp_path) -> None:
    data = parquet([("甲", with_first(value=None, text="", state=State.BLANK))])
    assert asked(data, tmp_path, "SELECT value, text, state FROM {file} LIMIT 1") == [(None, None, "blank")]


def test_the_same_reports_give_the_same_bytes_and_leave_nothing_in_memory() -> None:
    reports = [("甲", REPORT), ("乙", lawful_report(6))] * 3
    assert parquet(reports) == parquet(reports)
    assert [name for name in fsspec.filesystem("memory").store if "gongkai" in name] == []


def test_no_report_is_a_table_without_rows(tmp_path) -> None:
    assert asked(parquet([]), tmp_path, "SELECT count(*) FROM {file}") == [(0,)]


@pytest.mark.parametrize("text", ["=1+1", "'引号'", "两\n行", 'a\\b"c', "㐂堃喆昇珺㎡𠮷", "{}", "null"])
def test_texts_come_out_as_they_are(tmp_path, text) -> None:
    found = asked(parquet([(text, with_first(text=text))]), tmp_path, "SELECT source, text FROM {file} LIMIT 1")
    assert found == [(text, text)]
