"""Fields of a text (字段): what stands in braces, of either width; two braces are one that is meant as a sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gongkai.drafts import words
from gongkai.report import AnnualReport, Passage

_SHOWN = 12
_BRACE = re.compile(f"[{re.escape(words.OPEN + words.CLOSE)}]")


class Text(NamedTuple):
    """Words that stay as they are; `shown` has one brace for two."""

    text: str
    shown: str


class Field(NamedTuple):
    """Braces and what is in them: `text` is `[start:end]` of the whole."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def inside(self) -> str:
        return self.text[1:-1]

    @property
    def is_hole(self) -> bool:
        """Say whether a person is to write something here."""
        return words.HOLE.fullmatch(self.inside) is not None


class Half(NamedTuple):
    """A brace without its other half; `shown` has words beside it by which it is found."""

    text: str
    start: int
    shown: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


Piece = Text | Field | Half


def pieces(text: str) -> Iterator[Piece]:
    """Yield a text in pieces that together are all of it."""
    position = 0
    while match := _BRACE.search(text, position):
        start, brace = match.start(), match[0]
        if start > position:
            yield Text(text[position:start], text[position:start])
        closed = _BRACE.search(text, start + 1)
        if _same_kind(brace, text[start + 1 : start + 2]):
            yield Text(text[start : start + 2], brace)
            position = start + 2
        elif brace in words.OPEN and closed and closed[0] in words.CLOSE:
            yield Field(text[start : closed.end()], start)
            position = closed.end()
        else:
            yield Half(brace, start, _with_words(text, start))
            position = start + 1
    if position < len(text):
        yield Text(text[position:], text[position:])


def open_fields(report: AnnualReport) -> tuple[tuple[Passage, Field], ...]:
    """Return every field of a report's prose, holes among them, with the passage it stands in."""
    return tuple(
        (one, piece) for one in report.passages() for piece in pieces(one.text) if isinstance(piece, Field)
    )


def _with_words(text: str, at: int) -> str:
    """Return a brace with some of the words that it should be around."""
    if text[at] in words.OPEN:
        return text[at : at + _SHOWN] + (words.CUT_SHORT if len(text) > at + _SHOWN else "")
    return (words.CUT_SHORT if at >= _SHOWN else "") + text[max(0, at - _SHOWN + 1) : at + 1]


def _same_kind(brace: str, other: str) -> bool:
    return any(brace in kind and other != "" and other in kind for kind in (words.OPEN, words.CLOSE))
