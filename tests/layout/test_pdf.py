"""PDF files: what is printed can be read again, mark-up in a text is text, and what cannot be shown is told."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.errors import MissingGlyph, NoFont
from gongkai.layout import page
from gongkai.layout import pdf as pdf_module
from gongkai.layout.blocks import UNITS, Box, Grid, Line, Manuscript, Style
from gongkai.layout.fonts import Role
from gongkai.layout.pdf import pdf
from gongkai.readers import read
from gongkai.readers.documents import document
from gongkai.readers.documents.read_document import read_document
from gongkai.report import EDITIONS, AnnualReport
from gongkai.samples import lawful_report
from gongkai.writers.report import form_tables
from tests.strategies import SEEDS

ORGAN = "鹭萤市砚汀区人民政府办公室"
TITLE = f"{ORGAN}2024年政府信息公开工作年度报告"
HOSTILE = (
    r"""#read("/etc/passwd") $x^2$ *b* _i_ @ref <label> [c] // c /* c */ \n \u{41} "q" 'q' `raw` ~ -- --- ... """
    """= h #import "@preview/x:1.0" #(1+1) {y} <!-- --> \\begin{x} %"""
)
WIDTHS = {"2": (6, 3, 3, 3), "3": (1, 2, 5, *(1,) * 7), "4": (1,) * UNITS}


def of(*blocks: Line | Grid, title: str = TITLE) -> Manuscript:
    return Manuscript(title=title, blocks=blocks, keywords=("年度报告", ORGAN))


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def shown(data: bytes) -> list[str | list[list[str]]]:
    return [
        squeezed(block.text)
        if isinstance(block, document.Line)
        else [[cell.text for cell in row] for row in block.rows]
        for block in read_document(data).blocks
    ]


def lines(data: bytes) -> list[str]:
    return [block for block in shown(data) if isinstance(block, str)]


def pages(data: bytes) -> int:
    return len(pypdfium2.PdfDocument(data))


def whole(report: AnnualReport) -> Manuscript:
    """Return a report as it may be printed: every table in the statutory layout, and all its prose."""
    blocks: list[Line | Grid] = [Line(f"{report.organ}{report.year}年政府信息公开工作年度报告", Style.TITLE)]
    blocks += [Line(one.text) for one in report.preface if one.text.endswith("。")]
    tables = {table.key: table for table in EDITIONS[report.edition].tables}
    for section in report.sections:
        blocks.append(Line(section.heading or "", Style.HEADING))
        blocks += [Line(one.text) for one in section.paragraphs]
        if table := tables.get(str(section.number)):
            rows = tuple(tuple(box_of(report, box) for box in row) for row in form_tables.printed(table))
            heads = form_tables.head_rows(table)
            blocks.append(Grid(rows=rows, widths=WIDTHS[table.key], head_rows=heads, label=section.heading or ""))
    blocks += [Line(report.organ or "", Style.RIGHT), Line("2025年1月17日", Style.RIGHT)]
    return Manuscript(title=f"{report.organ}{report.year}", blocks=tuple(blocks))


def box_of(report: AnnualReport, box: form_tables.Box) -> Box:
    text = report.cell(*box.key).text if box.key else box.label
    return Box(text=text, across=box.across, down=box.down, scope=box.scope)


def list_of(count: int, *, head_rows: int = 1) -> Grid:
    """Return a table of so many rows of one line below its head."""
    head = (Box(text="信息内容", scope="col"), Box(text="件数", scope="col"))
    rows = ((Box(text=f"第{n}行", scope="row"), Box(text=str(n))) for n in range(1, count + 1))
    return Grid(rows=(head, *(tuple(row) for row in rows)), widths=(9, 6), head_rows=head_rows)


