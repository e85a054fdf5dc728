"""The table of outcomes (办理结果总表): outcome → row of table 3 → articles → letter → elements, with its days.

Sources: 条例, in force from 2019-05-15; 国办公开办函〔2021〕30号 for the rows; 国办函〔2020〕109号 and 档案法, both
in force from 2021-01-01 (before that day 法释〔2011〕17号 article 7 said what 档案法 article 15 says now).
"""

from __future__ import annotations

import datetime as dt

from gongkai.law.documents import Document, Element
from gongkai.law.outcomes import words
from gongkai.law.outcomes.articles import Article, Law, of_regulations
from gongkai.law.outcomes.outcome import Outcome
from gongkai.law.outcomes.rule import Before, Force, OutcomeRule, Proof, Unless

_NEW_YEAR_2021 = dt.date(2021, 1, 1)
# Whatever is refused, the applicant is told so with reasons (article 36(3)).
REFUSE = of_regulations(36, item=3)
# A third party is asked before its rights are decided on.
CONSULT = of_regulations(32)
# What comes as a request and is none.
_NO_REQUEST = of_regulations(39, paragraph=1)

_PROVIDED = (
    OutcomeRule(
        outcome=Outcome.ALREADY_PUBLIC,
        row="3.1",
        articles=(of_regulations(36, item=1),),
        document=Document.L13,
        proofs=(Proof.PUBLISHED,),
    ),
    OutcomeRule(
        outcome=Outcome.GRANTED,
        row="3.1",
        articles=(of_regulations(36, item=2),),
        document=Document.L14,
        proofs=(Proof.PROVIDED,),
    ),
    OutcomeRule(
        outcome=Outcome.PARTLY_GRANTED,
        row="3.2",
        articles=(of_regulations(37),),
        document=Document.L15,
        proofs=(
            Proof.PROVIDED,
            Proof.SEVERANCE,
        ),
    ),
)
_REFUSALS = (
    OutcomeRule(
        outcome=Outcome.STATE_SECRET,
        row="3.3.1",
        articles=(of_regulations(14), REFUSE),
        document=Document.L16,
        proofs=(Proof.SECRECY_MARK,),
    ),
    OutcomeRule(
        outcome=Outcome.FORBIDDEN_BY_LAW,
        row="3.3.2",
        articles=(of_regulations(14), REFUSE),
        document=Document.L16,
        asks=(Element.LAW,),
        proofs=(Proof.FORBIDDING_LAW,),
        note=words.OTHER_BASIS,
    ),
    OutcomeRule(
        outcome=Outcome.ENDANGERS_SAFETY,
        row="3.3.3",
        articles=(of_regulations(14), REFUSE),
        document=Document.L16,
        proofs=(Proof.DANGER,),
    ),
    OutcomeRule(
        outcome=Outcome.THIRD_PARTY_RIGHTS,
        row="3.3.4",
        articles=(of_regulations(15), REFUSE),
        before=Before(Document.L06, CONSULT),
        document=Document.L16,
        unless=(Unless.THIRD_PARTY_CONSENTS, Unless.PUBLIC_INTEREST),
        proofs=(Proof.THIRD_PARTY_OPINION,),
    ),
    OutcomeRule(
        outcome=Outcome.INTERNAL_AFFAIRS,
        row="3.3.5",
        articles=(of_regulations(16, paragraph=1), REFUSE),
        document=Document.L16,
        force=Force.MAY,
        proofs=(Proof.NATURE_OF_DOCUMENT,),
    ),
    OutcomeRule(
        outcome=Outcome.PROCESS_INFORMATION,
        row="3.3.6",
        articles=(of_regulations(16, paragraph=2), REFUSE),
        document=Document.L16,
        force=Force.MAY,
        unless=(Unless.LAW_REQUIRES,),
        proofs=(Proof.NATURE_OF_DOCUMENT,),
    ),
    OutcomeRule(
        outcome=Outcome.ENFORCEMENT_FILE,
        row="3.3.7",
        articles=(of_regulations(16, paragraph=2), REFUSE),
        document=Document.L16,
        force=Force.MAY,
        unless=(Unless.LAW_REQUIRES,),
        proofs=(Proof.NATURE_OF_DOCUMENT,),
    ),
    # Counted among the refusals, but no refusal of articles 14 to 16: the applicant is told where to ask.
    OutcomeRule(
        outcome=Outcome.SPECIAL_ENQUIRY,
        row="3.3.8",
        articles=(of_regulations(36, item=7),),
        document=Document.L23,
        proofs=(Proof.SPECIAL_RULE,),
    ),
)
_UNAVAILABLE = (
    OutcomeRule(
        outcome=Outcome.NOT_EXISTING,
        row="3.4.1",
        articles=(of_regulations(36, item=4),),
        document=Document.L17,
        proofs=(Proof.SEARCH_RECORD,),
    ),
    OutcomeRule(
        outcome=Outcome.NOT_RESPONSIBLE,
        row="3.4.1",
        articles=(of_regulations(36, item=5),),
        document=Document.L18,
        proofs=(Proof.COMPETENCE,),
    ),
    OutcomeRule(
        outcome=Outcome.NEEDS_PROCESSING,
        row="3.4.2",
        articles=(of_regulations(38),),
        document=Document.L19,
        force=Force.MAY,
        proofs=(Proof.STATE_OF_RECORDS,),
    ),
    OutcomeRule(
        outcome=Outcome.STILL_UNCLEAR,
        row="3.4.3",
        articles=(of_regulations(30),),
        before=Before(Document.L03, of_regulations(30)),
        document=Document.L25,
        proofs=(Proof.CORRECTION_NOTICE,),
    ),
)
_NOT_HANDLED = (
    OutcomeRule(
        outcome=Outcome.PETITION,
        row="3.5.1",
        articles=(_NO_REQUEST,),
        document=Document.L21,
        asks=(Element.CHANNEL,),
        proofs=(Proof.REQUEST_TEXT,),
        note=words.CHANNEL_MAY,
    ),
    OutcomeRule(
        outcome=Outcome.REPEATED,
        row="3.5.2",
        articles=(of_regulations(36, item=6),),
        document=Document.L20,
        proofs=(Proof.EARLIER_REPLY,),
    ),
    OutcomeRule(
        outcome=Outcome.PUBLICATION,
        row="3.5.3",
        articles=(of_regulations(39, paragraph=2),),
        document=Document.L22,
        force=Force.MAY,
        proofs=(Proof.PUBLISHED,),
    ),
    OutcomeRule(
        outcome=Outcome.EXCESSIVE,
        row="3.5.4",
        articles=(of_regulations(35),),
        before=Before(Document.L04, of_regulations(35)),
        document=Document.L24,
        proofs=(Proof.QUANTITY,),
    ),
    OutcomeRule(
        outcome=Outcome.CONFIRMATION,
        row="3.5.5",
        articles=(),
        document=Document.L21,
        asks=(Element.REASON,),
        proofs=(Proof.REQUEST_TEXT,),
        note=words.NO_ARTICLE,
    ),
)
_OTHERWISE = (
    OutcomeRule(
        outcome=Outcome.NOT_CORRECTED,
        row="3.6.1",
        articles=(of_regulations(30),),
        before=Before(Document.L03, of_regulations(30)),
        document=Document.L26,
        proofs=(Proof.CORRECTION_NOTICE,),
    ),
    OutcomeRule(
        outcome=Outcome.FEE_UNPAID,
        row="3.6.2",
        articles=(of_regulations(42, paragraph=1), Article(Law.FEE_MEASURES, 7)),
        before=Before(Document.L12, Article(Law.FEE_MEASURES, 6)),
        document=Document.L26,
        proofs=(Proof.FEE_NOTICE,),
        valid_from=_NEW_YEAR_2021,
    ),
    OutcomeRule(
        outcome=Outcome.WITHDRAWN,
        row="3.6.3",
        convention="withdrawn_row",
        articles=(),
        document=Document.L32,
        proofs=(Proof.WITHDRAWAL,),
    ),
    OutcomeRule(
        outcome=Outcome.ARCHIVED,
        row="3.6.3",
        convention="archived_row",
        articles=(Article(Law.COURT_2011, 7, paragraph=2),),
        document=Document.L18,
        asks=(Element.LAW,),
        proofs=(Proof.TRANSFER,),
        note=words.ARCHIVES_LAW,
        valid_to=_NEW_YEAR_2021 - dt.timedelta(days=1),
    ),
    OutcomeRule(
        outcome=Outcome.ARCHIVED,
        row="3.6.3",
        convention="archived_row",
        articles=(Article(Law.ARCHIVES_LAW, 15, paragraph=2),),
        document=Document.L18,
        asks=(Element.LAW,),
        proofs=(Proof.TRANSFER,),
        valid_from=_NEW_YEAR_2021,
    ),
    OutcomeRule(
        outcome=Outcome.NOT_GOVERNMENT_INFORMATION,
        row="3.6.3",
        convention="not_government_information_row",
        articles=(of_regulations(2),),
        document=Document.L21,
        asks=(Element.REASON,),
        proofs=(Proof.REQUEST_TEXT,),
    ),
    OutcomeRule(
        outcome=Outcome.ENQUIRY,
        row="3.6.3",
        convention="enquiry_row",
        articles=(of_regulations(2),),
        analogous=(_NO_REQUEST,),
        document=Document.L21,
        asks=(Element.CHANNEL,),
        proofs=(Proof.REQUEST_TEXT,),
        note=words.BY_ANALOGY.format(articles=_NO_REQUEST),
    ),
)

RULES: tuple[OutcomeRule, ...] = (*_PROVIDED, *_REFUSALS, *_UNAVAILABLE, *_NOT_HANDLED, *_OTHERWISE)
