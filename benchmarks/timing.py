"""Timing ways against each other in one run (计时)."""

from __future__ import annotations

import contextlib
import statistics
import time
from collections.abc import Callable, Sequence

from gongkai.errors import UnreadableInput


def paired(ways: Sequence[Callable[[], object]], times: int) -> list[float]:
    """Return the median seconds of each way, taken in turn so that the machine's load hits all alike."""
    for way in ways:
        way()
    taken: list[list[float]] = [[] for _ in ways]
    for _ in range(times):
        for way, spent in zip(ways, taken, strict=True):
            spent.append(seconds(way))
    return [statistics.median(spent) for spent in taken]


def seconds(way: Callable[[], object]) -> float:
    """Return the seconds that one call takes; an input that is refused is timed like any other."""
    started = time.perf_counter()
    with contextlib.suppress(UnreadableInput):
        way()
    return time.perf_counter() - started
