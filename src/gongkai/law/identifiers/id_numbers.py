"""Identity numbers (公民身份号码, GB 11643): those of citizens and residents, and the old form of 15 places.

An identity number is personal data: what is shown to others is `masked`.
"""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum

import msgspec

from gongkai.errors import BrokenIdentifier
from gongkai.law.identifiers import words
from gongkai.law.identifiers.dates import printed
from gongkai.law.identifiers.slips import as_code, likely
from gongkai.terms import codes

_LENGTH, _OLD_LENGTH = 18, 15
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_DIGIT = re.compile("[0-9]")
_BIRTH = slice(6, 14)
_CENTURIES = ("18", "19", "20")
_FOREIGN = "9"
# In the old form these were kept for people who were a hundred years old.
_OLDEST = ("996", "997", "998", "999")
_SHOWN_FIRST, _SHOWN_LAST = 6, 4


class Sex(StrEnum):
    """The sex that an identity number tells (性别)."""

    MALE = "male"
    FEMALE = "female"

    @property
    def label(self) -> str:
        return codes.SEXES[self.value]


class IdNumber(msgspec.Struct, frozen=True):
    """An identity number of eighteen places; its parts are read from it."""

    number: str

    @property
    def division(self) -> str:
        """Six digits: the county of the first registration; those of residents from outside are no county."""
        return self.number[:6]

    @property
    def holder(self) -> str:
        """Who bears such a number: a citizen, a resident of Hong Kong, Macao or Taiwan, a foreign resident."""
        if self.number.startswith(_FOREIGN):
            return codes.FOREIGN_RESIDENT
        return codes.RESIDENTS.get(self.division, codes.CITIZEN)

    @property
    def born(self) -> dt.date:
        return _day(self.number[_BIRTH])

    @property
    def sex(self) -> Sex:
        return Sex.MALE if int(self.number[16]) % 2 else Sex.FEMALE

    @property
    def masked(self) -> str:
        return masked(self.number)


def parse_id_number(text: str, today: dt.date) -> IdNumber:
    """Return what an identity number says; raise BrokenIdentifier, which says which place is wrong.

    Nobody is born after today. For a number of the old form the error suggests the new one.
    """
    if len(text) == _OLD_LENGTH:
        raise BrokenIdentifier(words.OLD_ID, renewed(text, today).number)
    if fault := _fault(text, today):
        raise BrokenIdentifier(fault, likely(text, lambda reading: is_id_number(reading, today), digits=True))
    return IdNumber(text)


def is_id_number(text: str, today: dt.date) -> bool:
    """Tell whether a text is an identity number of eighteen places."""
    return not _fault(text, today)


def renewed(text: str, today: dt.date) -> IdNumber:
    """Return the identity number that replaced one of fifteen places; raise BrokenIdentifier."""
    if len(text) != _OLD_LENGTH:
        raise BrokenIdentifier(words.LENGTH.format(code=words.OLD_ID_NUMBER, right=_OLD_LENGTH, length=len(text)))
    if fault := _fault_of_signs(text, words.OLD_ID_NUMBER):
        raise BrokenIdentifier(fault)
    if text.endswith(_OLDEST):
        raise BrokenIdentifier(words.OLD_CENTURY.format(serial=text[-3:]))
    body = f"{text[:6]}19{text[6:]}"
    number = body + check_digit(body)
    if fault := _fault(number, today):
        raise BrokenIdentifier(words.OLD_FAULT.format(fault=fault))
    return IdNumber(number)


def check_digit(body: str) -> str:
    """Return what the last place of a number must be, by its first seventeen."""
    return _CHECKS[sum(weight * int(sign) for weight, sign in zip(_WEIGHTS, body, strict=True)) % len(_CHECKS)]


def masked(text: str) -> str:
    """Return a number with its middle hidden: six places and the last four are left (去标识化).

    Of a text that is too short to be a number nothing is left, whatever it is.
    """
    code = as_code(text)
    if len(code) < _OLD_LENGTH:
        return "*" * len(code)
    hidden = len(code) - _SHOWN_FIRST - _SHOWN_LAST
    return code[:_SHOWN_FIRST] + "*" * hidden + code[-_SHOWN_LAST:]


def _fault(text: str, today: dt.date) -> str:
    name = words.ID_NUMBER
    if fault := _fault_of_signs(text[: _LENGTH - 1], name):
        return fault
    if len(text) != _LENGTH:
        return words.LENGTH.format(code=name, right=_LENGTH, length=len(text))
    if fault := _fault_of_place(text) or _fault_of_birth(text, today):
        return fault
    right = check_digit(text[:-1])
    if text[-1] != right:
        allowed = _DIGIT.fullmatch(text[-1]) or text[-1] == "X"
        sentence = words.CHECK if allowed else words.SIGN
        return sentence.format(code=name, place=_LENGTH, right=right, sign=text[-1], allowed=words.ID_LAST)
    return ""


def _fault_of_signs(text: str, name: str) -> str:
    for place, sign in enumerate(text, 1):
        if not _DIGIT.fullmatch(sign):
            return words.SIGN.format(code=name, place=place, sign=sign, allowed=words.ONLY_DIGITS)
    return ""


def _fault_of_place(text: str) -> str:
    first = 1 if text.startswith(_FOREIGN) else 0
    province = text[first : first + 2]
    if province in codes.PROVINCES or text[:6] in codes.RESIDENTS:
        return ""
    return words.PROVINCE.format(code=words.ID_NUMBER, first=first + 1, last=first + 2, part=province)


def _fault_of_birth(text: str, today: dt.date) -> str:
    digits = text[_BIRTH]
    if not digits.startswith(_CENTURIES):
        return words.BIRTH_YEAR.format(year=digits[:4])
    try:
        born = _day(digits)
    except ValueError:
        return words.BIRTH.format(digits=digits)
    return words.BIRTH_FUTURE.format(born=printed(born), today=printed(today)) if born > today else ""


def _day(digits: str) -> dt.date:
    return dt.date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
