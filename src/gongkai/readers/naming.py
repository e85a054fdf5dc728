"""Who reports, for which year, and for whom: organ, unit, year, scope as the document prints them (主体与年度)."""

from __future__ import annotations

import re
from collections import Counter

from gongkai.readers import patterns
from gongkai.readers.documents.document import Document, is_written_here
from gongkai.readers.outline import is_outline
from gongkai.readers.tape import CELL, ROW, Tape
from gongkai.readers.words import ORDINALS, fold
from gongkai.report import Scope
from gongkai.terms import form, marks, organs

# Words before an organ's name on its line: a label with its colon, a path of links, a bracketed remark.
_LEAD = re.compile(r".*[:|>\]]\s*(?=\S)|.*\s(?=\S)")
# An organ's name and a report year, as far as they are known.
Named = tuple[str | None, int | None]
_HEAD = 1500
_LONGEST_TITLE = 70
_LOST = "\ufffd"
# A year that nothing states but mentions: fewer of them may be plans for the next.
_LEAST_MENTIONS = 3


def name_and_year(tape: Tape, document: Document, *, titled: bool | None = False) -> Named:
    """Return the organ's name as printed and the report year, from title, page title, period or signature.

    What is printed nowhere, or damaged, is taken from the keywords of a file that this program wrote; so is
    all, where its title is still the one that was written: `titled` says so, and is None where none was.
    """
    told = _told(document.keywords) if is_written_here(document) else (None, None)
    if titled or (titled is None and not _titled(tape, document)):
        return told
    organ, year = _printed_name_and_year(tape, document)
    if not is_written_here(document):
        return organ, year
    return told[0] if organ is None or _LOST in organ else organ, year or told[1]


def _printed_name_and_year(tape: Tape, document: Document) -> Named:
    organ, year = _titled(tape, document) or (None, None)
    return organ or _organ(tape), year or _year(tape)


def _titled(tape: Tape, document: Document) -> Named | None:
    """Return what the title names, if there is one."""
    head = tape.raw[:_HEAD]
    return next(
        (found for raw in (document.title, head, patterns.SPACED.sub("", head)) if (found := _title(raw))), None
    )


def _told(keywords: tuple[str, ...]) -> Named:
    """Return the organ and the year that a file's keywords name."""
    year = next((word for word in keywords if patterns.BARE_YEAR.fullmatch(word)), None)
    others = {form.TITLE, marks.WRITTEN_HERE, year, *form.SCOPES.values()}
    organ = next((word for word in keywords if word not in others and not is_outline(word)), None)
    return organ, int(year) if year else None


def is_another(tape: Tape, start: int, organ: str | None, year: int | None) -> bool:
    """Say whether the report that begins at an offset bears another title, and is no second copy of the first."""
    titled = _title(tape.raw[max(0, start - _HEAD) : start])
    return titled is not None and titled != (organ, year)


def _title(raw: str) -> tuple[str | None, int | None] | None:
    """Return organ and year of the first title in a text; None for what it leaves out."""
    text = patterns.CHINESE_YEAR.sub(_in_digits, fold(raw))
    for words in patterns.REPORT_WORDS.finditer(text):
        start = max(text.rfind(mark, 0, words.start()) for mark in "\n,。;") + 1
        if patterns.NEIGHBOUR.search(text, start, words.start()):
            continue
        start = max(start, words.start() - _LONGEST_TITLE)
        before = text[start : words.start()]
        if not before.strip() and (over := _title_above(raw, text, start)):
            return over
        if match := patterns.ORGAN_YEAR.match(before) or patterns.YEAR_ORGAN.match(before):
            organ = _clean(raw[start + match.start("organ") : start + match.end("organ")], match["organ"])
            if organ:
                return organ, int(match["year"])
        elif before.strip().endswith(organs.KINDS) and (behind := patterns.YEAR_BEHIND.match(text, words.end())):
            return _clean(raw[start : words.start()], before), int(behind[1])
        elif alone := patterns.YEAR_ALONE.fullmatch(before):
            above = raw[:start].rstrip().rpartition("\n")[2].strip()
            return above if above.endswith(organs.KINDS) else None, int(alone[1])
    return None


