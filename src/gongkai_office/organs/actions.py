"""What is done to organs: each verb is one use case, in one transaction, with one event."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from gongkai_office.audit.record import Actor, changes, fields_of, record
from gongkai_office.organs.models import Organ

RECORDED = (
    "name", "short_name", "kind", "level", "division_code", "credit_code", "site_code", "system_superior",
    "competent_authority", "disclosure_unit", "address", "postcode", "office_hours", "phone", "fax", "email",
    "website", "established_on", "abolished_on",
)  # fmt: skip


@transaction.atomic
def add_organ(*, under: Organ | None, by: Actor | None, **fields: Any) -> Organ:
    """Add an organ below another, or at the top where `under` is None."""
    organ = Organ.objects.add_child(under, fields) if under is not None else Organ.objects.add_root(fields)
    record("organs.add", organ, by=by, organ=organ.pk, after=fields_of(organ, RECORDED))
    return organ  # type: ignore[no-any-return]  # treebeard has no types


@transaction.atomic
def change_organ(organ: Organ, *, by: Actor | None, **fields: Any) -> Organ:
    """Change what an organ's row says; nothing is recorded where nothing differs."""
    before = fields_of(Organ.objects.select_for_update().get(pk=organ.pk), RECORDED)
    for name, value in fields.items():
        setattr(organ, name, value)
    was, became = changes(before, fields_of(organ, RECORDED))
    if became:
        organ.save(update_fields=list(became))
        record("organs.change", organ, by=by, organ=organ.pk, before=was, after=became)
    return organ
