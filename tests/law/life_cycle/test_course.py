"""A whole case: what a step makes of it, what a role has before it, and a history again."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from gongkai.errors import NotAllowed
from gongkai.law.conventions import Conventions, LeaderApproval, OrderedPeriod
from gongkai.law.life_cycle.course import advance, choices, replay
from gongkai.law.life_cycle.docket import Docket, Move, Side
from gongkai.law.life_cycle.happenings import Happening
from gongkai.law.life_cycle.procedures import Procedure, State
from gongkai.law.outcomes.outcome import Outcome
from gongkai.law.roles import Role
from tests.law.life_cycle.cases import (
    HEAD,
    OFFICER,
    consulted,
    correcting,
    done,
    examining,
    in_review,
    over,
    reason,
    sealed,
    served,
    state,
    submitted,
)

CHARGING = Conventions(charge_fees=True)


def test_a_request_goes_from_its_submission_to_the_archive() -> None:
    docket = served(Outcome.NOT_RESPONSIBLE)
    assert docket.state is State.SERVED
    assert not docket.is_over
    docket = done(docket, "archived", Role.LIAISON)
    assert (docket.state, docket.is_over, docket.outcomes) == (State.ARCHIVED, True, (Outcome.NOT_RESPONSIBLE,))
    assert docket.sides == ()


def test_what_is_public_is_answered_on_the_spot_by_the_officer_alone() -> None:
    docket = done(examining(), "answered", outcomes=(Outcome.ALREADY_PUBLIC,), person=OFFICER)
    assert (docket.state, docket.outcomes, docket.drafted_by) == (
        State.SENT,
        (Outcome.ALREADY_PUBLIC,),
        OFFICER,
    )
    assert reason(examining(), "answered", outcomes=(Outcome.GRANTED,)) == (
        "结论“予以公开”不能这样办结，应当“拟稿”"
    )
    assert reason(examining(), "answered") == "还没有拟定结论"


def test_work_begins_when_the_day_of_receipt_is_known() -> None:
    docket = done(submitted(), "registered")
    told = "收到申请之日还没有确定，请先登记签收，或者与申请人确认"
    assert reason(docket, "assigned") == told
    assert reason(docket, "acknowledged") == told
    assert done(replace(docket, is_received=True), "acknowledged").state is State.REGISTERED


def test_a_refusal_of_the_table_and_one_of_the_case_are_the_same_error() -> None:
    assert reason(submitted(), "archived") == (
        "“政府信息公开申请”的状态是“待登记”，不能“归档”；"
        "现在可以：签收或者实际收到、与申请人确认、登记、不作登记、撤回申请、责令重新答复"
    )


# Set aside, ordered, reopened.


def test_what_is_set_aside_takes_along_what_is_open() -> None:
    docket = done(done(submitted(), "forwarded", on="transfer"), "withdrawal_asked", on="withdrawal")
    gone = done(docket, "set_aside", Role.UNIT_HEAD)
    assert gone.is_over
    assert {side.state for side in gone.sides} == {State.ENDED}
    assert state(done(gone, "passed_on", on="transfer"), "transfer", "2") is State.PASSED_ON


def test_an_order_opens_an_archived_request_again() -> None:
    docket = done(done(served(Outcome.GRANTED), "archived"), "publication_suggested", on="publication")
    again = done(docket, "reopened", Role.AUTHORITY)
    assert (again.state, again.turn, again.marks) == (State.HANDLING, 1, frozenset())
    assert (state(again, "re_reply"), state(again, "publication")) == (State.ORDERED, State.PROPOSED)
    answered = done(sealed(Outcome.INTERNAL_AFFAIRS, start=again), "answered")
    assert state(answered, "re_reply") is State.ANSWERED
    assert answered.outcomes == (Outcome.INTERNAL_AFFAIRS,)


def test_a_second_order_follows_the_first() -> None:
    again = done(served(Outcome.GRANTED), "reopened")
    twice = done(again, "reopened", Role.AUTHORITY)
    assert twice.turn == 2
    assert [(side.name, side.turn, side.state) for side in twice.sides] == [
        ("1", 1, State.ENDED),
        ("2", 2, State.ORDERED),
    ]


def test_an_order_to_answer_leaves_a_request_that_is_in_hand_where_it_is() -> None:
    ordered = done(consulted(), "reopened", Role.AUTHORITY)
    assert (ordered.state, ordered.turn) == (State.EXAMINING, 1)
    assert (state(ordered, "third_party"), state(ordered, "re_reply")) == (State.ENDED, State.ORDERED)
    assert done(submitted(), "reopened", Role.AUTHORITY).state is State.SUBMITTED


def test_within_an_ordered_period_the_usual_delays_are_closed_unless_a_convention_opens_them() -> None:
    again = replace(done(served(Outcome.GRANTED), "reopened"), may_be_extended=True)
    told = "复议机关或者法院责令的答复期限内不能“提出延期”"
    assert reason(again, "extension_proposed", on="extension") == told
    assert reason(again, "correction_asked", on="correction").endswith("不能“补正告知”")
    statutory = Conventions(ordered_period=OrderedPeriod.STATUTORY)
    done(again, "extension_proposed", on="extension", conventions=statutory)
    answered = done(sealed(Outcome.PETITION, start=again), "answered")
    assert not any(side.is_open for side in answered.sides)


def test_what_can_be_done_once_can_be_done_once_more_after_an_order() -> None:
    docket = done(correcting(), "correction_received", on="correction")
    answered = done(sealed(Outcome.STILL_UNCLEAR, start=docket), "answered")
    again = done(answered, "reopened")
    statutory = Conventions(ordered_period=OrderedPeriod.STATUTORY)
    second = done(again, "correction_asked", on="correction", conventions=statutory)
    assert [(side.name, side.turn) for side in second.sides_of(Procedure.CORRECTION)] == [("1", 0), ("2", 1)]
    assert in_review(Outcome.STILL_UNCLEAR, start=again).state is State.IN_REVIEW


def test_an_objection_that_an_authority_overruled_does_not_bind_the_new_reply() -> None:
    docket = done(consulted(), "consultation_answered", on="third_party")
    docket = done(docket, "objection_upheld", on="third_party")
    answered = done(sealed(Outcome.THIRD_PARTY_RIGHTS, start=docket), "answered")
    assert in_review(Outcome.GRANTED, start=done(answered, "reopened")).state is State.IN_REVIEW


def test_a_request_that_was_set_aside_comes_back_by_order_and_is_not_set_aside_again() -> None:
    docket = done(done(submitted(), "set_aside", Role.UNIT_HEAD), "reopened", Role.AUTHORITY)
    assert docket.state is State.SUBMITTED
    assert reason(docket, "set_aside", Role.UNIT_HEAD) == (
        "“重新答复”的状态是“待重新答复”，还不能“不作登记”：应当重新答复"
    )


def test_a_reply_that_did_not_arrive_is_sent_again_and_a_slip_of_the_pen_corrected() -> None:
    docket = done(done(sealed(Outcome.PETITION), "answered"), "service_failed")
    assert done(docket, "archived").state is State.ARCHIVED
    docket = done(done(docket, "resent"), "served", Role.APPLICANT)
    assert done(docket, "reply_corrected", Role.UNIT_HEAD).state is State.SENT


# Which of several.


def test_consultations_of_all_kinds_are_told_apart_by_name() -> None:
    docket = done(examining(), "consulted", on="third_party")
    docket = done(docket, "consulted", on="third_party", name="甲")
    docket = done(docket, "consulted", on="co_producer")
    assert [(side.procedure.value, side.name) for side in docket.sides] == [
        ("third_party", "1"),
        ("third_party", "甲"),
        ("co_producer", "2"),
    ]
    assert reason(docket, "consulted", on="other_organ", name="甲") == (
        "本申请已经有编号为“甲”的“征求第三方意见”，请另编一个号"
    )
    assert reason(docket, "consultation_delivered", on="third_party") == (
        "本申请有几个“征求第三方意见”，请写明是哪一个：1、甲"
    )
    assert reason(docket, "consultation_delivered", on="third_party", name="2") == (
        "本申请没有编号为“2”的“征求第三方意见”"
    )
    delivered = done(docket, "consultation_delivered", on="third_party", name="甲")
    assert (state(delivered, "third_party", "甲"), state(delivered, "third_party", "1")) == (
        State.WAITING,
        State.SENT,
    )
    answered = done(delivered, "undeliverable", on="third_party")
    assert state(answered, "third_party", "1") is State.UNREACHABLE


def test_a_step_for_what_never_began_is_refused_by_the_table() -> None:
    assert reason(examining(), "correction_received", on="correction") == (
        "“补正”的状态是“开始”，不能“收到补正”；现在可以：补正告知"
    )
    assert reason(examining(), "correction_received", on="correction", name="1") == "本申请没有编号为“1”的“补正”"


def test_a_step_for_what_is_over_is_refused_by_the_table() -> None:
    docket = done(correcting(), "correction_received", on="correction")
    assert reason(docket, "correction_received", on="correction") == (
        "“补正”的状态是“已补正”，不能“收到补正”；现在没有可以办理的事项"
    )


def test_a_case_of_one_kind_has_no_steps_of_the_other() -> None:
    assert reason(examining(), "record_kept", on="record_correction") == "“政府信息公开申请”不办理“更正申请”"
    record = Docket(procedure=Procedure.RECORD_CORRECTION)
    record = done(record, "record_correction_asked", Role.APPLICANT, on="record_correction")
    assert reason(record, "consulted", on="third_party") == "“更正申请”不办理“征求第三方意见”"
    assert reason(record, "registered") == "“更正申请”不办理“政府信息公开申请”"


def test_a_correction_of_records_goes_its_own_way() -> None:
    record = Docket(procedure=Procedure.RECORD_CORRECTION)
    for event, role in (
        ("record_correction_asked", Role.APPLICANT),
        ("registered", Role.LIAISON),
        ("drafted", Role.OFFICER),
    ):
        record = done(record, event, role, on="record_correction", person=OFFICER)
    assert (record.state, record.drafted_by) == (State.DRAFTED, OFFICER)
    assert "自己的草稿" in reason(record, "approved", Role.UNIT_HEAD, on="record_correction", person=OFFICER)
    record = done(record, "approved", Role.UNIT_HEAD, on="record_correction", person=HEAD)
    assert record.drafted_by == OFFICER
    record = done(done(record, "record_corrected", on="record_correction"), "served", on="record_correction")
    assert done(record, "archived", on="record_correction").is_over
    assert [choice.transition.event.value for choice in choices(record, Role.OFFICER)] == ["archived"]


# What a page offers.


def offered(docket: Docket, role: Role, **more) -> dict[str, tuple[str, ...]]:
    return {f"{choice.transition.event}{choice.name}": choice.reasons for choice in choices(docket, role, **more)}


def test_a_page_offers_what_a_role_may_do_with_what_speaks_against_it() -> None:
    docket = replace(consulted(), may_be_extended=False)
    assert offered(docket, Role.THIRD_PARTY) == {"consultation_answered1": ()}
    assert offered(docket, Role.SUPERVISOR) == {"urged": ()}
    assert offered(docket, Role.SYSTEM) == {
        "expiry_proposed1": ("所给期限还没有届满，或者没有登记送达，请等待期满",),
        "publication_suggested": (),
    }
    assert offered(over(docket, "third_party"), Role.SYSTEM)["expiry_proposed1"] == ()
    officer = offered(docket, Role.OFFICER)
    assert [event for event, reasons in officer.items() if not reasons] == [
        "assigned",
        "accepted",
        "searched",
        "drafted",
        "reopened",
        "consultation_answered1",
        "correction_asked",
        "reason_asked",
        "consulted",
        "assistance_asked",
        "forwarded",
        "withdrawal_asked",
        "publication_suggested",
    ]
    assert officer["extension_proposed"] == ("已经来不及告知延期，请在期限内作出答复",)
    assert officer["answered"][0].startswith("“征求第三方意见”的状态是“等待意见”，还不能“作出答复”")
    assert officer["withdrawn"] == ("还没有登记申请人提出撤回，请先登记",)


def test_a_page_knows_the_person_and_the_conventions() -> None:
    docket = in_review(Outcome.PETITION)
    assert [
        choice.is_open
        for choice in choices(docket, Role.UNIT_HEAD, person=OFFICER)
        if choice.transition.second_person
    ] == [False]
    assert offered(docket, Role.UNIT_HEAD, person=HEAD)["approved"] == ()
    all_to_leader = Conventions(leader_approval=LeaderApproval.ALL)
    assert offered(docket, Role.UNIT_HEAD, conventions=all_to_leader)["approved"] != ()
    assert "fee_proposed" in offered(examining(), Role.OFFICER)
    assert offered(examining(), Role.OFFICER, conventions=CHARGING)["fee_proposed"] == ()


def test_a_page_offers_nothing_for_what_the_state_of_the_request_does_not_have() -> None:
    assert offered(served(Outcome.PETITION), Role.OFFICER) == {
        "archived": (),
        "reopened": (),
        "publication_suggested": (),
    }
    assert offered(Docket(), Role.APPLICANT) == {"submitted": ()}


# A history again.


def test_a_history_is_repeated_without_judging_it_again() -> None:
    moves = [
        Move(event=Happening.SUBMITTED, role=Role.APPLICANT),
        Move(event=Happening.REGISTERED, role=Role.OFFICER),
        Move(event=Happening.ASSIGNED, role=Role.UNIT_HEAD),
        Move(event=Happening.CONSULTED, role=Role.OFFICER, procedure=Procedure.THIRD_PARTY, name="甲"),
        Move(event=Happening.DRAFTED, role=Role.OFFICER, outcomes=(Outcome.GRANTED,), person=OFFICER),
        Move(event=Happening.SUBMITTED_FOR_REVIEW, role=Role.OFFICER),
        Move(event=Happening.APPROVED, role=Role.UNIT_HEAD, person=OFFICER),
    ]
    docket = replay(moves)
    assert docket == Docket(
        state=State.APPROVED,
        sides=(Side(procedure=Procedure.THIRD_PARTY, name="甲", state=State.SENT),),
        outcomes=(Outcome.GRANTED,),
        drafted_by=OFFICER,
    )
    sealing = Move(event=Happening.SEALED, role=Role.OFFICER)
    assert replay([sealing], docket).state is State.SEALED
    with pytest.raises(NotAllowed, match="应由工作机构负责人办理"):
        replay([*moves[:-1], Move(event=Happening.APPROVED, role=Role.OFFICER)])


def test_a_step_that_is_allowed_gives_the_same_as_its_history() -> None:
    docket = consulted()
    move = Move(event=Happening.CONSULTATION_ANSWERED, role=Role.THIRD_PARTY, procedure=Procedure.THIRD_PARTY)
    assert advance(docket, move) == replay([move], docket)
