"""How letters name the norms they rest on (依据的名称): whole at first, then short."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from gongkai.law.outcomes.articles import Article, Law

REGULATIONS = Law.REGULATIONS.full_name
FEES = Law.FEE_MEASURES.full_name
# In a letter whose first sentence has named them whole.
SHORT = "《条例》"


def citation(articles: Iterable[Article]) -> str:
    """Return articles as a letter cites them: 《条例》第十四条、第三十六条第三项 (法律依据)."""
    return "、".join(
        (SHORT if law is Law.REGULATIONS else law.full_name) + "、".join(article.place for article in of_law)
        for law, of_law in groupby(articles, key=lambda article: article.law)
    )
