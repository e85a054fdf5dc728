"""What an organ's row says: added, corrected, renamed."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction

from gongkai_office.audit.record import Actor, changes, fields_of, record
from gongkai_office.organs import checks, errors
from gongkai_office.organs import words_errors as words
from gongkai_office.organs.actions.days import start_of
from gongkai_office.organs.locks import lock_tree
from gongkai_office.organs.models import Organ, Succession
from gongkai_office.organs.queries import parent_of
from gongkai_office.organs.words import Change

RECORDED = (
    "name", "short_name", "kind", "level", "division_code", "credit_code", "site_code", "system_superior",
    "competent_authority", "disclosure_unit", "address", "postcode", "office_hours", "phone", "fax", "email",
    "website", "established_on", "abolished_on",
)  # fmt: skip
CODES = ("credit_code", "site_code", "division_code")
PHONES = ("phone", "fax")


@transaction.atomic
def add_organ(*, under: Organ | None, by: Actor | None, **fields: Any) -> Organ:
    """Add an organ below another, or at the top where `under` is None."""
    lock_tree()
    under = Organ.objects.get(pk=under.pk) if under is not None else None
    organ = Organ(**fields)
    checks.may_be_under(organ, under)
    checks.depth_holds(under)
    _row_holds(organ, under)
    checks.superior_holds(organ, organ.system_superior)
    if under is not None:
        Organ.objects.add_child(under, instance=organ)
    else:
        Organ.objects.add_root(instance=organ)
    record("organs.add", organ, by=by, organ=organ.pk, after=_said(organ) | {"under": under.pk if under else None})
    return organ


@transaction.atomic
def change_organ(organ: Organ, *, by: Actor | None, **fields: Any) -> Organ:
    """Change what an organ's row says; nothing is recorded where nothing differs.

    A new name is a correction (更正): the organ was never called otherwise. See `rename_organ`.
    """
    stored = _stored(organ)
    before = fields_of(stored, RECORDED)
    for name, value in fields.items():
        setattr(stored, name, value)
    if "name" in fields and stored.name != before["name"]:
        stored.name = checks.clean_name(stored.name)
    was, became = changes(before, fields_of(stored, RECORDED))
    if became:
        _change_holds(stored, became)
        stored.save(update_fields=list(became))
        record("organs.change", stored, by=by, organ=stored.pk, before=was, after=became)
    return _as(organ, stored)


@transaction.atomic
def rename_organ(organ: Organ, *, name: str, on: dt.date, by: Actor | None, document_number: str = "") -> Organ:
    """Give an organ a new name from a day on, and keep the former one with its last day (更名)."""
    stored = _stored(organ)
    checks.lives(stored)
    name = checks.clean_name(name)
    if name == stored.name:
        raise errors.BadName(words.SAME_NAME, field="name", name=name)
    checks.day_holds(stored, on, words.DATE_OF_CHANGE)
    last = stored.successions.filter(how=Change.RENAMED).first()
    if last and on <= last.on:
        raise errors.BadDay(words.BEFORE_LAST, field="on", what=words.DATE_OF_CHANGE, on=on, last=last.on)
    checks.name_is_free(name, parent_of(stored), but=stored)
    former, stored.name = stored.name, name
    Succession.objects.create(
        predecessor=stored, how=Change.RENAMED, on=on, document_number=document_number, former_name=former
    )
    stored.save(update_fields=["name"])
    after = {"name": name, "on": str(on), "document_number": document_number}
    before = {"name": former}
    record("organs.rename", stored, by=by, organ=stored.pk, before=before, after=after, happened_at=start_of(on))
    return _as(organ, stored)


@transaction.atomic
def undo_rename(organ: Organ, *, by: Actor | None) -> Organ:
    """Take back the last renaming, which was a mistake: the organ bears its former name again (撤回更名)."""
    stored = _stored(organ)
    last = stored.successions.filter(how=Change.RENAMED).first()
    if last is None:
        raise errors.NothingToUndo(words.NOT_RENAMED, organ=stored.name)
    if stored.abolished_on is None:
        checks.name_is_free(last.former_name, parent_of(stored), but=stored)
    before = {"name": stored.name, "on": str(last.on), "document_number": last.document_number}
    stored.name = last.former_name
    last.delete()
    stored.save(update_fields=["name"])
    record("organs.undo_rename", stored, by=by, organ=stored.pk, before=before, after={"name": stored.name})
    return _as(organ, stored)


@transaction.atomic
def set_competent_authority(organ: Organ, *, unit: Organ | None, by: Actor | None) -> Organ:
    """Say which unit is in charge of disclosure in a government's area, where it is not its office (article 3)."""
    stored = _stored(organ)
    checks.lives(stored)
    checks.authority_holds(stored, unit)
    before, after = stored.competent_authority_id, unit.pk if unit else None
    if before != after:
        stored.competent_authority = unit
        stored.save(update_fields=["competent_authority"])
        said = ({"competent_authority": before}, {"competent_authority": after})
        record("organs.set_competent_authority", stored, by=by, organ=stored.pk, before=said[0], after=said[1])
    return _as(organ, stored)


def _stored(organ: Organ) -> Organ:
    lock_tree()
    return Organ.objects.get(pk=organ.pk)  # type: ignore[no-any-return]  # treebeard has no types


def _as(organ: Organ, stored: Organ) -> Organ:
    """Make the caller's row say what the stored one does."""
    for name in RECORDED:
        setattr(organ, name, getattr(stored, name))
    return organ


def _row_holds(organ: Organ, under: Organ | None) -> None:
    organ.name = checks.clean_name(organ.name)
    for field in CODES:
        checks.code_holds(field, getattr(organ, field))
    for field in PHONES:
        checks.phone_holds(field, getattr(organ, field))
    checks.days_hold(organ)
    if organ.abolished_on is None:
        checks.name_is_free(organ.name, under, but=organ)
        checks.credit_code_is_free(organ.credit_code, but=organ)


def _change_holds(organ: Organ, became: dict[str, Any]) -> None:
    """Check what changed, and no more: an old row with a doubtful code can still get a new telephone number."""
    if "name" in became:
        checks.name_is_free(organ.name, parent_of(organ), but=organ)
    for field in CODES:
        if field in became:
            checks.code_holds(field, getattr(organ, field))
    for field in PHONES:
        if field in became:
            checks.phone_holds(field, getattr(organ, field))
    if "credit_code" in became and organ.abolished_on is None:
        checks.credit_code_is_free(organ.credit_code, but=organ)
    if "system_superior" in became:
        checks.superior_holds(organ, organ.system_superior)
    if "competent_authority" in became:
        checks.authority_holds(organ, organ.competent_authority)
    if "established_on" in became:
        checks.days_hold(organ)


def _said(organ: Organ) -> dict[str, Any]:
    return {name: value for name, value in fields_of(organ, RECORDED).items() if value not in ("", None)}
