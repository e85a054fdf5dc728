"""The table of the life cycle: every state, event and role, against the same table typed a second time."""

from __future__ import annotations

import itertools

import pytest

from gongkai.errors import NotAllowed
from gongkai.law.conventions import Conventions
from gongkai.law.documents import Document
from gongkai.law.events import KINDS, Channel
from gongkai.law.life_cycle import words
from gongkai.law.life_cycle.happenings import Happening
from gongkai.law.life_cycle.procedures import ClockEffect, Procedure, Stage, State, states_of
from gongkai.law.life_cycle.table import TRANSITIONS, next_state, possible
from gongkai.law.life_cycle.transition import Condition, Mark
from gongkai.law.outcomes.outcome import Outcome
from gongkai.law.roles import Role
from gongkai.terms import requests
from tests.law.life_cycle.expected import expected

EXPECTED = expected()
ROWS = {(row.procedure.value, row.state.value, row.event.value): row for row in TRANSITIONS}


def rows_of(event: Happening, procedure: Procedure = Procedure.REQUEST) -> list:
    return [row for row in TRANSITIONS if row.procedure is procedure and row.event is event]


def test_the_table_has_the_steps_it_should_have_and_no_other() -> None:
    assert sorted(ROWS.keys() ^ EXPECTED.keys()) == []
    assert len(TRANSITIONS) == len(ROWS)


@pytest.mark.parametrize("place", EXPECTED, ids="-".join)
def test_a_step_is_as_it_should_be(place) -> None:
    row = ROWS[place]
    assert (
        row.to,
        row.by,
        row.entered_by,
        row.clock,
        row.documents,
        row.article,
        row.requires,
        row.second_person,
    ) == EXPECTED[place]


@pytest.mark.parametrize("procedure", Procedure)
def test_every_state_event_and_role_is_allowed_or_refused_as_the_table_says(procedure: Procedure) -> None:
    for state, event, role in itertools.product(states_of(procedure), Happening, Role):
        line = EXPECTED.get((procedure.value, state.value, event.value))
        if line and role in (*line.by, *line.entered_by):
            row = next_state(procedure, state, event, role)
            assert (row.procedure, row.state, row.event, row.to) == (procedure, state, event, line.to)
        else:
            with pytest.raises(NotAllowed) as refusal:
                next_state(procedure, state, event, role)
            assert event.label in refusal.value.reason
            assert procedure.label in refusal.value.reason


def test_what_is_possible_is_what_is_allowed() -> None:
    for procedure in Procedure:
        for state in states_of(procedure):
            places = [place for place, line in EXPECTED.items() if place[:2] == (procedure, state) and line.by]
            assert {row.event for row in possible(procedure, state)} == {event for *_, event in places}
            for role in Role:
                mine = {
                    event
                    for *place, event in places
                    if role in (*EXPECTED[(*place, event)].by, *EXPECTED[(*place, event)].entered_by)
                }
                assert {row.event for row in possible(procedure, state, role)} == mine


def test_a_refusal_says_what_is_possible_instead() -> None:
    told = {
        (Procedure.FEE, State.START, Happening.FEE_PAID, Role.APPLICANT): (
            "“收费”的状态是“开始”，不能“缴费完成”；现在可以：提出收费"
        ),
        (Procedure.EXTENSION, State.PROPOSED, Happening.EXTENSION_APPROVED, Role.OFFICER): (
            "“延期”的“同意延期”应由工作机构负责人办理，承办人不能办理；承办人现在没有可以办理的事项"
        ),
        (Procedure.REQUEST, State.IN_REVIEW, Happening.APPROVED, Role.OFFICER): (
            "“政府信息公开申请”的“批准”应由工作机构负责人办理，承办人不能办理；"
            "承办人现在可以：收回重办、撤回申请、责令重新答复"
        ),
        (Procedure.CORRECTION, State.WAITING, Happening.TIME_GRANTED, Role.OFFICER): (
            "“补正”的状态是“等待补正”，不能“准予宽限”；现在可以：收到补正、提示期满、确认期满"
        ),
        (Procedure.RE_REPLY, State.ORDERED, Happening.ANSWERED, Role.OFFICER): (
            "“重新答复”的“作出答复”随申请自动办理，不能单独办理"
        ),
        (Procedure.SUPERVISION, State.ANSWERED, Happening.URGED, Role.SUPERVISOR): (
            "“督办”的状态是“已报告”，不能“督办”；现在没有可以办理的事项"
        ),
        (Procedure.FEE, State.SERVED, Happening.FEE_PAID, Role.APPLICANT): "“收费”没有“served”这一状态",
    }
    for place, reason in told.items():
        with pytest.raises(NotAllowed) as refusal:
            next_state(*place)
        assert refusal.value.reason == reason


