"""Where a whole case stands (办理进度): its own state, what goes on at its side, and what the steps left behind."""

from __future__ import annotations

import msgspec

from gongkai.law.life_cycle.happenings import Happening
from gongkai.law.life_cycle.procedures import ENDS, Procedure, State
from gongkai.law.life_cycle.transition import Mark, Transition
from gongkai.law.outcomes.outcome import Outcome
from gongkai.law.roles import Role


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """A procedure at the side of a request; `name` tells several of a kind apart, such as the consultations.

    turn:        how often the request had been reopened when it began.
    period_over: the days that somebody was given are over, as the clock has it today.
    """

    procedure: Procedure
    name: str
    state: State
    turn: int = 0
    period_over: bool = False

    @property
    def is_open(self) -> bool:
        return self.state not in ENDS[self.procedure]


class Docket(msgspec.Struct, frozen=True, kw_only=True):
    """A request, or a correction of records, with all that goes on at its side.

    outcomes:   what the draft decides, or the reply that was sent.
    grounds:    why parts are withheld of what it grants in part.
    drafted_by: the person who made the draft, where known.
    turn:       how often the request was reopened.

    The last four are of today and come from the clock (`timing.on_the_clock`): the day of receipt is known, the
    period for the reply is over, an extension may still be told in time, the period is that of an order and fixed.
    """

    procedure: Procedure = Procedure.REQUEST
    state: State = State.START
    sides: tuple[Side, ...] = ()
    marks: frozenset[Mark] = frozenset()
    outcomes: tuple[Outcome, ...] = ()
    grounds: tuple[Outcome, ...] = ()
    drafted_by: str = ""
    turn: int = 0
    is_received: bool = False
    is_overdue: bool = False
    may_be_extended: bool = False
    is_ordered: bool = False

    def sides_of(self, procedure: Procedure) -> tuple[Side, ...]:
        """Return the procedures of a kind, the earliest first, also those before the request was reopened."""
        return tuple(side for side in self.sides if side.procedure is procedure)

    @property
    def sides_now(self) -> tuple[Side, ...]:
        """Those that began since the request was last opened."""
        return tuple(side for side in self.sides if side.turn == self.turn)

    @property
    def is_over(self) -> bool:
        return self.state in ENDS[self.procedure]


class Move(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody does a step (办理动作).

    name:     which of several procedures of a kind; a new one is numbered where it has no name.
    person:   who, so that nobody judges his own draft; empty where nobody is to be told apart.
    outcomes: what is decided, item by item, with a step that decides; `grounds` why parts of it are withheld.
    """

    event: Happening
    role: Role
    procedure: Procedure = Procedure.REQUEST
    name: str = ""
    person: str = ""
    outcomes: tuple[Outcome, ...] = ()
    grounds: tuple[Outcome, ...] = ()


class Choice(msgspec.Struct, frozen=True):
    """A step that a role has before it, and the sentences that speak against it now; none if it may be done."""

    transition: Transition
    name: str = ""
    reasons: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        return not self.reasons
