"""Identity numbers: those of citizens and residents, the old form, and what others may see of them.

All numbers are made up; the first is the example of the standard.
"""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gongkai.errors import BrokenIdentifier
from gongkai.law.identifiers.id_numbers import (
    IdNumber,
    Sex,
    check_digit,
    is_id_number,
    masked,
    parse_id_number,
    renewed,
)

TODAY = dt.date(2026, 3, 5)
EXAMPLE = "11010519491231002X"
BODIES = st.builds(
    "{}{:%Y%m%d}{:03}".format,
    st.sampled_from(["110105", "411725", "820000", "830000", "911124", "540102"]),
    st.dates(dt.date(1900, 1, 1), TODAY),
    st.integers(0, 999),
)


def broken(text: str, today: dt.date = TODAY) -> tuple[str, str]:
    with pytest.raises(BrokenIdentifier) as told:
        parse_id_number(text, today)
    return told.value.reason, told.value.suggestion


def with_check(body: str) -> str:
    return body + check_digit(body)


def test_the_example_of_the_standard_is_read() -> None:
    found = parse_id_number(EXAMPLE, TODAY)
    assert found == IdNumber(EXAMPLE)
    assert (found.division, found.born, found.sex) == ("110105", dt.date(1949, 12, 31), Sex.FEMALE)
    assert (found.sex.label, found.holder, found.masked) == ("女", "中国公民", "110105********002X")


def test_an_odd_serial_is_a_man_s() -> None:
    found = parse_id_number(with_check("11010519491231001"), TODAY)
    assert (found.sex, found.sex.label) == (Sex.MALE, "男")


@pytest.mark.parametrize(
    ("body", "holder"),
    [
        ("81000019940823002", "香港居民"),
        ("82000019940823002", "澳门居民"),
        ("83000019920130002", "台湾居民"),
        ("91112419810803002", "永久居留外国人"),
        ("71010119810803002", "中国公民"),
    ],
)
def test_residents_from_outside_have_numbers_of_their_own(body: str, holder: str) -> None:
    assert parse_id_number(with_check(body), TODAY).holder == holder


def test_the_number_of_a_foreign_resident_is_read_as_issued() -> None:
    # The specimen that was published with the card.
    assert is_id_number("911124198108030024", TODAY)


@pytest.mark.parametrize(
    ("text", "reason", "suggestion"),
    [
        ("", "公民身份号码应为18位，写了0位。", ""),
        ("11010519491231002", "公民身份号码应为18位，写了17位。", ""),
        (EXAMPLE + "0", "公民身份号码应为18位，写了19位。", ""),
        ("11010519491231002x", "公民身份号码的第18位“x”不能使用，第18位只能用数字或者大写X。", EXAMPLE),
        ("11010519491231002×", "公民身份号码的第18位“×”不能使用，第18位只能用数字或者大写X。", EXAMPLE),
        ("110105 19491231 002X", "公民身份号码的第7位“ ”不能使用，只能用数字。", EXAMPLE),
        ("１10105-19491231-002X", "公民身份号码的第1位“１”不能使用，只能用数字。", EXAMPLE),
        ("1l010519491231002X", "公民身份号码的第2位“l”不能使用，只能用数字。", EXAMPLE),
        ("11010519491231O02X", "公民身份号码的第15位“O”不能使用，只能用数字。", EXAMPLE),
        ("1101051949123100ZX", "公民身份号码的第17位“Z”不能使用，只能用数字。", EXAMPLE),
        ("990105194912310021", "公民身份号码的第2位至第3位“90”不是省级行政区划代码。", ""),
        ("100105194912310021", "公民身份号码的第1位至第2位“10”不是省级行政区划代码。", ""),
        ("830100194912310021", "公民身份号码的第1位至第2位“83”不是省级行政区划代码。", ""),
        ("110105174912310021", "公民身份号码的第7位至第10位“1749”不是出生年份，应以18、19或者20开头。", ""),
        ("110105194913310021", "公民身份号码的第7位至第14位“19491331”不是真实的日期。", ""),
        ("110105190002290021", "公民身份号码的第7位至第14位“19000229”不是真实的日期。", ""),
        (
            "110105202603060021",
            "公民身份号码的第7位至第14位是2026年3月6日，晚于2026年3月5日，不能是出生日期。",
            "",
        ),
        (
            "110105194912310021",
            "公民身份号码的校验码不符：按前面各位推算，第18位应为“X”，写的是“1”，请逐位核对。",
            "",
        ),
        (
            "11010519491231001X",
            "公民身份号码的校验码不符：按前面各位推算，第18位应为“1”，写的是“X”，请逐位核对。",
            "",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, reason: str, suggestion: str) -> None:
    assert not is_id_number(text, TODAY)
    assert broken(text) == (reason, suggestion)


def test_a_child_born_today_has_a_number_and_not_the_day_before() -> None:
    number = with_check("11010520260305001")
    assert parse_id_number(number, TODAY).born == TODAY
    assert not is_id_number(number, dt.date(2026, 3, 4))


def test_the_old_form_is_known_and_the_new_one_suggested() -> None:
    old = "110105491231002"
    assert broken(old) == ("这是已经停用的15位居民身份证号码，现行的公民身份号码为18位。", EXAMPLE)
    assert not is_id_number(old, TODAY)
    assert renewed(old, TODAY) == IdNumber(EXAMPLE)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("11010549123100", "旧的居民身份证号码应为15位，写了14位。"),
        ("11010549123100X", "旧的居民身份证号码的第15位“X”不能使用，只能用数字。"),
        ("110105491231996", "旧的居民身份证号码的后3位“996”表示出生于19世纪，不能换算，请填写现行的18位号码。"),
        ("110105491231999", "旧的居民身份证号码的后3位“999”表示出生于19世纪，不能换算，请填写现行的18位号码。"),
        (
            "110105491331002",
            "旧的居民身份证号码换算成18位后不成立：公民身份号码的第7位至第14位“19491331”不是真实的日期。",
        ),
        (
            "990105491231002",
            "旧的居民身份证号码换算成18位后不成立：公民身份号码的第2位至第3位“90”不是省级行政区划代码。",
        ),
    ],
)
def test_an_old_number_that_cannot_be_renewed_says_why(text: str, reason: str) -> None:
    with pytest.raises(BrokenIdentifier) as told:
        renewed(text, TODAY)
    assert (told.value.reason, told.value.suggestion) == (reason, "")


