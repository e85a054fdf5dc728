"""How an event's digest is made: canonical JSON of what it says and of the digest before it."""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import datetime
from typing import Any

from django.conf import settings

from gongkai_office.audit.models import Event

SAID = (
    "number", "recorded_at", "happened_at", "actor", "organ", "verb", "subject", "subject_id",
    "before", "after", "address", "request", "method", "previous",
)  # fmt: skip


def digest_of(event: Event) -> str:
    """Return the digest that an event must have, in hexadecimal digits, by its own method."""
    said = {field: getattr(event, field) for field in SAID}
    return hashlib.new(event.method, canonical(said)).hexdigest()


def canonical(said: dict[str, Any]) -> bytes:
    """Return the one way to write values down: sorted keys, no blanks, times in UTC to the microsecond."""
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_written).encode()


def _written(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat(timespec="microseconds")
    return str(value)


def personal(value: object) -> str:
    """Return a keyed digest that stands for a personal value in the log: equal values have equal ones."""
    if value in (None, ""):
        return ""
    method = settings.GONGKAI_DIGEST
    return f"hmac-{method}:{hmac.new(settings.GONGKAI_LOG_KEY, str(value).encode(), method).hexdigest()}"
