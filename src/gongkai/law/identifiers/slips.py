"""What people type in place of a code (录入差错): full-width signs, blanks, lower case, letters for digits.

Nothing is put right silently: a reading is only what may be suggested.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_BLANK = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]+")
_HYPHENS = re.compile("[\u2010-\u2015\u2212\\-_\u00b7.]")
_LOOK_ALIKE = str.maketrans("OISZ", "0152")
_LOOK_ALIKE_OF_DIGITS = str.maketrans("OISZLBQ\u00d7*", "0152180XX")
_LONGEST = 30


def plain(text: str) -> str:
    """Return a text with half-width signs and without blanks."""
    return _BLANK.sub("", unicodedata.normalize("NFKC", text))


def as_code(text: str) -> str:
    """Return a text as a code is written: plain, in capitals, without strokes between its parts."""
    return _HYPHENS.sub("", plain(text).upper())


def likely(text: str, is_right: Callable[[str], bool], *, digits: bool = False) -> str:
    """Return the code that was probably meant, "" where no slip of one kind explains the text.

    The letters O, I, S and Z stand for the digits they look like; with `digits`, for a code that is all digits but
    its last place, L, B and Q too, and a cross for X.
    """
    code = as_code(text)
    readings = (code, code.translate(_LOOK_ALIKE_OF_DIGITS if digits else _LOOK_ALIKE))
    return next((reading for reading in readings if reading != text and is_right(reading)), "")


def shown(text: str) -> str:
    """Return a text as a message quotes it: not without end."""
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
