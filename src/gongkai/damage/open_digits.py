"""Numbers that lost their first digit to the code page (缺首位的数): told as open, never as a value.

Each "?" of `codepage` stands for one full-width character and one ASCII character, in prose nearly always
the first digit of a number. What follows it is the rest of that number: in 发布?2场 a number of two digits
ended in 2, and the 2 is no count of anything.
"""

from __future__ import annotations

import re

import msgspec

from gongkai.damage.codepage import LOST

_OPEN = re.compile(r"\?(?![A-Za-z])(\d*)(\.\d+)?(-?)")
_LONGEST_COUNT = 5
_ANY = "0123456789"


class OpenDigit(msgspec.Struct, frozen=True):
    """A number whose first digit is lost (首位缺失的数).

    In the damaged text, `[start:end]` is the "?" and the `rest` of the number, without its sign and unit.
    `digits` are those that the first one can have been.
    """

    start: int
    end: int
    rest: str
    digits: str

    @property
    def pattern(self) -> str:
        """The number as a regular expression, for the whole of it: `[1-9]2`."""
        return f"[{self.digits[0]}-{self.digits[-1]}]{re.escape(self.rest)}"

    @property
    def candidates(self) -> tuple[str, ...]:
        """Every number it can have been, as printed."""
        return tuple(digit + self.rest for digit in self.digits)

    def admits(self, number: str) -> bool:
        """Tell whether a number known from elsewhere, a cell or a sum, can be the one that was printed."""
        return number in self.candidates


def open_digits(seen: str) -> tuple[OpenDigit, ...]:
    """Return every number of a damaged text that may have lost its first digit, in order (缺首位的数).

    A count of several digits does not begin with 0; one of a single digit can be 0. What may be a code,
    because it is long or a hyphen follows (a postcode, a telephone number), can begin with 0. So can a month
    or a day printed with two digits: only the caller knows that it reads one.
    """
    return tuple(_open(match) for match in _OPEN.finditer(seen))


def _open(match: re.Match[str]) -> OpenDigit:
    whole, fraction, hyphen = match.groups("")
    is_count = 0 < len(whole) < _LONGEST_COUNT and not hyphen
    digits = _ANY[1:] if is_count else _ANY
    return OpenDigit(match.start(), match.end() - len(hyphen), whole + fraction, digits)


def fillings(seen: str, opening: OpenDigit, character: str) -> tuple[str, ...]:
    """Return the originals in which one "?" was this full-width character and a digit (填补).

    They are proposals for `codepage.prove`, which keeps those that the law allows.
    """
    head, tail = seen[: opening.start], seen[opening.start + len(LOST) :]
    return tuple(head + character + digit + tail for digit in opening.digits)
