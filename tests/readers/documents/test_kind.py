"""What cannot become a report is refused by its content, in one Chinese sentence and in bounded time."""

from __future__ import annotations

import io
import re
import time
import zipfile
from random import Random

import pytest

from gongkai.errors import EmptyInput, InputTooLarge, NotAReport, UnknownKind, UnreadableInput
from gongkai.readers import read
from gongkai.readers.documents.kind import check_bytes, is_page
from gongkai.readers.documents.limits import MAX_BYTES, MAX_DEPTH, MAX_SCAN_BYTES
from gongkai.report import State
from tests.terms import printed

# One sentence for a person: Chinese, on one line, without a full stop in its middle.
SENTENCE = re.compile(r"(?=.*[\u4e00-\u9fff]{4})[^\n。]+。?")
PAGE = printed.page()


COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def archive(name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        packed.writestr(name, "<w:document/>")
    return buffer.getvalue()


def refused(data: bytes) -> UnreadableInput:
    began = time.monotonic()
    with pytest.raises(UnreadableInput) as caught:
        read(data)
    assert time.monotonic() - began < 5
    assert SENTENCE.fullmatch(caught.value.reason), caught.value.reason
    assert str(caught.value) == caught.value.reason
    return caught.value


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
        (archive("word/document.xml"), "损坏"),
        (archive("OFD.xml"), "OFD.*导出为 PDF"),
        (archive("a.txt"), "压缩"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (COMPOUND + "_VBA_PROJECT".encode("utf-16-le"), "宏"),
        (b"PK\x05\x06" + bytes(18), "压缩"),
        (COMPOUND, "旧版"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "图片"),
        (b"\xff\xd8\xff\xe0" + bytes(100), "图片"),
        (b"GIF89a" + bytes(100), "图片"),
        (b"\x1f\x8b\x08" + bytes(100), "压缩"),
        (b"{\\rtf1\\ansi " + b"x" * 100, "RTF"),
        (b"MZ\x90\x00" + bytes(100), "程序"),
        (Random(7).randbytes(100_000), "二进制"),
        (PAGE.encode()[:50] + Random(8).randbytes(4000), "二进制"),
    ],
    ids=[
        "pdf",
        "docx",
        "ofd",
        "other zip",
        "locked",
        "macros",
        "zip",
        "ole",
        "png",
        "jpeg",
        "gif",
        "gzip",
        "rtf",
        "exe",
        "noise",
        "noise behind a page",
    ],
)
def test_a_file_of_another_kind_is_named_for_what_it_is(data: bytes, word: str) -> None:
    error = refused(data)
    assert type(error) is UnknownKind
    assert re.search(word, error.reason)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n\t \r\n",
        bytes(100),
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        "\ufeff \n".encode("utf-16"),
        "\u3000\u3000\n\xa0".encode(),
        b"<html><body><p></p><div> </div></body></html>",
        b"<html><head><title>x</title></head><body><table><tr><td></td></tr></table></body></html>",
    ],
)
def test_a_file_without_a_word_is_empty(data: bytes) -> None:
    assert type(refused(data)) is EmptyInput


@pytest.mark.parametrize(
    "text",
    [
        "今年的雨水比去年多一些，菜地里的白菜长得很好。\n我们下个月再去看看。",
        "<html><body><div><p>今年的雨水多</p><p>菜地里的白菜长得很好</p></div></body></html>",
        "1 2 3\n4 5 6\n",
        "一、总体情况\n本年做了一些事。",
        "规章\n行政许可\n",
        "年度报告",
    ],
)
def test_a_text_that_is_no_report_is_no_report_and_not_two_hundred_zeros(text: str) -> None:
    assert type(refused(text.encode())) is NotAReport


def test_a_report_with_headings_but_no_tables_is_a_report_of_absent_cells() -> None:
    text = "\n".join(words for kind, words in printed.article() if kind != "table")
    report = read(text.encode())
    assert {cell.state for cell in report.cells} == {State.ABSENT}
    assert [section.number for section in report.sections if section.heading] == [1, 2, 3, 4, 5, 6]


