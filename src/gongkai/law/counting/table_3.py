"""Table 3 of the annual report, counted from requests (表三), with the reason for each.

Sources: 国办公开办函〔2021〕30号 and 国办公开办函〔2019〕60号 (rows, columns and identities). What counts once
enters the table of a year by one row, as new or carried in, and leaves it by one, with its result or carried out.
So in every column 一 and 二 are 三 and 四, and 二 is last year's 四, whatever the requests are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from gongkai.law.conventions import DEFAULT, Conventions, LawyerColumn, SplitRequest
from gongkai.law.counting import words
from gongkai.law.counting.courses import courses_of
from gongkai.law.counting.request import Applicant, Matter, Request
from gongkai.law.counting.years import CARRIED_IN, CARRIED_OUT, NEW, entry_of, not_anew, notice_of, result_of
from gongkai.law.outcomes.rows import DIVIDED_FROM, OTHERWISE, ROWS
from gongkai.law.steps import Doubt, Step

RESULTS_TOTAL, TOTAL = "3.7", "total"


class Count(msgspec.Struct, frozen=True):
    """One in the table of a year: the row it enters by, the row it leaves by, and its column."""

    entry: str
    result: str
    applicant: Applicant

    @property
    def rows(self) -> tuple[str, ...]:
        """All rows it stands in; a result stands in their sum, too."""
        return (self.entry, self.result) if self.result == CARRIED_OUT else (self.entry, self.result, RESULTS_TOTAL)


class Counting(msgspec.Struct, frozen=True):
    """How often and where a request is counted in the table of a year, and why; nowhere, where it is not."""

    counts: tuple[Count, ...]
    steps: tuple[Step, ...]
    doubts: tuple[Doubt, ...] = ()


class Table3(msgspec.Struct, frozen=True):
    """The requests of a year (表三); each doubt comes with the number of the request it is about."""

    year: int
    counts: tuple[Count, ...]
    doubts: tuple[tuple[str, Doubt], ...] = ()

    @property
    def cells(self) -> dict[tuple[str, str], int]:
        """All figures of the year's form by the keys of row and column; a sum cannot be anything but the sum."""
        found = Counter(
            (row, column)
            for count in self.counts
            for row in count.rows
            for column in (count.applicant.value, TOTAL)
        )
        columns = (*(one.value for one in Applicant), TOTAL)
        return {(row, column): found[row, column] for row in rows_of_form(self.year) for column in columns}


def rows_of_form(year: int) -> tuple[str, ...]:
    """Return the keys of the rows that the form of a year prints, in its order."""
    endings = {row for row in ROWS if row.startswith(OTHERWISE)}
    printed = endings - {OTHERWISE} if year >= DIVIDED_FROM else {OTHERWISE}
    results = (row for row in ROWS if row != CARRIED_OUT and (row not in endings or row in printed))
    return (NEW, CARRIED_IN, *results, RESULTS_TOTAL, CARRIED_OUT)


def table_3(requests: Iterable[Request], year: int, conventions: Conventions = DEFAULT) -> Table3:
    """Return table 3 of a year, as things are known to have stood on its last day; before 2019 it raises NoRule."""
    notice_of(year)  # without requests, too, there is no table of an earlier year
    found = [(request.number, counted(request, year, conventions)) for request in requests]
    return Table3(
        year,
        tuple(count for _, counting in found for count in counting.counts),
        tuple((number, doubt) for number, counting in found for doubt in counting.doubts),
    )


def counted(request: Request, year: int, conventions: Conventions = DEFAULT) -> Counting:
    """Return how one request is counted in the table of a year, and why; a year before 2019 raises NoRule."""
    notice = notice_of(year)
    if request.matter is not Matter.REQUEST:
        return Counting((), (Step(words.NOT_REQUESTS[request.matter], source=notice),))
    steps = [*_as_many(request, conventions)]
    applicant, column = _column(request, conventions, notice)
    courses, doubts = courses_of(request, conventions)
    counts: list[Count] = []
    for course in courses:
        if course.is_ordered and not conventions.counts_reopened_anew:
            if course.begun_on.year == year:
                steps.append(not_anew(course))
            continue
        entry, told = entry_of(course, year, conventions)
        steps.append(told)
        if entry:
            result, why = result_of(course, year, conventions, entry)
            counts.append(Count(entry, result, applicant))
            steps += why
    if counts:
        steps.append(column)
    relevant = (doubt for doubt in doubts if counts or (doubt.on and doubt.on.year == year))
    return Counting(tuple(counts), tuple(steps), tuple(relevant))


def _column(request: Request, conventions: Conventions, notice: str) -> tuple[Applicant, Step]:
    """Return the column of the applicant, whoever acted for him."""
    if request.is_lawyer:
        as_firm = conventions.lawyer_in_own_name is LawyerColumn.LEGAL
        applicant = Applicant.LEGAL if as_firm else Applicant.NATURAL
        return applicant, Step(words.LAWYER.format(column=applicant.label), None, notice, "lawyer_in_own_name")
    text = words.BY_AGENT if request.by_agent else words.APPLICANT
    return request.applicant, Step(text.format(column=request.applicant.label), source=notice)


def _as_many(request: Request, conventions: Conventions) -> tuple[Step, ...]:
    """Return why nothing is counted before the day of receipt, and what is counted of a split request."""
    if request.received_on is None:
        return (Step(words.NOT_RECEIVED, source=words.RECEIPT_SOURCE),)
    count = len(request.parts)
    if count == 1:
        return ()
    each = conventions.split_request is SplitRequest.EACH_PART
    text = words.EACH_PART if each else words.ONE_REQUEST
    return (Step(text.format(count=count), None, words.SPLIT_SOURCE, "split_request"),)
