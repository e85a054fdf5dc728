"""Reports whose cells are not all known, for the law of writing and reading (不完整的报告)."""

from __future__ import annotations

import random

import msgspec
from hypothesis import strategies as st

from gongkai.report import AnnualReport, Cell, CellKey, Scope, State, Value
from tests.strategies import SEEDS, reports

_OPEN = (State.BLANK, State.BLANK, State.NOT_APPLICABLE, State.AMBIGUOUS, State.UNREADABLE, State.ABSENT)
_CANDIDATES: tuple[tuple[Value | None, ...], ...] = ((), (1, 3), (None, 5), (0, 10, 20))
_SHARES = (0.0, 0.01, 0.05, 0.3)


def open_reports() -> st.SearchStrategy[AnnualReport]:
    """Return reports of any scope in which some cells are open and some rows are missing."""
    return st.builds(_opened, reports(), SEEDS, st.sampled_from(_SHARES), st.sampled_from(tuple(Scope)))


def _opened(report: AnnualReport, seed: int, share: float, scope: Scope) -> AnnualReport:
    rng = random.Random(seed)
    rows = sorted({(cell.table, cell.row) for cell in report.cells})
    gone = {one for one in rows if one[0] != "4" and rng.random() < share / 2}
    cells = [
        _absent(cell.key) if (cell.table, cell.row) in gone else _open(rng, cell) if rng.random() < share else cell
        for cell in report.cells
    ]
    return msgspec.structs.replace(report, cells=tuple(cells), scope=scope)


def _absent(key: CellKey) -> Cell:
    table, row, column = key
    return Cell(table=table, row=row, column=column)


def _open(rng: random.Random, cell: Cell) -> Cell:
    state = rng.choice(_OPEN)
    candidates = rng.choice(_CANDIDATES) if state is State.AMBIGUOUS else ()
    return msgspec.structs.replace(_absent(cell.key), state=state, candidates=candidates)
