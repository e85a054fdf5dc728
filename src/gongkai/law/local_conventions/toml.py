"""Conventions as they stand in a TOML file (本地口径的写法): the kind of each, and its values."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec.inspect import BoolType, Field, StructType, Type

from gongkai.law.conventions import Conventions

_INFO = msgspec.inspect.type_info(Conventions)
assert isinstance(_INFO, StructType)
FIELDS: dict[str, Field] = {field.name: field for field in _INFO.fields}


def toml_value(kind: Type, value: Any) -> str:
    """Return how a value is written: words in quotation marks, all else without.

    A boolean may come as the word that `convention_words` has for it.
    """
    if isinstance(kind, BoolType):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)
