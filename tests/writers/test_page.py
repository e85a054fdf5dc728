"""The marked page: the report as printed and nothing lost, every finding on it, each linked to its place."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from gongkai.checks.check import check
from gongkai.readers import read
from gongkai.report import CLOSING, PREFACE, AnnualReport, Finding, Severity, State
from gongkai.writers import words
from gongkai.writers.findings.checked import Checked, Unread, checked
from gongkai.writers.findings.page import page
from tests.writers.made import NATURAL, TEXT, TOTAL, example, findings, passage, report

CSS = (Path(__file__).parents[2] / "src/gongkai/writers/templates/page.css").read_text(encoding="utf-8")
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "&lt;b&gt;",
    "\"'><a href=x>",
    "{{ 7*7 }}",
    "]]>",
]


def parsed(*several: Checked, unread: tuple[Unread, ...] = ()) -> LexborHTMLParser:
    return LexborHTMLParser(page(several, unread).decode())


def unmarked(tree: LexborHTMLParser) -> list[str]:
    """Return the paragraphs and headings of the report as the page shows them, without the signs behind marks."""
    for sign in tree.css(".paper .ref, .paper .label, .paper .sheet, .paper .legend, .paper .missing, .leftovers"):
        sign.decompose()
    return [node.text() for node in tree.css(".paper p, .paper section > h3, .paper section > h4")]


def printed(of: AnnualReport) -> list[str]:
    return [one.text for one in of.passages()]


def ids(tree: LexborHTMLParser) -> Counter[str]:
    return Counter(node.attributes["id"] or "" for node in tree.css("[id]"))


def links(tree: LexborHTMLParser) -> list[str]:
    return [node.attributes["href"] or "" for node in tree.css("a[href]")]


def item(tree: LexborHTMLParser, code: str, one: Checked) -> LexborNode:
    number = next(found.number for found in one.numbered if found.finding.code == code)
    found = tree.css_first(f"#r1-f{number}")
    assert found is not None
    return found


@pytest.mark.parametrize("edition", ["2021", "2019"])
def test_the_page_without_its_marks_is_the_report(edition: str) -> None:
    one = example(edition)
    tree = parsed(one)
    assert len(tree.css("mark")) > 5
    assert unmarked(tree) == printed(one.report)


@given(
    st.lists(
        st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40), min_size=1, max_size=3
    ),
    st.lists(st.tuples(st.integers(0, 2), st.integers(0, 40), st.integers(0, 40)), max_size=6),
)
def test_overlapping_marks_lose_no_word(texts, spans) -> None:
    made = report(texts=texts)
    quotes = [
        passage(made, "1", 1 + paragraph).quote(start, end)
        for paragraph, start, end in spans
        if paragraph < len(texts)
    ]
    found = [Finding(code="a.b", severity=Severity.NOTE, message="。", quotes=(quote,)) for quote in quotes]
    tree = parsed(checked("甲", made, found))
    assert len(tree.css(".paper .ref")) == len(quotes)
    assert unmarked(tree) == printed(made)


def test_every_finding_is_shown_with_all_it_says() -> None:
    one = example(dismissed="made.whole")
    tree = parsed(one)
    for finding in findings(one.report):
        text = " ".join(item(tree, finding.code, one).text().split())
        assert finding.message in text
        for part in (finding.calculation, finding.correction, *(quote.text for quote in finding.quotes)):
            assert part is None or part in text
    assert "表三 一、本年新收 / 总计" in item(tree, "made.row_sum", one).text()
    assert "全文" in item(tree, "made.whole", one).text()


def test_every_link_leads_somewhere_and_every_address_is_one() -> None:
    tree = parsed(example(), example("2019", name="乙"), example(dismissed="made.words"))
    assert {href[1:] for href in links(tree)} <= set(ids(tree))
    assert all(href.startswith("#") for href in links(tree))
    assert [name for name, count in ids(tree).items() if count > 1] == []


def test_a_mark_leads_to_its_finding_and_back() -> None:
    one = example()
    tree = parsed(one)
    shown = item(tree, "made.claim", one)
    back = [node.attributes["href"] or "" for node in shown.css(".spot a")]
    assert len(back) == 3
    for href in back:
        mark = tree.css_first(href)
        assert mark is not None
        assert mark.attributes["href"] == f"#{shown.attributes['id']}"


def test_the_words_marked_are_those_quoted() -> None:
    made = report()
    quote = passage(made, "1", 1).quote(4, 11)
    tree = parsed(
        checked("甲", made, [Finding(code="a.b", severity=Severity.ERROR, message="。", quotes=(quote,))])
    )
    assert [mark.text() for mark in tree.css(".paper mark")] == [TEXT[4:11]]


def test_a_marked_cell_bears_its_number_and_the_figure_printed() -> None:
    one = example()
    cells = parsed(one).css(".form-3 td.marked")
    assert [cell.text(deep=False) for cell in cells] == [one.report.cell(*key).text for key in (NATURAL, TOTAL)]
    assert cells[0].css_first(".ref").text() == "1"
    assert [sign.text() for sign in cells[1].css(".ref")] == ["✕1", "3"]


@pytest.mark.parametrize("severity", Severity)
def test_a_severity_is_told_by_sign_and_word_and_not_by_colour_alone(severity: Severity) -> None:
    made = report()
    quote = passage(made, "1", 1).quote(0, 4)
    tree = parsed(checked("甲", made, [Finding(code="a.b", severity=severity, message="。", quotes=(quote,))]))
    sign = tree.css_first(".paper .ref")
    assert sign.text() == words.SIGNS[severity] + "1"
    assert sign.attributes["aria-label"] == f"{words.SEVERITIES[severity]} 1"
    assert words.SEVERITIES[severity] in tree.css_first(".finding .no").text()


def test_a_table_that_is_not_there_is_told_and_its_finding_has_one_place() -> None:
    made = report()
    cells = tuple(
        msgspec.structs.replace(cell, text="", value=None, state=State.ABSENT) if cell.table == "4" else cell
        for cell in made.cells
    )
    keys = tuple(cell.key for cell in cells if cell.table == "4")
    lost = msgspec.structs.replace(made, cells=cells)
    tree = parsed(checked("甲", lost, [Finding(code="a.b", severity=Severity.ERROR, message="缺表。", cells=keys)]))
    assert tree.css(".form-4") == []
    assert "原文没有表四" in tree.css_first("p.missing").text()
    assert [node.text() for node in tree.css(".spot a")] == ["表四"]
    assert len(tree.css(".paper .ref")) == 1


def test_a_blank_stays_blank_and_a_missing_cell_is_told() -> None:
    made = report()
    states = {TOTAL: State.BLANK, NATURAL: State.ABSENT, ("3", "1", "other"): State.AMBIGUOUS}
    cells = tuple(
        msgspec.structs.replace(cell, text="", value=None, state=states[cell.key]) if cell.key in states else cell
        for cell in made.cells
    )
    row = parsed(checked("甲", msgspec.structs.replace(made, cells=cells), ())).css(".form-3 tbody tr")[0]
    absent, *_, unsure, blank = row.css("td")
    assert blank.text() == ""
    assert "原文没有这一格" in absent.text()
    assert unsure.css_first("sup").attributes["title"] == words.OPEN_CELLS[State.AMBIGUOUS]


def test_a_section_without_its_heading_is_told_apart_from_the_report_s_own_words() -> None:
    made = report()
    sections = tuple(
        msgspec.structs.replace(one, heading=None) if one.number == 5 else one for one in made.sections
    )
    tree = parsed(checked("甲", msgspec.structs.replace(made, sections=sections), ()))
    assert "存在的主要问题及改进情况" in tree.css_first("h3.missing").text()
    assert unmarked(tree) == [text for text in printed(made) if "五、" not in text]


def test_a_report_without_sections_still_shows_its_tables() -> None:
    bare = msgspec.structs.replace(report(), sections=(), preface=(), closing=())
    tree = parsed(checked("甲", bare, ()))
    assert [node.attributes["class"] for node in tree.css("table.form")] == [
        "form form-2",
        "form form-3",
        "form form-4",
    ]


def test_nothing_found_is_said() -> None:
    tree = parsed(checked("甲", report(), ()))
    assert "未发现问题" in tree.css_first(".findings").text()
    assert tree.css(".finding, mark, .ref") == []


def test_what_was_dismissed_is_folded_with_its_reason_and_bears_no_mark() -> None:
    one = example(dismissed="made.row_sum")
    tree = parsed(one)
    folded = tree.css_first("details.aside")
    assert "已复核排除 1 项" in folded.css_first("summary").text()
    assert "本机关情况特殊（某科 2024-02-01）" in folded.text()
    assert tree.css_first(".counts li").text().split() == ["✕", "错误", "1"]
    assert [node.text() for node in tree.css(".form-3 .ref")] == ["3"]


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_stands_in_a_report_or_a_finding_is_text(text: str) -> None:
    made = msgspec.structs.replace(report(texts=[text]), organ=text)
    cells = (msgspec.structs.replace(made.cells[0], text=text), *made.cells[1:])
    hostile = msgspec.structs.replace(made, cells=cells)
    found = Finding(
        code=text,
        severity=Severity.ERROR,
        message=text,
        quotes=(passage(hostile, "1", 1).quote(0, len(text)),),
        cells=(made.cells[0].key,),
        calculation=text,
        correction=text,
    )
    tree = parsed(checked(text, hostile, [found]), unread=(Unread(text, text),))
    assert tree.css("script, img, paper a:not([class])") == []
    assert {href[:1] for href in links(tree)} == {"#"}
    assert (tree.css_first(".paper mark").text(), tree.css_first(".form-2 td").text(deep=False)) == (text, text)
    assert text in tree.css_first(".message").text()
    assert text in tree.css_first("h1, h2").text() or text in tree.css_first(".one h2").text()


def test_the_page_needs_nothing_but_itself() -> None:
    data = page([example(), example("2019")]).decode()
    assert re.findall(r"<(?:script|link|img|iframe|object|base|form|input)\b", data) == []
    assert re.findall(r"url\(|@import|https?:", data) == []


def test_the_page_says_its_language_and_its_headings_go_down_in_order() -> None:
    for tree in (parsed(example()), parsed(example(), example("2019"))):
        assert tree.css_first("html").attributes["lang"] == "zh-Hans"
        levels = [int(node.tag[1]) for node in tree.css("h1, h2, h3, h4, h5")]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        assert len(tree.css("main")) == 1


@pytest.mark.parametrize("edition", ["2021", "2019"])
def test_every_head_of_a_table_says_what_it_stands_over(edition: str) -> None:
    tree = parsed(example(edition))
    scopes = [node.attributes.get("scope") for node in tree.css("table.form th")]
    assert len(scopes) > 60
    assert set(scopes) == {"col", "colgroup", "row", "rowgroup"}
    assert len(tree.css("table.form caption")) == 3


def test_many_reports_have_an_index_of_a_line_each_with_links() -> None:
    several = [example(), checked("乙.html", report("2019"), ()), example(name="丙.html")]
    tree = parsed(*several, unread=(Unread("丁.pdf", "文件损坏"),))
    lines = tree.css(".index tbody tr")
    assert [line.css_first(".file").text() for line in lines] == ["甲.html", "乙.html", "丙.html", "丁.pdf"]
    assert [cell.text() for cell in lines[0].css(".count")] == ["2", "2", "1", "1"]
    assert "文件损坏" in lines[3].text()
    assert [line.css_first("th a").attributes["href"] for line in lines[:3]] == ["#r1", "#r2", "#r3"]


def test_one_report_beside_a_file_that_cannot_be_read_has_an_index_too() -> None:
    assert len(parsed(example(), unread=(Unread("丁.pdf", "文件损坏"),)).css(".index tbody tr")) == 2


def test_the_same_findings_are_the_same_bytes() -> None:
    assert page([example()]) == page([example()])


def test_control_characters_are_shown_as_lost() -> None:
    tree = parsed(checked("甲", report(texts=["前\x00\x08\r后"]), ()))
    assert unmarked(tree)[3] == "前\ufffd\ufffd\ufffd后"


def _colours() -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", CSS))


def _light(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", ["ink", "soft", "link", "seal", "error", "warning", "note", "damage"])
def test_every_colour_of_words_stands_out_from_what_is_behind_it(name: str) -> None:
    colours = _colours()
    behind = ["#ffffff", colours["wash"]] + ([colours[f"{name}-wash"]] if f"{name}-wash" in colours else [])
    for other in behind:
        assert (_light(other) + 0.05) / (_light(colours[name]) + 0.05) >= 4.5


def test_real_reports_are_shown_whole(shared_reports: Path) -> None:
    for file in sorted(shared_reports.iterdir()):
        if file.suffix in {".txt", ".html", ".docx"}:
            made = read(file.read_bytes())
            one = checked(file.name, made, check(made))
            tree = parsed(one)
            assert len(tree.css(".finding")) == len(one.findings)
            assert {href[1:] for href in links(tree)} <= set(ids(tree))
            assert unmarked(tree) == printed(made)


def test_the_parts_before_and_after_are_the_report_s_too() -> None:
    made = report()
    tree = parsed(checked("甲", made, ()))
    assert tree.css_first(".preface p.title").text() == passage(made, PREFACE, 1).text
    assert [node.text() for node in tree.css(".closing p")] == [
        *(passage(made, CLOSING, n).text for n in (1, 2)),
    ]
