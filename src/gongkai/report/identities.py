"""The reconciliation identities of the tables (勾稽关系) as data.

Each says that the sum of some cells equals the sum of others, with every cell a key of the edition.
Sources: the note printed in table 3 of both editions; table 4 sums, facts B.4 and B.6.
"""

from __future__ import annotations

from functools import cache

import msgspec

from gongkai.report.cells import CellKey
from gongkai.report.editions import EDITIONS


class Identity(msgspec.Struct, frozen=True):
    """`left` and `right` are lists of cells whose sums are equal. `kind` is row, results, balance or disputes."""

    kind: str
    left: tuple[CellKey, ...]
    right: tuple[CellKey, ...]


@cache
def identities(edition_key: str) -> tuple[Identity, ...]:
    """Return every identity of an edition: rows, results, balance of table 3, and the sums of table 4."""
    edition = EDITIONS[edition_key]
    found: list[Identity] = []
    requests, disputes = edition.table("3"), edition.table("4")
    for table, kind in ((requests, "row"), (disputes, "disputes")):
        for row in table.rows:
            *parts, total = ((table.key, row.key, column.key) for column in row.columns)
            found.append(Identity(kind, tuple(parts), (total,)))
    results = [row.key for row in requests.rows if row.key.startswith("3.") and row.key != "3.7"]
    for column in requests.rows[0].columns:
        found.append(
            Identity(
                "results",
                tuple(("3", row, column.key) for row in results),
                (("3", "3.7", column.key),),
            )
        )
        found.append(
            Identity(
                "balance",
                (("3", "1", column.key), ("3", "2", column.key)),
                (("3", "3.7", column.key), ("3", "4", column.key)),
            )
        )
    return tuple(found)
