"""What the office does besides handling (延期、转办、重新答复、转为主动公开、督办)."""

from __future__ import annotations

from functools import partial

from gongkai.law.documents import Document
from gongkai.law.life_cycle.happenings import Happening
from gongkai.law.life_cycle.procedures import (
    ANSWERED,
    AT_WORK,
    IN_HAND,
    NOT_ANSWERED,
    NOT_EXAMINED,
    ClockEffect,
    Procedure,
    Stage,
    State,
)
from gongkai.law.life_cycle.transition import OVER, Condition, Transition, each, ended
from gongkai.law.roles import DESK, Role

_OFFICER = (Role.OFFICER,)
_HEAD = (Role.UNIT_HEAD,)

_extension = partial(Transition, Procedure.EXTENSION, article="33.2", during=IN_HAND)

# Only the head of the disclosure unit agrees to an extension, and only what the applicant was told in time counts.
EXTENSION = (
    _extension(
        State.START,
        Happening.EXTENSION_PROPOSED,
        State.PROPOSED,
        _OFFICER,
        requires=(Condition.ONLY_ONCE, Condition.EXTENSION_IN_TIME, Condition.NOT_ORDERED),
    ),
    _extension(State.PROPOSED, Happening.EXTENSION_APPROVED, State.APPROVED, _HEAD),
    _extension(State.PROPOSED, Happening.EXTENSION_REFUSED, State.REFUSED, _HEAD),
    _extension(
        State.APPROVED,
        Happening.EXTENDED,
        State.EXTENDED,
        DESK,
        clock=ClockEffect.EXTENDS,
        convention="extension_notice",
        documents=(Document.L05,),
        requires=(Condition.EXTENSION_IN_TIME, Condition.NOT_ORDERED),
    ),
    *ended(Procedure.EXTENSION, (State.PROPOSED, State.APPROVED), (Happening.ANSWERED, *OVER)),
)

_transfer = partial(Transition, Procedure.TRANSFER, stage=Stage.REGISTRATION, article="transfer")

# To the unit it belongs to; a letter that was meant for another organ is handed on, which is no reply.
TRANSFER = (
    _transfer(
        State.START,
        Happening.FORWARDED,
        State.FORWARDED,
        (Role.UNIT_HEAD, *DESK),
        during=(*NOT_EXAMINED, *AT_WORK),
        requires=(Condition.NONE_OPEN,),
    ),
    _transfer(State.FORWARDED, Happening.TAKEN_OVER, State.TAKEN_OVER, DESK, during=NOT_ANSWERED),
    _transfer(State.FORWARDED, Happening.SENT_BACK, State.SENT_BACK, DESK, during=NOT_ANSWERED),
    Transition(
        Procedure.TRANSFER,
        State.START,
        Happening.PASSED_ON,
        State.PASSED_ON,
        DESK,
        stage=Stage.REGISTRATION,
        article="practice",
        during=(*NOT_EXAMINED, State.SET_ASIDE),
        requires=(Condition.NONE_OPEN,),
    ),
    *ended(Procedure.TRANSFER, (State.FORWARDED,), (Happening.ANSWERED, Happening.SET_ASIDE, *OVER)),
)

# Opens and closes with the request, which goes its whole way once more.
RE_REPLY = (
    Transition(
        Procedure.RE_REPLY, State.START, Happening.REOPENED, State.ORDERED, stage=Stage.REPLY, article="order"
    ),
    Transition(
        Procedure.RE_REPLY, State.ORDERED, Happening.ANSWERED, State.ANSWERED, stage=Stage.REPLY, article="order"
    ),
    *ended(Procedure.RE_REPLY, (State.ORDERED,)),
)

_publication = partial(Transition, Procedure.PUBLICATION, article="44", during=(*IN_HAND, *ANSWERED))

# Goes on when the request is over: what several ask for, or one thinks everybody should know.
PUBLICATION = (
    _publication(
        State.START,
        Happening.PUBLICATION_SUGGESTED,
        State.PROPOSED,
        (Role.APPLICANT, Role.OFFICER, Role.SYSTEM),
        entered_by=(Role.LIAISON,),
        requires=(Condition.NONE_OPEN,),
    ),
    Transition(
        Procedure.PUBLICATION,
        State.PROPOSED,
        Happening.SECRECY_REVIEWED,
        State.REVIEWED,
        (Role.SECRECY_REVIEWER,),
        article="secrecy",
        during=(*IN_HAND, *ANSWERED),
    ),
    _publication(State.REVIEWED, Happening.PUBLICATION_APPROVED, State.APPROVED, _HEAD),
    *each(
        (State.PROPOSED, State.REVIEWED),
        _publication(State.PROPOSED, Happening.PUBLICATION_REFUSED, State.REFUSED, _HEAD),
    ),
    _publication(State.APPROVED, Happening.PUBLISHED, State.PUBLISHED, DESK),
    Transition(
        Procedure.PUBLICATION,
        State.PUBLISHED,
        Happening.HANDED_OVER,
        State.HANDED_OVER,
        DESK,
        stage=Stage.ARCHIVE,
        article="25",
        documents=(Document.L31,),
        during=(*IN_HAND, *ANSWERED),
    ),
)

_supervision = partial(Transition, Procedure.SUPERVISION, article="47")

SUPERVISION = (
    _supervision(
        State.START,
        Happening.URGED,
        State.URGED,
        (Role.SUPERVISOR,),
        during=(*NOT_ANSWERED, *ANSWERED, State.WITHDRAWN, State.SET_ASIDE),
    ),
    _supervision(
        State.URGED,
        Happening.URGE_ANSWERED,
        State.ANSWERED,
        (Role.UNIT_HEAD, Role.OFFICER),
        during=(*NOT_ANSWERED, *ANSWERED, State.WITHDRAWN, State.SET_ASIDE),
    ),
)
