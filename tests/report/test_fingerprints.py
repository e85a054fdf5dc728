"""A finding keeps its fingerprint as long as what it rests on is the same, and no longer."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.readers import read
from gongkai.report import AnnualReport, CellKey, Finding, Paragraph, Quote, Severity, State, Value
from gongkai.report.fingerprints import bare_words, fingerprints
from gongkai.samples import LAYOUTS, sample
from tests.checks.examples import cell, model
from tests.strategies import SEEDS

FIGURE = re.compile(r"\d+(?:\.\d+)?[件条次份个篇%]")
ROW: CellKey = ("3", "1", "total")
# Texts on one line join a subheading to what follows it, and so two clauses to one; a page's end parts a clause.
PARAGRAPHED = [name for name in LAYOUTS if not name.startswith(("one_line", "pdf"))]
SENTENCES = (
    "全年公开信息120条,比上年增加12.5%。",
    "共收到申请9件；办结8件，结转2件。",
    "政府网站发布1,234条。",
    "“政府信息公开”专栏更新36次,更新36次!",
    "栏目更新36次。",
    "栏目更新36次。",
)
PROSE = model(prose={1: SENTENCES})


def finding(code: str = "prose.figure", **what: object) -> Finding:
    return msgspec.convert({"code": code, "severity": Severity.ERROR, "message": "有误。", **what}, Finding)


def on(quote: Quote) -> Finding:
    return Finding(code="prose.figure", severity=Severity.ERROR, message="有误。", quotes=(quote,))


def figures_of(report: AnnualReport) -> list[Finding]:
    """Return a finding on every figure in the prose of the six sections, and on every heading."""
    own = [one for one in report.passages() if one.part.isdigit()]
    found = [on(one.quote(*match.span())) for one in own for match in FIGURE.finditer(one.text)]
    return found + [on(one.quote(0, len(one.text))) for one in own if one.number == 0]


def cells_of(report: AnnualReport) -> list[Finding]:
    keys = report.form.keys
    return [
        Finding(code="table.sum", severity=Severity.ERROR, message="不等。", cells=pair) for pair in pairwise(keys)
    ]


def named(report: AnnualReport) -> tuple[str, ...]:
    return fingerprints(figures_of(report), report)


def told_by_words(report: AnnualReport) -> dict[str, str]:
    """Return the fingerprints of figures by their words; every words stand once."""
    found = figures_of(report)
    names = dict(zip((one.quotes[0].text for one in found), fingerprints(found, report), strict=True))
    assert len(names) == len(found)
    return names


def prose(*texts: str, part: int = 1) -> AnnualReport:
    return model(prose={1: (), 5: (), 6: ()} | {part: texts})


def with_cell(report: AnnualReport, key: CellKey, value: Value | None) -> AnnualReport:
    cells = tuple(cell(key, value) if one.key == key else one for one in report.cells)
    return msgspec.structs.replace(report, cells=cells)


@given(SEEDS, st.sampled_from(PARAGRAPHED), st.sampled_from(PARAGRAPHED))
@settings(max_examples=25)
def test_the_same_report_in_another_layout_has_the_same_fingerprints(seed: int, one: str, other: str) -> None:
    first, second = (read(sample(seed, layout=name, edition="2021", size="medium").data) for name in (one, other))
    assert len(figures_of(first)) > 6
    assert named(first) == named(second)


@given(SEEDS, st.sampled_from(PARAGRAPHED), st.sampled_from(PARAGRAPHED))
@settings(max_examples=15)
def test_cells_of_the_same_report_in_another_layout_have_the_same_fingerprints(
    seed: int, one: str, other: str
) -> None:
    first, second = (read(sample(seed, layout=name, edition="2019", size="large").data) for name in (one, other))
    assert fingerprints(cells_of(first), first) == fingerprints(cells_of(second), second)


@given(SEEDS)
def test_every_finding_has_a_fingerprint_of_its_own_and_the_order_of_findings_does_not_matter(seed: int) -> None:
    found = [*figures_of(PROSE), *cells_of(PROSE)]
    names = dict(zip(map(repr, found), fingerprints(found, PROSE), strict=True))
    assert len(set(names.values())) == len(found)
    random.Random(seed).shuffle(found)
    assert [names[repr(one)] for one in found] == list(fingerprints(found, PROSE))


def test_a_fingerprint_is_a_letter_with_fifteen_digits_and_cannot_be_taken_for_a_number() -> None:
    assert [name for name in named(PROSE) if not re.fullmatch("f[0-9a-f]{15}", name)] == []


def test_a_paragraph_put_in_before_changes_nothing() -> None:
    moved = model(prose={1: ("新加的一段。", *SENTENCES)})
    assert named(moved) == named(PROSE)


def test_a_clause_put_in_before_or_behind_changes_nothing() -> None:
    own = told_by_words(prose("本年收到申请9件。"))
    assert told_by_words(prose("总体平稳，本年收到申请9件；均已办结。"))["9件"] == own["9件"]


def respaced(text: str) -> str:
    return "".join(f"{char} " if char in "申公政" else f"{char}\n" if char == "息" else char for char in text)


def full_width(text: str) -> str:
    return "".join(chr(ord(char) + 0xFEE0) if char.isascii() and char.isdigit() else char for char in text)


def other_marks(text: str) -> str:
    return text.translate(str.maketrans({",": "，", "；": ";", "。": "．", "“": '"', "”": '"', "!": "！"}))


@pytest.mark.parametrize("written", [respaced, full_width, other_marks])
def test_white_space_width_and_marks_change_nothing(written: Callable[[str], str]) -> None:
    texts = tuple(written(text) for text in SENTENCES)
    assert texts != SENTENCES
    assert named(model(prose={1: texts})) == named(PROSE)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("收到申请9件。", "收到申请8件。"),
        ("收到申请9件。", "受理申请9件。"),
        ("收到申请9件。", "收到申请9条。"),
        ("增长12.5%。", "增长125%。"),
        ("发布1、2条。", "发布12条。"),
    ],
)
def test_another_word_or_figure_is_another_fingerprint(before: str, after: str) -> None:
    first, second = (fingerprints([whole(one)], one) for one in (prose(before), prose(after)))
    assert first != second


def whole(report: AnnualReport) -> Finding:
    (passage,) = (one for one in report.passages() if one.part == "1" and one.number)
    return on(passage.quote(0, len(passage.text)))


def test_the_same_words_in_another_section_are_another_fingerprint() -> None:
    assert told_by_words(prose("收到9件。", part=5))["9件"] != told_by_words(prose("收到9件。"))["9件"]


def test_two_faults_alike_at_two_places_stay_apart_by_the_clause_they_stand_in() -> None:
    both = prose("网站发布36条，公报发布36条。")
    first, second = named(both)[:2]
    assert first != second
    # With the first mended, the second keeps its own fingerprint and not the other's.
    assert named(prose("网站发布35条，公报发布36条。"))[1] == second


def test_of_faults_alike_in_every_word_none_keeps_its_fingerprint_when_one_is_mended() -> None:
    three, two = prose(*["更新36次。"] * 3), prose(*["更新36次。"] * 2)
    before, after = named(three)[:3], named(two)[:2]
    assert len(set(before)) == 3
    assert not set(before) & set(after)


def test_a_mark_that_is_wrong_is_known_by_the_clauses_around_it() -> None:
    def doubled(text: str) -> str:
        report = prose(text)
        (passage,) = (one for one in report.passages() if one.part == "1" and one.number)
        start = text.index(",。")
        return fingerprints([on(passage.quote(start, start + 2))], report)[0]

    assert doubled("开展培训,。召开会议。") == doubled("新增一句。开展培训 ,。召开会议。")
    assert doubled("开展培训,。召开会议。") != doubled("开展考核,。召开会议。")


@pytest.mark.parametrize("value", [8, 90, None, Decimal("9.5")])
def test_another_value_in_a_cell_is_another_fingerprint(value: Value | None) -> None:
    own = finding(cells=[ROW])
    assert fingerprints([own], with_cell(PROSE, ROW, value)) != fingerprints([own], PROSE)


def test_a_value_written_with_other_digits_is_the_same() -> None:
    key = ("2", "20.8.fees", "amount")
    own = finding(cells=[key])
    names = {
        fingerprints([own], with_cell(PROSE, key, value))
        for value in (Decimal("12.5"), Decimal("12.50"), Decimal("12.500"))
    }
    assert len(names) == 1


def test_a_blank_is_not_a_zero_and_not_an_absent_row() -> None:
    own = finding(cells=[ROW])
    absent = msgspec.structs.replace(cell(ROW, None), state=State.ABSENT)
    reports = [
        msgspec.structs.replace(PROSE, cells=tuple(shown if one.key == ROW else one for one in PROSE.cells))
        for shown in (cell(ROW, None), cell(ROW, 0), absent)
    ]
    assert len({fingerprints([own], report) for report in reports}) == 3


@pytest.mark.parametrize(
    "other",
    [
        {"code": "prose.other"},
        {"expected": "-5"},
        {"expected": None},
        {"actual": "6"},
        {"cells": [("3", "2", "total")]},
        {"cells": []},
    ],
)
def test_another_kind_figure_or_cell_is_another_fingerprint(other: dict[str, object]) -> None:
    own: dict[str, object] = {"cells": [ROW], "expected": "5", "actual": "7"}
    first, second = fingerprints([finding(**own), finding(**own | other)], PROSE)
    assert first != second


@pytest.mark.parametrize("other", [{"message": "换了说法。"}, {"calculation": "2+3=5"}, {"severity": "note"}])
def test_other_words_of_the_message_change_nothing_where_the_finding_points_somewhere(
    other: dict[str, object],
) -> None:
    assert fingerprints([finding(cells=[ROW], **other)], PROSE) == fingerprints([finding(cells=[ROW])], PROSE)


def test_where_a_finding_points_nowhere_its_message_says_what_it_is_about() -> None:
    first, second = (
        fingerprints([finding(message=words)], PROSE) for words in ("缺少第三部分。", "缺少第四部分。")
    )
    assert first != second
    assert fingerprints([finding(message="缺少 第三部分")], PROSE) == first


def test_cells_of_another_edition_and_quotes_of_another_report_are_taken_as_they_are() -> None:
    elsewhere = Quote("5", 99, 3, 5, "别处")
    strange = [finding(cells=[("2", "20.9.procurement", "amount")]), on(elsewhere)]
    assert fingerprints(strange, PROSE) == fingerprints(strange, prose())


def test_a_long_text_without_marks_takes_no_more_time_than_its_length() -> None:
    long = msgspec.structs.replace(PROSE, closing=(Paragraph("公开9件" * 40_000),))
    passage = list(long.passages())[-1]
    found = [on(passage.quote(start, start + 4)) for start in range(0, 4_000, 4)]
    assert len(set(fingerprints(found, long))) == len(found)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("共收到 １２ 件。", "共收到12件"),
        ("1,234条", "1234条"),
        ("第1、2项", "第1/2项"),
        ("第1至2项", "第1至2项"),
        ("1,2,,3,456", "1,2/3456"),
        ("12．5％", "12.5%"),
        ("…。！ ", ""),
        ("《条例》第（四）项", "条例第四项"),
        ("PDF版", "pdf版"),
    ],
)
def test_bare_words_are_letters_and_figures(text: str, words: str) -> None:
    assert bare_words(text) == words


@given(st.text("公开件aB12.,，。、％% \n\u3000１２"))
def test_bare_words_are_as_bare_as_can_be(text: str) -> None:
    assert bare_words(bare_words(text)) == bare_words(text)
