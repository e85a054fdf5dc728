"""What an organ's name says about it (机关名称): kind, level, division, parent."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from gongkai.places import words
from gongkai.places.areas import ALL, EVERYWHERE, names_above, words_above, words_inside, words_of_zone
from gongkai.places.bodies import Body, OrganKind, body_of
from gongkai.places.divisions import Division, Level, called
from gongkai.places.prefixes import Prefix, Step, place_called, prefix_of, widest

__all__ = ["Level", "Organ", "OrganKind", "organ_of"]

LONGEST = 60
_HAN = re.compile("[\u3400-\u9fff]+")
_SIGNS = re.compile(r"[\s·•()（）〔〕“”\"]+")
_LAST_BRACKET = re.compile(r"[(（〔][^()（）〔〕]{0,40}[)）〕]\s{0,9}\Z")


class Organ(msgspec.Struct, frozen=True, kw_only=True):
    """An organ as its name tells: None for what the name does not say.

    `division` is the full name of the division it works for: as in the table, or as printed where the table does
    not know it; of a township or street its own name (泰山路街道), of a zone None. `parent` is the next division
    above it, for a zone the one it lies in. `codes` are those of the innermost division the table knows: of the
    division itself, of a township or zone that of its parent; several where the name leaves it open (鼓楼区).

    `area_words` are the characters that may stand behind 全, 我, 本 and 各 in its own report for the area it works
    for or one inside it (县 and 镇 for a county, not 区 and not 市; 区 too in an autonomous region, a 自治区).
    A township and a zone in a county speak of the county as theirs, so its word is among them. `words_above` are
    those of the areas above, which are right behind 全 (全市第一) but not behind 我. All words are in both where
    the name leaves the area open.

    `zone` is the development zone (开发区) that the organ is or belongs to; its level is None. `system` is the
    English name of the system that leads a vertical organ (垂直领导): a key of `words.SYSTEMS`. `dispatched` is a
    department's outpost (派出机构): level and division are those of the department.
    `certain` tells that kind and level are beyond doubt: they are not for 区行政审批局, a zone, an outpost.
    """

    name: str
    kind: OrganKind
    level: Level | None = None
    division: str | None = None
    parent: str | None = None
    area_words: frozenset[str] = ALL
    words_above: frozenset[str] = ALL
    codes: tuple[str, ...] = ()
    zone: str | None = None
    system: str | None = None
    dispatched: bool = False
    certain: bool = False


@lru_cache(maxsize=1024)
def organ_of(name: str, year: int | None = None) -> Organ:
    """Return what an organ's name says, by the divisions of a report's year (the newest where it is None).

    A name that is no administrative organ's is of kind UNKNOWN, with no level and all words.
    """
    text = _SIGNS.sub("", _LAST_BRACKET.sub("", name[: 2 * LONGEST]))
    own = bool(words.SELF.match(text))
    text = text[1:] if own else text
    if len(text) > LONGEST or not _HAN.fullmatch(text) or words.NO_ORGAN.search(text):
        return Organ(name=name, kind=OrganKind.UNKNOWN)
    if national := _national(text):
        return Organ(name=name, kind=national, level=Level.NATION, certain=True)
    prefix = prefix_of(text, year)
    body = body_of(prefix.rest, placed=own or bool(prefix.steps), zone=prefix.zone is not None)
    if body.kind in (OrganKind.DEPARTMENT, OrganKind.UNKNOWN) and (system := _system_of(text, prefix)):
        return _vertical(name, text, system, year)
    return _organ(name, prefix, body, year)


def _national(text: str) -> OrganKind | None:
    if text == words.STATE_COUNCIL:
        return OrganKind.GOVERNMENT
    if text.startswith(words.STATE_COUNCIL) and words.ZONE_OFFICE.fullmatch(text, len(words.STATE_COUNCIL)):
        return OrganKind.OFFICE
    return OrganKind.DEPARTMENT if words.MINISTRY.fullmatch(text) else None


def _system_of(text: str, prefix: Prefix) -> str | None:
    match = words.VERTICAL.search(text if words.NATIONAL_HEAD.match(text) else prefix.rest)
    provincial = bool(prefix.steps) and prefix.steps[-1].level is Level.PROVINCE
    if not match or (match.lastgroup == words.PROVINCIAL and not provincial):
        return None
    return match.lastgroup


def _vertical(name: str, text: str, system: str, year: int | None) -> Organ:
    if system in words.AREAS_OF_THEIR_OWN:
        return Organ(name=name, kind=OrganKind.VERTICAL, system=system, certain=True)
    text = words.NATIONAL_HEAD.sub("", text)
    prefix = prefix_of(text, year)
    if not prefix.steps and not prefix.zone and (place := place_called(text, year)):
        prefix = Prefix((place,), None, "")
    organ = _organ(name, prefix, Body(OrganKind.VERTICAL), year)
    return msgspec.structs.replace(organ, system=system)


def _organ(name: str, prefix: Prefix, body: Body, year: int | None) -> Organ:
    if body.kind is OrganKind.UNKNOWN:
        return Organ(name=name, kind=body.kind)
    if body.ending:
        return _township(name, prefix, body, year)
    if prefix.zone or body.kind is OrganKind.ZONE:
        return _of_zone(name, prefix, body, year)
    if not prefix.steps:
        return Organ(name=name, kind=body.kind)
    last = prefix.steps[-1]
    if last.name is None and last.ending == words.DISTRICT and not prefix.rest:
        return Organ(name=name, kind=OrganKind.UNKNOWN)
    dispatched = body.kind is not OrganKind.VERTICAL and bool(words.DISPATCHED.search(name))
    settled = last.name is not None and not dispatched
    return Organ(
        name=name,
        kind=body.kind,
        level=last.level,
        division=_name_of(last),
        parent=_parent_of(prefix.steps),
        area_words=words_inside(last, year) if settled else ALL,
        words_above=words_above(prefix.steps) if settled else ALL,
        codes=_codes(_known_in(prefix.steps)),
        dispatched=dispatched,
        certain=settled and (bool(last.divisions) or last.ending != words.CITY),
    )


def _township(name: str, prefix: Prefix, body: Body, year: int | None) -> Organ:
    steps = prefix.steps
    last = steps[-1] if steps and not prefix.zone else None
    own = EVERYWHERE | {(body.ending or "")[0]}
    return Organ(
        name=name,
        kind=body.kind,
        level=Level.TOWNSHIP,
        division=body.place,
        parent=prefix.zone or (_name_of(last) if last else None),
        area_words=own | words_inside(last, year) if last else ALL,
        words_above=words_above(steps) | words_inside(last, year) if last else ALL,
        codes=_codes(_known_in(steps)),
        zone=prefix.zone,
        certain=True,
    )


def _of_zone(name: str, prefix: Prefix, body: Body, year: int | None) -> Organ:
    zone = prefix.zone or body.place or ""
    last = prefix.steps[-1] if prefix.steps else None
    borne = _borne(zone, last, year)
    place = _name_of(last) if last else borne[0].name if len(borne) == 1 else None
    found = borne or _known_in(prefix.steps)
    above = {name[-1] for one in found for name in (one.name, *names_above(one))}
    if last and last.name:
        above |= words_above(prefix.steps) | {last.ending[-1]}
    return Organ(
        name=name,
        kind=body.kind,
        parent=place,
        area_words=words_of_zone(zone, prefix.steps, borne, year),
        words_above=frozenset(above) or ALL,
        codes=_codes(found),
        zone=zone,
    )


def _borne(zone: str, last: Step | None, year: int | None) -> tuple[Division, ...]:
    """Return the divisions that a zone is named after: inside the place before it, or a province or city."""
    zone = zone.removeprefix(words.NATION)
    for length in range(min(len(zone), 8), 1, -1):
        found = called(zone[:length], year)
        if last:
            found = tuple(one for one in found if any(above.covers(one) for above in last.divisions))
        else:
            found = _called_after(widest(found), zone, length, year)
        if found:
            return found
    return ()


def _called_after(found: tuple[Division, ...], zone: str, length: int, year: int | None) -> tuple[Division, ...]:
    if len(found) != 1 or found[0].level is Level.COUNTY:
        return ()
    if found[0].level is Level.PROVINCE:
        step = Step(found[0].name, Level.PROVINCE, found[0].name[-1], found)
        return _borne(zone[length:], step, year) or found
    return () if words.NOT_CALLED_AFTER_CITY.match(zone, length) else found


def _name_of(step: Step) -> str | None:
    names = {one.name for one in step.divisions}
    return names.pop() if len(names) == 1 else step.name


def _parent_of(steps: tuple[Step, ...]) -> str | None:
    above = {next(iter(names_above(one)), None) for one in steps[-1].divisions}
    if len(above) == 1:
        return above.pop()
    return _name_of(steps[-2]) if len(steps) > 1 else None


def _known_in(steps: tuple[Step, ...]) -> tuple[Division, ...]:
    return next((step.divisions for step in reversed(steps) if step.divisions), ())


def _codes(divisions: tuple[Division, ...]) -> tuple[str, ...]:
    return tuple(sorted({one.code for one in divisions}))
