"""Prose of a report with its places (正文): paragraphs, and passages that can be pointed at."""

from __future__ import annotations

import msgspec

from gongkai.report.places import Place, TextPlace

PREFACE, CLOSING = "preface", "closing"


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph as printed; of a text without paragraphs, all that stands between two headings."""

    text: str
    place: Place | None = None


class Passage(msgspec.Struct, frozen=True):
    """A piece of prose with its address: `part` and `number`.

    `part` is "preface", "1" to "6", or "closing"; `number` 0 is the heading of a section, paragraphs count from 1.
    """

    part: str
    number: int
    text: str
    place: Place | None = None

    def quote(self, start: int, end: int) -> Quote:
        """Return the words from `start` to `end` with their place."""
        place = self.place
        if isinstance(place, TextPlace):
            place = TextPlace(place.line, place.start + start, place.start + end)
        return Quote(self.part, self.number, start, end, self.text[start:end], place)


class Quote(msgspec.Struct, frozen=True):
    """Words that a claim or a finding rests on: `text` is `[start:end]` of the passage at `part`, `number`."""

    part: str
    number: int
    start: int
    end: int
    text: str
    place: Place | None = None
