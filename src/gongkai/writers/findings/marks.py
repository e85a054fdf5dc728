"""A passage cut where its marks begin and end (标注): marks may overlap, and no word is lost or said twice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from gongkai.report import Quote


class Mark(NamedTuple):
    """A quote of the finding of a number; `nth` counts the places of that finding from 1."""

    number: int
    nth: int
    quote: Quote


class Piece(NamedTuple):
    """Words that the same marks cover, and the marks that end behind them."""

    text: str
    covering: tuple[Mark, ...] = ()
    ending: tuple[Mark, ...] = ()


def pieces(text: str, marks: Iterable[Mark]) -> list[Piece]:
    """Return the pieces of a passage in order: joined they are its text, and every mark ends behind one of them."""
    spans = [(mark, *_within(mark.quote, len(text))) for mark in marks]
    cuts = sorted({0, len(text), *(at for _, start, end in spans for at in (start, end))})
    found = [
        Piece(
            text[start:end],
            tuple(mark for mark, begin, stop in spans if begin < end and start < stop),
            tuple(mark for mark, _, stop in spans if stop == end),
        )
        for start, end in zip([0, *cuts], cuts, strict=False)
    ]
    return [piece for piece in found if piece.text or piece.ending]


def _within(quote: Quote, length: int) -> tuple[int, int]:
    """Return where a quote begins and ends, never outside its passage."""
    start = min(max(quote.start, 0), length)
    return start, min(max(quote.end, start), length)
