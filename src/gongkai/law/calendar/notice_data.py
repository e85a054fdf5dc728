"""Notices of holidays and local holidays as JSON (放假安排和地方节日的数据).

A notice: {"number": "国办发明电〔2025〕7号", "issued": "2025-11-04", "year": 2026,
"off": [{"name": "元旦", "first": "2026-01-01", "last": "2026-01-03"}, …],
"on": [{"on": "2026-01-04", "name": "元旦"}, …]}; a run of one day needs no `last`.
Local holidays: a list of {"division": "659900", "source": …, "off": …, "on": …}.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import msgspec

from gongkai.errors import BrokenNotice
from gongkai.law.calendar.notices import HolidayNotice, LocalHoliday
from gongkai.law.calendar.proof import local_problems_of, problems_of
from gongkai.law.calendar.words import notices as words

_LONGEST = 200_000
_MISSING = re.compile(r"missing required field `(?P<field>[^`]*)`")
_UNKNOWN = re.compile(r"contains unknown field `(?P<field>[^`]*)`")
_WHERE = re.compile(r" - at `\$\.?(?P<path>[^`]*)`")


def notice_from_json(data: bytes, known: Iterable[HolidayNotice] = ()) -> HolidayNotice:
    """Return the notice that JSON holds; BrokenNotice with every problem where it cannot be taken in.

    `known` are the notices that were imported before, which a notice of some of the holidays may correct.
    """
    notice: HolidayNotice = _decoded(data, HolidayNotice)
    if problems := problems_of(notice, known):
        raise BrokenNotice(problems)
    return notice


def local_holidays_from_json(data: bytes) -> tuple[LocalHoliday, ...]:
    """Return the local holidays that JSON lists; BrokenNotice with every problem where they cannot be taken in."""
    found: tuple[LocalHoliday, ...] = _decoded(data, tuple[LocalHoliday, ...])
    problems = [
        words.NTH_LOCAL.format(number=number, problem=problem)
        for number, holiday in enumerate(found, 1)
        for problem in local_problems_of(holiday)
    ]
    if problems:
        raise BrokenNotice(tuple(problems))
    return found


def notice_json(notice: HolidayNotice) -> bytes:
    """Return a notice as JSON."""
    return _printed(notice)


def local_holidays_json(holidays: Iterable[LocalHoliday]) -> bytes:
    """Return local holidays as a list in JSON."""
    return _printed(tuple(holidays))


def _printed(thing: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(thing), indent=2) + b"\n"


def _decoded(data: bytes, kind: Any) -> Any:
    if len(data) > _LONGEST:
        raise BrokenNotice((words.TOO_LARGE.format(limit=_LONGEST // 1000),))
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.ValidationError as error:
        raise BrokenNotice((_told(str(error)),)) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BrokenNotice((words.NOT_JSON,)) from error


def _told(reason: str) -> str:
    """Return what is wrong with a value, in Chinese, out of what the library says."""
    at = _WHERE.search(reason)
    where = words.AT.format(path=at["path"]) if at else words.IN_ALL
    for pattern, sentence in ((_MISSING, words.MISSING_FIELD), (_UNKNOWN, words.UNKNOWN_FIELD)):
        if found := pattern.search(reason):
            return sentence.format(where=where, field=found["field"])
    return words.WRONG_VALUE.format(where=where)
