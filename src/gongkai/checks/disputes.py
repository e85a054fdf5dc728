"""The sums of table 4 (政府信息公开行政复议、行政诉讼情况): results and pending cases make the total."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.cell_names import cell_names, listed
from gongkai.checks.corrections import solutions, told
from gongkai.checks.evidence import Evidence
from gongkai.checks.recognised import UNSURE, severity_of
from gongkai.checks.sums import BrokenSum, broken_sums
from gongkai.report import Finding, Severity, plain

_SOURCE = "国办公开办函〔2021〕30号表四、国办公开办函〔2019〕60号表四"

SUM = Kind(
    code="disputes.sum",
    severity=Severity.ERROR,
    title="复议、诉讼合计不符",
    message="表四“{row}”：结果维持、结果纠正、其他结果、尚未审结之和为 {expected}，"
    "总计印为 {actual}，请核对更正。{more}",
    source=_SOURCE,
)
PARTS_EXCEED = Kind(
    code="disputes.parts_exceed",
    severity=Severity.ERROR,
    title="复议、诉讼分项大于总计",
    message="表四“{row}”虽有空白或未能读出的格，已有数字之和 {actual} 已大于总计 {expected}，请核对更正。{more}",
    source=f"{_SOURCE}；件数不会小于零",
)


@rule(SUM, PARTS_EXCEED)
def disputes_add_up(evidence: Evidence) -> Iterator[Finding]:
    """Check that upheld, corrected, other and pending cases make the total, in each of the three groups.

    Source: 国办公开办函〔2021〕30号 and 〔2019〕60号, table 4.
    Reads:  the cells of table 4 that print a value. A blank is unknown, not 0.
    Yields: one Finding for each group that does not add up, or whose known parts are more than its total. Which of
            its cells is wrong cannot be told, so that all that could be are named.
    """
    for broken in broken_sums(evidence.report.edition, "4", evidence.values):
        yield _finding(evidence, broken)


def _finding(evidence: Evidence, broken: BrokenSum) -> Finding:
    edition, values = evidence.report.edition, evidence.values
    kind = SUM if broken.complete else PARTS_EXCEED
    severity = severity_of(kind, evidence, broken.cells)
    possible = listed(told(solutions(edition, values, [broken]), edition)) if broken.complete else ""
    more = f"只改一格即可成立的改法：{possible}。" if possible else ""
    return kind.finding(
        cells=(*broken.identity.right, *broken.identity.left),
        severity=severity,
        expected=plain(broken.left if broken.complete else broken.right),
        actual=plain(broken.right if broken.complete else broken.left),
        calculation=broken.calculation(values),
        row=cell_names(edition)[broken.identity.right[0]].row,
        more=more + (UNSURE if severity is not kind.severity else ""),
    )
