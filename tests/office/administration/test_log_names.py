"""Chinese names of what the log tells."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from gongkai_office.administration.log.naming import (
    field_name,
    subject_name,
    value_shown,
    verb_name,
    verbs,
    verbs_by_room,
)
from gongkai_office.administration.log.words import ROOMS

SOURCE = Path(__file__).parents[3] / "src" / "gongkai_office"


def recorded() -> Iterator[str]:
    """Yield the verbs that the site's code records."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "record"
            if named and node.args and isinstance(node.args[0], ast.Constant):
                yield str(node.args[0].value)


@pytest.mark.parametrize("verb", sorted(set(recorded())))
def test_every_verb_that_is_recorded_has_a_chinese_name_and_its_room(verb: str) -> None:
    assert verb in verbs(), "name it in VERBS of the room's words"
    assert verb.partition(".")[0] in ROOMS


def test_what_nobody_names_is_shown_by_its_code() -> None:
    assert verb_name("rooms.unknown") == "rooms.unknown"
    assert subject_name("rooms.unknown") == "rooms.unknown"
    assert field_name("rooms.unknown", "colour") == "colour"


def test_every_verb_is_offered_once() -> None:
    offered = [verb for _, room in verbs_by_room() for verb, _ in room]
    assert sorted(offered) == sorted(verbs())


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "（空）"), ("", "（空）"), ([], "（空）"), (0, "0"), (True, "是"), (False, "否"), ("文字", "文字"),
        (7, "7"), ("hmac-sha256:0123456789abcdef", "个人信息，只存摘要 0123456789ab…"), (["甲", 2], "甲、2"),
        ("2026-03-05T01:30:00.000000+00:00", "2026-03-05 09:30"), ("2026-03-05Tx", "2026-03-05Tx"),
        ({"name": "甲", "other": None}, "名称：甲；other：（空）"),
    ],
)  # fmt: skip
def test_values_are_shown_for_a_person(value: object, shown: str) -> None:
    assert value_shown("rooms.unknown", "colour", value) == shown


@pytest.mark.django_db
def test_the_key_of_an_organ_that_is_no_more_is_shown_as_a_key() -> None:
    assert value_shown("rooms.unknown", "organ", 999) == "999 号"
    assert value_shown("organs.organ", "kind", "zone") == "开发区管理机构"
    assert value_shown("organs.organ", "kind", "gone") == "gone"
