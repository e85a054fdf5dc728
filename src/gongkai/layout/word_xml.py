"""Elements of a Word document (Word 标记): made one in another, with any text in them as text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docx.oxml.ns import nsmap, qn
from lxml import etree

from gongkai.layout import page
from gongkai.layout.characters import in_xml

_BREAKS = re.compile("(\r\n|[\r\n\t])")
# Signs of Latin and of Chinese print, that is, of half a width and of a whole one.
_BOTH_WAYS = re.compile("[\u00a0-\u2e7f]")
_NAMES = {prefix: nsmap[prefix] for prefix in ("w", "r")}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def element(name: str, /, *children: etree._Element | None, **attributes: str | int | None) -> etree._Element:
    """Return an element of the main namespace; of children and attributes, None stands for none."""
    made = etree.Element(qn(f"w:{name}"), nsmap=_NAMES)
    for key, value in attributes.items():
        if value is not None:
            made.set(qn(f"w:{key}"), str(value))
    made.extend(child for child in children if child is not None)
    return made


def paragraph(*children: etree._Element | None) -> etree._Element:
    """Return a paragraph of its properties and runs."""
    return element("p", *children)


def run(text: str, *properties: etree._Element | None) -> etree._Element | None:
    """Return a run of text, its breaks and tabs as elements; None where there is no text.

    `properties` come in the schema's order, but for fonts, which this adds before all but the style.
    """
    if not text:
        return None
    given = [one for one in properties if one is not None]
    if _BOTH_WAYS.search(text):
        styled = bool(given) and given[0].tag == qn("w:rStyle")
        given.insert(int(styled), element("rFonts", hint="eastAsia"))
    return element("r", element("rPr", *given) if given else None, *_pieces(in_xml(text)))


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point."""
    return twips_of(millimetres * page.POINTS)


def twips_of(points: float) -> int:
    """Return points in twentieths."""
    return round(points * 20)


def _pieces(text: str) -> Iterator[etree._Element]:
    for number, piece in enumerate(_BREAKS.split(text)):
        if number % 2:
            yield element("tab" if piece == "\t" else "br")
        elif piece:
            words = element("t")
            words.text = piece
            words.set(_SPACE, "preserve")
            yield words
