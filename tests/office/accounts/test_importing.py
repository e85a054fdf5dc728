"""Lists of people: read in any encoding, written batch by batch, and found again by the log."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from gongkai_office.accounts.actions import importing
from gongkai_office.accounts.actions.importing import import_people
from gongkai_office.accounts.actions.people import add_person
from gongkai_office.accounts.importing import Line, read_people
from gongkai_office.accounts.models import User
from gongkai_office.accounts.queries import made_from
from gongkai_office.accounts.sheets import rows_of
from gongkai_office.accounts.words import Role
from gongkai_office.audit.models import Event
from gongkai_office.organs.models import Organ
from tests.office.city import City, person

BUREAU = "萤台县民政局"
FILE = 7


@pytest.fixture
def keeper(city: City) -> User:
    """The city's system administrator."""
    return person(city.city, Role.SYSTEM_ADMINISTRATOR, below=True)


def text(*usernames: str, comma: str = ",") -> str:
    """Return a list of people at a bureau."""
    rows = [("账号", "姓名", "所在机关"), *((one, "测一", BUREAU) for one in usernames)]
    return "\r\n".join(comma.join(row) for row in rows)


def line(number: int, organ: Organ) -> Line:
    """Return a line with nothing wrong."""
    return Line(number, f"new-{number}-x", "测一", organ, "", "", None, ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("comma", [",", "\t", ";"])
def test_a_text_is_read_in_any_encoding(city: City, keeper: User, encoding: str, comma: str) -> None:
    rows = rows_of(text("mz-yi", comma=comma).encode(encoding))
    [one] = read_people(rows, by=keeper, today=timezone.localdate())
    assert (one.username, one.organ, one.problems) == ("mz-yi", city.county_bureau, ())


@pytest.mark.parametrize(
    "typed", ["2099-03-05", "2099/3/5", "2099.3.5", "2099年3月5日", "20990305", "２０９９－０３－０５"]
)
def test_a_last_day_is_read_as_people_type_it(city: City, keeper: User, typed: str) -> None:
    rows = rows_of(f"账号,姓名,所在机关,有效期至\nmz-yi,测一,{BUREAU},{typed}".encode())
    [one] = read_people(rows, by=keeper, today=timezone.localdate())
    assert (one.expires_on, one.problems) == (dt.date(2099, 3, 5), ())


@pytest.mark.parametrize(
    ("typed", "said"), [("2099-02-30", "看不懂"), ("去年", "看不懂"), ("2020-01-01", "已经过去")]
)
def test_a_last_day_that_is_none_or_over_is_told(city: City, keeper: User, typed: str, said: str) -> None:
    rows = rows_of(f"账号,姓名,所在机关,有效期至\nmz-yi,测一,{BUREAU},{typed}".encode())
    [one] = read_people(rows, by=keeper, today=timezone.localdate())
    assert said in "".join(one.problems)


def test_lines_that_made_an_account_are_left_out(city: City, keeper: User) -> None:
    rows = rows_of(text("mz-yi", "mz-er", "mz-san").encode())
    for name in ("mz-yi", "mz-er"):
        add_person(username=name, name="测一", organ=city.county_bureau, by=keeper)
    lines = read_people(rows, by=keeper, today=timezone.localdate(), made=["mz-yi"])
    assert [(one.number, bool(one.problems)) for one in lines] == [(3, True), (4, False)]


def test_people_are_written_batch_by_batch_each_with_an_event_that_names_the_list(
    city: City, keeper: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "BATCH", 2)
    said: list[object] = []
    lines = [line(number, city.county) for number in range(2, 7)]
    added = import_people(
        lines, file=FILE, by=keeper, progress=said.append, begin=lambda: said.append(Event.objects.count())
    )
    assert (added, said) == (5, [0, 2, 2, 4, 4, 5])
    assert {event.after["file"] for event in Event.objects.all()} == {FILE}
    assert {one.username for one in made_from(FILE)} == {one.username for one in lines}
    assert not made_from(FILE + 1).exists()
    assert not any(one.has_usable_password() for one in made_from(FILE))


def test_who_is_refused_by_now_is_left_out(city: City, keeper: User) -> None:
    person(city.county, username="new-3-x")
    keeper.appointments.update(organ=city.county)
    lines = [line(2, city.county), line(3, city.county), line(4, city.other_county)]
    assert import_people(lines, file=FILE, by=keeper) == 1
    assert [one.username for one in made_from(FILE)] == ["new-2-x"]


def test_who_was_added_by_hand_came_from_no_list(city: City, keeper: User) -> None:
    add_person(username="mz-yi", name="测一", organ=city.county, by=keeper)
    assert "file" not in Event.objects.get(verb="people.add").after
