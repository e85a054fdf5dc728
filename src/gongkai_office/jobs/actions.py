"""Queue a job."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from gongkai_office.audit.record import Actor
from gongkai_office.jobs.models import Job
from gongkai_office.jobs.registry import KINDS
from gongkai_office.jobs.words import State


@transaction.atomic
def enqueue(
    name: str,
    *,
    by: Actor | None,
    organ: int | None = None,
    key: str = "",
    run_after: datetime | None = None,
    **arguments: Any,
) -> Job:
    """Queue a job in the transaction of the act that wants it, and return it.

    With a `key`, an unfinished job of that key is returned instead of a second one. Raises KeyError for a name that
    no function is registered under.
    """
    kind = KINDS[name]
    if key and (waiting := Job.objects.filter(key=key, state__in=[State.WAITING, State.RUNNING]).first()):
        return waiting
    return Job.objects.create(
        name=kind.name,
        arguments=arguments,
        key=key,
        organ=organ,
        by_id=by.pk if by is not None else None,
        run_after=run_after or timezone.now(),
    )
