"""What a finding rests on, as a short name (指纹): the same as long as cells and words are the same.

A fingerprint does not know lines, columns or pages: a paragraph put in before, another layout or another form of
file leave it as it is. It knows the kind of finding, the cells with their values, the figures held against each
other, and the quoted words with the clause around them, whatever their white space, width and punctuation.

Findings that rest on the same are told apart by their order in the document, and by how many there are: where one
of three is mended, nobody can say which two are left, and all three lose their fingerprints.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence

import msgspec

from gongkai.report.annual_report import AnnualReport
from gongkai.report.cells import CellKey
from gongkai.report.findings import Finding
from gongkai.report.prose import Quote

# How far the clause around a quote is looked for: texts without punctuation have none.
_FURTHEST = 40
_STRAY = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]+")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_PUNCTUATION = re.compile(r"[^\w%‰]+")
_BOUNDARY = re.compile(r"[^\w\s%‰]")
_WORDS = re.compile(r"[\w%‰]+")
_encoder = msgspec.json.Encoder()

Basis = tuple[object, ...]


def fingerprints(findings: Sequence[Finding], report: AnnualReport) -> tuple[str, ...]:
    """Return the fingerprint of each finding of a report, in the order given, which they do not depend on."""
    texts = {(one.part, one.number): one.text for one in report.passages()}
    alike: dict[bytes, list[int]] = defaultdict(list)
    for index, finding in enumerate(findings):
        alike[_encoder.encode(_basis(finding, report, texts))].append(index)
    found = [""] * len(findings)
    for basis, indices in alike.items():
        indices.sort(key=lambda index: _order(findings[index]))
        for number, index in enumerate(indices, 1):
            digest = hashlib.sha256(b"%b %d of %d" % (basis, number, len(indices))).hexdigest()
            # The letter keeps it apart from the number of a finding.
            found[index] = f"f{digest[:15]}"
    return tuple(found)


def bare_words(text: str) -> str:
    """Return a text without white space, punctuation and differences of width; what parts figures is kept."""
    return _THOUSANDS.sub("", _PUNCTUATION.sub(_between_digits, _close(text) or "")).casefold()


def _close(text: str | None) -> str | None:
    """Return a text without white space, in one width."""
    return None if text is None else _STRAY.sub("", unicodedata.normalize("NFKC", text))


def _between_digits(match: re.Match[str]) -> str:
    start, end, text = match.start(), match.end(), match.string
    if start and end < len(text) and text[start - 1].isdigit() and text[end].isdigit():
        return match[0] if match[0] in {".", ","} else "/"
    return ""


def _basis(finding: Finding, report: AnnualReport, texts: dict[tuple[str, int], str]) -> Basis:
    cells = tuple((*key, *_shown(key, report)) for key in finding.cells)
    quotes = tuple((one.part, bare_words(one.text), _clause(one, texts)) for one in finding.quotes)
    # Where a finding points nowhere, only its words say what it is about.
    words = "" if cells or quotes else bare_words(finding.message)
    return finding.code, cells, quotes, _close(finding.expected), _close(finding.actual), words


def _shown(key: CellKey, report: AnnualReport) -> Basis:
    """Return what a cell shows, however it is written; nothing where the edition has no such cell."""
    position = report.form.positions.get(key)
    if position is None:
        return ()
    cell = report.cells[position]
    return cell.state, _figure(cell.value), tuple(map(_figure, cell.candidates))


def _figure(value: object) -> str:
    text = str(value)
    return text.rstrip("0").rstrip(".") if "." in text else text


def _clause(quote: Quote, texts: dict[tuple[str, int], str]) -> str:
    """Return the words from the mark before a quote to the mark behind it, that is, the clause it stands in."""
    text = texts.get((quote.part, quote.number), "")
    start, end = quote.start, quote.end
    if text[start:end] != quote.text:
        return ""
    words = list(_WORDS.finditer(quote.text))
    if words:
        # A mark at the edge of the quote is already the edge of its clause.
        start, end = start + words[0].start(), start + words[-1].end()
    before, behind = text[max(0, start - _FURTHEST) : start], text[end : end + _FURTHEST]
    marks = [mark.end() for mark in _BOUNDARY.finditer(before)]
    stop = _BOUNDARY.search(behind)
    left = before[marks[-1] :] if marks else before
    return bare_words(left + text[start:end] + (behind[: stop.start()] if stop else behind))


def _order(finding: Finding) -> tuple[object, ...]:
    return [(one.part, one.number, one.start, one.end) for one in finding.quotes], finding.message
