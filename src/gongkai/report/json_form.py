"""The report as JSON, versioned, with a published schema (docs/reference/report.schema.json)."""

from __future__ import annotations

from typing import Any

import msgspec

from gongkai.errors import BrokenReportData
from gongkai.report.annual_report import AnnualReport
from gongkai.report.editions import EDITIONS

VERSION = 2


class Report(AnnualReport, frozen=True, kw_only=True):
    """A report with its version and the name of the file it was read from."""

    version: int = VERSION
    source: str | None = None


_encoder = msgspec.json.Encoder(decimal_format="number")
_decoder = msgspec.json.Decoder(Report)
_FIELDS = AnnualReport.__struct_fields__


def encode(report: AnnualReport, *, source: str | None = None) -> bytes:
    """Return the report as one line of JSON; `source` names the file it was read from."""
    return _encoder.encode(Report(**{name: getattr(report, name) for name in _FIELDS}, source=source))


def decode(data: bytes | str) -> AnnualReport:
    """Return the report that `encode` wrote; BrokenReportData where the JSON is not one."""
    try:
        envelope = _decoder.decode(data)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise BrokenReportData(str(error)) from error
    if envelope.version != VERSION:
        raise BrokenReportData(f"version {envelope.version} is not {VERSION}")
    if envelope.edition not in EDITIONS:
        raise BrokenReportData(f"no edition {envelope.edition!r}")
    if tuple(cell.key for cell in envelope.cells) != EDITIONS[envelope.edition].keys:
        raise BrokenReportData("cells are not those of the edition, in the order of the form")
    return AnnualReport(**{name: getattr(envelope, name) for name in _FIELDS})


def schema() -> dict[str, Any]:
    """Return the JSON Schema of version 2. Amounts are numbers, written with all their digits."""
    whole: dict[str, Any] = _with_amounts_as_numbers(msgspec.json.schema(Report))
    return whole


def _with_amounts_as_numbers(part: Any) -> Any:
    if isinstance(part, dict):
        if part.get("format") == "decimal":
            return {"type": "number"}
        return {key: _with_amounts_as_numbers(value) for key, value in part.items()}
    return [_with_amounts_as_numbers(value) for value in part] if isinstance(part, list) else part
