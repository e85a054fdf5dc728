"""When a message may leave the house (免打扰): not at night or on days off, unless it is urgent and may be so."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string

from gongkai.errors import NoCalendar

_LONGEST = 40
_SATURDAY = 5


def next_time(at: dt.datetime, *, urgent: bool) -> dt.datetime:
    """Return when a message of a moment may go out: that moment, or the end of the quiet time that it falls in."""
    rules = settings.NOTICES
    if urgent and rules["URGENT_AT_ANY_TIME"]:
        return at
    local = timezone.localtime(at)
    for _ in range(_LONGEST):
        begins, ends = (_on(local, rules[name]) for name in ("QUIET_TO", "QUIET_FROM"))
        if rules["WORKING_DAYS_ONLY"] and not _is_worked(local.date()):
            local = _on(local + dt.timedelta(days=1), rules["QUIET_TO"])
        elif local < begins:
            local = begins
        elif local >= ends:
            local = _on(local + dt.timedelta(days=1), rules["QUIET_TO"])
        else:
            break
    return at if local == at else local


def _on(day: dt.datetime, time: dt.time) -> dt.datetime:
    return day.replace(hour=time.hour, minute=time.minute, second=0, microsecond=0)


def _is_worked(day: dt.date) -> bool:
    try:
        return bool(import_string(settings.NOTICES["IS_WORKED"])(day))
    except NoCalendar:
        return day.weekday() < _SATURDAY
