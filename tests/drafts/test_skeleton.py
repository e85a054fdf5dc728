"""A new draft: all that the form asks for is in it, no figure is made up, and once filled in it has no fault."""

from __future__ import annotations

import io
import zipfile

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.checks.check import check
from gongkai.claims import claims_of
from gongkai.drafts import empty_report, handed_on, open_fields, render, usual_scope
from gongkai.readers import read
from gongkai.readers.patterns import CONSOLIDATED
from gongkai.report import AnnualReport, Scope, Severity, State
from gongkai.report.editions import edition_of_year
from gongkai.samples import lawful_report
from gongkai.terms import form
from gongkai.writers.write import write
from tests import strategies
from tests.drafts.filling import with_cells, with_values, without_holes

SCOPES = st.sampled_from((Scope.OWN, Scope.CONSOLIDATED))
YEARS = (2019, 2020, 2021, 2025)
GRAVE = (Severity.ERROR, Severity.WARNING)


def draft_of(report: AnnualReport, scope: Scope, last_year: AnnualReport | None = None) -> AnnualReport:
    """Return a draft for the organ and year of a report."""
    assert report.organ
    assert report.year
    return empty_report(report.organ, report.year, scope, last_year=last_year)


def year_before(report: AnnualReport) -> AnnualReport:
    """Return a report of the year before that hands on what a report took over."""
    assert report.year
    columns = [cell.column for cell in report.cells if (cell.table, cell.row) == ("3", "2")]
    carried = {("3", "4", column): report.cell("3", "2", column).value for column in columns}
    edition = edition_of_year(report.year - 1).key
    other = lawful_report(1, edition=edition)
    return with_values(
        msgspec.structs.replace(other, organ=report.organ, year=report.year - 1, scope=report.scope), carried
    )


@given(strategies.reports(), SCOPES)
@settings(max_examples=40)
def test_a_draft_that_is_filled_in_has_no_fault(report: AnnualReport, scope: Scope) -> None:
    finished = render(without_holes(with_cells(draft_of(report, scope), report.cells)))
    assert [one.message for one in check(finished) if one.severity in GRAVE] == []


@given(strategies.reports("2021"), SCOPES)
@settings(max_examples=20)
def test_a_draft_with_last_year_s_figures_has_no_fault(report: AnnualReport, scope: Scope) -> None:
    before = year_before(report)
    finished = render(without_holes(with_cells(draft_of(report, scope, before), report.cells)), last_year=before)
    assert [one.message for one in check(finished) if one.severity in GRAVE] == []


@given(strategies.reports("2021"))
@settings(max_examples=20)
def test_its_sentences_are_understood_as_counts_of_their_cells(report: AnnualReport) -> None:
    finished = render(without_holes(with_cells(draft_of(report, Scope.OWN), report.cells)))
    tied = [claim for claim in claims_of(finished) if claim.cells]
    assert {("3", "1"), ("3", "2"), ("3", "3.1"), ("3", "3.7"), ("3", "4"), ("2", "20.1.normative_documents")} <= {
        claim.cells[0][:2] for claim in tied
    }
    assert [
        claim for claim in tied if claim.value != sum(finished.cell(*key).value or 0 for key in claim.cells)
    ] == []


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("scope", [Scope.OWN, Scope.CONSOLIDATED])
def test_a_new_draft_has_what_the_form_asks_for(year: int, scope: Scope) -> None:
    draft = empty_report("萤台县人民政府", year, scope)
    edition = edition_of_year(year)
    assert (draft.organ, draft.year, draft.edition, draft.scope) == ("萤台县人民政府", year, edition.key, scope)
    assert [one.heading and one.heading[2:] for one in draft.sections] == list(edition.headings)
    first = [one.text for one in draft.sections[0].paragraphs]
    at = [first.index(f"（{ordinal}）{name}") for ordinal, name in zip("一二三四五", form.SUBHEADINGS, strict=True)]
    assert at == sorted(at)
    title, basis = (one.text for one in draft.preface)
    assert title == f"萤台县人民政府{year}年{form.TITLE}"
    assert edition.notice in basis
    assert bool(CONSOLIDATED.search(basis)) is (scope is Scope.CONSOLIDATED)
    assert all(word in "".join(first) for word in ("工作考核", "社会评议", "责任追究"))
    assert "处理费" in draft.sections[5].paragraphs[0].text
    assert draft.closing[0].text == "萤台县人民政府"
    assert draft.closing[1].text.startswith(f"{year + 1}年")


