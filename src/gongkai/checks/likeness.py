"""How much of one text stands in another (雷同): by pieces of eight characters, whatever stands between them.

Only Chinese characters count, and digits where years are compared; names, years and signs are dropped before.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from gongkai.report import Passage, Quote

GRAM = 8
# No report has more paragraphs in a section, or longer ones, even where all of it is one line.
MOST_PIECES, LONGEST = 400, 40_000
# Years, and all but Chinese characters and digits; the same with digits; how an organ calls its own area or house.
WITHOUT_YEARS = "(?:19|20)[0-9]{2}年?度?|[^\u4e00-\u9fff0-9]+"
WITHOUT_FIGURES = "[全我本][省市县区镇乡街局办]|[^\u4e00-\u9fff]+"
_PROBES = 60


class Piece(NamedTuple):
    """A passage, and what of its text counts."""

    passage: Passage
    text: str


class Dropped:
    """What does not count in a text: some names, and a pattern."""

    def __init__(self, pattern: str, names: Iterable[str | None] = ()) -> None:
        known = sorted({name for name in names if name and len(name) > 1}, key=lambda name: (-len(name), name))
        self._pattern = re.compile("|".join([*(re.escape(name) for name in known), pattern]))

    def pieces(self, passages: Iterable[Passage], parts: Collection[str]) -> list[Piece]:
        """Return the paragraphs of some parts, headings left out."""
        own = (one for one in passages if one.part in parts and one.number)
        return [Piece(one, self._pattern.sub("", one.text[:LONGEST])) for one in islice(own, MOST_PIECES)]

    def quote(self, piece: Piece, start: int, end: int) -> Quote:
        """Return the words of the passage that a stretch of what counts was taken from."""
        kept: list[int] = []
        at = 0
        for match in self._pattern.finditer(piece.passage.text):
            kept.extend(range(at, match.start()))
            at = match.end()
        kept.extend(range(at, len(piece.passage.text)))
        return piece.passage.quote(kept[start], kept[end - 1] + 1)


def grams(pieces: Iterable[Piece]) -> frozenset[str]:
    """Return all stretches of eight characters."""
    return frozenset(gram for piece in pieces for gram in _grams(piece.text))


def length(pieces: Iterable[Piece]) -> int:
    """Return how many characters count."""
    return sum(len(piece.text) for piece in pieces)


def share(pieces: Iterable[Piece], other: frozenset[str]) -> float:
    """Return how much of a text stands in another, from 0 to 1."""
    found = [gram in other for piece in pieces for gram in _grams(piece.text)]
    return sum(found) / len(found) if found else 0.0


def probes(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """Return some stretches from all over a text, by which one that is quite another is soon told."""
    whole = [gram for piece in pieces for gram in _grams(piece.text)]
    return tuple(whole[:: max(1, len(whole) // _PROBES)])


def longest(pieces: Iterable[Piece], other: frozenset[str]) -> tuple[Piece, int, int] | None:
    """Return the longest stretch that stands in another text, with the piece it is in."""
    best: tuple[Piece, int, int] | None = None
    for piece in pieces:
        start = 0
        for at, gram in enumerate((*_grams(piece.text), "")):
            if gram in other:
                continue
            end = at + GRAM - 1
            if at > start and (best is None or end - start > best[2] - best[1]):
                best = piece, start, end
            start = at + 1
    return best


def find(pieces: Iterable[Piece], text: str) -> tuple[Piece, int, int] | None:
    """Return where a stretch stands in a text."""
    for piece in pieces:
        start = piece.text.find(text)
        if start >= 0:
            return piece, start, start + len(text)
    return None


def _grams(text: str) -> Iterator[str]:
    return (text[at : at + GRAM] for at in range(len(text) - GRAM + 1))
