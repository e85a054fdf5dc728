"""`gongkai read`, run inside the test: what it prints, what it writes, and how it ends."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import re
from pathlib import Path

import openpyxl
import pytest

from gongkai import __version__
from gongkai.readers import read
from gongkai.report.json_form import decode
from tests.cli.conftest import Outcome, Run
from tests.terms import printed

CLEAN = printed.page().encode()
# One figure with a blank inside: read, but marked.
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le")
MARKED = printed.page(shown={printed.LICENCES: "12 3"}).replace("云杉县", "松塔县").encode()
PDF = b"%PDF-1.7 nothing else"
HAN = re.compile("[\u4e00-\u9fff]")
COLUMNS = (
    "source,organ,year,edition,scope,table,row,column,row_label,column_label,"
    "text,value,state,method,place,candidates,repair,unit,proof"
)


@pytest.fixture
def files(here: Path) -> Path:
    """Return a folder with a clean report, a marked one and a file that cannot be read."""
    (here / "a.html").write_bytes(CLEAN)
    (here / "b.html").write_bytes(MARKED)
    (here / "c.txt").write_bytes(PDF)
    return here


def sources(out: Outcome) -> list[str]:
    return [json.loads(line)["source"] for line in out.text.splitlines()]


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["a.html"], 0),
        (["b.html"], 1),
        (["c.txt"], 3),
        (["a.html", "b.html"], 1),
        (["a.html", "c.txt"], 3),
        (["c.txt", "b.html"], 3),
        (["nowhere.html"], 2),
        (["a.html", "nowhere.html"], 3),
        (["nowhere**"], 2),
        ([""], 2),
        (["nowhere*.html"], 2),
        ([], 2),
        (["a.html", "--format", "xml"], 2),
        (["a.html", "--jobs", "0"], 2),
        (["a.html", "--frobnicate"], 2),
        (["a.html", "--output"], 2),
        (["a.html", "--output", "."], 2),
    ],
)
def test_the_exit_code_says_how_it_went(gongkai: Run, files: Path, names: list[str], code: int) -> None:
    assert gongkai("read", *names).code == code


@pytest.mark.parametrize(
    "args",
    [
        ["read"],
        ["read", "nowhere.html"],
        ["read", "nowhere*.html"],
        ["read", "a.html", "--format", "xml"],
        ["read", "a.html", "--jobs", "many"],
        ["read", "a.html", "--frobnicate"],
        ["read", "a.html", "--output", "."],
        ["frobnicate"],
    ],
)
def test_a_usage_error_is_one_line_in_chinese_and_nothing_is_printed(
    gongkai: Run, files: Path, args: list[str]
) -> None:
    found = gongkai(*args)
    assert (found.code, found.out) == (2, b"")
    assert len(found.err.splitlines()) == 1
    assert len(HAN.findall(found.err)) > 4
    assert "Error" not in found.err


def test_a_usage_error_names_what_is_wrong(gongkai: Run, files: Path) -> None:
    assert "nowhere.html" in gongkai("read", "nowhere.html").err
    assert "--frobnicate" in gongkai("read", "a.html", "--frobnicate").err
    assert "--format" in gongkai("read", "a.html", "--format", "xml").err
    assert "frobnicate" in gongkai("frobnicate").err


def test_version_and_help_end_well(gongkai: Run) -> None:
    version = gongkai("--version")
    assert (version.code, version.text.strip()) == (0, f"gongkai {__version__}")
    asked = gongkai("read", "--help")
    assert asked.code == 0
    assert all(option in asked.text for option in ("--format", "--jobs", "--output", "--full"))


def test_an_unreadable_file_is_named_with_its_reason_and_the_others_are_done(gongkai: Run, files: Path) -> None:
    (files / "d.txt").write_bytes(b"")
    found = gongkai("read", "c.txt", "a.html", "d.txt", "b.html", "--format", "json")
    assert found.code == 3
    assert sources(found) == ["a.html", "b.html"]
    lines = found.err.splitlines()
    assert [line.partition("：")[0] for line in lines] == ["c.txt", "d.txt"]
    assert all(len(HAN.findall(line)) > 4 for line in lines)


def test_a_missing_file_is_named_and_the_others_are_done(gongkai: Run, files: Path) -> None:
    found = gongkai("read", "nowhere.html", "a.html", "--format", "json")
    assert decode(found.out) == read(CLEAN)
    assert "nowhere.html" in found.err
    assert len(found.err.splitlines()) == 1


def test_one_report_is_indented_json_that_decodes_to_the_report(gongkai: Run, files: Path) -> None:
    found = gongkai("read", "a.html", "--format", "json")
    assert found.text.count("\n") > 200
    assert json.loads(found.text)["source"] == "a.html"
    assert decode(found.out) == read(CLEAN)
    assert '"value": 73802895.90' in found.text


def test_many_reports_are_a_line_each_in_the_order_given(gongkai: Run, files: Path) -> None:
    found = gongkai("read", "b.html", "a.html", "--format", "json")
    lines = found.text.splitlines()
    assert sources(found) == ["b.html", "a.html"]
    assert [decode(line) for line in lines] == [read(MARKED), read(CLEAN)]
    assert found.text.endswith("\n")


def test_csv_has_a_head_and_a_line_for_every_cell_of_every_report(gongkai: Run, files: Path) -> None:
    found = gongkai("read", "a.html", "b.html", "--format", "csv")
    head, *rows = csv.reader(io.StringIO(found.text))
    assert ",".join(head) == COLUMNS
    rows = [row for row in rows if row[5] != "text"]
    assert [row[0] for row in rows] == ["a.html"] * 200 + ["b.html"] * 200
    values = {tuple(row[5:8]): row[11] for row in rows[:200]}
    assert values == printed.figures()
    marked = next(row for row in rows[200:] if tuple(row[5:8]) == printed.LICENCES)
    assert marked[8:14] == ["行政许可", "本年处理决定数量", "12 3", "", "unreadable", "direct"]
    assert marked[15] == "123"


def test_csv_on_the_screen_has_no_mark_at_its_head_and_in_a_file_it_has(gongkai: Run, files: Path) -> None:
    screen = gongkai("read", "a.html", "--format", "csv").out
    assert gongkai("read", "a.html", "--format", "csv", "--output", "x.csv").out == b""
    assert (files / "x.csv").read_bytes() == b"\xef\xbb\xbf" + screen


def test_a_table_shows_who_which_year_and_every_figure(gongkai: Run, files: Path) -> None:
    text = gongkai("read", "a.html").text
    assert printed.ORGAN in text.splitlines()[0]
    assert "2023" in text.splitlines()[0]
    shown = set(re.findall(r"[\d.]+", text))
    assert {figure for key, figure in printed.figures().items() if key != printed.FEES} <= shown
    assert "200 格直接读出" in text


def test_a_table_names_each_marked_cell_with_its_text_and_what_it_may_be(gongkai: Run, files: Path) -> None:
    line = next(line for line in gongkai("read", "b.html").text.splitlines() if "12 3" in line)
    assert "行政许可" in line
    assert "123" in line
    assert "T1R7C2" in line


def test_many_reports_are_a_summary_of_a_line_each(gongkai: Run, files: Path) -> None:
    text = gongkai("read", "a.html", "b.html").text
    lines = [line for line in text.splitlines() if ".html" in line]
    assert [re.findall(r"[ab]\.html|\w+水文管理局", line) for line in lines] == [
        ["a.html", "云杉县水文管理局"],
        ["b.html", "松塔县水文管理局"],
    ]
    assert "行政许可" not in text


def test_many_reports_are_shown_whole_where_that_is_asked_for(gongkai: Run, files: Path) -> None:
    text = gongkai("read", "a.html", "b.html", "--full").text
    assert text.count("行政许可") >= 2
    assert text.index("云杉县") < text.index("松塔县")


def test_one_report_among_unreadable_files_is_no_single_file(gongkai: Run, files: Path) -> None:
    assert "行政许可" not in gongkai("read", "a.html", "c.txt").text


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_what_is_written_to_a_file_is_what_is_printed(gongkai: Run, files: Path, form: str) -> None:
    screen = gongkai("read", "a.html", "b.html", "--format", form)
    found = gongkai("read", "a.html", "b.html", "--format", form, "--output", "x")
    assert (found.code, found.out) == (1, b"")
    assert (files / "x").read_text("utf-8-sig").split() == screen.text.split()
    assert sorted(path.name for path in files.iterdir()) == ["a.html", "b.html", "c.txt", "x"]


def test_nothing_is_written_where_nothing_could_be_read(gongkai: Run, files: Path) -> None:
    (files / "x").write_text("old")
    assert gongkai("read", "c.txt", "--format", "json", "--output", "x").code == 3
    assert gongkai("read", "c.txt", "--format", "json", "--output", "y").code == 3
    assert (files / "x").read_text() == "old"
    assert not (files / "y").exists()


def test_a_file_that_cannot_be_written_is_named_and_nothing_is_left_behind(gongkai: Run, files: Path) -> None:
    before = sorted(files.rglob("*"))
    found = gongkai("read", "a.html", "--format", "csv", "--output", "no/such/x.csv")
    assert found.code not in {0, 1}
    assert "x.csv" in found.err
    assert len(found.err.splitlines()) == 1
    assert "没有这个文件或文件夹" in found.err
    assert sorted(files.rglob("*")) == before


def test_a_file_that_cannot_be_written_whole_leaves_nothing(
    gongkai: Run, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> int:
        with path.open("wb") as file:
            file.write(data[:100])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    before = sorted(files.rglob("*"))
    found = gongkai("read", "a.html", "--output", "x.csv")
    assert (found.code, found.err) == (2, "不能写入 x.csv：磁盘已满\n")
    assert sorted(files.rglob("*")) == before


@pytest.mark.parametrize("form", ["csv", "json"])
def test_a_file_s_suffix_says_its_form_where_nothing_else_does(gongkai: Run, files: Path, form: str) -> None:
    gongkai("read", "a.html", "--output", f"x.{form}")
    gongkai("read", "a.html", "--output", "y.txt", "--format", form)
    assert (files / f"x.{form}").read_bytes() == (files / "y.txt").read_bytes()


def test_a_file_name_cannot_steer_the_terminal(gongkai: Run, here: Path) -> None:
    (here / "a\x1b[31m.html").write_bytes(CLEAN)
    (here / "b\x1b[31m.html").write_bytes(PDF)
    found = gongkai("read", ".")
    assert "\x1b[31m" not in found.text + found.err


def test_a_written_file_replaces_the_old_one_whole(gongkai: Run, files: Path) -> None:
    (files / "x.json").write_bytes(b"old" * 1_000_000)
    assert gongkai("read", "a.html", "--format", "json", "--output", "x.json").code == 0
    assert decode((files / "x.json").read_bytes()) == read(CLEAN)


def test_standard_input_is_an_input_like_any_other(gongkai: Run, files: Path) -> None:
    found = gongkai("read", "-", "--format", "json", stdin=CLEAN)
    assert found.code == 0
    assert decode(found.out) == read(CLEAN)
    assert json.loads(found.out)["source"] == "标准输入"
    rows = list(csv.reader(io.StringIO(gongkai("read", "-", "--format", "csv", stdin=CLEAN).text)))
    assert {row[0] for row in rows[1:]} == {"标准输入"}
    both = gongkai("read", "b.html", "-", "--format", "json", stdin=CLEAN)
    assert sources(both) == ["b.html", "标准输入"]


@pytest.mark.parametrize("data", [b"", PDF, b"x" * (25 << 20)], ids=["empty", "pdf", "25 MB"])
def test_unreadable_standard_input_is_named_so(gongkai: Run, data: bytes) -> None:
    found = gongkai("read", "-", stdin=data)
    assert (found.code, found.out) == (3, b"")
    assert found.err.startswith("标准输入：")


def test_a_folder_means_all_files_below_it_but_the_hidden_ones(gongkai: Run, here: Path) -> None:
    for name in ("f/b.html", "f/a.html", "f/.x.html", "f/.hidden/c.html", "f/sub/d.html", "g.html"):
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_bytes(CLEAN)
    assert sources(gongkai("read", "f", "--format", "json")) == ["f/a.html", "f/b.html", "f/sub/d.html"]
    assert gongkai("read", "f/.hidden", "f/.x.html", "--format", "json").code == 0


def test_an_empty_folder_means_nothing(gongkai: Run, here: Path) -> None:
    (here / "f").mkdir()
    found = gongkai("read", "f")
    assert found.code == 2
    assert "f" in found.err


def test_a_pattern_the_shell_left_alone_means_its_files_and_each_is_read_once(gongkai: Run, files: Path) -> None:
    assert sources(gongkai("read", "*.html", "--format", "json")) == ["a.html", "b.html"]
    assert sources(gongkai("read", "b.html", "*.html", ".", "--format", "json")) == ["b.html", "a.html"]
    assert sources(gongkai("read", "[b]*", "a.html", "--format", "json")) == ["b.html", "a.html"]


def test_a_file_whose_name_looks_like_a_pattern_is_itself(gongkai: Run, here: Path) -> None:
    (here / "a[1].html").write_bytes(CLEAN)
    assert gongkai("read", "a[1].html").code == 0


def test_a_file_name_that_is_no_unicode_is_shown_as_well_as_it_can_be(gongkai: Run, here: Path) -> None:
    (here / "f").mkdir()
    Path(os.fsdecode(b"f/\xff.html")).write_bytes(CLEAN)
    for form in ("json", "csv", "table"):
        found = gongkai("read", "f", "--format", form)
        assert found.code == 0
        assert printed.ORGAN in found.text


def test_a_wrong_extension_does_not_matter(gongkai: Run, here: Path) -> None:
    (here / "page.txt").write_bytes(CLEAN)
    (here / "text.html").write_bytes(printed.text().encode())
    (here / "none").write_bytes(CLEAN)
    assert gongkai("read", "page.txt", "text.html", "none").code == 0


def test_a_file_of_300_mb_is_refused_without_being_read(
    gongkai: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (here / "big.html").open("wb") as file:
        file.truncate(300 << 20)

    def never(path: Path) -> bytes:
        raise AssertionError(path)

    monkeypatch.setattr(Path, "read_bytes", never)
    found = gongkai("read", "big.html")
    assert found.code == 3
    assert re.fullmatch(r"big\.html：.*300 MB.*120 MB.*\n", found.err)


def test_an_old_document_names_the_package_that_reads_it(
    gongkai: Run, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(files))
    (files / "old.doc").write_bytes(OLD_WORD)
    found = gongkai("read", "old.doc", "a.html")
    assert found.code == 3
    assert "apt install libreoffice-writer-nogui" in found.err
    assert printed.ORGAN in found.text


def test_a_workbook_of_cells_is_written_to_a_file_and_told_by_its_name(gongkai: Run, files: Path) -> None:
    assert gongkai("read", "a.html", "b.html", "--output", "x.xlsx").out == b""
    sheet = openpyxl.load_workbook(files / "x.xlsx").active
    assert sheet.max_row == 401
    assert gongkai("read", "a.html", "--format", "xlsx").out.startswith(b"PK")
