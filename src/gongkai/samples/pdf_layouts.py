"""The layouts of PDF files (PDF 版式): pages whose ends cut ruled tables, and tables without rules."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec

from gongkai.report import CellKey
from gongkai.samples import pdf_words
from gongkai.samples.content import Content, Paragraph, PrintedTable, Role, RowKey, Spot
from gongkai.samples.grid import Row, rows
from gongkai.samples.ink import Ink, Rendered

Layout = Callable[[Content, random.Random], Rendered]

_LEFT, _RIGHT, _TOP, _BOTTOM = 74.0, 522.0, 80.0, 760.0
_PROSE, _TITLE = 16.0, 20.0
# Of letters in a table: the fifteen columns of table 4 need small ones.
_SIZES = {"2": 9.0, "3": 9.0, "4": 6.0}
_PADDING = 5.0
# The widths of a table's columns as shares of the page's.
_WIDTHS = {
    "2": (0.34, 0.22, 0.22, 0.22),
    "3": (0.07, 0.11, 0.26, *(0.08,) * 7),
    "4": (1 / 15,) * 15,
}


class PdfStyle(msgspec.Struct, frozen=True, kw_only=True):
    """How pages are printed. `ruled`: tables have lines; `heads`: heads are printed again on each page.

    `halved`: the words of a cell that a page's end cuts stand half before and half behind it. `foot` and `top` are
    the words at the foot and the top of every page.
    """

    ruled: bool = True
    heads: bool = False
    halved: bool = False
    foot: str | None = None
    top: bool = False
    tight: bool = False


def pdf_ruled(content: Content, rng: random.Random) -> Rendered:
    """Print pages with ruled tables; what a page's end cuts goes on behind it."""
    return _print(content, PdfStyle(foot=rng.choice(pdf_words.FOOTS), tight=rng.random() < 0.5), rng)


def pdf_repeated(content: Content, rng: random.Random) -> Rendered:
    """Print pages that begin with the head of the table that goes on, below a line that every page bears."""
    foot, top = rng.choice(pdf_words.FOOTS), rng.random() < 0.5
    return _print(content, PdfStyle(heads=True, foot=foot, top=top, tight=rng.random() < 0.5), rng)


def pdf_halved(content: Content, rng: random.Random) -> Rendered:
    """Print pages whose ends cut the words of a cell in two."""
    return _print(content, PdfStyle(halved=True, foot=rng.choice(pdf_words.FOOTS), tight=True), rng)


def pdf_bare(content: Content, rng: random.Random) -> Rendered:
    """Print pages whose tables have no lines."""
    return _print(content, PdfStyle(ruled=False, foot=rng.choice(pdf_words.FOOTS)), rng)


class _Mark(NamedTuple):
    """Something drawn: commands, or words at a place with what they are."""

    command: str = ""
    words: str = ""
    place: tuple[float, float, float] = (0.0, 0.0, 0.0)
    role: Role = Role.FURNITURE
    key: CellKey | None = None
    row: RowKey | None = None


def _print(content: Content, style: PdfStyle, rng: random.Random) -> Rendered:
    paper = _Paper(content, style, rng)
    waiting: list[Paragraph] = []
    for block in content.blocks:
        if isinstance(block, Paragraph):
            waiting.append(block)
            if not block.runs_on:
                paper.paragraph(waiting)
                waiting = []
        else:
            paper.paragraph(waiting)
            waiting = []
            paper.table(block)
    paper.paragraph(waiting)
    return paper.dry()


class _Paper:
    """Pages being filled from top to bottom."""

    def __init__(self, content: Content, style: PdfStyle, rng: random.Random) -> None:
        self.content, self.style, self.rng = content, style, rng
        self.pages: list[list[_Mark]] = [[]]
        self.y = _TOP

    def dry(self) -> Rendered:
        """Return what was printed, with the words at the top and the foot of every page."""
        ink = Ink()
        for number, page in enumerate(self.pages, 1):
            ink.gap(pdf_words.BREAK if number > 1 else "")
            for mark in [*self._around(number), *page]:
                if mark.words:
                    start, end = pdf_words.text(*mark.place)
                    ink.gap(start)
                    ink.put(pdf_words.code(mark.words), mark.role, mark.key, mark.row)
                    ink.gap(end)
                ink.gap(mark.command)
        return ink.dry(self.content, suffix="pdf")

    def _around(self, number: int) -> list[_Mark]:
        marks = []
        if self.style.foot:
            marks.append(_Mark(words=self.style.foot.format(n=number), place=(285.0, 805.0, 10.5)))
        if self.style.top:
            marks.append(_Mark(words=self.content.organ, place=(_LEFT, 50.0, 9.0)))
        return marks

    def paragraph(self, blocks: Sequence[Paragraph]) -> None:
        if not blocks:
            return
        role = blocks[0].role
        words = "".join(block.text for block in blocks)
        size = _TITLE if role is Role.TITLE else _PROSE
        ems = (_RIGHT - _LEFT) / size
        indent = 2.0 if role in {Role.PROSE, Role.HEADING} else 0.0
        for number, line in enumerate(pdf_words.wrapped(words, ems, indent)):
            self.room(size * 1.7)
            x = _LEFT + (size * indent if number == 0 else 0)
            if role is Role.TITLE:
                x = (_LEFT + _RIGHT - size * pdf_words.measure(line)) / 2
            self.mark(_Mark(words=line, place=(x, self.y + size, size), role=role))
            self.y += size * 1.7

    def room(self, height: float) -> bool:
        """Begin a page where some height is not left on this one, and say so."""
        if self.y + height <= _BOTTOM:
            return False
        self.pages.append([])
        self.y = _TOP
        return True

    def mark(self, mark: _Mark, page: int | None = None) -> None:
        self.pages[len(self.pages) - 1 if page is None else page].append(mark)

    def table(self, table: PrintedTable) -> None:
        self.y += 6
        _Table(self, table).print()
        self.y += 12


