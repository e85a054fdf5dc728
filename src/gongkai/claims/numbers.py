"""Find the numbers of a sentence with their measure words (数词与量词)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

import msgspec

from gongkai.claims import words
from gongkai.damage import open_digits
from gongkai.report import Value

_UNIT = "|".join(map(re.escape, words.MEASURES))
_FRACTION = r"(?:\.\d{1,6})?"
_NUMBER = re.compile(
    r"(?P<number>(?<![\d.A-Za-z/〔\-])(?<!\d )(?<!\?,)"
    rf"(?:(?P<lost>\?)\d{{0,12}}|\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d{{1,12}}){_FRACTION})"
    rf"[ ]?(?P<scale>{words.SCALE})?[ ]?(?P<about>{words.ABOUT})?[ ]?(?:(?P<unit>{_UNIT})|(?P<share>%))"
    rf"|(?P<han>(?<![{words.ORDINAL}{words.VAGUE}{words.NUMERALS}\d])[{words.NUMERALS}]{{1,7}})(?P<hanunit>{_UNIT})"
)


class Number(msgspec.Struct, frozen=True):
    """A number in a sentence: its span, unit and all, and what it means."""

    start: int
    end: int
    text: str
    value: Value | None
    unit: str
    about: bool
    candidates: tuple[str, ...] = ()


def numbers(sentence: str) -> Iterator[Number]:
    """Yield every number with a measure word, in order; dates, articles and idioms are none."""
    for match in _NUMBER.finditer(sentence):
        if match["han"]:
            if not words.IDIOMS.match(sentence, match.start()):
                yield _chinese(match)
        elif match["number"] and not _is_no_count(sentence, match):
            yield _arabic(match)


def _is_no_count(sentence: str, match: re.Match[str]) -> bool:
    before = sentence[max(0, match.start() - 1) : match.start()]
    # An article (第20条), and a question mark of the author's own before a letter or nothing.
    return before == words.ORDINAL or (match["number"] == "?" and match["unit"] not in words.UNITS_OF_LOST)


def _arabic(match: re.Match[str]) -> Number:
    text = match["number"]
    unit = "%" if match["share"] else match["unit"]
    if match["lost"]:
        opened = open_digits(text)[0]
        return Number(match.start(), match.end(), text, None, unit, False, opened.candidates)
    exact = Decimal(text.replace(",", "")) * words.SCALES[match["scale"]]
    value: Value = int(exact) if unit != "%" and exact == exact.to_integral_value() else exact
    about = match["about"] is not None or match["scale"] is not None
    return Number(match.start(), match.end(), text, value, unit, about)


def _chinese(match: re.Match[str]) -> Number:
    return Number(match.start(), match.end(), match["han"], _meaning(match["han"]), match["hanunit"], False)


@cache
def _meaning(numeral: str) -> int | None:
    """Return what a Chinese numeral means; None for what is none (一二)."""
    if numeral in words.DIGITS:
        return words.DIGITS[numeral]
    if not words.PLACES & set(numeral):
        return None
    # The library takes longer to load than a report to read, and longer numerals are rare.
    import cn2an

    try:
        return int(cn2an.cn2an(numeral, "smart"))
    except (ValueError, KeyError):
        return None
