"""What an organ's name says behind its place (机关名称的主体): a government, a street office, a department."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from gongkai.places import words


class OrganKind(StrEnum):
    """What an administrative organ is, by its name."""

    GOVERNMENT = "government"
    OFFICE = "office"
    DEPARTMENT = "department"
    TOWNSHIP = "township"
    STREET_OFFICE = "street_office"
    ZONE = "zone"
    VERTICAL = "vertical"
    UNKNOWN = "unknown"


class Body(msgspec.Struct, frozen=True):
    """What a name says behind its place: the kind, the township, street or zone it names itself, its ending.

    `place` is None where the township stands as a bare word (镇人民政府).
    """

    kind: OrganKind
    place: str | None = None
    ending: str | None = None


UNKNOWN = Body(OrganKind.UNKNOWN)


def body_of(rest: str, *, placed: bool, zone: bool) -> Body:
    """Return what the rest of a name says; `placed` and `zone` tell what stands before it."""
    if zone:
        committee = words.ZONE_COMMITTEE.match(rest)
        rest = rest[committee.end() :] if committee else rest
        if not rest:
            return Body(OrganKind.ZONE)
        if committee and words.ZONE_OFFICE.fullmatch(rest):
            return Body(OrganKind.OFFICE)
    if words.OFFICE.fullmatch(rest):
        return Body(OrganKind.OFFICE)
    if words.GOVERNMENT.fullmatch(rest) or (placed and not rest):
        return Body(OrganKind.GOVERNMENT)
    return _township(rest) or _department(rest, placed=placed or zone)


def _township(rest: str) -> Body | None:
    if match := words.BARE_TOWNSHIP.fullmatch(rest):
        return Body(_kind_of_township(match["ending"]), None, match["ending"])
    if match := words.TOWNSHIP_BODY.fullmatch(rest):
        return Body(OrganKind.DEPARTMENT, match["name"], match["ending"])
    if match := words.TOWNSHIP_GOVERNMENT.fullmatch(rest):
        return Body(OrganKind.OFFICE if match["office"] else OrganKind.TOWNSHIP, match["name"], match["ending"])
    if match := words.STREET_OFFICE.fullmatch(rest):
        name = match["name"] if match["ending"] else match["name"] + words.STREET_NAME
        return Body(OrganKind.STREET_OFFICE, name, words.STREET_NAME)
    if match := words.BARE_NAMED_TOWNSHIP.fullmatch(rest):
        return Body(OrganKind.TOWNSHIP, match["name"], match["ending"])
    return None


def _kind_of_township(ending: str) -> OrganKind:
    return OrganKind.STREET_OFFICE if ending == words.STREET_NAME else OrganKind.TOWNSHIP


def _department(rest: str, *, placed: bool) -> Body:
    government = words.GOVERNMENT.match(rest) if placed else None
    rest = rest[government.end() :] if government else rest
    about = words.SUBJECT.search(rest)
    if not about and (match := words.OTHER_ZONE.fullmatch(rest)):
        return Body(OrganKind.ZONE, match["name"])
    if words.PARTY_COMMITTEE.match(rest) or not words.DEPARTMENT.fullmatch(rest) or not (placed or about):
        return UNKNOWN
    return Body(OrganKind.DEPARTMENT)
