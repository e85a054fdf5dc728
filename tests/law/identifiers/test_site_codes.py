"""Identifiers of government websites."""

from __future__ import annotations

import pytest

from gongkai.errors import BrokenIdentifier
from gongkai.law.identifiers.site_codes import SiteCode, is_site_code, parse_site_code


@pytest.mark.parametrize(
    ("code", "division", "serial"),
    [
        ("1200000052", "120000", "0052"),
        ("5109030018", "510903", "0018"),
        ("3600000010", "360000", "0010"),
        ("4207000016", "420700", "0016"),
        ("3418020037", "341802", "0037"),
    ],
)
def test_real_identifiers_say_division_and_serial(code: str, division: str, serial: str) -> None:
    found = parse_site_code(code)
    assert (found, found.serial, found.is_national) == (SiteCode(code), serial, False)
    assert found.division is not None
    assert found.division.code == division
    assert is_site_code(code)


def test_a_national_department_s_site_has_no_division() -> None:
    found = parse_site_code("bm12000001")
    assert (found.is_national, found.division, found.serial) == (True, None, "12000001")


@pytest.mark.parametrize(
    ("text", "reason", "suggestion"),
    [
        ("", "网站标识码应为10位数字，或者bm加8位数字，写了0位。", ""),
        ("bm1200000", "网站标识码应为10位数字，或者bm加8位数字，写了9位。", ""),
        ("bm120000011", "网站标识码应为10位数字，或者bm加8位数字，写了11位。", ""),
        ("bm1200000A", "网站标识码的第10位“A”不能使用，只能用数字，或者以bm开头。", ""),
        ("BM12000001", "网站标识码的第1位“B”不能使用，只能用数字，或者以bm开头。", "bm12000001"),
        ("bm 1200 0001", "网站标识码的第3位“ ”不能使用，只能用数字，或者以bm开头。", "bm12000001"),
        ("34180200３7", "网站标识码的第9位“３”不能使用，只能用数字，或者以bm开头。", "3418020037"),
        ("341802OO37", "网站标识码的第7位“O”不能使用，只能用数字，或者以bm开头。", "3418020037"),
        ("34l8020037", "网站标识码的第3位“l”不能使用，只能用数字，或者以bm开头。", "3418020037"),
        ("34X8020037", "网站标识码的第3位“X”不能使用，只能用数字，或者以bm开头。", ""),
        ("9918020037", "网站标识码的前6位“991802”不是行政区划代码。", ""),
        ("3400020037", "网站标识码的前6位“340002”不是行政区划代码。", ""),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, reason: str, suggestion: str) -> None:
    assert not is_site_code(text)
    with pytest.raises(BrokenIdentifier) as told:
        parse_site_code(text)
    assert (told.value.reason, told.value.suggestion) == (reason, suggestion)
