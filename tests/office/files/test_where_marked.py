"""Where a marking was found is said; words of tables are no markings; no real report is refused."""

from __future__ import annotations

import docx
import pytest

from gongkai_office.files.kinds import BY_ENDING
from gongkai_office.files.models import StoredFile
from gongkai_office.files.words import State
from tests.office.files import samples
from tests.office.files.test_accepting import refused, taken
from tests.office.files.test_refusing import MARK, PROSE, in_box, page_with_row, rows, titled

db = pytest.mark.django_db
quick = pytest.mark.usefixtures("in_this_process")


def second_sheet(book) -> None:
    sheet = book.create_sheet("底稿", 0)
    sheet["B3"] = MARK
    book.move_sheet(sheet, 1)


def table_of_reasons(*told: tuple[str, ...]):
    def change(document: docx.document.Document) -> None:
        table = document.add_table(len(told), len(told[0]))
        for row, cells in zip(table.rows, told, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text

    return change


FOUND = {
    "第 2 张工作表第 3 行 B 列有": ("a.xlsx", lambda: samples.workbook(change=second_sheet)),
    "第 1 张工作表第 2 行 A 列有": ("a.xls", lambda: samples.old_workbook(("项目",), (MARK,))),
    "第 3 张工作表第 2 行 B 列有": (
        "a.ods",
        lambda: samples.open_document("spreadsheet", rows(["年报", "1"], ["", MARK], sheets=3)),
    ),
    "第 1 张工作表第 2 行 AB 列有": ("a.xlsx", lambda: samples.workbook(("年报",), ("1", *[""] * 26, MARK))),
    "第 2 行 B 列有": ("a.csv", "年报,3\n1,机密★10年,某文件\n".encode),
    "第 3 行有": ("a.txt", f"报告\n\n{MARK}\n".encode),
    "第 1 页第 1 行有": ("a.pdf", lambda: samples.pdf(MARK, "关于某事的报告")),
    "第 13 段（不计空段）有": ("a.docx", lambda: samples.word(*PROSE, MARK)),
    "第 1 个表格第 2 行第 2 格有": (
        "a.docx",
        lambda: samples.word(*PROSE, change=table_of_reasons(("序号", "事由"), ("1", MARK))),
    ),
    "第 1 个表格第 2 行第 3 格有": (
        "a.html",
        lambda: page_with_row("1", "二", MARK),
    ),
    "页眉或页脚里有": ("a.docx", lambda: samples.word(*PROSE, header="机密")),
    "文本框里有": ("a.docx", lambda: samples.word(*PROSE, change=in_box)),
    "文件属性（标题、主题、关键词等）里有": ("a.docx", lambda: samples.word(*PROSE, change=titled)),
    "压缩包内第 2 个文件第 1 行有": ("a.zip", lambda: samples.packed({"一.txt": "年报", "二.txt": MARK})),
    "压缩包内第 2 个文件文件名里有": ("a.zip", lambda: samples.packed({"一.txt": "年报", "秘密_二.txt": "x"})),
    "文件名里有": ("机密★报告.docx", samples.word),
    "正文里有": ("a.doc", lambda: samples.old_word(MARK, "关于某事的报告")),
}


@db
@quick
@pytest.mark.parametrize("place", FOUND)
def test_a_refusal_says_where_the_marking_is_whom_to_ask_and_what_else_to_do(place):
    name, make = FOUND[place]
    reason = refused(name, make()).reason
    assert reason.startswith(place)
    assert "报告本单位保密机构" in reason
    assert "原文件没有改动" in reason
    assert "确认不涉密" in reason
    assert "底稿" not in reason
    assert len(reason) <= StoredFile._meta.get_field("reason").max_length


WORDS_OF_TABLES = {
    "csv": ("a.csv", "项目,情形\n涉及国家秘密,秘密 5年\n".encode, True),
    "csv heads": ("a.csv", "秘密,数量\n1,2\n".encode, True),
    "csv levels": ("a.csv", "绝密,机密,秘密\n0,0,0\n".encode, False),
    "csv list": ("a.csv", "绝密\n机密\n秘密\n".encode, False),
    "xlsx": ("a.xlsx", lambda: samples.workbook(("项目", "情形"), ("涉及国家秘密", "秘密 5年")), True),
    "xlsx list": ("a.xlsx", lambda: samples.workbook(("秘密",), ("机密",), ("绝密",), ("内部",)), False),
    "docx": (
        "a.docx",
        lambda: samples.word("年报", change=table_of_reasons(("项目", "情形"), ("国家秘密", "秘密 5年"))),
        True,
    ),
    "odt": ("a.odt", lambda: samples.open_document("text", rows(["项目", "情形"], ["国家秘密", "秘密 5年"])), True),
    "csv cells": ("a.csv", "项目,密级,期限\n,秘密,5年\n".encode, True),
    "html": ("a.html", lambda: page_with_row("涉及国家秘密", "秘密 5年"), True),
    "wrapped page": ("a.pdf", lambda: samples.pdf(*PROSE, "1.属于国家\n#pagebreak()\n秘密", "正文"), False),
    "wrapped line": ("a.txt", "1.属于国家\n秘密\n三、商业\n秘密 0 0 0\n".encode, False),
}


@db
@quick
@pytest.mark.parametrize("kind", WORDS_OF_TABLES)
def test_levels_that_are_words_of_a_table_are_taken_in_and_pointed_out(kind):
    name, make, pointed_out = WORDS_OF_TABLES[kind]
    file = taken(name, make())
    assert ("levels" in file.signs.split()) is pointed_out


@db
@quick
@pytest.mark.parametrize("data", ["秘密\n关于某事的请示\n", "秘密\n", "绝密\n绝密\n"])
def test_a_bare_level_on_the_first_line_is_refused_whatever_follows_that_is_no_other_level(data):
    assert refused("a.txt", data.encode()).code == "classified"


@db
@quick
def test_no_real_report_is_refused(shared_reports):
    files = [file for file in sorted(shared_reports.iterdir()) if file.suffix[1:] in BY_ENDING]
    assert files
    for file in files:
        assert taken(file.name, file.read_bytes()).state == State.ACCEPTED, file.name
