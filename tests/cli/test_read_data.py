"""What `gongkai read` wrote is an input of every command: many reports in one file are many reports."""

from __future__ import annotations

from pathlib import Path

import msgspec
import openpyxl
import pytest

from gongkai.readers import read, read_all
from gongkai.report import AnnualReport
from gongkai.report.json_form import decode, encode
from gongkai.writers.report.parquet import parquet
from tests.cli.conftest import Run
from tests.comparable import ORGAN, named, report

TWO_YEARS = named(report(2022, seed=1), report(2023, seed=2))
DATA = ["all.json", "all.csv", "all.parquet", "all.xlsx"]


@pytest.fixture
def files(gongkai: Run, here: Path) -> Path:
    """Return a folder with two reports as data in one file of each form, and each alone."""
    for source, one in TWO_YEARS:
        (here / source.replace("html", "json")).write_bytes(encode(one, source=source))
    for name in DATA:
        assert gongkai("read", "1.json", "2.json", "--output", name).err == ""
    return here


@pytest.mark.parametrize("name", DATA)
def test_all_reports_of_a_file_are_read(gongkai: Run, files: Path, name: str) -> None:
    found = gongkai("read", name, "--format", "json")
    again = [decode(line) for line in found.out.splitlines()]
    assert [(one.organ, one.year) for one in again] == [(ORGAN, 2022), (ORGAN, 2023)]
    assert [[cell.value for cell in one.cells] for one in again] == [
        [cell.value for cell in one.cells] for _, one in TWO_YEARS
    ]
    sources = [msgspec.json.decode(line)["source"] for line in found.out.splitlines()]
    assert sources == [f"{name}：1.json", f"{name}：2.json"]


@pytest.mark.parametrize("name", DATA)
def test_several_reports_are_shown_a_line_each(gongkai: Run, files: Path, name: str) -> None:
    text = gongkai("read", name).text
    assert text.count(ORGAN[:4]) == 2
    assert text.count(name) == 2


@pytest.mark.parametrize("name", DATA)
def test_reports_of_a_file_are_compared(gongkai: Run, files: Path, name: str) -> None:
    found = gongkai("compare", name)
    assert found.code == 0
    assert {"2022", "2023"} <= set(found.text.replace("年", " ").split())


def test_reports_of_a_file_are_checked_each(gongkai: Run, files: Path) -> None:
    alone = [gongkai("check", f"{number}.json", "--format", "json").text for number in (1, 2)]
    found = gongkai("check", "all.csv", "--format", "json")
    told = [msgspec.json.decode(line) for line in found.text.splitlines()]
    assert [one["file"] for one in told] == ["all.csv：1.json", "all.csv：2.json"]
    assert [_codes(one) for one in told] == [_codes(msgspec.json.decode(text)) for text in alone]


def _codes(told: dict) -> list[str]:
    return [one["code"] for one in told["findings"]]


def test_reports_without_names_are_numbered(gongkai: Run, here: Path) -> None:
    (here / "all.jsonl").write_bytes(b"\n".join(encode(one) for _, one in TWO_YEARS))
    assert "all.jsonl：第 2 份" in gongkai("read", "all.jsonl", "--format", "csv").text


def test_reports_of_the_same_name_are_numbered(gongkai: Run, here: Path) -> None:
    (here / "all.jsonl").write_bytes(b"\n".join(encode(one, source="甲.html") for _, one in TWO_YEARS))
    assert gongkai("read", "all.jsonl", "--format", "csv").text.count("all.jsonl：第 1 份,") > 200


@pytest.mark.parametrize("form", ["csv", "parquet", "xlsx"])
def test_one_report_in_a_file_bears_the_files_name(gongkai: Run, files: Path, form: str) -> None:
    gongkai("read", "1.json", "--output", f"one.{form}")
    assert msgspec.json.decode(gongkai("read", f"one.{form}", "--format", "json").out)["source"] == f"one.{form}"


def test_standard_input_may_be_data(gongkai: Run, files: Path) -> None:
    found = gongkai("read", "-", "--format", "json", stdin=(files / "all.parquet").read_bytes())
    assert len(found.out.splitlines()) == 2


def test_a_verdict_is_on_one_report(gongkai: Run, files: Path) -> None:
    found = gongkai("verdict", "all.csv")
    assert (found.code, found.err) == (2, "一次只能复核一份报告。用法见 gongkai verdict --help\n")


def test_parquet_is_for_a_file(gongkai: Run, files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert gongkai("read", "1.json", "--format", "parquet").out == parquet([("1.json", TWO_YEARS[0][1])])


def test_a_number_without_room_is_told(gongkai: Run, here: Path) -> None:
    """A printed report may hold what data of ours never do."""
    from gongkai.cli import read as command

    one = TWO_YEARS[0][1]
    wide = msgspec.structs.replace(one, cells=(_huge(one), *one.cells[1:]))
    with pytest.raises(command.CannotWrite, match="位数太多"):
        command._write("parquet", [("甲", wide)], here / "x.parquet", full=False)
    assert not (here / "x.parquet").exists()


def _huge(one: AnnualReport):
    return msgspec.structs.replace(one.cells[0], value=10**30)


@pytest.mark.parametrize("name", DATA)
def test_broken_data_is_told_in_a_line_and_the_rest_is_read(gongkai: Run, files: Path, name: str) -> None:
    (files / name).write_bytes((files / name).read_bytes()[:-300])
    found = gongkai("read", name, "1.json", "--format", "json")
    assert found.code == 3
    assert len(found.err.splitlines()) == 1
    assert found.err.startswith(f"{name}：")
    assert decode(found.out).year == 2022


def test_a_workbook_with_other_sheets_is_no_data(files: Path) -> None:
    book = openpyxl.load_workbook(files / "all.xlsx")
    book.create_sheet("附").append(["某局2023年政府信息公开工作年度报告"])
    book.save(files / "more.xlsx")
    assert len(read_all((files / "all.xlsx").read_bytes())) == 2
    with pytest.raises(Exception, match="不是政府信息公开工作年度报告"):
        read((files / "more.xlsx").read_bytes())
