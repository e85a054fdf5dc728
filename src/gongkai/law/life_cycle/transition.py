"""What one line of the table says: a step from one state to another, and all that it asks and brings (流转)."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from gongkai.law.documents import Document
from gongkai.law.events import Channel
from gongkai.law.life_cycle import words
from gongkai.law.life_cycle.happenings import Happening
from gongkai.law.life_cycle.procedures import ClockEffect, Procedure, Stage, State
from gongkai.law.outcomes.outcome import Outcome
from gongkai.law.roles import Role


class Mark(StrEnum):
    """Something that was done and stays so until the draft is changed (已完成事项)."""

    SEARCHED = "searched"
    LEGAL_REVIEWED = "legal_reviewed"
    SECRECY_REVIEWED = "secrecy_reviewed"


class Condition(StrEnum):
    """What must hold for a step beyond its state and role (前提); `conditions.reasons_against` judges it."""

    RECEIPT_DAY_KNOWN = "receipt_day_known"
    ONLY_ONCE = "only_once"
    NONE_OPEN = "none_open"
    NOT_OVERDUE = "not_overdue"
    EXTENSION_IN_TIME = "extension_in_time"
    NOT_ORDERED = "not_ordered"
    PERIOD_OVER = "period_over"
    FEES_CHARGED = "fees_charged"
    GROUNDS_PROVIDED = "grounds_provided"
    REVIEWS_DONE = "reviews_done"
    LEADER_NOT_NEEDED = "leader_not_needed"
    WITHDRAWAL_ASKED = "withdrawal_asked"
    REPLY_MADE = "reply_made"

    @property
    def label(self) -> str:
        return words.CONDITIONS[self.value]


class Transition(msgspec.Struct, frozen=True):
    """One step of a procedure (一步流转).

    by:          whose act it is; empty where the step follows by itself when the request ends or is reopened.
    entered_by:  who may record the act of somebody outside, or of a colleague, besides.
    second_person: nobody may do this about a draft of his own.
    stage:       the stage of article 45 in which it happens.
    article:     the key of its source in `words.SOURCES`.
    clock:       its effect on the period for the reply, for requests of these `channels` where it is not all.
    convention:  the local convention that decides on that effect or on the step.
    documents:   what the step makes; of several reply letters the one that fits the outcome.
    outcomes:    the results that the step may decide on (`decides`) or carry out.
    during:      the states of the request in which a step at its side may be done.
    requires:    what must hold besides.
    sets, clears: marks that the step leaves on the case, or takes off.
    """

    procedure: Procedure
    state: State
    event: Happening
    to: State
    by: tuple[Role, ...] = ()
    entered_by: tuple[Role, ...] = ()
    second_person: bool = False
    stage: Stage = Stage.HANDLING
    article: str = "45"
    clock: ClockEffect = ClockEffect.NONE
    convention: str = ""
    channels: tuple[Channel, ...] = ()
    documents: tuple[Document, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    decides: bool = False
    during: tuple[State, ...] = ()
    requires: tuple[Condition, ...] = ()
    sets: Mark | None = None
    clears: tuple[Mark, ...] = ()

    @property
    def roles(self) -> tuple[Role, ...]:
        """All who may enter the step into the case: who does it, and who may record it for them."""
        return (*self.by, *self.entered_by)

    @property
    def follows(self) -> bool:
        """The step is nobody's act: it comes by itself with the same event of the request."""
        return not self.by

    @property
    def source(self) -> str:
        return words.SOURCES[self.article]


def each(states: tuple[State, ...], row: Transition) -> tuple[Transition, ...]:
    """Return the same row for each of these states; a row that stays in its state does so in each."""
    stays = row.to is row.state
    return tuple(msgspec.structs.replace(row, state=state, to=state if stays else row.to) for state in states)


# What ends the procedures at the side of a request: it is over, or begins anew.
OVER = (Happening.WITHDRAWN, Happening.LAPSED, Happening.REOPENED)


def ended(
    procedure: Procedure, states: tuple[State, ...], events: tuple[Happening, ...] = OVER
) -> tuple[Transition, ...]:
    """Return the rows by which a procedure that is open in these states ends with the request itself."""
    return tuple(
        Transition(procedure, state, event, State.ENDED, article="practice") for event in events for state in states
    )
