"""What is written in any form says the same when it is read again."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings

from gongkai.errors import MissingGlyph, UnreadableInput
from gongkai.readers import read
from gongkai.report import AnnualReport, Paragraph, State
from gongkai.samples import DAMAGES, LAYOUTS, Sample, lawful_report
from gongkai.samples.layouts import ONE_LINE_LAYOUTS
from gongkai.writers.write import FORMS, write
from tests.strategies import samples
from tests.writers.law import differences
from tests.writers.open_reports import open_reports

RARE = "㐂堃喆昇珺㎡"
# Each takes some time to write or to read.
SLOW = {"pdf", "xlsx", "parquet"}
# Where a scrape hides a heading, it is found once the words stand in paragraphs of their own.
CLEAR = [layout for layout in LAYOUTS if layout not in ONE_LINE_LAYOUTS and not layout.startswith("pdf")]
HIDING = {"headings_damaged", "codepage", "codepage_source", "replacement", "kunjinkao", "rows_missing"}
READ_AGAIN = [form for form in FORMS if form not in {"json", *SLOW}]


@pytest.mark.parametrize("form", READ_AGAIN)
@given(report=open_reports())
@settings(max_examples=60)
def test_what_is_written_is_read_again(report: AnnualReport, form: str) -> None:
    assert differences(report, read(write(report, form))) == []


@pytest.mark.parametrize("form", ["xlsx", "parquet"])
@given(report=open_reports())
@settings(max_examples=20)
def test_what_is_written_is_read_again_by_slower_libraries(report: AnnualReport, form: str) -> None:
    assert differences(report, read(write(report, form))) == []


@given(report=open_reports())
@settings(max_examples=10)
def test_pages_on_paper_are_read_again(report: AnnualReport) -> None:
    assert differences(report, read(write(report, "pdf"))) == []


@given(report=open_reports())
def test_json_keeps_all(report: AnnualReport) -> None:
    assert read(write(report, "json")) == report


@pytest.mark.parametrize("form", READ_AGAIN)
@given(one=samples(layouts=CLEAR, damages=(None, *(name for name in DAMAGES if name not in HIDING))))
@settings(max_examples=40)
def test_what_was_read_from_others_is_written_and_read_again(one: Sample, form: str) -> None:
    try:
        report = read(one.data)
    except UnreadableInput:
        return
    assert differences(report, read(write(report, form))) == []


@pytest.mark.parametrize("form", FORMS)
def test_rare_characters_come_out_of_every_form_or_are_named(form: str) -> None:
    missing, found = None, ""
    try:
        found = "".join(one.text for one in read(write(_saying(RARE), form)).sections[5].paragraphs)
    except MissingGlyph as error:
        missing = error
    assert RARE in found or (missing and missing.character in RARE and missing.character in missing.reason)


@pytest.mark.parametrize("form", FORMS)
def test_the_same_report_gives_the_same_bytes(form: str) -> None:
    report = lawful_report(7)
    assert write(report, form) == write(report, form)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "words", ["=1+1", "@SUM(A1)", "<b>&amp;", '#read("/etc/passwd")', "$x$ \\ `a` *b* _c_", "-1"]
)
def test_words_that_a_program_would_obey_stay_words(form: str, words: str) -> None:
    report = _saying(words)
    assert words.replace(" ", "") in "".join(
        "".join(one.text.split()) for one in read(write(report, form)).sections[5].paragraphs
    )


def test_a_form_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="odt"):
        write(lawful_report(1), "odt")


def test_a_report_of_which_nothing_is_known_is_written_all_the_same() -> None:
    report = lawful_report(3)
    cells = tuple(msgspec.structs.replace(cell, text="", value=None, state=State.ABSENT) for cell in report.cells)
    bare = AnnualReport(organ=None, year=None, edition=report.edition, cells=cells)
    assert [len(write(bare, form)) > 0 for form in FORMS] == [True] * len(FORMS)


def _saying(words: str) -> AnnualReport:
    """Return a report whose last section says some words."""
    report = lawful_report(5)
    *others, last = report.sections
    last = msgspec.structs.replace(last, paragraphs=(*last.paragraphs, Paragraph(f"另：{words}。")))
    return msgspec.structs.replace(report, sections=(*others, last))
