"""Word document → Document (Word 文档): its final text, without deletions, comments and hidden parts.

Names are told apart by their last part alone: the strict and the transitional form differ in the rest.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from gongkai.errors import InputTooLarge, UnknownKind
from gongkai.readers.documents import reasons
from gongkai.readers.documents.document import Document, Grid, GridCell, Line, cell_text, trimmed
from gongkai.readers.documents.limits import MAX_COLUMNS, MAX_SPAN, MAX_TABLE_CELLS
from gongkai.readers.documents.package import Package, parsed
from gongkai.readers.documents.text import INVISIBLE

_MACROS = "vbaproject.bin"
# What a tracked change took away, and what is no text of the document.
_UNSEEN = frozenset(("del", "moveFrom", "pPr", "rPr", "tcPr", "tblPr", "trPr", "tblGrid", "sectPr", "comment"))
_BLOCKS = frozenset(("p", "tbl"))
_HIDING = ("vanish", "webHidden")
_STRIKING = ("strike", "dstrike")
_OFF = frozenset(("0", "false", "off", "none"))
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}


def read_docx(package: Package) -> Document:
    """Return the document of a Word file: paragraphs, tables and text boxes in reading order."""
    if package.has(_MACROS):
        raise UnknownKind(reasons.MACROS)
    body = _child(parsed(package.main_part()), "body")
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
        for child in _shown(parent):
            name = _name(child)
            if name == "p":
                yield from map(Line, _lines(child))
                # Text boxes are anchored in a paragraph and stand beside it.
                for box in _boxes(child):
                    yield from self.blocks(box)
            elif name == "tbl" and not _holds_tables(child):
                yield self._grid(child)
            else:
                yield from self.blocks(child)

    def _grid(self, table: etree._Element) -> Grid:
        rows: list[list[GridCell]] = []
        # The cell that each column's merged cells belong to, as row and index in it.
        above: dict[int, tuple[int, int]] = {}
        for number, row in enumerate(_inside(table, "tr")):
            cells: list[GridCell] = []
            column = _number(_child(_child(row, "trPr"), "gridBefore"), 0)
            for cell in _inside(row, "tc"):
                properties = _child(cell, "tcPr")
                wide = min(max(_number(_child(properties, "gridSpan"), 1), 1), MAX_SPAN)
                self._count(column)
                merged = _child(properties, "vMerge")
                if merged is not None and _value(merged) != "restart" and column in above:
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


def _name(element: etree._Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _child(parent: etree._Element | None, name: str) -> etree._Element | None:
    return next((child for child in parent if _name(child) == name), None) if parent is not None else None


def _value(element: etree._Element) -> str:
    return next((str(value) for key, value in element.items() if key.rpartition("}")[2] == "val"), "")


def _number(element: etree._Element | None, otherwise: int) -> int:
    value = _value(element)[:6] if element is not None else ""
    return int(value) if value.isdecimal() else otherwise


def _shown(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield the children that are shown: of alternatives the first."""
    for child in parent:
        name = _name(child)
        if name == "AlternateContent":
            yield from _shown(child[0]) if len(child) else ()
        elif name not in _UNSEEN:
            yield child


def _inside(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield a table's rows or a row's cells, also those that controls or changes are wrapped around."""
    for child in _shown(parent):
        if _name(child) == name:
            if not _was_deleted(child):
                yield child
        elif _name(child) not in _BLOCKS:
            yield from _inside(child, name)


def _was_deleted(row: etree._Element) -> bool:
    """Say whether a tracked change takes a row or cell away."""
    properties = _child(row, "trPr") if _name(row) == "tr" else _child(row, "tcPr")
    return _child(properties, "del") is not None or _child(properties, "cellDel") is not None


def _holds_tables(table: etree._Element) -> bool:
    return any(_name(inner) == "tbl" for inner in table.iterdescendants())


def _text_of_cell(cell: etree._Element) -> str:
    lines = [line for part in _inside(cell, "p") for line in _lines(part, in_cell=True)]
    return cell_text(lines)


def _lines(paragraph: etree._Element, *, in_cell: bool = False) -> list[str]:
    """Return the lines that a paragraph shows, less struck-out text and notes if it stands in a cell."""
    text = "".join(_pieces(paragraph, in_cell=in_cell)).translate(INVISIBLE)
    return trimmed(text.split("\n"))


def _pieces(parent: etree._Element, *, in_cell: bool) -> Iterator[str]:
    for child in _shown(parent):
        name = _name(child)
        if name == "t":
            yield child.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name != "txbxContent" and not (name == "r" and _is_unseen(child, in_cell=in_cell)):
            yield from _pieces(child, in_cell=in_cell)


def _is_unseen(run: etree._Element, *, in_cell: bool) -> bool:
    """Say whether a run is hidden or, in a cell, no part of its figure: struck out, or a reference to a note."""
    properties = _child(run, "rPr")
    if properties is None:
        return False
    wanted = (*_HIDING, *_STRIKING) if in_cell else _HIDING
    for property_ in properties:
        name = _name(property_)
        if name in wanted and _value(property_) not in _OFF:
            return True
        if in_cell and name == "vertAlign" and _value(property_) == "superscript":
            return True
    return False


def _boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Yield the text boxes anchored in a paragraph, each once."""
    for child in _shown(paragraph):
        if _name(child) == "txbxContent":
            yield child
        else:
            yield from _boxes(child)
