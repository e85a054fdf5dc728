"""The sums of table 3 (收到和处理政府信息公开申请情况): rows, results, and the balance printed in its head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.cell_names import cell_names, listed
from gongkai.checks.corrections import Correction, corrections, solutions, told
from gongkai.checks.evidence import Evidence
from gongkai.checks.recognised import UNSURE, severity_of
from gongkai.checks.sums import BrokenSum, broken_sums
from gongkai.report import CellKey, Finding, Severity, plain

_SOURCE = "国办公开办函〔2021〕30号表三、国办公开办函〔2019〕60号表三"
_BALANCE_NOTE = "表三表头“本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和”"

ROW_SUM = Kind(
    code="requests.row_sum",
    severity=Severity.ERROR,
    title="申请表行合计不符",
    message="表三“{row}”行：自然人和各类法人或其他组织之和为 {expected}，“总计”列印为 {actual}，请核对更正。{more}",
    source=_SOURCE,
)
RESULTS_SUM = Kind(
    code="requests.results_sum",
    severity=Severity.ERROR,
    title="办理结果合计不符",
    message="表三“（七）总计”行与（一）至（六）各项之和不符：{said}，请核对更正。{more}",
    source=_SOURCE,
)
BALANCE = Kind(
    code="requests.balance",
    severity=Severity.ERROR,
    title="勾稽关系不成立",
    message="表三勾稽关系不成立，第一项加第二项应等于第三项（七）总计加第四项：{said}，请核对更正。{more}",
    source=f"{_SOURCE}；{_BALANCE_NOTE}",
)
WRONG_CELL = Kind(
    code="requests.wrong_cell",
    severity=Severity.ERROR,
    title="申请表一格有误",
    message="表三“{row}”行“{column}”列印为 {actual}，使 {count} 处合计或勾稽关系不成立；"
    "改为 {expected} 则全部成立，请核对更正。{more}",
    source=f"{_SOURCE}；{_BALANCE_NOTE}",
)
PARTS_EXCEED = Kind(
    code="requests.parts_exceed",
    severity=Severity.ERROR,
    title="分项大于合计",
    message="表三{where}虽有空白或未能读出的格，已有数字之和 {actual} 已大于{whole} {expected}，请核对更正。{more}",
    source=f"{_SOURCE}；件数不会小于零",
)

_WHERE = {"row": "“{0.row}”行", "results": "“{0.column}”列（一）至（六）各项", "balance": "“{0.column}”列勾稽关系"}
_WHOLE = {"row": "“总计”列的", "results": "“（七）总计”的", "balance": "等式另一边的"}


@rule(ROW_SUM, RESULTS_SUM, BALANCE, WRONG_CELL, PARTS_EXCEED)
def requests_add_up(evidence: Evidence) -> Iterator[Finding]:
    """Check that every row, every column of results and the balance of every column hold (勾稽关系).

    The six kinds of applicants make the total of each row; the results of （一） to （六） make （七）总计, and
    一 + 二 = （七） + 四, in each of the seven columns.

    Source: 国办公开办函〔2021〕30号 and 〔2019〕60号, table 3.
    Reads:  the cells of table 3 that print a value. A blank is unknown, not 0: then only parts that are more than
            the whole are wrong.
    Yields: one Finding for a cell that alone explains several broken sums; else one for each broken sum, where a
            column's difference that its row hands on to the total is one with it.
    """
    edition, values = evidence.report.edition, evidence.values
    broken = tuple(broken_sums(edition, "3", values))
    if not broken:
        return
    possible = solutions(edition, values, broken)
    explained: set[BrokenSum] = set()
    for one in corrections(possible):
        explained.update(one.sums)
        yield _wrong_cell(evidence, one)
    for group in _groups(one for one in broken if one not in explained):
        yield _finding(evidence, group, [one for one in possible if set(one.sums) & set(group)])


def _groups(broken: Iterable[BrokenSum]) -> Iterator[list[BrokenSum]]:
    """Yield broken sums that are one fault: a column with its total, where the total differs by just as much."""
    by_kind: dict[str, list[BrokenSum]] = {}
    for one in broken:
        if one.identity.kind == "row" or not one.complete:
            yield [one]
        else:
            by_kind.setdefault(one.identity.kind, []).append(one)
    for group in by_kind.values():
        parts = [one for one in group if _column(one) != "total"]
        total = [one for one in group if _column(one) == "total"]
        if parts and total and sum(one.lack for one in parts) == total[0].lack:
            yield [*parts, *total]
        else:
            yield from ([one] for one in group)


def _column(one: BrokenSum) -> str:
    return one.identity.right[0][2]


def _wrong_cell(evidence: Evidence, found: Correction) -> Finding:
    name = cell_names(evidence.report.edition)[found.key]
    cells = dict.fromkeys([found.key, *(key for one in found.sums for key in one.identity.right)])
    severity = severity_of(WRONG_CELL, evidence, _all_cells(found.sums))
    return WRONG_CELL.finding(
        cells=cells,
        severity=severity,
        expected=plain(found.value),
        actual=plain(found.printed),
        correction=plain(found.value),
        calculation=_calculation(evidence, found.sums),
        row=name.row,
        column=name.column,
        count=len(found.sums),
        more=UNSURE if severity is not WRONG_CELL.severity else "",
    )


def _finding(evidence: Evidence, group: Sequence[BrokenSum], possible: Sequence[Correction]) -> Finding:
    first = group[0]
    kind = _KINDS[first.identity.kind] if first.complete else PARTS_EXCEED
    severity = severity_of(kind, evidence, _all_cells(group))
    more = _choice(evidence, possible) + (UNSURE if severity is not kind.severity else "")
    name = cell_names(evidence.report.edition)[first.identity.right[0]]
    sums = (first.left, first.right)
    expected, actual = sums if first.complete else (min(sums), max(sums))
    return kind.finding(
        cells=dict.fromkeys([*(one.identity.right[0] for one in group), *_all_cells(group)]),
        severity=severity,
        expected=plain(expected),
        actual=plain(actual),
        calculation=_calculation(evidence, group),
        row=name.row,
        where=_WHERE[first.identity.kind].format(name),
        whole=_WHOLE[first.identity.kind],
        said=_said(evidence, group),
        more=more,
    )


_KINDS = {"row": ROW_SUM, "results": RESULTS_SUM, "balance": BALANCE}


def _said(evidence: Evidence, group: Sequence[BrokenSum]) -> str:
    names = cell_names(evidence.report.edition)
    return "，".join(
        f"“{names[one.identity.right[0]].column}”列 {plain(one.left)}≠{plain(one.right)}" for one in group
    )


def _choice(evidence: Evidence, possible: Sequence[Correction]) -> str:
    """Return the single cells that could each be the wrong one, where there are several."""
    if len(possible) <= 1:
        return ""
    return f"只改一格即可成立的改法不止一种：{listed(told(possible, evidence.report.edition))}。"


def _calculation(evidence: Evidence, broken: Iterable[BrokenSum]) -> str:
    names = cell_names(evidence.report.edition)
    lines = []
    for one in broken:
        name = names[one.identity.right[0]]
        where = f"“{name.row}”行" if one.identity.kind == "row" else f"“{name.column}”列"
        lines.append(f"{where}：{one.calculation(evidence.values)}")
    return "；".join(lines)


def _all_cells(broken: Iterable[BrokenSum]) -> list[CellKey]:
    return [key for one in broken for key in one.cells]
