"""Cases to test with, each brought to its state step by step."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from gongkai.errors import NotAllowed
from gongkai.law.conventions import DEFAULT, Conventions
from gongkai.law.life_cycle.course import advance
from gongkai.law.life_cycle.docket import Docket, Move
from gongkai.law.life_cycle.happenings import Happening
from gongkai.law.life_cycle.procedures import Procedure, State
from gongkai.law.outcomes.outcome import Outcome
from gongkai.law.roles import Role

OFFICER, HEAD, LEGAL, SECRECY = "鹿鸣", "方砚", "顾萤", "宋汀"


def done(docket: Docket, event: str, role: Role = Role.OFFICER, on: str = "request", **more: Any) -> Docket:
    """Return the case after a step, by an officer unless said otherwise."""
    conventions: Conventions = more.pop("conventions", DEFAULT)
    move = Move(event=Happening(event), role=role, procedure=Procedure(on), **more)
    return advance(docket, move, conventions=conventions)


def over(docket: Docket, procedure: str) -> Docket:
    """Return the case on a day on which the time given in all procedures of a kind is over."""
    sides = tuple(
        replace(side, period_over=True) if side.procedure == procedure and side.is_open else side
        for side in docket.sides
    )
    return replace(docket, sides=sides)


def submitted() -> Docket:
    return done(Docket(), "submitted", Role.APPLICANT)


def examining() -> Docket:
    registered = replace(done(submitted(), "registered"), is_received=True, may_be_extended=True)
    return done(registered, "assigned")


def drafted(*outcomes: Outcome, start: Docket | None = None) -> Docket:
    return done(start or examining(), "drafted", outcomes=outcomes, person=OFFICER)


def in_review(*outcomes: Outcome, start: Docket | None = None) -> Docket:
    return done(drafted(*outcomes, start=start), "submitted_for_review")


def sealed(*outcomes: Outcome, start: Docket | None = None, conventions: Conventions = DEFAULT) -> Docket:
    """Return a case whose draft passed both reviews and the head."""
    docket = in_review(*outcomes, start=start)
    docket = done(docket, "legal_reviewed", Role.LEGAL_REVIEWER, person=LEGAL)
    docket = done(docket, "secrecy_reviewed", Role.SECRECY_REVIEWER, person=SECRECY)
    docket = done(docket, "approved", Role.UNIT_HEAD, person=HEAD, conventions=conventions)
    return done(docket, "sealed")


def served(*outcomes: Outcome) -> Docket:
    return done(done(sealed(*outcomes), "answered"), "served", Role.APPLICANT)


def consulted(party: str = "third_party", start: Docket | None = None) -> Docket:
    """Return a case in which one party was sent a letter, which was delivered."""
    docket = done(start or examining(), "consulted", on=party)
    return done(docket, "consultation_delivered", on=party)


def correcting() -> Docket:
    docket = done(examining(), "correction_asked", on="correction")
    return done(docket, "correction_notice_served", on="correction")


def reason(docket: Docket, event: str, role: Role = Role.OFFICER, on: str = "request", **more: Any) -> str:
    """Return why a step is refused."""
    with pytest.raises(NotAllowed) as refusal:
        done(docket, event, role, on, **more)
    return refusal.value.reason


def state(docket: Docket, procedure: str, name: str = "1") -> State:
    """Return how far a procedure at the side has come."""
    return next(side.state for side in docket.sides if side.procedure == procedure and side.name == name)
