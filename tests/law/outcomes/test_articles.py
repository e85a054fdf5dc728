"""Articles are cited to paragraph and item, in Chinese numerals."""

from __future__ import annotations

import pytest

from gongkai.law.outcomes.articles import (
    Article,
    Law,
    cited,
    numeral,
    of_reconsideration_law,
    of_regulations,
)
from gongkai.terms.laws import LAWS

REGULATIONS, RECONSIDERATION = Law.REGULATIONS, Law.RECONSIDERATION_LAW


@pytest.mark.parametrize(
    ("article", "text"),
    [
        (Article(REGULATIONS, 14), "条例第十四条"),
        (Article(REGULATIONS, 16, paragraph=2), "条例第十六条第二款"),
        (Article(REGULATIONS, 36, item=3), "条例第三十六条第三项"),
        (Article(REGULATIONS, 20, item=15), "条例第二十条第十五项"),
        (Article(REGULATIONS, 10), "条例第十条"),
        (Article(RECONSIDERATION, 23, 1, 4), "行政复议法第二十三条第一款第四项"),
        (Article(Law.RECONSIDERATION_LAW_2017, 9, 1), "行政复议法（2017年修正）第九条第一款"),
        (Article(Law.RECONSIDERATION_RULES, 16, 1, 1), "行政复议法实施条例第十六条第一款第一项"),
        (Article(Law.LITIGATION_LAW, 82, 1, 3), "行政诉讼法第八十二条第一款第三项"),
        (Article(Law.ARCHIVES_LAW, 15, 2), "档案法第十五条第二款"),
        (Article(Law.FEE_MEASURES, 7), "国办函〔2020〕109号第七条"),
        (Article(Law.GUIDANCE_2021, 3, item=1), "国办函〔2021〕132号第三条第一项"),
        (Article(Law.COURT_2011, 7, 2), "法释〔2011〕17号第七条第二款"),
        (Article(Law.COURT_2018, 134, 3), "法释〔2018〕1号第一百三十四条第三款"),
        (Article(Law.COURT_2025, 1, item=2), "法释〔2025〕8号第一条第二项"),
    ],
)
def test_an_article_prints_as_it_is_cited(article: Article, text: str) -> None:
    assert str(article) == text


def test_two_laws_have_a_short_way_to_their_articles() -> None:
    assert of_regulations(39, paragraph=1) == Article(REGULATIONS, 39, 1, 0)
    assert of_regulations(36, item=7) == Article(REGULATIONS, 36, 0, 7)
    assert of_reconsideration_law(23, 1, 4) == Article(RECONSIDERATION, 23, 1, 4)
    assert of_reconsideration_law(25, item=1) == Article(RECONSIDERATION, 25, 0, 1)
    assert of_reconsideration_law(28) == Article(RECONSIDERATION, 28, 0, 0)


def test_a_citation_names_each_law_once() -> None:
    articles = [Article(REGULATIONS, 42, 1), Article(Law.FEE_MEASURES, 6), Article(Law.FEE_MEASURES, 7)]
    assert cited(articles) == "条例第四十二条第一款、国办函〔2020〕109号第六条、第七条"
    assert cited([]) == ""


def test_a_letter_names_the_law_in_full() -> None:
    articles = [Article(REGULATIONS, 14), Article(REGULATIONS, 36, item=3)]
    assert cited(articles, full=True) == "《中华人民共和国政府信息公开条例》第十四条、第三十六条第三项"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (36, "三十六"),
        (100, "一百"),
        (105, "一百零五"),
    ],
)
def test_numerals_are_those_of_statutes(number: int, text: str) -> None:
    assert numeral(number) == text


def test_every_law_has_its_names() -> None:
    assert {law.value for law in Law} == set(LAWS)
    assert all(law.full_name.startswith("《") for law in Law)
    assert REGULATIONS.label == "条例"