def test_every_event_that_time_depends_on_has_its_place_and_every_step_of_the_office() -> None:
    assert set(KINDS) <= set(Happening)
    assert {row.event for row in TRANSITIONS} == set(Happening)


def test_every_word_has_its_member_and_every_member_its_word() -> None:
    assert {one.value: one.label for one in Happening} == requests.EVENTS | requests.OFFICE_EVENTS
    assert not requests.EVENTS.keys() & requests.OFFICE_EVENTS.keys()
    assert {one.value: one.label for one in Procedure} == requests.PROCEDURES
    assert {one.value: one.label for one in Stage} == requests.STAGES
    assert {one.value: one.label for one in ClockEffect} == requests.CLOCK_EFFECTS
    assert {one.value: one.label for one in Condition} == words.CONDITIONS
    assert requests.STATES.keys() == requests.PROCEDURES.keys()
    assert {state for words in requests.STATES.values() for state in words} == set(State)
    for procedure in Procedure:
        assert {state.value: state.label_in(procedure) for state in states_of(procedure)} == (
            requests.STATES[procedure]
        )


def test_no_two_states_of_a_procedure_are_called_the_same() -> None:
    assert [name for name, words in requests.STATES.items() if len(set(words.values())) < len(words)] == []


def test_a_label_can_stand_in_a_list() -> None:
    labels = [event.label for event in Happening] + [
        state.label_in(one) for one in Procedure for state in states_of(one)
    ]
    assert [label for label in labels if set(label) & set("、，；：“”／ ")] == []


def test_every_role_every_effect_every_condition_and_every_stage_is_used() -> None:
    assert {role for row in TRANSITIONS for role in row.by} == set(Role)
    assert {row.clock for row in TRANSITIONS} == set(ClockEffect)
    assert {condition for row in TRANSITIONS for condition in row.requires} == set(Condition)
    assert {row.stage for row in TRANSITIONS} == set(Stage)
    assert {row.article for row in TRANSITIONS} == set(words.SOURCES)
    assert {row.sets for row in TRANSITIONS} == {None, *Mark}


def test_every_step_has_a_source_in_chinese() -> None:
    assert [row for row in TRANSITIONS if not row.source.startswith(("条例", "国办", "行政复议法"))] == []
    assert ROWS["extension", "proposed", "extension_approved"].source == "条例第三十三条第二款"


def test_every_convention_that_a_step_names_is_one() -> None:
    named = {row.convention for row in TRANSITIONS} - {""}
    assert named <= set(Conventions.__struct_fields__)
    assert named == {
        "mail_to_another",
        "late_correction_notice",
        "reasons_pause_clock",
        "pause_starts",
        "pause_ends",
        "charge_fees",
        "after_payment",
        "extension_notice",
        "leader_approval",
    }


def test_the_channel_decides_which_event_is_the_receipt() -> None:
    channels = {
        event: {row.channels for row in rows_of(event)}
        for event in (Happening.SUBMITTED, Happening.ARRIVED, Happening.CONFIRMED)
    }
    assert channels == {
        Happening.SUBMITTED: {(Channel.COUNTER, Channel.ORAL)},
        Happening.ARRIVED: {(Channel.SIGNED_MAIL,)},
        Happening.CONFIRMED: {(Channel.PLAIN_MAIL, Channel.INTERNET, Channel.FAX)},
    }
    assert {row.event for row in TRANSITIONS if row.channels} == set(channels)


