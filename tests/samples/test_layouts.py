"""Each layout sets every value where its form says, as a referee of its own reads it.

Every damage is tried too: a row that it did not touch must still stand as it was printed.
"""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given, settings

from gongkai.samples import LAYOUTS, sample
from gongkai.samples.layouts import WRITTEN_LAYOUTS
from tests.strategies import samples as any_sample

PAGES = tuple(layout for layout in LAYOUTS if layout.startswith("html") and layout not in WRITTEN_LAYOUTS)
TABLED_PAGES = tuple(layout for layout in PAGES if layout != "html_divs")


def text_of(found):
    """Return a sample's text, whatever charset it came in."""
    try:
        return found.data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return found.data.decode("gb18030")


def span(attributes, name):
    reach = re.search(rf"{name}=[\"']?(\d+)", attributes)
    return int(reach[1]) if reach else 1


def grids(page):
    """Return the tables of a page as rows of cells on the grid after spans; cells need no closing tags."""
    tables = []
    for table in re.split(r"<table\b", page)[1:]:
        rows, reach = [], {}
        for row in re.split(r"<tr\b", table.split("</table>")[0])[1:]:
            cells, column, opened = {}, 0, {}
            for cell in re.split(r"<td\b", row)[1:]:
                attributes, inside = cell.split(">", 1)
                while reach.get(column, 0):
                    column += 1
                cells[column] = unescape(re.sub(r"<[^<>]*>", "", inside)).strip()
                across, down = span(attributes, "colspan"), span(attributes, "rowspan")
                opened |= dict.fromkeys(range(column, column + across), down)
                column += across
            reach = {at: left - 1 for at, left in {**reach, **opened}.items() if left > 1}
            rows.append(cells)
        tables.append(rows)
    return tables


def expected_rows(found, table):
    """Return the texts of a table's untouched rows, in the order of the form."""
    form = found.report.form.table(table)
    rows = [[found.report.cell(table, row.key, column.key) for column in row.columns] for row in form.rows]
    return [[cell.text for cell in row] for row in rows if not found.touched & {cell.key for cell in row}]


@given(any_sample(layouts=TABLED_PAGES))
@settings(max_examples=150)
def test_pages_set_the_values_of_table_3_in_columns_4_to_10(found):
    seen = [row for table in grids(text_of(found)) for row in table]
    rows = [[row.get(column) for column in range(3, 10)] for row in seen]
    at = 0
    for expected in expected_rows(found, "3"):
        assert expected in rows[at:], expected
        at = rows.index(expected, at) + 1


@given(any_sample(layouts=TABLED_PAGES))
@settings(max_examples=80)
def test_pages_set_table_4_in_15_columns_and_table_2_beside_its_labels(found):
    seen = [row for table in grids(text_of(found)) for row in table]
    disputes = [text for row in expected_rows(found, "4") for text in row]
    if len(disputes) == 15:
        assert [row for row in seen if [row.get(column) for column in range(15)] == disputes]
    for expected in expected_rows(found, "2"):
        assert [row for row in seen if [text for _, text in sorted(row.items())][1:] == expected]


def split_rows(found):
    """Return the cells of each line of a text layout, empty ones too."""
    separator = {"tabs": "\t", "spaces": None}.get(found.layout, "|")
    rows = [line.strip("\r\n").split(separator) for line in text_of(found).splitlines()]
    if found.layout == "markdown":
        rows = [row[1:-1] for row in rows]
    return [[cell.strip(" ") for cell in row] for row in rows]


@given(any_sample(layouts=["markdown", "bars_leading_padding"]))
@settings(max_examples=80)
def test_padded_rows_set_the_values_of_table_3_in_columns_4_to_10(found):
    rows = [row[3:10] for row in split_rows(found) if len(row) == 10]
    at = 0
    for expected in expected_rows(found, "3"):
        assert expected in rows[at:], expected
        at = rows.index(expected, at) + 1


@given(any_sample(layouts=["bars_between", "tabs", "spaces"]))
@settings(max_examples=80)
def test_rows_set_the_values_of_table_3_straight_after_a_label(found):
    rows = split_rows(found)
    for expected in expected_rows(found, "3"):
        assert any(row[at : at + 7] == expected for row in rows for at in range(1, len(row) - 6)), expected


@given(any_sample(layouts=["lines", "bars_after"]))
@settings(max_examples=80)
def test_cells_on_lines_of_their_own_follow_one_another(found):
    lines = [re.sub(r" \|[ |]*$", "", line) for line in text_of(found).splitlines()]
    if found.layout == "lines":
        lines = [line for line in lines if line]
    for expected in expected_rows(found, "3"):
        assert any(lines[at : at + 7] == expected for at in range(len(lines))), expected


@pytest.mark.parametrize("layout", ["one_line_glued", "one_line_spaced", "one_line_mixed"])
def test_one_line_layouts_hold_the_report_in_one_line(layout):
    for seed in range(10):
        lines = text_of(sample(seed, layout=layout)).splitlines()
        assert len(lines) in (1, 7)  # with the six lines of a scraped file's head


@given(any_sample(layouts=["one_line_glued", "one_line_spaced"]))
@settings(max_examples=80)
def test_cells_on_one_line_have_nothing_or_a_blank_between_them(found):
    text, between = text_of(found), "" if found.hard else " "
    for expected in expected_rows(found, "3"):
        assert between.join(expected) in text


def test_the_charset_of_a_page_may_be_missing_or_wrong():
    found = [sample(seed, layout="html_spans").data for seed in range(60)]
    declared = {(match[1] if (match := re.search(rb'charset="?([\w-]+)', page)) else b"") for page in found}
    assert declared == {b"utf-8", b"gb2312", b"gbk", b"gb18030", b""}
    assert any(b"charset=utf-8" in page.replace(b'"', b"") and not _is_utf_8(page) for page in found)


def _is_utf_8(data):
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