@settings(max_examples=12)
@given(SEEDS, st.sampled_from(list(EDITIONS)), st.sampled_from(["zero", "medium", "large"]))
def test_a_printed_report_is_read_as_the_same_cells_and_prose(seed: int, edition: str, size: str) -> None:
    report = lawful_report(seed, edition=edition, size=size)
    manuscript = whole(report)
    again = read(pdf(manuscript))
    assert (again.organ, again.year, again.edition) == (report.organ, report.year, report.edition)
    assert [(cell.key, cell.value, cell.state) for cell in again.cells] == [
        (cell.key, cell.value, cell.state) for cell in report.cells
    ]
    assert not again.leftovers
    printed = [squeezed(block.text) for block in manuscript.blocks if isinstance(block, Line)]
    assert [squeezed(one.text) for one in again.passages()] == printed


LINES = st.builds(
    lambda pieces, style, lead: Line("，".join(pieces), style, lead),
    st.lists(
        st.from_regex("[公开信息政府工作报告]{2,20}[，。、；：]?", fullmatch=True)
        | st.sampled_from(
            [
                "2024年",
                "1,234.56",
                "39.8%",
                "“一事一审”",
                "《条例》",
                "工作——公开",
                "情况……如下",
                "（三）",
                "0000-5553316",
            ]
        )
        | st.sampled_from(["www.e59.example/path/to-page?x=1&y=2", "gk@www.e77.example", "office fluff"]),
        min_size=1,
        max_size=12,
    ),
    st.sampled_from([Style.BODY, Style.BODY, Style.BODY, Style.ASIDE, Style.HEADING]),
    st.integers(0, 6),
)


@settings(max_examples=30)
@given(st.lists(LINES, min_size=1, max_size=12))
def test_no_character_of_prose_changes_and_no_paragraph_is_joined(prose: list[Line]) -> None:
    # A page on which nothing but a line or two stands does not tell what is large or indented there.
    long = Line("本年度政府信息公开工作情况如下，" * 6)
    manuscript = of(Line(TITLE, Style.TITLE), *prose, list_of(2), long)
    assert lines(pdf(manuscript)) == [TITLE, *(squeezed(line.text) for line in prose), long.text]


def test_a_paragraph_goes_on_over_the_page_s_end_and_no_page_number_is_in_it() -> None:
    text = "".join(f"第{n}项工作已经完成，" for n in range(120))
    data = pdf(of(Line(text), Line("完。")))
    assert pages(data) > 1
    assert lines(data) == [text, "完。"]


def test_the_same_manuscript_gives_the_same_bytes() -> None:
    manuscript = whole(lawful_report(5))
    assert pdf(manuscript) == pdf(manuscript)
    another = (
        "import sys; from tests.layout.test_pdf import *; sys.stdout.buffer.write(pdf(whole(lawful_report(5))))"
    )
    process = subprocess.run([sys.executable, "-c", another], capture_output=True, check=True, env=os.environ)
    assert process.stdout == pdf(manuscript)


def test_no_text_is_taken_for_mark_up() -> None:
    grid = Grid(
        rows=((Box(text=HOSTILE, scope="col"), Box(text="1")), (Box(text="= 1", scope="row"), Box(text=HOSTILE))),
        widths=(8, 7),
    )
    told = [Line("= 一", Style.HEADING), Line("- a", lead=1), Line("+ b"), Line("1. x"), Line("/ t: x")]
    manuscript = of(*told, Line(HOSTILE, lead=9), Line(HOSTILE, Style.ASIDE), grid, title=HOSTILE)
    *prose, table = shown(pdf(manuscript))
    assert prose == [squeezed(block.text) for block in manuscript.blocks if isinstance(block, Line)]
    assert [[squeezed(text) for text in row] for row in table] == [
        [squeezed(HOSTILE), "1"],
        ["=1", squeezed(HOSTILE)],
    ]


def test_a_template_reads_no_file_and_fetches_no_package(monkeypatch: pytest.MonkeyPatch) -> None:
    for command in ('#read("README.md")', '#read("/README.md")', '#include "README.md"'):
        monkeypatch.setattr(pdf_module, "_template", lambda command=command: command.encode())
        with pytest.raises(pdf_module.CannotPrint, match=r"load|found"):
            pdf(of(Line("公开")))


