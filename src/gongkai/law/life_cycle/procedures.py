"""The procedures of a request, how far each has come, and the stages of article 45 (程序、状态、环节)."""

from __future__ import annotations

from enum import StrEnum

from gongkai.terms import requests


class Procedure(StrEnum):
    """A request, a procedure at its side, or the correction of records, which is a case of its own (办理程序)."""

    REQUEST = "request"
    CORRECTION = "correction"
    REASONS = "reasons"
    THIRD_PARTY = "third_party"
    CO_PRODUCER = "co_producer"
    OTHER_ORGAN = "other_organ"
    ASSISTANCE = "assistance"
    FEE = "fee"
    EXTENSION = "extension"
    TRANSFER = "transfer"
    WITHDRAWAL = "withdrawal"
    RE_REPLY = "re_reply"
    PUBLICATION = "publication"
    SUPERVISION = "supervision"
    RECORD_CORRECTION = "record_correction"

    @property
    def label(self) -> str:
        return requests.PROCEDURES[self.value]


# Those that are a case of their own; all others go on at the side of a request. Consultations are numbered as one.
CASES = (Procedure.REQUEST, Procedure.RECORD_CORRECTION)
CONSULTATIONS = (Procedure.THIRD_PARTY, Procedure.CO_PRODUCER, Procedure.OTHER_ORGAN)


class State(StrEnum):
    """How far a procedure has come (状态); what a state is called depends on the procedure."""

    START = "start"
    SUBMITTED = "submitted"
    REGISTERED = "registered"
    EXAMINING = "examining"
    HANDLING = "handling"
    DRAFTED = "drafted"
    IN_REVIEW = "in_review"
    WITH_LEADER = "with_leader"
    PROPOSED = "proposed"
    REVIEWED = "reviewed"
    APPROVED = "approved"
    SEALED = "sealed"
    SENT = "sent"
    UNDELIVERED = "undelivered"
    SERVED = "served"
    ASKED = "asked"
    WAITING = "waiting"
    EXPIRY_PROPOSED = "expiry_proposed"
    EXPIRED = "expired"
    GIVEN = "given"
    ACCEPTED = "accepted"
    DELAYED = "delayed"
    RECEIVED = "received"
    ANSWERED = "answered"
    CONSENTED = "consented"
    UPHELD = "upheld"
    REJECTED = "rejected"
    OVERRIDDEN = "overridden"
    UNREACHABLE = "unreachable"
    PAID = "paid"
    EXTENDED = "extended"
    REFUSED = "refused"
    FORWARDED = "forwarded"
    TAKEN_OVER = "taken_over"
    SENT_BACK = "sent_back"
    PASSED_ON = "passed_on"
    DROPPED = "dropped"
    ORDERED = "ordered"
    PUBLISHED = "published"
    HANDED_OVER = "handed_over"
    URGED = "urged"
    WITHDRAWN = "withdrawn"
    SET_ASIDE = "set_aside"
    ENDED = "ended"
    ARCHIVED = "archived"

    def label_in(self, procedure: Procedure) -> str:
        return requests.STATES[procedure.value][self.value]


def states_of(procedure: Procedure) -> tuple[State, ...]:
    """Return the states of a procedure in its own order, START first."""
    return tuple(map(State, requests.STATES[procedure.value]))


# A request until its reply is sent: before it is examined, while new questions may still be asked, and in approval.
NOT_EXAMINED = (State.SUBMITTED, State.REGISTERED)
AT_WORK = (State.EXAMINING, State.HANDLING, State.DRAFTED)
IN_APPROVAL = (State.IN_REVIEW, State.WITH_LEADER, State.APPROVED, State.SEALED)
IN_HAND = (*AT_WORK, *IN_APPROVAL)
NOT_ANSWERED = (*NOT_EXAMINED, *IN_HAND)
ANSWERED = (State.SENT, State.UNDELIVERED, State.SERVED, State.ARCHIVED)

# States in which nothing remains to be done; some may be gone back to, as an archived request is reopened.
ENDS: dict[Procedure, frozenset[State]] = {
    Procedure.REQUEST: frozenset({State.ARCHIVED, State.SET_ASIDE}),
    Procedure.CORRECTION: frozenset({State.RECEIVED, State.EXPIRED, State.ENDED}),
    Procedure.REASONS: frozenset({State.ACCEPTED, State.DELAYED, State.REJECTED, State.EXPIRED, State.ENDED}),
    Procedure.THIRD_PARTY: frozenset(
        {
            State.CONSENTED,
            State.UPHELD,
            State.REJECTED,
            State.OVERRIDDEN,
            State.EXPIRED,
            State.UNREACHABLE,
            State.ENDED,
        }
    ),
    Procedure.CO_PRODUCER: frozenset({State.ANSWERED, State.EXPIRED, State.ENDED}),
    Procedure.OTHER_ORGAN: frozenset({State.ANSWERED, State.ENDED}),
    Procedure.ASSISTANCE: frozenset({State.ANSWERED, State.ENDED}),
    Procedure.FEE: frozenset({State.PAID, State.EXPIRED, State.REFUSED, State.ENDED}),
    Procedure.EXTENSION: frozenset({State.EXTENDED, State.REFUSED, State.ENDED}),
    Procedure.TRANSFER: frozenset({State.TAKEN_OVER, State.SENT_BACK, State.PASSED_ON, State.ENDED}),
    Procedure.WITHDRAWAL: frozenset({State.WITHDRAWN, State.DROPPED, State.ENDED}),
    Procedure.RE_REPLY: frozenset({State.ANSWERED, State.ENDED}),
    Procedure.PUBLICATION: frozenset({State.HANDED_OVER, State.REFUSED}),
    Procedure.SUPERVISION: frozenset({State.ANSWERED}),
    Procedure.RECORD_CORRECTION: frozenset({State.ARCHIVED}),
}


class Stage(StrEnum):
    """A stage of a request's handling (环节), article 45."""

    REGISTRATION = "registration"
    REVIEW = "review"
    HANDLING = "handling"
    REPLY = "reply"
    ARCHIVE = "archive"

    @property
    def label(self) -> str:
        return requests.STAGES[self.value]


class ClockEffect(StrEnum):
    """What a step does to the period for the reply (对答复期限的影响)."""

    NONE = "none"
    STARTS = "starts"
    PAUSES = "pauses"
    RESUMES = "resumes"
    RESTARTS = "restarts"
    EXTENDS = "extends"
    SETS = "sets"
    STOPS = "stops"

    @property
    def label(self) -> str:
        return requests.CLOCK_EFFECTS[self.value]
