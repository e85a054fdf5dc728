"""One who changes the tree at a time: its paths are rewritten in many rows at once."""

from __future__ import annotations

from gongkai_office.organs.models import Organ


def lock_tree() -> None:
    """Wait until nobody else changes the tree, and hold it until the transaction ends."""
    list(Organ.objects.filter(depth=1).order_by("pk").select_for_update().values_list("pk"))
