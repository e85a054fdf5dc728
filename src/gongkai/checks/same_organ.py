"""Whether two printed names mean one organ (机关同一): the same name, shortened, or with its office behind it."""

from __future__ import annotations

import re

from gongkai.report import AnnualReport, Scope

_LEAST = 3
_TELLING = 6
_ENDING = re.compile("(?:人民政府)?(?:办公厅|办公室)$|人民政府$|管理委员会$|管委会$")
_BRACKETS = re.compile(r"[(（][^()（）]{0,20}[)）]$")


def one_name(one: str, other: str) -> bool:
    """Say whether one name is the other, with or without the name of a larger place before it."""
    one, other = _bare(one), _bare(other)
    short, long = sorted((one, other), key=len)
    return long.endswith(short) and (len(short) >= _LEAST or one == other)


def surely_one_name(one: str, other: str) -> bool:
    """Say whether a name is the other, and not one that many organs end in, such as 县人民政府."""
    shortest = min(len(_bare(one)), len(_bare(other)))
    return one_name(one, other) and (_bare(one) == _bare(other) or shortest >= _TELLING)


def one_house(one: str, other: str) -> bool:
    """Say whether two names mean one organ, or a government and its office."""
    one, other = (_ENDING.sub("", _bare(name)) for name in (one, other))
    return one_name(one, other) if one and other else False


def scopes_agree(one: AnnualReport, other: AnnualReport) -> bool:
    """Say whether two reports may count the same work: not one an organ's own and one a whole government's."""
    return Scope.UNKNOWN in (one.scope, other.scope) or one.scope is other.scope


def _bare(name: str) -> str:
    return _BRACKETS.sub("", "".join(name.split()))
