"""Chinese text folded to a width (折行): anywhere but inside a word or figure, and never before a closing mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len
from rich.text import Text

# What may not be parted: a word or figure with its signs, one character with the marks that must follow it.
_UNIT = re.compile(r"[!-~]{1,20}|.", re.DOTALL)
_CLOSING = frozenset("。，、；：？！）》】〕”’…％")
_OPENING = frozenset("（《【〔“‘")


def folded(text: Text, width: int) -> list[Text]:
    """Return the lines of a text, none wider than `width` cells as long as its parts allow."""
    offsets = list(_offsets(text.plain, width))
    lines = text.divide(offsets) if offsets else [text]
    for line in lines:
        line.rstrip()
    return list(lines)


def _offsets(plain: str, width: int) -> Iterator[int]:
    """Yield where each line but the first begins."""
    used = 0
    for start, part in _parts(plain):
        size = cell_len(part.rstrip())
        if used and used + size > width:
            yield start
            used = 0
        used += cell_len(part)


def _parts(plain: str) -> Iterator[tuple[int, str]]:
    """Yield what stays together, with where it begins."""
    start = end = 0
    for match in _UNIT.finditer(plain):
        unit = match[0]
        joins = unit[0] in _CLOSING or unit.isspace() or (end and plain[end - 1] in _OPENING)
        if end and not joins:
            yield start, plain[start:end]
            start = end
        end = match.end()
    if end:
        yield start, plain[start:end]
