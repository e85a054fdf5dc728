"""What the things that events tell of are called today.

Files and sent notices are left out: of their names, which may be about a person, the log has digests alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from django.apps import apps

from gongkai.law.convention_words import CONVENTIONS


class Calling(NamedTuple):
    """How a kind of thing is called: what is asked for with it, and its name."""

    related: tuple[str, ...]
    name: Callable[[Any], str]


def _role(one: Any) -> str:
    return f"{one.user.name} {one.get_role_display()} {one.organ}"


def _question(one: Any) -> str:
    return CONVENTIONS[one.key].question if one.key in CONVENTIONS else str(one.key)


CALLED = {
    "accounts.accessreview": Calling(("organ",), lambda one: str(one.organ)),
    "accounts.accountreset": Calling(("user",), lambda one: str(one.user)),
    "accounts.appointment": Calling(("user", "organ"), _role),
    "accounts.user": Calling((), str),
    "jobs.job": Calling((), lambda one: str(one.title)),
    "jobs.schedule": Calling((), lambda one: str(one.title)),
    "local_law.conventionchoice": Calling((), _question),
    "local_law.holidaynotice": Calling((), str),
    "organs.organ": Calling((), str),
    "organs.reviewer": Calling((), lambda one: str(one.name)),
}


def called(kind: str, keys: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield the keys of the things that are still there with their names, asked for once."""
    calling = CALLED[kind]
    found = apps.get_model(kind)._default_manager.filter(pk__in=keys)  # noqa: SLF001  # Django's documented interface
    for one in found.select_related(*calling.related) if calling.related else found:
        yield one.pk, calling.name(one)
