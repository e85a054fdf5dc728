"""Numbers of letters and of requests: read, written, and what people type in their place."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gongkai.errors import BrokenIdentifier
from gongkai.law.identifiers.document_numbers import (
    is_application_number,
    is_document_number,
    parse_application_number,
    parse_document_number,
    write_application_number,
    write_document_number,
)
from gongkai.law.identifiers.patterns import Number, Pattern

RIGHT = "国办函〔2020〕109号"
PREFIXES = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=2, max_size=20)
NUMBERS = st.builds(Number, PREFIXES, st.integers(1900, 2099), st.integers(1, 99999))


def broken(text: str) -> tuple[str, str]:
    with pytest.raises(BrokenIdentifier) as told:
        parse_document_number(text)
    return told.value.reason, told.value.suggestion


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (RIGHT, Number("国办函", 2020, 109)),
        ("国办公开办函〔2021〕30号", Number("国办公开办函", 2021, 30)),
        ("砚政信复〔2026〕12号", Number("砚政信复", 2026, 12)),
        ("建办厅函〔1999〕1号", Number("建办厅函", 1999, 1)),
    ],
)
def test_a_number_says_organ_year_and_serial(text: str, number: Number) -> None:
    assert parse_document_number(text) == number
    assert is_document_number(text)
    assert write_document_number(number) == text


@pytest.mark.parametrize(
    ("text", "before", "expected", "found"),
    [
        # The damage that was seen in a real report.
        ("国办函〔2020109号", "国办函〔2020", "“〕”", "109号"),
        ("国办函2020〕109号", "国办函", "“〔”", "2020〕109号"),
        ("国办函2020109号", "国办函", "“〔”", "2020109号"),
        ("国办函[2020]109号", "国办函", "“〔”", "[2020]109号"),
        ("国办函【2020】109号", "国办函", "“〔”", "【2020】109号"),
        ("国办函（2020）109号", "国办函", "“〔”", "（2020）109号"),
        ("国办函(2020)109号", "国办函", "“〔”", "(2020)109号"),
        ("国办函〔2020)109号", "国办函〔2020", "“〕”", ")109号"),
        ("国办函〔２０２０〕１０９号", "国办函〔", "四位年份（19或者20开头）", "２０２０〕１０９号"),
        ("国办函〔2020〕第109号", "国办函〔2020〕", "序号（不以0开头的数字）", "第109号"),
        ("国办函〔2020〕0109号", "国办函〔2020〕", "序号（不以0开头的数字）", "0109号"),
        ("国办函 〔2020〕109号", "国办函", "“〔”", " 〔2020〕109号"),
        ("国办函〔2020〕109 号", "国办函〔2020〕109", "“号”", " 号"),
    ],
)
def test_what_people_type_is_told_and_the_right_number_suggested(
    text: str, before: str, expected: str, found: str
) -> None:
    assert not is_document_number(text)
    assert broken(text) == (f"“{text}”中，“{before}”之后应为{expected}，写的是“{found}”。", RIGHT)


@pytest.mark.parametrize(
    ("text", "reason", "suggestion"),
    [
        ("", "没有填写。", ""),
        ("　", "没有填写。", ""),
        ("国办函〔2020〕109", "“国办函〔2020〕109”中，“国办函〔2020〕109”之后缺“号”。", RIGHT),
        ("国办函", "“国办函”中，“国办函”之后缺“〔”。", ""),
        ("国办函〔2020〕109号文", "“国办函〔2020〕109号文”中，“国办函〔2020〕109号”之后多了“文”。", ""),
        (
            "国办函〔20〕109号",
            "“国办函〔20〕109号”中，“国办函〔”之后应为四位年份（19或者20开头），写的是“20〕109号”。",
            "",
        ),
        (
            "国办函〔2120〕109号",
            "“国办函〔2120〕109号”中，“国办函〔”之后应为四位年份（19或者20开头），写的是“2120〕109号”。",
            "",
        ),
        (
            "国办函〔2020〕0号",
            "“国办函〔2020〕0号”中，“国办函〔2020〕”之后应为序号（不以0开头的数字），写的是“0号”。",
            "",
        ),
        ("国务院令第711号", "“国务院令第711号”中，“国务院令第”之后应为“〔”，写的是“711号”。", ""),
        ("函〔2020〕1号", "“函〔2020〕1号”的开头应为机关代字（2至20个汉字）。", ""),
        ("ABC〔2020〕1号", "“ABC〔2020〕1号”的开头应为机关代字（2至20个汉字）。", ""),
        # Where more than signs is wrong, nothing is suggested: the cross may stand for any character.
        ("×政信复〔2026〕12号", "“×政信复〔2026〕12号”的开头应为机关代字（2至20个汉字）。", ""),
    ],
)
def test_what_is_no_number_is_told_where_it_ends_to_be_one(text: str, reason: str, suggestion: str) -> None:
    assert not is_document_number(text)
    assert broken(text) == (reason, suggestion)


def test_a_long_text_is_not_quoted_without_end() -> None:
    reason, _ = broken("关于" * 100)
    assert len(reason) < 150
    assert reason.startswith("“" + "关于" * 15 + "…”中，“" + "关于" * 10 + "”之后应为“〔”，写的是“")


@given(NUMBERS)
def test_a_number_comes_back_as_it_was_written(number: Number) -> None:
    assert parse_document_number(write_document_number(number)) == number


@given(
    NUMBERS,
    st.sampled_from(["[]", "【】", "（）", "()", "〈〉", "〔〕", "  "]),
    st.sampled_from(["", "第", " 第 ", "0"]),
)
def test_other_brackets_and_fillings_lead_to_the_right_number(number: Number, brackets: str, filling: str) -> None:
    assume(number.prefix[-1] != "第")
    right = write_document_number(number)
    typed = f"{number.prefix}{brackets[0]}{number.year}{brackets[1]}{filling}{number.serial}号"
    assume(typed != right)
    assert broken(typed)[1] == right


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2026-XXGK-0001", Number("XXGK", 2026, 1)),
        ("2026-XXGK-12345", Number("XXGK", 2026, 12345)),
        ("2026-依申请-0120", Number("依申请", 2026, 120)),
    ],
)
def test_the_number_of_a_request_is_read_and_written(text: str, number: Number) -> None:
    assert parse_application_number(text) == number
    assert is_application_number(text)
    assert write_application_number(number) == text


@pytest.mark.parametrize(
    ("text", "reason", "suggestion"),
    [
        (
            "2026-XXGK-1",
            "“2026-XXGK-1”中，“2026-XXGK-”之后应为4位序号（数字，不足的在前面补0，不为0），写的是“1”。",
            "2026-XXGK-0001",
        ),
        (
            "2026-XXGK-00012",
            "“2026-XXGK-00012”中，“2026-XXGK-”之后应为4位序号（数字，不足的在前面补0，不为0），写的是“00012”。",
            "2026-XXGK-0012",
        ),
        (
            "2026-XXGK-0000",
            "“2026-XXGK-0000”中，“2026-XXGK-”之后应为4位序号（数字，不足的在前面补0，不为0），写的是“0000”。",
            "",
        ),
        ("2026XXGK0001", "“2026XXGK0001”中，“2026”之后应为“-”，写的是“XXGK0001”。", "2026-XXGK-0001"),
        ("2026—XXGK—0012", "“2026—XXGK—0012”中，“2026”之后应为“-”，写的是“—XXGK—0012”。", "2026-XXGK-0012"),
        (
            "2026--0012",
            "“2026--0012”中，“2026-”之后应为代字（2至20个汉字，或者1至20个字母），写的是“-0012”。",
            "",
        ),
        ("26-XXGK-0001", "“26-XXGK-0001”的开头应为四位年份（19或者20开头）。", ""),
    ],
)
def test_a_wrong_number_of_a_request_is_told(text: str, reason: str, suggestion: str) -> None:
    assert not is_application_number(text)
    with pytest.raises(BrokenIdentifier) as told:
        parse_application_number(text)
    assert (told.value.reason, told.value.suggestion) == (reason, suggestion)


def test_an_office_may_number_its_requests_otherwise() -> None:
    own = Pattern("依申请{year}第{serial}号", width=3)
    number = Number("", 2026, 7)
    assert write_application_number(number, own) == "依申请2026第007号"
    assert parse_application_number("依申请2026第007号", own) == number
    assert is_application_number("依申请2026第1007号", own)
    assert not is_application_number("依申请2026第07号", own)
