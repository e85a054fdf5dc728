"""What a person made of a finding (复核意见): it is confirmed or dismissed, with a reason.

A verdict holds as long as what the finding rests on is unchanged (see `fingerprints`). They are kept as JSON,
versioned, sorted and a field a line, so that two states of a file can be compared line by line; the schema is
docs/reference/verdicts.schema.json.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

import msgspec

from gongkai.errors import BrokenVerdicts
from gongkai.report.annual_report import AnnualReport
from gongkai.report.findings import Finding
from gongkai.report.fingerprints import fingerprints

VERSION = 1


class Decision(StrEnum):
    """What a person decided: the finding is right (确认), or nothing needs to be mended (不采纳)."""

    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"


class Verdict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A person's word on one finding: which one, what was decided and why, who decided and on which day.

    `fingerprint` names what the finding rests on, `code` its kind. `on` is a date as YYYY-MM-DD. ValueError
    where the reason is empty or the day does not exist.
    """

    fingerprint: Annotated[str, msgspec.Meta(pattern="^f[0-9a-f]{15}$")]
    code: str
    decision: Decision
    reason: Annotated[str, msgspec.Meta(pattern=r"\S")]
    by: str | None = None
    on: Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")] | None = None

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise ValueError("a verdict without a reason")
        if self.on is not None:
            date.fromisoformat(self.on)


class Judgement(msgspec.Struct, frozen=True):
    """A finding with its fingerprint, and the verdict on it where there is one."""

    finding: Finding
    fingerprint: str
    verdict: Verdict | None = None

    @property
    def decision(self) -> Decision | None:
        return self.verdict.decision if self.verdict else None


class Judged(msgspec.Struct, frozen=True):
    """Findings in the order given, each with its verdict, and verdicts on what is no longer found (失效)."""

    judgements: tuple[Judgement, ...]
    stale: tuple[Verdict, ...] = ()

    @property
    def open(self) -> tuple[Judgement, ...]:
        return self._decided(None)

    @property
    def confirmed(self) -> tuple[Judgement, ...]:
        return self._decided(Decision.CONFIRMED)

    @property
    def dismissed(self) -> tuple[Judgement, ...]:
        return self._decided(Decision.DISMISSED)

    def _decided(self, decision: Decision | None) -> tuple[Judgement, ...]:
        return tuple(one for one in self.judgements if one.decision is decision)


class File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Verdicts as they are stored beside a report."""

    version: int
    verdicts: tuple[Verdict, ...]


_decoder = msgspec.json.Decoder(File)


def judged(findings: Sequence[Finding], report: AnnualReport, verdicts: Iterable[Verdict]) -> Judged:
    """Return every finding with the verdict that rests on the same, and the verdicts that rest on nothing."""
    names = fingerprints(findings, report)
    words = {(one.code, one.fingerprint): one for one in verdicts}
    judgements = tuple(
        Judgement(finding, name, words.get((finding.code, name)))
        for finding, name in zip(findings, names, strict=True)
    )
    found = {(one.finding.code, one.fingerprint) for one in judgements}
    return Judged(judgements, _sorted(word for key, word in words.items() if key not in found))


def with_verdict(verdicts: Iterable[Verdict], verdict: Verdict) -> tuple[Verdict, ...]:
    """Return the verdicts with one more, which takes the place of an earlier one on the same finding."""
    return _sorted((*without_verdict(verdicts, verdict.fingerprint), verdict))


def without_verdict(verdicts: Iterable[Verdict], fingerprint: str) -> tuple[Verdict, ...]:
    """Return the verdicts without the one on a finding; all of them where there is none."""
    return _sorted(one for one in verdicts if one.fingerprint != fingerprint)


def encode(verdicts: Iterable[Verdict]) -> bytes:
    """Return verdicts as JSON, sorted by kind of finding, a field a line."""
    data = msgspec.json.encode(File(version=VERSION, verdicts=_sorted(verdicts)))
    return msgspec.json.format(data) + b"\n"


def decode(data: bytes | str) -> tuple[Verdict, ...]:
    """Return the verdicts that `encode` wrote, sorted; BrokenVerdicts where the JSON is none of them."""
    try:
        file = _decoder.decode(data)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise BrokenVerdicts(str(error)) from error
    if file.version != VERSION:
        raise BrokenVerdicts(f"version {file.version} is not {VERSION}")
    if len({one.fingerprint for one in file.verdicts}) < len(file.verdicts):
        raise BrokenVerdicts("two verdicts on one finding")
    return _sorted(file.verdicts)


def schema() -> dict[str, Any]:
    """Return the JSON Schema of version 1."""
    return msgspec.json.schema(File)


def _sorted(verdicts: Iterable[Verdict]) -> tuple[Verdict, ...]:
    return tuple(sorted(verdicts, key=lambda one: (one.code, one.fingerprint)))
