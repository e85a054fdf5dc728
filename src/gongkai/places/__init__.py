"""What an organ's name says about it (机关名称): kind, level, division, parent; and names of places in prose."""

from gongkai.places.bodies import OrganKind
from gongkai.places.divisions import Division, Level, all_divisions, named
from gongkai.places.organs import Organ, organ_of
from gongkai.places.prose import Mention, divisions_in, elsewhere_in, related

__all__ = [
    "Division",
    "Level",
    "Mention",
    "Organ",
    "OrganKind",
    "all_divisions",
    "divisions_in",
    "elsewhere_in",
    "named",
    "organ_of",
    "related",
]
