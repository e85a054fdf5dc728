"""When a report was published and signed (公布日期): after its year, in time, on a day that exists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.dates import DATE, PRINTED_DATE, date_of, in_words
from gongkai.checks.evidence import Evidence
from gongkai.checks.running_text import RunningText, running_text
from gongkai.checks.signatures import signature_of
from gongkai.places import Level, OrganKind, organ_of
from gongkai.report import CLOSING, PREFACE, Finding, Severity

_SOURCE = "《条例》第四十九条（部门每年1月31日前、政府每年3月31日前公布上一年度报告）"

LATE = Kind(
    code="publication_dates.late",
    severity=Severity.WARNING,
    title="公布晚于期限",
    message="{what}为{actual}，晚于期限{expected}（{whose}）。请核对日期；确实晚了的应予说明。",
    source=_SOURCE,
)
EARLY = Kind(
    code="publication_dates.early",
    severity=Severity.WARNING,
    title="公布早于年度结束",
    message="{what}为{actual}，而{year}年度到{year}年12月31日才结束。请核对日期。",
    source=_SOURCE,
)
IMPOSSIBLE = Kind(
    code="publication_dates.impossible",
    severity=Severity.ERROR,
    title="日期不存在",
    message="没有“{actual}”这一天，请改正。",
    source="公历",
)
UNDATED = Kind(
    code="publication_dates.undated",
    severity=Severity.NOTE,
    title="没有落款和日期",
    message="文件中没有落款，也没有公布日期，是否按期公布无从核对。",
    source=_SOURCE,
)
_LABELLED = re.compile(
    rf"(?:发布|公开|公布|生成|成文|发文|信息|(?<![\u4e00-\u9fff])(?=[时日]))(?:时间|日期)\s*:\s*{PRINTED_DATE}"
)
_GOVERNMENTS = frozenset({Level.PROVINCE, Level.CITY, Level.COUNTY})
_DEPARTMENTS = frozenset({OrganKind.DEPARTMENT, OrganKind.OFFICE})
_MOST_YEARS = 1


class _Printed(NamedTuple):
    """A date of the report itself: what it is called, where it stands, and the day."""

    what: str
    span: tuple[int, int]
    day: date


@rule(LATE, EARLY, UNDATED)
def published_in_time(evidence: Evidence) -> Iterator[Finding]:
    """Check the dates of publication and signature against the year and the deadline (公布期限).

    Source: 条例 49: departments by 31 January, governments by 31 March of the next year; towns, streets and zones
            have no date. Local rules may ask for it earlier.
    Reads:  a date behind 发布时间 or 发布日期 in the head of the page, the date below the signature, and what
            `gongkai.places` knows of the organ.
    Yields: a warning for each kind of date that is too late, or before the year's end; a note where there is none.
    """
    report, text = evidence.report, running_text(evidence)
    if report.year is None:
        return
    printed = list(_printed(text))
    if not printed:
        if not text.of(CLOSING).strip() or signature_of(text) is None:
            yield UNDATED.finding()
        return
    deadline = _deadline(evidence, report.year)
    for one in printed:
        quotes = [text.quote(*one.span)]
        if one.day <= date(report.year, 12, 31):
            yield EARLY.finding(
                quotes=quotes,
                severity=text.sure_of_years(EARLY),
                what=one.what,
                actual=in_words(one.day),
                year=report.year,
            )
        elif deadline and one.day > deadline[0]:
            yield LATE.finding(
                quotes=quotes,
                severity=text.sure_of_years(LATE),
                what=one.what,
                actual=in_words(one.day),
                expected=in_words(deadline[0]),
                whose=deadline[1],
            )


def _printed(text: RunningText) -> Iterator[_Printed]:
    """Yield the first date of publication in the page's head, and the date of the signature."""
    for match in text.find(_LABELLED, PREFACE):
        if day := date_of(match):
            yield _Printed("发布日期", match.span(), day)
            break
    signature = signature_of(text)
    if signature and signature.dated and signature.day:
        yield _Printed("落款日期", signature.dated, signature.day)


def _deadline(evidence: Evidence, year: int) -> tuple[date, str] | None:
    """Return the last day for the organ's report, and for whom it is; None where the law sets none."""
    report = evidence.report
    organ = organ_of(report.organ, year) if report.organ else None
    if organ is None or organ.dispatched or organ.zone:
        return None
    if organ.kind in _DEPARTMENTS:
        return evidence.rules.deadlines.departments.in_year(year + 1), "部门"
    if organ.kind is OrganKind.GOVERNMENT and organ.level in _GOVERNMENTS:
        return evidence.rules.deadlines.governments.in_year(year + 1), "政府"
    return None


@rule(IMPOSSIBLE)
def days_exist(evidence: Evidence) -> Iterator[Finding]:
    """Check that every date is one of the calendar (2月30日).

    Source: the calendar.
    Reads:  all dates with year, month and day in the prose; nothing beside lost digits.
    Yields: one error for each date that does not exist.
    """
    text = running_text(evidence)
    for match in text.find(DATE):
        if date_of(match) is None and match["month"] and not text.is_broken(*match.span()):
            yield IMPOSSIBLE.finding(quotes=[text.quote_of(match)], severity=text.sure(IMPOSSIBLE), actual=match[0])
