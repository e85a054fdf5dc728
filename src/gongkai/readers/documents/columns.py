"""Words on a page → tables that no lines show (无框线表格): figures in columns, with their labels and heads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from gongkai.readers.documents.document import Grid, GridCell
from gongkai.readers.patterns import FIGURE_WORD, LABEL_ORDINAL
from gongkai.report import PagePlace

# Fewer figures beside each other are prose or a list; a line alone needs more, or a label.
_LEAST_FIGURES, _LEAST_ALONE = 3, 5
# All of what follows is in heights of a word. How far apart rows of one table and lines of a head can stand.
_ROWS, _HEAD = 8.0, 3.0
# How far the middle of a figure may lie from its column's.
_OFF = 1.2
# How far from every column, in distances of columns, a head must stand to name another one.
_NEW = 0.8
# How far apart the words of one label can stand, and how far its middle may be off the figures' level.
_SPACE, _UNLIKE = 0.6, 0.45
# How near to a label, in distances of rows, the name of its group stands.
_BESIDE = 0.6
# How near the lines of one column's head stand, and how much higher than others one stands that spans rows.
_WRAP, _RAISED = 0.8, 0.3
# By how much letters of a head can be larger or smaller than the figures.
_SIZE = 0.25


class Word(msgspec.Struct, frozen=True):
    """A word on a page with its box, in points."""

    text: str
    place: PagePlace

    @property
    def middle(self) -> float:
        return (self.place.left + self.place.right) / 2

    @property
    def level(self) -> float:
        return (self.place.top + self.place.bottom) / 2

    @property
    def height(self) -> float:
        return self.place.bottom - self.place.top

    def is_in(self, box: tuple[float, float, float, float]) -> bool:
        """Say whether the word's middle lies in a box."""
        left, top, right, bottom = box
        return left <= self.middle <= right and top <= self.level <= bottom


Cells = list[tuple[Word, ...]]


class Columns(msgspec.Struct, frozen=True):
    """A table found among the words of a page, the box it takes there, and the middles of its columns."""

    grid: Grid
    box: tuple[float, float, float, float]
    middles: tuple[float, ...]


class _Region:
    """Rows of figures that stand in the same columns, which are told by their middles."""

    def __init__(self, figures: Sequence[Word]) -> None:
        self.rows = [list(figures)]
        self.middles = [word.middle for word in figures]

    def takes(self, figures: Sequence[Word]) -> bool:
        """Add a row if its figures stand in the columns; a full row may show further ones."""
        above = self.rows[-1][0]
        if figures[0].place.top - above.place.bottom > _ROWS * above.height:
            return False
        strange = [word for word in figures if abs(self._nearest(word) - word.middle) > _OFF * word.height]
        if strange and len(figures) - len(strange) < _LEAST_FIGURES:
            return False
        self.rows.append(list(figures))
        self.middles = sorted([*self.middles, *(word.middle for word in strange)])
        return True

    def learn(self, head: Sequence[Word], known: Sequence[float]) -> bool:
        """Learn of columns that show no figure, from the head or from the page before; say whether either is there.

        Without them nobody knows how many columns stand empty.
        """
        pitch = min((right - left for left, right in pairwise(self.middles)), default=0.0)
        over = [word for word in head if word.middle > self.middles[0] - _NEW * pitch]
        if over:
            for word in sorted(over, key=lambda word: -word.level):
                if (
                    abs(self._nearest(word) - word.middle) > _NEW * pitch
                    and word.middle > self.middles[0] - 2 * pitch
                ):
                    self.middles = sorted([*self.middles, word.middle])
            return True
        near = all(any(abs(middle - one) < self.rows[0][0].height for one in known) for middle in self.middles)
        self.middles = list(known) if known and near else self.middles
        return bool(known) and near

    def _nearest(self, word: Word) -> float:
        return min(self.middles, key=lambda middle: abs(middle - word.middle))

    def cells(self, row: Sequence[Word]) -> Cells:
        """Return what a row shows in each column."""
        return [tuple(word for word in row if self._nearest(word) == middle) for middle in self.middles]

    @property
    def words(self) -> list[Word]:
        return [word for row in self.rows for word in row]


def tables_without_rules(words: Sequence[Word], known: Sequence[float] = ()) -> Iterator[Columns]:
    """Yield the tables among the words of a page, from top to bottom.

    `known` are the middles of the columns of the table on the page before, which may go on here without a head.
    """
    end = 0.0
    for region, labelled in _regions(lines_of(words)):
        if len(region.rows) > 1 or labelled or len(region.middles) >= _LEAST_ALONE:
            table = _table(words, region, end, known)
            if table is not None:
                yield table
                known = table.middles
            end = max(word.place.bottom for word in region.rows[-1])


