"""What is asked of the log: which events somebody may see, a window of them, the state of the chain."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models import Q, QuerySet

from gongkai_office.accounts.gate import Action, may, organs_for
from gongkai_office.accounts.models import User
from gongkai_office.administration.log import words
from gongkai_office.administration.log.naming import field_name, side_shown, subject_name, verb_name
from gongkai_office.administration.log.subjects import CALLED, called
from gongkai_office.audit.chain import digest_of
from gongkai_office.audit.errors import UnknownMethod
from gongkai_office.audit.guards import missing_guards
from gongkai_office.audit.heads import HeadLine, read_heads
from gongkai_office.audit.models import HEAD, Event, Head
from gongkai_office.jobs.models import Job
from gongkai_office.jobs.words import State
from gongkai_office.organs.models import Organ

A_WINDOW = 50
COUNTED = 1000
HEADS_SHOWN = 30
PEOPLE_FOUND = 500


class Row(NamedTuple):
    """An event with the names of who and what it tells of; `name` is what its subject is called today."""

    event: Event
    actor: str
    organ: str
    verb: str
    subject: str
    name: str = ""


class Window(NamedTuple):
    """Some events, the newest first, where newer and older ones go on, and how many there are up to COUNTED."""

    rows: list[Row]
    newer: int | None
    older: int | None
    found: int

    @property
    def more(self) -> bool:
        """Tell whether there are more than were counted."""
        return self.found > COUNTED


def sees_everything(user: Any, action: Action) -> bool:
    """Tell whether somebody's reach has every organ: all roots, with all below."""
    return all(may(user, action, root, below=True) for root in Organ.objects.filter(depth=1))


def visible(user: Any, action: Action = Action.READ_LOG) -> QuerySet[Event]:
    """Return the events of the organs in somebody's reach; those without an organ with reach over a root."""
    if sees_everything(user, action) and may(user, action):
        return Event.objects.all()
    reached = Q(organ__in=organs_for(user, action).values("pk"))
    return Event.objects.filter(reached | Q(organ=None) if may(user, action) else reached)


def searched(events: QuerySet[Event], said: Mapping[str, Any]) -> QuerySet[Event]:
    """Return the events that answer all conditions of the form."""
    plain = {
        "recorded_at__gte": said.get("since"),
        "recorded_at__lt": said.get("until"),
        "verb": said.get("verb"),
        "subject": said.get("subject"),
        "subject_id": said.get("subject_id"),
        "number": said.get("number"),
    }
    events = events.filter(**{name: value for name, value in plain.items() if value not in (None, "")})
    if organ := said.get("organ"):
        events = of_organ(events, organ, below=bool(said.get("below")))
    if person := said.get("person"):
        people = User.objects.filter(Q(username__icontains=person) | Q(name__icontains=person)).values("pk")
        # The keys themselves, for a database plans with them better than with a question.
        acted = Q(actor__in=[one["pk"] for one in people[:PEOPLE_FOUND]])
        events = events.filter(acted | Q(actor=None) if person == words.SYSTEM else acted)
    return events


def of_organ(events: QuerySet[Event], organ: Organ, *, below: bool) -> QuerySet[Event]:
    """Return the events of one organ, and of all below it."""
    if not below:
        return events.filter(organ=organ.pk)
    return events.filter(organ__in=Organ.objects.filter(path__startswith=organ.path).values("pk"))


def window(events: QuerySet[Event], *, before: int | None = None, after: int | None = None) -> Window:
    """Return the newest events, or those next to a number on either side; without counting what lies between."""
    if after is not None:
        found = list(events.filter(number__gt=after).order_by("number")[: A_WINDOW + 1])
        more_newer, more_older = len(found) > A_WINDOW, True
        found = found[:A_WINDOW][::-1]
    else:
        asked = events if before is None else events.filter(number__lt=before)
        found = list(asked.order_by("-number")[: A_WINDOW + 1])
        more_newer, more_older = before is not None, len(found) > A_WINDOW
        found = found[:A_WINDOW]
    newer = found[0].number if found and more_newer else None
    older = found[-1].number if found and more_older else None
    return Window(with_subjects(named(found)), newer, older, events.order_by()[: COUNTED + 1].count())


