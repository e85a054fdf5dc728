"""`gongkai consolidate`, run inside the test: what it adds, what it names, and how it ends."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import openpyxl
import pytest
from rich.cells import cell_len

from gongkai.drafts import open_fields
from gongkai.readers import read
from gongkai.report import AnnualReport, Scope, json_form
from gongkai.samples.regions import region
from tests.cli.conftest import Outcome, Run
from tests.comparable import BLANK, RECEIVED, with_cells, zero

ONE = region(9, children=6, edition="2021")
ORGANS = [report.organ or "" for _, report in ONE.reports]
CHANGE = ("2", "20.5.licences", "change")
HAN = re.compile("[\u4e00-\u9fff]")

Put = Callable[[str, AnnualReport], None]


@pytest.fixture
def put(here: Path) -> Put:
    """Return what writes a report into the folder of reports."""

    def write(name: str, report: AnnualReport) -> None:
        (here / name).parent.mkdir(exist_ok=True)
        (here / name).write_bytes(json_form.encode(report))

    return write


@pytest.fixture
def consolidate(gongkai: Run, here: Path, put: Put) -> Run:
    """Return the command, run beside a folder of a region's reports, their list, and the region's report."""
    (here / "reports").mkdir()
    for number, (_, report) in enumerate(ONE.reports):
        put(f"reports/{number}.json", report)
    put("total.json", ONE.total)
    (here / "list.csv").write_text(ONE.listed, encoding="utf-8")

    def run(*args: str | Path) -> Outcome:
        return gongkai("consolidate", *args)

    return run


ALL = ("reports", "--children", "list.csv", "--organ", ONE.organ)


def flat(text: str) -> str:
    """Return what stands on the screen without the ends of its lines."""
    return "".join(line.strip() for line in text.split("\n"))


def test_all_reports_of_the_list_make_the_region_s_report(consolidate: Run, here: Path) -> None:
    found = consolidate(*ALL)
    assert (found.code, found.err) == (0, "")
    assert found.text.startswith(f"{ONE.organ} {ONE.year} 年度汇总（6 个下级机关的报告）\n计入 6\n")
    assert str(ONE.total.cell(*RECEIVED).value) in found.text
    assert max(map(cell_len, found.text.splitlines())) <= 110


def test_a_report_that_is_missing_is_named_and_sums_are_bounds(consolidate: Run, here: Path) -> None:
    (here / "reports" / "2.json").unlink()
    found = consolidate(*ALL)
    assert found.code == 1
    assert re.search(rf"缺报\s+{ORGANS[2]}", found.text)
    least = sum(report.cell(*RECEIVED).value or 0 for n, (_, report) in enumerate(ONE.reports) if n != 2)
    assert re.search(rf"本年新收\s+≥{least}\s", found.text)


def test_a_report_that_is_there_twice_is_named(consolidate: Run, put: Put) -> None:
    put("reports/copy.json", ONE.reports[2][1])
    found = consolidate(*ALL)
    assert found.code == 1
    assert re.search(rf"重复\s+{ORGANS[2]}\s+reports/copy.json", found.text)


def test_without_a_list_it_says_that_nobody_can_be_missing(consolidate: Run) -> None:
    found = consolidate("reports")
    assert found.code == 0
    assert "不能知道缺谁" in found.text
    assert f"由下级机关的名称得出是{ONE.organ}" in flat(found.text)


def test_organs_of_another_region_than_the_one_asked_for_are_pointed_out(consolidate: Run, put: Put) -> None:
    words = f"下级机关多属{ONE.organ}，与汇总报告的机关名称不同"
    assert words in consolidate("reports", "--organ", "松塔县人民政府").text
    assert words not in consolidate("reports", "--organ", f"霁川省{ONE.organ}").text
    assert words not in consolidate("reports", "--organ", ONE.organ.removesuffix("人民政府")).text
    put("total.json", msgspec.structs.replace(ONE.total, organ="松塔县人民政府"))
    assert words in consolidate("reports", "--against", "total.json").text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_list_may_be_in_any_charset(consolidate: Run, here: Path, encoding: str) -> None:
    (here / "list.csv").write_bytes(ONE.listed.encode(encoding))
    assert consolidate(*ALL).code == 0


def test_the_list_may_be_a_workbook(consolidate: Run, here: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["某县名单"])
    for line in ONE.listed.splitlines():
        book.active.append(line.split(","))
    book.save(here / "list.xlsx")
    assert consolidate("reports", "--children", "list.xlsx", "--organ", ONE.organ).code == 0


def test_the_list_is_on_the_sheet_that_has_its_heads(consolidate: Run, here: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["填表说明"])
    sheet = book.create_sheet("名单")
    for line in ONE.listed.splitlines():
        sheet.append(line.split(","))
    book.save(here / "list.xlsx")
    assert consolidate("reports", "--children", "list.xlsx", "--organ", ONE.organ).code == 0


def test_where_nothing_counts_it_says_why(consolidate: Run, here: Path) -> None:
    (here / "list.csv").write_text("萤台县无人局\n", encoding="utf-8")
    found = consolidate(*ALL)
    assert found.code == 2
    assert f"不在名单 {len(ORGANS)}" in found.err
    assert ORGANS[0] in found.err


def test_what_went_down_most_is_among_the_largest(consolidate: Run, here: Path, put: Put) -> None:
    for number, change in enumerate((-500, 3, 2)):
        put(f"changes/{number}.json", zero(2020, organ=f"萤台县{'甲乙丙'[number] * 2}局", cells={CHANGE: change}))
    found = consolidate("changes", "--organ", "萤台县人民政府")
    assert re.search(r"本年增/减\s+-495\s+萤台县甲甲局 -500", found.text)


def test_blanks_are_zeros_only_where_that_is_asked_for(consolidate: Run, put: Put) -> None:
    put("reports/2.json", with_cells(ONE.reports[2][1], {RECEIVED: BLANK}))
    assert "≥" in consolidate(*ALL).text.rpartition("～ 范围")[0]
    found = consolidate(*ALL, "--blank-as-zero")
    assert "≥" not in found.text.rpartition("～ 范围")[0]
    assert "空白和“/”按零计" in found.text


def test_the_published_report_is_held_against_the_sums(consolidate: Run, put: Put) -> None:
    assert "一致：没有一格不同" in consolidate(*ALL, "--against", "total.json").text
    value = ONE.reports[2][1].cell(*RECEIVED).value or 0
    put("reports/2.json", with_cells(ONE.reports[2][1], {RECEIVED: value + 7}))
    found = consolidate(*ALL, "--against", "total.json")
    assert found.code == 1
    assert "有 1 格不同" in found.text
    assert f"{ORGANS[2]}的报告（reports/2.json）自身不平" in flat(found.text)


def test_a_former_consolidation_tells_which_child_was_changed(consolidate: Run, here: Path, put: Put) -> None:
    assert consolidate(*ALL, "--output", "before.json").code == 0
    value = ONE.reports[2][1].cell(*RECEIVED).value or 0
    put("reports/2.json", with_cells(ONE.reports[2][1], {RECEIVED: value + 7}))
    found = consolidate(*ALL, "--against", "before.json")
    assert found.code == 1
    assert f"{ORGANS[2]}：1 格改动" in found.text
    assert f"{value}→{value + 7}" in flat(found.text)


def test_files_that_belong_to_the_command_are_no_children(consolidate: Run, here: Path) -> None:
    (here / "list.csv").rename(here / "reports" / "list.csv")
    (here / "total.json").rename(here / "reports" / "total.json")
    args = ("reports", "--children", "reports/list.csv", "--against", "reports/total.json")
    found = consolidate(*args, "--output", "reports/x.json")
    assert (found.code, "list.csv" in found.err) == (0, False)
    assert consolidate(*args, "--output", "reports/x.json").code == 0


def test_the_json_is_read_back_as_a_report(consolidate: Run, here: Path) -> None:
    found = consolidate(*ALL, "--format", "json")
    assert json_form.decode(found.out).cells == ONE.total.cells
    assert [child["organ"] for child in json.loads(found.out)["children"]] == ORGANS


def test_each_form_is_told_by_the_file_s_name(consolidate: Run, here: Path) -> None:
    found = consolidate(*ALL, "--output", "x.xlsx")
    assert (found.code, found.out) == (0, b"")
    assert found.err.startswith(f"{ONE.organ} {ONE.year} 年度汇总")
    assert "构成" in openpyxl.load_workbook(io.BytesIO((here / "x.xlsx").read_bytes())).sheetnames


@pytest.mark.parametrize("form", ["html", "docx", "xlsx", "csv", "parquet", "json"])
def test_every_form_is_read_back_as_the_region_s_report(consolidate: Run, here: Path, form: str) -> None:
    assert consolidate(*ALL, "--output", f"x.{form}").code == 0
    report = read((here / f"x.{form}").read_bytes())
    assert (report.organ, report.year, report.scope) == (ONE.organ, ONE.year, Scope.CONSOLIDATED)
    assert [cell.value for cell in report.cells] == [cell.value for cell in ONE.total.cells]


def test_what_is_written_is_a_draft_with_fields_to_be_filled_in(consolidate: Run, here: Path) -> None:
    assert "草稿" in consolidate(*ALL, "--output", "x.docx").err
    fields = [field.text for _, field in open_fields(read((here / "x.docx").read_bytes()))]
    assert any("填写" in field for field in fields)


def test_who_is_missing_is_told_beside_a_result_that_goes_to_a_file(consolidate: Run, here: Path) -> None:
    (here / "reports" / "2.json").unlink()
    found = consolidate(*ALL, "--output", "x.docx")
    assert found.code == 1
    assert f"缺报  {ORGANS[2]}" in found.err


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_added(consolidate: Run, here: Path) -> None:
    (here / "reports" / "x.txt").write_bytes(b"\x00\x01\x02 nothing")
    found = consolidate(*ALL)
    assert found.code == 3
    assert "reports/x.txt：不能读取，没有计入" in found.text
    assert "计入 6" in found.text


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ((), "请给出文件"),
        (("nowhere",), "没有找到文件"),
        (("reports", "--children", "nowhere.csv"), "nowhere.csv"),
        (("reports", "--children", "broken.csv"), "broken.csv：名单第 2 行“甲局”的范围写的是“全部”"),
        (("reports", "--year", "2019"), "没有一份报告可以计入汇总"),
        (("other.json",), "请写 --organ"),
        (("reports", "--year", "年"), "--year 的值不能用"),
    ],
)
def test_wrong_use_is_told_in_a_line(
    consolidate: Run, here: Path, put: Put, args: tuple[str, ...], words: str
) -> None:
    (here / "broken.csv").write_text("机关名称,范围\n甲局,全部\n", encoding="utf-8")
    put("other.json", with_cells(ONE.reports[0][1], {}).__class__(**_unnamed(ONE.reports[0][1])))
    found = consolidate(*args)
    assert found.code == 2
    assert words in found.err
    assert all(HAN.search(line) for line in found.err.splitlines() if line.strip())


def _unnamed(report: AnnualReport) -> dict[str, object]:
    return {name: getattr(report, name) for name in report.__struct_fields__} | {"organ": "财政所"}


def test_a_report_to_hold_against_that_cannot_be_read_is_told(consolidate: Run, here: Path) -> None:
    (here / "x.json").write_text('{"consolidation_version": 99, "children": []}', encoding="utf-8")
    for name in ("x.json", "nowhere.json"):
        found = consolidate(*ALL, "--against", name)
        assert found.code == 3
        assert name in found.err


def test_two_years_as_common_must_be_told_apart(consolidate: Run, put: Put, here: Path) -> None:
    for number, (_, report) in enumerate(ONE.reports):
        later = {name: getattr(report, name) for name in report.__struct_fields__} | {"year": ONE.year + 1}
        put(f"reports/later{number}.json", AnnualReport(**later))
    assert "请写 --year" in consolidate(*ALL).err
    found = consolidate(*ALL, "--year", str(ONE.year))
    assert found.code == 1
    assert "年度不合 6" in found.text
