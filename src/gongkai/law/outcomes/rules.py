"""What follows from an outcome on a day (办理结果的规则): articles, letter, elements, and the row it counts in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from gongkai.errors import NoRule
from gongkai.law.conventions import DEFAULT, Conventions
from gongkai.law.documents import Document, Element, elements_of, ordered
from gongkai.law.identifiers.dates import printed
from gongkai.law.outcomes import words
from gongkai.law.outcomes.articles import Article
from gongkai.law.outcomes.outcome import Item, Outcome
from gongkai.law.outcomes.rows import choose_row
from gongkai.law.outcomes.rule import OutcomeRule
from gongkai.law.outcomes.table import CONSULT, REFUSE, RULES


def rule_of(outcome: Outcome, on: dt.date) -> OutcomeRule:
    """Return the rule of an outcome for a reply of a day; a day before there was one raises NoRule."""
    of_outcome = [rule for rule in RULES if rule.outcome is outcome]
    for rule in of_outcome:
        if rule.holds_on(on):
            return rule
    first = printed(min(rule.valid_from for rule in of_outcome))
    raise NoRule(words.NOT_YET.format(outcome=outcome.label, first=first, on=printed(on)))


def row_of(items: Sequence[Item], conventions: Conventions = DEFAULT, edition_year: int = 2021) -> str:
    """Return the key of the row of table 3 in the report of a year; `rows.choose_row` also says why."""
    return choose_row(items, conventions, edition_year).row


def articles_of(item: Item, on: dt.date, *, consulted: bool = False) -> tuple[Article, ...]:
    """Return the articles that a decision on an item is based on, in the order of their citation.

    A partial refusal rests on the articles of its grounds and on article 37, which demands the reasons itself; a
    refusal for a third party that was `consulted`, on article 32 as well.
    """
    own = rule_of(item.outcome, on).articles
    grounds = (article for ground in item.grounds for article in rule_of(ground, on).articles if article != REFUSE)
    asked = (CONSULT,) if consulted and Outcome.THIRD_PARTY_RIGHTS in (item.outcome, *item.grounds) else ()
    found = dict.fromkeys((*grounds, *asked, *own))
    if not (asked or item.grounds):
        return tuple(found)
    return tuple(sorted(found, key=lambda article: (article.number, article.paragraph, article.item)))


def documents_of(items: Iterable[Item], on: dt.date) -> tuple[Document, ...]:
    """Return the letters that the items would have, each once; more than one where their outcomes are mixed."""
    return tuple(dict.fromkeys(rule_of(item.outcome, on).document for item in items))


def elements_of_item(item: Item, on: dt.date) -> tuple[Element, ...]:
    """Return what a letter must say of an item; a ground of a partial refusal asks for what it asks by itself."""
    elements = set(rule_of(item.outcome, on).elements)
    for ground in item.grounds:
        rule = rule_of(ground, on)
        elements |= set(rule.elements) - set(elements_of(rule.document))
    return ordered(elements)
