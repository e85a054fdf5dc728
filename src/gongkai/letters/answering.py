"""Items with their outcomes → one reply (答复书): each by the law of its day, with one remedy for the whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from gongkai.errors import NoRule
from gongkai.law.calendar.days import NATIONAL, Calendar
from gongkai.law.conventions import DEFAULT, Conventions
from gongkai.law.documents import Document, Element
from gongkai.law.outcomes.articles import numeral
from gongkai.law.outcomes.outcome import Item, Outcome
from gongkai.law.outcomes.remedies import Remedy, advise, mandatory_elements
from gongkai.law.outcomes.rules import articles_of, documents_of, elements_of_item, rule_of
from gongkai.law.steps import Doubt
from gongkai.layout.blocks import Line, Style
from gongkai.letters import deadlines, remedies
from gongkai.letters.catalogue import ANSWERS
from gongkai.letters.compose import (
    Composed,
    compose,
    empty_fields,
    frame_needs,
    frame_of,
    gap_lines,
    is_electronic,
    page_of,
)
from gongkai.letters.consistency import contradictions, excluded, loose_ends, old_law, remarks, wrong_law
from gongkai.letters.documents import replies
from gongkai.letters.documents.receipt import DAY_OF_RECEIPT, WAY_OF_SUBMISSION
from gongkai.letters.documents.refusals import BY_OUTCOME, CONSULTED
from gongkai.letters.documents.severance import name_of, partly_granted
from gongkai.letters.fields import APPLICANT, DATE, DUE, NEW_DUE, latest
from gongkai.letters.filling import Context, Missing, read_values, unmet
from gongkai.letters.letter import Need, Reply, Sentence, need
from gongkai.letters.norms import citation
from gongkai.letters.texts import Filled, quoted, text_of
from gongkai.letters.values import Value, shown
from gongkai.letters.wordings import STANDARD, Wordings

# What ends a request for which the period did not run.
_GIVEN_UP = (Outcome.NOT_CORRECTED, Outcome.FEE_UNPAID)


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is answered on one item: what was decided, and what is written into the fields of its answer.

    `withheld` are the fields of each part that is withheld, in the order of the item's grounds; where there is one
    ground, they may as well stand among the others.
    """

    item: Item
    values: Mapping[str, Any] = {}
    withheld: tuple[Mapping[str, Any], ...] = ()


class _Case(NamedTuple):
    """What all answers of a letter have in common: the day whose law holds, the office's texts and conventions."""

    items: tuple[Item, ...]
    on: dt.date
    wordings: Wordings
    conventions: Conventions
    calendar: Calendar

    @property
    def is_closed(self) -> bool:
        """Say whether the letter only tells that the request is no longer handled (不再处理告知书)."""
        return documents_of(self.items, self.on) == (replies.CLOSED,)


class _Answered(NamedTuple):
    """An answer as it is printed, and the values that stood in it."""

    lines: tuple[Line, ...]
    filled: Filled
    missing: tuple[Missing, ...]
    values: dict[str, Value]


def compose_reply(
    answers: Sequence[Answer],
    values: Mapping[str, object],
    *,
    wordings: Wordings = STANDARD,
    conventions: Conventions = DEFAULT,
    calendar: Calendar = NATIONAL,
) -> Composed:
    """Return the reply to a request; `values` are the fields of the whole letter, and of every answer.

    Its days are held against the calendar. What was withdrawn as a whole is confirmed by its form. No answer at all
    raises ValueError.
    """
    if not answers:
        raise ValueError("a reply answers one item at least")
    items = tuple(one.item for one in answers)
    if all(item.outcome is Outcome.WITHDRAWN for item in items):
        return compose(Document.L32, {**values, **answers[0].values}, conventions=conventions, calendar=calendar)
    shared, doubts = read_values(values)
    on, no_rule = _day_of_law(items, latest(shared.get(DATE)))
    case = _Case(items, on, wordings, conventions, calendar)
    own = [_own_values(one, number if len(answers) > 1 else 0) for number, one in enumerate(answers, 1)]
    answered = [_answered(case, number, {**_of_each(case, shared), **read}) for number, (read, _) in enumerate(own)]
    return _reply(case, shared, answered, (*doubts, *no_rule, *(doubt for _, found in own for doubt in found)))


