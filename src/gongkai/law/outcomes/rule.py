"""What the law says of one outcome (办理结果的规则): its row, articles, letter, elements, and how far it binds."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import msgspec

from gongkai.law.documents import Document, Element, elements_of, ordered
from gongkai.law.outcomes.articles import Article
from gongkai.law.outcomes.outcome import GROUNDS, Outcome
from gongkai.terms import outcomes as terms

# The Regulations of 2019 are in force from this day.
REGULATIONS_FROM = dt.date(2019, 5, 15)


class Force(StrEnum):
    """Whether the organ must decide so where the case is given, or may (应当、可以)."""

    MUST = "must"
    MAY = "may"

    @property
    def label(self) -> str:
        return terms.FORCES[self.value]


class Unless(StrEnum):
    """Where information is disclosed although its case is given (但书)."""

    THIRD_PARTY_CONSENTS = "third_party_consents"
    PUBLIC_INTEREST = "public_interest"
    LAW_REQUIRES = "law_requires"

    @property
    def label(self) -> str:
        return terms.UNLESS[self.value]


class Proof(StrEnum):
    """What the organ must be able to show in a dispute (举证材料)."""

    PUBLISHED = "published"
    PROVIDED = "provided"
    SECRECY_MARK = "secrecy_mark"
    FORBIDDING_LAW = "forbidding_law"
    DANGER = "danger"
    THIRD_PARTY_OPINION = "third_party_opinion"
    NATURE_OF_DOCUMENT = "nature_of_document"
    SEVERANCE = "severance"
    SEARCH_RECORD = "search_record"
    COMPETENCE = "competence"
    STATE_OF_RECORDS = "state_of_records"
    CORRECTION_NOTICE = "correction_notice"
    REQUEST_TEXT = "request_text"
    EARLIER_REPLY = "earlier_reply"
    QUANTITY = "quantity"
    FEE_NOTICE = "fee_notice"
    SPECIAL_RULE = "special_rule"
    TRANSFER = "transfer"
    WITHDRAWAL = "withdrawal"

    @property
    def label(self) -> str:
        return terms.PROOFS[self.value]


class Before(msgspec.Struct, frozen=True):
    """A letter that must have gone out before an outcome can be reached, and its article (前置程序)."""

    document: Document
    article: Article


class OutcomeRule(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the table: an outcome from a day on, and what follows from it.

    `row` is a key of table 3 in its newest edition; where `convention` names a setting, that decides the row and
    `row` is the setting's default. `articles` are what the decision is based on; none where no article names the
    case, and the officer states the basis. `analogous` are those of a like case. `before` is the letter that must
    have gone out first.
    `asks` is what the letter must say of it beyond what that document always says; `elements` is both. `valid_to`
    None: still in force.
    """

    outcome: Outcome
    row: str
    convention: str = ""
    articles: tuple[Article, ...]
    analogous: tuple[Article, ...] = ()
    before: Before | None = None
    document: Document
    asks: tuple[Element, ...] = ()
    force: Force = Force.MUST
    unless: tuple[Unless, ...] = ()
    proofs: tuple[Proof, ...] = ()
    note: str = ""
    valid_from: dt.date = REGULATIONS_FROM
    valid_to: dt.date | None = None

    @property
    def label(self) -> str:
        return self.outcome.label

    @property
    def elements(self) -> tuple[Element, ...]:
        """All that the letter must say of the outcome, in the order of `Element`."""
        return ordered((*elements_of(self.document), *self.asks))

    @property
    def is_refusal(self) -> bool:
        """Tell whether it is a refusal under articles 14 to 16 (不予公开)."""
        return self.outcome in GROUNDS

    def holds_on(self, on: dt.date) -> bool:
        """Tell whether the rule is in force on a day."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)
