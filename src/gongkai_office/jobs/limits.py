"""How long, how often and how much: the settings of background work, each by its name in the environment."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from django.conf import settings


class Limits(NamedTuple):
    """The limits in force; `LIMITS` of the settings, by name."""

    at_once: int = 2
    """How many jobs a worker runs at the same time."""
    hold: float = 30
    """Seconds for which a worker holds a job without a sign of life; then another takes it up."""
    pause: float = 30
    """Seconds before a job that failed is tried again; four times as long before each further time."""
    longest_pause: float = 3600
    memory: int = 4096
    """Megabytes of address space that a job's process may take; 0 is no limit."""
    grace: float = 20
    """Seconds that running jobs have to end when a worker is stopped, or a job cancelled."""
    interruptions: int = 20
    """How many workers may die over a job before it is given up."""
    kept_days: int = 30
    """Days for which a job that was done or cancelled stays in the list."""
    failures_kept_days: int = 180
    """Days for which a job that failed stays in the list."""

    @property
    def beat(self) -> float:
        """Return the seconds between two signs of life."""
        return self.hold / 4

    def pause_after(self, attempts: int) -> timedelta:
        """Return how long to wait after so many attempts."""
        return timedelta(seconds=min(self.pause * 4 ** (attempts - 1), self.longest_pause))


def limits() -> Limits:
    """Return the limits in force."""
    return Limits(**getattr(settings, "GONGKAI_JOBS", {}))
