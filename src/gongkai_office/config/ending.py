"""A process that ends with the one that started it."""

from __future__ import annotations

import ctypes
import os
import signal
import sys

END_WITH_PARENT = 1  # PR_SET_PDEATHSIG


def end_with(parent: int, number: signal.Signals) -> None:
    """Let this process get a signal when its parent dies, at once where it died already; on Linux alone."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(END_WITH_PARENT, number)
        if os.getppid() != parent:
            os.kill(os.getpid(), number)
