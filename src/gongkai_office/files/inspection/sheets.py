"""Workbooks: cells, headers, comments, what is hidden (电子表格). Read part by part, for they may be large."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import reduce

from lxml import etree

from gongkai.errors import InputTooLarge, UnknownKind
from gongkai.readers.documents.package import Package
from gongkai.readers.documents.word_markup import name_of
from gongkai_office.files.inspection.errors import Refused
from gongkai_office.files.inspection.looked import Looked
from gongkai_office.files.inspection.markup import look_around, part_of, parts_of

_STRINGS, _BOOK = "xl/sharedstrings.xml", "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_COMMENTS = ("xl/comments", "xl/threadedcomments/")
_CODES = re.compile(r'&(?:"[^"]*"|[0-9]+|K[0-9A-F]{6}|[A-Z&])')
_EDGES = re.compile("^(?:odd|even|first)(?:Header|Footer)$")
_LETTERS = re.compile("[A-Z]{1,2}(?=[0-9])|[A-W][A-Z]{2}(?=[0-9])")
_MAX_CELLS = 2_000_000


def look_at_workbook(package: Package, looked: Looked) -> None:
    """Look through a workbook of Excel 2007 and later."""
    look_around(package, looked)
    for number, sheet in enumerate(part_of(package, _BOOK).iter("{*}sheet"), 1):
        looked.at = {"sheet": number}
        looked.text(str(sheet.get("name", "")))
        if sheet.get("state", "visible") != "visible":
            looked.sign("hidden_sheets", place=str(sheet.get("name", "")))
    strings = _shared(package)
    numbers = _numbers(package)
    for name in package.below("xl/worksheets/"):
        if name.endswith(".xml"):
            looked.at = {"sheet": numbers[name]} if name in numbers else {}
            _look_at_sheet(package.read(name), strings, looked)
    looked.at = {}
    looked.sign("external", len([name for name in package.below("xl/externallinks/") if name.endswith(".xml")]))
    looked.sign("external", len(package.below("xl/connections.xml")))
    for _, root in parts_of(package, *_COMMENTS):
        looked.sign("comments", sum(name_of(one) in ("comment", "threadedComment") for one in root.iter("{*}*")))
        for one in root.iter("{*}comment", "{*}threadedComment"):
            looked.text("".join(text.text or "" for text in one.iter("{*}t", "{*}text")), "comment")
    for _, root in parts_of(package, "xl/drawings/"):
        for paragraph in root.iter("{*}p"):
            looked.text("".join(text.text or "" for text in paragraph.iter("{*}t")), "box", alone=True)


def _numbers(package: Package) -> dict[str, int]:
    """Return which sheet each part is, as its reader counts them."""
    if not package.has_below(_RELATIONS):
        return {}
    parts = {one.get("Id"): str(one.get("Target", "")).lower() for one in part_of(package, _RELATIONS)}
    sheets = enumerate(part_of(package, _BOOK).iter("{*}sheet"), 1)
    targets = {number: parts.get(sheet.get(_RELATION), "") for number, sheet in sheets}
    return {
        target.lstrip("/") if target.startswith("/") else f"xl/{target}": number
        for number, target in targets.items()
    }


def _shared(package: Package) -> list[str]:
    if not package.has_below(_STRINGS):
        return []
    root = part_of(package, _STRINGS)
    return ["".join(text.text or "" for text in one.iter("{*}t")) for one in root.iter("{*}si")]


def _look_at_sheet(data: bytes, strings: list[str], looked: Looked) -> None:
    first = True
    cells = rows = 0
    sheet = looked.at
    try:
        for element in _elements(data):
            name = name_of(element)
            if name == "row":
                if element.get("hidden") in ("1", "true") and len(element):
                    looked.sign("hidden_rows")
                row = _cells(element, strings)
                cells += len(element)
                rows = _number(element.get("r"), rows + 1)
                looked.at = {**sheet, "row": rows}
                looked.row(row, first=first)
                first = first and not any(map(str.strip, row.values()))
                looked.at = sheet
            elif name == "col" and element.get("hidden") in ("1", "true"):
                looked.sign("hidden_rows")
            elif _EDGES.match(name):
                for part in re.split("&[LCR]", element.text or ""):
                    looked.text(_CODES.sub("", part), "header", alone=True)
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


def _cells(row: etree._Element, strings: list[str]) -> dict[int, str]:
    """Return a row's texts by their columns."""
    found: dict[int, str] = {}
    for cell in row:
        letters = _LETTERS.match(cell.get("r") or "")
        column = _column(letters[0]) if letters else max(found, default=0) + 1
        found[column] = _value(cell, strings)
    return found


def _column(letters: str) -> int:
    return reduce(lambda column, letter: column * 26 + ord(letter) - ord("A") + 1, letters, 0)


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 8 else otherwise


def _value(cell: etree._Element, strings: list[str]) -> str:
    kind = cell.get("t")
    if kind == "inlineStr":
        return "".join(text.text or "" for text in cell.iter("{*}t"))
    value = cell.findtext("{*}v") or ""
    if kind == "s" and value.isdecimal() and len(value) < 9 and int(value) < len(strings):
        return strings[int(value)]
    return value


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
    for place, sheet in enumerate(found, 1):
        if not sheet.visible:
            looked.sign("hidden_sheets", place=sheet.name)
        rows: dict[int, dict[int, str]] = {}
        for (row, column), text in sheet.cells.items():
            rows.setdefault(row + 1, {})[column + 1] = text
        for count, (row, filled) in enumerate(sorted(rows.items())):
            looked.at = {"sheet": place, "row": row}
            looked.row(filled, first=not count)
