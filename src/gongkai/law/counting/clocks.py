"""The clock of a request → the request as the statistics sees it (由时限得出统计)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from gongkai.law.clock.case import Turn
from gongkai.law.clock.clock import Clock
from gongkai.law.clock.effects import Effect
from gongkai.law.counting.request import Applicant, Awaited, Part, Request, Wait
from gongkai.law.outcomes.outcome import Item, Outcome
from gongkai.law.outcomes.rows import Reply

_REPLIES = (Effect.ANSWERED, Effect.ANSWERED_LATE, Effect.ANSWERED_WITHOUT_PERIOD)
# Ends that tell their outcome themselves.
_OUTCOMES = {
    Effect.WITHDRAWN: Outcome.WITHDRAWN,
    Effect.LAPSED_UNCORRECTED: Outcome.NOT_CORRECTED,
    Effect.LAPSED_UNPAID: Outcome.FEE_UNPAID,
}
_WAITS = {
    Effect.CORRECTION_ASKED: Awaited.CORRECTION,
    Effect.CORRECTION_ASKED_LATE_RESTARTS: Awaited.CORRECTION,
    Effect.FEE_ASKED: Awaited.PAYMENT,
}
_OVER = {
    Effect.CORRECTED: (Awaited.CORRECTION,),
    Effect.PAID_RESTARTS: (Awaited.PAYMENT,),
    Effect.PAID_RESUMES: (Awaited.PAYMENT,),
    Effect.REOPENED: tuple(Awaited),
}


def request_of(
    clock: Clock,
    items: Iterable[Sequence[Item]],
    applicant: Applicant,
    *,
    number: str = "",
    is_lawyer: bool = False,
    by_agent: bool = False,
) -> Request:
    """Return the request of a clock; `items` are what each reply decided, the first reply first.

    A withdrawal and a lapse have no items of their own. A reply without items is in doubt when it is counted.
    """
    return Request(
        number=number,
        applicant=applicant,
        is_lawyer=is_lawyer,
        by_agent=by_agent,
        received_on=clock.received_on,
        parts=(part_of(clock, items),),
    )


def part_of(clock: Clock, items: Iterable[Sequence[Item]] = ()) -> Part:
    """Return what a clock tells of a part of a request, or of the whole; see `request_of`."""
    turns = clock.case.turns
    return Part(
        replies=tuple(_replies(turns, items)),
        orders=tuple(turn.event.on for turn in turns if turn.effect is Effect.REOPENED),
        waits=tuple(_waits(turns)),
    )


def _replies(turns: Iterable[Turn], items: Iterable[Sequence[Item]]) -> Iterator[Reply]:
    decided = iter(items)
    for turn in turns:
        if turn.effect in _REPLIES:
            yield Reply(turn.event.on, tuple(next(decided, ())))
        elif turn.effect in _OUTCOMES:
            yield Reply(turn.event.on, (Item(_OUTCOMES[turn.effect]),))


def _waits(turns: Iterable[Turn]) -> Iterator[Wait]:
    """Yield what the applicant was to do; an end of the request needs no telling."""
    since: dict[Awaited, dt.date] = {}
    for turn in turns:
        if turn.effect in _WAITS:
            since[_WAITS[turn.effect]] = turn.event.on
        for awaited in _OVER.get(turn.effect, ()):
            if awaited in since:
                yield Wait(awaited, since.pop(awaited), turn.event.on)
    for awaited, on in since.items():
        yield Wait(awaited, on)
