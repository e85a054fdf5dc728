"""The workbook of findings: a line a report, a line a finding, and never a formula."""

from __future__ import annotations

import io
import zipfile

import msgspec
import openpyxl
import pytest

from gongkai.report import Finding, Severity
from gongkai.writers import words
from gongkai.writers.findings.book import findings_book
from gongkai.writers.findings.checked import Unread, checked
from tests.writers.made import example, findings, report


def sheets(data: bytes) -> dict[str, list[dict[str, object]]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    found = {}
    for sheet in book:
        head, *rows = sheet.iter_rows(values_only=True)
        found[sheet.title] = [dict(zip(head, row, strict=True)) for row in rows]
    return found


def test_each_report_is_a_line_with_its_counts() -> None:
    clean = checked("乙.html", report(), ())
    lines = sheets(findings_book([example(dismissed="made.whole"), clean], [Unread("丙.pdf", "文件损坏")]))["汇总"]
    assert [line["文件"] for line in lines] == ["甲.html", "乙.html", "丙.pdf"]
    assert [lines[0][name] for name in ("错误", "警告", "提示", "抓取损坏", "已复核排除")] == [2, 1, 1, 1, 1]
    assert [line["说明"] for line in lines] == [None, "未发现问题", "不能读取：文件损坏"]
    assert lines[2]["错误"] is None


def test_each_finding_is_a_line_with_all_it_says() -> None:
    one = example(dismissed="made.whole")
    lines = sheets(findings_book([one, one]))["检查结果"]
    assert len(lines) == 2 * len(findings(one.report))
    by_code = {line["编号"]: line for line in lines}
    for finding in findings(one.report):
        line = by_code[finding.code]
        said = [line[name] for name in ("问题", "应为", "实为", "计算", "改为")]
        wanted = (finding.message, finding.expected, finding.actual, finding.calculation, finding.correction)
        assert said == list(wanted)
        assert line["级别"] == words.SEVERITIES[finding.severity]
    assert by_code["made.row_sum"]["位置"] == "表三 一、本年新收 / 总计；表三 一、本年新收 / 自然人"
    assert by_code["made.whole"]["位置"] == "全文"
    assert by_code["made.whole"]["复核"] == "不采纳：本机关情况特殊（某科 2024-02-01）"
    assert by_code["made.claim"]["原文"].startswith("【全年收到申请12件】")


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-1-A1", "\t=1", "=HYPERLINK(1)"])
def test_no_text_becomes_a_formula_or_a_link(text: str) -> None:
    made = msgspec.structs.replace(report(texts=[text + "甲乙"]), organ=text)
    quote = next(one for one in made.passages() if one.part == "1" and one.number).quote(0, 3)
    found = Finding(
        code="a.b", severity=Severity.ERROR, message=text, quotes=(quote,), expected=text, correction=text
    )
    book = openpyxl.load_workbook(io.BytesIO(findings_book([checked(text, made, [found])], [Unread(text, text)])))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert [cell.hyperlink for cell in cells if cell.hyperlink] == []
    assert sum(cell.value == text for cell in cells) >= 6


def test_control_characters_do_not_break_the_workbook() -> None:
    found = Finding(code="a.b", severity=Severity.ERROR, message="坏\x01字\x0b")
    assert sheets(findings_book([checked("甲", report(), [found])]))["检查结果"][0]["问题"] == "坏\ufffd字 "


def test_the_head_stays_in_sight_and_every_column_has_a_filter_and_a_width() -> None:
    for sheet in openpyxl.load_workbook(io.BytesIO(findings_book([example()]))):
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        letters = [column[0].column_letter for column in sheet.iter_cols()]
        assert [letter for letter in letters if letter not in sheet.column_dimensions] == []
        assert all(cell.font.bold for cell in sheet[1])


def test_the_same_findings_are_the_same_bytes() -> None:
    data = findings_book([example()])
    assert data == findings_book([example()])
    dates = {part.date_time for part in zipfile.ZipFile(io.BytesIO(data)).infolist()}
    assert dates == {(1980, 1, 1, 0, 0, 0)}


def test_nothing_found_is_an_empty_list() -> None:
    assert sheets(findings_book([checked("甲", report(), ())]))["检查结果"] == []
