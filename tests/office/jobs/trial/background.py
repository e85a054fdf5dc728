"""Jobs on trial. Each writes a line to a file when it starts, so that tests can count its runs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from django.db import transaction

from gongkai_office.audit.record import record
from gongkai_office.jobs.errors import Refused
from gongkai_office.jobs.models import Job
from gongkai_office.jobs.registry import Run, job, scheduled

SLICE = 0.05


def _started(name: str) -> int:
    """Note that a run started, and return how many there were."""
    place = Path(os.environ["GONGKAI_TRIAL"]) / name
    with place.open("a") as file:
        file.write(f"{os.getpid()}\n")
    return len(place.read_text().splitlines())


@job("trial.once", "做一次")
def once(run: Run, name: str, seconds: float = 0) -> None:
    """Take some time, then be done and say so in the log, in one transaction."""
    _started(name)
    slices = int(seconds / SLICE)
    for number in range(slices):
        run.progress(number, slices, f"第{number}步")
        time.sleep(SLICE)
    with transaction.atomic():
        run.finish({"name": name})
        record(f"trial.{name}", Job.objects.get(pk=run.job), by=None)


@job("trial.deaf", "不听招呼", time_limit=2)
def deaf(_run: Run, name: str) -> None:
    """Sleep for ever, with a process of its own that does too."""
    _started(name)
    subprocess.run([sys.executable, "-c", "import time; time.sleep(600)"], check=True)


@job("trial.greedy", "占内存")
def greedy(_run: Run, name: str) -> int:
    """Take more memory than there may be."""
    _started(name)
    return len(bytearray(64 * 1024**3))


@job("trial.crash", "崩溃", tries=2)
def crash(_run: Run, name: str) -> None:
    """Die as a broken library does."""
    _started(name)
    os.kill(os.getpid(), signal.SIGSEGV)


@job("trial.flaky", "时好时坏", tries=3)
def flaky(_run: Run, name: str, failures: int) -> str:
    """Fail some times, then do it."""
    if _started(name) <= failures:
        raise ConnectionError(name)
    return name


@job("trial.refuse", "拒绝")
def refuse(_run: Run, name: str) -> None:
    """Say that it cannot be done."""
    _started(name)
    raise Refused("第3行没有机关名称，请补上后重新导入。")


@scheduled("trial.tick", every=60)
@job("trial.tick", "每小时一次")
def tick(_run: Run) -> None:
    """Do something each hour."""
    _started("tick")
