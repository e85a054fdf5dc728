"""Zeros that prose states in words (无、未收到): each is a claim of 0 (零的陈述)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from gongkai.claims import words
from gongkai.claims.patterns import year_pattern
from gongkai.claims.sentences import Sentence
from gongkai.claims.ties import CARRIED_IN, CARRIED_OUT, RECEIVED, Tie

_REVIEWS = Tie((("4", "reconsideration", "total"),))
_SUITS = Tie((("4", "litigation_direct", "total"), ("4", "litigation_after", "total")))
_REPEALED = Tie((("2", "20.1.normative_documents", "repealed"),))


class StatedZero(msgspec.Struct, frozen=True):
    """Words of a sentence, `[start:end]`, that say nothing was counted; `tie` None where no cell counts it."""

    start: int
    end: int
    unit: str
    tie: Tie | None


def stated_zeros(sentence: Sentence, year: int | None) -> Iterator[StatedZero]:
    """Yield every zero that a sentence states, in no order."""
    text = sentence.text
    if not words.ANY_NONE.search(text):
        return
    for match in words.NO_REQUEST.finditer(text):
        if not words.NOT_REQUESTS.search(match[0]):
            yield _zero(match, RECEIVED)
    for pattern, cells in ((words.NO_CARRIED_IN, CARRIED_IN), (words.NO_CARRIED_OUT, CARRIED_OUT)):
        for match in year_pattern(pattern, year).finditer(text):
            yield _zero(match, cells)
    if sentence.about_disclosure:
        yield from _disputes(text)
    if words.REPEAL_CONTEXT.search(text):
        for match in words.NO_REPEAL.finditer(text):
            yield StatedZero(match.start(), match.end(), words.PIECES, _REPEALED)
    for match in words.NO_FEE.finditer(text):
        yield StatedZero(match.start(), match.end(), words.YUAN, None)


def _disputes(text: str) -> Iterator[StatedZero]:
    ends: set[int] = set()
    for match in words.NO_DISPUTE.finditer(text):
        yield StatedZero(match.start(), match.end(), words.PIECES, _REVIEWS)
        if match["suit"]:
            ends.add(match.end("suit"))
            yield StatedZero(match.start(), match.end(), words.PIECES, _SUITS)
    for match in words.NO_SUIT.finditer(text):
        if match.end("suit") not in ends:
            yield StatedZero(match.start(), match.end(), words.PIECES, _SUITS)


def _zero(match: re.Match[str], cells: tuple[tuple[str, str, str], ...]) -> StatedZero:
    return StatedZero(match.start(), match.end(), words.PIECES, Tie(cells))
