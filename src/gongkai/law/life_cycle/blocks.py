"""What keeps a request from being answered while something is open at its side (未办结不得答复)."""

from __future__ import annotations

import msgspec

from gongkai.law.life_cycle.happenings import Happening
from gongkai.law.life_cycle.procedures import Procedure, State


class Block(msgspec.Struct, frozen=True):
    """A procedure blocks an event of the request in these states, `until_over` only until its period is over."""

    procedure: Procedure
    states: tuple[State, ...]
    article: str
    event: Happening = Happening.ANSWERED
    until_over: bool = False


BLOCKS = (
    Block(Procedure.CORRECTION, (State.ASKED, State.WAITING, State.EXPIRY_PROPOSED), "30"),
    Block(Procedure.REASONS, (State.WAITING, State.EXPIRY_PROPOSED, State.GIVEN), "35"),
    # The fifteen working days begin with delivery; an opinion that came is to be weighed.
    Block(Procedure.THIRD_PARTY, (State.SENT, State.ANSWERED), "32"),
    Block(Procedure.THIRD_PARTY, (State.WAITING,), "32", until_over=True),
    Block(Procedure.CO_PRODUCER, (State.SENT,), "34"),
    Block(Procedure.CO_PRODUCER, (State.WAITING,), "34", until_over=True),
    Block(Procedure.FEE, (State.ASKED, State.WAITING, State.EXPIRY_PROPOSED, State.EXPIRED), "payment"),
    # A request that an authority ordered to be answered cannot be set aside.
    Block(Procedure.RE_REPLY, (State.ORDERED,), "order", event=Happening.SET_ASIDE),
)
