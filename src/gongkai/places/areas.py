"""The words by which an organ calls the area it works for (全县、我区、各街道), and those above it.

Whoever looks for a wrong one must be able to rely on it: where anything is open, every word is right.
"""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.places import words
from gongkai.places.divisions import Division, Level, by_name, of_code
from gongkai.places.prefixes import Step, ending_of

ALL = words.AREA_WORDS
# Every organ may speak of the towns and bureaus in its area.
EVERYWHERE = frozenset((words.TOWN, words.TOWNSHIP, words.STREET, words.BUREAU))
_ABOVE_UNKNOWN = {
    Level.COUNTY: frozenset((words.CITY, words.PREFECTURE, words.LEAGUE, words.PROVINCE)),
    Level.CITY: frozenset((words.PROVINCE,)),
    # No area lies above, but others beside: 各省区市.
    Level.PROVINCE: frozenset((words.PROVINCE, words.CITY, words.DISTRICT)),
}
_INSIDE_CITY = {
    words.CITY: frozenset((words.CITY, words.COUNTY, words.DISTRICT)),
    words.PREFECTURE: frozenset((words.PREFECTURE, words.COUNTY, words.CITY)),
    words.LEAGUE: frozenset((words.LEAGUE, words.BANNER, words.COUNTY, words.CITY, words.DISTRICT)),
    words.REGION: frozenset((words.DISTRICT, words.COUNTY, words.CITY)),
}
_INSIDE_PROVINCE = {
    words.CITY: frozenset((words.CITY, words.COUNTY, words.DISTRICT)),
    words.AUTONOMOUS_REGION: ALL - {words.PROVINCE},
}


def words_inside(step: Step, year: int | None) -> frozenset[str]:
    """Return the words for a division and what is inside it; all where it is open, new, or of other years."""
    if step.name is None or step.level is None or any(_has_just_changed(one, year) for one in step.divisions):
        return ALL
    if not step.divisions:
        return ALL if step.name in by_name() else _inside(step.ending, step.level, None)
    return frozenset().union(*(_inside(ending_of(one.name), one.level, one.code[:2]) for one in step.divisions))


def words_above(steps: tuple[Step, ...]) -> frozenset[str]:
    """Return the words for the divisions that the innermost one lies in."""
    last = steps[-1] if steps else None
    if last is None or last.name is None or last.level is None:
        return ALL
    printed = frozenset(step.ending[-1] for step in steps[:-1])
    if not last.divisions or last.level is Level.PROVINCE:
        return printed | _ABOVE_UNKNOWN.get(last.level, ALL)
    return printed | frozenset(name[-1] for one in last.divisions for name in names_above(one))


def names_above(division: Division) -> Iterable[str]:
    """Yield the names of the divisions that one lies in, from the nearest."""
    if division.parent:
        yield of_code(division.parent).name
        if not division.parent.endswith("0000"):
            yield of_code(division.code[:2] + "0000").name


def words_of_zone(
    zone: str, steps: tuple[Step, ...], borne: tuple[Division, ...], year: int | None
) -> frozenset[str]:
    """Return the words of a development zone: 区, and those of the county it lies in or is named after.

    Nothing is known of a zone without any place; a new area (新区), or one that only a province is known of, may
    have counties.
    """
    last = steps[-1] if steps else None
    places = borne or (last.divisions if last else ())
    wide = any(one.level is Level.PROVINCE and one.name[-1] != words.CITY for one in places)
    if wide or words.NEW_AREA.search(zone) or not (borne or (last and last.name)):
        return ALL
    found = EVERYWHERE | {words.DISTRICT} | {one.name[-1] for one in borne if one.level is Level.COUNTY}
    return found | words_inside(last, year) if last and last.level in (Level.COUNTY, None) else found


def _inside(ending: str, level: Level, region: str | None) -> frozenset[str]:
    found = EVERYWHERE | {ending[-1]}
    if level is Level.PROVINCE:
        found = _INSIDE_PROVINCE.get(ending, ALL)
    elif level is Level.CITY:
        found |= _INSIDE_CITY[ending]
        found |= {words.BANNER} if region in (None, words.BANNER_REGION) else set()
    return found | EVERYWHERE | ({words.DISTRICT} if region in words.AUTONOMOUS_REGIONS else set())


def _has_just_changed(division: Division, year: int | None) -> bool:
    years = (division.first_year, division.last_year)
    return year is not None and any(one is not None and abs(one - year) <= 1 for one in years)
