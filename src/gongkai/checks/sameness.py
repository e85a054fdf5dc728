"""The report repeats that of the year before (与上年雷同): the same words, or the same figures."""

from __future__ import annotations

import math
from collections.abc import Iterator

from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.cell_names import TABLE_NAMES, cell_names, listed
from gongkai.checks.evidence import Evidence
from gongkai.checks.last_year import last_year_of
from gongkai.checks.likeness import WITHOUT_YEARS, Dropped, grams, length, longest, share
from gongkai.report import CellKey, Edition, Finding, Severity, plain

_SOURCE = "国办公开办函〔2021〕30号：不得内容雷同、敷衍塞责"

TEXT = Kind(
    code="sameness.text",
    severity=Severity.WARNING,
    title="文字与上一年雷同",
    message="“{heading}”的文字有 {actual}% 与上一年度报告相同（不计年份），请按本年实际情况改写。",
    source=_SOURCE,
)
FIGURES = Kind(
    code="sameness.figures",
    severity=Severity.WARNING,
    title="数字与上一年完全相同",
    message="{table}的各项数字与上一年度报告完全相同（{some}），请核对是否误用了上一年的数据。",
    source=_SOURCE,
)
_WARNING_SHARE, _NOTE_SHARE = 0.9, 0.8
_LEAST_LENGTH = 120
# Figures of so many digits in all do not come out the same by chance.
_LEAST_DIGITS = 3
# What is in force may well stay the same, and sums follow from the rest.
_STANDING = frozenset({"in_force", "total", "previous", "change"})


@rule(TEXT)
def text_is_of_this_year(evidence: Evidence) -> Iterator[Finding]:
    """Check that sections one and five are not those of last year.

    Source: 国办公开办函〔2021〕30号: reports must not repeat (内容雷同).
    Reads:  the paragraphs of both sections in both years, without years and signs.
    Yields: a warning for each section of which nine tenths stand in last year's, a note from eight tenths. Nothing
            for a section of a sentence or two.
    """
    last = last_year_of(evidence)
    if last is None:
        return
    dropped = Dropped(WITHOUT_YEARS)
    before = tuple(last.own.passages())
    for part in ("1", "5"):
        own = dropped.pieces(evidence.passages, part)
        if length(own) < _LEAST_LENGTH:
            continue
        theirs = grams(dropped.pieces(before, part))
        alike = share(own, theirs)
        found = longest(own, theirs)
        if alike >= _NOTE_SHARE and found:
            yield TEXT.finding(
                quotes=[dropped.quote(*found)],
                severity=None if alike >= _WARNING_SHARE else Severity.NOTE,
                actual=math.floor(100 * alike),
                heading=evidence.report.form.headings[int(part) - 1],
            )


@rule(FIGURES)
def figures_are_of_this_year(evidence: Evidence) -> Iterator[Finding]:
    """Check that the figures of tables 2 and 3 are not those of last year.

    Source: 国办公开办函〔2021〕30号: reports must not repeat (内容雷同).
    Reads:  all cells of table 2, then of table 3, in both years, where both are of one edition.
    Yields: a warning for a table whose cells are all printed and the same, where those that count the year's work
            have three digits in all or more: a single request may well come again.
    """
    last = last_year_of(evidence)
    if last is None or last.own.edition != evidence.report.edition:
        return
    form = evidence.report.form
    for table in ("2", "3"):
        keys = [key for key in form.keys if key[0] == table]
        values = [evidence.values.get(key) for key in keys]
        if None in values or any(last.value(key) != now for key, now in zip(keys, values, strict=True)):
            continue
        counted = [key for key in _counts(form, table) if evidence.values[key]]
        if sum(math.log10(max(1, evidence.values[key])) for key in counted) < _LEAST_DIGITS:
            continue
        names = cell_names(form.key)
        some = (f"{names[key].row}{names[key].column} {plain(evidence.values[key])}" for key in counted)
        yield FIGURES.finding(cells=counted, table=TABLE_NAMES[table], some=listed(some))


def _counts(form: Edition, table: str) -> Iterator[CellKey]:
    """Yield the cells of a table that count the year's work and do not follow from others."""
    sums = ("3.7",)
    return (key for key in form.keys if key[0] == table and key[2] not in _STANDING and key[1] not in sums)
