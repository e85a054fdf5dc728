"""A file of local conventions → the conventions (读本地口径文件).

The file is TOML, a line for each question that the office answers for itself. Nothing in it is passed over: all
unknown keys and values are told together, each with its line.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec.inspect import BoolType, DateType, EnumType, IntType

from gongkai.errors import BrokenConventions
from gongkai.law.convention_words import CONVENTIONS
from gongkai.law.conventions import Conventions
from gongkai.law.local_conventions import words
from gongkai.law.local_conventions.toml import FIELDS, toml_value

_LONGEST = 200_000
_TELLING = 40


def local_conventions(data: bytes) -> Conventions:
    """Return the conventions that a TOML file states, with the defaults for what it does not say.

    Raises BrokenConventions with a sentence for each thing that nobody understands.
    """
    text = _text(data)
    found = _parsed(text)
    problems = tuple(problem for key, value in found.items() for problem in _problems(key, value, text))
    if problems:
        raise BrokenConventions(problems)
    return msgspec.convert(found, Conventions)


def _text(data: bytes) -> str:
    if len(data) > _LONGEST:
        raise BrokenConventions((words.TOO_LONG.format(limit=_LONGEST // 1000),))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BrokenConventions((words.NOT_UTF8,)) from error


def _parsed(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        # Besides its own error, which is a ValueError, the library lets that of a figure too long for it through.
        line = re.search(r"at line (\d{1,9})", str(error))
        at_end = words.END if "end of document" in str(error) else ""
        where = words.LINE.format(line=line[1]) if line else at_end
        raise BrokenConventions((words.NOT_TOML.format(where=where),)) from error


def _problems(key: str, value: object, text: str) -> Iterator[str]:
    problem = _problem(key, value)
    if problem:
        line = line_of(key, text)
        yield words.AT_LINE.format(line=line, problem=problem) if line else problem


def _problem(key: str, value: object) -> str:
    """Return what is wrong with an entry; nothing where it is understood."""
    if key not in FIELDS:
        if isinstance(value, dict):
            return words.A_TABLE.format(key=key[:_TELLING])
        close = difflib.get_close_matches(key[:_TELLING], FIELDS, n=1)
        meant = words.MEANT.format(close=close[0]) if close else ""
        return words.UNKNOWN.format(key=_told(key), meant=meant)
    try:
        msgspec.convert({key: value}, Conventions)
    except msgspec.ValidationError:
        return _expected(key, value)
    return ""


def _expected(key: str, value: object) -> str:
    kind = FIELDS[key].type
    told = _told(value)
    match kind:
        case EnumType() | BoolType():
            values = words.LIST.join(toml_value(kind, one) for one in CONVENTIONS[key].values)
            return words.NOT_ONE_OF.format(key=key, values=values, value=told)
        case IntType():
            return words.NOT_A_NUMBER.format(key=key, least=kind.ge, most=kind.le, value=told)
        case DateType():
            return words.NOT_A_DAY.format(key=key, value=told)
    return words.NOT_A_ROW.format(key=key, value=told)


def line_of(key: str, text: str) -> int:
    """Return the line on which an entry begins; 0 where it is written in an unusual way."""
    begins = re.compile(rf"""\s*\[*\s*(["']?){re.escape(key)}\1\s*[=.\]]""")
    return next((number for number, line in enumerate(text.splitlines(), 1) if begins.match(line)), 0)


def _told(value: object) -> str:
    shown = str(value).lower() if isinstance(value, bool) else str(value)
    text = "".join(char if char.isprintable() else "\ufffd" for char in shown[:_TELLING])
    return words.QUOTED.format(text=text) if isinstance(value, str) else text
