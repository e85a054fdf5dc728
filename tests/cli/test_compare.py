"""`gongkai compare`, run inside the test: what it compares, what it writes, and how it ends."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import openpyxl
import pytest
from rich.cells import cell_len

from tests.cli.conftest import Outcome, Run
from tests.terms import printed

PDF = b"%PDF-1.7 nothing else"
HAN = re.compile("[\u4e00-\u9fff]")
NEXT_YEAR = printed.page().replace("2023", "2024")
OTHER_ORGAN = printed.page().replace("云杉县", "松塔县")


@pytest.fixture
def compare(gongkai: Run) -> Run:
    """Return the command as a function of its arguments and its standard input."""

    def run(*args: str | Path, stdin: bytes = b"") -> Outcome:
        return gongkai("compare", *args, stdin=stdin)

    return run


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with two years of one organ, another organ, and a file that cannot be read."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("a.html", printed.page()), ("b.html", NEXT_YEAR), ("c.html", OTHER_ORGAN)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "d.txt").write_bytes(PDF)
    return tmp_path


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["a.html", "b.html"], 0),
        (["a.html", "c.html"], 0),
        (["a.html", "b.html", "d.txt"], 3),
        (["a.html", "b.html", "nowhere.html"], 3),
        (["a.html"], 2),
        (["a.html", "d.txt"], 3),
        (["b.html", "c.html"], 2),
        (["nowhere.html"], 2),
        ([], 2),
        (["a.html", "b.html", "--format", "docx"], 2),
        (["a.html", "b.html", "--output", "no/such/x.html"], 2),
    ],
)
def test_the_exit_code_says_how_it_went(compare: Run, files: Path, names: list[str], code: int) -> None:
    found = compare(*names)
    assert found.code == code
    assert (code == 0) == (found.err == "")
    assert all(HAN.search(line) for line in found.err.splitlines())


def test_what_cannot_be_compared_is_told_and_nothing_is_written(compare: Run, files: Path) -> None:
    for names in (["b.html", "c.html"], ["a.html", "d.txt"]):
        found = compare(*names, "--output", "x.html")
        assert found.out == b""
        assert "没有可比的报告" in found.err
        assert not (files / "x.html").exists()
    assert "b.html：云杉县水文管理局 2024 年度（本机关）没有可比的其他报告" in compare("b.html", "c.html").err


def test_years_of_an_organ_are_a_table_with_figures_and_changes(compare: Run, files: Path) -> None:
    (files / "b.html").write_text(
        NEXT_YEAR.replace(f">{printed.figures()[printed.LICENCES]}<", ">4<"), encoding="utf-8"
    )
    text = compare("b.html", "a.html").text
    first, *_ = text.splitlines()
    assert first == f"{printed.ORGAN}（本机关） 2023—2024 年度"
    assert re.search(r"2023 年\s+2024 年", text)
    assert re.search(rf"本年处理决定数量\s+{printed.figures()[printed.LICENCES]}\s+4\s", text)


def test_organs_of_a_year_are_a_table_with_totals_where_asked_for(compare: Run, files: Path) -> None:
    text = compare("a.html", "c.html").text
    assert text.startswith("2023 年度 2 个机关\n")
    assert "合计" not in text
    assert "合计（本机关 2 份）" in compare("a.html", "c.html", "--total").text


def test_a_mixture_makes_groups_and_says_so(compare: Run, files: Path) -> None:
    found = compare("a.html", "b.html", "c.html", "--format", "csv")
    assert found.err.splitlines() == [
        f"已比较：{printed.ORGAN}（本机关） 2023—2024 年度（2 份报告）",
        "已比较：2023 年度 2 个机关（2 份报告）",
    ]
    assert {row["group"] for row in csv.DictReader(io.StringIO(found.text))} == {"1", "2"}


def test_a_file_that_could_not_be_read_is_named_in_the_page_too(compare: Run, files: Path) -> None:
    found = compare("a.html", "d.txt", "b.html", "--format", "html")
    assert "d.txt：不能读取，没有参加比较。" in found.text
    assert sum(line.startswith("d.txt：") for line in found.err.splitlines()) == 1


def test_a_report_given_twice_is_named(compare: Run, files: Path) -> None:
    (files / "e.html").write_text(printed.page(), encoding="utf-8")
    found = compare("a.html", "b.html", "e.html")
    assert "只计 a.html，不计 e.html；各份数字相同" in "".join(found.text.split("\n"))


def test_all_cells_are_shown_where_that_is_asked_for(compare: Run, files: Path) -> None:
    assert "属于国家秘密" not in compare("a.html", "b.html").text
    assert "属于国家秘密" in compare("a.html", "b.html", "--full").text


def test_the_table_is_no_wider_than_it_may_be(compare: Run, files: Path) -> None:
    lines = compare("a.html", "c.html", "--full", "--total").text.splitlines()
    assert max(map(cell_len, lines)) <= 110


@pytest.mark.parametrize("form", ["html", "xlsx", "json", "csv"])
def test_each_form_is_told_by_the_file_s_name_and_what_was_compared_by_a_line(
    compare: Run, files: Path, form: str
) -> None:
    found = compare("a.html", "b.html", "--output", f"x.{form}")
    assert (found.code, found.out) == (0, b"")
    assert found.err == f"已比较：{printed.ORGAN}（本机关） 2023—2024 年度（2 份报告）\n"
    data = (files / f"x.{form}").read_bytes()
    screen = compare("a.html", "b.html", "--format", form).out
    assert data.removeprefix(b"\xef\xbb\xbf") == screen


def test_the_page_the_workbook_and_the_data_hold_the_comparison(compare: Run, files: Path) -> None:
    page = compare("a.html", "b.html", "--format", "html").text
    assert page.startswith("<!DOCTYPE html>")
    assert "<svg" in page
    book = openpyxl.load_workbook(io.BytesIO(compare("a.html", "b.html", "--format", "xlsx").out))
    assert book.sheetnames == ["比较1", "说明", "长表"]
    data = json.loads(compare("a.html", "b.html", "--format", "json").out)
    assert data["groups"][0]["figures"][0]["measure"] == "received"
    assert (files / "x.csv").exists() is False


def test_csv_in_a_file_bears_the_mark_that_spreadsheets_need(compare: Run, files: Path) -> None:
    compare("a.html", "b.html", "--output", "x.csv")
    assert (files / "x.csv").read_bytes().startswith(b"\xef\xbb\xbfgroup,")


def test_the_order_of_the_files_does_not_matter(compare: Run, files: Path) -> None:
    forward = compare("a.html", "b.html", "c.html", "--format", "json")
    assert compare("c.html", "b.html", "a.html", "--format", "json") == forward


def test_standard_input_is_a_report_like_any_other(compare: Run, files: Path) -> None:
    found = compare("a.html", "-", "--format", "json", stdin=NEXT_YEAR.encode())
    sources = {one["source"] for one in json.loads(found.out)["groups"][0]["figures"]}
    assert (found.code, sources) == (0, {"a.html", "标准输入"})


def test_both_editions_are_read_and_compared_and_the_gap_between_them_is_told(compare: Run, files: Path) -> None:
    (files / "old.html").write_text(printed.page("2019"), encoding="utf-8")
    found = compare("old.html", "a.html")
    assert found.code == 0
    assert "主动公开政府信息（2019 版格式）" in found.text
    assert "主动公开政府信息（2021 版格式）" in found.text
    assert re.search("缺 .*2022 年度的报告", found.text)
