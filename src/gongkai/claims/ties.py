"""Which cells a count must equal, by the words around it (对应单元格).

The patterns are a whitelist: between the words that name a cell and the number nothing may stand but words that
change nothing. A count whose words say more (申请 by one channel, of another organ, of another year) is tied to
no cell.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec

from gongkai.claims import words
from gongkai.claims.claim import Basis
from gongkai.claims.patterns import patterns_of
from gongkai.report import CellKey, Edition

_WINDOW = 60
_SENTENCE = 400


class Tie(msgspec.Struct, frozen=True):
    """The cells of a count, how firmly it is tied, and other sums that its words can mean."""

    cells: tuple[CellKey, ...]
    basis: Basis = Basis.FIRM
    others: tuple[tuple[CellKey, ...], ...] = ()
    of: tuple[CellKey, ...] = ()


class Around(NamedTuple):
    """What stands around a number: the words since the number before, those behind, and the whole sentence so far.

    `topic` says that the sentence, or the part of the report it stands in, is about requests; `disclosure` that
    its disputes are about disclosure.
    """

    before: str
    after: str
    sentence: str
    unit: str
    topic: bool
    disclosure: bool


RECEIVED, CARRIED_IN = (("3", "1", "total"),), (("3", "2", "total"),)
CLOSED, CARRIED_OUT = (("3", "3.7", "total"),), (("3", "4", "total"),)
_APPLICANTS = ("business", "research", "welfare", "legal", "other")
_REVIEW = "reconsideration"
_SUITS = ("litigation_direct", "litigation_after")


class Ties:
    """Ties the numbers of a report of one edition and year to cells."""

    def __init__(self, edition: Edition, year: int | None) -> None:
        self._edition = edition
        self._patterns = patterns_of(year)
        self._columns = {column.key for column in edition.table("2").rows[0].columns}

    def tie(self, around: Around) -> Tie | None:
        """Return the cells that a count must equal; None where its words name none for certain."""
        if around.unit in words.UNITS_OF_REQUESTS and (found := self._request(around)):
            return found
        if around.unit in words.UNITS_OF_REQUESTS and around.disclosure and (found := self._dispute(around)):
            return found
        if around.unit in words.UNITS_OF_DOCUMENTS:
            return self._document(around)
        return None

    def applicant_columns(self, around: Around) -> tuple[str, ...] | None:
        """Return the columns of table 3 that a number counts the applicants of, or None."""
        if self._ends(around.before, "natural"):
            return ("natural",)
        if self._ends(around.before, "legal_persons"):
            return _APPLICANTS
        return next(((key,) for key in words.COLUMN_WORDS if self._ends(around.before, key)), None)

    def dispute_result(self, around: Around) -> str | None:
        """Return the column of table 4 that a number counts, or None."""
        return next((key for key in words.RESULTS_OF_DISPUTES if self._ends(around.before, "result " + key)), None)

    def _ends(self, before: str, name: str) -> bool:
        return self._patterns[name].search(before[-_WINDOW:]) is not None

    def _request(self, around: Around) -> Tie | None:
        before, after = around.before, around.after
        patterns = self._patterns
        if self._ends(before, "carried_in"):
            return Tie(CARRIED_IN)
        if self._ends(before, "carried_out") or patterns["carried_out_after"].match(after):
            return Tie(CARRIED_OUT)
        if self._ends(before, "received") or (
            self._ends(before, "received_verb") and patterns["request_after"].match(after)
        ):
            return Tie(RECEIVED, others=((*RECEIVED, *CARRIED_IN),))
        if not around.topic:
            return None
        if found := self._result(around):
            return found
        if self._ends(before, "closed"):
            return Tie(CLOSED)
        if self._ends(before, "handled"):
            return Tie(CLOSED, others=((*RECEIVED, *CARRIED_IN), RECEIVED))
        return None

    def _result(self, around: Around) -> Tie | None:
        """Return the rows of results that words before the number name: one, or two joined by 及."""
        match = self._patterns["results"].search(around.before[-_WINDOW:])
        if match is None and not around.before.strip(words.OPENS_LIST):
            match = self._patterns["results_after"].match(around.after)
        if match is None:
            return None
        keys = [key for name in ("first", "second") if match[name] for key in _rows(match[name], self._edition)]
        return Tie(tuple(("3", key, "total") for key in dict.fromkeys(keys))) if keys else None

    def _dispute(self, around: Around) -> Tie | None:
        before = around.before
        if self._ends(before, "direct"):
            return Tie((("4", _SUITS[0], "total"),))
        if self._ends(before, "after"):
            return Tie((("4", _SUITS[1], "total"),))
        if self._ends(before, "litigation") or self._patterns["litigation_behind"].match(around.after):
            return Tie(tuple(("4", row, "total") for row in _SUITS))
        if self._ends(before, "review") or self._patterns["review_behind"].match(around.after):
            return Tie((("4", _REVIEW, "total"),))
        return None

    def _document(self, around: Around) -> Tie | None:
        """Return the cell that counts documents, whose kind stands before the number or behind it."""
        for row in words.DOCUMENTS:
            behind = self._patterns["begins " + row].match(around.after)
            if self._ends(around.before, row) or (behind and self._ends(around.before, "verb only")):
                return self._stock(row, around)
        return None

    def _stock(self, row: str, around: Around) -> Tie | None:
        """Return the column of documents that the last verb of the sentence before the number means."""
        verbs = list(self._patterns["document verbs"].finditer(around.sentence[-_SENTENCE:]))
        name = verbs[-1].lastgroup if verbs else None
        column = "made" if name == "shown" else name
        # The edition of 2019 counts documents otherwise.
        if column is None or "repealed" not in self._columns or column not in self._columns:
            return None
        return Tie((("2", row, column),), Basis.LIKELY if name == "shown" else Basis.FIRM)


def _rows(name: str, edition: Edition) -> tuple[str, ...]:
    """Return the rows that a name of results stands for: a row, or all of its group."""
    rows = [row.key for row in edition.table("3").rows]
    found = [key for key, pattern in _RESULT_NAMES if pattern.fullmatch(name)]
    if not found:
        return ()
    key = max(found, key=len)
    return tuple(row for row in rows if row == key or row.startswith(f"{key}."))


_RESULT_NAMES = tuple((key, re.compile(pattern)) for key, pattern in words.RESULT_WORDS.items())
