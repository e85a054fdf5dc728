"""`gongkai write`: a draft becomes the report in every form, or all that is wrong with it is told."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from gongkai.drafts import empty_report
from gongkai.errors import NoFont
from gongkai.readers import read
from gongkai.report import AnnualReport, Scope, Value
from gongkai.samples import lawful_report
from gongkai.writers import write as writer
from gongkai.writers.write import FORMS, write
from tests.cli.conftest import Run
from tests.drafts.filling import with_cells, with_text, with_values, without_holes

SAMPLE = lawful_report(6, edition="2021")
ORGAN = "萤台县人民政府"
DRAFT = without_holes(with_cells(empty_report(ORGAN, 2025, Scope.CONSOLIDATED), SAMPLE.cells))
BEFORE = msgspec.structs.replace(SAMPLE, organ=ORGAN, year=2024, scope=Scope.CONSOLIDATED)
RECEIVED: Value = SAMPLE.cell("3", "1", "total").value or 0


def kept(here: Path, report: AnnualReport, name: str = "草稿.docx") -> Path:
    """Keep a draft in a file."""
    file = here / name
    file.write_bytes(write(report, file.suffix[1:]))
    return file


def names(here: Path) -> set[str]:
    return {file.name for file in here.iterdir()}


@pytest.mark.parametrize("form", FORMS)
def test_a_finished_draft_is_written_in_every_form(gongkai: Run, here: Path, form: str) -> None:
    draft = kept(here, DRAFT)
    found = gongkai("write", draft, "--output", here / f"年报.{form}")
    assert (found.code, found.err) == (0, "")
    report = read((here / f"年报.{form}").read_bytes())
    assert (report.organ, report.year, report.scope) == (ORGAN, 2025, Scope.CONSOLIDATED)
    assert [cell.value for cell in report.cells] == [cell.value for cell in SAMPLE.cells]


@pytest.mark.parametrize("form", ["docx", "xlsx", "html", "json"])
def test_a_draft_may_be_kept_in_any_form(gongkai: Run, here: Path, form: str) -> None:
    draft = kept(here, DRAFT, f"草稿.{form}")
    assert gongkai("write", draft, "--output", here / "年报.html").code == 0
    said = "".join(one.text for one in read((here / "年报.html").read_bytes()).passages())
    assert f"2025年新收政府信息公开申请{RECEIVED}件" in said
    assert "{" not in said


def test_several_forms_are_written_at_once_and_named(gongkai: Run, here: Path) -> None:
    kept(here, DRAFT)
    found = gongkai("write", "草稿.docx", "-o", "年报.docx", "-o", "年报.html", "-o", "年报.csv")
    assert found.code == 0
    assert names(here) == {"草稿.docx", "年报.docx", "年报.html", "年报.csv"}
    assert "已写出：年报.docx、年报.html、年报.csv" in found.text


def test_a_draft_with_open_fields_is_not_written_and_all_of_them_are_told(gongkai: Run, here: Path) -> None:
    kept(here, with_text(DRAFT, "{本年新受}件", "{填写：情况}"))
    found = gongkai("write", "草稿.docx", "--output", "年报.docx")
    assert (found.code, found.out) == (1, b"")
    assert "有 2 处不能填，没有写出" in found.err
    assert "“{本年新受}”里没有“本年新受”这个名称，相近的有“本年新收”" in found.err
    assert "第一部分第 2 段：“{填写：情况}”还没有填写" in found.err
    assert names(here) == {"草稿.docx"}


def test_a_preview_is_written_with_its_open_fields(gongkai: Run, here: Path) -> None:
    kept(here, with_text(DRAFT, "新收{本年新收}件，{本年新受}件"))
    found = gongkai("write", "草稿.docx", "--output", "看样.html", "--preview")
    assert found.code == 0
    assert "有 1 处不能填，已照原样留着" in found.err
    said = read((here / "看样.html").read_bytes()).sections[0].paragraphs[0].text
    assert said == f"新收{RECEIVED}件，{{本年新受}}件"


def test_last_year_s_report_is_used_where_a_field_asks_for_it(gongkai: Run, here: Path) -> None:
    kept(here, with_text(DRAFT, "新收数量比上年{本年新收 同比}。"))
    kept(here, with_values(BEFORE, {("3", "1", "total"): RECEIVED}), "上年.json")
    without = gongkai("write", "草稿.docx", "--output", "年报.html")
    assert without.code == 1
    assert "没有给出上年的报告" in without.err
    assert gongkai("write", "草稿.docx", "--output", "年报.html", "--last-year", "上年.json").code == 0
    assert read((here / "年报.html").read_bytes()).sections[0].paragraphs[0].text == "新收数量比上年持平。"


def test_another_year_s_report_is_refused(gongkai: Run, here: Path) -> None:
    kept(here, DRAFT)
    kept(here, msgspec.structs.replace(BEFORE, year=2023), "前年.json")
    found = gongkai("write", "草稿.docx", "--output", "年报.html", "--last-year", "前年.json")
    assert found.code == 2
    assert "2023 年度的报告，不是上一年度（2024）的" in found.err
    assert names(here) == {"草稿.docx", "前年.json"}


def test_blanks_of_the_tables_are_told_and_are_no_noughts(gongkai: Run, here: Path) -> None:
    blank = {("3", "3.3.1", "natural"): None, ("4", "reconsideration", "other"): None}
    kept(here, with_text(with_values(DRAFT, {**blank, ("3", "3.3.2", "natural"): None}), "正文。"))
    found = gongkai("write", "草稿.docx", "--output", "年报.json")
    assert found.code == 0
    assert (
        "表格中有 3 格空白：表三 2 格（属于国家秘密.自然人、其他法律行政法规禁止公开.自然人）、表四 1 格（"
        in found.text
    )
    assert read((here / "年报.json").read_bytes()).cell("3", "3.3.1", "natural").value is None


def test_blanks_are_told_also_where_nothing_can_be_written(gongkai: Run, here: Path) -> None:
    kept(
        here,
        with_text(with_values(DRAFT, dict.fromkeys([("3", "1", "total"), ("3", "3.3.1", "other")])), "{本年新收}"),
    )
    found = gongkai("write", "草稿.docx", "--output", "年报.docx")
    assert found.code == 1
    assert "表三“本年新收.总计”是空白，请在表中填写，没有的填 0。\n" in found.err
    assert "表格中有 2 格空白：表三 2 格（本年新收.总计、属于国家秘密.其他）；没有的应填 0。\n" in found.err


def test_figures_that_data_still_calls_blank_are_told(gongkai: Run, here: Path) -> None:
    data = msgspec.json.decode(write(with_text(DRAFT, "正文。"), "json"))
    for cell in data["cells"]:
        cell["state"] = "blank"
    data["cells"][0] |= {"value": None, "text": "12"}
    data["cells"][-1] |= {"value": None, "text": ""}
    (here / "草稿.json").write_bytes(msgspec.json.encode(data))
    found = gongkai("write", "草稿.json", "--output", "年报.docx")
    assert found.code == 1
    assert "表二 10 格（规章.制发、规章.废止、规章.现行有效等）、表三 175 格（" in found.err
    assert "写了数字，state 却还是 blank，请改成 printed\n" in found.err
    assert "表格中有 1 格空白：表四 1 格（复议后起诉.总计）" in found.err
    assert names(here) == {"草稿.json"}


def test_last_year_s_report_is_never_overwritten(gongkai: Run, here: Path) -> None:
    kept(here, DRAFT)
    before = kept(here, BEFORE, "上年.docx").read_bytes()
    found = gongkai("write", "草稿.docx", "-o", "年报.docx", "-o", "上年.docx", "--last-year", "上年.docx")
    assert found.code == 2
    assert "上年.docx 是上年的报告，不能写在上面" in found.err
    assert (here / "上年.docx").read_bytes() == before
    assert names(here) == {"草稿.docx", "上年.docx"}


def test_standard_input_is_one_file(gongkai: Run, here: Path) -> None:
    found = gongkai("write", "-", "--last-year", "-", "-o", "年报.docx", stdin=write(DRAFT, "docx"))
    assert found.code == 2
    assert "标准输入只能读一份" in found.err


def test_the_command_that_is_told_can_be_typed(gongkai: Run, here: Path) -> None:
    kept(here, DRAFT)
    found = gongkai("write", "草稿.docx", "-o", "我的 年报.docx", "--last-year", "-", stdin=write(BEFORE, "docx"))
    assert "gongkai check '我的 年报.docx' --last-year -\n" in found.text


def test_the_checks_are_run_and_their_number_told(gongkai: Run, here: Path) -> None:
    kept(here, DRAFT)
    assert "检查：没有发现错误和警告" in gongkai("write", "草稿.docx", "--output", "年报.docx").text
    kept(here, with_values(DRAFT, {("4", "reconsideration", "total"): 4321}))
    told = gongkai("write", "草稿.docx", "--output", "年报.docx").text
    assert "检查：错误 1，" in told
    assert "逐项查看：gongkai check 年报.docx\n" in told


def test_a_report_without_fields_can_be_written_in_another_form(gongkai: Run, here: Path) -> None:
    kept(here, SAMPLE, "年报.html")
    assert gongkai("write", "年报.html", "--output", "年报.docx").code == 0
    report = read((here / "年报.docx").read_bytes())
    assert [cell.value for cell in report.cells] == [cell.value for cell in SAMPLE.cells]


def test_without_an_output_the_result_goes_to_standard_output(gongkai: Run, here: Path) -> None:
    kept(here, DRAFT)
    found = gongkai("write", "草稿.docx", "--format", "json")
    assert found.code == 0
    assert read(found.out).organ == ORGAN
    assert "检查：" in found.err


def test_a_draft_may_come_from_standard_input(gongkai: Run, here: Path) -> None:
    found = gongkai("write", "-", "--format", "json", stdin=write(DRAFT, "docx"))
    assert read(found.out).organ == ORGAN


def test_its_own_input_is_never_overwritten(gongkai: Run, here: Path) -> None:
    draft = kept(here, DRAFT)
    before = draft.read_bytes()
    found = gongkai("write", "草稿.docx", "--output", here / "." / "草稿.docx")
    assert found.code == 2
    assert "就是要读的文件" in found.err
    assert draft.read_bytes() == before


@pytest.mark.parametrize(
    "args",
    [
        (),
        ("--output", "年报"),
        ("--output", "年报.txt"),
        ("--output", "年报.html", "--output", "年报.html"),
        ("--format", "html", "--output", "甲.html", "--output", "乙.html"),
        ("--format", "html", "--output", "年报.docx"),
        ("--format", "txt"),
    ],
)
def test_wrong_use_ends_in_2_and_writes_nothing(gongkai: Run, here: Path, args: tuple[str, ...]) -> None:
    kept(here, DRAFT)
    found = gongkai("write", "草稿.docx", *args)
    assert (found.code, found.out) == (2, b"")
    assert found.err.count("\n") == 1
    assert names(here) == {"草稿.docx"}


@pytest.mark.parametrize("args", [("没有.docx",), ("草稿.docx", "--last-year", "没有.docx")])
def test_a_file_that_cannot_be_read_ends_in_3(gongkai: Run, here: Path, args: tuple[str, ...]) -> None:
    kept(here, DRAFT)
    found = gongkai("write", *args, "--output", "年报.html")
    assert found.code == 3
    assert "没有.docx：不能打开" in found.err
    assert names(here) == {"草稿.docx"}


def test_a_machine_without_fonts_writes_nothing_at_all(
    gongkai: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_font(report: AnnualReport) -> bytes:
        raise NoFont("没有中文字体，请先安装")

    kept(here, DRAFT)
    monkeypatch.setattr(writer, "manuscript", no_font)
    found = gongkai("write", "草稿.docx", "--output", "年报.json", "--output", "年报.pdf")
    assert (found.code, found.err) == (2, "没有中文字体，请先安装\n")
    assert names(here) == {"草稿.docx"}
