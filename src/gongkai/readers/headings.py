"""Find the six headings, whole, reworded or damaged, on lines of their own or inside one (标题)."""

from __future__ import annotations

import re

import msgspec
from rapidfuzz.distance import LCSseq

from gongkai.readers.labels import FIRST_HEADING, LAST_HEADING, han
from gongkai.readers.patterns import NUMBERED
from gongkai.readers.tape import CELL, ROW, Tape
from gongkai.readers.words import HEADING_VARIANTS, ORDINALS
from gongkai.report import EDITIONS
from gongkai.terms import form

_LIKENESS = 0.6
# A table of contents prints all headings too, but in fewer characters than any report.
_LEAST_REPORT = 600
# No heading's line is longer.
_LONGEST_LINE = 200
# The rows of table 3 that bear ordinals as headings do.
_ROWS = tuple(han(label)[1:] for label in (form.RECEIVED, form.CARRIED_IN, form.RESULTS, form.CARRIED_OUT))
_WORDINGS = tuple(
    tuple(dict.fromkeys([han(e.headings[n]) for e in EDITIONS.values()] + list(HEADING_VARIANTS[n])))
    for n in range(6)
)


class Heading(msgspec.Struct, frozen=True):
    """A heading found: its number from 1, and its span on the tape."""

    number: int
    start: int
    end: int
    likeness: float = 1.0


def find_headings(tape: Tape) -> list[Heading]:
    """Return the headings found, in the order of the form, at most one of each number."""
    found = [heading for match in NUMBERED.finditer(tape.text) if (heading := _numbered(tape, match))]
    if len({heading.number for heading in found}) < len(_WORDINGS):
        found += _bare(tape, found)
    found.sort(key=lambda heading: heading.start)
    best: list[tuple[float, list[Heading]]] = [(0.0, [])] * (len(_WORDINGS) + 1)
    for heading in found:
        total, chain = max(best[: heading.number], key=lambda entry: entry[0])
        # Of two equal ones the later is the heading, the earlier a list of the parts in the preface.
        if total + heading.likeness >= best[heading.number][0]:
            best[heading.number] = (total + heading.likeness, [*chain, heading])
    return max(best, key=lambda entry: entry[0])[1]


def first_report_end(tape: Tape) -> int | None:
    """Return where a second report begins behind a whole first one, if the text holds two."""
    first = tape.han.find(FIRST_HEADING)
    second = tape.han.find(FIRST_HEADING, first + _LEAST_REPORT) if first >= 0 else -1
    if second < 0 or tape.han.find(LAST_HEADING, first, second) < 0:
        return None
    return tape.on_tape(second)


def _numbered(tape: Tape, match: re.Match[str]) -> Heading | None:
    number = ORDINALS.index(match[1]) + 1
    at = tape.in_han(match.end())
    line_end = _line_end(tape.text, match.end())
    seen = tape.han[at : at + 40]
    own_line = match.start() == 0 or tape.text[match.start() - 1] in "\n" + CELL + ROW + " "
    for wording in _WORDINGS[number - 1]:
        if seen.startswith(wording):
            return Heading(number, match.start(), _closing(tape, at + len(wording), line_end), 1 + 0.2 * own_line)
    if seen.startswith(_ROWS):
        return None
    on_line = tape.han[at : max(at, tape.in_han(line_end))]
    likeness, length = max(_likeness(seen, wording) for wording in _WORDINGS[number - 1])
    if likeness < _LIKENESS:
        return None
    if len(on_line) <= length + 8:
        end = line_end
    else:
        end = tape.end_on_tape(at + _run_length(tape, at, length))
    return Heading(number, match.start(), end, likeness)


def _likeness(seen: str, wording: str) -> tuple[float, int]:
    """Return how like a wording the first characters seen are, and how many of them are most like it."""
    likeness = LCSseq.similarity(seen[: len(wording)], wording) / len(wording)
    if likeness < _LIKENESS:
        return likeness, len(wording)
    lengths = range(len(wording) - 3, len(wording) + 5)
    return likeness, max(lengths, key=lambda n: LCSseq.similarity(seen[:n], wording) / (n + len(wording)))


def _run_length(tape: Tape, at: int, usual: int) -> int:
    """Return how many characters a reworded heading takes: to the end of its run, if that is near."""
    start = tape.on_tape(at)
    end = tape.run_end(start)
    whole = tape.text[end : end + 1] != "、" and usual - 6 <= end - start <= usual + 8
    return end - start if whole else usual


def _closing(tape: Tape, han_end: int, line_end: int) -> int:
    end = tape.end_on_tape(han_end)
    rest = tape.text[end:line_end]
    return line_end if not rest.strip(" :。.\u3000") else end


def _line_end(text: str, start: int) -> int:
    """Return where the line or cell ends, or as much of it as tells a heading from prose."""
    limit = min(start + _LONGEST_LINE, len(text))
    return min((at for mark in "\n" + CELL if (at := text.find(mark, start, limit)) >= 0), default=limit)


def _bare(tape: Tape, numbered: list[Heading]) -> list[Heading]:
    """Return headings that stand alone on a line without their ordinal."""
    known = {heading.number for heading in numbered}
    found: list[Heading] = []
    start = 0
    for line in re.split(rf"[\n{CELL}{ROW}]", tape.text):
        words = han(line)
        if 4 <= len(words) <= 30:
            found += [
                Heading(number, start, start + len(line), 0.9)
                for number, wordings in enumerate(_WORDINGS, 1)
                if number not in known and words.lstrip(ORDINALS) in wordings
            ]
        start += len(line) + 1
    return found
