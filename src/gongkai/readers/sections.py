"""The six sections of prose between the headings, without the tables (各部分文字)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from gongkai.readers.headings import Heading
from gongkai.readers.labels import HEAD_TEXT, HEAD_WORDS, han
from gongkai.readers.outline import Outline
from gongkai.readers.patterns import DATE_LINE
from gongkai.readers.tables.read_tables import Tables
from gongkai.readers.tape import CELL, ROW, Tape
from gongkai.readers.words import FURNITURE, PAGE_FOOT
from gongkai.report import Paragraph, Section
from gongkai.terms import form

# The sections whose tables leave lines of their heads behind.
_TABLES = ("2", "3", "4")
_BREAK, _IN_CELL = re.compile(rf"[\n{CELL}{ROW}]"), re.compile(f"[{CELL}{ROW}]")
_UNTOLD = Outline()


class Prose(NamedTuple):
    """All that a report says besides its tables: before the six sections, in them, and after them."""

    preface: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    closing: tuple[Paragraph, ...]


def read_sections(
    tape: Tape, headings: list[Heading], tables: Tables, organ: str | None, told: Outline = _UNTOLD
) -> Prose:
    """Return the prose; a section whose heading is not found has no heading and no paragraphs."""
    spans = sorted(tables.spans.values())
    starts = [heading.start for heading in headings] + [len(tape.text)]
    found: dict[int, Section] = {}
    closing: list[_Piece] = []
    for number, heading in enumerate(headings):
        pieces = _pieces(tape, heading, starts[number + 1], spans, whole=told.is_ours)
        if number + 1 == len(headings) and (heading.number == len(form.HEADINGS_2021) or told.closing is not None):
            foot = _foot(pieces, organ, told)
            pieces, closing = pieces[:foot], pieces[foot:]
        found[heading.number] = _section(tape, heading, pieces, starts[number + 1], spans)
    first = min([starts[0], *(start for start, _ in spans)])
    before, beside = _paragraphs(tape, 0, first), _outside(tape, first, starts[0], spans, _BREAK)
    before, closing = ([*before, *beside], closing) if headings else (before, beside)
    return Prose(
        tuple(piece.paragraph(tape) for piece in before),
        tuple(found.get(number, Section(number, None)) for number in range(1, 7)),
        tuple(piece.paragraph(tape) for piece in closing),
    )


def _foot(pieces: Sequence[_Piece], organ: str | None, told: Outline) -> int:
    """Return how many paragraphs stand before what follows the sections."""
    if told.closing is not None:
        return sum(piece.start < told.closing for piece in pieces)
    least = 1 if told.last is None else sum(piece.start < told.last for piece in pieces)
    return next((at for at, piece in enumerate(pieces) if at >= least and _is_foot(piece.text, organ)), len(pieces))


class _Piece(NamedTuple):
    """A paragraph on the tape, and where it begins."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def paragraph(self, tape: Tape) -> Paragraph:
        return Paragraph(self.text, tape.place(self.start, self.end))


def _pieces(tape: Tape, heading: Heading, end: int, spans: list[tuple[int, int]], *, whole: bool) -> list[_Piece]:
    """Return the paragraphs from a heading to the next one, without the tables between.

    In a `whole` file a line beside a table is none of what a scrape left of its head.
    """
    ends = _IN_CELL if whole else _BREAK
    return _outside(tape, heading.end, end, spans, ends if str(heading.number) in _TABLES else None)


def _outside(
    tape: Tape, position: int, end: int, spans: list[tuple[int, int]], heads: re.Pattern[str] | None
) -> list[_Piece]:
    """Return the paragraphs from a position to another, without the tables between."""
    parts: list[tuple[int, int]] = []
    for start, stop in spans:
        if start < end and stop > position:
            parts.append((position, max(position, start)))
            position = max(position, min(stop, end))
    parts.append((position, end))
    return [piece for start, stop in parts for piece in _paragraphs(tape, start, stop, heads)]


def _section(tape: Tape, heading: Heading, pieces: list[_Piece], end: int, spans: list[tuple[int, int]]) -> Section:
    tables = (stop for start, stop in spans if heading.start <= start < end)
    last = max([heading.end, *(piece.end for piece in pieces), *tables])
    start, stop = _trimmed(tape.raw, heading.start, heading.end)
    return Section(
        heading.number,
        tape.raw[start:stop],
        tuple(piece.paragraph(tape) for piece in pieces),
        tape.place(heading.start, max(heading.end, last)),
        tape.place(start, stop),
    )


def _paragraphs(tape: Tape, start: int, end: int, heads: re.Pattern[str] | None = None) -> list[_Piece]:
    """Return the paragraphs of a span, without what remains of a table's head where `heads` ends it."""
    found: list[_Piece] = []
    position = start
    for part in _BREAK.split(tape.raw[start:end]):
        close = position + len(part)
        is_cut = heads is not None and (close >= end or heads.match(tape.raw, close))
        if part.strip() and not (is_cut and _is_head(part)):
            found.append(_Piece(part.strip(), position + len(part) - len(part.lstrip())))
        position = close + 1
    return found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _is_head(text: str) -> bool:
    """Say whether a line is no prose but what remains of a table's head."""
    words = han(text)
    return not words or words in HEAD_WORDS or (len(words) > 1 and words in HEAD_TEXT)


def _is_foot(text: str, organ: str | None) -> bool:
    words = text.strip(" 【[(")
    foot = words.startswith(FURNITURE) or any(word in text for word in PAGE_FOOT)
    return foot or bool(DATE_LINE.match(text)) or (organ is not None and text.strip() == organ)