def lines_of(words: Sequence[Word]) -> list[list[Word]]:
    """Return words by the level they stand on, each line from left to right."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.level):
        if lines and word.level - lines[-1][0].level < 0.5 * word.height:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda word: word.place.left) for line in lines]


def _figures(line: Sequence[Word]) -> list[Word]:
    """Return the figures at the end of a line, from the left."""
    found: list[Word] = []
    for word in reversed(line):
        if not FIGURE_WORD.fullmatch(word.text):
            break
        found.insert(0, word)
    return found


def _regions(lines: Sequence[list[Word]]) -> list[tuple[_Region, bool]]:
    """Return the runs of rows in the same columns, and whether their first has a label."""
    found: list[tuple[_Region, bool]] = []
    region: _Region | None = None
    for line in lines:
        figures = _figures(line)
        if region and (len(figures) > 1 or 0 < len(figures) < len(line)) and region.takes(figures):
            continue
        if len(figures) >= _LEAST_FIGURES:
            region = _Region(figures)
            found.append((region, len(line) > len(figures)))
        elif region and any(word.place.right > region.middles[0] for word in line):
            region = None
    return found


def _table(words: Sequence[Word], region: _Region, end: float, known: Sequence[float]) -> Columns | None:
    """Return the table around some rows of figures, if its columns are known; it begins below `end`."""
    taken = region.words
    first = min(word.place.left for word in taken)
    height = taken[0].height
    top, bottom = region.rows[0][0].level - 2 * height, region.rows[-1][0].level + 2 * height
    beside = [word for word in words if word.place.right < first and top < word.level < bottom]
    head = _head([word for word in words if word not in {*taken, *beside} and word.level > end], taken[0], first)
    if not region.learn(head, known):
        return None
    box = _edges([*taken, *beside, *head])
    levels = [row[0].level for row in region.rows]
    labels, alone = _labels(beside, levels)
    named = {word for label in (*labels, *alone) for word in label}
    groups = [word for word in words if word.is_in(box) and word not in {*taken, *head, *named}]
    # What stands on a row's own level may be a part of its label that a blank cut off, and stays before it.
    parts = [[w for w in groups if abs(w.level - level) < _UNLIKE * w.height] for level in levels]
    groups = [word for word in groups if not any(word in part for part in parts)]
    body: list[tuple[float, Cells]] = [
        (row[0].level, [*((word,) for word in sorted(part, key=_order)), tuple(label), *region.cells(row)])
        for part, label, row in zip(parts, labels, region.rows, strict=True)
    ]
    body += [(label[0].level, [tuple(label), *[()] * len(region.middles)]) for label in alone]
    rows: list[Cells] = [*_head_rows(head, region.middles), [(word,) for word in sorted(groups, key=_order)]]
    rows += [row for _, row in sorted(body, key=lambda pair: pair[0])]
    filled = [row for row in rows if row]
    return Columns(Grid(tuple(_row(number, row) for number, row in enumerate(filled))), box, tuple(region.middles))


def _order(word: Word) -> tuple[float, float]:
    return word.level, word.place.left


def _edges(words: Sequence[Word]) -> tuple[float, float, float, float]:
    places = [word.place for word in words]
    return (
        min(place.left for place in places),
        min(place.top for place in places),
        max(place.right for place in places),
        max(place.bottom for place in places),
    )


def _row(number: int, cells: Sequence[Sequence[Word]]) -> tuple[GridCell, ...]:
    return tuple(
        GridCell(_text(words), number, column, place=around(words) if words else None)
        for column, words in enumerate(cells)
    )


def _text(words: Sequence[Word]) -> str:
    """Return the words of a cell; two figures in it stay apart."""
    figures = sum(FIGURE_WORD.fullmatch(word.text) is not None for word in words)
    return (" " if figures > 1 else "").join(word.text for word in words)


def around(words: Sequence[Word]) -> PagePlace:
    """Return the box around some words of a page."""
    return PagePlace(words[0].place.page, *_edges(words))


def _labels(beside: Sequence[Word], levels: Sequence[float]) -> tuple[list[list[Word]], list[list[Word]]]:
    """Return the words of each row's label, and labels that stand beside no figure.

    A label stands with its middle on the level of its row. Of several the nearest to the figures is the row's;
    those further left name groups of rows.
    """
    labels: list[list[Word]] = [[] for _ in levels]
    alone: list[list[Word]] = []
    spacing = min((below - above for above, below in pairwise(levels)), default=0.0)
    blocks = sorted(_blocks(beside), key=lambda block: -block[0].place.left)
    for number, block in enumerate(blocks):
        level, height = _level(block), block[0].height
        row = min(range(len(levels)), key=lambda n: abs(levels[n] - level))
        further_right = [other for other in blocks[:number] if other[0].place.left - block[0].place.left > height]
        if abs(levels[row] - level) < _UNLIKE * height and not labels[row]:
            labels[row] = block
        elif all(abs(_level(other) - level) > _BESIDE * max(spacing, height) for other in further_right):
            alone.append(block)
    return labels, alone


def _blocks(words: Sequence[Word]) -> list[list[Word]]:
    """Return the words of each label or group's name: lines below each other up to the next ordinal."""
    columns: list[list[list[Word]]] = []
    for segment in sorted(_segments(words), key=lambda segment: segment[0].place.left):
        if columns and segment[0].place.left - columns[-1][0][0].place.left < segment[0].height:
            columns[-1].append(segment)
        else:
            columns.append([segment])
    blocks: list[list[Word]] = []
    for column in columns:
        before: list[Word] | None = None
        for segment in sorted(column, key=lambda segment: segment[0].level):
            first = segment[0]
            goes_on = before is not None and first.place.top - before[0].place.bottom < _WRAP * first.height
            if goes_on and not LABEL_ORDINAL.match(first.text):
                blocks[-1] += segment
            else:
                blocks.append(list(segment))
            before = segment
    return blocks


