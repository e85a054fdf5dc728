"""What a damage to the printed text did to cells (留存证据), told from the characters that are left."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container

from gongkai.report import CellKey, State
from gongkai.samples.content import Role, RowKey, Shown
from gongkai.samples.ink import Rendered

_PARTING_TAG = re.compile(r"<(?:td|tr|div|span|p|br|table)\b[^<>]*>")
_SEPARATORS = "|\n\t"


class Remains:
    """A damaged text, beside the text that it was."""

    def __init__(self, whole: str, text: str, survivors: tuple[int, ...]) -> None:
        self.text = text
        self._left = dict(zip(survivors, range(len(survivors)), strict=True))
        self._lost = sorted(set(range(len(whole))).difference(survivors))

    def lost(self, start: int, end: int) -> int:
        """Return how many characters are lost from a piece of the text as it was."""
        return bisect_left(self._lost, end) - bisect_left(self._lost, start)

    def of(self, start: int, end: int) -> str:
        """Return what is left of a piece of the text as it was."""
        return "".join(self.text[self._left[at]] for at in range(start, end) if at in self._left)


def broken_values(rendered: Rendered, remains: Remains) -> dict[CellKey, Shown]:
    """Return the values of which a character is lost, with what is left of them."""
    return {
        span.key: Shown(state=State.UNREADABLE, mark=remains.of(span.start, span.end))
        for span in rendered.spans
        if span.key is not None and remains.lost(span.start, span.end)
    }


def unnamed(rendered: Rendered, remains: Remains) -> set[CellKey]:
    """Return the cells of rows whose label lost more than half of its words."""
    rows = set()
    for span in rendered.spans:
        if span.role is Role.LABEL and remains.lost(span.start, span.end):
            words = [at for at in range(span.start, span.end) if not rendered.text[at].isascii()]
            if 2 * sum(remains.lost(at, at + 1) for at in words) > len(words):
                rows.add(span.row)
    return _cells_of(rendered, rows)


def run_together(rendered: Rendered, remains: Remains) -> set[CellKey]:
    """Return the cells that are no longer parted from the piece before or after them.

    Where cells are found by counting tabs or tags, that is the whole row. On a page each row lost in a head,
    whose cells reach down over it, pushes the cells of one more row below the head out of their columns.
    """
    counted = rendered.page or rendered.content.layout == "tabs"
    found: set[CellKey] = set()
    rows: set[RowKey] = set()
    pushed = 0
    for before, after in zip(rendered.spans, rendered.spans[1:], strict=False):
        if after.row is not None and after.row != before.row and pushed:
            rows.add(after.row)
            pushed -= 1
        if not remains.lost(before.end, after.start):
            continue
        gap = rendered.text[before.end : after.start]
        if not _still_parted(gap, remains.of(before.end, after.start), page=rendered.page):
            found |= {span.key for span in (before, after) if span.key is not None}
            rows |= {span.row for span in (before, after) if span.row is not None and counted}
            pushed += rendered.page and after.row is None
    return found | _cells_of(rendered, rows)


def _cells_of(rendered: Rendered, rows: Container[RowKey | None]) -> set[CellKey]:
    return {span.key for span in rendered.spans if span.key is not None and span.row in rows}


def _still_parted(gap: str, left: str, *, page: bool) -> bool:
    """Tell whether what is left of the gap between two pieces still parts them as it did."""
    if page:
        return len(_PARTING_TAG.findall(left)) == len(_PARTING_TAG.findall(gap))
    return bool(left) and all(left.count(sign) == gap.count(sign) for sign in _SEPARATORS)
