"""What verbs, subjects and fields of events are called in Chinese: collected from the words of every room.

A room names what it records in any of its modules `words*.py`:

    VERBS = {"organs.rename": "机关更名"}                    # room.verb
    SUBJECTS = {"organs.organ": "机关"}                       # what record() was given, app.model
    FIELDS = {"organs.organ": {"short_name": "简称"}}         # the fields in `before` and `after`

The administration's own words name what is left; what nobody names is shown by its code. Values are shown as their
fields do: choices by their labels, keys of organs and people by name.
"""

from __future__ import annotations

import datetime as dt
import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models

from gongkai.law.convention_words import CONVENTIONS
from gongkai_office.administration.log import words
from gongkai_office.jobs.registry import title_of
from gongkai_office.local_law.values import told
from gongkai_office.pages.templatetags.pages import moment

HOUSE = "gongkai_office."
A_DIGEST = "hmac-"


@cache
def verbs() -> Mapping[str, str]:
    """Return the names of all verbs."""
    return _gathered("VERBS")


@cache
def subjects() -> Mapping[str, str]:
    """Return the names of all subjects."""
    return _gathered("SUBJECTS")


@cache
def _fields() -> Mapping[str, Mapping[str, str]]:
    return _gathered("FIELDS")


def verb_name(verb: str) -> str:
    """Return what a verb is called."""
    return verbs().get(verb, verb)


def subject_name(subject: str) -> str:
    """Return what a kind of thing is called."""
    return subjects().get(subject, subject)


def verbs_by_room() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return all verbs as a select shows them: under the names of their rooms."""
    rooms: dict[str, list[tuple[str, str]]] = {}
    for verb, name in verbs().items():
        room = verb.partition(".")[0]
        rooms.setdefault(words.ROOMS.get(room, words.OTHER_VERBS), []).append((verb, name))
    return sorted(rooms.items())


def field_name(subject: str, field: str) -> str:
    """Return what a field of an event's `before` and `after` is called."""
    own = _fields().get(subject, {})
    return own.get(field) or words.COMMON_FIELDS.get(field, field)


def value_shown(subject: str, field: str, value: Any) -> str:
    """Return a value of `before` or `after` for a person."""
    if value is None or value in ("", [], {}):
        return words.NOTHING
    if isinstance(value, bool):
        return words.YES if value else words.NO
    if isinstance(value, str) and value.startswith(A_DIGEST):
        return words.PERSONAL.format(start=value.partition(":")[2][:12])
    if isinstance(value, list):
        return words.AND.join(value_shown(subject, field, one) for one in value)
    if isinstance(value, dict):
        return words.THEN.join(
            words.IS.format(name=field_name(subject, name), value=value_shown(subject, name, one))
            for name, one in value.items()
        )
    said = words.VALUES.get(field, {})
    if isinstance(value, str) and value and all(word in said for word in value.split()):
        return words.AND.join(said[word] for word in value.split())
    return _by_model(_model_field(subject, field), value)


def side_shown(subject: str, side: Mapping[str, Any]) -> dict[str, str]:
    """Return what stands in `before` or `after` for a person, by its field."""
    if subject == "local_law.conventionchoice" and (key := side.get("key")) in CONVENTIONS:
        side = {**side, "key": CONVENTIONS[key].question, "value": told(key, side.get("value"))}
    elif subject == "jobs.job" and "name" in side:
        side = {**side, "name": title_of(side["name"])}
    return {field: value_shown(subject, field, value) for field, value in side.items()}


def _by_model(field: models.Field[Any, Any] | None, value: Any) -> str:
    if field is not None and field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if field is not None and field.related_model is not None and str(value).isdecimal():
        found = field.related_model._default_manager.filter(pk=value).first()  # noqa: SLF001  # Django's documented interface
        return str(found) if found is not None else words.DELETED_ROW.format(key=value)
    if field is None and isinstance(value, int):
        return str(value)
    return _moment(str(value))


def _moment(said: str) -> str:
    if len(said) > len("2026-03-05T") and said[10] == "T":
        try:
            return moment(dt.datetime.fromisoformat(said))
        except ValueError:
            return said
    return said


def _model_field(subject: str, name: str) -> models.Field[Any, Any] | None:
    try:
        if name in ("organ", "under", "successor", "successors"):
            subject, name = "organs.organ", "system_superior"  # which holds an organ
        field = apps.get_model(subject)._meta.get_field(name)  # noqa: SLF001  # Django's documented interface
    except (LookupError, ValueError, FieldDoesNotExist):
        return None
    return field if isinstance(field, models.Field) else None


def _gathered(name: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for module in rooms_words():
        said = getattr(module, name, None)
        if isinstance(said, dict):
            found.update({key: _beside(found.get(key), value) for key, value in said.items()})
    return found


def _beside(first: Any, later: Any) -> Any:
    """Return what was named first; of names of fields, those of both."""
    if first is None:
        return later
    return {**later, **first} if isinstance(first, dict) else first


def rooms_words() -> Iterator[ModuleType]:
    """Yield the modules of words of all rooms."""
    for app in apps.get_app_configs():
        if app.name.startswith(HOUSE) and app.module is not None:
            for found in pkgutil.walk_packages(app.module.__path__, f"{app.name}."):
                if found.name.rpartition(".")[2].startswith("words"):
                    yield import_module(found.name)
