"""The chain's head in a file outside (链头导出): one JSON line a day, to which the database is held.

Whoever can rewrite the whole database can rewrite the whole chain, digests and all; not the lines that were written
before on another machine.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from gongkai_office.audit import words
from gongkai_office.audit.links import Break
from gongkai_office.audit.words import Flaw

FIELDS = ("when", "number", "digest", "method")


class HeadLine(NamedTuple):
    """A head as it was exported: when (UTC), its number, digest and method; `line` is its place in the file."""

    when: str
    number: int
    digest: str
    method: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Heads:
    """What a file of heads says: its lines in order, and what of it cannot be read."""

    lines: tuple[HeadLine, ...] = ()
    unreadable: tuple[Break, ...] = ()
    torn: bool = False  # the last line has no end: the machine stopped while it was written


def read_heads(path: Path) -> Heads:
    """Read a file of heads; one that does not exist has none. Raises OSError where it cannot be read."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Heads()
    read = [_line(line, at) for at, line in enumerate(raw.split(b"\n"), 1) if line.strip()]
    lines = tuple(one for one in read if isinstance(one, HeadLine))
    unreadable = tuple(one for one in read if isinstance(one, Break))
    return Heads(lines, unreadable, torn=bool(raw) and not raw.endswith(b"\n"))


def _line(line: bytes, at: int) -> HeadLine | Break:
    try:
        said = json.loads(line)
        return HeadLine(str(said["when"]), int(said["number"]), str(said["digest"]), str(said["method"]), at)
    except KeyError as error:
        return Break(Flaw.UNREADABLE_LINE, at, detail=words.NO_FIELDS.format(field=error.args[0]))
    except (ValueError, TypeError):
        return Break(Flaw.UNREADABLE_LINE, at, detail=words.NOT_JSON)


def append(path: Path, head: HeadLine, *, after_torn: bool) -> None:
    """Append a head to the file in one write, and return once it is on the disk. Raises OSError."""
    line = json.dumps({field: getattr(head, field) for field in FIELDS}) + "\n"
    new = not path.exists()
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o640)
    try:
        os.write(handle, ("\n" if after_torn else "").encode() + line.encode())
        os.fsync(handle)
    finally:
        os.close(handle)
    if new:
        _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class Comparison:
    """Holds exported heads against the events as they come by, in the order of their numbers."""

    def __init__(self, heads: Sequence[HeadLine]) -> None:
        self.agreed = 0  # how many were found as they were exported
        self._waiting: dict[int, list[HeadLine]] = {}
        for head in heads:
            self._waiting.setdefault(head.number, []).append(head)

    def see(self, number: int, digest: object) -> list[Break]:
        """Return the exported heads of this number that have another digest."""
        heads = self._waiting.pop(number, [])
        others = [head for head in heads if head.digest != digest]
        self.agreed += len(heads) - len(others)
        return [not_as_exported(head) for head in others]

    def unseen(self) -> list[Break]:
        """Return the exported heads whose events never came; that of an empty chain needs none."""
        left = (head for number in sorted(self._waiting) for head in self._waiting[number])
        return [not_as_exported(head) for head in left if (head.number, head.digest) != (0, "")]


def not_as_exported(head: HeadLine) -> Break:
    """Return the break of an exported head that the chain does not have."""
    return Break(Flaw.NOT_AS_EXPORTED, head.number, detail=head.when)
