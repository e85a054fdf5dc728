"""What can go wrong with the log, its head on its way out, and what was exported of it.

LogError
├── WentBack          the exported head is not in the chain: it must not be covered by a new one
├── NotWritable       the file outside cannot be read or written
└── NotAnExport       a file is not an export of a log, or cannot be read
UnknownMethod         this machine does not have a digest's method
NoTransaction         an event was to be recorded outside of the transaction of its act
"""

from __future__ import annotations

from pathlib import Path

from gongkai_office.audit import words


class LogError(Exception):
    """The root; its text is a Chinese sentence for a person."""


class WentBack(LogError):
    """The chain of the database does not contain the head that was exported last."""

    def __init__(self, path: Path, *, exported: int, number: int) -> None:
        super().__init__(words.WENT_BACK.format(path=path, exported=exported, number=number))
        self.path, self.exported, self.number = path, exported, number


class NotWritable(LogError):
    """The file of heads cannot be read or written."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(words.NOT_WRITABLE.format(path=path, why=why))
        self.path, self.why = path, why


class NotAnExport(LogError):
    """A file that is not an export of a log, or that cannot be read."""


class UnknownMethod(ValueError):
    """A digest's method that this machine does not have; `method` is its name."""

    def __init__(self, method: str) -> None:
        super().__init__(method)
        self.method = method


class NoTransaction(RuntimeError):
    """An event was to be recorded outside of the transaction of its act."""
