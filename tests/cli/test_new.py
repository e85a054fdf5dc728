"""`gongkai new`: the file it writes, what it says, and how it ends."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from gongkai.readers import read
from gongkai.report import Scope, State
from gongkai.samples import lawful_report
from gongkai.writers.write import write
from tests.cli.conftest import Run

ORGAN = "萤台县人民政府"
DRAFT = "2025年萤台县人民政府政府信息公开工作年度报告（草稿）.docx"
BEFORE = msgspec.structs.replace(lawful_report(4, edition="2021"), organ=ORGAN, year=2024, scope=Scope.CONSOLIDATED)


@pytest.fixture
def last_year(here: Path) -> Path:
    """Return a file with last year's report."""
    file = here / "2024.json"
    file.write_bytes(write(BEFORE, "json"))
    return file


def test_a_draft_is_written_as_a_word_document_in_the_current_folder(gongkai: Run, here: Path) -> None:
    found = gongkai("new", ORGAN, "2025")
    assert (found.code, found.err) == (0, "")
    assert [file.name for file in here.iterdir()] == [DRAFT]
    draft = read((here / DRAFT).read_bytes())
    assert (draft.organ, draft.year, draft.edition) == (ORGAN, 2025, "2021")
    assert {cell.state for cell in draft.cells} == {State.BLANK}


def test_it_says_what_was_written_and_what_to_do_next(gongkai: Run, here: Path) -> None:
    told = gongkai("new", ORGAN, "2025").text
    assert DRAFT in told
    assert "范围：汇总" in told
    assert "--scope own" in told
    assert "处待填写" in told
    assert f"gongkai write {DRAFT} --output 2025年萤台县人民政府年报.docx\n" in told


def test_a_file_whose_name_has_blanks_is_quoted_in_the_command(gongkai: Run, here: Path) -> None:
    assert "gongkai write '我的 稿.docx'" in gongkai("new", ORGAN, "2025", "--output", "我的 稿.docx").text


def test_a_scope_that_is_named_is_taken(gongkai: Run, here: Path) -> None:
    told = gongkai("new", ORGAN, "2025", "--scope", "own", "--output", "稿.json").text
    assert read((here / "稿.json").read_bytes()).scope is Scope.OWN
    assert "范围：本机关" in told
    assert "--scope" not in told


@pytest.mark.parametrize("name", ["稿.docx", "稿.xlsx", "稿.html", "稿.json", "稿.DOCX"])
def test_the_form_follows_the_name_of_the_file(gongkai: Run, here: Path, name: str) -> None:
    assert gongkai("new", "萤台县民政局", "2025", "--output", name).code == 0
    assert read((here / name).read_bytes()).organ == "萤台县民政局"


def test_a_form_that_is_named_is_taken(gongkai: Run, here: Path) -> None:
    assert gongkai("new", ORGAN, "2025", "--format", "json").code == 0
    assert [file.suffix for file in here.iterdir()] == [".json"]


def test_a_file_that_is_there_is_kept_unless_force_is_used(gongkai: Run, here: Path) -> None:
    (here / DRAFT).write_text("手稿", encoding="utf-8")
    found = gongkai("new", ORGAN, "2025")
    assert (found.code, found.out) == (2, b"")
    assert f"{DRAFT} 已经存在" in found.err
    assert (here / DRAFT).read_text(encoding="utf-8") == "手稿"
    assert gongkai("new", ORGAN, "2025", "--force").code == 0
    assert read((here / DRAFT).read_bytes()).organ == ORGAN


def test_last_year_s_figures_are_handed_on(gongkai: Run, here: Path, last_year: Path) -> None:
    found = gongkai("new", ORGAN, "2025", "--last-year", last_year.name)
    assert (found.code, found.err) == (0, "")
    assert "已按上年报告填好 7 列" in found.text
    assert "--last-year 2024.json" in found.text
    draft = read((here / DRAFT).read_bytes())
    assert draft.cell("3", "2", "total").value == BEFORE.cell("3", "4", "total").value


