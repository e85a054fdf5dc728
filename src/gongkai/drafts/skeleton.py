"""An empty report with all that the form asks for (起草骨架): headings, sentences with fields, holes to be filled.

Sources: 条例 49, 50; 国办公开办函〔2021〕30号 and, for 2019 and 2020, 〔2019〕60号; of the fee 国办函〔2020〕109号.
"""

from __future__ import annotations

from collections.abc import Iterator
from string import Template

import msgspec

from gongkai.drafts import words
from gongkai.places import Level, OrganKind, organ_of
from gongkai.report import AnnualReport, Cell, CellKey, Edition, Paragraph, Scope, Section, State, plain
from gongkai.report.editions import edition_of_year
from gongkai.terms import form

# From this year on there is a fee (国办函〔2020〕109号).
_FIRST_YEAR_OF_FEES = 2021
_TOTAL_RECEIVED: CellKey = ("3", "1", "total")
_CARRIED_IN, _CARRIED_OUT = "2", "4"
# Only these make rules (立法法 91, 93).
_RULE_MAKERS = frozenset({Level.PROVINCE, Level.CITY})


def empty_report(organ: str, year: int, scope: Scope, *, last_year: AnnualReport | None = None) -> AnnualReport:
    """Return a draft for an organ and a year, its cells blank, with the figures that last year's report hands on.

    What was carried into this year (上年结转) is taken over, each column that is printed; nothing else is.
    """
    edition = edition_of_year(year)
    blank = (Cell(table=table, row=row, column=column, state=State.BLANK) for table, row, column in edition.keys)
    report = AnnualReport(
        organ=organ,
        year=year,
        edition=edition.key,
        scope=scope,
        cells=tuple(_handed_on(cell, last_year) for cell in blank),
    )
    return with_prose(report, last_year=last_year)


def with_prose(report: AnnualReport, *, last_year: AnnualReport | None = None) -> AnnualReport:
    """Return a report with the headings and sentences of a new draft around its tables, whatever it said before.

    ValueError where its organ or its year is not known.
    """
    if report.organ is None or report.year is None:
        raise ValueError("a draft is of an organ and a year")
    return msgspec.structs.replace(
        report,
        preface=_paragraphs(_preface(report, report.form)),
        sections=_sections(report, report.form, last_year),
        closing=_paragraphs([report.organ, _filled(words.DATE, year=report.year + 1)]),
    )


def handed_on(report: AnnualReport) -> int:
    """Return how many figures of a new draft are last year's."""
    return sum(cell.state is State.PRINTED for cell in report.cells)


def usual_scope(organ: str, year: int | None = None) -> Scope:
    """Return whose work an organ usually reports: a government from county level up, of all below it (条例 49)."""
    known = organ_of(organ, year)
    whole = known.kind is OrganKind.GOVERNMENT and known.level is not Level.TOWNSHIP
    return Scope.CONSOLIDATED if whole else Scope.OWN


def _handed_on(cell: Cell, last_year: AnnualReport | None) -> Cell:
    if last_year is None or (cell.table, cell.row) != ("3", _CARRIED_IN):
        return cell
    before = last_year.cell("3", _CARRIED_OUT, cell.column)
    if before.marked or before.value is None:
        return cell
    return msgspec.structs.replace(cell, text=plain(before.value), value=before.value, state=State.PRINTED)


def _preface(report: AnnualReport, edition: Edition) -> Iterator[str]:
    yield _filled(words.TITLE, organ=report.organ, year=report.year)
    notice = words.NOTICE_TITLES[edition.notice]
    basis = _filled(words.BASIS, notice=notice, number=edition.notice, year=report.year)
    yield basis + (_coverage(report) if report.scope is Scope.CONSOLIDATED else "")


def _coverage(report: AnnualReport) -> str:
    """Return the sentence about whose work a report counts, by which readers know a consolidated one."""
    organ = organ_of(report.organ or "", report.year)
    if organ.kind is OrganKind.GOVERNMENT and organ.level is not Level.TOWNSHIP:
        return words.COVERS_GOVERNMENTS
    government = organ.kind in (OrganKind.GOVERNMENT, OrganKind.TOWNSHIP)
    return words.COVERS_TOWNSHIP if government else words.COVERS_ORGAN


def _sections(report: AnnualReport, edition: Edition, last_year: AnnualReport | None) -> tuple[Section, ...]:
    prose = {
        1: list(_overview(report, edition, last_year)),
        5: [words.PROBLEMS, words.REMEDIES],
        6: [_fees(report), words.OTHER_MATTERS],
    }
    return tuple(
        Section(number, words.NUMBERED.format(ordinal=ordinal, heading=heading), _paragraphs(prose.get(number, [])))
        for number, (ordinal, heading) in enumerate(zip(words.ORDINALS, edition.headings, strict=True), 1)
    )


def _overview(report: AnnualReport, edition: Edition, last_year: AnnualReport | None) -> Iterator[str]:
    """Yield section one: its five headings in their order, each with what is to be said of it."""
    organ = organ_of(report.organ or "", report.year)
    government = organ.kind is OrganKind.GOVERNMENT
    rules = [words.RULES[edition.key]] if government and organ.level in _RULE_MAKERS else []
    compared = [words.COMPARED] if last_year is not None and _is_comparable(last_year) else []
    supervised = government or report.scope is Scope.CONSOLIDATED
    parts = (
        ["".join(words.ACTIVE)],
        ["".join((words.ON_REQUEST[0], *compared, *words.ON_REQUEST[1:]))],
        ["".join((words.MANAGEMENT, *rules, words.DOCUMENTS[edition.key]))],
        [words.PLATFORMS],
        [words.SUPERVISION, *([words.RESULTS_OF_SUPERVISION] if supervised else [])],
    )
    for ordinal, heading, part in zip(words.ORDINALS, form.SUBHEADINGS, parts, strict=False):
        yield words.NUMBERED_INSIDE.format(ordinal=ordinal, heading=heading)
        yield from part


def _is_comparable(last_year: AnnualReport) -> bool:
    """Say whether last year's requests are a figure of which a change can be told in percent."""
    received = last_year.cell(*_TOTAL_RECEIVED)
    return not received.marked and bool(received.value)


def _fees(report: AnnualReport) -> str:
    ruled = report.year is not None and report.year >= _FIRST_YEAR_OF_FEES
    return (words.FEE_RULES if ruled else "") + words.FEES


def _paragraphs(texts: Iterator[str] | list[str]) -> tuple[Paragraph, ...]:
    return tuple(map(Paragraph, texts))


def _filled(template: str, **values: object) -> str:
    return Template(template).substitute(values)
