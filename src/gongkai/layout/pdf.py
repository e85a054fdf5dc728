"""Manuscript → PDF (PDF 文件): the page of an official document, tagged for those who have it read to them."""

from __future__ import annotations

import os
import re
from functools import cache
from importlib import resources

import msgspec
import typst

from gongkai.errors import CannotPrint, MissingGlyph, NoFont
from gongkai.layout import fonts, words
from gongkai.layout.blocks import Manuscript
from gongkai.layout.page_data import page_data

# Archivable for good (PDF/A), and accessible (PDF/UA).
_STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
_UNSHOWN = re.compile(r"(?:the text|the (?:PDF|text) contains the (?:disallowed )?codepoint) `\"(.+?)\"`")
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")


def pdf(manuscript: Manuscript) -> bytes:
    """Return a manuscript as a PDF file with its fonts; the same manuscript and fonts give the same bytes.

    NoFont where no Chinese font is installed, MissingGlyph where none has some character, both CannotPrint.
    """
    paper = page_data(manuscript, _families())
    try:
        return typst.compile(  # type: ignore[type-var]  # its stub wants the folder to be bytes where the template is
            _template(),
            root=os.devnull,
            font_paths=_fonts(),
            sys_inputs={"paper": msgspec.json.encode(paper).decode()},
            pdf_standards=_STANDARDS,
            timestamp=0,
        )
    except typst.TypstError as error:
        raise _told(error) from error


@cache
def _template() -> bytes:
    return (resources.files(__package__) / "pdf.typ").read_bytes()


@cache
def _fonts() -> typst.Fonts:
    """Return the machine's fonts, which take a fifth of a second to find."""
    return typst.Fonts()


@cache
def _families() -> dict[fonts.Role, list[str]]:
    """Return the fonts of each role that are installed."""
    found = _fonts().families()
    return {role: fonts.installed(role, found) for role in fonts.Role}


def _told(error: typst.TypstError) -> CannotPrint:
    """Return what a person is told of an error: in most cases that a character is in no font."""
    found = _UNSHOWN.search(error.message)
    if not found:
        return CannotPrint(words.CANNOT_SET.format(problem=error.message))
    text = _ESCAPED.sub(lambda escape: chr(int(escape[1], 16)), found[1])
    return _missing(text[0], _families()[fonts.Role.BODY])


def _missing(character: str, families: list[str]) -> CannotPrint:
    """Return what a person is told of a character that no font has, given the Chinese fonts that are installed."""
    code = f"U+{ord(character):04X}"
    if _PRIVATE.match(character):
        return MissingGlyph(words.PRIVATE_GLYPH.format(code=code), character)
    if not _HAN.match(character):
        told = words.MISSING_GLYPH if character.isprintable() else words.UNPRINTABLE
        return MissingGlyph(told.format(character=character, code=code), character)
    if not families:
        return NoFont(words.NO_FONT)
    package = words.RARE_PACKAGE if fonts.RICH.intersection(families) else words.PACKAGE
    return MissingGlyph(words.MISSING_HAN.format(character=character, code=code, package=package), character)
