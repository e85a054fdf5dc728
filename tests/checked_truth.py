"""What is found in the real reports 000 to 004, held against what a careful person found in them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from gongkai.checks.check import check
from gongkai.claims import Basis, Claim, claims_of
from gongkai.readers import read
from gongkai.report import AnnualReport, CellKey, Finding, Severity, TextPlace

SEVERITIES = {"E": Severity.ERROR, "W": Severity.WARNING}
# The kind that each finding of the truth is one of. One finding of ours may stand for two of theirs.
KINDS = {
    "000-01": "tampering.",
    "000-02": "tampering.",
    "000-03": "tables.",
    "000-04": "tables.",
    "000-05": "tables.",
    "000-06": "statements.parts",
    "000-07": "statements.share",
    "000-08": "headings.",
    "001-01": "statements.parts",
    "001-02": "document_numbers.",
    "001-03": "areas.",
    "001-04": "headings.",
    "001-05": "contradictions.taken_back",
    "002-01": "plausibility.",
    "002-02": "enumerations.verb",
    "003-01": "organ_names.",
    "003-02": "",
    "003-03": "preface.",
    "003-04": "wording.",
    "003-05": "wording.",
    "003-14": "fees.",
    "004-01": "tampering.",
}
# Warnings that the truth does not have, each with the reason why a person should look.
JUSTIFIED: dict[tuple[str, str], str] = {}
MOST_FURTHER = 2

_ROWS3 = {
    "一、本年新收": ("1",),
    "二、上年结转": ("2",),
    "(七)总计": ("3.7",),
    "四、结转下年度": ("4",),
}
_COLUMNS3 = {"自然人": ("natural",), "5 columns": ("business", "research", "welfare", "legal", "other")}
_ROWS4 = {
    "行政复议": ("reconsideration",),
    "诉讼两个总计": ("litigation_direct", "litigation_after"),
    "未经复议直接起诉 总计 + 复议后起诉": ("litigation_direct", "litigation_after"),
}
_ROWS2 = {"行政规范性文件": "20.1.normative_documents", "规章": "20.1.regulations"}
_COLUMNS2 = {"制发": "made", "废止": "repealed", "现行有效": "in_force"}


class Judgement(NamedTuple):
    """One report checked: what broke, and how many findings and claims were held against the truth."""

    name: str
    failures: list[str]
    found: int
    expected: int
    claims: int
    further: list[str]


def judgements(folder: Path) -> Iterator[Judgement]:
    """Yield the judgement on every report whose truth lists findings."""
    for file in sorted((folder / "truth").glob("*.json")):
        truth = json.loads(file.read_text(encoding="utf-8"))
        if "findings" in truth:
            yield judge(folder / truth["file"], truth)


def judge(file: Path, truth: Mapping[str, Any]) -> Judgement:
    report = read(file.read_bytes())
    findings = check(report)
    number = file.name[:3]
    expected = [one for one in truth["findings"] if one["severity"] in SEVERITIES]
    failures = [problem for one in expected if (problem := missing(one, findings, report))]
    found = len(expected) - len(failures)
    known = [finding for finding in findings if any(stands_for(finding, one, report) for one in expected)]
    others = [one for one in findings if one not in known and one.severity in SEVERITIES.values()]
    failures += [f"further error {one.code}: {one.message}" for one in others if one.severity is Severity.ERROR]
    further = [one for one in others if one.severity is Severity.WARNING]
    unjustified = [one for one in further if (number, one.code) not in JUSTIFIED]
    failures += [f"further warning {one.code}: {one.message}" for one in unjustified]
    if len(further) > MOST_FURTHER:
        failures.append(f"{len(further)} further warnings, more than {MOST_FURTHER}")
    claims = claims_of(report)
    tied = [one for one in truth["claims"] if one.get("table")]
    failures += [problem for one in truth["claims"] if (problem := claim_failure(one, claims))]
    failures += list(untrue_ties(report, truth["claims"], claims))
    told = [f"{one.code}: {JUSTIFIED.get((number, one.code), '')}" for one in further]
    return Judgement(file.name, failures, found, len(expected), len(tied), told)


def missing(
    expected: Mapping[str, Any], findings: tuple[Finding, ...], report: AnnualReport | None = None
) -> str | None:
    """Return what is wrong where a finding of the truth is not among ours."""
    if any(stands_for(finding, expected, report) for finding in findings):
        return None
    near = [
        f"{one.severity} {one.code} {sorted(lines(one, report))}"
        for one in findings
        if one.code.startswith(KINDS[expected["id"]])
    ]
    return f"{expected['id']} not found ({expected['kind']}, lines {expected['lines']}); near: {near[:4]}"


def stands_for(finding: Finding, expected: Mapping[str, Any], report: AnnualReport | None = None) -> bool:
    """Say whether a finding is the one expected: its kind, its severity, and no line but the right ones."""
    own, right = lines(finding, report), set(expected["lines"])
    severity = SEVERITIES[expected["severity"]]
    # The line of 002-02 is one off in the truth; its words are right.
    quoted = (
        bool(own)
        and not finding.cells
        and all(_plain(quote.text) in _plain(expected["quote"]) for quote in finding.quotes)
    )
    placed = quoted or (bool(own) and own <= right)
    return finding.code.startswith(KINDS[expected["id"]]) and finding.severity is severity and placed


def lines(finding: Finding, report: AnnualReport | None) -> set[int]:
    """Return the lines of a text that a finding stands on, those of its cells with them."""
    places = [quote.place for quote in finding.quotes]
    places += [report.cell(*key).place for key in finding.cells] if report else []
    return {place.line for place in places if isinstance(place, TextPlace)}


def claim_failure(expected: Mapping[str, Any], claims: tuple[Claim, ...]) -> str | None:
    """Return what is wrong with the claim that the truth lists."""
    words = _plain(expected["quote"])
    own = [claim for claim in claims if _plain(claim.phrase.text) in words or words in _plain(claim.phrase.text)]
    own = own or [
        claim for claim in claims if _plain(claim.quote.text) in words and claim.value in {expected["value"], None}
    ]
    if not own:
        return f"claim not found: {expected['quote']}"
    wanted = cells_of(expected.get("table"))
    if wanted is None:
        return None
    right = [claim for claim in own if set(claim.cells) == wanted]
    return None if right else f"claim {expected['quote']} is tied to {own[0].cells}, not {sorted(wanted)}"


def untrue_ties(
    report: AnnualReport, expected: list[Mapping[str, Any]], claims: tuple[Claim, ...]
) -> Iterator[str]:
    """Yield every tie that the truth does not have."""
    told = [_plain(one["quote"]) for one in expected if one.get("table")]
    for claim in claims:
        words = _plain(claim.phrase.text)
        known = any(words in one or one in words or _plain(claim.quote.text) in one for one in told)
        if claim.cells and claim.basis is not Basis.SHARE and not known:
            yield f"claim {claim.phrase.text} is tied to {claim.cells}, the truth ties it to none"


def cells_of(table: str | None) -> set[CellKey] | None:
    """Return the cells that the truth names; None where it names none, or only a group of rows."""
    if not table or "table" not in table or table in {"table3 (missing)"}:
        return None
    if table.startswith("table2"):
        row = next(key for label, key in _ROWS2.items() if label in table)
        column = next(key for label, key in _COLUMNS2.items() if label in table)
        return {("2", row, column)}
    if table.startswith("table3"):
        rows = next(keys for label, keys in _ROWS3.items() if label in table)
        columns = next((keys for label, keys in _COLUMNS3.items() if label in table), ("total",))
        return {("3", row, column) for row in rows for column in columns}
    rows = next(keys for label, keys in _ROWS4.items() if label in table)
    return {("4", row, "total") for row in rows}


def _plain(words: str) -> str:
    return re.sub(r"[\s,，。;；:：()（）]", "", words)


def told(folder: Path) -> int:
    """Print the judgement on every report and return how many demands are broken."""
    print(f"\n{'findings of a careful person':44}{'found':>9}{'of':>6}{'claims tied':>14}")
    broken = 0
    for one in judgements(folder):
        print(f"{one.name:44}{one.found:9}{one.expected:6}{one.claims:14}")
        for line in (*one.failures, *(f"further warning, justified: {told}" for told in one.further)):
            print(f"    {line}")
        broken += len(one.failures)
    return broken
