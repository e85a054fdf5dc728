"""The numbers of days that the law fixes for a request (法定期限), and what else every step of the clock needs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from gongkai.law.calendar.days import Calendar
from gongkai.law.conventions import Conventions
from gongkai.law.events import Party

# All in working days.
REPLY = 20  # article 33 ¶2
LONGEST_EXTENSION = 20  # article 33 ¶2
CORRECTION_NOTICE = 7  # article 30
OPINION = 15  # articles 32 and 34

# Who must answer within a period; other organs (article 33 ¶3) have none, and are waited for until they answer.
WITH_PERIOD = (Party.THIRD_PARTY, Party.CO_PRODUCER)


class Rules(NamedTuple):
    """The calendar of working days and the conventions by which a clock is reckoned.

    `deliveries` are those of consultations, by name and day of dispatch, that are known besides what a case tells:
    what happened before a delivery is judged by it, too.
    """

    calendar: Calendar
    conventions: Conventions
    deliveries: Mapping[tuple[str, dt.date], dt.date] = MappingProxyType({})
