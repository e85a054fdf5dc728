"""An office's file of conventions: read whole, or refused with everything that is wrong with it."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.errors import BrokenConventions
from gongkai.law.conventions import DEFAULT, Conventions, LeaderApproval, PauseStart
from gongkai.law.local_conventions.reading import local_conventions


def problems(text: str) -> tuple[str, ...]:
    with pytest.raises(BrokenConventions) as broken:
        local_conventions(text.encode())
    assert str(broken.value) == "\n".join(broken.value.problems)
    return broken.value.problems


def test_what_a_file_says_holds_and_the_rest_is_as_usual() -> None:
    text = """
        # 本机关
        pause_starts = "dispatch_day"
        charge_fees = true
        longest_correction_days = 10
        reconsideration_first_from = 2024-03-01
        enquiry_row = "3.5.1"
        leader_approval = "all"
    """
    assert local_conventions(text.encode()) == Conventions(
        pause_starts=PauseStart.DISPATCH_DAY,
        charge_fees=True,
        longest_correction_days=10,
        reconsideration_first_from=dt.date(2024, 3, 1),
        enquiry_row="3.5.1",
        leader_approval=LeaderApproval.ALL,
    )


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf# nothing\r\n", b"\n\n"])
def test_a_file_that_says_nothing_leaves_all_as_usual(data: bytes) -> None:
    assert local_conventions(data) == DEFAULT


def test_everything_that_is_wrong_is_told_with_its_line() -> None:
    text = """\
pause_start = "dispatch_day"
"charge_fees" = "是"
  longest_correction_days = 0

enquiry_row = "3.3"
mixed_row = 3
reconsideration_first_from = "明年"
appeal = true
confirmation_alarm_days = 61
"""
    assert problems(text) == (
        "第 1 行：本地口径中没有 “pause_start” 这一项，是否应为“pause_starts”",
        "第 2 行：“charge_fees”的值只能是 true、false 之一，不能是 “是”",
        "第 3 行：“longest_correction_days”的值应为 1 至 60 的整数，不加引号，不能是 0",
        '第 5 行：“enquiry_row”的值应为加引号的表三行号，如 "3.6.3"，不能是 “3.3”',
        '第 6 行：“mixed_row”的值只能是 "partly"、"form_order"、"first_item" 之一，不能是 3',
        "第 7 行：“reconsideration_first_from”的值应为日期，写成 2024-01-01 的样子，不加引号，不能是 “明年”",
        '第 8 行：“appeal”的值只能是 "once"、"each_instance" 之一，不能是 true',
        "第 9 行：“confirmation_alarm_days”的值应为 1 至 60 的整数，不加引号，不能是 61",
    )


def test_the_bounds_of_a_number_are_within() -> None:
    for number in (1, 60):
        assert local_conventions(f"longest_correction_days = {number}".encode()).longest_correction_days == number
    for number in (100, 1000):
        read = local_conventions(f"first_step_above_thirty = {number}".encode())
        assert read.first_step_above_thirty == number
    assert problems("first_step_above_thirty = 99")[0].startswith(
        "第 1 行：“first_step_above_thirty”的值应为 100 至"
    )
    assert problems("first_step_above_thirty = 1001")


def test_an_unknown_word_is_told_without_a_guess_where_nothing_is_like_it() -> None:
    assert problems("appeal = 'Once'")[0].endswith("不能是 “Once”")
    assert problems("zzzz = 1") == ("第 1 行：本地口径中没有 “zzzz” 这一项",)
    assert problems("x" * 60 + " = 1") == ("第 1 行：本地口径中没有 “" + "x" * 40 + "” 这一项",)
    assert problems('appeal = "a\\tb"')[0].endswith("不能是 “a\ufffdb”")
    assert problems('appeal = "' + "y" * 60 + '"')[0].endswith("不能是 “" + "y" * 40 + "”")


def test_sections_are_no_part_of_such_a_file() -> None:
    told = "本地口径不分节，不能写 [law]；每项直接写成“键 = 值”"
    assert problems("[law]\nappeal = 'once'") == (f"第 1 行：{told}",)
    assert problems("appeal = 'once'\n[[law]]\nx = 1") == ("第 2 行：本地口径中没有 “law” 这一项",)
    assert problems("charge_fees = {a = 1}")[0].startswith("第 1 行：“charge_fees”的值只能是 true、false 之一")
    assert problems("appeal.first = 1")[0].startswith("第 1 行：“appeal”的值只能是")


def test_a_line_that_cannot_be_found_is_not_named() -> None:
    assert problems('"\\u0061bc" = 1') == ("本地口径中没有 “abc” 这一项",)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("appeal = once", "第 1 行"),
        ("\n\nappeal = ", "末尾"),
        ("appeal = 'once'\nappeal = 'once'\n", "第 2 行"),
        ("\nenquiry_row = 3.6.3\n", "第 2 行"),
        ("a = " + "9" * 5000, ""),
    ],
)
def test_a_file_that_is_no_toml_is_refused_with_its_line(text: str, where: str) -> None:
    told = f"本地口径文件{where}不合 TOML 的写法（文字要加引号，每项写成“键 = 值”，同一项只写一次）"
    assert problems(text) == (told,)


def test_a_file_in_another_charset_or_far_too_long_is_refused() -> None:
    with pytest.raises(BrokenConventions, match="另存为 UTF-8"):
        local_conventions('appeal = "一次"'.encode("gb18030"))
    assert local_conventions(b"#" * 200_000) == DEFAULT
    assert problems("#" * 200_001) == ("本地口径文件超过 200 kB，不像是本地口径",)


def test_a_very_deep_file_is_refused() -> None:
    assert len(problems("a = " + "[" * 100_000)) == 1
