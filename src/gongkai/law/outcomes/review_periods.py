"""The periods of a reconsideration as the organ whose act is reviewed meets them (复议程序的期限).

Source: 行政复议法 articles 30, 31, 48, 54, 62 and 76, in force from 2024-01-01; of its days, three, five, seven and
ten are working days, all others calendar days (article 88 ¶2). Cases about disclosure may go through the simplified
procedure (article 53 ¶1(4)).
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import msgspec

from gongkai.errors import NoRule
from gongkai.law.calendar.days import NATIONAL, Calendar
from gongkai.law.calendar.periods import Period
from gongkai.law.calendar.statutory import Statute, days_under
from gongkai.law.conventions import DEFAULT, Conventions
from gongkai.law.identifiers.dates import printed
from gongkai.law.outcomes import words
from gongkai.law.outcomes.articles import Article, of_reconsideration_law
from gongkai.law.outcomes.remedies import NEW_RECONSIDERATION_LAW
from gongkai.terms.outcomes import REVIEW_STEPS


class ReviewStep(StrEnum):
    """A step of a reconsideration that has a period (复议步骤)."""

    EXAMINATION = "examination"
    CORRECTION_NOTICE = "correction_notice"
    CORRECTION = "correction"
    COPY = "copy"
    REPLY = "reply"
    DECISION = "decision"
    OPINION_REPORT = "opinion_report"

    @property
    def label(self) -> str:
        return REVIEW_STEPS[self.value]


class ReviewPeriod(msgspec.Struct, frozen=True):
    """A period of so many days after something happened: `begins` says what in Chinese."""

    step: ReviewStep
    days: int
    begins: str
    article: Article


_ALWAYS = (
    ReviewPeriod(ReviewStep.EXAMINATION, 5, words.REQUEST_RECEIVED, of_reconsideration_law(30, 1)),
    ReviewPeriod(ReviewStep.CORRECTION_NOTICE, 5, words.REQUEST_RECEIVED, of_reconsideration_law(31, 1)),
    ReviewPeriod(ReviewStep.CORRECTION, 10, words.NOTICE_RECEIVED, of_reconsideration_law(31, 2)),
    ReviewPeriod(ReviewStep.OPINION_REPORT, 60, words.OPINION_RECEIVED, of_reconsideration_law(76)),
)
ORDINARY = (
    *_ALWAYS,
    ReviewPeriod(ReviewStep.COPY, 7, words.ACCEPTED, of_reconsideration_law(48)),
    ReviewPeriod(ReviewStep.REPLY, 10, words.COPY_RECEIVED, of_reconsideration_law(48)),
    ReviewPeriod(ReviewStep.DECISION, 60, words.ACCEPTED, of_reconsideration_law(62, 1)),
)
SIMPLIFIED = (
    *_ALWAYS,
    ReviewPeriod(ReviewStep.COPY, 3, words.ACCEPTED, of_reconsideration_law(54, 1)),
    ReviewPeriod(ReviewStep.REPLY, 5, words.COPY_RECEIVED, of_reconsideration_law(54, 1)),
    ReviewPeriod(ReviewStep.DECISION, 30, words.ACCEPTED, of_reconsideration_law(62, 2)),
)
# Only the ordinary procedure may be prolonged, by so many days at most (article 62 ¶1).
LONGEST_EXTENSION = 30


def review_period(step: ReviewStep, *, simplified: bool = False, extended_by: int = 0) -> ReviewPeriod:
    """Return the period of a step, a decision's with the days it was prolonged by.

    More than thirty days, days of another step or of the simplified procedure raise NoRule.
    """
    period = next(one for one in (SIMPLIFIED if simplified else ORDINARY) if one.step is step)
    longest = LONGEST_EXTENSION if step is ReviewStep.DECISION and not simplified else 0
    if not 0 <= extended_by <= longest:
        raise NoRule(words.NO_EXTENSION)
    return msgspec.structs.replace(period, days=period.days + extended_by)


def review_due(
    step: ReviewStep,
    began_on: dt.date,
    *,
    simplified: bool = False,
    extended_by: int = 0,
    calendar: Calendar = NATIONAL,
    conventions: Conventions = DEFAULT,
) -> Period:
    """Return the period of a step that began on a day, which is not counted.

    A day before the law of 2024 raises NoRule.
    """
    if began_on < NEW_RECONSIDERATION_LAW:
        raise NoRule(words.NO_REVIEW_PERIOD.format(on=printed(began_on)))
    days = review_period(step, simplified=simplified, extended_by=extended_by).days
    return days_under(Statute.RECONSIDERATION, began_on, days, calendar=calendar, conventions=conventions)
