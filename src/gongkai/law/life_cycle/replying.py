"""The main line of a request, second part: draft, reviews, approval, reply, archive (办理、答复、归档)."""

from __future__ import annotations

from functools import partial

from gongkai.law import documents
from gongkai.law.documents import Document
from gongkai.law.life_cycle.conclusions import ANSWERS, LAPSES
from gongkai.law.life_cycle.happenings import Happening
from gongkai.law.life_cycle.procedures import (
    ANSWERED,
    AT_WORK,
    IN_APPROVAL,
    NOT_ANSWERED,
    ClockEffect,
    Procedure,
    Stage,
    State,
)
from gongkai.law.life_cycle.transition import Condition, Mark, Transition, each
from gongkai.law.outcomes.outcome import Outcome
from gongkai.law.roles import DESK, Role

_ANSWERING = tuple(one for one in documents.REPLIES if one is not Document.L26)
_REVIEWS = (Mark.LEGAL_REVIEWED, Mark.SECRECY_REVIEWED)
_READERS = (Role.REVIEWER, Role.LEGAL_REVIEWER, Role.SECRECY_REVIEWER, Role.UNIT_HEAD)

_handling = partial(Transition, Procedure.REQUEST, stage=Stage.HANDLING)
_reply = partial(Transition, Procedure.REQUEST, stage=Stage.REPLY)
_archive = partial(Transition, Procedure.REQUEST, stage=Stage.ARCHIVE)

HANDLING = (
    *each(
        (State.HANDLING, State.DRAFTED),
        _handling(State.HANDLING, Happening.ASSIGNED, State.HANDLING, (Role.UNIT_HEAD, *DESK)),
    ),
    *each(
        AT_WORK,
        _handling(State.HANDLING, Happening.SEARCHED, State.HANDLING, DESK, article="36.4", sets=Mark.SEARCHED),
    ),
    *each(
        AT_WORK,
        _handling(
            State.HANDLING,
            Happening.DRAFTED,
            State.DRAFTED,
            (Role.OFFICER,),
            article="36",
            outcomes=(*ANSWERS, *LAPSES),
            decides=True,
            clears=_REVIEWS,
        ),
    ),
)

# Nobody judges a draft of his own.
APPROVING = (
    _reply(
        State.DRAFTED,
        Happening.SUBMITTED_FOR_REVIEW,
        State.IN_REVIEW,
        (Role.OFFICER,),
        documents=(Document.L30,),
        requires=(Condition.GROUNDS_PROVIDED,),
    ),
    _reply(State.IN_REVIEW, Happening.REVIEWED, State.IN_REVIEW, (Role.REVIEWER,), second_person=True),
    _reply(
        State.IN_REVIEW,
        Happening.LEGAL_REVIEWED,
        State.IN_REVIEW,
        (Role.LEGAL_REVIEWER,),
        second_person=True,
        sets=Mark.LEGAL_REVIEWED,
    ),
    _reply(
        State.IN_REVIEW,
        Happening.SECRECY_REVIEWED,
        State.IN_REVIEW,
        (Role.SECRECY_REVIEWER,),
        second_person=True,
        article="secrecy",
        sets=Mark.SECRECY_REVIEWED,
    ),
    _reply(State.IN_REVIEW, Happening.RETURNED, State.DRAFTED, _READERS, clears=_REVIEWS),
    _reply(
        State.IN_REVIEW,
        Happening.APPROVED,
        State.APPROVED,
        (Role.UNIT_HEAD,),
        second_person=True,
        convention="leader_approval",
        requires=(Condition.REVIEWS_DONE, Condition.LEADER_NOT_NEEDED),
    ),
    _reply(
        State.IN_REVIEW,
        Happening.REFERRED,
        State.WITH_LEADER,
        (Role.UNIT_HEAD,),
        convention="leader_approval",
        requires=(Condition.REVIEWS_DONE,),
    ),
    _reply(State.WITH_LEADER, Happening.LEADER_APPROVED, State.APPROVED, (Role.LEADER,), second_person=True),
    _reply(State.WITH_LEADER, Happening.RETURNED, State.DRAFTED, (Role.LEADER,), clears=_REVIEWS),
    *each(
        (State.DRAFTED, *IN_APPROVAL),
        _reply(
            State.DRAFTED,
            Happening.RECALLED,
            State.HANDLING,
            (Role.OFFICER, Role.UNIT_HEAD),
            clears=_REVIEWS,
        ),
    ),
)

