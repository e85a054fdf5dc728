"""The six sections of prose between the headings, without the tables (各部分文字)."""

from __future__ import annotations

import re

from gongkai.readers.headings import Heading
from gongkai.readers.labels import HEAD_TEXT, HEAD_WORDS, han
from gongkai.readers.patterns import DATE_LINE
from gongkai.readers.tables.read_tables import Tables
from gongkai.readers.tape import CELL, ROW, Tape
from gongkai.readers.words import FURNITURE, PAGE_FOOT
from gongkai.report import Section

# The sections whose tables leave lines of their heads behind.
_TABLES = ("2", "3", "4")
_BREAK = re.compile(rf"[\n{CELL}{ROW}]")


def read_sections(tape: Tape, headings: list[Heading], tables: Tables, organ: str | None) -> tuple[Section, ...]:
    """Return the six sections; one whose heading is not found has no heading and no prose."""
    spans = sorted(tables.spans.values())
    starts = [heading.start for heading in headings] + [len(tape.text)]
    found = {
        heading.number: _section(tape, heading, starts[number + 1], spans, organ)
        for number, heading in enumerate(headings)
    }
    return tuple(found.get(number, Section(number, None)) for number in range(1, 7))


def _section(tape: Tape, heading: Heading, end: int, spans: list[tuple[int, int]], organ: str | None) -> Section:
    pieces: list[tuple[int, int]] = []
    position = heading.end
    for start, stop in spans:
        if start < end and stop > heading.end:
            pieces.append((position, max(position, start)))
            position = max(position, min(stop, end))
    pieces.append((position, end))
    paragraphs: list[str] = []
    last = heading.end
    for start, stop in pieces:
        for text, begin in _paragraphs(tape, start, stop, beside_table=str(heading.number) in _TABLES):
            if heading.number == 6 and paragraphs and _is_foot(text, organ):
                return _made(tape, heading, paragraphs, last)
            paragraphs.append(text)
            last = begin + len(text)
    last = max([last, *(stop for start, stop in spans if heading.start <= start < end)])
    return _made(tape, heading, paragraphs, last)


def _made(tape: Tape, heading: Heading, paragraphs: list[str], last: int) -> Section:
    printed = " ".join(tape.raw[heading.start : heading.end].split())
    return Section(heading.number, printed, tuple(paragraphs), tape.place(heading.start, max(heading.end, last)))


def _paragraphs(tape: Tape, start: int, end: int, *, beside_table: bool) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    position = start
    for part in _BREAK.split(tape.raw[start:end]):
        if part.strip() and not (beside_table and _is_head(part)):
            found.append((part.strip(), position + len(part) - len(part.lstrip())))
        position += len(part) + 1
    return found


def _is_head(text: str) -> bool:
    """Say whether a line is no prose but what remains of a table's head."""
    words = han(text)
    return not words or words in HEAD_WORDS or (len(words) > 1 and words in HEAD_TEXT)


def _is_foot(text: str, organ: str | None) -> bool:
    words = text.strip(" 【[(")
    foot = words.startswith(FURNITURE) or any(word in text for word in PAGE_FOOT)
    return foot or bool(DATE_LINE.match(text)) or (organ is not None and text.strip() == organ)
