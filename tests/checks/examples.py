"""An example of each kind of finding, right and wrong, and a model report to make them from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import msgspec

from gongkai.checks.evidence import Evidence
from gongkai.report import EDITION_2021, AnnualReport, Cell, CellKey, Paragraph, Section, State, Value
from gongkai.terms import form

ORGAN = "絮泉县人民政府"
NUMERALS = "一二三四五六"
OVERVIEW = tuple(
    f"({numeral}){name}。{text}"
    for numeral, name, text in zip(
        NUMERALS,
        form.SUBHEADINGS,
        (
            "全年公开信息120条。",
            "全年收到政府信息公开申请9件,上年结转1件,办结8件,结转下年度2件。",
            "制发行政规范性文件2件,废止1件,现行有效15件。",
            "栏目按时更新。",
            "组织培训2次,年度考核结果为良好,开展社会评议1次,未发生责任追究情形。",
        ),
        strict=False,
    )
)
PROSE: dict[int, tuple[str, ...]] = {
    1: OVERVIEW,
    5: ("存在的问题:解读形式不够丰富。改进情况:已增加图解和问答。",),
    6: ("本年度未收取信息处理费。",),
}
COUNTS: dict[CellKey, Value] = {
    ("2", "20.1.normative_documents", "made"): 2,
    ("2", "20.1.normative_documents", "repealed"): 1,
    ("2", "20.1.normative_documents", "in_force"): 15,
    ("3", "1", "natural"): 8,
    ("3", "1", "business"): 1,
    ("3", "1", "total"): 9,
    ("3", "2", "natural"): 1,
    ("3", "2", "total"): 1,
    ("3", "3.1", "natural"): 6,
    ("3", "3.1", "business"): 1,
    ("3", "3.1", "total"): 7,
    ("3", "3.4.1", "natural"): 1,
    ("3", "3.4.1", "total"): 1,
    ("3", "3.7", "natural"): 7,
    ("3", "3.7", "business"): 1,
    ("3", "3.7", "total"): 8,
    ("3", "4", "natural"): 2,
    ("3", "4", "total"): 2,
}


class Example(NamedTuple):
    """A report in which a kind of finding is not found, and one in which it is."""

    passing: Evidence
    failing: Evidence


def model(
    *,
    organ: str | None = ORGAN,
    year: int = 2024,
    cells: Mapping[CellKey, Value | None] | None = None,
    prose: Mapping[int, tuple[str, ...]] | None = None,
    headings: Mapping[int, str | None] | None = None,
    preface: tuple[str, ...] | None = None,
    closing: tuple[str, ...] = (),
) -> AnnualReport:
    """Return a small lawful report of a county with some of its cells, prose and headings replaced."""
    values = COUNTS | dict(cells or {})
    words = PROSE | dict(prose or {})
    heads = dict(enumerate(form.HEADINGS_2021, 1))
    printed = {number: f"{NUMERALS[number - 1]}、{heads[number]}" for number in heads} | dict(headings or {})
    before = (f"{organ}{year}年{form.TITLE}",) if preface is None else preface
    return AnnualReport(
        organ=organ,
        year=year,
        edition=EDITION_2021.key,
        preface=paragraphs(before),
        sections=tuple(Section(n, printed[n], paragraphs(words.get(n, ()))) for n in range(1, 7)),
        closing=paragraphs(closing),
        cells=tuple(cell(key, values.get(key, 0)) for key in EDITION_2021.keys),
    )


def paragraphs(texts: tuple[str, ...]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text) for text in texts)


def cell(key: CellKey, value: Value | None) -> Cell:
    table, row, column = key
    state = State.BLANK if value is None else State.PRINTED
    text = "" if value is None else str(value)
    return Cell(table=table, row=row, column=column, text=text, value=value, state=state)


def with_prose(number: int, text: str) -> AnnualReport:
    """Return the model report with one more paragraph in a section."""
    return model(prose={number: (*PROSE.get(number, ()), text)})


def codes(evidence: Evidence) -> set[str]:
    """Return the codes of all that is found."""
    from gongkai.checks.check import findings_of

    return {finding.code for finding in findings_of(evidence)}


def renamed(report: AnnualReport, **fields: object) -> AnnualReport:
    return msgspec.structs.replace(report, **fields)
