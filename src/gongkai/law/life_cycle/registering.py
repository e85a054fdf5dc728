"""The main line of a request, first part: taken in, registered, given out, examined (登记、审核)."""

from __future__ import annotations

from functools import partial

from gongkai.law.documents import Document
from gongkai.law.events import Channel
from gongkai.law.life_cycle.happenings import Happening
from gongkai.law.life_cycle.procedures import NOT_EXAMINED, ClockEffect, Procedure, Stage, State
from gongkai.law.life_cycle.transition import Condition, Transition, each
from gongkai.law.outcomes.outcome import Outcome
from gongkai.law.roles import DESK, Role

_registration = partial(Transition, Procedure.REQUEST, stage=Stage.REGISTRATION)
_review = partial(Transition, Procedure.REQUEST, stage=Stage.REVIEW)
_GIVERS = (Role.UNIT_HEAD, *DESK)

REGISTERING = (
    _registration(
        State.START,
        Happening.SUBMITTED,
        State.SUBMITTED,
        (Role.APPLICANT,),
        entered_by=DESK,
        article="29_31",
        clock=ClockEffect.STARTS,
        channels=(Channel.COUNTER, Channel.ORAL),
    ),
    # The day of receipt may become known after the request was entered in the register (207号).
    *each(
        NOT_EXAMINED,
        _registration(
            State.SUBMITTED,
            Happening.ARRIVED,
            State.SUBMITTED,
            DESK,
            article="31.2",
            clock=ClockEffect.STARTS,
            channels=(Channel.SIGNED_MAIL,),
            convention="mail_to_another",
        ),
    ),
    *each(
        NOT_EXAMINED,
        _registration(
            State.SUBMITTED,
            Happening.CONFIRMED,
            State.SUBMITTED,
            DESK,
            article="confirmation",
            clock=ClockEffect.STARTS,
            channels=(Channel.PLAIN_MAIL, Channel.INTERNET, Channel.FAX),
            convention="mail_to_another",
        ),
    ),
    _registration(State.SUBMITTED, Happening.REGISTERED, State.REGISTERED, DESK, documents=(Document.L01,)),
    # What is no request to this organ: sent to the wrong address, sent twice by mistake, a trial.
    *each(
        NOT_EXAMINED,
        _registration(State.SUBMITTED, Happening.SET_ASIDE, State.SET_ASIDE, (Role.UNIT_HEAD,), article="practice"),
    ),
    _registration(
        State.REGISTERED,
        Happening.ACKNOWLEDGED,
        State.REGISTERED,
        DESK,
        documents=(Document.L02,),
        requires=(Condition.RECEIPT_DAY_KNOWN,),
    ),
    _registration(
        State.REGISTERED,
        Happening.ASSIGNED,
        State.EXAMINING,
        _GIVERS,
        requires=(Condition.RECEIPT_DAY_KNOWN,),
    ),
    _review(State.EXAMINING, Happening.ASSIGNED, State.EXAMINING, _GIVERS),
    _review(State.EXAMINING, Happening.ACCEPTED, State.HANDLING, (Role.OFFICER,)),
    # On the spot, where nothing has to be reviewed: the way to what everybody may read already.
    Transition(
        Procedure.REQUEST,
        State.EXAMINING,
        Happening.ANSWERED,
        State.SENT,
        (Role.OFFICER,),
        stage=Stage.REPLY,
        article="33.1",
        clock=ClockEffect.STOPS,
        documents=(Document.L13,),
        outcomes=(Outcome.ALREADY_PUBLIC,),
        decides=True,
    ),
)
