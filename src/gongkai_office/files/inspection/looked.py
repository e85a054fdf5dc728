"""What looking through a file gathers: signs of what is in it, and whether a classified marking is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from gongkai_office.files.inspection.errors import Refused
from gongkai_office.files.markings import (
    bare_level,
    carried_over,
    is_internal,
    is_marked_cell,
    is_marking,
    names_a_period,
)
from gongkai_office.files.words_markings import PAGE_NUMBER

_PLACES, _LONGEST_PLACE = 5, 40
# Lines at the beginning of a document or of a page, where a bare word is a marking.
TOP = 5
_PAGE_NUMBER = re.compile(PAGE_NUMBER)


class Looked:
    """What was seen so far in one file. `at` is where one is looking: numbers by their units."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.places: dict[str, list[str]] = {}
        self.at: dict[str, int] = {}
        self._carried = ""
        self._level = ""
        self._held: Refused | None = None

    def sign(self, code: str, count: int = 1, place: str = "") -> None:
        """Note something that a person should know, and where it is."""
        if count:
            self.counts[code] += count
            places = self.places.setdefault(code, [])
            if place and len(places) < _PLACES:
                places.append(place[:_LONGEST_PLACE])

    def text(self, line: str, where: str = "body", *, alone: bool = False) -> None:
        """Look at one line of the file; Refused where it is a classified marking.

        `alone` where markings stand. A bare level there is held until what follows it is seen: one of a list of
        levels is no marking.
        """
        if not line or line.isspace():
            return
        listed = self._settle(level := bare_level(line))
        if level:
            if alone and not listed:
                self._held = Refused("classified", where, self.at)
        elif is_marking(line, alone=alone):
            raise Refused("classified", where, self.at)
        elif is_internal(line):
            self.sign("internal")

    def row(
        self, cells: Mapping[int, str], where: str = "body", *, first: bool = False, unit: str = "column"
    ) -> None:
        """Look at one row of a table: texts by their columns, counted in `unit`; `first` at the table's beginning.

        A level with others in its row is a word of the table: with a period, or first, it is noted.
        """
        filled = [(number, text) for number, text in cells.items() if text.strip()]
        place = self.at
        if len(filled) == 1:
            ((number, text),) = filled
            self.at = {**place, unit: number}
            for line in text.splitlines():
                self.text(line, where, alone=first)
        elif filled:
            self._settle("")
            for number, text in filled:
                self.at = {**place, unit: number}
                self._cell(text, where)
            self.at = place
            self._joined([text for _, text in filled], where, first=first)
        self.at = place

    def _cell(self, text: str, where: str) -> None:
        for line in (text, *text.splitlines()):
            if is_marked_cell(line):
                raise Refused("classified", where, self.at)
        if is_internal(text):
            self.sign("internal")

    def _joined(self, texts: list[str], where: str, *, first: bool) -> None:
        if is_marking("\t".join(" ".join(text.split()) for text in texts), alone=first, in_table=True):
            raise Refused("classified", where, self.at)
        levels = [level for text in texts if (level := bare_level(text))]
        self.sign("levels", sum(map(names_a_period, [*texts, "".join(texts)])) + (first and len(levels) == 1))

    def lines(self, lines: list[str], unit: str = "line", **at: int) -> None:
        """Look at the lines of a page or a document: the first and last few stand where markings do."""
        filled = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
        for count, (number, line) in enumerate(filled):
            edge = count < TOP or count >= len(filled) - 2
            self.at = {**at, unit: number} if unit else at
            self.text(self._carried + line, alone=edge and not self._carried)
            if not _PAGE_NUMBER.fullmatch(line):
                self._carried = carried_over(line)

    def finish(self) -> None:
        """Refuse what was held to the end of the file."""
        self._settle("")
        self._carried = ""

    def _settle(self, level: str) -> bool:
        """Refuse what was held, unless another level follows it; say whether this level is one of a list."""
        listed = bool(level) and bool(self._level) and level != self._level
        held, self._held, self._level = self._held, None, level
        if held is not None and not listed:
            raise held
        return listed
