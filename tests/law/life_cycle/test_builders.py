"""What builds rows of the table, and what an outcome brings, one by one."""

from __future__ import annotations

import pytest

from gongkai.law.conventions import DEFAULT, Conventions, LeaderApproval
from gongkai.law.documents import Document
from gongkai.law.life_cycle.conclusions import (
    NEEDED,
    ended_by,
    grounds_needed,
    leader_needed,
    reviews_needed,
    rows_of,
)
from gongkai.law.life_cycle.consultations import asking, expiring, judging
from gongkai.law.life_cycle.happenings import Happening
from gongkai.law.life_cycle.procedures import Procedure, Stage, State
from gongkai.law.life_cycle.table import TRANSITIONS, following
from gongkai.law.life_cycle.transition import Condition, Mark, Transition, each, ended
from gongkai.law.outcomes.outcome import GROUNDS, Outcome
from gongkai.law.outcomes.rule import Proof
from gongkai.law.outcomes.table import RULES
from gongkai.law.roles import Role


def test_a_row_for_several_states_is_the_same_but_for_them() -> None:
    row = Transition(
        Procedure.FEE,
        State.WAITING,
        Happening.FEE_PAID,
        State.PAID,
        (Role.APPLICANT,),
        article="payment",
        requires=(Condition.PERIOD_OVER,),
    )
    rows = each((State.ASKED, State.WAITING), row)
    assert [(one.state, one.to) for one in rows] == [(State.ASKED, State.PAID), (State.WAITING, State.PAID)]
    assert rows[1] == row
    assert (rows[0].procedure, rows[0].event, rows[0].by, rows[0].article, rows[0].requires) == (
        row.procedure,
        row.event,
        row.by,
        row.article,
        row.requires,
    )


def test_a_row_that_stays_where_it_is_does_so_in_every_state() -> None:
    row = Transition(Procedure.REQUEST, State.HANDLING, Happening.SEARCHED, State.HANDLING, (Role.OFFICER,))
    rows = each((State.EXAMINING, State.DRAFTED), row)
    assert [(one.state, one.to) for one in rows] == [
        (State.EXAMINING, State.EXAMINING),
        (State.DRAFTED, State.DRAFTED),
    ]


def test_what_is_open_ends_with_the_request() -> None:
    rows = ended(Procedure.FEE, (State.ASKED, State.WAITING))
    assert {(row.procedure, row.state, row.event, row.to, row.by, row.article) for row in rows} == {
        (Procedure.FEE, state, event, State.ENDED, (), "practice")
        for state in (State.ASKED, State.WAITING)
        for event in (Happening.WITHDRAWN, Happening.LAPSED, Happening.REOPENED)
    }
    (row,) = ended(Procedure.TRANSFER, (State.FORWARDED,), (Happening.SET_ASIDE,))
    assert (row.event, row.follows) == (Happening.SET_ASIDE, True)


@pytest.mark.parametrize(
    ("procedure", "article", "letter", "party"),
    [
        (Procedure.THIRD_PARTY, "32", Document.L06, Role.THIRD_PARTY),
        (Procedure.CO_PRODUCER, "34", Document.L10, Role.OTHER_ORGAN),
        (Procedure.OTHER_ORGAN, "33.3", Document.L11, Role.OTHER_ORGAN),
    ],
)
def test_consultations_are_built_alike(procedure, article, letter, party) -> None:
    rows = asking(procedure, article, letter, party)
    assert len(rows) == 4
    if procedure is not Procedure.OTHER_ORGAN:
        rows = (*rows, *expiring(procedure, article, party))
        assert len(rows) == 11
    for row in rows:
        assert row == following(procedure, row.state, row.event)


def test_opinions_are_weighed_as_the_table_has_it() -> None:
    officer, head = (Role.OFFICER,), (Role.UNIT_HEAD,)
    rows = (
        *judging(State.ANSWERED, event=Happening.CONSENT_FOUND, to=State.CONSENTED, by=officer),
        *judging(State.ANSWERED, State.UPHELD, event=Happening.OBJECTION_REJECTED, to=State.REJECTED, by=head),
        *judging(
            State.ANSWERED,
            State.UPHELD,
            event=Happening.OVERRIDDEN,
            to=State.OVERRIDDEN,
            by=(Role.UNIT_HEAD, Role.LEADER),
        ),
    )
    assert len(rows) == 5
    for row in rows:
        assert row == following(Procedure.THIRD_PARTY, row.state, row.event)
        assert row.stage is Stage.HANDLING


def test_a_table_row_without_more_is_nothing_but_a_step() -> None:
    row = next(row for row in TRANSITIONS if row.event is Happening.SEALED)
    assert (row.documents, row.outcomes, row.requires, row.during, row.sets, row.clears) == (
        (),
        (),
        (),
        (),
        None,
        (),
    )
    assert not row.decides
    assert not row.second_person


