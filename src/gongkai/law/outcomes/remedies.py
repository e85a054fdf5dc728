"""What an applicant may do against a reply (救济途径): chosen by its items, the day it is made, and conventions.

Source: 行政复议法 articles 22 and 23, in force from 2024-01-01; 行政诉讼法 article 44; 法释〔2025〕8号 articles 1
and 2; 国办函〔2021〕132号 articles 2 and 3. How long the applicant has stands in `remedy_periods`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from enum import StrEnum

import msgspec

from gongkai.law.conventions import DEFAULT, Conventions, NotHandledRemedy, ReconsiderationFirst, SilenceRemedy
from gongkai.law.documents import REPLIES, Document, Element, ordered
from gongkai.law.events import Service
from gongkai.law.identifiers.dates import printed
from gongkai.law.outcomes import words
from gongkai.law.outcomes.articles import Article, Law, cited
from gongkai.law.outcomes.outcome import GROUNDS, UNAVAILABLE, Item, Outcome
from gongkai.law.outcomes.rules import elements_of_item
from gongkai.law.outcomes.table import REFUSE, RULES
from gongkai.law.steps import Doubt, Step
from gongkai.terms.outcomes import REMEDIES

# The days from which the texts are in force that a letter about remedies rests on.
NEW_RECONSIDERATION_LAW = dt.date(2024, 1, 1)
COURT_2025_FROM = dt.date(2025, 6, 1)

REFUSAL_FIRST = Article(Law.RECONSIDERATION_LAW, 23, 1, 4)
SILENCE_FIRST = Article(Law.RECONSIDERATION_LAW, 23, 1, 3)
TELL_FIRST = Article(Law.RECONSIDERATION_LAW, 23, 2)
INTERNET_CHANNEL = Article(Law.RECONSIDERATION_LAW, 22, 2)
FIRST_BY_LAW = Article(Law.LITIGATION_LAW, 44, 2)
CHOICE = Article(Law.LITIGATION_LAW, 44, 1)
REFUSAL_IN_COURT = Article(Law.COURT_2025, 1, item=2)
OTHERS_IN_COURT = Article(Law.COURT_2025, 1, item=4)
ELSE_IN_COURT = Article(Law.COURT_2025, 1, item=5)
SILENCE_IN_COURT = Article(Law.COURT_2025, 2, 2)
PART_TOO = Article(Law.GUIDANCE_2021, 2, item=1)
PROCEDURE_ONLY = Article(Law.GUIDANCE_2021, 3, item=1)
PARTIAL = Article(Law.REGULATIONS, 37)
CORRECTION = Article(Law.REGULATIONS, 41)

_EITHER = Step(words.EITHER, source=str(CHOICE))
# Decisions that are no replies to a request: what is told, and the court's rule on them.
_DECISIONS = {
    Document.L09: (words.AGAINST_DISCLOSURE, OTHERS_IN_COURT),
    Document.L28: (words.AGAINST_NO_CORRECTION, ELSE_IN_COURT),
}

# What is not handled as a request at all (条例 39 ¶1): `petition_remedy` says whether the letter names a remedy.
_PETITIONS = (Outcome.PETITION, Outcome.ENQUIRY)


class Remedy(StrEnum):
    """What a letter says the applicant may do (救济途径)."""

    RECONSIDERATION_FIRST = "reconsideration_first"
    EITHER = "either"
    NONE = "none"

    @property
    def label(self) -> str:
        return REMEDIES[self.value]


class Advice(msgspec.Struct, frozen=True):
    """A remedy, how it was chosen, and what is not in order."""

    remedy: Remedy
    steps: tuple[Step, ...]
    doubts: tuple[Doubt, ...] = ()


def remedy_of(items: Sequence[Item], decided_on: dt.date, conventions: Conventions = DEFAULT) -> Remedy:
    """Return the remedy that a letter with these items, made on a day, must name; `advise` also says why."""
    return advise(items, decided_on, conventions).remedy


def advise(items: Sequence[Item], decided_on: dt.date, conventions: Conventions = DEFAULT) -> Advice:
    """Return a letter's remedy and its reasons; one item that must go to reconsideration first decides for all."""
    silent = [_without_remedy(item, conventions) for item in items]
    if all(silent):
        return Advice(Remedy.NONE, tuple(dict.fromkeys(filter(None, silent))) or (Step(words.NO_REPLY),))
    doubts = tuple(_missing_grounds(items))
    first = tuple(_reasons_for_first(items, decided_on, conventions))
    if not first:
        return Advice(Remedy.EITHER, (*_not_refused(items), _EITHER), doubts)
    if decided_on < conventions.reconsideration_first_from:
        return Advice(Remedy.EITHER, (_earlier(conventions.reconsideration_first_from), _EITHER), doubts)
    whole = (Step(words.WHOLE_LETTER),) if len(first) < len(items) else ()
    tell = Step(words.TELL_FIRST, source=cited((TELL_FIRST, FIRST_BY_LAW)))
    return Advice(Remedy.RECONSIDERATION_FIRST, (*first, *whole, tell), doubts)


def remedy_of_document(
    document: Document, items: Sequence[Item], decided_on: dt.date, conventions: Conventions = DEFAULT
) -> Advice:
    """Return the remedy that a document must name: a reply that of its items, a notice of procedure none.

    The letter that tells a third party of disclosure against its will (L09) names both ways for the third party;
    so does one that refuses to correct a record (L28) for the applicant, and is silent where it corrects it.
    """
    if document in REPLIES:
        return advise(items, decided_on, conventions)
    if document in _DECISIONS:
        text, in_court = _DECISIONS[document]
        source = str(in_court) if decided_on >= COURT_2025_FROM else str(CHOICE)
        return Advice(Remedy.EITHER, (Step(text, source=source),))
    if document is Document.L27:
        return Advice(Remedy.NONE, (Step(words.OTHER_ORGAN_CORRECTS, source=str(CORRECTION)),))
    text = words.NO_REMEDY_DOCUMENT.format(document=document.label)
    return Advice(Remedy.NONE, (Step(text, source=str(PROCEDURE_ONLY)),))


