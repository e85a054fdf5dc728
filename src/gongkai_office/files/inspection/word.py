"""Word documents: their text with headers, boxes, notes and what is hidden (Word 文档)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from gongkai.readers.documents.package import Package
from gongkai.readers.documents.word_markup import BOX, HIDING, OFF, child_of, name_of, value_of
from gongkai_office.files.inspection.looked import TOP, Looked
from gongkai_office.files.inspection.markup import look_around, part_of, parts_of

_MAIN = "word/document"
_EDGES = ("word/header", "word/footer")
_NOTES = ("word/footnotes", "word/endnotes", "word/glossary/document")
_COMMENTS = "word/comments.xml"
_TRACKED = frozenset(("ins", "del", "moveFrom", "moveTo"))
_TEXTS = frozenset(("t", "delText"))
_BREAKS = frozenset(("tab", "ptab", "br", "cr"))


def look_at_word(package: Package, looked: Looked) -> None:
    """Look through a Word document."""
    look_around(package, looked)
    for name, root in parts_of(package, _MAIN, *_EDGES, *_NOTES):
        _look_at_part(root, looked, "header" if name.startswith(_EDGES) else "body")
    if package.has_below(_COMMENTS):
        comments = part_of(package, _COMMENTS)
        looked.sign("comments", sum(name_of(child) == "comment" for child in comments))
        _look_at_part(comments, looked, "comment")


def _look_at_part(root: etree._Element, looked: Looked, where: str) -> None:
    filled = tables = rows = 0
    is_body = where == "body"
    for element in root.iter(etree.Element):
        name = name_of(element)
        if name == "tbl":
            tables, rows = tables + 1, 0
        elif name == "tr":
            rows += 1
            cells = _cells_of(element)
            first = where == "header" or (is_body and filled < TOP and rows == 1)
            filled += any(map(str.strip, cells.values()))
            looked.at = {"table": tables, "row": rows} if is_body else {}
            looked.row(cells, where, first=first, unit="nth")
        elif name == "p" and (holder := _holder(element, "tc", BOX)) != "tc":
            text = _text_of(element)
            filled += bool(text.strip())
            looked.at = {"paragraph": max(filled, 1)} if is_body and not holder else {}
            top = where == "header" or (is_body and filled <= TOP)
            looked.text(text, "box" if holder else where, alone=top or bool(holder))
        elif name in _TRACKED:
            looked.sign("tracked")
        elif name == "rPr" and _hides(element):
            looked.sign("hidden_text")
    looked.at = {}


def _cells_of(row: etree._Element) -> dict[int, str]:
    """Return what a row's cells say, a line a paragraph; also of cells that controls are wrapped around."""
    cells = (cell for cell in row.iter("{*}tc") if next(cell.iterancestors("{*}tr"), None) is row)
    paragraphs = ([_text_of(one) for one in cell.iter("{*}p") if _holder(one, "tc", BOX) == "tc"] for cell in cells)
    return dict(enumerate(map("\n".join, paragraphs), 1))


def _holder(element: etree._Element, *names: str) -> str:
    """Return which of some names the nearest element around this one has; nothing where none is."""
    return next((name for outer in element.iterancestors() if (name := name_of(outer)) in names), "")


def _text_of(parent: etree._Element) -> str:
    return "".join(_pieces(parent))


def _pieces(parent: etree._Element) -> Iterator[str]:
    for child in parent:
        name = name_of(child)
        if name in _TEXTS:
            yield child.text or ""
        elif name in _BREAKS:
            yield "\t"
        elif name != BOX:
            yield from _pieces(child)


def _hides(properties: etree._Element) -> bool:
    parent = properties.getparent()
    if parent is None or name_of(parent) != "r" or child_of(parent, "t") is None:
        return False
    return any(name_of(one) in HIDING and value_of(one) not in OFF for one in properties)
