"""How an event's digest is made: canonical JSON of what it says and of the digest before it."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import json
from collections.abc import Mapping
from typing import Any

from django.conf import settings

from gongkai_office.audit.errors import UnknownMethod
from gongkai_office.audit.models import Event

SAID = (
    "number", "recorded_at", "happened_at", "actor", "organ", "verb", "subject", "subject_id",
    "before", "after", "address", "request", "method", "previous",
)  # fmt: skip


def digest_of(event: Event) -> str:
    """Return the digest that an event must have, in hexadecimal digits, by its own method."""
    return digest({field: getattr(event, field) for field in SAID})


def digest(said: Mapping[str, Any]) -> str:
    """Return the digest of what an event says: the fields of SAID; others are left aside.

    Raises UnknownMethod where the machine has none of that name.
    """
    try:
        return hashlib.new(str(said["method"]), canonical({field: said[field] for field in SAID})).hexdigest()
    except (ValueError, TypeError) as error:  # TypeError: a method whose digest has no length of its own
        raise UnknownMethod(str(said["method"])) from error


def canonical(said: Mapping[str, Any]) -> bytes:
    """Return the one way to write values down: sorted keys, no blanks, times in UTC to the microsecond."""
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_written).encode()


def _written(value: object) -> str:
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat(timespec="microseconds")
    return str(value)


def plain(value: object) -> Any:
    """Return a value as every database gives it back: text, whole numbers, truth, None, lists and tables of these.

    Anything else becomes its text, so that an act never fails because of what the log is told; so do floats, which
    databases write differently. What no database can hold in a text is replaced.
    """
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return int(value)
    if isinstance(value, Mapping):
        return {plain(str(key)): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(one) for one in value]
    said = str.__str__(value) if isinstance(value, str) else _written(value)
    return said.encode("utf-8", "replace").decode().replace("\0", "\N{SYMBOL FOR NULL}")


def personal(value: object) -> str:
    """Return a keyed digest that stands for a personal value in the log: equal values have equal ones."""
    if value in (None, ""):
        return ""
    method = settings.GONGKAI_DIGEST
    return f"hmac-{method}:{hmac.new(settings.GONGKAI_LOG_KEY, str(value).encode(), method).hexdigest()}"
