"""Codes of organisations (组织机构代码, GB 11714): eight places and a check digit; a part of the credit code."""

from __future__ import annotations

import re

import msgspec

from gongkai.errors import BrokenIdentifier
from gongkai.law.identifiers import words
from gongkai.law.identifiers.slips import likely

_BODY, _LENGTH = 8, 9
_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_MODULUS = 11
_PLACE = re.compile(r"[0-9A-Z]")
_LAST = re.compile(r"[0-9X]")


class OrganisationCode(msgspec.Struct, frozen=True):
    """The code of an organisation: nine places, the last of which checks the others."""

    code: str

    @property
    def body(self) -> str:
        return self.code[:_BODY]

    @property
    def check(self) -> str:
        return self.code[_BODY]

    @property
    def printed(self) -> str:
        """The code as certificates print it, with a stroke before its check digit."""
        return f"{self.body}-{self.check}"


def parse_organisation_code(text: str) -> OrganisationCode:
    """Return what a code says, with or without the stroke before its check digit; raise BrokenIdentifier."""
    if fault := _fault(text):
        raise BrokenIdentifier(fault, likely(text, is_organisation_code))
    return OrganisationCode(_without_stroke(text))


def is_organisation_code(text: str) -> bool:
    """Tell whether a text is the code of an organisation."""
    return not _fault(text)


def check_digit(body: str) -> str:
    """Return what the ninth place of a code must be, by its first eight."""
    rest = sum(weight * int(sign, 36) for weight, sign in zip(_WEIGHTS, body, strict=True)) % _MODULUS
    return "0X987654321"[rest]


def _without_stroke(text: str) -> str:
    return text[:_BODY] + text[_BODY + 1 :] if text[_BODY : _BODY + 1] == "-" else text


def _fault(text: str) -> str:
    name, code = words.ORGANISATION_CODE, _without_stroke(text)
    for place, sign in enumerate(code, 1):
        if not (_LAST if place == _LENGTH else _PLACE).fullmatch(sign):
            allowed = words.ORGANISATION_CHECK if place == _LENGTH else words.ORGANISATION_SIGNS
            return words.SIGN.format(code=name, place=place, sign=sign, allowed=allowed)
    if len(code) != _LENGTH:
        return words.LENGTH.format(code=name, right=_LENGTH, length=len(code))
    right = check_digit(code[:_BODY])
    if code[_BODY] != right:
        return words.CHECK.format(code=name, place=_LENGTH, right=right, sign=code[_BODY])
    return ""
