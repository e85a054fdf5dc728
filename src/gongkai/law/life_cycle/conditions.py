"""Whether what must hold for a step does hold in a case, and if not, why not (前提的判断)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from gongkai.law.conventions import Conventions, OrderedPeriod
from gongkai.law.life_cycle import words
from gongkai.law.life_cycle.blocks import BLOCKS
from gongkai.law.life_cycle.conclusions import (
    ANSWERS,
    BESIDE,
    LAPSES,
    SEARCHED_FOR,
    Ground,
    ended_by,
    grounds_needed,
    leader_needed,
    reviews_needed,
)
from gongkai.law.life_cycle.docket import Docket, Side
from gongkai.law.life_cycle.happenings import Happening
from gongkai.law.life_cycle.procedures import Procedure, State
from gongkai.law.life_cycle.transition import Condition, Mark, Transition
from gongkai.law.outcomes.outcome import Outcome

# What was not granted, or given up again, does not count as done once.
_WITHOUT_EFFECT = (State.REFUSED, State.ENDED)


class Question(NamedTuple):
    """A step that somebody would like to do: in which case, on which of its procedures, deciding what.

    `outcomes` are None where a step decides and nobody has said yet what.
    """

    docket: Docket
    transition: Transition
    side: Side | None
    outcomes: tuple[Outcome, ...] | None
    person: str
    conventions: Conventions


def reasons_against(question: Question) -> tuple[str, ...]:
    """Return a sentence for everything that keeps the step from being done; none if it may be done."""
    return tuple(dict.fromkeys(_reasons(question)))


def _reasons(question: Question) -> Iterator[str]:
    docket, transition = question.docket, question.transition
    if transition.during and docket.state not in transition.during:
        yield _not_during(docket, transition)
    if transition.second_person and question.person and question.person == docket.drafted_by:
        yield words.SECOND_PERSON
    for condition in transition.requires:
        yield from _JUDGES[condition](question) if condition in _JUDGES else _plain(condition, question)
    yield from _wrong_outcomes(question)
    if transition.procedure is Procedure.REQUEST:
        yield from _blocked(question)


def _not_during(docket: Docket, transition: Transition) -> str:
    state = docket.state.label_in(docket.procedure)
    during = _quoted(transition.during, docket.procedure)
    return words.NOT_DURING.format(state=state, event=transition.event.label, during=during)


def _quoted(states: Iterable[State], procedure: Procedure) -> str:
    return words.OR.join(words.QUOTED.format(word=state.label_in(procedure)) for state in states)


def _plain(condition: Condition, question: Question) -> Iterator[str]:
    """Yield the sentence of a condition that is simply so or not."""
    if not _HOLDS[condition](question):
        transition = question.transition
        yield words.AGAINST[condition].format(procedure=transition.procedure.label, event=transition.event.label)


def _done_once(question: Question) -> bool:
    """Tell whether the procedure was gone through since the request was last opened, or is open.

    Where the clock has an extension to give, one that was told went with the period that began anew after it.
    """
    procedure, docket = question.transition.procedure, question.docket
    spent = (*_WITHOUT_EFFECT, State.EXTENDED) if docket.may_be_extended else _WITHOUT_EFFECT
    return any(side.procedure is procedure and side.state not in spent for side in docket.sides_now)


def _is_ordered(question: Question) -> bool:
    docket = question.docket
    fixed = docket.is_ordered or question.conventions.ordered_period is OrderedPeriod.FIXED
    return fixed and any(side.is_open for side in docket.sides_of(Procedure.RE_REPLY))


def _has_open(question: Question, procedure: Procedure) -> bool:
    return any(side.is_open for side in question.docket.sides_of(procedure))


_HOLDS: dict[Condition, Callable[[Question], bool]] = {
    Condition.RECEIPT_DAY_KNOWN: lambda question: question.docket.is_received,
    Condition.ONLY_ONCE: lambda question: not _done_once(question),
    Condition.NONE_OPEN: lambda question: not _has_open(question, question.transition.procedure),
    Condition.NOT_OVERDUE: lambda question: not question.docket.is_overdue,
    Condition.EXTENSION_IN_TIME: lambda question: question.docket.may_be_extended,
    Condition.NOT_ORDERED: lambda question: not _is_ordered(question),
    Condition.PERIOD_OVER: lambda question: question.side is not None and question.side.period_over,
    Condition.FEES_CHARGED: lambda question: question.conventions.charge_fees,
    Condition.LEADER_NOT_NEEDED: lambda question: not leader_needed(question.docket.outcomes, question.conventions),
    Condition.REPLY_MADE: lambda question: bool(question.docket.outcomes),
    Condition.WITHDRAWAL_ASKED: lambda question: _has_open(question, Procedure.WITHDRAWAL),
}


def _not_provided(question: Question) -> Iterator[str]:
    """Yield what the outcomes of the draft ask for and the case does not have."""
    docket = question.docket
    for outcome in dict.fromkeys((*docket.outcomes, *docket.grounds)):
        if outcome in SEARCHED_FOR and Mark.SEARCHED not in docket.marks:
            yield words.NOT_SEARCHED.format(outcome=outcome.label)
        for ground in grounds_needed(outcome, question.conventions):
            sides = _to_build_on(ground, docket)
            if not any(side.state in ground.states for side in sides):
                yield words.NOT_PROVIDED.format(
                    outcome=outcome.label,
                    procedure=ground.procedure.label,
                    states=_quoted(ground.states, ground.procedure),
                    now=_now(sides),
                )
    if set(docket.outcomes) == {Outcome.GRANTED} and _third_party_objects(docket):
        yield words.AGAINST_THIRD_PARTY


def _to_build_on(ground: Ground, docket: Docket) -> tuple[Side, ...]:
    """Return the procedures that an outcome may be built on; no lapse after an order for a reply is an old one."""
    sides = docket.sides_of(ground.procedure)
    return tuple(side for side in sides if side in docket.sides_now or ground.outcome not in LAPSES)


def _now(sides: tuple[Side, ...]) -> str:
    labels = dict.fromkeys(words.QUOTED.format(word=side.state.label_in(side.procedure)) for side in sides)
    return words.NOW.format(states=words.LIST.join(labels)) if sides else words.NEVER_HELD


def _third_party_objects(docket: Docket) -> bool:
    return any(side.procedure is Procedure.THIRD_PARTY and side.state is State.UPHELD for side in docket.sides_now)


def _not_reviewed(question: Question) -> Iterator[str]:
    docket = question.docket
    for outcome in docket.outcomes:
        for mark in sorted(reviews_needed([outcome]) - docket.marks):
            yield words.NOT_REVIEWED[mark].format(outcome=outcome.label)


_JUDGES: dict[Condition, Callable[[Question], Iterator[str]]] = {
    Condition.GROUNDS_PROVIDED: _not_provided,
    Condition.REVIEWS_DONE: _not_reviewed,
}


def _wrong_outcomes(question: Question) -> Iterator[str]:
    """Yield what was decided, or is about to be, and cannot be carried out by this step."""
    transition = question.transition
    decided = question.outcomes if transition.decides else question.docket.outcomes
    if decided is None or not transition.outcomes or Outcome.WITHDRAWN in transition.outcomes:
        return
    if not decided:
        yield words.NO_OUTCOME
    # What one item lapsed for, or was withdrawn, is told in the reply to the others.
    told_beside = BESIDE if {*decided} & {*ANSWERS} & {*transition.outcomes} else ()
    for outcome in decided:
        if outcome not in (*transition.outcomes, *told_beside):
            instead = Happening.DRAFTED if transition.event is ended_by(outcome) else ended_by(outcome)
            yield words.OTHER_OUTCOME.format(outcome=outcome.label, event=instead.label)


def _blocked(question: Question) -> Iterator[str]:
    event = question.transition.event
    for side in question.docket.sides_now:
        for block in BLOCKS:
            stands = block.event is event and block.procedure is side.procedure and side.state in block.states
            if stands and not (block.until_over and side.period_over):
                yield words.BLOCKED.format(
                    procedure=side.procedure.label,
                    state=side.state.label_in(side.procedure),
                    event=event.label,
                    remedy=words.REMEDIES[side.procedure],
                )
