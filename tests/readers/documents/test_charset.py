"""A text is read in whatever charset it is, and never dies of what its page claims."""

from __future__ import annotations

import codecs

import pytest

from gongkai.readers import read
from gongkai.readers.documents.charset import decode
from tests.terms import printed

SENTENCE = "云杉县水文管理局的工作人员在这一年里公开了三十二条信息，其中有关水位的有二十条。"
RARE = "㐂杉县𠀀文管理局的工作人员公开了三十二条信息。"
TRADITIONAL = "雲杉縣水文管理局的工作人員在這一年中公開了三十二條信息，其中有關水位的有二十條。"
# The last ones are codecs of the language, but no charsets.
CLAIMS = ("gb2312", "gbk", "utf-8", "big5", "iso-8859-1", "shift_jis", "utf-16", "utf-7", "none", "x-user-defined")
NO_CHARSETS = ("hex", "bz2", "idna", "base64", "rot13", "zlib", "punycode", "undefined", "unicode_escape")


def page(claim: str) -> str:
    return printed.page().replace("'utf-8'", f"'{claim}'")


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_a_sentence_comes_back_from_every_charset_of_the_country(charset: str) -> None:
    assert decode(SENTENCE.encode(charset)) == SENTENCE


def test_rare_characters_come_back_from_gb18030() -> None:
    assert decode(RARE.encode("gb18030")) == RARE


def test_traditional_script_comes_back_from_big5() -> None:
    assert decode(TRADITIONAL.encode("big5")) == TRADITIONAL


@pytest.mark.parametrize(
    "data", [codecs.BOM_UTF16_LE + SENTENCE.encode("utf-16-le"), codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be")]
)
def test_utf_16_is_known_by_its_mark_whichever_byte_comes_first(data: bytes) -> None:
    assert decode(data) == SENTENCE


@pytest.mark.parametrize("data", [b"", b"abc 123", b"\xef\xbb\xbfabc"])
def test_plain_ascii_is_itself_and_a_mark_is_no_text(data: bytes) -> None:
    assert decode(data) == data.decode("utf-8-sig")


@pytest.mark.parametrize("claim", [*CLAIMS, *NO_CHARSETS])
@pytest.mark.parametrize("charset", ["utf-8", "gbk"])
def test_a_page_is_read_whatever_charset_it_claims(charset: str, claim: str) -> None:
    report = read(page(claim).encode(charset))
    assert report.organ == printed.ORGAN
    assert printed.wrong(report) == {}
    assert list(report.marked()) == []


@pytest.mark.parametrize("lost", [1, 2])
def test_a_text_cut_in_the_middle_of_a_character_keeps_all_before_it(lost: int) -> None:
    assert decode((SENTENCE + "完").encode()[:-lost]) == SENTENCE + "\ufffd"


def test_a_gbk_text_cut_in_the_middle_of_a_character_keeps_all_before_it() -> None:
    assert decode((SENTENCE + "完").encode("gbk")[:-1]) == SENTENCE + "\ufffd"


@pytest.mark.parametrize("charset", ["utf-8", "gbk"])
def test_a_few_wrong_bytes_stay_visible_as_lost_characters(charset: str) -> None:
    before, after = SENTENCE[:11], SENTENCE[11:]
    text = decode(before.encode(charset) + b"\xff" + after.encode(charset))
    assert text == f"{before}\ufffd{after}"


@pytest.mark.parametrize("charset", ["utf-8", "gbk"])
def test_wrong_bytes_outside_the_tables_are_told_as_damage_and_touch_no_cell(charset: str) -> None:
    before, _, after = printed.text().partition("写的话")
    report = read(before.encode(charset) + b"\xff" + after.encode(charset))
    assert printed.wrong(report) == {}
    assert list(report.marked()) == []
    assert [note.text.count("\ufffd") for note in report.damage] == [1]


def test_characters_that_part_cells_inside_the_reader_are_taken_out_of_the_input() -> None:
    assert decode("规\x1f章\x1e1\x1d2\x1c3".encode()) == "规章123"
