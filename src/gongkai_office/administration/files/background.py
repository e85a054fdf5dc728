"""Jobs about files."""

from __future__ import annotations

from gongkai_office.files.actions import prune
from gongkai_office.files.words import VERBS
from gongkai_office.jobs.registry import Run, job, scheduled


@scheduled("files.prune", at="03:40")
@job("files.prune", VERBS["files.prune"], time_limit=3600)
def prune_files(run: Run) -> dict[str, int]:
    """Delete bytes that no file has: what is left of uploads whose transaction was undone."""
    run.progress(0, 1)
    return {"deleted": prune()}
