"""How a series of numbers is written (编号格式): letters by organ and year, requests by year."""

from __future__ import annotations

import re
from functools import cached_property

import msgspec

from gongkai.errors import BrokenIdentifier
from gongkai.law.identifiers import words
from gongkai.law.identifiers.slips import plain, shown
from gongkai.terms import codes

_FIELD = re.compile(r"(\{[^{}]*\})")
_PREFIX, _YEAR, _SERIAL = "{prefix}", "{year}", "{serial}"
_HAN = f"[{words.HAN}]{{2,20}}"
_LATIN = "[A-Za-z]{1,20}"
_YEARS = "(?:19|20)[0-9]{2}"
_SIGN_OF_WORDS = re.compile(f"[0-9A-Za-z{words.HAN}]")
_BETWEEN = f"[^0-9A-Za-z{words.HAN}]{{0,3}}"
_WIDEST, _LONGEST_SERIAL = 9, 12


class Number(msgspec.Struct, frozen=True, order=True):
    """A number of a series: the organ's own characters (机关代字) or letters, year, place in the year."""

    prefix: str
    year: int
    serial: int


class Pattern(msgspec.Struct, frozen=True, dict=True):
    """How the numbers of a series are written: a text with the fields prefix, year and serial in braces.

    The serial has at least `width` digits, with zeros before it. `latin` allows letters where characters stand.
    A template without exactly one year and one serial raises BrokenIdentifier.
    """

    template: str
    width: int = 1
    latin: bool = False

    def __post_init__(self) -> None:
        fields = [part for part in self._parts if _FIELD.fullmatch(part)]
        literal = "".join(part for part in self._parts if part not in fields)
        if not 1 <= self.width <= _WIDEST:
            raise BrokenIdentifier(words.NO_WIDTH.format(width=self.width))
        once = fields.count(_YEAR) == fields.count(_SERIAL) == 1 and fields.count(_PREFIX) <= 1
        if not once or set(fields) - {_PREFIX, _YEAR, _SERIAL} or set(literal) & set("{}"):
            raise BrokenIdentifier(words.NO_TEMPLATE.format(template=self.template))
        # A serial with figures right behind it cannot be read back.
        if not self.holds(self._written(words.ORDINAL * 2, 2026, 1)):
            raise BrokenIdentifier(words.NO_READING.format(template=self.template))

    @property
    def has_prefix(self) -> bool:
        return _PREFIX in self._parts

    def write(self, number: Number) -> str:
        """Return a number as the series writes it; a prefix or year that it cannot bear raises BrokenIdentifier."""
        if number.prefix and not self.has_prefix:
            raise BrokenIdentifier(words.NO_PREFIX.format(template=self.template, prefix=number.prefix))
        if self.has_prefix and not re.fullmatch(self._regex(_PREFIX), number.prefix):
            raise BrokenIdentifier(words.PREFIX.format(prefix=number.prefix, expected=self._label(_PREFIX)))
        if not re.fullmatch(_YEARS, str(number.year)):
            raise BrokenIdentifier(words.YEAR.format(year=number.year, expected=self._label(_YEAR)))
        if not 0 < number.serial < 10**_LONGEST_SERIAL:
            raise ValueError(f"no serial: {number.serial}")
        return self._written(number.prefix, number.year, number.serial)

    def read(self, text: str) -> Number:
        """Return what a number says; raise BrokenIdentifier, which says where it leaves the pattern."""
        match = self._strict.fullmatch(text)
        if match is None:
            raise BrokenIdentifier(self._fault(text), self.meant(text))
        return _number(match)

    def holds(self, text: str) -> bool:
        """Tell whether a text is a number of the series."""
        return self._strict.fullmatch(text) is not None

    def meant(self, text: str) -> str:
        """Return the number that was probably meant, "" where more than the signs between its parts is wrong."""
        match = self._loose.fullmatch(plain(text)[:100])
        if match is None:
            return ""
        number = _number(match)
        written = self._written(number.prefix, number.year, number.serial)
        return written if self.holds(written) and written != text else ""

    def _written(self, prefix: str, year: int, serial: int) -> str:
        values = {_PREFIX: prefix, _YEAR: str(year), _SERIAL: str(serial).zfill(self.width)}
        return "".join(values.get(part, part) for part in self._parts)

    @cached_property
    def _parts(self) -> tuple[str, ...]:
        return tuple(part for part in _FIELD.split(self.template) if part)

    @cached_property
    def _strict(self) -> re.Pattern[str]:
        return re.compile("".join(self._regex(part) for part in self._parts))

    @cached_property
    def _loose(self) -> re.Pattern[str]:
        return re.compile("".join(self._loose_regex(part) for part in self._parts))

    def _regex(self, part: str) -> str:
        if part == _PREFIX:
            return f"(?P<prefix>{_HAN}|{_LATIN})" if self.latin else f"(?P<prefix>{_HAN})"
        if part == _YEAR:
            return f"(?P<year>{_YEARS})"
        return f"(?P<serial>{self._serial})" if part == _SERIAL else re.escape(part)

    @cached_property
    def _serial(self) -> str:
        """As many digits as the width, zeros before them, or more without; never nought."""
        longer = f"[1-9][0-9]{{{self.width},{_LONGEST_SERIAL - 1}}}"
        return f"(?!0+(?![0-9]))(?:[0-9]{{{self.width}}}(?![0-9])|{longer})"

    def _loose_regex(self, part: str) -> str:
        if part == _SERIAL:
            return f"{words.ORDINAL}?{_BETWEEN}0*(?P<serial>[1-9][0-9]{{0,{_LONGEST_SERIAL - 1}}}){_BETWEEN}"
        if part in (_PREFIX, _YEAR):
            return self._regex(part)
        signs = (f"{re.escape(sign)}?" if _SIGN_OF_WORDS.match(sign) else _BETWEEN for sign in part)
        return "".join(signs)

    def _fault(self, text: str) -> str:
        """Say which part is the first that is not as it should be."""
        if not text.strip():
            return words.NOTHING
        place = 0
        for part in self._pieces:
            match = re.compile(self._regex(part)).match(text, place)
            if match is None:
                return self._fault_at(text, place, self._label(part))
            place = match.end()
        return words.TOO_MUCH.format(text=shown(text), before=shown(text[:place]), found=shown(text[place:]))

    @property
    def _pieces(self) -> list[str]:
        """The parts, with every sign between the fields on its own."""
        return [piece for part in self._parts for piece in ([part] if _FIELD.fullmatch(part) else part)]

    def _fault_at(self, text: str, place: int, expected: str) -> str:
        before, found = shown(text[:place]), shown(text[place:])
        if not place:
            return words.EXPECTED_FIRST.format(text=shown(text), expected=expected)
        sentence = words.EXPECTED if found else words.MISSING
        return sentence.format(text=shown(text), before=before, expected=expected, found=found)

    def _label(self, part: str) -> str:
        if part == _PREFIX:
            return words.FIELDS["latin_prefix" if self.latin else "prefix"]
        if part == _YEAR:
            return words.FIELDS["year"]
        if part == _SERIAL:
            return words.FIELDS["serial" if self.width == 1 else "padded_serial"].format(width=self.width)
        return words.LITERAL.format(sign=part)


LETTERS = Pattern(codes.LETTER_NUMBER)
APPLICATIONS = Pattern(codes.APPLICATION_NUMBER, width=4, latin=True)


def _number(match: re.Match[str]) -> Number:
    found = match.groupdict()
    return Number(found.get("prefix", ""), int(found["year"]), int(found["serial"]))
