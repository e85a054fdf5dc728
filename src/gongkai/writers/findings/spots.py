"""Where a finding stands, in words for a clerk (位置): the cell by its labels, the quote by part and paragraph."""

from __future__ import annotations

import re
from typing import NamedTuple

from gongkai.report import (
    AnnualReport,
    CellKey,
    Finding,
    PagePlace,
    Place,
    Quote,
    SheetPlace,
    TextPlace,
)
from gongkai.report.verdicts import Verdict
from gongkai.terms import form
from gongkai.writers import words

# What stands behind a label's name: a comment in brackets, or the second half of a sentence.
_COMMENT = re.compile("(?<=....)[、（].*")
# A quote shorter than this says little without its neighbours.
_TELLING = 16
_NEIGHBOURS = 14
_LONGEST = 60
_GAP = "…"


class Excerpt(NamedTuple):
    """Words of a quote with a few of those before and after."""

    before: str
    text: str
    after: str

    def __str__(self) -> str:
        return self.before + words.QUOTED.format(text=self.text) + self.after


def spot_words(finding: Finding, report: AnnualReport) -> list[str]:
    """Return every spot of a finding in words, the one to mend first before the others; none for a whole report."""
    return [
        cell_words(spot, report) if isinstance(spot, tuple) else quote_words(spot) for spot in spots_of(finding)
    ]


def spots_of(finding: Finding) -> list[Quote | CellKey]:
    """Return every quote and cell of a finding, the one to mend first before the others."""
    return [*finding.quotes[:1], *finding.cells, *finding.quotes[1:]]


def short_spot(finding: Finding, report: AnnualReport) -> str:
    """Return the first spot of a finding, and how many there are."""
    spots = spot_words(finding, report)
    if not spots:
        return words.WHOLE_REPORT
    return spots[0] if len(spots) == 1 else words.AND_MORE.format(spot=spots[0], count=len(spots))


def cell_words(key: CellKey, report: AnnualReport) -> str:
    """Return a cell's name with its place in the file, as far as that tells a person something."""
    if key not in report.form.positions:
        return " ".join(key)
    return _with_place(cell_name(key, report), report.cell(*key).place)


def cell_name(key: CellKey, report: AnnualReport) -> str:
    """Return a cell's name by the labels of the form, without what all of them share."""
    row = next(row for row in report.form.table(key[0]).rows if row.key == key[1])
    column = next(column for column in row.columns if column.key == key[2])
    outer = row.labels[:-1] if key[0] == "4" else row.labels[1:-1]
    labels = [_short(label) for label in (*outer, row.label)]
    return words.CELL.format(table=words.TABLES[key[0]], row=" ".join(labels), column=_short(column.label))


def quote_words(quote: Quote) -> str:
    """Return the part and paragraph of a quote with its place in the file."""
    part = words.PARTS.get(quote.part, quote.part)
    spot = words.PARAGRAPH if quote.number else words.HEADING
    return _with_place(spot.format(part=part, number=quote.number), quote.place)


def excerpt(quote: Quote, report: AnnualReport) -> Excerpt:
    """Return a quote as it is shown in a list: cut where it is long, with its neighbours where it is short."""
    text = quote.text if len(quote.text) <= _LONGEST else quote.text[: _LONGEST // 2] + _GAP + quote.text[-20:]
    passages = (one.text for one in report.passages() if (one.part, one.number) == (quote.part, quote.number))
    whole = next(passages, "")
    if len(quote.text) >= _TELLING or whole[quote.start : quote.end] != quote.text:
        return Excerpt("", text, "")
    start, end = max(0, quote.start - _NEIGHBOURS), quote.end + _NEIGHBOURS
    before, after = whole[start : quote.start], whole[quote.end : end]
    return Excerpt((_GAP if start else "") + before, text, after + (_GAP if end < len(whole) else ""))


def place_words(place: Place | None) -> str | None:
    """Return a place in words; None where it says less than part and paragraph do."""
    if isinstance(place, TextPlace):
        return words.LINE.format(line=place.line, column=place.start + 1)
    if isinstance(place, SheetPlace):
        return words.SHEET_CELL.format(sheet=place.sheet, cell=str(place).rpartition("!")[2])
    if isinstance(place, PagePlace):
        return words.PAGE.format(page=place.page)
    return None


def _with_place(spot: str, place: Place | None) -> str:
    where = place_words(place)
    return words.WITH_PLACE.format(spot=spot, place=where) if where else spot


def _short(label: str) -> str:
    if label.endswith(words.SAME_IN_ROWS):
        return label.removesuffix(words.SAME_IN_ROWS)
    return label if label == form.RESULTS else _COMMENT.sub("", label)


def verdict_words(verdict: Verdict | None) -> str | None:
    """Return what a person decided on a finding and why, and who and when as far as that is known."""
    if verdict is None:
        return None
    decision = words.DECISIONS[verdict.decision]
    signed = " ".join(part for part in (verdict.by, verdict.on) if part)
    pattern = words.SIGNED_VERDICT if signed else words.VERDICT
    return pattern.format(decision=decision, reason=verdict.reason, signed=signed)
