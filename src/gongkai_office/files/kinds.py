"""What kinds of files are taken in, how they may be called, and what each may be used for (文件种类)."""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """A kind of file: its key, how names of it end, what family of formats it is of, and its media type.

    The family is what a file's first bytes alone tell. `heavy` are kinds that hold pictures, which may be larger.
    """

    key: str
    endings: tuple[str, ...]
    family: str
    media_type: str
    heavy: bool = False


_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"
_ALL = (
    Kind("pdf", ("pdf",), "pdf", "application/pdf", heavy=True),
    Kind("docx", ("docx",), "package", f"{_OFFICE}.wordprocessingml.document"),
    Kind("docm", ("docm",), "package", "application/vnd.ms-word.document.macroEnabled.12"),
    Kind("xlsx", ("xlsx",), "package", f"{_OFFICE}.spreadsheetml.sheet"),
    Kind("xlsm", ("xlsm",), "package", "application/vnd.ms-excel.sheet.macroEnabled.12"),
    Kind("odt", ("odt",), "package", f"{_OPEN}.text"),
    Kind("ods", ("ods",), "package", f"{_OPEN}.spreadsheet"),
    Kind("ofd", ("ofd",), "package", "application/ofd", heavy=True),
    Kind("doc", ("doc", "wps"), "compound", "application/msword"),
    Kind("xls", ("xls", "et"), "compound", "application/vnd.ms-excel"),
    Kind("html", ("html", "htm"), "text", "text/html"),
    Kind("txt", ("txt",), "text", "text/plain"),
    Kind("csv", ("csv",), "text", "text/csv"),
    Kind("png", ("png",), "png", "image/png", heavy=True),
    Kind("jpg", ("jpg", "jpeg"), "jpg", "image/jpeg", heavy=True),
    Kind("tiff", ("tif", "tiff"), "tiff", "image/tiff", heavy=True),
    Kind("zip", ("zip",), "package", "application/zip", heavy=True),
)
KINDS = {kind.key: kind for kind in _ALL}
BY_ENDING = {ending: kind for kind in _ALL for ending in kind.endings}
# Text is text: only its name says what it is meant to be.
TOLD_BY_NAME = frozenset(("txt", "csv"))

_HEADS = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "package"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "compound"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
)


def family_of(data: bytes) -> str:
    """Return the family that the first bytes tell: a format's, or text where they tell none."""
    return next((family for head, family in _HEADS if data.startswith(head)), "text")


DOCUMENTS = tuple(kind.key for kind in _ALL if kind.key != "zip")
TABLES = ("xlsx", "xlsm", "xls", "ods", "csv")
