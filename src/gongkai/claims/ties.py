"""Which cells a count must equal, by the words around it (对应单元格).

The patterns are a whitelist: between the words that name a cell and the number nothing may stand but words that
change nothing, and before them nothing that takes the count from the reporting organ and its year (`leads`). A
count whose words say more (申请 by one channel, of another organ) is tied to no cell.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec

from gongkai.claims import words
from gongkai.claims.claim import Basis
from gongkai.claims.leads import Leads
from gongkai.claims.patterns import patterns_of
from gongkai.report import AnnualReport, CellKey, Edition

_WINDOW = 120


class Tie(msgspec.Struct, frozen=True):
    """The cells of a count, how firmly it is tied, and other sums that its words can mean."""

    cells: tuple[CellKey, ...]
    basis: Basis = Basis.FIRM
    others: tuple[tuple[CellKey, ...], ...] = ()
    of: tuple[CellKey, ...] = ()
    consumed: int = 0


class Around(NamedTuple):
    """What stands around a number: the words since the number before, those behind it, and its measure word.

    `topic` says that its part of the report is about requests, `disclosure` that its disputes are about
    disclosure, `listed` that it stands in a list of what was published.
    """

    before: str
    after: str
    unit: str
    topic: bool
    disclosure: bool
    listed: bool


RECEIVED, CARRIED_IN = (("3", "1", "total"),), (("3", "2", "total"),)
CLOSED, CARRIED_OUT = (("3", "3.7", "total"),), (("3", "4", "total"),)
_APPLICANTS = ("business", "research", "welfare", "legal", "other")
_REVIEW = "reconsideration"
_SUITS = ("litigation_direct", "litigation_after")


class Ties:
    """Ties the numbers of a report to cells of its edition."""

    def __init__(self, report: AnnualReport) -> None:
        self._edition = report.form
        self._patterns = patterns_of(report.year)
        self.leads = Leads(report.organ, report.year)
        self._columns = {column.key for column in self._edition.table("2").rows[0].columns}

    def tie(self, around: Around) -> Tie | None:
        """Return the cells that a count must equal; None where its words name none for certain."""
        counts = around.unit in words.UNITS_OF_REQUESTS
        if around.unit in words.UNITS_OF_MUCH:
            counts = words.ENDS_CLAUSE.match(around.after) is not None
        if counts and (found := self._request(around)):
            return found
        if around.unit in words.UNITS_OF_REQUESTS:
            if found := self._result(around) if around.topic else None:
                return found
            if around.disclosure and (found := self._dispute(around)):
                return found
        return self._document(around) if around.unit in words.UNITS_OF_DOCUMENTS else None

    def applicants(self, around: Around) -> tuple[tuple[str, ...], str] | None:
        """Return the columns whose applicants a number counts, and the words before them in their clause."""
        names = {"natural": ("natural",), "legal_persons": _APPLICANTS} | {
            key: (key,) for key in words.COLUMN_WORDS
        }
        before = around.before[-_WINDOW:]
        for name, columns in names.items():
            if match := self._patterns[name].search(before):
                return columns, before[: match.start()]
        return None

    def dispute_result(self, around: Around) -> str | None:
        """Return the column of table 4 that a number counts, or None."""
        before = around.before[-_WINDOW:]
        return next((k for k in words.RESULTS_OF_DISPUTES if self._patterns["result " + k].search(before)), None)

    def rate(self, around: Around) -> Tie | None:
        """Return the tie of a percentage that says how many requests were closed."""
        if not around.topic:
            return None
        closes = words.CLOSED_SHARE_AFTER.match(around.after) is not None
        if self._led(around.before, "reached" if closes else "rate"):
            return Tie(CLOSED, Basis.SHARE, of=(*RECEIVED, *CARRIED_IN))
        return None

    def _led(self, before: str, name: str, more: str = "") -> re.Match[str] | None:
        """Match a pattern at the end of some words, where nothing before it takes the count away."""
        before = before[-_WINDOW:]
        match = self._patterns[name].search(before)
        return match if match and self.leads.are_clean(before, match.start(), more) else None

    def _request(self, around: Around) -> Tie | None:
        before, after = around.before, around.after
        if words.NO_EXACT.match(after):
            return None
        if around.topic and (found := self._carried(before, after)):
            return found
        if found := self._received(around):
            return found
        if not around.topic or around.unit in words.UNITS_OF_MUCH:
            return None
        if self._led(before, "closed"):
            return Tie(CLOSED)
        if self._led(before, "handled"):
            return Tie(CLOSED, others=((*RECEIVED, *CARRIED_IN), RECEIVED))
        return None

    def _received(self, around: Around) -> Tie | None:
        """Return the requests received, named before the number, behind it, or not at all."""
        named, verb = self._led(around.before, "received"), self._led(around.before, "received_verb")
        behind = self._patterns["request_after"].match(around.after) if verb else None
        if around.topic:
            implied = verb if verb and words.ENDS_CLAUSE.match(around.after) else None
            found = named or behind or implied
        else:
            noun = named or behind
            found = noun if noun and words.ABOUT_REQUESTS.search(noun[0]) else None
        if not found:
            return None
        # What is called new has not been carried in.
        new = words.NEW in (named or verb or found)[0]
        return Tie(RECEIVED, others=() if new else ((*RECEIVED, *CARRIED_IN),))

    def _carried(self, before: str, after: str) -> Tie | None:
        if self._led(before, "carried_in", words.LEAD_OF_CARRIED):
            return Tie(CARRIED_IN)
        if self._led(before, "carried_out", words.LEAD_OF_CARRIED):
            return Tie(CARRIED_OUT)
        empty = self.leads.are_clean(before, len(before), words.LEAD_OF_CARRIED)
        return Tie(CARRIED_OUT) if empty and self._patterns["carried_out_after"].match(after) else None

    def _result(self, around: Around) -> Tie | None:
        """Return the rows of results that words before the number name, or behind it: one, or two joined by 及."""
        match, consumed = self._led(around.before, "results", words.LEAD_OF_RESULTS), 0
        if match is None and self.leads.are_clean(around.before, len(around.before)):
            match = self._patterns["results_after"].match(around.after)
            consumed = match.end() if match else 0
        if match is None:
            return None
        keys = [key for name in ("first", "second") if match[name] for key in _rows(match[name], self._edition)]
        cells = tuple(("3", key, "total") for key in dict.fromkeys(keys))
        return Tie(cells, consumed=consumed) if cells else None

    def _dispute(self, around: Around) -> Tie | None:
        before, lead = around.before, words.LEAD_OF_DISPUTES
        if self._patterns["both"].search(before[-_WINDOW:]):
            return None
        if self._led(before, "direct", lead):
            return Tie((("4", _SUITS[0], "total"),))
        if self._led(before, "after", lead):
            return Tie((("4", _SUITS[1], "total"),))
        led = self.leads.are_clean(before, len(before), lead)
        if self._led(before, "litigation", lead) or (
            led and self._patterns["litigation_behind"].match(around.after)
        ):
            return Tie(tuple(("4", row, "total") for row in _SUITS))
        if self._led(before, "review", lead) or (led and self._patterns["review_behind"].match(around.after)):
            return Tie((("4", _REVIEW, "total"),))
        return None

    def _document(self, around: Around) -> Tie | None:
        """Return the cell that counts documents, whose verb stands right before their noun or the number."""
        for row in words.DOCUMENTS:
            behind = self._patterns[f"begins {row}"].match(around.after)
            for column in words.DOCUMENT_VERBS:
                verb = f"only {column}" if behind else f"{row} {column}"
                if self._led(around.before, verb, words.LEAD_OF_DOCUMENTS):
                    return self._stock(row, column)
            if around.listed and (match := self._patterns[row].search(around.before)):
                alone = self.leads.are_clean(around.before, match.start())
                return self._stock(row, "made", Basis.LIKELY) if alone else None
        return None

    def more_of(self, row: str, column: str, around: Around) -> Tie | None:
        """Return the cell of a count that goes on a list of documents: another verb, or another kind of them."""
        for verb in words.DOCUMENT_VERBS:
            if self._led(around.before, f"only {verb}"):
                return self._stock(row, verb)
        for other in words.DOCUMENTS:
            if other != row and self._led(around.before, other):
                return self._stock(other, column)
        return None

    def _stock(self, row: str, column: str, basis: Basis = Basis.FIRM) -> Tie | None:
        # The edition of 2019 counts documents otherwise.
        counted = "repealed" in self._columns and column in self._columns
        return Tie((("2", row, column),), basis) if counted else None


def _rows(name: str, edition: Edition) -> tuple[str, ...]:
    """Return the rows that a name of results stands for: a row, or all of its group."""
    rows = [row.key for row in edition.table("3").rows]
    found = [key for key, pattern in _RESULT_NAMES if pattern.fullmatch(name)]
    if not found:
        return ()
    key = max(found, key=len)
    return tuple(row for row in rows if row == key or row.startswith(f"{key}."))


_RESULT_NAMES = tuple((key, re.compile(pattern)) for key, pattern in words.RESULT_WORDS.items())
