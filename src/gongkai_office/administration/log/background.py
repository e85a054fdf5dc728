"""Jobs of the log: the chain is verified and its head goes outside, every night."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from gongkai_office.administration.log import words
from gongkai_office.audit import words as audit_words
from gongkai_office.audit.actions import export_head, verify_log
from gongkai_office.audit.errors import LogError
from gongkai_office.jobs.errors import Refused
from gongkai_office.jobs.models import Job
from gongkai_office.jobs.registry import Run, job, scheduled


@scheduled("audit.export_head", at="02:30")
@job("audit.export_head", words.EXPORT_HEAD_TITLE, tries=5, time_limit=120)
def export(run: Run) -> dict[str, Any]:
    """Append the chain's head to the file outside."""
    try:
        line = export_head(settings.GONGKAI_HEADS, by=_asked_by(run))
    except LogError as error:
        raise Refused(str(error)) from error
    run.progress(1, 1, words.HEAD_EXPORTED.format(number=line.number))
    return {"number": line.number, "digest": line.digest}


@scheduled("audit.verify", at="03:30")
@job("audit.verify", words.VERIFY_TITLE, tries=2, time_limit=3600)
def verify(run: Run) -> dict[str, Any]:
    """Verify the chain against itself and what went outside."""

    def tell(done: int, total: int) -> None:
        run.progress(done, total, audit_words.VERIFYING.format(done=done, total=total))

    try:
        verdict = verify_log(settings.GONGKAI_HEADS, by=_asked_by(run), progress=tell)
    except LogError as error:
        raise Refused(str(error)) from error
    return verdict.as_json()


def _asked_by(run: Run) -> Any:
    asked = Job.objects.select_related("by").filter(pk=run.job).first()
    return asked.by if asked is not None else None
