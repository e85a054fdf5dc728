"""How long an applicant has for a remedy (救济期限): sixty days, six months, fifteen days; a year if none was told.

Sources: 行政复议法 20 and 34, in force from 2024-01-01, before it 行政复议法（2017年修正）9; 行政诉讼法 45 and 46;
行政复议法实施条例 15 and 16; 法释〔2018〕1号 64 and 66. The day of service is not counted.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import msgspec

from gongkai.law.calendar.days import NATIONAL, Calendar
from gongkai.law.calendar.periods import Period, days_after, months_after, years_after
from gongkai.law.conventions import DEFAULT, Conventions
from gongkai.law.outcomes import words
from gongkai.law.outcomes.articles import Article, Law, cited
from gongkai.law.outcomes.remedies import NEW_RECONSIDERATION_LAW, Remedy, remedy_of_silence
from gongkai.law.steps import Step
from gongkai.terms.outcomes import REMEDY_STEPS

RECONSIDERATION_DAYS, SUIT_MONTHS, SUIT_AFTER_DAYS = 60, 6, 15

_SIXTY_DAYS = Article(Law.RECONSIDERATION_LAW, 20, 1)
_SIXTY_DAYS_2017 = Article(Law.RECONSIDERATION_LAW_2017, 9, 1)
_NOT_TOLD = Article(Law.RECONSIDERATION_LAW, 20, 3)
_TOLD_LATER = Article(Law.RECONSIDERATION_RULES, 15, 1, 5)
_SILENT = Article(Law.RECONSIDERATION_RULES, 16, 1, 1)
_SIX_MONTHS = Article(Law.LITIGATION_LAW, 46, 1)
_AFTER_DECISION = Article(Law.LITIGATION_LAW, 45)
_AFTER_NO_DECISION = Article(Law.RECONSIDERATION_LAW, 34)
_SUIT_NOT_TOLD = Article(Law.COURT_2018, 64, 1)
_DECISION_NOT_TOLD = Article(Law.COURT_2018, 64, 2)
_SILENT_SUIT = Article(Law.COURT_2018, 66)


class RemedyStep(StrEnum):
    """One thing an applicant may do (救济步骤)."""

    RECONSIDERATION = "reconsideration"
    SUIT = "suit"
    SUIT_AFTER = "suit_after"

    @property
    def label(self) -> str:
        return REMEDY_STEPS[self.value]


class RemedyDeadline(msgspec.Struct, frozen=True):
    """By when a remedy must be taken: the rule in a sentence, the last day and how it was reckoned.

    `last` is None where the period begins with something that has not happened yet.
    """

    step: RemedyStep
    text: str
    source: str
    last: dt.date | None = None
    rolled_from: dt.date | None = None
    provisional: bool = False
    steps: tuple[Step, ...] = ()


def remedy_deadlines(
    served_on: dt.date,
    remedy: Remedy,
    *,
    told: bool = True,
    calendar: Calendar = NATIONAL,
    conventions: Conventions = DEFAULT,
) -> tuple[RemedyDeadline, ...]:
    """Return by when each remedy against a reply must be taken that was served on a day.

    `told`: the reply named remedy, organ and period. If not, the last day is the latest one possible.
    """
    if remedy is Remedy.NONE:
        return ()
    reconsideration = _reconsideration(served_on, told, calendar, conventions)
    if remedy is Remedy.RECONSIDERATION_FIRST:
        return (reconsideration, _suit_after_later())
    if told:
        period = months_after(served_on, SUIT_MONTHS, calendar=calendar, conventions=conventions)
        return (reconsideration, _deadline(RemedyStep.SUIT, words.SIX_MONTHS, period, _SIX_MONTHS))
    period = years_after(served_on, 1, calendar=calendar, conventions=conventions)
    return (reconsideration, _deadline(RemedyStep.SUIT, words.SUIT_ONE_YEAR, period, _SUIT_NOT_TOLD))


def suit_after_decision(
    received_on: dt.date,
    *,
    told: bool = True,
    calendar: Calendar = NATIONAL,
    conventions: Conventions = DEFAULT,
) -> RemedyDeadline:
    """Return by when a suit must be brought after the decision on reconsideration was received."""
    if told:
        period = days_after(received_on, SUIT_AFTER_DAYS, calendar=calendar, conventions=conventions)
        return _deadline(RemedyStep.SUIT_AFTER, words.FIFTEEN_DAYS, period, _AFTER_DECISION)
    period = years_after(received_on, 1, calendar=calendar, conventions=conventions)
    return _deadline(RemedyStep.SUIT_AFTER, words.DECISION_ONE_YEAR, period, _DECISION_NOT_TOLD)


def suit_after_no_decision(
    expired_on: dt.date, *, calendar: Calendar = NATIONAL, conventions: Conventions = DEFAULT
) -> RemedyDeadline:
    """Return by when a suit must be brought where the period for the decision ended on a day without one."""
    period = days_after(expired_on, SUIT_AFTER_DAYS, calendar=calendar, conventions=conventions)
    new = (_AFTER_NO_DECISION,) if expired_on >= NEW_RECONSIDERATION_LAW else ()
    return _deadline(RemedyStep.SUIT_AFTER, words.FIFTEEN_DAYS_EXPIRED, period, _AFTER_DECISION, *new)


def silence_deadlines(
    due_on: dt.date, *, calendar: Calendar = NATIONAL, conventions: Conventions = DEFAULT
) -> tuple[RemedyDeadline, ...]:
    """Return by when each remedy must be taken where no reply came until the day it was due."""
    period = days_after(due_on, RECONSIDERATION_DAYS, calendar=calendar, conventions=conventions)
    law = _SIXTY_DAYS if due_on >= NEW_RECONSIDERATION_LAW else _SIXTY_DAYS_2017
    reconsideration = _deadline(RemedyStep.RECONSIDERATION, words.SILENT_SIXTY_DAYS, period, law, _SILENT)
    if remedy_of_silence(due_on, conventions).remedy is Remedy.RECONSIDERATION_FIRST:
        return (reconsideration, _suit_after_later())
    period = months_after(due_on, SUIT_MONTHS, calendar=calendar, conventions=conventions)
    return (reconsideration, _deadline(RemedyStep.SUIT, words.SILENT_SIX_MONTHS, period, _SILENT_SUIT))


def _reconsideration(
    served_on: dt.date, told: bool, calendar: Calendar, conventions: Conventions
) -> RemedyDeadline:
    step, new = RemedyStep.RECONSIDERATION, served_on >= NEW_RECONSIDERATION_LAW
    if told:
        period = days_after(served_on, RECONSIDERATION_DAYS, calendar=calendar, conventions=conventions)
        return _deadline(step, words.SIXTY_DAYS, period, _SIXTY_DAYS if new else _SIXTY_DAYS_2017)
    if new:
        period = years_after(served_on, 1, calendar=calendar, conventions=conventions)
        return _deadline(step, words.ONE_YEAR, period, _NOT_TOLD)
    return RemedyDeadline(step, words.FROM_BEING_TOLD, str(_TOLD_LATER))


def _suit_after_later() -> RemedyDeadline:
    return RemedyDeadline(RemedyStep.SUIT_AFTER, words.FIFTEEN_DAYS, str(_AFTER_DECISION))


def _deadline(step: RemedyStep, text: str, period: Period, *articles: Article) -> RemedyDeadline:
    return RemedyDeadline(
        step, text, cited(articles), period.last, period.rolled_from, period.provisional, period.steps
    )
