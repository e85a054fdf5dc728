"""Whether the database and the program are of one age."""

from __future__ import annotations

from functools import cache

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

Key = tuple[str, str]


def migrations_apart() -> tuple[list[str], list[str]]:
    """Return the migrations that the database lacks, and those of our rooms that the program does not know."""
    applied = set(MigrationRecorder(connection).applied_migrations())
    needed, known, squashed = _on_disk()
    standing = applied | {new for new, old in squashed.items() if set(old) <= applied}
    rooms = {app for app, _ in known}
    missing = needed - standing
    unknown = {key for key in applied if key[0] in rooms and key not in known}
    return sorted(map(".".join, missing)), sorted(map(".".join, unknown))


@cache
def _on_disk() -> tuple[set[Key], set[Key], dict[Key, list[Key]]]:
    """Return what is needed, what is known (with what was squashed away), and what each squashed one replaces."""
    loader = MigrationLoader(None, ignore_no_migrations=True)
    squashed = {key: list(one.replaces) for key, one in loader.disk_migrations.items() if one.replaces}
    old = {key for replaced in squashed.values() for key in replaced}
    disk = set(loader.disk_migrations)
    return disk - old, disk | old, squashed
