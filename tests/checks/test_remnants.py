"""Characters that a scrape took or left are told once for each kind, with their places."""

from __future__ import annotations

import msgspec
import pytest

from gongkai.checks.evidence import Evidence
from gongkai.checks.remnants import characters_are_the_authors
from gongkai.report import AnnualReport, Damage, TextPlace
from tests.checks.examples import Example, model, with_prose
from tests.checks.yielded import quoted, told, yielded


def damaged(text: str, kind: str, *more: Damage) -> AnnualReport:
    return msgspec.structs.replace(with_prose(5, text), damage=(Damage(kind, text[:6]), *more))


LOST, REPLACED, MARKUP = "行政中?号楼办公,邮编?13022。", "改进\ufffd\ufffd情况。", "改进情况</span>良好。"
LABEL = Damage("lost", "行政规范性文", TextPlace(99, 0, 6), "行政规范性文件")
PASSING = Evidence(with_prose(5, "改进情况良好。"))
EXAMPLES = {
    "remnants.lost": Example(passing=PASSING, failing=Evidence(damaged(LOST, "lost"))),
    "remnants.replaced": Example(passing=PASSING, failing=Evidence(damaged(REPLACED, "replacement"))),
    "remnants.markup": Example(passing=PASSING, failing=Evidence(damaged(MARKUP, "markup"))),
    "remnants.labels": Example(passing=PASSING, failing=Evidence(damaged(LOST, "lost", LABEL))),
}


@pytest.mark.parametrize(
    ("text", "kind", "code", "quotes"),
    [
        (LOST, "lost", "remnants.lost", ["政中?号楼", "邮编?13"]),
        (REPLACED, "replacement", "remnants.replaced", ["改进\ufffd\ufffd情况"]),
        ("改进锟斤拷情况。", "kunjinkao", "remnants.replaced", ["改进锟斤拷情况"]),
        (MARKUP, "markup", "remnants.markup", ["情况</span>良好"]),
        ("公开--&gt;指南&nbsp;更新。", "markup", "remnants.markup", ["--&gt;指南", "指南&nbsp;更新"]),
    ],
)
def test_each_kind_is_one_finding_with_all_places(text: str, kind: str, code: str, quotes: list[str]) -> None:
    findings = [one for one in yielded(characters_are_the_authors, damaged(text, kind)) if one.code == code]
    assert [one.severity.value for one in findings] == ["damage"]
    assert quoted(findings, code) == quotes


@pytest.mark.parametrize("text", ["收到申请?024年共9件。", "2024年收到政府信息公开申?8件。"])
def test_lost_digits_of_years_and_counts_have_findings_of_their_own(text: str) -> None:
    assert ("remnants.lost", "damage") not in told(characters_are_the_authors, damaged(text, "lost"))


def test_labels_of_tables_are_told_with_their_repair() -> None:
    findings = yielded(characters_are_the_authors, msgspec.structs.replace(model(), damage=(LABEL,)))
    assert [one.code for one in findings] == ["remnants.labels"]
    assert "行政规范性文→行政规范性文件" in findings[0].message


@pytest.mark.parametrize(
    "text", ["为什么要公开?", "比较<条例>与<办法>。", "A&B公司。", "改进情况良好?", "锟字少见。"]
)
def test_a_text_without_noted_damage_is_left_alone(text: str) -> None:
    assert told(characters_are_the_authors, with_prose(5, text)) == set()
