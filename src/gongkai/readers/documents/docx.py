"""Word document → Document (Word 文档): its final text, without deletions, comments and hidden parts."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from gongkai.errors import InputTooLarge, UnknownKind
from gongkai.readers.documents import reasons
from gongkai.readers.documents.document import Document, Grid, GridCell, Line, cell_text, trimmed
from gongkai.readers.documents.limits import MAX_COLUMNS, MAX_SPAN, MAX_TABLE_CELLS
from gongkai.readers.documents.package import Package, parsed
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

_MACROS = "vbaproject.bin"
_STRIKING = frozenset(("strike", "dstrike"))
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}


def read_docx(package: Package) -> Document:
    """Return the document of a Word file: paragraphs, tables and text boxes in reading order."""
    if package.has(_MACROS):
        raise UnknownKind(reasons.MACROS)
    body = child_of(parsed(package.main_part()), "body")
    if body is None:
        raise UnknownKind(reasons.BROKEN_PACKAGE)
    reader = _Reader()
    return Document("word", tuple(reader.blocks(body)))


class _Reader:
    """Walks a document, counting the cells of its tables."""

    def __init__(self) -> None:
        self._cells = 0

    def blocks(self, parent: etree._Element) -> Iterator[Line | Grid]:
        """Yield the lines and tables below an element; a table that holds tables is a frame."""
        for child in shown(parent):
            name = name_of(child)
            if name == "p":
                yield from map(Line, _lines(child))
                # Text boxes are anchored in a paragraph and stand beside it.
                for box in boxes(child):
                    yield from self.blocks(box)
            elif name == "tbl" and not holds_tables(child):
                yield self._grid(child)
            else:
                yield from self.blocks(child)

    def _grid(self, table: etree._Element) -> Grid:
        rows: list[list[GridCell]] = []
        # The cell that each column's merged cells belong to, as row and index in it.
        above: dict[int, tuple[int, int]] = {}
        for number, row in enumerate(inside(table, "tr")):
            cells: list[GridCell] = []
            column = number_of(child_of(child_of(row, "trPr"), "gridBefore"), 0)
            for cell in inside(row, "tc"):
                properties = child_of(cell, "tcPr")
                wide = min(max(number_of(child_of(properties, "gridSpan"), 1), 1), MAX_SPAN)
                self._count(column)
                merged = child_of(properties, "vMerge")
                if merged is not None and value_of(merged) != "restart" and column in above:
                    first, index = above[column]
                    upper = rows[first][index]
                    rows[first][index] = GridCell(
                        upper.text, first, upper.column, number - first + 1, upper.colspan
                    )
                else:
                    cells.append(GridCell(_text_of_cell(cell), number, column, 1, wide))
                    above.pop(column, None)
                    if merged is not None:
                        above[column] = (number, len(cells) - 1)
                column += wide
            rows.append(cells)
        return Grid(tuple(map(tuple, rows)))

    def _count(self, column: int) -> None:
        self._cells += 1
        if self._cells > MAX_TABLE_CELLS:
            raise InputTooLarge(reasons.TOO_MANY_CELLS.format(limit=MAX_TABLE_CELLS))
        if column > MAX_COLUMNS:
            raise InputTooLarge(reasons.TOO_MANY_COLUMNS.format(limit=MAX_COLUMNS))


def _text_of_cell(cell: etree._Element) -> str:
    lines = [line for part in inside(cell, "p") for line in _lines(part, in_cell=True)]
    return cell_text(lines)


def _lines(paragraph: etree._Element, *, in_cell: bool = False) -> list[str]:
    """Return the lines that a paragraph shows, less struck-out text and notes if it stands in a cell."""
    text = "".join(_pieces(paragraph, in_cell=in_cell)).translate(INVISIBLE)
    return trimmed(text.split("\n"))


def _pieces(parent: etree._Element, *, in_cell: bool) -> Iterator[str]:
    for child in shown(parent):
        name = name_of(child)
        if name == "t":
            yield child.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name != BOX and not (name == "r" and _is_unseen(child, in_cell=in_cell)):
            yield from _pieces(child, in_cell=in_cell)


def _is_unseen(run: etree._Element, *, in_cell: bool) -> bool:
    """Say whether a run is hidden or, in a cell, no part of its figure: struck out, or a reference to a note."""
    properties = child_of(run, "rPr")
    if properties is None:
        return False
    wanted = HIDING | _STRIKING if in_cell else HIDING
    for property_ in properties:
        name = name_of(property_)
        if name in wanted and value_of(property_) not in OFF:
            return True
        if in_cell and name == "vertAlign" and value_of(property_) == "superscript":
            return True
    return False
