"""The table of divisions holds together, and knows what was when."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from gongkai.places.divisions import Division, Level, all_divisions, by_name, called, named, of_code
from tests.house.tree import PACKAGE

FILE = PACKAGE / "places" / "divisions.json"
# Loading is a few milliseconds; the bound leaves room for a busy machine.
SLOWEST_LOAD = 0.1


def codes(found: tuple[Division, ...]) -> list[str]:
    return [one.code for one in found]


def test_the_file_is_compact_and_in_order() -> None:
    rows = json.loads(FILE.read_bytes())
    assert FILE.stat().st_size < 300_000
    assert rows == sorted(rows, key=lambda row: json.dumps(row, ensure_ascii=False, separators=(",", ":")))
    assert len({(row[0], row[1]) for row in rows}) == len(rows)


def test_it_has_the_divisions_in_force_at_every_level() -> None:
    current = [one for one in all_divisions() if one.last_year is None]
    counts = {level: sum(one.level is level for one in current) for level in Level}
    assert counts == {Level.NATION: 0, Level.PROVINCE: 34, Level.CITY: 333, Level.COUNTY: 2847, Level.TOWNSHIP: 0}


def test_every_division_lies_in_its_parent_which_existed_as_long() -> None:
    for one in all_divisions():
        if one.parent is None:
            assert one.level is Level.PROVINCE
            continue
        parent = of_code(one.parent)
        assert parent.covers(one)
        assert not one.covers(parent)
        assert (parent.first_year or 0) <= (one.first_year or 0)
        assert (one.last_year or 9999) <= (parent.last_year or 9999)


def test_no_division_ends_before_it_begins() -> None:
    assert [one for one in all_divisions() if (one.first_year or 0) > (one.last_year or 9999)] == []


@pytest.mark.parametrize(
    ("name", "code", "first", "last"),
    [
        # 国函〔2021〕29号: 下城区 and 江干区 dissolved, 临平区 and 钱塘区 set up.
        ("下城区", "330103", None, 2021),
        ("江干区", "330104", None, 2021),
        ("临平区", "330113", 2021, None),
        ("钱塘区", "330114", 2021, None),
        ("莱芜区", "370116", 2018, None),
        ("红谷滩区", "360113", 2019, None),
        ("龙港市", "330383", 2019, None),
        ("邵东县", "430521", None, 2019),
        ("邵东市", "430582", 2019, None),
        ("新星市", "659011", 2021, None),
        ("米林市", "540481", 2023, None),
        ("确山县", "411725", None, None),
    ],
)
def test_years_are_those_of_the_decisions(name: str, code: str, first: int | None, last: int | None) -> None:
    (found,) = [one for one in all_divisions() if one.code == code and one.name == name]
    assert (found.first_year, found.last_year) == (first, last)


def test_a_report_may_name_what_existed_in_its_year_or_when_it_was_written() -> None:
    assert [year for year in range(2015, 2027) if named("下城区", year)] == list(range(2015, 2022))
    assert [year for year in range(2015, 2027) if named("临平区", year)] == list(range(2020, 2027))
    assert codes(named("崇川区", 2018)) == ["320602"]
    assert codes(named("崇川区", 2020)) == ["320602", "320613"]
    assert codes(named("崇川区", 2023)) == ["320613"]


def test_without_a_year_what_is_in_force_comes_before_what_was() -> None:
    assert codes(named("崇川区")) == ["320613"]
    assert codes(named("下城区")) == ["330103"]


def test_names_that_several_places_bear_mean_them_all() -> None:
    assert codes(named("鼓楼区")) == ["320106", "320302", "350102", "410204"]


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("恩施州", "恩施土家族苗族自治州"),
        ("江华县", "江华瑶族自治县"),
        ("积石山县", "积石山保安族东乡族撒拉族自治县"),
        ("东乡县", "东乡族自治县"),
        ("博尔塔拉州", "博尔塔拉蒙古自治州"),
        ("三都县", "三都水族自治县"),
    ],
)
def test_autonomous_places_are_known_by_their_usual_short_form(short: str, full: str) -> None:
    assert full in {one.name for one in named(short)}


def test_no_short_form_of_an_autonomous_place_is_the_name_of_another_division_in_force() -> None:
    both = {
        name for name, found in by_name().items() if len({one.name for one in found if one.last_year is None}) > 1
    }
    assert both == set()


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("广西", "广西壮族自治区"),
        ("新疆", "新疆维吾尔自治区"),
        ("香港", "香港特别行政区"),
        ("喀什", "喀什地区"),
        ("平潭", "平潭县"),
    ],
)
def test_a_name_without_its_ending_is_found(short: str, full: str) -> None:
    assert full in {one.name for one in called(short)}


def test_a_division_covers_what_lies_in_it_and_nothing_else() -> None:
    by_code = {code: of_code(code) for code in ("410000", "411700", "411725", "411702", "419001", "430000")}
    inside = {(outer, inner) for outer in by_code for inner in by_code if by_code[outer].covers(by_code[inner])} - {
        (code, code) for code in by_code
    }
    assert inside == {
        *(("410000", code) for code in ("411700", "411725", "411702", "419001")),
        *(("411700", code) for code in ("411725", "411702")),
    }


def test_loading_is_quick_and_waits_until_it_is_asked_for() -> None:
    script = (
        "import time, gongkai.places.divisions as d; assert not d.all_divisions.cache_info().currsize;"
        "start = time.perf_counter(); d.named('x'); print(time.perf_counter() - start)"
    )
    seconds = [
        float(subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True).stdout)
        for _ in range(3)
    ]
    assert min(seconds) < SLOWEST_LOAD