def test_it_is_told_where_last_year_hands_on_nothing(gongkai: Run, here: Path, last_year: Path) -> None:
    cells = tuple(
        msgspec.structs.replace(cell, text="", value=None, state=State.BLANK) if cell.row == "4" else cell
        for cell in BEFORE.cells
    )
    last_year.write_bytes(write(msgspec.structs.replace(BEFORE, cells=cells), "json"))
    assert "请手填" in gongkai("new", ORGAN, "2025", "--last-year", last_year.name).text


def test_another_year_s_report_is_refused(gongkai: Run, here: Path, last_year: Path) -> None:
    found = gongkai("new", ORGAN, "2026", "--last-year", last_year.name)
    assert found.code == 2
    assert "2024 年度的报告，不是上一年度（2025）的" in found.err
    assert [file.name for file in here.iterdir()] == [last_year.name]


def test_another_organ_s_report_is_taken_and_told(gongkai: Run, here: Path, last_year: Path) -> None:
    found = gongkai("new", "萤台县民政局", "2025", "--last-year", last_year.name)
    assert found.code == 0
    assert "上年的报告是“萤台县人民政府”的" in found.err
    assert "上年的报告范围是“汇总”" in found.err


def test_last_year_s_report_that_cannot_be_read_ends_in_3(gongkai: Run, here: Path) -> None:
    found = gongkai("new", ORGAN, "2025", "--last-year", "没有.docx")
    assert found.code == 3
    assert "没有.docx：不能打开" in found.err
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("organ", ["", "局", "甲/乙局", "甲{乙}局", "萤台县\n民政局", "..\\乙局"])
def test_a_name_that_is_none_is_refused(gongkai: Run, here: Path, organ: str) -> None:
    found = gongkai("new", organ, "2025")
    assert found.code == 2
    assert "机关名称不能用" in found.err
    assert list(here.iterdir()) == []


@pytest.mark.parametrize(
    "args",
    [
        ("2018",),
        ("25",),
        ("2025", "--output", "稿.docx", "--format", "html"),
        ("今年",),
        ("2025", "--format", "pdf"),
        ("2025", "--output", "稿.pdf"),
        ("2025", "--scope", "全部"),
    ],
)
def test_wrong_use_ends_in_2_and_writes_nothing(gongkai: Run, here: Path, args: tuple[str, ...]) -> None:
    found = gongkai("new", ORGAN, *args)
    assert (found.code, found.out) == (2, b"")
    assert found.err.count("\n") == 1
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("year", ["2025年", "2025年度", "２０２５"])
def test_a_year_may_be_written_as_people_write_it(gongkai: Run, here: Path, year: str) -> None:
    assert gongkai("new", ORGAN, year, "--output", "稿.docx").code == 0
    assert read((here / "稿.docx").read_bytes()).year == 2025


@pytest.mark.parametrize("args", [(ORGAN, "今年"), ("2025", ORGAN)])
def test_a_year_that_is_none_is_told_with_an_example(gongkai: Run, here: Path, args: tuple[str, ...]) -> None:
    assert "年度应写成四位数字，2019 到 2100，如：gongkai new 萤台县人民政府 2025" in gongkai("new", *args).err


def test_a_year_that_is_left_out_is_asked_for(gongkai: Run, here: Path) -> None:
    found = gongkai("new", ORGAN)
    assert (found.code, found.err) == (2, "缺少参数 年度。用法见 gongkai new --help\n")


def test_a_name_too_long_for_a_file_is_told(gongkai: Run, here: Path) -> None:
    found = gongkai("new", "局" * 120, "2025")
    assert (found.code, found.err.count("\n")) == (2, 1)
    assert "不能写入" in found.err


def test_last_year_s_report_is_never_overwritten(gongkai: Run, here: Path) -> None:
    (here / "上年.docx").write_bytes(before := write(BEFORE, "docx"))
    found = gongkai("new", ORGAN, "2025", "--last-year", "上年.docx", "--output", "上年.docx", "--force")
    assert found.code == 2
    assert (here / "上年.docx").read_bytes() == before


def test_standard_input_is_named_as_it_is_typed(gongkai: Run, here: Path) -> None:
    found = gongkai("new", ORGAN, "2025", "--last-year", "-", "--output", "稿.docx", stdin=write(BEFORE, "docx"))
    assert found.text.endswith(" --last-year -\n")
