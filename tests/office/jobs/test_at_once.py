"""Jobs queued and run again at the same moment."""

from __future__ import annotations

import pytest

from gongkai_office.jobs.actions import enqueue, retry_job
from gongkai_office.jobs.errors import CannotRetry
from gongkai_office.jobs.models import Job
from gongkai_office.jobs.words import State
from tests.office.at_once import crossing
from tests.office.cloned import Clone


@pytest.mark.only_on("postgresql")
def test_a_job_is_not_run_again_while_the_same_is_being_queued(clone: Clone) -> None:
    failed = Job.objects.create(name="jobs.prune", key="one", state=State.FAILED)
    raised = crossing(lambda: enqueue("jobs.prune", by=None, key="one"), lambda: retry_job(failed, by=None), of=Job)
    assert [type(error) for error in raised] == [CannotRetry]
    assert set(Job.objects.values_list("state", flat=True)) == {State.FAILED, State.WAITING}
