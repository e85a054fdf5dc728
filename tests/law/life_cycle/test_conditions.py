"""What must hold before a step: who judges whom, what an outcome asks for, what is open, what is in time."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from gongkai.law.conventions import Conventions, LeaderApproval, OrderedPeriod
from gongkai.law.life_cycle.docket import Docket
from gongkai.law.life_cycle.procedures import State
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
    reason,
    sealed,
    served,
    state,
    submitted,
)

CHARGING = Conventions(charge_fees=True)


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
        "“征求共同制作机关意见”的状态是“等待意见”，还不能“作出答复”：请登记送达，等待意见，或者等待十五个工作日期满"
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


def test_a_fee_that_was_not_paid_before_an_order_does_not_keep_the_new_reply() -> None:
    unpaid = done(over(asked_to_pay(), "fee"), "expiry_confirmed", on="fee")
    again = done(done(sealed(Outcome.FEE_UNPAID, start=unpaid), "lapsed"), "reopened", Role.AUTHORITY)
    assert reason(drafted(Outcome.FEE_UNPAID, start=again), "submitted_for_review") == (
        "结论“逾期不缴纳信息处理费”要求“收费”已经是“逾期未缴费”，现在没有进行"
    )
    assert done(sealed(Outcome.NOT_RESPONSIBLE, start=again), "answered").state is State.SENT


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


def test_a_second_extension_is_proposed_only_where_the_clock_has_one_to_give() -> None:
    agreed = done(
        done(examining(), "extension_proposed", on="extension"),
        "extension_approved",
        Role.UNIT_HEAD,
        on="extension",
    )
    extended = done(agreed, "extended", on="extension")
    once, late = "“延期”只能办一次，本申请已经办过", "已经来不及告知延期，请在期限内作出答复"
    assert not extended.may_be_extended
    assert reason(extended, "extension_proposed", on="extension") == f"{once}；{late}"
    again = done(replace(extended, may_be_extended=True), "extension_proposed", on="extension")
    assert [side.state for side in again.sides] == [State.EXTENDED, State.PROPOSED]
    assert reason(again, "extension_proposed", on="extension") == once
    assert done(examining(), "assistance_asked", on="assistance").may_be_extended


def test_a_period_that_an_order_fixes_is_fixed_under_any_convention() -> None:
    again = replace(done(served(Outcome.GRANTED), "reopened"), may_be_extended=True)
    statutory = Conventions(ordered_period=OrderedPeriod.STATUTORY)
    done(again, "extension_proposed", on="extension", conventions=statutory)
    fixed = replace(again, is_ordered=True)
    told = "复议机关或者法院责令的答复期限内不能“提出延期”"
    assert reason(fixed, "extension_proposed", on="extension", conventions=statutory) == told
    assert done(replace(examining(), is_ordered=True), "extension_proposed", on="extension").sides


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


# Several items in one reply.


def test_a_part_withheld_for_a_third_party_asks_for_its_opinion_as_the_whole_does() -> None:
    withheld = {"outcomes": (Outcome.PARTLY_GRANTED,), "grounds": (Outcome.THIRD_PARTY_RIGHTS,)}
    docket = done(examining(), "drafted", person=OFFICER, **withheld)
    assert docket.grounds == (Outcome.THIRD_PARTY_RIGHTS,)
    assert "保护第三方合法权益" in reason(docket, "submitted_for_review", person=OFFICER)
    waived = Conventions(third_party_asked_first=False)
    assert done(docket, "submitted_for_review", person=OFFICER, conventions=waived).state is State.IN_REVIEW


def test_other_grounds_of_a_part_ask_for_nothing_more() -> None:
    withheld = {"outcomes": (Outcome.PARTLY_GRANTED,), "grounds": (Outcome.PROCESS_INFORMATION,)}
    docket = done(examining(), "drafted", person=OFFICER, **withheld)
    assert done(docket, "submitted_for_review", person=OFFICER).state is State.IN_REVIEW


def test_why_a_part_is_withheld_is_kept_with_the_draft_and_gone_with_the_request() -> None:
    withheld = {"outcomes": (Outcome.PARTLY_GRANTED,), "grounds": (Outcome.PROCESS_INFORMATION,)}
    docket = done(examining(), "drafted", person=OFFICER, **withheld)
    assert done(docket, "submitted_for_review").grounds == (Outcome.PROCESS_INFORMATION,)
    again = done(docket, "drafted", person=OFFICER, outcomes=(Outcome.GRANTED,))
    assert (again.outcomes, again.grounds) == ((Outcome.GRANTED,), ())
    asked = done(docket, "withdrawal_asked", Role.APPLICANT, on="withdrawal")
    assert asked.grounds == (Outcome.PROCESS_INFORMATION,)
    assert done(asked, "withdrawn").grounds == ()


@pytest.mark.parametrize("beside", [Outcome.WITHDRAWN, Outcome.NOT_CORRECTED])
def test_an_item_that_lapsed_or_was_withdrawn_is_told_in_the_reply_to_the_others(beside: Outcome) -> None:
    start = over(correcting(), "correction") if beside is Outcome.NOT_CORRECTED else None
    if start is not None:
        start = done(start, "expiry_confirmed", on="correction")
    docket = sealed(Outcome.GRANTED, beside, start=start)
    assert done(docket, "answered").state is State.SENT
    assert "予以公开" in reason(docket, "lapsed")


def test_a_request_that_was_withdrawn_has_no_reply_to_correct() -> None:
    asked = done(drafted(Outcome.GRANTED), "withdrawal_asked", Role.APPLICANT, on="withdrawal")
    docket = done(done(asked, "withdrawn"), "archived")
    assert docket.outcomes == ()
    assert reason(docket, "reply_corrected", Role.UNIT_HEAD) == "本申请没有作出过答复，没有可以更正的"