@pytest.mark.parametrize("year", YEARS)
def test_a_new_draft_states_no_figure(year: int) -> None:
    draft = empty_report("萤台县民政局", year, Scope.OWN)
    assert {(cell.state, cell.value, cell.text) for cell in draft.cells} == {(State.BLANK, None, "")}
    assert claims_of(draft) == ()


def test_a_department_is_not_asked_for_what_governments_must_tell() -> None:
    first = "".join(one.text for one in empty_report("萤台县民政局", 2025, Scope.OWN).sections[0].paragraphs)
    assert "责任追究" not in first
    assert "规章" not in first


def test_a_government_that_makes_rules_is_asked_for_them() -> None:
    first = empty_report("鹭萤市人民政府", 2025, Scope.CONSOLIDATED).sections[0].paragraphs
    assert "{规章.制发}" in "".join(one.text for one in first)


@given(strategies.reports())
@settings(max_examples=20)
def test_only_what_last_year_hands_on_is_filled_in(report: AnnualReport) -> None:
    draft = draft_of(report, Scope.OWN, before := year_before(report))
    filled = {cell.key: cell.value for cell in draft.cells if cell.state is State.PRINTED}
    assert filled == {("3", "2", column): before.cell("3", "4", column).value for _, _, column in filled}
    assert handed_on(draft) == len(filled) == 7


def test_what_last_year_does_not_say_stays_blank() -> None:
    before = with_values(year_before(lawful_report(2)), {("3", "4", "natural"): None})
    draft = draft_of(lawful_report(2), Scope.OWN, before)
    assert draft.cell("3", "2", "natural").state is State.BLANK
    assert handed_on(draft) == 6


def test_a_figure_of_last_year_that_is_not_sure_is_not_taken_over() -> None:
    before = year_before(lawful_report(2))
    cells = tuple(
        msgspec.structs.replace(cell, state=State.AMBIGUOUS, value=None) if cell.row == "4" else cell
        for cell in before.cells
    )
    assert handed_on(draft_of(lawful_report(2), Scope.OWN, with_cells(before, cells))) == 0


@pytest.mark.parametrize(
    ("organ", "scope"),
    [
        ("萤台县人民政府", Scope.CONSOLIDATED),
        ("鹭萤市人民政府", Scope.CONSOLIDATED),
        ("萤台县人民政府办公室", Scope.OWN),
        ("萤台县民政局", Scope.OWN),
        ("萤台县苇萤镇人民政府", Scope.OWN),
        ("霓桥街道办事处", Scope.OWN),
    ],
)
def test_a_government_reports_for_all_below_it_and_others_for_themselves(organ: str, scope: Scope) -> None:
    assert usual_scope(organ, 2025) is scope


@pytest.mark.parametrize("kind", ["docx", "xlsx", "html", "json"])
@pytest.mark.parametrize("year", [2020, 2025])
def test_a_draft_survives_being_kept_in_a_file(kind: str, year: int) -> None:
    draft = empty_report("萤台县人民政府", year, Scope.CONSOLIDATED)
    kept = read(write(draft, kind))
    assert (kept.organ, kept.year, kept.edition, kept.scope) == (draft.organ, year, draft.edition, draft.scope)
    assert [field.text for _, field in open_fields(kept)] == [field.text for _, field in open_fields(draft)]
    assert [cell.state for cell in kept.cells] == [State.BLANK] * len(draft.cells)


def test_a_field_is_found_that_a_word_processor_cut_in_two() -> None:
    draft = empty_report("萤台县民政局", 2025, Scope.OWN)
    cut = rewritten(write(draft, "docx"), "{本年新收}", "{本年</w:t></w:r><w:r><w:t>新收}")
    assert [field.text for _, field in open_fields(read(cut))] == [field.text for _, field in open_fields(draft)]


def rewritten(document: bytes, words: str, others: str) -> bytes:
    """Return a Word document with other words in its text."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(kept, "w") as new:
        for name in old.namelist():
            part = old.read(name).decode()
            if name == "word/document.xml":
                assert words in part
                part = part.replace(words, others)
            new.writestr(name, part)
    return kept.getvalue()
