"""Data that this program wrote is read back as it was, and what somebody made of it is understood or refused."""

from __future__ import annotations

import csv
import io
import re
import time
from decimal import Decimal

import duckdb
import fsspec
import msgspec
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.errors import InputTooLarge, NotAReport, SeveralReports, UnknownKind, UnreadableInput
from gongkai.readers import read, read_all
from gongkai.readers.records import comma, long_rows
from gongkai.report import AnnualReport, Damage, Leftover, Repair, State, TextPlace
from gongkai.report.json_form import encode
from gongkai.samples import Sample, lawful_report, sample
from gongkai.writers.report.long_book import long_book
from gongkai.writers.report.long_form import COLUMNS, Reports, csv_text, rows_of
from gongkai.writers.report.parquet import parquet
from gongkai.writers.spreadsheet import LONGEST_TEXT
from tests.strategies import reports, samples

REPORT = lawful_report(9, edition="2019")
OTHER = lawful_report(10, edition="2021")
TWO = [("甲.html", REPORT), ("乙.html", OTHER)]


def json_lines(several: Reports) -> bytes:
    return b"\n".join(encode(report, source=source) for source, report in several)


def as_csv(several: Reports) -> bytes:
    return csv_text(several).encode("utf-8-sig")


FORMS = {"csv": as_csv, "parquet": parquet, "xlsx": long_book, "json": json_lines}


def rows(report: AnnualReport = REPORT, source: str = "甲.html") -> list[list[str]]:
    """Return the rows of the CSV, the head first."""
    return list(csv.reader(io.StringIO(csv_text([(source, report)]))))


def written(table: list[list[str]], delimiter: str = ",") -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter).writerows(table)
    return buffer.getvalue().encode()


def changed(column: str, text: str, row: int = 2, report: AnnualReport = REPORT) -> bytes:
    """Return the CSV with one field changed; rows count from 1, the head is the first."""
    table = rows(report)
    table[row - 1][COLUMNS.index(column)] = text
    return written(table)


def all_of(report: AnnualReport) -> tuple[object, ...]:
    """Return all that the long form keeps of a report; of places what is shown of them, of texts their words."""
    cells = [msgspec.structs.replace(cell, text=words(cell.text), place=None) for cell in report.cells]
    return (
        *(report.organ, report.unit, report.year, report.edition, report.scope, cells),
        [str(cell.place or "") for cell in report.cells],
        [(one.part, one.number, words(one.text), str(one.place or "")) for one in report.passages()],
        [(words(one.text), one.reason, str(one.place or "")) for one in report.leftovers],
        [(words(one.text), one.kind, one.repaired, str(one.place or "")) for one in report.damage],
    )


def words(text: str) -> str:
    # What parts the cells of a tape is in no table's file.
    return "".join(text.replace("\ufffd", "").split())


@pytest.mark.parametrize("form", FORMS)
@given(report=reports())
@settings(max_examples=15)
def test_a_lawful_report_is_read_back(form: str, report: AnnualReport) -> None:
    assert all_of(read(FORMS[form]([("甲", report)]))) == all_of(report)


@pytest.mark.parametrize("form", FORMS)
@given(one=samples())
@settings(max_examples=25)
def test_a_report_with_marks_is_read_back(form: str, one: Sample) -> None:
    try:
        report = read(one.data)
    except UnreadableInput:
        return
    again = read(FORMS[form]([(one.name, report)]))
    assert all_of(again) == all_of(report)
    assert form != "json" or again == report


@pytest.mark.parametrize("form", ["csv", "parquet", "xlsx"])
def test_what_was_read_back_is_written_the_same_again(form) -> None:
    report = read(sample(3, layout="xlsx_hidden").data)
    data = FORMS[form]([("甲", report)])
    assert FORMS[form]([("甲", read(data))]) == data


@pytest.mark.parametrize("form", FORMS)
def test_many_reports_come_back_with_their_sources_and_in_order(form) -> None:
    found = read_all(FORMS[form](TWO))
    assert [source for source, _ in found] == ["甲.html", "乙.html"]
    assert [all_of(one) for _, one in found] == [all_of(REPORT), all_of(OTHER)]


@pytest.mark.parametrize("form", FORMS)
def test_where_one_is_asked_for_several_are_refused(form) -> None:
    with pytest.raises(SeveralReports, match="有 2 份报告"):
        read(FORMS[form](TWO))


