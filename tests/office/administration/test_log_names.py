"""Chinese names of what the log tells."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator

import pytest
from django.forms import BaseForm

from gongkai.law.convention_words import CONVENTIONS
from gongkai_office.accounts import signing_in_actions
from gongkai_office.accounts.sessions import End
from gongkai_office.accounts.signing_in_actions import BY_PASSWORD, BY_SINGLE_SIGN_ON
from gongkai_office.administration.calendar import forms as calendar
from gongkai_office.administration.conventions import forms as conventions
from gongkai_office.administration.log.naming import (
    field_name,
    rooms_words,
    side_shown,
    subject_name,
    value_shown,
    verb_name,
    verbs,
    verbs_by_room,
)
from gongkai_office.administration.log.words import COMMON_FIELDS, FIELDS, ROOMS, VALUES
from gongkai_office.administration.organs import forms as organs
from gongkai_office.administration.people import forms as people
from gongkai_office.files.words import REFUSALS, SIGNS
from gongkai_office.local_law.values import default_of, told
from gongkai_office.notices.words import CHANNELS
from gongkai_office.organs.words import Change
from tests.office.administration.recorded_fields import RECORDING, SOURCE, Module, modules
from tests.office.city import City


def recorded() -> Iterator[str]:
    """Yield the verbs that the site's code records."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            if named and node.func.id in RECORDING and node.args and isinstance(node.args[0], ast.Constant):
                yield str(node.args[0].value)


@pytest.mark.parametrize("verb", sorted(set(recorded())))
def test_every_verb_that_is_recorded_has_a_chinese_name_and_its_room(verb: str) -> None:
    assert verb in verbs(), "name it in VERBS of the room's words"
    assert verb.partition(".")[0] in ROOMS


@pytest.mark.parametrize("module", [one for one in modules() if list(one.fields())], ids=lambda one: one.name)
def test_every_field_that_is_recorded_has_a_chinese_name(module: Module) -> None:
    titled = {name for fields in FIELDS.values() for name in fields} | COMMON_FIELDS.keys()
    for room in rooms_words():
        titled |= {name for fields in getattr(room, "FIELDS", {}).values() for name in fields}
    assert {field.name for field in module.fields()} - titled == set(), "name it in FIELDS of the room's words"
    assert module.unread == []


def test_every_word_of_the_program_that_is_recorded_has_a_chinese_name() -> None:
    ways = {BY_PASSWORD, BY_SINGLE_SIGN_ON, "phone", "recovery_code", *Change.values}
    refused = set(REFUSALS)
    for path in (SOURCE / "files").rglob("*.py"):
        refused |= set(re.findall(r'FileRefused\("(\w+)"', path.read_text(encoding="utf-8")))
    reasons = set(re.findall(r'NotUsable\("(\w+)"', inspect.getsource(signing_in_actions))) | set(End)
    named = {"how": ways, "why": reasons, "code": refused, "signs": set(SIGNS), "channels": set(CHANNELS)}
    assert {field: words - VALUES[field].keys() for field, words in named.items()} == {
        field: set() for field in named
    }


@pytest.mark.django_db
def test_a_side_of_an_event_is_told_as_its_pages_tell_it(city: City) -> None:
    key = next(iter(CONVENTIONS))
    choice = {"key": key, "value": default_of(key)}
    shown = side_shown("local_law.conventionchoice", choice)
    assert shown == {"key": CONVENTIONS[key].question, "value": told(key, default_of(key))}
    assert side_shown("jobs.job", {"name": "jobs.prune", "fault": "time"}) == {
        "name": "清理过期的任务记录", "fault": "超过时限",
    }  # fmt: skip
    assert side_shown("accounts.user", {"how": "password", "why": "idle"}) == {
        "how": "口令", "why": "长时间没有操作",
    }  # fmt: skip
    assert side_shown("files.storedfile", {"signs": "macros hidden_text", "code": "slow"}) == {
        "signs": "宏、隐藏文字", "code": "检查超时",
    }  # fmt: skip
    assert side_shown("notices.choice", {"channels": ["email", "gateway"]}) == {"channels": "电子邮件、短信"}
    assert side_shown("organs.organ", {"successors": [city.county.pk]}) == {"successors": str(city.county)}


def test_what_nobody_names_is_shown_by_its_code() -> None:
    assert verb_name("rooms.unknown") == "rooms.unknown"
    assert subject_name("rooms.unknown") == "rooms.unknown"
    assert field_name("rooms.unknown", "colour") == "colour"


def test_a_field_of_an_organ_is_called_as_in_its_lists() -> None:
    assert field_name("organs.organ", "fax") == "传真号码"
    assert field_name("organs.organ", "successor") == "承接机关"


@pytest.mark.parametrize(
    ("subject", "form", "but"),
    [
        ("accounts.user", people.AddPersonForm, ()),
        ("accounts.user", people.ExpiryForm, ()),
        ("accounts.appointment", people.GrantForm, ()),
        ("local_law.conventionchoice", conventions.UploadForm, ("file",)),
        ("local_law.holidaynotice", calendar.NoticeForm, ("text",)),
        ("local_law.holidaynotice", calendar.LocalHolidayForm, ("name", "source", "first", "last", "worked")),
        ("organs.organ", organs.OrganForm, ("system_superior",)),
        ("organs.reviewer", organs.ReviewerForm, ("role", "replacing")),
    ],
    ids=lambda one: one.__name__ if isinstance(one, type) else None,
)
def test_a_field_is_called_in_the_log_as_in_its_form(
    subject: str, form: type[BaseForm], but: tuple[str, ...]
) -> None:
    labels = {name: field.label for name, field in form.base_fields.items() if name not in but}
    assert {name: field_name(subject, name) for name in labels} == labels


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