def test_a_report_with_one_table_leaves_the_others_absent() -> None:
    whole = printed.page()
    for table in (printed.html_table(sheet) for key, sheet in printed.sheets().items() if key != "3"):
        whole = whole.replace(table, "")
    report = read(whole.encode())
    assert printed.wrong(report) == {}
    assert {cell.table for cell in report.cells if cell.state is State.PRINTED} == {"3"}
    assert {cell.state for cell in report.cells if cell.table != "3"} == {State.ABSENT}


def test_content_decides_what_is_a_page_and_not_a_name() -> None:
    assert is_page(PAGE)
    assert not is_page(printed.text())
    assert not is_page("锟斤拷情冴/span> 1<2 <b>粗</b>")


def test_a_text_that_kept_a_tag_is_still_read_as_text() -> None:
    report = read(printed.text().replace("六部分", "六<br>部分").encode())
    assert printed.wrong(report) == {}
    assert list(report.marked()) == []


def test_a_text_that_begins_like_a_picture_is_a_text() -> None:
    check_bytes("BM 文档\n".encode() + printed.text().encode())
    assert printed.wrong(read(b"MZ\n" + printed.text().encode())) == {}


@pytest.mark.parametrize("data", [b"a" * (MAX_BYTES + 1), b"\n<td>" * (25 << 18)], ids=["letters", "tags"])
def test_a_file_above_the_bound_is_refused_with_both_sizes(data: bytes) -> None:
    error = refused(data)
    assert type(error) is InputTooLarge
    assert re.search(r"\d+ MB.*24 MB", error.reason)


def test_a_scan_may_be_larger_than_a_text() -> None:
    assert type(refused(b"%PDF-1.7\n" + b"0" * MAX_BYTES)) is UnknownKind
    assert type(refused(b"%PDF-1.7\n" + b"0" * MAX_SCAN_BYTES)) is InputTooLarge


def test_a_text_of_too_many_lines_is_refused() -> None:
    assert type(refused(b"0\n" * 500_000)) is InputTooLarge


@pytest.mark.parametrize("times", [MAX_DEPTH + 1, 40_000, 300_000])
@pytest.mark.parametrize("tag", ["div", "table><tr><td", "span", "font", "ul"])
def test_deep_nesting_is_refused(tag: str, times: int) -> None:
    deep = PAGE.replace("<body>", "<body>" + f"<{tag}>" * times)
    assert type(refused(deep.encode())) is InputTooLarge


def test_nesting_below_the_bound_is_read() -> None:
    for tag in ("div", "span", "font", "table><tr><td"):
        deep = PAGE.replace("<body>", "<body>" + f"<{tag}>" * (MAX_DEPTH // 2))
        report = read(deep.encode())
        assert printed.wrong(report) == {}
        assert list(report.marked()) == []


@pytest.mark.parametrize(
    "table",
    [
        "<table>" + ("<tr>" + "<td>1</td>" * 100 + "</tr>") * 10_000 + "</table>",
        "<table><tr>" + "<td>1" * 1_000_000,
        "<table>" + ("<tr>" + "<td>1</td>" * 100 + "</tr>") * 700 + "</table>",
        "<table>" + ("<tr>" + "<td colspan=1000000 rowspan=1000000>1</td>" * 2 + "</tr>") * 10_000 + "</table>",
    ],
    ids=["a million cells", "a million cells in a row", "70000 cells", "spans over spans"],
)
def test_a_table_beyond_any_report_is_refused(table: str) -> None:
    assert type(refused(PAGE.replace("</body>", table + "</body>").encode())) is InputTooLarge


def test_a_span_of_a_million_columns_is_bounded_and_harms_nothing() -> None:
    began = time.monotonic()
    report = read(PAGE.replace('colspan="7"', 'colspan="1000000"').encode())
    assert time.monotonic() - began < 1
    assert printed.wrong(report) == {}
    assert list(report.marked()) == []


def test_a_figure_of_five_million_digits_is_unreadable_in_bounded_time() -> None:
    began = time.monotonic()
    figure = printed.figures()[printed.LICENCES]
    report = read(printed.text().replace(figure, "3" * 5_000_000).encode())
    assert time.monotonic() - began < 5
    assert report.cell(*printed.LICENCES).state is State.UNREADABLE
    assert printed.wrong(report) == {}
