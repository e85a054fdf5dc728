"""What of a request counts as one (计件): the whole, or each part of it; and each new reply that was ordered."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from gongkai.law.conventions import AwaitingCorrection, Conventions, SplitRequest
from gongkai.law.counting import words
from gongkai.law.counting.request import Awaited, Part, Request
from gongkai.law.outcomes.outcome import Outcome
from gongkai.law.outcomes.rows import Reply
from gongkai.law.steps import Doubt


class Course(NamedTuple):
    """Something that is counted once: it began with the receipt, or with an order for a new reply, and ends once.

    `name` tells which part it is, where a request was split.
    """

    begun_on: dt.date
    parts: tuple[Part, ...]
    name: str = ""
    is_ordered: bool = False
    reply: Reply | None = None

    @property
    def ended_on(self) -> dt.date | None:
        """The day it ended, which is never before it began."""
        return max(self.reply.on, self.begun_on) if self.reply else None

    def has_ended(self, year: int) -> bool:
        """Tell whether it ended in a year or before."""
        return self.ended_on is not None and self.ended_on.year <= year

    def awaits(self, awaited: Awaited, year: int) -> bool:
        """Tell whether it waits for the applicant on the last day of a year, in all its parts."""
        last = dt.date(year, 12, 31)
        return not self.has_ended(year) and all(part.awaits(awaited, last) for part in self.parts)

    def first_year(self, until: int, conventions: Conventions) -> int | None:
        """Return the year in which it counts as new; None where that is after `until`."""
        skips = conventions.awaiting_correction_at_year_end is AwaitingCorrection.WHEN_CORRECTED
        years = range(self.begun_on.year, until + 1)
        return next((year for year in years if not (skips and self.awaits(Awaited.CORRECTION, year))), None)


class Courses(NamedTuple):
    """All courses of a request, the ordered ones among them, and the ends that cannot be so."""

    courses: tuple[Course, ...]
    doubts: tuple[Doubt, ...]


def courses_of(request: Request, conventions: Conventions) -> Courses:
    """Return what a request counts as, in any order in which its replies and orders were recorded."""
    received = request.received_on
    if received is None:
        ends = (reply for part in request.parts for reply in part.replies if not _is_withdrawal(reply))
        return Courses((), tuple(_doubt("counting.ended_unreceived", reply.on) for reply in ends))
    found = [_of_part(part, received) for part in request.parts]
    doubts = tuple(doubt for one in found for doubt in one.doubts)
    if len(found) == 1:
        return Courses(found[0].courses, doubts)
    named = [
        [course._replace(name=words.PART.format(number=number)) for course in one.courses]
        for number, one in enumerate(found, 1)
    ]
    if conventions.split_request is SplitRequest.EACH_PART:
        return Courses(tuple(course for one in named for course in one), doubts)
    ordered = (course for one in named for course in one[1:])
    return Courses((_joined(received, request.parts, [one[0] for one in named]), *ordered), doubts)


def _of_part(part: Part, received: dt.date) -> Courses:
    """Return the course that began with the receipt, and one for each order that came after an end."""
    courses, doubts = [Course(received, (part,))], []
    for on, reply in _happened(part):
        last = courses[-1]
        if reply is None:
            if last.reply:
                courses.append(Course(max(on, received), (part,), is_ordered=True))
        elif last.reply:
            doubts.append(_doubt("counting.ended_twice", on, first=last.reply.on))
        elif not reply.items:
            doubts.append(_doubt("counting.no_outcome", on))
        else:
            if on < received:
                doubts.append(_doubt("counting.ended_before_receipt", on, received=received))
            courses[-1] = last._replace(reply=reply)
    return Courses(tuple(courses), tuple(doubts))


def _happened(part: Part) -> list[tuple[dt.date, Reply | None]]:
    """Return orders, which have no reply, and replies by day; an order opens the day, as on the clock."""
    found: list[tuple[dt.date, Reply | None]] = [(on, None) for on in part.orders]
    found += [(reply.on, reply) for reply in part.replies]
    return sorted(found, key=lambda one: (one[0], one[1] is not None))


def _joined(received: dt.date, parts: tuple[Part, ...], courses: list[Course]) -> Course:
    """Return the parts as one request, which ends with the last of them and with the outcomes of all."""
    whole = Course(received, parts)
    replies = [course.reply for course in courses if course.reply]
    if len(replies) < len(courses):
        return whole
    items = tuple(item for reply in replies for item in reply.items)
    return whole._replace(reply=Reply(max(reply.on for reply in replies), items))


def _is_withdrawal(reply: Reply) -> bool:
    """Tell whether the applicant withdrew, which he may do before the day of receipt is known."""
    return {item.outcome for item in reply.items} == {Outcome.WITHDRAWN}


def _doubt(code: str, on: dt.date, **days: dt.date) -> Doubt:
    written = {key: words.DAY.format(day) for key, day in days.items()}
    return Doubt(code, words.DOUBTS[code].format(on=words.DAY.format(on), **written), on)
