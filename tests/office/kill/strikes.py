"""What befalls the site: processes are killed, or stand still and wake up again; each strike tells what it hit."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import time

from tests.office.installation import Installation, Process

STANDSTILL_S = 3.0
WAIT_FOR_JOB_S = 2.0


def strike(site: Installation, chance: random.Random) -> str:
    """Let something befall the site, and return what; where a part is just not there, something else does."""
    told = ""
    while not told:
        kind, part = chance.choices(list(STRIKES), weights=list(STRIKES.values()))[0]
        told = _strike(site, kind, part, chance)
    return told


def _strike(site: Installation, kind: str, part: str, chance: random.Random) -> str:
    if kind == "power":
        site.kill_all()
        site.start()
        return "power cut"
    if kind == "supervisor":
        site.kill_supervisor()
        site.start()
        return "kill supervisor"
    found = _found(site, part, WAIT_FOR_JOB_S if part == "child" else 0)
    if not found:
        return ""
    return _stand_still(chance.choice(found)) if kind == "stop" else _kill(chance.choice(found))


# What befalls which part, how often.
STRIKES: dict[tuple[str, str], int] = {
    ("kill", "web"): 2,
    ("kill", "web worker"): 4,
    ("kill", "job worker"): 4,
    ("kill", "child"): 4,
    ("stop", "web worker"): 1,
    ("stop", "job worker"): 2,
    ("stop", "child"): 1,
    ("supervisor", "supervisor"): 1,
    ("power", "all"): 2,
}


def _found(site: Installation, part: str, wait: float) -> list[Process]:
    until = time.monotonic() + wait
    while True:
        found = [one for one in site.processes() if one.part == part]
        if found or time.monotonic() >= until:
            return found
        time.sleep(0.02)


def _kill(process: Process) -> str:
    _send(process.pid, signal.SIGKILL)
    return f"kill {process}"


def _stand_still(process: Process) -> str:
    _send(process.pid, signal.SIGSTOP)
    time.sleep(STANDSTILL_S)
    _send(process.pid, signal.SIGCONT)
    return f"stop {process} for {STANDSTILL_S} s"


def _send(pid: int, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)
