"""The walls around the inspecting process: memory, time, files, and no way out (限制)."""

from __future__ import annotations

import ctypes
import os
import resource
import sys
from typing import Any

from gongkai_office.files.inspection.errors import Forbidden

_NEW_USERS, _NEW_NETWORK = 0x10000000, 0x40000000
_NO_NEW_PRIVILEGES, _DUMPABLE = 38, 4
_FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "pty.")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def shut_in(*, memory: int, seconds: int) -> None:
    """Set the limits of this process, for good."""
    # Libraries that count want a thread a core each, and each thread's stack counts as memory.
    os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
    _leave_network()
    sys.addaudithook(_watched)


def _leave_network() -> None:
    """Go where there is no network, as far as the system lets everybody; and never gain a right again."""
    system = ctypes.CDLL(None, use_errno=True)
    system.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    system.prctl(_DUMPABLE, 0, 0, 0, 0)
    if system.unshare(_NEW_NETWORK) != 0:
        system.unshare(_NEW_USERS | _NEW_NETWORK)


def _watched(event: str, arguments: tuple[Any, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        raise Forbidden(event)
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING:
        raise Forbidden(event)
