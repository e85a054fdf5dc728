"""What must hold before an organ is written: name, codes, its place, days. Each raises the error that says why."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable

from django.utils import timezone

from gongkai.errors import BrokenIdentifier
from gongkai.law.identifiers.credit_codes import parse_credit_code
from gongkai.law.identifiers.division_codes import parse_division_code
from gongkai.law.identifiers.site_codes import parse_site_code
from gongkai_office.organs import errors
from gongkai_office.organs import words_errors as words
from gongkai_office.organs.models import Organ
from gongkai_office.organs.queries import children_of, first_days
from gongkai_office.organs.words import BETWEEN_PHONES, Kind

_PARSERS: dict[str, Callable[[str], object]] = {
    "credit_code": parse_credit_code,
    "site_code": parse_site_code,
    "division_code": parse_division_code,
}
# Down to counties, and of townships; no organ serves a village, and shorter ones are never written down.
DIVISION_LENGTHS = (6, 9)
_UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
# Levels of the tree; a path has four signs a level and holds 255.
DEEPEST = 60
PHONE = re.compile(r"1\d{10}|(0\d{2,3}-)?\d{7,8}(-\d{1,6})?", re.ASCII)
WITH_AUTHORITY = (Kind.GOVERNMENT, Kind.ZONE)


def code_holds(field: str, text: str) -> None:
    """Raise BrokenCode where a credit, site or division code is filled in and is none."""
    if text and field == "division_code" and len(text) not in DIVISION_LENGTHS:
        reason = words.DIVISION_LENGTH.format(length=len(text))
        raise errors.BrokenCode(words.BROKEN_CODE, field=field, reason=reason, suggestion="")
    try:
        if text:
            _PARSERS[field](text)
    except BrokenIdentifier as error:
        sentence = words.BROKEN_CODE_MEANT if error.suggestion else words.BROKEN_CODE
        raise errors.BrokenCode(sentence, field=field, reason=error.reason, suggestion=error.suggestion) from error


def phone_holds(field: str, text: str) -> None:
    """Raise BadPhone where a telephone or fax number is filled in and is none; there may be several."""
    for number in filter(None, BETWEEN_PHONES.split(text)):
        if not PHONE.fullmatch(number):
            raise errors.BadPhone(words.PHONE, field=field, number=number)


def clean_name(text: str) -> str:
    """Return a name as it is kept: in one form of Unicode (NFC), without space around it.

    Raises BadName where nothing is left, or where it has signs that are not seen: two names that look alike must
    not be two.
    """
    name = unicodedata.normalize("NFC", text).strip()
    if not name:
        raise errors.BadName(words.NO_NAME, field="name")
    if any(unicodedata.category(sign) in _UNSEEN for sign in name):
        raise errors.BadName(words.NAME_SIGNS, field="name", name="".join(filter(str.isprintable, name)))
    return name


def name_is_free(name: str, under: Organ | None, *, but: Organ | None = None) -> None:
    """Raise NameTaken where a living organ of that name is at the same place."""
    there = children_of(under) if under is not None else Organ.objects.get_root_nodes()
    if there.filter(name=name, abolished_on=None).exclude(pk=but.pk if but else None).exists():
        sentence = words.NAME_TAKEN if under is not None else words.NAME_TAKEN_AT_TOP
        raise errors.NameTaken(sentence, field="name", name=name, under=under.name if under else "")


def credit_code_is_free(code: str, *, but: Organ | None = None) -> None:
    """Raise CreditCodeTaken where another living organ has a code."""
    living = Organ.objects.filter(credit_code=code, abolished_on=None).exclude(pk=but.pk if but else None)
    holder = living.first() if code else None
    if holder is not None:
        raise errors.CreditCodeTaken(words.CREDIT_CODE_TAKEN, field="credit_code", code=code, holder=holder.name)


def outlives(ends: dt.date | None, above_ends: dt.date | None) -> bool:
    """Tell whether an organ would exist after what is above it ended; None is for one that lives."""
    return above_ends is not None and (ends is None or ends > above_ends)


def may_be_under(organ: Organ, under: Organ | None) -> None:
    """Raise UnderAbolished where what is to be above was abolished and the organ was not by then."""
    if under is not None and outlives(organ.abolished_on, under.abolished_on):
        raise errors.UnderAbolished(words.UNDER_ABOLISHED, field="under", organ=under.name, on=under.abolished_on)


def depth_holds(under: Organ | None, levels: int = 1) -> None:
    """Raise TooDeep where an organ with so many levels, its own included, does not fit below another."""
    if under is not None and under.depth + levels > DEEPEST:
        raise errors.TooDeep(words.TOO_DEEP, field="under", organ=under.name, limit=DEEPEST)


def lives(organ: Organ, field: str = "") -> None:
    """Raise AlreadyAbolished where an organ was abolished."""
    if organ.abolished_on:
        raise errors.AlreadyAbolished(words.ALREADY_ABOLISHED, field=field, organ=organ.name, on=organ.abolished_on)


def reference_holds(organ: Organ | None, field: str) -> None:
    """Raise BadReference where an organ that is to be referred to was abolished."""
    if organ is not None and organ.abolished_on:
        raise errors.BadReference(words.ABOLISHED_REFERENCE, field=field, organ=organ.name, on=organ.abolished_on)


def superior_holds(organ: Organ, superior: Organ | None) -> None:
    """Raise Cycle where an organ would come to lead itself in its system.

    Who led an organ that was abolished may have ended, too.
    """
    if organ.abolished_on is None:
        reference_holds(superior, "system_superior")
    above = superior
    seen: set[int] = set()
    while above is not None and above.pk not in seen:
        if organ.pk is not None and above.pk == organ.pk:
            raise errors.Cycle(
                words.SYSTEM_CYCLE,
                field="system_superior",
                organ=organ.name,
                superior=superior.name if superior else "",
            )
        seen.add(above.pk)
        above = above.system_superior


def authority_holds(organ: Organ, unit: Organ | None) -> None:
    """Raise BadReference where a unit cannot be in charge of disclosure in an organ's area (article 3)."""
    if unit is None:
        return
    if organ.abolished_on is None:
        reference_holds(unit, "competent_authority")
    if organ.kind not in WITH_AUTHORITY:
        raise errors.BadReference(words.NO_GOVERNMENT, field="competent_authority", organ=organ.name)
    if organ.abolished_on is None and not unit.is_descendant_of(organ):
        raise errors.BadReference(
            words.AUTHORITY_OUTSIDE, field="competent_authority", organ=organ.name, unit=unit.name
        )


