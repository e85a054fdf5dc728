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


def look_at_open_document(package: Package, looked: Looked) -> None:
    """Look through an OpenDocument text or spreadsheet."""
    look_around(package, looked)
    for name in ("content.xml", "styles.xml"):
        if package.has_below(name):
            _look_at_part(part_of(package, name), looked, is_content=name == "content.xml")


def _look_at_part(root: etree._Element, looked: Looked, *, is_content: bool) -> None:
    hidden = {style.get(_key(style, "name")) for style in root.iter("{*}style") if _is_hidden_style(style)}
    filled = 0
    for element in root.iter(etree.Element):
        name = name_of(element)
        if name in _PARAGRAPHS:
            text = "".join(element.itertext())
            filled += bool(text.strip())
            looked.text(text, _where(element, top=is_content and filled <= TOP))
        elif name == _COMMENT:
            looked.sign("comments")
        elif name == "changed-region":
            looked.sign("tracked")
        elif name == "table" and element.get(_key(element, "style-name")) in hidden:
            looked.sign("hidden_sheets", place=str(element.get(_key(element, "name"), "")))
        elif name in ("table-row", "table-column") and element.get(_key(element, "visibility")) == "collapse":
            looked.sign("hidden_rows")


def _is_hidden_style(style: etree._Element) -> bool:
    properties = style.find("{*}table-properties")
    return properties is not None and properties.get(_key(properties, "display")) == "false"


def _key(element: etree._Element, name: str) -> str:
    return next((str(key) for key in element.attrib if str(key).rpartition("}")[2] == name), "")


def _where(paragraph: etree._Element, *, top: bool) -> str:
    for outer in paragraph.iterancestors():
        name = name_of(outer)
        if name in _EDGES:
            return "header"
        if name in (_BOX, _COMMENT):
            return "box" if name == _BOX else "comment"
    return "top" if top else "body"


def look_at_ofd(package: Package, looked: Looked) -> None:
    """Look through the pages of an OFD file: its text where it has any."""
    pages = 0
    for name, root in parts_of(package, ""):
        if not name.endswith("content.xml"):
            continue
        lines = [text for one in root.iter("{*}TextObject") if (text := _joined(one))]
        pages += not lines
        looked.lines(lines)
        looked.text("".join(lines[:TOP]))
    looked.sign("scan", pages)


def _joined(element: etree._Element) -> str:
    return "".join(code.text or "" for code in element.iter("{*}TextCode")).strip()
