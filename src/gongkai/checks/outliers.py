"""Figures that are many times those of the year before, or a small part of them (异常变动)."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.cell_names import cell_names
from gongkai.checks.evidence import Evidence
from gongkai.checks.last_year import last_year_of
from gongkai.checks.publications import FEES, is_a_unit_apart
from gongkai.report import Finding, Severity, Value, plain

JUMP = Kind(
    code="outliers.jump",
    severity=Severity.NOTE,
    title="比上一年变动很大",
    message="{cell}由上一年的 {before} 变为 {actual}，{how}。请核对口径和数字，必要时在报告中说明原因。",
    source="政府信息公开年度报告审核实践：与上一年相差五倍以上的数据应复核",
)
_MOST_TIMES = 5
_LEAST_DIFFERENCE = 50
_WATCHED = (
    ("3", "1", "total"),
    ("2", "20.5.licences", "decisions"),
    ("2", "20.6.penalties", "decisions"),
    FEES,
)


@rule(JUMP)
def figures_do_not_jump(evidence: Evidence) -> Iterator[Finding]:
    """Say which figures are more than five times those of the year before, or less than a fifth.

    Source: practice of those who review reports; a figure may be right all the same.
    Reads:  requests received, licences, penalties and fees in both years; those of table 2 within one edition.
    Yields: a note for each that differs by 50 or more, and so many times. Fees that differ by the factor between
            元 and 万元 are another rule's.
    """
    last = last_year_of(evidence)
    if last is None:
        return
    one_edition = all(one.edition == evidence.report.edition for one in (last.own, *last.merged))
    for key in _WATCHED:
        now, before = evidence.values.get(key), last.value(key)
        if now is None or before is None or not (one_edition or key[0] == "3") or not _is_a_jump(now, before):
            continue
        if key == FEES and is_a_unit_apart(now, before):
            continue
        yield JUMP.finding(
            cells=[key],
            actual=plain(now),
            calculation=f"{plain(before)}→{plain(now)}",
            cell=cell_names(evidence.report.edition)[key],
            before=plain(before),
            how="增加到五倍以上" if now > before else "减少到五分之一以下",
        )


def _is_a_jump(now: Value, before: Value) -> bool:
    low, high = sorted((now, before))
    return low >= 0 and high > _MOST_TIMES * low and high - low >= _LEAST_DIFFERENCE
