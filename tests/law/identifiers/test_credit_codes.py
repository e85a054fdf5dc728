"""Unified social credit codes: real ones are read, every slip is caught and told."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gongkai.errors import BrokenIdentifier
from gongkai.law.identifiers.credit_codes import CreditCode, check_sign, is_credit_code, parse_credit_code

REAL = [
    "11441700007280420Y",
    "11370900004341590P",
    "11370800004312466C",
    "11500000MB1B37366Q",
    "12620600MB0523338C",
]
SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
# Made up, with the check digits of the two standards reckoned by hand.
BODIES = st.builds(
    "{}{}{}{}".format,
    st.sampled_from("123456789ANY"),
    st.sampled_from("1239"),
    st.sampled_from(["110101", "411725", "100000", "659001", "820000"]),
    st.text(SIGNS, min_size=9, max_size=9),
)


def broken(text: str) -> BrokenIdentifier:
    with pytest.raises(BrokenIdentifier) as told:
        parse_credit_code(text)
    return told.value


@pytest.mark.parametrize("code", REAL)
def test_real_codes_are_right_inside_and_out(code: str) -> None:
    assert is_credit_code(code)
    found = parse_credit_code(code)
    assert found == CreditCode(code)
    assert found.organisation_holds
    assert found.check == code[17] == check_sign(code[:17])


def test_the_parts_of_a_code_are_told() -> None:
    organ = parse_credit_code("11441700007280420Y")
    assert (organ.authority, organ.kind, organ.division) == ("机构编制", "机关", "441700")
    assert (organ.organisation.code, organ.organisation.printed, organ.check) == ("007280420", "00728042-0", "Y")
    assert (organ.is_administrative_organ, organ.is_public_institution) == (True, False)
    institution = parse_credit_code("12620600MB0523338C")
    assert (institution.authority, institution.kind) == ("机构编制", "事业单位")
    assert (institution.is_administrative_organ, institution.is_public_institution) == (False, True)
    assert institution.organisation.code == "MB0523338"


@pytest.mark.parametrize(
    ("start", "authority", "kind"),
    [
        ("N2", "农业", "村级集体经济组织"),
        ("A1", "中央军委改革和编制办公室", "军队事业单位"),
        ("91", "工商", "企业"),
        ("31", "司法行政", "律师执业机构"),
        ("52", "民政", "民办非企业单位"),
        ("59", "民政", "其他"),
        ("9A", "工商", "其他"),
        ("Y1", "其他", "其他"),
    ],
)
def test_letters_are_lawful_in_the_first_two_places(start: str, authority: str, kind: str) -> None:
    body = f"{start}411725MB0523338"
    found = parse_credit_code(body + check_sign(body))
    assert (found.authority, found.kind) == (authority, kind)


def test_an_own_code_that_does_not_hold_is_marked_and_not_refused() -> None:
    body = "91411725MB0523337"
    assert not parse_credit_code(body + check_sign(body)).organisation_holds


def test_a_national_authority_stands_in_no_province() -> None:
    body = "12100000000014349"
    assert parse_credit_code(body + check_sign(body)).division == "100000"


@pytest.mark.parametrize(
    ("text", "reason", "suggestion"),
    [
        ("", "统一社会信用代码应为18位，写了0位。", ""),
        ("1144170000728042Y", "统一社会信用代码应为18位，写了17位。", ""),
        ("11441700007280420YY", "统一社会信用代码应为18位，写了19位。", ""),
        (
            "1144170000728O42OY",
            "统一社会信用代码的第14位“O”不能使用，只能用数字和大写字母，且不用I、O、S、V、Z。",
            "11441700007280420Y",
        ),
        (
            "11441700007280420y",
            "统一社会信用代码的第18位“y”不能使用，只能用数字和大写字母，且不用I、O、S、V、Z。",
            "11441700007280420Y",
        ),
        (
            "１１441700007280420Y",
            "统一社会信用代码的第1位“１”不能使用，只能用数字和大写字母，且不用I、O、S、V、Z。",
            "11441700007280420Y",
        ),
        (
            "114417 0000 7280420Y",
            "统一社会信用代码的第7位“ ”不能使用，只能用数字和大写字母，且不用I、O、S、V、Z。",
            "11441700007280420Y",
        ),
        (
            "B1441700007280420Y",
            "统一社会信用代码的第1位“B”不能使用，应为登记管理部门代码（1、2、3、4、5、6、7、8、9、A、N、Y）。",
            "",
        ),
        (
            "11A41700007280420Y",
            "统一社会信用代码的第3位“A”不能使用，第3位至第8位是登记管理机关行政区划码，只能用数字。",
            "",
        ),
        (
            "1144170B007280420Y",
            "统一社会信用代码的第8位“B”不能使用，第3位至第8位是登记管理机关行政区划码，只能用数字。",
            "",
        ),
        (
            "1144170X007280420Y",
            "统一社会信用代码的第8位“X”不能使用，第3位至第8位是登记管理机关行政区划码，只能用数字。",
            "",
        ),
        ("11991700007280420Y", "统一社会信用代码的第3位至第4位“99”不是省级行政区划代码。", ""),
        (
            "11441700007280420X",
            "统一社会信用代码的校验码不符：按前面各位推算，第18位应为“Y”，写的是“X”，请逐位核对。",
            "",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, reason: str, suggestion: str) -> None:
    assert not is_credit_code(text)
    told = broken(text)
    assert (told.reason, told.suggestion, str(told)) == (reason, suggestion, reason)


@pytest.mark.parametrize(
    ("right", "slip"), [("0", "O"), ("0", "o"), ("5", "S"), ("5", "s"), ("1", "I"), ("2", "Z")]
)
def test_letters_for_digits_are_suggested_back(right: str, slip: str) -> None:
    body = "91411725512033338"
    code = body + check_sign(body)
    assert right in code
    assert broken(code.replace(right, slip)).suggestion == code


@pytest.mark.parametrize("body", ["1141172500001434", "114117250000143499"])
def test_a_check_digit_is_of_seventeen_signs(body: str) -> None:
    with pytest.raises(ValueError, match="zip"):
        check_sign(body)


@given(BODIES)
def test_a_code_with_its_check_digit_is_right_and_with_no_other(body: str) -> None:
    assert [sign for sign in SIGNS if is_credit_code(body + sign)] == [check_sign(body)]


@given(BODIES, st.integers(0, 17), st.sampled_from(SIGNS))
def test_every_wrong_sign_is_caught(body: str, place: int, sign: str) -> None:
    code = body + check_sign(body)
    assume(code[place] != sign)
    assert not is_credit_code(code[:place] + sign + code[place + 1 :])


@given(BODIES, st.integers(0, 16))
def test_every_two_neighbours_that_changed_places_are_caught(body: str, place: int) -> None:
    code = body + check_sign(body)
    assume(code[place] != code[place + 1])
    assert not is_credit_code(code[:place] + code[place + 1] + code[place] + code[place + 2 :])


@given(st.text(max_size=25))
def test_any_text_is_a_code_or_is_told_why_not(text: str) -> None:
    assume(not is_credit_code(text))
    told = broken(text)
    assert told.reason.endswith("。")
    assert not told.suggestion or is_credit_code(told.suggestion)
