"""A letter as a Word document: its name, number and lines stand where the standard has them, in any program."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from gongkai.layout import page
from gongkai.layout.blocks import Box, Grid, Letterhead, Line, Manuscript, Style
from gongkai.layout.word import word_document
from gongkai.readers.documents import document
from gongkai.readers.documents.read_document import read_document
from tests.layout import test_word as word

ORGAN, NUMBER, TITLE = "砚汀市数据局", "砚数公开答〔2026〕12号", "政府信息公开申请答复书"
LONG = "砚汀市砚湖高新技术产业开发区管理委员会政务服务和行政审批局"
DATE = "2026年3月5日"
ORDER = word.ORDER | {
    "pPr": (
        "pStyle keepNext keepLines framePr widowControl autoSpaceDE autoSpaceDN snapToGrid spacing ind "
        "contextualSpacing jc outlineLvl rPr"
    ),
    "rPr": "rStyle rFonts color spacing sz szCs lang",
    "sectPr": "headerReference footerReference pgSz pgMar titlePg",
    "tblCellMar": "top left bottom right",
    "anchor": ("simplePos positionH positionV extent effectExtent wrapNone docPr cNvGraphicFramePr graphic"),
    "wsp": "cNvSpPr spPr bodyPr",
    "spPr": "xfrm prstGeom solidFill ln",
}
MM = 25.4 / 1440


def letter(organ: str = ORGAN, number: str = NUMBER, date: str = DATE, *more: Line | Grid) -> Manuscript:
    blocks = (
        *(Line(TITLE, Style.TITLE), Line("林某某：", Style.ADDRESSEE), Line("特此答复。"), *more),
        *(Line(organ, Style.RIGHT), Line(date, Style.RIGHT), Line("（联系人：周某某）")),
    )
    return Manuscript(title=TITLE, blocks=blocks, letterhead=Letterhead(organ, number))


def form() -> Grid:
    rows = ((Box(text="姓名", scope="row"), Box(text="林某某")), (Box(text="意见", scope="row"), Box()))
    return Grid(rows=rows, widths=(3, 12), form=True, lines=(1, 5))


def paragraphs(data: bytes) -> list[etree._Element]:
    return list(word.part(data)[0].findall(qn("w:p")))


def lines(data: bytes) -> list[tuple[float, float, float, float]]:
    """Return the red lines from above, in millimetres: left, top, width and height."""
    found = []
    for anchor in word.part(data, "header1").iter("{*}anchor"):
        across, down = anchor.findall("{*}positionH"), anchor.findall("{*}positionV")
        assert [one.get("relativeFrom") for one in (*across, *down)] == ["page", "page"]
        size = anchor.find("{*}extent")
        values = [across[0][0].text, down[0][0].text, size.get("cx"), size.get("cy")]
        assert anchor.find(".//{*}srgbClr").get("val") == "FF0000"
        left, top, wide, high = (int(value) / 36_000 for value in values)
        found.append((left, top, wide, high))
    return sorted(found, key=lambda line: line[1])


def test_every_element_of_a_letter_has_its_children_in_the_order_of_the_schema() -> None:
    seen = set()
    for root in word.parts(word_document(letter(ORGAN, NUMBER, DATE, form()))):
        for element in root.iter():
            name = etree.QName(element).localname
            if name in ORDER and name != "style":
                seen.add(name)
                places = [ORDER[name].split().index(etree.QName(child).localname) for child in element]
                assert places == sorted(places), name
    assert {"anchor", "wsp", "spPr", "sectPr", "tblPr", "pPr", "rPr"} <= seen


@pytest.mark.parametrize(
    ("organ", "points", "texts"),
    [(ORGAN, 42, ORGAN), (LONG, 26, "砚汀市砚湖高新技术产业开发区\n管理委员会政务服务和行政审批局")],
)
def test_the_name_is_a_frame_30_mm_below_the_paper_s_edge(organ: str, points: float, texts: str) -> None:
    data = word_document(letter(organ))
    first = docx.Document(io.BytesIO(data)).paragraphs[0]
    assert (first.text, first.style.name) == (texts, "Letterhead")
    assert word.said(first.style.element, "rFonts", "eastAsia") == "方正小标宋简体"
    assert word.said(first.style.element, "color") == "FF0000"
    assert word.said(first._p, "sz") == f"{points * 2}"
    frame = first._p.find(".//" + qn("w:framePr"))
    where = {key: frame.get(qn(f"w:{key}")) for key in ("vAnchor", "hAnchor", "x", "y", "w")}
    assert (where["vAnchor"], where["hAnchor"]) == ("page", "page")
    assert [int(where[key]) * MM for key in ("x", "w")] == pytest.approx([20, 170], abs=0.02)
    pitch = int(word.said(first._p, "spacing", "line") or 0)
    # Characters stand on a line that has four fifths of its height above it, and reach 0.85 of their size above it.
    top = int(where["y"]) + 0.8 * pitch - 0.85 * points * 20
    assert top * MM == pytest.approx(30, abs=0.05)


@pytest.mark.parametrize(("organ", "rows", "points"), [(ORGAN, 1, 42), (LONG, 2, 26)])
def test_the_red_lines_stand_where_they_are_printed(organ: str, rows: int, points: float) -> None:
    found = lines(word_document(letter(organ)))
    assert [(round(left, 2), round(wide, 2)) for left, _, wide, _ in found] == [(20, 170)] * 4
    thick, thin = page.THICK_LINE * 25.4 / 72, page.THIN_LINE * 25.4 / 72
    assert [high for *_, high in found] == pytest.approx([thick, thin, thin, thick], abs=0.001)
    ink = (0.94 * points + (rows - 1) * 1.25 * points) * 25.4 / 72
    assert found[0][1] == pytest.approx(30 + ink + 4, abs=0.001)
    assert found[3][1] + found[3][3] == pytest.approx(277, abs=0.001)
    gap = page.RED_GAP * 25.4 / 72
    assert found[1][1] - found[0][1] - thick == pytest.approx(gap, abs=0.001)
    assert found[3][1] - found[2][1] - thin == pytest.approx(gap, abs=0.001)


@pytest.mark.parametrize(("number", "drop"), [(NUMBER, 14 - (28.9 - 16) / 2), ("", 2 * 28.9), (" ", 2 * 28.9)])
def test_the_head_of_the_first_page_keeps_the_text_below_the_line(number: str, drop: float) -> None:
    data = word_document(letter(number=number))
    (place,) = word.all_of(word.part(data, "header1"), "spacing")
    assert place.get(qn("w:lineRule")) == "exact"
    begins = page.ORGAN_TOP + int(place.get(qn("w:line"))) * MM
    _, top, _, high = lines(data)[1]
    assert begins - top - high == pytest.approx(drop * 25.4 / 72, abs=0.03)
    assert word.said(word.part(data), "pgMar", "header") == f"{round(30 / MM)}"
    texts = [word.text_of(one) for one in paragraphs(data)[:3]]
    assert texts == ([ORGAN, NUMBER, TITLE] if number.strip() else [ORGAN, TITLE, "林某某："])


def test_the_number_stands_right_and_two_lines_above_the_title() -> None:
    number = docx.Document(io.BytesIO(word_document(letter()))).paragraphs[1]
    assert (number.text, number.style.name) == (NUMBER, "Letter Number")
    assert word.said(number.style.element, "jc") == "right"
    assert word.said(number.style.element, "spacing", "after") == f"{2 * 28.9 * 20:.0f}"
    assert word.all_of(number.style.element, "ind") == []


def test_the_addressee_is_not_indented() -> None:
    addressee = docx.Document(io.BytesIO(word_document(letter()))).paragraphs[3]
    assert (addressee.text, addressee.style.name) == ("林某某：", "Salutation")
    assert word.all_of(addressee.style.element, "ind") == word.all_of(addressee._p, "ind") == []


def test_only_the_first_page_has_lines_and_only_the_others_have_numbers() -> None:
    data = word_document(letter())
    (section,) = docx.Document(io.BytesIO(data)).sections
    assert section.different_first_page_header_footer
    assert [section.header.is_linked_to_previous, section.even_page_header.is_linked_to_previous] == [True, True]
    assert section.first_page_footer.paragraphs[0].text == ""
    assert word.all_of(section.first_page_footer._element, "fldSimple") == []
    for footer in (section.footer, section.even_page_footer):
        assert word.said(footer._element, "fldSimple", "instr") == " PAGE "
    assert len(lines(data)) == 4


def test_the_lines_are_nothing_to_those_who_cannot_see_them() -> None:
    header = word.part(word_document(letter()), "header1")
    marks = [one.get("val") for one in header.iter("{*}decorative")]
    assert marks == ["1"] * 4
    assert word.text_of(header) == ""
    identities = [one.get("id") for one in header.iter("{*}docPr")]
    assert len(set(identities)) == 4


@pytest.mark.parametrize(("date", "middle"), [(DATE, 7), ("2026年12月31日", 7.5)])
def test_the_date_is_indented_by_four_characters_and_the_name_stands_over_its_middle(
    date: str, middle: float
) -> None:
    name, dated = paragraphs(word_document(letter(date=date)))[-3:-1]
    assert (word.text_of(name), word.text_of(dated)) == (ORGAN, date)
    assert (word.said(name, "pStyle"), word.said(dated, "pStyle")) == ("Signature", "Date")
    assert word.all_of(dated, "ind") == []
    left, right = (int(word.said(name, "ind", key) or 0) for key in ("leftChars", "rightChars"))
    assert (left, right, word.said(name, "jc")) == ((28 - 2 * middle) * 100, 0, "center")


def test_a_name_wider_than_its_place_moves_the_date() -> None:
    *names, dated = paragraphs(word_document(letter(LONG)))[-4:-1]
    assert [word.text_of(one) for one in (*names, dated)] == [LONG[:14], LONG[14:], DATE]
    assert {word.said(one, "jc") for one in (*names, dated)} == {"center"}
    assert {word.said(one, "ind", "leftChars") for one in (*names, dated)} == {f"{(28 - 15 - 1) * 100}"}


def test_a_seal_has_room_below_the_text_and_no_page_begins_with_a_signature() -> None:
    text, name, dated, contact = paragraphs(word_document(letter()))[-4:]
    assert [word.keeps(one) for one in (text, name, dated, contact)] == [True, True, True, False]
    before = [word.said(one, "spacing", "before") for one in (name, dated)]
    assert before == [f"{page.SEAL_LINES * 28.9 * 20:.0f}", None]


def test_a_date_alone_is_sealed_as_well() -> None:
    blocks = (Line("特此答复。"), Line(DATE, Style.RIGHT))
    data = word_document(Manuscript(title="", blocks=blocks, letterhead=Letterhead(ORGAN)))
    assert word.said(paragraphs(data)[-1], "spacing", "before") == f"{page.SEAL_LINES * 28.9 * 20:.0f}"


def test_a_letter_is_read_in_its_order() -> None:
    read = read_document(word_document(letter(ORGAN, NUMBER, DATE, form()))).blocks
    told = [block.text if isinstance(block, document.Line) else "表" for block in read]
    assert told == [ORGAN, NUMBER, TITLE, "林某某：", "特此答复。", "表", ORGAN, DATE, "（联系人：周某某）"]


@pytest.mark.parametrize("text", ["㐂𠮷", "<w:br/>&amp;", "甲\x00\ud800乙"])
def test_any_text_may_be_in_a_head(text: str) -> None:
    shown = text.replace("\x00", "\ufffd").replace("\ud800", "\ufffd")
    found = docx.Document(io.BytesIO(word_document(letter(text, text)))).paragraphs
    assert [found[0].text, found[1].text] == [shown, shown]


def test_the_same_letter_gives_the_same_bytes_and_a_report_has_nothing_of_it() -> None:
    assert word_document(letter()) == word_document(letter())
    plain = word_document(Manuscript(title="", blocks=(Line("正文"),)))
    assert not [name for name in zipfile.ZipFile(io.BytesIO(plain)).namelist() if "header" in name]
    styles = {one.get(qn("w:styleId")) for one in word.all_of(word.part(plain, "styles"), "style")}
    assert not styles & {"Letterhead", "LetterNumber", "Salutation", "Header", "FormText"}


def test_a_form_has_large_type_room_to_write_and_its_words_at_the_left() -> None:
    data = word_document(Manuscript(title="登记表", blocks=(form(),)))
    (table,) = word.all_of(word.part(data), "tbl")
    heights = [int(word.said(row, "trHeight") or 0) / 20 for row in word.rows_of(table)]
    assert heights == pytest.approx([28.9, 5 * 28.9], abs=0.05)
    assert {word.said(cell, "pStyle") for cell in word.all_of(table, "tc")} == {"FormText"}
    assert [word.said(cell, "jc") for cell in word.all_of(table, "tc")] == [None, "left", None, "left"]
    styles = {one.get(qn("w:styleId")): one for one in word.all_of(word.part(data, "styles"), "style")}
    assert word.said(styles["FormText"], "sz") == f"{page.FORM_SIZE * 2}"
    assert word.said(table, "left", "w") == f"{page.FORM_PADDING * 20}"
    assert word.all_of(table, "sz") == []


def test_a_row_higher_than_a_page_may_be_cut_and_is_no_higher_than_word_knows() -> None:
    texts = ("短", "长" * 3_000, "长" * 60_000)
    grid = Grid(rows=tuple((Box(text=text),) for text in texts), widths=(15,), form=True)
    (table,) = word.all_of(word.part(word_document(Manuscript(title="", blocks=(grid,)))), "tbl")
    rows = word.rows_of(table)
    assert [bool(word.all_of(row, "cantSplit")) for row in rows] == [True, False, False]
    assert int(word.said(rows[1], "trHeight") or 0) < 31_680 == int(word.said(rows[2], "trHeight") or 0)


def test_two_characters_have_room_in_a_form_s_narrow_column() -> None:
    grid = Grid(rows=((Box(text="序号", scope="col"), Box(text="名称", scope="col")),), widths=(1, 14), form=True)
    (table,) = word.all_of(word.part(word_document(Manuscript(title="", blocks=(grid,)))), "tbl")
    room = int(word.said(table, "tcW", "w") or 0) - 2 * int(word.said(table, "left", "w") or 0)
    assert room >= 2 * page.FORM_SIZE * 20


def test_the_date_stays_with_whom_to_ask_and_with_nothing_else() -> None:
    whole = letter()
    alone = Manuscript(title=TITLE, blocks=whole.blocks[:-1], letterhead=whole.letterhead)
    assert word.keeps(paragraphs(word_document(whole))[-2])
    assert not word.keeps(paragraphs(word_document(alone))[-1])
