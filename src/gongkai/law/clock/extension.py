"""Extension of the period (延期): article 33 ¶2, once, by at most twenty working days, told in time."""

from __future__ import annotations

import datetime as dt

from gongkai.law.clock.case import Case, doubted, told
from gongkai.law.clock.effects import Effect
from gongkai.law.clock.pauses import ONE_DAY
from gongkai.law.clock.period import Period, standing_period
from gongkai.law.clock.rules import LONGEST_EXTENSION, Rules
from gongkai.law.conventions import ExtensionAfterRestart, ExtensionNotice
from gongkai.law.events import Extended


def extension_by(period: Period, rules: Rules) -> dt.date:
    """Return the last working day on which the applicant may be told of an extension.

    It lies in the period of article 33, also where article 35 set a later day for the reply.
    """
    if rules.conventions.extension_notice is ExtensionNotice.DUE_DAY:
        return period.last
    return rules.calendar.last_working(period.last - ONE_DAY)


def after_restart(case: Case, rules: Rules) -> int | None:
    """Return by how many working days a period that begins anew is still extended."""
    kept = rules.conventions.extension_after_restart is ExtensionAfterRestart.KEPT
    return case.granted if kept else None


def extended(case: Case, event: Extended, rules: Rules) -> Case:
    """Lengthen the period; whether it stays longer when it begins anew is a convention."""
    if case.ordered:
        return doubted(case, "order.fixed_period", event)
    if case.granted is not None:
        return doubted(case, "extension.twice", event)
    if event.days < 1:
        return doubted(case, "extension.no_days", event, days=event.days)
    period = standing_period(case, event.on, rules)
    if period is None:
        return doubted(case, "extension.nothing_runs", event)
    on_due_day = rules.conventions.extension_notice is ExtensionNotice.DUE_DAY
    if event.on > period.last or (event.on == period.last and not on_due_day):
        return doubted(case, "extension.late", event, by=extension_by(period, rules), due=period.due)
    if event.days > LONGEST_EXTENSION:
        case = doubted(case, "extension.too_long", event, days=event.days, longest=LONGEST_EXTENSION)
    return told(case, Effect.EXTENDED, event, granted=min(event.days, LONGEST_EXTENSION))
