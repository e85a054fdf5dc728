"""The table of outcomes (办理结果总表): outcome → row of table 3 → articles → letter → elements, with its days.

Sources: 条例, in force from 2019-05-15; 国办公开办函〔2021〕30号 for the rows; 国办函〔2020〕109号 and 档案法, both
in force from 2021-01-01 (before that day 法释〔2011〕17号 article 7 said what 档案法 article 15 says now).
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from gongkai.law.documents import Document, Element, elements_of, ordered
from gongkai.law.outcomes import words
from gongkai.law.outcomes.articles import Article, Law
from gongkai.law.outcomes.outcome import Outcome
from gongkai.law.outcomes.rule import Before, Force, OutcomeRule, Proof, Unless

REGULATIONS_FROM = dt.date(2019, 5, 15)
_NEW_YEAR_2021 = dt.date(2021, 1, 1)


def _regulations(number: int, *, paragraph: int = 0, item: int = 0) -> Article:
    return Article(Law.REGULATIONS, number, paragraph, item)


# Whatever is refused, the applicant is told so with reasons (article 36(3)).
REFUSE = _regulations(36, item=3)


def _rule(
    outcome: Outcome,
    row: str,
    articles: tuple[Article, ...],
    document: Document,
    *proofs: Proof,
    asks: tuple[Element, ...] = (),
    **more: Any,
) -> OutcomeRule:
    """Return a rule; `asks` are elements beyond those that the document always has."""
    more.setdefault("valid_from", REGULATIONS_FROM)
    elements = ordered((*elements_of(document), *asks))
    return OutcomeRule(
        outcome=outcome,
        row=row,
        articles=articles,
        document=document,
        elements=elements,
        proofs=proofs,
        **more,
    )


def _refusal(outcome: Outcome, row: str, article: Article, *proofs: Proof, **more: Any) -> OutcomeRule:
    return _rule(outcome, row, (article, REFUSE), Document.L16, *proofs, **more)


_PROVIDED = (
    _rule(Outcome.ALREADY_PUBLIC, "3.1", (_regulations(36, item=1),), Document.L13, Proof.PUBLISHED),
    _rule(Outcome.GRANTED, "3.1", (_regulations(36, item=2),), Document.L14, Proof.PROVIDED),
    _rule(
        Outcome.PARTLY_GRANTED,
        "3.2",
        (_regulations(37),),
        Document.L15,
        Proof.PROVIDED,
        Proof.SEVERANCE,
    ),
)
_REFUSALS = (
    _refusal(Outcome.STATE_SECRET, "3.3.1", _regulations(14), Proof.SECRECY_MARK),
    _refusal(
        Outcome.FORBIDDEN_BY_LAW,
        "3.3.2",
        _regulations(14),
        Proof.FORBIDDING_LAW,
        asks=(Element.LAW,),
        note=words.OTHER_BASIS,
    ),
    _refusal(Outcome.ENDANGERS_SAFETY, "3.3.3", _regulations(14), Proof.DANGER),
    _refusal(
        Outcome.THIRD_PARTY_RIGHTS,
        "3.3.4",
        _regulations(15),
        Proof.THIRD_PARTY_OPINION,
        before=Before(Document.L06, _regulations(32)),
        unless=(Unless.THIRD_PARTY_CONSENTS, Unless.PUBLIC_INTEREST),
    ),
    _refusal(
        Outcome.INTERNAL_AFFAIRS,
        "3.3.5",
        _regulations(16, paragraph=1),
        Proof.NATURE_OF_DOCUMENT,
        force=Force.MAY,
    ),
    _refusal(
        Outcome.PROCESS_INFORMATION,
        "3.3.6",
        _regulations(16, paragraph=2),
        Proof.NATURE_OF_DOCUMENT,
        force=Force.MAY,
        unless=(Unless.LAW_REQUIRES,),
    ),
    _refusal(
        Outcome.ENFORCEMENT_FILE,
        "3.3.7",
        _regulations(16, paragraph=2),
        Proof.NATURE_OF_DOCUMENT,
        force=Force.MAY,
        unless=(Unless.LAW_REQUIRES,),
    ),
    # Counted among the refusals, but no refusal of articles 14 to 16: the applicant is told where to ask.
    _rule(
        Outcome.SPECIAL_ENQUIRY,
        "3.3.8",
        (_regulations(36, item=7),),
        Document.L23,
        Proof.SPECIAL_RULE,
    ),
)
_UNAVAILABLE = (
    _rule(Outcome.NOT_EXISTING, "3.4.1", (_regulations(36, item=4),), Document.L17, Proof.SEARCH_RECORD),
    _rule(Outcome.NOT_RESPONSIBLE, "3.4.1", (_regulations(36, item=5),), Document.L18, Proof.COMPETENCE),
    _rule(
        Outcome.NEEDS_PROCESSING,
        "3.4.2",
        (_regulations(38),),
        Document.L19,
        Proof.STATE_OF_RECORDS,
        force=Force.MAY,
    ),
    _rule(
        Outcome.STILL_UNCLEAR,
        "3.4.3",
        (_regulations(30),),
        Document.L25,
        Proof.CORRECTION_NOTICE,
        before=Before(Document.L03, _regulations(30)),
    ),
)
_NOT_HANDLED = (
    _rule(
        Outcome.PETITION,
        "3.5.1",
        (_regulations(39, paragraph=1),),
        Document.L21,
        Proof.REQUEST_TEXT,
        asks=(Element.CHANNEL,),
    ),
    _rule(Outcome.REPEATED, "3.5.2", (_regulations(36, item=6),), Document.L20, Proof.EARLIER_REPLY),
    _rule(
        Outcome.PUBLICATION,
        "3.5.3",
        (_regulations(39, paragraph=2),),
        Document.L22,
        Proof.PUBLISHED,
        force=Force.MAY,
    ),
    _rule(
        Outcome.EXCESSIVE,
        "3.5.4",
        (_regulations(35),),
        Document.L24,
        Proof.QUANTITY,
        before=Before(Document.L04, _regulations(35)),
    ),
    _rule(
        Outcome.CONFIRMATION,
        "3.5.5",
        (),
        Document.L21,
        Proof.REQUEST_TEXT,
        asks=(Element.REASON,),
        note=words.NO_ARTICLE,
    ),
)
_OTHERWISE = (
    _rule(
        Outcome.NOT_CORRECTED,
        "3.6.1",
        (_regulations(30),),
        Document.L26,
        Proof.CORRECTION_NOTICE,
        before=Before(Document.L03, _regulations(30)),
    ),
    _rule(
        Outcome.FEE_UNPAID,
        "3.6.2",
        (_regulations(42, paragraph=1), Article(Law.FEE_MEASURES, 7)),
        Document.L26,
        Proof.FEE_NOTICE,
        before=Before(Document.L12, Article(Law.FEE_MEASURES, 6)),
        valid_from=_NEW_YEAR_2021,
    ),
    _rule(
        Outcome.WITHDRAWN,
        "3.6.3",
        (),
        Document.L32,
        Proof.WITHDRAWAL,
        convention="withdrawn_row",
    ),
    _rule(
        Outcome.ARCHIVED,
        "3.6.3",
        (Article(Law.COURT_2011, 7, paragraph=2),),
        Document.L18,
        Proof.TRANSFER,
        asks=(Element.LAW,),
        convention="archived_row",
        valid_to=_NEW_YEAR_2021 - dt.timedelta(days=1),
    ),
    _rule(
        Outcome.ARCHIVED,
        "3.6.3",
        (Article(Law.ARCHIVES_LAW, 15, paragraph=2),),
        Document.L18,
        Proof.TRANSFER,
        asks=(Element.LAW,),
        convention="archived_row",
        valid_from=_NEW_YEAR_2021,
    ),
    _rule(
        Outcome.NOT_GOVERNMENT_INFORMATION,
        "3.6.3",
        (_regulations(2),),
        Document.L21,
        Proof.REQUEST_TEXT,
        asks=(Element.REASON,),
        convention="not_government_information_row",
    ),
    _rule(
        Outcome.ENQUIRY,
        "3.6.3",
        (_regulations(2), _regulations(39, paragraph=1)),
        Document.L21,
        Proof.REQUEST_TEXT,
        asks=(Element.CHANNEL,),
        convention="enquiry_row",
        note=words.BY_ANALOGY,
    ),
)

RULES: tuple[OutcomeRule, ...] = (*_PROVIDED, *_REFUSALS, *_UNAVAILABLE, *_NOT_HANDLED, *_OTHERWISE)
