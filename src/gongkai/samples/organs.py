"""Plainly fictional organs of every level (虚构机关), each with a report year that fits an edition."""

from __future__ import annotations

import random

import msgspec

from gongkai.report import Edition
from gongkai.samples import organ_words as words
from gongkai.samples.figures import Size

LAST_YEAR = 2025
_LEVELS: dict[Size, tuple[str, ...]] = {
    "zero": ("township", "department", "zone"),
    "small": ("township", "department", "zone"),
    "medium": ("county", "zone", "city"),
    "large": ("province", "city"),
}


class Organ(msgspec.Struct, frozen=True):
    """An invented organ: its name, its level, and what it calls itself."""

    name: str
    level: str
    self_name: str


def organ(rng: random.Random, size: Size) -> Organ:
    """Return an organ whose level fits the size of its figures."""
    level = rng.choice(_LEVELS[size])
    city, county = rng.choice(words.CITIES), rng.choice(words.COUNTIES)
    name = {
        "province": rng.choice(words.PROVINCES) + words.GOVERNMENT,
        "city": city + rng.choice((words.GOVERNMENT, words.OFFICE)),
        "county": city * rng.randrange(2) + county + words.GOVERNMENT,
        "township": county + _township(rng),
        "department": rng.choice((city, county)) + rng.choice(words.DEPARTMENTS),
        "zone": city + rng.choice(words.ZONES) + words.ZONE_COMMITTEE,
    }[level]
    return Organ(name, level, _self_name(name, level))


def _self_name(name: str, level: str) -> str:
    """Return what an organ calls itself: by the kind of its area, where its level leaves that open."""
    endings = words.SELF_BY_ENDING.items() if level in {"county", "township"} else ()
    own = name.removesuffix(words.GOVERNMENT).removesuffix(words.STREET_OFFICE)
    return next((self_name for ending, self_name in endings if own.endswith(ending)), words.SELF[level])


def report_year(rng: random.Random, edition: Edition) -> int:
    """Return a year in which the edition is in force."""
    return rng.randint(edition.first_year, edition.last_year or LAST_YEAR)


def _township(rng: random.Random) -> str:
    name = rng.choice(words.TOWNSHIPS)
    return name + (words.STREET_OFFICE if name.endswith(words.STREET) else words.GOVERNMENT)
