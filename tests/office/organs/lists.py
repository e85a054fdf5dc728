"""Lists of organs in tests: planned, written, and a place without organs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from gongkai_office.organs import actions
from gongkai_office.organs.models import Organ, Succession
from gongkai_office.organs.sheets.plan import plan_of
from gongkai_office.organs.sheets.steps import Plan
from gongkai_office.organs.sheets.table import read_table

TODAY = dt.date(2026, 3, 5)
CODE, OTHER_CODE = "11441700007280420Y", "11370900004341590P"
HEAD = "机关名称,上级机关,机关类别,层级"


def plan(text: str | bytes, organs: Iterable[Organ] | None = None, **others: Any) -> Plan:
    data = text.encode() if isinstance(text, str) else text
    reach = Organ.objects.select_related("system_superior", "competent_authority") if organs is None else organs
    return plan_of(read_table(data), reach, **{"at_top": True, "day": TODAY} | others)


def told(found: Plan) -> list[tuple[int, str]]:
    return [(note.line, note.column) for note in found.problems]


def write(found: Plan) -> dict[str, int]:
    return actions.import_organs(found, by=None, progress=lambda _done, _total: None)


def nothing_there() -> None:
    Organ.objects.update(system_superior=None, competent_authority=None)
    Succession.objects.all().delete()
    Organ.objects.all().delete()