SENDING = (
    _reply(State.APPROVED, Happening.SEALED, State.SEALED, DESK),
    _reply(
        State.SEALED,
        Happening.ANSWERED,
        State.SENT,
        DESK,
        article="33.2_36",
        clock=ClockEffect.STOPS,
        documents=_ANSWERING,
        outcomes=ANSWERS,
        requires=(Condition.GROUNDS_PROVIDED,),
    ),
    _reply(
        State.SEALED,
        Happening.LAPSED,
        State.SENT,
        DESK,
        article="lapse",
        clock=ClockEffect.STOPS,
        documents=(Document.L26,),
        outcomes=LAPSES,
        requires=(Condition.GROUNDS_PROVIDED,),
    ),
    *each(
        (State.SENT, State.UNDELIVERED),
        _reply(
            State.SENT,
            Happening.SERVED,
            State.SERVED,
            (Role.APPLICANT,),
            entered_by=DESK,
            article="service",
            documents=(Document.L29,),
        ),
    ),
    _reply(State.SENT, Happening.SERVICE_FAILED, State.UNDELIVERED, DESK, article="service"),
    _reply(State.UNDELIVERED, Happening.RESENT, State.SENT, DESK, article="service"),
    # A slip of the pen; whoever decides otherwise revokes the reply, which opens the request again.
    *each(
        (State.UNDELIVERED, State.SERVED, State.ARCHIVED, State.SENT),
        _reply(
            State.SERVED,
            Happening.REPLY_CORRECTED,
            State.SENT,
            (Role.UNIT_HEAD,),
            article="practice",
            documents=documents.REPLIES,
            requires=(Condition.REPLY_MADE,),
        ),
    ),
    *each(
        (State.UNDELIVERED, State.SERVED, State.WITHDRAWN),
        _archive(State.SERVED, Happening.ARCHIVED, State.ARCHIVED, DESK),
    ),
)

# What may come at any time. An order to answer leaves a request that is still in hand where it is.
COMING_BETWEEN = (
    *each(
        NOT_ANSWERED,
        _handling(
            State.HANDLING,
            Happening.WITHDRAWN,
            State.WITHDRAWN,
            (Role.APPLICANT,),
            entered_by=DESK,
            article="practice",
            clock=ClockEffect.STOPS,
            documents=(Document.L32,),
            outcomes=(Outcome.WITHDRAWN,),
            requires=(Condition.WITHDRAWAL_ASKED,),
        ),
    ),
    *each(
        NOT_ANSWERED,
        _handling(
            State.HANDLING,
            Happening.REOPENED,
            State.HANDLING,
            (Role.AUTHORITY,),
            entered_by=DESK,
            article="order",
            clock=ClockEffect.RESTARTS,
        ),
    ),
    *each(
        (*ANSWERED, State.WITHDRAWN),
        _reply(
            State.SENT,
            Happening.REOPENED,
            State.HANDLING,
            (Role.AUTHORITY, Role.LEADER),
            entered_by=DESK,
            article="order",
            clock=ClockEffect.RESTARTS,
            clears=tuple(Mark),
        ),
    ),
    _reply(
        State.SET_ASIDE,
        Happening.REOPENED,
        State.SUBMITTED,
        (Role.AUTHORITY, Role.LEADER),
        entered_by=DESK,
        article="order",
        clock=ClockEffect.RESTARTS,
    ),
)
