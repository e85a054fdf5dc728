"""One of each thing that a page shows, made for an organ."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone

from gongkai_office.accounts.models import AccessReview, AccountReset, Appointment, ReviewedAccount, User
from gongkai_office.accounts.words import Role
from gongkai_office.audit.record import record
from gongkai_office.files.models import StoredFile
from gongkai_office.jobs.models import Job
from gongkai_office.jobs.planning import plan
from gongkai_office.local_law.models import ConventionChoice, HolidayNotice
from gongkai_office.notices.models import Notice, Sending
from gongkai_office.organs.models import Organ, Reviewer
from gongkai_office.organs.words import ReviewRole
from tests.office.city import person

DAY = dt.date(2026, 1, 5)


def of_organ(organ: Organ, _walker: User | None) -> dict[str, Any]:
    """Return the arguments of a page of the organ itself."""
    return {"key": organ.pk}


def by_organ(organ: Organ, _walker: User | None) -> dict[str, Any]:
    """Return the arguments of a page that calls the organ's key so."""
    return {"organ": organ.pk}


def act_on_organ(organ: Organ, _walker: User | None) -> dict[str, Any]:
    """Return the arguments of the renaming of an organ."""
    return {"key": organ.pk, "verb": "rename"}


def reviewer(organ: Organ, _walker: User | None) -> dict[str, Any]:
    """Make an organ's court."""
    one = Reviewer.objects.create(organ=organ, role=ReviewRole.COURT, name="萤泽市中级人民法院", valid_from=DAY)
    return {"key": organ.pk, "reviewer": one.pk}


def someone(organ: Organ, _walker: User | None) -> dict[str, Any]:
    """Make somebody who works at an organ."""
    return {"key": person(organ).pk}


def account_reset(organ: Organ, _walker: User | None) -> dict[str, Any]:
    """Make the reset of an administrator's password that waits for confirmation."""
    said = {"what": "password", "because": "忘记口令", "until": timezone.now() + dt.timedelta(hours=1)}
    owner, asker = person(organ, Role.AUDIT_ADMINISTRATOR), person(organ, Role.SYSTEM_ADMINISTRATOR)
    return {"key": AccountReset.objects.create(user=owner, asked_by=asker, **said).pk}


def appointment(organ: Organ, _walker: User | None) -> dict[str, Any]:
    """Make a role over an organ."""
    return {"key": Appointment.objects.create(user=person(organ), role=Role.HANDLER, organ=organ).pk}


def review(organ: Organ, _walker: User | None) -> dict[str, Any]:
    """Make a review of who has access to an organ and all below it."""
    return {"key": _review(organ).pk}


def reviewed(organ: Organ, _walker: User | None) -> dict[str, Any]:
    """Make an account that is reviewed."""
    return {"key": ReviewedAccount.objects.create(review=_review(organ), user=person(organ)).pk}


def _review(organ: Organ) -> AccessReview:
    by = person(organ)
    said = {"due_on": timezone.localdate(), "unused_days": 90, "opened_by": by}
    return AccessReview.objects.get_or_create(organ=organ, closed_at=None, defaults=said)[0]


def event(organ: Organ, _walker: User | None) -> dict[str, Any]:
    """Make an event of an organ."""
    with transaction.atomic():
        return {"number": record("organs.change", organ, by=None, organ=organ.pk).number}


def job(organ: Organ, _walker: User | None) -> dict[str, Any]:
    """Make a job for an organ."""
    return {"key": Job.objects.create(name="organs.import", organ=organ.pk).pk}


def stored(organ: Organ, _walker: User | None) -> dict[str, Any]:
    """Make a file of an organ."""
    return {"key": _file(organ).pk}


def own_file(organ: Organ, walker: User | None) -> dict[str, Any]:
    """Make a file of an organ that the walker uploaded."""
    return {"key": _file(organ, by=walker).pk}


def list_of_organs(organ: Organ, walker: User | None) -> dict[str, Any]:
    """Make an uploaded list of organs."""
    return {"file": _file(organ, by=walker, purpose="organs.list").pk}


def list_of_people(organ: Organ, walker: User | None) -> dict[str, Any]:
    """Make an uploaded list of people."""
    return {"file": _file(organ, by=walker, purpose="people.list").pk}


def _file(organ: Organ, by: User | None = None, purpose: str = "") -> StoredFile:
    return StoredFile.objects.create(
        name="机关.csv",
        kind="csv",
        size=1,
        sha256="0" * 64,
        organ=organ.pk,
        by=by,
        state="accepted",
        purpose=purpose,
    )


def sending(organ: Organ, _walker: User | None) -> dict[str, Any]:
    """Make a reminder sent for an organ."""
    return {"key": Sending.objects.create(subject="催办", organ=organ.pk).pk}


def own_notice(organ: Organ, walker: User | None) -> dict[str, Any]:
    """Make a reminder to the walker."""
    told = Sending.objects.create(subject="催办", organ=organ.pk)
    return {"key": Notice.objects.create(sending=told, to=walker or person(organ)).pk}


def convention(organ: Organ, _walker: User | None) -> dict[str, Any]:
    """Return the arguments of a local convention."""
    return {"organ": organ.pk, "key": "extension_notice"}


def choice(organ: Organ, _walker: User | None) -> dict[str, Any]:
    """Make a choice of a local convention."""
    made = ConventionChoice.objects.create(
        organ=organ, key="extension_notice", value="due_day", source="会议纪要", valid_from=DAY
    )
    return {"organ": organ.pk, "choice": made.pk}


def holiday_notice(_organ: Organ, _walker: User | None) -> dict[str, Any]:
    """Make a notice of holidays."""
    number = f"测试〔2026〕{HolidayNotice.objects.count() + 1}号"
    return {"key": HolidayNotice.objects.create(number=number, year=2026, data={}).pk}


def year(_organ: Organ, _walker: User | None) -> dict[str, Any]:
    """Return the arguments of a year's calendar."""
    return {"year": 2026}


def workbook(_organ: Organ, _walker: User | None) -> dict[str, Any]:
    """Return the arguments of a list that is exported as a workbook."""
    return {"kind": "xlsx"}


def schedule(_organ: Organ, _walker: User | None) -> dict[str, Any]:
    """Return the arguments of a schedule, planned as a worker does."""
    plan(timezone.now())
    return {"name": "audit.export_head"}
