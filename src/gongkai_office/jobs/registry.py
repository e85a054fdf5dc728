"""Which functions are jobs, how they are to be run, and which of them run by themselves at fixed times.

An app keeps its jobs in a module `background.py`, which is found by itself when the site starts:

    @scheduled("audit.export_head", at="02:30", always=True)     # above the job; left out where it is only queued
    @job("audit.export_head", "导出日志链的链头", tries=5, time_limit=60)
    def export_head(run: Run) -> None: ...

and `jobs.actions.enqueue("audit.export_head", by=user, organ=organ.pk, **arguments)` queues one, in the transaction
of the act that wants it. A name is room.verb. Arguments and what the function returns are JSON; a sentence that it
returns is shown on the page.

What a job can rely on: it runs in a process of its own, with a limit of time and memory; a fault is tried again
after growing pauses, up to `tries`; `jobs.errors.Refused("…")` with a Chinese sentence ends it at once. It may be
run again after a worker died in the middle of it. What must not happen twice goes into one transaction with
`run.finish(result)`, which marks the job as done in that same transaction: either both stand or neither. A worker
that only stood still wakes up when another has its job already: work in several transactions that goes on where an
earlier run ended begins each of them with `run.hold_fast()`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, Protocol, TypeVar

from gongkai_office.jobs.rhythm import Rhythm

F = TypeVar("F", bound=Callable[..., Any])


class Run(Protocol):
    """What a job's function knows of its run: it tells how far it is, and learns that it was cancelled."""

    job: int

    def progress(self, done: int, total: int, says: str = "") -> None:
        """Tell how far the work is: `done` of `total` pieces, with a Chinese sentence; raises Cancelled."""

    def hold_fast(self) -> None:
        """Keep the job for this run until the transaction ends; call it first, inside `transaction.atomic`.

        Nobody else is given the job before that is through. Raises HoldLost where somebody was already.
        """

    def finish(self, result: Any = None) -> None:
        """Mark the job as done in the transaction of its last effect, inside `transaction.atomic`.

        Call it last there: nothing but an event of the log comes after it. Raises HoldLost, which
        undoes the transaction, where the job was meanwhile given to another worker.
        """


class Kind(NamedTuple):
    """A kind of job: its function, Chinese title, how often it is tried, and its seconds."""

    name: str
    title: str
    function: Callable[..., Any]
    tries: int
    time_limit: int


class Plan(NamedTuple):
    """A job that is queued by itself, and when; nobody may switch it off where it is `always`.

    Where `wanted` is given and says no, there is nothing to do this time, and nothing is queued.
    """

    name: str
    rhythm: Rhythm
    always: bool = False
    wanted: Callable[[], bool] | None = None


KINDS: dict[str, Kind] = {}
PLANS: dict[str, Plan] = {}


def job(name: str, title: str, *, tries: int = 3, time_limit: int = 600) -> Callable[[F], F]:
    """Make a function a job: called with a Run and the keyword arguments it was queued with; returns JSON or None.

    It may be run again after a worker died in the middle of it, so it must do no harm twice.
    """

    def registered(function: F) -> F:
        KINDS[name] = Kind(name, title, function, tries, time_limit)
        return function

    return registered


def scheduled(
    name: str,
    *,
    at: str = "",
    every: int = 0,
    weekday: int | None = None,
    day: int | None = None,
    always: bool = False,
    wanted: Callable[[], bool] | None = None,
) -> Callable[[F], F]:
    """Have a job queued by itself: `at` a time of day in China ("02:30"), or `every` so many minutes.

    With `at`, `weekday` (1 is Monday, 7 Sunday) or `day` (of the month) keep it to those days. What was missed
    while no worker ran is made up for once. It needs no arguments. `always` is what the administrator of the system
    must not switch off: what watches over them, too. `wanted` is asked each time before the job is queued, and at
    little cost, whether there is anything to do. Raises ValueError for a time that cannot be.
    """
    rhythm = Rhythm.read(at=at, every=every, weekday=weekday, day=day)

    def planned(function: F) -> F:
        PLANS[name] = Plan(name, rhythm, always, wanted)
        return function

    return planned


def title_of(name: str) -> str:
    """Return the Chinese title of a kind of job; the name itself where no function has it any more."""
    return KINDS[name].title if name in KINDS else name
