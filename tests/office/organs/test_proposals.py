"""What is proposed: by an organ's name, and by the law."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai_office.organs.models import Organ
from gongkai_office.organs.proposals import proposed_reviewers, suggested
from gongkai_office.organs.words import Kind, Level
from tests.office.city import City

TODAY = dt.date(2026, 3, 5)


@pytest.mark.parametrize(
    ("name", "kind", "level"),
    [
        ("萤台县人民政府", Kind.GOVERNMENT, Level.COUNTY),
        ("萤台县民政局", Kind.DEPARTMENT, Level.COUNTY),
        ("萤泽市人民政府办公室", Kind.GOVERNMENT_OFFICE, Level.CITY),
        ("萤台县砚溪镇人民政府", Kind.GOVERNMENT, Level.TOWNSHIP),
        ("萤台县城关街道办事处", Kind.DISPATCHED_ORGAN, Level.TOWNSHIP),
        ("国家税务总局萤台县税务局", Kind.VERTICAL, Level.COUNTY),
        ("某某某", "", ""),
    ],
)
def test_a_name_suggests_kind_and_level(name: str, kind: str, level: str) -> None:
    found = suggested(name)
    assert (found.kind, found.level) == (kind, level)
    assert bool(found.sentence) == bool(kind)


def test_a_name_of_a_known_place_suggests_its_code_and_a_township_not_that_of_its_county() -> None:
    assert suggested("浙江省人民政府").division_code == "330000"
    assert suggested("浙江省杭州市西湖区某某街道办事处").division_code == ""


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("萤台县水利局", "639721"),
        ("萤台县人民政府办公室", "639721"),
        ("萤台县砚溪镇人民政府", ""),
        ("萤泽市水利局", ""),
        ("某某某", ""),
        ("浙江省水利厅", "330000"),
    ],
)
def test_what_works_in_the_division_of_its_superior_has_its_code(city: City, name: str, code: str) -> None:
    city.county.division_code = "639721"
    assert suggested(name, city.county).division_code == code


def under(organ: Organ, name: str, kind: Kind, level: Level, **fields: object) -> Organ:
    return Organ.objects.add_child(organ, {"name": name, "kind": kind, "level": level, **fields})


def test_a_department_is_reviewed_by_its_government_and_a_justice_department_by_choice(city: City) -> None:
    found = proposed_reviewers(city.county_bureau, TODAY)
    assert [name for name, _ in found.reviewers] == ["萤台县人民政府"]
    assert "第二十四条" in found.article
    assert "基层" in found.court
    justice = under(city.county, "萤台县司法局", Kind.DEPARTMENT, Level.COUNTY)
    assert len(proposed_reviewers(justice, TODAY).reviewers) == 2


def test_a_government_is_reviewed_by_the_one_above_and_sued_at_the_intermediate_court(city: City) -> None:
    found = proposed_reviewers(city.county, TODAY)
    assert [name for name, _ in found.reviewers] == ["萤泽市人民政府"]
    assert "中级" in found.court


def test_a_vertical_organ_is_reviewed_by_its_system_and_a_province_by_itself(city: City) -> None:
    tax = under(city.county, "国家税务总局萤台县税务局", Kind.VERTICAL, Level.COUNTY, system_superior=city.bureau)
    assert proposed_reviewers(tax, TODAY).reviewers[0][0] == city.bureau.name
    province = Organ.objects.add_root({"name": "萤省人民政府", "kind": Kind.GOVERNMENT, "level": Level.PROVINCE})
    assert proposed_reviewers(province, TODAY).reviewers[0][0] == "萤省人民政府"


def test_an_outpost_of_a_city_s_department_leaves_a_choice_and_that_of_a_county_none(city: City) -> None:
    of_city = under(city.bureau, "萤泽市民政局砚萤分局", Kind.DISPATCHED_AGENCY, Level.COUNTY)
    of_county = under(city.county_bureau, "萤台县民政局城关所", Kind.DISPATCHED_AGENCY, Level.TOWNSHIP)
    assert len(proposed_reviewers(of_city, TODAY).reviewers) == 2
    assert [name for name, _ in proposed_reviewers(of_county, TODAY).reviewers] == ["萤台县人民政府"]


@pytest.mark.parametrize("kind", [Kind.INTERNAL_UNIT, Kind.PUBLIC_BODY])
def test_what_is_not_reviewed_in_this_way_says_so(city: City, kind: Kind) -> None:
    found = proposed_reviewers(under(city.county, "萤台县第一中学", kind, Level.COUNTY), TODAY)
    assert not found.reviewers
    assert found.remark


def test_a_day_before_the_law_of_2024_is_told(city: City) -> None:
    assert proposed_reviewers(city.county, dt.date(2023, 12, 31)).remark
