"""Numbers given one after the other: the next one, gaps, doubles and slips."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.errors import BrokenIdentifier
from gongkai.law.identifiers.numbering import Register, next_number, register_of
from gongkai.law.identifiers.patterns import APPLICATIONS, LETTERS, Number, Pattern

USED = ["砚政信复〔2026〕3号", "砚政信复〔2026〕1号", "砚政信复〔2025〕99号", "砚政信函〔2026〕50号"]
SERIALS = st.lists(st.integers(1, 60), max_size=30)


def letters(serials: list[int]) -> list[str]:
    return [LETTERS.write(Number("砚政信复", 2026, serial)) for serial in serials]


def test_the_next_number_follows_the_last_of_its_series_and_year() -> None:
    assert next_number(USED, "砚政信复", 2026) == "砚政信复〔2026〕4号"
    assert next_number(USED, "砚政信复", 2025) == "砚政信复〔2025〕100号"
    assert next_number(USED, "砚政信函", 2026) == "砚政信函〔2026〕51号"


def test_a_year_begins_with_one() -> None:
    assert next_number(USED, "砚政信复", 2027) == "砚政信复〔2027〕1号"
    assert next_number([], "砚政信复", 2026) == "砚政信复〔2026〕1号"


def test_requests_are_numbered_by_the_same_function() -> None:
    used = ["2026-XXGK-0009", "2026-XXGK-0002"]
    assert next_number(used, "XXGK", 2026, APPLICATIONS) == "2026-XXGK-0010"
    assert next_number(["2026-9"], "", 2026, Pattern("{year}-{serial}")) == "2026-10"


def test_a_prefix_that_cannot_be_one_is_refused() -> None:
    with pytest.raises(BrokenIdentifier) as told:
        next_number([], "复", 2026)
    assert told.value.reason == "“复”不能用作代字，应为机关代字（2至20个汉字）。"


def test_a_full_register_has_nothing_to_tell() -> None:
    assert register_of(letters([2, 1, 3]), "砚政信复", 2026) == Register((1, 2, 3))


def test_gaps_and_doubles_of_a_year_are_found_and_told() -> None:
    found = register_of(letters([2, 3, 3, 7, 9, 9, 9]), "砚政信复", 2026)
    assert (found.serials, found.gaps, found.duplicates) == ((2, 3, 7, 9), ((1, 1), (4, 6), (8, 8)), (3, 9))
    assert [(doubt.code, doubt.text) for doubt in found.doubts] == [
        ("numbers.gap", "“砚政信复〔2026〕1号”缺号。"),
        ("numbers.gap", "“砚政信复〔2026〕4号”至“砚政信复〔2026〕6号”缺号，共3个。"),
        ("numbers.gap", "“砚政信复〔2026〕8号”缺号。"),
        ("numbers.duplicate", "“砚政信复〔2026〕3号”用了2次。"),
        ("numbers.duplicate", "“砚政信复〔2026〕9号”用了3次。"),
    ]
    assert found.next == 10


def test_a_miswritten_number_is_counted_and_told_so_that_it_is_not_given_twice() -> None:
    used = ["砚政信复〔2026〕1号", "砚政信复[2026]2号"]
    assert next_number(used, "砚政信复", 2026) == "砚政信复〔2026〕3号"
    doubts = register_of(used, "砚政信复", 2026).doubts
    assert [(doubt.code, doubt.text) for doubt in doubts] == [
        (
            "numbers.miswritten",
            (
                "“砚政信复[2026]2号”书写有误，按“砚政信复〔2026〕2号”计入："
                "“砚政信复[2026]2号”中，“砚政信复”之后应为“〔”，写的是“[2026]2号”。"
            ),
        )
    ]


def test_a_number_that_cannot_be_read_is_told_and_not_counted() -> None:
    found = register_of(["砚政信复〔2026〕1号", "补发"], "砚政信复", 2026)
    assert found.serials == (1,)
    assert [(doubt.code, doubt.text) for doubt in found.doubts] == [
        ("numbers.unreadable", "“补发”不是完整的编号，没有计入：“补发”中，“补发”之后缺“〔”。")
    ]


def test_slips_in_other_series_are_not_this_ones_business() -> None:
    assert register_of(["砚政信函[2026]2号", "砚政信复[2025]2号"], "砚政信复", 2026) == Register()


@given(SERIALS)
def test_the_next_number_is_new_and_every_gap_is_told_once(serials: list[int]) -> None:
    found = register_of(letters(serials), "砚政信复", 2026)
    assert found.next == max(serials, default=0) + 1
    missing = [serial for first, last in found.gaps for serial in range(first, last + 1)]
    assert sorted([*missing, *found.serials]) == list(range(1, found.next))
    assert len(found.doubts) == len(found.gaps) + len(found.duplicates)


@given(SERIALS, st.randoms())
def test_the_order_of_the_register_does_not_matter(serials: list[int], random) -> None:
    shuffled = random.sample(serials, len(serials))
    assert register_of(letters(serials), "砚政信复", 2026) == register_of(letters(shuffled), "砚政信复", 2026)