def test_the_stages_follow_article_45() -> None:
    stages = {
        (place[1], place[2]): row.stage.label for place, row in ROWS.items() if row.procedure is Procedure.REQUEST
    }
    assert stages["submitted", "registered"] == "登记"
    assert stages["registered", "assigned"] == "登记"
    assert stages["examining", "accepted"] == "审核"
    assert stages["handling", "searched"] == "办理"
    assert stages["in_review", "approved"] == "答复"
    assert stages["examining", "answered"] == "答复"
    assert stages["sealed", "answered"] == "答复"
    assert stages["served", "archived"] == "归档"
    assert {row.stage for row in TRANSITIONS if row.procedure is Procedure.CORRECTION and not row.follows} == {
        Stage.REVIEW
    }
    assert {row.stage for row in TRANSITIONS if row.procedure is Procedure.TRANSFER and not row.follows} == {
        Stage.REGISTRATION
    }


def test_what_goes_on_at_the_side_is_tied_to_the_state_of_the_request() -> None:
    at_work = {State.EXAMINING, State.HANDLING, State.DRAFTED}
    in_hand = at_work | {State.IN_REVIEW, State.WITH_LEADER, State.APPROVED, State.SEALED}
    before = {State.SUBMITTED, State.REGISTERED}
    after = {State.SENT, State.UNDELIVERED, State.SERVED, State.ARCHIVED}
    wide = {
        (Procedure.TRANSFER, Happening.FORWARDED): before | at_work,
        (Procedure.TRANSFER, Happening.PASSED_ON): before | {State.SET_ASIDE},
        (Procedure.TRANSFER, Happening.TAKEN_OVER): before | in_hand,
        (Procedure.TRANSFER, Happening.SENT_BACK): before | in_hand,
        (Procedure.WITHDRAWAL, Happening.WITHDRAWAL_ASKED): before | in_hand,
        (Procedure.WITHDRAWAL, Happening.WITHDRAWAL_DROPPED): before | in_hand,
        (Procedure.SUPERVISION, Happening.URGED): set(states_of(Procedure.REQUEST)) - {State.START},
        (Procedure.SUPERVISION, Happening.URGE_ANSWERED): set(states_of(Procedure.REQUEST)) - {State.START},
        (Procedure.EXTENSION, Happening.EXTENSION_PROPOSED): in_hand,
    }
    for row in TRANSITIONS:
        if row.follows or row.procedure in (Procedure.REQUEST, Procedure.RECORD_CORRECTION):
            expected = set()
        elif row.procedure is Procedure.PUBLICATION:
            expected = in_hand | after
        else:
            expected = wide.get((row.procedure, row.event), at_work if row.state is State.START else in_hand)
        assert set(row.during) == expected, row


# Rules from which the table follows, whatever it says in detail.


def test_only_the_head_of_the_unit_agrees_to_an_extension() -> None:
    for event in (Happening.EXTENSION_APPROVED, Happening.EXTENSION_REFUSED):
        assert {role for row in rows_of(event, Procedure.EXTENSION) for role in row.roles} == {Role.UNIT_HEAD}


def test_nothing_that_judges_a_draft_is_for_whoever_made_it() -> None:
    judging = (
        Happening.REVIEWED,
        Happening.LEGAL_REVIEWED,
        Happening.SECRECY_REVIEWED,
        Happening.APPROVED,
        Happening.LEADER_APPROVED,
    )
    rows = [row for row in TRANSITIONS if row.event in judging and row.procedure is not Procedure.PUBLICATION]
    assert all(row.second_person and Role.OFFICER not in row.roles for row in rows)
    assert [row.event for row in TRANSITIONS if row.second_person and row.event not in judging] == []


def test_the_system_only_proposes() -> None:
    assert {row.event for row in TRANSITIONS if Role.SYSTEM in row.roles} == {
        Happening.EXPIRY_PROPOSED,
        Happening.PUBLICATION_SUGGESTED,
    }
    assert all(
        not row.documents and row.clock is ClockEffect.NONE for row in TRANSITIONS if Role.SYSTEM in row.roles
    )


def test_the_applicant_may_submit_correct_give_reasons_pay_withdraw_and_suggest() -> None:
    acts = {row.event for row in TRANSITIONS if Role.APPLICANT in row.roles}
    assert acts == {
        Happening.SUBMITTED,
        Happening.CORRECTION_NOTICE_SERVED,
        Happening.CORRECTION_RECEIVED,
        Happening.REASON_GIVEN,
        Happening.FEE_NOTICE_SERVED,
        Happening.FEE_PAID,
        Happening.SERVED,
        Happening.WITHDRAWAL_ASKED,
        Happening.WITHDRAWAL_DROPPED,
        Happening.WITHDRAWN,
        Happening.PUBLICATION_SUGGESTED,
        Happening.RECORD_CORRECTION_ASKED,
    }


