"""The numbers of days that the law fixes for a request (法定期限), and what else every step of the clock needs."""

from __future__ import annotations

from typing import NamedTuple

from gongkai.law.calendar.days import Calendar
from gongkai.law.conventions import Conventions
from gongkai.law.events import Party

# All in working days.
REPLY = 20  # article 33 ¶2
LONGEST_EXTENSION = 20  # article 33 ¶2
CORRECTION_NOTICE = 7  # article 30
OPINION = 15  # articles 32 and 34
PAYMENT = 20  # 109号 article 7

# Who must answer within a period; other organs (article 33 ¶3) have none, and are waited for until they answer.
WITH_PERIOD = (Party.THIRD_PARTY, Party.CO_PRODUCER)


class Rules(NamedTuple):
    """The calendar of working days and the conventions by which a clock is reckoned."""

    calendar: Calendar
    conventions: Conventions
