"""A workbook is the same whenever it is written."""

from __future__ import annotations

import io
import zipfile

import openpyxl

from gongkai.layout.packages import without_time


def test_no_time_of_day_is_left_in_a_package() -> None:
    buffer = io.BytesIO()
    openpyxl.Workbook().save(buffer)
    assert b"2000-01-01" not in zipfile.ZipFile(buffer).read("docProps/core.xml")
    with zipfile.ZipFile(io.BytesIO(without_time(buffer.getvalue()))) as package:
        properties = package.read("docProps/core.xml")
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert properties.count(b"2000-01-01T00:00:00Z") == 2
