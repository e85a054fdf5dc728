"""A Word document has the page, fonts and tables of an official document, and nothing in its text is mark-up."""

from __future__ import annotations

import io
import zipfile

import docx
import msgspec
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from gongkai.layout import page
from gongkai.layout.blocks import Box, Grid, Line, Manuscript, Style
from gongkai.layout.word import word_document
from gongkai.readers import read
from gongkai.report import AnnualReport, State
from gongkai.samples import lawful_report
from gongkai.writers.report.manuscript import manuscript
from tests.strategies import reports
from tests.writers.law import differences

# The children of an element in the order of ISO/IEC 29500-4, as far as they are written.
ORDER = {
    "pPr": (
        "pStyle keepNext keepLines widowControl autoSpaceDE autoSpaceDN snapToGrid spacing ind contextualSpacing "
        "jc outlineLvl rPr"
    ),
    "rPr": "rStyle rFonts spacing sz szCs lang",
    "tblPr": "tblStyle tblW jc tblBorders tblLayout tblCellMar tblCaption tblDescription",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "trPr": "cantSplit trHeight tblHeader",
    "tcPr": "tcW gridSpan vMerge vAlign",
    "sectPr": "footerReference pgSz pgMar docGrid",
    "style": "name basedOn next link qFormat pPr rPr tblPr",
    "settings": (
        "zoom defaultTabStop evenAndOddHeaders characterSpacingControl compat themeFontLang decimalSymbol "
        "listSeparator"
    ),
    "compat": (
        "spaceForUL balanceSingleByteDoubleByteWidth doNotLeaveBackslashAlone ulTrailSpace doNotExpandShiftReturn "
        "useFELayout compatSetting"
    ),
    "font": "altName charset family pitch",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "tc": "tcPr p",
}


def of_lines(*lines: Line) -> Manuscript:
    return Manuscript(title="", blocks=lines)


def of_report(report: AnnualReport) -> bytes:
    return word_document(manuscript(report))


def scaled(report: AnnualReport, times: int) -> AnnualReport:
    """Return a report with every figure so many times as large: it balances as before."""
    cells = tuple(
        msgspec.structs.replace(cell, text=f"{cell.value * times}", value=cell.value * times)
        for cell in report.cells
        if cell.value is not None
    )
    return msgspec.structs.replace(report, cells=cells)


def emptied(report: AnnualReport) -> AnnualReport:
    cells = tuple(msgspec.structs.replace(cell, text="", value=None, state=State.BLANK) for cell in report.cells)
    return msgspec.structs.replace(report, cells=cells)


def part(data: bytes, name: str = "document") -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(f"word/{name}.xml"))


def parts(data: bytes) -> list[etree._Element]:
    package = zipfile.ZipFile(io.BytesIO(data))
    names = [name for name in package.namelist() if name.startswith("word/") and name.endswith(".xml")]
    return [etree.fromstring(package.read(name)) for name in names]


def all_of(root: etree._Element, name: str) -> list[etree._Element]:
    return list(root.iter(qn(f"w:{name}")))


def said(element: etree._Element, name: str, attribute: str = "val") -> str | None:
    """Return what the first element of a name below another says; None where there is none."""
    found = next(element.iter(qn(f"w:{name}")), None)
    return None if found is None else found.get(qn(f"w:{attribute}"))


def text_of(element: etree._Element) -> str:
    return "".join(piece.text or "" for piece in all_of(element, "t"))


def rows_of(table: etree._Element) -> list[etree._Element]:
    return all_of(table, "tr")


def keeps(element: etree._Element) -> bool:
    return bool(all_of(element, "keepNext"))


