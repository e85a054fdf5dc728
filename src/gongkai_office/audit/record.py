"""Write an event to the log, in the transaction of the act itself."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Protocol

from django.conf import settings
from django.db import connection, models
from django.utils import timezone

from gongkai_office.audit.chain import digest_of, personal
from gongkai_office.audit.context import origin
from gongkai_office.audit.models import Event, Head


class Actor(Protocol):
    """Whoever acts: a user of the site. Actions take it as `by`; None is the system itself."""

    pk: Any


class NoTransaction(RuntimeError):
    """An event was to be recorded outside of the transaction of its act."""


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

    `verb` is room.verb ("organs.rename"). `organ` is the key of the organ that it concerns. Call it last in the
    transaction: the chain is locked until that ends. Raises NoTransaction where there is none.
    """
    if not connection.in_atomic_block:
        raise NoTransaction(verb)
    now = timezone.now()
    here = origin.get()
    head, _ = Head.objects.select_for_update().get_or_create(pk=1)
    event = Event(
        number=head.number + 1,
        recorded_at=now,
        happened_at=happened_at or now,
        actor=by.pk if by is not None else None,
        organ=organ,
        verb=verb,
        subject=subject._meta.label_lower,  # noqa: SLF001  # Django's documented interface
        subject_id=str(subject.pk or ""),
        before=before or {},
        after=after or {},
        address=here.address,
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
        name: personal(getattr(thing, name)) if name in about_a_person else _plain(getattr(thing, name))
        for name in names
    }


def changes(before: dict[str, Any], after: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return only what differs, of both sides."""
    changed = [name for name in after if before.get(name) != after[name]]
    return {name: before.get(name) for name in changed}, {name: after[name] for name in changed}


def _plain(value: object) -> object:
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, models.Model):
        return value.pk
    return str(value)
