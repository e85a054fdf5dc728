"""The prose of the six sections, without the tables, the signature and the page's foot; and where it stands."""

from __future__ import annotations

import msgspec
import pytest

from gongkai.readers import read
from gongkai.report import AnnualReport, BlockPlace, Paragraph, Section, TablePlace, TextPlace
from tests.terms import printed

TEXT = printed.text()
LINES = TEXT.split("\n")
FOOT = "\n云杉县水文管理局\n2024年1月20日\n责任编辑：某某\n上一篇：没有了\n【打印本页】\n版权所有 云杉县\n"
LAST = "本局第六部分所写的话，与水文监测有关。"


def sections(text: str) -> tuple[Section, ...]:
    return read(text.encode()).sections


def words_of(section: Section) -> tuple[str, ...]:
    return tuple(paragraph.text for paragraph in section.paragraphs)


def lines_of(place: object) -> tuple[int, int]:
    assert isinstance(place, TextPlace)
    return place.line, place.last_line or place.line


def test_each_section_has_its_heading_and_its_prose_and_no_figures() -> None:
    found = sections(TEXT)
    assert [section.number for section in found] == [1, 2, 3, 4, 5, 6]
    assert [section.heading for section in found] == [w for kind, w in printed.article() if kind == "heading"]
    prose = [
        tuple([f"本局第{'一二三四五六'[n]}部分所写的话，与水文监测有关。"] * (n in {0, 4, 5})) for n in range(6)
    ]
    assert [words_of(section) for section in found] == prose


def test_a_page_s_sections_are_those_of_the_text() -> None:
    def told(report: AnnualReport) -> list[Section]:
        return [
            msgspec.structs.replace(
                section,
                place=None,
                heading_place=None,
                paragraphs=tuple(Paragraph(one.text) for one in section.paragraphs),
            )
            for section in report.sections
        ]

    assert told(read(printed.page().encode())) == told(read(TEXT.encode()))


def test_prose_between_heading_and_table_and_behind_the_table_belongs_to_the_section() -> None:
    heading = "三、收到和处理政府信息公开申请情况\n"
    last_row = LINES[LINES.index("四、政府信息公开行政复议、行政诉讼情况") - 1]
    text = TEXT.replace(heading, f"{heading}表前的一段话。\n").replace(last_row, f"{last_row}\n表后的一段话。")
    report = read(text.encode())
    assert words_of(report.sections[2]) == ("表前的一段话。", "表后的一段话。")
    assert printed.wrong(report) == {}
    assert list(report.marked()) == []


@pytest.mark.parametrize(
    "foot", [FOOT, "\n2024年1月20日\n", "\n扫一扫在手机打开当前页\n关闭\n", "\n分享到：微信\n", "\n附件下载：表\n"]
)
def test_section_six_ends_before_signature_date_and_page_foot(foot: str) -> None:
    assert words_of(sections(TEXT.rstrip("\n") + foot)[5]) == (LAST,)


def test_section_six_keeps_its_own_paragraphs() -> None:
    more = TEXT.replace(LAST, f"{LAST}\n又一段话，讲的是收费。\n另有水位表一张。")
    assert words_of(sections(more + FOOT)[5]) == (LAST, "又一段话，讲的是收费。", "另有水位表一张。")


def test_a_section_whose_heading_is_missing_is_there_without_words() -> None:
    found = sections(TEXT.replace("五、存在的主要问题及改进情况\n", ""))
    assert found[4] == Section(5, None)
    assert found[5].heading == "六、其他需要报告的事项"


def test_a_section_spans_its_lines_from_heading_to_last_word_or_last_row() -> None:
    found = sections(TEXT + FOOT)
    starts = [LINES.index(section.heading) + 1 for section in found if section.heading]
    assert [lines_of(section.place)[0] for section in found] == starts
    ends = [start - 1 for start in starts[1:]] + [LINES.index(LAST) + 1]
    assert [lines_of(section.place)[1] for section in found] == ends


def test_a_cell_of_a_text_stands_where_its_figure_is_printed() -> None:
    for between in (" | ", "\t", "\n", "|"):
        text = printed.text(between=between, closing="\n")
        lines = text.split("\n")
        report = read(text.encode())
        for cell in report.cells:
            assert isinstance(cell.place, TextPlace)
            assert lines[cell.place.line - 1][cell.place.start : cell.place.end] == cell.text


def test_a_cell_of_a_page_stands_in_its_table_row_and_column_after_spans() -> None:
    report = read(printed.page().encode())
    assert report.cell(*printed.LICENCES).place == TablePlace(1, 7, 2)
    assert report.cell("3", "1", "natural").place == TablePlace(2, 4, 4)
    assert report.cell("3", "3.3.2", "total").place == TablePlace(2, 9, 10)
    assert report.cell("4", "litigation_after", "total").place == TablePlace(3, 4, 15)


def test_a_section_of_a_page_stands_at_its_heading_s_block() -> None:
    places = [section.place for section in read(printed.page().encode()).sections]
    assert places == [BlockPlace(2 * number) for number in range(1, 7)]


def test_what_stands_before_the_first_heading_and_after_the_last_section_is_kept_with_its_place() -> None:
    report = read((TEXT + FOOT).encode())
    lines = (TEXT + FOOT).split("\n")
    assert [one.text for one in report.preface] == LINES[: LINES.index(report.sections[0].heading)]
    assert [one.text for one in report.closing] == FOOT.strip().split("\n")
    for passage in report.passages():
        start, end = 1, len(passage.text)
        quote = passage.quote(start, end)
        assert quote.text == passage.text[1:]
        assert lines[quote.place.line - 1][quote.place.start : quote.place.end] == quote.text
