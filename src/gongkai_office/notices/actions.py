"""What is done with reminders: sent, read, chosen, tried again; each with one event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Protocol

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from gongkai_office.audit.chain import personal
from gongkai_office.audit.record import Actor, record
from gongkai_office.notices import words
from gongkai_office.notices.channels import Channel, channels
from gongkai_office.notices.errors import NobodyToNotify, NothingFailed, NotOurPage
from gongkai_office.notices.models import Choice, Delivery, Notice, Sending
from gongkai_office.notices.quiet import next_time
from gongkai_office.notices.words import DeliveryState

# A path of this site: it begins with one slash, and holds nothing that a browser reads as another host.
_OUR_PAGE = re.compile(r"/(?![/\\])[!-\[\]-~]*")


class Receiver(Protocol):
    """Whom a reminder is for: a user of the site."""

    pk: Any
    name: str
    email: str
    phone: str


@transaction.atomic
def notify(  # noqa: PLR0913  # what a reminder says, each by its name
    *,
    to: Iterable[Receiver],
    subject: str,
    text: str = "",
    link: str = "",
    outside: str = "",
    by: Actor | None = None,
    organ: int | None = None,
    urgent: bool = False,
) -> Sending:
    """Remind people, each once, on the page and by the channels that they chose; return what was sent.

    `outside` is what mail and text messages say; without it they say only that there is a notice. It must not name
    an applicant. Raises NobodyToNotify where there is nobody, NotOurPage for a link that leads out.
    """
    receivers = list({one.pk: one for one in to}.values())
    if not receivers:
        raise NobodyToNotify(words.NOBODY)
    if link and not _OUR_PAGE.fullmatch(link):
        raise NotOurPage(words.BAD_LINK, link)
    sending = Sending.objects.create(
        by_id=by.pk if by is not None else None,
        organ=organ,
        subject=subject[:120],
        text=text,
        outside=outside[:200],
        link=link,
        urgent=urgent,
    )
    notices = Notice.objects.bulk_create([Notice(sending=sending, to_id=one.pk) for one in receivers])
    deliveries = _deliveries(sending, notices, receivers)
    Delivery.objects.bulk_create(deliveries)
    told = {"subject": personal(subject), "people": len(notices), "deliveries": len(deliveries), "urgent": urgent}
    record("notices.send", sending, by=by, organ=organ, after=told)
    return sending


def notify_organ(organ: int, *, below: bool = False, roles: Sequence[str] = (), **said: Any) -> Sending:
    """Remind the people of an organ, or of all below it as well, with one of some roles where they are given.

    Who they are is known to the function that the settings name (`NOTICES["PEOPLE_OF_ORGAN"]`).
    """
    people = import_string(settings.NOTICES["PEOPLE_OF_ORGAN"])(organ, below=below, roles=tuple(roles))
    return notify(to=people, organ=organ, **said)


def _deliveries(sending: Sending, notices: list[Notice], receivers: list[Receiver]) -> list[Delivery]:
    known = channels()
    chosen = dict(Choice.objects.filter(to__in=[one.pk for one in receivers]).values_list("to", "channels"))
    people = {one.pk: one for one in receivers}
    at = next_time(sending.created_at, urgent=sending.urgent)
    return [
        Delivery(notice=notice, channel=name, not_before=at)
        for notice in notices
        for name in chosen.get(notice.to_id, settings.NOTICES["DEFAULT"])
        if name in known and known[name].address(people[notice.to_id])
    ]


def reachable_by(person: Receiver) -> dict[str, Channel]:
    """Return the channels by which somebody can be reached, whether they chose them or not."""
    return {name: channel for name, channel in channels().items() if channel.address(person)}


@transaction.atomic
def mark_read(*, by: Actor, notices: Iterable[int] | None = None, at: datetime | None = None) -> int:
    """Mark somebody's own notices as read, all where none are named; return how many were not before."""
    unread = Notice.objects.filter(to=by.pk, read_at=None)
    if notices is not None:
        unread = unread.filter(pk__in=list(notices))
    count = unread.update(read_at=at or timezone.now())
    if count:
        record("notices.read", Notice(), by=by, after={"notices": count})
    return count


@transaction.atomic
def mark_unread(*, by: Actor, at: datetime) -> int:
    """Undo what was marked as read at one moment; return how many are unread again."""
    count = Notice.objects.filter(to=by.pk, read_at=at).update(read_at=None)
    if count:
        record("notices.unread", Notice(), by=by, after={"notices": count})
    return count


@transaction.atomic
def choose_channels(*, by: Actor, wanted: Iterable[str]) -> Choice:
    """Set by which channels somebody wants to be reminded besides the page."""
    chosen = sorted(set(wanted) & set(channels()))
    choice, _ = Choice.objects.update_or_create(to_id=by.pk, defaults={"channels": chosen})
    record("notices.choose_channels", choice, by=by, after={"channels": chosen})
    return choice


@transaction.atomic
def retry(sending: Sending, *, by: Actor) -> int:
    """Try the failed deliveries of a sending once more; return how many. NothingFailed where there are none."""
    failed = Delivery.objects.filter(notice__sending=sending, state=DeliveryState.FAILED)
    at = next_time(timezone.now(), urgent=sending.urgent)
    count = failed.update(state=DeliveryState.WAITING, attempts=0, not_before=at, held_until=None)
    if not count:
        raise NothingFailed(words.NOT_FAILED)
    record("notices.retry", sending, by=by, organ=sending.organ, after={"deliveries": count})
    return count


@transaction.atomic
def show_phones(sending: Sending, *, by: Actor) -> None:
    """Write down that somebody is shown the phone numbers of those who got a notice."""
    told = {"people": sending.notices.count()}
    record("notices.show_phones", sending, by=by, organ=sending.organ, after=told)
