"""Jobs about reminders."""

from __future__ import annotations

from gongkai_office.administration.notices.words import DELIVER
from gongkai_office.jobs.registry import Run, job, scheduled
from gongkai_office.notices.delivering import deliver_due, something_is_due


@scheduled("notices.deliver", every=1, wanted=something_is_due)
@job("notices.deliver", DELIVER, time_limit=1800)
def deliver_notices(run: Run) -> dict[str, int]:
    """Send the messages that are due; each is written down by itself, so that it may be run again."""
    return deliver_due(run.progress)
