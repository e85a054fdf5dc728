"""Questions about reminders."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from gongkai_office.notices.models import Delivery, Notice, Sending
from gongkai_office.notices.words import DeliveryState

ON_THE_WAY = (DeliveryState.WAITING, DeliveryState.SENDING)
LATELY = timedelta(days=7)
LATE = timedelta(minutes=15)
# What a city's own channel may have put into its reason: addresses, numbers.
_OF_A_PERSON = re.compile(r"[\w.+-]+@[\w.-]+|\+?\d[\d -]{3,}[\dXx]")


class Troubles(NamedTuple):
    """What keeps messages in the house: how many were given up lately, wait for another attempt, should be gone.

    `since` is when the oldest of them was asked for, `reason` the last reason, without what is about a person.
    """

    failed: int
    retried: int
    late: int
    since: datetime | None
    reason: str

    @property
    def any(self) -> bool:
        """Tell whether there are any."""
        return bool(self.failed or self.retried or self.late)


def failed_lately() -> Q:
    """Return the condition on a Delivery that it was given up lately."""
    return Q(state=DeliveryState.FAILED, not_before__gte=timezone.now() - LATELY)


def troubles() -> Troubles:
    """Return what keeps messages in the house, of the whole installation: in two questions at most."""
    failed, retried = failed_lately(), Q(state=DeliveryState.WAITING, attempts__gt=0)
    since = timezone.now() - LATE
    late = Q(state=DeliveryState.WAITING, attempts=0, not_before__lte=since)
    late |= Q(state=DeliveryState.SENDING, held_until__lte=since)
    here = Delivery.objects.filter(failed | retried | late)
    found = here.aggregate(
        failed=Count("pk", filter=failed),
        retried=Count("pk", filter=retried),
        late=Count("pk", filter=late),
        since=Min("notice__sending__created_at"),
    )
    last = here.exclude(error="").order_by("-not_before").values_list("error", flat=True).first()
    return Troubles(**found, reason=_OF_A_PERSON.sub("…", last or ""))


def unsent_by_state() -> dict[str, int]:
    """Return how many messages were not sent, by state."""
    unsent = (*ON_THE_WAY, DeliveryState.FAILED)
    rows = Delivery.objects.filter(state__in=unsent).order_by().values_list("state").annotate(count=Count("pk"))
    return dict.fromkeys(map(str, unsent), 0) | dict(rows)


def unread_of(person: Any) -> int:
    """Return how many notices somebody has not read: one look into an index."""
    return Notice.objects.filter(to=person.pk, read_at=None).count()


def inbox_of(person: Any, *, unread_only: bool = False) -> QuerySet[Notice]:
    """Return somebody's notices, the newest first."""
    found = Notice.objects.filter(to=person.pk).select_related("sending__by")
    return found.filter(read_at=None) if unread_only else found


def with_counts(sendings: QuerySet[Sending]) -> QuerySet[Sending]:
    """Return sendings, the newest first: how many people they went to, how many read them, what failed or waits.

    Each count is a question of its own, asked only for the rows that are shown.
    """
    notices = Notice.objects.filter(sending=OuterRef("pk"))
    deliveries = Delivery.objects.filter(notice__sending=OuterRef("pk"))
    return sendings.annotate(
        people=_count(notices, "sending"),
        read=_count(notices.filter(read_at__isnull=False), "sending"),
        failed=_count(deliveries.filter(state=DeliveryState.FAILED), "notice__sending"),
        waiting=_count(deliveries.filter(state__in=ON_THE_WAY), "notice__sending"),
    ).order_by("-pk")


def _count(rows: QuerySet[Any], key: str) -> Coalesce:
    counted = rows.order_by().values(key).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted), 0)


def receivers_of(sending: Sending) -> QuerySet[Notice]:
    """Return the notices of a sending with whom they are for: who was not reached first, who read it last."""
    went_out = Delivery.objects.filter(notice=OuterRef("pk"), state=DeliveryState.SENT)
    return (
        sending.notices.annotate(went_out=Exists(went_out), was_read=Q(read_at__isnull=False))
        .select_related("to__organ")
        .prefetch_related("deliveries")
        .order_by("was_read", "went_out", "to__organ__path", "to__name", "pk")
    )
