"""All prose of a report as one text (正文全文), of which every stretch can be quoted.

Signs are half-width in it and characters simplified, one for one, so that a pattern need not name all forms and an
offset in it is one in the passage it comes from.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple
from weakref import WeakKeyDictionary

from gongkai.checks.catalogue import Kind
from gongkai.checks.evidence import Evidence
from gongkai.damage import Kind as DamageKind
from gongkai.damage import Remnant, find
from gongkai.readers.words import fold
from gongkai.report import AnnualReport, Method, Passage, Quote, Severity

BETWEEN = "\n"
# What characters of the author can have been lost at, or beside.
_BROKEN = re.compile("[?\ufffd锟拷<>]|&[a-z#]|/(?:span|p|td|div)>")
_LOSSES = frozenset({DamageKind.LOST, DamageKind.REPLACEMENT, DamageKind.KUNJINKAO})
_BESIDE = 2
_LONGEST_TITLE = 120


class Stretch(NamedTuple):
    """One passage in the running text: `text[start:end]`."""

    passage: Passage
    start: int
    end: int


class RunningText:
    """The prose of a report in reading order, passages parted by line ends.

    `raw` is the same with the signs as printed. `damaged` tells that a scrape left any trace, `lost` that it took
    characters, `recognised` that the text was read off pictures: then what is wrong may not be the author's.
    """

    def __init__(self, report: AnnualReport, passages: Iterable[Passage]) -> None:
        self.stretches: list[Stretch] = []
        self._spans: dict[str, tuple[int, int]] = {}
        at = 0
        for passage in passages:
            end = at + len(passage.text)
            self.stretches.append(Stretch(passage, at, end))
            self._spans[passage.part] = (self._spans.get(passage.part, (at, end))[0], end)
            at = end + len(BETWEEN)
        self.raw = BETWEEN.join(stretch.passage.text for stretch in self.stretches)
        self.text = fold(self.raw)
        self._starts = [stretch.start for stretch in self.stretches]
        self._year = report.year
        self.damaged = bool(report.damage)
        self.lost = any(one.kind in _LOSSES for one in report.damage)
        self.recognised = any(cell.method is Method.OCR for cell in report.cells)

    def span(self, *parts: str) -> tuple[int, int]:
        """Return where parts that follow each other begin and end; an empty span where none has prose."""
        spans = [self._spans[part] for part in parts if part in self._spans]
        return (spans[0][0], spans[-1][1]) if spans else (0, 0)

    def of(self, *parts: str) -> str:
        """Return the text of parts that follow each other."""
        start, end = self.span(*parts)
        return self.text[start:end]

    def find(self, pattern: re.Pattern[str], *parts: str) -> Iterator[re.Match[str]]:
        """Yield the places of a pattern in parts that follow each other, or everywhere."""
        return pattern.finditer(self.text, *(self.span(*parts) if parts else (0, len(self.text))))

    def paragraphs(self, *parts: str) -> Iterator[Stretch]:
        """Yield the paragraphs of some parts, or of all, without headings."""
        return (one for one in self.stretches if one.passage.number and (not parts or one.passage.part in parts))

    def at(self, position: int) -> Stretch:
        """Return the passage that a position lies in."""
        return self.stretches[bisect_right(self._starts, position) - 1]

    def quote(self, start: int, end: int) -> Quote:
        """Return the words from `start` to `end`, as printed, as far as they stand in one passage."""
        stretch = self.at(start)
        return stretch.passage.quote(start - stretch.start, min(end, stretch.end) - stretch.start)

    def quote_of(self, match: re.Match[str], group: int | str = 0) -> Quote:
        """Return the words that a pattern matched."""
        return self.quote(match.start(group), match.end(group))

    def is_broken(self, start: int, end: int) -> bool:
        """Say whether a scrape left its traces in some words or beside them."""
        if _BROKEN.search(self.text, max(0, start - _BESIDE), end + _BESIDE):
            return True
        # In order, and none within another: so the first that ends behind the words' start decides.
        at = bisect_right(self._traces, start - _BESIDE, key=lambda trace: trace.end)
        return at < len(self._traces) and self._traces[at].start < end + _BESIDE

    @cached_property
    def _traces(self) -> tuple[Remnant, ...]:
        return find(self.raw) if self.damaged else ()

    def is_in_title(self, position: int) -> bool:
        """Say whether a position lies within a title (《…》), which is cited and not the organ's own words."""
        start = max(self.at(position).start, position - _LONGEST_TITLE)
        return self.text.rfind("《", start, position) > self.text.rfind("》", start, position)

    def without_markup(self, *parts: str) -> str:
        """Return parts that follow each other without the mark-up that a scrape left, which parts words."""
        start, end = self.span(*parts)
        pieces, kept = [], start
        for trace in self._traces:
            if start <= trace.start < end:
                pieces.append(self.text[kept : trace.start])
                kept = trace.end
        return "".join([*pieces, self.text[kept:end]])

    def sure(self, kind: Kind) -> Severity:
        """Return the severity of a kind that rests on single characters: a note where they were recognised."""
        return Severity.NOTE if self.recognised else kind.severity

    def sure_of_years(self, kind: Kind) -> Severity:
        """Return the severity of a kind that rests on the report's year: a note where nothing states it."""
        return self.sure(kind) if self._states_year and not self.lost else Severity.NOTE

    @cached_property
    def _states_year(self) -> bool:
        """Say whether title, preface or period name the year of the report, so that it was not inferred."""
        stated = re.compile(
            rf"{self._year}\s?年(?:度)?(?:\s?1\s?月\s?1\s?日|[^。\n]{{0,40}}(?:政府信息|年报|年度报告))"
        )
        return self._year is not None and stated.search(self.text) is not None


def is_broken(words: str) -> bool:
    """Say whether a scrape left its traces in some words."""
    return _BROKEN.search(words) is not None


_TEXTS: WeakKeyDictionary[Evidence, RunningText] = WeakKeyDictionary()


def running_text(evidence: Evidence) -> RunningText:
    """Return the running text of the report that some evidence is about."""
    found = _TEXTS.get(evidence)
    if found is None:
        found = _TEXTS[evidence] = RunningText(evidence.report, evidence.passages)
    return found
