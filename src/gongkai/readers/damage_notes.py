"""What a scrape did to a text: every trace with its place, and official words repaired by proof (损坏记录)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import islice

from gongkai.damage import Kind, Remnant, find, fold, looks_lost, lose, prove, widen
from gongkai.readers.labels import OFFICIAL_WORDS
from gongkai.readers.tape import CELL, ROW, Tape
from gongkai.report import Damage

_MOST = 500
# What can stand right behind a word, and share a lost character with it: a tab, a blank, mark-up.
_CLOSINGS = ("", "\t", " ", "</span>", "</p>", "</td>", "</strong>", "</div>")
# A line, a cell or a field between bars: what an official word fills alone.
_PIECE = re.compile(rf"[^\n|\t{CELL}{ROW}]+")


def damage_notes(tape: Tape) -> tuple[Damage, ...]:
    """Return what can be told of a text's damage, in order; nothing for a text that shows no trace of any."""
    traces = find(tape.raw)
    if not traces and not looks_lost(tape.raw):
        return ()
    repaired = list(islice(_repaired(tape.raw), _MOST))
    spans = [span for span, _ in repaired]
    alone = islice((trace for trace in traces if not _is_inside(trace, spans)), _MOST)
    notes = [
        (start, Damage(Kind.LOST, tape.raw[start:end], tape.place(start, end), original))
        for (start, end), original in repaired
    ]
    notes += [(trace.start, _note(tape, trace)) for trace in alone]
    return tuple(note for _, note in sorted(notes, key=lambda pair: pair[0])[:_MOST])


def _is_inside(trace: Remnant, spans: list[tuple[int, int]]) -> bool:
    """Say whether a trace begins within one of some spans, which are in order."""
    before = bisect_right(spans, trace.start, key=lambda span: span[0])
    return before > 0 and trace.start < spans[before - 1][1]


def _note(tape: Tape, trace: Remnant) -> Damage:
    text = tape.raw[max(0, trace.start - 2) : trace.end + 3].strip()
    return Damage(trace.kind, text, tape.place(trace.start, trace.end))


def _repaired(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the spans that were one official word alone before the damage, each with the word."""
    for match in _PIECE.finditer(text):
        piece = match[0].strip()
        originals = _lost_words().get(fold(piece), [])
        words = {original.strip() for original in prove(piece, originals).candidates} if originals else set()
        if len(words) == 1:
            start = match.start() + match[0].index(piece)
            yield (start, start + len(piece)), words.pop()


@cache
def _lost_words() -> dict[str, list[str]]:
    """Return, for what the law leaves of official words, the words that each can have been."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in OFFICIAL_WORDS:
        for closing in _CLOSINGS:
            original = widen(word) + closing
            left = fold(lose(original)).strip()
            if left != fold(original).strip():
                found[left].append(original)
    return dict(found)
