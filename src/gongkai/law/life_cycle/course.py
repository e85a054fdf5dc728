"""A whole case, step by step (案件流转): what a role may do in it, what a step makes of it, and a history again.

`choices` is what a page offers, with the reasons against what is not open; `advance` does a step or says why not;
`replay` repeats what happened without judging it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import count

from msgspec.structs import replace

from gongkai.errors import NotAllowed
from gongkai.law.conventions import DEFAULT, Conventions
from gongkai.law.life_cycle import words
from gongkai.law.life_cycle.conditions import Question, reasons_against
from gongkai.law.life_cycle.docket import Choice, Docket, Move, Side
from gongkai.law.life_cycle.happenings import Happening
from gongkai.law.life_cycle.procedures import CASES, CONSULTATIONS, Procedure, State
from gongkai.law.life_cycle.table import following, next_state, possible, row_at
from gongkai.law.life_cycle.transition import Transition
from gongkai.law.roles import Role


def choices(
    docket: Docket, role: Role, *, person: str = "", conventions: Conventions = DEFAULT
) -> tuple[Choice, ...]:
    """Return every step that a role has before it, in the order of the table, with what speaks against it now.

    Steps that the state of the request does not have are left out, also those at its side.
    """
    found = []
    for row, side in _rows_before(docket, role):
        question = Question(docket, row, side, None, person, conventions)
        found.append(Choice(row, side.name if side else "", reasons_against(question)))
    return tuple(found)


def advance(docket: Docket, move: Move, *, conventions: Conventions = DEFAULT) -> Docket:
    """Return the case after a step; NotAllowed says everything that speaks against it, and what is possible."""
    side = _side_of(docket, move)
    row = next_state(move.procedure, side.state if side else _state_of(docket, move), move.event, move.role)
    question = Question(docket, row, side, move.outcomes, move.person, conventions)
    reasons = reasons_against(question)
    if reasons:
        raise NotAllowed(words.AND.join(reasons))
    return _after(docket, row, side, move)


def replay(moves: Iterable[Move], start: Docket | None = None) -> Docket:
    """Return the case after a history of steps, each of which was judged when it was done.

    Only the table is asked again: a history that it does not have raises NotAllowed.
    """
    return reduce(_repeated, moves, start or Docket())


def _repeated(docket: Docket, move: Move) -> Docket:
    side = _side_of(docket, move)
    row = next_state(move.procedure, side.state if side else _state_of(docket, move), move.event, move.role)
    return _after(docket, row, side, move)


def _rows_before(docket: Docket, role: Role) -> Iterator[tuple[Transition, Side | None]]:
    """Yield what the table has for a role: on the case itself, on what is at its side, and what may begin there."""
    yield from ((row, None) for row in possible(docket.procedure, docket.state, role))
    if docket.procedure is not Procedure.REQUEST:
        return
    for side in docket.sides:
        yield from ((row, side) for row in _now(docket, possible(side.procedure, side.state, role)))
    for procedure in Procedure:
        if procedure not in CASES:
            yield from ((row, None) for row in _now(docket, possible(procedure, State.START, role)))


def _now(docket: Docket, rows: tuple[Transition, ...]) -> Iterator[Transition]:
    return (row for row in rows if docket.state in row.during)


def _state_of(docket: Docket, move: Move) -> State:
    """Return the state of a procedure that is not at the side yet, or of the case itself."""
    if move.procedure is docket.procedure:
        return docket.state
    if move.procedure in CASES or docket.procedure is not Procedure.REQUEST:
        raise NotAllowed(words.OTHER_CASE.format(case=docket.procedure.label, procedure=move.procedure.label))
    return State.START


def _side_of(docket: Docket, move: Move) -> Side | None:
    """Return the procedure at the side that a step is about; None for the case itself and for what begins."""
    sides = docket.sides_of(move.procedure)
    begins = following(move.procedure, State.START, move.event) is not None
    if move.procedure is docket.procedure or begins or not (sides or move.name):
        return None
    if move.name:
        named = [side for side in sides if side.name == move.name]
        if not named:
            raise NotAllowed(words.UNKNOWN_SIDE.format(name=move.name, procedure=move.procedure.label))
        return named[-1]
    fitting = [side for side in sides if following(side.procedure, side.state, move.event)] or list(sides)
    still_open = [side for side in fitting if side.is_open]
    if len(still_open) > 1:
        names = words.LIST.join(side.name for side in still_open)
        raise NotAllowed(words.AMBIGUOUS_SIDE.format(procedure=move.procedure.label, names=names))
    return (still_open or fitting)[-1]


def _after(docket: Docket, row: Transition, side: Side | None, move: Move) -> Docket:
    if row.procedure is docket.procedure:
        return _case_after(docket, row, move)
    if side is None:
        begun = Side(procedure=row.procedure, name=_name(docket, move), state=row.to, turn=docket.turn)
        return replace(docket, sides=(*docket.sides, begun))
    moved = replace(side, state=row.to, period_over=False)
    return replace(
        docket,
        sides=tuple(moved if one is side else one for one in docket.sides),
        may_be_extended=docket.may_be_extended and row.event is not Happening.EXTENDED,
    )


def _name(docket: Docket, move: Move) -> str:
    """Return the name of what begins; consultations of all kinds are told apart by name, also on the clock."""
    kin = CONSULTATIONS if move.procedure in CONSULTATIONS else (move.procedure,)
    taken = {side.name: side.procedure for side in docket.sides if side.procedure in kin}
    if move.name in taken:
        raise NotAllowed(words.NAME_TAKEN.format(name=move.name, procedure=taken[move.name].label))
    return move.name or next(name for number in count(1) if (name := str(number)) not in taken)


def _case_after(docket: Docket, row: Transition, move: Move) -> Docket:
    """Return the case after a step of its own, with all at its side that follows it."""
    marks = (docket.marks - set(row.clears)) | ({row.sets} if row.sets else set())
    reopened = row.event is Happening.REOPENED
    sides = tuple(_followed(side, row.event) for side in docket.sides)
    turn = docket.turn + 1 if reopened else docket.turn
    # What was drafted is no reply once the request is withdrawn.
    kept = replace(docket, outcomes=(), grounds=()) if row.event is Happening.WITHDRAWN else docket
    if reopened:
        ordered = row_at(Procedure.RE_REPLY, State.START, row.event)
        sides = (*sides, Side(procedure=ordered.procedure, name=str(turn), state=ordered.to, turn=turn))
    return replace(
        docket,
        state=row.to,
        sides=sides,
        marks=frozenset(marks),
        outcomes=move.outcomes if row.decides else kept.outcomes,
        grounds=move.grounds if row.decides else kept.grounds,
        drafted_by=move.person if row.decides or row.event is Happening.DRAFTED else docket.drafted_by,
        turn=turn,
    )


def _followed(side: Side, event: Happening) -> Side:
    row = following(side.procedure, side.state, event)
    return replace(side, state=row.to) if row and row.follows else side
