"""Which reminders somebody sees, and whom one would reach."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.http import Http404
from django.utils import timezone

from gongkai_office.accounts.gate import Action, holds_on, may, organs_for
from gongkai_office.accounts.models import Appointment, User
from gongkai_office.accounts.queries import people_for
from gongkai_office.administration.notices.forms import WriteForm
from gongkai_office.administration.notices.people import people_at
from gongkai_office.notices.models import Delivery, Notice, Sending
from gongkai_office.notices.queries import ON_THE_WAY, receivers_of
from gongkai_office.notices.words import DeliveryState
from gongkai_office.organs.models import Organ

_DELIVERIES = {"failed": (DeliveryState.FAILED,), "waiting": ON_THE_WAY}


def visible_sendings(user: Any) -> QuerySet[Sending]:
    """Return what somebody sent, and what was sent for organs for which they may send.

    Who looks after the whole installation sees what it sent for itself, too.
    """
    organs = organs_for(user, Action.SEND_NOTICES).values("pk")
    theirs = Q(by=user.pk) | Q(organ__in=organs)
    if may(user, Action.SEE_HEALTH):
        theirs |= Q(by=None, organ=None)
    return Sending.objects.filter(theirs).select_related("by")


def filtered(sendings: QuerySet[Sending], asked: dict[str, Any], user: Any) -> QuerySet[Sending]:
    """Return the sendings that a filter asks for."""
    if asked.get("q"):
        sendings = sendings.filter(subject__icontains=asked["q"])
    if asked.get("state") == "mine":
        return sendings.filter(by=user.pk)
    if asked.get("state") == "unread":
        return sendings.filter(Exists(Notice.objects.filter(sending=OuterRef("pk"), read_at=None)))
    if states := _DELIVERIES.get(asked.get("state", "")):
        return sendings.filter(Exists(Delivery.objects.filter(notice__sending=OuterRef("pk"), state__in=states)))
    return sendings


def sending_or_404(user: Any, key: int) -> Sending:
    """Return a sending that somebody may see."""
    sending = visible_sendings(user).filter(pk=key).first()
    if sending is None:
        raise Http404
    return sending


def with_organ(rows: QuerySet[Any], at: str = "organ") -> QuerySet[Any]:
    """Return rows with `organ_name`: that of the organ in whose name they were sent, or which they concern."""
    named: QuerySet[Any] = rows.annotate(organ_name=Subquery(Organ.objects.filter(pk=OuterRef(at)).values("name")))
    return named


def notice_or_404(user: Any, key: int) -> Notice:
    """Return one of somebody's own notices."""
    found = Notice.objects.filter(to=user.pk, pk=key).select_related("sending__by")
    notice: Notice | None = with_organ(found, "sending__organ").first()
    if notice is None:
        raise Http404
    return notice


def phoned_by(user: Any, sending: Sending) -> QuerySet[Notice]:
    """Return a sending's notices to people whom somebody may remind today: no phone of anybody else is shown."""
    return receivers_of(sending).filter(to__in=people_for(user, Action.SEND_NOTICES).values("pk"))


class Reach(NamedTuple):
    """Whom a reminder would reach: all but who writes, how many organs, and those for which nobody would hear."""

    people: list[User]
    organs: int
    silent: list[Organ]


def reach_of(form: WriteForm) -> Reach:
    """Return whom a valid form would reach."""
    organs = form.organs()
    roles = form.cleaned_data["roles"]
    people = list(people_at(organs, roles=roles).order_by("organ__path", "name", "pk"))
    others = [person for person in people if person.pk != form.user.pk]
    heard = {person.organ_id for person in people}
    if roles:
        held = Appointment.objects.filter(holds_on(timezone.localdate()), role__in=roles, user__in=people)
        heard = set(held.values_list("organ", flat=True))
    meant = list(organs)
    return Reach(others, len(meant), [organ for organ in meant if organ.pk not in heard])
