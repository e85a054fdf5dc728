"""Who reports, for which year, and for whom: organ, unit, year, scope as the document prints them (主体与年度)."""

from __future__ import annotations

import re
from collections import Counter

from gongkai.readers import patterns
from gongkai.readers.document import Document
from gongkai.readers.tape import CELL, ROW, Tape
from gongkai.readers.words import FOLDING
from gongkai.report import Scope
from gongkai.terms import organs

_LEAD = re.compile(r".*[:|>\\]】]\s*(?=\S)|.*\s(?=\S)")
_HEAD = 1500


def name_and_year(tape: Tape, document: Document) -> tuple[str | None, int | None]:
    """Return the organ's name as printed and the report year, from title, page title, period or signature."""
    for text, raw in ((_folded(document.title), document.title), (tape.text[:_HEAD], tape.raw[:_HEAD])):
        for pattern in patterns.TITLES:
            if match := pattern.search(text):
                named = 2 if "year" in pattern.groupindex else 1
                organ = _clean(raw[match.start(named) : match.end(named)], match[named])
                if organ:
                    return organ, int(match[3 - named])
    return _organ(tape), _year(tape)


def _folded(text: str) -> str:
    return text.translate(FOLDING)


def _clean(raw: str, folded: str) -> str | None:
    lead = _LEAD.match(folded)
    raw = raw[lead.end() if lead else 0 :].strip()
    raw = raw.strip("《〈“\"'")
    return raw if len(raw) >= 2 and not raw.isdigit() else None


def _organ(tape: Tape) -> str | None:
    for pattern in (patterns.SIGNED, patterns.CONTACT, patterns.SUBJECT):
        if matches := list(pattern.finditer(tape.text)):
            match = matches[-1] if pattern is patterns.SIGNED else matches[0]
            return tape.raw[match.start(1) : match.end(1)].strip()
    return None


def _year(tape: Tape) -> int | None:
    if period := patterns.PERIOD.search(tape.text):
        return int(period[1])
    years = Counter(int(match[1] or "2" + match[2]) for match in patterns.YEAR.finditer(tape.text))
    return max(years, key=lambda year: (years[year], -year), default=None)


def unit(tape: Tape) -> str | None:
    """Return the unit that the page or the metadata head names as its source."""
    match = patterns.UNIT_LINE.search(tape.text[:4000])
    return tape.raw[match.start(1) : match.end(1)].strip() if match else None


def scope(tape: Tape, organ: str | None, preface_end: int) -> Scope:
    """Say whose work the report counts, where the preface or the organ's kind tells it."""
    if patterns.CONSOLIDATED.search(
        tape.text[: max(preface_end, 200)].replace(CELL, "\n").replace(ROW, "\n")
    ):
        return Scope.CONSOLIDATED
    if organ and organ.endswith(organs.DEPARTMENTS) and not organ.endswith(organs.COMMITTEES):
        return Scope.OWN
    return Scope.UNKNOWN
