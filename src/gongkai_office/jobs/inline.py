"""Run waiting jobs in this very process, one after another: for tests and for single commands, without limits."""

from __future__ import annotations

from typing import Any

from gongkai_office.jobs import holding
from gongkai_office.jobs.child import call
from gongkai_office.jobs.models import Job
from gongkai_office.jobs.registry import KINDS

HERE = "inline"


class InlineRun:
    """A Run that writes how far it is at once."""

    def __init__(self, job: Job) -> None:
        self.job = job.pk
        self.finished = False
        self._row = job

    def progress(self, done: int, total: int, says: str = "") -> None:
        """Write down how far the work is."""
        holding.told(self._row, done, total, says)

    def hold_fast(self) -> None:
        """Keep the job for this run until the caller's transaction ends."""
        holding.hold_fast(self._row)

    def finish(self, result: Any = None) -> None:
        """Mark the job as done in the caller's transaction."""
        holding.finish(self._row, result)
        self.finished = True


def run_waiting(*, most: int = 1000) -> list[Job]:
    """Run the jobs whose time has come, those that they queue included, and return them as they ended."""
    ran: list[Job] = []
    while len(ran) < most and (job := holding.take_up(HERE)):
        ending = call(KINDS[job.name], job, InlineRun(job))
        if ending.fault is not None:
            holding.failed(job, ending.fault, sentence=ending.sentence, details=ending.details)
        job.refresh_from_db()
        ran.append(job)
    return ran
