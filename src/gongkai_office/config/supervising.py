"""Keep child processes alive, and stop them all when told to."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from types import FrameType

from gongkai_office.config import words
from gongkai_office.config.ending import end_with

PATIENCE = 30.0  # seconds that a child has to end by itself
LONGEST_PAUSE = 30.0  # seconds before a child that dies at once is started again
STEADY = 60.0  # seconds after which a child counts as healthy


@dataclass
class Child:
    """A process to be kept alive: its name for people, its command line, and how it fares.

    `orphaned` is the signal that it gets when the supervisor dies.
    """

    name: str
    command: Sequence[str]
    orphaned: signal.Signals = signal.SIGTERM
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    due: float = 0.0
    deaths: int = field(default=0)


def supervise(children: Sequence[Child], *, stop: threading.Event | None = None) -> int:
    """Run the children until SIGTERM, SIGINT or `stop`; return 0, or 1 where one had to be killed."""
    stopped = stop or threading.Event()
    before = _listen(stopped)
    try:
        while not stopped.wait(0.2):
            for child in children:
                _tend(child)
        _say(words.STOPPING)
        return _stop(children)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for child in children:
            _kill_group(child)


def _listen(stopped: threading.Event) -> dict[int, signal._HANDLER]:
    """Let the signals to stop set an event; Python lets only its main thread listen."""
    if threading.current_thread() is not threading.main_thread():
        return {}
    return {number: signal.signal(number, _setting(stopped)) for number in (signal.SIGTERM, signal.SIGINT)}


def _setting(stopped: threading.Event) -> signal._HANDLER:
    def handle(_number: int, _frame: FrameType | None) -> None:
        stopped.set()

    return handle


def _tend(child: Child) -> None:
    now = time.monotonic()
    if child.process is None:
        if now >= child.due:
            _start(child)
    elif (code := child.process.poll()) is not None:
        child.deaths = 1 if now - child.started > STEADY else child.deaths + 1
        pause = min(LONGEST_PAUSE, 2.0 ** (child.deaths - 1) / 2)
        _kill_group(child)  # what a killed server leaves behind still holds its port
        child.process, child.due = None, now + pause
        _say(words.CHILD_DIED.format(name=child.name, code=code, seconds=f"{pause:g}"))


def _start(child: Child) -> None:
    # A group of its own: Ctrl-C reaches the supervisor alone, which then stops the children in order.
    end = partial(end_with, os.getpid(), child.orphaned)
    child.process = subprocess.Popen(child.command, start_new_session=True, preexec_fn=end)  # noqa: PLW1509  # no threads here
    child.started = time.monotonic()
    _say(words.CHILD_STARTED.format(name=child.name, pid=child.process.pid))


def _stop(children: Sequence[Child]) -> int:
    running = [child for child in children if child.process is not None and child.process.poll() is None]
    for child in running:
        if child.process is not None:
            child.process.terminate()
    until = time.monotonic() + PATIENCE
    late = [child for child in running if not _ended(child, until)]
    for child in late:
        _say(words.CHILD_KILLED.format(name=child.name))
    return 1 if late else 0


def _ended(child: Child, until: float) -> bool:
    try:
        if child.process is not None:
            child.process.wait(max(0.0, until - time.monotonic()))
    except subprocess.TimeoutExpired:
        return False
    return True


def _kill_group(child: Child) -> None:
    if child.process is not None:
        try:
            os.killpg(child.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
        child.process.wait()


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)  # noqa: T201  # what a supervisor tells its terminal or journal
