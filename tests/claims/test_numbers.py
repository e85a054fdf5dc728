"""Numbers with a measure word are counts; dates, articles, document numbers and idioms are none."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.claims.numbers import Number, numbers
from gongkai.claims.words import MEASURES
from gongkai.damage import fold, lose
from gongkai.report import Value

UNITS = st.sampled_from([unit for unit in MEASURES if unit[0] not in "万亿"])


def counted(sentence: str) -> list[tuple[Value | None, str]]:
    return [(number.value, number.unit) for number in numbers(fold(sentence))]


def the(sentence: str) -> Number:
    (number,) = numbers(fold(sentence))
    return number


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("收到申请28件", 28, "件"),
        ("收到申请 28 件", 28, "件"),
        ("收到申请２８件", 28, "件"),
        ("收到申请1,028件", 1028, "件"),
        ("收到申请1，028件", 1028, "件"),
        ("公开信息1,234,567条", 1234567, "条"),
        ("公开信息０条", 0, "条"),
        ("公开信息1.2万条", 12000, "条"),
        ("公开信息1.25万余条", 12500, "条"),
        ("访问量3.4亿人次", 340_000_000, "人次"),
        ("满意率98.5%", Decimal("98.5"), "%"),
        ("满意率98.5％", Decimal("98.5"), "%"),
        ("公开307条/次", 307, "条/次"),
        ("28件申请", 28, "件"),
        ("2024年度1件", 1, "件"),
        ("收到八件", 8, "件"),
        ("收到两件", 2, "件"),
        ("收到十件", 10, "件"),
        ("收到十二件", 12, "件"),
        ("收到二十八件", 28, "件"),
        ("收到一百零五件", 105, "件"),
        ("收到一百二十三件", 123, "件"),
        ("收到两千零八件", 2008, "件"),
        ("收到一千零二十件", 1020, "件"),
        ("收到零件", 0, "件"),
        ("三个方面", 3, "个方面"),
        ("六个部分", 6, "个部分"),
        ("20个工作日", 20, "个工作日"),
    ],
)
def test_a_number_means_what_it_says(words: str, value: Value, unit: str) -> None:
    number = the(words)
    assert (number.value, number.unit) == (value, unit)
    assert type(number.value) is type(value)


@pytest.mark.parametrize(
    "words",
    [
        "2024年12月31日",
        "国办公开办函〔2021〕30号",
        "第20条",
        "第二十条",
        "第1项",
        "第三期",
        "联系电话0000-5550123",
        "12345热线",
        "1/4",
        "版本v2.0版",
        "一件一件办",
        "一次性告知",
        "一批次",
        "千家万户",
        "三审三校",
        "两会期间",
        "百分之九十",
        "6-8件",
        "每件申请",
        "第?条",
    ],
)
def test_what_counts_nothing_is_no_number(words: str) -> None:
    assert [one for one in counted(words) if one[0] is None or one[0] > 1] == []


@pytest.mark.parametrize(
    ("words", "rounded"), [("28余件", True), ("1.2万多条", True), ("30多件", True), ("28件", False)]
)
def test_a_rounded_number_is_known(words: str, rounded: bool) -> None:
    assert the(words).about is rounded


@pytest.mark.parametrize(
    "words",
    [
        "一〇件",
        "二十零件",
        "千百件",
        "零零件",
        "十十件",
    ],
)
def test_a_numeral_that_is_none_is_no_error(words: str) -> None:
    list(numbers(words))


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        # One number read as two, or a part of it.
        ("公开信息1 028条", 28),
        ("公开信息2 8条", 8),
        ("公开信息一万两千条", 2000),
        ("公开信息1万2千条", 2000),
        # About so many.
        ("公开信息数十条", 10),
        ("收到两三件", 23),
        ("收到七八件", 78),
        ("收到十几件", 10),
        ("收到近百件", 100),
        # The first digit and the comma behind it are lost.
        ("公开信?,028条", 28),
    ],
)
def test_a_piece_of_a_number_or_a_vague_one_is_not_taken_for_a_number(words: str, wrong: int) -> None:
    assert [one for one in numbers(words) if one.value == wrong and not one.about] == []


@given(st.integers(min_value=0, max_value=99_999_999), UNITS, st.booleans())
def test_every_whole_number_is_read_with_or_without_commas(value: int, unit: str, commas: bool) -> None:
    number = the(f"共有{value:,}{unit}。" if commas else f"共有{value}{unit}。")
    assert (number.value, number.unit, number.candidates) == (value, unit, ())


@given(st.integers(min_value=0, max_value=10**6), UNITS, st.text("收到申请，。、（）其中", max_size=6))
def test_a_number_knows_where_it_stands(value: int, unit: str, before: str) -> None:
    sentence = f"{before}有{value}{unit}"
    number = the(sentence)
    assert fold(sentence)[number.start : number.end] == f"{value}{unit}"
    assert number.text == str(value)


@given(
    st.integers(min_value=0, max_value=9999),
    st.sampled_from("件条次宗份个"),
    st.text("收到申请公开信息受理共计有为", min_size=1),
)
def test_a_number_that_lost_its_first_digit_is_open_and_what_it_was_is_among_its_candidates(
    value: int, unit: str, before: str
) -> None:
    # The law takes the last character of a line, too.
    seen = lose(f"{before}{value}{unit}。")
    (number,) = numbers(seen)
    if seen.count("?"):
        assert number.value is None
        assert str(value) in number.candidates
    else:
        assert number.value == value


@given(
    st.text("一二两三四五六七八九十百千零〇万余多0123456789,. ?%件条个次第〔-/", max_size=12).filter(
        lambda text: "〇" not in text and "零" not in text
    )
)
def test_numbers_stand_in_order_and_never_share_a_character(text: str) -> None:
    found = list(numbers(text))
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
