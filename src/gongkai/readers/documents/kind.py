"""What kind of file some bytes are, by content and not by name (文件种类)."""

from __future__ import annotations

import re
from itertools import islice

from gongkai.errors import EmptyInput, InputTooLarge, NeedsConversion, UnknownKind
from gongkai.readers.documents import reasons
from gongkai.readers.documents.limits import MAX_BYTES, MAX_SCAN_BYTES, MAX_TAGS

_MAGIC = (
    (b"PK\x05\x06", reasons.ARCHIVE),
    (b"\x1f\x8b", reasons.ARCHIVE),
    (b"Rar!", reasons.ARCHIVE),
    (b"7z\xbc\xaf", reasons.ARCHIVE),
    (b"{\\rtf", reasons.RTF),
    (b"\x7fELF", reasons.PROGRAM),
    (b"MZ", reasons.PROGRAM),
)
_TAG = re.compile(
    r"<(?:!doctype|html|head|body|table|tr|td|th|p|div|span|br|meta|article|section)\b", re.IGNORECASE
)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_PACKAGE = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0"
# Names of streams in the files of older programs, and what tells what they are.
_STREAMS = (
    ("EncryptedPackage", reasons.ENCRYPTED),
    ("_VBA_PROJECT", reasons.MACROS),
)
_PDF, _PDF_REACH = b"%PDF-", 1024
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_WORKBOOK = "Workbook".encode("utf-16-le")
# Scraped text may keep a tag or two; a page has more.
_LEAST_TAGS = 3
_HEAD = 400_000
_CONTROL = bytes(range(9)) + bytes(range(14, 27))


def check_bytes(data: bytes) -> None:
    """Raise the UnreadableInput that says why `data` is of no kind that is read."""
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise EmptyInput(reasons.EMPTY)
    on_paper = is_pdf(data) or is_picture(data)
    limit = MAX_SCAN_BYTES if on_paper else MAX_BYTES
    if len(data) > limit:
        raise InputTooLarge(reasons.TOO_MANY_BYTES.format(size=len(data) >> 20, limit=limit >> 20))
    for magic, kind in _MAGIC:
        if data.startswith(magic) and not _is_text_after_all(data, magic):
            raise UnknownKind(reasons.NOT_READ_YET.format(kind=kind))
    if data.startswith(_COMPOUND):
        told = [reason for stream, reason in _STREAMS if stream.encode("utf-16-le") in data]
        if not told and _WORD_STREAM in data:
            raise NeedsConversion(reasons.OLD_WORD)
        if told or not is_old_workbook(data):
            raise UnknownKind(next(iter(told), reasons.NOT_READ_YET.format(kind=reasons.OLD_OFFICE)))
    if on_paper or data.startswith((_PACKAGE, _COMPOUND)):
        return
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = data[:65536]
        if len(head) - len(head.translate(None, _CONTROL)) > len(head) // 50:
            raise UnknownKind(reasons.BINARY)
    if data.count(b"<") > MAX_TAGS:
        raise InputTooLarge(reasons.TOO_MANY_TAGS.format(limit=MAX_TAGS))


def _is_text_after_all(data: bytes, magic: bytes) -> bool:
    return len(magic) == 2 and b"\x00" not in data[:512]


def is_old_workbook(data: bytes) -> bool:
    """Say whether bytes are a workbook of Excel before 2007."""
    return data.startswith(_COMPOUND) and _WORKBOOK in data


def is_pdf(data: bytes) -> bool:
    """Say whether bytes are a PDF file; some begin with a few others."""
    return _PDF in data[:_PDF_REACH] and not is_page(data[:_PDF_REACH].decode("latin-1"))


def is_picture(data: bytes) -> bool:
    """Say whether bytes are a picture of a usual kind."""
    return any(data.startswith(magic) and not _is_text_after_all(data, magic) for magic in _PICTURES)


def is_package(data: bytes) -> bool:
    """Say whether bytes are a zip file, as office programs write them."""
    return data.startswith(_PACKAGE)


def is_page(text: str) -> bool:
    """Say whether a text is a web page: mark-up, not merely a tag left over in scraped text."""
    tags = islice(_TAG.finditer(text, 0, _HEAD), _LEAST_TAGS)
    return sum(1 for _ in tags) == _LEAST_TAGS
