"""Hold the whole chain of the database against itself, its head, and what was exported of it (核验)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import DatabaseError
from django.db.models import Max, Min, QuerySet

from gongkai_office.audit import words
from gongkai_office.audit.chain import SAID
from gongkai_office.audit.guards import missing_guards
from gongkai_office.audit.heads import Comparison, Heads, not_as_exported, read_heads
from gongkai_office.audit.links import Break, Breaks, Place, follow, told
from gongkai_office.audit.models import HEAD, Event, Head
from gongkai_office.audit.words import Flaw

A_BATCH = 2_000  # events in memory at a time

Values = dict[str, Any]

# What reading a row raises where a value was forced into it that its field cannot be.
BROKEN_VALUES = (ValueError, TypeError, AttributeError, OverflowError, DatabaseError)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found: how many events, the head that they were held against, the breaks, and how many there are."""

    events: int
    number: int
    digest: str
    breaks: tuple[Break, ...]
    count: int
    heads: int = 0

    @property
    def holds(self) -> bool:
        """Tell whether the chain holds."""
        return not self.count

    @property
    def sentences(self) -> tuple[str, ...]:
        """Return the verdict in Chinese sentences."""
        if self.holds:
            compared = words.HEADS_COMPARED.format(count=self.heads) if self.heads else words.NO_HEADS
            return (words.HOLDS.format(events=self.events, number=self.number, digest=self.digest), compared)
        return told(self.breaks, self.count)

    def as_json(self) -> dict[str, Any]:
        """Return it as a job's result holds it."""
        plain = {name: getattr(self, name) for name in ("events", "number", "digest", "count", "heads", "holds")}
        return {**plain, "breaks": [one.as_json() for one in self.breaks], "sentences": list(self.sentences)}


def silent(done: int, total: int) -> None:
    """Tell nobody how far the work is."""


def verify(heads_file: Path | None = None, *, progress: Callable[[int, int], None] = silent) -> Verdict:
    """Verify the chain up to its head as it is now, in batches; events may be recorded meanwhile.

    `heads_file` is the file of exported heads to hold it against. `progress` is told events done and in all.
    """
    head = Head.objects.filter(pk=HEAD).first()
    goal = head.number if head is not None else _last_number()
    # The file after the head: what the log tells of exports up to here has to be in it.
    heads = read_heads(heads_file) if heads_file is not None else Heads()
    comparison = Comparison([line for line in heads.lines if line.number <= goal])
    found, place, events = Breaks(), Place(), 0
    if head is None:
        found.add([Break(Flaw.NO_HEAD)])
    for batch in _batches(goal):
        place, breaks = follow(place, batch)
        found.add(breaks)
        for event in batch:
            found.add(comparison.see(event["number"], event.get("digest")))
        events += len(batch)
        progress(events, max(goal, events))
    if head is not None:
        found.add(_end(place, head))
    found.add([*heads.unreadable, *comparison.unseen(), *_beyond(heads, goal)])
    found.add([*(_lost(heads, goal) if heads_file is not None else ()), *_guards()])
    digest = head.digest if head is not None else ""
    return Verdict(events, goal, digest, tuple(found.kept), found.count, len(heads.lines))


def _batches(goal: int) -> Iterator[list[Values]]:
    lowest = Event.objects.aggregate(lowest=Min("number"))["lowest"]
    after = (1 if lowest is None else min(lowest, 1)) - 1
    while batch := _batch(Event.objects.order_by("number").filter(number__gt=after, number__lte=goal)):
        yield batch
        after = batch[-1]["number"]


def _batch(events: QuerySet[Event]) -> list[Values]:
    """Return the next events; of one into which somebody wrote what no field can hold, what can be read."""
    try:
        return list(events.values(*SAID, "digest")[:A_BATCH])
    except BROKEN_VALUES:
        return [_alone(number) for number in events.values_list("number", flat=True)[:A_BATCH]]


def _alone(number: int) -> Values:
    event = Event.objects.filter(number=number)
    for fields in ((*SAID, "digest"), ("number", "previous", "digest")):
        try:
            return dict(event.values(*fields).get())
        except BROKEN_VALUES:
            continue
    return {"number": number}


def _end(place: Place, head: Head) -> list[Break]:
    """Hold the last event against the head, and see that nothing stands after the head of this moment."""
    found = []
    if place.number < head.number:
        found.append(Break(Flaw.MISSING, place.number + 1, head.number))
    elif place.digest != head.digest:
        found.append(Break(Flaw.HEAD_DIFFERS, head.number))
    last = _last_number()  # before the head is read again: events that come meanwhile move both
    now = Head.objects.filter(pk=HEAD).first() or head
    if last > now.number:
        found.append(Break(Flaw.AFTER_HEAD, now.number + 1, last))
    return found


def _last_number() -> int:
    return int(Event.objects.aggregate(last=Max("number"))["last"] or 0)


def _beyond(heads: Heads, goal: int) -> list[Break]:
    """Return the exported heads after the goal that the chain does not have: some may have come meanwhile."""
    later = [line for line in heads.lines if line.number > goal]
    had = set(Event.objects.filter(number__gt=goal).values_list("number", "digest")) if later else set()
    return [not_as_exported(line) for line in later if (line.number, line.digest) not in had]


def _lost(heads: Heads, goal: int) -> list[Break]:
    """See that the file has the head whose export the log told of last, up to the goal."""
    exports = Event.objects.filter(verb="audit.export_head", number__lte=goal)
    last = exports.values_list("after", flat=True).first()
    number = last.get("number") if isinstance(last, dict) else None
    if not isinstance(number, int) or any(line.number == number for line in heads.lines):
        return []
    return [Break(Flaw.LOST_EXPORT, number)]


def _guards() -> list[Break]:
    missing = missing_guards()
    return [Break(Flaw.UNGUARDED, detail=", ".join(missing))] if missing else []
