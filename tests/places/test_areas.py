"""The words for an organ's area: none that may be right is missing, and the wrong ones are not there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gongkai.places import Level, all_divisions, organ_of
from gongkai.places.areas import ALL, EVERYWHERE

YEAR, LATER = 2024, 2030
OWN_WORDS = re.compile("[全我本]([省市县区旗州盟镇乡街局])")


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("确山县人民政府", "县"),
        ("确山县财政局", "县"),
        ("江华瑶族自治县人民政府", "县"),
        ("株洲市天元区人民政府", "区"),
        ("浏阳市人民政府", "市"),
        ("济源市人民政府", "市"),
        ("常州市人民政府办公室", "市县区"),
        ("恩施州人民政府", "州县市"),
        ("上海市人民政府", "市县区"),
        # the street belongs to a district, the town to a county
        ("株洲市天元区泰山路街道办事处", "区"),
        ("确山县盘龙街道办事处", "县"),
        ("北海高新区管委会", "区"),
        ("确山县产业集聚区管委会", "区县"),
        # a zone that is a county as well
        ("福建省平潭综合实验区", "区县"),
        # in an autonomous region 全区 is the region
        ("玉林市容县人民政府", "县区"),
        ("石河子市人民政府", "市区"),
        ("锡林郭勒盟东乌珠穆沁旗人民政府", "旗区"),
        ("阿拉善盟行政公署", "盟旗县市区"),
        ("喀什地区行政公署", "区县市"),
        ("广西壮族自治区人民政府", "区市县州盟旗"),
        ("国家税务总局株洲市天元区税务局", "区"),
        # places that do not exist
        ("絮泉县人民政府", "县"),
        ("桐霭区鹿汀街道办事处", "区"),
        ("栖霓市人民政府", "市县区旗"),
    ],
)
def test_an_organ_calls_its_area_by_these_words(name: str, own: str) -> None:
    assert organ_of(name, YEAR).area_words == frozenset(own) | EVERYWHERE


@pytest.mark.parametrize(
    ("name", "above"),
    [
        ("确山县人民政府", "市省"),
        ("恩施市人民政府", "州省"),
        ("玉林市容县人民政府", "市区"),
        ("上海市浦东新区人民政府", "市"),
        ("淮安市人民政府", "省"),
        ("喀什地区疏附县人民政府", "区"),
        ("福建省平潭综合实验区公安局", "县市省"),
    ],
)
def test_the_areas_above_have_these_words(name: str, above: str) -> None:
    assert organ_of(name, YEAR).words_above >= frozenset(above)
    assert organ_of("确山县人民政府", YEAR).words_above == frozenset("市省")


@pytest.mark.parametrize(
    "name",
    [
        "365bet(中国)官方网站",
        "区行政审批局",
        "市财政局",
        "县民政局",
        "我市",
        "教育局",
        "杭州市下城区人民政府",
        "平潭综合实验区",
        "高新区管委会",
        "河北雄安新区管理委员会",
        "中国（福建）自由贸易试验区厦门片区管委会",
        "株洲市公安局石峰分局",
        "南京海关",
        "泰山路街道办事处",
        "湖南省人民政府",
        "财政部",
    ],
)
def test_every_word_is_right_where_the_name_leaves_the_area_open(name: str) -> None:
    assert organ_of(name, YEAR).area_words == ALL


def test_a_division_may_use_every_word_until_it_has_long_been_what_it_is() -> None:
    years = range(2018, 2026)
    assert [year for year in years if organ_of("沙县区人民政府", year).area_words != ALL] == [2023, 2024, 2025]
    assert [year for year in years if organ_of("沙县人民政府", year).area_words != ALL] == [2018, 2019]


def test_a_name_borne_in_several_regions_may_use_the_words_of_each() -> None:
    # 新城区 lies in 呼和浩特 and in 西安
    assert organ_of("新城区人民政府", YEAR).words_above == frozenset("市省区")
    # 河口县 is 河口瑶族自治县, whatever stands before it
    assert organ_of("河口县人民政府", YEAR).area_words == frozenset("县") | EVERYWHERE


def test_no_organ_lacks_the_words_of_its_own_division_and_of_its_region() -> None:
    for one in all_divisions():
        organ = organ_of(one.name + "人民政府", one.last_year or LATER)
        assert one.name[-1] in organ.area_words
        assert organ.area_words >= EVERYWHERE
        if one.code[:2] in {"15", "45", "54", "64", "65"}:
            assert "区" in organ.area_words


def test_a_county_that_has_not_changed_has_neither_districts_nor_cities_in_it() -> None:
    counties = [one for one in all_divisions() if one.level is Level.COUNTY and one.name.endswith("县")]
    settled = [
        one
        for one in counties
        if one.first_year is None and one.last_year is None and one.code[:2] not in {"45", "54", "64", "65", "15"}
    ]
    names = [one for one in settled if len(organ_of(one.name + "人民政府", YEAR).codes) == 1]
    assert len(names) > 1000
    assert {frozenset("区市") & organ_of(one.name + "人民政府", YEAR).area_words for one in names} == {frozenset()}


@pytest.mark.parametrize(
    ("file", "name", "year", "slips"),
    [
        ("001_b41b80c613413d2c.txt", "确山县人民政府", 2024, ["全区"]),
        ("002_8e88544a5aba1fdd.txt", "株洲市天元区泰山路街道办事处", 2024, []),
        ("003_d7e6bacd7eea9ab0.txt", "北海高新区管委会", 2024, []),
        ("004_1d244e8061c394ae.txt", "常州市人民政府办公室", 2024, []),
        ("107_pingtan-2019.txt", "福建省平潭综合实验区", 2019, []),
        ("108_pingtan-2020.txt", "福建省平潭综合实验区", 2020, []),
        ("109_pingtan-2021.txt", "福建省平潭综合实验区", 2021, []),
        ("110_pingtan-2022.txt", "福建省平潭综合实验区", 2022, []),
        ("114_pingtan-gonganju-2019.txt", "福建省平潭综合实验区公安局", 2019, []),
        ("115_pingtan-caizhengju-2021.txt", "福建省平潭综合实验区财政金融局", 2021, []),
        ("118_pingtan-gonganju-2024.txt", "福建省平潭综合实验区公安局", 2024, []),
    ],
)
def test_the_real_reports_use_no_other_words_but_one(
    shared_reports: Path, file: str, name: str, year: int, slips: list[str]
) -> None:
    organ = organ_of(name, year)
    text = (shared_reports / file).read_text(encoding="utf-8")
    right = organ.area_words | organ.words_above
    assert [found[0] for found in OWN_WORDS.finditer(text) if found[1] not in right] == slips
