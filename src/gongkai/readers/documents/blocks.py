"""Tokens of a page → lines and grids (网页区块): what a browser shows, frames and menus included."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from html import unescape

from gongkai.errors import InputTooLarge
from gongkai.readers.documents import reasons
from gongkai.readers.documents.document import Grid, GridCell, Line, cell_text, trimmed
from gongkai.readers.documents.limits import MAX_COLUMNS, MAX_SPAN, MAX_TABLE_CELLS

# A text, and the slash, name and attributes of the tag behind it; no name where something else stands there.
Token = tuple[str, str, str, str]

_SKIPPED = frozenset(("template", "select", "button", "svg", "object", "nav", "footer"))
# What stands in a cell but is no part of its figure: references to notes and what an editor struck out.
_SKIPPED_IN_CELLS = _SKIPPED | {"sup", "del", "s", "strike"}
_INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "big", "cite", "code", "del", "em", "font", "i", "img", "input", "ins", "kbd"),
        *("label", "mark", "o:p", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "tt", "u"),
        *("st1:chsdate", "st1:chmetcnv"),
    )
)
_WITHOUT_END = frozenset(
    (
        *("area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen"),
        *("link", "meta", "param", "source", "track", "wbr"),
    )
)
_SPAN = re.compile(r' (col|row)span="[^"\d]*(\d+)')
_CELL_TAGS = frozenset(("td", "th"))
# A row of few cells alone is no data.
_LEAST_ROWS = 2
_LEAST_CELLS = 4
_BETWEEN = "\x1d"


class _Table:
    """A table not yet closed: where its words begin, and of each row's cells the words and the attributes."""

    def __init__(self) -> None:
        self.start = 0
        self.rows: list[list[tuple[int, int, str]]] = []
        self.is_frame = False

    @property
    def is_data(self) -> bool:
        """Say whether it is more than the page's frame, which holds tables or a row of few cells alone."""
        return not self.is_frame and (len(self.rows) >= _LEAST_ROWS or sum(map(len, self.rows)) >= _LEAST_CELLS)


def blocks_of(tokens: Iterable[Token], hidden: Set[str]) -> list[Line | Grid]:
    """Return the lines and tables of a page in reading order, without the elements of `hidden` attributes."""
    page = _Page()
    page.read(tokens, hidden)
    return page.blocks


class _Page:
    """The blocks gathered so far, and the words since the last of them, with marks between lines."""

    def __init__(self) -> None:
        self.blocks: list[Line | Grid] = []
        self._words: list[str] = []
        self._tables: list[_Table] = []
        # Where the words of the open cell begin, and its attributes.
        self._begin = -1
        self._attributes = ""
        self._unseen = _SKIPPED
        self._preformatted = 0
        self._cells = 0

    def read(self, tokens: Iterable[Token], hidden: Set[str]) -> None:
        words = self._words
        skipped, depth = "", 0
        for text, closing, tag, attributes in tokens:
            if skipped:
                if tag == skipped:
                    depth += -1 if closing else 1
                    skipped = skipped if depth else ""
                continue
            if text:
                words.append(text.replace("\n", _BETWEEN) if self._preformatted else text)
            if not tag:
                continue
            if not closing and (tag in self._unseen or (hidden and attributes in hidden)):
                if tag not in _WITHOUT_END:
                    skipped, depth = tag, 1
            elif tag not in _INLINE:
                self._part(tag, closing, attributes)
        self._flush()

    def _part(self, tag: str, closing: str, attributes: str) -> None:
        """Take note of a tag that parts lines, rows or cells."""
        self._words.append(_BETWEEN)
        if tag in _CELL_TAGS:
            self._cell(closing, attributes)
        elif tag == "tr" and not closing and self._tables:
            self._row()
        elif tag == "table":
            self._table(closing)
        elif tag == "pre":
            self._preformatted += -1 if closing else 1

    def _flush(self) -> None:
        self.blocks += map(Line, trimmed(unescape("".join(self._words)).split(_BETWEEN)))
        self._words.clear()

    def _cell(self, closing: str, attributes: str) -> None:
        if not closing:
            self._begin, self._attributes, self._unseen = len(self._words), attributes, _SKIPPED_IN_CELLS
        elif self._begin >= 0 and self._tables and self._tables[-1].rows:
            self._tables[-1].rows[-1].append((self._begin, len(self._words), self._attributes))
            self._begin, self._unseen = -1, _SKIPPED

    def _row(self) -> None:
        table = self._tables[-1]
        # A caption stands before the first row, and is read as a line before the table.
        table.start = table.start if table.rows else len(self._words)
        table.rows.append([])

    def _table(self, closing: str) -> None:
        self._begin, self._unseen = -1, _SKIPPED
        if not closing:
            if self._tables:
                self._tables[-1].is_frame = True
            self._tables.append(_Table())
        elif self._tables and (table := self._tables.pop()).is_data:
            grid = self._grid(table)
            del self._words[table.start :]
            self._flush()
            self.blocks.append(grid)

    def _grid(self, table: _Table) -> Grid:
        rows: list[tuple[GridCell, ...]] = []
        # For how many rows more each column is taken by a cell above.
        taken: dict[int, int] = {}
        for number, row in enumerate(table.rows):
            rows.append(tuple(self._cells_of(row, number, taken)))
            taken = {column: left - 1 for column, left in taken.items() if left > 1}
        return Grid(tuple(rows))

    def _cells_of(self, row: list[tuple[int, int, str]], number: int, taken: dict[int, int]) -> list[GridCell]:
        """Return the cells that begin in a row; `taken` learns what they span."""
        self._cells += len(row)
        if self._cells > MAX_TABLE_CELLS:
            raise InputTooLarge(reasons.TOO_MANY_CELLS.format(limit=MAX_TABLE_CELLS))
        cells: list[GridCell] = []
        column = 0
        fresh: dict[int, int] = {}
        for begin, end, attributes in row:
            if column > MAX_COLUMNS:
                raise InputTooLarge(reasons.TOO_MANY_COLUMNS.format(limit=MAX_COLUMNS))
            while column in taken:
                column += 1
            high, wide = _spans(attributes) if "span=" in attributes else (1, 1)
            cells.append(GridCell(_words_of(self._words[begin:end]), number, column, high, wide))
            if high > 1:
                fresh |= {column + n: high for n in range(wide)}
            column += wide
        taken |= fresh
        return cells


def _spans(attributes: str) -> tuple[int, int]:
    """Return how many rows and columns a cell spans; what is no number (`7;` is) or out of bounds counts as 1."""
    found = {name: min(max(int(digits[:6]), 1), MAX_SPAN) for name, digits in _SPAN.findall(attributes)}
    return found.get("row", 1), found.get("col", 1)


def _words_of(words: list[str]) -> str:
    """Return a cell's words. Runs that Word cut a figure into are one."""
    text = unescape("".join(words)).strip()
    if _BETWEEN not in text:
        return " ".join(text.split())
    return cell_text(trimmed(text.split(_BETWEEN)))
