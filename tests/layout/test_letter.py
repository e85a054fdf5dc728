"""How a letter is set: an organ's name as large as it may be, and a signature with its date as one block."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.layout import page
from gongkai.layout.blocks import Grid, Letterhead, Line, Manuscript, Style
from gongkai.layout.letter import Sealed, as_set, date_ems, halves, organ_name
from gongkai.layout.setting import ems

LONG = "砚汀市砚湖高新技术产业开发区管理委员会政务服务和行政审批局"
WIDTH = page.TEXT_WIDTH * page.POINTS


def letter(*blocks: Line | Grid) -> Manuscript:
    return Manuscript(title="答复书", blocks=blocks, letterhead=Letterhead("砚汀市数据局"))


def right(*texts: str) -> tuple[Line, ...]:
    return tuple(Line(text, Style.RIGHT) for text in texts)


@pytest.mark.parametrize(
    ("organ", "lines", "size"),
    [
        ("砚汀市数据局", ["砚汀市数据局"], 42),
        # 442.2 points hold ten characters of 44, eleven of 40, and seventeen of 26.
        ("砚汀市人民政府办公室", ["砚汀市人民政府办公室"], 42),
        ("砚汀市人力资源和社会局", ["砚汀市人力资源和社会局"], 40),
        ("公" * 17, ["公" * 17], 26),
        ("公" * 18, ["公" * 9, "公" * 9], 26),
        ("公" * 19, ["公" * 10, "公" * 9], 26),
        (LONG, ["砚汀市砚湖高新技术产业开发区", "管理委员会政务服务和行政审批局"], 26),
        ("公" * 60, ["公" * 30, "公" * 30], 14.5),
        ("  砚汀市\n数据局 ", ["砚汀市 数据局"], 42),
        ("", [""], 42),
    ],
)
def test_an_organ_s_name_is_as_large_as_a_line_holds(organ: str, lines: list[str], size: float) -> None:
    name = organ_name(organ)
    assert (name.lines, name.size) == (lines, size)


@given(st.text("砚汀市区县局会办公厅Ab1（）", min_size=1, max_size=90).map(str.strip))
def test_no_line_of_a_name_is_wider_than_the_text_and_no_character_is_lost(organ: str) -> None:
    name = organ_name(organ)
    assert 1 <= len(name.lines) <= 2
    assert max(map(ems, name.lines)) * name.size <= WIDTH
    assert name.size <= page.ORGAN_SIZE
    assert "".join(name.lines).replace(" ", "") == organ.replace(" ", "")


@pytest.mark.parametrize(
    ("name", "cut"),
    [
        (LONG, "砚汀市砚湖高新技术产业开发区|管理委员会政务服务和行政审批局"),
        # 社会 is no organ that ends with 会.
        ("砚汀市砚湖区人力资源和社会保障局劳动保障监察大队", "砚汀市砚湖区人力资源和社会保障局|劳动保障监察大队"),
        (
            "砚汀市砚湖区人民政府政务公开领导小组办公室信息中心",
            "砚汀市砚湖区人民政府|政务公开领导小组办公室信息中心",
        ),
        ("砚汀市发展和改革委员会公共资源交易监督管理办公室", "砚汀市发展和改革委员会|公共资源交易监督管理办公室"),
        # What begins a name is not cut off alone.
        ("砚汀市公公公公公公公公公公公公公公公公公", "砚汀市公公公公公公公|公公公公公公公公公公"),
        ("县局", "县|局"),
    ],
)
def test_a_long_name_is_cut_where_its_words_part_if_both_parts_are_about_as_long(name: str, cut: str) -> None:
    assert halves(name) == cut.split("|")


def test_the_red_line_is_4_mm_below_the_name_whatever_its_size() -> None:
    small, large, two = organ_name("公" * 17), organ_name("砚汀市数据局"), organ_name(LONG)
    for name, ink in ((small, 0.94 * 26), (large, 0.94 * 42), (two, 0.94 * 26 + 1.25 * 26)):
        assert name.red_line == pytest.approx(34 / 25.4 * 72 + ink)


def test_in_a_letter_a_signature_and_its_date_are_one() -> None:
    text = Line("特此答复。")
    assert list(as_set(letter(text, *right("砚汀市数据局", " 2026年3月5日 "), text))) == [
        text,
        Sealed(["砚汀市数据局"], "2026年3月5日"),
        text,
    ]


def test_organs_that_sign_together_are_one_with_their_date() -> None:
    (block,) = as_set(letter(*right("砚汀市数据局", "砚汀市档案局", "2026年3月5日")))
    assert block == Sealed(["砚汀市数据局", "砚汀市档案局"], "2026年3月5日")


def test_a_letter_may_be_dated_twice_or_without_a_name() -> None:
    blocks = list(as_set(letter(*right("2026年3月5日", "砚汀市数据局", "2026年3月6日"))))
    assert blocks == [Sealed([], "2026年3月5日"), Sealed(["砚汀市数据局"], "2026年3月6日")]


def test_what_stands_right_without_a_date_stays_as_it_is() -> None:
    lines = (*right("砚汀市数据局", "年　月　日"), Line("完。"), *right("经办人"))
    assert list(as_set(letter(*lines))) == list(lines)


def test_a_report_is_signed_as_before() -> None:
    lines = right("砚汀市数据局", "2026年3月5日")
    assert list(as_set(Manuscript(title="", blocks=lines))) == list(lines)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("公" * 20, ["公" * 20]),
        (LONG, ["砚汀市砚湖高新技术产业开发区", "管理委员会政务服务和行政审批局"]),
        ("公" * 57, ["公" * 20, "公" * 20, "公" * 17]),
        ("公" * 56, ["公" * 28, "公" * 28]),
    ],
)
def test_a_long_signature_takes_several_lines(name: str, lines: list[str]) -> None:
    (block,) = as_set(letter(*right(name, "2026年3月5日")))
    assert isinstance(block, Sealed)
    assert block.lines == lines


@pytest.mark.parametrize(("date", "ems"), [("2026年3月5日", 6), ("2026年12月31日", 7), ("2026年3月15日", 6.5)])
def test_figures_of_a_date_are_half_as_wide_as_its_characters(date: str, ems: float) -> None:
    assert date_ems(date) == ems
