"""What stands on pages of paper → blocks (纸面): paragraphs go on over lines and pages, tables stay as they are.

A line goes on in the next where it is full and the next is not indented.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from statistics import median

import msgspec

from gongkai.readers.documents.document import Grid, Line
from gongkai.readers.patterns import LONE_PAGE_NUMBER
from gongkai.report import PagePlace

# Told before each page that takes its time: which it is, and how many there are.
PageProgress = Callable[[int, int], None]

# The part of a page's height in which its number stands, at the top and at the bottom.
_MARGIN = 0.1
# How far a first line is indented, and how far from the edge a full line may end, in heights of a line.
_INDENT = 0.8
_SHORT = 1.6
# How far to the right first lines stand of where others begin, and from where on a line is no first one.
_FIRST = (1.2, 2.8)
_FAR = 4.0
# How much higher than most a title's line is.
_LARGE = 1.1
_ENDS_IN_WORD = re.compile(r"[A-Za-z,.;:]$")
# A word or a number, with the signs that no line begins with.
_WORD = re.compile("[!-~]+[、，。；：！？）》”…—]*")
_ADDRESS = re.compile(r"(?:www\.|[/@])[!-~]*$")
# A mailbox named behind a colon and cut by the line's end before its sign.
_MAILBOX, _REST_OF_MAILBOX = re.compile(r"[:：][!-~]*$"), re.compile(r"[!-?A-~]*@")
_BEGINS_WITH_WORD = re.compile(r"[A-Za-z]")


class TextLine(msgspec.Struct, frozen=True):
    """A line as it is printed, the width and height of its page in points, and whether it is larger than most."""

    text: str
    place: PagePlace
    page: tuple[float, float]
    large: bool = False

    @property
    def top(self) -> float:
        return self.place.top

    @property
    def height(self) -> float:
        return self.place.bottom - self.place.top

    @property
    def is_page_number(self) -> bool:
        at_edge = self.place.bottom < _MARGIN * self.page[1] or self.place.top > (1 - _MARGIN) * self.page[1]
        return at_edge and LONE_PAGE_NUMBER.fullmatch(self.text) is not None


class Surroundings(msgspec.Struct, frozen=True):
    """What all pages tell of some lines: how high most lines are, and where lines and tables begin on the left."""

    usual: float
    lefts: tuple[float, ...]

    def edge(self, lines: Sequence[TextLine]) -> float:
        """Return where lines begin that are not indented: left of all these, where all of them are first lines.

        Then they stand as far from where others begin as a first line is indented, and none of them further.
        """
        left = min(line.place.left for line in lines)
        steps = [line.place.left - left for line in lines if not self.is_large(line)]
        if any(_INDENT < step / self.usual < _FAR for step in steps):
            return left
        near, far = _FIRST
        return max((one for one in self.lefts if near < (left - one) / self.usual < far), default=left)

    def is_large(self, line: TextLine) -> bool:
        return line.height > _LARGE * self.usual


def blocks_of(parts: Iterable[TextLine | Grid]) -> Iterator[Line | Grid]:
    """Yield the paragraphs and tables of some pages, whose lines and tables are given in reading order."""
    parts = [part for part in parts if isinstance(part, Grid) or not part.is_page_number]
    around = _surroundings(parts)
    lines: list[TextLine] = []
    for part in parts:
        if isinstance(part, Grid):
            yield from paragraphs(lines, around)
            lines = []
            yield part
        else:
            lines.append(part)
    yield from paragraphs(lines, around)


def _surroundings(parts: Sequence[TextLine | Grid]) -> Surroundings | None:
    lines = [part for part in parts if isinstance(part, TextLine)]
    cells = (cell.place for part in parts if isinstance(part, Grid) for row in part.rows for cell in row[:1])
    lefts = {place.left for place in cells if isinstance(place, PagePlace)} | {line.place.left for line in lines}
    return Surroundings(median(line.height for line in lines), tuple(sorted(lefts))) if lines else None


def paragraphs(lines: Sequence[TextLine], around: Surroundings | None = None) -> Iterator[Line]:
    """Yield the paragraphs of some lines, without the numbers of pages; `around` is what their pages tell."""
    body = [line for line in lines if not line.is_page_number]
    around = around or _surroundings(body)
    if not body or not around:
        return
    body = [msgspec.structs.replace(line, large=around.is_large(line)) for line in body]
    left = around.edge(body)
    right = max(line.place.right for line in body)
    text, first = "", body[0]
    for before, line in zip([None, *body], body, strict=False):
        if before is None or not (_goes_on(before, line, left, right) or _is_cut(first, before, line, left, right)):
            if text:
                yield Line(text, first.place)
            text, first = line.text, line
        else:
            text += (" " if _is_parted(text, line.text) else "") + line.text
    yield Line(text, first.place)


def _is_parted(text: str, more: str) -> bool:
    """Say whether a blank stood where a line of words ended, and no address was cut."""
    if not (_ENDS_IN_WORD.search(text) and _BEGINS_WITH_WORD.match(more)) or _ADDRESS.search(text):
        return False
    return not (_MAILBOX.search(text) and _REST_OF_MAILBOX.match(more))


def _is_title(line: TextLine, left: float, right: float) -> bool:
    """Say whether a line stands in the middle of the text or the page, in letters larger than most."""
    middle = (line.place.left + line.place.right) / 2
    off = min(abs(middle - (left + right) / 2), abs(middle - line.page[0] / 2))
    return line.large and off < line.height and line.place.left - left > _INDENT * line.height


def _same_height(one: TextLine, other: TextLine) -> bool:
    return abs(one.height - other.height) < 0.1 * one.height and other.top - one.place.bottom < one.height


def _goes_on(before: TextLine, line: TextLine, left: float, right: float) -> bool:
    """Say whether a line belongs to the paragraph of the line before it."""
    if _is_title(before, left, right) and _is_title(line, left, right) and _same_height(before, line):
        return True
    full = right - before.place.right < _SHORT * before.height
    indented = line.place.left - left > _INDENT * line.height
    return full and not indented


def _is_cut(first: TextLine, before: TextLine, line: TextLine, left: float, right: float) -> bool:
    """Say whether an indented paragraph goes on in a line whose first word had no room on the one before."""
    word = _WORD.match(line.text)
    indented = [one.place.left - left > _INDENT * one.height for one in (first, line)]
    if not word or indented != [True, False] or not _same_height(before, line):
        return False
    wide = (line.place.right - line.place.left) * _wide(word[0]) / _wide(line.text)
    return right - before.place.right < wide


def _wide(text: str) -> int:
    """Return about how wide a text is, in halves of a character."""
    return sum(1 if char.isascii() else 2 for char in text)
