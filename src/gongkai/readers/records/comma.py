"""Long form as CSV → its table (逗号分隔长表): in the charset and with the separators of any spreadsheet."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from gongkai.errors import UnknownKind
from gongkai.readers.documents.charset import decode
from gongkai.readers.documents.limits import MAX_DATA_BYTES
from gongkai.readers.records import reasons
from gongkai.readers.records.long_rows import Table
from gongkai.report.long_table import as_it_was, is_head

_SEPARATORS = ",;\t"
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HEAD = 4096


def is_long_csv(data: bytes) -> bool:
    """Say whether the first line of a text names the columns of the long form."""
    start = data[:_HEAD]
    # The names are ASCII, as every charset has it.
    text = start.decode("utf-16", "replace") if start.startswith(_WIDE) else start.decode("latin-1")
    return "column" in text and is_head(_values(_first_line(text))[0])


@contextmanager
def table_of_csv(data: bytes) -> Iterator[Table]:
    """Open the table, whose rows are read as they are taken; UnknownKind where its quotes do not close."""
    text = decode(data)
    head, separator = _values(_first_line(text))
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    # A paragraph may be longer than what the library takes for a field.
    usual = csv.field_size_limit(MAX_DATA_BYTES)
    try:
        yield Table(head, _rows(rows))
    finally:
        csv.field_size_limit(usual)


def _first_line(text: str) -> str:
    return text.lstrip("\ufeffï»¿").partition("\n")[0].rstrip("\r")


def _values(line: str) -> tuple[Sequence[str], str]:
    """Return the names in a first line, and what parts them."""
    separator = max(_SEPARATORS, key=line.count)
    return [name.strip().strip('"') for name in line.split(separator)], separator


def _rows(rows: Iterator[list[str]]) -> Iterator[Sequence[str]]:
    """Yield the rows below the head as they were; UnknownKind where one cannot be parted."""
    number = 1
    try:
        next(rows)
        for row in rows:
            number += 1
            yield [as_it_was(value) if value[:1] == "'" else value for value in row]
    except csv.Error as error:
        raise UnknownKind(reasons.ROW.format(row=number + 1, reason=reasons.BROKEN_ROW)) from error
