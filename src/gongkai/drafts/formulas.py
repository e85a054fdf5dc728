"""What stands in a field (算式): names added up, a sum over another, and how it changed in a year.

formula    = ( sum | part "/" part ) [ "同比" ] [ ":" decimals ]
part       = name | "(" sum ")"
sum        = [ "-" ] name { ( "+" | "-" ) name }
name       = [ "上年." ] row [ "." column ]
"""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec

from gongkai.drafts import words
from gongkai.drafts.names import plain_name

_DECIMALS = re.compile(r":([^:]*)$")
_MOST_DECIMALS = 6
_TERM = re.compile(r"(?P<sign>[+-]?)(?P<name>[^-+/()]+)")


class Term(NamedTuple):
    """A name in a sum, to be added or taken away, of this year's report or of last year's."""

    name: str
    negative: bool = False
    last_year: bool = False


class Formula(msgspec.Struct, frozen=True):
    """What a field stands for: a sum, its share in another where there are terms `over`, or how that changed."""

    terms: tuple[Term, ...]
    over: tuple[Term, ...] = ()
    change: bool = False
    decimals: int | None = None


class Mistake(NamedTuple):
    """What is wrong with a field: Chinese words that follow the field as it is written."""

    reason: str


def formula_of(inside: str) -> Formula | Mistake:
    """Return what the inside of a field says, or why it says nothing."""
    text = plain_name(inside.translate(words.SIGNS))
    decimals = _DECIMALS.search(text)
    if decimals:
        text = text[: decimals.start()]
        if not re.fullmatch("[0-9]", decimals[1]) or int(decimals[1]) > _MOST_DECIMALS:
            return Mistake(words.DECIMALS)
    if not text:
        return Mistake(words.EMPTY)
    change = len(text) > len(words.CHANGE) and text.endswith(words.CHANGE)
    found = _quotient(text.removesuffix(words.CHANGE) if change else text)
    if isinstance(found, Mistake):
        return found
    terms, over = found
    if change and any(term.last_year for term in (*terms, *over)):
        return Mistake(words.LAST_YEAR_TWICE)
    return Formula(terms, over, change, int(decimals[1]) if decimals else None)


def _quotient(text: str) -> tuple[tuple[Term, ...], tuple[Term, ...]] | Mistake:
    sides = text.split("/")
    if len(sides) == 1:
        found = _sum(_without_brackets(text))
        return (found, ()) if found else Mistake(words.NOT_UNDERSTOOD)
    if len(sides) > 2:
        return Mistake(words.NOT_UNDERSTOOD)
    if any(_without_brackets(side) == side and re.search("[-+]", side) for side in sides):
        return Mistake(words.BRACKETS)
    part, whole = (_sum(_without_brackets(side)) for side in sides)
    return (part, whole) if part and whole else Mistake(words.NOT_UNDERSTOOD)


def _without_brackets(text: str) -> str:
    return text[1:-1] if text.startswith("(") and text.endswith(")") else text


def _sum(text: str) -> tuple[Term, ...]:
    """Return the terms of a sum; none where the text is not one."""
    terms = [_term(match["sign"], match["name"]) for match in _TERM.finditer(text)]
    whole = "".join(match[0] for match in _TERM.finditer(text)) == text
    signed = all(match["sign"] for match in list(_TERM.finditer(text))[1:])
    return tuple(terms) if whole and signed else ()


def _term(sign: str, name: str) -> Term:
    last_year = words.LAST_YEAR.match(name)
    return Term(name[last_year.end() :] if last_year else name, sign == "-", last_year is not None)
