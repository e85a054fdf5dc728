"""Why a file is not taken in, or cannot be given out.

FileError
├── FileRefused     an upload that is not taken in; recorded, without its bytes
├── InspectionBusy  too many files are being looked at; nothing is recorded, try again
├── FileDamaged     bytes in the storage that are not what was put there, or are gone
└── NothingToWithdraw   a file whose bytes are not kept any more
"""

from __future__ import annotations


class FileError(Exception):
    """The root. `reason` is a Chinese sentence: what, where, what to do."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class FileRefused(FileError):
    """An upload is not taken in. `code` says why in a word; `file` is the row that records it, once it is."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.file: int | None = None


class InspectionBusy(FileError):
    """As many files as may be are being looked at."""


class FileDamaged(FileError):
    """The bytes in the storage do not have the hash that they were stored under."""


class NothingToWithdraw(FileError):
    """The file's bytes are not kept: it was refused, or withdrawn before."""
