"""Have a file looked at by the limited process, and believe nothing of its answer that cannot be checked."""

from __future__ import annotations

import hashlib
import json
import logging
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import msgspec
from django.conf import settings
from openpyxl.utils import get_column_letter

from gongkai_office.files import words
from gongkai_office.files.errors import FileRefused, InspectionBusy
from gongkai_office.files.kinds import KINDS, Kind, family_of
from gongkai_office.files.purposes import Purpose

CHILD = "gongkai_office.files.inspection.child"
_LONGEST_ANSWER = 64_000
_LONGEST_PLACE, _MOST_PLACES, _MOST_COUNT = 40, 5, 10_000_000
_MOST_COLUMNS = 16_384
_log = logging.getLogger(__name__)
_at_once = threading.BoundedSemaphore(settings.FILES["AT_ONCE"])


class Answer(msgspec.Struct, forbid_unknown_fields=True):
    """What the process answers; see its module."""

    sha256: str
    kind: str
    refused: str
    where: str
    signs: dict[str, tuple[int, list[str]]]
    at: dict[str, int] = {}


class Inspected(NamedTuple):
    """What a file is, and what a person should know of it: codes of signs, and sentences."""

    kind: str
    signs: tuple[str, ...]
    remarks: tuple[str, ...]


def inspect(data: bytes, promised: Kind, purpose: Purpose) -> Inspected:
    """Return what a file is; FileRefused where it must not be taken in, InspectionBusy where others are first."""
    with _turn():
        answer = _checked(_asked(data, promised, purpose), data)
    if answer.refused:
        raise FileRefused(answer.refused, _sentence(answer))
    if answer.kind != promised.key:
        said, found = (words.KINDS[kind] for kind in (promised.key, answer.kind))
        raise FileRefused("mismatch", words.NOT_WHAT_IT_SAYS.format(said=said, found=found))
    codes = tuple(code for code in words.SIGNS if code in answer.signs)
    return Inspected(answer.kind, codes, tuple(_remark(code, *answer.signs[code]) for code in codes))


@contextmanager
def _turn() -> Iterator[None]:
    if not _at_once.acquire(timeout=settings.FILES["WAIT"]):
        raise InspectionBusy(words.BUSY)
    try:
        yield
    finally:
        _at_once.release()


def _asked(data: bytes, promised: Kind, purpose: Purpose) -> bytes:
    limits = settings.FILES
    # Of the name only what it promises: the rest is none of the process's business.
    asked = {"kind": promised.key, "kinds": purpose.kinds, "memory": limits["MEMORY"] << 20}
    told = json.dumps({**asked, "seconds": limits["SECONDS"]})
    with tempfile.TemporaryDirectory(prefix="gongkai-looking-") as empty:
        try:
            done = subprocess.run(  # our own module, nothing of the file on the command line
                [sys.executable, "-I", "-B", "-X", "utf8", "-m", CHILD, told],
                input=data,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=empty,
                env={},
                timeout=limits["SECONDS"],
                start_new_session=True,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise FileRefused("slow", words.CHILD_SLOW.format(seconds=limits["SECONDS"])) from error
    if done.returncode != 0:
        _log.warning("The inspecting process ended with %d on what is called %s", done.returncode, promised.key)
        raise FileRefused("died", words.CHILD_DIED)
    return done.stdout


def _checked(said: bytes, data: bytes) -> Answer:
    """Return the answer; FileRefused where it cannot be one about these bytes."""
    try:
        answer = msgspec.json.decode(said[: _LONGEST_ANSWER + 1], type=Answer)
    except msgspec.MsgspecError as error:
        raise FileRefused("lied", words.CHILD_LIED) from error
    if answer.sha256 != hashlib.sha256(data).hexdigest() or not _is_possible(answer, data):
        raise FileRefused("lied", words.CHILD_LIED)
    return answer


def _is_possible(answer: Answer, data: bytes) -> bool:
    if answer.refused:
        numbered = all(unit in words.UNITS and 0 < number < _MOST_COUNT for unit, number in answer.at.items())
        return numbered and (answer.refused == "classified" or answer.refused in words.REFUSALS)
    kind = KINDS.get(answer.kind)
    if kind is None or kind.family != family_of(data):
        return False
    return all(code in words.SIGNS and 0 < count < _MOST_COUNT for code, (count, _) in answer.signs.items())


def _sentence(answer: Answer) -> str:
    if answer.refused == "classified":
        return words.CLASSIFIED.format(where=_place(answer))
    return words.REFUSALS[answer.refused].format(where=_printable(answer.where))


def _place(answer: Answer) -> str:
    """Say where a marking stands by numbers and parts alone: names of sheets and files are content, too."""
    numbered = "".join(
        words.UNITS[unit].format(get_column_letter(min(number, _MOST_COLUMNS)) if unit == "column" else number)
        for unit, number in answer.at.items()
    )
    return numbered + words.WHERE.get(answer.where, "") or words.IN_BODY


def _remark(code: str, count: int, places: list[str]) -> str:
    shown = map(_property if code == "person" else _printable, places[:_MOST_PLACES])
    names = words.LIST.join(shown)
    said = (words.PLACES if count <= len(places) else words.MORE_PLACES).format(names=names) if names else ""
    return words.SIGNS[code].format(count=count, places=said)


def _property(place: str) -> str:
    name, _, value = place.partition("=")
    return words.PROPERTY.format(name=words.PROPERTIES.get(name, words.OTHER_PROPERTY), value=_printable(value))


def _printable(text: str) -> str:
    return "".join(sign for sign in text[:_LONGEST_PLACE] if sign.isprintable())
