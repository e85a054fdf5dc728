"""The door of the checks: every module of rules is found by itself, and findings come in one order."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest

from gongkai.checks import check as door
from gongkai.checks.catalogue import Kind, Rule
from gongkai.checks.check import all_kinds, all_rules, check, findings_of
from gongkai.checks.evidence import Evidence
from gongkai.checks.local_rules import LocalRules
from gongkai.report import CLOSING, PREFACE, CellKey, Finding, Severity
from gongkai.samples import lawful_report
from tests.checks.examples import model
from tests.house.tree import PACKAGE, tree_of

REPORT = model(closing=("絮泉县人民政府。",))
KIND = Kind(code="test.fault", severity=Severity.ERROR, title="题", message="{n}", source="源")
NAMED = """
import sys
{first}
from gongkai.checks.check import all_kinds, all_rules
print([kind.code for kind in all_kinds()], [rule.check.__name__ for rule in all_rules()])
"""


def words(part: str, number: int, start: int = 0, end: int = 2, **other: object) -> Finding:
    passage = next(one for one in REPORT.passages() if (one.part, one.number) == (part, number))
    return KIND.finding(quotes=[passage.quote(start, end)], n=f"{part}.{number}", **other)


def cells(*keys: CellKey, **other: object) -> Finding:
    return KIND.finding(cells=keys, n=str(keys), **other)


# As a person meets them who reads the report from its head to its foot, the gravest things first.
IN_ORDER = [
    KIND.finding(n="about the whole report"),
    words(PREFACE, 1),
    words("1", 0),
    words("1", 2, 0, 2),
    words("1", 2, 0, 3),
    words("1", 2, 4, 6),
    words("2", 0),
    cells(("2", "20.1.normative_documents", "made")),
    cells(("2", "20.8.fees", "amount")),
    words("3", 0),
    cells(("3", "1", "natural")),
    cells(("3", "1", "natural"), ("3", "1", "total")),
    cells(("3", "1", "total")),
    cells(("3", "4", "total")),
    cells(("4", "litigation_after", "total")),
    words("5", 1),
    words(CLOSING, 1),
    cells(("3", "1", "natural"), severity=Severity.WARNING),
    words("6", 1, severity=Severity.WARNING),
    words("1", 1, severity=Severity.NOTE),
    words("1", 1, severity=Severity.DAMAGE),
]


def rules_that_yield(findings: list[Finding]) -> tuple[Rule, ...]:
    """Return a rule for each finding, which yields it."""

    def rule_of(finding: Finding) -> Rule:
        def found(evidence: Evidence):
            yield finding

        return Rule((KIND,), found)

    return tuple(map(rule_of, findings))


@pytest.mark.parametrize("seed", range(5))
def test_findings_come_by_their_gravity_and_then_as_the_report_is_read(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    mixed = random.Random(seed).sample(IN_ORDER, len(IN_ORDER))
    monkeypatch.setattr(door, "all_rules", lambda: rules_that_yield(mixed))
    assert list(findings_of(Evidence(REPORT))) == IN_ORDER


def test_a_changed_severity_changes_the_place_in_the_order(monkeypatch: pytest.MonkeyPatch) -> None:
    late, early = words("5", 1), words("1", 1, severity=Severity.NOTE)
    monkeypatch.setattr(door, "all_rules", lambda: rules_that_yield([late, early]))
    assert list(findings_of(Evidence(REPORT))) == [late, early]
    raised = findings_of(Evidence(REPORT, rules=LocalRules(severities={KIND.code: Severity.ERROR})))
    assert [one.quotes[0].part for one in raised] == ["1", "5"]


def test_cells_that_the_edition_has_not_come_behind_those_of_their_table(monkeypatch: pytest.MonkeyPatch) -> None:
    gone, last = cells(("2", "20.9.procurement", "amount")), cells(("2", "20.8.fees", "amount"))
    monkeypatch.setattr(door, "all_rules", lambda: rules_that_yield([gone, last]))
    assert list(findings_of(Evidence(REPORT))) == [last, gone]


def test_every_module_that_states_a_rule_is_found() -> None:
    stating = {
        ".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts)
        for file in (PACKAGE / "checks").rglob("*.py")
        if any(decorator_of_rule(node) for node in tree_of(file).body)
    }
    assert stating
    assert {rule.check.__module__ for rule in all_rules()} == stating


def decorator_of_rule(node: object) -> bool:
    decorators = getattr(node, "decorator_list", [])
    return any(getattr(getattr(one, "func", None), "id", "") == "rule" for one in decorators)


def test_rules_and_kinds_are_the_same_whichever_module_is_imported_first() -> None:
    last = max(rule.check.__module__ for rule in all_rules())
    told = {
        subprocess.run(
            [sys.executable, "-c", NAMED.format(first=first)], check=True, capture_output=True, text=True
        ).stdout
        for first in ("", f"import {last}")
    }
    assert len(told) == 1


def test_kinds_are_sorted_by_their_codes() -> None:
    codes = [kind.code for kind in all_kinds()]
    assert codes == sorted(set(codes))


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_the_same_report_gives_the_same_findings_again(edition: str) -> None:
    report = lawful_report(4, edition=edition)
    assert check(report) == check(report)
