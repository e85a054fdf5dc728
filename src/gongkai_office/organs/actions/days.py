"""When something happened of which only the day is known."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone


def start_of(day: dt.date) -> dt.datetime:
    """Return a day's first moment here, as the log tells when something happened."""
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))
