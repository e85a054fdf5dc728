"""A printed letter, measured with a ruler: every length is in millimetres from the paper's upper left corner."""

from __future__ import annotations

import io

import pdfplumber
import pypdfium2
import pytest
import typst
from pdfplumber.page import Page
from PIL import ImageChops

from gongkai.errors import MissingGlyph, NoFont
from gongkai.layout import page
from gongkai.layout import pdf as pdf_module
from gongkai.layout.blocks import Box, Grid, Letterhead, Line, Manuscript, Style
from gongkai.layout.pdf import pdf
from gongkai.readers.documents import document
from gongkai.readers.documents.read_document import read_document

ORGAN, NUMBER, TITLE = "砚汀市数据局", "砚数公开答〔2026〕12号", "政府信息公开申请答复书"
LONG = "砚汀市砚湖高新技术产业开发区管理委员会政务服务和行政审批局"
DATE, CONTACT = "2026年3月5日", "（联系人：周某某，电话：0000-5550123）"
MM, DOTS = 25.4 / 72, 600
TEXT = Line("你申请公开的信息属于本机关依法应当公开的政府信息，本机关决定予以公开。")


def letter(*body: Line | Grid, organ: str = ORGAN, number: str = NUMBER, date: str = DATE) -> Manuscript:
    head = (Line(TITLE, Style.TITLE), Line("林某某：", Style.ADDRESSEE))
    signed = (Line(organ, Style.RIGHT), Line(date, Style.RIGHT), Line(CONTACT))
    return Manuscript(
        title=TITLE, blocks=(*head, *(body or (TEXT,)), *signed), letterhead=Letterhead(organ, number)
    )


def pages_of(data: bytes) -> list[Page]:
    return pdfplumber.open(io.BytesIO(data)).pages


def rows(one: Page) -> dict[str, tuple[float, float, float, float]]:
    """Return the lines of a page's text with their left, right, upper and lower edges."""
    return {
        line["text"]: (line["x0"] * MM, line["x1"] * MM, line["top"] * MM, line["bottom"] * MM)
        for line in one.extract_text_lines(x_tolerance=8)
    }


def red_lines(one: Page) -> list[tuple[float, float, float, float]]:
    """Return the red lines of a page from above: left, right, upper and lower edge."""
    found = [(r["x0"] * MM, r["x1"] * MM, r["top"] * MM, r["bottom"] * MM) for r in one.rects]
    assert {r["non_stroking_color"] for r in one.rects} <= {(1.0, 0.0, 0.0), (1, 0, 0)}
    return sorted(found, key=lambda edges: edges[2])


def ink(data: bytes, upper: float, lower: float) -> tuple[float, float, float, float]:
    """Return the edges of what is red between two heights of the first page."""
    image = pypdfium2.PdfDocument(data)[0].render(scale=DOTS / 72).to_pil().convert("RGB")
    red, green, _ = image.crop((0, round(upper * DOTS / 25.4), image.width, round(lower * DOTS / 25.4))).split()
    box = ImageChops.subtract(red, green).point(lambda level: 255 * (level > 100)).getbbox()
    assert box
    left, top, right, bottom = (edge * 25.4 / DOTS for edge in box)
    return left, right, top + upper, bottom + upper


@pytest.mark.parametrize("organ", [ORGAN, "砚汀市人力资源和社会保障局", "砚汀市㐂水县人民政府办公室", LONG])
def test_the_name_begins_30_mm_below_the_paper_s_edge_and_the_line_4_mm_below_the_name(organ: str) -> None:
    data = pdf(letter(organ=organ))
    upper, *_ = red_lines(pages_of(data)[0])
    left, right, top, bottom = ink(data, 20, upper[2] - 0.2)
    # The ink of some characters is a little higher or lower than that of others.
    assert top == pytest.approx(30, abs=0.5)
    assert upper[2] - bottom == pytest.approx(4, abs=0.5)
    assert (left + right) / 2 == pytest.approx(105, abs=0.7)
    assert right - left <= page.TEXT_WIDTH


