"""Cells that a spreadsheet would take for formulas are made harmless, and read back as they were."""

from __future__ import annotations

import re

# What begins a formula in some spreadsheet, in half and full width, and what may hide it.
_FORMULA = re.compile("'*[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]")
_ARMED = re.compile("'+[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]")
_SHIELD = "'"


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: one that looks so gets an apostrophe before it."""
    return _SHIELD + text if _FORMULA.match(text) else text


def unarmed(text: str) -> str:
    """Return a text as it was before `harmless`."""
    return text[1:] if _ARMED.match(text) else text
