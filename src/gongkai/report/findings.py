"""What a check says about a report (检查结果): findings, and what a person made of them (复核意见)."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from gongkai.report.cells import CellKey
from gongkai.report.prose import Quote


class Severity(StrEnum):
    """How sure a finding is, and whose doing.

    error: the document itself proves it. warning: probably wrong, a person must look. note: odd, or cannot be
    checked. damage: done by a scrape, not by the author.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    DAMAGE = "damage"


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing found in a report, with all that it rests on.

    `code` names its kind in the catalogue (docs/reference/findings.md); `message` says it in Chinese, with the
    figures. `cells` and `quotes` are where it stands: the place to mend first, then what it was held against.
    `calculation` shows how `expected` was reached. `correction` stands for the first quote, or the first cell,
    and is given only where there is exactly one.
    """

    code: str
    severity: Severity
    message: str
    cells: tuple[CellKey, ...] = ()
    quotes: tuple[Quote, ...] = ()
    expected: str | None = None
    actual: str | None = None
    calculation: str | None = None
    correction: str | None = None
