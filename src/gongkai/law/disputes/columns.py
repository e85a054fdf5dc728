"""The column of table 4 that a result is counted in (结果维持、结果纠正、其他结果).

Source: 行政复议法 articles 63 to 69 and 73, 行政诉讼法 articles 69 to 77. The notes of the form say nothing of it,
so what is open is a local convention.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from gongkai.law.conventions import Conventions
from gongkai.law.disputes.dispute import Because, ReviewResult, SuitResult
from gongkai.terms import form


class Column(StrEnum):
    """A column of table 4, by its key."""

    UPHELD = "upheld"
    CORRECTED = "corrected"
    OTHER = "other"
    PENDING = "pending"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Column.UPHELD: form.UPHELD,
    Column.CORRECTED: form.CORRECTED,
    Column.OTHER: form.OTHER_RESULT,
    Column.PENDING: form.PENDING,
}
# A result that is in neither list is another one (其他结果), where no convention decides.
UPHOLDS = (ReviewResult.UPHELD, SuitResult.CLAIMS_DISMISSED)
CORRECTS = (
    ReviewResult.CHANGED,
    ReviewResult.REVOKED,
    ReviewResult.PARTLY_REVOKED,
    ReviewResult.UNLAWFUL,
    ReviewResult.VOID,
    ReviewResult.ORDERED,
    SuitResult.REVOKED,
    SuitResult.PARTLY_REVOKED,
    SuitResult.CHANGED,
    SuitResult.UNLAWFUL,
    SuitResult.VOID,
    SuitResult.ORDERED,
)


class ColumnChoice(NamedTuple):
    """A column, and the local convention that decided, if one did."""

    column: Column
    convention: str = ""


def column_of(result: ReviewResult | SuitResult, because: Because | None, conventions: Conventions) -> ColumnChoice:
    """Return the column of a result; `because` says why a case ended without a decision, where that is known."""
    if setting := _setting(result, because):
        return ColumnChoice(Column(getattr(conventions, setting)), setting)
    # The members of the two enumerations are strings, and some are the same string with the same meaning.
    if result in UPHOLDS:
        return ColumnChoice(Column.UPHELD)
    return ColumnChoice(Column.CORRECTED if result in CORRECTS else Column.OTHER)


def _setting(result: ReviewResult | SuitResult, because: Because | None) -> str:
    if result is ReviewResult.REQUEST_DISMISSED:
        return "request_dismissed"
    if result is ReviewResult.MEDIATED or because is Because.SETTLED:
        return "mediated"
    if because is Because.ACT_CHANGED:
        return "withdrawn_after_change"
    return ""