@settings(max_examples=12, deadline=None)
@given(reports())
def test_what_is_written_is_read_again(report: AnnualReport) -> None:
    assert differences(report, read(of_report(report))) == []


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_an_empty_form_is_read_as_blanks(edition: str) -> None:
    report = emptied(lawful_report(3, edition=edition))
    assert differences(report, read(of_report(report))) == []
    assert {cell.state for cell in read(of_report(report)).cells} == {State.BLANK}


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_the_figures_of_a_city_are_read_again(edition: str) -> None:
    report = scaled(lawful_report(11, edition=edition, size="large"), 300)
    assert max(cell.value for cell in report.cells if cell.table == "3") > 999_999
    assert differences(report, read(of_report(report))) == []


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_every_element_has_its_children_in_the_order_of_the_schema(edition: str) -> None:
    data = of_report(scaled(lawful_report(4, edition=edition), 70_000))
    seen: set[str] = set()
    wrong = []
    for root in parts(data):
        for element in root.iter():
            name = etree.QName(element).localname
            if name in ORDER:
                seen.add(name)
                places = [ORDER[name].split().index(etree.QName(child).localname) for child in element]
                wrong += [name] if places != sorted(places) else []
    assert wrong == []
    assert seen == ORDER.keys()


def test_the_page_is_that_of_an_official_document() -> None:
    document = docx.Document(io.BytesIO(of_report(lawful_report(1))))
    section = document.sections[0]
    measures = {
        "page_width": 210,
        "page_height": 297,
        "top_margin": 37,
        "bottom_margin": 35,
        "left_margin": 28,
        "right_margin": 26,
    }
    assert {name: round(getattr(section, name) / Mm(1)) for name in measures} == measures
    grid = part(of_report(lawful_report(1)))
    pitch = int(said(grid, "docGrid", "linePitch") or 0)
    assert said(grid, "docGrid", "type") == "lines"
    assert page.TEXT_HEIGHT * page.POINTS * 20 // pitch == page.LINES


def test_a_line_holds_28_characters_and_no_29() -> None:
    style = next(one for one in all_of(part(word_document(of_lines()), "styles"), "style") if said(one, "sz"))
    character = int(said(style, "sz") or 0) * 10 + int(
        style.find(qn("w:rPr")).find(qn("w:spacing")).get(qn("w:val"))
    )
    assert page.TEXT_WIDTH * page.POINTS * 20 // character == page.CHARACTERS


def test_pages_are_numbered_on_their_outer_edge() -> None:
    data = of_report(lawful_report(1))
    document = docx.Document(io.BytesIO(data))
    assert document.settings.odd_and_even_pages_header_footer
    section = document.sections[0]
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        paragraph = footer.paragraphs[0]._p
        assert text_of(paragraph) == "— 1 —"
        assert said(paragraph, "fldSimple", "instr") == " PAGE "
        assert said(paragraph, "jc") == side
        assert said(paragraph, "ind", f"{side}Chars") == "100"


@pytest.mark.parametrize(
    ("line", "style", "font", "points"),
    [
        (Line("标题", Style.TITLE), "Title", "方正小标宋简体", 22),
        (Line("一、总体情况", Style.HEADING), "Heading 1", "黑体", 16),
        (Line("（一）主动公开", lead=7), "Heading 2", "楷体_GB2312", None),
        (Line("正文"), "Body Text First Indent", None, None),
        (Line("萤台县人民政府", Style.RIGHT), "Signature", None, None),
        (Line("2025年1月20日", Style.RIGHT), "Date", None, None),
        (Line("公开方式：主动公开", Style.ASIDE), "Aside", None, 12),
    ],
)
def test_a_line_has_the_style_of_what_it_is(line: Line, style: str, font: str | None, points: float | None) -> None:
    paragraph = docx.Document(io.BytesIO(word_document(of_lines(line)))).paragraphs[0]
    assert paragraph.style.name == style
    assert paragraph.text == line.text
    assert said(paragraph.style.element, "rFonts", "eastAsia") == font
    assert paragraph.style.font.size == (points and Pt(points))


