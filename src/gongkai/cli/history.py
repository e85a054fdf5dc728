"""A history as a person types it → events (事件的写法): a day, a word, details, a remark in brackets."""

from __future__ import annotations

import datetime as dt
import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from gongkai.cli import law_messages as messages
from gongkai.cli.failures import WrongUse
from gongkai.law.events import AnyEvent, Channel, Party
from gongkai.law.identifiers.dates import typed_date

_MOST = 1000
_SHOWN = 40
_JSON = re.compile(r"\s*[\[{]")
_REMARK = re.compile(r"[（(](?P<remark>[^（）()]*)[）)]\s*$")
_PLACE = re.compile(r"\$\[(?P<number>\d+)\](?:\.(?P<field>\w+))?")
# The events whose words ask for a consultation's name.
_ABOUT_CONSULTATION = ("consultation_delivered", "consultation_answered")


class Said(NamedTuple):
    """A line in words: where it stands, the day, the kind of event, what stands behind it, and a remark."""

    where: str
    on: dt.date
    kind: str
    details: list[str]
    preset: dict[str, Any]
    remark: str


def events_of(lines: Iterable[str], file: str = "") -> list[AnyEvent]:
    """Return the events that lines tell; WrongUse with all that cannot be understood.

    Lines of a file are told by their numbers in it; empty ones, and those that begin with #, say nothing.
    """
    texts = [
        (number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.lstrip().startswith("#")
    ]
    if not texts:
        raise WrongUse(messages.NO_EVENTS.format(file=file) if file else messages.NO_EVENT)
    if len(texts) > _MOST:
        raise WrongUse(messages.TOO_MANY_EVENTS.format(most=_MOST))
    problems: dict[int, str] = {}
    said: list[tuple[int, Said]] = []
    place = messages.LINE_OF_FILE if file else messages.NTH
    for number, text in texts:
        where = place.format(file=file, number=number, text=_shown(text))
        try:
            said.append((number, _said(where, text)))
        except WrongUse as problem:
            problems[number] = f"{where}{problem.message}"
    consultations = list(_consultations(one for _, one in said))
    events: list[AnyEvent] = []
    for number, one in said:
        try:
            events.append(_event(one, consultations))
        except WrongUse as problem:
            problems[number] = f"{one.where}{problem.message}"
    if problems:
        raise WrongUse("\n".join(problems[number] for number in sorted(problems)))
    return events


def events_in(data: bytes, file: str) -> list[AnyEvent]:
    """Return the events of a file: lines of text, or the JSON of `law.events`; WrongUse with all problems."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise WrongUse(f"{file}{messages.COLON}{messages.NOT_UTF8}") from error
    if not _JSON.match(text):
        return events_of(text.splitlines(), file)
    try:
        events = msgspec.json.decode(text, type=list[AnyEvent])
    except msgspec.MsgspecError as error:
        raise WrongUse(_json_problem(str(error), file)) from error
    if not events:
        raise WrongUse(messages.NO_EVENTS.format(file=file))
    return events


def _json_problem(told: str, file: str) -> str:
    """Return what is wrong with JSON, in Chinese, with its place."""
    place = _PLACE.search(told)
    if place is None:
        return messages.NOT_A_LIST.format(file=file)
    number = int(place["number"]) + 1
    if place["field"]:
        return messages.BAD_FIELD.format(file=file, number=number, field=place["field"])
    return messages.BAD_EVENT.format(file=file, number=number)


def _said(where: str, text: str) -> Said:
    remark = _REMARK.search(text)
    day, *words = _REMARK.sub("", text).replace("，", " ").split()
    on = _typed(day)
    if on is None:
        raise WrongUse(messages.NOT_A_DAY.format(day=_shown(day)))
    told = remark["remark"].strip() if remark else ""
    if not words:
        return Said(where, on, "submitted", [], {"channel": Channel.COUNTER}, told)
    kind, preset = messages.EVENT_WORDS.get(words[0], (None, {}))
    if kind is None:
        near = difflib.get_close_matches(words[0], messages.EVENT_WORDS, 1, 0.5)
        more = messages.MEANT.format(word=near[0]) if near else messages.KNOWN_EVENTS
        raise WrongUse(messages.UNKNOWN_EVENT.format(word=_shown(words[0]), more=more))
    return Said(where, on, kind, words[1:], dict(preset), told)


def _consultations(said: Iterable[Said]) -> Iterator[str]:
    """Yield what each consultation is called: by its own name, or by whom it asks."""
    for one in said:
        if one.kind == "consulted":
            party, name = _party(one)
            yield name or party.label


def _party(one: Said) -> tuple[Party, str]:
    words = list(one.details)
    party = one.preset.get("party") or _taken(words, messages.PARTY_WORDS)
    return Party(party or Party.THIRD_PARTY), " ".join(words)


def _event(one: Said, consultations: list[str]) -> AnyEvent:
    """Return the event that a line tells, given the names of all consultations."""
    fields: dict[str, Any] = {"on": one.on, "note": one.remark, **one.preset}
    words = list(one.details)
    match one.kind:
        case "submitted":
            channel = _taken(words, messages.CHANNEL_WORDS) or fields.get("channel")
            if channel is None:
                raise WrongUse(messages.WHICH_CHANNEL)
            fields["channel"] = channel
        case "consulted":
            party, name = _party(one)
            fields |= {"party": party, "consultation": name or party.label}
            words = []
        case kind if kind in _ABOUT_CONSULTATION:
            fields["consultation"] = _named(words, consultations)
        case "answered":
            if service := _taken(words, messages.SERVICE_WORDS):
                fields["service"] = service
        case "correction_asked" | "reason_asked" | "extended":
            fields |= _days(words, one.kind)
        case "reopened":
            fields |= _order(words) or _days(words, one.kind)
        case "delay_set":
            fields["until"] = _until(words)
    if words:
        raise WrongUse(messages.NOT_UNDERSTOOD.format(word=_shown(" ".join(words))))
    event: AnyEvent = msgspec.convert({**fields, "event": one.kind}, AnyEvent)
    return event


def _taken(words: list[str], known: dict[str, str]) -> str | None:
    """Take out the first word that is known, and return what it means."""
    for word in words:
        if word in known:
            words.remove(word)
            return known[word]
    return None


def _named(words: list[str], consultations: list[str]) -> str:
    name = " ".join(words)
    words.clear()
    if name in consultations or (name and not consultations):
        return name
    if not name and len(set(consultations)) == 1:
        return consultations[0]
    if not consultations:
        raise WrongUse(messages.NO_CONSULTATION)
    raise WrongUse(messages.WHICH_CONSULTATION.format(names=messages.SEPARATOR.join(consultations)))


def _days(words: list[str], kind: str) -> dict[str, int]:
    for word in words:
        found = messages.SO_MANY_DAYS.fullmatch(unicodedata.normalize("NFKC", word))
        if found and int(found[1]):
            words.remove(word)
            return {"days": int(found[1])}
    if kind in messages.HOW_MANY_DAYS and not words:
        raise WrongUse(messages.HOW_MANY_DAYS[kind])
    return {}


def _order(words: list[str]) -> dict[str, int | dt.date]:
    """Take out the calendar days that an order leaves, or the day that it names; nothing where it says neither."""
    told = unicodedata.normalize("NFKC", " ".join(words))
    days, until = messages.ORDERED_CALENDAR_DAYS.fullmatch(told), messages.ORDERED_UNTIL.fullmatch(told)
    day = _typed(until[1]) if until else None
    found: dict[str, int | dt.date] = {"until": day} if day else {}
    if days and int(days[1]):
        found = {"calendar_days": int(days[1])}
    if found:
        words.clear()
    return found


def _until(words: list[str]) -> dt.date:
    for word in words:
        if found := _typed(word):
            words.remove(word)
            return found
    raise WrongUse(messages.UNTIL_WHEN)


def _typed(word: str) -> dt.date | None:
    """Return the day that a word means, None where it means none; WrongUse for one that the calendar lacks."""
    try:
        return typed_date(word)
    except ValueError as error:
        raise WrongUse(messages.NO_SUCH_DAY.format(day=_shown(word))) from error


def _shown(text: str) -> str:
    shown = "".join(char if char.isprintable() else "\ufffd" for char in text.strip())
    return shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
