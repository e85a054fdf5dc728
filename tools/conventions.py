"""The page of all local conventions (本地口径): what each asks, its default, the alternatives and the source."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from msgspec.inspect import DateType, Field, IntType

from gongkai.law.convention_words import CONVENTIONS, Words
from gongkai.law.local_conventions.toml import FIELDS, toml_value

HEAD = """\
# 本地口径

本页由 `make docs` 从程序生成，请勿手改。

条例和有关规定没有写明、各地做法不同的问题，由机关自己确定。程序为每个问题准备了一个默认的做法，也可以改用另一种，
改法见[怎样设定本地口径](../how-to/local-conventions.md)。期限、费用、统计等结果的说明中写明用到了哪一项口径。

“未见规定”是没有找到全国统一的规定，上级或者本地有规定的，从其规定。

| 方面 | 问题 | 键 | 默认 |
|---|---|---|---|
"""


def conventions_page() -> str:
    """Return the page: all questions in a table, then each with its values and source, by subject."""
    parts = [HEAD + "\n".join(map(_line, CONVENTIONS)) + "\n"]
    for subject, questions in groupby(CONVENTIONS, key=lambda key: CONVENTIONS[key].subject):
        parts.append(f"## {subject}\n")
        for key in questions:
            parts.extend(_entry(key, CONVENTIONS[key], FIELDS[key]))
    return "\n".join(parts)


def _line(key: str) -> str:
    asked = CONVENTIONS[key]
    return f"| {asked.subject} | {asked.question} | [`{key}`](#{key}) | {_default(asked, FIELDS[key])} |"


def _default(asked: Words, field: Field) -> str:
    written = toml_value(field.type, field.default)
    return asked.values.get(written.strip('"'), written)


def _entry(key: str, asked: Words, field: Field) -> Iterator[str]:
    yield f"### `{key}`\n"
    yield f"**{asked.question}**\n"
    default = toml_value(field.type, field.default)
    for value, meaning in asked.values.items():
        written = toml_value(field.type, value)
        yield f"- `{written}` {meaning}" + ("（默认）" if written == default else "")
    match field.type:
        case IntType(ge=least, le=most):
            yield f"- {least} 至 {most} 的整数；默认 `{default}`"
        case DateType():
            yield f"- 日期；默认 `{default}`"
    yield f"\n依据：{asked.source}\n"