def test_text_is_set_in_fangsong_and_in_chinese_unless_a_style_says_otherwise() -> None:
    defaults = all_of(part(word_document(of_lines()), "styles"), "docDefaults")[0]
    assert said(defaults, "rFonts", "eastAsia") == "仿宋_GB2312"
    assert said(defaults, "sz") == "32"
    assert said(defaults, "lang", "eastAsia") == "zh-CN"


def test_word_shows_headings_beside_the_text() -> None:
    named = {said(one, "name"): one for one in all_of(part(word_document(of_lines()), "styles"), "style")}
    levels = {name: said(style, "outlineLvl") for name, style in named.items() if all_of(style, "outlineLvl")}
    assert levels == {"heading 1": "0", "heading 2": "1"}


def test_every_font_of_a_style_is_in_the_font_table_with_others_for_it() -> None:
    data = word_document(of_lines())
    used = {fonts.get(qn("w:eastAsia")) for fonts in all_of(part(data, "styles"), "rFonts")} - {None}
    table = {font.get(qn("w:name")): said(font, "altName") for font in all_of(part(data, "fontTable"), "font")}
    assert used == table.keys()
    assert "仿宋" in (table["仿宋_GB2312"] or "").split(",")


def test_only_the_lead_of_a_paragraph_is_a_heading() -> None:
    data = word_document(of_lines(Line("（一）主动公开。全年公开三条。", lead=8)))
    paragraph = docx.Document(io.BytesIO(data)).paragraphs[0]
    assert paragraph.style.name == "Body Text First Indent"
    assert [(run.text, run.style.name) for run in paragraph.runs] == [
        ("（一）主动公开。", "Heading 2 Char"),
        ("全年公开三条。", "Default Paragraph Font"),
    ]


def test_a_title_too_long_for_a_line_is_cut_before_its_year() -> None:
    long, short = "萤台县人民政府2024年政府信息公开工作年度报告", "砚汀市2024年报告"
    document = docx.Document(io.BytesIO(word_document(of_lines(Line(long, Style.TITLE), Line(short, Style.TITLE)))))
    assert [one.text for one in document.paragraphs] == ["萤台县人民政府\n2024年政府信息公开工作年度报告", short]


def test_a_signature_is_not_parted_from_its_date_nor_from_the_text() -> None:
    lines = (
        Line("前文。"),
        Line("末段。"),
        Line("萤台县人民政府", Style.RIGHT),
        Line("2025年1月20日", Style.RIGHT),
    )
    body = part(word_document(of_lines(*lines)))
    assert [keeps(paragraph) for paragraph in all_of(body, "p")] == [False, True, True, False]


@pytest.fixture(scope="module")
def tables() -> list[etree._Element]:
    return all_of(part(of_report(lawful_report(8))), "tbl")


def test_a_table_is_as_wide_as_the_text_in_every_row(tables: list[etree._Element]) -> None:
    width = round(page.TEXT_WIDTH / 25.4 * 1440)
    for table in tables:
        columns = [int(column.get(qn("w:w"))) for column in all_of(table, "gridCol")]
        assert sum(columns) == width == int(said(table, "tblW", "w") or 0)
        for row in rows_of(table):
            cells = all_of(row, "tc")
            assert sum(int(said(cell, "tcW", "w") or 0) for cell in cells) == width
            assert sum(int(said(cell, "gridSpan") or 1) for cell in cells) == len(columns)
    assert [len(all_of(table, "gridCol")) for table in tables] == [4, 10, 15]


