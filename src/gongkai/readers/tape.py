"""The document as one string in which every character knows its place (读带).

Labels and figures are looked for on the tape, whatever the source was. Cells of a page end with CELL and its
rows with ROW; bars, tabs, blanks and line ends of a text stand as they are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property

from gongkai.readers.documents.document import Document, Grid
from gongkai.readers.words import KUNJINKAO, fold
from gongkai.report import BlockPlace, Place, TablePlace, TextPlace

CELL = "\x1f"
ROW = "\x1e"
HAN_RUN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")


class Tape:
    """A folded text with its places, and the Chinese characters alone (`han`) with their way back."""

    def __init__(self, raw: str, starts: list[int], place_at: Callable[[int, int, int], Place]) -> None:
        self.raw = raw
        folded = fold(raw)
        self.text = folded.replace(KUNJINKAO, "\ufffd" * len(KUNJINKAO)) if KUNJINKAO in folded else folded
        self._starts = starts
        self._place_at = place_at

    def until(self, end: int) -> Tape:
        """Return the tape cut off at an offset."""
        return Tape(self.raw[:end], [start for start in self._starts if start < end] or [0], self._place_at)

    def place(self, start: int, end: int) -> Place:
        """Return the place of the span from `start` to `end`, both offsets on the tape."""
        number = self.piece(start)
        return self._place_at(number, start - self._starts[number], end - self._starts[number])

    def piece(self, start: int) -> int:
        """Return the number of the line, paragraph or cell that holds the offset."""
        return bisect_right(self._starts, start) - 1

    @cached_property
    def runs(self) -> list[tuple[int, int]]:
        return [match.span() for match in HAN_RUN.finditer(self.text)]

    @cached_property
    def han(self) -> str:
        return "".join([self.text[start:end] for start, end in self.runs])

    @cached_property
    def _run_offsets(self) -> list[int]:
        offsets, total = [], 0
        for start, end in self.runs:
            offsets.append(total)
            total += end - start
        return offsets

    def run_end(self, offset: int) -> int:
        """Return where the run of Chinese characters that holds an offset ends: at the offset, if none does."""
        run = HAN_RUN.match(self.text, offset)
        return run.end() if run else offset

    def on_tape(self, han_offset: int) -> int:
        """Return where a character of `han` stands on the tape; the end of the tape for the end of `han`."""
        if han_offset >= len(self.han):
            return len(self.text)
        number = bisect_right(self._run_offsets, han_offset) - 1
        return self.runs[number][0] + han_offset - self._run_offsets[number]

    def in_han(self, offset: int) -> int:
        """Return how many characters of `han` stand before an offset of the tape."""
        number = bisect_right(self.runs, (offset, 0)) - 1
        if number < 0:
            return 0
        start, end = self.runs[number]
        return self._run_offsets[number] + min(offset, end) - start

    def end_on_tape(self, han_end: int) -> int:
        """Return the offset just behind the last of the first `han_end` characters of `han`."""
        return self.on_tape(han_end - 1) + 1 if han_end else 0


def tape_of(document: Document) -> Tape:
    """Lay a document out as a tape."""
    if document.kind == "text":
        return _text_tape(document)
    return _page_tape(document)


def _text_tape(document: Document) -> Tape:
    lines = [block.text for block in document.blocks if not isinstance(block, Grid)]
    starts, total = [], 0
    for line in lines:
        starts.append(total)
        total += len(line) + 1

    def place(number: int, start: int, end: int) -> TextPlace:
        if end <= len(lines[number]) or number + 1 >= len(lines):
            return TextPlace(number + 1, start, end)
        last = bisect_right(starts, starts[number] + end - 1) - 1
        return TextPlace(number + 1, start, starts[number] + end - starts[last], last + 1)

    return Tape("\n".join(lines), starts or [0], place)


def _page_tape(document: Document) -> Tape:
    pieces: list[str] = []
    starts: list[int] = []
    places: list[Place] = []
    total = tables = 0

    def add(text: str, place: Place) -> None:
        nonlocal total
        pieces.append(text)
        starts.append(total)
        places.append(place)
        total += len(text)

    for number, block in enumerate(document.blocks, 1):
        if not isinstance(block, Grid):
            add(block.text + "\n", block.place or BlockPlace(number))
            continue
        tables += 1
        for row in block.rows:
            for cell in row[:-1]:
                add(cell.text + CELL, cell.place or TablePlace(tables, cell.row + 1, cell.column + 1))
            if row:
                last = row[-1]
                add(last.text + CELL + ROW, last.place or TablePlace(tables, last.row + 1, last.column + 1))

    def place(number: int, _start: int, _end: int) -> Place:
        return places[number] if places else BlockPlace(1)

    return Tape("".join(pieces), starts or [0], place)
