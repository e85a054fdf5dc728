"""The import of a list of people, in the background."""

from __future__ import annotations

from gongkai_office.accounts.actions.importing import import_people
from gongkai_office.accounts.errors import AccountError
from gongkai_office.accounts.models import User
from gongkai_office.administration.people import words
from gongkai_office.administration.people.planning import IMPORT, planned
from gongkai_office.files.models import StoredFile
from gongkai_office.jobs.errors import Refused
from gongkai_office.jobs.models import Job
from gongkai_office.jobs.registry import Run, job


@job(IMPORT, words.IMPORT_JOB, tries=3, time_limit=3600)
def import_list(run: Run, file: int, lines: list[int]) -> str:
    """Add the people of a stored list's confirmed lines, on behalf of who queued it.

    After an end in the middle it goes on with the rest. A line with which something became wrong is left out.
    """
    user = User.objects.get(pk=Job.objects.values_list("by_id", flat=True).get(pk=run.job) or 0)
    try:
        plan = planned(StoredFile.objects.get(pk=file), user)
    except AccountError as error:
        raise Refused(error.sentence) from error
    confirmed = frozenset(lines)
    before = len(confirmed) - sum(line.number in confirmed for line in plan.lines)
    good = [line for line in plan.good if line.number in confirmed]

    def tell(done: int) -> None:
        run.progress(before + done, len(confirmed), words.IMPORTING)

    added = before + import_people(good, file=file, by=user, progress=tell, begin=run.hold_fast)
    left = len(confirmed) - added
    return words.IMPORTED.format(count=added) + (words.LEFT_OUT.format(count=left) if left else "")
