"""Reports as JSON, one alone, one a line, or in a list → the reports (JSON 数据)."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from typing import Any

import msgspec

from gongkai.errors import BrokenReportData, InputTooLarge, NotAReport, UnknownKind, UnreadableInput
from gongkai.readers.documents.limits import MAX_DATA_REPORTS
from gongkai.readers.records import reasons
from gongkai.readers.records.gathered import cut
from gongkai.readers.records.long_rows import Named
from gongkai.report import EDITIONS, AnnualReport
from gongkai.report.json_form import VERSION, decode
from gongkai.report.long_table import is_kept

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_FIELD = re.compile(r"at `\$\.?([^`]+)`")
_OURS = (b'"edition"', b'"cells"')
# What decoding raises: broken text, values of other kinds, nesting without end, numbers without end.
_BROKEN = (msgspec.DecodeError, UnicodeError, RecursionError, ValueError, OverflowError)


class _Sign(msgspec.Struct):
    """What tells a report of ours from other JSON."""

    version: Any = None
    edition: Any = None
    source: Any = None
    # Not looked into yet.
    cells: msgspec.Raw = msgspec.Raw()


class _Named(msgspec.Struct):
    """The key of a cell."""

    table: str
    row: str
    column: str


def reports_of_json(data: bytes) -> tuple[Named, ...] | None:
    """Return the reports with their sources; None where the data is no JSON at all.

    NotAReport where the JSON is something else, UnknownKind where it is broken or of another version.
    """
    if data.startswith(_WIDE):
        data = data.decode("utf-16", "replace").encode()
    data = data.removeprefix(codecs.BOM_UTF8).strip()
    if not data.startswith((b"{", b"[")):
        return None
    whole = _parts(data)
    if whole is not None:
        many = reasons.OF_ITEM if len(whole) > 1 else ""
        return tuple(_report(one, many.format(number=number)) for number, one in enumerate(whole, 1))
    lines = [(number, line) for number, line in enumerate(data.splitlines(), 1) if line.strip()]
    if len(lines) > 1 and _is_json(lines[0][1]):
        _check(len(lines))
        return tuple(_report(line, reasons.OF_LINE.format(number=number)) for number, line in lines)
    if all(name in data for name in _OURS):
        raise UnknownKind(reasons.BROKEN_JSON)
    return None


def _parts(data: bytes) -> Sequence[bytes] | None:
    """Return the values of a JSON list, or its one value that is no list; None where the data is not one JSON."""
    if data.startswith(b"["):
        try:
            parts = msgspec.json.decode(data, type=list[msgspec.Raw])
        except _BROKEN:
            return None
        if not parts:
            raise NotAReport(reasons.OTHER_JSON)
        _check(len(parts))
        return [bytes(part) for part in parts]
    return [data] if _is_json(data) else None


def _is_json(data: bytes) -> bool:
    try:
        msgspec.json.decode(data, type=msgspec.Raw)
    except _BROKEN:
        return False
    return True


def _check(count: int) -> None:
    if count > MAX_DATA_REPORTS:
        raise InputTooLarge(reasons.TOO_MANY_REPORTS.format(limit=MAX_DATA_REPORTS))


def _report(data: bytes, where: str) -> Named:
    try:
        return _one(data)
    except UnreadableInput as error:
        raise type(error)(where + error.reason) from error


def _one(data: bytes) -> Named:
    """Return the report of one JSON object, and the source it names."""
    sign = _sign(data)
    if sign.version != VERSION or isinstance(sign.version, bool):
        found = cut(str(sign.version))
        raise UnknownKind(reasons.VERSION.format(found=found, known=VERSION) if found else reasons.NO_VERSION)
    if not isinstance(sign.edition, str) or sign.edition not in EDITIONS:
        raise UnknownKind(reasons.NO_EDITION.format(edition=cut(str(sign.edition))))
    try:
        report = decode(data)
    except BrokenReportData as error:
        raise UnknownKind(_told(str(error), sign)) from error
    except _BROKEN as error:
        raise UnknownKind(reasons.WRONG_JSON) from error
    _check_numbers(report)
    source = sign.source if isinstance(sign.source, str) else None
    return source or None, report


def _sign(data: bytes) -> _Sign:
    try:
        sign = msgspec.json.decode(data, type=_Sign)
    except msgspec.ValidationError as error:
        raise NotAReport(reasons.OTHER_JSON) from error
    except _BROKEN as error:
        raise UnknownKind(reasons.BROKEN_JSON) from error
    if sign.edition is None or not bytes(sign.cells).startswith(b"["):
        raise NotAReport(reasons.OTHER_JSON)
    return sign


def _told(error: str, sign: _Sign) -> str:
    """Return what is wrong in a report that cannot be decoded."""
    if field := _FIELD.search(error):
        return reasons.WRONG_FIELD.format(field=cut(field[1]))
    try:
        named = msgspec.json.decode(sign.cells, type=list[_Named])
    except _BROKEN:
        return reasons.WRONG_JSON
    is_whole = tuple((one.table, one.row, one.column) for one in named) == EDITIONS[sign.edition].keys
    return reasons.WRONG_JSON if is_whole else reasons.WRONG_CELLS.format(edition=sign.edition)


def _check_numbers(report: AnnualReport) -> None:
    """Refuse numbers that no report prints; some are written in a few characters and have millions of digits."""
    for cell in report.cells:
        more = (*cell.candidates, cell.repair.value if cell.repair else None) if cell.marked else ()
        for value in (cell.value, *more):
            if value is not None and not is_kept(value):
                raise UnknownKind(
                    reasons.TOO_MANY_DIGITS.format(table=cell.table, line=cell.row, column=cell.column)
                )