def _segments(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield the words that stand close to each other on a line."""
    for line in lines_of(words):
        segment = [line[0]]
        for word in line[1:]:
            if word.place.left - segment[-1].place.right > _SPACE * word.height or LABEL_ORDINAL.match(word.text):
                yield segment
                segment = []
            segment.append(word)
        yield segment


def _head(words: Sequence[Word], figure: Word, first: float) -> list[Word]:
    """Return the words above the first row, up to a line of prose."""
    top = figure.place.top
    found: list[Word] = []
    for line in reversed(lines_of([word for word in words if word.level < top])):
        gap = (found[-1].place.top if found else top) - line[0].place.bottom
        other_size = abs(line[0].height - figure.height) > _SIZE * line[0].height
        if other_size or gap > _HEAD * line[0].height or any(_is_prose(word, first) for word in line):
            break
        found += line
    # A line at the left alone is the head's note only where the head goes on above it.
    while found and found[-1].place.right < first:
        found.pop()
    return found


def _is_prose(word: Word, first: float) -> bool:
    """Say whether words reach from the labels' side far over into the figures'."""
    return word.place.right > first and first - word.place.left > _HEAD * word.height


def _head_rows(head: Sequence[Word], middles: Sequence[float]) -> list[Cells]:
    """Return the rows of a head, its note first: words over several columns, then the heads of the columns.

    A column's head that stands higher than others spans the last rows and belongs to the upper of them.
    """
    edges = [(left + right) / 2 for left, right in pairwise(middles)]
    leaves: list[list[Word]] = [[] for _ in middles]
    note: list[Word] = []
    over: list[Word] = []
    for word in sorted(head, key=lambda word: -word.level):
        leaf = leaves[sum(word.middle > edge for edge in edges)]
        if word.middle < 2 * middles[0] - middles[1]:
            note.insert(0, word)
        elif leaf and leaf[0].place.top - word.place.bottom > _WRAP * word.height:
            over.append(word)
        else:
            leaf.insert(0, word)
    cells = [tuple(leaf) for leaf in leaves if leaf]
    if not cells:
        return [[(word,) for word in note]]
    lowest = max(_level(cell) for cell in cells)
    raised = [cell for cell in cells if lowest - _level(cell) > _RAISED * cell[0].height]
    rows: list[Cells] = [[(word,) for word in line] for line in lines_of(over)]
    if raised:
        *rows, last = rows or [[]]
        rows.append(sorted([*last, *raised], key=lambda cell: cell[0].middle))
    return [[(word,) for word in note], *rows, [cell for cell in cells if cell not in raised]]


def _level(cell: Sequence[Word]) -> float:
    return (cell[0].place.top + cell[-1].place.bottom) / 2
