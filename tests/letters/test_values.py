"""What is written into a field is read as what it holds, or refused with a sentence; nothing is guessed."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.letters.texts import filled, text_of
from gongkai.letters.values import Field, Kind, Mistake, Value, cleaned, read_value, shown

DATE = "应当是日期，写成“2026-03-05”或者“2026年3月5日”"
MONEY = "应当是金额，以元为单位，如“380”或者“380.50”"


def field(kind: Kind, **more: object) -> Field:
    return Field(name="某项", kind=kind, hint="某项", **more)


@pytest.mark.parametrize(
    ("kind", "raw", "expected"),
    [
        (Kind.DATE, "2026-03-05", dt.date(2026, 3, 5)),
        (Kind.DATE, " 2026年3月5日 ", dt.date(2026, 3, 5)),
        (Kind.DATE, "2026/3/5", dt.date(2026, 3, 5)),
        (Kind.DATE, "2026.03.05", dt.date(2026, 3, 5)),
        (Kind.DATE, "20260305", dt.date(2026, 3, 5)),
        (Kind.DATE, dt.date(2024, 2, 29), dt.date(2024, 2, 29)),
        (Kind.DATE, dt.datetime(2024, 2, 29, 9, 30), dt.date(2024, 2, 29)),  # noqa: DTZ001 a day of the office's own clock
        (Kind.DATE, "2026-02-29", Mistake(DATE)),
        (Kind.DATE, "下周一", Mistake(DATE)),
        (Kind.DATE, 20260305, Mistake(DATE)),
        (Kind.DATE, "1026-03-05", Mistake("的年份 1026 不合常理")),
        (Kind.DATE, dt.date(2100, 1, 1), Mistake("的年份 2100 不合常理")),
        (Kind.MONEY, "380", Decimal(380)),
        (Kind.MONEY, "¥1,380.50元", Decimal("1380.50")),
        (Kind.MONEY, 380, Decimal(380)),
        (Kind.MONEY, 380.5, Decimal("380.5")),
        (Kind.MONEY, Decimal("0.01"), Decimal("0.01")),
        (Kind.MONEY, "-1", Mistake(MONEY)),
        (Kind.MONEY, "1.005", Mistake(MONEY)),
        (Kind.MONEY, True, Mistake(MONEY)),
        (Kind.MONEY, "三百元", Mistake(MONEY)),
        (Kind.MONEY, float("nan"), Mistake(MONEY)),
        (Kind.COUNT, "15", 15),
        (Kind.COUNT, 15, 15),
        (Kind.COUNT, "十五", Mistake("应当是正整数")),
        (Kind.COUNT, 1.5, Mistake("应当是正整数")),
        (Kind.COUNT, 0, Mistake("应当是 1 至 100000 的整数")),
        (Kind.COUNT, 100_001, Mistake("应当是 1 至 100000 的整数")),
        (Kind.TEXT, "一行\n又一行", "一行 又一行"),
        (Kind.TEXT, 12, "12"),
        (Kind.TEXT, dt.date(2026, 3, 5), "2026年3月5日"),
        (Kind.TEXT, ["甲"], Mistake("应当是文字")),
        (Kind.TEXT, True, Mistake("应当是文字")),
        (Kind.TEXT, "。。", Mistake("没有实际内容")),
        (Kind.TEXT, "甲【待填：理由】", Mistake("还有没填的地方（“【待填：…】”）")),
        (Kind.LONG_TEXT, "第一段\r\n\r\n\r\n第二段", "第一段\n第二段"),
        (Kind.LONG_TEXT, "字" * 20_001, Mistake("超过 20000 字，请改为附件")),
        (Kind.LIST, "甲\n\n乙", ("甲", "乙")),
        (Kind.LIST, ["甲", "", "乙\n丙"], ("甲", "乙 丙")),
        (Kind.LIST, ["甲", "，"], Mistake("没有实际内容")),
        (Kind.LIST, ["", ""], Mistake("没有实际内容")),
        (Kind.LIST, 3, Mistake("应当是一项或者几项文字，每项一行，最多 500 项")),
        (Kind.LIST, ["甲"] * 501, Mistake("应当是一项或者几项文字，每项一行，最多 500 项")),
    ],
)
def test_a_value_is_read_by_its_kind(kind: Kind, raw: object, expected: Value | Mistake) -> None:
    assert read_value(field(kind), raw) == expected


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("raw", [None, "", "  \n", [], ()], ids=repr)
def test_nothing_written_is_no_value(kind: Kind, raw: object) -> None:
    assert read_value(field(kind, columns=("甲",)), raw) is None


def test_a_count_has_a_highest_value() -> None:
    assert read_value(field(Kind.COUNT, most=20), 20) == 20
    assert read_value(field(Kind.COUNT, most=20), 21) == Mistake("应当是 1 至 20 的整数")


def test_a_choice_is_taken_by_what_is_printed_or_by_another_word_for_it() -> None:
    one = field(Kind.CHOICE, choices={"邮寄": ("signed_mail", "邮寄（签收）"), "当面": ()})
    assert read_value(one, "邮寄（签收）") == "邮寄"
    assert read_value(one, "signed_mail") == "邮寄"
    assert read_value(one, "当面") == "当面"
    assert read_value(one, "口头") == Mistake("只能是“邮寄”、“当面”")
    assert read_value(one, 1) == Mistake("只能是“邮寄”、“当面”")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("国家安全", "国家安全"),
        ("公共安全、国家安全", "国家安全、公共安全"),
        (["公共安全", "", "国家安全"], "国家安全、公共安全"),
        ("公共安全，公共安全", "公共安全"),
        ("公共安全、粮食安全", Mistake("只能是“国家安全”、“公共安全”")),
        (["", ""], Mistake("只能是“国家安全”、“公共安全”")),
        (3, Mistake("只能是“国家安全”、“公共安全”")),
    ],
)
def test_several_choices_are_printed_in_their_own_order(raw: object, expected: Value | Mistake) -> None:
    assert read_value(field(Kind.CHOICE, choices={"国家安全": (), "公共安全": ()}, several=True), raw) == expected


def test_rows_are_read_in_the_order_of_their_columns() -> None:
    one = field(Kind.ROWS, columns=("名称", "份数"))
    assert read_value(one, [{"份数": 2, "名称": "甲"}, ["乙", "1"]]) == (("甲", "2"), ("乙", "1"))
    wrong = Mistake("应当是一行或者几行，每行依次为名称、份数")
    assert [read_value(one, raw) for raw in ("甲", [["甲"]], ["甲乙"], [3], 3)] == [wrong] * 5
    assert read_value(one, [["甲", "1"], ["乙", ""]]) == Mistake("第 2 行的“份数”没有实际内容")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (dt.date(2026, 3, 5), "2026年3月5日"),
        (Decimal(380), "380元"),
        (Decimal("380.5"), "380.50元"),
        (Decimal("1380.00"), "1380元"),
        (15, "15"),
        ("甲", "甲"),
        (("甲", "乙"), "1.甲；2.乙"),
        ((("甲", "1"), ("乙", "2")), "1.甲，1；2.乙，2"),
    ],
)
def test_a_value_is_shown_as_it_is_printed(value: Value, expected: str) -> None:
    assert filled(text_of("值：{值}"), {"值": shown(value)}.get).paragraphs == (f"值：{expected}",)


def test_what_no_page_shows_is_taken_out() -> None:
    dirty = "甲\x00\x02乙\u202e丙\u200b\ud800丁\ufffe\t戊\u00a0己\x0b庚\u2028辛㐂"
    assert cleaned(dirty) == "甲乙丙丁 戊 己\n庚\n辛㐂"


@given(st.text())
def test_a_cleaned_text_is_clean(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)
    assert not any(sign in cleaned(text) for sign in "\x00\x01\x02\x03\x04\r\x1f\x7f\u202e\ufeff")


@given(st.sampled_from(Kind), st.one_of(st.text(), st.integers(), st.floats(), st.lists(st.text()), st.booleans()))
def test_any_value_is_read_or_refused(kind: Kind, raw: object) -> None:
    read = read_value(field(kind, columns=("甲", "乙"), choices={"甲": ()}), raw)
    assert read is None or isinstance(read, Mistake) or shown(read)
