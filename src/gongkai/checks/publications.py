"""Table 2 in itself (主动公开政府信息情况): documents made and in force, and fees in their unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.cell_names import cell_names
from gongkai.checks.evidence import Evidence
from gongkai.checks.last_year import last_year_of
from gongkai.places import Level, organ_of
from gongkai.report import EDITION_2021, CellKey, Finding, Severity, Value, plain

FEES: CellKey = ("2", "20.8.fees", "amount")

MADE = Kind(
    code="publications.more_made",
    severity=Severity.WARNING,
    title="制发多于现行有效",
    message="表二“{row}”本年制发 {made} 件、废止 {repealed} 件，现行有效却只有 {actual} 件，请核对。",
    source="国办公开办函〔2021〕30号表二（第二十条第（一）项）",
)
PUBLISHED = Kind(
    code="publications.more_published",
    severity=Severity.WARNING,
    title="本年新公开多于对外公开总数",
    message="表二“{row}”本年新公开 {expected} 件，对外公开总数量却只有 {actual} 件，请核对。",
    source="国办公开办函〔2019〕60号表二（第二十条第（一）项）",
)
FEE_UNIT = Kind(
    code="publications.fee_unit",
    severity=Severity.WARNING,
    title="收费金额单位疑误",
    message="表二行政事业性收费印为 {actual} 万元，{why}，单位疑为元，请核对。格式要求以万元填写。",
    source="国办公开办函〔2021〕30号表二：本年收费金额（单位：万元）",
)
FEE_IN_YUAN = Kind(
    code="publications.fee_in_yuan",
    severity=Severity.WARNING,
    title="收费金额写了元",
    message="表二行政事业性收费印为“{actual}”，格式要求以万元填写，应为 {expected}，请核对更正。",
    source="国办公开办函〔2021〕30号表二：本年收费金额（单位：万元）",
)

_IN_YUAN = re.compile("[^万亿元]{1,24}元")
_UNIT = 10_000
# What no organ of a level collects in a year, in 万元; as 元 it is usual.
_TOO_MUCH = {Level.TOWNSHIP: 10**5, Level.COUNTY: 10**6, Level.CITY: 10**7}
_TOO_MUCH_ANYWHERE = 10**8


@rule(MADE)
def what_was_made_is_in_force(evidence: Evidence) -> Iterator[Finding]:
    """Check that documents made this year are in force or among the repealed ones.

    made ≤ in_force + repealed.

    Source: 国办公开办函〔2021〕30号, table 2; a document may also lapse in the year it was made, which is rare.
    Reads:  the rows of item (一), 2021 edition.
    Yields: a warning for each row where more was made.
    """
    if evidence.report.edition != EDITION_2021.key:
        return
    for row in ("20.1.regulations", "20.1.normative_documents"):
        keys = [("2", row, column) for column in ("in_force", "made", "repealed")]
        in_force, made, repealed = (evidence.values.get(key) for key in keys)
        if in_force is None or made is None or repealed is None or made <= in_force + repealed:
            continue
        yield MADE.finding(
            cells=keys,
            actual=plain(in_force),
            calculation=f"{plain(made)}>{plain(in_force)}+{plain(repealed)}",
            row=cell_names(evidence.report.edition)[keys[0]].row,
            made=plain(made),
            repealed=plain(repealed),
        )


@rule(PUBLISHED)
def what_was_published_is_public(evidence: Evidence) -> Iterator[Finding]:
    """Check that documents published this year are among all that are public.

    published ≤ total.

    Source: 国办公开办函〔2019〕60号, table 2: 本年新公开数量, 对外公开总数量.
    Reads:  the rows of item (一), 2019 edition.
    Yields: a warning for each row where more was published.
    """
    for row in ("20.1.regulations", "20.1.normative_documents"):
        keys = [("2", row, column) for column in ("total", "published")]
        total, published = (evidence.values.get(key) for key in keys)
        if total is not None and published is not None and published > total:
            yield PUBLISHED.finding(
                cells=keys,
                expected=plain(published),
                actual=plain(total),
                calculation=f"{plain(published)}>{plain(total)}",
                row=cell_names(evidence.report.edition)[keys[0]].row,
            )


@rule(FEE_UNIT)
def fees_are_in_their_unit(evidence: Evidence) -> Iterator[Finding]:
    """Check that fees are not ten thousand times those of last year, or more than the organ's level can collect.

    Source: 国办公开办函〔2021〕30号, table 2: 单位：万元.
    Reads:  the fees of this year and, where it can be used, last year's; the organ's level.
    Yields: a warning where they are between 5000 and 20000 times as much or as little, or are beyond all measure.
    """
    now = evidence.values.get(FEES)
    if not now or _is_in_yuan(evidence):
        return
    before = last.value(FEES) if (last := last_year_of(evidence)) else None
    if before is not None and is_a_unit_apart(now, before):
        times = "一万倍左右" if now > before else "万分之一左右"
        why, calculation = f"约为上一年（{plain(before)} 万元）的{times}", f"{plain(before)}→{plain(now)}"
    elif now >= _most(evidence):
        why, calculation = "数额过大", f"{plain(now)}≥{_most(evidence)}"
    else:
        return
    yield FEE_UNIT.finding(cells=[FEES], actual=plain(now), calculation=calculation, why=why)


@rule(FEE_IN_YUAN)
def fees_are_not_printed_in_yuan(evidence: Evidence) -> Iterator[Finding]:
    """Check that the fees' cell does not itself print 元, where the form says 万元.

    Source: 国办公开办函〔2021〕30号, table 2: 单位：万元. The form of 2019 names no unit for its amounts.
    Reads:  the printed text of the fees' cell.
    Yields: a warning with the amount in 万元.
    """
    now = evidence.values.get(FEES)
    if not now or not _is_in_yuan(evidence):
        return
    amount = plain(Decimal(now) / _UNIT)
    yield FEE_IN_YUAN.finding(
        cells=[FEES],
        expected=amount,
        actual=evidence.report.cell(*FEES).text.strip(),
        calculation=f"{plain(now)}÷{_UNIT}={amount}",
        correction=amount,
    )


def is_a_unit_apart(now: Value, before: Value) -> bool:
    """Say whether two amounts differ by about the factor between 元 and 万元."""
    low, high = sorted((Decimal(now), Decimal(before)))
    return low > 0 and low * _UNIT <= 2 * high and high <= 2 * low * _UNIT


def _is_in_yuan(evidence: Evidence) -> bool:
    return _IN_YUAN.fullmatch(evidence.report.cell(*FEES).text.strip()) is not None


def _most(evidence: Evidence) -> int:
    """Return what an amount in 万元 must not reach."""
    report = evidence.report
    if not report.organ or evidence.values[FEES] < min(_TOO_MUCH.values()):
        return _TOO_MUCH_ANYWHERE
    organ = organ_of(report.organ, report.year)
    return _TOO_MUCH.get(organ.level, _TOO_MUCH_ANYWHERE) if organ.level and organ.certain else _TOO_MUCH_ANYWHERE
