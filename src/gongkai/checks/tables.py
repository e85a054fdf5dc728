"""The three tables are there and filled (表格齐全): no table, row or figure is missing, and counts are counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.cell_names import TABLE_NAMES, cell_names, listed
from gongkai.checks.evidence import Evidence
from gongkai.report import AnnualReport, Cell, Column, Finding, Method, Passage, Severity, State, Table

_SOURCE = "国办公开办函〔2021〕30号附件（年度报告格式）、国办公开办函〔2019〕60号附件"

MISSING_TABLE = Kind(
    code="tables.missing",
    severity=Severity.ERROR,
    title="缺少表格",
    message="“{heading}”下没有表格，缺 {count} 个数据。请按格式补上；表格是图片或附件的，应改为正文中的表格。",
    source=_SOURCE,
)
UNREAD_TABLE = Kind(
    code="tables.unread",
    severity=Severity.NOTE,
    title="表格未能读出",
    message="“{heading}”下似有表格的文字，但未能读出其中的数据，表内关系无法核对。请另用带表格的文件核对。",
    source=_SOURCE,
)
MISSING_ROW = Kind(
    code="tables.missing_row",
    severity=Severity.ERROR,
    title="表格缺行",
    message="{table}中没有格式规定的 {count} 行：{rows}。请按格式补全行名和数字，没有的填 0。",
    source=_SOURCE,
)
BLANK = Kind(
    code="tables.blank",
    severity=Severity.WARNING,
    title="表格有空白",
    message="{table}有 {count} 格{what}：{spots}。没有的应填 0。",
    source=f"{_SOURCE}：各格均填数字，空白不等于零",
)
BLANK_FORM = Kind(
    code="tables.blank_form",
    severity=Severity.WARNING,
    title="空白表格",
    message="三张表的 {count} 格全部空白，像是没有填写的格式文本，请核对是否送错文件。",
    source=_SOURCE,
)
NOT_A_COUNT = Kind(
    code="tables.not_a_count",
    severity=Severity.ERROR,
    title="件数不是非负整数",
    message="{cell}印为“{actual}”，{wanted}，请核对更正。",
    source=f"{_SOURCE}：件数为非负整数，收费金额不小于零",
)

_EMPTY = frozenset({State.BLANK, State.NOT_APPLICABLE})
_IN_DOUBT = frozenset({State.AMBIGUOUS, State.UNREADABLE})
_PRINTED = frozenset({State.PRINTED})
_LEFT_IN_TABLES = frozenset({"figures without a label", "words between figures"})
_SOME_FIGURE = re.compile(r"\s*[-+－﹣−]?\s?\d{1,18}(?:[.．]\d{1,9})?\s*")
_NOT_HAN = re.compile("[^\u4e00-\u9fff]+")
_LONGEST_FIGURE = 40
_LONG_LABEL = 8
# Prose, too, tells how many were granted or denied, and so names some of a table's labels, but not most.
_SHARE_OF_LABELS = 0.6


@rule(MISSING_TABLE, UNREAD_TABLE)
def tables_are_there(evidence: Evidence) -> Iterator[Finding]:
    """Check that a table stands below the heading of each section that has one.

    Source: the form of both editions.
    Reads:  cells that are absent, and the heading of their section.
    Yields: one Finding for each table none of whose rows is printed; a note where its words are there, but were not
            read as a table. Nothing where the heading is missing too, which other rules say.
    """
    for table, cells in _tables(evidence):
        if {cell.state for cell in cells} != {State.ABSENT}:
            continue
        passages = [one for one in evidence.passages if one.part == table.key]
        if not passages or passages[0].number:
            continue
        heading = passages[0]
        kind = UNREAD_TABLE if _looks_like(table, passages) else MISSING_TABLE
        yield kind.finding(
            cells=(cell.key for cell in cells),
            quotes=[heading.quote(0, len(heading.text))],
            heading=heading.text.strip(),
            count=len(cells),
        )


@rule(MISSING_ROW)
def no_row_is_missing(evidence: Evidence) -> Iterator[Finding]:
    """Check that a table has every row of the form.

    Source: the form of the report's edition.
    Reads:  cells that are absent in a table of which other rows are printed.
    Yields: one Finding for each run of rows that are missing one after another, as at the end of a page; a warning
            where they may only have been read badly: other figures of the table are in doubt or belong to no cell,
            characters were lost, or the row's label begins a line of prose.
    """
    for table, cells in _tables(evidence):
        states = {cell.state for cell in cells}
        if State.ABSENT not in states or len(states) == 1:
            continue
        doubtful = _may_be_read_badly(evidence.report, cells)
        lines = [_han(one.text) for one in evidence.passages]
        labels = {row.key: _han(row.label) for row in table.rows}
        by_row = [list(row) for _, row in groupby(cells, key=lambda cell: cell.row)]
        for missing, rows in groupby(by_row, key=lambda row: all(cell.state is State.ABSENT for cell in row)):
            if missing:
                run = list(rows)
                elsewhere = any(_begins(lines, labels[row[0].row]) for row in run)
                yield _missing_rows(evidence, run, doubtful=doubtful or elsewhere)


def _begins(lines: Iterable[str], label: str) -> bool:
    """Say whether a line is a row that was taken for prose; a short label may begin a sentence."""
    return len(label) >= _LONG_LABEL and any(line.startswith(label) for line in lines)


def _may_be_read_badly(report: AnnualReport, cells: Sequence[Cell]) -> bool:
    """Say whether figures of a table are in doubt, or some of its text belongs to no cell."""
    return (
        bool(report.damage)
        or any(one.reason in _LEFT_IN_TABLES for one in report.leftovers)
        or any(cell.state in _IN_DOUBT or cell.method is Method.OCR for cell in cells)
    )


def _missing_rows(evidence: Evidence, rows: Sequence[Sequence[Cell]], *, doubtful: bool) -> Finding:
    names = [cell_names(evidence.report.edition)[row[0].key] for row in rows]
    return MISSING_ROW.finding(
        cells=(cell.key for row in rows for cell in row),
        severity=Severity.WARNING if doubtful else None,
        table=names[0].table,
        count=len(rows),
        rows=listed(f"“{name.row}”" for name in names),
    )


@rule(BLANK, BLANK_FORM)
def no_cell_is_blank(evidence: Evidence) -> Iterator[Finding]:
    """Check that every cell holds a figure: a blank or a sign is not zero.

    Source: the form of both editions; what is none is 0.
    Reads:  cells that are blank or hold a sign such as “/”.
    Yields: one Finding for each table with such cells, a note where it was recognised from a picture; one alone for
            a form that nobody filled in.
    """
    empty = {table.key: [cell for cell in cells if cell.state in _EMPTY] for table, cells in _tables(evidence)}
    found = [cell for cells in empty.values() for cell in cells]
    if found and len(found) == len(evidence.report.cells):
        yield BLANK_FORM.finding(cells=(cell.key for cell in found), count=len(found))
        return
    for table, cells in _tables(evidence):
        if empty[table.key]:
            recognised = any(cell.method is Method.OCR for cell in cells)
            yield _blank(evidence, table, empty[table.key], recognised=recognised)


def _blank(evidence: Evidence, table: Table, cells: Sequence[Cell], *, recognised: bool) -> Finding:
    names = cell_names(evidence.report.edition)
    signs = dict.fromkeys(cell.text for cell in cells if cell.state is State.NOT_APPLICABLE)
    blank = any(cell.state is State.BLANK for cell in cells)
    what = "、".join([*(["空白"] if blank else []), *(f"填“{sign}”" for sign in list(signs)[:2])])
    spots = (f"“{names[cell.key].row}”行“{names[cell.key].column}”列" for cell in cells)
    return BLANK.finding(
        cells=(cell.key for cell in cells),
        severity=Severity.NOTE if recognised else None,
        table=TABLE_NAMES[table.key],
        count=len(cells),
        what=what,
        spots=listed(spots),
    )


@rule(NOT_A_COUNT)
def counts_are_whole_and_not_negative(evidence: Evidence) -> Iterator[Finding]:
    """Check that counts are whole numbers, and that nothing but a change is less than 0.

    Source: the form of both editions: 件数, 数量; “本年增/减” of the 2019 edition may be negative.
    Reads:  printed values, and what is printed where it was not taken for a value.
    Yields: one Finding for each such cell; a warning where the figure was not read as a value, as it may have come
            from another cell.
    """
    names = cell_names(evidence.report.edition)
    columns: dict[tuple[str, str, str], Column] | None = None
    for cell in evidence.report.cells:
        if cell.state is State.PRINTED and type(cell.value) is int and cell.value >= 0:
            continue
        if cell.state is not State.PRINTED and not _is_a_figure(cell):
            continue
        if columns is None:
            columns = _columns(evidence)
        wanted = _wanted(cell, columns[cell.key])
        if wanted:
            sure = cell.state is State.PRINTED and cell.method is not Method.OCR
            yield NOT_A_COUNT.finding(
                cells=[cell.key],
                severity=None if sure else Severity.WARNING,
                actual=cell.text or cell.value,
                cell=names[cell.key],
                wanted=wanted,
            )


def _is_a_figure(cell: Cell) -> bool:
    """Say whether a cell that was not read shows a figure all the same, one that its column cannot hold."""
    return (
        cell.state is State.UNREADABLE
        and len(cell.text) <= _LONGEST_FIGURE
        and _SOME_FIGURE.fullmatch(cell.text) is not None
    )


def _wanted(cell: Cell, column: Column) -> str:
    """Return what a cell's figure should be instead, in words, or nothing where it can be as it is."""
    value = cell.value
    negative = value < 0 if value is not None else cell.text.strip()[:1] in "-－﹣−"
    whole = value == int(value) if value is not None else not re.search(r"[.．]", cell.text)
    if column.money:
        return "金额不应为负数" if negative else ""
    if negative and not column.signed:
        return "件数不应为负数"
    return "" if whole else "应为整数"


def _columns(evidence: Evidence) -> dict[tuple[str, str, str], Column]:
    tables = evidence.report.form.tables
    return {(t.key, row.key, column.key): column for t in tables for row in t.rows for column in row.columns}


def _tables(evidence: Evidence) -> Iterator[tuple[Table, Sequence[Cell]]]:
    """Yield each table with its cells, unless all of them print a value."""
    cells, start = evidence.report.cells, 0
    for table in evidence.report.form.tables:
        end = start + sum(len(row.columns) for row in table.rows)
        own, start = cells[start:end], end
        if {cell.state for cell in own} != _PRINTED:
            yield table, own


def _looks_like(table: Table, passages: Sequence[Passage]) -> bool:
    """Say whether the words of a table stand in the prose of its section."""
    text = _han("".join(one.text for one in passages[1:]))
    labels = {label for row in table.rows for label in (*row.labels, *(column.label for column in row.columns))}
    return sum(_han(label) in text for label in labels) >= _SHARE_OF_LABELS * len(labels)


def _han(text: str) -> str:
    return _NOT_HAN.sub("", text)
