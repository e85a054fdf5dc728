"""Names of divisions in prose (正文中的地名): where they stand, and which are those of other places.

Only full names of three characters or more count (确山县, 恩施州, not 确山 and not 蓟县), and only where the words
around show that it is a name: what is found is a place, but not every place is found. A name may be part of
another one (深圳市某公司, a road, a railway); what it does in the sentence is not looked at.
"""

from __future__ import annotations

from functools import cache

import msgspec

from gongkai.places import words
from gongkai.places.bodies import OrganKind
from gongkai.places.divisions import Division, Level, by_name, called, named, of_code
from gongkai.places.organs import Organ

SHORTEST = 3
# From this length on a name is no accident of the words around it.
DISTINCT = 4


class Mention(msgspec.Struct, frozen=True):
    """A name of a division in a text: `name` is `[start:end]`, `divisions` are all that it may mean there."""

    start: int
    end: int
    name: str
    divisions: tuple[Division, ...]


def divisions_in(text: str, year: int | None = None) -> list[Mention]:
    """Return the names of divisions in a text, in their order, by the divisions of a report's year.

    A name behind the name of a place it lies in is that one: 北京市朝阳区, 湖南株洲市.
    """
    found: list[Mention] = []
    for ending in words.NAME_ENDING.finditer(text):
        end = ending.end()
        for name in _names_by_end().get(text[max(end - SHORTEST, 0) : end], ()):
            if text.startswith(name, max(end - len(name), 0)):
                mention = _mention(text, end - len(name), name, year, found[-1] if found else None)
                found += [mention] if mention else []
                break
    return found


def elsewhere_in(text: str, organ: Organ, year: int | None = None) -> list[Mention]:
    """Return the names in a text that can only be those of other places than the organ's."""
    return [one for one in divisions_in(text, year) if not any(related(organ, place) for place in one.divisions)]


def related(organ: Organ, division: Division) -> bool:
    """Tell whether a division is, contains or lies in the one that an organ works for, as far as that is known.

    So is its neighbour where one of both was set up or dissolved since 2015: they may have been one. To an organ
    led from above its whole province is related, to one whose place is not known every division.
    """
    return not organ.codes or any(_is_near(organ, of_code(code), division) for code in organ.codes)


def _is_near(organ: Organ, own: Division, other: Division) -> bool:
    if own.covers(other) or other.covers(own):
        return True
    if organ.kind is OrganKind.VERTICAL:
        return own.code[:2] == other.code[:2]
    changed = (own.first_year, own.last_year, other.first_year, other.last_year) != (None,) * 4
    return changed and own.parent == other.parent


@cache
def _names_by_end() -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for name in sorted(by_name(), key=len, reverse=True):
        if len(name) >= SHORTEST:
            names[name[-SHORTEST:]] = (*names.get(name[-SHORTEST:], ()), name)
    return names


def _mention(text: str, start: int, name: str, year: int | None, last: Mention | None) -> Mention | None:
    end = start + len(name)
    divisions = named(name, year)
    if not divisions or text[end : end + 1] in words.NOT_BEHIND_NAME.get(name[-1], ()):
        return None
    if last and last.end > start:
        return None
    above = last.divisions if last and last.end == start else _province_before(text, start)
    inside = tuple(one for one in divisions if any(place.covers(one) for place in above))
    if inside or _stands_alone(text, start, name):
        return Mention(start, end, name, inside or divisions)
    return None


def _province_before(text: str, start: int) -> tuple[Division, ...]:
    for length in (3, 2):
        found = called(text[max(start - length, 0) : start])
        if provinces := tuple(one for one in found if one.level is Level.PROVINCE):
            return provinces
    return ()


def _stands_alone(text: str, start: int, name: str) -> bool:
    if words.ORDINARY.fullmatch(name):
        return False
    before = text[start - 1 : start]
    if not "\u3400" <= before <= "\u9fff":
        return True
    if len(name) >= DISTINCT:
        return True
    if name.endswith(words.CITY_AS_WORD):
        return False
    return before in words.BEFORE_NAME or bool(words.WORDS_BEFORE_NAME.match(text, start - 2, start))