def test_a_box_that_reaches_down_is_merged_with_what_is_below_it() -> None:
    grid = Grid(
        rows=(
            (Box(text="甲", across=2, down=3, scope="rowgroup"), Box(text="乙")),
            (Box(text="丙"),),
            (Box(text="丁"),),
            (Box(text="戊"), Box(text="己"), Box(text="庚")),
        ),
        widths=(2, 5, 8),
    )
    table = all_of(part(word_document(Manuscript(title="", blocks=(grid,)))), "tbl")[0]
    merged = [[said(cell, "vMerge") for cell in all_of(row, "tc")] for row in rows_of(table)]
    assert merged == [["restart", None], ["continue", None], ["continue", None], [None, None, None]]
    texts = [[text_of(cell) for cell in all_of(row, "tc")] for row in rows_of(table)]
    assert texts == [["甲", "乙"], ["", "丙"], ["", "丁"], ["戊", "己", "庚"]]
    spans = [[said(cell, "gridSpan") for cell in all_of(row, "tc")] for row in rows_of(table)]
    assert spans == [["2", None], ["2", None], ["2", None], [None, None, None]]


def test_the_head_of_a_table_is_printed_on_every_page(tables: list[etree._Element]) -> None:
    heads = [[bool(all_of(row, "tblHeader")) for row in rows_of(table)] for table in tables]
    assert [sum(head) for head in heads] == [0, 3, 3]
    assert heads[1][:4] == [True, True, True, False]


def test_no_row_is_cut_and_no_table_that_has_room_on_a_page(tables: list[etree._Element]) -> None:
    for table in tables:
        rows = rows_of(table)
        assert all(all_of(row, "cantSplit") for row in rows)
        assert [keeps(row) for row in rows] == [True] * (len(rows) - 1) + [False]


def test_a_table_higher_than_a_page_is_cut_but_not_below_its_head() -> None:
    rows = [(Box(text="项目", scope="col"), Box(text="数", scope="col"))]
    rows += [(Box(text=f"第{n}项", scope="row"), Box(text=f"{n}")) for n in range(60)]
    grid = Grid(rows=tuple(rows), widths=(7, 8), head_rows=1)
    table = all_of(part(word_document(Manuscript(title="", blocks=(grid,)))), "tbl")[0]
    assert [keeps(row) for row in rows_of(table)] == [True] + [False] * 60


def test_a_heading_is_not_parted_from_its_table() -> None:
    named = {said(one, "name"): one for one in all_of(part(word_document(of_lines()), "styles"), "style")}
    assert keeps(named["heading 1"])
    grid = Grid(rows=((Box(text="1"),),), widths=(15,))
    blocks = (Line("有关数据如下："), grid, Line("说明。"))
    first, _, last = all_of(part(word_document(Manuscript(title="", blocks=blocks))), "p")
    assert (keeps(first), keeps(last)) == (True, False)


def test_a_table_says_what_it_is_to_those_who_cannot_see_it(tables: list[etree._Element]) -> None:
    assert [said(table, "tblCaption") for table in tables] == [said(table, "tblDescription") for table in tables]
    assert said(tables[0], "tblCaption") == "主动公开政府信息情况"


def test_tables_that_touch_stay_two_and_a_document_ends_with_a_paragraph() -> None:
    grid = Grid(rows=((Box(text="1"),),), widths=(15,))
    body = part(word_document(Manuscript(title="", blocks=(grid, grid))))[0]
    assert [etree.QName(child).localname for child in body] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_a_figure_has_room_on_its_line_and_what_is_typed_beside_it_has_its_size() -> None:
    figures = [Box(text="1234567"), Box(), *[Box(text="0")] * 13]
    grid = Grid(rows=(tuple(figures),), widths=(1,) * 15)
    table = all_of(part(word_document(Manuscript(title="", blocks=(grid,)))), "tbl")[0]
    cells = all_of(table, "tc")
    room = int(said(cells[0], "tcW", "w") or 0) / 20 - 2 * page.CELL_PADDING
    points = int(said(cells[0], "sz") or 0) / 2
    assert page.LEAST_SIZE <= points < page.TABLE_SIZE
    # Figures are half as wide as high.
    assert 7 * points / 2 <= room
    assert [said(cell, "sz") for cell in cells] == [f"{points * 2:.0f}"] * 15
    assert all_of(cells[1], "r") == []
    assert all(cell.find(qn("w:p")).find(qn("w:pPr")).find(qn("w:rPr")) is not None for cell in cells)


