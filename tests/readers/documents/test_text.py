"""Scraped text is read whatever parts its cells, and what a screen does not show parts nothing."""

from __future__ import annotations

import pytest

from gongkai.readers import read
from gongkai.readers.documents.text import read_text
from tests.terms import printed

SEAMS = {
    "bars": (" | ", "\n"),
    "bare bars": ("|", "\n"),
    "bars behind": (" |\n", " |\n"),
    "bars behind and empty lines": ("|\n\n", "|\n\n"),
    "tabs": ("\t", "\n"),
    "lines": ("\n", "\n"),
    "lines and empty lines": ("\n\n", "\n\n"),
    "wide blanks": ("\u3000", "\n"),
    "blanks": ("  ", "\n"),
}
UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\x00"


@pytest.mark.parametrize("edition", ["2021", "2019"])
@pytest.mark.parametrize("seams", SEAMS)
def test_a_text_is_read_whole_whatever_parts_its_cells(seams: str, edition: str) -> None:
    between, closing = SEAMS[seams]
    report = read(printed.text(edition, between=between, closing=closing).encode())
    assert report.edition == edition
    assert printed.wrong(report) == {}
    assert list(report.marked()) == []


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_are_line_ends(end: str) -> None:
    plain = read(printed.text().encode())
    other = read(printed.text().replace("\n", end).encode())
    assert other == plain


def test_a_document_is_the_lines_of_its_text() -> None:
    document = read_text("甲\r\n乙\n\n丙 | 1")
    assert (document.kind, document.title) == ("text", "")
    assert [getattr(block, "text", None) for block in document.blocks] == ["甲", "乙", "", "丙 | 1"]


@pytest.mark.parametrize("char", UNSEEN, ids=[f"U+{ord(char):04X}" for char in UNSEEN])
def test_a_character_without_width_parts_neither_label_nor_figure(char: str) -> None:
    figure = printed.figures()[printed.LICENCES]
    text = printed.text().replace(figure, figure[:2] + char + figure[2:]).replace("规章", f"规{char}章")
    report = read(text.encode())
    assert printed.wrong(report) == {}
    assert list(report.marked()) == []


def test_traditional_script_is_the_same_form() -> None:
    text = printed.text().replace("规章", "規章").replace("总计", "總計").replace("行政许可", "行政許可")
    report = read(text.replace("办理结果", "辦理結果").replace("不予公开", "不予公開").encode())
    assert printed.wrong(report) == {}
    assert list(report.marked()) == []


@pytest.mark.parametrize("line", ["- 7 -", "第7页 共9页", "第 7 页"])
def test_a_page_number_between_label_and_figure_is_no_figure(line: str) -> None:
    label = "6.属于四类过程性信息"
    text = printed.text(between="\n").replace(f"{label}\n", f"{label}\n{line}\n")
    report = read(text.encode())
    assert printed.wrong(report) == {}
    assert list(report.marked()) == []


def test_a_blank_stays_blank_and_an_absent_row_is_none() -> None:
    rows = printed.sheets()["3"]
    sheets = {**printed.sheets(), "3": [row for row in rows if row[0].text != "2.重复申请"]}
    report = read(printed.page(tables=sheets, shown=None).encode())
    assert printed.wrong(report) == {}
    assert {cell.key[1] for cell in report.marked()} == {"3.5.2"}
    assert {cell.state.value for cell in report.marked()} == {"absent"}
    blank = read(printed.page(shown={printed.LICENCES: ""}).encode())
    assert [(cell.key, cell.state.value) for cell in blank.marked()] == [(printed.LICENCES, "blank")]


def test_words_inside_a_table_that_belong_to_no_cell_are_kept() -> None:
    label = "6.属于四类过程性信息"
    text = printed.text(between="\n").replace(f"{label}\n", f"另有口头答复若干\n{label}\n")
    report = read(text.encode())
    assert printed.wrong(report) == {}
    assert ["另有口头答复若干" in leftover.text for leftover in report.leftovers] == [True]
