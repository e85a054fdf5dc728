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
