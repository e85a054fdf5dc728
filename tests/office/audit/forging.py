"""How somebody who owns the database would forge the log: without its triggers; what is done is undone."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from django.db import connection, transaction

from gongkai_office.audit.chain import SAID, digest
from gongkai_office.audit.models import HEAD, Event, Head
from gongkai_office.audit.record import record


class Undone(Exception):
    """Ends a forgery."""


@contextlib.contextmanager
def forged() -> Iterator[None]:
    """Take the triggers away for a while; all that is done meanwhile is undone."""
    with contextlib.suppress(Undone), transaction.atomic():
        drop_guards()
        yield
        raise Undone


def drop_guards() -> None:
    """Take the triggers away."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for table in ("audit_event", "audit_head"):
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            return
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'audit_%'")
        for (name,) in cursor.fetchall():
            cursor.execute(f"DROP TRIGGER {name}")


def write_events(count: int) -> None:
    """Record some events."""
    for number in range(count):
        with transaction.atomic():
            record(
                "organs.change", Head(pk=HEAD), by=None, organ=number % 3 or None, after={"name": f"萤泽{number}"}
            )


def as_values() -> list[dict[str, Any]]:
    """Return all events as the walk over the chain takes them."""
    return list(Event.objects.order_by("number").values(*SAID, "digest"))


def rewritten(event: dict[str, Any], **changed: Any) -> dict[str, Any]:
    """Return an event with other content and the digest that belongs to it."""
    said = {**event, **changed}
    return {**said, "digest": digest(said)}


def rewrite_from(number: int) -> None:
    """Change an event and make every digest after it right again, the head's too: the perfect forgery."""
    events = as_values()
    previous = events[number - 2]["digest"] if number > 1 else ""
    for event in events[number - 1 :]:
        new = rewritten(
            event, previous=previous, **({"verb": "organs.forged"} if event["number"] == number else {})
        )
        Event.objects.filter(number=event["number"]).update(**new)
        previous = new["digest"]
    Head.objects.filter(pk=HEAD).update(digest=previous)
