"""The report of the year before (上一年度报告): whether it can be used, and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gongkai.checks.evidence import Evidence
from gongkai.checks.same_organ import one_house, scopes_agree, surely_one_name
from gongkai.report import AnnualReport, CellKey, Method, State, Value


class LastYear(NamedTuple):
    """The organ's own report of the year before, and those of organs merged into it, whose figures are added.

    `sure` says that the printed year and name are those they should be; where they are not printed, or the name is
    that of the government or of its office, differences prove nothing.
    """

    own: AnnualReport
    merged: tuple[AnnualReport, ...]
    sure: bool

    def value(self, key: CellKey) -> Value | None:
        """Return a figure of the year before, of all organs together; None where one of them does not print it."""
        total: Value = 0
        for report in (self.own, *self.merged):
            at = report.form.positions.get(key)
            if at is None or report.cells[at].state is not State.PRINTED:
                return None
            total += report.cells[at].value or 0
        return total

    def recognised(self, key: CellKey) -> bool:
        """Say whether a figure was recognised from a picture in one of the reports."""
        found = ((report, report.form.positions.get(key)) for report in (self.own, *self.merged))
        return any(at is not None and report.cells[at].method is Method.OCR for report, at in found)


def last_year_of(evidence: Evidence) -> LastYear | None:
    """Return what the report can be held against; None where nothing was given, or a wrong report with it."""
    if not evidence.last_year or next(refused(evidence), None):
        return None
    report, given = evidence.report, evidence.last_year
    own = next((one for one in given if _may_be_of(one, report)), None)
    first = own or given[0]
    merged = tuple(one for one in given if one is not first)
    printed = first.year is not None and report.year is not None and bool(first.organ and report.organ)
    sure = own is not None and printed and surely_one_name(first.organ or "", report.organ or "")
    return LastYear(first, merged, sure)


def refused(evidence: Evidence) -> Iterator[tuple[AnnualReport, str]]:
    """Yield the given reports that are not of the year before or not of the organ, with the reason in Chinese.

    Where several are given they are those of merged organs too, which have other names.
    """
    report, given = evidence.report, evidence.last_year
    for one in given:
        if None not in (one.year, report.year) and one.year != (report.year or 0) - 1:
            yield one, f"年份是 {one.year} 年，不是 {(report.year or 0) - 1} 年"
        elif len(given) == 1 and not _may_be_of(one, report):
            yield one, f"机关是“{one.organ}”，不是“{report.organ}”"
        elif len(given) == 1 and not scopes_agree(one, report):
            yield one, "一份是本机关的，一份是汇总所属机关的，统计范围不同"


def _may_be_of(one: AnnualReport, report: AnnualReport) -> bool:
    return not one.organ or not report.organ or one_house(one.organ, report.organ)
