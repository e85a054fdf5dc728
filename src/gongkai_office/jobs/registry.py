"""Which functions are jobs, and how they are to be run."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, Protocol


class Run(Protocol):
    """What a job's function knows of its run: it tells how far it is, and learns that it was cancelled."""

    job: int

    def progress(self, done: int, total: int, says: str = "") -> None:
        """Tell how far the work is: `done` of `total` pieces, with a Chinese sentence; raises Cancelled."""


class Kind(NamedTuple):
    """A kind of job: its function, Chinese title, how often it is tried, and its seconds."""

    name: str
    title: str
    function: Callable[..., Any]
    tries: int
    time_limit: int


KINDS: dict[str, Kind] = {}


def job(
    name: str, title: str, *, tries: int = 3, time_limit: int = 600
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Make a function a job: called with a Run and the keyword arguments it was queued with; returns JSON or None.

    It may be run again after a worker died in the middle of it, so it must do no harm twice.
    """

    def registered(function: Callable[..., Any]) -> Callable[..., Any]:
        KINDS[name] = Kind(name, title, function, tries, time_limit)
        return function

    return registered
