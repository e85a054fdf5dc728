"""OpenDocument texts and tables (开放文档), and fixed pages of OFD (版式文件)."""

from __future__ import annotations

from lxml import etree

from gongkai.readers.documents.package import Package
from gongkai.readers.documents.word_markup import name_of
from gongkai_office.files.inspection.looked import TOP, Looked
from gongkai_office.files.inspection.markup import look_around, part_of, parts_of

_PARAGRAPHS = frozenset(("p", "h"))
_EDGES = frozenset(("header", "footer", "header-first", "footer-first", "header-left", "footer-left"))
_COMMENT, _BOX = "annotation", "text-box"
_GAPS = frozenset(("s", "tab", "line-break"))
_HOLDERS = {
    **dict.fromkeys(_EDGES, "header"),
    **dict.fromkeys(("table-cell", "covered-table-cell"), "cell"),
    _COMMENT: "comment",
    _BOX: "box",
}
_CELLS = ("{*}table-cell", "{*}covered-table-cell")
# A number that is repeated more often is none.
_DIGITS = 8


def look_at_open_document(package: Package, looked: Looked) -> None:
    """Look through an OpenDocument text or spreadsheet."""
    look_around(package, looked)
    for name in ("content.xml", "styles.xml"):
        if package.has_below(name):
            _look_at_part(part_of(package, name), looked, is_content=name == "content.xml")


def _look_at_part(root: etree._Element, looked: Looked, *, is_content: bool) -> None:
    hidden = {_said(style, "name") for style in root.iter("{*}style") if _is_hidden_style(style)}
    is_book = next(root.iter("{*}spreadsheet"), None) is not None
    table, column = ("sheet", "column") if is_book else ("table", "nth")
    filled = tables = rows = 0
    beginning = False
    for element in root.iter(etree.Element):
        name = name_of(element)
        if name in _PARAGRAPHS and (holder := _holder(element)) != "cell":
            text = _text_of(element)
            filled += bool(text.strip())
            looked.at = {"paragraph": max(filled, 1)} if is_content and not holder else {}
            top = not holder and is_content and filled <= TOP
            looked.text(text, holder or "body", alone=top or holder in ("header", "box"))
        elif name == "table-row":
            cells = _cells_of(element)
            looked.at = {table: tables, "row": rows + 1} if is_content else {}
            rows += _repeats(element)
            where = "header" if _holder(element) == "header" else "body"
            looked.row(cells, where, first=where == "header" or beginning, unit=column)
            if any(map(str.strip, cells.values())):
                beginning, filled = False, filled + 1
        elif name == "table":
            tables, rows, beginning = tables + 1, 0, is_content and (is_book or filled < TOP)
            if _said(element, "style-name") in hidden:
                looked.sign("hidden_sheets", place=_said(element, "name"))
        elif name == _COMMENT:
            looked.sign("comments")
        elif name == "changed-region":
            looked.sign("tracked")
        if name in ("table-row", "table-column") and _said(element, "visibility") == "collapse":
            looked.sign("hidden_rows")
    looked.at = {}


def _cells_of(row: etree._Element) -> dict[int, str]:
    """Return what a row's cells say, a line a paragraph, by their columns."""
    found: dict[int, str] = {}
    column = 1
    for cell in row:
        paragraphs = [one for one in cell.iter("{*}p", "{*}h") if next(one.iterancestors(*_CELLS), None) is cell]
        if text := "\n".join(_text_of(one) for one in paragraphs if _holder(one) == "cell"):
            found[column] = text
        column += _repeats(cell)
    return found


def _repeats(element: etree._Element) -> int:
    said = next((str(value) for key, value in element.items() if str(key).endswith("-repeated")), "1")
    return int(said) if said.isdecimal() and len(said) < _DIGITS else 1


def _text_of(parent: etree._Element) -> str:
    """Return what a paragraph says, without the comments and boxes that hang on it."""
    return (parent.text or "") + "".join(
        ("" if name_of(child) in (_COMMENT, _BOX) else " " if name_of(child) in _GAPS else _text_of(child))
        + (child.tail or "")
        for child in parent
    )


def _is_hidden_style(style: etree._Element) -> bool:
    properties = style.find("{*}table-properties")
    return properties is not None and _said(properties, "display") == "false"


def _said(element: etree._Element, name: str) -> str:
    return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name), "")


def _holder(element: etree._Element) -> str:
    """Return what the nearest special element around this one is; nothing where there is none."""
    return next((_HOLDERS[name] for outer in element.iterancestors() if (name := name_of(outer)) in _HOLDERS), "")


def look_at_ofd(package: Package, looked: Looked) -> None:
    """Look through the pages of an OFD file: its text where it has any."""
    pages = number = 0
    for name, root in parts_of(package, ""):
        if name == "ofd.xml":
            for element in root.iter(etree.Element):
                looked.text((element.text or "").strip(), "property", alone=True)
        if not name.endswith("content.xml"):
            continue
        number += 1
        lines = [text for one in root.iter("{*}TextObject") if (text := _joined(one))]
        pages += not lines
        looked.lines(lines, page=number)
        looked.at = {"page": number}
        looked.text("".join(lines[:TOP]))
    looked.sign("scan", pages)


def _joined(element: etree._Element) -> str:
    return "".join(code.text or "" for code in element.iter("{*}TextCode")).strip()
