"""Bytes → Document, by what they are and not by what they are called (文档读取)."""

from __future__ import annotations

from gongkai.errors import UnknownKind
from gongkai.readers.documents import reasons
from gongkai.readers.documents.charset import decode
from gongkai.readers.documents.document import Document
from gongkai.readers.documents.docx import read_docx
from gongkai.readers.documents.html import read_page
from gongkai.readers.documents.kind import check_bytes, is_old_workbook, is_package, is_page, is_pdf, is_picture
from gongkai.readers.documents.package import Package
from gongkai.readers.documents.paper import PageProgress
from gongkai.readers.documents.pdf import read_pdf
from gongkai.readers.documents.picture import read_picture
from gongkai.readers.documents.sheets import document_of_sheets
from gongkai.readers.documents.text import read_text
from gongkai.readers.documents.workbook import sheets_of_old_workbook, sheets_of_open_document, sheets_of_package

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
    if is_pdf(data):
        return read_pdf(data, progress)
    if is_picture(data):
        return read_picture(data, progress)
    if is_old_workbook(data):
        return document_of_sheets(sheets_of_old_workbook(data))
    text = decode(data)
    return read_page(text) if is_page(text) else read_text(text)


def _read_package(data: bytes) -> Document:
    package = Package(data)
    if package.has_below(_WORD):
        return read_docx(package)
    if package.has_below(_SHEETS):
        return document_of_sheets(sheets_of_package(data, package))
    if package.has_below(_OPEN_DOCUMENT) and package.read(_OPEN_DOCUMENT).startswith(_SPREADSHEET):
        return document_of_sheets(sheets_of_open_document(data, package))
    raise UnknownKind(reasons.OFD if package.has(_OFD) else reasons.NOT_READ_YET.format(kind=reasons.ARCHIVE))
