"""Build the fictional city with the rooms' own actions, as its people would have."""

from __future__ import annotations

import datetime as dt
import tomllib
from importlib.resources import files
from typing import Any, NamedTuple

from gongkai.law.identifiers import credit_codes, organisation_codes
from gongkai_office.accounts.actions.first import create_administrators
from gongkai_office.accounts.actions.people import add_person
from gongkai_office.accounts.actions.roles import grant_role
from gongkai_office.accounts.models import User
from gongkai_office.accounts.password_actions import change_password
from gongkai_office.accounts.words import Role
from gongkai_office.config import words_demo as words
from gongkai_office.jobs.actions import enqueue
from gongkai_office.local_law.actions import choose_convention
from gongkai_office.notices.actions import notify
from gongkai_office.organs.actions import add_organ, rename_organ, set_competent_authority, set_reviewer
from gongkai_office.organs.models import Organ
from gongkai_office.organs.words import ReviewRole

PASSWORD = "Yanshi-2026"  # of the demonstration, told to everybody
SINCE = dt.date(2025, 1, 1)
BODIES_REGISTERED_ELSEWHERE = {"public_body": "91", "authorised_body": "12"}  # as companies and public institutions


class Account(NamedTuple):
    """Somebody to sign in as: account, name, and what they are there for."""

    username: str
    name: str
    tells: str


def build() -> list[Account]:
    """Build the city in an empty installation and return who can sign in, all with PASSWORD."""
    said = tomllib.loads(files("gongkai_office.config.demo").joinpath("city.toml").read_text(encoding="utf-8"))
    organs = _organs(said["organs"])
    for government, office in said["authorities"]:
        set_competent_authority(organs[government], unit=organs[office], by=None)
    administrators = [added.user for added in create_administrators(organ=next(iter(organs.values())))]
    system, security = administrators[:2]
    for user in administrators:
        _give_password(user)
    _reviewers(said["reviewers"], organs, system)
    for name, new, on, document in said["renamed"]:
        rename_organ(organs[name], name=new, on=dt.date.fromisoformat(on), document_number=document, by=system)
    people = {one["username"]: _person(one, organs, system, security) for one in said["people"]}
    for name, key, value, source, document, since, who in said["conventions"]:
        choose_convention(
            organs[name], key=key, value=value, source=source, document_number=document,
            valid_from=dt.date.fromisoformat(since), by=people[who],
        )  # fmt: skip
    for one in said["notices"]:
        told = {name: one[name] for name in ("subject", "text", "link", "urgent")}
        notify(to=[people[name] for name in one["to"]], by=people[one["by"]], **told)
    enqueue("audit.export_head", by=system)
    named = [Account(one["username"], one["name"], one["tells"]) for one in said["people"]]
    administer = zip(administrators, words.ADMINISTRATES, strict=True)
    return named + [Account(one.username, one.name, tells) for one, tells in administer]


def _organs(rows: list[list[Any]]) -> dict[str, Organ]:
    made: dict[str, Organ] = {}
    for number, (name, short, kind, level, division, under, complete) in enumerate(rows, 1):
        fields = {
            "name": name, "short_name": short, "kind": kind, "level": level, "division_code": division,
            "credit_code": credit_code(number, kind, division[:6]),
        }  # fmt: skip
        contacts = _contacts(number, short) if complete else {}
        made[name] = add_organ(under=made.get(under), by=None, **fields, **contacts)
    return made


def credit_code(number: int, kind: str, division: str) -> str:
    """Return an invented credit code whose check signs are right."""
    body = f"GK{number:06}"
    first = BODIES_REGISTERED_ELSEWHERE.get(kind, "11") + division + body + organisation_codes.check_digit(body)
    return first + credit_codes.check_sign(first)


def _contacts(number: int, short: str) -> dict[str, str]:
    return {
        "disclosure_unit": words.UNIT.format(short=short),
        "address": words.ADDRESS.format(number=number),
        "postcode": "000000",
        "office_hours": words.HOURS,
        "phone": f"0000-5550{number:03}",
        "fax": f"0000-5551{number:03}",
        "email": f"gk{number:03}@yingze.example",
        "website": f"https://www.yingze.example/gk{number:03}/",
    }


def _reviewers(rows: list[list[str]], organs: dict[str, Organ], by: User) -> None:
    for name, reconsiders, court in rows:
        for role, reviewer in ((ReviewRole.RECONSIDERATION, reconsiders), (ReviewRole.COURT, court)):
            set_reviewer(organs[name], role=role, name=reviewer, valid_from=SINCE, by=by)


def _person(said: dict[str, Any], organs: dict[str, Organ], system: User, security: User) -> User:
    organ = organs[said["organ"]]
    fields = {name: said[name] for name in ("username", "name", "phone")}
    user = add_person(organ=organ, by=system, **fields).user
    for role, over, below in said["roles"]:
        grant_role(user=user, role=Role(role), organ=organs[over], below=below, by=security)
    _give_password(user)
    return user


def _give_password(user: User) -> None:
    change_password(user, new=PASSWORD, session_key=None, by=user)
