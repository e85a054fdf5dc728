"""Punctuation (标点): marks that stand in pairs, marks doubled, and marks that a scrape took."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.evidence import Evidence
from gongkai.checks.remnants import SOURCE, shown
from gongkai.checks.running_text import RunningText, running_text
from gongkai.report import PREFACE, Finding, Quote, Severity

UNPAIRED = Kind(
    code="punctuation.unpaired",
    severity=Severity.WARNING,
    title="成对标点缺一半",
    message="“{actual}”处的“{sign}”没有与之成对的“{missing}”，请补上或删去。",
    source="GB/T 15834—2011《标点符号用法》",
)
DOUBLED = Kind(
    code="punctuation.doubled",
    severity=Severity.NOTE,
    title="标点重复",
    message="“{actual}”处标点重复或相连，请核对。",
    source="GB/T 15834—2011《标点符号用法》",
)
_PAIRS = {"《": "》", "“": "”", "(": ")", "【": "】", "「": "」"}
_OPENINGS = {closing: opening for opening, closing in _PAIRS.items()}
_SIGN = re.compile("[《》“”()【】「」]")
# 1) and 一) number a paragraph.
_NUMBERING = re.compile(r"(?:^|[\n。;:,、(\s])(?:\d{1,2}|[一二三四五六七八九十]{1,2})\Z")
_PARTS = (PREFACE, "1", "5", "6")
_AROUND = 4
# Shorter ones are pieces of a table.
_SHORTEST = 6


_TWICE = re.compile(",[,。、;]|、[、,。]|。[。,、]|;[;,]|:[:,]")


@rule(UNPAIRED, DOUBLED)
def signs_stand_in_pairs(evidence: Evidence) -> Iterator[Finding]:
    """Check that brackets, quotation marks and title marks stand in pairs, and no mark twice (成对标点).

    Source: GB/T 15834—2011.
    Reads:  《》 “” () 【】 「」 of the preface and sections 1, 5 and 6, whose paragraphs a page may part.
            Where a text shows any damage, or one half of a kind of sign nowhere, nothing is said: a scrape took it.
    Yields: one warning for each kind of sign in a part that does not come out even, at its first lone one; a note
            for marks that follow each other.
    """
    report, text = evidence.report, running_text(evidence)
    if report.damage or text.recognised:
        return
    whole = text.text
    for part in _PARTS:
        for position in _lone(text, *text.span(part)):
            sign = whole[position]
            if _other(sign) not in whole or len(text.at(position).passage.text) < _SHORTEST:
                continue
            quote = around(text, position, position + 1)
            yield UNPAIRED.finding(quotes=[quote], actual=quote.text, sign=sign, missing=_other(sign))
    for match in text.find(_TWICE, *_PARTS[1:]):
        quote = around(text, *match.span())
        yield DOUBLED.finding(quotes=[quote], actual=quote.text)


def _other(sign: str) -> str:
    return _PAIRS.get(sign) or _OPENINGS[sign]


def _lone(text: RunningText, start: int, end: int) -> list[int]:
    """Return the first lone sign of each kind in a part."""
    open_: dict[str, list[int]] = {sign: [] for sign in _PAIRS}
    lone: dict[str, int] = {}
    for match in _SIGN.finditer(text.text, start, end):
        sign, at = match[0], match.start()
        if sign in _PAIRS:
            if sign == "“" and open_[sign]:
                lone.setdefault(sign, open_[sign].pop())
            open_[sign].append(at)
        elif open_[_OPENINGS[sign]]:
            open_[_OPENINGS[sign]].pop()
        elif not (sign == ")" and _NUMBERING.search(text.text[max(start, at - 4) : at])):
            lone.setdefault(_OPENINGS[sign], at)
    for sign, positions in open_.items():
        if positions:
            lone.setdefault(sign, positions[0])
    return sorted(lone.values())


SENTENCE_ENDS = Kind(
    code="punctuation.sentence_ends",
    severity=Severity.DAMAGE,
    title="句末标点丢失",
    message="有 {count} 处句末标点（或其前的字）丢失：{said}。请对照原件补上。",
    source=SOURCE,
)
QUOTATION_MARKS = Kind(
    code="punctuation.quotation_marks",
    severity=Severity.DAMAGE,
    title="引号丢失",
    message="全文没有引号，而“{said}”等通常加引号，疑为抓取时丢失。",
    source=SOURCE,
)
_PARTED = re.compile(r"[\u4e00-\u9fff](?P<gap> )(?=[\u4e00-\u9fff(])")
# 一是……。二是……: the first sentence of each item is its heading. Its noun and the next sentence's adverb are glued.
_ITEM = re.compile(r"[一二三四五六七八九十]是[^。;\n]{4,120}[。;]")
_RUN_IN = re.compile("[一二三四五六七八九十]是[^。,;\n]{4,20}。")
_GLUED = re.compile(
    "(?:流程|防线|机制|制度|水平|能力|渠道|实效|红线|意识|氛围|质量|体系|底线|关口|根基|短板|责任|基础)"
    "(?=(?:严格|全面|认真|切实|深入|积极|大力|持续|及时)(?:贯彻|落实|推进|加强|开展|做好|抓好|组织|执行))"
)
_NEAR = 40
_QUOTES = re.compile('[“”"「」‘’]')
_QUOTED = re.compile(
    "三审三校|三安全一稳定|谁起草、?谁解读|谁主管、?谁负责|先审查?、?后公开|先审后发|应公开、?尽公开|公开为常态|一网通办|最多跑一次|双随机、?一公开|放管服"
    r"|互联网\+|两微一端|一站式|回头看|确山政府发布|公众号[^。,;\n]{2,8}发布"
)
_FEWEST_QUOTED = 2


@rule(SENTENCE_ENDS, QUOTATION_MARKS)
def punctuation_is_there(evidence: Evidence) -> Iterator[Finding]:
    """Tell where a scrape took the punctuation (标点丢失).

    Source: practice of scraped pages.
    Reads:  in a text that lost characters, blanks between its sentences; in lists of 一是, 二是, headings that
            run into their sentences while others do not; words usually quoted in a text without any quotation mark.
    Yields: one Finding for each, with its places.
    """
    text = running_text(evidence)
    spans = [match.span("gap") for match in text.find(_PARTED, *"123456")] if text.lost else []
    spans += list(_glued(text))
    if spans:
        quotes = [around(text, start, end) for start, end in sorted(spans)]
        yield SENTENCE_ENDS.finding(quotes=quotes, count=len(quotes), said=shown(one.text for one in quotes))
    if _QUOTES.search(text.text):
        return
    bare = list(text.find(_QUOTED, *"123456"))
    if len({match[0] for match in bare}) >= _FEWEST_QUOTED:
        said = "”“".join(dict.fromkeys(match[0] for match in bare))
        yield QUOTATION_MARKS.finding(quotes=[text.quote_of(match) for match in bare], said=said)


def _glued(text: RunningText) -> Iterator[tuple[int, int]]:
    """Yield where the heading of an item runs into its sentence, in a paragraph where others end theirs."""
    for one in text.paragraphs("1", "5"):
        headings = _RUN_IN.finditer(text.text, one.start, one.end)
        if all(_GLUED.search(heading[0]) for heading in headings):
            continue
        for item in _ITEM.finditer(text.text, one.start, one.end):
            match = _GLUED.search(text.text, item.start(), min(item.end(), item.start() + _NEAR))
            if match:
                yield match.end(), match.end()


def around(text: RunningText, start: int, end: int) -> Quote:
    """Return some words with those beside them, by which their place is known."""
    stretch = text.at(start)
    return text.quote(max(stretch.start, start - _AROUND), min(stretch.end, end + _AROUND))
