"""What of a dispute counts as one (计件): the whole dispute, or each instance of a suit, by convention `appeal`."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from gongkai.law.calendar.days import Calendar
from gongkai.law.conventions import AppealCount, Conventions
from gongkai.law.disputes import words
from gongkai.law.disputes.columns import Column, ColumnChoice, column_of
from gongkai.law.disputes.dispute import (
    OF_JUDGMENTS,
    AnyDispute,
    Because,
    OrganRole,
    Reconsideration,
    ReviewResult,
    Suit,
    SuitResult,
)
from gongkai.law.disputes.effect import closing_of, standing
from gongkai.law.steps import Step

RECONSIDERATION, DIRECT, AFTER = "reconsideration", "litigation_direct", "litigation_after"


class Case(NamedTuple):
    """Something that is counted once: its row, the day it began, and how it was closed if it was.

    `name` tells which instance it is, where each is counted. `decided_on` is the day of a judgment of a whole suit,
    which may have effect later only.
    """

    row: str
    filed_on: dt.date
    name: str = ""
    closed_on: dt.date | None = None
    column: Column = Column.PENDING
    step: Step | None = None
    decided_on: dt.date | None = None


def cases_of(dispute: AnyDispute, conventions: Conventions, calendar: Calendar) -> tuple[Case, ...]:
    """Return what a dispute counts as: one case, or as many as it has instances."""
    if isinstance(dispute, Reconsideration):
        return (_reviewed(dispute, conventions),)
    if conventions.appeal is AppealCount.EACH_INSTANCE:
        return tuple(_instance(dispute, number, conventions) for number in range(len(dispute.instances)))
    return (_whole(dispute, conventions, calendar),)


def row_of_suit(suit: Suit) -> str:
    """Return the row of a suit; one against the organ of reconsideration follows reconsideration."""
    return AFTER if suit.after_reconsideration or suit.role is OrganRole.RECONSIDERATION_ORGAN else DIRECT


def _reviewed(dispute: Reconsideration, conventions: Conventions) -> Case:
    if dispute.result is None:
        return Case(RECONSIDERATION, dispute.filed_on)
    choice = column_of(dispute.result, dispute.because, conventions)
    step = _told(dispute.result, dispute.because, choice)
    return Case(RECONSIDERATION, dispute.filed_on, "", dispute.decided_on, choice.column, step)


def _whole(suit: Suit, conventions: Conventions, calendar: Calendar) -> Case:
    closing = closing_of(suit, calendar=calendar, conventions=conventions)
    if closing is None:
        return Case(row_of_suit(suit), suit.filed_on)
    judgment = closing.judgment
    choice = column_of(judgment.result, judgment.because, conventions)
    step = _told(judgment.result, judgment.because, choice)
    if len(suit.instances) > 1:
        text = words.EFFECTIVE.format(
            stage=judgment.stage.label, result=judgment.result.label, column=choice.column.label
        )
        step = Step(text, convention=choice.convention or "appeal")
    return Case(row_of_suit(suit), suit.filed_on, "", closing.on, choice.column, step, closing.decided_on)


def _instance(suit: Suit, number: int, conventions: Conventions) -> Case:
    one, row = suit.instances[number], row_of_suit(suit)
    name = one.stage.label
    if one.result is None:
        return Case(row, one.filed_on, name)
    # A judgment that is affirmed counts again as what it is; to set it aside, or to withdraw, is another result.
    judgment = standing(suit.instances[: number + 1])
    sent_back = one.result in OF_JUDGMENTS and one.result is not SuitResult.AFFIRMED
    choice = ColumnChoice(Column.OTHER) if sent_back else column_of(judgment.result, judgment.because, conventions)
    return Case(row, one.filed_on, name, one.decided_on, choice.column, _told(one.result, one.because, choice))


def _told(result: ReviewResult | SuitResult, because: Because | None, choice: ColumnChoice) -> Step:
    if because is None:
        text = words.RESULT.format(result=result.label, column=choice.column.label)
    else:
        text = words.FOR_REASON.format(result=result.label, because=because.label, column=choice.column.label)
    return Step(text, convention=choice.convention)
