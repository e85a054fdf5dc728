"""Laws of the rules about form, names and wording: silent on lawful reports, never hard on damage, never slow."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gongkai.checks import (
    areas,
    document_numbers,
    fees,
    headings,
    organ_names,
    outdated,
    overview,
    page_remnants,
    periods,
    preface,
    publication_dates,
    punctuation,
    remnants,
    repetition,
    tampering,
    usage,
    wording,
)
from gongkai.checks.catalogue import RULES, Check
from gongkai.checks.evidence import Evidence
from gongkai.readers import read
from gongkai.report import AnnualReport, Finding, Severity, TextPlace
from gongkai.samples import LAYOUTS, applies, lawful_report, sample
from tests.checks.examples import model
from tests.strategies import SEEDS, reports

MODULES = (
    *(areas, document_numbers, fees, headings, organ_names, outdated, overview, page_remnants, periods, preface),
    *(publication_dates, punctuation, remnants, repetition, tampering, usage, wording),
)
CHECKS: tuple[Check, ...] = tuple(
    rule.check for rule in RULES if rule.check.__module__ in {module.__name__ for module in MODULES}
)
GRAVE = (Severity.ERROR, Severity.WARNING)
SCRAPES = ("codepage", "codepage_source", "replacement", "kunjinkao", "remnants")
PAIRS = [(layout, damage) for layout in LAYOUTS for damage in SCRAPES if applies(layout, damage)]
PLAIN = [layout for layout in LAYOUTS if not layout.startswith(("pdf", "xls", "docx"))]


def found(report: AnnualReport) -> Iterator[Finding]:
    evidence = Evidence(report)
    for check in CHECKS:
        yield from check(evidence)


def grave(report: AnnualReport) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in found(report) if one.severity in GRAVE]


@given(reports())
def test_a_lawful_report_has_neither_errors_nor_warnings(report: AnnualReport) -> None:
    assert grave(report) == []


@given(SEEDS, st.sampled_from(PLAIN))
def test_neither_has_one_that_was_printed_and_read_again(seed: int, layout: str) -> None:
    assert grave(read(sample(seed, layout=layout).data)) == []


@given(SEEDS, st.sampled_from(PAIRS))
@example(704907, ("one_line_glued", "remnants"))
@example(171793, ("bars_leading_padding", "remnants"))
@example(853214, ("html_malformed", "kunjinkao"))
@example(456153, ("one_line_mixed", "remnants"))
def test_nothing_that_a_scrape_did_is_held_against_the_author(seed: int, pair: tuple[str, str]) -> None:
    layout, damage = pair
    assert grave(read(sample(seed, layout=layout, damage=damage).data)) == []


@given(SEEDS)
def test_findings_are_the_same_each_time(seed: int) -> None:
    report = lawful_report(seed)
    assert list(found(report)) == list(found(report))


HOSTILE = (
    "一、" * 60_000,
    "(" * 200_000,
    "〔2020" * 40_000,
    "政府信息和" * 40_000,
    "全区" * 100_000,
    "2024年1月1日至" * 20_000,
    "www." * 50_000,
    "a@" * 80_000,
    "《" * 150_000,
    "发布1条、" * 40_000,
    "国务院办公厅" * 30_000,
    "？0" * 80_000,
    "XX×○__**" * 20_000,
    "习近平新时代" * 30_000,
    "由总体主动公开复议" * 20_000,
    "2024年," * 40_000,
    "信息处理费" * 40_000,
    "一是规范。" * 40_000,
    " " * 300_000,
    "由" * 300_000,
)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:6])
def test_no_text_is_so_hostile_that_it_takes_long(text: str) -> None:
    report = model(
        preface=(text[:100_000],),
        prose={1: (text,), 5: (text[:100_000],), 6: (text[:100_000],)},
        closing=(text[:9_000],),
    )
    started = time.process_time()
    assert sum(1 for _ in found(report)) >= 0
    assert time.process_time() - started < 10


# What the truth of the real reports calls an error or a warning of these kinds: code → lines.
TRUTH: dict[str, dict[str, list[list[int]]]] = {
    "000": {
        "tampering.name": [[1, 2, 4, 4, 8, 12, 24]],
        "tampering.signatory": [[24]],
        "headings.wording": [[20, 4]],
    },
    "001": {
        "document_numbers.unbalanced": [[646]],
        "areas.word": [[34]],
        "headings.numbering": [[622, 636]],
    },
    "002": {},
    "003": {
        "organ_names.issuing_office": [[1]],
        "repetition.coordination": [[1, 4]],
        "preface.parts": [[2]],
        "wording.remark": [[7]],
        "wording.lost_character": [[305]],
        "fees.missing": [[306, 307]],
    },
    "004": {"tampering.domain": [[287]]},
}
# Slips of their authors in the other reports, each seen by eye.
SLIPS: dict[str, dict[str, int]] = {
    "101": {},
    "105": {},
    "107": {"wording.misprint": 1, "repetition.sentence": 1},
    "108": {},
    "109": {"repetition.word": 1},
    "110": {"repetition.word": 1, "headings.wording": 1},
    "114": {},
    "115": {"headings.missing": 1, "organ_names.signature": 1, "overview.subheading": 1, "periods.plan": 1},
    "118": {"headings.wording": 1},
    "121": {},
}


def real(shared_reports: Path, number: str) -> AnnualReport:
    (file,) = shared_reports.glob(f"{number}*.*")
    return read(file.read_bytes())


@pytest.mark.parametrize("number", TRUTH)
def test_the_truth_of_the_real_reports_is_found_on_its_lines_and_nothing_else(
    shared_reports: Path, number: str
) -> None:
    seen: dict[str, list[list[int]]] = {}
    for finding in found(real(shared_reports, number)):
        if finding.severity in GRAVE:
            lines = [quote.place.line for quote in finding.quotes if isinstance(quote.place, TextPlace)]
            seen.setdefault(finding.code, []).append(lines)
    assert seen == TRUTH[number]


@pytest.mark.parametrize("number", SLIPS)
def test_in_the_other_real_reports_only_slips_of_their_authors_are_found(shared_reports: Path, number: str) -> None:
    seen: dict[str, int] = {}
    for code, _ in grave(real(shared_reports, number)):
        seen[code] = seen.get(code, 0) + 1
    assert seen == SLIPS[number]


@pytest.mark.parametrize("number", TRUTH)
def test_corrections_hold_what_the_truth_would_write(shared_reports: Path, number: str) -> None:
    (file,) = (shared_reports / "truth").glob(f"{number}*.json")
    fixes = {
        one["fix"]
        for one in json.loads(file.read_text(encoding="utf-8"))["findings"]
        if one["fix"] and one["severity"] in "EW" and one["kind"] in FIXED
    }
    corrections = [finding.correction or "" for finding in found(real(shared_reports, number))]
    assert [
        fix for fix in fixes if not any(fix.lstrip("对") in words or words in fix for words in corrections if words)
    ] == []


FIXED = {
    "heading vs form, and vs own preface",
    "document number, unbalanced bracket",
    "区 for 县",
    "wrong organ name",
    "same replacement slip",
    "lost character",
    "hijacked domain",
    "fee statement missing",
}