def _title_above(raw: str, text: str, start: int) -> tuple[str, int] | None:
    """Return the organ and the year that make up the line above the words of a title."""
    end = len(text[:start].rstrip())
    first = text.rfind("\n", 0, end) + 1
    line = text[first:end]
    match = patterns.ORGAN_YEAR.fullmatch(line) or patterns.YEAR_ORGAN.fullmatch(line)
    if not match or not match["organ"].endswith(organs.KINDS):
        return None
    organ = _clean(raw[first + match.start("organ") : first + match.end("organ")], match["organ"])
    return (organ, int(match["year"])) if organ else None


def _in_digits(year: re.Match[str]) -> str:
    return "".join(str(ORDINALS.find(char) + 1) for char in year[0])


def _clean(raw: str, folded: str) -> str | None:
    lead = _LEAD.match(folded)
    raw = raw[lead.end() if lead else 0 :].strip()
    raw = raw.strip("《〈“\"'")
    return raw if len(raw) >= 2 and not raw.isdigit() else None


def _organ(tape: Tape) -> str | None:
    """Return the organ that signs the report, else the one to ask about it, else the one its preface speaks of."""
    foot = max(0, len(tape.text) - _HEAD)
    if signed := _signed(tape, foot):
        return signed
    for pattern, start, end in (
        (patterns.CONTACT, 0, _HEAD),
        (patterns.CONTACT, foot, len(tape.text)),
        (patterns.SUBJECT, 0, _HEAD),
    ):
        for match in pattern.finditer(tape.text, start, end):
            if length := _organ_length(match[1]):
                return tape.raw[match.start(1) : match.start(1) + length]
    return None


def _organ_length(words: str) -> int:
    """Return how many of some words are an organ's name: to the last of them that one can end in."""
    return max((at + len(kind) for kind in organs.KINDS if (at := words.rfind(kind)) > 0), default=0)


def _signed(tape: Tape, start: int) -> str | None:
    """Return the last line that is an organ's name with a date below it."""
    lines = [line.strip() for line in tape.raw[start:].split("\n") if line.strip()]
    pairs = zip(lines[-2::-1], lines[:0:-1], strict=False)
    return next(
        (line for line, below in pairs if line.endswith(organs.KINDS) and patterns.DATE_LINE.match(below)),
        None,
    )


def _year(tape: Tape) -> int | None:
    """Return the year that the text states, else the one before the report's date, else the commonest of many."""
    if stated := patterns.PERIOD.search(tape.text) or patterns.REPORT_YEAR.search(tape.text):
        return int(stated[1])
    if dates := patterns.DATE.findall(tape.text):
        return int(dates[-1]) - 1
    years = Counter(int(match[1] or "2" + match[2]) for match in patterns.YEAR.finditer(tape.text))
    often = {year: count for year, count in years.items() if count >= _LEAST_MENTIONS}
    return max(often, key=lambda year: (often[year], -year), default=None)


def unit(tape: Tape) -> str | None:
    """Return the unit that the page or the metadata head names as its source."""
    match = patterns.UNIT_LINE.search(tape.text[:4000])
    return tape.raw[match.start(1) : match.end(1)].strip() if match else None


def scope(tape: Tape, named: Named, document: Document, preface_end: int) -> Scope:
    """Say whose work the report counts, where the file itself, the preface or the organ's kind tells it.

    The keywords of a file that this program wrote are believed only where they name the organ and the year that are
    printed: whoever takes an old file for a new report changes what is in sight.
    """
    organ, _ = named
    if is_written_here(document) and _told(document.keywords) == named:
        return next((one for one in Scope if form.SCOPES[one] in document.keywords), Scope.UNKNOWN)
    if patterns.CONSOLIDATED.search(tape.text[: max(preface_end, 200)].replace(CELL, "\n").replace(ROW, "\n")):
        return Scope.CONSOLIDATED
    if organ and organ.endswith(organs.DEPARTMENTS) and not organ.endswith(organs.COMMITTEES):
        return Scope.OWN
    return Scope.UNKNOWN
