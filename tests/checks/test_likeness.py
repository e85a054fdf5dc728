from __future__ import annotations

from gongkai.checks.likeness import (
    GRAM,
    LONGEST,
    MOST_PIECES,
    WITHOUT_FIGURES,
    WITHOUT_YEARS,
    Dropped,
    Piece,
    find,
    grams,
    longest,
    probes,
    share,
)
from gongkai.report import Passage

FIRST = "本机关坚持公开为常态,围绕群众关心的事项更新栏目。"
SECOND = "建立台账制度,逐项登记办理过程,按季度通报情况。"


def pieces(*texts: str, pattern: str = WITHOUT_FIGURES, names: tuple[str, ...] = ()) -> list[Piece]:
    passages = [Passage("1", number, text) for number, text in enumerate(texts, 1)]
    return Dropped(pattern, names).pieces(passages, ("1",))


def texts(found: list[Piece]) -> list[str]:
    return [piece.text for piece in found]


def test_only_chinese_characters_count_where_organs_are_compared() -> None:
    assert texts(pieces("2024年,我县公开 120 条(见表)。")) == ["年公开条见表"]


def test_digits_count_but_years_do_not_where_years_are_compared() -> None:
    assert texts(pieces("2024年度公开120条,2023年为99条", pattern=WITHOUT_YEARS)) == ["公开120条为99条"]


def test_names_are_dropped_the_longest_first() -> None:
    names = ("絮泉县", "絮泉县财政局")
    assert texts(pieces("絮泉县财政局与絮泉县教育局", names=names)) == ["与教育局"]


def test_headings_and_other_parts_are_left_out() -> None:
    passages = [Passage("1", 0, "总体情况"), Passage("2", 1, "表后的话"), Passage("1", 1, FIRST)]
    assert len(Dropped(WITHOUT_FIGURES).pieces(passages, ("1",))) == 1


def test_a_text_stands_wholly_in_itself_and_not_in_another() -> None:
    own = pieces(FIRST, SECOND)
    assert share(own, grams(own)) == 1
    assert share(pieces(FIRST), grams(pieces(SECOND))) == 0
    assert share([], grams(own)) == 0
    assert share(pieces("太短"), grams(own)) == 0


def test_a_text_that_stands_by_half_in_another_is_half_alike() -> None:
    assert 0.4 < share(pieces(FIRST, SECOND), grams(pieces(FIRST))) < 0.6


def test_the_longest_common_stretch_is_quoted_as_it_is_printed() -> None:
    dropped = Dropped(WITHOUT_FIGURES)
    own = pieces("前文各不相同。" + SECOND + "后文也不相同。")
    found = longest(own, grams(pieces(SECOND)))
    assert found
    assert dropped.quote(*found).text == SECOND.rstrip("。")


def test_a_stretch_at_the_end_of_a_passage_is_found() -> None:
    own = pieces("前文各不相同。" + SECOND)
    piece, start, end = longest(own, grams(pieces(SECOND))) or (own[0], 0, 0)
    assert end == len(piece.text)
    assert end - start == len(pieces(SECOND)[0].text)


def test_texts_that_share_nothing_have_no_longest_stretch() -> None:
    assert longest(pieces(FIRST), grams(pieces(SECOND))) is None


def test_a_stretch_is_found_again_in_the_other_text() -> None:
    others = pieces(FIRST, SECOND)
    found = find(others, "逐项登记办理过程")
    assert found
    assert Dropped(WITHOUT_FIGURES).quote(*found).text == "逐项登记办理过程"
    assert find(others, "别处没有的话") is None


def test_a_text_beyond_all_measure_is_cut() -> None:
    (piece,) = pieces("公" * 10**6)
    assert len(piece.text) == LONGEST
    assert len(pieces(*["公开"] * 1000)) == MOST_PIECES


def test_probes_are_stretches_from_all_over_a_text() -> None:
    own = pieces(*[FIRST, SECOND] * 20)
    some = probes(own)
    assert 40 <= len(some) <= 130
    assert {len(one) for one in some} == {GRAM}
    assert probes([]) == ()
