"""The six headings are found on lines of their own and inside them, whole, reworded and damaged."""

from __future__ import annotations

import pytest

from gongkai.readers.documents.text import read_text
from gongkai.readers.headings import find_headings
from gongkai.readers.tape import tape_of
from gongkai.report import EDITIONS
from tests.terms import printed

HEADINGS = [words for kind, words in printed.article() if kind == "heading"]
PROSE = "\n本局说了几句话。\n"


def found(text: str) -> list[tuple[int, str]]:
    """Return the number and the printed words of every heading found."""
    tape = tape_of(read_text(text))
    return [(heading.number, tape.raw[heading.start : heading.end]) for heading in find_headings(tape)]


def numbered(headings: list[str]) -> list[tuple[int, str]]:
    return list(enumerate(headings, 1))


@pytest.mark.parametrize("edition", EDITIONS)
def test_headings_on_lines_of_their_own_are_found_in_both_editions(edition: str) -> None:
    headings = [words for kind, words in printed.article(edition) if kind == "heading"]
    assert found(PROSE.join(headings)) == numbered(headings)


def test_headings_inside_a_line_end_where_the_prose_begins() -> None:
    assert found("".join(f"{heading}本局说了几句话。" for heading in HEADINGS)) == numbered(HEADINGS)


def test_a_table_may_follow_a_heading_on_its_line() -> None:
    assert found("前言。一、总体情况本局说了话。二、主动公开政府信息情况规章000") == numbered(HEADINGS[:2])


@pytest.mark.parametrize("mark", ["，", "．", " 、", ",", "."])
def test_another_mark_may_stand_behind_the_ordinal(mark: str) -> None:
    headings = [heading.replace("、", mark, 1) for heading in HEADINGS]
    assert found(PROSE.join(headings)) == numbered(headings)


def test_reworded_headings_are_known() -> None:
    headings = [
        "一、概述",
        "二、主动公开的情况",
        "三、依申请公开政府信息情况",
        "四、因政府信息公开申请行政复议、提起行政诉讼的情况",
        "五、存在的不足及改进措施",
        "六、其他需要报告的情况",
    ]
    assert found(PROSE.join(headings)) == numbered(headings)


def test_headings_that_lost_characters_are_known() -> None:
    headings = [
        "一、总?情况",
        "二、主动公开政府信?情况",
        "三、收到和?理政府信息公开?请情况",
        "四、政府信息公开行政复?、行政诉讼情况",
        "五、存在的主要问题及改?情况",
        "六、其他需?报告的事项",
    ]
    assert found(PROSE.join(headings)) == numbered(headings)


def test_headings_that_lost_their_ordinals_are_known_on_lines_of_their_own() -> None:
    bare = [heading[2:] for heading in HEADINGS]
    assert found(PROSE.join(bare)) == numbered(bare)


def test_a_preface_that_lists_the_parts_is_not_where_they_begin() -> None:
    preface = f"本报告包括：{'；'.join(HEADINGS)}。\n"
    text = preface + PROSE.join(HEADINGS)
    tape = tape_of(read_text(text))
    starts = [heading.start for heading in find_headings(tape)]
    assert len(starts) == 6
    assert min(starts) >= len(preface)


def test_a_preface_that_names_the_parts_without_numbers_is_no_heading() -> None:
    preface = f"本报告由{'、'.join(heading[2:] for heading in HEADINGS)}六部分组成。\n"
    assert found(preface + PROSE.join(HEADINGS)) == numbered(HEADINGS)


def test_numbers_inside_section_five_are_not_taken_for_headings() -> None:
    faults = "\n一、公开的主动性不强。\n二、解读的质量不高。\n三、人员不足。\n"
    inside = f"{faults}改进措施：\n一、加强培训。\n二、总体谋划。\n"
    text = PROSE.join(HEADINGS[:5]) + inside + HEADINGS[5] + PROSE
    assert found(text) == numbered(HEADINGS)


def test_a_missing_heading_leaves_the_others_their_numbers() -> None:
    kept = [HEADINGS[0], *HEADINGS[2:]]
    assert found(PROSE.join(kept)) == [(1, kept[0]), *enumerate(kept[1:], 3)]


@pytest.mark.parametrize(
    "text", ["", "一、", "一、一、一、", "（一）主动公开", "三、本年度办理结果", "六、买了六把椅子。"]
)
def test_an_ordinal_alone_is_no_heading(text: str) -> None:
    assert found(text) == []
