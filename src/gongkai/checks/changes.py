"""Changes against the year before that prose states (同比), held against last year's report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.evidence import Evidence
from gongkai.claims import Basis, Claim
from gongkai.damage import fold
from gongkai.report import Finding, Severity, Value

CHANGE = Kind(
    code="changes.share",
    severity=Severity.WARNING,
    title="同比算错",
    message="正文称“{phrase}”，按上年报告的 {base} 和本年的 {value} 计算，应为{direction} {expected}%。",
    source="上一年度报告；按所印位数四舍五入",
)
DIFFERENCE = Kind(
    code="changes.difference",
    severity=Severity.WARNING,
    title="增减数算错",
    message="正文称“{phrase}”，按上年报告的 {base} 和本年的 {value} 计算，应为{direction} {expected}。",
    source="上一年度报告",
)
_GREW = "增长|增加|上升|提高|增多|上涨|多出"
_FELL = "下降|减少|回落|降低|下滑"
_BETWEEN = re.compile(
    r"^[,(;、]?(?:申请|数量|总量|总数|申请量|件数|案件){0,3}(?:同比|(?:比|较)(?:上一?年|去年|上年度|20\d\d年)(?:度)?(?:同期)?)"
    rf"(?:数量|总量)?(?:(?P<grew>{_GREW})|(?P<fell>{_FELL}))(?:了|约|近|幅度为|幅达|幅为){{0,2}}$"
)
_UP, _DOWN = "增长", "下降"


@rule(CHANGE, DIFFERENCE)
def changes_follow_from_both_years(evidence: Evidence) -> Iterator[Finding]:
    """Check a change to last year behind a count (较上年增长 p%) against both years' figures.

    Source: last year's report. Reads: a count tied to cells, and the percentage or number right behind it.
    Yields: a warning where the figures give another change; nothing without last year's report or a zero base.
    """
    if not evidence.last_year:
        return
    for claim, change in pairwise(evidence.claims):
        direction = _direction(evidence, claim, change)
        if not direction or claim.value is None or change.value is None or claim.about or change.about:
            continue
        base = _last_year(evidence, claim)
        if base is None:
            continue
        signed = (claim.value - base) * (1 if direction == _UP else -1)
        if change.is_share and base and not change.admits_share(signed, base):
            digits = len(change.text.partition(".")[2])
            share = 100 * (claim.value - base) / base
            yield _found(CHANGE, evidence, claim, change, base, f"{abs(share):.{digits}f}")
        elif change.unit == claim.unit and signed != change.value:
            yield _found(DIFFERENCE, evidence, claim, change, base, f"{abs(claim.value - base)}")


def _found(kind: Kind, evidence: Evidence, claim: Claim, change: Claim, base: Value, expected: str) -> Finding:
    quote = evidence.passage(claim.quote).quote(claim.phrase.start, change.quote.end)
    value = claim.value or 0
    return kind.finding(
        cells=claim.cells,
        quotes=(quote,),
        expected=expected,
        actual=change.text,
        calculation=f"({value} - {base}) ÷ {base}" if kind is CHANGE else f"{value} - {base} = {value - base}",
        phrase=quote.text,
        base=base,
        value=value,
        direction=_UP if value >= base else _DOWN,
    )


def _direction(evidence: Evidence, claim: Claim, change: Claim) -> str | None:
    one, other = claim.quote, change.quote
    if not claim.cells or claim.basis is not Basis.FIRM or (one.part, one.number) != (other.part, other.number):
        return None
    match = _BETWEEN.match(fold(evidence.passage(one).text[one.end : other.start]).replace(" ", ""))
    return None if match is None else _UP if match["grew"] else _DOWN


def _last_year(evidence: Evidence, claim: Claim) -> Value | None:
    """Return last year's sum of a claim's cells over the organ and those merged into it; None if one is unknown."""
    total: Value = 0
    for report in evidence.last_year:
        printed = {cell.key: cell.value for cell in report.cells if not cell.marked}
        for key in claim.cells:
            value = printed.get(key)
            if value is None:
                return None
            total += value
    return total
