"""Reports on the terminal: the three tables with marks, or one line a report (终端显示)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from rich import box
from rich.console import Console
from rich.table import Table as Sheet
from rich.text import Text

from gongkai.cli import messages
from gongkai.report import AnnualReport, Cell, Column, Row, State, Table

_MOST_MARKS = 40
_LONGEST_LABEL = 19
_LONGEST_TEXT = 24
_WIDEST_HEAD = 8
_NARROWEST = 6
_STYLES = {
    State.AMBIGUOUS: "bold yellow",
    State.UNREADABLE: "bold red",
    State.ABSENT: "dim",
    State.BLANK: "dim",
}


def show_reports(console: Console, reports: Sequence[tuple[str, AnnualReport]], *, full: bool) -> None:
    """Print every report in full, or all of them as a summary."""
    if not full:
        _summary(console, reports)
        return
    for source, report in reports:
        _show(console, source, report)


def _summary(console: Console, reports: Sequence[tuple[str, AnnualReport]]) -> None:
    sheet = Sheet(*messages.SUMMARY_COLUMNS, box=box.SIMPLE_HEAD)
    for column in sheet.columns[2:]:
        column.justify = "right"
    for source, report in reports:
        open_cells = _count(report, State.AMBIGUOUS, State.UNREADABLE)
        printed = _count(report, State.PRINTED)
        direct = len(report.cells) - sum(1 for _ in report.marked())
        sheet.add_row(
            Text(PurePath(source).name),
            Text(report.organ or messages.UNKNOWN),
            str(report.year or messages.UNKNOWN),
            report.edition,
            str(direct),
            str(printed - direct),
            str(_count(report, State.BLANK, State.NOT_APPLICABLE, State.ABSENT)),
            Text(str(open_cells), style="yellow" if open_cells else "green"),
            str(len(report.leftovers)),
        )
    console.print(sheet)


def _count(report: AnnualReport, *states: State) -> int:
    return sum(cell.state in states for cell in report.cells)


def _show(console: Console, source: str, report: AnnualReport) -> None:
    year = messages.YEAR.format(year=report.year) if report.year else messages.UNKNOWN
    edition = messages.EDITION.format(edition=report.edition, notice=report.form.notice)
    console.print(Text(f"{report.organ or messages.UNKNOWN}  {year}", style="bold"))
    console.print(Text(f"{source}  {edition}  {messages.SCOPES[report.scope.value]}", style="dim"))
    for table in report.form.tables:
        console.print()
        console.print(Text(messages.TABLE_TITLES[table.key], style="bold"))
        for sheet in _sheets(table, report):
            console.print(sheet)
    _marks(console, report)


def _sheets(table: Table, report: AnnualReport) -> list[Sheet]:
    """Return a sheet for each run of rows with the same columns, a line for each group of rows in it."""
    sheets: list[Sheet] = []
    columns: tuple[Column, ...] | None = None
    groups: tuple[str, ...] = ()
    for row in table.rows:
        cells = [report.cell(table.key, row.key, column.key) for column in row.columns]
        if row.columns != columns:
            columns = row.columns
            sheets.append(_sheet([column.label for column in columns], cells))
        if table.key == "3":
            groups = _add_groups(sheets[-1], row, groups)
        sheets[-1].add_row("  " * (len(row.labels) - 1) * (table.key == "3") + _short(row), *map(_shown, cells))
    return sheets


def _sheet(heads: Sequence[str], cells: Sequence[Cell]) -> Sheet:
    sheet = Sheet(messages.ITEM, box=box.SIMPLE_HEAD, pad_edge=False)
    sheet.columns[0].min_width = 2 * _LONGEST_LABEL
    for head, cell in zip(heads, cells, strict=True):
        # A head may be folded, a figure never.
        widest = max(_NARROWEST, len(_shown(cell)), _WIDEST_HEAD if len(heads) > 1 else len(head) * 2)
        sheet.add_column(head, justify="right", min_width=_NARROWEST, max_width=widest, overflow="fold")
    return sheet


def _add_groups(sheet: Sheet, row: Row, shown: tuple[str, ...]) -> tuple[str, ...]:
    """Add a line for each group that begins with a row; return the groups that are open."""
    groups = row.labels[:-1]
    for depth, label in enumerate(groups):
        if groups[: depth + 1] != shown[: depth + 1]:
            sheet.add_row(Text("  " * depth + label, style="bold"))
    return groups


def _short(row: Row) -> str:
    label = row.label
    return label if len(label) <= _LONGEST_LABEL else label[: _LONGEST_LABEL - 1] + "…"


def _shown(cell: Cell) -> Text:
    if cell.state is State.PRINTED:
        return Text(f"{cell.value}{messages.METHOD_SIGNS[cell.method]}")
    return Text(messages.SIGNS[cell.state], style=_STYLES.get(cell.state, ""))


def _marks(console: Console, report: AnnualReport) -> None:
    marked = list(report.marked())
    console.print()
    console.print(messages.COUNTS.format(direct=len(report.cells) - len(marked), marked=len(marked)))
    open_cells = [cell for cell in marked if cell.state in {State.AMBIGUOUS, State.UNREADABLE}]
    if marked:
        console.print(Text(messages.LEGEND, style="dim"))
    if open_cells:
        sheet = Sheet(*messages.MARK_COLUMNS, title=messages.MARK_TITLE, box=box.SIMPLE_HEAD, title_justify="left")
        for cell in open_cells[:_MOST_MARKS]:
            sheet.add_row(*_mark(report, cell))
        console.print(sheet)
        if len(open_cells) > _MOST_MARKS:
            console.print(messages.MORE_MARKS.format(count=len(open_cells) - _MOST_MARKS))
    if report.leftovers:
        console.print(Text(messages.LEFTOVERS, style="bold"))
        for leftover in report.leftovers[:_MOST_MARKS]:
            console.print(Text(f"  {leftover.place}  {' '.join(leftover.text.split())}"))
    if report.damage:
        repaired = sum(note.repaired is not None for note in report.damage)
        more = messages.REPAIRED.format(count=repaired) if repaired else ""
        console.print(messages.DAMAGE.format(count=len(report.damage)) + more)


def _mark(report: AnnualReport, cell: Cell) -> tuple[Text, ...]:
    row = next(row for row in report.form.table(cell.table).rows if row.key == cell.row)
    column = next(column for column in row.columns if column.key == cell.column)
    text = " ".join(cell.text.split())
    candidates = [messages.BLANK_VALUE if value is None else str(value) for value in cell.candidates[:6]]
    more = "…" if len(cell.candidates) > len(candidates) else ""
    return (
        Text(f"{_short(row)} / {column.label}"),
        Text(text if len(text) <= _LONGEST_TEXT else text[:_LONGEST_TEXT] + "…"),
        Text(
            messages.STATES[cell.state] + (messages.METHODS[cell.method] and f"({messages.METHODS[cell.method]})")
        ),
        Text(" ".join(candidates) + more),
        Text(str(cell.place or "")),
    )
