"""A clerk finds the place by its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.report import (
    EDITIONS,
    BlockPlace,
    Finding,
    PagePlace,
    Passage,
    Quote,
    Severity,
    SheetPlace,
    TablePlace,
    TextPlace,
)
from gongkai.samples import lawful_report
from gongkai.writers.findings.spots import cell_name, excerpt, place_words, quote_words, short_spot, spot_words
from tests.writers.made import NATURAL, TOTAL, report


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_cell_has_a_name_of_its_own(edition: str) -> None:
    lawful = lawful_report(3, edition=edition)
    names = [cell_name(key, lawful) for key in lawful.form.keys]
    assert len(set(names)) == len(names)
    assert all(len(name) < 45 for name in names)


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (TOTAL, "表三 一、本年新收 / 总计"),
        (("3", "3.3.1", "natural"), "表三 （三）不予公开 1.属于国家秘密 / 自然人"),
        (("3", "3.2", "legal"), "表三 （二）部分公开 / 法律服务机构"),
        (("3", "3.6.1", "other"), "表三 （六）其他处理 1.申请人无正当理由逾期不补正 / 其他"),
        (("2", "20.8.fees", "amount"), "表二 行政事业性收费 / 本年收费金额"),
        (("4", "litigation_after", "upheld"), "表四 行政诉讼 复议后起诉 / 结果维持"),
    ],
)
def test_a_cell_is_named_by_its_labels_without_what_all_share(key, name) -> None:
    assert cell_name(key, report()) == name


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (TextPlace(12, 4, 8), "第 12 行第 5 字"),
        (SheetPlace("附表", 7, 2), "工作表“附表”B7"),
        (PagePlace(3, 1, 2, 3, 4), "第 3 页"),
        (BlockPlace(7), None),
        (TablePlace(1, 2, 3), None),
        (None, None),
    ],
)
def test_a_place_is_told_where_it_tells_a_person_something(place, words) -> None:
    assert place_words(place) == words


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        (Quote("preface", 2, 0, 1, "本"), "前言第 2 段"),
        (Quote("3", 0, 0, 1, "三"), "第三部分标题"),
        (Quote("6", 4, 0, 1, "无", TextPlace(9, 0, 1)), "第六部分第 4 段（第 9 行第 1 字）"),
        (Quote("closing", 1, 0, 1, "某"), "落款第 1 段"),
    ],
)
def test_a_quote_is_found_by_part_and_paragraph(quote, words) -> None:
    assert quote_words(quote) == words


def test_the_first_quote_comes_before_the_cells_and_they_before_other_quotes() -> None:
    first, second = Quote("1", 1, 0, 1, "甲"), Quote("5", 1, 0, 1, "乙")
    found = Finding(
        code="a.b", severity=Severity.NOTE, message="。", cells=(TOTAL, NATURAL), quotes=(first, second)
    )
    assert [words[:4] for words in spot_words(found, report())] == ["第一部分", "表三 一", "表三 一", "第五部分"]
    assert short_spot(found, report()) == "第一部分第 1 段等 4 处"


def test_a_finding_that_points_nowhere_is_about_the_whole_report() -> None:
    assert short_spot(Finding(code="a.b", severity=Severity.NOTE, message="。"), report()) == "全文"


def test_a_cell_that_the_edition_does_not_have_is_told_by_its_key() -> None:
    found = Finding(code="a.b", severity=Severity.NOTE, message="。", cells=(("3", "9", "total"),))
    assert spot_words(found, report()) == ["3 9 total"]


@given(st.text(alphabet="甲乙12，", min_size=1, max_size=120), st.integers(0, 120), st.integers(0, 120))
def test_an_excerpt_holds_the_quote_and_only_words_that_stand_beside_it(text, one, other) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    made = report(texts=[text])
    found = excerpt(Passage("1", 1, text).quote(start, end), made)
    assert len(found.text) <= 60
    if len(text[start:end]) <= 50:
        assert found.text == text[start:end]
        assert (found.before.lstrip("…") + found.text + found.after.rstrip("…")) in text


def test_a_short_quote_is_shown_with_its_neighbours() -> None:
    made = report(texts=["全年共收到申请578件，其中自然人提出的占多数，其余为企业提出。"])
    quote = next(one for one in made.passages() if one.part == "1" and one.number).quote(7, 11)
    assert str(excerpt(quote, made)) == "全年共收到申请【578件】，其中自然人提出的占多数，其…"