@pytest.mark.parametrize("form", FORMS)
def test_everything_about_a_cell_comes_back(form) -> None:
    first, money = REPORT.cells[0], next(cell for cell in REPORT.cells if cell.column == "amount")
    odd = {
        first.key: msgspec.structs.replace(
            first,
            text="=1?",
            value=None,
            state=State.AMBIGUOUS,
            candidates=(1, -10, None),
            repair=Repair(10, "理由"),
        ),
        money.key: msgspec.structs.replace(money, text="0.00001万元", value=Decimal("0.00001")),
        REPORT.cells[1].key: msgspec.structs.replace(
            REPORT.cells[1], value=None, state=State.AMBIGUOUS, candidates=(None,)
        ),
    }
    report = msgspec.structs.replace(
        REPORT,
        unit="某科",
        cells=tuple(odd.get(cell.key, cell) for cell in REPORT.cells),
        leftovers=(Leftover("'=注", "below"), Leftover("又注", "below")),
        damage=(Damage("cut", "信息公", TextPlace(3, 1, 4), "信息公开"),),
    )
    again = read(FORMS[form]([("甲", report)]))
    assert all_of(again) == all_of(report)
    assert [type(cell.value) for cell in again.cells] == [type(cell.value) for cell in report.cells]


@given(text=st.text(alphabet="'=+-@1.,件 \n\t", max_size=6))
def test_a_text_that_was_made_harmless_comes_back_exactly(text: str) -> None:
    report = msgspec.structs.replace(
        REPORT, cells=(msgspec.structs.replace(REPORT.cells[0], text=text), *REPORT.cells[1:])
    )
    assert read(csv_text([("甲", report)]).encode()).cells[0].text == text


def test_a_missing_cell_is_absent() -> None:
    table = rows()
    del table[1]
    again = read(written(table))
    assert (again.cells[0].state, again.cells[0].value) == (State.ABSENT, None)
    assert again.cells[1].value == REPORT.cells[1].value


def test_rows_may_be_sorted_anew() -> None:
    head, *body = rows()
    assert all_of(read(written([head, *sorted(body)]))) == all_of(REPORT)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_csv_that_a_spreadsheet_saved_again_is_read(separator, charset) -> None:
    table = written(rows(), separator).decode()
    assert all_of(read(table.encode(charset))) == all_of(REPORT)


def test_columns_may_be_moved_added_and_left_out() -> None:
    keep = [name for name in COLUMNS if name not in {"row_label", "column_label", "proof", "unit", "method"}]
    table = [[row[COLUMNS.index(name)] for name in reversed(keep)] + ["备注"] for row in rows()]
    assert all_of(read(written(table))) == all_of(REPORT)


def test_a_long_text_comes_back_whole_from_a_workbook() -> None:
    said = "长" * (2 * LONGEST_TEXT + 5)
    section = msgspec.structs.replace(
        REPORT.sections[0], paragraphs=(msgspec.structs.replace(REPORT.sections[0].paragraphs[0], text=said),)
    )
    report = msgspec.structs.replace(REPORT, sections=(section, *REPORT.sections[1:]))
    assert read(long_book([("甲", report)])).sections[0].paragraphs[0].text == said


@pytest.mark.parametrize(
    ("column", "text", "told"),
    [
        ("edition", "2022", "第 2 行：没有“2022”这个格式版本"),
        ("year", "去年", "第 2 行：“去年”不是年度"),
        ("scope", "all", "第 2 行：没有“all”这个范围"),
        ("row", "9.9", "第 2 行：2019 版格式没有这个单元格：2 9.9 made"),
        ("value", "十", "第 2 行：“十”不是数"),
        ("value", "1E+9", "第 2 行：“1E+9”不是数"),
        ("value", "", "第 2 行：状态是 printed，却没有数值"),
        ("state", "", "第 2 行：没有写明状态"),
        ("state", "ok", "第 2 行：没有“ok”这个状态"),
        ("method", "ai", "第 2 行：没有“ai”这个得到方式"),
        ("candidates", "1|x", "第 2 行：“x”不是数"),
        ("repair", "?", "第 2 行：“?”不是数"),
    ],
)
def test_a_broken_row_is_named(column, text, told) -> None:
    with pytest.raises(UnknownKind, match=re.escape(told)):
        read(changed(column, text))


