"""One who changes the tree at a time: its paths are rewritten in many rows at once."""

from __future__ import annotations

from django.db import connection

# Any number, as long as nothing else on the database locks by it.
_TREE = 0x6F7267616E73


def lock_tree() -> None:
    """Wait until nobody else changes the tree, and hold it until the transaction ends.

    A row would not do: the first organ of all has none to lock. On SQLite there is one writer anyway.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_TREE])


def lock_organs() -> None:
    """Wait until nobody else changes the tree or holds any organ's row, and hold all until the transaction ends.

    For an act of several events, before its first: who records has the log in hand, and must not wait for a row
    then (audit.record). The whole table, for a move rewrites every organ below; it can be read meanwhile.
    """
    lock_tree()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE organs_organ IN EXCLUSIVE MODE")
