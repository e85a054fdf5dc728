"""Sentences whose ties are marked in them: `收到申请{28件=new}` says which cells the count must equal.

A mark is `{words=names}`: the claims within these words are tied firmly to exactly the cells of the names, which
`+` adds up. `{words|names}` says that they may be tied to these cells or to none. What is not marked is tied to
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from gongkai.claims import Basis, Claim, claims_of
from gongkai.damage import fold
from gongkai.report import EDITIONS, AnnualReport, CellKey, Section
from tests.checks.examples import ORGAN, paragraphs

ACTIVE, ON_REQUEST, MANAGEMENT, SUPERVISION = (
    "（一）主动公开",
    "（二）依申请公开",
    "（三）政府信息管理",
    "（五）监督保障",
)
NO_HEADING = ""

_MARK = re.compile(r"\{([^{}=|]*)([=|])([^{}]*)\}")
_APPLICANTS = ("natural", "business", "research", "welfare", "legal", "other")
_COLUMNS = {name: (name,) for name in _APPLICANTS} | {"legal_persons": _APPLICANTS[1:], "": ("total",)}
_LEAVES = {
    "3.3": ("secret", "law", "safety", "third", "internal", "process", "files", "query"),
    "3.4": ("not_held", "to_make", "unclear"),
    "3.5": ("petition", "repeated", "publication", "mass", "confirm"),
}
_ROWS = {
    "new": "1",
    "in": "2",
    "closed": "3.7",
    "rate": "3.7",
    "out": "4",
    "granted": "3.1",
    "partly": "3.2",
    "denied": "3.3",
    "unavailable": "3.4",
    "refused": "3.5",
    "otherwise": "3.6",
    **{name: f"{group}.{n}" for group, names in _LEAVES.items() for n, name in enumerate(names, 1)},
}
_DISPUTES = {
    "review": ("reconsideration",),
    "suits": ("litigation_direct", "litigation_after"),
    "direct": ("litigation_direct",),
    "after": ("litigation_after",),
}
_DOCUMENTS = {"rules": "20.1.regulations", "norms": "20.1.normative_documents"}


class Mark(NamedTuple):
    """Words of a sentence and the cells that their counts must equal; `surely` if a tie must be found."""

    start: int
    end: int
    surely: bool
    cells: frozenset[CellKey]


class Marked(NamedTuple):
    """A sentence without its marks, and the marks."""

    text: str
    marks: tuple[Mark, ...]


class Setting(NamedTuple):
    """A report that a sentence stands in, the sentence as printed there, and where its paragraph has it."""

    report: AnnualReport
    text: str
    at: int


def marked(sentence: str, edition: str = "2021") -> Marked:
    """Return a sentence and what is marked in it."""
    text, marks, behind = "", list[Mark](), 0
    for match in _MARK.finditer(sentence):
        text += sentence[behind : match.start()]
        cells = frozenset(key for name in match[3].split("+") if name for key in cells_of(name, edition))
        marks.append(Mark(len(text), len(text) + len(match[1]), match[2] == "=", cells))
        text += match[1]
        behind = match.end()
    return Marked(text + sentence[behind:], tuple(marks))


def cells_of(name: str, edition: str = "2021") -> tuple[CellKey, ...]:
    """Return the cells of a name: `new`, `closed.natural`, `denied`, `review.upheld`, `norms.made`."""
    head, _, tail = name.partition(".")
    if head in _DISPUTES:
        return tuple(("4", row, tail or "total") for row in _DISPUTES[head])
    if head in _DOCUMENTS:
        return (("2", _DOCUMENTS[head], tail),)
    rows = [row.key for row in EDITIONS[edition].table("3").rows]
    own = [key for key in rows if key == _ROWS[head] or key.startswith(f"{_ROWS[head]}.")]
    return tuple(("3", row, column) for row in own for column in _COLUMNS[tail])


def report_of(
    *texts: str, part: int = 1, organ: str | None = ORGAN, year: int | None = 2024, edition: str = "2021"
) -> AnnualReport:
    """Return a report without tables, one section of which holds some paragraphs."""
    sections = (Section(part, None, paragraphs(texts)),)
    return AnnualReport(organ=organ, year=year, edition=edition, sections=sections, cells=())


def failing(sentence: str, reason: str) -> object:
    """Return a sentence whose ties are not yet as marked."""
    return pytest.param(sentence, marks=pytest.mark.xfail(strict=True, reason=reason))


def problems(sentence: str, heading: str = ON_REQUEST, **fields: str | int | None) -> list[str]:
    """Return what is wrong with the ties of a sentence under a sub-heading, however both are set."""
    own = marked(sentence, str(fields.get("edition", "2021")))
    found = [problem for setting in _settings(own.text, heading, fields) for problem in wrong_ties(setting, own)]
    return list(dict.fromkeys(found))


def _settings(text: str, heading: str, fields: dict) -> Iterator[Setting]:
    """Yield a sentence in a paragraph of its own, behind its sub-heading, in half-width signs, and amid others."""
    if not heading:
        yield Setting(report_of(text, **fields), text, 0)
        return
    yield Setting(report_of(heading, text, **fields), text, 0)
    yield Setting(report_of(fold(heading), fold(text), **fields), fold(text), 0)
    for before in (f"{heading}。", f"{heading} ", f"本县把公开摆在日常工作的前面。{heading}。"):
        yield Setting(report_of(f"{before}{text}（六）其他。", **fields), text, len(before))


def wrong_ties(setting: Setting, own: Marked) -> list[str]:
    """Return what is wrong with the ties of the last paragraph of a report, in which a sentence stands."""
    last = len(setting.report.sections[0].paragraphs)
    claims = [claim for claim in claims_of(setting.report) if claim.quote.number == last]
    found, seen = list[str](), set[int]()
    for mark in own.marks:
        start, end = setting.at + mark.start, setting.at + mark.end
        inside = [one for one in claims if one.quote.start < end and one.quote.end > start]
        seen |= {one.order for one in inside}
        tied = {key for one in inside for key in one.cells}
        firm = all(one.basis is not Basis.LIKELY for one in inside)
        if not (tied == mark.cells and firm) and (mark.surely or tied):
            found.append(f"{own.text[mark.start : mark.end]}: {_told(inside)}, not {sorted(mark.cells)}")
    unmarked = [one for one in claims if one.cells and one.order not in seen]
    return found + [f"{one.phrase.text}: {_told([one])}, not tied to anything" for one in unmarked]


def _told(claims: list[Claim]) -> str:
    return "; ".join(f"{one.quote.text} {one.basis} {one.cells}" for one in claims) or "no claim"
