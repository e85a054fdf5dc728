"""How a series of numbers may be written."""

from __future__ import annotations

import pytest

from gongkai.errors import BrokenIdentifier
from gongkai.law.identifiers.patterns import APPLICATIONS, LETTERS, Number, Pattern


def reason(call, *arguments, **settings) -> str:
    with pytest.raises(BrokenIdentifier) as told:
        call(*arguments, **settings)
    return told.value.reason


@pytest.mark.parametrize(
    "template",
    [
        "{prefix}-{serial}",
        "{year}",
        "{year}{year}{serial}",
        "{year}-{serial}-{day}",
        "{prefix}{prefix}{year}-{serial}",
        "{year}-{serial}}",
        "{{year}}-{serial}",
        "",
    ],
)
def test_a_pattern_has_one_year_and_one_serial_and_no_other_field(template: str) -> None:
    told = f"编号格式“{template}”不能使用：应有{{year}}和{{serial}}各一个，{{prefix}}至多一个，不得有其他花括号。"
    assert reason(Pattern, template) == told


def test_figures_behind_the_serial_could_not_be_told_from_it() -> None:
    told = "编号格式“{serial}{year}”不能使用：{serial}后面不得紧接数字。"
    assert reason(Pattern, "{serial}{year}") == told
    assert Pattern("{serial}/{year}").read("12/2026") == Number("", 2026, 12)


@pytest.mark.parametrize("width", [0, 10])
def test_a_serial_has_one_to_nine_digits(width: int) -> None:
    assert reason(Pattern, "{year}-{serial}", width=width) == f"序号的位数应为1至9，填写的是{width}。"


@pytest.mark.parametrize("width", [1, 4, 9])
def test_a_serial_is_padded_to_its_width(width: int) -> None:
    pattern = Pattern("{year}-{serial}", width=width)
    assert pattern.write(Number("", 2026, 7)) == "2026-" + "7".zfill(width)
    assert pattern.read("2026-" + "7".zfill(width)) == Number("", 2026, 7)


def test_a_prefix_or_year_that_the_pattern_cannot_bear_is_refused() -> None:
    assert reason(LETTERS.write, Number("复", 2026, 1)) == "“复”不能用作代字，应为机关代字（2至20个汉字）。"
    assert reason(LETTERS.write, Number("XXGK", 2026, 1)) == "“XXGK”不能用作代字，应为机关代字（2至20个汉字）。"
    told = "“”不能用作代字，应为代字（2至20个汉字，或者1至20个字母）。"
    assert reason(APPLICATIONS.write, Number("", 2026, 1)) == told
    assert reason(LETTERS.write, Number("砚政信复", 26, 1)) == "“26”不能用作年份，应为四位年份（19或者20开头）。"
    told = "编号格式“{year}-{serial}”中没有代字，不能使用代字“XXGK”。"
    assert reason(Pattern("{year}-{serial}").write, Number("XXGK", 2026, 1)) == told


@pytest.mark.parametrize("serial", [0, -1, 10**12])
def test_a_serial_is_a_number_of_at_most_twelve_digits(serial: int) -> None:
    with pytest.raises(ValueError, match="no serial"):
        LETTERS.write(Number("砚政信复", 2026, serial))


def test_the_largest_serial_is_written_and_read() -> None:
    number = Number("砚政信复", 2026, 10**12 - 1)
    assert LETTERS.read(LETTERS.write(number)) == number


def test_a_pattern_says_whether_it_has_a_prefix() -> None:
    assert LETTERS.has_prefix
    assert not Pattern("{year}-{serial}").has_prefix


def test_a_pattern_of_an_offices_own_may_hold_letters_and_characters() -> None:
    own = Pattern("XXGK{prefix}{year}第{serial}号（依申请）", width=2)
    number = Number("砚汀", 2026, 7)
    right = "XXGK砚汀2026第07号（依申请）"
    assert own.has_prefix
    assert own.write(number) == right
    assert own.read(right) == number
    for typed in (
        "XXGK砚汀2026第7号（依申请）",
        "XXGK砚汀2026第07号依申请",
        "XXGK砚汀2026－7号(依申请)",
        "砚汀 2026 第007号（依申请）",
    ):
        assert own.meant(typed) == right
    assert own.meant("XXGK砚汀2026第7号（主动公开）") == ""
    assert own.meant("XXGK砚汀26第7号（依申请）") == ""


def test_signs_between_the_parts_may_be_wrong_in_any_pattern() -> None:
    own = Pattern("{year}/{serial}")
    assert own.meant("2026-123456789012") == "2026/123456789012"
    assert own.meant("2026-1234567890123") == ""
    assert own.meant("2026第1") == "2026/1"
    assert own.meant("2026-------1") == ""
    assert own.meant("2026------1") == "2026/1"
    assert Pattern("{prefix}-{year}-{serial}", width=3, latin=True).meant("xx.2026.5") == "xx-2026-005"


def test_what_was_meant_is_empty_for_what_is_right_or_open() -> None:
    assert LETTERS.meant("砚政信复〔2026〕1号") == ""
    assert LETTERS.meant("砚政信复") == ""
    assert LETTERS.meant("砚政信复 2026 1") == "砚政信复〔2026〕1号"
    assert LETTERS.meant("砚政信复" + " " * 200 + "2026〕1号") == "砚政信复〔2026〕1号"
