"""Lists given out as workbooks."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest

from gongkai_office.administration.workbooks import Sheet, as_download, workbook
from gongkai_office.files.inspection.look import look
from gongkai_office.organs.sheets.book import template
from gongkai_office.pages.spreadsheets import XLSX


@pytest.mark.parametrize(
    ("text", "stands", "quoted"),
    [
        ("甲", "甲", False),
        ("=1+1", "=1+1", True),
        ("+86 000", "+86 000", True),
        ("-1", "-1", True),
        ("@甲", "@甲", True),
        ("＝1+1", "＝1+1", True),
        ("#N/A", "#N/A", False),
        ("甲\x01乙\x0b丙", "甲\ufffd乙 丙", False),
    ],
)
def test_a_text_is_a_text_whatever_it_looks_like(text: str, stands: str, quoted: bool) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(Sheet("表", [text], [[text]])))).active
    for cell in (sheet["A1"], sheet["A2"]):
        assert (cell.value, cell.data_type, cell.quotePrefix) == (stands, "s", quoted)


def test_numbers_stay_numbers_and_the_head_stands_out() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(Sheet("表", ["数量"], [[-3]])))).active
    assert (sheet["A2"].value, sheet["A2"].data_type) == (-3, "n")
    assert (sheet["A1"].font.bold, sheet["A2"].font.bold, sheet.freeze_panes) == (True, False, "A2")


def test_columns_are_as_wide_as_what_stands_in_them_up_to_a_limit() -> None:
    rows = [["甲乙", "a" * 500, ""]]
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(Sheet("表", ["甲", "b", "三个字"], rows)))).active
    assert [sheet.column_dimensions[letter].width for letter in "ABC"] == [7, 60, 9]


def test_it_is_saved_under_its_name_and_day() -> None:
    answer = as_download("people", dt.date(2026, 3, 5), Sheet("表", ["甲"], []))
    assert answer["Content-Disposition"] == 'attachment; filename="people-2026-03-05.xlsx"'
    assert answer["Content-Type"] == XLSX


@pytest.mark.parametrize("content", [workbook(Sheet("表", ["数量"], [[1]])), template()], ids=["list", "template"])
def test_what_is_given_out_names_no_author_when_it_comes_back(content: bytes) -> None:
    _, looked = look(content, "名单.xlsx", ("xlsx",))
    assert not looked.counts
