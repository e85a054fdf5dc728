"""What must have gone before a request may end in a certain way (结论的前提): procedures, a search, reviews.

Articles 30, 32, 35, 36(4) and 42. Information that is given passes the secrecy review (保密法实施条例 42), what is
refused the legal one; no other reply needs them.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from gongkai.law.conventions import DEFAULT, Conventions, LeaderApproval
from gongkai.law.life_cycle.happenings import Happening
from gongkai.law.life_cycle.procedures import Procedure, State
from gongkai.law.life_cycle.transition import Mark
from gongkai.law.outcomes.outcome import GROUNDS, Item, Outcome
from gongkai.law.outcomes.rules import row_of


class Ground(msgspec.Struct, frozen=True):
    """An outcome asks that a procedure at the side has come to one of these states; a convention may waive it."""

    outcome: Outcome
    procedure: Procedure
    states: tuple[State, ...]
    article: str
    convention: str = ""


NEEDED = (
    Ground(
        Outcome.THIRD_PARTY_RIGHTS,
        Procedure.THIRD_PARTY,
        (State.UPHELD, State.EXPIRED, State.UNREACHABLE),
        "32",
        "third_party_asked_first",
    ),
    Ground(Outcome.STILL_UNCLEAR, Procedure.CORRECTION, (State.RECEIVED,), "30"),
    Ground(Outcome.EXCESSIVE, Procedure.REASONS, (State.REJECTED, State.EXPIRED), "35"),
    Ground(Outcome.NOT_CORRECTED, Procedure.CORRECTION, (State.EXPIRED,), "30"),
    Ground(Outcome.FEE_UNPAID, Procedure.FEE, (State.EXPIRED,), "payment"),
)
# What ends a request that the applicant let lie.
LAPSES = (Outcome.NOT_CORRECTED, Outcome.FEE_UNPAID)
# What items of a request may end in beside those that are answered.
BESIDE = (*LAPSES, Outcome.WITHDRAWN)
ANSWERS = tuple(one for one in Outcome if one not in BESIDE)

# What can only be said after a search (article 36(4)).
SEARCHED_FOR = (Outcome.NOT_EXISTING,)

_GIVING = (Outcome.GRANTED, Outcome.PARTLY_GRANTED)
_REFUSING = (Outcome.PARTLY_GRANTED, *GROUNDS)
# What is or endangers a secret is for those to say who know about secrets (article 17).
_SECRET = (Outcome.STATE_SECRET, Outcome.ENDANGERS_SAFETY)
REVIEWS: dict[Mark, tuple[Outcome, ...]] = {
    Mark.LEGAL_REVIEWED: _REFUSING,
    Mark.SECRECY_REVIEWED: (*_GIVING, *_SECRET),
}


def ended_by(outcome: Outcome) -> Happening:
    """Return the event that ends a request with an outcome."""
    if outcome is Outcome.WITHDRAWN:
        return Happening.WITHDRAWN
    return Happening.LAPSED if outcome in LAPSES else Happening.ANSWERED


def grounds_needed(outcome: Outcome, conventions: Conventions) -> tuple[Ground, ...]:
    """Return what an outcome asks of the procedures at the side, as far as no convention waives it."""
    return tuple(
        ground
        for ground in NEEDED
        if ground.outcome is outcome and (not ground.convention or getattr(conventions, ground.convention))
    )


def rows_of(
    outcomes: Iterable[Outcome], conventions: Conventions = DEFAULT, edition_year: int = 2021
) -> tuple[str, ...]:
    """Return the rows of table 3 that a request may be counted in with one of these outcomes."""
    return tuple(sorted({row_of([Item(outcome)], conventions, edition_year) for outcome in outcomes}))


def reviews_needed(outcomes: Iterable[Outcome]) -> frozenset[Mark]:
    """Return the reviews that a draft with these outcomes must pass."""
    decided = set(outcomes)
    return frozenset(mark for mark, reviewed in REVIEWS.items() if decided & set(reviewed))


def leader_needed(outcomes: Iterable[Outcome], conventions: Conventions) -> bool:
    """Tell whether the leader in charge must approve, by convention `leader_approval`."""
    match conventions.leader_approval:
        case LeaderApproval.WHEN_REFERRED:
            return False
        case LeaderApproval.REFUSALS:
            return bool(set(outcomes) & set(_REFUSING))
        case LeaderApproval.ALL:
            return True
