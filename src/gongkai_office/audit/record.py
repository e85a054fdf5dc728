"""Write an event to the log, in the transaction of the act itself."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Protocol

from django.conf import settings
from django.db import connection, models
from django.utils import timezone

from gongkai_office.audit.chain import digest_of, personal, plain
from gongkai_office.audit.context import origin
from gongkai_office.audit.errors import NoTransaction
from gongkai_office.audit.models import HEAD, Event, Head


class Actor(Protocol):
    """Whoever acts: a user of the site. Actions take it as `by`; None is the system itself."""

    pk: Any


def record(
    verb: str,
    subject: models.Model,
    *,
    by: Actor | None,
    organ: int | None = None,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    happened_at: datetime | None = None,
) -> Event:
    """Append an event and return it.

    `verb` is room.verb ("organs.rename"). `organ` is the key of the organ that it concerns, None for the whole
    installation. Values in `before` and `after` are made plain (chain.plain). Raises NoTransaction
    outside of a transaction.

    The head's row is the lock of the whole chain: from here to the end of the transaction nobody else can record,
    and so nobody else can act. Call it last, and lock nothing after it: who holds the chain and waits for a row
    that another holds, who waits for the chain, is a deadlock. An act that has several events takes all its rows
    first (select_for_update); an import commits in batches of some hundred rows, not in one long transaction.
    What the act's rows refer to is locked here, before the head: PostgreSQL would do so at the commit.
    """
    if not connection.in_atomic_block:
        raise NoTransaction(verb)
    if connection.vendor == "postgresql":
        connection.check_constraints()
    head = Head.objects.select_for_update().get(pk=HEAD)
    now = timezone.now()  # with the lock in hand, so that times follow numbers
    here = origin.get()
    event = Event(
        number=head.number + 1,
        recorded_at=now,
        happened_at=happened_at or now,
        actor=by.pk if by is not None else None,
        organ=organ,
        verb=verb,
        subject=subject._meta.label_lower,  # noqa: SLF001  # Django's documented interface
        subject_id=str(subject.pk or ""),
        before=plain(before or {}),
        after=plain(after or {}),
        address=here.address[:45],  # as much as the column holds: an act must not fail because of it
        request=here.request,
        method=settings.GONGKAI_DIGEST,
        previous=head.digest,
    )
    event.digest = digest_of(event)
    event.save(force_insert=True)
    head.number, head.digest = event.number, event.digest
    head.save(update_fields=["number", "digest"])
    return event


def fields_of(
    thing: models.Model, names: tuple[str, ...], *, about_a_person: tuple[str, ...] = ()
) -> dict[str, Any]:
    """Return fields of a row as the log may hold them: plain, or as keyed digests where they are about a person."""
    return {
        name: personal(getattr(thing, name)) if name in about_a_person else _field(getattr(thing, name))
        for name in names
    }


def changes(before: dict[str, Any], after: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return only what differs, of both sides."""
    changed = [name for name in after if before.get(name) != after[name]]
    return {name: before.get(name) for name in changed}, {name: after[name] for name in changed}


def _field(value: object) -> object:
    return value.pk if isinstance(value, models.Model) else plain(value)
