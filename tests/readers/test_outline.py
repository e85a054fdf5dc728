"""A file that this program wrote tells which of its lines are headings, as long as they are what they were."""

from __future__ import annotations

import pytest

from gongkai.readers.documents.document import Document, Line
from gongkai.readers.outline import CLOSING, LAST, TITLE, headings_of, outline, outline_keyword
from gongkai.readers.tape import Tape, tape_of
from gongkai.terms import marks

LINES = ("题目", "甲", "一段话。", "乙", "甲", "另一段话。", "署名")
ROLES = {TITLE: (0, 0), "1": (1, 1), "2": (3, 3), CLOSING: (6, 6)}
TOLD = (marks.WRITTEN_HERE, outline_keyword("2019", LINES, ROLES))


def tape(*lines: str) -> Tape:
    return tape_of(Document("page", tuple(map(Line, lines))))


def test_headings_title_and_end_are_found_again() -> None:
    found = outline(tape(*LINES), TOLD)
    assert [(one.number, tape(*LINES).raw[one.start : one.end]) for one in found.headings] == [(1, "甲"), (2, "乙")]
    assert (found.titled, found.edition, found.is_ours) == (True, "2019", True)
    assert tape(*LINES).raw[found.closing or 0 :].strip() == "署名"


def test_new_lines_between_them_change_nothing() -> None:
    lines = (*LINES[:3], "新的一段。", *LINES[3:])
    assert [one.number for one in outline(tape(*lines), TOLD).headings] == [1, 2]


def test_words_that_stand_once_more_are_not_known_any_longer() -> None:
    assert [one.number for one in outline(tape("甲", *LINES), TOLD).headings] == [2]


def test_headings_in_another_order_are_not_believed() -> None:
    assert outline(tape("乙", *LINES[:3], *LINES[4:]), TOLD).headings == ()


def test_a_changed_title_is_told() -> None:
    assert outline(tape("别的题目", *LINES[1:]), TOLD).titled is False
    untitled = (marks.WRITTEN_HERE, outline_keyword("2021", LINES[1:], {"1": (0, 0)}))
    assert outline(tape(*LINES[1:]), untitled).titled is None


def test_a_title_over_several_lines_is_one() -> None:
    told = (marks.WRITTEN_HERE, outline_keyword("2021", ["某局", "年度报告"], {TITLE: (0, 1)}))
    assert outline(tape("某局年度报告"), told).titled
    assert outline(tape("某局年", "度", "报告"), told).titled


def test_the_last_line_is_told_where_nothing_follows() -> None:
    told = (marks.WRITTEN_HERE, outline_keyword("2021", LINES, {"1": (1, 1), LAST: (6, 6)}))
    assert outline(tape(*LINES), told).last == len("\n".join(LINES))


@pytest.mark.parametrize("keywords", [(), (TOLD[1],), (marks.WRITTEN_HERE,), (marks.WRITTEN_HERE, "gongkai.x.1zz")])
def test_others_files_tell_nothing(keywords: tuple[str, ...]) -> None:
    assert outline(tape(*LINES), keywords).headings == ()


def test_headings_that_are_not_told_are_looked_for_between_the_others() -> None:
    lines = ("甲", "二、主动公开政府信息情况", "乙", "二、主动公开政府信息情况")
    told = (marks.WRITTEN_HERE, outline_keyword("2021", lines, {"1": (0, 0), "3": (2, 2)}))
    found = headings_of(tape(*lines), outline(tape(*lines), told))
    assert [one.number for one in found] in ([1, 2, 3], [1, 3])
    assert [tape(*lines).raw[one.start : one.end].strip() for one in found if one.number != 2] == ["甲", "乙"]
