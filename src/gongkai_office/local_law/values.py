"""Values of local conventions: kept as JSON, checked against the law's own settings, told in Chinese."""

from __future__ import annotations

from typing import Any

import msgspec

from gongkai.law.convention_words import CONVENTIONS
from gongkai.law.conventions import DEFAULT, Conventions
from gongkai_office.local_law import words
from gongkai_office.local_law.errors import NotAChoice


def check(key: str, value: Any) -> Any:
    """Return a convention's value as it is kept; None stays None. Raises NotAChoice."""
    if key not in CONVENTIONS:
        raise NotAChoice(words.UNKNOWN_KEY.format(key=key))
    if value is None:
        return None
    asked = CONVENTIONS[key]
    plain = msgspec.to_builtins(value)
    try:
        msgspec.convert({key: plain}, Conventions)
    except msgspec.ValidationError:
        raise NotAChoice(words.NOT_A_VALUE.format(question=asked.question, value=value)) from None
    if asked.values and word_of(plain) not in asked.values:
        raise NotAChoice(words.NOT_A_VALUE.format(question=asked.question, value=value))
    return plain


def default_of(key: str) -> Any:
    """Return the default of a convention, as it would be kept."""
    return msgspec.to_builtins(getattr(DEFAULT, key))


def word_of(value: Any) -> str:
    """Return the word that `convention_words` has for a value."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def told(key: str, value: Any) -> str:
    """Return what a value means, in Chinese; the value itself with its unit where any will do."""
    if value is None:
        return words.DEFAULT_CHOSEN
    return CONVENTIONS[key].values.get(word_of(value), f"{value}{unit_of(key)}")


def unit_of(key: str) -> str:
    """Return in what a convention's number is told; nothing where it is none."""
    return words.UNITS.get(key, "")
