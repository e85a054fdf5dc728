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
        if rules["WORKING_DAYS_ONLY"] and not _is_worked(local.date()):
            local = _on(local + dt.timedelta(days=1), dt.time())
        elif _is_quiet(local.time(), rules["QUIET_FROM"], rules["QUIET_TO"]):
            passed = local.time() >= rules["QUIET_TO"]
            local = _on(local + dt.timedelta(days=passed), rules["QUIET_TO"])
        else:
            break
    return at if local == at else local


def _is_quiet(time: dt.time, begins: dt.time, ends: dt.time) -> bool:
    """Tell whether a time is in a window of the day, or of the night where that ends before it begins."""
    return begins <= time < ends if begins < ends else time >= begins or time < ends


def _on(day: dt.datetime, time: dt.time) -> dt.datetime:
    return day.replace(hour=time.hour, minute=time.minute, second=0, microsecond=0)


def _is_worked(day: dt.date) -> bool:
    try:
        return bool(import_string(settings.NOTICES["IS_WORKED"])(day))
    except NoCalendar:
        return day.weekday() < _SATURDAY
