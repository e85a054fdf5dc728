"""A passage cut for its marks is the same passage, and every mark is in it once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gongkai.report import Passage
from gongkai.writers.findings.marks import Mark, pieces

TEXT = st.text(alphabet="甲乙丙丁12，。 ", max_size=30)
SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=8)


def marks_of(text: str, spans: list[tuple[int, int]]) -> list[Mark]:
    passage = Passage("1", 1, text)
    return [Mark(number, 1, passage.quote(*span)) for number, span in enumerate(spans, 1)]


@given(TEXT, SPANS)
def test_no_word_is_lost_or_said_twice_however_marks_overlap(text, spans) -> None:
    assert "".join(piece.text for piece in pieces(text, marks_of(text, spans))) == text


@given(TEXT, SPANS)
def test_every_mark_ends_once_and_covers_its_own_words(text, spans) -> None:
    found = pieces(text, marks_of(text, spans))
    assert sorted(mark.number for piece in found for mark in piece.ending) == list(range(1, len(spans) + 1))
    for mark in marks_of(text, spans):
        covered = "".join(piece.text for piece in found if mark.number in {one.number for one in piece.covering})
        assert covered == text[mark.quote.start : max(mark.quote.start, mark.quote.end)]


def test_a_mark_of_no_words_stands_where_they_are_missing() -> None:
    found = pieces("前后", marks_of("前后", [(1, 1)]))
    assert [(piece.text, len(piece.covering), len(piece.ending)) for piece in found] == [("前", 0, 1), ("后", 0, 0)]


def test_a_mark_in_an_empty_passage_is_kept() -> None:
    assert [len(piece.ending) for piece in pieces("", marks_of("", [(0, 0)]))] == [1]
