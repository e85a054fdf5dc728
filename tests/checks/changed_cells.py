"""Reports with some of their cells replaced."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from gongkai.report import AnnualReport, Cell, CellKey, State, Value


def with_values(report: AnnualReport, values: Mapping[CellKey, Value | None]) -> AnnualReport:
    """Return a report that prints other values in some cells; None prints a blank."""
    return with_cells(report, {key: printed(value) for key, value in values.items()})


def printed(value: Value | None) -> dict[str, object]:
    state = State.BLANK if value is None else State.PRINTED
    return {"text": "" if value is None else str(value), "value": value, "state": state}


def with_cells(report: AnnualReport, fields: Mapping[CellKey, Mapping[str, object]]) -> AnnualReport:
    """Return a report with some fields of some cells replaced."""

    def of(cell: Cell) -> Cell:
        return msgspec.structs.replace(cell, **fields[cell.key]) if cell.key in fields else cell

    return msgspec.structs.replace(report, cells=tuple(of(cell) for cell in report.cells))


def without(report: AnnualReport, *rows: tuple[str, str]) -> AnnualReport:
    """Return a report in which some rows, by table and key, are not printed."""
    gone = {"text": "", "value": None, "state": State.ABSENT}
    return with_cells(report, {cell.key: gone for cell in report.cells if (cell.table, cell.row) in rows})
