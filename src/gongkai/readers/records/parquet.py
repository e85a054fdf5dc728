"""Long form as Parquet → its table (列式长表): read within a memory that holds nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count

import duckdb
import fsspec  # type: ignore[import-untyped]  # has no types of its own

from gongkai.errors import InputTooLarge, NotAReport, UnknownKind
from gongkai.readers.documents.limits import MAX_DATA_CHARACTERS, MAX_DATA_ROWS
from gongkai.readers.records import reasons
from gongkai.readers.records.long_rows import Table, missing
from gongkai.report.long_table import COLUMNS

_MEMORY = "memory"
_NAMES = count()
_AT_ONCE = 20_000
_NUMBERS = ("value", "repair")
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "memory_limit": "2GB",
    "max_temp_directory_size": "0KB",
}


@contextmanager
def table_of_parquet(data: bytes) -> Iterator[Table]:
    """Open the table, whose rows are read as they are taken.

    UnknownKind where the file is damaged, NotAReport where it holds something else.
    """
    memory = fsspec.filesystem(_MEMORY)
    # All of a process share one memory.
    name = f"/gongkai-read-{next(_NAMES)}.parquet"
    memory.pipe_file(name, data)
    try:
        with duckdb.connect(config=_SETTINGS) as database:
            database.register_filesystem(memory)
            path = f"{_MEMORY}://{name}"
            database.execute(f"SET allowed_paths = ['{path}']")
            database.execute("SET enable_external_access = false")
            source = f"read_parquet('{path}')"
            head = _head(database, source)
            _check(database, source, head)
            yield Table(head, _texts(database, source, head))
    except duckdb.Error as error:
        raise UnknownKind(reasons.BROKEN_PARQUET) from error
    finally:
        memory.rm_file(name)


def _head(database: duckdb.DuckDBPyConnection, source: str) -> list[str]:
    """Return the columns of the long form that a file has."""
    names = [str(column[0]) for column in database.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()]
    if lacking := missing(names):
        raise NotAReport(reasons.OTHER_PARQUET.format(columns=", ".join(lacking)))
    return [name for name in COLUMNS if name in names]


def _check(database: duckdb.DuckDBPyConnection, source: str, head: Sequence[str]) -> None:
    """Refuse what unpacks to more than reports: a short text a million times, or a long one."""
    size = " + ".join(f"""coalesce(strlen("{name}"::VARCHAR), 0)""" for name in head)
    rows, characters = database.execute(f"SELECT count(*), sum({size}) FROM {source}").fetchone() or (0, 0)
    if rows > MAX_DATA_ROWS:
        raise InputTooLarge(reasons.TOO_MANY_ROWS.format(limit=MAX_DATA_ROWS))
    if (characters or 0) > MAX_DATA_CHARACTERS:
        raise InputTooLarge(reasons.TOO_LONG.format(limit=MAX_DATA_CHARACTERS >> 20))


def _texts(database: duckdb.DuckDBPyConnection, source: str, head: Sequence[str]) -> Iterator[Sequence[str]]:
    texts = ", ".join(f"""coalesce("{name}"::VARCHAR, '')""" for name in head)
    numbers = [at for at, name in enumerate(head) if name in _NUMBERS]
    database.execute(f"SELECT {texts} FROM {source}")
    while rows := database.fetchmany(_AT_ONCE):
        for row in rows:
            values = list(row)
            for at in numbers:
                if "." in values[at]:
                    values[at] = values[at].rstrip("0").rstrip(".")
            yield values
