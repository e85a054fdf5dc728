"""The mark-up of Word documents (Word 标记): what of it is shown, and what its elements say.

Names are told apart by their last part alone: the strict and the transitional form differ in the rest.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

# What a tracked change took away, and what is no text of the document.
UNSEEN = frozenset(("del", "moveFrom", "pPr", "rPr", "tcPr", "tblPr", "trPr", "tblGrid", "sectPr", "comment"))
BLOCKS = frozenset(("p", "tbl"))
HIDING = frozenset(("vanish", "webHidden"))
OFF = frozenset(("0", "false", "off", "none"))
BOX = "txbxContent"


def name_of(element: etree._Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def child_of(parent: etree._Element | None, name: str) -> etree._Element | None:
    """Return the first child of a name; None where there is none, or no parent."""
    return next((child for child in parent if name_of(child) == name), None) if parent is not None else None


def value_of(element: etree._Element) -> str:
    """Return what an element says, in its attribute `val`."""
    return next((str(value) for key, value in element.items() if key.rpartition("}")[2] == "val"), "")


def number_of(element: etree._Element | None, otherwise: int) -> int:
    """Return the number that an element says, and another where it says none."""
    value = value_of(element)[:6] if element is not None else ""
    return int(value) if value.isdecimal() else otherwise


def shown(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield the children that are shown: of alternatives the first."""
    for child in parent:
        name = name_of(child)
        if name == "AlternateContent":
            yield from shown(child[0]) if len(child) else ()
        elif name not in UNSEEN:
            yield child


def inside(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield a table's rows or a row's cells, also those that controls or changes are wrapped around."""
    for child in shown(parent):
        if name_of(child) == name:
            if not was_deleted(child):
                yield child
        elif name_of(child) not in BLOCKS:
            yield from inside(child, name)


def was_deleted(row: etree._Element) -> bool:
    """Say whether a tracked change takes a row or cell away."""
    properties = child_of(row, "trPr") if name_of(row) == "tr" else child_of(row, "tcPr")
    return child_of(properties, "del") is not None or child_of(properties, "cellDel") is not None


def holds_tables(table: etree._Element) -> bool:
    """Say whether a table holds tables: then it is a frame."""
    return any(name_of(inner) == "tbl" for inner in table.iterdescendants())


def boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Yield the text boxes anchored in a paragraph, each once."""
    for child in shown(paragraph):
        if name_of(child) == BOX:
            yield child
        else:
            yield from boxes(child)
