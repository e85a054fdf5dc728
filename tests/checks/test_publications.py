from __future__ import annotations

from decimal import Decimal

from gongkai.checks import publications
from gongkai.checks.evidence import Evidence
from gongkai.report import AnnualReport, CellKey, Finding, Value
from gongkai.samples import lawful_report
from tests.checks.changed_cells import with_cells, with_values
from tests.checks.examples import Example, model

FEES = publications.FEES
MADE, REPEALED, IN_FORCE = (("2", "20.1.normative_documents", c) for c in ("made", "repealed", "in_force"))
PUBLISHED, ALL_PUBLISHED = (("2", "20.1.normative_documents", c) for c in ("published", "total"))
RULES: dict[CellKey, Value | None] = {("2", "20.1.regulations", c): 0 for c in ("published", "total")}


def changed(values: dict[CellKey, Value | None]) -> Evidence:
    return Evidence(with_values(model(), values))


def of_2019(published: int, total: int) -> Evidence:
    report = lawful_report(1, edition="2019")
    return Evidence(with_values(report, RULES | {PUBLISHED: published, ALL_PUBLISHED: total}))


def fees(text: str, value: Value, before: Value | None = None) -> Evidence:
    last = () if before is None else (with_values(model(year=2023), {FEES: before}),)
    return Evidence(with_cells(model(), {FEES: {"text": text, "value": value}}), last)


def unit(before: Value | None, now: Value, organ: str | None = None) -> list[Finding]:
    report = with_values(model(organ=organ), {FEES: now})
    last: tuple[AnnualReport, ...] = ()
    if before is not None:
        last = (with_values(model(organ=organ, year=2023), {FEES: before}),)
    return list(publications.fees_are_in_their_unit(Evidence(report, last)))


EXAMPLES = {
    "publications.more_made": Example(
        changed({MADE: 3, REPEALED: 0, IN_FORCE: 3}), changed({MADE: 3, IN_FORCE: 1})
    ),
    "publications.more_published": Example(of_2019(5, 5), of_2019(6, 5)),
    "publications.fee_unit": Example(fees("4700", 4700, 4749), fees("47498742", 47498742, 4749)),
    "publications.fee_in_yuan": Example(fees("25.1万元", Decimal("25.1")), fees("251000元", 251000)),
}


def test_what_was_made_is_in_force_or_repealed() -> None:
    assert list(publications.what_was_made_is_in_force(changed({MADE: 3, REPEALED: 2, IN_FORCE: 1}))) == []
    (finding,) = publications.what_was_made_is_in_force(changed({MADE: 3, REPEALED: 1, IN_FORCE: 1}))
    assert finding.calculation == "3>1+1"


def test_blanks_of_table_two_are_not_compared() -> None:
    for key in (MADE, REPEALED, IN_FORCE):
        values = {MADE: 9, REPEALED: 0, IN_FORCE: 0} | {key: None}
        assert list(publications.what_was_made_is_in_force(changed(values))) == []


def test_what_was_published_is_among_all_that_is_public() -> None:
    (finding,) = publications.what_was_published_is_public(of_2019(6, 5))
    assert (finding.expected, finding.actual) == ("6", "5")
    assert list(publications.what_was_published_is_public(changed({MADE: 9, IN_FORCE: 0}))) == []


def test_fees_ten_thousand_times_those_of_last_year_are_in_another_unit() -> None:
    for before, now in ((4749, 47_498_742), (47_498_742, 4749), (Decimal("0.5"), 5000)):
        assert len(unit(before, now)) == 1
    for before, now in ((4749, 5000), (4749, 4749 * 4999), (4749, 4749 * 20001), (0, 9000)):
        assert unit(before, now) == []


def test_fees_beyond_all_measure_are_in_another_unit() -> None:
    assert len(unit(None, 10**8)) == 1
    assert unit(None, 10**8 - 1) == []
    assert unit(None, 0) == []


def test_what_is_beyond_measure_depends_on_the_organs_level() -> None:
    assert len(unit(None, 47_498_742, organ="絮泉县人民政府")) == 1
    assert unit(None, 47_498_742, organ="霁川省人民政府") == []


def test_an_amount_printed_in_yuan_is_told_in_the_forms_unit() -> None:
    (finding,) = publications.fees_are_not_printed_in_yuan(fees("251000元", 251000))
    assert (finding.correction, finding.calculation) == ("25.1", "251000÷10000=25.1")
    assert list(publications.fees_are_in_their_unit(fees("251000元", 251000, Decimal("25.1")))) == []


def test_other_units_and_figures_alone_are_no_yuan() -> None:
    for text in ("251000", "25.1万元", "25.1 万元", "1亿元", "0元"):
        value = 0 if text == "0元" else 25
        assert list(publications.fees_are_not_printed_in_yuan(fees(text, value))) == []


def test_the_2019_edition_names_no_unit_for_its_amounts() -> None:
    procurement = ("2", "20.9.procurement", "amount")
    report = with_cells(lawful_report(1, edition="2019"), {procurement: {"text": "251000元", "value": 251000}})
    assert list(publications.fees_are_not_printed_in_yuan(Evidence(report))) == []