def test_an_empty_cell_has_the_style_of_a_full_one() -> None:
    report = lawful_report(8)
    full, empty = (all_of(part(of_report(one)), "tc") for one in (report, emptied(report)))
    looks = [[etree.tostring(cell.find(qn("w:p")).find(qn("w:pPr"))) for cell in cells] for cells in (full, empty)]
    assert looks[0] == looks[1]
    assert [text_of(cell) for cell in full] != [text_of(cell) for cell in empty]


def test_labels_of_a_list_stand_left_and_figures_in_the_middle(tables: list[etree._Element]) -> None:
    styles = {one.get(qn("w:styleId")): one for one in all_of(part(word_document(of_lines()), "styles"), "style")}
    assert said(styles["TableText"], "jc") == "center"
    label, *figures = all_of(rows_of(tables[1])[3], "tc")
    assert said(label.find(qn("w:p")), "jc") == "left"
    assert {said(cell, "pStyle") for cell in figures} == {"TableText"}
    assert {said(cell, "jc") for cell in figures} == {None}


@pytest.mark.parametrize(
    "text", ["萤台县\n第二行", "　　前有空白", "甲\t乙", "甲  乙 ", "甲\r\n乙", " { PAGE } &amp; <w:br/> "]
)
def test_text_is_text(text: str) -> None:
    data = word_document(of_lines(Line(text)))
    assert docx.Document(io.BytesIO(data)).paragraphs[0].text == text.replace("\r\n", "\n")
    assert all_of(part(data), "fldSimple") == []


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_what_no_xml_may_hold_is_replaced(character: str) -> None:
    shown = " " if character.isspace() else "\ufffd"
    text = f"甲{character}乙"
    whole = Manuscript(
        title=text,
        blocks=(Line(text), Line(text, lead=2), Grid(rows=((Box(text=text),),), widths=(15,), label=text)),
        keywords=(text,),
    )
    document = docx.Document(io.BytesIO(word_document(whole)))
    assert [one.text for one in document.paragraphs[:2]] == [f"甲{shown}乙"] * 2
    assert document.tables[0].cell(0, 0).text == f"甲{shown}乙"
    assert document.core_properties.title == document.core_properties.keywords == f"甲{shown}乙"


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_comes_out_as_word_shows_it(text: str) -> None:
    document = docx.Document(io.BytesIO(word_document(of_lines(Line(text, Style.ASIDE)))))
    kept = "".join(_as_xml(one) for one in text)
    assert document.paragraphs[0].text == kept.replace("\r\n", "\n").replace("\r", "\n")


def _as_xml(character: str) -> str:
    if not _is_no_xml(character):
        return character
    return " " if character.isspace() else "\ufffd"


def _is_no_xml(character: str) -> bool:
    return (
        (character < " " and character not in "\t\n\r")
        or "\ud800" <= character <= "\udfff"
        or character in "\ufffe\uffff"
    )


def test_rare_characters_stay() -> None:
    text = "㐂堃喆昇珺㎡𠮷"
    assert docx.Document(io.BytesIO(word_document(of_lines(Line(text))))).paragraphs[0].text == text


def test_the_file_says_what_it_is_and_bears_no_date() -> None:
    data = word_document(Manuscript(title="年度报告", blocks=(), keywords=("萤台县人民政府", "2024")))
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert (properties.title, properties.keywords, properties.language) == (
        "年度报告",
        "萤台县人民政府; 2024",
        "zh-CN",
    )
    assert (properties.author, properties.created, properties.modified) == ("", None, None)


def test_the_same_manuscript_gives_the_same_bytes() -> None:
    report = lawful_report(6)
    assert of_report(report) == of_report(report)
    assert {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(of_report(report))).infolist()} == {
        (1980, 1, 1, 0, 0, 0)
    }
