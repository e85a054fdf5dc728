"""Figures that could not be read as printed, and what proves them (可补的数字): offered, never applied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.cell_names import MOST_NAMED, cell_names
from gongkai.checks.corrections import fitting, proof
from gongkai.checks.evidence import Evidence
from gongkai.checks.sums import broken_sum, sums_touching
from gongkai.report import Cell, CellKey, Finding, Severity, State, Value, plain

_SOURCE = "国办公开办函〔2021〕30号表三、表四的合计与勾稽关系"

REPAIR = Kind(
    code="repair.cell",
    severity=Severity.NOTE,
    title="可补的数字",
    message="{cell}{seen}，未能直接读出；{why}只能是 {expected}，可补为 {expected}，请对照原件。",
    source=_SOURCE,
)
SEVERAL = Kind(
    code="repair.several",
    severity=Severity.NOTE,
    title="无法补定的数字",
    message="{table}“{row}”行{seen}有数字未能直接读出，按表内关系也不能补定：{said} 都成立，请对照原件。",
    source=_SOURCE,
)
_LONGEST = 24
_UNREAD = frozenset({State.AMBIGUOUS, State.UNREADABLE})


@rule(REPAIR, SEVERAL)
def unread_cells_have_repairs(evidence: Evidence) -> Iterator[Finding]:
    """Say what an unread cell must hold, where the damage or the sums leave one value only.

    Source: the sums of tables 3 and 4, or the repair that came with the cell as it was read.
    Reads:  cells that are ambiguous or unreadable, their candidates and repairs.
    Yields: a note for each that has a repair or of whose candidates the sums allow one, and one for each row with
            cells of whose candidates they leave two or three. Nothing where they leave more, or all.
    """
    unread = [cell for cell in evidence.report.cells if cell.state in _UNREAD]
    if not unread:
        return
    proved = _proved(evidence, unread)
    for cell in unread:
        if cell.key in proved:
            yield _repair(evidence, cell, proved)
    for _, row in groupby(unread, key=lambda cell: (cell.table, cell.row)):
        left = {cell.key: _left(evidence, cell) for cell in row if cell.key not in proved}
        several = {key: values for key, values in left.items() if values}
        if several:
            yield _several(evidence, several)


def _left(evidence: Evidence, cell: Cell) -> tuple[Value, ...]:
    """Return the few candidates of a cell that its sums leave, where they leave two or more but not all."""
    left = fitting(evidence.report.edition, evidence.values, cell)
    return left if 1 < len(left) <= MOST_NAMED and len(left) < len(cell.candidates) else ()


def _proved(evidence: Evidence, unread: list[Cell]) -> dict[CellKey, Value]:
    """Return the only value of each cell that has one; no sum may break where all of them are taken at once."""
    edition, found = evidence.report.edition, {}
    for cell in unread:
        if cell.repair is not None:
            found[cell.key] = cell.repair.value
        elif len(left := fitting(edition, evidence.values, cell)) == 1:
            found[cell.key] = left[0]
    together = {**evidence.values, **found}
    repaired = {cell.key for cell in unread if cell.repair is not None}
    return {
        key: value
        for key, value in found.items()
        if key in repaired or not any(broken_sum(one, together) for one in sums_touching(edition)[key])
    }


def _repair(evidence: Evidence, cell: Cell, proved: Mapping[CellKey, Value]) -> Finding:
    edition, value = evidence.report.edition, proved[cell.key]
    calculation = proof(edition, {**evidence.values, **proved}, cell.key, value)
    return REPAIR.finding(
        cells=[cell.key],
        expected=plain(value),
        actual=cell.text or None,
        calculation=calculation,
        correction=plain(value),
        cell=cell_names(edition)[cell.key],
        seen=_seen(cell),
        why="按残留的字" if cell.repair and not calculation else "按表内关系",
    )


def _several(evidence: Evidence, left: Mapping[CellKey, tuple[Value, ...]]) -> Finding:
    names, first = cell_names(evidence.report.edition), next(iter(left))
    cell = evidence.report.cell(*first)
    values = {key: "、".join(plain(value) for value in found) for key, found in left.items()}
    return SEVERAL.finding(
        cells=left,
        actual=cell.text or None,
        table=names[first].table,
        row=names[first].row,
        seen=_seen(cell),
        said="；".join(f"“{names[key].column}”列 {found}" for key, found in values.items()),
    )


def _seen(cell: Cell) -> str:
    """Return what the source shows, which may be the figures of a whole row."""
    text = " ".join(cell.text.split())
    return f"（原文“{text[:_LONGEST]}”）" if text else ""