# What an outcome brings.


def test_every_outcome_ends_the_request_in_its_way() -> None:
    ways = {outcome: ended_by(outcome) for outcome in Outcome}
    assert {one for one, way in ways.items() if way is Happening.LAPSED} == {
        Outcome.NOT_CORRECTED,
        Outcome.FEE_UNPAID,
    }
    assert {one for one, way in ways.items() if way is Happening.WITHDRAWN} == {Outcome.WITHDRAWN}
    assert len([way for way in ways.values() if way is Happening.ANSWERED]) == len(Outcome) - 3


def test_every_outcome_has_its_letter_among_those_of_the_step_that_ends_the_request() -> None:
    for rule in RULES:
        state = State.HANDLING if rule.outcome is Outcome.WITHDRAWN else State.SEALED
        row = following(Procedure.REQUEST, state, ended_by(rule.outcome))
        assert row is not None
        assert rule.outcome in row.outcomes
        assert rule.document in row.documents


def test_every_letter_of_a_step_that_ends_the_request_is_that_of_an_outcome() -> None:
    for event in (Happening.ANSWERED, Happening.LAPSED):
        row = following(Procedure.REQUEST, State.SEALED, event)
        assert row is not None
        assert set(row.documents) == {rule.document for rule in RULES if rule.outcome in row.outcomes}


def test_an_outcome_that_the_law_allows_only_after_a_procedure_asks_for_it() -> None:
    before = {rule.outcome for rule in RULES if rule.before}
    assert {ground.outcome for ground in NEEDED} == before
    searched = {rule.outcome for rule in RULES if Proof.SEARCH_RECORD in rule.proofs}
    assert searched == {Outcome.NOT_EXISTING}


def test_only_a_convention_waives_what_an_outcome_asks_for() -> None:
    waiving = Conventions(third_party_asked_first=False)
    for outcome in Outcome:
        needed = grounds_needed(outcome, DEFAULT)
        assert len(needed) == (outcome in {ground.outcome for ground in NEEDED})
        assert len(grounds_needed(outcome, waiving)) == len(needed) - (outcome is Outcome.THIRD_PARTY_RIGHTS)


def test_reviews_are_for_what_gives_or_refuses_information() -> None:
    legal, secrecy = Mark.LEGAL_REVIEWED, Mark.SECRECY_REVIEWED
    both = {Outcome.PARTLY_GRANTED, Outcome.STATE_SECRET, Outcome.ENDANGERS_SAFETY}
    for outcome in Outcome:
        if outcome in both:
            expected = {legal, secrecy}
        elif outcome in GROUNDS:
            expected = {legal}
        else:
            expected = {secrecy} if outcome is Outcome.GRANTED else set()
        assert reviews_needed([outcome]) == expected
    assert reviews_needed([Outcome.GRANTED, Outcome.INTERNAL_AFFAIRS]) == {legal, secrecy}
    assert reviews_needed([]) == set()


def test_whether_the_leader_is_needed_is_yes_or_no() -> None:
    refused, other = [Outcome.REPEATED, Outcome.THIRD_PARTY_RIGHTS], [Outcome.REPEATED]
    needed = {
        chosen: (
            leader_needed(refused, Conventions(leader_approval=chosen)),
            leader_needed(other, Conventions(leader_approval=chosen)),
        )
        for chosen in LeaderApproval
    }
    assert needed == {
        LeaderApproval.WHEN_REFERRED: (False, False),
        LeaderApproval.REFUSALS: (True, False),
        LeaderApproval.ALL: (True, True),
    }


def test_the_rows_of_table_3_that_a_step_may_end_in() -> None:
    answered = following(Procedure.REQUEST, State.SEALED, Happening.ANSWERED)
    lapsed = following(Procedure.REQUEST, State.SEALED, Happening.LAPSED)
    withdrawn = following(Procedure.REQUEST, State.HANDLING, Happening.WITHDRAWN)
    assert answered
    assert lapsed
    assert withdrawn
    assert rows_of(lapsed.outcomes) == ("3.6.1", "3.6.2")
    assert rows_of(withdrawn.outcomes) == ("3.6.3",)
    assert rows_of(withdrawn.outcomes, Conventions(withdrawn_row="3.4.1")) == ("3.4.1",)
    assert rows_of(lapsed.outcomes, edition_year=2020) == ("3.6",)
    assert rows_of((*answered.outcomes, *lapsed.outcomes, *withdrawn.outcomes)) == (
        "3.1",
        "3.2",
        *(f"3.3.{number}" for number in range(1, 9)),
        *(f"3.4.{number}" for number in range(1, 4)),
        *(f"3.5.{number}" for number in range(1, 6)),
        *(f"3.6.{number}" for number in range(1, 4)),
    )