def _reply(case: _Case, shared: dict[str, Value], answered: list[_Answered], problems: Sequence[Doubt]) -> Composed:
    """Return the whole letter around its answers."""
    advice = advise(case.items, case.on, case.conventions)
    context = _context_of_letter(case, advice.remedy, shared, answered)
    opening, closing = context.fill(case.wordings.opening), context.fill(case.wordings.closing)
    frame = frame_of(context, APPLICANT, is_numbered=True)
    printed = opening.printed | closing.printed | frame.printed
    missing = tuple(unmet(_needs_of_letter(case, advice.remedy), printed, context))
    gaps = (*opening.gaps, *closing.gaps, *frame.gaps)
    body = (
        *map(Line, opening.paragraphs),
        *gap_lines(missing, gaps),
        *(line for one in answered for line in one.lines),
        *map(Line, closing.paragraphs),
    )
    missing += tuple(lack for one in answered for lack in one.missing)
    gaps += tuple(name for one in answered for name in one.filled.gaps)
    title = replies.CLOSED.label if case.is_closed else replies.TITLE
    held = _held(case, shared, printed, answered)
    return Composed(
        documents=documents_of(case.items, case.on),
        manuscript=page_of(context, APPLICANT, body, title=title, is_numbered=True),
        missing=missing,
        problems=_once(
            (
                *problems,
                *advice.doubts,
                *empty_fields(gaps, missing),
                *_found(shared, printed, answered),
                *held.problems,
            )
        ),
        remarks=_once((*_to_look_at(case, shared, printed, answered), *held.remarks)),
    )


def _context_of_letter(
    case: _Case, remedy: Remedy, shared: Mapping[str, Value], answered: Sequence[_Answered]
) -> Context:
    """Return what the names stand for outside the answers: the requests of all items are one list."""
    told = remedies.remedy_sentence(
        remedy,
        case.on,
        shared,
        paper=replies.PAPER_OF_NOTICE if case.is_closed else replies.PAPER,
        thing=replies.THING_OF_NOTICE if case.is_closed else replies.THING,
        electronic=is_electronic(shared),
    )
    requests = [one.values.get(replies.WHOLE_REQUEST) for one in answered]
    own = {name: value for name, value in shared.items() if name not in _told_by(answered, case.wordings)}
    if all(requests):
        own[replies.WHOLE_REQUEST] = _listed([shown(one) for one in requests if one is not None])
    lead = replies.LEAD_TO_NOTICE if case.is_closed else replies.LEAD_TO_ANSWERS
    sentences = (DAY_OF_RECEIPT, WAY_OF_SUBMISSION, Sentence(name=replies.LEAD, text=lead), told)
    return Context(own, {one.name: one for one in sentences})


def _told_by(answered: Sequence[_Answered], wordings: Wordings) -> Iterator[str]:
    """Yield the fields that the letter leaves to its answers: the request, a correction that all of them tell."""
    yield replies.WHOLE_REQUEST
    if all(replies.CORRECTION_TOLD in one.filled.printed for one in answered):
        yield from {replies.CORRECTION_RECEIVED} - text_of(wordings.opening).wanted


def _answered(case: _Case, at: int, values: dict[str, Value]) -> _Answered:
    """Return the answer to an item, by its place among them."""
    item, number = case.items[at], at + 1 if len(case.items) > 1 else 0
    reply, consulted = ANSWERS[item.outcome], _tells_consultation(item, values)
    if item.outcome is Outcome.PARTLY_GRANTED:
        reply = partly_granted(item, case.on, consulted=consulted)
    context = Context(values, {one.name: one for one in _sentences(case, item, reply, consulted=consulted)})
    filled = context.fill(case.wordings.answers.get(item.outcome, reply.text))
    wanted = elements_of_item(item, case.on)
    needs = [one for one in (*reply.needs, *replies.NEEDS_OF_ITEM) if one.element in wanted]
    missing = tuple(unmet(needs, filled.printed, context, number))
    heading = replies.HEADING.format(ordinal=numeral(number)) if number else ""
    lines = (
        *([Line(heading, Style.HEADING)] if heading else []),
        *map(Line, filled.paragraphs),
        *gap_lines(missing, filled.gaps),
    )
    return _Answered(lines, filled, missing, values)


def _of_each(case: _Case, shared: Mapping[str, Value]) -> dict[str, Value]:
    """Return the letter's fields that every answer has, too: of several items each says what was asked."""
    return {name: value for name, value in shared.items() if name != replies.WHOLE_REQUEST or len(case.items) == 1}


def _tells_consultation(item: Item, values: dict[str, Value]) -> bool:
    """Say whether an answer tells that a third party was asked (征求意见), and what came of it."""
    if Outcome.THIRD_PARTY_RIGHTS not in (item.outcome, *item.grounds):
        return False
    ground = BY_OUTCOME[Outcome.THIRD_PARTY_RIGHTS]
    return CONSULTED in Context(values, {one.name: one for one in ground.sentences}).fill(ground.more).printed


def _sentences(case: _Case, item: Item, reply: Reply, *, consulted: bool) -> Iterator[Sentence]:
    """Yield the fixed sentences of an answer: those of its outcome, its articles, its decision."""
    yield from reply.sentences
    yield Sentence(name=replies.BASIS, text=_basis(item, case.on, consulted=consulted))
    yield Sentence(name=replies.DECISION, text=reply.decision_among(len(case.items)))
    yield Sentence(name=replies.ASKED_FOR, text=replies.OF_SEVERAL if len(case.items) > 1 else replies.OF_ONE)


