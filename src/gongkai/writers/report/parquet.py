"""Reports in long form as Parquet (列式长表): typed columns, packed with zstd, without a clock."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import duckdb
import fsspec  # type: ignore[import-untyped]  # has no types of its own
import msgspec

from gongkai.errors import CannotPrint
from gongkai.report import Value
from gongkai.report.long_table import COLUMNS, DECIMAL_DIGITS, WHOLE_DIGITS, in_full, is_number
from gongkai.writers import words
from gongkai.writers.report.long_form import Reports, Row, lines_of

_MEMORY = "memory"
_NUMBER = f"DECIMAL({WHOLE_DIGITS + DECIMAL_DIGITS}, {DECIMAL_DIGITS})"
_TYPES = {"value": _NUMBER, "repair": _NUMBER}
# What stands once for each report, and what for each of its lines.
_TEXT = "VARCHAR"
_HEAD = dict.fromkeys(("source", "organ", "year", "edition", "scope", "unit"), _TEXT) | {"year": "INTEGER"}
_LINE = [name for name in COLUMNS if name not in _HEAD]
_NUMBERS = [_LINE.index(name) for name in _TYPES]
# Rows that are packed together.
_GROUP = 122_880
_LEAST_OBJECT = 16_777_216
_NAMES = count()

_encoder = msgspec.json.Encoder()


def parquet(reports: Reports) -> bytes:
    """Return some reports as a Parquet file; CannotPrint where a number has more digits than the column.

    Texts that are not there are null, and so are numbers; `value` and `repair` are decimals.
    """
    lines = list(_lines(reports))
    longest = max(map(len, lines), default=0)
    memory = fsspec.filesystem(_MEMORY)
    # All of a process share one memory.
    name = f"/gongkai-{next(_NAMES)}"
    read, written = f"{name}.json", f"{name}.parquet"
    memory.pipe_file(read, b"\n".join(lines))
    del lines
    try:
        with duckdb.connect(config={"threads": 1, "preserve_insertion_order": True}) as database:
            database.register_filesystem(memory)
            database.execute(_statement(read, written, max(_LEAST_OBJECT, longest + 1)))
        data: bytes = memory.cat_file(written)
    finally:
        for file in (read, written):
            if memory.exists(file):
                memory.rm_file(file)
    return data


def _lines(reports: Reports) -> Iterator[bytes]:
    """Yield each report as a line of JSON."""
    for source, report in reports:
        yield _encoder.encode(
            {
                "source": source,
                "organ": report.organ,
                "year": report.year,
                "edition": report.edition,
                "scope": report.scope.value,
                "unit": report.unit,
                "lines": [_written(line) for line in lines_of(report)],
            }
        )


def _written(line: Row) -> list[Value | str | None]:
    values = list(line)
    for at in _NUMBERS:
        value = values[at]
        if value is not None:
            values[at] = _number(value)
    return values


def _number(value: Value | str) -> str:
    number = value if isinstance(value, str) else in_full(value)
    if not is_number(number):
        told = number if len(number) <= WHOLE_DIGITS else f"{number[:WHOLE_DIGITS]}…"
        raise CannotPrint(words.NUMBER_TOO_LONG.format(value=told, whole=WHOLE_DIGITS, decimals=DECIMAL_DIGITS))
    return number


def _statement(read: str, written: str, longest: int) -> str:
    """Return what makes the one file of the other."""
    columns = ", ".join(f"'{name}': '{kind}'" for name, kind in _HEAD.items())
    chosen = ", ".join(_chosen(name) for name in COLUMNS)
    return (
        f"COPY (SELECT {chosen} FROM (SELECT *, unnest(lines) AS line FROM read_json('{_MEMORY}://{read}', "
        f"format = 'newline_delimited', maximum_object_size = {longest}, "
        f"columns = {{{columns}, 'lines': 'VARCHAR[][]'}}))) "
        f"TO '{_MEMORY}://{written}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_GROUP})"
    )


def _chosen(name: str) -> str:
    found = f'"{name}"' if name in _HEAD else f"line[{_LINE.index(name) + 1}]"
    if name in _TYPES:
        found = f"{found}::{_TYPES[name]}"
    elif _HEAD.get(name, _TEXT) == _TEXT:
        found = f"nullif({found}, '')"
    return f'{found} AS "{name}"'
