"""Codes of administrative divisions (行政区划代码, GB/T 2260 and GB/T 10114): what their form says.

Whether a division exists, and what it is called, the dated table in `places` knows; here are level, province and
the divisions above.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise

import msgspec

from gongkai.errors import BrokenIdentifier
from gongkai.law.identifiers import words
from gongkai.law.identifiers.slips import likely
from gongkai.terms import codes

# Where each level ends; what is left out behind is nought.
_ENDS = (2, 4, 6, 9, 12)
_COUNTY_END = 6
# Counties that belong to a province directly.
_DIRECT = "90"


class Level(StrEnum):
    """The level of a division by its code (行政层级)."""

    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    TOWNSHIP = "township"
    VILLAGE = "village"

    @property
    def label(self) -> str:
        return codes.LEVELS[self.value]


_LEVELS = tuple(Level)


class DivisionCode(msgspec.Struct, frozen=True):
    """A division's code: six digits down to counties, nine for townships, twelve for villages."""

    code: str

    @property
    def level(self) -> Level:
        return _LEVELS[_depth(self.code)]

    @property
    def province(self) -> str:
        return codes.PROVINCES[self.code[:2]]

    @property
    def township_kind(self) -> str:
        """What a township is by its code (街道、镇、乡); "" above townships and where the code leaves it open."""
        return codes.TOWNSHIPS.get(self.code[_COUNTY_END : _COUNTY_END + 1], "")

    @property
    def parents(self) -> tuple[str, ...]:
        """The codes of the divisions it lies in, from the nearest.

        The middle of a municipality's code (110100 市辖区) and of counties directly under a province (419000) is
        no division and is left out; so is a county where towns belong to a city directly (441900).
        """
        found = (_usual(self.code[:end]) for end in reversed(_ENDS[: _depth(self.code)]))
        own = _usual(self.code)
        return tuple(dict.fromkeys(code for code in found if code != own and not _is_no_division(code)))


def parse_division_code(text: str) -> DivisionCode:
    """Return what a code of 2, 4, 6, 9 or 12 digits says; raise BrokenIdentifier.

    A longer code that ends in noughts is that of the division above (410000000000 is 410000).
    """
    if fault := _fault(text):
        raise BrokenIdentifier(fault, likely(text, is_division_code, digits=True))
    return DivisionCode(_usual(text))


def is_division_code(text: str) -> bool:
    """Tell whether a text has the form of a division's code."""
    return not _fault(text)


def _fault(text: str) -> str:
    name = words.DIVISION_CODE
    for place, sign in enumerate(text, 1):
        if sign not in "0123456789":
            return words.SIGN.format(code=name, place=place, sign=sign, allowed=words.ONLY_DIGITS)
    if len(text) not in _ENDS:
        return words.LENGTH.format(code=name, right=words.DIVISION_LENGTHS, length=len(text))
    if text[:2] not in codes.PROVINCES:
        return words.PROVINCE.format(code=name, first=1, last=2, part=text[:2])
    return _gap(text)


def _gap(text: str) -> str:
    """Tell of noughts before something: a county needs its city; a town may lie in a city that has no county."""
    for first, last, below in ((2, 4, 9), (6, 9, 12)):
        zeros, part = text[first:last], text[last:below]
        if zeros and not zeros.strip("0") and part.strip("0"):
            return words.DIVISION_GAP.format(first=first + 1, last=last, zeros=zeros, part=part)
    return ""


def _depth(code: str) -> int:
    """Return how many levels below the province a code reaches."""
    spans = enumerate(pairwise((0, *_ENDS)))
    return max(depth for depth, (first, last) in spans if code[first:last].strip("0"))


def _usual(code: str) -> str:
    """Return a code in the length of its level."""
    end = max(_COUNTY_END, _ENDS[_depth(code)])
    return code[:end].ljust(end, "0")


def _is_no_division(code: str) -> bool:
    middle = code[2:4]
    return code.endswith("00") and middle != "00" and (code[:2] in codes.MUNICIPALITIES or middle == _DIRECT)
