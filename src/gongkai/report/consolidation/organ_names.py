"""Whether two names mean one organ of a region (机关名称比对): by a key that all ways to write a name share."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

import msgspec

from gongkai.places.areas import names_above
from gongkai.places.divisions import Level, named
from gongkai.places.organs import organ_of
from gongkai.places.words import BARE_DIVISION
from gongkai.report.consolidation import words

_BRACKETS = re.compile(r"[(\[〔【][^()\[\]〔〕【】]{0,20}[)\]〕】]$")
_QUOTES = re.compile("[\"'“”‘’《》·•]")


class Region(msgspec.Struct, frozen=True):
    """The region whose organs are named, by what their names may begin with.

    `place` is its own name, `prefixes` that and what may stand before it, longest first; `ending` its last word.
    """

    place: str
    prefixes: tuple[str, ...]
    ending: str
    level: Level | None
    year: int | None

    def key(self, name: str) -> str:
        """Return what all ways to write a name share: without blanks, remarks in brackets and the region's name."""
        text = words.OWN.sub("", shown_name(name))
        text = _BRACKETS.sub("", _QUOTES.sub("", unicodedata.normalize("NFKC", text)))
        for pattern, spelling in words.SPELLINGS:
            text = pattern.sub(spelling, text)
        start = self._region_ends(text)
        if start:
            return text[start:]
        bare = BARE_DIVISION.match(text)
        return text[bare.end() :] if bare and bare[0] == self.ending and len(text) > len(bare[0]) + 1 else text

    def _region_ends(self, text: str) -> int:
        """Return where the region's name ends at the beginning of a text; 0 where it is not there."""
        for prefix in self.prefixes:
            if text.startswith(prefix) and len(text) > len(prefix) + 1:
                return len(prefix)
        at = text.find(self.place) if self.place else -1
        # Wider places may stand before it that the region's own name leaves out.
        inside = at > 0 and text[at - 1] in words.PLACE_ENDINGS and len(text) > at + len(self.place) + 1
        return at + len(self.place) if inside else 0

    def may_leave_out(self, prefix: str, rest: str) -> bool:
        """Say whether a name may be written without the places it begins with.

        What is left must begin with a place of its own, or it would be the organ of any place; and what is left
        out must not be another region of the same level.
        """
        level = organ_of(prefix + words.GOVERNMENT, self.year).level
        organ = organ_of(rest, self.year)
        own = organ.division or organ.zone
        return level not in (None, self.level) and own is not None and rest.startswith(own)


def region_of(organ: str, year: int | None = None) -> Region:
    """Return the region that a government works for."""
    text = words.ENDING_OF_GOVERNMENT.sub("", unicodedata.normalize("NFKC", shown_name(organ)))
    found = organ_of(organ, year)
    above = (found.parent,) if found.parent else ()
    place = found.division or found.zone or text
    divisions = [one for one in named(place, year) if one.code in found.codes]
    if len(divisions) == 1:
        above = (*above, *names_above(divisions[0]))
    chains = {joined for name in (place, text) if name for joined in _behind(name, above)}
    prefixes = tuple(sorted(chains, key=lambda one: (-len(one), one)))
    return Region(place, prefixes, place[-1:], found.level, year)


def shown_name(name: str) -> str:
    """Return a name without blanks and without what would steer a terminal."""
    return "".join(char for char in name if char.isprintable() and not char.isspace())


def parted_by_places(key: str) -> Iterator[tuple[str, str]]:
    """Yield every way to part a name behind a word for a place."""
    for start in range(2, len(key) - 1):
        if key[start - 1] in words.PLACE_ENDINGS:
            yield key[:start], key[start:]


def _behind(place: str, above: Iterable[str]) -> Iterator[str]:
    yield place
    wider = ""
    for name in dict.fromkeys(above):
        if not place.startswith(name):
            yield name + place
            wider = name + wider
            yield wider + place