def test_both_double_lines_are_170_mm_long_and_the_thick_one_is_outside() -> None:
    first, *others = pages_of(pdf(letter(*[TEXT] * 12)))
    lines = red_lines(first)
    assert [(round(left, 2), round(right, 2)) for left, right, *_ in lines] == [(20, 190)] * 4
    thick, thin = page.THICK_LINE * MM, page.THIN_LINE * MM
    assert [bottom - top for _, _, top, bottom in lines] == pytest.approx([thick, thin, thin, thick], abs=0.01)
    assert lines[3][3] == pytest.approx(297 - 20, abs=0.01)
    gaps = (lines[1][2] - lines[0][3], lines[3][2] - lines[2][3])
    assert gaps == pytest.approx([page.RED_GAP * MM] * 2, abs=0.01)
    assert others
    assert all(not one.rects for one in others)


def test_the_number_stands_right_below_the_line_and_the_title_two_lines_below_it() -> None:
    first = pages_of(pdf(letter()))[0]
    found, line = rows(first), red_lines(first)[1][3]
    number, title = (next(char for char in first.chars if char["text"] == text) for text in ("〔", TITLE[0]))
    assert found[NUMBER][1] == pytest.approx(page.PAGE_WIDTH - page.MARGIN_RIGHT, abs=0.3)
    # 7/8 of a character of 16 points; a character's feet stand 0.88 of its size below its upper edge.
    foot = (number["matrix"][5] - first.height) * -MM
    assert foot - 0.88 * 16 * MM - line == pytest.approx(14 * MM, abs=0.1)
    title_foot = (title["matrix"][5] - first.height) * -MM
    between = (title_foot - 0.88 * 22 * MM - 5.5 * MM) - (foot + 0.12 * 16 * MM + 6.45 * MM)
    assert between == pytest.approx(2 * page.LINE_PITCH * MM, abs=0.1)
    left, right, *_ = found[TITLE]
    assert (left + right) / 2 == pytest.approx(28 + 156 / 2, abs=0.3)


def test_without_a_number_the_title_stands_two_lines_below_the_line() -> None:
    first = pages_of(pdf(letter(number="  ")))[0]
    title = next(char for char in first.chars if char["text"] == TITLE[0])
    foot = (title["matrix"][5] - first.height) * -MM
    between = foot - (0.88 * 22 + 5.5) * MM - red_lines(first)[1][3]
    assert between == pytest.approx(2 * page.LINE_PITCH * MM, abs=0.1)


def test_the_addressee_stands_at_the_left_edge_and_the_text_two_characters_from_it() -> None:
    found = rows(pages_of(pdf(letter(Line("特此答复。"))))[0])
    assert found["林某某："][0] == pytest.approx(28, abs=0.3)
    assert found["特此答复。"][0] == pytest.approx(28 + 2 * 156 / 28, abs=0.3)


def test_a_long_addressee_goes_on_at_the_left_edge() -> None:
    found = rows(pages_of(pdf(letter(Line("砚汀市" * 12 + "：", Style.ADDRESSEE), TEXT)))[0])
    assert [round(found[text][0]) for text in ("砚汀市" * 9 + "砚", "汀市" + "砚汀市" * 2 + "：")] == [28, 28]


def test_the_first_page_bears_no_number_and_the_others_do_as_ever() -> None:
    first, second, third, *_ = pages_of(pdf(letter(*[TEXT] * 30)))
    foot = (page.PAGE_HEIGHT - page.MARGIN_BOTTOM) / MM
    below = [[char for char in one.chars if char["top"] > foot] for one in (first, second, third)]
    assert ["".join(char["text"] for char in chars) for chars in below] == ["", "— 2 —", "— 3 —"]
    assert below[1][0]["x0"] * MM == pytest.approx(28 + 14 * MM, abs=0.4)
    assert below[2][-1]["x1"] * MM == pytest.approx(184 - 14 * MM, abs=0.4)


@pytest.mark.parametrize("date", [DATE, "2026年12月31日"])
def test_the_date_is_indented_by_four_characters_and_the_name_stands_over_its_middle(date: str) -> None:
    for organ in ("砚汀市局", ORGAN, "砚汀市㐂水县政府办"):
        found = rows(pages_of(pdf(letter(organ=organ, date=date)))[-1])
        left, right, top, _ = found[date]
        over, until, above, _ = found[organ]
        assert right == pytest.approx(184 - 4 * 156 / 28, abs=0.3)
        assert (over + until) / 2 == pytest.approx((left + right) / 2, abs=0.2)
        assert top - above == pytest.approx(page.LINE_PITCH * MM, abs=0.2)


