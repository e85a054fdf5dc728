"""What a dry run tells of a list of organs: all that would stop the import, before anything is written."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from gongkai.law.identifiers.credit_codes import check_sign
from gongkai_office.organs import actions
from gongkai_office.organs.checks import DEEPEST
from gongkai_office.organs.models import Organ
from gongkai_office.organs.queries import parent_of
from gongkai_office.organs.sheets import book
from gongkai_office.organs.sheets.steps import Fate
from gongkai_office.organs.words import Kind, Level
from tests.office.city import City
from tests.office.organs.lists import CODE, HEAD, OTHER_CODE, nothing_there, plan, told, write


def test_a_list_with_its_history_is_taken_in_by_an_empty_installation(city: City) -> None:
    actions.change_organ(city.county_bureau, by=None, system_superior=city.other_county_bureau)
    actions.set_competent_authority(city.county, unit=city.county_bureau, by=None)
    for one in (city.county, city.other_county):
        actions.abolish_organ(one, on=dt.date(2024, 1, 1), by=None, children=actions.ChildrenGo.ABOLISHED)
    given = book.list_as_csv(Organ.objects.all())
    nothing_there()
    found = plan(given)
    assert found.problems == ()
    assert write(found) == {"added": 7, "changed": 0}
    assert book.list_as_csv(Organ.objects.all()) == given
    assert Organ.objects.filter(abolished_on=dt.date(2024, 1, 1)).count() == 4


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("萤台县水利局,萤台县林业局,政府工作部门,县级,,,", "上级机关"),
        ("萤台县人民政府,萤泽市人民政府,,,萤台县林业局,,", "主管部门"),
        ("萤台县民政局,萤台县人民政府,,,,萤台县林业局,", "垂直领导上级"),
        ("萤台县民政局,萤台县林业局,,,,,11441700007280420Y", "上级机关"),
    ],
)
def test_what_points_to_a_line_that_was_abolished_is_told_before_anything_is_written(
    city: City, line: str, column: str
) -> None:
    Organ.objects.filter(pk=city.county_bureau.pk).update(credit_code=CODE)
    found = plan(
        f"{HEAD},主管部门,垂直领导上级,统一社会信用代码,撤销日期\r\n"
        f"萤台县林业局,萤台县人民政府,政府工作部门,县级,,,,2020-01-01\r\n{line},\r\n"
    )
    assert told(found) == [(3, column)]
    assert "已于2020-01-01撤销" in found.problems[0].reason


def test_what_ended_before_what_is_above_it_may_stand_there(city: City) -> None:
    text = (
        f"{HEAD},撤销日期\r\n"
        "萤台县林业局,萤台县人民政府,政府工作部门,县级,2020-01-01\r\n"
        "萤台县林场,萤台县林业局,内设机构,县级,{day}\r\n"
    )
    assert told(plan(text.format(day="2020-01-02"))) == [(3, "上级机关")]
    found = plan(text.format(day="2019-01-01"))
    assert found.problems == ()
    assert write(found)["added"] == 2


@pytest.mark.parametrize("column", ["成立日期", "撤销日期"])
def test_a_day_that_has_not_come_is_told(city: City, column: str) -> None:
    found = plan(f"{HEAD},{column}\r\n萤台县水利局,萤台县人民政府,政府工作部门,县级,2026-03-06\r\n")
    assert told(found) == [(2, column)]


def test_a_beginning_after_its_own_history_is_told(city: City) -> None:
    actions.rename_organ(city.bureau, name="萤泽市社会局", on=dt.date(2024, 1, 1), by=None)
    text = "机关名称,上级机关,成立日期\r\n萤泽市社会局,萤泽市人民政府,{day}\r\n"
    assert told(plan(text.format(day="2024-01-02"))) == [(2, "成立日期")]
    assert told(plan(text.format(day="2024-01-01"))) == []


def test_a_list_changes_nothing_below_an_organ_of_which_one_has_the_organ_alone(city: City) -> None:
    Organ.objects.filter(pk=city.county.pk).update(credit_code=CODE)
    mine = Organ.objects.filter(pk__in=[city.county.pk, city.other_county.pk])
    text = (
        f"{HEAD},统一社会信用代码\r\n"
        "萤台县水利局,萤台县人民政府,政府工作部门,县级,\r\n"
        f"萤台县人民政府,砚萤县人民政府,,,{CODE}\r\n"
    )
    assert told(plan(text, mine, closed=[city.county.pk])) == [(2, "上级机关"), (3, "上级机关")]
    assert told(plan(text, mine)) == []


def test_a_namesake_elsewhere_is_remarked_for_it_may_have_been_meant(city: City) -> None:
    found = plan(f"{HEAD}\r\n萤台县民政局,砚萤县人民政府,政府工作部门,县级\r\n")
    assert found.problems == ()
    assert [note.column for note in found.remarks] == ["机关名称"]
    assert "在“萤泽市人民政府/萤台县人民政府”之下" in found.remarks[0].reason


def test_moves_of_one_file_that_wait_for_each_other_all_succeed(city: City) -> None:
    for one, code in ((city.county, CODE), (city.other_county, OTHER_CODE)):
        Organ.objects.filter(pk=one.pk).update(credit_code=code)
    actions.move_organ(city.other_county, under=city.county, by=None)
    actions.change_organ(city.county_bureau, by=None, system_superior=city.bureau)
    found = plan(
        "机关名称,上级机关,统一社会信用代码,垂直领导上级\r\n"
        f"萤台县人民政府,砚萤县人民政府,{CODE},\r\n"
        f"砚萤县人民政府,萤泽市人民政府,{OTHER_CODE},\r\n"
        "萤泽市民政局,,,萤台县民政局\r\n"
        "萤台县民政局,,,清空\r\n"
    )
    assert found.problems == ()
    assert write(found) == {"added": 0, "changed": 4}
    assert parent_of(Organ.objects.get(pk=city.county.pk)) == city.other_county
    assert Organ.objects.get(pk=city.bureau.pk).system_superior == city.county_bureau


def test_organs_of_one_name_do_not_change_places_in_one_file(city: City) -> None:
    for one, code in ((city.county_bureau, CODE), (city.other_county_bureau, OTHER_CODE)):
        Organ.objects.filter(pk=one.pk).update(credit_code=code, name="民政局")
    found = plan(
        "机关名称,上级机关,统一社会信用代码\r\n"
        f"民政局,砚萤县人民政府,{CODE}\r\n民政局,萤台县人民政府,{OTHER_CODE}\r\n"
    )
    assert [note.column for note in found.problems] == ["机关名称", "机关名称"]
    assert "第3行才移走" in found.problems[0].reason


def test_an_organ_at_the_top_that_is_out_of_reach_is_told(city: City) -> None:
    mine = Organ.objects.filter(path__startswith=city.city.path)
    assert told(plan(f"{HEAD}\r\n鹭汀市人民政府,,人民政府,市级\r\n", mine)) == [(2, "机关名称")]


def chain(length: int, under: Organ, letter: str) -> Organ:
    for number in range(length):
        row = {"name": f"{letter}{number}", "kind": Kind.INTERNAL_UNIT, "level": Level.COUNTY}
        under = Organ.objects.add_child(Organ.objects.get(pk=under.pk), row)
    return under


def test_what_would_stand_too_deep_is_told_on_the_line_that_moves_it(city: City) -> None:
    chain(30, city.county, "甲")
    chain(40, city.other_county, "乙")
    Organ.objects.filter(pk=city.county.pk).update(credit_code=CODE)
    text = f"机关名称,上级机关,统一社会信用代码\r\n萤台县人民政府,乙{{place}},{CODE}\r\n"
    assert told(plan(text.format(place=27))) == [(2, "上级机关")]
    found = plan(text.format(place=26))
    assert found.problems == ()
    write(found)
    assert max(Organ.objects.values_list("depth", flat=True)) == DEEPEST


def test_no_word_is_special_in_the_column_of_names(city: City) -> None:
    Organ.objects.filter(pk=city.county_bureau.pk).update(name="清空")
    assert {step.fate for step in plan(book.list_as_csv(Organ.objects.all())).steps} == {Fate.UNCHANGED}


def test_a_name_with_signs_that_are_not_seen_is_told_and_forms_of_unicode_are_one(city: City) -> None:
    assert told(plan(f"{HEAD}\r\n萤台县\u200b民政局,萤台县人民政府,政府工作部门,县级\r\n")) == [(2, "机关名称")]
    Organ.objects.filter(pk=city.county_bureau.pk).update(name="萤台县é局")
    found = plan(f"{HEAD}\r\n萤台县e\u0301局,萤台县人民政府,政府工作部门,县级\r\n")
    assert [step.fate for step in found.steps] == [Fate.UNCHANGED]


CODES = tuple(body + check_sign(body) for body in (f"1144170000728042{number}" for number in range(6)))
A_CODE = st.sampled_from(CODES)
SELDOM = st.one_of(st.just(""), st.just(""), st.just(""), st.just("清空"), A_CODE)
A_DAY = st.sampled_from(["", "", "", "", "2019-01-01", "2020-01-01"])
LINES = st.lists(
    st.tuples(st.sampled_from(range(len(CODES))), st.one_of(st.just(""), A_CODE), SELDOM, SELDOM, A_DAY, A_DAY),
    min_size=1,
    max_size=len(CODES),
    unique_by=lambda line: line[0],
)


def listed(lines: list[Any]) -> str:
    """Return a list of organs whose code alone tells them apart: two of each name."""
    head = f"{HEAD},统一社会信用代码,主管部门,垂直领导上级,成立日期,撤销日期"
    rows = [
        (f"{'甲乙丙'[one % 3]}县人民政府", under, "人民政府", "县级", CODES[one], *others)
        for one, under, *others in lines
    ]
    return "\r\n".join([head, *map(",".join, rows)])


@settings(max_examples=150, phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck))
@given(files=st.lists(LINES, min_size=2, max_size=4))
def test_what_a_dry_run_finds_nothing_wrong_with_is_written_to_the_last_line(db: None, files: list[Any]) -> None:
    nothing_there()
    for lines in files:
        while lines and (bad := {note.line for note in plan(listed(lines)).problems}):
            lines = [line for number, line in enumerate(lines, 2) if number not in bad]
        if lines:
            found = plan(listed(lines))
            assert sum(write(found).values()) == len(found.of(Fate.NEW)) + len(found.of(Fate.CHANGED))
    assert not any(Organ.objects.find_problems())
