"""Questions about reminders."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from gongkai_office.notices.models import Delivery, Notice, Sending
from gongkai_office.notices.words import DeliveryState


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
    on_the_way = (DeliveryState.WAITING, DeliveryState.SENDING)
    return sendings.annotate(
        people=_count(notices, "sending"),
        read=_count(notices.filter(read_at__isnull=False), "sending"),
        failed=_count(deliveries.filter(state=DeliveryState.FAILED), "notice__sending"),
        waiting=_count(deliveries.filter(state__in=on_the_way), "notice__sending"),
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
