"""An article of a law down to its item (条、款、项), and how it is cited.

A paragraph (款) or item (项) of 0 is not named: articles of one paragraph are cited without it.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from itertools import groupby

import msgspec

from gongkai.law.outcomes import words
from gongkai.terms.laws import LAWS


class Law(StrEnum):
    """A law, regulation, interpretation or notice that is cited."""

    REGULATIONS = "regulations"
    RECONSIDERATION_LAW = "reconsideration_law"
    RECONSIDERATION_LAW_2017 = "reconsideration_law_2017"
    RECONSIDERATION_RULES = "reconsideration_rules"
    LITIGATION_LAW = "litigation_law"
    ARCHIVES_LAW = "archives_law"
    FEE_MEASURES = "fee_measures"
    GUIDANCE_2021 = "guidance_2021"
    COURT_2011 = "court_2011"
    COURT_2018 = "court_2018"
    COURT_2025 = "court_2025"

    @property
    def label(self) -> str:
        return LAWS[self.value].short

    @property
    def full_name(self) -> str:
        return LAWS[self.value].full


class Article(msgspec.Struct, frozen=True):
    """An article, a paragraph of it or an item of that; as a string it is cited by its law's short name."""

    law: Law
    number: int
    paragraph: int = 0
    item: int = 0

    @property
    def place(self) -> str:
        """Return article, paragraph and item without the law."""
        parts = zip(
            (words.ARTICLE, words.PARAGRAPH, words.ITEM), (self.number, self.paragraph, self.item), strict=True
        )
        return "".join(words.PLACE.format(number=numeral(number), unit=unit) for unit, number in parts if number)

    def __str__(self) -> str:
        return self.law.label + self.place


def of_regulations(number: int, *, paragraph: int = 0, item: int = 0) -> Article:
    """Return an article of the Regulations (条例)."""
    return Article(Law.REGULATIONS, number, paragraph, item)


def of_reconsideration_law(number: int, paragraph: int = 0, item: int = 0) -> Article:
    """Return an article of the law on reconsideration of 2024 (行政复议法)."""
    return Article(Law.RECONSIDERATION_LAW, number, paragraph, item)


def cited(articles: Iterable[Article], *, full: bool = False) -> str:
    """Return articles as one citation that names each law once, by its short name or its full one."""
    return words.AND.join(
        (law.full_name if full else law.label) + words.AND.join(article.place for article in of_law)
        for law, of_law in groupby(articles, key=lambda article: article.law)
    )


@cache
def numeral(number: int) -> str:
    """Return a number in Chinese numerals (三十六)."""
    import cn2an

    return str(cn2an.an2cn(str(number)))
