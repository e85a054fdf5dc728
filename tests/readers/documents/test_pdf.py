"""PDF files with a text layer: tables over pages, with and without rules; paragraphs; places; files that harm."""

from __future__ import annotations

import re
import zlib

import pytest

from gongkai.errors import InputTooLarge, UnknownKind
from gongkai.readers import Grid, Line, read
from gongkai.readers.documents.paper import TextLine, paragraphs
from gongkai.readers.documents.read_document import read_document
from gongkai.report import PagePlace, State
from gongkai.samples import pdf_words, sample


def words(text, x, y, size=12.0):
    start, end = pdf_words.text(x, y, size)
    return start + pdf_words.code(text) + end


def page(*lines, x=74.0, size=16.0):
    return "".join(words(line, x, 100 + 28 * n, size) for n, line in enumerate(lines))


def pdf(*pages):
    return pdf_words.packed_pages(pdf_words.BREAK.join(pages))


def shown(data):
    return [
        block.text if isinstance(block, Line) else [[cell.text for cell in row] for row in block.rows]
        for block in read_document(data).blocks
    ]


def table(rows, top=300.0, left=100.0, wide=100.0, high=20.0):
    """Draw a ruled table."""
    drawn = ""
    for down, row in enumerate(rows):
        for across, text in enumerate(row):
            x, y = left + across * wide, top + down * high
            drawn += pdf_words.box(x, y, x + wide, y + high) + words(text, x + 4, y + 14, 10)
    return drawn


def test_lines_are_joined_to_paragraphs_over_the_page_s_end():
    full = "一" * 28
    assert shown(pdf(page(full, "二二"), page("三三"))) == [f"{full}二二", "三三"]
    assert shown(pdf(page(full), page(full, "三"))) == [full + full + "三"]


def test_page_numbers_are_no_text():
    numbered = page("甲" * 28) + words("— 1 —", 280, 805) + words("7", 290, 30)
    assert shown(pdf(numbered)) == ["甲" * 28]


def test_a_title_in_large_letters_is_one_line():
    first, second = "某县人民政府二〇二四年", "政府信息公开工作年度报告"
    title = words(first, 187, 42, 20) + words(second, 177, 70, 20)
    assert shown(pdf(title + page("甲" * 28, "乙", "丙" * 28)))[0] == first + second


def test_short_lines_indented_beside_a_table_are_a_paragraph_each():
    indented = page("三、收到和处理政府信息公开申请情况", "二〇二四年有关数据如下表：", x=106.0)
    rows = table([["规章", "1"], ["行政许可", "23"]], left=74.0)
    assert shown(pdf(indented + rows))[:2] == ["三、收到和处理政府信息公开申请情况", "二〇二四年有关数据如下表："]


def test_lines_that_nothing_shows_to_be_indented_go_on():
    full = page("甲" * 17, "乙" * 16, x=106.0)
    assert shown(pdf(full + table([["规章", "1"], ["行政许可", "23"]], left=106.0)))[0] == "甲" * 17 + "乙" * 16


def test_a_title_above_a_few_lines_is_one_line():
    first, second = "某县人民政府二〇二四年", "政府信息公开工作年度报告"
    title = words(first, 187, 42, 22) + words(second, 177, 70, 22)
    heading = words("一、总体情况", 106, 130, 16)
    rows = table([["规章", "1"], ["行政许可", "23"]], left=74.0)
    prose = page("甲" * 28, "乙" * 28, "丙")
    assert shown(pdf(title + heading + rows, prose))[:2] == [first + second, "一、总体情况"]


def test_an_indented_paragraph_goes_on_where_the_next_word_had_no_room():
    full, number = "甲" * 28, "0000-5553316"
    indented = words("丙" * 20, 106, 156, 16) + words(f"{number}，丁", 74, 184, 16)
    assert shown(pdf(page(full, "乙") + indented))[-1] == "丙" * 20 + f"{number}，丁"
    short = words("丙" * 10, 106, 156, 16) + words(f"{number}，丁", 74, 184, 16)
    assert shown(pdf(page(full, "乙") + short))[-1] == f"{number}，丁"


def test_an_address_that_a_line_s_end_cuts_is_joined_without_a_blank():
    address = "www.e59.example/work"
    lines = page("甲" * 28, "乙" * 18 + address, "reports")
    assert shown(pdf(lines)) == ["甲" * 28 + "乙" * 18 + address + "reports"]
    lines = page("甲" * 28, "乙" * 18 + "Government Disclosur", "reports")
    assert shown(pdf(lines)) == ["甲" * 28 + "乙" * 18 + "Government Disclosur reports"]


