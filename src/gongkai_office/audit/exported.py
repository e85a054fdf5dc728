"""Events as JSON lines that somebody else can verify without a database (日志导出).

The first line says what the file holds; each other is an event with all that its digest covers, and the digest. A
whole export has every event from the first to the last; a part has only those that its reader may see.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from gongkai_office.audit import words
from gongkai_office.audit.chain import SAID, canonical
from gongkai_office.audit.errors import NotAnExport
from gongkai_office.audit.heads import Comparison, Heads, read_heads
from gongkai_office.audit.links import Break, Breaks, Place, follow, told
from gongkai_office.audit.words import Flaw

KIND = "gongkai-log-1"


class Header(NamedTuple):
    """What an export holds: the period asked for, first and last number, how many events, whether all between."""

    since: str
    until: str
    first: int
    last: int
    events: int
    complete: bool


@dataclass(frozen=True, slots=True)
class FileVerdict:
    """What was found in an exported file; the first breaks, and how many there are."""

    header: Header
    events: int
    breaks: tuple[Break, ...]
    count: int
    heads: int

    @property
    def holds(self) -> bool:
        """Tell whether nothing is wrong with it."""
        return not self.count

    @property
    def sentences(self) -> tuple[str, ...]:
        """Return the verdict in Chinese sentences."""
        part = () if self.header.complete else (words.PARTIAL_FILE,)
        if self.holds:
            whole = words.FILE_HOLDS.format(events=self.events, number=self.header.first, last=self.header.last)
            compared = (words.HEADS_COMPARED.format(count=self.heads),) if self.heads else ()
            return (whole, *part, *compared)
        return (*told(self.breaks, self.count), *part)


def as_lines(header: Header, events: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    """Write an export: each event has the fields of SAID and `digest`."""
    at = dt.datetime.now(dt.UTC)
    yield canonical({"kind": KIND, "exported_at": at, **header._asdict()}) + b"\n"
    for event in events:
        yield canonical({**{field: event[field] for field in SAID}, "digest": event["digest"]}) + b"\n"


def verify_file(path: Path, heads_file: Path | None = None) -> FileVerdict:
    """Verify an exported file alone, and against a file of exported heads where there is one.

    Raises NotAnExport.
    """
    try:
        heads = read_heads(heads_file) if heads_file is not None else Heads()
        with path.open("rb") as lines:
            return _verify(lines, heads)
    except OSError as error:
        raise NotAnExport(words.UNREADABLE_FILE.format(path=error.filename or path, why=error.strerror)) from error


def _verify(lines: Iterable[bytes], heads: Heads) -> FileVerdict:
    rest = iter(lines)
    header = _header(next(rest, b""))
    comparison = Comparison(heads.lines)
    found, place, events = Breaks(), Place(header.first - 1, "" if header.first == 1 else None), 0
    for at, line in enumerate(rest, 2):
        event = _event(line)
        if event is None:
            found.add([Break(Flaw.UNREADABLE_LINE, at, detail=words.NOT_JSON)])
            continue
        events += 1
        place, breaks = follow(place, (event,), gaps=not header.complete)
        found.add(breaks)
        found.add(comparison.see(event["number"], event["digest"]))
    found.add(_end(header, place, events))
    return FileVerdict(header, events, tuple(found.kept), found.count, comparison.agreed)


def _end(header: Header, place: Place, events: int) -> list[Break]:
    if header.complete and place.number < header.last:
        return [Break(Flaw.MISSING, place.number + 1, header.last)]
    if events < header.events and not header.complete:
        return [Break(Flaw.FEWER, events, header.events)]
    return []


def _header(line: bytes) -> Header:
    try:
        said = json.loads(line)
        if said["kind"] != KIND:
            raise NotAnExport(words.NO_HEADER)
        first, last, events = (int(said[name]) for name in ("first", "last", "events"))
        return Header(str(said["since"]), str(said["until"]), first, last, events, bool(said["complete"]))
    except (ValueError, KeyError, TypeError) as error:
        raise NotAnExport(words.NO_HEADER) from error


def _event(line: bytes) -> dict[str, Any] | None:
    try:
        said = json.loads(line)
    except ValueError:
        return None
    whole = isinstance(said, dict) and type(said.get("number")) is int and isinstance(said.get("digest"), str)
    return said if whole else None
