"""PDF with a text layer → Document (PDF 文档): ruled tables as grids, the rest as paragraphs, page after page."""

from __future__ import annotations

import contextlib
import io
import re
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

import pdfplumber
import pypdfium2
from pdfplumber.page import Page
from pdfplumber.table import Table

from gongkai.errors import InputTooLarge, UnknownKind, UnreadableInput
from gongkai.readers.documents import reasons
from gongkai.readers.documents.columns import Word, tables_without_rules
from gongkai.readers.documents.document import Document, Grid, GridCell, Line, cell_text
from gongkai.readers.documents.limits import MAX_PAGE_OBJECTS, MAX_PAGES, MAX_PART_BYTES, MAX_TABLE_CELLS
from gongkai.readers.documents.pdf_lines import TextLine, paragraphs
from gongkai.report import PagePlace

# Fewer cells, or one column, are lines drawn around or under words.
_LEAST_CELLS = 4
# Characters nearer than this, in points, are of one word.
_SPACE = 3
_STREAM = re.compile(rb"stream\r?\n(?=[\x08-\x78][\x01\x5e\x9c\xda])")
_PIECE = 1 << 20
_PASSWORD = pypdfium2.raw.FPDF_ERR_PASSWORD


def read_pdf(data: bytes) -> Document:
    """Return the document of a PDF file. UnknownKind where it is broken, locked or without text."""
    _check(data)
    lines: list[TextLine] = []
    blocks: list[Line | Grid] = []
    columns: list[float] = []
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            for page in pdf.pages:
                for part in _parts(page, columns):
                    if isinstance(part, Grid):
                        blocks += paragraphs(lines)
                        lines = []
                        blocks.append(part)
                    else:
                        lines.append(part)
                page.close()
    except UnreadableInput:
        raise
    except Exception as error:
        # What a damaged file makes the library raise is of any kind.
        raise UnknownKind(reasons.BROKEN_PDF) from error
    return Document("pdf", (*blocks, *paragraphs(lines)))


def _check(data: bytes) -> None:
    """Raise the UnreadableInput that says why a file is not opened, before anything is made of its pages."""
    for stream in _STREAM.finditer(data):
        _unpack(data, stream.end())
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == _PASSWORD
        raise UnknownKind(reasons.ENCRYPTED if locked else reasons.BROKEN_PDF) from error
    try:
        if len(pdf) > MAX_PAGES:
            raise InputTooLarge(reasons.TOO_MANY_PAGES.format(pages=len(pdf), limit=MAX_PAGES))
        characters = 0
        for page in pdf:
            objects = pypdfium2.raw.FPDFPage_CountObjects(page)
            if objects > MAX_PAGE_OBJECTS:
                raise InputTooLarge(reasons.TOO_MANY_OBJECTS.format(limit=MAX_PAGE_OBJECTS))
            characters += page.get_textpage().count_chars()
    except pypdfium2.PdfiumError as error:
        raise UnknownKind(reasons.BROKEN_PDF) from error
    finally:
        pdf.close()
    if not characters:
        raise UnknownKind(reasons.SCANNED)


def _unpack(data: bytes, start: int) -> None:
    """Raise InputTooLarge where a stream unpacks to more than any page of a report; what is not packed is short."""
    unpacking = zlib.decompressobj()
    size = 0
    with contextlib.suppress(zlib.error):
        rest = data[start : start + _PIECE]
        while rest and not unpacking.eof:
            size += len(unpacking.decompress(rest, _PIECE))
            if size > MAX_PART_BYTES:
                raise InputTooLarge(reasons.TOO_LARGE_UNPACKED.format(limit=MAX_PART_BYTES >> 20))
            start += 0 if unpacking.unconsumed_tail else _PIECE
            rest = unpacking.unconsumed_tail or data[start : start + _PIECE]


def _parts(page: Page, columns: list[float]) -> list[TextLine | Grid]:
    """Return the lines and tables of a page from top to bottom; `columns` are kept from page to page."""
    tables = [table for table in page.find_tables() if _is_table(table)]
    parts: list[tuple[float, TextLine | Grid]] = [(table.bbox[1], _grid(page, table)) for table in tables]
    rest = _without(page, [table.bbox for table in tables])
    bare = list(tables_without_rules(list(_words(rest)), columns))
    columns[:] = bare[-1].middles if bare else []
    parts += [(table.box[1], table.grid) for table in bare]
    parts += [(line.top, line) for line in _lines(_without(rest, [table.box for table in bare]))]
    return [part for _, part in sorted(parts, key=lambda pair: pair[0])]


def _without(page: Page, boxes: Sequence[Sequence[float]]) -> Page:
    return page.filter(lambda thing: not any(_is_inside(thing, box) for box in boxes)) if boxes else page


def _words(page: Page) -> Iterator[Word]:
    for word in page.extract_words(x_tolerance=_SPACE):
        box = (word["x0"], word["top"], word["x1"], word["bottom"])
        yield Word(word["text"], _place(page, box))


def _is_table(table: Table) -> bool:
    columns = max((len(row.cells) for row in table.rows), default=0)
    return columns > 1 and len(table.cells) >= _LEAST_CELLS


def _is_inside(thing: dict[str, Any], box: Sequence[float]) -> bool:
    """Say whether the middle of something on a page lies in a box."""
    left, top, right, bottom = box
    across, down = (thing["x0"] + thing["x1"]) / 2, (thing["top"] + thing["bottom"]) / 2
    return bool(left <= across <= right and top <= down <= bottom)


def _grid(page: Page, table: Table) -> Grid:
    if len(table.cells) > MAX_TABLE_CELLS:
        raise InputTooLarge(reasons.TOO_MANY_CELLS.format(limit=MAX_TABLE_CELLS))
    rows = []
    for number, (row, texts) in enumerate(zip(table.rows, table.extract(), strict=True)):
        rows.append(
            tuple(
                GridCell(cell_text((text or "").split("\n")), number, column, place=_place(page, box))
                for column, (box, text) in enumerate(zip(row.cells, texts, strict=True))
                if box is not None
            )
        )
    return Grid(tuple(rows))


def _place(page: Page, box: Sequence[float]) -> PagePlace:
    left, top, right, bottom = (round(edge, 1) for edge in box)
    return PagePlace(page.page_number, left, top, right, bottom)


def _lines(page: Page) -> Iterator[TextLine]:
    for line in page.extract_text_lines(return_chars=False, strip=True):
        place = _place(page, (line["x0"], line["top"], line["x1"], line["bottom"]))
        if text := line["text"].strip():
            yield TextLine(text, place, (page.width, page.height))
