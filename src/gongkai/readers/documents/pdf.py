"""PDF with a text layer → Document (PDF 文档): ruled tables as grids, the rest as paragraphs, page after page."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

import pdfplumber
import pypdfium2
from pdfminer.psexceptions import PSException
from pdfplumber.page import Page
from pdfplumber.table import Table

from gongkai.errors import InputTooLarge, UnknownKind
from gongkai.readers.documents import reasons
from gongkai.readers.documents.document import Document, Grid, GridCell, Line, cell_text
from gongkai.readers.documents.limits import MAX_PAGE_OBJECTS, MAX_PAGES, MAX_TABLE_CELLS
from gongkai.readers.documents.pdf_lines import TextLine, paragraphs
from gongkai.report import PagePlace

# Fewer cells, or one column, are lines drawn around or under words.
_LEAST_CELLS = 4
_PASSWORD = pypdfium2.raw.FPDF_ERR_PASSWORD


def read_pdf(data: bytes) -> Document:
    """Return the document of a PDF file. UnknownKind where it is broken, locked or without text."""
    _check(data)
    lines: list[TextLine] = []
    blocks: list[Line | Grid] = []
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            for page in pdf.pages:
                for part in _parts(page):
                    if isinstance(part, Grid):
                        blocks += paragraphs(lines)
                        lines = []
                        blocks.append(part)
                    else:
                        lines.append(part)
                page.close()
    except (PSException, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise UnknownKind(reasons.BROKEN_PDF) from error
    return Document("pdf", (*blocks, *paragraphs(lines)))


def _check(data: bytes) -> None:
    """Raise the UnreadableInput that says why a file is not opened, before anything is made of its pages."""
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


def _parts(page: Page) -> Iterator[TextLine | Grid]:
    """Yield the lines and tables of a page from top to bottom."""
    tables = [table for table in page.find_tables() if _is_table(table)]
    boxes = [table.bbox for table in tables]
    outside = page.filter(lambda thing: not any(_is_inside(thing, box) for box in boxes)) if boxes else page
    parts: list[tuple[float, TextLine | Grid]] = [
        (box[1], _grid(page, table)) for box, table in zip(boxes, tables, strict=True)
    ]
    parts += [(line.top, line) for line in _lines(outside)]
    yield from (part for _, part in sorted(parts, key=lambda pair: pair[0]))


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
