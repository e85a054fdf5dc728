"""Unified social credit codes (统一社会信用代码, GB 32100—2015): eighteen places with what each part says."""

from __future__ import annotations

import msgspec

from gongkai.errors import BrokenIdentifier
from gongkai.law.identifiers import words
from gongkai.law.identifiers.organisation_codes import OrganisationCode, is_organisation_code
from gongkai.law.identifiers.slips import likely
from gongkai.terms import codes

_LENGTH = 18
_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_DIVISION = slice(2, 8)
_NATION = codes.NATION[:2]


class CreditCode(msgspec.Struct, frozen=True):
    """A unified social credit code, whole; its parts are read from it."""

    code: str

    @property
    def authority(self) -> str:
        """The kind of authority that registered the body (登记管理部门)."""
        return codes.AUTHORITIES[self.code[0]]

    @property
    def kind(self) -> str:
        """The kind of body (机构类别)."""
        return codes.KINDS.get(self.code[:2], codes.OTHER_KIND)

    @property
    def division(self) -> str:
        """The division code of the registration authority, six digits; 100000 stands for a national one."""
        return self.code[_DIVISION]

    @property
    def organisation(self) -> OrganisationCode:
        """The body's own code (主体标识码), as it stands."""
        return OrganisationCode(self.code[8:17])

    @property
    def organisation_holds(self) -> bool:
        """Tell whether the body's own code holds by its own check digit; if not, it is worth a second look."""
        return is_organisation_code(self.organisation.code)

    @property
    def check(self) -> str:
        return self.code[17]

    @property
    def is_administrative_organ(self) -> bool:
        return self.code.startswith("11")

    @property
    def is_public_institution(self) -> bool:
        return self.code.startswith("12")


def parse_credit_code(text: str) -> CreditCode:
    """Return what a code says; raise BrokenIdentifier, which says which place is wrong."""
    if fault := _fault(text):
        raise BrokenIdentifier(fault, likely(text, is_credit_code))
    return CreditCode(text)


def is_credit_code(text: str) -> bool:
    """Tell whether a text is a unified social credit code."""
    return not _fault(text)


def check_sign(body: str) -> str:
    """Return what the last place of a code must be, by its first seventeen."""
    rest = sum(weight * _SIGNS.index(sign) for weight, sign in zip(_WEIGHTS, body, strict=True)) % len(_SIGNS)
    return _SIGNS[-rest]


def _fault(text: str) -> str:
    name = words.CREDIT_CODE
    for place, sign in enumerate(text, 1):
        if allowed := _allowed_instead(place, sign):
            return words.SIGN.format(code=name, place=place, sign=sign, allowed=allowed)
    if len(text) != _LENGTH:
        return words.LENGTH.format(code=name, right=_LENGTH, length=len(text))
    part = text[_DIVISION][:2]
    if part not in codes.PROVINCES and part != _NATION:
        return words.PROVINCE.format(code=name, first=3, last=4, part=part)
    right = check_sign(text[:-1])
    if text[-1] != right:
        return words.CHECK.format(code=name, place=_LENGTH, right=right, sign=text[-1])
    return ""


def _allowed_instead(place: int, sign: str) -> str:
    if sign not in _SIGNS:
        return words.CREDIT_SIGNS
    if place == 1 and sign not in codes.AUTHORITIES:
        return words.CREDIT_AUTHORITY.format(allowed="、".join(codes.AUTHORITIES))
    if _DIVISION.start < place <= _DIVISION.stop and sign not in "0123456789":
        return words.DIVISION_DIGITS
    return ""
