"""Local conventions: chosen, inherited, dated, withdrawn."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.inspect import DateType, IntType

from gongkai.law.convention_words import CONVENTIONS
from gongkai.law.conventions import DEFAULT, Conventions, PauseStart
from gongkai.law.local_conventions.toml import FIELDS
from gongkai_office.audit.models import Event
from gongkai_office.local_law.actions import choose_convention, choose_conventions, withdraw_choice
from gongkai_office.local_law.errors import AlreadyWithdrawn, NoSource, NotAChoice, NothingChanges
from gongkai_office.local_law.models import ConventionChoice
from gongkai_office.local_law.queries import conventions_for, in_force, without
from gongkai_office.local_law.values import check, default_of, told, word_of
from gongkai_office.local_law.words import UNITS
from gongkai_office.organs.models import Organ
from tests.office.city import City, person

DAY = dt.date(2026, 3, 1)


def choose(organ: Organ, value: Any, *, since: dt.date = DAY, key: str = "pause_starts") -> ConventionChoice:
    """Choose something for an organ."""
    return choose_convention(organ, key=key, value=value, source="主任办公会议", valid_from=since, by=None)


def held(organ: Organ, on: dt.date = DAY) -> str:
    """Return what holds for an organ."""
    return conventions_for(organ, on).pause_starts.value


def test_without_a_choice_the_defaults_hold(city: City) -> None:
    assert conventions_for(city.county, DAY) == DEFAULT
    assert [one.key for one in in_force(city.county, DAY)] == list(CONVENTIONS)


def test_the_nearest_organ_above_that_chose_counts(city: City) -> None:
    choose(city.city, "dispatch_day")
    choose(city.county, "day_after_delivery")
    assert [held(one) for one in (city.city, city.bureau, city.other_county_bureau)] == ["dispatch_day"] * 3
    assert [held(one) for one in (city.county, city.county_bureau)] == ["day_after_delivery"] * 2
    assert held(city.foreign) == "day_after_dispatch"
    (origin,) = [one.choice for one in in_force(city.county_bureau, DAY) if one.choice]
    assert origin is not None
    assert (origin.organ, origin.source) == (city.county, "主任办公会议")


def test_a_choice_holds_from_its_day_and_the_latest_day_counts_not_the_latest_entry(city: City) -> None:
    choose(city.city, "day_after_delivery", since=dt.date(2026, 6, 1))
    choose(city.city, "dispatch_day", since=dt.date(2026, 1, 1))
    days = (dt.date(2025, 12, 31), dt.date(2026, 1, 1), dt.date(2026, 5, 31), dt.date(2026, 6, 1))
    assert [held(city.city, on) for on in days] == [
        "day_after_dispatch", "dispatch_day", "dispatch_day", "day_after_delivery",
    ]  # fmt: skip


def test_to_choose_nothing_is_to_follow_what_is_above(city: City) -> None:
    choose(city.city, "dispatch_day")
    choose(city.county, "day_after_delivery")
    choose(city.county, None, since=dt.date(2026, 5, 1))
    assert held(city.county, dt.date(2026, 4, 30)) == "day_after_delivery"
    assert held(city.county, dt.date(2026, 5, 1)) == "dispatch_day"


def test_a_withdrawn_choice_never_was(city: City) -> None:
    user = person(city.city)
    choose(city.city, "dispatch_day")
    mistake = choose(city.city, "day_after_delivery")
    assert held(city.city) == "day_after_delivery"
    withdraw_choice(mistake, by=user)
    assert held(city.city) == "dispatch_day"
    with pytest.raises(AlreadyWithdrawn):
        withdraw_choice(mistake, by=user)
    verbs = list(Event.objects.order_by("number").values_list("verb", "organ"))
    assert verbs == [
        (verb, city.city.pk) for verb in ("conventions.choose", "conventions.choose", "conventions.withdraw")
    ]


def test_what_holds_without_a_choice_is_told_for_the_days_on_which_it_differs(city: City) -> None:
    choose(city.city, "dispatch_day", since=dt.date(2026, 1, 1))
    mine = choose(city.county, "day_after_delivery", since=dt.date(2026, 3, 1))
    choose(city.city, "day_after_delivery", since=dt.date(2026, 5, 1))
    choose(city.city, "day_after_dispatch", since=dt.date(2026, 6, 1))
    choose(city.county, "dispatch_day", since=dt.date(2026, 8, 1))
    found = [(one.first, one.last, one.now.value, one.then.value) for one in without(mine)]
    assert found == [
        (dt.date(2026, 3, 1), dt.date(2026, 4, 30), "day_after_delivery", "dispatch_day"),
        (dt.date(2026, 6, 1), dt.date(2026, 7, 31), "day_after_delivery", "day_after_dispatch"),
    ]


def test_days_on_which_the_same_holds_are_one_period_and_what_is_replaced_changes_nothing(city: City) -> None:
    mine = choose(city.county_bureau, "dispatch_day")
    choose(city.county, "day_after_delivery")
    choose(city.city, "dispatch_day", since=dt.date(2026, 5, 1))
    assert [(one.first, one.last) for one in without(mine)] == [(DAY, None)]
    replaced = choose(city.other_county, "dispatch_day")
    choose(city.other_county, "day_after_delivery")
    assert without(replaced) == []


def test_several_are_chosen_together_or_none(city: City) -> None:
    said: dict[str, Any] = {"source": "主任办公会议", "valid_from": DAY, "by": None}
    choose_conventions(city.city, {"pause_starts": "dispatch_day", "charge_fees": True}, **said)
    assert ConventionChoice.objects.count() == Event.objects.count() == 2
    with pytest.raises(NotAChoice):
        choose_conventions(city.city, {"pause_starts": "day_after_delivery", "charge_fees": "x"}, **said)
    assert ConventionChoice.objects.count() == Event.objects.count() == 2


def test_every_number_has_a_unit() -> None:
    numbers = {key for key in CONVENTIONS if isinstance(FIELDS[key].type, IntType)}
    assert numbers == set(UNITS)
    assert told("longest_correction_days", 20) == "20个工作日"
    assert told("charge_fees", True) == "收取"


def test_the_log_says_what_was_before_and_what_is_now(city: City) -> None:
    choose(city.city, "dispatch_day")
    choose(city.city, "day_after_delivery")
    event = Event.objects.latest("number")
    assert (event.before["value"], event.after["value"]) == ("dispatch_day", "day_after_delivery")


def test_what_is_no_choice_is_refused_with_the_question(city: City) -> None:
    wrong = {
        "nothing": 1,
        "pause_starts": "tomorrow",
        "longest_correction_days": 61,
        "charge_fees": "x",
        "enquiry_row": "3.1",
    }
    for key, value in wrong.items():
        with pytest.raises(NotAChoice):
            choose(city.city, value, key=key)
    with pytest.raises(NoSource):
        choose_convention(city.city, key="charge_fees", value=True, source="  ", valid_from=DAY, by=None)
    choose(city.city, "dispatch_day")
    with pytest.raises(NothingChanges):
        choose(city.city, "dispatch_day")
    assert ConventionChoice.objects.count() == 1


def test_every_default_may_be_chosen_and_is_told_in_words() -> None:
    for key in CONVENTIONS:
        assert check(key, default_of(key)) == default_of(key)
        assert check(key, getattr(DEFAULT, key)) == default_of(key)
        assert told(key, default_of(key))
    assert told("pause_starts", None).startswith("不单独设定")
    assert word_of(check("pause_starts", PauseStart.DISPATCH_DAY)) == "dispatch_day"


@st.composite
def choices(draw: st.DrawFn) -> dict[str, Any]:
    """Some conventions with a value of theirs."""
    found: dict[str, Any] = {}
    for key in draw(st.sets(st.sampled_from(list(CONVENTIONS)), max_size=6)):
        kind, values = FIELDS[key].type, CONVENTIONS[key].values
        if isinstance(kind, IntType):
            found[key] = draw(st.integers(kind.ge, kind.le))
        elif isinstance(kind, DateType):
            found[key] = draw(st.dates(dt.date(2008, 5, 1), dt.date(2030, 1, 1)))
        else:
            word = draw(st.sampled_from(list(values)))
            found[key] = {"true": True, "false": False}.get(word, word)
    return found


@pytest.mark.django_db
@given(chosen=choices())
def test_what_was_chosen_is_what_holds_and_nothing_else(chosen: dict[str, Any]) -> None:
    organ = Organ.objects.add_root({"name": "萤泽市人民政府", "kind": "government", "level": "city"})
    for key, value in chosen.items():
        choose(organ, value, key=key)
    expected = Conventions(
        **{key: getattr(FIELDS[key].type, "cls", lambda one: one)(value) for key, value in chosen.items()}
    )
    assert conventions_for(organ, DAY) == expected
