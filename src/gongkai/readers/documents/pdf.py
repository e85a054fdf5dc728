"""PDF → Document (PDF 文档): tables as grids, the rest as paragraphs; pages without text are recognised."""

from __future__ import annotations

import contextlib
import io
import logging
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pdfplumber
import pypdfium2
from pdfplumber.page import Page
from pdfplumber.table import Table

from gongkai.errors import InputTooLarge, UnknownKind, UnreadableInput
from gongkai.readers.documents import reasons
from gongkai.readers.documents.columns import Word, around, lines_of, tables_without_rules
from gongkai.readers.documents.document import Aside, Document, Grid, GridCell, cell_text, keywords_of
from gongkai.readers.documents.limits import (
    MAX_PAGE_OBJECTS,
    MAX_PAGES,
    MAX_PART_BYTES,
    MAX_PICTURES,
    MAX_TABLE_CELLS,
)
from gongkai.readers.documents.paper import PageProgress, TextLine, blocks_of
from gongkai.readers.documents.scan import DPI, is_installed, page_parts
from gongkai.report import PagePlace
from gongkai.terms import marks

# What it says of damaged files on the terminal is not for the person who sent them.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)

# Fewer cells, or one column, are lines drawn around or under words.
_LEAST_CELLS = 4
# Fewer characters are a number or a stamp on the picture of a page.
_LEAST_CHARACTERS, _MOST = 10, 0.5
_POINTS = 72
# Characters nearer than this, in points, are of one word.
_SPACE = 3
_STREAM = re.compile(rb"stream\r?\n(?=[\x08-\x78][\x01\x5e\x9c\xda])")
_PIECE = 1 << 20
_INVISIBLE = pypdfium2.raw.FPDF_TEXTRENDERMODE_INVISIBLE
_PASSWORD = pypdfium2.raw.FPDF_ERR_PASSWORD


def read_pdf(data: bytes, progress: PageProgress | None = None) -> Document:
    """Return the document of a PDF file; pages without text are recognised, where the extra `ocr` is installed.

    UnknownKind where the file is broken or locked, or holds pictures alone that cannot be recognised here.
    """
    for stream in _STREAM.finditer(data):
        _unpack(data, stream.end())
    with _opened(data) as rendered:
        keywords = keywords_of(rendered.get_metadata_value("Keywords"))
        pages = _pictures(rendered)
        if pages and not is_installed():
            if len(pages) == len(rendered):
                raise UnknownKind(reasons.SCANNED)
            aside = tuple(Aside("", "page is a picture", PagePlace(page, 0, 0, 0, 0)) for page in pages)
            blocks = tuple(blocks_of(_all_parts(data, {}, keywords)))
            return Document("pdf", blocks, aside=aside, keywords=keywords)
        seen = {}
        for count, number in enumerate(pages, 1):
            if progress:
                progress(count, len(pages))
            image = rendered[number - 1].render(scale=DPI / _POINTS).to_numpy()
            seen[number] = page_parts(image[:, :, :3].copy(), number)
    blocks = tuple(blocks_of(_all_parts(data, seen, keywords)))
    return Document("pdf", blocks, scanned=frozenset(pages), keywords=keywords)


@contextlib.contextmanager
def _opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Open a file for its pages' pictures; the UnreadableInput says why it cannot be."""
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == _PASSWORD
        raise UnknownKind(reasons.ENCRYPTED if locked else reasons.BROKEN_PDF) from error
    try:
        yield pdf
    except pypdfium2.PdfiumError as error:
        raise UnknownKind(reasons.BROKEN_PDF) from error
    finally:
        pdf.close()


def _pictures(pdf: pypdfium2.PdfDocument) -> list[int]:
    """Return the numbers of the pages that show something and hold no text."""
    if len(pdf) > MAX_PAGES:
        raise InputTooLarge(reasons.TOO_MANY_PAGES.format(pages=len(pdf), limit=MAX_PAGES))
    pages = []
    for number, page in enumerate(pdf, 1):
        objects = pypdfium2.raw.FPDFPage_CountObjects(page)
        if objects > MAX_PAGE_OBJECTS:
            raise InputTooLarge(reasons.TOO_MANY_OBJECTS.format(limit=MAX_PAGE_OBJECTS))
        characters = page.get_textpage().count_chars()
        few = characters < _LEAST_CHARACTERS and _is_covered(page)
        if objects and (not characters or few or _is_overlaid(page)):
            pages.append(number)
    if len(pages) > MAX_PICTURES:
        raise InputTooLarge(reasons.TOO_MANY_PICTURES.format(pages=len(pages), limit=MAX_PICTURES))
    return pages


def _is_overlaid(page: pypdfium2.PdfPage) -> bool:
    """Say whether all text of a page is invisible: what some program recognised, laid over its picture."""
    has_text = False
    for text in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
        if pypdfium2.raw.FPDFTextObj_GetTextRenderMode(text) != _INVISIBLE:
            return False
        has_text = True
    return has_text


def _is_covered(page: pypdfium2.PdfPage) -> bool:
    """Say whether a picture covers most of a page."""
    wide, high = page.get_size()
    pictures = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
    boxes = (picture.get_bounds() for picture in pictures)
    return any((right - left) * (top - bottom) > _MOST * wide * high for left, bottom, right, top in boxes)


def _all_parts(
    data: bytes, seen: Mapping[int, list[TextLine | Grid]], keywords: Sequence[str]
) -> Iterator[TextLine | Grid]:
    """Yield the lines and tables of all pages: as recognised, or from their text.

    What this program wrote has no table without rules.
    """
    columns: list[float] | None = None if marks.WRITTEN_HERE in keywords else []
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            for number, page in enumerate(pdf.pages, 1):
                yield from seen[number] if number in seen else _parts(page, columns)
                page.close()
    except UnreadableInput:
        raise
    except Exception as error:
        # What a damaged file makes the library raise is of any kind.
        raise UnknownKind(reasons.BROKEN_PDF) from error


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


def _parts(page: Page, columns: list[float] | None) -> list[TextLine | Grid]:
    """Return the lines and tables of a page from top to bottom.

    `columns` are those of tables without rules, kept from page to page; None where there can be none.
    """
    tables = [table for table in page.find_tables() if _is_table(table)]
    parts: list[tuple[float, TextLine | Grid]] = [(table.bbox[1], _grid(page, table)) for table in tables]
    words = list(_words(_without(page, [table.bbox for table in tables])))
    bare = [] if columns is None else list(tables_without_rules(words, columns))
    if columns is not None:
        columns[:] = bare[-1].middles if bare else []
    parts += [(table.box[1], table.grid) for table in bare]
    words = [word for word in words if not any(word.is_in(table.box) for table in bare)]
    for line in lines_of(words):
        place = around(line)
        text = " ".join(word.text for word in line)
        parts.append((place.top, TextLine(text, place, (page.width, page.height))))
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