def has_come(on: dt.date | None, what: str, *, field: str) -> None:
    """Raise BadDay where a day is after today: organs are kept as they are, not as they will be."""
    if on is not None and on > timezone.localdate():
        raise errors.BadDay(words.IN_FUTURE, field=field, what=what, on=on)


def day_holds(organ: Organ, on: dt.date, what: str, *, field: str = "on") -> None:
    """Raise BadDay where something cannot have happened to an organ on a day."""
    has_come(on, what, field=field)
    if organ.established_on and on < organ.established_on:
        raise errors.BadDay(
            words.BEFORE_START, field=field, what=what, on=on, organ=organ.name, start=organ.established_on
        )


def days_hold(organ: Organ) -> None:
    """Raise BadDay where an organ ends before it begins, either after today, or begins after its history."""
    has_come(organ.established_on, words.DATE_OF_START, field="established_on")
    has_come(organ.abolished_on, words.DATE_OF_END, field="abolished_on")
    first = first_days([organ.pk]).get(organ.pk) if organ.pk else None
    if organ.established_on and first and first < organ.established_on:
        raise errors.BadDay(
            words.AFTER_FIRST, field="established_on", on=organ.established_on, organ=organ.name, first=first
        )
    if organ.established_on and organ.abolished_on and organ.abolished_on < organ.established_on:
        raise errors.BadDay(
            words.BEFORE_ESTABLISHED, field="abolished_on", end=organ.abolished_on, start=organ.established_on
        )
