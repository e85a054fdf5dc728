"""What is asked of the applicant, and what he asks (补正、说明理由、收费、撤回).

A period that runs out unused has no consequence by itself: the program proposes, an officer confirms.
"""

from __future__ import annotations

from functools import partial

from gongkai.law.documents import Document
from gongkai.law.life_cycle.happenings import Happening
from gongkai.law.life_cycle.procedures import AT_WORK, IN_HAND, NOT_ANSWERED, ClockEffect, Procedure, Stage, State
from gongkai.law.life_cycle.transition import Condition, Transition, each, ended
from gongkai.law.roles import DESK, Role

_APPLICANT = (Role.APPLICANT,)
_OFFICER = (Role.OFFICER,)
_HEAD = (Role.UNIT_HEAD,)
_OVER = (Condition.PERIOD_OVER,)

_correction = partial(Transition, Procedure.CORRECTION, stage=Stage.REVIEW, article="30", during=IN_HAND)

CORRECTION = (
    Transition(
        Procedure.CORRECTION,
        State.START,
        Happening.CORRECTION_ASKED,
        State.ASKED,
        _OFFICER,
        stage=Stage.REVIEW,
        article="30",
        clock=ClockEffect.STOPS,
        convention="late_correction_notice",
        documents=(Document.L03,),
        during=AT_WORK,
        requires=(Condition.ONLY_ONCE, Condition.NOT_ORDERED),
    ),
    _correction(
        State.ASKED,
        Happening.CORRECTION_NOTICE_SERVED,
        State.WAITING,
        _APPLICANT,
        entered_by=DESK,
        documents=(Document.L29,),
    ),
    *each(
        (State.ASKED, State.WAITING, State.EXPIRY_PROPOSED, State.EXPIRED),
        _correction(
            State.WAITING,
            Happening.CORRECTION_RECEIVED,
            State.RECEIVED,
            _APPLICANT,
            entered_by=DESK,
            clock=ClockEffect.RESTARTS,
            convention="late_correction_notice",
        ),
    ),
    _correction(State.WAITING, Happening.EXPIRY_PROPOSED, State.EXPIRY_PROPOSED, (Role.SYSTEM,), requires=_OVER),
    *each(
        (State.WAITING, State.EXPIRY_PROPOSED),
        _correction(State.WAITING, Happening.EXPIRY_CONFIRMED, State.EXPIRED, _OFFICER, requires=_OVER),
    ),
    *each(
        (State.EXPIRY_PROPOSED, State.EXPIRED),
        _correction(State.EXPIRED, Happening.TIME_GRANTED, State.WAITING, _OFFICER),
    ),
    *ended(Procedure.CORRECTION, (State.ASKED, State.WAITING, State.EXPIRY_PROPOSED)),
)

_reasons = partial(Transition, Procedure.REASONS, article="35", during=IN_HAND)

REASONS = (
    Transition(
        Procedure.REASONS,
        State.START,
        Happening.REASON_ASKED,
        State.WAITING,
        _OFFICER,
        article="35",
        convention="reasons_pause_clock",
        documents=(Document.L04,),
        during=AT_WORK,
        requires=(Condition.ONLY_ONCE,),
    ),
    *each(
        (State.WAITING, State.EXPIRY_PROPOSED, State.EXPIRED),
        _reasons(
            State.WAITING,
            Happening.REASON_GIVEN,
            State.GIVEN,
            _APPLICANT,
            entered_by=DESK,
            convention="reasons_pause_clock",
        ),
    ),
    _reasons(State.WAITING, Happening.EXPIRY_PROPOSED, State.EXPIRY_PROPOSED, (Role.SYSTEM,), requires=_OVER),
    *each(
        (State.WAITING, State.EXPIRY_PROPOSED),
        _reasons(State.WAITING, Happening.EXPIRY_CONFIRMED, State.EXPIRED, _OFFICER, requires=_OVER),
    ),
    _reasons(State.EXPIRY_PROPOSED, Happening.TIME_GRANTED, State.WAITING, _OFFICER),
    _reasons(State.GIVEN, Happening.REASON_ACCEPTED, State.ACCEPTED, _OFFICER),
    _reasons(State.GIVEN, Happening.REASON_REJECTED, State.REJECTED, _OFFICER),
    _reasons(
        State.ACCEPTED,
        Happening.DELAY_SET,
        State.DELAYED,
        _HEAD,
        clock=ClockEffect.SETS,
        documents=(Document.L05,),
        requires=(Condition.NOT_OVERDUE, Condition.NOT_ORDERED),
    ),
    *ended(Procedure.REASONS, (State.WAITING, State.EXPIRY_PROPOSED, State.GIVEN)),
)

