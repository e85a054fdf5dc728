from __future__ import annotations

from decimal import Decimal

from gongkai.checks.evidence import Evidence
from gongkai.checks.outliers import figures_do_not_jump
from gongkai.report import AnnualReport, CellKey, Finding, Severity, Value
from gongkai.samples import lawful_report
from tests.checks.changed_cells import with_values
from tests.checks.examples import ORGAN, Example, model, renamed

LICENCES = ("2", "20.5.licences", "decisions")
FEES = ("2", "20.8.fees", "amount")


def evidence(key: CellKey, before: Value | None, now: Value | None) -> Evidence:
    return Evidence(with_values(model(), {key: now}), (with_values(model(year=2023), {key: before}),))


def found(key: CellKey, before: Value | None, now: Value | None) -> list[Finding]:
    return list(figures_do_not_jump(evidence(key, before, now)))


EXAMPLES = {"outliers.jump": Example(evidence(LICENCES, 100, 400), evidence(LICENCES, 100, 600))}


def test_a_figure_more_than_five_times_that_of_last_year_is_noted() -> None:
    (finding,) = found(LICENCES, 100, 501)
    assert finding.severity is Severity.NOTE
    assert finding.cells == (LICENCES,)
    assert "由上一年的 100 变为 501，增加到五倍以上" in finding.message
    assert found(LICENCES, 100, 500) == []


def test_a_figure_less_than_a_fifth_is_noted() -> None:
    (finding,) = found(LICENCES, 600, 3)
    assert "减少到五分之一以下" in finding.message
    assert len(found(LICENCES, 60, 0)) == 1


def test_small_figures_may_jump() -> None:
    assert found(LICENCES, 1, 49) == []
    assert found(LICENCES, 0, 49) == []


def test_figures_that_are_not_printed_are_not_compared() -> None:
    assert found(LICENCES, None, 600) == []
    assert found(LICENCES, 600, None) == []


def test_amounts_of_another_unit_are_another_rules() -> None:
    assert found(FEES, Decimal("4749.8742"), Decimal(47498742)) == []
    assert len(found(FEES, Decimal("4749.8742"), Decimal(47000))) == 1


def test_table_two_is_not_compared_across_the_editions() -> None:
    report = renamed(with_values(model(), {LICENCES: 100_000, ("3", "1", "total"): 100_000}), year=2021)
    last: AnnualReport = renamed(lawful_report(3, edition="2019", size="small"), year=2020, organ=ORGAN)
    codes = [finding.cells for finding in figures_do_not_jump(Evidence(report, (last,)))]
    assert codes == [(("3", "1", "total"),)]
