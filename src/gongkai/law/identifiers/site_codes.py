"""Identifiers of government websites (网站标识码): division and serial, or those of national departments."""

from __future__ import annotations

import re

import msgspec

from gongkai.errors import BrokenIdentifier
from gongkai.law.identifiers import words
from gongkai.law.identifiers.division_codes import DivisionCode, is_division_code, parse_division_code
from gongkai.law.identifiers.slips import as_code, likely

_LENGTH, _DIVISION = 10, 6
_MINISTRY = re.compile(rf"{words.SITE_MINISTRY}[0-9]{{8}}")


class SiteCode(msgspec.Struct, frozen=True):
    """The identifier of a government website, ten places."""

    code: str

    @property
    def is_national(self) -> bool:
        """Tell whether the site is one of the State Council or its departments."""
        return self.code.startswith(words.SITE_MINISTRY)

    @property
    def division(self) -> DivisionCode | None:
        """The division of the site's sponsor, None for national departments."""
        return None if self.is_national else parse_division_code(self.code[:_DIVISION])

    @property
    def serial(self) -> str:
        return self.code[len(words.SITE_MINISTRY) :] if self.is_national else self.code[_DIVISION:]


def parse_site_code(text: str) -> SiteCode:
    """Return what the identifier of a website says; raise BrokenIdentifier."""
    if not (fault := _fault(text)):
        return SiteCode(text)
    lower = as_code(text).lower()
    meant = lower if _MINISTRY.fullmatch(lower) else likely(text, is_site_code, digits=True)
    raise BrokenIdentifier(fault, meant)


def is_site_code(text: str) -> bool:
    """Tell whether a text is the identifier of a government website."""
    return not _fault(text)


def _fault(text: str) -> str:
    if _MINISTRY.fullmatch(text):
        return ""
    start = len(words.SITE_MINISTRY) if text.startswith(words.SITE_MINISTRY) else 0
    for place, sign in enumerate(text[start:], start + 1):
        if sign not in "0123456789":
            return words.SIGN.format(code=words.SITE_CODE, place=place, sign=sign, allowed=words.SITE_SIGNS)
    if len(text) != _LENGTH:
        return words.SITE_LENGTH.format(length=len(text))
    if not is_division_code(text[:_DIVISION]):
        return words.SITE_DIVISION.format(part=text[:_DIVISION])
    return ""
