"""Bytes → the reports that they hold as data, if they are data (数据读回)."""

from __future__ import annotations

from gongkai.errors import InputTooLarge
from gongkai.readers.documents.kind import is_package
from gongkai.readers.documents.limits import MAX_DATA_BYTES
from gongkai.readers.records import reasons
from gongkai.readers.records.comma import is_long_csv, table_of_csv
from gongkai.readers.records.json_lines import reports_of_json
from gongkai.readers.records.long_rows import Named, reports_of

_PARQUET = b"PAR1"


def read_records(data: bytes) -> tuple[Named, ...] | None:
    """Return the reports that a file of data holds, each with the file it was read from; None of any other file.

    Data are JSON as `encode` writes it, and the long form as CSV, Parquet or a workbook of nothing else.
    UnreadableInput where data are broken, not of a report, or too many.
    """
    if len(data) > MAX_DATA_BYTES:
        if data.startswith(_PARQUET) or is_long_csv(data):
            raise InputTooLarge(reasons.TOO_MANY_BYTES.format(size=len(data) >> 20, limit=MAX_DATA_BYTES >> 20))
        return None
    # A library for each takes longer to load than a page to read.
    if data.startswith(_PARQUET):
        from gongkai.readers.records.parquet import table_of_parquet

        with table_of_parquet(data) as table:
            return reports_of([table])
    if is_package(data):
        from gongkai.readers.records.sheets import tables_of_workbook

        tables = tables_of_workbook(data)
        return reports_of(tables) if tables else None
    if is_long_csv(data):
        with table_of_csv(data) as table:
            return reports_of([table])
    return reports_of_json(data)
