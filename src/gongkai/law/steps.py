"""How a date, a sum or a choice was reached, line by line (说明)."""

from __future__ import annotations

import datetime as dt

import msgspec


class Step(msgspec.Struct, frozen=True):
    """A line of an explanation: one Chinese sentence, the day it is about, and the article or convention behind it.

    `convention` is the key of the local convention (本地口径) that decided, where one did.
    """

    text: str
    on: dt.date | None = None
    source: str = ""
    convention: str = ""


class Doubt(msgspec.Struct, frozen=True):
    """Something that was recorded but cannot be so, or breaks a rule: a stable code, a Chinese sentence, a source.

    What is in doubt is never dropped: the sentence says whether and how it was counted.
    """

    code: str
    text: str
    on: dt.date | None = None
    source: str = ""
