"""Why the inspecting process stops.

Refused      the file must not be taken in
Forbidden    the process tried what inspecting never needs; it ends there
"""

from __future__ import annotations

from collections.abc import Mapping


class Refused(Exception):
    """The file must not be taken in.

    `code` is a key of the sentences, `where` of the parts of a file, `at` numbers by their units: page 2, line 3.
    """

    def __init__(self, code: str, where: str = "", at: Mapping[str, int] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.where = where
        self.at = dict(at or {})


class Forbidden(BaseException):
    """The process tried what inspecting a file never needs. No library's `except Exception` swallows it."""
