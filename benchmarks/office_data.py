"""A province's worth of organs and people, put into a fresh database for measuring."""

from __future__ import annotations

from typing import Any

import django

PEOPLE, COUNTIES, IN_A_COUNTY = 10_000, 100, 33
PASSWORD = "Celiang-2026!"


def fill() -> None:
    """Make 1 + 100 × (1 + 33) organs and 10,000 people, one of whom may open everything."""
    django.setup()
    from django.contrib.auth.hashers import make_password
    from django.db import transaction

    from gongkai_office.accounts.models import Appointment, User
    from gongkai_office.accounts.words import Role
    from gongkai_office.organs.models import Organ

    with transaction.atomic():
        counties = [_county(n) for n in range(COUNTIES)]
        Organ.objects.load_bulk([_node("萤海省人民政府", "government", "province", counties)])
        organs = list(Organ.objects.order_by("path"))
        password = make_password(PASSWORD)
        people = [
            User(
                username=f"person{n}", name=f"测量{n}", organ=organs[n % len(organs)], password=password,
                must_change_password=False,
            )
            for n in range(PEOPLE)
        ]  # fmt: skip
        User.objects.bulk_create(people, batch_size=500)
        roles = [role for role in Role if role not in (Role.AUDIT_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR)]
        appointments = [
            Appointment(user=user, role=roles[n % len(roles)], organ_id=user.organ_id, below=n % 5 == 0)
            for n, user in enumerate(people)
        ]
        Appointment.objects.bulk_create(appointments, batch_size=500)
        for name, role in (
            ("system", Role.SYSTEM_ADMINISTRATOR),
            ("security", Role.SECURITY_ADMINISTRATOR),
            ("audit", Role.AUDIT_ADMINISTRATOR),
        ):
            user = User.objects.create(
                username=name, name=name, organ=organs[0], password=password, must_change_password=False
            )
            Appointment.objects.create(user=user, role=role, organ=organs[0], below=True)


def _county(number: int) -> dict[str, Any]:
    county = f"萤{number}县"
    departments = [_node(f"{county}第{n}局", "department", "county", []) for n in range(IN_A_COUNTY)]
    return _node(f"{county}人民政府", "government", "county", departments)


def _node(name: str, kind: str, level: str, children: list[dict[str, Any]]) -> dict[str, Any]:
    return {"data": {"name": name, "kind": kind, "level": level}, "children": children}


if __name__ == "__main__":
    fill()
