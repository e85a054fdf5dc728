"""Damage is told with its place; an official word is repaired only where the law that destroyed it proves it."""

from __future__ import annotations

import pytest

from gongkai.damage import lose, prove, widen
from gongkai.readers import read
from gongkai.report import AnnualReport, Damage, TextPlace
from tests.terms import printed

LINES = printed.text(between="\n")
LOST = lose(widen(LINES))
HEADING = "五、存在的主要问题及改进情况"


def repaired(report: AnnualReport) -> dict[str, str]:
    return {note.text: note.repaired for note in report.damage if note.repaired is not None}


def test_a_whole_report_has_no_damage_to_tell() -> None:
    assert read(LINES.encode()).damage == ()
    assert read(printed.page().encode()).damage == ()


def test_official_words_alone_on_their_lines_are_repaired() -> None:
    found = repaired(read(LOST.encode()))
    assert found["申请人情"] == "申请人情况"
    assert found["五、存在的主要问题及改进情"] == HEADING
    assert len(found) > 10


def test_each_repair_was_the_line_before_and_is_the_line_seen_when_damaged_again() -> None:
    before = [widen(line) for line in LINES.split("\n")]
    for note in read(LOST.encode()).damage:
        if note.repaired is not None:
            assert note.repaired in before
            assert prove(note.text, [note.repaired]).original == note.repaired


def test_a_repaired_word_says_where_it_stands() -> None:
    note = next(note for note in read(LOST.encode()).damage if note.text == "申请人情")
    assert isinstance(note.place, TextPlace)
    assert LOST.split("\n")[note.place.line - 1] == note.text


def test_a_word_that_shared_a_character_with_a_closing_tag_is_repaired_with_it() -> None:
    seen = LOST.replace("五、存在的主要问题及改进情\n", lose(f"{HEADING}</span>") + "\n")
    assert repaired(read(seen.encode()))["五、存在的主要问题及改进情冴/span>"] == f"{HEADING}</span>"


def test_a_word_that_shared_a_character_with_a_tab_is_repaired_without_it() -> None:
    seen = LOST.replace("申请人情\n", lose("申请人情况\t\n"))
    assert repaired(read(seen.encode()))["申请人情?"] == "申请人情况"


@pytest.mark.parametrize("seen", ["申请人情状", "申请人"])
def test_what_the_law_does_not_make_of_an_official_word_is_left_as_it_is(seen: str) -> None:
    assert seen not in repaired(read(LOST.replace("申请人情\n", f"{seen}\n").encode()))


def test_a_digit_that_is_lost_in_prose_is_told_and_not_guessed() -> None:
    prose = "本年主动公开信息"
    seen = LOST.replace("一、总体情", f"一、总体情\n{prose}?2条。")
    notes = [note for note in read(seen.encode()).damage if "?2" in note.text]
    assert [note.repaired for note in notes] == [None]
    assert all(isinstance(note, Damage) for note in notes)
