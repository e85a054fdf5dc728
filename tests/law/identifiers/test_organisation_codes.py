"""Codes of organisations: real ones are read, every slip is caught and told."""

from __future__ import annotations

import string

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gongkai.errors import BrokenIdentifier
from gongkai.law.identifiers.organisation_codes import (
    OrganisationCode,
    check_digit,
    is_organisation_code,
    parse_organisation_code,
)

REAL = ["000014349", "006939748", "014225972", "000013338", "014416330", "011336909", "005275134"]
BODIES = st.text(string.digits + string.ascii_uppercase, min_size=8, max_size=8)


@pytest.mark.parametrize("code", REAL)
def test_real_codes_are_right_with_and_without_stroke(code: str) -> None:
    found = parse_organisation_code(code)
    assert found == OrganisationCode(code)
    assert (found.body, found.check, found.printed) == (code[:8], code[8], f"{code[:8]}-{code[8]}")
    assert parse_organisation_code(found.printed) == found
    assert is_organisation_code(code)
    assert is_organisation_code(found.printed)


@pytest.mark.parametrize(
    ("body", "check"), [("00000000", "0"), ("10000000", "8"), ("00000010", "7"), ("30000001", "0")]
)
def test_the_check_digit_is_reckoned_modulo_eleven(body: str, check: str) -> None:
    # 11 − 3 = 8; 11 − 4 = 7; 3 × 3 + 2 = 11, rest 0.
    assert check_digit(body) == check


def test_a_rest_of_one_gives_x() -> None:
    # 4 × 3 = 12, rest 1.
    assert check_digit("40000000") == "X"
    assert is_organisation_code("40000000X")


@pytest.mark.parametrize(
    ("text", "reason", "suggestion"),
    [
        ("", "组织机构代码应为9位，写了0位。", ""),
        ("00001434", "组织机构代码应为9位，写了8位。", ""),
        ("00001434-", "组织机构代码应为9位，写了8位。", ""),
        ("0000143490", "组织机构代码应为9位，写了10位。", ""),
        ("00001434—9", "组织机构代码的第9位“—”不能使用，第9位只能用数字或者X。", "000014349"),
        ("0000-14349", "组织机构代码的第5位“-”不能使用，前8位只能用数字和大写字母。", "000014349"),
        (
            "OOOO14349",
            "组织机构代码的校验码不符：按前面各位推算，第9位应为“6”，写的是“9”，请逐位核对。",
            "000014349",
        ),
        ("mB1B37366", "组织机构代码的第1位“m”不能使用，前8位只能用数字和大写字母。", "MB1B37366"),
        ("00001434A", "组织机构代码的第9位“A”不能使用，第9位只能用数字或者X。", ""),
        ("000014348", "组织机构代码的校验码不符：按前面各位推算，第9位应为“9”，写的是“8”，请逐位核对。", ""),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, reason: str, suggestion: str) -> None:
    assert not is_organisation_code(text)
    with pytest.raises(BrokenIdentifier) as told:
        parse_organisation_code(text)
    assert (told.value.reason, told.value.suggestion) == (reason, suggestion)


@pytest.mark.parametrize("body", ["0000143", "000014349"])
def test_a_check_digit_is_of_eight_signs(body: str) -> None:
    with pytest.raises(ValueError, match="zip"):
        check_digit(body)


@given(BODIES)
def test_a_code_has_one_check_digit(body: str) -> None:
    assert [sign for sign in "0123456789X" if is_organisation_code(body + sign)] == [check_digit(body)]


@given(st.text(string.digits, min_size=8, max_size=8), st.integers(0, 7), st.sampled_from(string.digits))
def test_every_wrong_digit_is_caught(body: str, place: int, sign: str) -> None:
    assume(body[place] != sign)
    assert not is_organisation_code(body[:place] + sign + body[place + 1 :] + check_digit(body))


@given(st.text(string.digits, min_size=8, max_size=8), st.integers(0, 6))
def test_every_two_neighbours_that_changed_places_are_caught(body: str, place: int) -> None:
    assume(body[place] != body[place + 1])
    moved = body[:place] + body[place + 1] + body[place] + body[place + 2 :]
    assert not is_organisation_code(moved + check_digit(body))
