"""Lists of organs: read in any encoding, every bad line told, written once, read back as given out."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongkai_office.audit.models import Event
from gongkai_office.organs import actions
from gongkai_office.organs.errors import ImportStopped, UnreadableList
from gongkai_office.organs.models import Organ
from gongkai_office.organs.queries import parent_of
from gongkai_office.organs.sheets import book
from gongkai_office.organs.sheets.steps import Fate
from gongkai_office.organs.sheets.table import read_table
from gongkai_office.organs.words import Kind, Level
from tests.office.city import City
from tests.office.organs.lists import CODE, HEAD, OTHER_CODE, plan, told, write


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_a_list_is_read_in_every_encoding_that_spreadsheets_write(encoding: str, delimiter: str) -> None:
    text = f"{HEAD},联系电话\r\n萤台县𬭚水利局,萤台县人民政府,政府工作部门,县级,000-1234567\r\n".replace(
        ",", delimiter
    )
    table = read_table(text.encode(encoding))
    assert table.lines[0].number == 2
    assert table.lines[0].cells["name"] == "萤台县𬭚水利局"
    assert table.lines[0].cells["phone"] == "000-1234567"


def test_a_workbook_is_read_with_its_numbers_and_days_as_texts_and_hidden_sheets_left_alone() -> None:
    made = openpyxl.Workbook()
    hidden, page = made.active, made.create_sheet()
    hidden.append(["机关名称", "层级"])
    hidden.append(["萤台县隐藏局", "县级"])
    hidden.sheet_state = "hidden"
    page.append(["某某名录"])
    page.append(["机关名称（必填）", "邮政编码", "成立日期", "*层级", "备注"])
    page.append(["萤台县水利局", 100000, dt.date(2020, 5, 1), "县级", "甲"])
    buffer = io.BytesIO()
    made.save(buffer)
    table = read_table(buffer.getvalue())
    assert [line.number for line in table.lines] == [3]
    assert table.lines[0].cells == {
        "name": "萤台县水利局", "postcode": "100000", "established_on": "2020-05-01", "level": "县级",
    }  # fmt: skip
    assert [note.column for note in table.remarks] == ["备注"]


@pytest.mark.parametrize(
    "data", [b"", b" \r\n", b"PK\x03\x04broken", b"\x89PNG\r\n\x00\x00", "甲,乙\r\n1,2\r\n".encode(), HEAD.encode()]
)
def test_what_is_no_list_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(UnreadableList) as refused:
        read_table(data)
    assert refused.value.reason.endswith("。")


def test_a_cell_far_away_does_not_fill_the_memory() -> None:
    made = openpyxl.Workbook()
    made.active.append(["机关名称", "层级"])
    made.active.append(["萤台县水利局", "县级"])
    made.active.cell(1_048_576, 16_384, "远")
    buffer = io.BytesIO()
    made.save(buffer)
    assert len(read_table(buffer.getvalue()).lines) == 1


def test_every_bad_line_is_told_at_once_with_its_number_and_column(city: City) -> None:
    found = plan(
        "机关名称,上级机关,机关类别,层级,统一社会信用代码,行政区划代码,电子邮箱,网址,邮政编码,成立日期\r\n"
        "萤台县水利局,没有的政府,政府工作部门,县级,,,,,,\r\n"
        ",萤台县人民政府,政府工作部门,县级,,,,,,\r\n"
        "萤台县林业局,萤台县人民政府,政府部门,县级,,,,,,\r\n"
        f"萤台县农业局,萤台县人民政府,政府工作部门,县级,{CODE[:-1]}A,99,无,无,12,二月\r\n"
        "萤台县渔业局,萤台县人民政府,政府工作部门,县级,1.14417E+17,,,,,\r\n"
        "某某,萤台县人民政府,,,,,,,,\r\n"
        "萤台县畜牧局,民政局,政府工作部门,县级,,,,,,\r\n"
        "萤台县盐业局,第99行,政府工作部门,县级,,,,,,\r\n"
    )
    assert told(found) == [
        (2, "上级机关"),
        (3, "机关名称"),
        (4, "机关类别"),
        (5, "成立日期"), (5, "电子邮箱"), (5, "统一社会信用代码"), (5, "网址"), (5, "行政区划代码"),
        (5, "邮政编码"),
        (6, "统一社会信用代码"),
        (7, "层级"), (7, "机关类别"),
        (8, "上级机关"),
        (9, "上级机关"),
    ]  # fmt: skip
    assert "政府工作部门" in next(note.reason for note in found.problems if note.line == 4)
    assert "丢失" in next(note.reason for note in found.problems if note.line == 6)
    assert not Event.objects.exists()
    with pytest.raises(ImportStopped, match="第2行"):
        write(found)


def test_parents_may_come_after_children_and_be_named_by_path_code_or_line(db: None) -> None:
    found = plan(
        f"{HEAD},统一社会信用代码,主管部门,垂直领导上级\r\n"
        "萤台县水利局,萤泽市人民政府/萤台县人民政府,政府工作部门,县级,,,萤泽市水利局\r\n"
        f"萤台县林业局,{CODE},政府工作部门,县级,,,\r\n"
        "萤台县农业局,第6行,政府工作部门,县级,,,\r\n"
        "萤台县渔业局,萤台县人民政府,政府工作部门,县级,,,\r\n"
        f"萤台县人民政府,萤泽市人民政府,人民政府,县级,{CODE},萤台县林业局,\r\n"
        "萤泽市人民政府,,人民政府,市级,,,\r\n"
        "萤泽市水利局,萤泽市人民政府,政府工作部门,市级,,,\r\n"
    )
    assert found.problems == ()
    assert write(found) == {"added": 7, "changed": 0}
    county = Organ.objects.get(name="萤台县人民政府")
    assert {parent_of(one) for one in Organ.objects.filter(name__startswith="萤台县").exclude(pk=county.pk)} == {
        county
    }
    assert parent_of(county).name == "萤泽市人民政府"
    assert county.competent_authority.name == "萤台县林业局"
    assert Organ.objects.get(name="萤台县水利局").system_superior.name == "萤泽市水利局"
    assert Organ.objects.find_problems() == ([], [], [], [], [])


def test_a_name_that_several_bear_is_asked_about_and_the_living_goes_before_the_abolished(city: City) -> None:
    one = Organ.objects.add_child(city.county, {"name": "办公室", "kind": Kind.DEPARTMENT, "level": Level.COUNTY})
    other = Organ.objects.add_child(city.other_county, {"name": "办公室", "kind": "department", "level": "county"})
    text = f"{HEAD}\r\n信访股,办公室,内设机构,县级\r\n"
    assert "萤台县人民政府/办公室" in plan(text).problems[0].reason
    actions.abolish_organ(other, on=dt.date(2024, 1, 1), by=None)
    found = plan(text)
    assert found.problems == ()
    assert found.steps[0].references["under"].organ == one.pk


def test_what_hangs_on_itself_is_told_on_both_lines(db: None) -> None:
    found = plan(
        f"{HEAD}\r\n甲局,乙局,政府工作部门,县级\r\n乙局,甲局,政府工作部门,县级\r\n丙局,丙局,政府工作部门,县级\r\n"
    )
    assert {note.line for note in found.problems} == {2, 3, 4}


@pytest.mark.parametrize(
    "rows",
    [
        ["甲,甲,政府工作部门,县级"] * 300,
        [f"第{one}局,第{one + 1}局,政府工作部门,县级" for one in range(900)],
        [f"甲{one % 9},乙{one % 7},政府工作部门,县级" for one in range(300)]
        + [f"乙{one % 7},甲{one % 9},政府工作部门,县级" for one in range(300)],
    ],
)
def test_a_file_made_to_harm_is_answered_in_time(db: None, rows: list[str]) -> None:
    assert len(plan("\r\n".join([HEAD, *rows])).problems) > len(rows) // 2


def test_moving_two_organs_below_each_other_is_told(city: City) -> None:
    Organ.objects.filter(pk=city.county.pk).update(credit_code=CODE)
    Organ.objects.filter(pk=city.other_county.pk).update(credit_code=OTHER_CODE)
    found = plan(
        "机关名称,上级机关,统一社会信用代码\r\n"
        f"萤台县人民政府,砚萤县人民政府,{CODE}\r\n砚萤县人民政府,萤台县人民政府,{OTHER_CODE}\r\n"
    )
    assert {note.line for note in found.problems} == {2, 3}
    assert "圈" in found.problems[0].reason


def test_twice_the_same_organ_name_or_code_is_told_on_the_later_line(city: City) -> None:
    found = plan(
        f"{HEAD},统一社会信用代码\r\n"
        f"萤台县水利局,萤台县人民政府,政府工作部门,县级,{CODE}\r\n"
        "萤台县水利局,萤台县人民政府,政府工作部门,县级,\r\n"
        f"萤台县林业局,萤台县人民政府,政府工作部门,县级,{CODE}\r\n"
        "萤台县民政局,萤台县人民政府,,,\r\n"
        "萤台县民政局,萤台县人民政府,,,\r\n"
    )
    assert told(found) == [(3, "机关名称"), (4, "统一社会信用代码"), (6, "机关名称")]


def test_a_code_outside_of_what_one_may_change_is_taken_and_its_holder_not_named(city: City) -> None:
    Organ.objects.filter(pk=city.foreign.pk).update(credit_code=CODE)
    mine = Organ.objects.filter(path__startswith=city.county.path)
    text = f"{HEAD},统一社会信用代码\r\n萤台县水利局,萤台县人民政府,政府工作部门,县级,{CODE}\r\n"
    found = plan(text, mine, at_top=False)
    assert told(found) == [(2, "统一社会信用代码")]
    assert "鹭汀" not in found.problems[0].reason


def test_who_may_not_stand_at_the_top_is_asked_for_a_parent(city: City) -> None:
    mine = Organ.objects.filter(path__startswith=city.county.path)
    found = plan(
        f"{HEAD}\r\n萤台县水利局,,政府工作部门,县级\r\n萤台县人民政府,,人民政府,县级\r\n", mine, at_top=False
    )
    assert told(found) == [(2, "上级机关")]
    assert found.of(Fate.UNCHANGED)[0].name == "萤台县人民政府"


def test_a_list_takes_no_organ_from_below_one_that_is_out_of_reach(city: City) -> None:
    mine = Organ.objects.filter(pk__in=[city.county_bureau.pk, city.other_county.pk])
    Organ.objects.filter(pk=city.county_bureau.pk).update(credit_code=CODE)
    text = f"{HEAD},统一社会信用代码\r\n萤台县民政局,砚萤县人民政府,政府工作部门,县级,{CODE}\r\n"
    assert told(plan(text, mine, at_top=False)) == [(2, "上级机关")]
    assert told(plan(text, mine, at_top=True)) == []


def test_existing_organs_are_changed_or_left_alone_as_is_chosen(city: City) -> None:
    lines = (
        "机关名称,上级机关,联系电话,简称",
        "萤台县民政局,萤台县人民政府,1234567,",
        "砚萤县民政局,,7654321,清空",
    )
    text = "\r\n".join(lines)
    Organ.objects.filter(pk=city.other_county_bureau.pk).update(short_name="民政局")
    Organ.objects.filter(pk=city.county_bureau.pk).update(short_name="县民政局")
    found = plan(text)
    assert [(one.line, one.fate, [tuple(change) for change in one.changes]) for one in found.steps] == [
        (2, Fate.CHANGED, [("phone", "", "1234567")]),
        (3, Fate.CHANGED, [("phone", "", "7654321"), ("short_name", "民政局", "")]),
    ]
    assert [one.fate for one in plan(text, skipped=None).steps] == [Fate.SKIPPED] * 2
    write(found)
    assert Organ.objects.get(pk=city.county_bureau.pk).short_name == "县民政局"
    assert Organ.objects.get(pk=city.other_county_bureau.pk).short_name == ""
    assert {one.fate for one in plan(text).steps} == {Fate.UNCHANGED}


def test_what_the_name_suggests_is_marked(city: City) -> None:
    found = plan("机关名称,上级机关\r\n萤台县水利局,萤台县人民政府\r\n")
    assert [(note.line, note.column) for note in found.remarks] == [(2, "层级"), (2, "机关类别")]
    write(found)
    assert Organ.objects.get(name="萤台县水利局").kind == Kind.DEPARTMENT


def test_another_name_or_an_end_is_left_to_the_organ_s_own_page(city: City) -> None:
    Organ.objects.filter(pk=city.county_bureau.pk).update(credit_code=CODE)
    found = plan(f"机关名称,上级机关,统一社会信用代码,撤销日期\r\n萤台县社会事务局,萤台县人民政府,{CODE},\r\n")
    assert told(found) == [(2, "机关名称")]
    assert "更名" in found.problems[0].reason


def test_an_abolished_organ_is_entered_afterwards(city: City) -> None:
    write(plan(f"{HEAD},撤销日期\r\n萤台县水利局,萤台县人民政府,政府工作部门,县级,2019/1/5\r\n"))
    assert Organ.objects.get(name="萤台县水利局").abolished_on == dt.date(2019, 1, 5)


def test_an_import_that_ended_in_the_middle_goes_on_without_doubling(city: City, monkeypatch: Any) -> None:
    lines = [
        f"萤台县第{number}局,萤台县人民政府,政府工作部门,县级,{'第9行' if number == 1 else ''}"
        for number in range(12)
    ]
    text = f"{HEAD},垂直领导上级\r\n" + "\r\n".join(lines)
    monkeypatch.setattr(actions.imports, "BATCH", 5)

    def dies(done: int, total: int) -> None:
        if done == 10:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        actions.import_organs(plan(text), by=None, progress=dies)
    assert Organ.objects.filter(name__contains="第").count() == 10
    assert write(plan(text, skipped=[])) == {"added": 2, "changed": 1}
    assert Organ.objects.filter(name__contains="第").count() == 12
    assert Organ.objects.get(name="萤台县第1局").system_superior.name == "萤台县第7局"
    assert Event.objects.filter(verb="organs.add").count() == 12


def test_a_line_that_is_refused_in_the_writing_is_named(city: City) -> None:
    found = plan(f"{HEAD}\r\n萤台县水利局,萤台县人民政府,政府工作部门,县级\r\n")
    actions.add_organ(under=city.county, by=None, name="萤台县水利局", kind="department", level="county")
    with pytest.raises(ImportStopped, match="第2行“萤台县水利局”"):
        write(found)


def test_the_digest_of_a_plan_tells_that_the_organs_changed_meanwhile(city: City) -> None:
    text = f"{HEAD}\r\n萤台县水利局,萤台县人民政府,政府工作部门,县级\r\n"
    before = plan(text).digest
    assert plan(text).digest == before
    actions.add_organ(under=city.county, by=None, name="萤台县水利局", kind="department", level="county")
    assert plan(text).digest != before


def test_the_template_has_its_lists_and_explains_each_column_and_has_no_line() -> None:
    made = openpyxl.load_workbook(io.BytesIO(book.template()))
    assert made.sheetnames == ["机关名录", "填写说明"]
    assert len(made.worksheets[0].data_validations.dataValidation) == 2
    assert made.worksheets[1].max_row > len(book.FIELDS)
    with pytest.raises(UnreadableList, match="没有任何一行"):
        read_table(book.template())


def test_no_cell_that_is_given_out_is_a_formula(city: City) -> None:
    Organ.objects.filter(pk=city.county.pk).update(
        phone="+86 000", office_hours='=HYPERLINK("x")', fax="-1", name="@甲"
    )
    cells = {cell.value: cell for row in openpyxl.load_workbook(
        io.BytesIO(book.list_as_xlsx(Organ.objects.all()))
    ).worksheets[0] for cell in row if cell.value}  # fmt: skip
    for text in ("+86 000", '=HYPERLINK("x")', "-1", "@甲"):
        assert cells[text].data_type == "s"
        assert cells[text].quotePrefix
    written = book.list_as_csv(Organ.objects.all()).decode("utf-8-sig")
    assert "'+86 000" in written
    assert "\"'=HYPERLINK" in written


def test_what_no_cell_can_hold_is_shown_as_lost(city: City) -> None:
    Organ.objects.filter(pk=city.county.pk).update(phone="000\x01\x0b1")
    sheet = openpyxl.load_workbook(io.BytesIO(book.list_as_xlsx(Organ.objects.all()))).worksheets[0]
    assert "000\ufffd 1" in [cell.value for row in sheet for cell in row]


NAMES = st.text(alphabet="甲乙=+@'-/第1行 局", min_size=1, max_size=5).filter(lambda text: text == text.strip())
ROWS = st.lists(
    st.tuples(NAMES, st.integers(0, 20), st.booleans(), st.sampled_from(["", "=1+1", "+86", "'=a", "甲"])),
    min_size=1,
    max_size=9,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS)
@pytest.mark.parametrize("given_out", [book.list_as_xlsx, book.list_as_csv])
def test_what_is_given_out_changes_nothing_when_it_is_taken_in(db: None, given_out: Any, rows: list[Any]) -> None:
    Organ.objects.update(system_superior=None)
    Organ.objects.all().delete()
    made: list[Organ] = []
    taken = set()
    for name, place, ended, text in rows:
        under = Organ.objects.get(pk=made[place % len(made)].pk) if made and place else None
        key = (under.pk if under else None, name, ended)
        if key in taken:
            continue
        taken.add(key)
        row = {
            "name": name, "kind": "department", "level": "county", "address": text, "office_hours": text,
            "abolished_on": dt.date(2020, 1, 1) if ended else None,
            "system_superior": made[place % len(made)] if made else None,
        }  # fmt: skip
        made.append(Organ.objects.add_child(under, row) if under else Organ.objects.add_root(row))
    found = plan(given_out(Organ.objects.all()))
    assert found.problems == ()
    assert {step.fate for step in found.steps} == {Fate.UNCHANGED}
    assert len(found.steps) == len(made)
