"""Follow a chain event by event, and gather the places where it breaks (断点)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from gongkai_office.audit.chain import digest
from gongkai_office.audit.errors import UnknownMethod
from gongkai_office.audit.words import BROKEN, MORE, ONE_AFTER_HEAD, ONE_MISSING, SENTENCES, Flaw

MOST = 200  # breaks that are listed; the others are counted


@dataclass(frozen=True, slots=True)
class Break:
    """One place where a chain breaks: what is wrong, the event's number, the last one's where it is a run."""

    flaw: Flaw
    number: int = 0
    last: int = 0
    detail: str = ""

    @property
    def sentence(self) -> str:
        """Return the Chinese sentence for a person."""
        last = max(self.last, self.number)
        words = SENTENCES[self.flaw]
        if last == self.number:
            words = {Flaw.MISSING: ONE_MISSING, Flaw.AFTER_HEAD: ONE_AFTER_HEAD}.get(self.flaw, words)
        return words.format(number=self.number, last=last, count=last - self.number + 1, detail=self.detail)

    def as_json(self) -> dict[str, Any]:
        """Return it as a job's result holds it."""
        return {"flaw": self.flaw.value, "number": self.number, "last": self.last, "sentence": self.sentence}


class Breaks:
    """Gathers breaks: the first of them are kept, all are counted."""

    def __init__(self) -> None:
        self.kept: list[Break] = []
        self.count = 0

    def add(self, breaks: list[Break]) -> None:
        """Take some more in."""
        self.count += len(breaks)
        self.kept += breaks[: MOST - len(self.kept)]


def told(breaks: tuple[Break, ...], count: int) -> tuple[str, ...]:
    """Return Chinese sentences: how many breaks there are, those that were kept, and how many were not."""
    more = (MORE.format(count=count - len(breaks)),) if count > len(breaks) else ()
    return (BROKEN.format(count=count), *(one.sentence for one in breaks), *more)


class Place(NamedTuple):
    """How far a chain was followed: the last number, and its digest; None where it is not known."""

    number: int = 0
    digest: str | None = ""


def follow(place: Place, events: Iterable[Mapping[str, Any]], *, gaps: bool = False) -> tuple[Place, list[Break]]:
    """Follow some events from a place on; return the new place and what was found on the way.

    Each event has the fields of chain.SAID and `digest`. With `gaps`, numbers may be left out.
    """
    breaks: list[Break] = []
    for event in events:
        place, found = _step(place, event, gaps=gaps)
        breaks += found
    return place, breaks


def _step(place: Place, event: Mapping[str, Any], *, gaps: bool) -> tuple[Place, list[Break]]:
    number: int = event["number"]
    if number <= place.number:
        return place, [Break(Flaw.STRAY, number)]
    found = []
    if number > place.number + 1:
        if not gaps:
            found.append(Break(Flaw.MISSING, place.number + 1, number - 1))
        place = Place(number - 1, None)
    found += _own(event)
    if place.digest is not None and event.get("previous") != place.digest:
        found.append(Break(Flaw.UNLINKED, number))
    return Place(number, event.get("digest")), found


def _own(event: Mapping[str, Any]) -> list[Break]:
    try:
        holds = digest(event) == event["digest"]
    except UnknownMethod as unknown:
        return [Break(Flaw.UNKNOWN_METHOD, event["number"], detail=unknown.method)]
    except (KeyError, ValueError):  # a field is lacking, or its text cannot be written down
        holds = False
    return [] if holds else [Break(Flaw.ALTERED, event["number"])]
