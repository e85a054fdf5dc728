"""Zeros that prose states in words (无、未收到): each is a claim of 0 (零的陈述)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from gongkai.claims import words
from gongkai.claims.leads import Leads
from gongkai.claims.patterns import year_pattern
from gongkai.claims.sentences import Sentence
from gongkai.claims.ties import CARRIED_IN, CARRIED_OUT, RECEIVED, Tie
from gongkai.report import CellKey

_REVIEWS: tuple[CellKey, ...] = (("4", "reconsideration", "total"),)
_SUITS: tuple[CellKey, ...] = (("4", "litigation_direct", "total"), ("4", "litigation_after", "total"))
_REPEALED: tuple[CellKey, ...] = (("2", "20.1.normative_documents", "repealed"),)


class StatedZero(msgspec.Struct, frozen=True):
    """Words of a sentence, `[start:end]`, that say nothing was counted; `tie` None where no cell counts it."""

    start: int
    end: int
    unit: str
    tie: Tie | None


def stated_zeros(sentence: Sentence, year: int | None, leads: Leads) -> Iterator[StatedZero]:
    """Yield every zero that a sentence states of the reporting organ and its year, in no order."""
    text = sentence.text
    if not words.ANY_NONE.search(text):
        return
    for match in words.NO_FEE.finditer(text):
        yield StatedZero(match.start(), match.end(), words.YUAN, None)

    def led(pattern: str, more: str = "") -> Iterator[re.Match[str]]:
        found = year_pattern(pattern, year).finditer(text)
        return (match for match in found if leads.are_clean(text, match.start(), more))

    if sentence.about_requests:
        for pattern, cells in (
            (words.NO_REQUEST, RECEIVED),
            (words.NO_CARRIED_IN, CARRIED_IN),
            (words.NO_CARRIED_OUT, CARRIED_OUT),
        ):
            yield from (_zero(match, cells) for match in led(pattern))
    if words.REPEAL_CONTEXT.search(text):
        yield from (_zero(match, _REPEALED) for match in led(words.NO_REPEAL, words.NORMATIVE))
    if sentence.about_disclosure(len(text)):
        for match in led(words.NO_DISPUTE, words.LEAD_OF_DISPUTES):
            yield _zero(match, _REVIEWS)
            if match["suit"]:
                yield _zero(match, _SUITS)
        yield from (_zero(match, _SUITS) for match in led(words.NO_SUIT, words.LEAD_OF_DISPUTES))


def _zero(match: re.Match[str], cells: tuple[CellKey, ...]) -> StatedZero:
    return StatedZero(match.start(), match.end(), words.PIECES, Tie(cells))