def test_a_text_of_no_part_is_refused() -> None:
    place = len(REPORT.cells) + 2
    with pytest.raises(UnknownKind, match=f"第 {place} 行：正文没有“附件”这个部分"):
        read(changed("row", "附件", place))
    with pytest.raises(UnknownKind, match=f"第 {place} 行：“一”不是序号"):
        read(changed("column", "一", place))


@pytest.mark.parametrize("at", [1, len(REPORT.cells) + 1])
def test_the_same_cell_or_text_twice_is_refused(at) -> None:
    table = rows()
    table.append(table[at])
    with pytest.raises(UnknownKind, match=f"第 {len(table)} 行：.*出现了两次"):
        read(written(table))


def test_a_column_that_is_missing_or_there_twice_is_named() -> None:
    without = [[value for name, value in zip(COLUMNS, row, strict=True) if name != "state"] for row in rows()]
    with pytest.raises(UnknownKind, match="缺少这些列：state"):
        read(written(without))
    with pytest.raises(UnknownKind, match="“value”列出现了两次"):
        read(written([[*row, row[COLUMNS.index("value")]] for row in rows()]))


def test_a_head_alone_and_quotes_that_do_not_close_are_refused() -> None:
    with pytest.raises(UnknownKind, match="只有列名"):
        read(written(rows()[:1]))
    with pytest.raises(UnknownKind, match="引号不配对"):
        read(as_csv(TWO) + b'"open')


def test_a_broken_row_of_a_workbook_is_named_with_its_sheet() -> None:
    book = openpyxl.load_workbook(io.BytesIO(long_book([("甲", REPORT)])))
    book.worksheets[0].cell(5, COLUMNS.index("state") + 1, "ok")
    buffer = io.BytesIO()
    book.save(buffer)
    with pytest.raises(UnknownKind, match="工作表“单元格”第 5 行：没有“ok”这个状态"):
        read(buffer.getvalue())


def test_too_many_rows_are_refused(monkeypatch) -> None:
    monkeypatch.setattr(long_rows, "MAX_DATA_ROWS", 100)
    with pytest.raises(InputTooLarge, match="超过 100 行"):
        read(as_csv([("甲", REPORT)]))


def test_a_published_form_as_csv_is_read_as_such() -> None:
    table = [[row[8], row[11]] for row in rows()[1:] if row[5] == "3"]
    by_row = {
        label: [value for name, value in table if name == label] for label in dict.fromkeys(one[0] for one in table)
    }
    data = (
        "某局2020年政府信息公开工作年度报告\n" + "\n".join(",".join([a, *b]) for a, b in by_row.items())
    ).encode()
    assert not comma.is_long_csv(data)
    assert [source for source, _ in read_all(data)] == [None]
    assert not comma.is_long_csv(b"table,row,column\n1,2,3\n")


# JSON.


@pytest.mark.parametrize("lead", [b"", b"\xef\xbb\xbf", b"\n \n"])
def test_json_is_read_alone_indented_or_in_a_list(lead) -> None:
    one, line = encode(REPORT, source="甲.html"), lead + encode(REPORT)
    assert read(line) == read(lead + msgspec.json.format(one)) == read(b"[" + one + b"]") == REPORT
    assert read(line.decode("utf-8-sig").encode("utf-16")) == REPORT
    assert [report for _, report in read_all(b"[" + one + b"," + encode(OTHER) + b"]")] == [REPORT, OTHER]


def test_json_with_further_fields_is_read() -> None:
    fields = msgspec.json.decode(encode(REPORT)) | {"children": [{"organ": "某局"}]}
    assert read(msgspec.json.encode(fields)).organ == REPORT.organ


def changed_json(**fields: object) -> bytes:
    return msgspec.json.encode(msgspec.json.decode(encode(REPORT)) | fields)


