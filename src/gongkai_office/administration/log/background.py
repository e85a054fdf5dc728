"""Jobs of the log: the chain is verified and its head goes outside, every night."""

from __future__ import annotations

import contextlib
import logging
from typing import Any

from django.conf import settings
from django.db import DatabaseError
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from gongkai_office.accounts.gate import holds_on
from gongkai_office.accounts.models import Appointment, User
from gongkai_office.accounts.words import Role
from gongkai_office.administration.log import words
from gongkai_office.audit import words as audit_words
from gongkai_office.audit.actions import export_head, verify_log
from gongkai_office.audit.errors import LogError
from gongkai_office.audit.models import Head
from gongkai_office.audit.verify import Verdict
from gongkai_office.jobs.errors import Refused
from gongkai_office.jobs.models import Job
from gongkai_office.jobs.registry import Run, job, scheduled
from gongkai_office.notices.actions import notify
from gongkai_office.notices.errors import NobodyToNotify

logger = logging.getLogger(__name__)


@scheduled("audit.export_head", at="02:30", always=True)
@job("audit.export_head", words.EXPORT_HEAD_TITLE, tries=5, time_limit=120)
def export(run: Run) -> dict[str, Any]:
    """Append the chain's head to the file outside."""
    try:
        line = export_head(settings.GONGKAI_HEADS, by=_asked_by(run))
    except LogError as error:
        raise Refused(str(error)) from error
    run.progress(1, 1, words.HEAD_EXPORTED.format(number=line.number))
    return {"number": line.number, "digest": line.digest}


@scheduled("audit.verify", at="03:30", always=True)
@job("audit.verify", words.VERIFY_TITLE, tries=2, time_limit=3600)
def verify(run: Run) -> dict[str, Any]:
    """Verify the chain against itself and what went outside."""

    def tell(done: int, total: int) -> None:
        run.progress(done, total, audit_words.VERIFYING.format(done=done, total=total))

    try:
        verdict = verify_log(settings.GONGKAI_HEADS, by=_asked_by(run), progress=tell)
    except LogError as error:
        raise Refused(str(error)) from error
    if not verdict.holds:
        _alarm(verdict)
    return verdict.as_json()


def _alarm(verdict: Verdict) -> None:
    """Tell whoever audits the whole installation, by every channel that reaches them; and the server's own log."""
    logger.critical("the chain of the log is broken: %s", " ".join(verdict.sentences[:3]))
    where = holds_on(timezone.localdate()) & Q(role=Role.AUDIT_ADMINISTRATOR, below=True, organ__depth=1)
    people = User.objects.filter(is_active=True, appointments__in=Appointment.objects.filter(where)).distinct()
    # Where nobody is appointed, or the broken chain takes no event of the notice, the server's log has to do.
    with contextlib.suppress(NobodyToNotify, DatabaseError, Head.DoesNotExist):
        notify(
            to=people,
            subject=words.ALARM_SUBJECT,
            text=words.ALARM_TEXT.format(count=verdict.count, first=verdict.breaks[0].sentence),
            link=reverse("administration:log_chain"),
            urgent=True,
        )


def _asked_by(run: Run) -> Any:
    asked = Job.objects.select_related("by").filter(pk=run.job).first()
    return asked.by if asked is not None else None
