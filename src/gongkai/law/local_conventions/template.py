"""Conventions → a file that an office fills in (本地口径文件的样式): every question, its values and source."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from msgspec.inspect import DateType, Field, IntType

from gongkai.law.convention_words import CONVENTIONS, Words
from gongkai.law.conventions import DEFAULT, Conventions
from gongkai.law.local_conventions import words
from gongkai.law.local_conventions.toml import FIELDS, toml_value


def template(conventions: Conventions = DEFAULT) -> str:
    """Return a TOML file with all questions, in which only what differs from the default is switched on.

    Read again it gives the same conventions.
    """
    lines = [words.TEMPLATE_HEAD]
    for subject, questions in groupby(CONVENTIONS.items(), key=lambda question: question[1].subject):
        lines += ["", words.SUBJECT.format(subject=subject)]
        for key, asked in questions:
            lines += ["", *_entry(key, asked, conventions)]
    return "\n".join(lines) + "\n"


def _entry(key: str, asked: Words, conventions: Conventions) -> Iterator[str]:
    field, value = FIELDS[key], getattr(conventions, key)
    yield words.QUESTION.format(question=asked.question)
    yield from _values(field, asked)
    yield words.SOURCE.format(source=asked.source)
    line = words.UNCHOSEN if value == field.default else words.CHOSEN
    yield line.format(key=key, value=toml_value(field.type, value))


def _values(field: Field, asked: Words) -> Iterator[str]:
    default = toml_value(field.type, field.default)
    match field.type:
        case IntType(ge=least, le=most):
            yield words.NUMBER.format(least=least, most=most, default=default)
        case DateType():
            yield words.DAY.format(default=default)
    for one, meaning in asked.values.items():
        written = toml_value(field.type, one)
        mark = words.DEFAULT_MARK if written == default else ""
        yield words.VALUE.format(value=written, meaning=meaning, default=mark)
