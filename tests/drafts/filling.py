"""What a clerk does with a draft: the cells are filled in from a report, the holes with words that say nothing."""

from __future__ import annotations

from itertools import count

import msgspec

from gongkai.drafts.fields import Field, pieces
from gongkai.report import AnnualReport, Cell, CellKey, Paragraph, State, Value

STEMS = "甲乙丙丁戊己庚辛壬癸"


def with_cells(draft: AnnualReport, cells: tuple[Cell, ...]) -> AnnualReport:
    """Return a draft with the cells of a report of its edition."""
    return msgspec.structs.replace(draft, cells=cells)


def with_values(report: AnnualReport, values: dict[CellKey, Value | None]) -> AnnualReport:
    """Return a report with other figures in some cells; None leaves a blank."""
    cells = tuple(_cell(cell, values[cell.key]) if cell.key in values else cell for cell in report.cells)
    return with_cells(report, cells)


def with_text(report: AnnualReport, *texts: str) -> AnnualReport:
    """Return a report whose first section has these paragraphs and whose others have none."""
    first, *others = report.sections
    return msgspec.structs.replace(
        report,
        preface=(),
        closing=(),
        sections=(
            msgspec.structs.replace(first, paragraphs=tuple(map(Paragraph, texts))),
            *(msgspec.structs.replace(one, paragraphs=()) for one in others),
        ),
    )


def without_holes(draft: AnnualReport) -> AnnualReport:
    """Return a draft in which every hole is filled with a number or with words, no two of them the same."""
    number = count()

    def text(whole: str) -> str:
        return "".join(_filler(one, next(number)) if _is_hole(one) else one.text for one in pieces(whole))

    def paragraphs(some: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
        return tuple(Paragraph(text(one.text), one.place) for one in some)

    return msgspec.structs.replace(
        draft,
        preface=paragraphs(draft.preface),
        sections=tuple(
            msgspec.structs.replace(one, paragraphs=paragraphs(one.paragraphs)) for one in draft.sections
        ),
        closing=paragraphs(draft.closing),
    )


def _cell(cell: Cell, value: Value | None) -> Cell:
    state = State.BLANK if value is None else State.PRINTED
    return msgspec.structs.replace(cell, text="" if value is None else str(value), value=value, state=state)


def _is_hole(piece: object) -> bool:
    return isinstance(piece, Field) and piece.is_hole


def _filler(hole: object, number: int) -> str:
    assert isinstance(hole, Field)
    if "数字" in hole.text:
        return "0" if "没有" in hole.text else "1"
    return f"{STEMS[number % 10]}{STEMS[number // 10]}项工作按要求开展"