def test_what_somebody_outside_does_can_be_entered_by_the_desk() -> None:
    outside = {Role.APPLICANT, Role.THIRD_PARTY, Role.OTHER_ORGAN, Role.AUTHORITY}
    rows = [row for row in TRANSITIONS if outside & set(row.by)]
    assert rows
    assert [row for row in rows if not {Role.OFFICER, Role.LIAISON} <= set(row.roles)] == []


def test_one_officer_and_one_head_can_do_all_that_an_office_must() -> None:
    staff = {
        Role.OFFICER,
        Role.LIAISON,
        Role.UNIT_HEAD,
        Role.REVIEWER,
        Role.LEGAL_REVIEWER,
        Role.SECRECY_REVIEWER,
    }
    needed = [row for row in TRANSITIONS if not row.follows and not staff & set(row.roles)]
    assert {row.event for row in needed} == {
        Happening.EXPIRY_PROPOSED,
        Happening.LEADER_APPROVED,
        Happening.RETURNED,
        Happening.URGED,
    }


def test_a_request_can_be_withdrawn_until_the_reply_is_sent_and_not_after() -> None:
    assert {row.state for row in rows_of(Happening.WITHDRAWN)} == {
        State.SUBMITTED,
        State.REGISTERED,
        State.EXAMINING,
        State.HANDLING,
        State.DRAFTED,
        State.IN_REVIEW,
        State.WITH_LEADER,
        State.APPROVED,
        State.SEALED,
    }


def test_outcomes_are_decided_by_the_draft_and_carried_out_by_what_ends_the_request() -> None:
    lapses = {Outcome.NOT_CORRECTED, Outcome.FEE_UNPAID}
    drafted = rows_of(Happening.DRAFTED)
    assert {(set(row.outcomes) == set(Outcome) - {Outcome.WITHDRAWN}, row.decides) for row in drafted} == {
        (True, True)
    }
    by_place = {(row.state, row.event): row for row in TRANSITIONS if row.procedure is Procedure.REQUEST}
    answered = by_place[State.SEALED, Happening.ANSWERED]
    assert (set(answered.outcomes), answered.decides) == (set(Outcome) - lapses - {Outcome.WITHDRAWN}, False)
    assert set(by_place[State.SEALED, Happening.LAPSED].outcomes) == lapses
    on_the_spot = by_place[State.EXAMINING, Happening.ANSWERED]
    assert (on_the_spot.outcomes, on_the_spot.decides) == ((Outcome.ALREADY_PUBLIC,), True)
    assert {row.outcomes for row in rows_of(Happening.WITHDRAWN)} == {(Outcome.WITHDRAWN,)}
    others = {row.event for row in TRANSITIONS if row.outcomes and row.procedure is not Procedure.REQUEST}
    assert others == set()


def test_every_outcome_is_an_end_and_every_document_is_made() -> None:
    ends = {outcome for row in TRANSITIONS if row.clock is ClockEffect.STOPS for outcome in row.outcomes}
    assert ends == set(Outcome)
    assert {document for row in TRANSITIONS for document in row.documents} == set(Document)


def test_reviews_are_taken_off_by_every_change_of_the_draft() -> None:
    reviews = {Mark.LEGAL_REVIEWED, Mark.SECRECY_REVIEWED}
    for row in TRANSITIONS:
        if row.procedure is Procedure.REQUEST and row.event in (
            Happening.DRAFTED,
            Happening.RETURNED,
            Happening.RECALLED,
        ):
            assert set(row.clears) == reviews
    reopened = [row for row in rows_of(Happening.REOPENED) if row.to is State.HANDLING and row.to is not row.state]
    assert {row.clears for row in reopened} == {tuple(Mark)}
    assert {row.event for row in TRANSITIONS if row.clears} == {
        Happening.DRAFTED,
        Happening.RETURNED,
        Happening.RECALLED,
        Happening.REOPENED,
    }
