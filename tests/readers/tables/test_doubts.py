"""A table that is not what it seems is marked: no figure that stands elsewhere than it seems goes unmarked."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from gongkai.readers import read
from gongkai.report import AnnualReport, CellKey, State
from gongkai.terms import form
from tests.terms import printed
from tests.terms.printed import Box, Sheet

Sheets = dict[str, Sheet]
HEAD = 3
KINDS: dict[str, Callable[[Sheets], str]] = {
    "page": lambda tables: printed.page(tables=tables),
    "bars": lambda tables: printed.text(tables=tables),
    "tabs": lambda tables: printed.text(tables=tables, between="\t"),
    "lines": lambda tables: printed.text(tables=tables, between="\n"),
}
in_every_kind = pytest.mark.parametrize("kind", KINDS)


def read_as(kind: str, tables: Sheets, expected: Mapping[CellKey, str] | None = None) -> AnnualReport:
    """Read the report in one kind of print; no cell may be wrong without a mark."""
    report = read(KINDS[kind](tables).encode())
    assert printed.wrong(report, expected) == {}
    return report


def marked(report: AnnualReport) -> set[str]:
    """Return the tables and rows that carry a mark."""
    return {f"{cell.table}/{cell.row}" for cell in report.marked()}


def all_rows(table: str) -> set[str]:
    return {f"{key[0]}/{key[1]}" for key in printed.figures() if key[0] == table}


def figures(row: list[Box]) -> list[Box]:
    return row[-7:]


@in_every_kind
def test_swapped_columns_are_seen_in_the_head_of_table_3(kind: str) -> None:
    tables = printed.sheets()
    head, *rows = tables["3"][HEAD - 1 :]
    head[0], head[1] = head[1], head[0]
    for row in rows:
        row[-6], row[-5] = row[-5], row[-6]
    assert marked(read_as(kind, tables)) == all_rows("3")


@in_every_kind
def test_a_total_that_stands_first_is_seen_in_the_head_of_table_3(kind: str) -> None:
    tables = printed.sheets()
    natural, legal, total = tables["3"][1]
    tables["3"][1] = [total, natural, legal]
    for row in tables["3"][HEAD:]:
        row[-7:] = [row[-1], *row[-7:-1]]
    assert marked(read_as(kind, tables)) == all_rows("3")


@in_every_kind
def test_swapped_columns_are_seen_in_the_head_of_table_2(kind: str) -> None:
    tables = printed.sheets()
    for row in tables["2"][1:4]:
        row[1], row[2] = row[2], row[1]
    assert {"2/20.1.regulations", "2/20.1.normative_documents"} <= marked(read_as(kind, tables))


@in_every_kind
@pytest.mark.parametrize("order", ["results", "litigations", "litigation first"])
def test_another_order_is_seen_in_the_head_of_table_4(kind: str, order: str) -> None:
    tables = printed.sheets()
    sheet = tables["4"]
    top, middle, bottom, row = sheet
    if order == "results":
        for at in (2, 7, 12):
            row[at], row[at + 1] = row[at + 1], row[at]
        for cells, starts in ((middle, (2,)), (bottom, (2, 7))):
            for at in starts:
                cells[at], cells[at + 1] = cells[at + 1], cells[at]
    elif order == "litigations":
        sheet[1] = [*middle[:5], middle[6], middle[5]]
        sheet[3] = [*row[:5], *row[10:], *row[5:10]]
    else:
        sheet[0], sheet[1], sheet[3] = top[::-1], [*middle[5:], *middle[:5]], [*row[5:], *row[:5]]
    assert marked(read_as(kind, tables)) == all_rows("4")


@in_every_kind
def test_totals_that_stand_first_are_seen_in_the_head_of_table_4(kind: str) -> None:
    tables = printed.sheets()
    _, middle, bottom, row = tables["4"]
    for cells, starts in ((middle, (0,)), (bottom, (0, 5)), (row, (0, 5, 10))):
        for at in starts:
            cells[at : at + 5] = [cells[at + 4], *cells[at : at + 4]]
    assert marked(read_as(kind, tables)) == all_rows("4")


@in_every_kind
def test_natural_persons_behind_the_others_are_seen_in_the_head_of_table_3(kind: str) -> None:
    tables = printed.sheets()
    natural, legal, total = tables["3"][1]
    tables["3"][1] = [legal, natural, total]
    for row in tables["3"][HEAD:]:
        own = figures(row)
        row[-7:] = [*own[1:6], own[0], own[6]]
    assert marked(read_as(kind, tables)) == all_rows("3")


@pytest.mark.parametrize("between", ["|", "\t", "\n", None], ids=["bars", "tabs", "lines", "page"])
def test_swapped_columns_are_seen_in_the_later_heads_of_table_2_of_2019(between: str | None) -> None:
    tables = printed.sheets("2019")
    swapped = False
    for row in tables["2"]:
        if row[0].text == form.CONTENT:
            swapped = any(box.text == form.PREVIOUS_ITEMS for box in row)
        if swapped and len(row) > 2:
            row[1], row[2] = row[2], row[1]
    shown = printed.text("2019", tables=tables, between=between) if between else printed.page("2019", tables=tables)
    assert printed.wrong(read(shown.encode()), printed.truth("2019")) == {}


@in_every_kind
def test_figures_before_their_labels_are_marked(kind: str) -> None:
    tables = printed.sheets()
    for row in tables["3"][HEAD:]:
        row[:] = [*figures(row), *row[:-7]]
    assert marked(read_as(kind, tables)) == all_rows("3")


@in_every_kind
@pytest.mark.parametrize("where", ["behind", "before"])
def test_a_column_more_than_the_form_has_is_marked(kind: str, where: str) -> None:
    tables = printed.sheets()
    head, *rows = tables["3"]
    words = Box("上年总计" if where == "behind" else "年份", 1, HEAD)
    head[:] = [head[0], head[1], words] if where == "behind" else [head[0], words, head[1]]
    for number, row in enumerate(rows[HEAD - 1 :]):
        at = len(row) if where == "behind" else len(row) - 7
        row.insert(at, Box(str(500 + number) if where == "behind" else "2023"))
    assert marked(read_as(kind, tables)) == all_rows("3")


@in_every_kind
@pytest.mark.parametrize("where", ["behind", "before"])
def test_last_year_s_figures_beside_this_year_s_are_marked_in_table_2(kind: str, where: str) -> None:
    tables = printed.sheets()
    for number, row in enumerate(tables["2"]):
        if len(row) == 1:
            row[0] = Box(row[0].text, 5)
        else:
            words = "上年数量" if row[0].text == form.CONTENT else str(600 + number)
            row.insert(len(row) if where == "behind" else 1, Box(words))
    assert marked(read_as(kind, tables)) == all_rows("2")


@in_every_kind
@pytest.mark.parametrize("lost", [0, 7, 14])
def test_fourteen_figures_in_table_4_leave_all_of_them_open(kind: str, lost: int) -> None:
    tables = printed.sheets()
    del tables["4"][-1][lost]
    assert marked(read_as(kind, tables)) == all_rows("4")


@in_every_kind
@pytest.mark.parametrize("at", [0, 15])
def test_sixteen_figures_in_table_4_leave_all_of_them_open(kind: str, at: int) -> None:
    tables = printed.sheets()
    tables["4"][-1].insert(at, Box("9"))
    assert marked(read_as(kind, tables)) == all_rows("4")


@in_every_kind
@pytest.mark.parametrize("change", ["one lost", "one more"])
def test_a_row_with_a_figure_lost_or_added_is_marked_alone(kind: str, change: str) -> None:
    tables = printed.sheets()
    row = tables["3"][HEAD + 7]
    if change == "one lost":
        del row[-3]
    else:
        row.insert(-3, Box("4"))
    assert marked(read_as(kind, tables)) == {"3/3.3.4"}


@in_every_kind
@pytest.mark.parametrize("column", [0, 4, 6])
def test_a_table_without_one_of_its_columns_is_marked(kind: str, column: int) -> None:
    tables = printed.sheets()
    for row in tables["3"][HEAD:]:
        del row[len(row) - 7 + column]
    natural, legal, total = tables["3"][1]
    if column == 0:
        tables["3"][1] = [legal, total]
    elif column == 6:
        tables["3"][1] = [natural, legal]
    else:
        tables["3"][1] = [natural, Box(legal.text, 4), total]
        del tables["3"][2][column - 1]
    tables["3"][0][1] = Box(form.APPLICANTS, 6)
    assert marked(read_as(kind, tables)) == all_rows("3")


@in_every_kind
def test_a_row_printed_twice_is_one_row_and_a_difference_marks_its_cell(kind: str) -> None:
    tables = printed.sheets()
    row = tables["3"][HEAD + 7]
    tables["3"].insert(HEAD + 7, list(row))
    assert list(read_as(kind, tables).marked()) == []
    tables["3"][HEAD + 7][-2] = Box("977")
    report = read_as(kind, tables)
    assert [cell.key for cell in report.marked()] == [("3", "3.3.4", "other")]
    assert set(report.cell("3", "3.3.4", "other").candidates) == {int(row[-2].text), 977}


@in_every_kind
def test_a_missing_row_is_absent_and_rows_in_another_order_are_themselves(kind: str) -> None:
    tables = printed.sheets()
    rows = tables["3"]
    rows[HEAD + 7], rows[HEAD + 9] = rows[HEAD + 9], rows[HEAD + 7]
    assert list(read_as(kind, tables).marked()) == []
    tables = printed.sheets()
    del tables["3"][HEAD + 7]
    report = read_as(kind, tables)
    assert {cell.key[1] for cell in report.marked()} == {"3.3.4"}
    assert {cell.state for cell in report.marked()} == {State.ABSENT}


@in_every_kind
@pytest.mark.parametrize("label", ["", "?"])
def test_a_row_whose_label_is_lost_is_marked_and_its_figures_go_nowhere_else(kind: str, label: str) -> None:
    tables = printed.sheets()
    row = tables["3"][HEAD + 7]
    row[-8] = Box(label, row[-8].across, row[-8].down)
    assert "3/3.3.4" in marked(read_as(kind, tables))


@in_every_kind
@pytest.mark.parametrize("table", ["2", "3"])
def test_a_table_of_the_other_edition_is_read_by_its_own_labels(kind: str, table: str) -> None:
    tables = {**printed.sheets(), table: printed.sheets("2019")[table]}
    shown = {key: figure for key, figure in printed.truth("2019").items() if key[0] == table}
    expected = {**shown, **{key: figure for key, figure in printed.truth().items() if key[0] != table}}
    report = read_as(kind, tables, expected)
    assert marked(report) <= {"3/3.6", "3/3.6.1", "3/3.6.2", "3/3.6.3"}


@in_every_kind
def test_a_table_without_its_head_is_read_by_its_rows(kind: str) -> None:
    tables = printed.sheets()
    tables["3"] = tables["3"][HEAD:]
    assert list(read_as(kind, tables).marked()) == []


@in_every_kind
def test_a_line_of_figures_without_the_head_of_table_4_is_no_table(kind: str) -> None:
    tables = printed.sheets()
    tables["4"] = tables["4"][-1:]
    report = read_as(kind, tables)
    assert {(cell.table, cell.state) for cell in report.marked()} == {("4", State.ABSENT)}


@in_every_kind
def test_a_wrong_total_printed_by_the_author_stays_as_printed(kind: str) -> None:
    key = ("3", "3.3.4", "total")
    report = read(KINDS[kind](printed.sheets(shown={key: "4321"})).encode())
    assert printed.wrong(report, {**printed.truth(), key: "4321"}) == {}
    assert list(report.marked()) == []


def test_a_label_between_its_own_figures_leaves_no_row_wrong() -> None:
    text = printed.text(between="\n")
    row = [box.text for box in printed.sheets()["3"][HEAD + 7]][-8:]
    label, cells = row[0], row[1:]
    between = "\n".join([*cells[:3], label, *cells[3:]])
    report = read(text.replace("\n".join(row), between).encode())
    assert printed.wrong(report) == {}
    assert "3/3.3.4" in marked(report)


def test_a_label_cut_in_two_by_its_figures_leaves_no_row_wrong() -> None:
    text = printed.text(between="\n")
    row = [box.text for box in printed.sheets()["3"][HEAD + 7]][-8:]
    cut = "\n".join([row[0][:5], *row[1:], row[0][5:]])
    assert printed.wrong(read(text.replace("\n".join(row), cut).encode())) == {}


def test_a_label_broken_by_a_line_end_is_whole() -> None:
    text = printed.text(between="\n")
    label = "6.属于四类过程性信息"
    report = read(text.replace(label, f"{label[:5]}\n{label[5:]}").encode())
    assert printed.wrong(report) == {}
    assert list(report.marked()) == []


@pytest.mark.parametrize("kind", ["page", "bars", "lines"])
def test_a_stray_number_behind_a_label_is_not_taken_for_the_first_figure(kind: str) -> None:
    tables = printed.sheets()
    row = tables["3"][HEAD + 7]
    row.insert(len(row) - 7, Box("7"))
    report = read_as(kind, tables)
    assert marked(report) == {"3/3.3.4"}


@in_every_kind
@pytest.mark.parametrize("table", ["2", "3", "4"])
def test_two_copies_of_a_table_that_differ_in_a_figure_leave_it_open(kind: str, table: str) -> None:
    key = next(key for key in printed.figures() if key[0] == table)
    tables = printed.sheets()
    other = printed.sheets(shown={key: "9876"})[table]
    tables["4"] = [*tables["4"], *other]
    report = read_as(kind, tables)
    assert key in {cell.key for cell in report.marked()}
    assert {int(printed.figures()[key]), 9876} <= set(report.cell(*key).candidates)
