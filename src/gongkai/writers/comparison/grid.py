"""A comparison as tables of text (比较表): one line a measure over years, or one line an organ over measures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import msgspec

from gongkai.report import Scope
from gongkai.report.compare import Block, Group, Line
from gongkai.report.figure import Change, Figure
from gongkai.report.lineup import Kind
from gongkai.report.measures import CARRIED_IN
from gongkai.writers.comparison import words
from gongkai.writers.comparison.text import changed, full_name, label, name, section_title, shown, sign, why

# As many measures, or years with their changes, as a sheet of paper takes.
_MOST_COLUMNS, _MOST_YEARS = 14, 8


class Spot(NamedTuple):
    """A figure as text: its sign, its change, why it is `open` or how it was read, and what contradicts it."""

    text: str
    sign: str = ""
    change: str = ""
    why: str = ""
    open: bool = False
    broken: str = ""


class Head(NamedTuple):
    """The head of a column, and the group of columns it stands in."""

    group: str
    text: str


class Row(NamedTuple):
    """A row of figures, and the group of rows it stands in; `total` where it adds up others."""

    group: str
    text: str
    spots: tuple[Spot, ...]
    total: bool = False


class Grid(msgspec.Struct, frozen=True):
    """A table to be shown: its title, the heads of its columns, and its rows."""

    title: str
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]

    @property
    def groups(self) -> list[tuple[str, int]]:
        """The groups of columns, each with the number of its columns."""
        return [(group, len(list(some))) for group, some in groupby(head.group for head in self.heads)]

    @property
    def parts(self) -> list[tuple[str, list[Row]]]:
        """The groups of rows, each with its rows."""
        return [(group, list(some)) for group, some in groupby(self.rows, key=lambda row: row.group)]


def grids(group: Group, block: Block) -> tuple[Grid, ...]:
    """Return a block as tables no wider than paper."""
    if group.kind is Kind.YEARS:
        return tuple(_years(group, block))
    return tuple(_over_organs(group, block, lines) for lines in _parted(block))


def _years(group: Group, block: Block) -> Iterator[Grid]:
    heads = tuple(Head("", label(group, group.entries[number])) for number in block.entries)
    named = ((*name(line.measure, block.edition), line) for line in block.lines)
    rows = [Row(part, text, _over_years(group, block, line)) for part, text, line in named]
    # Parts as wide as each other: no last one of a single year.
    parts = -(-len(heads) // _MOST_YEARS)
    wide = -(-len(heads) // parts)
    for at in range(0, len(heads), wide):
        some = tuple(row._replace(spots=row.spots[at : at + wide]) for row in rows)
        yield Grid(section_title(block), heads[at : at + wide], some)


def spot(figure: Figure | None, change: Change | None = None, *, share: bool = False, broken: str = "") -> Spot:
    """Return a figure with its change as a table shows it."""
    unknown = figure is not None and bool(figure.states)
    return Spot(
        shown(figure, share=share), sign(figure), changed(change, share=share), why(figure), unknown, broken
    )


def _over_years(group: Group, block: Block, line: Line) -> tuple[Spot, ...]:
    share = bool(line.measure.over)
    broken = _broken(group, block) if line.measure.key == CARRIED_IN else {}
    pairs = enumerate(zip(line.figures, line.changes, strict=True))
    return tuple(spot(figure, change, share=share, broken=broken.get(n, "")) for n, (figure, change) in pairs)


def _broken(group: Group, block: Block) -> dict[int, str]:
    """Return which years of a block do not begin in sum with what was carried over, and with what they should."""
    told = {
        one.year: words.MISMATCH.format(carried_out=one.carried_out)
        for one in group.breaks
        if one.column == "total"
    }
    return {n: told[group.entries[i].year] for n, i in enumerate(block.entries) if group.entries[i].year in told}


def _parted(block: Block) -> Iterator[tuple[Line, ...]]:
    """Yield the lines of a block in runs that fit on paper, no group of measures torn apart."""
    run: list[Line] = []
    for _, some in groupby(block.lines, key=lambda line: name(line.measure, block.edition)[0]):
        lines = list(some)
        if run and len(run) + len(lines) > _MOST_COLUMNS:
            yield tuple(run)
            run = []
        run += lines
    if run:
        yield tuple(run)


def _over_organs(group: Group, block: Block, lines: Sequence[Line]) -> Grid:
    heads = tuple(Head(*name(line.measure, block.edition)) for line in lines)
    entries = [group.entries[number] for number in block.entries]
    rows = [
        Row("", full_name(entry), tuple(spot(line.figures[n], share=bool(line.measure.over)) for line in lines))
        for n, entry in enumerate(entries)
    ]
    for n, total in enumerate(block.totals):
        spots = tuple(spot(line.totals[n], share=bool(line.measure.over)) for line in lines)
        rows.append(Row("", _total_name(total.scope, len(total.entries)), spots, total=True))
    return Grid(section_title(block), heads, tuple(rows))


def _total_name(scope: Scope, count: int) -> str:
    return words.SUM_OF.format(scope=words.SCOPES[scope], count=count)