def named(events: Iterable[Event]) -> list[Row]:
    """Return events with the names of people and organs, asked for once."""
    events = list(events)
    people = User.objects.in_bulk({event.actor for event in events if event.actor})
    organs = Organ.objects.in_bulk({event.organ for event in events if event.organ})
    return [
        Row(
            event,
            words.SYSTEM if event.actor is None else str(people.get(event.actor) or event.actor),
            words.WHOLE_INSTALLATION if event.organ is None else str(organs.get(event.organ) or event.organ),
            verb_name(event.verb),
            subject_name(event.subject),
        )
        for event in events
    ]


def with_subjects(rows: list[Row]) -> list[Row]:
    """Return rows with what their subjects are called today: one question for each kind of thing."""
    wanted: dict[str, set[str]] = {}
    for row in rows:
        if row.event.subject in CALLED and row.event.subject_id.isdecimal():
            wanted.setdefault(row.event.subject, set()).add(row.event.subject_id)
    found = {(kind, str(key)): name for kind, keys in wanted.items() for key, name in called(kind, keys)}
    return [row._replace(name=found.get((row.event.subject, row.event.subject_id), "")) for row in rows]


class Changed(NamedTuple):
    """A field of an event: its name, and what it was and became, as a person reads it."""

    name: str
    before: str
    after: str


def changed(event: Event) -> list[Changed]:
    """Return the fields of an event, both sides."""
    before, after = (side_shown(event.subject, side) for side in (event.before, event.after))
    names = dict.fromkeys((*before, *after))
    return [Changed(field_name(event.subject, name), before.get(name, ""), after.get(name, "")) for name in names]


class Proof(NamedTuple):
    """Whether an event's digest is that of its content (None: unknown), and whether it follows the one before."""

    own: bool | None
    linked: bool


def proof(event: Event) -> Proof:
    """Hold one event against its digest and the event before it."""
    try:
        own = digest_of(event) == event.digest
    except UnknownMethod:
        own = None
    before = Event.objects.filter(number=event.number - 1).values_list("digest", flat=True).first()
    return Proof(own, event.previous == (before or ""))


class OutsideHead(NamedTuple):
    """An exported head, when it went out, and whether the chain has it."""

    line: HeadLine
    at: dt.datetime | None
    held: bool


class Chain(NamedTuple):
    """The state of the chain: its head, its guard, the last verification, one that runs, and what went outside."""

    head: Head | None
    method: str
    missing: tuple[str, ...]
    last: Job | None
    running: Job | None
    heads: list[OutsideHead]
    exported: int
    beside_data: bool


def chain() -> Chain:
    """Return the state of the chain."""
    head = Head.objects.filter(pk=HEAD).first()
    method = Event.objects.values_list("method", flat=True).first() or settings.GONGKAI_DIGEST
    jobs = Job.objects.filter(name="audit.verify").select_related("by")
    last = jobs.filter(state__in=[State.DONE, State.FAILED]).order_by("-ended_at").first()
    running = jobs.filter(state__in=[State.WAITING, State.RUNNING]).first()
    try:
        lines = read_heads(settings.GONGKAI_HEADS).lines
    except OSError:
        lines = ()
    return Chain(head, method, missing_guards(), last, running, _held(lines), len(lines), heads_beside_data())


def heads_beside_data() -> bool:
    """Tell whether the exported heads lie among the data: who can alter the one can alter the other."""
    return bool(settings.GONGKAI_HEADS.is_relative_to(settings.DATA))


def _held(lines: tuple[HeadLine, ...]) -> list[OutsideHead]:
    shown = lines[-HEADS_SHOWN:][::-1]
    numbers = [line.number for line in shown]
    digests = dict(Event.objects.filter(number__in=numbers).values_list("number", "digest"))
    return [OutsideHead(line, _moment(line.when), digests.get(line.number, "") == line.digest) for line in shown]


def _moment(said: str) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(said)
    except ValueError:
        return None
