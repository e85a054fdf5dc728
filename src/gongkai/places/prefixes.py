"""The places that an organ's name begins with (机关名称所冠区划), from the widest inwards."""

from __future__ import annotations

import msgspec

from gongkai.places import words
from gongkai.places.divisions import RANK, Division, Level, by_name, called, named

LONGEST_NAME = 15


class Step(msgspec.Struct, frozen=True):
    """One place of a name: the name as printed, its level, and the divisions of the table that it may mean.

    `name` is None where a bare word stands for the place (区行政审批局), `level` where the table leaves it open.
    """

    name: str | None
    level: Level | None
    ending: str
    divisions: tuple[Division, ...] = ()


class Prefix(msgspec.Struct, frozen=True):
    """The divisions that a name begins with, the development zone behind them, and the rest of the name."""

    steps: tuple[Step, ...]
    zone: str | None
    rest: str


def prefix_of(name: str, year: int | None) -> Prefix:
    """Cut a name into the places it begins with and the rest."""
    steps: list[Step] = []
    position = 0
    while step := _next(name, position, year, steps):
        steps.append(step)
        position += len(step.name or "")
    rest = name[position:]
    if steps and words.BARE_TOWNSHIP.fullmatch(rest):
        rest = (steps.pop().name or "") + rest
    if not steps and (match := words.BARE_DIVISION.match(rest)):
        steps, rest = [Step(None, _level_by_ending(match[0], None), match[0])], rest[match.end() :]
    zone = words.ZONE.match(rest)
    if zone:
        return Prefix(tuple(steps), zone[0], rest[zone.end() :])
    if steps and steps[-1].ending == words.DISTRICT and words.ZONE_COMMITTEE.match(rest):
        return Prefix(tuple(steps[:-1]), steps[-1].name or words.DISTRICT, rest)
    return Prefix(tuple(steps), None, rest)


def place_called(text: str, year: int | None) -> Step | None:
    """Return the place whose name, with or without its ending, a text begins with; None where there is not one."""
    for length in range(min(len(text), LONGEST_NAME), 1, -1):
        divisions = widest(called(text[:length], year))
        if len(divisions) == 1:
            return Step(divisions[0].name, divisions[0].level, divisions[0].name[-1], divisions)
    return None


def widest(divisions: tuple[Division, ...]) -> tuple[Division, ...]:
    """Return the division that a short name means by itself: a province, or the one that covers all others.

    All of them where there is none.
    """
    provinces = [one for one in divisions if one.level is Level.PROVINCE]
    covering = provinces or [one for one in divisions if all(one.covers(other) for other in divisions)]
    return (covering[0],) if covering else divisions


def _next(name: str, position: int, year: int | None, steps: list[Step]) -> Step | None:
    last = steps[-1] if steps else None
    if last and last.level is Level.COUNTY:
        return None
    if last is None or last.divisions:
        step = _known(name, position, year, last) or (None if last else _short_province(name, year))
        if step:
            return step
    return _unknown(name, position, last)


def _known(name: str, position: int, year: int | None, last: Step | None) -> Step | None:
    """Return the longest name of the table inside the last place; without divisions where another year has it."""
    names = by_name()
    for length in range(min(len(name) - position, LONGEST_NAME), 1, -1):
        word = name[position : position + length]
        inside = _inside(names[word], last) if word in names else ()
        if inside:
            found = _inside(named(word, year), last)
            levels = {one.level for one in found or inside}
            level = levels.pop() if len(levels) == 1 else None
            return Step(word, level, ending_of(inside[-1].name), found)
    return None


def _inside(divisions: tuple[Division, ...], last: Step | None) -> tuple[Division, ...]:
    if last is None:
        return divisions
    return tuple(one for one in divisions if any(above.covers(one) for above in last.divisions))


def _short_province(name: str, year: int | None) -> Step | None:
    """Return the province whose ending is left out before a division of it (湖南株洲市)."""
    for length in (2, 3):
        for province in called(name[:length], year):
            if province.level is Level.PROVINCE:
                step = Step(name[:length], Level.PROVINCE, ending_of(province.name), (province,))
                return step if _known(name, length, year, step) else None
    return None


def _unknown(name: str, position: int, last: Step | None) -> Step | None:
    match = words.UNKNOWN_DIVISION.match(name, position)
    if not match or words.ZONE.fullmatch(match[0]):
        return None
    level = _level_by_ending(match[0], last)
    if last and (level is None or last.level is None or RANK[level] <= RANK[last.level]):
        return None
    return Step(match[0], level, ending_of(match[0]))


def ending_of(name: str) -> str:
    """Return the word at a division's end that says what it is (县, 自治区, 地区)."""
    long = (words.AUTONOMOUS_REGION, words.REGION)
    return next((ending for ending in long if name.endswith(ending)), name[-1])


def _level_by_ending(name: str, last: Step | None) -> Level | None:
    ending = ending_of(name)
    if ending in (words.PROVINCE, words.AUTONOMOUS_REGION):
        return Level.PROVINCE
    if ending == words.CITY and last and last.level is Level.CITY:
        return Level.COUNTY
    if ending in (words.CITY, words.PREFECTURE, words.LEAGUE, words.REGION):
        return Level.CITY
    return Level.COUNTY