def mandatory_elements(
    items: Sequence[Item], decided_on: dt.date, conventions: Conventions = DEFAULT
) -> tuple[Element, ...]:
    """Return all that one reply with these items must say; a remedy only where there is one."""
    elements = {element for item in items for element in elements_of_item(item, decided_on)}
    if remedy_of(items, decided_on, conventions) is Remedy.NONE:
        elements.discard(Element.REMEDY)
    return ordered(elements)


def remedy_of_silence(due_on: dt.date, conventions: Conventions = DEFAULT) -> Advice:
    """Return what an applicant may do who got no reply by the day it was due (逾期不予答复)."""
    if due_on >= NEW_RECONSIDERATION_LAW and conventions.silence_remedy is SilenceRemedy.RECONSIDERATION_FIRST:
        step = Step(words.SILENT_FIRST, source=str(SILENCE_FIRST), convention="silence_remedy")
        return Advice(Remedy.RECONSIDERATION_FIRST, (step,))
    source = str(SILENCE_IN_COURT if due_on >= COURT_2025_FROM else CHOICE)
    convention = "silence_remedy" if due_on >= NEW_RECONSIDERATION_LAW else ""
    return Advice(Remedy.EITHER, (Step(words.SILENT_EITHER, source=source, convention=convention),))


def internet_channel(service: Service, decided_on: dt.date) -> Step | None:
    """Return the duty to name an internet channel for reconsideration, where a reply is served by the internet."""
    if service is Service.ELECTRONIC and decided_on >= NEW_RECONSIDERATION_LAW:
        return Step(words.INTERNET, source=str(INTERNET_CHANNEL))
    return None


def _without_remedy(item: Item, conventions: Conventions) -> Step | None:
    """Return why an item has no remedy; None where it has one."""
    if item.outcome is Outcome.WITHDRAWN:
        return Step(words.WITHDRAWN)
    if item.outcome in _PETITIONS and conventions.petition_remedy is NotHandledRemedy.NONE:
        return Step(words.PETITION_SILENT, convention="petition_remedy")
    return None


def _reasons_for_first(items: Sequence[Item], decided_on: dt.date, conventions: Conventions) -> Iterator[Step]:
    """Yield why an item must go to reconsideration first, for each that must, whatever day the law began on."""
    widened = conventions.reconsideration_first
    for number, item in enumerate(items, 1):
        if _without_remedy(item, conventions):
            continue
        if item.outcome in GROUNDS:
            text = words.REFUSED.format(number=number, outcome=item.outcome.label, articles=_grounds(item.outcome))
            yield Step(text, source=_refusal_source(decided_on))
        elif _is_partial_refusal(item) and conventions.partial_refusal_is_refusal:
            told = words.PARTLY_REFUSED if item.grounds else words.PARTLY_WITHOUT_GROUND
            text = told.format(number=number, articles=_grounds(*item.grounds))
            yield Step(text, source=_refusal_source(decided_on, PART_TOO), convention="partial_refusal_is_refusal")
        elif widened is ReconsiderationFirst.ALL:
            text = words.ALL_FIRST.format(number=number, outcome=item.outcome.label)
            yield Step(text, convention="reconsideration_first")
        elif widened is ReconsiderationFirst.REFUSALS_AND_UNAVAILABLE and item.outcome in UNAVAILABLE:
            text = words.UNAVAILABLE.format(number=number, outcome=item.outcome.label)
            yield Step(text, convention="reconsideration_first")


def _is_partial_refusal(item: Item) -> bool:
    """Tell whether a part is withheld under articles 14 to 16; where no ground is named yet, it is taken so."""
    return item.outcome is Outcome.PARTLY_GRANTED and (not item.grounds or bool(set(item.grounds) & set(GROUNDS)))


def _grounds(*grounds: Outcome) -> str:
    """Cite the articles 14 to 16 that grounds rest on."""
    kept = [rule for rule in RULES if rule.is_refusal and rule.outcome in grounds]
    return cited(dict.fromkeys(article for rule in kept for article in rule.articles if article != REFUSE))


def _refusal_source(decided_on: dt.date, *more: Article) -> str:
    court = (REFUSAL_IN_COURT,) if decided_on >= COURT_2025_FROM else ()
    return cited((REFUSAL_FIRST, *court, *more))


def _not_refused(items: Sequence[Item]) -> Iterator[Step]:
    """Yield why a partial disclosure is no refusal that must go to reconsideration first."""
    for number, item in enumerate(items, 1):
        if _is_partial_refusal(item):
            text = words.PART_IS_NO_REFUSAL.format(number=number)
            yield Step(text, convention="partial_refusal_is_refusal")
        elif item.outcome is Outcome.PARTLY_GRANTED:
            yield Step(words.PART_IS_NO_INFORMATION.format(number=number), source=str(PARTIAL))


def _missing_grounds(items: Sequence[Item]) -> Iterator[Doubt]:
    for number, item in enumerate(items, 1):
        if item.outcome is Outcome.PARTLY_GRANTED and not item.grounds:
            yield Doubt("partial_without_ground", words.NO_GROUND.format(number=number), source=str(PARTIAL))


def _earlier(first: dt.date) -> Step:
    text = words.NOT_YET_FIRST.format(first=printed(first))
    return Step(text, first, str(REFUSAL_FIRST), "reconsideration_first_from")
