"""A whole case: what a step makes of it, what keeps it from being done, and what a role has before it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from gongkai.errors import NotAllowed
from gongkai.law.conventions import Conventions, LeaderApproval, OrderedPeriod
from gongkai.law.life_cycle.course import advance, choices, replay
from gongkai.law.life_cycle.docket import Docket, Move, Side
from gongkai.law.life_cycle.happenings import Happening
from gongkai.law.life_cycle.procedures import Procedure, State
from gongkai.law.life_cycle.transition import Mark
from gongkai.law.outcomes.outcome import Outcome
from gongkai.law.roles import Role
from tests.law.life_cycle.cases import (
    HEAD,
    LEGAL,
    OFFICER,
    SECRECY,
    consulted,
    correcting,
    done,
    drafted,
    examining,
    in_review,
    over,
    sealed,
    served,
    submitted,
)

CHARGING = Conventions(charge_fees=True)


def reason(docket: Docket, event: str, role: Role = Role.OFFICER, on: str = "request", **more) -> str:
    with pytest.raises(NotAllowed) as refusal:
        done(docket, event, role, on, **more)
    return refusal.value.reason


def state(docket: Docket, procedure: str, name: str = "1") -> State:
    return next(side.state for side in docket.sides if side.procedure == procedure and side.name == name)


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
        "现在可以：签收或者实际收到、与申请人确认、登记、不作登记、撤回申请"
    )


# Drafts, reviews, approval.


def test_nobody_judges_his_own_draft() -> None:
    docket = in_review(Outcome.NOT_RESPONSIBLE)
    told = "起草的人不能审核、批准自己的草稿，请由另一人办理；没有其他人的，报请分管领导"
    assert reason(docket, "approved", Role.UNIT_HEAD, person=OFFICER) == told
    assert reason(docket, "reviewed", Role.REVIEWER, person=OFFICER) == told
    assert reason(docket, "legal_reviewed", Role.LEGAL_REVIEWER, person=OFFICER) == told
    assert reason(docket, "secrecy_reviewed", Role.SECRECY_REVIEWER, person=OFFICER) == told
    assert done(docket, "approved", Role.UNIT_HEAD, person=HEAD).state is State.APPROVED
    assert done(docket, "approved", Role.UNIT_HEAD).state is State.APPROVED


def test_whoever_is_both_officer_and_head_refers_the_draft_to_the_leader() -> None:
    docket = done(in_review(Outcome.NOT_RESPONSIBLE), "referred", Role.UNIT_HEAD, person=OFFICER)
    assert docket.state is State.WITH_LEADER
    assert "自己的草稿" in reason(docket, "leader_approved", Role.LEADER, person=OFFICER)
    assert done(docket, "leader_approved", Role.LEADER, person=HEAD).state is State.APPROVED


def test_a_draft_by_somebody_unknown_is_judged_by_anybody() -> None:
    docket = done(done(examining(), "drafted", outcomes=(Outcome.PETITION,)), "submitted_for_review")
    assert docket.drafted_by == ""
    assert done(docket, "approved", Role.UNIT_HEAD).state is State.APPROVED


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        (Outcome.GRANTED, "结论“予以公开”还没有通过保密审查"),
        (Outcome.INTERNAL_AFFAIRS, "结论“属于内部事务信息”还没有通过法制审核"),
        (
            Outcome.PARTLY_GRANTED,
            "结论“部分公开”还没有通过法制审核；结论“部分公开”还没有通过保密审查",
        ),
        (
            Outcome.STATE_SECRET,
            "结论“属于国家秘密”还没有通过法制审核；结论“属于国家秘密”还没有通过保密审查",
        ),
    ],
)
def test_what_gives_or_refuses_information_is_reviewed_before_it_is_approved(outcome: Outcome, told: str) -> None:
    docket = in_review(outcome)
    assert reason(docket, "approved", Role.UNIT_HEAD) == told
    assert reason(docket, "referred", Role.UNIT_HEAD) == told
    docket = done(docket, "legal_reviewed", Role.LEGAL_REVIEWER, person=LEGAL)
    docket = done(docket, "secrecy_reviewed", Role.SECRECY_REVIEWER, person=SECRECY)
    assert docket.marks == {Mark.LEGAL_REVIEWED, Mark.SECRECY_REVIEWED}
    assert done(docket, "approved", Role.UNIT_HEAD, person=HEAD).state is State.APPROVED


def test_a_draft_that_was_returned_or_changed_is_reviewed_anew() -> None:
    docket = done(in_review(Outcome.GRANTED), "secrecy_reviewed", Role.SECRECY_REVIEWER)
    assert done(docket, "returned", Role.REVIEWER).marks == frozenset()
    assert done(docket, "recalled").marks == frozenset()
    assert done(docket, "returned", Role.UNIT_HEAD).state is State.DRAFTED
    redrafted = done(done(docket, "recalled"), "drafted", outcomes=(Outcome.GRANTED,), person=HEAD)
    assert (redrafted.marks, redrafted.drafted_by) == (frozenset(), HEAD)


@pytest.mark.parametrize(
    ("chosen", "outcome", "needed"),
    [
        (LeaderApproval.WHEN_REFERRED, Outcome.INTERNAL_AFFAIRS, False),
        (LeaderApproval.REFUSALS, Outcome.INTERNAL_AFFAIRS, True),
        (LeaderApproval.REFUSALS, Outcome.PARTLY_GRANTED, True),
        (LeaderApproval.REFUSALS, Outcome.GRANTED, False),
        (LeaderApproval.REFUSALS, Outcome.NOT_RESPONSIBLE, False),
        (LeaderApproval.ALL, Outcome.NOT_RESPONSIBLE, True),
    ],
)
def test_which_replies_the_leader_approves_is_a_convention(chosen, outcome, needed) -> None:
    conventions = Conventions(leader_approval=chosen)
    docket = replace(in_review(outcome), marks=frozenset(Mark))
    if needed:
        told = reason(docket, "approved", Role.UNIT_HEAD, conventions=conventions)
        assert told == "按本地口径，这一结论要由分管领导批准，请报请分管领导"
    else:
        assert done(docket, "approved", Role.UNIT_HEAD, conventions=conventions).state is State.APPROVED
    assert done(docket, "referred", Role.UNIT_HEAD, conventions=conventions).state is State.WITH_LEADER


# What an outcome asks for.


def test_that_nothing_exists_can_only_be_said_after_a_search() -> None:
    docket = drafted(Outcome.NOT_EXISTING)
    told = "结论“政府信息不存在”要以检索为前提，请先登记检索的范围、方法和时间"
    assert reason(docket, "submitted_for_review") == told
    assert done(done(docket, "searched"), "submitted_for_review").state is State.IN_REVIEW
    assert reason(replace(sealed(Outcome.PETITION), outcomes=(Outcome.NOT_EXISTING,)), "answered") == told


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        (Outcome.STILL_UNCLEAR, "结论“补正后仍不明确”要求“补正”已经是“已补正”，现在没有进行"),
        (Outcome.NOT_CORRECTED, "结论“无正当理由逾期不补正”要求“补正”已经是“逾期未补正”，现在没有进行"),
        (Outcome.FEE_UNPAID, "结论“逾期不缴纳信息处理费”要求“收费”已经是“逾期未缴费”，现在没有进行"),
        (
            Outcome.EXCESSIVE,
            "结论“无正当理由大量反复申请”要求“说明理由”已经是“理由不合理”或者“逾期未说明”，现在没有进行",
        ),
        (
            Outcome.THIRD_PARTY_RIGHTS,
            (
                "结论“保护第三方合法权益”要求“征求第三方意见”已经是“反对有合理理由”或者"
                "“逾期未提出意见”或者“无法送达”，现在没有进行"
            ),
        ),
    ],
)
def test_an_outcome_asks_for_the_procedure_that_leads_to_it(outcome: Outcome, told: str) -> None:
    assert reason(drafted(outcome), "submitted_for_review") == told


def test_the_state_that_a_procedure_has_instead_is_told() -> None:
    docket = drafted(Outcome.THIRD_PARTY_RIGHTS, start=consulted(start=consulted()))
    assert reason(docket, "submitted_for_review").endswith("，现在是“等待意见”")
    one = done(docket, "consultation_answered", on="third_party", name="1")
    assert reason(one, "submitted_for_review").endswith("，现在是“意见待认定”、“等待意见”")
    unreachable = done(done(examining(), "consulted", on="third_party"), "undeliverable", on="third_party")
    assert in_review(Outcome.THIRD_PARTY_RIGHTS, start=unreachable).state is State.IN_REVIEW


def test_whether_a_third_party_must_be_asked_first_is_a_convention() -> None:
    docket = drafted(Outcome.THIRD_PARTY_RIGHTS)
    waived = Conventions(third_party_asked_first=False)
    assert done(docket, "submitted_for_review", conventions=waived).state is State.IN_REVIEW


def test_what_a_third_party_reasonably_opposes_is_not_simply_granted() -> None:
    docket = done(consulted(), "consultation_answered", on="third_party")
    docket = done(docket, "objection_upheld", on="third_party")
    told = (
        "第三方的反对已经认定有合理理由，不能全部予以公开；"
        "因公共利益确需公开的，先登记“因公共利益决定公开”并告知第三方"
    )
    assert reason(drafted(Outcome.GRANTED, start=docket), "submitted_for_review") == told
    assert in_review(Outcome.PARTLY_GRANTED, start=docket).state is State.IN_REVIEW
    assert in_review(Outcome.GRANTED, Outcome.THIRD_PARTY_RIGHTS, start=docket).state is State.IN_REVIEW
    overridden = done(docket, "overridden", Role.LEADER, on="third_party")
    assert in_review(Outcome.GRANTED, start=overridden).state is State.IN_REVIEW


def test_a_lapse_is_no_answer_and_an_answer_no_lapse() -> None:
    docket = sealed(Outcome.PETITION)
    assert reason(docket, "lapsed") == "结论“信访、投诉、举报”不能这样办结，应当“作出答复”"
    correction = done(over(correcting(), "correction"), "expiry_confirmed", on="correction")
    docket = sealed(Outcome.NOT_CORRECTED, start=correction)
    assert reason(docket, "answered") == "结论“无正当理由逾期不补正”不能这样办结，应当“视为放弃”"
    assert done(docket, "lapsed").state is State.SENT
    assert reason(examining(), "drafted", outcomes=(Outcome.WITHDRAWN,)) == (
        "结论“申请人撤回申请”不能这样办结，应当“撤回申请”"
    )
    assert reason(examining(), "drafted") == "还没有拟定结论"


def test_every_outcome_of_several_is_looked_at() -> None:
    docket = drafted(Outcome.NOT_EXISTING, Outcome.EXCESSIVE)
    told = reason(docket, "submitted_for_review")
    assert told.startswith("结论“政府信息不存在”要以检索为前提")
    assert "；结论“无正当理由大量反复申请”要求" in told


# What is open at the side.


def test_the_reply_waits_for_a_third_party_until_the_period_is_over() -> None:
    docket = sealed(Outcome.GRANTED, start=consulted())
    assert reason(docket, "answered") == (
        "“征求第三方意见”的状态是“等待意见”，还不能“作出答复”："
        "请登记送达，等待第三方的意见并作认定，或者等待十五个工作日期满；无法送达的，登记“无法送达”"
    )
    sent = done(over(docket, "third_party"), "answered")
    assert (sent.state, state(sent, "third_party")) == (State.SENT, State.EXPIRED)
    proposed = done(over(docket, "third_party"), "expiry_proposed", Role.SYSTEM, on="third_party")
    assert state(done(proposed, "answered"), "third_party") is State.EXPIRED


def test_the_reply_waits_for_a_letter_to_be_delivered_and_for_an_opinion_to_be_weighed() -> None:
    letter = done(examining(), "consulted", on="third_party")
    assert "“已发出”" in reason(over(sealed(Outcome.GRANTED, start=letter), "third_party"), "answered")
    opinion = done(consulted(), "consultation_answered", Role.THIRD_PARTY, on="third_party")
    docket = sealed(Outcome.GRANTED, start=opinion)
    assert "“意见待认定”" in reason(docket, "answered")
    assert done(done(docket, "consent_found", on="third_party"), "answered").state is State.SENT


def test_the_reply_waits_for_a_co_producer_but_not_for_other_organs_or_units() -> None:
    docket = sealed(Outcome.GRANTED, start=consulted("co_producer"))
    assert reason(docket, "answered") == (
        "“征求共同制作机关意见”的状态是“等待意见”，还不能“作出答复”："
        "请登记送达，等待意见，或者等待十五个工作日期满"
    )
    assert state(done(over(docket, "co_producer"), "answered"), "co_producer") is State.EXPIRED
    letter = done(examining(), "consulted", on="co_producer")
    assert "“已发出”" in reason(over(sealed(Outcome.GRANTED, start=letter), "co_producer"), "answered")
    docket = done(consulted("other_organ"), "assistance_asked", on="assistance")
    sent = done(sealed(Outcome.GRANTED, start=docket), "answered")
    assert (state(sent, "other_organ"), state(sent, "assistance")) == (State.ENDED, State.ENDED)


def test_the_reply_waits_for_a_correction_and_for_reasons() -> None:
    docket = sealed(Outcome.PETITION, start=correcting())
    assert reason(docket, "answered") == (
        "“补正”的状态是“等待补正”，还不能“作出答复”：请等待申请人补正，或者期满后确认逾期"
    )
    assert reason(over(docket, "correction"), "answered") == reason(docket, "answered")
    corrected = done(docket, "correction_received", Role.APPLICANT, on="correction")
    assert done(corrected, "answered").state is State.SENT
    asked = done(examining(), "reason_asked", on="reasons")
    docket = sealed(Outcome.PETITION, start=asked)
    told = "请等待申请人说明理由并作认定，或者期满后确认逾期"
    assert reason(docket, "answered") == f"“说明理由”的状态是“等待说明理由”，还不能“作出答复”：{told}"
    given = done(docket, "reason_given", Role.APPLICANT, on="reasons")
    assert reason(given, "answered") == f"“说明理由”的状态是“理由待认定”，还不能“作出答复”：{told}"
    assert done(done(given, "reason_accepted", on="reasons"), "answered").state is State.SENT


def asked_to_pay() -> Docket:
    docket = done(examining(), "fee_proposed", on="fee", conventions=CHARGING)
    docket = done(docket, "fee_approved", Role.UNIT_HEAD, on="fee")
    return done(done(docket, "fee_asked", on="fee"), "fee_notice_served", on="fee")


def test_the_reply_waits_for_the_fee_and_never_comes_where_it_was_not_paid() -> None:
    docket = sealed(Outcome.NOT_RESPONSIBLE, start=asked_to_pay())
    assert reason(docket, "answered") == (
        "“收费”的状态是“等待缴费”，还不能“作出答复”：请等待申请人缴费；逾期未缴的，告知不再处理"
    )
    assert done(done(docket, "fee_paid", Role.APPLICANT, on="fee"), "answered").state is State.SENT
    unpaid = done(over(docket, "fee"), "expiry_confirmed", on="fee")
    assert "“逾期未缴费”" in reason(unpaid, "answered")
    told = sealed(Outcome.FEE_UNPAID, start=done(unpaid, "recalled"))
    assert done(told, "lapsed").state is State.SENT


def test_a_fee_that_nobody_was_asked_for_ends_with_the_reply() -> None:
    docket = done(examining(), "fee_proposed", on="fee", conventions=CHARGING)
    sent = done(sealed(Outcome.NOT_RESPONSIBLE, start=docket), "answered")
    assert state(sent, "fee") is State.ENDED


def test_all_that_stands_in_the_way_is_told_at_once() -> None:
    docket = sealed(Outcome.GRANTED, start=consulted("co_producer", start=consulted()))
    told = reason(docket, "answered")
    assert told.count("；“") == 1
    assert told.index("征求第三方意见") < told.index("征求共同制作机关意见")


def test_fees_are_for_offices_that_charge_them() -> None:
    assert reason(examining(), "fee_proposed", on="fee") == (
        "本机关不收取信息处理费；确需收取的，先在本地口径中改为收取"
    )


# Once, in time, one at a time.


def test_an_applicant_is_told_once_what_to_correct() -> None:
    docket = done(correcting(), "correction_received", Role.APPLICANT, on="correction")
    assert reason(docket, "correction_asked", on="correction") == "“补正”只能办一次，本申请已经办过"


def test_an_extension_is_agreed_once_told_in_time_and_asked_again_only_where_it_was_refused() -> None:
    asked = done(examining(), "extension_proposed", on="extension")
    assert reason(asked, "extension_proposed", on="extension") == "“延期”只能办一次，本申请已经办过"
    refused = done(asked, "extension_refused", Role.UNIT_HEAD, on="extension")
    again = done(refused, "extension_proposed", on="extension")
    assert [side.state for side in again.sides] == [State.REFUSED, State.PROPOSED]
    agreed = done(again, "extension_approved", Role.UNIT_HEAD, on="extension")
    late = replace(agreed, may_be_extended=False)
    assert reason(late, "extended", on="extension") == "已经来不及告知延期，请在期限内作出答复"
    extended = done(agreed, "extended", on="extension")
    assert [side.state for side in extended.sides] == [State.REFUSED, State.EXTENDED]


def test_what_is_bound_to_the_running_period_is_not_done_after_it() -> None:
    late = replace(examining(), is_overdue=True)
    fee = done(late, "fee_proposed", on="fee", conventions=CHARGING)
    fee = done(fee, "fee_approved", Role.UNIT_HEAD, on="fee")
    assert reason(fee, "fee_asked", on="fee") == "答复期限已经届满，不能再“收费通知”，请尽快作出答复"
    docket = done(late, "reason_asked", on="reasons")
    docket = done(done(docket, "reason_given", on="reasons"), "reason_accepted", on="reasons")
    told = reason(docket, "delay_set", Role.UNIT_HEAD, on="reasons")
    assert told == "答复期限已经届满，不能再“确定延迟答复期限”，请尽快作出答复"


def test_a_period_lapses_when_it_is_over_and_an_officer_says_so() -> None:
    docket = correcting()
    told = "所给期限还没有届满，或者没有登记送达，请等待期满"
    assert reason(docket, "expiry_proposed", Role.SYSTEM, on="correction") == told
    assert reason(docket, "expiry_confirmed", on="correction") == told
    proposed = done(over(docket, "correction"), "expiry_proposed", Role.SYSTEM, on="correction")
    assert state(proposed, "correction") is State.EXPIRY_PROPOSED
    assert reason(proposed, "lapsed").startswith("“政府信息公开申请”的状态是“审核中”，不能“视为放弃”")
    assert state(done(proposed, "time_granted", on="correction"), "correction") is State.WAITING
    expired = done(over(proposed, "correction"), "expiry_confirmed", on="correction")
    assert state(expired, "correction") is State.EXPIRED
    late = done(expired, "correction_received", Role.APPLICANT, on="correction")
    assert state(late, "correction") is State.RECEIVED


def test_a_withdrawal_is_asked_for_and_then_confirmed() -> None:
    docket = consulted()
    assert reason(docket, "withdrawn", Role.APPLICANT) == "还没有登记申请人提出撤回，请先登记"
    asked = done(docket, "withdrawal_asked", Role.APPLICANT, on="withdrawal")
    assert reason(asked, "withdrawal_asked", Role.APPLICANT, on="withdrawal") == "“撤回申请”正在进行，请先办结"
    gone = done(asked, "withdrawn", Role.APPLICANT)
    assert gone.state is State.WITHDRAWN
    assert (state(gone, "withdrawal"), state(gone, "third_party")) == (State.WITHDRAWN, State.ENDED)
    assert done(gone, "archived").is_over
    kept = done(asked, "withdrawal_dropped", Role.APPLICANT, on="withdrawal")
    assert "还没有登记" in reason(kept, "withdrawn", Role.APPLICANT)
    assert state(done(kept, "withdrawal_asked", on="withdrawal"), "withdrawal", "2") is State.ASKED


def test_a_withdrawal_that_nobody_confirms_does_not_keep_the_reply() -> None:
    docket = done(sealed(Outcome.PETITION), "withdrawal_asked", on="withdrawal")
    assert state(done(docket, "answered"), "withdrawal") is State.ENDED


def test_a_step_at_the_side_has_its_time_in_the_course_of_the_request() -> None:
    assert reason(sealed(Outcome.PETITION), "correction_asked", on="correction") == (
        "申请的状态是“待发出”，不能“补正告知”；在“审核中”或者“办理中”或者“已拟稿”时可以"
    )
    assert state(done(submitted(), "forwarded", on="transfer"), "transfer") is State.FORWARDED


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
    late = replace(again, is_overdue=True)
    twice = done(late, "reopened", Role.AUTHORITY)
    assert twice.turn == 2
    assert [(side.name, side.turn, side.state) for side in twice.sides] == [
        ("1", 1, State.ENDED),
        ("2", 2, State.ORDERED),
    ]


def test_an_order_to_answer_is_for_a_request_that_is_overdue() -> None:
    docket = consulted()
    assert reason(docket, "reopened", Role.AUTHORITY) == "答复期限还没有届满，责令答复不适用"
    ordered = done(replace(docket, is_overdue=True), "reopened", Role.AUTHORITY)
    assert (ordered.state, ordered.turn) == (State.EXAMINING, 1)
    assert (state(ordered, "third_party"), state(ordered, "re_reply")) == (State.ENDED, State.ORDERED)


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
    officer = offered(docket, Role.OFFICER)
    assert [event for event, reasons in officer.items() if not reasons] == [
        "assigned",
        "accepted",
        "searched",
        "drafted",
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
