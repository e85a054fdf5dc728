"""Content → AnnualReport (内容所示): what a careful person reads in it."""

from __future__ import annotations

from gongkai.report import AnnualReport, Cell, CellKey, Edition, Section, State
from gongkai.report import Paragraph as Prose
from gongkai.samples.content import Block, Content, Paragraph, Role, Shown


def report_of(content: Content, edition: Edition) -> AnnualReport:
    """Return the report that a content shows, in its edition of the form."""
    preface, closing = _around(content)
    return AnnualReport(
        organ=content.organ,
        year=content.year,
        edition=edition.key,
        preface=preface,
        closing=closing,
        sections=tuple(_section(content, number) for number in range(1, 7)),
        cells=tuple(_cell(key, content.shown[key]) for key in edition.keys),
    )


def _cell(key: CellKey, shown: Shown) -> Cell:
    table, row, column = key
    value = shown.value if shown.state is State.PRINTED else None
    return Cell(table=table, row=row, column=column, text=shown.text, value=value, state=shown.state)


def _section(content: Content, number: int) -> Section:
    own = [block for block in content.blocks if isinstance(block, Paragraph) and block.section == number]
    heading = next((block.text for block in own if block.role is Role.HEADING), None)
    return Section(number, heading, tuple(Prose(block.text) for block in own if block.role is Role.PROSE))


def _around(content: Content) -> tuple[tuple[Prose, ...], tuple[Prose, ...]]:
    """Return what stands before the six sections and after them."""
    blocks = content.blocks
    inside = [number for number, block in enumerate(blocks) if isinstance(block, Paragraph) and block.section]
    first, last = (inside[0], inside[-1]) if inside else (len(blocks), len(blocks))
    before, after = blocks[:first], blocks[last + 1 :]
    return _outside(before), _outside(after)


def _outside(blocks: tuple[Block, ...]) -> tuple[Prose, ...]:
    return tuple(Prose(block.text) for block in blocks if isinstance(block, Paragraph))
