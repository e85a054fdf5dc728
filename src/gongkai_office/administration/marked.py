"""Rows that were marked in a list, as a request names them."""

from __future__ import annotations

from collections.abc import Iterable

DIGITS = 18  # no database has a longer key, and some refuse to be asked for one


def keys_of(said: Iterable[str]) -> list[int]:
    """Return the keys among texts of a request; what cannot be one is left out."""
    return [int(key) for key in said if key.isascii() and key.isdecimal() and len(key) <= DIGITS]
