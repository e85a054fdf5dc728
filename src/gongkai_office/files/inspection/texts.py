"""Texts, rows of commas and web pages (文本、CSV、网页)."""

from __future__ import annotations

import csv
import re

from gongkai.errors import UnreadableInput
from gongkai.readers.documents.charset import decode
from gongkai.readers.documents.document import Grid
from gongkai.readers.documents.html import read_page
from gongkai_office.files.inspection.errors import Refused
from gongkai_office.files.inspection.looked import TOP, Looked

_SCRIPT = re.compile(r"<\s*(?:script|iframe|object|embed|applet)\b|\son[a-z]{3,20}\s*=|javascript:", re.IGNORECASE)
_LOADED = re.compile(r"<(?:img|link|script|iframe|source|video|audio)\b[^>]*(?:src|href)\s*=\s*[\"']?https?:", re.I)
_FORMULA = re.compile(r'(?:^|[,\t;])"?[=+@](?![0-9.]+(?:[,\t;"]|$))', re.MULTILINE)
_MAX_LINES = 1_000_000


def look_at_text(data: bytes, looked: Looked, *, is_table: bool) -> None:
    """Look through the lines of a text."""
    text = decode(data)
    if is_table:
        looked.sign("formulas", len(_FORMULA.findall(text)))
    lines = text.splitlines()
    if len(lines) > _MAX_LINES:
        raise Refused("too_complex")
    if is_table:
        _look_at_rows(lines, looked)
    else:
        looked.lines(lines)


def _look_at_rows(lines: list[str], looked: Looked) -> None:
    """Look at each line by itself: a quote that nobody closes hides nothing of those below."""
    text = "\n".join(lines)
    separator = max(",\t;", key=text.count)
    first = True
    for number, line in enumerate(lines, 1):
        looked.at = {"line": number}
        cells = _cells(line, separator)
        looked.row(dict(enumerate(cells, 1)), first=first)
        first = first and not any(map(str.strip, cells))


def _cells(line: str, separator: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=separator), [])
    except csv.Error:  # longer than that module lets a cell be
        return line.split(separator)


def look_at_page(data: bytes, looked: Looked) -> None:
    """Look through a web page: what it shows, and what it would run or load."""
    text = decode(data)
    if _SCRIPT.search(text):
        looked.sign("script")
    looked.sign("external", len(_LOADED.findall(text)))
    try:
        document = read_page(text)
    except UnreadableInput as error:
        raise Refused("too_complex") from error
    looked.text(document.title, "property", alone=True)
    tables = 0
    for number, block in enumerate(document.blocks):
        if isinstance(block, Grid):
            tables += 1
            for count, row in enumerate(block.rows, 1):
                looked.at = {"table": tables, "row": count}
                cells = {place: cell.text for place, cell in enumerate(row, 1)}
                looked.row(cells, first=number < TOP and count == 1, unit="nth")
        else:
            looked.at = {"paragraph": number + 1}
            looked.text(block.text, alone=number < TOP)
