"""Texts, rows of commas and web pages (文本、CSV、网页)."""

from __future__ import annotations

import re

from gongkai.errors import UnreadableInput
from gongkai.readers.documents.charset import decode
from gongkai.readers.documents.document import Grid
from gongkai.readers.documents.html import read_page
from gongkai_office.files.inspection.looked import TOP, Looked, Refused

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
    looked.lines([line.replace(",", "\t").replace('"', "") if is_table else line for line in lines])


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
    for number, block in enumerate(document.blocks):
        if isinstance(block, Grid):
            for row in block.rows:
                for cell in row:
                    looked.text(cell.text)
                looked.text("\t".join(cell.text for cell in row))
        else:
            looked.text(block.text, "top" if number < TOP else "body")
