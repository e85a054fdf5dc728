"""The parts of a zip file that an office program wrote, opened one by one within bounds (压缩包)."""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from gongkai.errors import InputTooLarge, UnknownKind
from gongkai.readers.documents import reasons
from gongkai.readers.documents.limits import MAX_PART_BYTES, MAX_PARTS

# What the library raises on packages that are cut, damaged or made to harm.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError, RuntimeError)
_ENCRYPTED = 1
_DOCTYPE = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
_RELATIONSHIPS = "_rels/.rels"
_MAIN = "/officeDocument"
_PROPERTIES = "docprops/core.xml"
_KEYWORDS = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}keywords"


class Package:
    """A zip file in memory; UnknownKind where it is damaged or encrypted."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise UnknownKind(reasons.BROKEN_PACKAGE) from error
        self._parts = {part.filename.replace("\\", "/").lower(): part for part in self._zip.infolist()[:MAX_PARTS]}
        if any(part.flag_bits & _ENCRYPTED for part in self._parts.values()):
            raise UnknownKind(reasons.ENCRYPTED)

    def has(self, ending: str) -> bool:
        """Say whether a part's name ends so, whatever its case."""
        return any(name.endswith(ending) for name in self._parts)

    def has_below(self, folder: str) -> bool:
        return bool(self.below(folder))

    def below(self, folder: str) -> list[str]:
        """Return the names of the parts in a folder."""
        return [name for name in self._parts if name.startswith(folder)]

    def check(self, limit: int) -> None:
        """Unpack every part once, so that a library may open the package without fear of size or entities."""
        for name in self._parts:
            data = self.read(name)
            if len(data) > limit:
                raise InputTooLarge(reasons.TOO_LARGE_UNPACKED.format(limit=limit >> 20))
            if any(sign in data for sign in _DOCTYPE):
                raise UnknownKind(reasons.ENTITIES)

    def read(self, name: str) -> bytes:
        """Return what a part holds; InputTooLarge where it unpacks to more than any report."""
        part = self._parts.get(name.lstrip("/").lower())
        if part is None:
            raise UnknownKind(reasons.BROKEN_PACKAGE)
        try:
            with self._zip.open(part) as stream:
                data = stream.read(MAX_PART_BYTES + 1)
        except _BROKEN as error:
            raise UnknownKind(reasons.BROKEN_PACKAGE) from error
        if len(data) > MAX_PART_BYTES:
            raise InputTooLarge(reasons.TOO_LARGE_UNPACKED.format(limit=MAX_PART_BYTES >> 20))
        return data

    def keywords(self) -> str:
        """Return the keywords that the document's properties hold; nothing where none can be read."""
        try:
            return parsed(self.read(_PROPERTIES)).findtext(_KEYWORDS) or ""
        except UnknownKind:
            return ""

    def main_part(self) -> bytes:
        """Return the part that an office document's relationships name as its content."""
        for relation in parsed(self.read(_RELATIONSHIPS)):
            if isinstance(relation.tag, str) and str(relation.get("Type")).endswith(_MAIN):
                return self.read(str(relation.get("Target")))
        raise UnknownKind(reasons.BROKEN_PACKAGE)


def parsed(xml: bytes) -> etree._Element:
    """Return the root of a part; nothing outside it is ever fetched, and a document type is refused."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise UnknownKind(reasons.BROKEN_PACKAGE) from error
    if root.getroottree().docinfo.doctype:
        raise UnknownKind(reasons.ENTITIES)
    return root
