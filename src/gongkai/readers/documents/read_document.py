"""Bytes → Document, by what they are and not by what they are called (文档读取)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from gongkai.errors import UnknownKind
from gongkai.readers.documents import reasons
from gongkai.readers.documents.charset import decode
from gongkai.readers.documents.document import Document, keywords_of
from gongkai.readers.documents.html import read_page
from gongkai.readers.documents.kind import check_bytes, is_old_workbook, is_package, is_page, is_pdf, is_picture
from gongkai.readers.documents.paper import PageProgress
from gongkai.readers.documents.text import read_text
from gongkai.terms import marks

if TYPE_CHECKING:
    from gongkai.readers.documents.package import Package

_WORD = "word/"
_SHEETS = "xl/workbook.xml"
_OPEN_DOCUMENT, _SPREADSHEET = "mimetype", b"application/vnd.oasis.opendocument.spreadsheet"
_OFD = "ofd.xml"


def read_document(data: bytes, progress: PageProgress | None = None) -> Document:
    """Return the blocks of a file in reading order. `progress` is told of each page before it is recognised.

    Raises UnreadableInput (with one Chinese sentence) where the bytes are empty, too large or of no kind it reads.
    """
    check_bytes(data)
    if is_package(data):
        return _read_package(data)
    # A library for each form of file takes longer to load than a page to read: only what is needed is loaded.
    if is_pdf(data):
        from gongkai.readers.documents.pdf import read_pdf

        return read_pdf(data, progress)
    if is_picture(data):
        from gongkai.readers.documents.picture import read_picture

        return read_picture(data, progress)
    if is_old_workbook(data):
        from gongkai.readers.documents.sheets import document_of_sheets
        from gongkai.readers.documents.workbook import sheets_of_old_workbook

        return document_of_sheets(sheets_of_old_workbook(data))
    text = decode(data)
    return read_page(text) if is_page(text) else read_text(text)


def _read_package(data: bytes) -> Document:
    from gongkai.readers.documents.package import Package

    package = Package(data)
    keywords = keywords_of(package.keywords())
    return msgspec.structs.replace(_document_of(package, data, keywords), keywords=keywords)


def _document_of(package: Package, data: bytes, keywords: Sequence[str]) -> Document:
    if package.has_below(_WORD):
        from gongkai.readers.documents.docx import read_docx

        return read_docx(package)
    is_excel = package.has_below(_SHEETS)
    if is_excel or (package.has_below(_OPEN_DOCUMENT) and package.read(_OPEN_DOCUMENT).startswith(_SPREADSHEET)):
        from gongkai.readers.documents import sheets, workbook

        read = workbook.sheets_of_package if is_excel else workbook.sheets_of_open_document
        found = read(data, package)
        own = [sheet for sheet in found if sheet.name == marks.FORM_SHEET and marks.WRITTEN_HERE in keywords]
        return sheets.document_of_sheets(own or found)
    raise UnknownKind(reasons.OFD if package.has(_OFD) else reasons.NOT_READ_YET.format(kind=reasons.ARCHIVE))
