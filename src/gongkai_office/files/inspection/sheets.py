"""Workbooks: cells, headers, comments, what is hidden (电子表格). Read part by part, for they may be large."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from lxml import etree

from gongkai.errors import InputTooLarge, UnknownKind
from gongkai.readers.documents.package import Package
from gongkai.readers.documents.word_markup import name_of
from gongkai_office.files.inspection.looked import Looked, Refused
from gongkai_office.files.inspection.markup import look_around, part_of, parts_of

_STRINGS, _BOOK = "xl/sharedstrings.xml", "xl/workbook.xml"
_SHEETS = ("xl/worksheets/",)
_COMMENTS = ("xl/comments", "xl/threadedcomments/")
_CODES = re.compile(r'&(?:"[^"]*"|[0-9]+|K[0-9A-F]{6}|[A-Z&])')
_EDGES = re.compile("^(?:odd|even|first)(?:Header|Footer)$")
_MAX_CELLS = 2_000_000


def look_at_workbook(package: Package, looked: Looked) -> None:
    """Look through a workbook of Excel 2007 and later."""
    look_around(package, looked)
    for sheet in part_of(package, _BOOK).iter("{*}sheet"):
        if sheet.get("state", "visible") != "visible":
            looked.sign("hidden_sheets", place=str(sheet.get("name", "")))
    strings = _shared(package)
    for name in package.below("xl/worksheets/"):
        if name.endswith(".xml"):
            _look_at_sheet(package.read(name), strings, looked)
    looked.sign("external", len([name for name in package.below("xl/externallinks/") if name.endswith(".xml")]))
    looked.sign("external", len(package.below("xl/connections.xml")))
    for _, root in parts_of(package, *_COMMENTS):
        looked.sign("comments", sum(name_of(one) in ("comment", "threadedComment") for one in root.iter("{*}*")))
        for one in root.iter("{*}comment", "{*}threadedComment"):
            looked.text("".join(text.text or "" for text in one.iter("{*}t", "{*}text")), "comment")
    for _, root in parts_of(package, "xl/drawings/"):
        for paragraph in root.iter("{*}p"):
            looked.text("".join(text.text or "" for text in paragraph.iter("{*}t")), "box")


def _shared(package: Package) -> list[str]:
    if not package.has_below(_STRINGS):
        return []
    root = part_of(package, _STRINGS)
    return ["".join(text.text or "" for text in one.iter("{*}t")) for one in root.iter("{*}si")]


def _look_at_sheet(data: bytes, strings: list[str], looked: Looked) -> None:
    first = True
    cells = 0
    try:
        for element in _elements(data):
            name = name_of(element)
            if name == "row":
                if element.get("hidden") in ("1", "true") and len(element):
                    looked.sign("hidden_rows")
                row = [_value(cell, strings) for cell in element]
                cells += len(row)
                _look_at_row(row, looked, first=first)
                first = first and not any(row)
            elif name == "col" and element.get("hidden") in ("1", "true"):
                looked.sign("hidden_rows")
            elif _EDGES.match(name):
                for part in re.split("&[LCR]", element.text or ""):
                    looked.text(_CODES.sub("", part), "header")
            element.clear()
            if cells > _MAX_CELLS:
                raise Refused("too_complex")
    except etree.XMLSyntaxError as error:
        raise Refused("broken") from error


def _elements(data: bytes) -> Iterator[etree._Element]:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise Refused("entities")
    tags = ("{*}row", "{*}col", *(f"{{*}}{page}{edge}" for page in ("odd", "even", "first") for edge in _ENDS))
    walk = etree.iterparse(io.BytesIO(data), tag=tags, resolve_entities=False, no_network=True)
    for _, element in walk:
        yield element


_ENDS = ("Header", "Footer")


def _value(cell: etree._Element, strings: list[str]) -> str:
    kind = cell.get("t")
    if kind == "inlineStr":
        return "".join(text.text or "" for text in cell.iter("{*}t"))
    value = cell.findtext("{*}v") or ""
    if kind == "s" and value.isdecimal() and len(value) < 9 and int(value) < len(strings):
        return strings[int(value)]
    return value


def _look_at_row(row: list[str], looked: Looked, *, first: bool) -> None:
    filled = [text for text in row if text.strip()]
    if not filled:
        return
    looked.text(filled[0], "cell" if first else "body")
    for text in filled[1:]:
        looked.text(text)
    looked.text("\t".join(filled), "cell" if first else "body")


def look_at_old_workbook(data: bytes, looked: Looked) -> None:
    """Look through a workbook of Excel before 2007: it does not tell of hidden rows and columns."""
    # Loads libraries that take longer to load than most files to look at.
    from gongkai.readers.documents.workbook import sheets_of_old_workbook

    if "_VBA_PROJECT".encode("utf-16-le") in data:
        looked.sign("macros")
    try:
        found = sheets_of_old_workbook(data)
    except InputTooLarge:
        looked.sign("unread")
        return
    except UnknownKind as error:
        raise Refused("broken") from error
    looked.sign("unread")
    for sheet in found:
        if not sheet.visible:
            looked.sign("hidden_sheets", place=sheet.name)
        rows: dict[int, list[str]] = {}
        for (row, _), text in sorted(sheet.cells.items()):
            rows.setdefault(row, []).append(text)
        for number, filled in enumerate(rows.values()):
            _look_at_row(filled, looked, first=not number)
