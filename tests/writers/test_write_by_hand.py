"""The law of writing and reading holds for words that no generator makes, and that look like something else."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.errors import CannotPrint
from gongkai.readers import read
from gongkai.report import AnnualReport, Cell, Section, State
from gongkai.writers.write import write
from tests.writers.by_hand import HEADINGS, ORGAN, SIGNED, by_hand
from tests.writers.law import differences, kept

PRINTED = ("html", "docx", "pdf", "xlsx")
QUICK = ("html", "docx")

# Like headings, rows and heads of tables, signatures, page feet, marks of cells, and none of them.
MISLEADING = (
    *("二、主动公开政府信息情况", "五、下一步打算", "主动公开", "其他需要报告的事项", "1. 第一项", "①第一"),
    *(
        "规章 1 2 3",
        "12 13 14 15 16 17 18",
        "规章",
        "总计",
        "信息内容",
        "行政复议 行政诉讼",
        "| a | b |",
        "5",
        "12件",
    ),
    *("2023年政府信息公开工作年度报告", "砚汀市水务局2022年政府信息公开工作年度报告", ORGAN, SIGNED[1]),
    *("附件", "来源：某网", "编辑部设在办公室。", "打印公开目录200份。", "版权所有 萤台县", "审核：李四"),
    *(
        "https://www.example.gov.cn/a/b_1.html?x=1&y=2#z",
        "邮箱：a.b@example.gov.cn",
        "ENGLISH words.",
        "ＡＢＣ１２３",
    ),
    *("/", "×", "≥3", "103～105", "——", "。", "***", "<table><tr><td>1</td></tr></table>", "{% x %}", "=1+1"),
)


@pytest.mark.parametrize("words", MISLEADING)
@pytest.mark.parametrize("form", QUICK)
@pytest.mark.parametrize("number", [1, 2, 3, 4, 6])
def test_prose_stays_where_it_stands_whatever_it_looks_like(words: str, form: str, number: int) -> None:
    for texts in ((words,), ("前一段话。", words, "后一段话。")):
        report = by_hand(prose={number: texts})
        assert differences(report, read(write(report, form))) == []


@pytest.mark.parametrize("words", MISLEADING)
@pytest.mark.parametrize("form", QUICK)
def test_what_stands_before_and_behind_the_sections_stays_there(words: str, form: str) -> None:
    report = by_hand(preface=(f"{ORGAN}2023年政府信息公开工作年度报告", words), closing=(words, *SIGNED))
    assert differences(report, read(write(report, form))) == []


@pytest.mark.parametrize("form", ["pdf", "xlsx"])
@given(data=st.data())
@settings(max_examples=12)
def test_it_does_so_on_paper_and_in_sheets(form: str, data: st.DataObject) -> None:
    some = st.lists(st.sampled_from(MISLEADING), max_size=3)
    report = by_hand(prose={n: data.draw(some) for n in range(1, 7)}, closing=data.draw(some))
    assert differences(report, read(write(report, form))) == []


@pytest.mark.parametrize(
    ("organ", "preface"),
    [
        ("萤台县 自然资源局", ("萤台县 自然资源局2023年政府信息公开工作年度报告",)),
        ("《萤台报》社", ("《萤台报》社2023年政府信息公开工作年度报告",)),
        ("萤台县发展和改革局、粮食局", ("萤台县发展和改革局、粮食局2023年政府信息公开工作年度报告",)),
        (ORGAN, (f"关于印发《{ORGAN}2023年政府信息公开工作年度报告》的通知",)),
        (ORGAN, ("萤台县自然", "资源局2023年政府信息公开工作年度报告")),
        (ORGAN, ("砚汀市水务局2022年政府信息公开工作年度报告",)),
        (ORGAN, ()),
        (None, ("2023年政府信息公开工作年度报告",)),
    ],
)
@pytest.mark.parametrize("form", PRINTED)
def test_organ_and_year_are_kept_whatever_the_title_says(
    organ: str | None, preface: tuple[str, ...], form: str
) -> None:
    report = by_hand(organ=organ, preface=preface)
    assert differences(report, read(write(report, form))) == []


@pytest.mark.parametrize("form", PRINTED)
def test_a_year_that_is_not_known_is_not_guessed(form: str) -> None:
    report = by_hand(year=None, preface=(f"{ORGAN}政府信息公开工作年度报告",))
    assert read(write(report, form)).year is None


@pytest.mark.parametrize(
    "headings",
    [
        ("总体情况", "主动公开", "依申请公开", "复议诉讼", "问题", "其他"),
        ("A", "B", "C", "D", "E", "F"),
        ("情况",) * 6,
        (*HEADINGS[:3], "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", "五、问题与对策", "六、说明"),
        (*HEADINGS[:2], "第三部分　收到和处理政府信息公开申请情况", *HEADINGS[3:]),
    ],
)
@pytest.mark.parametrize("form", PRINTED)
def test_headings_are_found_in_any_words(headings: tuple[str, ...], form: str) -> None:
    report = by_hand(headings=headings, prose={2: ("表前一句。", "注：表后一句。")})
    assert differences(report, read(write(report, form))) == []


@pytest.mark.parametrize("form", PRINTED)
def test_a_heading_that_somebody_changed_is_looked_for(form: str) -> None:
    report = by_hand(headings=("情况一", *HEADINGS[1:]))
    data = write(report, form)
    assert read(data).sections[0].heading == "情况一"
    if form == "html":
        changed = data.replace(HEADINGS[4].encode(), "五、存在的主要问题及改进措施".encode())
        assert read(changed).sections[4].heading == "五、存在的主要问题及改进措施"
        assert read(changed).sections[0].heading == "情况一"


def test_a_title_that_somebody_changed_names_the_organ_and_the_year() -> None:
    data = write(by_hand(), "html").replace(f"{ORGAN}2023年".encode(), "砚汀市水务局2024年".encode())
    assert (read(data).organ, read(data).year) == ("砚汀市水务局", 2024)


@pytest.mark.parametrize("form", PRINTED)
@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_a_report_without_tables_keeps_its_edition(form: str, edition: str) -> None:
    report = by_hand(edition=edition, has_tables=False)
    assert differences(report, read(write(report, form))) == []


@pytest.mark.parametrize("form", PRINTED)
def test_what_stands_behind_tables_without_headings_is_kept(form: str) -> None:
    report = by_hand(headings=(None,) * 6, prose=dict.fromkeys((1, 5, 6), ()))
    assert differences(report, read(write(report, form))) == []


@pytest.mark.parametrize("form", PRINTED)
def test_no_section_is_lost_that_a_report_has_too_often_or_out_of_order(form: str) -> None:
    report = by_hand()
    more = (Section(3, HEADINGS[2], by_hand(prose={1: ("又一段。",)}).sections[0].paragraphs),)
    found = read(write(msgspec.structs.replace(report, sections=(*more, *reversed(report.sections))), form))
    said = "".join(one.text for one in found.passages())
    assert all("".join(one.text.split()) in "".join(said.split()) for one in report.passages())
    assert "又一段。" in said
    assert {key: value for key, value in kept(found).items() if isinstance(key, tuple) and len(key) == 3} == {
        cell.key: (cell.state, cell.value) for cell in report.cells
    }


@pytest.mark.parametrize("text", ["约12", "共12件", "0.0012万件", "12件", "1,2件"])
@pytest.mark.parametrize("form", QUICK)
def test_a_figure_keeps_its_value_whatever_its_text(text: str, form: str) -> None:
    key = ("2", "20.6.penalties", "decisions")
    cell = Cell(table=key[0], row=key[1], column=key[2], text=text, value=12, state=State.PRINTED)
    report = by_hand()
    report = msgspec.structs.replace(report, cells=tuple(cell if one.key == key else one for one in report.cells))
    assert differences(report, read(write(report, form))) == []


@pytest.mark.parametrize("sign", ["\x0b", "\x1f", "\x85", "\r\n", "\t", "\u00a0", "\u2028"])
@pytest.mark.parametrize("form", ["html", "docx", "pdf", "xlsx", "csv", "parquet"])
def test_a_blank_of_any_kind_is_a_blank(sign: str, form: str) -> None:
    report = by_hand(prose={1: (f"前{sign}后。",)})
    assert differences(report, read(write(report, form))) == []


@pytest.mark.parametrize("sign", ["\ufeff", "\u200f", "\u202e", "\u2066"])
def test_signs_that_turn_words_around_are_not_set_on_paper(sign: str) -> None:
    found = read(write(by_hand(prose={1: (f"前{sign}后。",)}), "pdf"))
    assert found.sections[0].paragraphs[0].text == "前后。"


def test_a_mailbox_that_a_line_cuts_is_whole_on_paper() -> None:
    for lead in range(10, 30):
        report = by_hand(prose={1: (f"{'字' * lead}邮箱：yingtaiziran@example.gov.cn。",)})
        assert read(write(report, "pdf")).sections[0].paragraphs[0].text == report.sections[0].paragraphs[0].text


def test_a_long_figure_is_set_smaller_on_a_page_and_not_cut() -> None:
    report = by_hand()
    long = {"text": "1234567", "value": 1234567}
    cells = tuple(msgspec.structs.replace(one, **long) if one.table == "3" else one for one in report.cells)
    page = write(msgspec.structs.replace(report, cells=cells), "html").decode()
    assert page.count('<td style="font-size: 74%">1234567</td>') == sum(one.table == "3" for one in cells)
    assert "font-size: " not in write(report, "html").decode().partition("</style>")[2]


@pytest.mark.parametrize("form", ["json", "csv", "pdf"])
def test_half_a_character_is_refused_in_one_sentence(form: str) -> None:
    with pytest.raises(CannotPrint, match="D800"):
        write(by_hand(prose={1: ("前\ud800后。",)}), form)


@pytest.mark.parametrize("form", ["html", "docx"])
@given(
    words=st.lists(
        st.text(st.characters(categories=("L", "N", "P", "S", "Zs"), exclude_characters="\ufffd"), max_size=60),
        max_size=4,
    )
)
@settings(max_examples=60)
def test_any_words_are_kept(words: list[str], form: str) -> None:
    report: AnnualReport = by_hand(prose=dict.fromkeys(range(1, 7), words))
    assert differences(report, read(write(report, form))) == []
