"""A few processes that read inputs and may be killed: the limit of time is kept from outside."""

from __future__ import annotations

import contextlib
import multiprocessing
import resource
import time
from collections import deque
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection, wait
from typing import Any, NamedTuple

from tests.fuzz.wellformed import Problem

LIMIT_SECONDS = 5.0
# Recognition takes seconds a page, and several pages may be in one picture.
LONGER_SECONDS = {"picture": 90.0, "pdf": 30.0}
MEMORY_BYTES = 3 << 30
_TICK_SECONDS = 0.2

_SPAWN = multiprocessing.get_context("spawn")


class Job(NamedTuple):
    """A stretch of inputs of one kind: numbers `first` to `last`, exclusive; `chained` ends at a killed one."""

    kind: str
    first: int
    last: int
    chained: bool = False


class Failed(NamedTuple):
    """An input that failed."""

    kind: str
    number: int
    problem: Problem


class Read(NamedTuple):
    """How many inputs were read in a job, how many of them became reports, and the seconds of each."""

    kind: str
    seconds: dict[int, float]
    reports: int


class Task(NamedTuple):
    """How a worker makes an input and reads it; both functions must be known by name in another process.

    `attempt` returns whether the input became a report, and what is wrong. `limit` is in seconds.
    """

    make: Callable[[str, int], bytes]
    attempt: Callable[[bytes], tuple[bool, Problem | None]]
    limit: float = LIMIT_SECONDS


def run(jobs: list[Job], task: Task, processes: int) -> Iterator[Failed | Read]:
    """Read every input of the jobs in worker processes; yield failures and what was read as it comes.

    What ran out of time is tried once more: a machine that stood still for a moment is no failure.
    """
    waiting = deque(jobs)
    slow: set[tuple[str, int]] = set()
    workers = [_Worker(task) for _ in range(min(processes, len(jobs)))]
    try:
        while waiting or any(worker.job for worker in workers):
            for worker in workers:
                if worker.job is None and waiting:
                    worker.take(waiting.popleft())
            for connection in wait([worker.pipe for worker in workers], _TICK_SECONDS):
                yield from next(worker for worker in workers if worker.pipe is connection).results()
            for number, worker in enumerate(workers):
                if worker.job and (problem := worker.trouble(LONGER_SECONDS.get(worker.job.kind, task.limit))):
                    yield from worker.results()
                    yield from _buried(worker, problem, waiting, slow)
                    workers[number] = _Worker(task)
    finally:
        for worker in workers:
            worker.process.kill()


def _buried(
    worker: _Worker, problem: Problem, waiting: deque[Job], slow: set[tuple[str, int]]
) -> Iterator[Failed | Read]:
    """Kill a worker, tell of the input it was at, and let another go on with the next, or with it once more."""
    ran_out_of_time = worker.process.is_alive()
    worker.process.kill()
    if worker.job is None:
        return
    kind, first, last, chained = worker.job
    number = int(worker.clock[0])
    if number < first:
        raise RuntimeError(f"a worker ended before its first input: {problem.words}")
    if ran_out_of_time and (kind, number) not in slow:
        slow.add((kind, number))
        yield Read(kind, dict.fromkeys(range(first, number), 0.0), 0)
        waiting.appendleft(Job(kind, number, last, chained))
        return
    yield Failed(kind, number, problem)
    # What the others of its job took, and became, went down with it.
    yield Read(kind, dict.fromkeys(range(first, number), 0.0) | {number: worker.spent()}, 0)
    if number + 1 < last and not chained:
        waiting.appendleft(Job(kind, number + 1, last))


class _Worker:
    """A process, the job it has, and the clock it sets before each input: its number and when it began."""

    def __init__(self, task: Task) -> None:
        self.pipe, theirs = _SPAWN.Pipe()
        self.clock: Any = _SPAWN.Array("d", [-1.0, 0.0], lock=False)
        self.process = _SPAWN.Process(target=_work, args=(theirs, self.clock, task), daemon=True)
        self.process.start()
        theirs.close()
        self.job: Job | None = None

    def take(self, job: Job) -> None:
        self.clock[0], self.clock[1] = -1.0, 0.0
        self.job = job
        self.pipe.send(job)

    def results(self) -> Iterator[Failed | Read]:
        """Yield what the process has sent; a job is done when what it read is here."""
        with contextlib.suppress(EOFError, ConnectionResetError):
            while self.pipe.poll():
                found = self.pipe.recv()
                if isinstance(found, Read):
                    self.job = None
                yield found

    def spent(self) -> float:
        return time.monotonic() - self.clock[1] if self.clock[1] else 0.0

    def trouble(self, limit: float) -> Problem | None:
        """Return why the process must be given up, or None."""
        if self.spent() > limit:
            return Problem(f"over {limit:g} s", f"killed after {limit:g} s")
        if not self.process.is_alive():
            code = self.process.exitcode
            return Problem(f"exit code {code}", f"the process died with exit code {code}")
        return None


def _work(pipe: Connection, clock: Any, task: Task) -> None:
    """Read the inputs of each job that comes; runs in its own process."""
    _bound_memory()
    with contextlib.suppress(EOFError, KeyboardInterrupt):
        while True:
            job = pipe.recv()
            seconds, reports = {}, 0
            for number in range(job.first, job.last):
                data = task.make(job.kind, number)
                started = time.process_time()
                clock[0], clock[1] = number, time.monotonic()
                became, problem = task.attempt(data)
                clock[1] = 0.0
                seconds[number] = time.process_time() - started
                reports += became
                if problem:
                    pipe.send(Failed(job.kind, number, problem))
            pipe.send(Read(job.kind, seconds, reports))


def _bound_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