_fee = partial(Transition, Procedure.FEE, article="42", during=IN_HAND)
_payment = partial(Transition, Procedure.FEE, article="payment", during=IN_HAND)

FEE = (
    Transition(
        Procedure.FEE,
        State.START,
        Happening.FEE_PROPOSED,
        State.PROPOSED,
        _OFFICER,
        article="42",
        convention="charge_fees",
        during=AT_WORK,
        requires=(Condition.FEES_CHARGED, Condition.ONLY_ONCE),
    ),
    _fee(State.PROPOSED, Happening.FEE_APPROVED, State.APPROVED, _HEAD),
    _fee(State.PROPOSED, Happening.FEE_REFUSED, State.REFUSED, _HEAD),
    Transition(
        Procedure.FEE,
        State.APPROVED,
        Happening.FEE_ASKED,
        State.ASKED,
        DESK,
        article="fee_notice",
        clock=ClockEffect.STOPS,
        convention="after_payment",
        documents=(Document.L12,),
        during=IN_HAND,
        requires=(Condition.NOT_OVERDUE, Condition.NOT_ORDERED),
    ),
    _payment(
        State.ASKED,
        Happening.FEE_NOTICE_SERVED,
        State.WAITING,
        _APPLICANT,
        entered_by=DESK,
        documents=(Document.L29,),
    ),
    *each(
        (State.ASKED, State.WAITING, State.EXPIRY_PROPOSED),
        _payment(
            State.WAITING,
            Happening.FEE_PAID,
            State.PAID,
            _APPLICANT,
            entered_by=DESK,
            clock=ClockEffect.RESTARTS,
            convention="after_payment",
        ),
    ),
    _payment(State.WAITING, Happening.EXPIRY_PROPOSED, State.EXPIRY_PROPOSED, (Role.SYSTEM,), requires=_OVER),
    *each(
        (State.WAITING, State.EXPIRY_PROPOSED),
        _payment(State.WAITING, Happening.EXPIRY_CONFIRMED, State.EXPIRED, _OFFICER, requires=_OVER),
    ),
    *ended(Procedure.FEE, (State.PROPOSED, State.APPROVED, State.ASKED, State.WAITING, State.EXPIRY_PROPOSED)),
    *ended(Procedure.FEE, (State.PROPOSED, State.APPROVED), (Happening.ANSWERED,)),
)

_withdrawal = partial(Transition, Procedure.WITHDRAWAL, article="practice", during=NOT_ANSWERED)

WITHDRAWAL = (
    _withdrawal(
        State.START,
        Happening.WITHDRAWAL_ASKED,
        State.ASKED,
        _APPLICANT,
        entered_by=DESK,
        requires=(Condition.NONE_OPEN,),
    ),
    _withdrawal(State.ASKED, Happening.WITHDRAWAL_DROPPED, State.DROPPED, _APPLICANT, entered_by=DESK),
    Transition(Procedure.WITHDRAWAL, State.ASKED, Happening.WITHDRAWN, State.WITHDRAWN, article="practice"),
    *ended(
        Procedure.WITHDRAWAL,
        (State.ASKED,),
        (Happening.ANSWERED, Happening.LAPSED, Happening.REOPENED, Happening.SET_ASIDE),
    ),
)
