from __future__ import annotations

from gongkai.checks import years
from gongkai.checks.catalogue import Check
from gongkai.checks.evidence import Evidence
from gongkai.report import AnnualReport, CellKey, Finding, Method, Severity, Value
from gongkai.samples import lawful_report
from tests.checks.changed_cells import with_cells, with_values
from tests.checks.examples import ORGAN, Example, model, renamed

CARRIED = {("3", "4", "natural"): 1, ("3", "4", "total"): 1}
STOCK: dict[CellKey, Value | None] = {("2", "20.1.normative_documents", "in_force"): 14}
BEFORE = with_values(model(year=2023), CARRIED | STOCK)
NOW_2019 = renamed(lawful_report(1, edition="2019"), year=2020, organ=ORGAN)
ITEMS = {("2", "20.5.licences", "previous"): 396, ("2", "20.5.licences", "change"): -6}


def of_2019(report: AnnualReport, previous: int) -> AnnualReport:
    rows = [row.key for row in report.form.table("2").rows if row.columns[0].key == "previous"]
    values = {("2", row, column): 0 for row in rows for column in ("previous", "change")}
    return with_values(report, values | ITEMS | {("2", "20.5.licences", "previous"): previous})


def before(values: dict[CellKey, Value | None]) -> AnnualReport:
    return with_values(BEFORE, values)


def against(*given: AnnualReport) -> Evidence:
    return Evidence(model(), given)


LAST_2019 = renamed(of_2019(NOW_2019, 396), year=2019)
EXAMPLES = {
    "years.not_used": Example(against(BEFORE), against(model(year=2022))),
    "years.no_baseline": Example(against(BEFORE), against()),
    "years.carried_over": Example(against(BEFORE), against(before({("3", "4", "natural"): 2}))),
    "years.stock": Example(against(BEFORE), against(before({("2", "20.1.normative_documents", "in_force"): 20}))),
    "years.items": Example(
        Evidence(of_2019(NOW_2019, 390), (LAST_2019,)), Evidence(of_2019(NOW_2019, 396), (LAST_2019,))
    ),
}


def found(rule: Check, *given: AnnualReport, report: AnnualReport | None = None) -> list[Finding]:
    return list(rule(Evidence(report or model(), given)))


def test_without_last_year_nothing_is_said() -> None:
    for rule in (
        years.last_year_is_the_right_report,
        years.carried_in_is_what_was_carried_out,
        years.stock_follows_from_last_year,
        years.items_follow_from_last_year,
    ):
        assert found(rule) == []


def test_a_wrong_report_is_named_and_not_used() -> None:
    wrong = model(year=2022)
    (finding,) = found(years.last_year_is_the_right_report, wrong)
    assert (finding.severity, "2022 年，不是 2023 年" in finding.message) == (Severity.NOTE, True)
    assert found(years.carried_in_is_what_was_carried_out, wrong) == []


def test_columns_that_differ_are_one_error_with_both_values() -> None:
    (finding,) = found(
        years.carried_in_is_what_was_carried_out, before({("3", "4", "natural"): 3, ("3", "4", "total"): 3})
    )
    assert finding.severity is Severity.ERROR
    assert finding.cells == (("3", "2", "natural"), ("3", "2", "total"))
    assert (finding.expected, finding.actual) == ("3、3", "1、1")
    assert "“自然人”列本年印为 1，上一年结转 3" in finding.message


def test_what_merged_organs_carried_out_is_added() -> None:
    merged = with_values(model(organ="絮泉县招商局", year=2023), {("3", "4", "natural"): 1, ("3", "4", "total"): 1})
    none = before({("3", "4", "natural"): 0, ("3", "4", "total"): 0})
    assert found(years.carried_in_is_what_was_carried_out, none, merged) == []
    assert len(found(years.carried_in_is_what_was_carried_out, BEFORE, merged)) == 1


def test_a_figure_that_is_not_printed_is_not_compared() -> None:
    blank = before({("3", "4", "natural"): None, ("3", "4", "total"): None})
    assert found(years.carried_in_is_what_was_carried_out, blank) == []


def test_carried_over_figures_are_compared_across_the_editions() -> None:
    report = renamed(model(), year=2021)
    last = renamed(lawful_report(3, edition="2019"), year=2020, organ=ORGAN)
    columns = [column.key for column in report.form.table("3").rows[0].columns]
    same = with_values(last, {("3", "4", column): report.cell("3", "2", column).value for column in columns})
    assert found(years.carried_in_is_what_was_carried_out, same, report=report) == []
    other = with_values(same, {("3", "4", "natural"): 77})
    assert len(found(years.carried_in_is_what_was_carried_out, other, report=report)) == 1


def test_a_difference_that_rests_on_recognised_figures_or_another_name_is_a_warning() -> None:
    wrong = before({("3", "4", "natural"): 3})
    for last in (
        with_cells(wrong, {("3", "4", "natural"): {"method": Method.OCR}}),
        renamed(wrong, organ=f"{ORGAN}办公室"),
    ):
        (finding,) = found(years.carried_in_is_what_was_carried_out, last)
        assert finding.severity is Severity.WARNING


def test_what_is_in_force_follows_from_last_year() -> None:
    assert found(years.stock_follows_from_last_year, BEFORE) == []
    (finding,) = found(
        years.stock_follows_from_last_year, before({("2", "20.1.normative_documents", "in_force"): 20})
    )
    assert (finding.severity, finding.expected, finding.actual) == (Severity.WARNING, "21", "15")
    assert finding.calculation == "20+2-1=21≠15"


def test_what_is_in_force_is_not_compared_across_the_editions() -> None:
    last = renamed(NOW_2019, year=2020)
    assert found(years.stock_follows_from_last_year, last, report=renamed(model(), year=2021)) == []


def test_what_is_in_force_needs_all_its_figures() -> None:
    for key in (("2", "20.1.normative_documents", column) for column in ("made", "repealed", "in_force")):
        report = with_values(model(), {key: None})
        assert (
            found(years.stock_follows_from_last_year, before({("2", "20.1.regulations", "made"): 1}), report=report)
            == []
        )


def test_the_number_of_items_follows_in_the_2019_edition() -> None:
    (finding,) = found(years.items_follow_from_last_year, LAST_2019, report=of_2019(NOW_2019, 396))
    assert (finding.expected, finding.actual, finding.calculation) == ("390", "396", "396-6≠396")
    assert finding.severity is Severity.NOTE


def test_nothing_carried_in_needs_no_baseline() -> None:
    none = with_values(model(), {("3", "2", "natural"): 0, ("3", "2", "total"): 0})
    assert found(years.what_was_carried_in_has_a_baseline, report=none) == []
    assert [one.code for one in found(years.what_was_carried_in_has_a_baseline)] == ["years.no_baseline"]
