"""Names of places are found in prose, those of other places are told apart, and ordinary words are left alone."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.places import all_divisions, divisions_in, elsewhere_in, named, organ_of, related, words

YEAR = 2024
# Half a megabyte of nothing but names takes about a second; the bound leaves room for a busy machine.
SLOWEST = 15
ENDS = frozenset("省市县区旗盟州")


def found(text: str, year: int | None = YEAR) -> list[str]:
    return [one.name for one in divisions_in(text, year)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("2024年，确山县人民政府办公室", ["确山县"]),
        ("2024年确山县主动公开", ["确山县"]),
        ("赴浙江省杭州市上城区学习", ["浙江省", "杭州市", "上城区"]),
        ("结合天元区实际", ["天元区"]),
        ("湖南株洲市的做法", ["株洲市"]),
        ("全面对标驻马店市先进做法", ["驻马店市"]),
        ("江华瑶族自治县、恩施州", ["江华瑶族自治县", "恩施州"]),
        ("与济南市市中区签订", ["济南市", "市中区"]),
        ("怀化市会同县", ["怀化市", "会同县"]),
        ("在内蒙古自治区", ["内蒙古自治区"]),
    ],
)
def test_names_are_found(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "我市市区城镇居民",
        "高新区、新区、地区、城区、社区、园区",
        "推进各项城市管理工作",
        "回应相应城市更新需求",
        "沿海城市、滨海城市、新兴城市",
        "会同县司法局、会同市直有关部门",
        "新建区级政务公开专区",
        "全州县市、市中区域",
        "公安县级联网",
        "保持和平县域稳定",
        "南京东路、上海路",
        "上海市场、大同市场主体",
        "泰山区域、中山区间",
        "江苏省略去",
        "实施秉县官作风",
        "政和县直机关",
        "湖南、株洲、天元",
        "赵县以外",
        "省市县区",
        "",
    ],
)
def test_ordinary_words_are_no_names(text: str) -> None:
    assert found(text) == []


def test_a_name_says_where_it_stands_and_all_that_it_may_mean() -> None:
    (one,) = divisions_in("参加鼓楼区座谈会", YEAR)
    assert (one.start, one.end, one.name) == (2, 5, "鼓楼区")
    assert [place.code for place in one.divisions] == ["320106", "320302", "350102", "410204"]
    (city, district) = divisions_in("参加南京市鼓楼区座谈会", YEAR)
    assert [place.code for place in (*city.divisions, *district.divisions)] == ["320100", "320106"]


def test_a_name_counts_only_in_its_years() -> None:
    assert found("、下城区、", 2020) == ["下城区"]
    assert found("、下城区、", 2023) == []


@pytest.mark.parametrize(
    "one", [one for one in all_divisions() if one.last_year is None][::7], ids=lambda one: one.name
)
def test_every_name_is_found_in_its_full_address(one) -> None:
    above = [place for place in all_divisions() if place.covers(one) and place != one and place.last_year is None]
    address = "".join(place.name for place in above) + one.name
    last = divisions_in(f"地址：{address}。", YEAR)
    assert len(one.name) < 3 or (last[-1].name, last[-1].divisions) == (one.name, (one,))


def test_ordinary_words_of_the_list_are_names_of_the_table() -> None:
    assert [name for name in words.ORDINARY.pattern.split("|") if not named(name)] == []


@pytest.mark.parametrize(
    ("organ", "text", "places"),
    [
        ("确山县人民政府", "确山县、驻马店市、河南省、泌阳县、商丘市", ["泌阳县", "商丘市"]),
        ("株洲市天元区泰山路街道办事处", "株洲市天元区、石峰区、长沙市", ["石峰区", "长沙市"]),
        ("常州市人民政府办公室", "新北区、天宁区、江苏省、江阴市", ["江阴市"]),
        ("北海高新区管委会", "北海市、合浦县、广西壮族自治区、南宁市", ["南宁市"]),
        ("福建省平潭综合实验区公安局", "平潭县、福州市、福建省、江苏省", ["江苏省"]),
        ("湖南省人民政府", "长沙市、确山县", ["确山县"]),
        # led from above: its area is not its city's
        ("国家税务总局株洲市税务局", "长沙市、确山县", ["确山县"]),
        ("南京海关", "苏州市、确山县", []),
        # nothing is known of these places
        ("区行政审批局", "确山县", []),
        ("絮泉县人民政府", "确山县", []),
        ("365bet(中国)官方网站", "确山县", []),
        # 鼓楼区 of which city?
        ("鼓楼区人民政府", "南京市、福州市、长沙市", ["长沙市"]),
    ],
)
def test_names_of_other_places_are_told_apart(organ: str, text: str, places: list[str]) -> None:
    assert [one.name for one in elsewhere_in(text, organ_of(organ, YEAR), YEAR)] == places


def test_a_neighbour_that_was_merged_is_not_another_place() -> None:
    text = "、江干区、西湖区、临平区"
    assert [one.name for one in elsewhere_in(text, organ_of("杭州市上城区人民政府", 2021), 2021)] == ["西湖区"]
    assert [one.name for one in elsewhere_in(text, organ_of("杭州市余杭区人民政府", 2021), 2021)] == ["西湖区"]


def test_an_organ_is_related_to_what_it_is_in_and_what_is_in_it() -> None:
    county = organ_of("确山县人民政府", YEAR)
    city = organ_of("驻马店市人民政府", YEAR)
    (henan,), (zhumadian,), (queshan,), (zhuzhou,) = (
        named(name) for name in ("河南省", "驻马店市", "确山县", "株洲市")
    )
    assert all(related(organ, place) for organ in (county, city) for place in (henan, zhumadian, queshan))
    assert not any(related(organ, zhuzhou) for organ in (county, city))


@given(
    st.text(alphabet="确山县驻马店市河南省新建区会同城和，。的ab", max_size=60), st.sampled_from([None, 2019, 2024])
)
def test_names_stand_in_order_apart_and_where_they_say(text: str, year: int | None) -> None:
    mentions = divisions_in(text, year)
    ends = [0]
    for one in mentions:
        assert text[one.start : one.end] == one.name
        assert one.start >= ends[-1]
        assert one.name[-1] in ENDS
        assert one.divisions
        ends.append(one.end)


@pytest.mark.parametrize("words", ["确山县", "江区城市", "市市市区", "内蒙古自治区"])
def test_half_a_megabyte_of_names_is_read_in_linear_time(words: str) -> None:
    start = time.perf_counter()
    divisions_in(words * (500_000 // len(words) // 3), YEAR)
    assert time.perf_counter() - start < SLOWEST


@pytest.mark.parametrize(
    ("file", "name", "year", "names"),
    [
        ("001_b41b80c613413d2c.txt", "确山县人民政府", 2024, {"确山县", "驻马店市"}),
        ("002_8e88544a5aba1fdd.txt", "株洲市天元区泰山路街道办事处", 2024, {"株洲市", "天元区"}),
        ("003_d7e6bacd7eea9ab0.txt", "北海高新区管委会", 2024, set()),
        (
            "004_1d244e8061c394ae.txt",
            "常州市人民政府办公室",
            2024,
            {"江苏省", "常州市", "新北区", "天宁区", "钟楼区"},
        ),
        ("105_shanghai-gov-office-2019.derived.html", "上海市人民政府办公厅", 2019, {"上海市"}),
        ("109_pingtan-2021.txt", "福建省平潭综合实验区", 2021, {"福建省", "平潭县"}),
    ],
)
def test_the_real_reports_name_their_own_places_only(
    shared_reports: Path, file: str, name: str, year: int, names: set[str]
) -> None:
    text = (shared_reports / file).read_text(encoding="utf-8", errors="replace")
    assert set(found(text, year)) == names
    assert elsewhere_in(text, organ_of(name, year), year) == []
