"""The local conventions: each has its words, a default and a source, and each is asked somewhere."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from msgspec.inspect import BoolType, DateType, EnumType, Field, IntType, StrType

from gongkai.law.convention_words import CONVENTIONS
from gongkai.law.conventions import DEFAULT, Conventions
from gongkai.law.local_conventions.toml import FIELDS
from gongkai.law.outcomes.rows import ROWS
from tests.house.tree import PACKAGE

HAN = re.compile("[\u4e00-\u9fff]")
# What a clerk can look up, or that there is nothing to look up.
NORM = re.compile(r"条例第|法第|号第|办函〔\d{4}〕\d+号|法释〔\d{4}〕\d+号|未见规定")
FIELD = [pytest.param(field, id=name) for name, field in FIELDS.items()]


def test_every_convention_has_its_words_in_the_same_order() -> None:
    assert list(CONVENTIONS) == list(Conventions.__struct_fields__) == list(FIELDS)


def test_the_subjects_stand_together() -> None:
    subjects = [words.subject for words in CONVENTIONS.values()]
    first = list(dict.fromkeys(subjects))
    assert subjects == sorted(subjects, key=first.index)


@pytest.mark.parametrize("field", FIELD)
def test_a_convention_explains_exactly_the_values_it_may_have(field: Field) -> None:
    values = CONVENTIONS[field.name].values
    match field.type:
        case EnumType(cls=kind):
            assert list(values) == [member.value for member in kind] or set(values) < set(kind)
            assert field.default.value in values
        case BoolType():
            assert list(values) == ["true", "false"]
        case StrType():
            assert set(values) <= set(ROWS)
            assert field.default in values
        case IntType(ge=least, le=most):
            assert values == {}
            assert least <= field.default <= most
        case DateType():
            assert values == {}
            assert isinstance(field.default, dt.date)
        case other:
            pytest.fail(f"no way to fill in {other}")


def test_only_a_column_of_table_4_leaves_values_out() -> None:
    """Whether a case was mediated or dismissed, it is never a third of the three columns."""
    short = {
        name
        for name, field in FIELDS.items()
        if isinstance(field.type, EnumType) and len(CONVENTIONS[name].values) < len(list(field.type.cls))
    }
    assert {FIELDS[name].type.cls.__name__ for name in short} <= {"DisputeColumn"}


@pytest.mark.parametrize("field", FIELD)
def test_a_convention_asks_a_question_and_names_what_can_be_looked_up(field: Field) -> None:
    words = CONVENTIONS[field.name]
    assert words.question.endswith(("？", "？）", "）"))
    assert "？" in words.question
    assert NORM.search(words.source)
    assert "facts" not in words.source
    meanings = list(words.values.values())
    assert len(set(meanings)) == len(meanings)
    for text in (words.subject, words.question, words.source, *meanings):
        assert HAN.search(text) or text in meanings
        assert not text.endswith("。")


# Where a table names the convention that decides a line of it.
TABLES = [
    PACKAGE / "law" / name for name in ("outcomes/table.py", "disputes/columns.py", "life_cycle/conclusions.py")
]


@pytest.mark.parametrize("name", CONVENTIONS)
def test_every_convention_is_asked_by_the_law_or_the_letters(name: str) -> None:
    files = [*(PACKAGE / "law").rglob("*.py"), *(PACKAGE / "letters").rglob("*.py")]
    asked = [file for file in files if re.search(rf"conventions\.{name}\b", file.read_text(encoding="utf-8"))]
    named = [file for file in TABLES if f'"{name}"' in file.read_text(encoding="utf-8")]
    assert asked or named


def test_the_defaults_are_those_of_the_law_where_it_says_so() -> None:
    assert DEFAULT.reconsideration_first_from == dt.date(2024, 1, 1)
    assert not DEFAULT.charge_fees
    assert not DEFAULT.reasons_pause_clock
    assert DEFAULT.first_step_above_thirty == 200
    assert DEFAULT.third_party_asked_first
    assert Conventions() == DEFAULT
