"""Codes of divisions: level, province, and what lies above, by their form alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.errors import BrokenIdentifier
from gongkai.law.identifiers.division_codes import DivisionCode, Level, is_division_code, parse_division_code
from gongkai.places import all_divisions
from gongkai.terms.codes import PROVINCES


@pytest.mark.parametrize(
    ("text", "code", "level", "parents"),
    [
        ("41", "410000", Level.PROVINCE, ()),
        ("4100", "410000", Level.PROVINCE, ()),
        ("410000", "410000", Level.PROVINCE, ()),
        ("410000000000", "410000", Level.PROVINCE, ()),
        ("4117", "411700", Level.CITY, ("410000",)),
        ("411700", "411700", Level.CITY, ("410000",)),
        ("411725", "411725", Level.COUNTY, ("411700", "410000")),
        ("411725000", "411725", Level.COUNTY, ("411700", "410000")),
        ("411725100", "411725100", Level.TOWNSHIP, ("411725", "411700", "410000")),
        ("411725100000", "411725100", Level.TOWNSHIP, ("411725", "411700", "410000")),
        ("411725100201", "411725100201", Level.VILLAGE, ("411725100", "411725", "411700", "410000")),
        # Towns of a city without counties.
        ("441900003", "441900003", Level.TOWNSHIP, ("441900", "440000")),
        ("441900003001", "441900003001", Level.VILLAGE, ("441900003", "441900", "440000")),
        # The middle of a municipality's code, and of counties directly under a province, is no division.
        ("110101", "110101", Level.COUNTY, ("110000",)),
        ("500229", "500229", Level.COUNTY, ("500000",)),
        ("110101001", "110101001", Level.TOWNSHIP, ("110101", "110000")),
        ("419001", "419001", Level.COUNTY, ("410000",)),
        ("659001", "659001", Level.COUNTY, ("650000",)),
        ("110100", "110100", Level.CITY, ("110000",)),
    ],
)
def test_a_code_says_its_level_and_the_divisions_above(text: str, code: str, level: Level, parents) -> None:
    found = parse_division_code(text)
    assert (found, found.level, found.parents) == (DivisionCode(code), level, parents)
    assert is_division_code(text)


def test_a_code_says_its_province_in_words() -> None:
    assert parse_division_code("411725100").province == "河南省"
    assert parse_division_code("82").province == "澳门特别行政区"


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("411725001", "街道"),
        ("411725100", "镇"),
        ("411725100201", "镇"),
        ("411725200", "乡"),
        ("411725300", "乡"),
        ("411725400", "政企合一的单位"),
        ("411725500", "政企合一的单位"),
        ("411725900", ""),
        ("411725", ""),
    ],
)
def test_a_township_s_code_says_what_it_is(code: str, kind: str) -> None:
    assert parse_division_code(code).township_kind == kind


def test_levels_have_their_words() -> None:
    assert [level.label for level in Level] == ["省级", "地级", "县级", "乡级", "村级"]


@pytest.mark.parametrize(
    ("text", "reason", "suggestion"),
    [
        ("", "行政区划代码应为2、4、6、9或者12位，写了0位。", ""),
        ("411", "行政区划代码应为2、4、6、9或者12位，写了3位。", ""),
        ("4117251000000", "行政区划代码应为2、4、6、9或者12位，写了13位。", ""),
        ("990000", "行政区划代码的第1位至第2位“99”不是省级行政区划代码。", ""),
        ("41X725", "行政区划代码的第3位“X”不能使用，只能用数字。", ""),
        ("4ll725", "行政区划代码的第2位“l”不能使用，只能用数字。", "411725"),
        (
            "410000000201",
            "行政区划代码的第7位至第9位是“000”，其后的“201”没有所属的上一级区划。",
            "",
        ),
        ("99", "行政区划代码的第1位至第2位“99”不是省级行政区划代码。", ""),
        ("４1", "行政区划代码的第1位“４”不能使用，只能用数字。", "41"),
        ("41 1725", "行政区划代码的第3位“ ”不能使用，只能用数字。", "411725"),
        ("4I1725", "行政区划代码的第2位“I”不能使用，只能用数字。", "411725"),
        ("河南省", "行政区划代码的第1位“河”不能使用，只能用数字。", ""),
        ("410025", "行政区划代码的第3位至第4位是“00”，其后的“25”没有所属的上一级区划。", ""),
        ("410000100", "行政区划代码的第3位至第4位是“00”，其后的“00100”没有所属的上一级区划。", ""),
        ("411725000201", "行政区划代码的第7位至第9位是“000”，其后的“201”没有所属的上一级区划。", ""),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, reason: str, suggestion: str) -> None:
    assert not is_division_code(text)
    with pytest.raises(BrokenIdentifier) as told:
        parse_division_code(text)
    assert (told.value.reason, told.value.suggestion) == (reason, suggestion)


def test_every_division_of_the_table_has_the_level_and_parent_that_its_code_says() -> None:
    table = all_divisions()
    assert len(table) > 3000
    for one in table:
        found = parse_division_code(one.code)
        assert (found.code, found.level.value) == (one.code, one.level.value), one
        assert found.parents[:1] == ((one.parent,) if one.parent else ()), one


def test_the_provinces_are_those_of_the_table() -> None:
    table = {one.code[:2]: one.name for one in all_divisions() if one.code.endswith("0000")}
    assert table.items() <= PROVINCES.items()
    assert set(PROVINCES) - set(table) <= {"71", "81", "82"}


@given(st.sampled_from(sorted(PROVINCES)), st.integers(1, 99), st.integers(1, 99), st.integers(1, 999))
def test_parents_are_codes_of_higher_levels(province: str, city: int, county: int, township: int) -> None:
    found = parse_division_code(f"{province}{city:02}{county:02}{township:03}")
    ranks = [list(Level).index(parse_division_code(code).level) for code in (found.code, *found.parents)]
    assert ranks == sorted(set(ranks), reverse=True)
    assert ranks[-1] == 0
