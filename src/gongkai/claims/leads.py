"""What stands before a verb in its clause: whether the organ and its year are still the subject (主语)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from gongkai.claims import words
from gongkai.claims.patterns import year_pattern

_LONGEST = 60


class Leads:
    """Judges the words before a verb, for a report of one organ and year."""

    def __init__(self, organ: str | None, year: int | None) -> None:
        self._own = own_names(organ or "")
        self._longest = max(map(len, self._own), default=0)
        self._year = year

    def are_clean(self, text: str, end: int, more: str = "") -> bool:
        """Say whether nothing stands in the clause before an offset but what leaves the organ the subject.

        `more` are words that may stand there besides, as a pattern.
        """
        start = clause_start(text, end)
        if end - start > _LONGEST:
            return False
        lead = year_pattern(f"{words.LEAD}|{more}" if more else words.LEAD, self._year)
        position = start
        while position < end:
            match = lead.match(text, position, end)
            position = match.end() if match and match.end() > position else self._own_end(text, position, end)
            if position < 0:
                return False
        return True

    def _own_end(self, text: str, start: int, end: int) -> int:
        """Return where a name of the organ that begins at an offset ends; -1 where none does."""
        lengths = range(min(end - start, self._longest), 1, -1)
        return next((start + length for length in lengths if text[start : start + length] in self._own), -1)


def clause_start(text: str, end: int) -> int:
    """Return where the clause that an offset stands in begins, as far as anybody looks."""
    floor = max(0, end - _LONGEST - 1)
    return max([floor, *(text.rfind(mark, floor, end) + 1 for mark in words.CUTS)])


@lru_cache(maxsize=64)
def own_names(organ: str) -> frozenset[str]:
    """Return what an organ may call itself: its name, its government's, and the ends of both."""
    return frozenset(name for full in _full_names(organ) for name in _ends(full))


def _full_names(organ: str) -> Iterator[str]:
    organ = re.sub(r"\s", "", organ)
    government = next((organ.removesuffix(office) for office in words.OFFICES if organ.endswith(office)), organ)
    for name in {organ, government}:
        yield name
        yield name.replace(words.PEOPLES_GOVERNMENT, words.GOVERNMENT)
        yield name.replace(words.COMMITTEE, words.SHORT_COMMITTEE)


def _ends(name: str) -> Iterator[str]:
    """Yield every end of two characters and more of a name, and of its parts up to each area."""
    stops = [at + 1 for at, character in enumerate(name) if character in words.AREAS] + [len(name)]
    for stop in stops:
        for start in range(stop - 1):
            yield name[start:stop]
