"""Where the acting request comes from: kept for the time of a request, for the log."""

from __future__ import annotations

from contextvars import ContextVar
from typing import NamedTuple


class Origin(NamedTuple):
    """The address an act came from and the identity of its request; both empty for the system itself."""

    address: str = ""
    request: str = ""


origin: ContextVar[Origin] = ContextVar("origin", default=Origin())  # noqa: B039  # a tuple cannot change
