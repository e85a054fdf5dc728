"""Figures of a year against those of the year before (年度衔接): what was carried over, and what is in force."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.cell_names import cell_names
from gongkai.checks.evidence import Evidence
from gongkai.checks.last_year import LastYear, last_year_of, refused
from gongkai.checks.recognised import severity_of
from gongkai.report import EDITION_2019, EDITION_2021, Finding, Severity, Value, plain

NOT_USED = Kind(
    code="years.not_used",
    severity=Severity.NOTE,
    title="上一年度报告未采用",
    message="所给的上一年度报告未采用：{reason}。年度之间的数据未核对，请另选文件。",
    source="国办公开办函〔2021〕30号：上年结转与上一年度报告相衔接",
)
NO_BASELINE = Kind(
    code="years.no_baseline",
    severity=Severity.NOTE,
    title="没有上一年度报告可以核对",
    message="表三上年结转 {actual} 件，没有给出上一年度报告，无法核对是否与其结转数一致，不代表正确。",
    source="国办公开办函〔2021〕30号：上年结转与上一年度报告相衔接",
)
CARRIED_OVER = Kind(
    code="years.carried_over",
    severity=Severity.ERROR,
    title="上年结转与上一年不一致",
    message="表三“二、上年结转政府信息公开申请数量”与上一年度报告“四、结转下年度继续办理”不一致：{said}。"
    "请核对更正；机关有合并的，应一并提供并入机关的上一年度报告。",
    source="国办公开办函〔2021〕30号表三第二项、第四项，〔2019〕60号表三",
)
STOCK = Kind(
    code="years.stock",
    severity=Severity.WARNING,
    title="现行有效件数与上一年不衔接",
    message="表二“{row}”现行有效 {actual} 件，按上一年现行有效加本年制发减本年废止应为 {expected} 件。"
    "请核对；因到期失效等原因的，建议在报告中说明。",
    source="国办公开办函〔2021〕30号表二（第二十条第（一）项）",
)
ITEMS = Kind(
    code="years.items",
    severity=Severity.NOTE,
    title="上一年项目数量与上一年不衔接",
    message="表二“{row}”上一年项目数量为 {actual}，上一年度报告中的项目数量加其增减为 {expected}，请核对。",
    source="国办公开办函〔2019〕60号表二：上一年项目数量、本年增/减",
)


@rule(NOT_USED)
def last_year_is_the_right_report(evidence: Evidence) -> Iterator[Finding]:
    """Say which of the given reports of the year before cannot be used.

    Source: the form asks for what was carried over from the year before, by the same organ.
    Reads:  year, organ and scope of both reports, where they are printed.
    Yields: a note for each report that is of another year, or, where only one is given, of another organ or scope.
            Then none of the given reports is used.
    """
    for _, reason in refused(evidence):
        yield NOT_USED.finding(reason=reason)


@rule(NO_BASELINE)
def what_was_carried_in_has_a_baseline(evidence: Evidence) -> Iterator[Finding]:
    """Say that requests carried in cannot be checked where no report of the year before is given.

    Source: 国办公开办函〔2021〕30号, table 3, row 二.
    Reads:  the total of row 2. Yields: a note where it is more than none and no last year's report is given.
    """
    key = ("3", "2", "total")
    if not evidence.last_year and evidence.values.get(key):
        yield NO_BASELINE.finding(cells=[key], actual=plain(evidence.values[key]))


@rule(CARRIED_OVER)
def carried_in_is_what_was_carried_out(evidence: Evidence) -> Iterator[Finding]:
    """Check that requests carried in are those that the year before carried out, in each of the seven columns.

    Source: 国办公开办函〔2021〕30号, table 3, rows 二 and 四; the rows are the same in the 2019 edition.
    Reads:  row 2 of this report, row 4 of last year's, with those of merged organs added.
    Yields: one Finding for all columns that differ; a warning where figures were recognised or last year's report
            is not surely that of the organ. Nothing for a column where one figure is not printed.
    """
    last = last_year_of(evidence)
    if last is None:
        return
    names, values = cell_names(evidence.report.edition), evidence.values
    differing: list[tuple[str, Value, Value]] = []
    for column in evidence.report.form.table("3").rows[0].columns:
        now, before = values.get(("3", "2", column.key)), last.value(("3", "4", column.key))
        if now is not None and before is not None and now != before:
            differing.append((column.key, now, before))
    if not differing:
        return
    cells = [("3", "2", column) for column, _, _ in differing]
    severity = severity_of(CARRIED_OVER, evidence, cells)
    if not last.sure or any(last.recognised(("3", "4", column)) for column, _, _ in differing):
        severity = Severity.WARNING
    said = [
        f"“{names['3', '2', column].column}”列本年印为 {plain(now)}，上一年结转 {plain(before)}"
        for column, now, before in differing
    ]
    yield CARRIED_OVER.finding(
        cells=cells,
        severity=severity,
        expected="、".join(plain(before) for _, _, before in differing),
        actual="、".join(plain(now) for _, now, _ in differing),
        calculation="；".join(f"{plain(now)}≠{plain(before)}" for _, now, before in differing),
        said="，".join(said),
    )


@rule(STOCK)
def stock_follows_from_last_year(evidence: Evidence) -> Iterator[Finding]:
    """Check that what is in force is what was, and what was made, without what was repealed (现行有效件数).

    in_force(Y) = in_force(Y-1) + made(Y) - repealed(Y), for 规章 and 行政规范性文件.

    Source: 国办公开办函〔2021〕30号, table 2; the columns of the 2019 edition are others.
    Reads:  the rows of item (一) in both years, where both are of the 2021 edition.
    Yields: a warning for each row that does not follow: documents may also lapse.
    """
    last = _last_of(evidence, EDITION_2021.key)
    if last is None:
        return
    for row in ("20.1.regulations", "20.1.normative_documents"):
        keys = [("2", row, column) for column in ("in_force", "made", "repealed")]
        now, made, repealed = (evidence.values.get(key) for key in keys)
        before = last.value(keys[0])
        if now is None or made is None or repealed is None or before is None or now == before + made - repealed:
            continue
        expected = before + made - repealed
        yield STOCK.finding(
            cells=keys,
            expected=plain(expected),
            actual=plain(now),
            calculation=f"{plain(before)}+{plain(made)}-{plain(repealed)}={plain(expected)}≠{plain(now)}",
            row=cell_names(evidence.report.edition)[keys[0]].row,
        )


@rule(ITEMS)
def items_follow_from_last_year(evidence: Evidence) -> Iterator[Finding]:
    """Check that last year's number of items is what last year's report says it was (上一年项目数量).

    previous(Y) = previous(Y-1) + change(Y-1).

    Source: 国办公开办函〔2019〕60号, table 2; how to fill these columns was read differently, hence a note.
    Reads:  the rows of items (五), (六) and (八) in 2020 and 2019.
    Yields: a note for each row that does not follow.
    """
    last = _last_of(evidence, EDITION_2019.key)
    if last is None:
        return
    for row in evidence.report.form.table("2").rows:
        if row.columns[0].key != "previous":
            continue
        keys = [("2", row.key, column) for column in ("previous", "change")]
        now, before, change = evidence.values.get(keys[0]), last.value(keys[0]), last.value(keys[1])
        if now is None or before is None or change is None or now == before + change:
            continue
        yield ITEMS.finding(
            cells=[keys[0]],
            expected=plain(before + change),
            actual=plain(now),
            calculation=f"{plain(before)}{'+' if change >= 0 else ''}{plain(change)}≠{plain(now)}",
            row=cell_names(evidence.report.edition)[keys[0]].row,
        )


def _last_of(evidence: Evidence, edition: str) -> LastYear | None:
    """Return last year's report where all are of one edition."""
    last = last_year_of(evidence)
    if last is None or any(one.edition != edition for one in (evidence.report, last.own, *last.merged)):
        return None
    return last
