"""Figures that are possible, but not likely for such an organ (数据合理性)."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.cell_names import cell_names
from gongkai.checks.evidence import Evidence
from gongkai.checks.last_year import last_year_of
from gongkai.places import Level, Organ, OrganKind, organ_of
from gongkai.report import CellKey, Finding, Severity, plain

REGULATIONS = Kind(
    code="plausibility.regulations",
    severity=Severity.WARNING,
    title="无规章制定权而填了规章",
    message="表二“规章”填有 {said}，但“{organ}”不是有权制定规章的机关，请核对是否应填 0 或计入行政规范性文件。",
    source="《立法法》（2023年修正）第九十一条、第九十三条：规章由国务院部门和省、自治区、直辖市、设区的市、自治州人民政府制定",
)
PENALTIES = Kind(
    code="plausibility.penalties",
    severity=Severity.NOTE,
    title="乡镇、街道的行政处罚较多",
    message="表二行政处罚为 {actual} 件。乡镇、街道只能办理依法下放或委托的处罚，请核对是否误填了其他机关的数据。",
    source="《行政处罚法》第二十四条：省级决定可将基层管理迫切需要的处罚权交由乡镇、街道行使",
)
DISPUTES = Kind(
    code="plausibility.disputes",
    severity=Severity.WARNING,
    title="复议、诉讼多于申请",
    message="表四复议、诉讼合计 {actual} 件（{said}），多于本年新收和上年结转的 {due} 件申请。"
    "请核对是否误填了与政府信息公开无关的案件；属于以前年度申请引起的，建议说明。",
    source="国办公开办函〔2021〕30号表四：只统计因政府信息公开工作引起的案件",
)
RATIO = Kind(
    code="plausibility.disputes_ratio",
    severity=Severity.NOTE,
    title="复议、诉讼占申请的比例高",
    message="表四复议、诉讼合计 {actual} 件（{said}），办结的申请 {closed} 件，比例偏高，"
    "请留意是否误填了与政府信息公开无关的案件。",
    source="国办公开办函〔2021〕30号表四：只统计因政府信息公开工作引起的案件",
)
LITIGATION_AFTER = Kind(
    code="plausibility.litigation_after",
    severity=Severity.WARNING,
    title="复议后起诉多于复议",
    message="表四“复议后起诉”{actual} 件，多于本年和上一年行政复议之和 {expected} 件，请核对。",
    source="国办公开办函〔2021〕30号表四：复议后起诉的案件先经过行政复议",
)

_MADE_BY_GOVERNMENTS = frozenset({Level.NATION, Level.PROVINCE, Level.CITY})
_GOVERNMENTS = frozenset({OrganKind.GOVERNMENT, OrganKind.OFFICE})
_BELOW_COUNTIES = frozenset({OrganKind.TOWNSHIP, OrganKind.STREET_OFFICE})
_DEPARTMENTS = frozenset({OrganKind.DEPARTMENT, OrganKind.VERTICAL})
_PENALTIES_KEY: CellKey = ("2", "20.6.penalties", "decisions")
_MANY_PENALTIES = 100
# One or two cases more than requests stem from the year before more often than from a mistake.
_MORE_CASES = 3
_MANY_CASES, _HIGH_RATIO = 10, 3
_GROUPS = ("reconsideration", "litigation_direct", "litigation_after")


@rule(REGULATIONS)
def regulations_are_made_by_those_who_may(evidence: Evidence) -> Iterator[Finding]:
    """Check that only organs that may make administrative rules count some (规章).

    Source: 立法法: rules are made by departments of the State Council and by the governments of provinces and of
            cities with districts; the offices of these governments report for them.
    Reads:  the row 规章, and what the organ's name says of its kind and level.
    Yields: a warning for counties, townships, streets and local departments; nothing where the name does not tell.
    """
    report = evidence.report
    keys = [key for key in report.form.keys if key[1] == "20.1.regulations" and evidence.values.get(key)]
    if not keys or not report.organ or not _makes_no_rules(organ_of(report.organ, report.year)):
        return
    names = cell_names(report.edition)
    said = "、".join(f"{names[key].column} {plain(evidence.values[key])}" for key in keys)
    yield REGULATIONS.finding(cells=keys, expected=0, actual=said, said=said, organ=report.organ)


def _makes_no_rules(organ: Organ) -> bool:
    if organ.kind in _BELOW_COUNTIES:
        return True
    if organ.level is None:
        return False
    if organ.kind in _GOVERNMENTS:
        return organ.certain and organ.level not in _MADE_BY_GOVERNMENTS
    return organ.kind in _DEPARTMENTS and organ.level is not Level.NATION


@rule(PENALTIES)
def townships_punish_little(evidence: Evidence) -> Iterator[Finding]:
    """Say where a township or a street counts many penalties.

    Source: 行政处罚法 24: they punish only where the province hands it to them.
    Reads:  行政处罚, and the organ's kind by its name.
    Yields: a note from a hundred penalties on.
    """
    report, actual = evidence.report, evidence.values.get(_PENALTIES_KEY)
    if actual is None or actual < _MANY_PENALTIES or not report.organ:
        return
    if organ_of(report.organ, report.year).kind in _BELOW_COUNTIES:
        yield PENALTIES.finding(cells=[_PENALTIES_KEY], actual=plain(actual))


@rule(DISPUTES, RATIO)
def disputes_are_about_requests(evidence: Evidence) -> Iterator[Finding]:
    """Check that there are not more disputes than requests (复议、诉讼与申请).

    Source: table 4 counts disputes about disclosure only. Disputes may stem from requests of earlier years, and one
            that went to court after reconsideration is counted twice.
    Reads:  the totals of table 4; requests received, carried in and closed.
    Yields: a warning where cases, each counted once, are more than the requests there were to close by three or
            more; else a note where there are ten or more and at least one for three requests closed.
    """
    values = evidence.values
    keys = [("4", row, "total") for row in _GROUPS]
    received, carried_in, closed = (values.get(("3", row, "total")) for row in ("1", "2", "3.7"))
    first, direct, after = (values.get(key) for key in keys)
    if received is None or carried_in is None or closed is None:
        return
    if first is None or direct is None or after is None:
        return
    due = received + carried_in
    together, cases = first + direct + after, max(first + direct, after)
    if cases >= due + _MORE_CASES:
        kind = DISPUTES
    elif together >= _MANY_CASES and together * _HIGH_RATIO >= closed:
        kind = RATIO
    else:
        return
    names = cell_names(evidence.report.edition)
    said = "、".join(f"{names[key].row} {plain(values[key])}" for key in keys)
    yield kind.finding(
        cells=[*keys, *(("3", row, "total") for row in (("1", "2") if kind is DISPUTES else ("3.7",)))],
        actual=plain(together),
        calculation=f"{plain(first)}+{plain(direct)}+{plain(after)}={plain(together)}",
        said=said,
        due=plain(due),
        closed=plain(closed),
    )


@rule(LITIGATION_AFTER)
def litigation_follows_reconsideration(evidence: Evidence) -> Iterator[Finding]:
    """Check that suits after reconsideration are not more than reconsiderations (复议后起诉).

    litigation_after(Y) ≤ reconsideration(Y) + reconsideration(Y-1).

    Source: such a suit has been through reconsideration, this year or the year before.
    Reads:  the totals of table 4 in both years.
    Yields: a warning; nothing where last year's report is not there.
    """
    last = last_year_of(evidence)
    keys: list[CellKey] = [("4", "litigation_after", "total"), ("4", "reconsideration", "total")]
    actual, now = (evidence.values.get(key) for key in keys)
    before = last.value(keys[1]) if last else None
    if actual is None or now is None or before is None or actual <= now + before:
        return
    yield LITIGATION_AFTER.finding(
        cells=keys,
        expected=plain(now + before),
        actual=plain(actual),
        calculation=f"{plain(actual)}>{plain(now)}+{plain(before)}",
    )
