"""The workbook of one report: a form that people see and fill in, and data that nobody reads twice."""

from __future__ import annotations

import io
from decimal import Decimal

import msgspec
import openpyxl
import pytest

from gongkai.layout import page
from gongkai.layout.blocks import UNITS, Box, Grid, Line, Manuscript, Style
from gongkai.readers import read
from gongkai.report import AnnualReport, State
from gongkai.report.long_table import COLUMNS
from gongkai.samples import lawful_report
from gongkai.writers.report.form_book import form_book
from gongkai.writers.report.manuscript import manuscript

REPORT = lawful_report(3, edition="2021")
# Points of a sheet's row that a program makes no higher.
HIGHEST = 409


def book_of(report: AnnualReport = REPORT):
    return openpyxl.load_workbook(io.BytesIO(form_book(manuscript(report), [("甲", report)])), rich_text=True)


def sheet_of(*blocks: Line | Grid):
    made = form_book(Manuscript(title="题", blocks=blocks), [("甲", REPORT)])
    return openpyxl.load_workbook(io.BytesIO(made), rich_text=True).worksheets[0]


def one_box(box: Box):
    return sheet_of(Grid(rows=((Box(text="标签", scope="row"), box),), widths=(7, 8))).cell(2, 8)


def test_the_form_comes_first_and_the_data_behind_it() -> None:
    form, data = book_of().worksheets
    assert (form.title, data.title) == ("年度报告", "数据")
    assert tuple(cell.value for cell in data[1]) == COLUMNS


def test_the_form_is_an_upright_a4_page_as_wide_as_the_paper() -> None:
    form = book_of().worksheets[0]
    assert (int(form.page_setup.paperSize), form.page_setup.orientation) == (9, "portrait")
    assert form.sheet_properties.pageSetUpPr.fitToPage
    assert (form.page_setup.fitToWidth, form.page_setup.fitToHeight) == (1, 0)
    margins = form.page_margins
    told = [round(one * 25.4) for one in (margins.top, margins.bottom, margins.left, margins.right)]
    assert told == [page.MARGIN_TOP, page.MARGIN_BOTTOM, page.MARGIN_LEFT, page.MARGIN_RIGHT]
    assert form.print_title_rows is None
    # In points, each digit as wide as those of Arial.
    widths = [form.column_dimensions[letter].width for letter in "ABCDEFGHIJKLMNO"]
    assert len(set(widths)) == 1
    assert sum(widths) * 10 * 0.556 <= page.TEXT_WIDTH * page.POINTS


def test_what_people_change_in_the_form_is_what_is_read() -> None:
    book = book_of()
    form = book.worksheets[0]
    place = next(cell for row in form.iter_rows() for cell in row if str(cell.value).startswith("一、本年新收"))
    numbers = [cell for cell in form[place.row] if isinstance(cell.value, int)]
    numbers[0].value += 1
    buffer = io.BytesIO()
    book.save(buffer)
    report = read(buffer.getvalue())
    assert report.cell("3", "1", "natural").value == REPORT.cell("3", "1", "natural").value + 1
    assert report.leftovers == ()


def test_a_line_covers_the_whole_width_and_is_high_enough() -> None:
    text = "公开政府信息。" * 40
    form = sheet_of(Line(text), Line("短"))
    assert [str(one) for one in form.merged_cells.ranges][:2] == ["A1:O1", "A2:O2"]
    assert form["A1"].value.strip("\u3000") == text
    assert form["A1"].alignment.wrap_text
    # Each character is as high as wide, so that no setting takes less room.
    size = form["A1"].font.size
    assert form.row_dimensions[1].height >= len(text) * size * size / (page.TEXT_WIDTH * page.POINTS)
    assert form.row_dimensions[2].height < 2 * size


def test_a_very_long_paragraph_takes_several_rows_of_one_merged_cell() -> None:
    text = "字" * 3_000
    form = sheet_of(Line(text))
    merged = next(iter(form.merged_cells.ranges))
    assert merged.max_row > 1
    assert all(form.row_dimensions[row].height <= HIGHEST for row in range(1, merged.max_row + 1))
    assert form["A1"].value.strip("\u3000") == text


def test_a_paragraph_that_no_cell_holds_goes_on_in_the_next() -> None:
    text = "字" * 70_000
    form = sheet_of(Line(text))
    assert "".join(str(row[0].value or "").strip("\u3000") for row in form.iter_rows(max_col=1)) == text


