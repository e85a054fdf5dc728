"""The life cycle of a request and of all that goes on at its side, as one table (办理流程总表).

`TRANSITIONS` is the table: a line for each state and event. `next_state` and `possible` ask it; what a case as a
whole allows, with its persons, marks and open procedures, is for `course` to say.
"""

from __future__ import annotations

from gongkai.errors import NotAllowed
from gongkai.law.life_cycle import applicants, consultations, offices, records, registering, replying, words
from gongkai.law.life_cycle.happenings import Happening
from gongkai.law.life_cycle.procedures import Procedure, State, states_of
from gongkai.law.life_cycle.transition import Transition
from gongkai.law.roles import Role

TRANSITIONS: tuple[Transition, ...] = (
    *registering.REGISTERING,
    *replying.HANDLING,
    *replying.APPROVING,
    *replying.SENDING,
    *replying.COMING_BETWEEN,
    *applicants.CORRECTION,
    *applicants.REASONS,
    *consultations.THIRD_PARTY,
    *consultations.CO_PRODUCER,
    *consultations.OTHER_ORGAN,
    *consultations.ASSISTANCE,
    *applicants.FEE,
    *offices.EXTENSION,
    *offices.TRANSFER,
    *applicants.WITHDRAWAL,
    *offices.RE_REPLY,
    *offices.PUBLICATION,
    *offices.SUPERVISION,
    *records.RECORD_CORRECTION,
)
_BY_PLACE = {(row.procedure, row.state, row.event): row for row in TRANSITIONS}


def next_state(procedure: Procedure, state: State, event: Happening, role: Role) -> Transition:
    """Return the step of the table by which a role moves a procedure on with an event.

    Raises NotAllowed, with what is possible instead, where there is none or it is not for that role.
    """
    row = row_at(procedure, state, event)
    if row.follows:
        raise NotAllowed(words.FOLLOWS.format(procedure=procedure.label, event=event.label))
    if role not in row.roles:
        raise NotAllowed(
            words.WRONG_ROLE.format(
                procedure=procedure.label,
                event=event.label,
                roles=words.LIST.join(one.label for one in row.roles),
                role=role.label,
                possible=_told(possible(procedure, state, role)),
            )
        )
    return row


def possible(procedure: Procedure, state: State, role: Role | None = None) -> tuple[Transition, ...]:
    """Return the steps that the table has in a state, for a role or for anybody; none that follow by themselves."""
    return tuple(
        row
        for row in TRANSITIONS
        if row.procedure is procedure
        and row.state is state
        and not row.follows
        and (role is None or role in row.roles)
    )


def row_at(procedure: Procedure, state: State, event: Happening) -> Transition:
    """Return the row of an event in a state, whoever does it; NotAllowed where there is none."""
    if state not in states_of(procedure):
        raise NotAllowed(words.WRONG_STATE.format(procedure=procedure.label, state=state))
    row = following(procedure, state, event)
    if row is None:
        raise NotAllowed(
            words.WRONG_EVENT.format(
                procedure=procedure.label,
                state=state.label_in(procedure),
                event=event.label,
                possible=_told(possible(procedure, state)),
            )
        )
    return row


def following(procedure: Procedure, state: State, event: Happening) -> Transition | None:
    """Return the row of an event in a state; None where the event does not touch the procedure there."""
    return _BY_PLACE.get((procedure, state, event))


def _told(rows: tuple[Transition, ...]) -> str:
    events = words.LIST.join(dict.fromkeys(row.event.label for row in rows))
    return words.POSSIBLE.format(events=events) if events else words.NOTHING
