"""Printed lines → paragraphs (行与段落): a full line goes on in the next one, if that is not indented."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from gongkai.readers.documents.document import Line
from gongkai.report import PagePlace

# The part of a page's height in which its number stands, at the top and at the bottom.
_MARGIN = 0.1
_PAGE_NUMBER = re.compile(r"[-—–―－]?\s*\d{1,3}\s*[-—–―－]?|第\s*\d{1,3}\s*页.{0,12}")
# How far a first line is indented, and how far from the edge a full line may end, in heights of a line.
_INDENT = 0.8
_SHORT = 1.6
_ASCII_END = re.compile(r"[A-Za-z0-9,.;:]$")
_ASCII_START = re.compile(r"[A-Za-z0-9]")


class TextLine(msgspec.Struct, frozen=True):
    """A line as it is printed, and the width and height of its page, in points."""

    text: str
    place: PagePlace
    page: tuple[float, float]

    @property
    def top(self) -> float:
        return self.place.top

    @property
    def height(self) -> float:
        return self.place.bottom - self.place.top

    @property
    def is_page_number(self) -> bool:
        at_edge = self.place.bottom < _MARGIN * self.page[1] or self.place.top > (1 - _MARGIN) * self.page[1]
        return at_edge and _PAGE_NUMBER.fullmatch(self.text) is not None


def paragraphs(lines: Sequence[TextLine]) -> Iterator[Line]:
    """Yield the paragraphs of some lines, without the numbers of pages."""
    body = [line for line in lines if not line.is_page_number]
    if not body:
        return
    left = min(line.place.left for line in body)
    right = max(line.place.right for line in body)
    text, first = "", body[0]
    for before, line in zip([None, *body], body, strict=False):
        if before is None or not _goes_on(before, line, left, right):
            if text:
                yield Line(text, first.place)
            text, first = line.text, line
        else:
            parted = _ASCII_END.search(text) and _ASCII_START.match(line.text)
            text += (" " if parted else "") + line.text
    yield Line(text, first.place)


def _goes_on(before: TextLine, line: TextLine, left: float, right: float) -> bool:
    """Say whether a line belongs to the paragraph of the line before it."""
    full = right - before.place.right < _SHORT * before.height
    indented = line.place.left - left > _INDENT * line.height
    return full and not indented