def _basis(item: Item, on: dt.date, *, consulted: bool) -> str:
    """Return the words that cite the articles of a decision; those of a like case are cited as such (比照)."""
    articles, analogous = articles_of(item, on, consulted=consulted), rule_of(item.outcome, on).analogous
    if not articles:
        return replies.OWN_BASIS
    text = replies.BY_ANALOGY if analogous else replies.BASIS_TEXT
    return text.format(articles=citation(articles), analogous=citation(analogous))


def _needs_of_letter(case: _Case, remedy: Remedy) -> tuple[Need, ...]:
    wanted = mandatory_elements(case.items, case.on, case.conventions)
    told = need(Element.REMEDY, remedies.SOURCES[remedy], remedies.NAME)
    needs = (*frame_needs(replies.CLOSED, APPLICANT), *replies.NEEDS, told)
    return tuple(one for one in needs if one.element in wanted)


def _own_values(answer: Answer, number: int) -> tuple[dict[str, Value], tuple[Doubt, ...]]:
    """Return the values of an answer; those of several withheld parts are told apart by their names."""
    where = f"第 {number} 项答复的" if number else ""
    values, doubts = read_values(answer.values, where)
    count = len(answer.item.grounds)
    for part, written in enumerate(answer.withheld, 1):
        read, found = read_values(written, where)
        values |= {name_of(name, part, count): value for name, value in read.items()}
        doubts += found
    if len(answer.withheld) > count:
        told = f"{where}不予公开的部分有 {len(answer.withheld)} 个，不予公开的依据只有 {count} 个，请一一对应。"
        doubts += (Doubt("withheld.without_ground", told, source="条例第三十七条"),)
    return values, doubts


def _day_of_law(items: Sequence[Item], on: dt.date) -> tuple[dt.date, tuple[Doubt, ...]]:
    """Return the day whose law a letter follows: its own, or one on which there is a law at all."""
    try:
        for item in items:
            articles_of(item, on)
    except NoRule as error:
        return dt.date.max, (Doubt("rule.none", error.reason, on),)
    return on, ()


def _listed(requests: Sequence[str]) -> str:
    if len(requests) == 1:
        return replies.QUOTED.format(request=quoted(requests[0]))
    listed = (replies.QUOTED_OF_SEVERAL.format(number=n, request=quoted(one)) for n, one in enumerate(requests, 1))
    return replies.SEVERAL.join(listed)


def _found(shared: Mapping[str, Value], printed: frozenset[str], answered: Sequence[_Answered]) -> Iterator[Doubt]:
    """Yield what cannot be right in the letter and in its answers."""
    for values, names in ((shared, printed), *((one.values, one.filled.printed) for one in answered)):
        yield from contradictions(values, printed | names)
        yield from excluded(names)
        yield from wrong_law(names, values)


def _to_look_at(
    case: _Case, shared: Mapping[str, Value], printed: frozenset[str], answered: Sequence[_Answered]
) -> Iterator[Doubt]:
    due = NEW_DUE if NEW_DUE in shared else DUE
    yield from remarks(shared, printed, case.conventions, due=due)
    yield from _not_consulted(case, answered)
    for values, names in ((shared, printed), *((one.values, one.filled.printed) for one in answered)):
        yield from remarks(values, names, case.conventions)
        yield from old_law(names, values)
        yield from loose_ends(values, names)


def _held(
    case: _Case, shared: Mapping[str, Value], printed: frozenset[str], answered: Sequence[_Answered]
) -> deadlines.Held:
    """Return what the calendar says of the days of a reply."""
    whole = deadlines.Case(shared, printed, case.calendar, case.conventions)
    answers = [whole._replace(values=one.values, printed=printed | one.filled.printed) for one in answered]
    return deadlines.held_reply(whole, answers, gives_up=any(item.outcome in _GIVEN_UP for item in case.items))


def _not_consulted(case: _Case, answered: Sequence[_Answered]) -> Iterator[Doubt]:
    """Yield the answers that withhold for a third party's sake and do not tell that it was asked."""
    if not case.conventions.third_party_asked_first:
        return
    for number, (item, one) in enumerate(zip(case.items, answered, strict=True), 1):
        withholds = Outcome.THIRD_PARTY_RIGHTS in (item.outcome, *item.grounds)
        if withholds and CONSULTED not in one.filled.printed:
            where = f"第 {number} 项答复" if len(case.items) > 1 else ""
            told = (
                f"{where}没有写明征求第三方意见的日期和意见，应当先征求第三方意见；不需要征求的，请在理由中说明。"
            )
            yield Doubt("third_party.not_asked", told, source="条例第三十二条")


def _once(doubts: Iterable[Doubt]) -> tuple[Doubt, ...]:
    return tuple(dict.fromkeys(doubts))
