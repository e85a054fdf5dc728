"""A worker: takes jobs up, runs each in a process of its own, stays on them, and sees each to its end."""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import os
import signal
import socket
import time
import uuid
from dataclasses import dataclass, field
from multiprocessing import connection as pipes
from multiprocessing.context import ForkProcess

from django.db import Error as DatabaseError
from django.db import connections
from django.utils import timezone

from gongkai_office.jobs import holding, models, words
from gongkai_office.jobs.child import Ending, Progress, run_in_child
from gongkai_office.jobs.limits import limits
from gongkai_office.jobs.planning import plan
from gongkai_office.jobs.registry import KINDS
from gongkai_office.jobs.words import Fault

LOOK = 0.5
BETWEEN_WRITES = 0.5
fork = multiprocessing.get_context("fork")
log = logging.getLogger(__name__)


@dataclass
class Running:
    """A job under way: its process, the pipe to it, until when it may run, and what it last told."""

    job: models.Job
    process: ForkProcess
    pipe: pipes.Connection
    deadline: float
    progress: Progress | None = None
    written_at: float = 0.0
    ending: Ending | None = None
    stop_at: float | None = None
    killed: bool = False
    silent: bool = False

    def listen(self) -> None:
        """Take in what the process has told; it is silent once its end of the pipe is closed."""
        try:
            while not self.silent and self.pipe.poll():
                said = self.pipe.recv()
                if isinstance(said, Progress):
                    self.progress = said
                else:
                    self.ending = said
        except (EOFError, OSError):
            self.silent = True

    @property
    def news(self) -> list[pipes.Connection | int]:
        """Return what to wait for: a word, or the end."""
        return [self.process.sentinel] if self.silent else [self.process.sentinel, self.pipe]

    def ask_to_stop(self, grace: float) -> None:
        """Ask the process to stop; it is killed where it does not in time."""
        if self.stop_at is None:
            self.stop_at = time.monotonic() + grace
            with contextlib.suppress(OSError):
                self.pipe.send("cancel")

    def kill(self) -> None:
        """End the process and whatever it started."""
        self.killed = True
        try:
            os.killpg(self.process.pid or 0, signal.SIGKILL)
        except ProcessLookupError:  # not yet a group of its own
            self.process.kill()
        self.process.join()


@dataclass
class Worker:
    """A worker with room for some jobs at once; `stopping` ends it when its jobs have ended, or after a while."""

    at_once: int = 2
    name: str = field(default_factory=lambda: f"{socket.gethostname()[:40]}-{os.getpid()}-{uuid.uuid4().hex[:6]}")
    stopping: bool = False
    running: list[Running] = field(default_factory=list)
    _next_beat: float = 0.0
    _leave_at: float = 0.0

    def run(self, *, until_idle: bool = False) -> None:
        """Work until stopped, or until nothing is left to do."""
        while not self._may_leave(until_idle):
            try:
                self._round()
            except DatabaseError:  # away for a moment, or locked for long: the holds last longer than that
                log.exception("the database cannot be reached; trying again")
                connections.close_all()
                time.sleep(1)
        for one in self.running:
            one.kill()
            holding.give_back(one.job)
        models.Worker.objects.filter(name=self.name).delete()
        connections.close_all()

    def stop(self) -> None:
        """Take up nothing more, and leave when the running jobs have ended, or the grace is over."""
        if not self.stopping:
            self.stopping = True
            self._leave_at = time.monotonic() + limits().grace

    def _may_leave(self, until_idle: bool) -> bool:
        if self.stopping:
            return not self.running or time.monotonic() >= self._leave_at
        return until_idle and bool(self._next_beat) and not self.running and not self._waiting()

    def _waiting(self) -> bool:
        return holding.to_take_up(timezone.now()).exists()

    def _round(self) -> None:
        if time.monotonic() >= self._next_beat:
            self._beat()
        while not self.stopping and len(self.running) < self.at_once and (job := holding.take_up(self.name)):
            self._start(job)
        pipes.wait([thing for one in self.running for thing in one.news], LOOK)
        for one in list(self.running):
            self._look_after(one)

    def _beat(self) -> None:
        """Give a sign of life, queue what is due by itself, and learn what is to be cancelled."""
        now = timezone.now()
        seen = {"seen_at": now, "at_once": self.at_once}
        models.Worker.objects.update_or_create(name=self.name, defaults=seen)
        if not self.stopping:
            plan(now)
        wishes = holding.stay_on([one.job for one in self.running])
        for one in self.running:
            if one.job.pk in wishes.lost:
                one.kill()
            elif one.job.pk in wishes.unwanted:
                one.ask_to_stop(limits().grace)
        self._next_beat = time.monotonic() + min(limits().beat, 2 if self.running else 10)

    def _start(self, job: models.Job) -> None:
        connections.close_all()  # what is open would be shared with the child
        ours, theirs = fork.Pipe()
        process = fork.Process(target=run_in_child, args=(job, theirs, os.getpid()), daemon=False)
        process.start()
        theirs.close()
        self.running.append(Running(job, process, ours, time.monotonic() + KINDS[job.name].time_limit))
        self._next_beat = min(self._next_beat, time.monotonic() + min(limits().beat, 2))

    def _look_after(self, one: Running) -> None:
        ended = not one.process.is_alive()  # asked first: what it told before is in the pipe
        one.listen()
        now = time.monotonic()
        if ended or one.killed:
            self._settle(one)
        elif now >= one.deadline:
            one.ending = Ending(Fault.TIME)
            one.kill()
            self._settle(one)
        elif one.stop_at is not None and now >= one.stop_at:
            one.ending = Ending(cancelled=True)
            one.kill()
            self._settle(one)
        elif one.progress and now - one.written_at >= BETWEEN_WRITES:
            holding.told(one.job, *one.progress)
            one.progress, one.written_at = None, now

    def _settle(self, one: Running) -> None:
        """Write down how a run ended. What it wrote itself stands: it no longer holds the job then."""
        if one.progress:
            holding.told(one.job, *one.progress)
        ending = one.ending or Ending(Fault.CRASH)
        if ending.cancelled:
            holding.cancelled(one.job)
        elif ending.fault is not None:
            holding.failed(
                one.job, ending.fault, sentence=ending.sentence, details=ending.details, code=_code(one.process)
            )
        one.process.join()
        one.pipe.close()
        self.running.remove(one)


def _code(process: ForkProcess) -> str:
    code = process.exitcode or 0
    return words.SIGNAL.format(number=-code) if code < 0 else words.EXIT_CODE.format(number=code)
