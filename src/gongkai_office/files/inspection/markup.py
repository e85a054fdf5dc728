"""XML parts of packages, read within bounds and without anything outside of them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from gongkai.errors import InputTooLarge, UnknownKind
from gongkai.readers.documents import reasons
from gongkai.readers.documents.package import Package, parsed
from gongkai.readers.documents.word_markup import name_of
from gongkai_office.files.inspection.errors import Refused
from gongkai_office.files.inspection.looked import Looked

_PEOPLE = frozenset(("creator", "lastModifiedBy", "Manager", "Company", "initial-creator"))
_CORE, _APP, _CUSTOM, _META = "docprops/core.xml", "docprops/app.xml", "docprops/custom.xml", "meta.xml"
# An OpenDocument's creator is who changed it last.
_CALLED = {(_META, "creator"): "lastModifiedBy", (_META, "initial-creator"): "creator"}
_RELATION_ENDING = ".rels"
# Links that a reader clicks are no danger: only what a program loads by itself.
_CLICKED = ("/hyperlink",)
_EMBEDDED = ("/embeddings/", "/activex/", "/altchunk", "afchunk")


def part_of(package: Package, name: str) -> etree._Element:
    """Return the root of a part; Refused where it is broken, too large or holds entities."""
    try:
        return parsed(package.read(name))
    except InputTooLarge as error:
        raise Refused("too_large_unpacked") from error
    except UnknownKind as error:
        raise Refused("entities" if error.reason == reasons.ENTITIES else "broken") from error


def parts_of(package: Package, *beginnings: str) -> Iterator[tuple[str, etree._Element]]:
    """Yield name and root of the XML parts whose names begin so."""
    for beginning in beginnings:
        for name in package.below(beginning):
            if name.endswith(".xml"):
                yield name, part_of(package, name)


def look_around(package: Package, looked: Looked) -> None:
    """Note what every kind of package may hold: people's names, objects, macros, what lies outside."""
    for part in (_CORE, _APP, _CUSTOM, _META):
        if package.has_below(part):
            _look_at_properties(part, part_of(package, part), looked)
    names = package.below("")
    looked.sign("embedded", sum(any(sign in name for sign in _EMBEDDED) for name in names))
    if any(
        name.endswith("vbaproject.bin") or "/macrosheets/" in name or name.startswith("basic/") for name in names
    ):
        looked.sign("macros")
    for name in names:
        if name.endswith(_RELATION_ENDING):
            looked.sign("external", sum(map(_is_outside, part_of(package, name))))


def _look_at_properties(part: str, root: etree._Element, looked: Looked) -> None:
    for element in root.iter(etree.Element):
        name, text = name_of(element), (element.text or "").strip()
        if text and name in _PEOPLE:
            looked.sign("person", place=f"{_CALLED.get((part, name), name)}={text}")
        called = _called(element)
        looked.text(f"{called} {text}" if text and called else text, "property", alone=part != _APP)


def _called(element: etree._Element) -> str:
    """Return what somebody called a property of their own."""
    holder = element if element.attrib else element.getparent()
    named = holder.items() if holder is not None else ()
    return next((str(value) for key, value in named if str(key).endswith("name")), "")


def _is_outside(relation: etree._Element) -> bool:
    return relation.get("TargetMode") == "External" and not str(relation.get("Type")).endswith(_CLICKED)
