from __future__ import annotations

from gongkai.checks.evidence import Evidence
from gongkai.checks.last_year import last_year_of, refused
from gongkai.report import AnnualReport, Method, Scope
from tests.checks.changed_cells import with_cells, with_values
from tests.checks.examples import ORGAN, model, renamed

BEFORE = model(year=2023)
MERGED = model(organ="絮泉县经济开发区管理委员会", year=2023)
KEY = ("3", "4", "natural")


def reasons(*given: AnnualReport, report: AnnualReport | None = None) -> list[str]:
    return [reason for _, reason in refused(Evidence(report or model(), given))]


def test_where_nothing_is_given_there_is_nothing_to_hold_against() -> None:
    assert last_year_of(Evidence(model())) is None
    assert reasons() == []


def test_a_report_of_the_year_before_by_the_same_organ_is_used() -> None:
    last = last_year_of(Evidence(model(), (BEFORE,)))
    assert last is not None
    assert last.sure
    assert (last.own, last.merged) == (BEFORE, ())


def test_a_report_of_another_year_is_refused() -> None:
    for year in (2022, 2024, 2025):
        assert reasons(model(year=year)) == [f"年份是 {year} 年，不是 2023 年"]
        assert last_year_of(Evidence(model(), (model(year=year),))) is None


def test_a_report_of_another_organ_is_refused_where_it_is_the_only_one() -> None:
    assert reasons(MERGED) == [f"机关是“{MERGED.organ}”，不是“{ORGAN}”"]


def test_a_report_of_another_scope_is_refused() -> None:
    one, other = renamed(BEFORE, scope=Scope.OWN), renamed(model(), scope=Scope.CONSOLIDATED)
    assert len(reasons(one, report=other)) == 1


def test_one_wrong_report_among_several_spoils_the_sum() -> None:
    assert last_year_of(Evidence(model(), (BEFORE, model(organ="絮泉县教育局", year=2021)))) is None


def test_figures_of_merged_organs_are_added_wherever_the_own_one_stands() -> None:
    last = last_year_of(Evidence(model(), (MERGED, BEFORE)))
    assert last is not None
    assert (last.own, last.merged, last.sure) == (BEFORE, (MERGED,), True)
    assert last.value(KEY) == 4


def test_a_new_organ_of_several_old_ones_is_held_against_all_of_them_and_proves_nothing() -> None:
    last = last_year_of(Evidence(model(organ="絮泉县数据局"), (BEFORE, MERGED)))
    assert last is not None
    assert not last.sure


def test_what_is_not_printed_or_only_the_office_of_is_not_sure() -> None:
    for before in (
        renamed(BEFORE, organ=None),
        renamed(BEFORE, year=None),
        renamed(BEFORE, organ=f"{ORGAN}办公室"),
    ):
        last = last_year_of(Evidence(model(), (before,)))
        assert last is not None
        assert not last.sure


def test_a_figure_that_one_report_does_not_print_is_unknown() -> None:
    last = last_year_of(Evidence(model(), (BEFORE, with_values(MERGED, {KEY: None}))))
    assert last is not None
    assert last.value(KEY) is None
    assert last.value(("2", "20.9.procurement", "amount")) is None


def test_recognised_figures_are_told() -> None:
    last = last_year_of(Evidence(model(), (BEFORE, with_cells(MERGED, {KEY: {"method": Method.OCR}}))))
    assert last is not None
    assert last.recognised(KEY)
    assert not last.recognised(("3", "4", "total"))
    assert not last.recognised(("2", "20.9.procurement", "amount"))
