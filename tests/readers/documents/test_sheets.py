"""A workbook is read as it shows itself, results of formulas too; what it hides is told and not read."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import openpyxl
import pytest
import xlwt

from gongkai.errors import InputTooLarge, UnknownKind
from gongkai.readers import Grid, Line, read
from gongkai.readers.documents.read_document import read_document
from gongkai.report import State
from gongkai.samples import sample
from gongkai.samples.packing import packed

LONG_SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
BOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
    '<sheet name="甲" sheetId="1" r:id="r1"/></sheets></workbook>'
)
RELATION = (
    '<Relationship Id="r1" Target="worksheets/sheet1.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>'
)


def saved(fill, *, extra=None):
    """Return the bytes of a workbook that a function fills."""
    book = openpyxl.Workbook()
    book.active.title = "甲"
    fill(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def raw(rows, **parts):
    """Return the bytes of a workbook whose one sheet has some rows of XML."""
    main = {"xl/workbook.xml": BOOK, "xl/_rels/workbook.xml.rels": RELATION}
    return packed("xl/workbook.xml", {**main, "xl/worksheets/sheet1.xml": LONG_SHEET.format(rows), **parts})


def shown(data):
    """Return lines as texts and tables as rows of texts."""
    return [
        block.text if isinstance(block, Line) else [[cell.text for cell in row] for row in block.rows]
        for block in read_document(data).blocks
    ]


def of_rows(*rows):
    return saved(lambda book: [book.active.append(row) for row in rows])


def test_filled_rows_are_tables_and_single_cells_lines():
    data = of_rows(("标题",), (), ("甲", "乙"), (1, None, 3), (), ("一\n二",))
    assert shown(data) == ["标题", [["甲", "乙", ""], ["1", "", "3"]], "一", "二"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (12, "12"),
        (12.0, "12"),
        (0.1 + 0.2, "0.3"),
        (1234567.5, "1234567.5"),
        (123456789012, "123456789012"),
        ("０１２", "０１２"),
        (True, "True"),
        (dt.date(2025, 1, 3), "2025-01-03 00:00:00"),
        ("#REF!", "#REF!"),
    ],
)
def test_a_value_is_read_as_it_is_kept(value, text):
    assert shown(of_rows(("甲", value)))[0][0][1] == text


def test_a_formula_shows_the_result_that_was_saved_or_itself():
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1+1</f><v>2</v></c><c r="C1"><f>SUM(A1:B1)</f></c></row>'
    assert shown(raw(rows)) == [[["1", "2", "=SUM(A1:B1)"]]]


def test_merged_cells_keep_their_columns():
    def fill(book):
        sheet = book.active
        for row in (("甲", None, 1), ("乙", 2, 3), (None, 4, 5)):
            sheet.append(row)
        sheet.merge_cells("A1:B1")
        sheet.merge_cells("A2:A3")

    (grid,) = read_document(saved(fill)).blocks
    assert [[(cell.column, cell.rowspan, cell.colspan) for cell in row] for row in grid.rows] == [
        [(0, 1, 2), (2, 1, 1)],
        [(0, 2, 1), (1, 1, 1), (2, 1, 1)],
        [(1, 1, 1), (2, 1, 1)],
    ]


def test_hidden_rows_columns_and_sheets_are_told_and_not_read():
    def fill(book):
        sheet = book.active
        for row in (("甲", "乙", "丙"), (1, 2, 3), (7, 8, 9)):
            sheet.append(row)
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["B"].hidden = True
        book.create_sheet("旧").append(("甲", 5))
        book["旧"].sheet_state = "hidden"

    document = read_document(saved(fill))
    assert shown(saved(fill)) == [[["甲", "丙"], ["1", "3"]]]
    assert [(note.reason, str(note.place), note.text) for note in document.aside] == [
        ("hidden row", "甲!A3", "7 8 9"),
        ("hidden column", "甲!B1", "乙 2 8"),
        ("hidden sheet", "旧!A1", "甲 5"),
    ]


def test_a_hidden_sheet_is_read_where_no_other_holds_a_table():
    def fill(book):
        book.active.append(("封面",))
        book.create_sheet("旧").append(("甲", 5))
        book["旧"].sheet_state = "veryHidden"

    assert shown(saved(fill)) == ["封面", [["甲", "5"]]]


def test_a_cell_at_the_end_of_the_sheet_costs_nothing():
    def fill(book):
        book.active.append(("甲", 1))
        book.active["XFD1048576"] = "尾"

    assert shown(saved(fill)) == [[["甲", "1"]], "尾"]


def test_cells_know_their_sheet_and_name():
    report = read(sample(3, layout="xlsx_sheets", edition="2021").data)
    assert all(cell.state is State.PRINTED for cell in report.cells)
    assert report.cells[0].place.sheet == "Sheet2"
    assert str(report.cells[0].place).startswith("Sheet2!B")


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (raw("", **{"xl/vbaProject.bin": "x"}), "宏"),
        (raw("", **{"xl/macrosheets/sheet1.xml": "x"}), "宏"),
        (raw('<!DOCTYPE x [<!ENTITY e "1">]>'), "外部实体"),
        (raw("<row><c"), "损坏"),
        (packed("xl/workbook.xml", {"xl/workbook.xml": BOOK}), "损坏"),
        (packed("xl/workbook.xml", {"xl/other.xml": ""}), "压缩"),
    ],
    ids=["macros", "macro sheet", "entities", "no xml", "no sheet", "no workbook"],
)
def test_a_broken_or_harmful_workbook_is_told_in_a_sentence(data, word):
    with pytest.raises(UnknownKind) as caught:
        read(data)
    assert word in caught.value.reason


@pytest.mark.parametrize("count", [70_000, 1_000_000])
def test_a_sheet_of_too_many_cells_is_refused(count):
    rows = "".join(f'<row r="{n}">{"<c><v>1</v></c>" * 100}</row>' for n in range(1, count // 100 + 1))
    with pytest.raises(InputTooLarge):
        read(raw(rows))


def old_workbook():
    book = xlwt.Workbook()
    sheet = book.add_sheet("甲")
    sheet.write_merge(0, 0, 0, 1, "标签")
    for place, value in (((0, 2), 5), ((1, 0), "乙"), ((1, 1), 1.5), ((1, 2), "")):
        sheet.write(*place, value)
    book.add_sheet("旧").write(0, 0, 7)
    book.get_sheet(1).visibility = 1
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def open_document(*rows, name="application/vnd.oasis.opendocument.spreadsheet"):
    spaces = " ".join(
        f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "table", "text")
    )
    body = f'<office:spreadsheet><table:table table:name="甲">{"".join(rows)}</table:table></office:spreadsheet>'
    content = f"<office:document-content {spaces}><office:body>{body}</office:body></office:document-content>"
    manifest = '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for part, text in (("mimetype", name), ("META-INF/manifest.xml", manifest), ("content.xml", content)):
            package.writestr(part, text)
    return buffer.getvalue()


def open_row(*values, repeated=1, columns=1):
    cells = "".join(
        f'<table:table-cell table:number-columns-repeated="{columns}" office:value-type="float" '
        f'office:value="{value}"><text:p>{value}</text:p></table:table-cell>'
        for value in values
    )
    return f'<table:table-row table:number-rows-repeated="{repeated}">{cells}</table:table-row>'


def test_a_workbook_of_an_older_program_is_read():
    assert shown(old_workbook()) == [[["标签", "5"], ["乙", "1.5", ""]]]
    assert [note.reason for note in read_document(old_workbook()).aside] == ["hidden sheet"]


def test_an_open_document_workbook_is_read():
    empty = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    assert shown(open_document(open_row(1, 2), open_row(3, 4, repeated=2), empty)) == [
        [["1", "2"], ["3", "4"], ["3", "4"]]
    ]


@pytest.mark.parametrize(("rows", "columns"), [(100_000, 1), (1, 4_000_000), (1000, 1000)])
def test_an_open_document_of_repeated_cells_is_refused(rows, columns):
    with pytest.raises(InputTooLarge):
        read(open_document(open_row(5, repeated=rows, columns=columns)))


def test_an_open_document_of_another_kind_is_told():
    with pytest.raises(UnknownKind):
        read(open_document(name="application/vnd.oasis.opendocument.text"))


def test_an_old_workbook_that_is_cut_is_told():
    with pytest.raises(UnknownKind):
        read(old_workbook()[:3000])


def test_blocks_are_lines_and_grids():
    kinds = [type(block) for block in read_document(of_rows(("甲",), (), (1, 2))).blocks]
    assert kinds == [Line, Grid]
