"""The columns of a list of organs: their titles, and how a cell's text becomes a field's value."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Callable
from typing import NamedTuple

from django.core.exceptions import ValidationError

from gongkai.errors import BrokenIdentifier
from gongkai.law.identifiers.dates import parse_date
from gongkai_office.organs import words_sheets as words
from gongkai_office.organs.checks import clean_name, code_holds, phone_holds
from gongkai_office.organs.errors import OrganError, Unfit
from gongkai_office.organs.models import Organ
from gongkai_office.organs.words import Kind, Level

REFERENCES = ("under", "system_superior", "competent_authority")
DAYS = ("established_on", "abolished_on")
PHONES = ("phone", "fax")
CODES = ("division_code", "credit_code", "site_code")
CHOICES: dict[str, type[Kind] | type[Level]] = {"kind": Kind, "level": Level}
FIELDS = tuple(words.COLUMNS)
PLAIN = tuple(field for field in FIELDS if field not in REFERENCES)
TITLES = {field: words.COLUMNS[field][0] for field in FIELDS}

_POSTCODE = re.compile("[0-9]{6}")
_BECAME_A_NUMBER = re.compile(r"[0-9](?:\.[0-9]+)?[eE]\+?[0-9]+|[0-9]{16,}0{3}")
_LOST = "\ufffd"
_SAID_BEHIND = words.AROUND_HEADS


class Column(NamedTuple):
    """Where a field stands in a file: its place from 0."""

    field: str
    place: int


def field_of(head: str) -> str | None:
    """Return the field that a column's title names, None for no known one."""
    title = _SAID_BEHIND.sub("", head)
    known = {title: field for field, title in TITLES.items()} | words.SYNONYMS
    return known.get(title)


def value_of(field: str, text: str) -> str | dt.date | None:
    """Return what a filled cell says, as the model holds it; raise Unfit."""
    if _LOST in text:
        raise Unfit(words.LOST_SIGNS)
    if field in CHOICES:
        return _choice(field, text)
    if field in DAYS:
        return _day(text)
    limit = Organ._meta.get_field(field).max_length  # noqa: SLF001  # Django's documented interface
    if limit is not None and len(text) > limit:
        raise Unfit(words.TOO_LONG.format(length=len(text), limit=limit))
    if field == "name":
        return str(_as_unfit(clean_name, text))
    _holds(field, text)
    return text


def shown(field: str, value: object) -> str:
    """Return a field's value as a list shows it."""
    if value in (None, ""):
        return ""
    if field in CHOICES:
        return str(CHOICES[field](str(value)).label)
    return str(value)


def _holds(field: str, text: str) -> None:
    if field in CODES:
        if _BECAME_A_NUMBER.fullmatch(text):
            raise Unfit(words.DIGITS_LOST.format(text=text))
        _as_unfit(code_holds, field, text)
    elif field in PHONES:
        _as_unfit(phone_holds, field, text)
    elif field == "postcode" and not _POSTCODE.fullmatch(text):
        raise Unfit(words.NO_POSTCODE.format(text=text))
    elif field in ("email", "website"):
        try:
            Organ._meta.get_field(field).run_validators(text)  # noqa: SLF001  # Django's documented interface
        except ValidationError as error:
            sentence = words.NO_EMAIL if field == "email" else words.NO_ADDRESS
            raise Unfit(sentence.format(text=text)) from error


def _as_unfit(check: Callable[..., object], *arguments: str) -> object:
    try:
        return check(*arguments)
    except OrganError as error:
        raise Unfit(error.reason) from error


def _choice(field: str, text: str) -> str:
    choices = CHOICES[field]
    stems = {one.label.partition(words.BRACKET)[0]: one.value for one in choices}
    found = {one.label: one.value for one in choices} | stems | {one.value: one.value for one in choices}
    if text in found:
        return str(found[text])
    labels = [str(one.label) for one in choices]
    near = difflib.get_close_matches(text, labels, 1, 0.6)
    if near:
        raise Unfit(words.MAYBE_CHOICE.format(text=text, title=TITLES[field], choice=near[0]))
    raise Unfit(words.NO_CHOICE.format(text=text, title=TITLES[field], choices=words.AND.join(labels)))


def _day(text: str) -> dt.date:
    """Return the day that is meant: a date written in another way is the same date."""
    try:
        return parse_date(text)
    except BrokenIdentifier as error:
        if error.suggestion:
            return parse_date(error.suggestion)
        raise Unfit(error.reason) from error
