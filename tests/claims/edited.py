"""Reports with some of their words replaced, or without their tables."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from gongkai.report import PREFACE, AnnualReport, Cell, Paragraph, Quote


def with_words(report: AnnualReport, quote: Quote, words: str) -> AnnualReport:
    """Return a report in which other words stand where some words are quoted from; not for headings."""

    def edited(part: str, number: int, text: str) -> str:
        here = (part, number) == (quote.part, quote.number)
        return text[: quote.start] + words + text[quote.end :] if here else text

    return with_prose_of(report, edited)


def with_prose_of(report: AnnualReport, edit: Callable[[str, int, str], str]) -> AnnualReport:
    """Return a report whose preface and sections have their paragraphs edited, each by its part and number."""

    def of(part: str, paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
        return tuple(Paragraph(edit(part, number, one.text)) for number, one in enumerate(paragraphs, 1))

    sections = tuple(
        msgspec.structs.replace(one, paragraphs=of(str(one.number), one.paragraphs)) for one in report.sections
    )
    return msgspec.structs.replace(report, preface=of(PREFACE, report.preface), sections=sections)


def without_tables(report: AnnualReport) -> AnnualReport:
    """Return a report that prints none of its cells."""
    gone = tuple(Cell(table=cell.table, row=cell.row, column=cell.column) for cell in report.cells)
    return msgspec.structs.replace(report, cells=gone)
