"""A small fictional city for tests: organs, and people with one role each."""

from __future__ import annotations

import itertools
from typing import NamedTuple

from gongkai_office.accounts.models import Appointment, User
from gongkai_office.accounts.words import Role
from gongkai_office.organs.models import Organ
from gongkai_office.organs.words import Kind, Level

PASSWORD = "Chunfeng-2026!"
_numbers = itertools.count(1)


class City(NamedTuple):
    """萤泽市: a government, two counties, a bureau of each; and a foreign city beside it."""

    city: Organ
    bureau: Organ
    county: Organ
    county_bureau: Organ
    other_county: Organ
    other_county_bureau: Organ
    foreign: Organ


def make_city() -> City:
    """Make the city's organs."""
    city = _at_top("萤泽市人民政府")
    bureau = _under(city, "萤泽市民政局", Kind.DEPARTMENT, Level.CITY)
    county = _under(city, "萤台县人民政府", Kind.GOVERNMENT, Level.COUNTY)
    county_bureau = _under(county, "萤台县民政局", Kind.DEPARTMENT, Level.COUNTY)
    other = _under(city, "砚萤县人民政府", Kind.GOVERNMENT, Level.COUNTY)
    other_bureau = _under(other, "砚萤县民政局", Kind.DEPARTMENT, Level.COUNTY)
    foreign = _at_top("鹭汀市人民政府")
    return City(city, bureau, county, county_bureau, other, other_bureau, foreign)


def _at_top(name: str) -> Organ:
    return Organ.objects.add_root({"name": name, "kind": Kind.GOVERNMENT, "level": Level.CITY})


def _under(organ: Organ, name: str, kind: Kind, level: Level) -> Organ:
    return Organ.objects.add_child(organ, {"name": name, "kind": kind, "level": level})


def person(organ: Organ, *roles: Role, below: bool = False, username: str = "", **fields: object) -> User:
    """Make a person who works at an organ and has roles over it; the password is PASSWORD."""
    number = next(_numbers)
    user = User(
        username=username or f"person{number}",
        organ=organ,
        **{"name": f"测试人员{number}", "must_change_password": False, **fields},
    )
    user.set_password(PASSWORD)
    user.save()
    for role in roles:
        Appointment.objects.create(user=user, role=role, organ=organ, below=below)
    return user