class _Table:
    """One table on its way to paper: rows get their places first, then the cells are drawn over them."""

    def __init__(self, paper: _Paper, table: PrintedTable) -> None:
        self.paper, self.rows, self.head = paper, rows(table, cut=True), table.head_lines
        self.size = _SIZES[table.key]
        edges = [_LEFT]
        for share in _WIDTHS[table.key]:
            edges.append(edges[-1] + share * (_RIGHT - _LEFT))
        self.edges = edges
        self.places: dict[int, tuple[int, float, float]] = {}

    def print(self) -> None:
        heights = self._heights()
        for number, row in enumerate(self.rows):
            if row.is_furniture:
                self.paper.y = _BOTTOM
                self.paper.mark(_Mark(words=row.spots[0].text, place=(285.0, 790.0, 10.5)))
                continue
            needed = _BOTTOM if row.breaks and number else heights[number]
            if number == 0 and not self.paper.style.ruled:
                # Without lines nobody could read figures whose head stands on the page before.
                needed = sum(heights[: self.head + 1])
            new_page = self.paper.room(needed)
            if new_page and self.paper.style.heads and number >= self.head > 0 and not row.breaks:
                self._head_again(heights)
            self.places[number] = (len(self.paper.pages) - 1, self.paper.y, self.paper.y + heights[number])
            self.paper.y += heights[number]
        for number, row in enumerate(self.rows):
            if not row.is_furniture:
                self._draw(row, number, self.places)

    def _head_again(self, heights: list[float]) -> None:
        places = {}
        for number in range(self.head):
            places[number] = (len(self.paper.pages) - 1, self.paper.y, self.paper.y + heights[number])
            self.paper.y += heights[number]
        for number in range(self.head):
            self._draw(self.rows[number], number, places)

    def _heights(self) -> list[float]:
        heights = [0.0 if row.is_furniture else self._leading() + 2 * _PADDING for row in self.rows]
        for number, row in enumerate(self.rows):
            for column, spot in enumerate(row.columns):
                if spot is not None and spot.down == 1:
                    needed = len(self._lines(spot, column)) * self._leading() + 2 * _PADDING
                    heights[number] = max(heights[number], needed)
        for number, row in enumerate(self.rows):
            for column, spot in enumerate(row.columns):
                if spot is not None and spot.down > 1:
                    needed = len(self._lines(spot, column)) * self._leading() + 2 * _PADDING
                    last = number + spot.down - 1
                    heights[last] += max(0.0, needed - sum(heights[number : last + 1]))
        return heights

    def _leading(self) -> float:
        return self.size * (1.15 if self.paper.style.tight else 1.5)

    def _words(self, spot: Spot) -> str:
        return spot.text if spot.key is None else self.paper.content.shown[spot.key].text

    def _lines(self, spot: Spot, column: int) -> list[str]:
        wide = self.edges[min(column + spot.across, len(self.edges) - 1)] - self.edges[column] - 2 * _PADDING
        if spot.key is not None:
            return [self._words(spot)]
        return [line for part in spot.parts for line in pdf_words.wrapped(part, wide / self.size)]

    def _draw(self, row: Row, number: int, places: dict[int, tuple[int, float, float]]) -> None:
        for column, spot in enumerate(row.columns):
            if spot is None:
                continue
            covered = [places[n] for n in range(number, number + spot.down) if n in places]
            pages = sorted({page for page, _, _ in covered})
            segments = []
            for page in pages:
                own = [place for place in covered if place[0] == page]
                segments.append((page, min(top for _, top, _ in own), max(bottom for _, _, bottom in own)))
            right = self.edges[min(column + spot.across, len(self.edges) - 1)]
            lines = self._lines(spot, column)
            shares = self._shares(lines, [bottom - top for _, top, bottom in segments])
            for at, (page, top, bottom) in enumerate(segments):
                if self.paper.style.ruled:
                    self.paper.mark(_Mark(command=pdf_words.box(self.edges[column], top, right, bottom)), page)
                self._write(shares[at], spot, row, (page, self.edges[column], right, top, bottom))

    def _shares(self, lines: list[str], heights: Sequence[float]) -> list[list[str]]:
        """Return the lines that stand in each part of a cell: as many as have room, or half in the first."""
        shares = []
        for number, height in enumerate(heights, 1):
            room = max(1, int((height - _PADDING) // self._leading()))
            if self.paper.style.halved and len(heights) > 1:
                room = max(1, len(lines) // 2)
            room = len(lines) if number == len(heights) else room
            shares.append(lines[:room])
            lines = lines[room:]
        return shares

    def _write(self, lines: list[str], spot: Spot, row: Row, place: tuple[int, float, float, float, float]) -> None:
        page, left, right, top, bottom = place
        y = (top + bottom) / 2 - len(lines) * self._leading() / 2 + self.size
        for line in lines:
            # A figure too wide for its cell is printed smaller, as an author would.
            size = min(self.size, (right - left - _PADDING) / max(pdf_words.measure(line), 1.0))
            middle = spot.role in {Role.VALUE, Role.HEAD, Role.BANNER, Role.GROUP}
            x = (left + right - size * pdf_words.measure(line)) / 2 if middle else left + _PADDING
            mark = _Mark(words=line, place=(x, y, size), role=spot.role, key=spot.key, row=row.row)
            self.paper.mark(mark, page)
            y += self._leading()


PDF_LAYOUTS: dict[str, Layout] = {
    layout.__name__: layout for layout in (pdf_ruled, pdf_repeated, pdf_halved, pdf_bare)
}