def test_the_oldest_serial_that_can_be_renewed() -> None:
    assert renewed("110105491231995", TODAY).number[:17] == "11010519491231995"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (EXAMPLE, "110105********002X"),
        ("11010519491231002x", "110105********002X"),
        ("110105 19491231 002X", "110105********002X"),
        ("110105491231002", "110105*****1002"),
        ("11010519491231", "**************"),
        ("张三", "**"),
        ("", ""),
    ],
)
def test_others_see_the_place_and_the_last_four_and_nothing_of_what_is_no_number(text: str, shown: str) -> None:
    assert masked(text) == shown


@pytest.mark.parametrize("body", ["1101051949123100", "110105194912310021"])
def test_a_check_digit_is_of_seventeen_digits(body: str) -> None:
    with pytest.raises(ValueError, match="zip"):
        check_digit(body)


@given(BODIES)
def test_a_number_has_one_check_digit_and_comes_back_with_its_parts(body: str) -> None:
    assert [sign for sign in "0123456789X" if is_id_number(body + sign, TODAY)] == [check_digit(body)]
    found = parse_id_number(with_check(body), TODAY)
    assert f"{found.division}{found.born:%Y%m%d}" == body[:14]
    assert (found.sex is Sex.MALE) == (body[16] in "13579")


@given(BODIES, st.integers(0, 17), st.sampled_from("0123456789X"))
def test_every_wrong_digit_is_caught(body: str, place: int, sign: str) -> None:
    number = with_check(body)
    assume(number[place] != sign)
    assert not is_id_number(number[:place] + sign + number[place + 1 :], TODAY)


@given(BODIES, st.integers(0, 16))
def test_every_two_neighbours_that_changed_places_are_caught(body: str, place: int) -> None:
    number = with_check(body)
    assume(number[place] != number[place + 1])
    assert not is_id_number(number[:place] + number[place + 1] + number[place] + number[place + 2 :], TODAY)


@given(BODIES)
def test_an_old_number_becomes_the_new_one(body: str) -> None:
    assume(body[6:8] == "19" and not body.endswith(("996", "997", "998", "999")))
    old = body[:6] + body[8:]
    assert renewed(old, TODAY) == IdNumber(with_check(body))
    assert broken(old)[1] == with_check(body)


@given(st.text(max_size=20))
def test_any_text_is_a_number_or_is_told_why_not(text: str) -> None:
    assume(not is_id_number(text, TODAY))
    reason, suggestion = broken(text)
    assert reason.endswith("。")
    assert not suggestion or is_id_number(suggestion, TODAY)
