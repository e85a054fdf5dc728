"""Send what is due, each message by itself: a job's work, run by as many workers as there are."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from gongkai_office.notices import words
from gongkai_office.notices.channels import Message, channels
from gongkai_office.notices.errors import Permanent, Temporary
from gongkai_office.notices.models import Delivery
from gongkai_office.notices.quiet import next_time
from gongkai_office.notices.words import DeliveryState

# After a failure another attempt, after the last none.
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 180))
HOLD = timedelta(minutes=5)
AT_ONCE = 200
_log = logging.getLogger(__name__)


def deliver_due(
    progress: Callable[[int, int], None] | None = None, *, now: datetime | None = None
) -> dict[str, int]:
    """Send the deliveries that are due, some two hundred at a time; return how many were sent and how many not."""
    due = list(_due(now or timezone.now()).values_list("pk", flat=True)[:AT_ONCE])
    told = {"sent": 0, "failed": 0}
    for number, key in enumerate(due, 1):
        delivery = _taken(key, now or timezone.now())
        if delivery is not None:
            told["sent" if deliver(delivery, now=now) else "failed"] += 1
        if progress:
            progress(number, len(due))
    return told


def something_is_due() -> bool:
    """Tell whether anything is to be sent now: one look into an index."""
    return _due(timezone.now()).exists()


def _due(now: datetime) -> QuerySet[Delivery]:
    waiting = Q(state=DeliveryState.WAITING, not_before__lte=now)
    dropped = Q(state=DeliveryState.SENDING, held_until__lte=now)
    return Delivery.objects.filter(waiting | dropped).order_by("not_before", "pk")


def _taken(key: int, now: datetime) -> Delivery | None:
    """Take a delivery for this worker; None where another has it."""
    taken = _due(now).filter(pk=key).order_by().update(state=DeliveryState.SENDING, held_until=now + HOLD)
    return Delivery.objects.select_related("notice__sending", "notice__to").get(pk=key) if taken else None


def deliver(delivery: Delivery, *, now: datetime | None = None) -> bool:
    """Send one message and write down what became of it; say whether it was taken.

    It is written down after it was sent: a worker that dies in between makes it be sent again, with the same key,
    which the gateway knows it by. The other order would lose messages.
    """
    delivery.attempts += 1
    error = _error_of_sending(delivery)
    delivery.held_until = None
    delivery.error = error.reason[:300] if error else ""
    moment = now or timezone.now()
    if error is None:
        delivery.state, delivery.sent_at = DeliveryState.SENT, moment
    elif isinstance(error, Permanent) or delivery.attempts > len(PAUSES):
        delivery.state = DeliveryState.FAILED
    else:
        delivery.state = DeliveryState.WAITING
        again = moment + PAUSES[delivery.attempts - 1]
        delivery.not_before = next_time(again, urgent=delivery.notice.sending.urgent)
    delivery.save(update_fields=["state", "sent_at", "error", "attempts", "held_until", "not_before"])
    return error is None


def _error_of_sending(delivery: Delivery) -> Temporary | Permanent | None:
    channel = channels().get(delivery.channel)
    if channel is None:
        return Permanent(words.UNKNOWN_CHANNEL.format(name=words.CHANNELS.get(delivery.channel, delivery.channel)))
    address = channel.address(delivery.notice.to)
    if not address:
        return Permanent(words.NO_ADDRESS)
    try:
        channel.send(message_of(delivery, address))
    except (Temporary, Permanent) as error:
        return error
    except Exception as error:  # noqa: BLE001  # a city's own channel may raise anything: others must still be delivered
        _log.exception("The channel %s failed", delivery.channel)
        return Temporary(words.CHANNEL_FAULT.format(why=type(error).__name__))
    return None


def message_of(delivery: Delivery, address: str) -> Message:
    """Return what leaves the house: never the notice's text, which may name people."""
    sending = delivery.notice.sending
    plain = words.OUTSIDE_URGENT if sending.urgent else words.OUTSIDE
    text = sending.outside or plain
    subject = words.OUTSIDE_SUBJECT.format(subject=text.splitlines()[0][:60])
    return Message(delivery.key, address, subject, text, _link(delivery))


def _link(delivery: Delivery) -> str:
    return f"{settings.NOTICES['SITE']}{reverse('administration:notice', args=[delivery.notice_id])}"
