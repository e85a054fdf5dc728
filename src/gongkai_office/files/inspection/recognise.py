"""What kind of file some bytes are, whatever they are called (按内容识别)."""

from __future__ import annotations

import re

import puremagic

from gongkai.errors import InputTooLarge, UnknownKind
from gongkai.readers.documents import reasons
from gongkai.readers.documents.kind import is_page
from gongkai.readers.documents.package import Package
from gongkai_office.files.inspection.errors import Refused
from gongkai_office.files.kinds import BY_ENDING, TOLD_BY_NAME, family_of

_HEAD = 16_384
_SCRIPT = re.compile(
    rb"\s*(?:#!|<\?php|<%|@echo\s|MZ|\x7fELF|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe|L\x00\x00\x00\x01\x14\x02)", re.I
)
_SVG = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!DOCTYPE\s+svg[^>]*>\s*)?<svg\b", re.I | re.S)
_XML = re.compile(rb"\s*<\?xml", re.I)
_PROGRAM_PARTS = ("meta-inf/manifest.mf", "androidmanifest.xml")
_TYPES = "[content_types].xml"
_BY_TYPE = (
    (b"word.document.macroenabled.main", "docm"),
    (b"excel.sheet.macroenabled.main", "xlsm"),
    (b"wordprocessingml.document.main", "docx"),
    (b"spreadsheetml.sheet.main", "xlsx"),
)
_BY_MIMETYPE = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}
_WORD, _SHEETS, _ENCRYPTED = ("WordDocument", ("Workbook", "Book"), "EncryptedPackage")
# What may not stand in a text of any charset, but for UTF-16.
_CONTROL = bytes(range(9)) + bytes(range(14, 27))
_BOMS = (b"\xff\xfe", b"\xfe\xff")
_MOST_CONTROL = 200


def recognised(data: bytes, name: str) -> str:
    """Return the key of the kind that the content is; Refused where it is none that is taken in."""
    family = family_of(data)
    if family == "package":
        return kind_of_package(data)
    if family == "compound":
        return _kind_of_compound(data)
    return _kind_of_text(data, name) if family == "text" else family


def opened(data: bytes) -> Package:
    """Open a package; Refused where it cannot be."""
    try:
        return Package(data)
    except UnknownKind as error:
        raise Refused("encrypted" if error.reason == reasons.ENCRYPTED else "broken") from error


def kind_of_package(data: bytes) -> str:
    """Return the kind of a zip file: a document's, or zip itself."""
    package = opened(data)
    try:
        if package.has_below(_TYPES):
            types = package.read(_TYPES).lower()
            found = next((kind for said, kind in _BY_TYPE if said in types), None)
            if found is None:
                raise Refused("office_other")
            return found
        if package.has_below("mimetype") and (kind := _BY_MIMETYPE.get(package.read("mimetype").strip())):
            return kind
    except (UnknownKind, InputTooLarge) as error:
        raise Refused("broken") from error
    if package.has_below("ofd.xml"):
        return "ofd"
    if any(package.has_below(part) for part in _PROGRAM_PARTS):
        raise Refused("program")
    return "zip"


def _kind_of_compound(data: bytes) -> str:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds(_ENCRYPTED):
        raise Refused("encrypted")
    if holds(_WORD):
        return "doc"
    if any(map(holds, _SHEETS)):
        return "xls"
    raise Refused("compound_other")


def _kind_of_text(data: bytes, name: str) -> str:
    head = data[:_HEAD]
    if _SCRIPT.match(head):
        raise Refused("program")
    if _SVG.match(head):
        raise Refused("svg")
    wide = head.startswith(_BOMS)
    if not wide and len(data) - len(data.translate(None, _CONTROL)) > min(
        len(data) // _MOST_CONTROL, _MOST_CONTROL
    ):
        raise Refused(_refusal_of(head))
    text = head.decode("utf-16" if wide else "latin-1", "ignore")
    if is_page(text):
        return "html"
    if _XML.match(head):
        raise Refused("unknown")
    kind = BY_ENDING.get(name.rpartition(".")[2].lower())
    return kind.key if kind is not None and kind.key in TOLD_BY_NAME else "txt"


def _refusal_of(head: bytes) -> str:
    """Say whether a library knows the bytes as some other kind of file."""
    try:
        ending = puremagic.from_string(head).lstrip(".")
    except (puremagic.PureError, ValueError):
        return "binary"
    return "program" if ending in ("exe", "dll", "class", "elf", "so", "lnk", "msi") else "unknown"
