"""The running text keeps every passage, and every stretch of it quotes what is printed."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from gongkai.checks.evidence import Evidence
from gongkai.checks.running_text import RunningText, is_broken, running_text
from gongkai.report import AnnualReport, Damage, Method, Severity
from tests.checks.examples import model, with_prose
from tests.checks.test_headings import headings_are_those_of_the_form
from tests.strategies import reports


def of(report: AnnualReport) -> RunningText:
    return running_text(Evidence(report))


@given(reports(), st.data())
def test_every_stretch_quotes_the_words_printed_there(report: AnnualReport, data: st.DataObject) -> None:
    text = of(report)
    stretch = data.draw(st.sampled_from(text.stretches))
    start = data.draw(st.integers(stretch.start, stretch.end))
    end = data.draw(st.integers(start, stretch.end))
    quote = text.quote(start, end)
    passage = stretch.passage
    assert (quote.part, quote.number) == (passage.part, passage.number)
    assert quote.text == passage.text[quote.start : quote.end] == text.raw[start:end]


@given(reports())
def test_nothing_is_lost_and_each_part_has_its_span(report: AnnualReport) -> None:
    text = of(report)
    assert text.raw.split("\n") == "\n".join(one.text for one in report.passages()).split("\n")
    assert len(text.raw) == len(text.text)
    for part in {one.part for one in report.passages()}:
        own = [one.text for one in report.passages() if one.part == part]
        start, end = text.span(part)
        assert text.raw[start:end] == "\n".join(own)


def test_signs_are_half_width_and_characters_simplified() -> None:
    assert "(一)總體:" not in of(with_prose(5, "（一）總體：")).text
    assert "(一)总体:" in of(with_prose(5, "（一）總體：")).text


def test_a_quote_ends_with_its_passage() -> None:
    text = of(model())
    first = text.stretches[0]
    assert text.quote(first.start, first.end + 50).text == first.passage.text


def test_a_title_is_cited_from_its_mark_to_the_next() -> None:
    text = of(with_prose(5, "按照《全区公开规定》指导全区工作。"))
    first, second = (at for at in range(len(text.text)) if text.text.startswith("全区", at))
    assert text.is_in_title(first)
    assert not text.is_in_title(second)


def test_markup_is_left_out_where_words_are_looked_for() -> None:
    report = msgspec.structs.replace(
        with_prose(5, "主动<span>公开</span>情况"), damage=(Damage("markup", "动<span>公"),)
    )
    assert of(report).without_markup("5").endswith("主动公开情况")


def test_severity_falls_where_characters_or_the_year_are_not_certain() -> None:
    kind = next(iter(headings_kinds()))
    report = model()
    recognised = tuple(msgspec.structs.replace(cell, method=Method.OCR) for cell in report.cells)
    assert of(report).sure(kind) is kind.severity
    assert of(msgspec.structs.replace(report, cells=recognised)).sure(kind) is Severity.NOTE
    assert of(report).sure_of_years(kind) is kind.severity
    assert of(msgspec.structs.replace(report, preface=())).sure_of_years(kind) is Severity.NOTE


def headings_kinds():
    from gongkai.checks.catalogue import RULES

    return next(rule.kinds for rule in RULES if rule.check is headings_are_those_of_the_form)


def test_traces_of_damage_break_words() -> None:
    assert [is_broken(words) for words in ("絮泉县", "絮\ufffd县", "絮?县", "桐霭锟斤拷", "<p>")] == [
        False,
        True,
        True,
        True,
        True,
    ]
