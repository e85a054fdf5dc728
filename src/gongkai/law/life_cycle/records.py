"""The correction of records about oneself (更正申请), article 41: a case of its own, without period or row.

The forms for the register and for a withdrawal are those of requests for information; here there are none.
"""

from __future__ import annotations

from functools import partial

from gongkai.law.documents import Document
from gongkai.law.life_cycle.happenings import Happening
from gongkai.law.life_cycle.procedures import Procedure, Stage, State
from gongkai.law.life_cycle.transition import Transition, each
from gongkai.law.roles import DESK, Role

_step = partial(Transition, Procedure.RECORD_CORRECTION, article="41")
_reply = partial(Transition, Procedure.RECORD_CORRECTION, stage=Stage.REPLY, article="41")

RECORD_CORRECTION = (
    _step(
        State.START,
        Happening.RECORD_CORRECTION_ASKED,
        State.SUBMITTED,
        (Role.APPLICANT,),
        entered_by=DESK,
        stage=Stage.REGISTRATION,
    ),
    _step(
        State.SUBMITTED,
        Happening.REGISTERED,
        State.EXAMINING,
        DESK,
        stage=Stage.REGISTRATION,
    ),
    _step(State.EXAMINING, Happening.DRAFTED, State.DRAFTED, (Role.OFFICER,), stage=Stage.REVIEW),
    _reply(State.DRAFTED, Happening.APPROVED, State.APPROVED, (Role.UNIT_HEAD,), second_person=True),
    _reply(State.DRAFTED, Happening.RETURNED, State.EXAMINING, (Role.UNIT_HEAD,)),
    _reply(State.APPROVED, Happening.RECALLED, State.EXAMINING, (Role.OFFICER, Role.UNIT_HEAD)),
    _reply(State.APPROVED, Happening.RECORD_CORRECTED, State.SENT, DESK, documents=(Document.L28,)),
    _reply(State.APPROVED, Happening.RECORD_KEPT, State.SENT, DESK, documents=(Document.L28,)),
    _reply(State.APPROVED, Happening.RECORD_PASSED_ON, State.SENT, DESK, documents=(Document.L27,)),
    _reply(
        State.SENT,
        Happening.SERVED,
        State.SERVED,
        (Role.APPLICANT,),
        entered_by=DESK,
        documents=(Document.L29,),
    ),
    *each(
        (State.SUBMITTED, State.EXAMINING, State.DRAFTED, State.APPROVED),
        _step(
            State.SUBMITTED,
            Happening.WITHDRAWN,
            State.WITHDRAWN,
            (Role.APPLICANT,),
            entered_by=DESK,
        ),
    ),
    *each(
        (State.SERVED, State.WITHDRAWN),
        _step(State.SERVED, Happening.ARCHIVED, State.ARCHIVED, DESK, stage=Stage.ARCHIVE, article="45"),
    ),
)
