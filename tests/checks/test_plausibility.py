from __future__ import annotations

import pytest

from gongkai.checks import plausibility
from gongkai.checks.evidence import Evidence
from gongkai.report import CellKey, Finding, Severity, Value
from gongkai.samples import lawful_report
from tests.checks.changed_cells import with_values
from tests.checks.examples import Example, model, renamed

RULES: dict[CellKey, Value | None] = {
    ("2", "20.1.regulations", "made"): 1,
    ("2", "20.1.regulations", "in_force"): 5,
}
PENALTIES = ("2", "20.6.penalties", "decisions")
STREET = "絮泉县雪鹭街道办事处"


def rules_of(organ: str) -> list[Finding]:
    report = with_values(model(organ=organ), RULES)
    return list(plausibility.regulations_are_made_by_those_who_may(Evidence(report)))


def penalties_of(organ: str, count: int) -> Evidence:
    return Evidence(with_values(model(organ=organ), {PENALTIES: count}))


def disputes(first: int, direct: int, after: int, before: int | None = None) -> Evidence:
    rows = ("reconsideration", "litigation_direct", "litigation_after")
    values = {
        ("4", row, column): count
        for row, count in zip(rows, (first, direct, after), strict=True)
        for column in ("upheld", "total")
    }
    last = () if before is None else (with_values(model(year=2023), {("4", "reconsideration", "total"): before}),)
    return Evidence(with_values(model(), values), last)


EXAMPLES = {
    "plausibility.regulations": Example(Evidence(model()), Evidence(with_values(model(), RULES))),
    "plausibility.penalties": Example(penalties_of(STREET, 12), penalties_of(STREET, 2991)),
    "plausibility.disputes": Example(disputes(1, 1, 0), disputes(23, 0, 16)),
    "plausibility.disputes_ratio": Example(disputes(1, 1, 0), disputes(9, 0, 3)),
    "plausibility.litigation_after": Example(disputes(1, 0, 3, before=2), disputes(1, 0, 4, before=2)),
}


@pytest.mark.parametrize(
    "organ", ["絮泉县人民政府", "絮泉县财政局", "絮泉县雪鹭乡人民政府", STREET, "栖霓市财政局"]
)
def test_those_who_may_make_no_rules_are_asked_about_them(organ: str) -> None:
    (finding,) = rules_of(organ)
    assert finding.severity is Severity.WARNING
    assert finding.cells == tuple(RULES)
    assert "本年制发件数 1、现行有效件数 5" in finding.message


@pytest.mark.parametrize("organ", ["栖霓市人民政府", "栖霓市人民政府办公室", "霁川省人民政府", "某处", "我局"])
def test_those_who_may_make_rules_and_those_of_unknown_kind_are_not(organ: str) -> None:
    assert rules_of(organ) == []


def test_many_penalties_of_a_street_are_a_note() -> None:
    (finding,) = plausibility.townships_punish_little(penalties_of(STREET, 2991))
    assert finding.severity is Severity.NOTE
    assert list(plausibility.townships_punish_little(penalties_of(STREET, 99))) == []
    assert list(plausibility.townships_punish_little(penalties_of("絮泉县人民政府", 2991))) == []


def test_more_cases_than_requests_are_a_warning() -> None:
    (finding,) = plausibility.disputes_are_about_requests(disputes(23, 0, 16))
    assert (finding.code, finding.severity) == ("plausibility.disputes", Severity.WARNING)
    assert (finding.actual, finding.calculation) == ("39", "23+0+16=39")


def test_a_case_that_went_to_court_after_reconsideration_is_one_case() -> None:
    (finding,) = plausibility.disputes_are_about_requests(disputes(8, 0, 8))
    assert (finding.code, finding.severity) == ("plausibility.disputes_ratio", Severity.NOTE)


def test_one_or_two_cases_more_stem_from_the_year_before() -> None:
    assert [f.code for f in plausibility.disputes_are_about_requests(disputes(11, 0, 0))] == [
        "plausibility.disputes_ratio"
    ]
    (finding,) = plausibility.disputes_are_about_requests(disputes(13, 0, 0))
    assert finding.code == "plausibility.disputes"


def test_few_cases_are_not_mentioned() -> None:
    assert list(plausibility.disputes_are_about_requests(disputes(3, 1, 2))) == []


def test_cases_of_a_table_with_blanks_are_not_counted() -> None:
    report = with_values(disputes(23, 0, 16).report, {("4", "litigation_direct", "total"): None})
    assert list(plausibility.disputes_are_about_requests(Evidence(report))) == []


def test_suits_after_reconsideration_need_reconsiderations_of_two_years() -> None:
    (finding,) = plausibility.litigation_follows_reconsideration(disputes(1, 0, 4, before=2))
    assert (finding.expected, finding.actual, finding.calculation) == ("3", "4", "4>1+2")
    assert list(plausibility.litigation_follows_reconsideration(disputes(1, 0, 4))) == []


def test_the_2019_edition_has_rules_of_other_columns() -> None:
    report = renamed(lawful_report(1, edition="2019", size="medium"), organ="絮泉县人民政府")
    values = {("2", "20.1.regulations", column): 0 for column in ("made", "published", "total")}
    key = ("2", "20.1.regulations", "total")
    check = plausibility.regulations_are_made_by_those_who_may
    assert list(check(Evidence(with_values(report, values)))) == []
    assert [finding.cells for finding in check(Evidence(with_values(report, values | {key: 7})))] == [(key,)]
