"""What runs by itself at night: a backup every day, a restore drill every month."""

from __future__ import annotations

from typing import Any

from gongkai_office.config import words_backups as words
from gongkai_office.config.backups.making import back_up
from gongkai_office.config.backups.restoring import drill
from gongkai_office.config.errors import Trouble
from gongkai_office.jobs.errors import Refused
from gongkai_office.jobs.registry import Run, job, scheduled


@scheduled("data.back_up", at="01:30")
@job("data.back_up", words.JOB_BACKUP, tries=2, time_limit=6 * 3600)
def nightly_backup(_run: Run) -> dict[str, Any]:
    """Make the day's backup."""
    try:
        made = back_up()
    except Trouble as trouble:
        raise Refused(str(trouble)) from None
    return {"file": made.place.name, "number": made.manifest.number, "removed": len(made.removed)}


@scheduled("data.drill", at="03:30", day=1)
@job("data.drill", words.JOB_DRILL, tries=1, time_limit=6 * 3600)
def monthly_drill(_run: Run) -> dict[str, Any]:
    """Try to restore the newest backup."""
    try:
        tried = drill()
    except Trouble as trouble:
        raise Refused(str(trouble)) from None
    if tried.reasons:
        raise Refused("\n".join(tried.reasons)[:500])
    return {"file": tried.place.name, "seconds": tried.seconds}
