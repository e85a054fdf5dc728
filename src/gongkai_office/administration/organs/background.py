"""The import of a list of organs, in the background."""

from __future__ import annotations

from gongkai_office.accounts.models import User
from gongkai_office.administration.organs import words
from gongkai_office.administration.organs.lists.planning import IMPORT, planned
from gongkai_office.files.models import StoredFile
from gongkai_office.jobs.errors import Refused
from gongkai_office.jobs.models import Job
from gongkai_office.jobs.registry import Run, job
from gongkai_office.organs import words_sheets
from gongkai_office.organs.actions import import_organs
from gongkai_office.organs.errors import ImportStopped, UnreadableList


@job(IMPORT, words.JOB, tries=3, time_limit=3600)
def import_list(run: Run, file: int, skipped: list[int]) -> str:
    """Write a stored list, on behalf of who queued it; after an end in the middle it goes on with the rest."""
    user = User.objects.get(pk=Job.objects.values_list("by_id", flat=True).get(pk=run.job) or 0)

    def tell(done: int, total: int) -> None:
        run.progress(done, total, words_sheets.PROGRESS.format(done=done, total=total))

    try:
        plan = planned(StoredFile.objects.get(pk=file), user, skipped)
        return words.IMPORTED.format(**import_organs(plan, by=user, progress=tell, begin=run.hold_fast))
    except (ImportStopped, UnreadableList) as error:
        raise Refused(error.reason) from error
