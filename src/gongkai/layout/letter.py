"""How a letter is set, whatever prints it (信函格式): its organ's name, and its signature under a seal.

Source: GB/T 9704-2012, 10.1, 7.3.5.1.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import NamedTuple

from gongkai.layout import page, words
from gongkai.layout.blocks import Grid, Line, Manuscript, Style
from gongkai.layout.setting import ems

_TEXT_WIDTH = page.TEXT_WIDTH * page.POINTS
# A name is cut where its words part only if its lines are hardly smaller then than those of two halves.
_EVEN_ENOUGH = 0.7
_DIGITS = re.compile(r"\d")


class Name(NamedTuple):
    """An organ's name above a letter: its lines, one or two, and its size in points."""

    lines: list[str]
    size: float

    @property
    def pitch(self) -> float:
        """Return how far the foot of a line is from that of the next, in points."""
        return self.size * page.ORGAN_PITCH

    @property
    def red_line(self) -> float:
        """Return how far below the paper's upper edge the double line begins, in points."""
        ink = (page.INK_ABOVE + page.INK_BELOW) * self.size + (len(self.lines) - 1) * self.pitch
        return (page.ORGAN_TOP + page.RED_LINE_DROP) * page.POINTS + ink


class Sealed(NamedTuple):
    """A signature and the date below it, over which a seal is set (加盖印章): the signatories' names in lines."""

    lines: list[str]
    date: str


def organ_name(organ: str) -> Name:
    """Return how an organ's name is set: as large as a line holds, or two where it were too small on one."""
    text = " ".join(organ.split())
    on_one = _fitting(text)
    if on_one >= page.LEAST_ORGAN_SIZE:
        return Name([text], min(page.ORGAN_SIZE, on_one))
    lines = halves(text)
    return Name(lines, min(page.LEAST_ORGAN_SIZE, *map(_fitting, lines)))


def halves(text: str) -> list[str]:
    """Return a name in two lines, cut where its words part, or else in the middle."""
    even = ems(text) / 2
    ends = [found.end() for found in words.NAME_CUT.finditer(text)]
    cuts = [cut for cut in ends if even / _longer(text, cut) >= _EVEN_ENOUGH]
    cut = min(cuts or [math.ceil(len(text) / 2)], key=lambda at: _longer(text, at))
    return [text[:cut].rstrip(), text[cut:].lstrip()]


def as_set(manuscript: Manuscript) -> Iterator[Line | Grid | Sealed]:
    """Yield what stands on the pages; in a letter, a signature and the date below it are one block."""
    signatories: list[Line] = []
    for block in manuscript.blocks:
        if manuscript.letterhead is None or not (isinstance(block, Line) and block.style is Style.RIGHT):
            yield from signatories
            signatories = []
            yield block
        elif words.DATE.fullmatch(block.text):
            yield Sealed([part for line in signatories for part in _signature(line.text)], block.text.strip())
            signatories = []
        else:
            signatories.append(block)
    yield from signatories


def date_ems(date: str) -> float:
    """Return how wide a date is, in characters of Chinese; figures are half as wide as those."""
    return len(date) - len(_DIGITS.findall(date)) / 2


def _signature(text: str) -> list[str]:
    """Return a signatory's name in lines."""
    text = text.strip()
    if ems(text) <= page.LONGEST_SIGNATURE:
        return [text]
    lines = halves(text)
    if max(map(ems, lines)) <= page.CHARACTERS:
        return lines
    return [text[at : at + page.LONGEST_SIGNATURE] for at in range(0, len(text), page.LONGEST_SIGNATURE)]


def _longer(text: str, cut: int) -> float:
    return max(ems(text[:cut]), ems(text[cut:]))


def _fitting(text: str) -> float:
    """Return the size at which a text fills a line, in half points."""
    return math.floor(2 * _TEXT_WIDTH / max(1.0, ems(text))) / 2
