"""A document as readers hand it on: blocks in reading order, each with its place (文档)."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from gongkai.report import Place
from gongkai.terms import form, marks

_DIGIT = re.compile(r"\d")
_BETWEEN_WORDS = re.compile("[,;，；、]")
# What parts the words that this program writes: names may hold the others.
_BETWEEN_OURS = re.compile("[,;]")
# Our words as LibreOffice saves them: only blanks part them, of which an organ's name may hold some.
_RESAVED = re.compile(
    rf"({form.TITLE})(?: (.+?))??(?: ([0-9]{{4}}))? ({'|'.join(form.SCOPES.values())}) "
    rf"({marks.WRITTEN_HERE})((?: \S+)*)"
)
_LONGEST_PROPERTY = 1_000


class Line(msgspec.Struct, frozen=True):
    """One line of a text or one paragraph of a page; `place` where its number alone does not tell it."""

    text: str
    place: Place | None = None


class GridCell(msgspec.Struct, frozen=True):
    """A table cell: its text, its grid position from 0, how far it spans, and its place if that is another."""

    text: str
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    place: Place | None = None


class Grid(msgspec.Struct, frozen=True):
    """A table, as rows of the cells that begin in them."""

    rows: tuple[tuple[GridCell, ...], ...]


class Aside(msgspec.Struct, frozen=True):
    """What a file holds and does not show, with the reason why it was not read."""

    text: str
    reason: str
    place: Place


class Document(msgspec.Struct, frozen=True):
    """What a file shows.

    `kind` is "text", "page", "word", "sheets", "pdf" or "picture"; `title` is the name a page gives itself in its
    head, `keywords` what the file says of itself where nobody sees it. `scanned` are the numbers of the pages whose
    characters were recognised.
    """

    kind: str
    blocks: tuple[Line | Grid, ...]
    title: str = ""
    aside: tuple[Aside, ...] = ()
    scanned: frozenset[int] = frozenset()
    keywords: tuple[str, ...] = ()


def is_written_here(document: Document) -> bool:
    """Say whether this program wrote a file, so that no cell of its tables can have slipped from its place."""
    return marks.WRITTEN_HERE in document.keywords


def keywords_of(text: str) -> tuple[str, ...]:
    """Return the keywords that a file's property lists, whatever parts them."""
    if (resaved := _RESAVED.fullmatch(text[:_LONGEST_PROPERTY].strip())) and not _BETWEEN_OURS.search(text):
        *ours, more = resaved.groups()
        return (*(word for word in ours if word), *more.split())
    found = _words(_BETWEEN_OURS, text)
    return found if marks.WRITTEN_HERE in found else _words(_BETWEEN_WORDS, text)


def _words(between: re.Pattern[str], text: str) -> tuple[str, ...]:
    return tuple(word for part in between.split(text[:_LONGEST_PROPERTY]) if (word := part.strip()))


def trimmed(parts: Iterable[str]) -> list[str]:
    """Return the parts of a text that say something, with single blanks between their words."""
    return [words for part in parts if (words := " ".join(part.split()))]


def cell_text(lines: list[str]) -> str:
    """Return a cell's words. Lines that cut a label are joined; figures of two lines are not one figure."""
    figures = sum(_DIGIT.search(line) is not None for line in lines)
    return (" " if figures > 1 else "").join(lines)
