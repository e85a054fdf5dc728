"""Who signs a report, and when (落款)."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from gongkai.checks.brands import is_no_organ
from gongkai.checks.dates import PRINTED_DATE, date_of
from gongkai.checks.running_text import RunningText
from gongkai.report import CLOSING
from gongkai.terms import organs

# Where a signature can stand: some authors sign below section five, some pages join it to the last sentence.
_PARTS = ("5", "6", CLOSING)
_DATED = re.compile(rf"(?P<date>{PRINTED_DATE})[ \t]*(?=\n|\Z)")
# A name bears no sign of a sentence; on the line of its date it is the last word before it.
_LINE = re.compile(r"[^\n。;!?,:、《》|]{2,60}")
_LAST_WORD = re.compile(r"(?:^|[\s。;!])([^\s。;!?,:、《》|]{2,60})\s*$")
_ENDINGS = (*organs.KINDS, "政府", "街道", "所", "站", "馆", "队", "处", "办", "校", "会", "公司", "网站", "平台")


class Signature(NamedTuple):
    """The last lines of a report: the spans of name and date in the running text, each None where there is none."""

    name: tuple[int, int] | None
    dated: tuple[int, int] | None
    day: date | None


def signature_of(text: RunningText) -> Signature | None:
    """Return the signature of a report: a date at the end of a line, with the name before it, or a name alone."""
    start, end = text.span(*_PARTS)
    for match in reversed(list(_DATED.finditer(text.text, start, end))):
        line = text.text.rfind("\n", start, match.start()) + 1 or start
        before = text.text[line : match.start()]
        name = _last_word(before, line) if before.strip() else _line_above(text.text, start, line)
        if name is not None or not before.strip():
            return Signature(name, match.span("date"), date_of(match))
    return _undated(text)


def _last_word(words: str, offset: int) -> tuple[int, int] | None:
    match = _LAST_WORD.search(words, max(0, len(words) - 70))
    if match is None or not match[1].endswith(_ENDINGS):
        return None
    return offset + match.start(1), offset + match.end(1)


def _line_above(text: str, start: int, line: int) -> tuple[int, int] | None:
    """Return the span of the line above a date, where it can be a name."""
    end = len(text[start:line].rstrip()) + start
    above = max(start, text.rfind("\n", start, end) + 1)
    words = text[above:end]
    if _LINE.fullmatch(words) and (words.endswith(_ENDINGS) or is_no_organ(words)):
        return above, end
    return _last_word(words, above)


def _undated(text: RunningText) -> Signature | None:
    """Return the signature of a report that ends in a name without a date."""
    for one in text.paragraphs(CLOSING):
        name = text.text[one.start : one.end]
        if name.endswith(organs.KINDS) and _LINE.fullmatch(name):
            return Signature((one.start, one.end), None, None)
    return None
