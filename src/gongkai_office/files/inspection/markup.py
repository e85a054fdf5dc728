"""XML parts of packages, read within bounds and without anything outside of them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from gongkai.errors import InputTooLarge, UnknownKind
from gongkai.readers.documents import reasons
from gongkai.readers.documents.package import Package, parsed
from gongkai.readers.documents.word_markup import name_of
from gongkai_office.files.inspection.looked import Looked, Refused

_PEOPLE = frozenset(("creator", "lastModifiedBy", "Manager", "Company", "initial-creator"))
_PROPERTIES = ("docprops/core.xml", "docprops/app.xml", "meta.xml")
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
    for name in _PROPERTIES:
        if package.has_below(name):
            texts = (element for element in part_of(package, name).iter() if isinstance(element.tag, str))
            if any(name_of(one) in _PEOPLE and (one.text or "").strip() for one in texts):
                looked.sign("person")
    names = package.below("")
    looked.sign("embedded", sum(any(sign in name for sign in _EMBEDDED) for name in names))
    if any(
        name.endswith("vbaproject.bin") or "/macrosheets/" in name or name.startswith("basic/") for name in names
    ):
        looked.sign("macros")
    for name in names:
        if name.endswith(_RELATION_ENDING):
            looked.sign("external", sum(map(_is_outside, part_of(package, name))))


def _is_outside(relation: etree._Element) -> bool:
    return relation.get("TargetMode") == "External" and not str(relation.get("Type")).endswith(_CLICKED)
