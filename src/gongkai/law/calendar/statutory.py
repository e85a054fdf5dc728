"""The periods that the law sets for publishing (公开的法定期限), as one table, and the days of the annual report.

What is counted in working days and what in calendar days differs from law to law: 条例 26, 国办发〔2018〕118号 and
行政处罚法 85 count working days, 预算法 14 calendar days.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

import msgspec

from gongkai.law.calendar.days import NATIONAL, Calendar
from gongkai.law.calendar.notices import ONE_DAY
from gongkai.law.calendar.periods import Period, days_after, working_days_after
from gongkai.law.calendar.words import periods as words
from gongkai.law.calendar.words.days import day_told
from gongkai.law.conventions import DEFAULT, Conventions
from gongkai.law.steps import Step


class Publication(StrEnum):
    """What must be published, or done for the public, within a period (公开事项)."""

    PROACTIVE = "proactive"
    ENFORCEMENT = "enforcement"
    LICENCE_OR_PENALTY = "licence_or_penalty"
    GOVERNMENT_BUDGET = "government_budget"
    DEPARTMENT_BUDGET = "department_budget"
    PENALTY_WITHDRAWN = "penalty_withdrawn"
    INTERPRETATION = "interpretation"
    DECISION_CONSULTATION = "decision_consultation"
    RULES_CONSULTATION = "rules_consultation"
    HEARING_MATERIAL = "hearing_material"
    REGULATION_IN_FORCE = "regulation_in_force"

    @property
    def label(self) -> str:
        return words.PUBLICATIONS[self.value].label

    @property
    def begins(self) -> str:
        """The day from which the period is counted, in words."""
        return words.PUBLICATIONS[self.value].begins

    @property
    def source(self) -> str:
        return words.PUBLICATIONS[self.value].source


class Unit(StrEnum):
    """What a period is counted in."""

    WORKING_DAYS = "working_days"
    DAYS = "days"


class Bound(StrEnum):
    """What the day is that a period leads to: the latest one, the end of the shortest time, or the earliest one."""

    LATEST = "latest"
    SHORTEST = "shortest"
    AHEAD = "ahead"
    EARLIEST = "earliest"


class Limit(NamedTuple):
    """A statutory period: how long, counted in what, and what its end means."""

    length: int
    unit: Unit
    bound: Bound


LIMITS = {
    Publication.PROACTIVE: Limit(20, Unit.WORKING_DAYS, Bound.LATEST),
    Publication.ENFORCEMENT: Limit(20, Unit.WORKING_DAYS, Bound.LATEST),
    Publication.LICENCE_OR_PENALTY: Limit(7, Unit.WORKING_DAYS, Bound.LATEST),
    Publication.GOVERNMENT_BUDGET: Limit(20, Unit.DAYS, Bound.LATEST),
    Publication.DEPARTMENT_BUDGET: Limit(20, Unit.DAYS, Bound.LATEST),
    Publication.PENALTY_WITHDRAWN: Limit(3, Unit.WORKING_DAYS, Bound.LATEST),
    Publication.INTERPRETATION: Limit(3, Unit.WORKING_DAYS, Bound.LATEST),
    Publication.DECISION_CONSULTATION: Limit(30, Unit.DAYS, Bound.SHORTEST),
    Publication.RULES_CONSULTATION: Limit(30, Unit.DAYS, Bound.SHORTEST),
    Publication.HEARING_MATERIAL: Limit(7, Unit.DAYS, Bound.AHEAD),
    Publication.REGULATION_IN_FORCE: Limit(30, Unit.DAYS, Bound.EARLIEST),
}


def publish_by(
    kind: Publication, event_day: dt.date, *, calendar: Calendar = NATIONAL, conventions: Conventions = DEFAULT
) -> Period:
    """Return the period that begins with a day, which is not counted; the bound of its limit says what ends it.

    LATEST: on that day at the latest. SHORTEST: opinions are taken until then at least. AHEAD: `event_day` is the
    hearing, and so many clear days lie between, as the strictest reading has it. EARLIEST: not before that day.
    """
    length, unit, bound = LIMITS[kind]
    if bound is Bound.AHEAD:
        last = event_day - (length + 1) * ONE_DAY
        told = words.AHEAD.format(on=day_told(event_day), last=day_told(last), count=length)
        return Period(last, steps=(Step(told, last, kind.source),))
    if bound is Bound.EARLIEST:
        first = event_day + (length + 1) * ONE_DAY
        told = words.NOT_BEFORE.format(last=day_told(first), count=length)
        return Period(first, steps=(Step(told, first, kind.source),))
    if unit is Unit.WORKING_DAYS:
        return working_days_after(event_day, length, calendar=calendar)
    return days_after(event_day, length, calendar=calendar, conventions=conventions)


class Statute(StrEnum):
    """A law that says for itself which of its days are working days."""

    RECONSIDERATION = "reconsideration"
    PENALTIES = "penalties"


# 复议法 88 ¶2: 三日、五日、七日、十日; 行政处罚法 85: 二日、三日、五日、七日. All others are calendar days.
_WORKING_DAYS_OF = {Statute.RECONSIDERATION: (3, 5, 7, 10), Statute.PENALTIES: (2, 3, 5, 7)}


def unit_under(statute: Statute, count: int) -> Unit:
    """Return what a period of so many days of a law is counted in."""
    return Unit.WORKING_DAYS if count in _WORKING_DAYS_OF[statute] else Unit.DAYS


def days_under(
    statute: Statute,
    on: dt.date,
    count: int,
    *,
    calendar: Calendar = NATIONAL,
    conventions: Conventions = DEFAULT,
) -> Period:
    """Return the period of so many days that a law sets, counted as that law has it."""
    if unit_under(statute, count) is Unit.WORKING_DAYS:
        return working_days_after(on, count, calendar=calendar)
    return days_after(on, count, calendar=calendar, conventions=conventions)


class Response(StrEnum):
    """An answer to what the public is stirred by (政务舆情回应), within hours."""

    AUTHORITATIVE_INFORMATION = "authoritative_information"
    PRESS_CONFERENCE = "press_conference"
    RESPONSE = "response"

    @property
    def label(self) -> str:
        return words.RESPONSES[self.value].label

    @property
    def source(self) -> str:
        return words.RESPONSES[self.value].source


HOURS = {Response.AUTHORITATIVE_INFORMATION: 5, Response.PRESS_CONFERENCE: 24, Response.RESPONSE: 48}


def respond_by(kind: Response, at: dt.datetime) -> dt.datetime:
    """Return by when an answer must be given to something that happened at a time; rest days count."""
    return at + dt.timedelta(hours=HOURS[kind])


class FixedDay(msgspec.Struct, frozen=True):
    """A day that the law fixes and that does not roll over, and the last working day until it.

    `provisional` (暂定) tells that the working day hangs on days that no notice has fixed.
    """

    due: dt.date
    warn_on: dt.date
    source: str
    provisional: bool = False


class ReportDays(NamedTuple):
    """By when annual reports must be published (条例 49): departments' own, governments' consolidated ones."""

    departments: FixedDay
    governments: FixedDay


def report_days(report_year: int, *, calendar: Calendar = NATIONAL) -> ReportDays:
    """Return the days by which the reports of a year must be published: 31 January and 31 March after it."""
    year = report_year + 1
    return ReportDays(_fixed(dt.date(year, 1, 31), calendar), _fixed(dt.date(year, 3, 31), calendar))


def _fixed(due: dt.date, calendar: Calendar) -> FixedDay:
    warn_on = calendar.last_working(due)
    return FixedDay(due, warn_on, words.REPORT_SOURCE, calendar.is_provisional(warn_on, due))
