"""What is done to notices of holidays and to local conventions: taken in, chosen, withdrawn."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from gongkai.law.calendar.notice_data import local_holidays_json, notice_json
from gongkai.law.calendar.notices import HolidayNotice as Notice
from gongkai.law.calendar.notices import LocalHoliday
from gongkai_office.audit.chain import personal
from gongkai_office.audit.record import Actor, fields_of, record
from gongkai_office.local_law.errors import AlreadyEntered, AlreadyWithdrawn, NoSource, NothingChanges
from gongkai_office.local_law.models import ConventionChoice, HolidayNotice, digest_of
from gongkai_office.local_law.values import check
from gongkai_office.organs.models import Organ

OF_A_NOTICE = ("number", "issued", "year", "division")
OF_A_CHOICE = ("key", "value", "source", "document_number", "valid_from")


@transaction.atomic
def enter_notice(*, notice: Notice, text: str, by: Actor | None) -> HolidayNotice:
    """Take a notice of holidays in that was read and looked at. Raises AlreadyEntered."""
    row = HolidayNotice(
        number=notice.number,
        issued=notice.issued,
        year=notice.year,
        text=text,
        data=json.loads(notice_json(notice)),
        entered_by_id=_key(by),
    )
    _save_once(row)
    record("calendar.enter_notice", row, by=by, after=fields_of(row, OF_A_NOTICE))
    return row


def _save_once(row: HolidayNotice) -> None:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:  # counts_once
        raise AlreadyEntered(row.number) from None


@transaction.atomic
def enter_local_holiday(*, holiday: LocalHoliday, text: str = "", by: Actor | None) -> HolidayNotice:
    """Take a local holiday in (地方节日). Raises AlreadyEntered where the same one counts already."""
    data = json.loads(local_holidays_json([holiday]))[0]
    row = HolidayNotice(
        number=holiday.source,
        year=holiday.off[0].first.year,
        division=holiday.division,
        text=text,
        data=data,
        digest=digest_of(data),
        entered_by_id=_key(by),
    )
    _save_once(row)
    record("calendar.enter_local_holiday", row, by=by, after=fields_of(row, OF_A_NOTICE))
    return row


@transaction.atomic
def withdraw_notice(row: HolidayNotice, *, because: str, by: Actor | None) -> HolidayNotice:
    """Let a notice or a local holiday no longer count. Raises AlreadyWithdrawn."""
    row = HolidayNotice.objects.select_for_update().get(pk=row.pk)
    if row.withdrawn_at:
        raise AlreadyWithdrawn(row)
    row.withdrawn_at, row.withdrawn_by_id, row.withdrawn_because = timezone.now(), _key(by), because
    row.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_because"])
    record(
        "calendar.withdraw_notice",
        row,
        by=by,
        before=fields_of(row, OF_A_NOTICE),
        after={"because": personal(because)},
    )
    return row


@transaction.atomic
def choose_convention(
    organ: Organ,
    *,
    key: str,
    value: Any,
    source: str,
    document_number: str = "",
    valid_from: dt.date,
    by: Actor | None,
) -> ConventionChoice:
    """Choose how an organ answers a question that the law leaves open, from a day on; None to choose nothing.

    Raises NotAChoice, NoSource, and NothingChanges where the organ's own choice of that day says the same.
    """
    kept = check(key, value)
    if not source.strip():
        raise NoSource
    row = ConventionChoice(
        organ=organ,
        key=key,
        value=kept,
        source=source.strip(),
        document_number=document_number.strip(),
        valid_from=valid_from,
        set_by_id=_key(by),
    )
    Organ.objects.select_for_update().get(pk=organ.pk)  # two choices of one organ follow each other
    earlier = organ.conventions.filter(key=key, withdrawn_at=None, valid_from__lte=valid_from).first()
    if earlier is not None and fields_of(earlier, OF_A_CHOICE) == fields_of(row, OF_A_CHOICE):
        raise NothingChanges
    row.save(force_insert=True)
    before = fields_of(earlier, OF_A_CHOICE) if earlier is not None else {}
    record("conventions.choose", row, by=by, organ=organ.pk, before=before, after=fields_of(row, OF_A_CHOICE))
    return row


@transaction.atomic
def choose_conventions(
    organ: Organ,
    values: Mapping[str, Any],
    *,
    source: str,
    document_number: str = "",
    valid_from: dt.date,
    by: Actor | None,
) -> list[ConventionChoice]:
    """Choose several conventions of an organ at once, from one day on and with one source: all of them or none.

    Raises what `choose_convention` raises.
    """
    said: dict[str, Any] = {"source": source, "document_number": document_number, "valid_from": valid_from}
    return [choose_convention(organ, key=key, value=value, by=by, **said) for key, value in values.items()]


@transaction.atomic
def withdraw_choice(row: ConventionChoice, *, by: Actor | None) -> ConventionChoice:
    """Let a choice no longer count that was made by mistake: what was before it holds. Raises AlreadyWithdrawn."""
    row = ConventionChoice.objects.select_for_update().get(pk=row.pk)
    if row.withdrawn_at:
        raise AlreadyWithdrawn(row)
    row.withdrawn_at, row.withdrawn_by_id = timezone.now(), _key(by)
    row.save(update_fields=["withdrawn_at", "withdrawn_by"])
    record("conventions.withdraw", row, by=by, organ=row.organ_id, before=fields_of(row, OF_A_CHOICE))
    return row


def _key(by: Actor | None) -> Any:
    return by.pk if by is not None else None
