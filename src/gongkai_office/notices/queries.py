"""Questions about reminders."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

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
    """Return sendings with how many people they went to, how many read them, and how many messages failed or wait."""
    on_the_way = Q(notices__deliveries__state__in=(DeliveryState.WAITING, DeliveryState.SENDING))
    return sendings.annotate(
        people=Count("notices", distinct=True),
        read=Count("notices", filter=Q(notices__read_at__isnull=False), distinct=True),
        failed=Count("notices__deliveries", filter=Q(notices__deliveries__state=DeliveryState.FAILED), distinct=True),
        waiting=Count("notices__deliveries", filter=on_the_way, distinct=True),
    )


def receivers_of(sending: Sending) -> QuerySet[Notice]:
    """Return the notices of a sending with whom they are for: those not reached first, then not read, then the rest."""
    went_out = Delivery.objects.filter(notice=OuterRef("pk"), state=DeliveryState.SENT)
    return (
        sending.notices.annotate(went_out=Exists(went_out), was_read=Q(read_at__isnull=False))
        .select_related("to__organ")
        .prefetch_related("deliveries")
        .order_by("was_read", "went_out", "to__organ__path", "to__name", "pk")
    )