def test_each_style_has_its_font() -> None:
    form = sheet_of(*(Line("一二三", style) for style in Style))
    told = [(form.cell(n, 1).font.name, form.cell(n, 1).alignment.horizontal) for n in range(1, len(Style) + 1)]
    assert told == [
        ("方正小标宋简体", "center"),
        ("黑体", "left"),
        ("仿宋_GB2312", "left"),
        ("仿宋_GB2312", "right"),
        ("仿宋_GB2312", "left"),
        ("仿宋_GB2312", "left"),
    ]


def test_the_heading_of_a_paragraph_has_a_font_of_its_own() -> None:
    runs = sheet_of(Line("（一）主动公开。全年公开。", lead=8))["A1"].value
    assert [(run.text.strip("\u3000"), run.font.rFont) for run in runs] == [
        ("（一）主动公开。", "楷体_GB2312"),
        ("全年公开。", "仿宋_GB2312"),
    ]


def test_boxes_are_merged_and_ruled_as_the_table_has_them() -> None:
    grid = Grid(
        rows=(
            (Box(text="甲", down=2, scope="row"), Box(text="乙", across=2, scope="colgroup")),
            (Box(text="丙", scope="col"), Box(text="丁", scope="col")),
        ),
        widths=(5, 4, 6),
    )
    form = sheet_of(grid)
    assert {str(one) for one in form.merged_cells.ranges} == {"A2:E3", "F2:O2", "F3:I3", "J3:O3"}
    assert [form[place].value for place in ("A2", "F2", "F3", "J3")] == ["甲", "乙", "丙", "丁"]
    assert {form[place].border.left.style for place in ("A2", "F2", "F3", "J3")} == {"thin"}
    assert {form[place].border.bottom.style for place in ("A3", "O2", "I3", "O3")} == {"thin"}


@pytest.mark.parametrize(
    ("value", "shown", "kind"),
    [
        (12, 12, "n"),
        (-3, -3, "n"),
        (Decimal("4749.8742"), 4749.8742, "n"),
        (Decimal("0.00001"), 0.00001, "n"),
        (123456789012345, 123456789012345, "n"),
        (1234567890123456, "1234567890123456", "s"),
        (Decimal("12345678901234.567"), "12345678901234.567", "s"),
    ],
)
def test_a_figure_is_a_number_where_all_its_digits_are_kept(value, shown, kind) -> None:
    cell = one_box(Box(text=format(value, "f") if isinstance(value, Decimal) else str(value), value=value))
    assert (cell.value, cell.data_type) == (shown, kind)


def test_a_number_shows_all_its_decimals() -> None:
    assert one_box(Box(text="4749.8742", value=Decimal("4749.8742"))).number_format == "0.0000"
    assert one_box(Box(text="12", value=12)).number_format == "0"


@pytest.mark.parametrize("text", ["=1+1", "+1", "@SUM(A1)", "-1*A:A", "=cmd|x"])
def test_nothing_in_the_form_is_a_formula(text) -> None:
    assert (one_box(Box(text=text)).data_type, one_box(Box(text=text)).value) == ("s", text)
    assert sheet_of(Line(text, Style.ASIDE))["A1"].data_type == "s"
    assert "=" not in {str(sheet_of(Line(text, lead=1))["A1"].value)[:1]}


def test_a_mark_says_what_it_means_in_a_comment() -> None:
    assert one_box(Box(text="×", note="原文不能辨认")).comment.text == "原文不能辨认"
    assert one_box(Box(text="1", value=1)).comment is None


def test_a_blank_table_keeps_its_blanks() -> None:
    cells = tuple(msgspec.structs.replace(cell, text="", value=None, state=State.BLANK) for cell in REPORT.cells)
    report = msgspec.structs.replace(REPORT, cells=cells)
    again = read(form_book(manuscript(report), [("甲", report)]))
    assert {cell.state for cell in again.cells} == {State.BLANK}


def test_a_table_that_fits_on_a_page_is_not_cut_and_keeps_its_heading() -> None:
    table = Grid(
        rows=tuple((Box(text="行", scope="row"), Box(text="1", value=1)) for _ in range(25)), widths=(7, 8)
    )
    form = sheet_of(*(Line("段") for _ in range(20)), Line("三、标题", Style.HEADING), table)
    assert [one.id for one in form.row_breaks.brk] == [20]


def test_the_file_says_what_it_is() -> None:
    made = manuscript(REPORT)
    properties = book_of().properties
    assert (properties.title, properties.keywords) == (made.title, ", ".join(made.keywords))


def test_the_columns_are_those_of_the_page() -> None:
    assert max(cell.column for row in book_of().worksheets[0].iter_rows() for cell in row) == UNITS


def test_the_same_report_gives_the_same_bytes() -> None:
    made = manuscript(REPORT)
    assert form_book(made, [("甲", REPORT)]) == form_book(made, [("甲", REPORT)])
