"""The report against those of other organs (与其他机关雷同): the same words, or another's name in them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.evidence import Evidence
from gongkai.checks.likeness import (
    WITHOUT_FIGURES,
    Dropped,
    Piece,
    find,
    grams,
    length,
    longest,
    probes,
    share,
)
from gongkai.checks.same_organ import one_house
from gongkai.places import OrganKind, organ_of
from gongkai.report import AnnualReport, Finding, Passage, Severity

_SOURCE = "国办公开办函〔2021〕30号：不得内容雷同、敷衍塞责"

TEXT = Kind(
    code="peers.text",
    severity=Severity.WARNING,
    title="文字与其他机关雷同",
    message="总体情况和存在问题部分的文字有 {actual}% 与“{peer}”的报告相同（不计名称和数字）{more}，"
    "请按本机关实际情况改写。",
    source=_SOURCE,
)
NAME_LEFT = Kind(
    code="peers.name_left",
    severity=Severity.WARNING,
    title="留有其他机关名称",
    message="正文中出现“{actual}”，该机关的报告中也有同样的话，疑为套用后未改名称，请核对。",
    source=_SOURCE,
)
_PARTS = ("1", "5")
_WARNING_SHARE, _NOTE_SHARE = 0.6, 0.4
_LEAST_LENGTH = 200
_LEAST_PROBES = 0.25
# Words on both sides of a name, and how many of them there must be.
_AROUND, _LEAST_AROUND = 12, 16
_MOST_PLACES = 20
_SHOWN = 80
_BY_THEIR_OWN_NAME = frozenset(
    {OrganKind.DEPARTMENT, OrganKind.TOWNSHIP, OrganKind.STREET_OFFICE, OrganKind.GOVERNMENT}
)


class _Alike(NamedTuple):
    """Another organ's report, and how much of this one stands in it."""

    share: float
    name: str
    report: AnnualReport


@rule(TEXT)
def text_is_its_own(evidence: Evidence) -> Iterator[Finding]:
    """Check that sections one and five are not another organ's.

    Source: 国办公开办函〔2021〕30号: reports must not repeat (内容雷同).
    Reads:  the paragraphs of both sections, without names, figures and signs; reports of other organs for the same
            year. The thresholds are far above what is usual: departments of one place share a fifth at most.
    Yields: one warning where six tenths stand in another report, a note from four tenths: it names the one most
            alike and says how many more there are.
    """
    own = Dropped(WITHOUT_FIGURES, _names(evidence.report))
    pieces = own.pieces(evidence.passages, _PARTS)
    if not evidence.peers or length(pieces) < _LEAST_LENGTH:
        return
    samples = probes(pieces)
    alike = sorted(_alike(evidence, pieces, samples), key=lambda one: (-one.share, one.name))
    if not alike:
        return
    theirs = Dropped(WITHOUT_FIGURES, _names(alike[0].report))
    others = theirs.pieces(alike[0].report.passages(), _PARTS)
    found = longest(pieces, grams(others))
    if found:
        piece, start, end = found
        quote = own.quote(piece, start, end)
        there = find(others, piece.text[start:end])
        shown = theirs.quote(*there).text if there else quote.text
        yield TEXT.finding(
            quotes=[quote],
            severity=None if alike[0].share >= _WARNING_SHARE else Severity.NOTE,
            actual=math.floor(100 * alike[0].share),
            calculation=f"本报告：“{_cut(quote.text)}”；{alike[0].name}：“{_cut(shown)}”",
            peer=alike[0].name,
            more=f"，另与 {len(alike) - 1} 份报告也有雷同" if alike[1:] else "",
        )


@rule(NAME_LEFT)
def no_other_name_is_left(evidence: Evidence) -> Iterator[Finding]:
    """Check that no words with another organ's name were taken from that organ's own report.

    Source: 国办公开办函〔2021〕30号: reports must not repeat (内容雷同).
    Reads:  all prose; names and prose of reports of other organs of the same kind for the same year.
    Yields: a warning for each such organ, at the first place: its name, with the same words on both sides of it as
            in its own report. An organ of another kind may well be named, such as the government above.
    """
    report = evidence.report
    kind = organ_of(report.organ, report.year).kind if report.organ and evidence.peers else OrganKind.UNKNOWN
    if kind not in _BY_THEIR_OWN_NAME:
        return
    for _, peer in _others(evidence):
        name = peer.organ
        if not name or name in (report.organ or "") or organ_of(name, peer.year).kind is not kind:
            continue
        theirs = "\n".join(passage.text for passage in peer.passages())
        places = islice(_named(evidence.passages, name), _MOST_PLACES)
        place = next((one for one in places if _around(*one, name) in theirs), None)
        if place is not None:
            passage, start = place
            yield NAME_LEFT.finding(quotes=[passage.quote(start, start + len(name))], actual=name)


def _named(passages: Sequence[Passage], name: str) -> Iterator[tuple[Passage, int]]:
    for passage in passages:
        start = passage.text.find(name) if passage.number else -1
        while start >= 0:
            if len(_around(passage, start, name)) >= len(name) + _LEAST_AROUND:
                yield passage, start
            start = passage.text.find(name, start + len(name))


def _around(passage: Passage, start: int, name: str) -> str:
    before = min(start, _AROUND)
    return passage.text[start - before : start + len(name) + 2 * _AROUND - before]


def _alike(evidence: Evidence, pieces: list[Piece], samples: Sequence[str]) -> Iterator[_Alike]:
    for name, peer in _others(evidence):
        others = Dropped(WITHOUT_FIGURES, _names(peer)).pieces(peer.passages(), _PARTS)
        text = "\n".join(piece.text for piece in others)
        if sum(sample in text for sample in samples) < _LEAST_PROBES * len(samples):
            continue
        found = share(pieces, grams(others))
        if found >= _NOTE_SHARE:
            yield _Alike(found, name, peer)


def _others(evidence: Evidence) -> Iterator[tuple[str, AnnualReport]]:
    """Yield the reports of other organs for the same year, where the years are printed."""
    report = evidence.report
    for name, peer in evidence.peers:
        same = peer is report or (peer.organ and report.organ and one_house(peer.organ, report.organ))
        if not same and (None in (peer.year, report.year) or peer.year == report.year):
            yield name, peer


def _names(report: AnnualReport) -> tuple[str | None, ...]:
    """Return what a report calls its organ and its place."""
    organ = organ_of(report.organ, report.year) if report.organ else None
    return report.organ, report.unit, *((organ.division, organ.zone) if organ else ())


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