def test_a_name_wider_than_its_place_moves_the_date() -> None:
    found = rows(pages_of(pdf(letter(organ=LONG)))[-1])
    first, second, date = (found[one] for one in (LONG[:14], LONG[14:], DATE))
    assert second[1] == pytest.approx(184, abs=0.4)
    middles = [(left + right) / 2 for left, right, *_ in (first, second, date)]
    assert middles == pytest.approx([middles[0]] * 3, abs=0.3)


@pytest.mark.parametrize("count", range(14))
def test_a_seal_has_room_below_the_text_and_no_page_begins_with_a_signature(count: int) -> None:
    body = [Line("公" * 26) for _ in range(count)] + [Line("开" * 80)]
    for one in pages_of(pdf(letter(*body))):
        lines = one.extract_text_lines(x_tolerance=8)
        at = [n for n, line in enumerate(lines) if line["text"] == ORGAN and line["chars"][0]["size"] < 20]
        if at:
            break
    above, name, date = lines[at[0] - 1 : at[0] + 2]
    assert at[0] > 0
    assert set(above["text"]) == {"开"}
    assert date["text"] == DATE
    drop = (name["bottom"] - above["bottom"]) * MM
    assert drop == pytest.approx(3 * page.LINE_PITCH * MM, abs=0.2)
    # A seal of 42 mm, its middle on the signature, begins less than a line below the text.
    assert 0 < drop - 0.88 * 16 * MM / 2 - 21 < page.LINE_PITCH * MM
    assert date["bottom"] * MM < page.PAGE_HEIGHT - page.MARGIN_BOTTOM


def test_a_signature_below_a_table_has_room_for_a_seal_as_well() -> None:
    grid = Grid(rows=((Box(text="甲"), Box(text="乙")),), widths=(7, 8))
    one = pages_of(pdf(letter(TEXT, grid)))[0]
    table = one.find_tables()[0].bbox[3]
    assert rows(one)[DATE][2] - table * MM > 3 * page.LINE_PITCH * MM


def test_a_letter_is_read_in_its_order() -> None:
    grid = Grid(
        rows=(
            (Box(text="信息名称", scope="col"), Box(text="页数", scope="col")),
            (Box(text="协议"), Box(text="12")),
        ),
        widths=(10, 5),
        head_rows=1,
    )
    read = read_document(pdf(letter(TEXT, grid, Line("特此答复。")))).blocks
    told = [block.text.replace(" ", "") if isinstance(block, document.Line) else "表" for block in read]
    assert told == [ORGAN, NUMBER, TITLE, "林某某：", TEXT.text, "表", "特此答复。", ORGAN, DATE, CONTACT]


def test_who_hears_a_letter_hears_its_name_and_number_and_no_lines() -> None:
    data = pdf(letter())
    one = pages_of(data)[0]
    (whole,) = pdfplumber.open(io.BytesIO(data)).structure_tree
    assert [tag["type"] for tag in whole["children"]] == ["P", "P", "H1", *["P"] * 5]
    assert {rect["tag"] for rect in one.rects} == {"Artifact"}


def test_a_letter_is_dated_as_it_is_signed() -> None:
    assert pdfplumber.open(io.BytesIO(pdf(letter()))).metadata["CreationDate"].startswith("D:20260305")


def test_what_no_font_has_is_told_of_a_letter_s_head_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    for manuscript in (letter(organ="砚汀\ue000市"), letter(number="砚\ue000〔2026〕1号")):
        with pytest.raises(MissingGlyph) as caught:
            pdf(manuscript)
        assert caught.value.character == "\ue000"
    monkeypatch.setattr(pdf_module, "_fonts", lambda: typst.Fonts(include_system_fonts=False, font_paths=[]))
    pdf_module._families.cache_clear()
    with pytest.raises(NoFont):
        pdf(letter())
    pdf_module._families.cache_clear()


