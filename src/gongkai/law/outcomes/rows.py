"""The one row of table 3 that a request is counted in (办理结果计入的行), and why.

Source: 国办公开办函〔2021〕30号 (rows from report year 2021; 区分处理 counts as partial disclosure only) and
国办公开办函〔2019〕60号 (2019 and 2020: 其他处理 is one row). What they leave open is a local convention.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import msgspec

from gongkai.errors import NoRule
from gongkai.law.conventions import DEFAULT, Conventions, MixedRow
from gongkai.law.outcomes import words
from gongkai.law.outcomes.outcome import Item, Outcome
from gongkai.law.outcomes.table import RULES
from gongkai.law.steps import Step
from gongkai.terms import form

FIRST_YEAR = 2019
# The year from which 其他处理 has rows of its own.
DIVIDED_FROM = 2021
GRANTED, PARTLY_GRANTED, OTHERWISE, PENDING = "3.1", "3.2", "3.6", "4"
_REFUSED = "3.3."

_GROUPS = {
    "3.3": (form.DENIED, form.DENIALS),
    "3.4": (form.UNAVAILABLE, form.UNAVAILABILITIES),
    "3.5": (form.NOT_HANDLED, form.REFUSALS_TO_HANDLE),
    OTHERWISE: (form.OTHERWISE_HANDLED, form.OTHER_ENDINGS),
}
# Every row that a request can be counted in, in the form's order, with the group it is printed in.
ROWS: dict[str, tuple[str, str]] = {
    GRANTED: ("", form.GRANTED),
    PARTLY_GRANTED: ("", form.PARTLY_GRANTED),
    **{
        f"{key}.{number}": (group, label)
        for key, (group, labels) in _GROUPS.items()
        for number, label in enumerate(labels, 1)
    },
    OTHERWISE: ("", form.OTHERWISE_HANDLED),
    PENDING: ("", form.CARRIED_OUT),
}


class RowChoice(msgspec.Struct, frozen=True):
    """The row that a request is counted in, by its key, in the report of a year; and how it was chosen."""

    row: str
    year: int
    steps: tuple[Step, ...]


class Reply(msgspec.Struct, frozen=True):
    """A reply to a request: the first, or a later one that a decision ordered (责令重新答复)."""

    on: dt.date
    items: tuple[Item, ...]


def row_label(row: str) -> str:
    """Return what the form prints for a row, with its group, in quotation marks."""
    group, label = ROWS[row]
    return words.ROW_OF_GROUP.format(group=group, row=label) if group else words.ROW.format(row=label)


def choose_row(items: Sequence[Item], conventions: Conventions, year: int) -> RowChoice:
    """Return the row of a request with these items in the report of a year; of no item, it is carried on (结转).

    An earlier year than 2019 raises NoRule.
    """
    if year < FIRST_YEAR:
        raise NoRule(words.NO_EDITION.format(year=year))
    if not items:
        step = Step(words.NO_ITEM.format(row=row_label(PENDING)), source=_notice(year))
        return RowChoice(PENDING, year, (step,))
    rows = {item.outcome: _row_of_outcome(item.outcome, conventions, year) for item in items}
    row, reason = _one_of([rows[item.outcome] for item in items], conventions.mixed_row)
    return RowChoice(row, year, (*_by_convention(rows), _told(reason, items, row, year)))


def count_replies(replies: Sequence[Reply], conventions: Conventions = DEFAULT) -> tuple[RowChoice, ...]:
    """Return the row and year of each reply to one request that table 3 counts, the earliest first.

    The first reply always counts; one that a decision ordered counts as another request by `counts_reopened_anew`.
    """
    if not replies:
        return ()
    first, *later = sorted(replies, key=lambda reply: reply.on)
    choice = choose_row(first.items, conventions, first.on.year)
    if conventions.counts_reopened_anew:
        return (choice, *(_anew(reply, conventions) for reply in later))
    told = [Step(words.NOT_ANEW, reply.on, convention="counts_reopened_anew") for reply in later]
    return (RowChoice(choice.row, choice.year, (*choice.steps, *told)),)


def _anew(reply: Reply, conventions: Conventions) -> RowChoice:
    choice = choose_row(reply.items, conventions, reply.on.year)
    step = Step(words.REPLIED_ANEW, reply.on, convention="counts_reopened_anew")
    return RowChoice(choice.row, choice.year, (step, *choice.steps))


def _row_of_outcome(outcome: Outcome, conventions: Conventions, year: int) -> str:
    rule = next(rule for rule in RULES if rule.outcome is outcome)
    row: str = getattr(conventions, rule.convention) if rule.convention else rule.row
    divided = year >= DIVIDED_FROM or not row.startswith(OTHERWISE)
    return row if divided else OTHERWISE


def _one_of(rows: Sequence[str], convention: MixedRow) -> tuple[str, str]:
    """Return one row of several, and the words for why; the form itself puts severed information first."""
    different = set(rows)
    if len(different) == 1:
        return rows[0], words.ONE_RESULT if len(rows) == 1 else words.SAME_ROW
    if PARTLY_GRANTED in different:
        return PARTLY_GRANTED, words.SEVERED
    if convention is MixedRow.FIRST_ITEM:
        return rows[0], words.FIRST_ITEM
    if GRANTED in different:
        if convention is MixedRow.PARTLY:
            return PARTLY_GRANTED, words.PROVIDED_IN_PART
        if any(row.startswith(_REFUSED) for row in different):
            return PARTLY_GRANTED, words.REFUSED_IN_PART
    # The keys sort as the form is ordered.
    return min(different), words.FIRST_IN_FORM


def _by_convention(rows: Mapping[Outcome, str]) -> list[Step]:
    """Return a line for each outcome that the form has no row for."""
    settings = {rule.outcome: rule.convention for rule in RULES if rule.convention}
    return [
        Step(words.BY_CONVENTION.format(outcome=outcome.label, row=row_label(row)), convention=settings[outcome])
        for outcome, row in rows.items()
        if outcome in settings
    ]


_BY_MIXED_ROW = {words.FIRST_ITEM, words.PROVIDED_IN_PART, words.REFUSED_IN_PART, words.FIRST_IN_FORM}


def _told(reason: str, items: Sequence[Item], row: str, year: int) -> Step:
    text = reason.format(outcome=items[0].outcome.label, count=len(items), row=row_label(row))
    return Step(text, source=_notice(year), convention="mixed_row" if reason in _BY_MIXED_ROW else "")


def _notice(year: int) -> str:
    return form.NOTICE_2021 if year >= DIVIDED_FROM else form.NOTICE_2019