def test_a_ruled_table_is_a_grid_with_places():
    document = read_document(pdf(page("甲" * 28) + table([["规章", "1"], ["行政许可", "23"]])))
    grid = document.blocks[1]
    assert [[cell.text for cell in row] for row in grid.rows] == [["规章", "1"], ["行政许可", "23"]]
    assert grid.rows[1][1].place == PagePlace(1, 200.0, 320.0, 300.0, 340.0)
    assert str(grid.rows[1][1].place) == "p1(200,320)"


def test_lines_around_words_are_no_table():
    box = pdf_words.box(70, 90, 540, 130)
    assert shown(pdf(box + page("甲" * 10))) == ["甲" * 10]


def test_figures_in_columns_without_rules_are_a_grid_too():
    rows = [("", "甲甲", "乙乙", "丙丙"), ("规章", "1", "2", "3"), ("文件", "4", "", "6")]
    drawn = "".join(
        words(text, 80 + 110 * across, 300 + 22 * down, 10)
        for down, row in enumerate(rows)
        for across, text in enumerate(row)
        if text
    )
    assert shown(pdf(drawn)) == [[["甲甲", "乙乙", "丙丙"], ["规章", "1", "2", "3"], ["文件", "4", "", "6"]]]


def test_figures_without_a_head_are_not_taken_for_columns():
    drawn = "".join(words(text, 80 + 110 * n, 300, 10) for n, text in enumerate(("文件", "1", "2", "3")))
    assert shown(pdf(drawn)) == ["文件 1 2 3"]


@pytest.mark.parametrize("layout", ["pdf_ruled", "pdf_repeated", "pdf_halved", "pdf_bare"])
def test_every_cell_knows_its_page_and_box(layout):
    report = read(sample(3, layout=layout, edition="2021").data)
    assert {cell.state for cell in report.cells} == {State.PRINTED}
    assert {type(cell.place) for cell in report.cells} == {PagePlace}
    assert len({cell.place.page for cell in report.cells}) > 1


def encrypted():
    """Return a file that asks for a password nobody knows."""
    data = pdf(page("甲"))
    entry = b"<</Filter/Standard/V 1/R 2/O<" + b"11" * 32 + b">/U<" + b"22" * 32 + b">/P -4>>"
    return data.replace(b"/Root 1 0 R", b"/ID[<00><00>]/Encrypt " + entry + b"/Root 1 0 R")


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "损坏"),
        (pdf(page("甲" * 20))[:400], "损坏"),
        (encrypted(), "密码"),
    ],
    ids=["cut", "half", "locked"],
)
def test_a_file_that_cannot_be_opened_is_told_in_a_sentence(data, word):
    with pytest.raises(UnknownKind) as caught:
        read(data)
    assert word in caught.value.reason


def test_a_file_of_five_thousand_pages_is_refused():
    with pytest.raises(InputTooLarge) as caught:
        read(pdf(*[page("甲")] * 5000))
    assert "5000 页" in caught.value.reason


def test_a_page_of_too_many_objects_is_refused():
    with pytest.raises(InputTooLarge):
        read(pdf(page("甲") + pdf_words.box(10, 10, 20, 20) * 50_000))


def test_a_stream_that_unpacks_beyond_all_bounds_is_refused():
    bomb = zlib.compress(b" " * (300 << 20))
    data = pdf(page("甲"))
    stream = re.search(rb"/Length (\d+)/Filter/FlateDecode>>\nstream\n(.*?)\nendstream", data, re.DOTALL)
    swollen = data.replace(stream[2], bomb).replace(b"/Length " + stream[1], b"/Length %d" % len(bomb))
    with pytest.raises(InputTooLarge):
        read(swollen)


def test_an_empty_page_has_no_paragraphs():
    assert list(paragraphs([])) == []
    number = TextLine("- 3 -", PagePlace(1, 280, 800, 310, 812), (595, 842))
    assert list(paragraphs([number])) == []


def test_blocks_are_lines_and_grids():
    kinds = [type(block) for block in read_document(pdf(page("甲") + table([["甲", "1"], ["乙", "2"]]))).blocks]
    assert kinds == [Line, Grid]
