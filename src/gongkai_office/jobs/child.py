"""What happens in the process of one job: limits are set, the function is called, its end is told to the worker."""

from __future__ import annotations

import ctypes
import json
import os
import resource
import signal
import sys
import time
import traceback
from multiprocessing.connection import Connection
from typing import Any, NamedTuple

from django.db import connections

from gongkai_office.audit.context import Origin, origin
from gongkai_office.jobs import holding
from gongkai_office.jobs.errors import Cancelled, HoldLost, Refused
from gongkai_office.jobs.limits import limits
from gongkai_office.jobs.models import Job
from gongkai_office.jobs.registry import KINDS, Kind
from gongkai_office.jobs.words import Fault

BETWEEN_TELLINGS = 0.2
KILL_ME_WITH_MY_PARENT = 1  # PR_SET_PDEATHSIG of Linux


class Progress(NamedTuple):
    """Told to the worker: how far the job is."""

    done: int
    total: int
    says: str


class Ending(NamedTuple):
    """Told to the worker: how the run ended; no fault where it was done, cancelled or no longer ours."""

    fault: Fault | None = None
    sentence: str = ""
    details: str = ""
    cancelled: bool = False


class PipedRun:
    """A Run that tells its worker through a pipe, so that a long transaction of the job hides nothing."""

    def __init__(self, job: Job, pipe: Connection) -> None:
        self.job = job.pk
        self.finished = False
        self._row = job
        self._pipe = pipe
        self._told_at = 0.0

    def progress(self, done: int, total: int, says: str = "") -> None:
        """Tell how far the work is; raises Cancelled where the worker asked for it."""
        if self._pipe.poll():
            raise Cancelled
        now = time.monotonic()
        if done >= total or now - self._told_at >= BETWEEN_TELLINGS:
            self._told_at = now
            self._pipe.send(Progress(done, total, says))

    def hold_fast(self) -> None:
        """Keep the job for this run until the caller's transaction ends; raises HoldLost."""
        holding.hold_fast(self._row)

    def finish(self, result: Any = None) -> None:
        """Mark the job as done in the caller's transaction; raises HoldLost."""
        holding.finish(self._row, result)
        self.finished = True


def run_in_child(job: Job, pipe: Connection, parent: int) -> None:
    """Run a job in the process that was made for it, and tell how it ended."""
    _become_a_child(parent)
    origin.set(Origin("", f"job:{job.pk}"))
    try:
        pipe.send(call(KINDS[job.name], job, PipedRun(job, pipe)))
    finally:
        connections.close_all()


def call(kind: Kind, job: Job, run: Any) -> Ending:
    """Call a job's function, mark the job as done where it did not do so itself, and return how it ended."""
    try:
        result = kind.function(run, **job.arguments)
        if not run.finished:
            json.dumps(result)
            run.finish(result)
    except Cancelled:
        return Ending(cancelled=True)
    except HoldLost:
        return Ending()
    except Refused as refused:
        return Ending(Fault.REFUSED, str(refused), traceback.format_exc())
    except MemoryError:
        return Ending(Fault.MEMORY, details=traceback.format_exc())
    except Exception:  # noqa: BLE001  # whatever a job raises is kept for the administrator
        return Ending(Fault.ERROR, details=traceback.format_exc())
    return Ending()


def _become_a_child(parent: int) -> None:
    """Stand alone: a group of its own to be killed with, deaf to what the worker is told, dead when that dies."""
    os.setsid()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _stay)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(KILL_ME_WITH_MY_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
    if limits().memory:
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (limits().memory * 1024 * 1024, most))


def _stay(_number: int, _frame: object) -> None:
    """Do nothing: the worker decides when its children end."""
