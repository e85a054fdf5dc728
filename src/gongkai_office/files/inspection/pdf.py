"""PDF files: the text of each page, comments, scripts and attachments (PDF 文档)."""

from __future__ import annotations

import ctypes

import pypdfium2
from pypdfium2 import raw

from gongkai_office.files.inspection.errors import Refused
from gongkai_office.files.inspection.looked import Looked

MAX_PAGES = 2_000
_PASSWORD = raw.FPDF_ERR_PASSWORD
_COMMENTS = frozenset(
    (
        raw.FPDF_ANNOT_TEXT,
        raw.FPDF_ANNOT_FREETEXT,
        raw.FPDF_ANNOT_HIGHLIGHT,
        raw.FPDF_ANNOT_POPUP,
        raw.FPDF_ANNOT_STAMP,
    )
)
_PROPERTIES = ("Title", "Subject", "Keywords")
_LEAST_CHARACTERS = 10
_LONGEST = 2_000


def look_at_pdf(data: bytes, looked: Looked) -> None:
    """Look through a PDF file."""
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise Refused("encrypted" if getattr(error, "err_code", None) == _PASSWORD else "broken") from error
    try:
        if len(pdf) > MAX_PAGES:
            raise Refused("too_many_pages")
        _look_at_document(pdf, looked)
        for number, page in enumerate(pdf, 1):
            _look_at_page(page, looked, number)
            page.close()
    except pypdfium2.PdfiumError as error:
        raise Refused("broken") from error


def _look_at_document(pdf: pypdfium2.PdfDocument, looked: Looked) -> None:
    looked.sign("embedded", pdf.count_attachments())
    if raw.FPDFDoc_GetJavaScriptActionCount(pdf) > 0:
        looked.sign("script")
    if author := pdf.get_metadata_value("Author").strip():
        looked.sign("person", place=f"creator={author}")
    for name in _PROPERTIES:
        looked.text(pdf.get_metadata_value(name), "property", alone=True)


def _look_at_page(page: pypdfium2.PdfPage, looked: Looked, number: int) -> None:
    text_page = page.get_textpage()
    text = text_page.get_text_bounded()
    text_page.close()
    if len(text.strip()) < _LEAST_CHARACTERS and raw.FPDFPage_CountObjects(page):
        looked.sign("scan")
    looked.lines(text.splitlines(), page=number)
    looked.at = {"page": number}
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if annotation and raw.FPDFAnnot_GetSubtype(annotation) in _COMMENTS:
            looked.sign("comments")
            for line in _contents(annotation).splitlines():
                looked.text(line, "comment")
        raw.FPDFPage_CloseAnnot(annotation)


def _contents(annotation: object) -> str:
    held = (ctypes.c_ushort * _LONGEST)()
    size = raw.FPDFAnnot_GetStringValue(annotation, b"Contents", held, ctypes.sizeof(held))
    return bytes(held)[: max(size - 2, 0)].decode("utf-16-le", "ignore")
