"""Reports of any organ, title, heading and prose, made by hand as no generator makes them (手写的报告)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gongkai.report import EDITIONS, AnnualReport, Cell, Paragraph, Scope, Section, State
from gongkai.terms import form

ORGAN = "萤台县自然资源局"
SIGNED = (ORGAN, "2024年1月20日")
HEADINGS = tuple(
    f"{ordinal}、{heading}" for ordinal, heading in zip("一二三四五六", form.HEADINGS_2021, strict=True)
)


def by_hand(
    *,
    organ: str | None = ORGAN,
    year: int | None = 2023,
    edition: str = "2021",
    preface: Sequence[str] = (f"{ORGAN}2023年政府信息公开工作年度报告", "本报告按规定编制。"),
    headings: Sequence[str | None] = HEADINGS,
    prose: Mapping[int, Sequence[str]] | None = None,
    closing: Sequence[str] = SIGNED,
    has_tables: bool = True,
) -> AnnualReport:
    """Return a report of the words given; all its cells are 0, or all absent."""
    told = {1: ("全年公开120条。",), 5: ("更新不够及时。",), 6: ("未收取信息处理费。",)} | dict(prose or {})
    kept = {"text": "0", "value": 0, "state": State.PRINTED} if has_tables else {}
    return AnnualReport(
        organ=organ,
        year=year,
        edition=edition,
        scope=Scope.CONSOLIDATED,
        preface=_paragraphs(preface),
        sections=tuple(
            Section(number, heading, _paragraphs(told.get(number, ())))
            for number, heading in enumerate(headings, 1)
        ),
        closing=_paragraphs(closing),
        cells=tuple(Cell(table=t, row=r, column=c, **kept) for t, r, c in EDITIONS[edition].keys),
    )


def _paragraphs(texts: Sequence[str]) -> tuple[Paragraph, ...]:
    return tuple(map(Paragraph, texts))