CELLS = msgspec.json.decode(encode(REPORT))["cells"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (changed_json(version=99), "第 99 版格式，本程序只读第 2 版"),
        (changed_json(version="2"), "第 2 版|不合规定"),
        (changed_json(edition="2022"), "没有“2022”这个格式版本"),
        (changed_json(edition=[]), "没有“.*”这个格式版本"),
        (changed_json(cells=CELLS[1:]), "与 2019 版格式的单元格不一致"),
        (changed_json(cells=[{**CELLS[0], "state": "ok"}, *CELLS[1:]]), r"cells\[0\]\.state|cells\[\.\.\.\]"),
        (changed_json(year="x"), "year 的内容不合规定"),
        (changed_json(cells=[{**CELLS[0], "value": 10**40}, *CELLS[1:]]), "数位数太多|不合规定"),
        (encode(REPORT)[:-40], "不完整"),
        (encode(REPORT) + b"\n" + encode(OTHER)[:-40], "第 2 行：.*不完整"),
        (encode(REPORT) + b"\n" + changed_json(version=1), "第 2 行：.*第 1 版"),
    ],
)
def test_broken_json_says_what_is_wrong(data, told) -> None:
    with pytest.raises(UnknownKind, match=told):
        read_all(data)


@pytest.mark.parametrize("number", [b"1e999999999", b"1e-999999999", b"9" * 5000])
def test_a_number_without_end_is_refused_at_once(number) -> None:
    value = encode(REPORT).replace(b'"value":', b'"value":' + number + b',"x":', 1)
    began = time.monotonic()
    with pytest.raises(UnknownKind):
        read(value)
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    "data",
    [b"{}", b"[]", b"[1, 2]", b'{"code": 0, "data": {"list": []}}', b'{"cells": [], "edition": null}', b"[[[]]]"],
)
def test_other_json_is_said_to_be_other_json(data) -> None:
    with pytest.raises(NotAReport, match="不是 gongkai read --format json 导出的年度报告"):
        read(data)


@pytest.mark.parametrize("data", [b"[" * 100_000, b'{"a":' * 100_000])
def test_nesting_without_end_is_no_json(data) -> None:
    with pytest.raises(UnreadableInput):
        read(data)


@pytest.mark.parametrize("start", ["[首页] > 公开", "{{ title }}", "{"])
def test_a_text_that_begins_like_json_is_a_text(start) -> None:
    one = sample(1, layout="bars_between")
    report = read(f"{start}\n".encode() + one.data)
    assert [cell.value for cell in report.cells] == [cell.value for cell in read(one.data).cells]


# Parquet.


def of_query(query: str) -> bytes:
    memory = fsspec.filesystem("memory")
    with duckdb.connect() as database:
        database.register_filesystem(memory)
        database.execute(f"COPY ({query}) TO 'memory:///test.parquet' (FORMAT parquet)")
    data = memory.cat_file("/test.parquet")
    memory.rm_file("/test.parquet")
    return data


def test_a_damaged_parquet_file_is_said_to_be_damaged() -> None:
    data = parquet([("甲", REPORT)])
    for broken in (data[:-9], data[:100], b"PAR1", b"PAR1" + bytes(50) + b"PAR1"):
        with pytest.raises(UnknownKind, match="已损坏"):
            read(broken)


def test_another_parquet_file_is_no_report() -> None:
    with pytest.raises(NotAReport, match="缺少这些列：year, edition"):
        read(of_query("SELECT 1 AS a"))


def test_parquet_that_unpacks_to_too_much_is_refused() -> None:
    fields = ", ".join(f"'2' AS \"{name}\"" for name in COLUMNS if name != "text")
    bomb = of_query(f"SELECT {fields}, repeat('长', 100000) AS \"text\" FROM range(20000)")
    assert len(bomb) < 1_000_000
    with pytest.raises(InputTooLarge, match="展开后超过"):
        read(bomb)


def test_nothing_is_left_in_memory() -> None:
    read(parquet([("甲", REPORT)]))
    wrong = msgspec.structs.replace(REPORT, cells=(msgspec.structs.replace(REPORT.cells[0], value=None),))
    for broken in (b"PAR1", parquet([("甲", wrong)])):
        with pytest.raises(UnknownKind) as told:
            read(broken)
        # What a caught error still holds keeps nothing open.
        assert told.value
        assert _left() == []


def test_the_longest_field_is_as_it_was_after_a_broken_row() -> None:
    usual = csv.field_size_limit()
    with pytest.raises(UnknownKind) as told:
        read(changed("state", "ok"))
    assert (csv.field_size_limit(), bool(told.value)) == (usual, True)


def _left() -> list[str]:
    return [name for name in fsspec.filesystem("memory").store if "gongkai" in name]


def test_the_rows_of_a_report_are_all_read() -> None:
    assert len(list(rows_of([("甲", read(parquet([("甲", REPORT)])))]))) == len(rows()) - 1
