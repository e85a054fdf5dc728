"""`gongkai check`, run inside the test: what it says in each form, what it writes, and how it ends."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import docx
import msgspec
import openpyxl
import pytest
from rich.console import Console

from gongkai.checks.check import check
from gongkai.cli.findings_terminal import show_findings
from gongkai.readers import read
from gongkai.report import AnnualReport, Finding, Severity
from gongkai.report.verdicts import Decision, Verdict, encode, judged
from gongkai.samples import sample
from gongkai.writers.findings.checked import Checked, checked
from gongkai.writers.findings.form import FindingsForm
from tests.terms import printed

TOTAL = ("3", "1", "total")
PAGE = printed.page().encode()
OTHER_PAGE = printed.page().replace("云杉县", "松塔县").encode()
LAST_YEAR = printed.page().replace("2023年", "2022年").encode()
PDF = b"%PDF-1.7 nothing else"
WORD = sample(4, layout="docx_plain", edition="2021").data
HAN = re.compile("[\u4e00-\u9fff]")
FORMS = ("table", "json", "html", "xlsx")

Run = Callable[..., object]
Asked = list[dict[str, object]]


def finding(severity: Severity, message: str, code: str = "made.one") -> Finding:
    return Finding(
        code=code, severity=severity, message=message, cells=(TOTAL,), calculation="1+1=2≠3", correction="2"
    )


ALL = (
    finding(Severity.ERROR, "行合计有误。"),
    finding(Severity.WARNING, "很可能有误。", "made.two"),
    finding(Severity.NOTE, "少见。", "made.three"),
    finding(Severity.DAMAGE, "丢失了文字。", "made.four"),
)


@pytest.fixture
def finds(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Asked]:
    """Return what sets the findings of every report; it returns what the rules were asked with."""

    def set_findings(*findings: Finding) -> Asked:
        asked: Asked = []

        def answer(report: AnnualReport, **held_against: object) -> tuple[Finding, ...]:
            asked.append({"report": report, **held_against})
            return findings

        monkeypatch.setattr("gongkai.cli.check.check", answer)
        return asked

    return set_findings


@pytest.fixture
def files(here: Path) -> Path:
    """Return a folder with two reports and a file that is none."""
    (here / "a.html").write_bytes(PAGE)
    (here / "b.html").write_bytes(OTHER_PAGE)
    (here / "c.txt").write_bytes(PDF)
    return here


def verdict_on(data: bytes, one: Finding, all_found: tuple[Finding, ...], decision: Decision) -> bytes:
    report = read(data)
    judgement = next(found for found in judged(all_found, report, ()).judgements if found.finding == one)
    return encode(
        [Verdict(fingerprint=judgement.fingerprint, code=one.code, decision=decision, reason="已问过业务科")]
    )


@pytest.mark.parametrize(
    ("severity", "options", "code"),
    [
        (None, [], 0),
        (Severity.ERROR, [], 1),
        (Severity.WARNING, [], 0),
        (Severity.WARNING, ["--fail-on", "warning"], 1),
        (Severity.ERROR, ["--fail-on", "warning"], 1),
        (Severity.NOTE, ["--fail-on", "warning"], 0),
        (Severity.DAMAGE, ["--fail-on", "warning"], 0),
    ],
)
def test_the_exit_code_says_how_grave_it_is(gongkai, files, finds, severity, options, code) -> None:
    finds(*([finding(severity, "某事。")] if severity else []))
    assert gongkai("check", "a.html", *options).code == code


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["a.html", "c.txt"], 3),
        (["c.txt"], 3),
        (["a.html", "nowhere.html"], 3),
        (["nowhere.html"], 2),
        ([], 2),
        (["a.html", "--format", "csv"], 2),
        (["a.html", "--fail-on", "note"], 2),
        (["a.html", "--rules", "nowhere.toml"], 2),
        (["a.html", "--last-year", "nowhere.html"], 2),
        (["a.html", "--peers", "nowhere"], 2),
        (["a.html", "--last-year", "c.txt"], 3),
        (["a.html", "b.html", "--format", "docx", "-o", "x.docx"], 2),
        (["-", "--format", "docx", "-o", "x.docx"], 2),
        (["a.html", "--format", "docx", "-o", "x.docx"], 2),
        (["a.html", "-o", "no/such/x.html"], 2),
    ],
)
def test_what_cannot_be_done_ends_with_its_code_and_a_line_in_chinese(gongkai, files, finds, args, code) -> None:
    finds()
    found = gongkai("check", *args, stdin=PAGE)
    assert found.code == code
    assert len(HAN.findall(found.err)) > 4
    assert len(found.err.splitlines()) == 1
    assert sorted(path.name for path in files.iterdir()) == ["a.html", "b.html", "c.txt"]


def test_the_others_are_checked_where_a_file_cannot_be_read(gongkai, files, finds) -> None:
    asked = finds(ALL[0])
    found = gongkai("check", "c.txt", "a.html", "b.html", "--format", "json")
    assert [json.loads(line)["file"] for line in found.text.splitlines()] == ["a.html", "b.html"]
    assert len(asked) == 2
    assert found.err.startswith("c.txt：")


@pytest.mark.parametrize("names", [["a.html"], ["a.html", "b.html"]], ids=["one", "two"])
@pytest.mark.parametrize("form", FORMS)
def test_every_error_is_shown_in_every_form(gongkai, files, finds, form, names) -> None:
    finds(ALL[0])
    assert gongkai("check", *names, "--format", form, "-o", "x").code == 1
    data = (files / "x").read_bytes()
    if form == "xlsx":
        cells = [cell.value for sheet in openpyxl.load_workbook(io.BytesIO(data)) for row in sheet for cell in row]
        assert cells.count(ALL[0].message) == len(names)
    else:
        assert data.decode().count(ALL[0].message) == len(names)


def test_a_report_on_the_terminal_is_told_whole(gongkai, files, finds) -> None:
    finds(*ALL)
    lines = gongkai("check", "a.html").text.splitlines()
    assert lines[0] == f"{printed.ORGAN}  2023 年度"
    assert lines[1].startswith("a.html  2021 版格式")
    text = "\n".join(lines)
    assert [text.index(word) for word in ("错误 1", "警告 1", "提示 1")] == sorted(
        text.index(word) for word in ("错误 1", "警告 1", "提示 1")
    )
    for words in (
        ALL[0].message,
        ALL[1].message,
        ALL[2].message,
        "表三 一、本年新收 / 总计",
        "计算：1+1=2≠3",
        "改为：2",
    ):
        assert words in text
    assert lines[-1] == "错误 1  警告 1  提示 1  抓取损坏 1（--full 显示）"
    assert ALL[3].message not in text
    assert ALL[3].message in gongkai("check", "a.html", "--full").text


def test_nothing_found_is_said(gongkai, files, finds) -> None:
    finds()
    assert "未发现问题" in gongkai("check", "a.html").text
    assert "其中 2 份未发现问题" in gongkai("check", "a.html", "b.html").text


def test_many_reports_are_a_line_each_and_then_their_errors(gongkai, files, finds) -> None:
    finds(*ALL)
    text = gongkai("check", "a.html", "b.html").text
    lines = [line for line in text.splitlines() if re.match(r" *[ab]\.html", line)]
    assert [line.split() for line in lines] == [
        ["a.html", "云杉县水文管理局", "2023", "1", "1", "1", "1"],
        ["b.html", "松塔县水文管理局", "2023", "1", "1", "1", "1"],
    ]
    assert text.count(ALL[0].message) == 2
    assert ALL[1].message not in text
    assert gongkai("check", "a.html", "b.html", "--full").text.count(ALL[1].message) == 2


def test_a_long_list_is_cut_unless_all_is_asked_for(gongkai, files, finds) -> None:
    finds(*(finding(Severity.WARNING, f"第{n}件事。") for n in range(1, 101)))
    text = gongkai("check", "a.html").text
    assert "第40件事。" in text
    assert "第41件事。" not in text
    assert "……另有 60 项" in text
    assert "第100件事。" in gongkai("check", "a.html", "--full").text


@pytest.mark.parametrize("width", [60, 80, 110])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    report = read(PAGE)
    long = (
        "表三“一、本年新收政府信息公开申请数量”一行各类申请人之和为 12345，总计印为 13，请核对后改正（见正文）。"
        * 3
    )
    found = [finding(severity, long, f"made.{severity}") for severity in Severity]
    one = checked("很长的文件名" * 6 + ".html", report, found)
    screen = io.StringIO()
    show_findings(Console(file=screen, width=width), [one, one], alone=False, full=False)
    show_findings(Console(file=screen, width=width), [one], alone=True, full=True)
    widths = [Console().render_lines("x") and _cells(line) for line in screen.getvalue().splitlines()]
    assert max(widths) <= width
    starts = {line.strip()[:1] for line in screen.getvalue().splitlines()}
    assert starts & set("。，）") == set()


def _cells(line: str) -> int:
    return sum(2 if ord(char) > 0x2E7F else 1 for char in line.rstrip())


def test_colours_are_for_terminals_only(gongkai, files, finds) -> None:
    finds(*ALL)
    assert "\x1b" not in gongkai("check", "a.html").text
    screen = io.StringIO()
    one: Checked = checked("a.html", read(PAGE), ALL)
    show_findings(Console(file=screen, force_terminal=True, color_system="standard"), [one], alone=True, full=True)
    assert "\x1b[" in screen.getvalue()


def test_json_is_what_the_published_types_read(gongkai, files, finds) -> None:
    finds(*ALL)
    form = msgspec.json.decode(gongkai("check", "a.html", "--format", "json").out, type=FindingsForm)
    assert [found.message for found in form.findings] == [found.message for found in ALL]
    assert (form.file, form.summary.error, form.summary.damage) == ("a.html", 1, 1)


@pytest.mark.parametrize("form", ["json", "html", "xlsx", "docx"])
def test_a_file_s_suffix_says_its_form_where_nothing_else_does(gongkai, here, finds, form) -> None:
    (here / "a.docx").write_bytes(WORD)
    finds(ALL[0])
    gongkai("check", "a.docx", "-o", f"x.{form}")
    gongkai("check", "a.docx", "-o", "y", "--format", form)
    assert (here / f"x.{form}").read_bytes() == (here / "y").read_bytes()


def test_a_word_document_gets_a_comment_for_each_finding(gongkai, here, finds) -> None:
    (here / "a.docx").write_bytes(WORD)
    finds(*ALL)
    assert gongkai("check", "a.docx", "--format", "docx", "-o", "x.docx").code == 1
    comments = list(docx.Document(str(here / "x.docx")).comments)
    assert [one.paragraphs[0].text[5:] for one in comments[:2]] == ["】行合计有误。", "】很可能有误。"]
    assert len(comments) == len(ALL)
    assert read((here / "x.docx").read_bytes()) == read(WORD)


def test_what_is_no_word_document_is_told_how_to_go_on(gongkai, files, finds) -> None:
    finds(*ALL)
    found = gongkai("check", "a.html", "--format", "docx", "-o", "x.docx")
    assert (found.code, found.out) == (2, b"")
    assert re.match(r"a\.html：批注只能加在 Word 文档（\.docx）上.*--format html", found.err)


def test_files_that_cannot_be_read_stand_on_the_page_and_in_the_workbook(gongkai, files, finds) -> None:
    finds()
    gongkai("check", ".", "-o", "x.html")
    assert "c.txt" in (files / "x.html").read_text("utf-8")
    (files / "x.html").unlink()
    gongkai("check", ".", "-o", "x.xlsx")
    lines = list(openpyxl.load_workbook(files / "x.xlsx")["汇总"].iter_rows(values_only=True))
    assert [line[0] for line in lines[1:]] == ["a.html", "b.html", "c.txt"]


def test_standard_input_is_an_input_like_any_other(gongkai, here, finds) -> None:
    finds(*ALL)
    assert json.loads(gongkai("check", "-", "--format", "json", stdin=PAGE).text)["file"] == "标准输入"


def test_a_folder_means_all_reports_below_it_and_no_file_of_verdicts(gongkai, here, finds) -> None:
    (here / "f" / "g").mkdir(parents=True)
    for name in ("f/a.html", "f/g/b.html"):
        (here / name).write_bytes(PAGE)
    (here / "f/a.html.verdicts.json").write_bytes(encode([]))
    finds()
    found = gongkai("check", "f", "--format", "json")
    assert (found.code, found.err) == (0, "")
    assert [json.loads(line)["file"] for line in found.text.splitlines()] == ["f/a.html", "f/g/b.html"]
    assert gongkai("check", "f/*", "--format", "json").code == 0


def test_a_dismissed_finding_is_counted_and_no_longer_shown(gongkai, files, finds) -> None:
    finds(*ALL)
    (files / "a.html.verdicts.json").write_bytes(verdict_on(PAGE, ALL[0], ALL, Decision.DISMISSED))
    found = gongkai("check", "a.html")
    assert found.code == 0
    assert ALL[0].message not in found.text
    assert "已复核排除 1 项" in found.text.splitlines()[-1]
    assert "已问过业务科" in gongkai("check", "a.html", "--full").text
    assert gongkai("check", "a.html", "b.html").code == 1


def test_a_confirmed_finding_is_shown_with_its_verdict(gongkai, files, finds) -> None:
    finds(*ALL)
    (files / "a.html.verdicts.json").write_bytes(verdict_on(PAGE, ALL[0], ALL, Decision.CONFIRMED))
    found = gongkai("check", "a.html")
    assert found.code == 1
    assert "复核：确认有误：已问过业务科" in found.text


def test_a_verdict_on_what_has_changed_is_told(gongkai, files, finds) -> None:
    finds(*ALL[1:])
    (files / "a.html.verdicts.json").write_bytes(verdict_on(PAGE, ALL[0], ALL, Decision.DISMISSED))
    assert "复核意见已失效 1 条" in gongkai("check", "a.html").text


def test_verdicts_that_cannot_be_read_are_told_and_the_report_is_checked(gongkai, files, finds) -> None:
    finds(*ALL)
    (files / "a.html.verdicts.json").write_bytes(b"{}")
    found = gongkai("check", "a.html")
    assert found.code == 3
    assert ALL[0].message in found.text
    assert found.err.startswith("a.html.verdicts.json：")


def test_local_rules_are_handed_on_and_broken_ones_refused(gongkai, files, finds) -> None:
    asked = finds()
    (files / "good.toml").write_text("[section_limits]\n1 = 1000\n", "utf-8")
    (files / "bad.toml").write_text("[nonsense]\n", "utf-8")
    assert gongkai("check", "a.html", "--rules", "good.toml").code == 0
    assert asked[0]["rules"].section_limits == {1: 1000}
    found = gongkai("check", "a.html", "--rules", "bad.toml")
    assert (found.code, len(asked)) == (2, 1)
    assert found.err.startswith("bad.toml：")


def test_one_report_is_held_against_all_that_are_named(gongkai, files, finds) -> None:
    (files / "last.html").write_bytes(LAST_YEAR)
    asked = finds()
    gongkai("check", "a.html", "--last-year", "last.html", "--last-year", "b.html")
    assert asked[0]["last_year"] == (read(LAST_YEAR), read(OTHER_PAGE))


def test_each_of_several_reports_is_held_against_its_own_and_what_is_left_is_told(gongkai, files, finds) -> None:
    (files / "last.html").write_bytes(LAST_YEAR)
    asked = finds()
    found = gongkai("check", "a.html", "b.html", "--last-year", "last.html", "--last-year", "b.html")
    assert [one["last_year"] for one in asked] == [(read(LAST_YEAR),), ()]
    assert found.err.startswith("b.html：")
    assert "没有用到" in found.err


def test_peers_are_the_reports_of_a_folder_without_the_one_that_is_checked(gongkai, files, finds) -> None:
    (files / "p").mkdir()
    for name, data in (("a.html", PAGE), ("b.html", OTHER_PAGE)):
        (files / "p" / name).write_bytes(data)
    asked = finds()
    assert gongkai("check", "a.html", "--peers", "p").code == 0
    assert asked[0]["peers"] == (("松塔县水文管理局", read(OTHER_PAGE)),)
    gongkai("check", "p/b.html", "--peers", "p")
    assert [name for name, _ in asked[1]["peers"]] == [printed.ORGAN]


def test_a_file_name_cannot_steer_the_terminal(gongkai, here, finds) -> None:
    (here / "a\x1b[31m.html").write_bytes(PAGE)
    (here / "b[bold]x.html").write_bytes(PAGE)
    finds(*ALL)
    for form in FORMS[:3]:
        assert "\x1b[31m" not in gongkai("check", ".", "--format", form).text
    assert "b[bold]x.html" in gongkai("check", ".").text


def test_what_is_written_is_written_whole_or_not_at_all(gongkai, files, finds) -> None:
    finds(*ALL)
    (files / "x.html").write_text("old" * 1_000_000)
    assert gongkai("check", "a.html", "-o", "x.html").code == 1
    assert (files / "x.html").read_text("utf-8").endswith("</html>\n") or "old" not in (
        files / "x.html"
    ).read_text()
    assert gongkai("check", "c.txt", "-o", "y.html").code == 3
    assert not (files / "y.html").exists()


def test_a_wrong_sum_is_found_by_the_rules_themselves(gongkai, here) -> None:
    wrong = printed.page(shown={TOTAL: "9999"}).encode()
    (here / "a.html").write_bytes(wrong)
    found = gongkai("check", "a.html")
    assert found.code == 1
    assert "9999" in found.text
    codes = [one.code for one in check(read(wrong)) if one.severity is Severity.ERROR]
    form = json.loads(gongkai("check", "a.html", "--format", "json").text)
    assert [one["code"] for one in form["findings"] if one["severity"] == "error"] == codes


def test_help_names_every_option(gongkai) -> None:
    asked = gongkai("check", "--help")
    options = ("--format", "--output", "--last-year", "--peers", "--rules", "--fail-on", "--jobs", "--full")
    assert [option for option in options if option not in asked.text] == []
