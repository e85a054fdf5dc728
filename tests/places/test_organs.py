"""Kind, level, division and parent are read from the names that organs have."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.places import Division, Level, OrganKind, all_divisions, organ_of
from gongkai.places.areas import names_above
from gongkai.samples import organ_words
from tests.house.tree import PACKAGE

YEAR = 2024
# A name is read in some 30 µs; the bound leaves room for a busy machine.
SLOWEST = 0.001

# name: kind, level, division, parent
NAMES = {
    # the real reports
    "确山县人民政府": "government county 确山县 驻马店市",
    "株洲市天元区泰山路街道办事处": "street_office township 泰山路街道 天元区",
    "北海高新区管委会": "zone - - 北海市",
    "常州市人民政府办公室": "office city 常州市 江苏省",
    "淮安市人民政府": "government city 淮安市 江苏省",
    "淮安市人民政府办公室（淮安市）": "office city 淮安市 江苏省",
    "上海市人民政府办公厅": "office province 上海市 -",
    "平潭综合实验区": "zone - - -",
    "福建省平潭综合实验区": "zone - - 福建省",
    "福建省平潭综合实验区公安局": "department - - 福建省",
    "福建省平潭综合实验区财政金融局": "department - - 福建省",
    "福建省平潭综合实验区行政审批局": "department - - 福建省",
    "区行政审批局": "department county - -",
    # governments and their offices
    "湖南省人民政府": "government province 湖南省 -",
    "湖南株洲市天元区人民政府": "government county 天元区 株洲市",
    "广西壮族自治区人民政府办公厅": "office province 广西壮族自治区 -",
    "恩施土家族苗族自治州人民政府": "government city 恩施土家族苗族自治州 湖北省",
    "恩施州人民政府": "government city 恩施土家族苗族自治州 湖北省",
    "海南州人民政府": "government city 海南藏族自治州 青海省",
    "喀什地区行政公署": "government city 喀什地区 新疆维吾尔自治区",
    "阿拉善盟行政公署办公室": "office city 阿拉善盟 内蒙古自治区",
    "江华瑶族自治县人民政府": "government county 江华瑶族自治县 永州市",
    "江华县人民政府": "government county 江华瑶族自治县 永州市",
    "内蒙古自治区锡林郭勒盟东乌珠穆沁旗人民政府": "government county 东乌珠穆沁旗 锡林郭勒盟",
    "浏阳市人民政府": "government county 浏阳市 长沙市",
    "济源市人民政府": "government county 济源市 河南省",
    "神农架林区人民政府": "government county 神农架林区 湖北省",
    "六枝特区人民政府": "government county 六枝特区 六盘水市",
    "上海市浦东新区人民政府": "government county 浦东新区 上海市",
    "济南市市中区人民政府": "government county 市中区 济南市",
    "市中区人民政府": "government county 市中区 -",
    "鼓楼区人民政府": "government county 鼓楼区 -",
    "城区人民政府": "government county 城区 -",
    "赵县人民政府": "government county 赵县 石家庄市",
    "香港特别行政区政府": "government province 香港特别行政区 -",
    "确山县": "government county 确山县 驻马店市",
    "县人民政府办公室": "office county - -",
    "我市": "government city - -",
    "国务院": "government nation - -",
    "国务院办公厅": "office nation - -",
    # departments
    "株洲市天元区市场监督管理局": "department county 天元区 株洲市",
    "上海市市场监督管理局": "department province 上海市 -",
    "青岛市市北区城市管理局": "department county 市北区 青岛市",
    "秦皇岛市山海关区教育局": "department county 山海关区 秦皇岛市",
    "本溪市教育局": "department city 本溪市 辽宁省",
    "江华县数据局": "department county 江华瑶族自治县 永州市",
    "黔东南州发展和改革委员会": "department city 黔东南苗族侗族自治州 贵州省",
    "新疆维吾尔自治区教育厅": "department province 新疆维吾尔自治区 -",
    "确山县人民政府国有资产监督管理委员会": "department county 确山县 驻马店市",
    "常州市人民政府驻北京办事处": "department city 常州市 江苏省",
    "株洲市生态环境局天元分局": "department city 株洲市 湖南省",
    "北京市地方金融监督管理局": "department province 北京市 -",
    "株洲市地震局": "department city 株洲市 湖南省",
    "市财政局": "department city - -",
    "市民政局": "department city - -",
    "县市场监督管理局": "department county - -",
    "自治区发展和改革委员会": "department province - -",
    "市场监督管理局": "department - - -",
    "教育局": "department - - -",
    "我局": "department - - -",
    "财政部": "department nation - -",
    "国家市场监督管理总局": "department nation - -",
    "国家税务总局": "department nation - -",
    # townships and streets
    "榆林市榆阳区新明楼街道": "street_office township 新明楼街道 榆阳区",
    "西安市新城区长乐西路街道办事处": "street_office township 长乐西路街道 新城区",
    "北京市朝阳区三间房地区办事处": "street_office township 三间房地区 朝阳区",
    "泰山路街道办事处": "street_office township 泰山路街道 -",
    "街道办事处": "street_office township - -",
    "东莞市长安镇人民政府": "township township 长安镇 东莞市",
    "榆阳区金鸡滩镇": "township township 金鸡滩镇 榆阳区",
    "湖南省永州市江华瑶族自治县桥市乡人民政府": "township township 桥市乡 江华瑶族自治县",
    "镇人民政府": "township township - -",
    "株洲市石峰区清水塘街道综合执法大队": "department township 清水塘街道 石峰区",
    # zones
    "北京经济技术开发区管理委员会": "zone - - 北京市",
    "江苏省苏州工业园区管理委员会": "zone - - 江苏省",
    "苏州工业园区管理委员会": "zone - - 苏州市",
    "武汉东湖新技术开发区管理委员会": "zone - - 武汉市",
    "贵阳国家高新技术产业开发区": "zone - - 贵阳市",
    "海口综合保税区管理委员会": "zone - - 海口市",
    "河北雄安新区管理委员会": "zone - - 河北省",
    "重庆两江新区管理委员会": "zone - - 重庆市",
    "中国（福建）自由贸易试验区厦门片区管委会": "zone - - 福建省",
    "烟台开发区管委办公室": "office - - 烟台市",
    "确山县产业集聚区管委会": "zone - - 确山县",
    "鹤壁市城乡一体化示范区管委会": "zone - - 鹤壁市",
    "横琴粤澳深度合作区执行委员会": "zone - - -",
    "山南新区管委会": "zone - - -",
    "江北新区管委会": "zone - - -",
    # organs led from above
    "国家税务总局株洲市天元区税务局": "vertical county 天元区 株洲市",
    "国家税务总局北海高新技术产业开发区税务局": "vertical - - 北海市",
    "南京海关": "vertical - - -",
    "中华人民共和国上海海事局": "vertical - - -",
    "株洲市气象局": "vertical city 株洲市 湖南省",
    "株洲市消防救援支队": "vertical city 株洲市 湖南省",
    "国家金融监督管理总局株洲监管分局": "vertical city 株洲市 湖南省",
    "中国人民银行湖南省分行": "vertical province 湖南省 -",
    "国家外汇管理局株洲市分局": "vertical city 株洲市 湖南省",
    "国家统计局河南调查总队": "vertical province 河南省 -",
    "株洲市烟草专卖局（公司）": "vertical city 株洲市 湖南省",
    "湖南省邮政管理局": "vertical province 湖南省 -",
    "株洲市国家安全局": "vertical city 株洲市 湖南省",
    "湖南省地震局": "vertical province 湖南省 -",
    "湖南省通信管理局": "vertical province 湖南省 -",
    "上海出入境边防检查总站": "vertical - - -",
    # places that do not exist
    "栖霓市人民政府": "government city 栖霓市 -",
    "栖霓市絮泉县人民政府": "government county 絮泉县 栖霓市",
    "絮泉县人民政府办公室": "office county 絮泉县 -",
    "絮泉县杏霭镇人民政府": "township township 杏霭镇 絮泉县",
    "桐霭区鹿汀街道办事处": "street_office township 鹿汀街道 桐霭区",
    "璃溪区行政审批局": "department county 璃溪区 -",
    "栖霓市霁湾经济开发区管委会": "zone - - 栖霓市",
    "鹭汀综合实验区管理委员会财政局": "department - - -",
}
NO_ORGANS = (
    "",
    "365bet(中国)官方网站",
    "某某娱乐",
    "某某娱乐城人民政府",
    "hth网页版登录入口",
    "中共确山县委办公室",
    "确山县委宣传部",
    "确山县人民法院",
    "确山县人民医院",
    "确山县第一中学",
    "株洲市城市建设投资有限公司",
    "人民代表大会常务委员会",
    "全市",
    # a district, a zone or an autonomous region
    "我区",
    "确" * 500,
    "\x00",
)


def told(name: str, year: int | None = YEAR) -> str:
    organ = organ_of(name, year)
    return " ".join([organ.kind, organ.level or "-", organ.division or "-", organ.parent or "-"])


@pytest.mark.parametrize("name", NAMES)
def test_a_name_tells_kind_level_division_and_parent(name: str) -> None:
    assert told(name) == NAMES[name]


@pytest.mark.parametrize("name", NO_ORGANS)
def test_what_is_no_organ_is_unknown_and_every_word_is_right(name: str) -> None:
    organ = organ_of(name)
    assert told(name) == "unknown - - -"
    assert len(organ.area_words) == 11
    assert not organ.certain


@pytest.mark.parametrize(
    ("name", "year", "codes"),
    [
        ("杭州市下城区人民政府", 2020, ("330103",)),
        ("杭州市下城区人民政府", 2021, ("330103",)),
        ("杭州市下城区人民政府", 2022, ("330100",)),
        ("杭州市临平区人民政府", 2019, ("330100",)),
        ("杭州市临平区人民政府", 2021, ("330113",)),
        ("公主岭市人民政府", 2018, ("220381",)),
        ("公主岭市人民政府", 2020, ("220184", "220381")),
        ("公主岭市人民政府", 2023, ("220184",)),
        ("株洲市天元区泰山路街道办事处", 2024, ("430211",)),
        ("福建省平潭综合实验区", 2024, ("350128",)),
        ("鼓楼区人民政府", 2024, ("320106", "320302", "350102", "410204")),
        ("南京海关", 2024, ()),
        ("絮泉县人民政府", 2024, ()),
    ],
)
def test_codes_are_those_of_the_innermost_division_that_the_year_knows(
    name: str, year: int, codes: tuple[str, ...]
) -> None:
    assert organ_of(name, year).codes == codes


def test_a_dissolved_division_still_has_the_level_of_its_ending() -> None:
    assert told("杭州市下城区人民政府", 2024) == "government county 下城区 杭州市"
    assert told("莱芜市莱城区人民政府", 2024) == "government county 莱城区 莱芜市"


def test_a_division_of_a_later_year_is_not_taken_for_the_one_it_was_made_of() -> None:
    assert told("三明市沙县区人民政府", 2018) == "government county 沙县区 三明市"
    assert told("三明市沙县人民政府", 2018) == "government county 沙县 三明市"


def test_the_parent_is_that_of_the_year() -> None:
    assert told("公主岭市人民政府", 2018).endswith("四平市")
    assert told("公主岭市人民政府", 2023).endswith("长春市")


@pytest.mark.parametrize(
    ("name", "system"),
    [
        ("国家税务总局株洲市税务局", "tax"),
        ("南京海关", "customs"),
        ("国家外汇管理局湖南省分局", "foreign_exchange"),
        ("国家金融监督管理总局湖南监管局", "finance"),
        ("中国证券监督管理委员会湖南监管局", "finance"),
        ("株洲市国家安全局", "state_security"),
        ("株洲市气象局", "weather"),
        ("株洲市教育局", None),
        ("株洲市地方金融监督管理局", None),
        ("天津市河西区海关街道办事处", None),
    ],
)
def test_an_organ_led_from_above_names_its_system(name: str, system: str | None) -> None:
    assert organ_of(name, YEAR).system == system


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("福建省平潭综合实验区公安局", "平潭综合实验区"),
        ("确山县产业集聚区管委会", "产业集聚区"),
        ("烟台开发区管委办公室", "烟台开发区"),
        ("重庆两江新区管理委员会", "两江新区"),
        ("云台山管理委员会", "云台山"),
        ("长春市绿园区人民政府", None),
        ("株洲市国有资产监督管理委员会", None),
    ],
)
def test_a_zone_is_named(name: str, zone: str | None) -> None:
    assert organ_of(name, YEAR).zone == zone


@pytest.mark.parametrize(
    ("name", "dispatched"),
    [
        ("株洲市生态环境局天元分局", True),
        ("常州市人民政府驻北京办事处", True),
        ("确山县公安局盘龙派出所", True),
        ("确山县公安局", False),
        ("国家金融监督管理总局株洲监管分局", False),
    ],
)
def test_an_outpost_is_known_by_its_name(name: str, dispatched: bool) -> None:
    assert organ_of(name, YEAR).dispatched is dispatched


@pytest.mark.parametrize(
    "name", ["区行政审批局", "市财政局", "我市", "栖霓市人民政府", "北海高新区管委会", "株洲市公安局石峰分局"]
)
def test_what_a_name_leaves_open_is_not_certain(name: str) -> None:
    assert not organ_of(name, YEAR).certain
    assert organ_of("确山县人民政府", YEAR).certain


def places(division: Division) -> list[str]:
    """Return the ways to print a division before an organ: alone, behind its parent, in full."""
    above = list(names_above(division))
    return [division.name, "".join(above[:1]) + division.name, "".join(reversed(above)) + division.name]


# Four cities moved up a level within a year; in that year their name means both.
SETTLED = [one for one in all_divisions() if {one.first_year, one.last_year} & {2015, 2016} == set()]


def test_every_government_office_and_department_has_the_level_of_its_division() -> None:
    wrong = []
    for one in SETTLED:
        for place in places(one):
            for body, kind in (
                ("", "government"),
                ("人民政府", "government"),
                ("人民政府办公室", "office"),
                ("城市管理局", "department"),
            ):
                organ = organ_of(place + body, one.last_year)
                found = (organ.kind, organ.level, organ.division, one.code in organ.codes)
                wrong += [(place + body, found)] if found != (kind, one.level, one.name, True) else []
    assert wrong == []


def test_every_county_may_have_streets_townships_zones_and_tax_offices() -> None:
    wrong = []
    for one in SETTLED:
        for place in places(one) if one.level is Level.COUNTY else ():
            for name, expected in (
                (f"{place}新市路街道办事处", f"street_office township 新市路街道 {one.name}"),
                (f"{place}城关镇人民政府", f"township township 城关镇 {one.name}"),
                (f"{place}经济技术开发区管理委员会", f"zone - - {one.name}"),
                (f"国家税务总局{place}税务局", f"vertical county {one.name}"),
            ):
                found = told(name, one.last_year)
                wrong += [(name, found)] if not found.startswith(expected) else []
    assert wrong == []


def test_made_up_organs_have_the_level_of_their_ending() -> None:
    words = organ_words
    levels = {
        **{name + words.GOVERNMENT: Level.PROVINCE for name in words.PROVINCES},
        **{name + words.OFFICE: Level.CITY for name in words.CITIES},
        **{city + county + words.GOVERNMENT: Level.COUNTY for city in words.CITIES for county in words.COUNTIES},
        **{county + body: Level.COUNTY for county in words.COUNTIES for body in words.DEPARTMENTS},
        **{county + town: Level.TOWNSHIP for county in words.COUNTIES for town in words.TOWNSHIPS},
        **{zone + words.ZONE_COMMITTEE: None for zone in words.ZONES},
    }
    assert {name: organ_of(name).level for name in levels} == levels
    assert OrganKind.UNKNOWN not in {organ_of(name).kind for name in levels}


def test_the_real_reports_name_organs_of_known_kinds(shared_reports: Path) -> None:
    organs = [json.loads(file.read_bytes())["organ"] for file in sorted((shared_reports / "truth").glob("*.json"))]
    named = [name for name in organs if name]
    assert len(named) > 10
    assert [name for name in named if organ_of(name).kind is OrganKind.UNKNOWN] == []


@given(
    st.text(
        alphabet="省市县区旗州盟镇乡街道人民政府办公室局委会高新开发管理东南西北山海国家税务我0a（）、 ",
        max_size=80,
    ),
    st.none() | st.integers(1, 9999),
)
def test_any_text_is_answered_and_no_level_comes_without_a_kind(name: str, year: int | None) -> None:
    organ = organ_of(name, year)
    assert organ.name == name
    assert organ.area_words
    if organ.kind is OrganKind.UNKNOWN:
        assert (organ.level, organ.division, organ.codes, len(organ.area_words)) == (None, None, (), 11)


@pytest.mark.parametrize("word", ["区", "市", "新区", "高新区街道", "中国人民", "人民政府", "自治"])
def test_a_long_name_takes_no_longer(word: str) -> None:
    organ_of("确山县")
    start = time.perf_counter()
    for length in (20, 60, 120, 100_000):
        organ_of(word * (length // len(word)))
    assert time.perf_counter() - start < 8 * SLOWEST


def test_a_name_is_read_in_no_time() -> None:
    organ_of("确山县")
    fastest = []
    for name in list(NAMES)[:20]:
        start = time.perf_counter()
        organ_of(name, 1999)
        fastest.append(time.perf_counter() - start)
    assert sorted(fastest)[10] < SLOWEST


def test_the_table_travels_with_the_package() -> None:
    assert (PACKAGE / "places" / "divisions.json").is_file()
    assert "divisions.json" not in (PACKAGE.parents[1] / ".gitignore").read_text(encoding="utf-8")