def test_a_head_is_text_and_no_mark_up() -> None:
    first = pages_of(pdf(letter(organ="#read(1) *甲*\x0b_乙_", number="$x$ [1] #a")))[0]
    assert {"#read(1) *甲* _乙_", "$x$ [1] #a"} <= set(first.extract_text().split("\n"))


def form(*lines: int, head_rows: int = 0) -> Grid:
    rows = tuple((Box(text="签名", scope="row"), Box(text=f"第{n}项\n见下")) for n in range(len(lines)))
    return Grid(rows=rows, widths=(3, 12), form=True, lines=lines, head_rows=head_rows)


def heights(one: Page) -> list[float]:
    return [(row.bbox[3] - row.bbox[1]) / page.LINE_PITCH for row in one.find_tables()[0].rows]


def test_a_form_has_large_type_and_rows_to_write_in() -> None:
    (one,) = pages_of(pdf(Manuscript(title="登记表", blocks=(Line("登记表", Style.TITLE), form(1, 2, 6)))))
    sizes = {round(char["size"], 3) for char in one.chars if char["text"] in "签名第项"}
    assert sizes == {page.FORM_SIZE}
    # Two lines of type with what is above and below them are more than a line of the text.
    assert heights(one) == pytest.approx([(2.2 * 12 + 2 * 7) / page.LINE_PITCH, 2, 6], abs=0.04)
    label, value = (next(char for char in one.chars if char["text"] == text) for text in "签第")
    left, _, _, _ = one.find_tables()[0].rows[0].cells[1]
    assert value["x0"] - left == pytest.approx(page.FORM_PADDING, abs=0.7)
    assert label["x0"] * MM > 28 + 8


def test_a_form_may_be_as_high_as_its_page_and_stays_below_its_title() -> None:
    first, second = pages_of(pdf(Manuscript(title="登记表", blocks=(Line("登记表", Style.TITLE), form(9, 9, 2)))))
    assert first.extract_text().startswith("登记表\n第0项")
    assert "第1项" in first.extract_text()
    assert second.extract_text().startswith("第2项")


def test_what_is_longer_than_a_page_in_a_form_is_printed_whole() -> None:
    text = "".join(f"第{n}项" for n in range(1_000))
    grid = Grid(rows=((Box(text="内容", scope="row"), Box(text=text)),), widths=(3, 12), form=True)
    several = pages_of(pdf(Manuscript(title="登记表", blocks=(Line("登记表", Style.TITLE), grid))))
    assert len(several) > 1
    foot = (page.PAGE_HEIGHT - page.MARGIN_BOTTOM) / MM
    inside = [char for one in several for char in one.chars if char["bottom"] < foot + page.FORM_SIZE]
    shown = [char for char in inside if round(char["size"]) == page.FORM_SIZE]
    assert "".join(char["text"] for char in shown).replace("内容", "") == text


def test_a_row_of_a_form_is_not_cut_by_a_page_s_end() -> None:
    rows = tuple((Box(text="甲", scope="row"), Box(text=f"第{n}项\n" + "\n".join("乙" * 9))) for n in range(4))
    grid = Grid(rows=rows, widths=(3, 12), form=True)
    first, second = pages_of(pdf(Manuscript(title="登记表", blocks=(Line("登记表", Style.TITLE), grid))))
    texts = [one.extract_text() for one in (first, second)]
    assert [text.count("乙") for text in texts] == [27, 9]


def test_a_long_word_in_a_form_is_cut_and_none_is_set_smaller() -> None:
    grid = Grid(
        rows=((Box(text="信箱", scope="row"), Box(text="somebody@" + "example." * 12)),), widths=(3, 12), form=True
    )
    (one,) = pages_of(pdf(Manuscript(title="登记表", blocks=(grid,))))
    assert {round(char["size"], 3) for char in one.chars if char["text"] in "somebody@"} == {page.FORM_SIZE}
    assert max(char["x1"] for char in one.chars) * MM < 184


@pytest.mark.parametrize("count", range(11, 17))
def test_whom_to_ask_never_stands_alone_on_a_page(count: int) -> None:
    last = pages_of(pdf(letter(*[Line("特此答复。")] * count)))[-1].extract_text()
    assert CONTACT not in last or DATE in last
