"""What the user names on the command line → the bytes of each input, bounded (输入)."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from gongkai.cli import messages
from gongkai.errors import InputTooLarge, UnreadableInput
from gongkai.readers.documents.limits import MAX_SCAN_BYTES

STDIN = "-"
# What a file is called that belongs to the report beside it, and is none itself.
VERDICTS = ".verdicts.json"


def find_inputs(names: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the files that some names mean, and the names that mean none.

    A name is a file, a folder (all files below, hidden ones left out), a glob, or - for standard input.
    """
    found: list[str] = []
    missing: list[str] = []
    for name in names:
        try:
            some = _meant(name)
        except (OSError, ValueError):
            some = []
        if not some:
            missing.append(name)
        found += some
    return list(dict.fromkeys(found)), missing


def _meant(name: str) -> list[str]:
    if not name:
        return []
    path = Path(name)
    if name == STDIN or path.is_file():
        return [name]
    if path.is_dir():
        return sorted(str(below) for below in path.rglob("*") if _is_report(below) and not _hidden(below, path))
    # A glob, from a shell that left it as it is.
    pattern = str(path.relative_to(path.anchor))
    return sorted(str(match) for match in Path(path.anchor or ".").glob(pattern) if _is_report(match))


def display_name(source: str) -> str:
    """Return an input's name for people and data; what is no UTF-8, or would steer a terminal, is shown as lost."""
    if source == STDIN:
        return messages.STANDARD_INPUT
    name = os.fsencode(source).decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "\ufffd" for char in name)


def _is_report(path: Path) -> bool:
    return path.is_file() and not path.name.endswith(VERDICTS)


def _hidden(path: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(root).parts)


def load(source: str) -> bytes:
    """Return the bytes of an input; UnreadableInput where it is too large or cannot be opened."""
    if source == STDIN:
        data = sys.stdin.buffer.read(MAX_SCAN_BYTES + 1)
        size = len(data)
    else:
        try:
            path = Path(source)
            size = path.stat().st_size
            data = path.read_bytes() if size <= MAX_SCAN_BYTES else b""
        except OSError as error:
            raise UnreadableInput(messages.CANNOT_OPEN.format(reason=messages.reason_of(error))) from error
    if size > MAX_SCAN_BYTES:
        raise InputTooLarge(messages.TOO_LARGE.format(size=size >> 20, limit=MAX_SCAN_BYTES >> 20))
    return data
