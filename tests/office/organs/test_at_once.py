"""Several people change the tree of organs at the same time, each in a transaction of their own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial

import pytest

from gongkai_office.audit.models import Event
from gongkai_office.local_law.actions import choose_convention
from gongkai_office.organs.actions import (
    ChildrenGo,
    abolish_organ,
    add_organ,
    import_organs,
    merge_organs,
    move_organ,
    set_reviewer,
)
from gongkai_office.organs.models import Organ
from gongkai_office.organs.sheets.plan import plan_of
from gongkai_office.organs.sheets.table import read_table
from gongkai_office.organs.words import Kind, Level, ReviewRole
from tests.office.at_once import at_once, crossing
from tests.office.city import City, make_city
from tests.office.cloned import Clone

PEOPLE, EACH = 5, 3
TODAY = dt.date(2026, 3, 5)


def everybody(act: Callable[[int], object]) -> list[Exception]:
    """Let several people act as much at the same time as can be, and return what was raised."""

    def acts(person: int) -> None:
        for turn in range(EACH):
            act(person * EACH + turn)

    return at_once(*(partial(acts, person) for person in range(PEOPLE)))


def add(name: str, under: Organ | None = None) -> Organ:
    return add_organ(under=under, by=None, name=name, kind=Kind.DEPARTMENT, level=Level.COUNTY)


@pytest.mark.parametrize("there", [0, 1], ids=["the first ones", "beside another"])
def test_organs_added_at_the_top_at_once_all_stand(clone: Clone, there: int) -> None:
    for number in range(there):
        add(f"萤泽市第{number}局")
    assert everybody(lambda number: add(f"萤台县第{number}局")) == []
    assert Organ.objects.get_root_nodes().count() == there + PEOPLE * EACH
    assert not any(Organ.objects.find_problems())
    assert Event.objects.filter(verb="organs.add").count() == there + PEOPLE * EACH


def test_organs_added_under_one_organ_at_once_all_stand(clone: Clone) -> None:
    under = add("萤泽市人民政府")
    assert everybody(lambda number: add(f"萤台县第{number}局", under)) == []
    assert Organ.objects.get(pk=under.pk).numchild == PEOPLE * EACH
    assert not any(Organ.objects.find_problems())


def test_organs_moved_and_added_at_once_leave_a_whole_tree(clone: Clone) -> None:
    one, other = add("萤泽市人民政府"), add("鹭汀市人民政府")
    walker = add("萤台县民政局", one)

    def act(number: int) -> None:
        if number % 3:
            add(f"萤台县第{number}局", walker)
        else:
            move_organ(walker, under=(None, one, other)[number // 3 % 3], by=None)

    assert everybody(act) == []
    assert not any(Organ.objects.find_problems())
    assert Organ.objects.get(pk=walker.pk).numchild == PEOPLE * EACH * 2 // 3


def imported(city: City) -> None:
    head = "机关名称,上级机关,联系电话"
    lines = [f"{name},萤泽市人民政府,000-1234567" for name in (city.county.name, city.other_county.name)]
    found = plan_of(read_table("\n".join([head, *lines]).encode()), Organ.objects.all(), at_top=True, day=TODAY)
    import_organs(found, by=None, progress=lambda _done, _total: None)


def merged(city: City) -> None:
    merge_organs([city.county_bureau, city.other_county_bureau], into=city.bureau, on=TODAY, by=None)


def abolished(city: City) -> None:
    abolish_organ(city.other_county, on=TODAY, by=None, children=ChildrenGo.ABOLISHED)


def replaced(city: City) -> None:
    reviewed(city, TODAY, replacing=True)


def reviewed(city: City, since: dt.date, *, replacing: bool = False) -> None:
    name, role = f"{since.year}年的复议机关", ReviewRole.RECONSIDERATION
    set_reviewer(city.other_county, role=role, name=name, valid_from=since, replacing=replacing, by=None)


@pytest.mark.only_on("postgresql")
@pytest.mark.parametrize(
    ("act", "organ"),
    [
        (imported, "other_county"),
        (merged, "other_county_bureau"),
        (abolished, "other_county"),
        (replaced, "other_county"),
    ],
)
def test_a_convention_is_chosen_while_an_act_of_several_events_comes_to_its_organ(
    clone: Clone, act: Callable[[City], None], organ: str
) -> None:
    city = make_city()
    reviewed(city, dt.date(2020, 1, 1))
    chosen = {"key": "pause_starts", "value": "dispatch_day", "source": "试行办法", "valid_from": TODAY}
    assert crossing(lambda: act(city), lambda: choose_convention(getattr(city, organ), by=None, **chosen)) == []
    assert Event.objects.filter(verb="conventions.choose").count() == 1
