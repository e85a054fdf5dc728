"""A file of local conventions → what it would change for an organ (导入本地口径文件)."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from typing import Any, NamedTuple

from gongkai.errors import BrokenConventions
from gongkai.law.local_conventions.reading import line_of, local_conventions
from gongkai_office.local_law import words
from gongkai_office.local_law.errors import NotAChoice
from gongkai_office.local_law.queries import InForce, in_force
from gongkai_office.local_law.values import check, told
from gongkai_office.organs.models import Organ


class Stated(NamedTuple):
    """What a file says for one question: on which line, 0 where nobody can tell, and the value as it is kept."""

    line: int
    value: Any


class Change(NamedTuple):
    """A question for which a file says something else than what holds: on which line, what, what holds now."""

    line: int
    value: Any
    now: InForce

    @property
    def told(self) -> str:
        """Return what the new value means."""
        return told(self.now.key, self.value)


class Plan(NamedTuple):
    """What a file would do to an organ: what it changes, what it says that holds already, what it leaves alone."""

    changes: list[Change]
    same: list[InForce]
    kept: list[InForce]


def read(data: bytes) -> dict[str, Stated]:
    """Return what a TOML file says, by the key of the convention.

    Raises BrokenConventions with a sentence for each thing that is unknown or out of range, with its line.
    """
    local_conventions(data)
    text = data.decode("utf-8-sig")
    found, problems = {}, []
    for key, value in tomllib.loads(text).items():
        line = line_of(key, text)
        try:
            found[key] = Stated(line, check(key, value))
        except NotAChoice as error:
            problems.append(words.AT_LINE.format(line=line, problem=error) if line else str(error))
    if problems:
        raise BrokenConventions(tuple(problems))
    return found


def planned(organ: Organ, stated: Mapping[str, Stated], on: dt.date) -> Plan:
    """Return what a file would do to an organ's conventions from a day on."""
    held = in_force(organ, on)
    known = sorted(((one, stated[one.key]) for one in held if one.key in stated), key=lambda said: said[1].line)
    own = [one for one in held if one.choice is not None and one.choice.organ_id == organ.pk]
    return Plan(
        changes=[Change(*said, one) for one, said in known if said.value != one.value],
        same=[one for one, said in known if said.value == one.value],
        kept=[one for one in own if one.key not in stated],
    )
