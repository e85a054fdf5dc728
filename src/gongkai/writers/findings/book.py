"""Findings as a workbook (检查结果工作簿): a line for each report, and a line for each finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gongkai.report import Severity, Value
from gongkai.writers import words
from gongkai.writers.findings.checked import Checked, Numbered, Unread
from gongkai.writers.findings.spots import excerpt, spot_words, verdict_words
from gongkai.writers.spreadsheet import Sheet, workbook_of

_SUMMARY_WIDTHS = (30, 30, 8, 8, 8, 8, 8, 10, 12, 40)
_FINDINGS_WIDTHS = (24, 24, 8, 6, 10, 26, 20, 34, 56, 14, 14, 36, 18, 44, 36, 12)

_Row = Sequence[Value | str | None]


def findings_book(several: Sequence[Checked], unread: Sequence[Unread] = ()) -> bytes:
    """Return a workbook with a sheet of reports, those that could not be read among them, and one of findings."""
    summary = Sheet(
        name=words.SUMMARY_SHEET,
        columns=words.SUMMARY_COLUMNS,
        widths=_SUMMARY_WIDTHS,
        rows=list(_summary(several, unread)),
    )
    findings = Sheet(
        name=words.FINDINGS_SHEET,
        columns=words.FINDINGS_COLUMNS,
        widths=_FINDINGS_WIDTHS,
        rows=list(_findings(several)),
        wraps=True,
    )
    return workbook_of((summary, findings))


def _summary(several: Sequence[Checked], unread: Sequence[Unread]) -> Iterator[_Row]:
    for checked in several:
        report = checked.report
        remark = None if checked.findings else words.NOTHING_FOUND
        counts = [checked.counts[severity] for severity in Severity]
        yield checked.name, report.organ, report.year, report.edition, *counts, len(checked.dismissed), remark
    for file in unread:
        yield file.name, *[None] * (len(words.SUMMARY_COLUMNS) - 2), words.NOT_READ.format(reason=file.reason)


def _findings(several: Sequence[Checked]) -> Iterator[_Row]:
    for checked in several:
        yield from (_line(one, checked) for one in (*checked.findings, *checked.dismissed))


def _line(one: Numbered, checked: Checked) -> _Row:
    report, finding = checked.report, one.finding
    return (
        *(checked.name, report.organ, report.year, one.number, words.SEVERITIES[finding.severity]),
        *(finding.code, one.kind.title if one.kind else None),
        words.BETWEEN_SPOTS.join(spot_words(finding, report)) or words.WHOLE_REPORT,
        *(finding.message, finding.expected, finding.actual, finding.calculation, finding.correction),
        words.BETWEEN_SPOTS.join(str(excerpt(quote, report)) for quote in finding.quotes) or None,
        *(one.kind.source if one.kind else None, verdict_words(one.verdict)),
    )
