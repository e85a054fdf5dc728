"""Which reminders somebody sees, and whom one would reach."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from gongkai_office.accounts.gate import Action, holds_on, organs_for
from gongkai_office.accounts.models import Appointment, User
from gongkai_office.accounts.queries import people_for
from gongkai_office.administration.notices.forms import WriteForm
from gongkai_office.administration.notices.people import people_at
from gongkai_office.notices.models import Delivery, Notice, Sending
from gongkai_office.notices.queries import receivers_of
from gongkai_office.notices.words import DeliveryState
from gongkai_office.organs.models import Organ


def visible_sendings(user: Any) -> QuerySet[Sending]:
    """Return what somebody sent, and what was sent for organs for which they may send."""
    organs = organs_for(user, Action.SEND_NOTICES).values("pk")
    return Sending.objects.filter(Q(by=user.pk) | Q(organ__in=organs)).select_related("by")


def filtered(sendings: QuerySet[Sending], asked: dict[str, Any], user: Any) -> QuerySet[Sending]:
    """Return the sendings that a filter asks for."""
    if asked.get("q"):
        sendings = sendings.filter(subject__icontains=asked["q"])
    if asked.get("state") == "mine":
        return sendings.filter(by=user.pk)
    if asked.get("state") == "unread":
        return sendings.filter(Exists(Notice.objects.filter(sending=OuterRef("pk"), read_at=None)))
    if asked.get("state") == "failed":
        failed = Delivery.objects.filter(notice__sending=OuterRef("pk"), state=DeliveryState.FAILED)
        return sendings.filter(Exists(failed))
    return sendings


def sending_or_404(user: Any, key: int) -> Sending:
    """Return a sending that somebody may see."""
    sending = visible_sendings(user).filter(pk=key).first()
    if sending is None:
        raise Http404
    return sending


def notice_or_404(user: Any, key: int) -> Notice:
    """Return one of somebody's own notices."""
    notice = Notice.objects.filter(to=user.pk, pk=key).select_related("sending__by").first()
    if notice is None:
        raise Http404
    return notice


def phoned_by(user: Any, sending: Sending) -> QuerySet[Notice]:
    """Return a sending's notices to people whom somebody may remind today: no phone of anybody else is shown."""
    return receivers_of(sending).filter(to__in=people_for(user, Action.SEND_NOTICES).values("pk"))


class Reach(NamedTuple):
    """Whom a reminder would reach: the people, how many organs, and the organs that nobody would hear for."""

    people: list[User]
    organs: int
    silent: list[Organ]


def reach_of(form: WriteForm) -> Reach:
    """Return whom a valid form would reach."""
    organs = form.organs()
    roles = form.cleaned_data["roles"]
    people = list(people_at(organs, roles=roles).order_by("organ__path", "name", "pk"))
    heard = {person.organ_id for person in people}
    if roles:
        held = Appointment.objects.filter(holds_on(timezone.localdate()), role__in=roles, user__in=people)
        heard = set(held.values_list("organ", flat=True))
    meant = list(organs)
    return Reach(people, len(meant), [organ for organ in meant if organ.pk not in heard])
