"""A sample read, held against its truth."""

from __future__ import annotations

import msgspec

from gongkai.readers import read
from gongkai.report import AnnualReport, Cell, CellKey, Method, State
from gongkai.samples import Sample, twin


class Verdict(msgspec.Struct, frozen=True):
    """What came of reading a sample.

    `wrong` are values or blanks that the sample does not show and that carry no mark; `strayed` marked cells
    whose truth is not among their candidates; `clean` of `untouched` are right and unmarked.
    """

    report: AnnualReport
    wrong: tuple[CellKey, ...]
    strayed: tuple[CellKey, ...]
    untouched: int
    clean: int
    is_twin: bool


def verdict(sample: Sample) -> Verdict:
    """Read a sample and compare every cell with what a careful person reads in it."""
    report = read(sample.data)
    assert report.edition == sample.report.edition, sample
    pairs = list(zip(report.cells, sample.report.cells, strict=True))
    wrong = tuple(cell.key for cell, true in pairs if not _same(cell, true) and not cell.marked)
    untouched = [pair for pair in pairs if pair[1].key not in sample.touched]
    return Verdict(
        report=report,
        wrong=wrong,
        strayed=tuple(cell.key for cell, true in untouched if not _keeps(cell, true)),
        untouched=len(untouched),
        clean=sum(_same(cell, true) and cell.method is Method.DIRECT for cell, true in untouched),
        is_twin=bool(wrong) and twin(sample, {cell.key: cell.value for cell in report.cells}),
    )


def _same(cell: Cell, true: Cell) -> bool:
    return cell.state is true.state and cell.value == true.value


def _keeps(cell: Cell, true: Cell) -> bool:
    """Say whether a cell is right, or marked with the truth among its candidates."""
    if cell.value is not None or true.state in {State.ABSENT, State.NOT_APPLICABLE, State.UNREADABLE}:
        return cell.value == true.value
    return true.value in cell.candidates or (cell.value == true.value and not cell.candidates)
