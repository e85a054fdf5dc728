"""A database of its own with workers in processes of their own, which can be killed."""

from __future__ import annotations

import contextlib
import json
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

import psycopg

from tests.office.installation import Installation
from tests.office.site import COMMAND, ON_POSTGRESQL

ROOT = Path(__file__).parents[3]
LONG = 60
OBEY = """
import contextlib, io, json, sys, django
django.setup()
for line in sys.stdin:
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(json.loads(line), {})
    print(json.dumps(said.getvalue()), flush=True)
"""
FIELDS = (
    "state", "attempts", "interruptions", "fault", "error", "details", "done", "total", "says", "result", "hold",
)  # fmt: skip


class Workshop(Installation):
    """An installation without a server: jobs are queued and workers started one by one."""

    def __init__(self, folder: Path, address: str) -> None:
        super().__init__(folder, address)
        self.runs = folder / "runs"
        self.runs.mkdir()
        self.environment |= {
            "DJANGO_SETTINGS_MODULE": "tests.office.jobs.settings",
            "PYTHONPATH": str(ROOT),
            "GONGKAI_TRIAL": str(self.runs),
            "GONGKAI_TRIAL_HOLD": "3",
        }
        self.workers: list[subprocess.Popen[bytes]] = []
        self.servant: subprocess.Popen[str] | None = None

    def __exit__(self, *said: type[BaseException] | BaseException | TracebackType | None) -> None:
        if self.servant is not None:
            self.servant.communicate()
        for worker in self.workers:
            if worker.poll() is None:
                worker.kill()
            worker.wait()
        super().__exit__(*said)

    def python(self, program: str) -> str:
        """Run a program with the site's models at hand, in one process for all: starting takes a second."""
        if self.servant is None:
            self.servant = subprocess.Popen(
                [sys.executable, "-c", OBEY],
                env=self.environment, cwd=self.folder, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            )  # fmt: skip
        assert self.servant.stdin is not None
        assert self.servant.stdout is not None
        print(json.dumps(program), file=self.servant.stdin, flush=True)
        return str(json.loads(self.servant.stdout.readline()))

    def work(self, *options: str, hold: int = 3) -> subprocess.Popen[bytes]:
        """Start a worker that holds its jobs for some seconds."""
        worker = subprocess.Popen(
            [*COMMAND, "work", *options],
            env=self.environment | {"GONGKAI_TRIAL_HOLD": str(hold)},
            cwd=self.folder,
            stdout=self.log,
            stderr=self.log,
        )
        self.workers.append(worker)
        return worker

    def work_off(self) -> None:
        """Let a worker do all there is to do, retries included."""
        code = self.work("--until-idle").wait(LONG)
        assert code == 0, (self.folder / "server.log").read_text()[-4000:]

    def enqueue(self, kind: str, **arguments: Any) -> int:
        """Queue a job."""
        asked = f"{kind!r}, by=None, **{arguments!r}"
        return int(self.python(f"from gongkai_office.jobs.actions import enqueue; print(enqueue({asked}).pk)"))

    def cancel(self, key: int) -> None:
        """Cancel a job."""
        self.python(
            "from gongkai_office.jobs.actions import cancel_job; from gongkai_office.jobs.models import Job;"
            f"cancel_job(Job.objects.get(pk={key}), by=None)"
        )

    def job(self, key: int) -> dict[str, Any]:
        """Return what a job's row says."""
        row = dict(
            zip(FIELDS, self._rows(f"SELECT {', '.join(FIELDS)} FROM jobs_job WHERE id = {key}")[0], strict=True)
        )
        if not ON_POSTGRESQL and row["result"]:  # PostgreSQL's driver has read it already
            row["result"] = json.loads(row["result"])
        return row

    def starts(self, name: str) -> list[int]:
        """Return the processes in which a job on trial was started."""
        place = self.runs / name
        return [int(line) for line in place.read_text().splitlines()] if place.exists() else []

    def effects(self, name: str) -> int:
        """Return how often a job on trial had its effect: an event of the log."""
        return int(self._rows(f"SELECT count(*) FROM audit_event WHERE verb = 'trial.{name}'")[0][0])

    def _rows(self, question: str) -> list[tuple[Any, ...]]:
        if ON_POSTGRESQL:
            with psycopg.connect(self.environment["DATABASE_URL"]) as there:
                return there.execute(question).fetchall()  # type: ignore[call-overload,no-any-return]  # our own words
        with contextlib.closing(sqlite3.connect(self.data / "gongkai.sqlite3", timeout=20)) as here:
            return here.execute(question).fetchall()


def until(holds: Callable[[], Any], seconds: float = LONG) -> None:
    """Wait until something holds."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def is_alive(pid: int) -> bool:
    """Tell whether a process runs."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def stop(worker: subprocess.Popen[bytes]) -> None:
    """Ask a worker to stop, and wait until it has."""
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(LONG) == 0
