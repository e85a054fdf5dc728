"""Fonts: the official name first, and only what is installed."""

from __future__ import annotations

import pytest

from gongkai.layout.fonts import FAMILIES, Role, installed, official

NOTO = ["Noto Sans CJK SC", "Noto Serif CJK SC"]


def test_a_word_processor_is_told_the_official_fonts() -> None:
    assert [official(role) for role in (Role.TITLE, Role.HEADING, Role.SUBHEADING, Role.BODY, Role.TABLE)] == [
        "方正小标宋简体",
        "黑体",
        "楷体_GB2312",
        "仿宋_GB2312",
        "宋体",
    ]


def test_the_official_font_comes_before_free_ones_and_those_before_others() -> None:
    families = [*NOTO, "WenQuanYi Micro Hei", "FandolFang R", "FangSong", "DejaVu Sans"]
    assert installed(Role.BODY, families) == [
        "FangSong",
        "FandolFang R",
        "Noto Serif CJK SC",
        "Noto Sans CJK SC",
        "WenQuanYi Micro Hei",
    ]


def test_a_heading_is_set_without_serifs_where_there_is_a_choice() -> None:
    assert installed(Role.HEADING, NOTO)[0] == "Noto Sans CJK SC"
    assert installed(Role.BODY, NOTO)[0] == "Noto Serif CJK SC"


@pytest.mark.parametrize("role", Role)
def test_every_role_ends_in_fonts_with_rare_characters_and_any_chinese_font_will_do(role: Role) -> None:
    assert set(NOTO) <= set(FAMILIES[role])
    assert installed(role, ["WenQuanYi Micro Hei"]) == ["WenQuanYi Micro Hei"]
    assert len(set(FAMILIES[role])) == len(FAMILIES[role])


def test_names_are_told_as_the_machine_writes_them() -> None:
    assert installed(Role.TABLE, ["SIMSUN"]) == ["SIMSUN"]


def test_fonts_without_chinese_are_none() -> None:
    assert installed(Role.BODY, ["DejaVu Sans", "Libertinus Serif"]) == []
