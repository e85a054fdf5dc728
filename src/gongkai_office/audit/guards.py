"""Whether the database still refuses to change the log: the triggers of migration 0002, and how they come back."""

from __future__ import annotations

from importlib import import_module

from django.db import connection, transaction

ACTS = {"sqlite": ("insert", "update", "delete"), "postgresql": ("insert", "update", "delete", "truncate")}

STANDING = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('audit_event', 'audit_head')",
    # A trigger that is switched off still has its row: O and A are those that fire for the site.
    "postgresql": (
        "SELECT tgname FROM pg_trigger WHERE tgrelid IN ('audit_event'::regclass, 'audit_head'::regclass) "
        "AND NOT tgisinternal AND tgenabled IN ('O', 'A')"
    ),
}


def missing_guards() -> tuple[str, ...]:
    """Return the names of the triggers that ought to guard the log and do not; empty where all stand."""
    with connection.cursor() as cursor:
        cursor.execute(STANDING[connection.vendor])
        standing = {name for (name,) in cursor.fetchall()}
    expected = [f"audit_{table}_refuses_{act}" for table in ("event", "head") for act in ACTS[connection.vendor]]
    return tuple(name for name in expected if name not in standing)


@transaction.atomic
def make_guards() -> tuple[str, ...]:
    """Make the triggers that are missing, and return their names. It needs the rights of the tables' owner."""
    missing = missing_guards()
    made = import_module("gongkai_office.audit.migrations.0002_guard").statements(connection.vendor)
    with connection.cursor() as cursor:
        for table, name, statement in made:
            if name in missing and statement.startswith("CREATE TRIGGER"):
                # One that is only switched off is in the way of the new one.
                of_table = f" ON {table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{of_table}")
            if name in missing:
                cursor.execute(statement)
    return missing
