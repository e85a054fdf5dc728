"""Where the words and cells of a report stand in the Word document it was read from (Word 位置).

The document is walked as the reader walks it, so that blocks and tables have the same numbers. Words are compared
without white space; where a number leads to other words, they are looked for in the whole document.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from gongkai.readers.documents.text import INVISIBLE
from gongkai.readers.documents.word_markup import (
    BOX,
    HIDING,
    OFF,
    boxes,
    child_of,
    holds_tables,
    inside,
    name_of,
    number_of,
    shown,
    value_of,
)
from gongkai.report import BlockPlace, Place, Quote, TablePlace

_BREAKS = frozenset(("br", "cr"))


class Letter(NamedTuple):
    """A character of the document: the text element that holds it, and its offset there."""

    char: str
    element: etree._Element
    offset: int


class Stretch(NamedTuple):
    """Letters from the first to the last of them; a paragraph where there are none."""

    letters: tuple[Letter, ...]
    paragraph: etree._Element


class _Line(NamedTuple):
    """A line of a paragraph without its white space."""

    text: str
    letters: tuple[Letter, ...]
    paragraph: etree._Element

    def stretch(self, start: int, end: int) -> Stretch:
        return Stretch(self.letters[start:end], self.paragraph)


class WordPlaces:
    """The lines and table cells of a document, by the numbers that places of a report carry."""

    def __init__(self, body: etree._Element) -> None:
        self._body = body
        self._blocks: dict[int, _Line] = {}
        self._cells: dict[tuple[int, int, int], list[_Line]] = {}
        self._number = self._tables = 0
        self._walk(body)
        self._lines = [*self._blocks.values(), *(line for lines in self._cells.values() for line in lines)]

    def of_quote(self, quote: Quote, passage: str) -> Stretch | None:
        """Return the words that a quote of a passage means; None where the document does not hold them."""
        whole, before = _close(passage), len(_close(passage[: quote.start]))
        end = before + len(_close(passage[quote.start : quote.end]))
        for line in (*self._at(quote.place), *self._lines):
            at = line.text.find(whole) if whole else -1
            if at >= 0:
                return line.stretch(at + before, at + end)
        return None

    def of_cell(self, place: Place | None) -> Stretch | None:
        """Return what stands in a cell, or its empty paragraph; None where the place means no cell."""
        lines = self._at(place)
        if not lines:
            return None
        return Stretch(tuple(letter for line in lines for letter in line.letters), lines[0].paragraph)

    def first(self) -> Stretch | None:
        """Return the first line of the document that says something; None in an empty one."""
        line = next((line for line in self._lines if line.text), None)
        return line.stretch(0, len(line.letters)) if line else None

    def _at(self, place: Place | None) -> list[_Line]:
        if isinstance(place, TablePlace):
            return self._cells.get((place.table, place.row, place.column), [])
        if isinstance(place, BlockPlace) and place.block in self._blocks:
            return [self._blocks[place.block]]
        return []

    def _walk(self, parent: etree._Element) -> None:
        for child in shown(parent):
            name = name_of(child)
            if name == "p":
                for line in _lines(child):
                    if line.text:
                        self._number += 1
                        self._blocks[self._number] = line
                for box in boxes(child):
                    self._walk(box)
            elif name == "tbl" and not holds_tables(child):
                self._number += 1
                self._tables += 1
                self._table(child)
            else:
                self._walk(child)

    def _table(self, table: etree._Element) -> None:
        # The row that the merged cells of each column begin in.
        above: dict[int, int] = {}
        for number, row in enumerate(inside(table, "tr"), 1):
            column = 1 + number_of(child_of(child_of(row, "trPr"), "gridBefore"), 0)
            for cell in inside(row, "tc"):
                properties = child_of(cell, "tcPr")
                merged = child_of(properties, "vMerge")
                if merged is None or value_of(merged) == "restart" or column not in above:
                    lines = [line for part in inside(cell, "p") for line in _lines(part)]
                    self._cells[self._tables, number, column] = lines
                    above.pop(column, None)
                    if merged is not None:
                        above[column] = number
                column += max(number_of(child_of(properties, "gridSpan"), 1), 1)


def _close(text: str) -> str:
    """Return a text without white space."""
    return "".join(text.translate(INVISIBLE).split())


def _lines(paragraph: etree._Element) -> list[_Line]:
    """Return the lines of a paragraph; an empty one has one line that says nothing."""
    lines: list[list[Letter]] = [[]]
    for letter in _letters(paragraph):
        if letter is None:
            lines.append([])
        elif _close(letter.char):
            lines[-1].append(letter)
    return [_Line("".join(one.char for one in line), tuple(line), paragraph) for line in lines]


def _letters(parent: etree._Element) -> Iterator[Letter | None]:
    """Yield what a paragraph shows, None for the end of a line."""
    for child in shown(parent):
        name = name_of(child)
        if name == "t":
            yield from (Letter(char, child, index) for index, char in enumerate(child.text or ""))
        elif name in _BREAKS:
            yield None
        elif name != BOX and not (name == "r" and _is_hidden(child)):
            yield from _letters(child)


def _is_hidden(run: etree._Element) -> bool:
    properties = child_of(run, "rPr")
    return properties is not None and any(name_of(one) in HIDING and value_of(one) not in OFF for one in properties)
