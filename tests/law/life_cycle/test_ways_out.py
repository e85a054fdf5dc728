"""Every procedure of the life cycle as a graph: all states are reached, and none is without a way out."""

from __future__ import annotations

import pytest

from gongkai.law.life_cycle.blocks import BLOCKS
from gongkai.law.life_cycle.happenings import Happening
from gongkai.law.life_cycle.procedures import CASES, ENDS, ClockEffect, Procedure, State, states_of
from gongkai.law.life_cycle.table import TRANSITIONS, following
from gongkai.law.life_cycle.transition import Transition


def reached(procedure: Procedure, start: State, rows: tuple[Transition, ...] = TRANSITIONS) -> set[State]:
    found, new = set(), {start}
    while new:
        found |= new
        new = {row.to for row in rows if row.procedure is procedure and row.state in found} - found
    return found


ACTS = tuple(row for row in TRANSITIONS if not row.follows)


@pytest.mark.parametrize("procedure", Procedure)
def test_every_state_is_reached_from_the_start(procedure: Procedure) -> None:
    assert reached(procedure, State.START) == set(states_of(procedure))


@pytest.mark.parametrize("procedure", Procedure)
def test_from_every_state_an_end_is_reached(procedure: Procedure) -> None:
    for state in states_of(procedure):
        assert reached(procedure, state) & ENDS[procedure], state


@pytest.mark.parametrize("procedure", [one for one in Procedure if one is not Procedure.RE_REPLY])
def test_from_every_state_an_end_is_reached_by_acts_alone(procedure: Procedure) -> None:
    """An order for a new reply ends with that reply; all else can be brought to its end by itself."""
    for state in states_of(procedure):
        assert reached(procedure, state, ACTS) & ENDS[procedure], state


def test_every_request_that_is_received_can_be_answered() -> None:
    for state in states_of(Procedure.REQUEST):
        assert State.SENT in reached(Procedure.REQUEST, state)


def test_an_open_state_is_left_and_only_ends_of_a_case_are_final() -> None:
    for procedure in Procedure:
        left = {row.state for row in TRANSITIONS if row.procedure is procedure}
        assert set(states_of(procedure)) - left <= ENDS[procedure]
        assert State.START not in ENDS[procedure]


def test_what_is_open_at_the_side_when_the_request_ends_ends_with_it_or_keeps_it_from_ending() -> None:
    """Publication and supervision go on by themselves; all else must not stay open when the reply is out."""
    blocked = {(block.procedure, state) for block in BLOCKS for state in block.states if block.event == "answered"}
    for procedure in Procedure:
        if procedure in (*CASES, Procedure.PUBLICATION, Procedure.SUPERVISION):
            continue
        for state in set(states_of(procedure)) - ENDS[procedure] - {State.START}:
            place = (procedure, state)
            assert following(*place, Happening.ANSWERED) or place in blocked, place
            for event in (Happening.WITHDRAWN, Happening.LAPSED, Happening.REOPENED):
                row = following(*place, event)
                assert row, place
                assert row.to in ENDS[procedure]


def test_what_may_be_open_before_a_request_is_examined_ends_when_it_is_set_aside() -> None:
    early = {
        row.procedure for row in ACTS if row.state is State.START and row.during and State.SUBMITTED in row.during
    } - {Procedure.SUPERVISION}
    assert early == {Procedure.TRANSFER, Procedure.WITHDRAWAL}
    assert following(Procedure.TRANSFER, State.FORWARDED, Happening.SET_ASIDE).to is State.ENDED
    assert following(Procedure.WITHDRAWAL, State.ASKED, Happening.SET_ASIDE).to is State.ENDED


def test_a_step_that_follows_comes_with_an_event_of_the_request() -> None:
    events = {row.event for row in ACTS if row.procedure is Procedure.REQUEST}
    rows = [row for row in TRANSITIONS if row.follows]
    assert rows
    for row in rows:
        assert row.event in events
        assert row.procedure is not Procedure.REQUEST
        assert (row.roles, row.documents, row.clock) == ((), (), ClockEffect.NONE)


def test_a_way_out_of_a_request_has_its_document_and_its_outcome_unless_it_was_none() -> None:
    """What is set aside is no request to the organ: no row of table 3, no letter."""
    out = [
        row
        for row in ACTS
        if row.procedure is Procedure.REQUEST
        and row.to in (State.SENT, State.WITHDRAWN, State.SET_ASIDE)
        and row.event not in (Happening.RESENT, Happening.REPLY_CORRECTED)
    ]
    assert {row.event for row in out if not row.documents} == {Happening.SET_ASIDE}
    assert {row.event for row in out if not row.outcomes} == {Happening.SET_ASIDE}
    assert {row.event for row in out if row.clock is not ClockEffect.STOPS} == {Happening.SET_ASIDE}


def test_a_way_out_of_a_correction_of_records_has_its_document_and_no_row() -> None:
    """The confirmation of a withdrawal is a form for requests; here the applicant's own letter is filed."""
    rows = [row for row in ACTS if row.procedure is Procedure.RECORD_CORRECTION]
    out = [row for row in rows if row.to in (State.SENT, State.WITHDRAWN)]
    assert {row.event.label for row in out} == {"更正并告知", "告知不予更正", "转送有权更正的机关", "撤回申请"}
    assert {row.event.label for row in out if not row.documents} == {"撤回申请"}
    assert all(not row.outcomes and row.clock is ClockEffect.NONE for row in rows)