@pytest.fixture(params=[None, "none"])
def fonts(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Fonts of the machine: the last choice alone, and none at all."""
    folders: list[Path] = []
    if request.param is None:
        family = pdf_module._families()[Role.BODY][-1]
        folders = [Path(one.path or "").parent for one in pdf_module._fonts().fonts() if one.family == family][:1]
    found = typst.Fonts(include_system_fonts=False, font_paths=folders)
    monkeypatch.setattr(pdf_module, "_fonts", lambda: found)
    pdf_module._families.cache_clear()
    yield "one" if folders else "none"
    pdf_module._families.cache_clear()


def test_one_chinese_font_is_enough_and_none_is_told(fonts: str) -> None:
    report = lawful_report(3)
    if fonts == "one":
        assert [cell.value for cell in read(pdf(whole(report))).cells] == [cell.value for cell in report.cells]
        return
    with pytest.raises(NoFont) as caught:
        pdf(whole(report))
    assert "fonts-noto-cjk" in caught.value.reason
    assert "\n" not in caught.value.reason
    assert pdf(of(Line("abc"), title="abc")).startswith(b"%PDF")


def test_rare_characters_are_printed() -> None:
    rare = "堃喆昇珺㎡"
    assert lines(pdf(of(Line(f"联系人：李{rare}。")))) == [f"联系人：李{rare}。"]


@pytest.mark.parametrize(
    ("character", "code", "told"),
    [("\uf8ff", "U+F8FF", "自造字"), ("\x01", "U+0001", "显示不出"), ("\u0378", "U+0378", "显示不出")],
)
def test_a_character_that_no_font_has_is_named(character: str, code: str, told: str) -> None:
    with pytest.raises(MissingGlyph) as caught:
        pdf(of(Line(f"公开{character}信息")))
    assert caught.value.character == character
    assert code in caught.value.reason
    assert told in caught.value.reason


def test_of_a_han_character_it_is_told_what_to_install() -> None:
    poor = pdf_module._missing("㐂", ["WenQuanYi Micro Hei"])
    rich = pdf_module._missing("\U00031350", ["Noto Serif CJK SC", "Noto Sans CJK SC"])
    assert "㐂" in str(poor)
    assert "fonts-noto-cjk" in str(poor)
    assert "fonts-hanazono" in str(rich)
    assert "apt" not in str(pdf_module._missing("🏛", ["Noto Serif CJK SC"]))


def test_the_page_is_that_of_an_official_document() -> None:
    data = pdf(of(*(Line("公" * page.CHARACTERS * 3) for _ in range(15))))
    with pdfplumber.open(io.BytesIO(data)) as opened:
        first, second = opened.pages[:2]
        assert (round(first.width), round(first.height)) == (595, 842)
        rows: dict[float, list[dict[str, float]]] = {}
        for char in first.chars:
            rows.setdefault(round(char["top"]), []).append(char)
        *body, number = (rows[top] for top in sorted(rows))
        assert len(body) == page.LINES
        # A first line is indented by two characters.
        assert max(map(len, body)) == page.CHARACTERS
        assert body[0][0]["x0"] - body[1][0]["x0"] == pytest.approx(2 * page.BODY_SIZE, abs=1)
        assert body[1][0]["x0"] == pytest.approx(page.MARGIN_LEFT * page.POINTS, abs=1)
        assert body[1][-1]["x1"] == pytest.approx((page.PAGE_WIDTH - page.MARGIN_RIGHT) * page.POINTS, abs=1)
        tops = [row[0]["top"] for row in body]
        assert tops[1] - tops[0] == pytest.approx(page.LINE_PITCH, abs=0.1)
        foot = (page.PAGE_HEIGHT - page.MARGIN_BOTTOM) * page.POINTS
        assert body[-1][0]["bottom"] < foot
        assert foot < number[0]["top"] < foot + 2 * page.NUMBER_DROP * page.POINTS
        assert "".join(char["text"] for char in number) == "— 1 —"
        left = second.chars[[char["text"] for char in second.chars].index("2") - 2]
        assert number[-1]["x1"] == pytest.approx((page.PAGE_WIDTH - page.MARGIN_RIGHT) * page.POINTS - 14, abs=1)
        assert left["x0"] == pytest.approx(page.MARGIN_LEFT * page.POINTS + 14, abs=1)


def test_the_file_says_what_it_is_and_in_which_order_it_is_read() -> None:
    manuscript = of(
        *(Line(TITLE, Style.TITLE), Line("一、总体情况", Style.HEADING), Line("（一）主动公开", lead=7)),
        *(Line("本年公开。"), list_of(1), Line(ORGAN, Style.RIGHT), Line("2025年1月17日", Style.RIGHT)),
    )
    data = pdf(manuscript)
    with pdfplumber.open(io.BytesIO(data)) as opened:
        assert opened.metadata["Title"] == TITLE
        assert opened.metadata["Keywords"] == f"年度报告, {ORGAN}"
        assert opened.metadata["CreationDate"].startswith("D:20250117")
        kinds = [tag["type"] for tag in walked(opened.structure_tree)]
    assert [kind for kind in kinds if kind in {"H1", "H2", "H3", "Table"}] == ["H1", "H2", "H3", "Table"]
    assert kinds.count("TH") == 2
    for mark in (b"pdfuaid", b"pdfaid", b"zh-"):
        assert mark in data or mark in unpacked(data)


def unpacked(data: bytes) -> bytes:
    """Return what a file says of itself where it is not compressed, and its catalogue."""
    with pdfplumber.open(io.BytesIO(data)) as opened:
        return repr(opened.doc.catalog).encode() + opened.doc.catalog["Metadata"].resolve().get_data()


def walked(tags: list[dict[str, object]]) -> Iterator[dict[str, object]]:
    for tag in tags:
        yield tag
        yield from walked(tag.get("children", []))  # type: ignore[arg-type]  # the tree has no types of its own


def test_a_date_that_no_calendar_has_does_no_harm() -> None:
    with pdfplumber.open(io.BytesIO(pdf(of(Line("2025年13月41日", Style.RIGHT))))) as opened:
        assert opened.metadata["CreationDate"].startswith("D:19800101")


def test_headings_of_every_order_are_tagged_without_a_gap() -> None:
    styles = [Line("（一）公开", lead=5), Line("一、情况", Style.HEADING), Line("（一）公开", lead=5)]
    data = pdf(of(*styles, Line(TITLE, Style.TITLE), *styles))
    with pdfplumber.open(io.BytesIO(data)) as opened:
        kinds = [tag["type"] for tag in walked(opened.structure_tree)]
    assert [kind for kind in kinds if str(kind).startswith("H")] == ["H1", "H1", "H2", "H1", "H2", "H2", "H3"]


def test_a_table_stands_whole_below_its_heading() -> None:
    before = [Line("公开。") for _ in range(17)]
    data = pdf(of(*before, Line("二、主动公开政府信息情况", Style.HEADING), list_of(8)))
    with pdfplumber.open(io.BytesIO(data)) as opened:
        first, second = (one.extract_text() for one in opened.pages)
    assert "二、主动公开" not in first
    assert second.startswith("二、主动公开")
    assert "第8行" in second


def test_a_note_above_a_table_stands_between_heading_and_table_on_their_page() -> None:
    before = [Line("公开。") for _ in range(14)]
    note = Line("二〇二四年有关数据如下表，单位：件。")
    for table in (list_of(8), list_of(24)):
        data = pdf(of(*before, Line("三、收到和处理政府信息公开申请情况", Style.HEADING), note, table))
        with pdfplumber.open(io.BytesIO(data)) as opened:
            first, second = (one.extract_text() for one in opened.pages)
        assert note.text not in first
        assert second.startswith("三、收到和处理政府信息公开申请情况\n" + note.text)
        assert f"第{len(table.rows) - 1}行" in second


def test_a_paragraph_above_a_table_may_stand_on_the_page_before() -> None:
    before = [Line("公开。") for _ in range(14)]
    data = pdf(of(*before, Line("三、情况", Style.HEADING), Line("有关情况，" * 30), list_of(24)))
    with pdfplumber.open(io.BytesIO(data)) as opened:
        assert "三、情况" in opened.pages[0].extract_text()


def test_the_statutory_tables_take_one_page_each_at_most() -> None:
    for edition in EDITIONS:
        data = pdf(whole(lawful_report(11, edition=edition, size="large")))
        grids = [block for block in read_document(data).blocks if isinstance(block, document.Grid)]
        assert len(grids) == 3


def test_a_table_higher_than_a_page_is_cut_and_its_head_repeated() -> None:
    data = pdf(of(list_of(150)))
    tables = [block for block in shown(data) if isinstance(block, list)]
    assert len(tables) == pages(data) > 1
    assert all(table[0] == ["信息内容", "件数"] for table in tables)
    assert [row[1] for table in tables for row in table[1:]] == [str(n) for n in range(1, 151)]


def test_a_long_figure_is_set_smaller_and_read_back_whole() -> None:
    giants = ["1234567", "98765432109876543210", "-7654321.125", "123456789～987654321", "1234567890123万元", "0"]
    row = tuple(Box(text=text) for text in giants)
    grid = Grid(rows=(tuple(Box(text="结果维持", scope="col") for _ in giants), row), widths=(1, 1, 1, 1, 1, 10))
    data = pdf(of(Line("一", Style.HEADING), grid))
    with pdfplumber.open(io.BytesIO(data)) as opened:
        table = opened.pages[0].find_tables()[0]
        for cell, text in zip(table.rows[1].cells, giants, strict=True):
            inside = [char for char in opened.pages[0].crop(cell).chars if char["text"].strip()]
            assert "".join(char["text"] for char in inside) == text
    assert shown(data)[1][1] == giants


def test_a_label_of_four_characters_is_two_lines_of_two() -> None:
    grid = Grid(
        rows=(
            tuple(Box(text="结果维持", scope="col") for _ in range(UNITS)),
            tuple(Box(text="0") for _ in range(UNITS)),
        ),
        widths=WIDTHS["4"],
    )
    with pdfplumber.open(io.BytesIO(pdf(of(grid)))) as opened:
        assert opened.pages[0].extract_table()[0][0] == "结果\n维持"


@pytest.mark.parametrize(
    "parts",
    [
        (ORGAN, "2024年政府信息公开工作年度报告"),
        (f"2024年{ORGAN}", "政府信息公开工作年度报告"),
        ("2024年政府信息公开",),
    ],
)
def test_a_title_too_long_for_a_line_is_cut_where_its_words_part(parts: tuple[str, ...]) -> None:
    with pdfplumber.open(io.BytesIO(pdf(of(Line("".join(parts), Style.TITLE), Line("公开。"))))) as opened:
        assert opened.pages[0].extract_text().split("\n")[: len(parts) + 1] == [*parts, "公开。"]


def test_a_title_stands_on_top_of_the_first_page_or_below_a_blank_line() -> None:
    with pdfplumber.open(io.BytesIO(pdf(of(Line(TITLE, Style.TITLE))))) as opened:
        assert opened.pages[0].chars[0]["top"] < page.MARGIN_TOP * page.POINTS + page.TITLE_PITCH - page.TITLE_SIZE
    with pdfplumber.open(io.BytesIO(pdf(of(Line("索引号：1", Style.ASIDE), Line(TITLE, Style.TITLE))))) as opened:
        above, title = (next(c for c in opened.pages[0].chars if c["text"] == text) for text in ("索", TITLE[0]))
        assert title["top"] - above["bottom"] > page.LINE_PITCH


def test_a_manuscript_of_nothing_is_a_page_of_nothing() -> None:
    assert pages(pdf(of(Line(""), Grid(rows=(), widths=(15,))))) == 1
