"""What spreadsheets are given: no text is a formula there, and every text comes back."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_office.pages.spreadsheets import csv_lines, harmless, put, unarmed


@given(st.text(alphabet="'=+-@＝＋－＠\t甲a", max_size=6))
def test_what_looks_like_a_formula_is_harmless_and_reads_back(text: str) -> None:
    safe = harmless(text)
    assert not safe.startswith(tuple("=+-@＝＋－＠\t"))
    assert unarmed(safe) == text


def test_rows_are_read_back_from_commas_as_they_were() -> None:
    rows = [("序号", "说明"), (1, '=1+1,"甲"\n乙'), (-2, "+86 000")]
    whole = b"".join(csv_lines(rows))
    assert whole.startswith(b"\xef\xbb\xbf")
    read = csv.reader(io.StringIO(whole.decode("utf-8-sig"), newline=""))
    assert list(read) == [["序号", "说明"], ["1", '\'=1+1,"甲"\n乙'], ["-2", "'+86 000"]]


@pytest.mark.parametrize(
    ("text", "stands", "quoted"),
    [
        ("甲", "甲", False),
        ("=1+1", "=1+1", True),
        ("-1", "-1", True),
        ("＝1+1", "＝1+1", True),
        ("#N/A", "#N/A", False),
        ("甲\x01乙", "甲\ufffd乙", False),
        ("甲" * 40_000, "甲" * 32_767, False),
    ],
)
def test_a_text_is_a_text_in_a_cell(text: str, stands: str, quoted: bool) -> None:
    book = openpyxl.Workbook()
    put(book.active["A1"], text)
    saved = io.BytesIO()
    book.save(saved)
    cell = openpyxl.load_workbook(saved).active["A1"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (stands, "s", quoted)
