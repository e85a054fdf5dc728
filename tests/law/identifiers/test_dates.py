"""Days as documents print them and as data holds them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.errors import BrokenIdentifier
from gongkai.law.identifiers.dates import (
    is_date,
    is_printed_date,
    parse_date,
    parse_printed_date,
    printed,
    typed_date,
)

DAY = dt.date(2026, 3, 5)
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31))


def broken(call, text: str) -> tuple[str, str]:
    with pytest.raises(BrokenIdentifier) as told:
        call(text)
    return told.value.reason, told.value.suggestion


def test_a_day_is_printed_without_noughts() -> None:
    assert printed(DAY) == "2026年3月5日"
    assert printed(dt.date(2026, 12, 31)) == "2026年12月31日"


@given(DAYS)
def test_a_day_comes_back_from_print_and_from_data(day: dt.date) -> None:
    assert parse_printed_date(printed(day)) == parse_date(day.isoformat()) == day
    assert is_printed_date(printed(day))
    assert is_date(day.isoformat())


@given(DAYS)
def test_each_way_of_writing_leads_to_the_other(day: dt.date) -> None:
    assert broken(parse_printed_date, day.isoformat())[1] == printed(day)
    assert broken(parse_date, printed(day))[1] == day.isoformat()


@pytest.mark.parametrize(
    "text",
    [
        "2026年03月05日",
        "2026年3月05日",
        "２０２６年３月５日",
        "2026 年 3 月 5 日",
        "2026/3/5",
        "2026.03.05",
        "2026-3-5",
        "20260305",
        "2026年3月5",
        "二〇二六年三月五日",
        "二○二六年三月五日",
        "二零二六年三月五日",
    ],
)
def test_other_ways_of_writing_are_told_and_the_right_one_suggested(text: str) -> None:
    assert not is_printed_date(text)
    assert not is_date(text)
    assert broken(parse_printed_date, text) == (
        f"“{text}”不是规范的日期，应写作“2026年3月5日”的样子（用阿拉伯数字，年份写全四位，月、日前不加0）。",
        "2026年3月5日",
    )
    assert broken(parse_date, text) == (
        f"“{text}”不是规范的日期，应写作“2026-03-05”的样子（年份四位，月、日各两位，用“-”连接）。",
        "2026-03-05",
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("二〇二五年十月十日", "2025-10-10"),
        ("二〇二五年十二月三十一日", "2025-12-31"),
        ("二〇二五年十一月二十日", "2025-11-20"),
        ("一九九九年一月十九日", "1999-01-19"),
        ("二〇二五年十二月三〇日", "2025-12-30"),
        ("20251231", "2025-12-31"),
    ],
)
def test_numerals_are_read_as_figures(text: str, day: str) -> None:
    assert broken(parse_date, text)[1] == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "昨天",
        "26年3月5日",
        "2126年3月5日",
        "2026年3月",
        "3月5日",
        "2026年2月三十十日",
        "2026年13月1日起",
        "二六年三月五日",
        "二〇二六年三月二三十日",
        "二〇二六年三月三二十日",
        "二〇二六年三月十二三日",
        "二〇二六年三月十十日",
    ],
)
def test_what_is_no_day_is_not_made_one(text: str) -> None:
    assert not is_printed_date(text)
    assert broken(parse_printed_date, text)[1] == broken(parse_date, text)[1] == ""


@pytest.mark.parametrize(
    "text",
    [
        *("2026-03-05", "2026-3-5", "2026/3/5", "2026.03.5", "2026年3月5日", "2026年03月05", "20260305"),
        *("2026/3-5日", " ２０２６－３－５ ", "2026 年 3 月 5 日"),
    ],
)
def test_a_day_may_be_typed_in_any_usual_way(text: str) -> None:
    assert typed_date(text) == DAY


@pytest.mark.parametrize(
    "text", ["", "3月5日", "26-3-5", "2026-3", "202635", "2026-003-05", "2026-3-5起", "二〇二六年三月五日"]
)
def test_what_is_no_typed_day_is_none(text: str) -> None:
    assert typed_date(text) is None


@pytest.mark.parametrize("text", ["2026-02-29", "20260230", "2026年13月1日"])
def test_a_typed_day_that_the_calendar_lacks_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"day|month"):
        typed_date(text)


def test_a_typed_day_may_lie_in_any_century_and_a_suggested_one_in_these() -> None:
    assert typed_date("1899-12-31") == dt.date(1899, 12, 31)
    assert [
        broken(parse_printed_date, text)[1] for text in ("1899-12-31", "1900-1-1", "2099.12.31", "2100/1/1")
    ] == [
        "",
        "1900年1月1日",
        "2099年12月31日",
        "",
    ]


def test_a_day_that_does_not_exist_is_told() -> None:
    assert broken(parse_printed_date, "2026年2月29日") == ("“2026年2月29日”不是真实的日期。", "")
    assert broken(parse_date, "2026-02-29") == ("“2026-02-29”不是真实的日期。", "")
    assert not is_printed_date("2026年2月29日")
    assert not is_date("2026-02-29")
    assert broken(parse_date, "2026/2/29")[1] == ""
