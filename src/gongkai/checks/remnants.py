"""Characters that a scrape took or left (缺字与乱码): damage, never held against the author."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.evidence import Evidence
from gongkai.checks.periods import LOST_PERIOD
from gongkai.checks.running_text import RunningText, running_text
from gongkai.damage import Kind as DamageKind
from gongkai.damage import find
from gongkai.report import Finding, Place, Quote, Severity

SOURCE = "网页抓取、转码的常见损坏；损坏不是编写者的差错"

LOST = Kind(
    code="remnants.lost",
    severity=Severity.DAMAGE,
    title="缺字",
    message="正文有 {count} 处字符丢失（显示为“?”）：{said}。请对照原件补全，不可臆测。",
    source=SOURCE,
)
REPLACED = Kind(
    code="remnants.replaced",
    severity=Severity.DAMAGE,
    title="乱码",
    message="正文有 {count} 处乱码：{said}。请对照原件补全，不可臆测。",
    source=SOURCE,
)
MARKUP = Kind(
    code="remnants.markup",
    severity=Severity.DAMAGE,
    title="残留的网页标记",
    message="正文夹有 {count} 处网页标记：{said}。请删去。",
    source=SOURCE,
)
LABELS = Kind(
    code="remnants.labels",
    severity=Severity.DAMAGE,
    title="表格文字残缺",
    message="表格中有 {count} 处文字残缺或夹有标记：{said}。",
    source=SOURCE,
)
_KINDS = {
    DamageKind.LOST: LOST,
    DamageKind.REPLACEMENT: REPLACED,
    DamageKind.KUNJINKAO: REPLACED,
    DamageKind.MARKUP: MARKUP,
}
_SHOWN, _CONTEXT = 8, 2
_LOST_SIGN = re.compile(r"\?(?![A-Za-z])")
_LOST_YEAR = re.compile(r"\?0[0-4]\d年")


@rule(LOST, REPLACED, MARKUP, LABELS)
def characters_are_the_authors(evidence: Evidence) -> Iterator[Finding]:
    """Tell what characters a scrape took or left, with their places (缺字、乱码、残留标记).

    Source: `gongkai.damage`, whose laws the reading ran. Numbers, years and periods have findings of their own.
    Reads:  the notes of damage that the reading made; their traces in the prose.
    Yields: one Finding for each kind of trace in the prose, and one for the labels of tables, with the words that
            were repaired.
    """
    report, text = evidence.report, running_text(evidence)
    if not report.damage:
        return
    noted = {one.kind for one in report.damage}
    places: dict[str, list[tuple[int, int]]] = {}
    for trace in find(text.raw):
        if trace.kind in noted and trace.kind is not DamageKind.LOST:
            places.setdefault(_KINDS[trace.kind].code, []).append((trace.start, trace.end))
    if DamageKind.LOST in noted:
        places[LOST.code] = list(_lost(evidence, text))
    for kind in (LOST, REPLACED, MARKUP):
        if spans := places.get(kind.code):
            quotes = [_with_context(text, *span) for span in spans]
            yield kind.finding(quotes=quotes, count=len(quotes), said=shown(quote.text for quote in quotes))
    beside = [one for one in report.damage if not _is_in_prose(text, one.place)]
    if beside:
        said = shown(f"{one.text}→{one.repaired}" if one.repaired else one.text for one in beside)
        yield LABELS.finding(count=len(beside), said=said)


def _lost(evidence: Evidence, text: RunningText) -> Iterator[tuple[int, int]]:
    """Yield the places of lost characters in the prose that belong to no count, year or period."""
    own = {(one.passage.part, one.passage.number): one.start for one in text.stretches}
    told = [match.span() for pattern in (_LOST_YEAR, LOST_PERIOD) for match in pattern.finditer(text.raw)]
    for claim in evidence.claims:
        if claim.candidates:
            start = own[claim.quote.part, claim.quote.number]
            told.append((start + claim.quote.start, start + claim.quote.end))
    for match in _LOST_SIGN.finditer(text.raw):
        if not any(start <= match.start() < end for start, end in told):
            yield match.span()


def _with_context(text: RunningText, start: int, end: int) -> Quote:
    stretch = text.at(start)
    return text.quote(max(stretch.start, start - _CONTEXT), min(stretch.end, end + _CONTEXT))


def shown(words: Iterable[str]) -> str:
    """Return the first of some words in quotation marks, as a message shows them."""
    quoted = [f"“{one}”" for one in words]
    return "、".join(quoted[:_SHOWN]) + ("等" if len(quoted) > _SHOWN else "")


def _is_in_prose(text: RunningText, place: Place | None) -> bool:
    """Say whether a place is that of some prose: on its line, or in its block."""
    for stretch in text.stretches:
        own = stretch.passage.place
        if place is None or own is None or type(own) is not type(place):
            continue
        line = getattr(place, "line", None)
        if line is None:
            if own == place:
                return True
        elif getattr(own, "line", None) == line and own.start - _CONTEXT <= place.start <= own.end + _CONTEXT:  # type: ignore[union-attr]  # both are places in a text
            return True
    return False
