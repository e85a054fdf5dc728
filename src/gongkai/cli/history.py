"""A history as a person types it → events (事件的写法): a day, a word, then details, one a line."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from gongkai.cli import law_messages as messages
from gongkai.cli.failures import WrongUse
from gongkai.law.events import AnyEvent, Channel, Party, Service

_LONGEST = 200
_MOST = 1000
_JSON = re.compile(r"\s*[\[{]")
# The events whose words ask for a consultation's name.
_ABOUT_CONSULTATION = ("consultation_delivered", "consultation_answered")


class Said(NamedTuple):
    """A line in words: its number among all lines, the day, the kind of event, what stands behind it."""

    number: int
    on: dt.date
    kind: str
    details: list[str]
    preset: dict[str, Any]


def events_of(lines: Iterable[str]) -> list[AnyEvent]:
    """Return the events that lines tell; WrongUse with all that cannot be understood."""
    texts = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    if len(texts) > _MOST:
        raise WrongUse(messages.TOO_MANY_EVENTS.format(most=_MOST))
    problems: dict[int, str] = {}
    said: list[Said] = []
    for number, text in enumerate(texts, 1):
        try:
            said.append(_said(number, text))
        except WrongUse as problem:
            problems[number] = messages.IN_LINE.format(number=number, text=_shown(text), problem=problem)
    consultations = list(_consultations(said))
    events: list[AnyEvent] = []
    for one in said:
        try:
            events.append(_event(one, consultations))
        except WrongUse as problem:
            text = _shown(texts[one.number - 1])
            problems[one.number] = messages.IN_LINE.format(number=one.number, text=text, problem=problem)
    if problems:
        raise WrongUse("\n".join(problems[number] for number in sorted(problems)))
    return events


def events_in(data: bytes) -> list[AnyEvent]:
    """Return the events of a file: lines of text, or the JSON of `law.events`; WrongUse with all problems."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise WrongUse(messages.NOT_UTF8) from error
    if not _JSON.match(text):
        return events_of(text.splitlines())
    try:
        return msgspec.json.decode(text, type=list[AnyEvent])
    except msgspec.MsgspecError as error:
        raise WrongUse(messages.BAD_JSON.format(problem=error)) from error


def day_of(text: str) -> dt.date | None:
    """Return the day that a text means, or None; ValueError for a day that the calendar lacks."""
    found = messages.A_DAY.fullmatch(text)
    return dt.date(*(int(part) for part in found.groups() if part)) if found else None


def _said(number: int, text: str) -> Said:
    day, *words = text[:_LONGEST].replace("\u3000", " ").replace("，", " ").split()
    try:
        on = day_of(day)
    except ValueError as error:
        raise WrongUse(messages.NO_SUCH_DAY.format(day=day)) from error
    if on is None:
        raise WrongUse(messages.NOT_A_DAY.format(day=_shown(day)))
    if not words:
        return Said(number, on, "submitted", [], {"channel": Channel.COUNTER})
    kind, preset = messages.EVENT_WORDS.get(words[0], (None, {}))
    if kind is None:
        near = difflib.get_close_matches(words[0], messages.EVENT_WORDS, 1, 0.5)
        more = messages.MEANT.format(word=near[0]) if near else messages.KNOWN_EVENTS
        raise WrongUse(messages.UNKNOWN_EVENT.format(word=_shown(words[0]), more=more))
    return Said(number, on, kind, words[1:], dict(preset))


def _consultations(said: Iterable[Said]) -> Iterator[str]:
    """Yield what each consultation is called: by its own name, or by whom it asks."""
    for one in said:
        if one.kind == "consulted":
            party, name = _party(one)
            yield name or party.label


def _party(one: Said) -> tuple[Party, str]:
    words = list(one.details)
    party = one.preset.get("party")
    for word in list(words):
        if party is None and word in messages.PARTY_WORDS:
            party = messages.PARTY_WORDS[word]
            words.remove(word)
    return Party(party or Party.THIRD_PARTY), " ".join(words)


def _event(one: Said, consultations: list[str]) -> AnyEvent:
    """Return the event that a line tells, given the names of all consultations."""
    fields: dict[str, Any] = {"on": one.on, **one.preset}
    words = list(one.details)
    match one.kind:
        case "submitted":
            fields["channel"] = _taken(words, messages.CHANNEL_WORDS, fields.get("channel"), messages.WHICH_CHANNEL)
        case "consulted":
            party, name = _party(one)
            fields |= {"party": party, "consultation": name or party.label}
            words = []
        case kind if kind in _ABOUT_CONSULTATION:
            fields["consultation"] = _named(words, consultations)
        case "answered":
            preset = fields.get("service", Service.HANDED)
            fields["service"] = _taken(words, messages.SERVICE_WORDS, preset, "")
        case "correction_asked" | "reason_asked" | "extended" | "reopened":
            fields |= _days(words, needed=one.kind in ("correction_asked", "reason_asked"))
        case "delay_set":
            fields["until"] = _until(words)
    event: AnyEvent = msgspec.convert({**fields, "note": " ".join(words), "event": one.kind}, AnyEvent)
    return event


def _taken(words: list[str], known: dict[str, str], preset: str | None, question: str) -> str:
    """Take out the first word that is known, and return what it means."""
    for word in words:
        if word in known:
            words.remove(word)
            return known[word]
    if preset is None:
        raise WrongUse(question)
    return preset


def _named(words: list[str], consultations: list[str]) -> str:
    name = " ".join(words)
    words.clear()
    if name in consultations or (name and not consultations):
        return name
    if not name and len(set(consultations)) == 1:
        return consultations[0]
    raise WrongUse(messages.WHICH_CONSULTATION.format(names=messages.SEPARATOR.join(consultations)))


def _days(words: list[str], *, needed: bool) -> dict[str, int]:
    for word in words:
        if found := messages.SO_MANY_DAYS.fullmatch(word):
            words.remove(word)
            return {"days": int(found[1])}
    if needed:
        raise WrongUse(messages.HOW_MANY_DAYS)
    return {}


def _until(words: list[str]) -> dt.date:
    for word in words:
        try:
            found = day_of(word)
        except ValueError as error:
            raise WrongUse(messages.NO_SUCH_DAY.format(day=word)) from error
        if found:
            words.remove(word)
            return found
    raise WrongUse(messages.UNTIL_WHEN)


def _shown(text: str) -> str:
    shown = "".join(char if char.isprintable() else "\ufffd" for char in text.strip())
    return shown if len(shown) <= 40 else shown[:39] + "…"
