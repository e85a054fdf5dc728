"""The supervisor keeps its children alive, and leaves none behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from gongkai_office.config import supervising
from gongkai_office.config.supervising import Child, supervise

SLEEPS = "import time; time.sleep(60)"
DEAF = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(flush=True); time.sleep(60)"


def until(holds: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it never came to that"
        time.sleep(0.02)


def alive(pid: int) -> bool:
    state = Path(f"/proc/{pid}/stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] != "Z"


def supervised(*commands: str) -> tuple[list[Child], threading.Event, threading.Thread]:
    """Supervise programs in a thread, as far as that goes: signals are for the main thread alone."""
    children = [Child(f"child {number}", [sys.executable, "-c", text]) for number, text in enumerate(commands)]
    stop = threading.Event()
    thread = threading.Thread(target=supervise, args=(children,), kwargs={"stop": stop})
    thread.start()
    until(lambda: all(child.process is not None for child in children))
    return children, stop, thread


def pid_of(child: Child) -> int:
    process = child.process
    return process.pid if process is not None else 0


def test_a_child_that_dies_is_started_again(capfd) -> None:
    children, stop, thread = supervised(SLEEPS)
    first = pid_of(children[0])
    os.kill(first, signal.SIGKILL)
    until(lambda: pid_of(children[0]) not in (0, first))
    second = pid_of(children[0])
    stop.set()
    thread.join(20)
    assert not alive(first)
    assert not alive(second)
    assert "意外退出（-9）" in capfd.readouterr().err


def test_a_child_that_does_not_listen_is_killed_in_the_end(monkeypatch, capfd) -> None:
    monkeypatch.setattr(supervising, "PATIENCE", 0.5)
    children, stop, thread = supervised(DEAF)
    time.sleep(0.5)  # until it is deaf
    pid = pid_of(children[0])
    stop.set()
    thread.join(20)
    assert not alive(pid)
    assert "已强制结束" in capfd.readouterr().err


def test_a_child_that_dies_again_and_again_is_started_ever_more_seldom(monkeypatch) -> None:
    child = Child("broken", [sys.executable, "-c", ""])
    pauses = []
    for _ in range(8):
        child.due = 0
        supervising._tend(child)
        assert child.process is not None
        child.process.wait()
        before = time.monotonic()
        supervising._tend(child)
        pauses.append(round(child.due - before, 1))
    assert pauses[:4] == [0.5, 1.0, 2.0, 4.0]
    assert pauses[-1] == supervising.LONGEST_PAUSE


def test_no_child_outlives_a_supervisor_that_is_killed() -> None:
    program = (
        "import sys; from gongkai_office.config.supervising import Child, supervise;"
        f"supervise([Child('one', [sys.executable, '-c', {SLEEPS!r}])])"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], stderr=subprocess.PIPE, text=True)
    assert parent.stderr is not None
    pid = int(parent.stderr.readline().rpartition("（")[2].partition("）")[0])
    assert alive(pid)
    parent.kill()
    parent.wait()
    parent.stderr.close()
    until(lambda: not alive(pid))


def test_sigterm_ends_the_supervisor_and_its_children_cleanly() -> None:
    program = (
        "import sys; from gongkai_office.config.supervising import Child, supervise;"
        f"sys.exit(supervise([Child('one', [sys.executable, '-c', {SLEEPS!r}])]))"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], stderr=subprocess.PIPE, text=True)
    assert parent.stderr is not None
    pid = int(parent.stderr.readline().rpartition("（")[2].partition("）")[0])
    parent.terminate()
    assert parent.wait(20) == 0
    parent.stderr.close()
    assert not alive(pid)
